"""The shell of a page: everything around the content column, rendered once by the theme
and filled in for each page.

A shell depends on the language, the active tab, the depth of the address and whether
there is an edit link; all else that differs between two pages (title, description,
address, source, content) stands in it as a mark. Knows neither MkDocs nor records.
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
    """What stands in a shell where each page puts its own."""
    return f"\ue000{name}\ue001"


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """A language of the menu; ``path`` is its folder, empty for the default language."""

    code: str
    name: str
    direction: str
    path: str

    @property
    def short(self) -> str:
        """A word for the head of a page (``EN``)."""
        return cldr.short_name(self.code)


@dataclass(frozen=True, slots=True)
class Tab:
    """A section of the site; ``address`` is below the folder of the language."""

    section: str
    address: str
    label: str


@dataclass(frozen=True, slots=True)
class ShellContext:
    """What the shells of one language have in common. ``site`` is the site's absolute
    address, ``repository`` and ``edit`` those of the project and of what its files' edit
    links begin with, ``policy`` what pages say of what a browser may do on them (empty:
    nothing).
    """

    localizer: Localizer
    tabs: tuple[Tab, ...]
    site: str
    repository: str
    edit: str
    assets: Assets
    policy: str = ""

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
        """The last day on which pages say what applies today without a warning, ISO 8601."""
        return check_after(self.localizer.corpus.today).isoformat()

    @property
    def day_text(self) -> str:
        """The day of the data, as the language writes it."""
        return self.localizer.date(partial_dates.parse(self.day))

    @property
    def report(self) -> str:
        """The mail or https address to which readers report errors; empty where the
        publisher has none.
        """
        return self.localizer.corpus.publisher.address

    @property
    def keeper(self) -> str:
        """Who keeps the site, in a sentence, as markup."""
        return publisher.sentence(speaking(self.localizer.corpus, self.language))

    def address_of(self, page: str) -> str:
        """The address of a page that there is one of, by its name (``about``)."""
        return address(Target("page", page))

    def alternates(self, page: str, title: str, beside: Set[str]) -> str:
        """What leads a reader of feeds, or a calendar, from a page (by its address) to
        the file beside it; ``beside`` are the paths of such files.
        """
        kinds = (
            ("feed.xml", "application/atom+xml", self.gettext("What changed")),
            ("calendar.ics", "text/calendar", self.gettext("Coming dates")),
        )
        return "\n".join(
            f'<link rel="alternate" type="{kind}" title="{what}{self.colon}{escape(title)}" href="{name}">'
            for name, kind, what in kinds
            if f"{page}{name}" in beside
        )

    def report_link(self, address: str) -> str:
        """What a link to report an error of a page leads to, escaped: the address itself,
        or a mail that says which page it is about.
        """
        contact = self.localizer.corpus.publisher.contact
        if not contact.startswith("mailto:"):
            return escape(contact, quote=True)
        subject = quote(self.localizer.gettext("Report an error"))
        return f"{contact}?subject={subject}&amp;body={quote(self.site + self.here.path)}{address}"

    def window_title(self, title: str, address: str) -> str:
        """What the bar of the window says of a page, escaped. Home is the site itself.
        The list of saved pages does not say which site it is of: somebody may look over
        the reader's shoulder.
        """
        alone = address in ("", self.address_of("kept"))
        site = self.gettext("Dakar Compendium")
        return (
            escape(title, quote=True)
            if alone
            else f"{escape(title, quote=True)} · {site}"
        )

    @property
    def colon(self) -> str:
        """What stands between a label and what it labels, escaped."""
        return escape(self.localizer.colon, quote=True)

    def gettext(self, text: str) -> str:
        """An interface string, escaped."""
        return escape(self.localizer.gettext(text), quote=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """What differs between pages, as the theme's template reads it: ready to stand in
    markup.

    ``alternates`` are links to the feed and the calendar beside the page.

    ``root`` leads to the folder of the language, ``edit`` to the source (empty: no link),
    ``record`` is what the form is asked for to change it (empty: it cannot), ``head`` is
    what its head has beyond that of others, ``fallback`` the language that a hand-written
    page is really in, where that is not the language of the site around it; ``not_found``
    is the page that stands for pages that do not exist.
    """

    root: str
    address: str = ""
    section: str = ""
    title: str = ""
    description: str = ""
    edit: str = ""
    content: str = ""
    record: str = ""
    alternates: str = ""
    head: str = ""
    by_hand: bool = False
    fallback: SiteLanguage | None = None
    not_found: bool = False


@cache
def site_languages() -> tuple[SiteLanguage, ...]:
    """The languages of the menu, in order; the first is the default one."""
    default = cldr.LANGUAGES[0]
    return tuple(
        SiteLanguage(
            code,
            cldr.own_name(code),
            cldr.direction(code),
            "" if code == default else f"{code}/",
        )
        for code in cldr.LANGUAGES
    )


def site_language(code: str) -> SiteLanguage:
    """The language of a code."""
    return next(each for each in site_languages() if each.code == code)


def tabs(localizer: Localizer) -> tuple[Tab, ...]:
    """The tabs of one language, in order."""
    return tuple(
        Tab(name, address, section_label(localizer, name))
        for name, address in SECTIONS.items()
    )


@dataclass(frozen=True, slots=True, order=True)
class ShellKey:
    """The kinds of shell: pages of one key share one."""

    section: str
    depth: int
    editable: bool
    in_form: bool = False


def page_context(key: ShellKey, edit: str) -> PageContext:
    """What differs, for all pages of a key, with marks for what each page fills in."""
    marks = {
        name: placeholder(name)
        for name in ("title", "description", "content", "alternates", "head")
    }
    return PageContext(
        address=placeholder("address") if key.depth else "",
        root="../" * key.depth,
        section=key.section,
        edit=edit + placeholder("source") if edit and key.editable else "",
        record=placeholder("record") if key.in_form else "",
        **marks,
    )


def not_found(shell: ShellContext) -> PageContext:
    """The page for readers who lost their way. A host shows it at any address, so it
    links from the root of the host.
    """
    return PageContext(root=urlsplit(shell.site).path, not_found=True)


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered shell, split at its marks: text and the name of a mark in turn."""

    parts: tuple[str, ...]

    def fill(self, values: Mapping[str, str]) -> str:
        """The whole page; ``values`` are ready markup, by the name of the mark."""
        return "".join(
            [
                values[part] if number % 2 else part
                for number, part in enumerate(self.parts)
            ]
        )


