"""The shell of a page: everything around the content column.

The theme renders a shell once, and each page fills it in. A shell depends on the
language, the active tab and the depth of the address. It depends on the links to edit the
page, too. Whatever else differs between two pages is a mark in it, such as title and
content. This module knows neither MkDocs nor records.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from urllib.parse import quote, urlsplit

from generators.corpus import cldr
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.status import check_after
from generators.document.phrases import speaking
from generators.html import SECTIONS, publisher, section_label
from generators.site.assets import Assets
from generators.text import partial_dates
from generators.translate.localizer import Localizer

_MARK = re.compile("\ue000([a-z]+)\ue001")
_INDENT = re.compile(r"\s*\n\s*")


def placeholder(name: str) -> str:
    r"""The mark in a shell where each page puts its own value of this name.

    >>> placeholder("title")
    '\ue000title\ue001'
    """
    return f"\ue000{name}\ue001"


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """A language of the menu."""

    code: str
    name: str
    """What speakers call it (``français``)."""
    direction: str
    """``ltr`` or ``rtl``."""
    path: str
    """Its folder on the site (``fr/``), empty for the default language."""

    @property
    def short(self) -> str:
        """A word for the head of a page (``EN``)."""
        return cldr.short_name(self.code)


@dataclass(frozen=True, slots=True)
class Tab:
    """A section of the site, as the menu shows it."""

    section: str
    address: str
    """Where it begins, below the folder of the language."""
    label: str


@dataclass(frozen=True, slots=True)
class ShellContext:
    """What the shells of one language have in common; the theme's template reads it."""

    localizer: Localizer
    tabs: tuple[Tab, ...]
    site: str
    """The absolute address of the site, with a slash at its end."""
    repository: str
    """The absolute address of the project."""
    edit: str
    """What the address begins with at which a file of the project is edited, or empty."""
    assets: Assets
    policy: str = ""
    """What pages say of what a browser may do on them; empty: they say nothing."""

    @property
    def language(self) -> str:
        return self.localizer.language

    @property
    def languages(self) -> tuple[SiteLanguage, ...]:
        return site_languages()

    @property
    def here(self) -> SiteLanguage:
        return site_language(self.language)

    @property
    def up(self) -> str:
        """From the folder of the language to the root of the site."""
        return "../" if self.here.path else ""

    @property
    def day(self) -> str:
        """The day of the data, ISO 8601."""
        return self.localizer.corpus.today.isoformat()

    @property
    def until(self) -> str:
        """The last day on which pages give no warning that they are old, ISO 8601."""
        return check_after(self.localizer.corpus.today).isoformat()

    @property
    def day_text(self) -> str:
        """The day of the data, as the language writes it."""
        return self.localizer.date(partial_dates.parse(self.day))

    @property
    def report(self) -> str:
        """The address to which readers report errors, of mail or https.

        Empty where the publisher has none.
        """
        return self.localizer.corpus.publisher.address

    @property
    def keeper(self) -> str:
        """Who keeps the site, in a sentence, as markup."""
        return publisher.sentence(speaking(self.localizer.corpus, self.language))

    def address_of(self, page: str) -> str:
        """The address of a page that there is one of, by its name (``about``)."""
        return address(Target("page", page))

    def alternates(self, page: str, title: str, data_paths: Set[str]) -> str:
        """The links in the head of a page to its feed and its calendar, as markup.

        ``page`` is its address, ``title`` its title as text. ``data_paths`` are the paths
        of all files of data, below the folder of the language. Only what is among them
        gets a link.
        """
        kinds = (
            ("feed.xml", "application/atom+xml", self.gettext("What changed")),
            ("calendar.ics", "text/calendar", self.gettext("Coming dates")),
        )
        links = []
        for name, media_type, kind_label in kinds:
            if f"{page}{name}" in data_paths:
                label = f"{kind_label}{self.colon}{escape(title)}"
                links.append(
                    f'<link rel="alternate" type="{media_type}" title="{label}"'
                    f' href="{name}">'
                )
        return "\n".join(links)

    def report_link(self, address: str) -> str:
        """What a link leads to by which readers report an error of a page, escaped.

        It is an address on the web, or a mail that names the page. ``address`` is that
        of the page, below the folder of the language.
        """
        contact = self.localizer.corpus.publisher.contact
        if not contact.startswith("mailto:"):
            return escape(contact, quote=True)
        subject = quote(self.localizer.gettext("Report an error"))
        folder = quote(self.site + self.here.path)
        return f"{contact}?subject={subject}&amp;body={folder}{address}"

    def window_title(self, title: str, address: str) -> str:
        """What the bar of the window says of a page, escaped: its title and the site.

        Home is the site itself, so the title is enough. The list of saved pages does not
        say which site it is of: somebody may look over the reader's shoulder.
        """
        window_title = escape(title, quote=True)
        if address in ("", self.address_of("kept")):
            return window_title
        site = self.gettext("Dakar Compendium")
        return f"{window_title} · {site}"

    @property
    def colon(self) -> str:
        """The colon of the language between a label and what it labels, escaped."""
        return escape(self.localizer.colon, quote=True)

    def gettext(self, text: str) -> str:
        """An interface string, escaped."""
        return escape(self.localizer.gettext(text), quote=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """What differs between pages, as the theme's template reads it.

    All texts are escaped, or markup.
    """

    root: str
    """Leads from the page to the folder of the language (``../../``)."""
    address: str = ""
    section: str = ""
    title: str = ""
    description: str = ""
    edit: str = ""
    """Where its source is edited; empty: no link leads there."""
    content: str = ""
    record: str = ""
    """What the form is asked for to change the page; empty where it cannot."""
    alternates: str = ""
    """Links to the feed and the calendar of the page."""
    head: str = ""
    """What the head of this page has and the heads of others have not."""
    by_hand: bool = False
    """Whether the page is hand-written."""
    fallback: SiteLanguage | None = None
    """The language of a hand-written page, where the site around it has another."""
    not_found: bool = False
    """Whether this is what readers see at an address without a page."""


@cache
def site_languages() -> tuple[SiteLanguage, ...]:
    """The languages of the menu, in order; the first is the default one."""
    default = cldr.LANGUAGES[0]
    languages = []
    for code in cldr.LANGUAGES:
        path = "" if code == default else f"{code}/"
        language = SiteLanguage(code, cldr.own_name(code), cldr.direction(code), path)
        languages.append(language)
    return tuple(languages)


def site_language(code: str) -> SiteLanguage:
    """The language of a code, which must be one of the menu.

    >>> site_language(cldr.LANGUAGES[0]).path
    ''
    """
    return next(language for language in site_languages() if language.code == code)


def tabs(localizer: Localizer) -> tuple[Tab, ...]:
    """The tabs of one language, in order."""
    return tuple(
        Tab(name, address, section_label(localizer, name))
        for name, address in SECTIONS.items()
    )


@dataclass(frozen=True, slots=True, order=True)
class ShellKey:
    """A kind of shell: all pages of one key share one shell."""

    section: str
    depth: int
    """How many folders the page is below that of the language; 0 for the home page."""
    editable: bool
    """Whether the page has a source."""
    in_form: bool = False
    """Whether the form in the browser can change the source."""


def page_context(key: ShellKey, edit: str) -> PageContext:
    """What differs, for all pages of a key, with marks for what each page fills in.

    ``edit`` is what the address begins with at which a source is edited, or empty.
    """
    return PageContext(
        root="../" * key.depth,
        address=placeholder("address") if key.depth else "",
        section=key.section,
        title=placeholder("title"),
        description=placeholder("description"),
        edit=edit + placeholder("source") if edit and key.editable else "",
        content=placeholder("content"),
        record=placeholder("record") if key.in_form else "",
        alternates=placeholder("alternates"),
        head=placeholder("head"),
    )


def not_found(shell: ShellContext) -> PageContext:
    """The page for readers who lost their way.

    A host shows it at any address, so it links from the root of the host.
    """
    return PageContext(root=urlsplit(shell.site).path, not_found=True)


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered shell, split at its marks: text and the name of a mark in turn."""

    parts: tuple[str, ...]

    def fill(self, values: Mapping[str, str]) -> str:
        """The whole page; ``values`` are ready markup, by the name of the mark.

        Raises KeyError where the shell has a mark without a value.

        >>> Shell(("<title>", "title", "</title>")).fill({"title": "Home"})
        '<title>Home</title>'
        """
        is_mark = False
        page = []
        for part in self.parts:
            page.append(values[part] if is_mark else part)
            is_mark = not is_mark
        return "".join(page)


def leading_on(
    here: SiteLanguage, to: str, script: str, title: str, head: str, policy: str
) -> str:
    """The HTML of a page in the language ``here`` that leads on to another at once.

    ``to`` and ``script`` are the addresses of the other page and of the script that leads
    there. Without scripts the browser goes there by itself. ``title`` is the text of the
    link. ``head`` comes first in the head, after what a browser may do (``policy``;
    empty: nothing is said of that). All texts are escaped, or markup.
    """
    policy_tag = ""
    if policy:
        policy_tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return (
        f'<!doctype html>\n<html lang="{here.code}" dir="{here.direction}" '
        f'data-to="{to}"><head>'
        f'<meta charset="utf-8">{policy_tag}{head}<script src="{script}"></script>'
        f'<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript></head>'
        f'<body><p><a href="{to}">{title}</a></p></body></html>\n'
    )


def split(html: str) -> Shell:
    r"""Split a rendered shell at its marks.

    Indentation and the end tags of list items go, for each page would carry them.

    >>> split(f"<ul>\n  <li>{placeholder('title')}</li>\n</ul>").parts
    ('<ul>\n<li>', 'title', '\n</ul>\n')
    """
    markup = without_indentation(html).replace("</li>", "")
    return Shell(tuple(_MARK.split(markup)))


def without_indentation(html: str) -> str:
    r"""Markup without indentation and empty lines.

    Not for content, where white space may mean something.

    >>> without_indentation("<ul>\n\n  <li>")
    '<ul>\n<li>\n'
    """
    return _INDENT.sub("\n", html).strip() + "\n"


Render = Callable[[ShellContext, PageContext], str]
"""The theme's template as a function: the HTML of a page of a language."""


class Shells:
    """The shells of one language, each rendered when its first page asks for it."""

    def __init__(self, shell: ShellContext, render: Render) -> None:
        self.shell = shell
        self._render = render
        self._rendered: dict[ShellKey, Shell] = {}

    def over(self, corpus: Corpus) -> Shells:
        """The shells for another reading of the corpus; these, where it is the same."""
        if corpus is self.shell.localizer.corpus:
            return self
        localizer = Localizer(corpus, self.shell.language)
        shell = replace(self.shell, localizer=localizer, tabs=tabs(localizer))
        return Shells(shell, self._render)

    def shell_for(self, key: ShellKey) -> Shell:
        """The shell that all pages of a key share."""
        if key not in self._rendered:
            context = page_context(key, self.shell.edit)
            self._rendered[key] = split(self._render(self.shell, context))
        return self._rendered[key]