def leading_on(
    here: SiteLanguage, to: str, script: str, title: str, head: str, policy: str
) -> str:
    """A page that leads on to another, by a script or without; ``head`` is what stands
    first in its head, behind what a browser may do on it (``policy``; empty: nothing is
    said of that). All of it is ready markup.
    """
    allowed = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        if policy
        else ""
    )
    return (
        f'<!doctype html>\n<html lang="{here.code}" dir="{here.direction}" data-to="{to}"><head>'
        f'<meta charset="utf-8">{allowed}{head}<script src="{script}"></script>'
        f'<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript></head>'
        f'<body><p><a href="{to}">{title}</a></p></body></html>\n'
    )


def split(html: str) -> Shell:
    """Split a rendered shell at its marks; indentation and ends of items go: each page
    would carry them.
    """
    return Shell(tuple(_MARK.split(without_indentation(html).replace("</li>", ""))))


def without_indentation(html: str) -> str:
    """Markup without indentation and empty lines. Not for content, where white space may
    mean something.
    """
    return _INDENT.sub("\n", html).strip() + "\n"


Render = Callable[[ShellContext, PageContext], str]


class Shells:
    """The shells of one language, each rendered when its first page asks for it."""

    def __init__(self, shell: ShellContext, render: Render) -> None:
        self.shell = shell
        self._render = render
        self._made: dict[ShellKey, Shell] = {}

    def over(self, corpus: Corpus) -> Shells:
        """Those over another reading of the corpus; over the same one these."""
        if corpus is self.shell.localizer.corpus:
            return self
        speaking = Localizer(corpus, self.shell.language)
        return Shells(
            replace(self.shell, localizer=speaking, tabs=tabs(speaking)), self._render
        )

    def of(self, key: ShellKey) -> Shell:
        if key not in self._made:
            self._made[key] = split(
                self._render(self.shell, page_context(key, self.shell.edit))
            )
        return self._made[key]
