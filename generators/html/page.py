"""A page, before any theme: its address, its title, and a function that writes its
content when it is wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple, Protocol

from markupsafe import Markup, escape

from generators.corpus import addresses
from generators.corpus.addresses import Target
from generators.document import citation
from generators.document.blocks import Document
from generators.document.phrases import Phrases
from generators.document.runs import Runs
from generators.html import layout
from generators.html.file_links import FileLinks, Public, up_to_root
from generators.html.person_switch import person_switch
from generators.html.writer import HtmlWriter

_MANY = 4
"""From so many sections on, a page lists them above."""
_OF_A_CASE = frozenset({"first-days", "recognise", "between", "stage"})
"""The pages (by their name, else by their kind) that are needed with a case in hand."""
_LEFT_QUICKLY = frozenset({"first-days", "recognise", "kept", "case", "between"})
"""The pages that somebody may have to hide at once."""
_NEUTRAL = "https://worldweather.wmo.int/"
"""Where they lead: practice recommends a real, well-known page on the weather, which
nobody asks about. This one is of the United Nations, in all languages of the site, and is
reached in every country. The script (``shell.js``) puts it in the page's place, so that
"back" does not lead here; without it, it is a link.
"""
_KEPT_ON_DEVICES = frozenset({"state", "topic", "region"})
"""The kinds of pages that a reader may keep on the device, as the page of a mechanism."""

View = Callable[["PageFactory", HtmlWriter], dict[str, Any]]
"""What a template is handed, made when its page is written: values by the names that the
template uses.
"""


class EntryView(Protocol):
    """A view of an entry of the vocabulary, of which it gets the code."""

    def __call__(
        self, factory: PageFactory, writer: HtmlWriter, code: str
    ) -> dict[str, Any]: ...


class Page(NamedTuple):
    """One generated page."""

    target: Target
    """What the page is the page of."""
    address: str
    """The address below the folder of its language. It ends in a slash; that of the home
    page is empty.
    """
    section: str
    """The name of the tab that the page is under."""
    title: str
    description: str
    render: Callable[[], str]
    """Writes the content of the page, as HTML."""
    source: str | None = None
    """The file that the edit link leads to, below the project; None where it is made of
    several.
    """


class DocumentHead(NamedTuple):
    """What a page that is one document has around it."""

    heading: Runs
    """The title as runs."""
    crumbs: Sequence[Runs]
    """What leads up, from the top."""
    small_name: Runs
    """A small name after the title; may be empty."""
    jumps: bool
    """Whether the sections are listed above the document, where there are many."""
    record: str
    """The record that readers can compare with others and cite; empty for other pages."""


class PageFactory:
    """Makes the pages of one language.

    ``phrases`` makes runs. ``public`` has the address of the language's folder and the
    files that were made of it.
    """

    def __init__(self, phrases: Phrases, public: Public) -> None:
        self.phrases = phrases
        self.localizer = phrases.localizer
        self.public = public

    # -- kinds of pages ------------------------------------------------------------------

    def page(
        self,
        template: str,
        target: Target,
        section: str,
        title: str,
        view: View,
        description: str = "",
        source: str | None = None,
    ) -> Page:
        """A page at the address of ``target``. Its template is handed what
        ``_common_values`` names and what ``view`` returns.
        """
        render = partial(self._render, template, target, title, view)
        address = addresses.address(target)
        return Page(target, address, section, title, description or title, render, source)

    def single(
        self,
        name: str,
        section: str,
        title: str,
        view: View,
        description: str,
        words: str = "",
    ) -> Page:
        """A page that there is one of, with a template of its ``name`` (the home page has
        none). It shows the list ``words`` of the vocabulary, if any.
        """
        template = f"{name or 'home'}.html.j2"
        source = f"instruments/vocabulary/{words}.yml" if words else None
        target = Target("page", name)
        return self.page(template, target, section, title, view, description, source)

    def each_entry(
        self, kind: str, list_name: str, section: str, view: EntryView, part: str
    ) -> Iterator[Page]:
        """One page for each entry of a list of the vocabulary, by the template of its
        ``kind``. The ``part`` of the entry (``definition``, ``question``) describes the
        page.
        """
        template = f"{kind}.html.j2"
        source = f"instruments/vocabulary/{list_name}.yml"
        for code in self.phrases.corpus.vocabularies.entries_of(list_name):
            target = Target(kind, code)
            label = self.localizer.label(list_name, code)
            description = self.localizer.word(list_name, code, part).text
            view_of_entry = partial(view, code=code)
            yield self.page(
                template, target, section, label, view_of_entry, description, source
            )

    def document(
        self,
        target: Target,
        section: str,
        title: str,
        make: Callable[[Phrases], Document],
        description: str = "",
        source: str | None = None,
        *,
        crumbs: Sequence[Runs] = (),
        heading: Runs = (),
        small_name: Runs = (),
        jumps: bool = True,
        picked: bool = False,
    ) -> Page:
        """A page that is one document, which ``make`` makes when the page is written.

        ``picked`` is the page of a record that readers can compare with others, and that
        reference managers take up. For the other values see ``DocumentHead``.
        """
        record = target.name if picked else ""
        head = DocumentHead(heading or [title], crumbs, small_name, jumps, record)
        view = partial(_document_view, make=make, head=head)
        return self.page(
            "document.html.j2", target, section, title, view, description, source
        )

    # -- writing a page ------------------------------------------------------------------

    def _render(self, template: str, target: Target, title: str, view: View) -> str:
        """A page as HTML.

        Whether nobody has read its translations is known for certain once it is written.
        If something else was expected, it is written once more.
        """
        expected = self.phrases.nobody_has_read
        writer, text = self._write(template, target, title, view, unread_once=expected)
        if layout.says_unread_once(self.phrases, writer) == expected:
            return text
        _, text = self._write(template, target, title, view, unread_once=not expected)
        return text

    def _write(
        self, template: str, target: Target, title: str, view: View, *, unread_once: bool
    ) -> tuple[HtmlWriter, str]:
        """The writer that wrote a page, and the page. With ``unread_once`` the page says
        for all of its translations that nobody has read them. Then none has a sign.
        """
        writer = HtmlWriter(
            self.localizer.direction,
            addresses.address(target),
            self.phrases.written,
            self.public.base,
            unread_signs=not unread_once,
        )
        common = self._common_values(writer, target)
        notice = layout.unread_notice(self.phrases) if unread_once else Markup("")
        own = view(self, writer)
        return writer, layout.fill(template, title=title, notice=notice, **common, **own)

    def _common_values(self, writer: HtmlWriter, target: Target) -> dict[str, Any]:
        """What every template of a page is handed, but for its title and notice."""
        kind = target.name if target.kind == "page" else target.kind
        files = FileLinks(self.phrases, self.public, writer)
        return {
            # blocks, runs and asides as markup; the relative address of a page
            "html": writer.html,
            "line": writer.line,
            "aside": writer.aside,
            "href": partial(_href, writer),
            # interface strings and punctuation
            "_": self.ui,
            "n_": self._counted,
            "comma": self.localizer.comma,
            "colon": self.localizer.colon,
            # what leads from the folder of the language to the root of the site
            "above": self.above,
            # what a reader in a hurry needs below the title
            "hand": self._tools_at_hand(kind),
            # by which a reader says whom a case is about
            "persons": person_switch(self.phrases, kind),
            # explains the signs so far: asked for after all that holds signs
            "legend": partial(layout.legend, self.phrases, writer),
            # the place before a table where it is saved; the attribute of what a script
            # answers: both bring the words of tables to the end of the page
            "take_along": writer.take_along,
            "answer": writer.answer,
            "words_of_tables": partial(layout.words_of_tables, self.phrases, writer),
            # for page.html.j2, around all
            "way_out": self._way_out(kind),
            "own_files": files.of_page(target),
            "keep": self._keep(target),
        }

    # -- interface strings ---------------------------------------------------------------

    def ui(self, text: str, **values: Any) -> Markup:
        """An interface string as markup, with each ``{name}`` filled in. Values are
        escaped, but for markup.
        """
        words = layout.interface_markup(self.phrases, text)
        return words.format(**values) if values else words

    def _counted(self, singular: str, plural: str, n: int) -> Markup:
        """An interface string in the form that a number asks for, as markup."""
        return Markup(escape(self.localizer.ngettext(singular, plural, n)))

    @property
    def above(self) -> str:
        """What leads from the folder of the language to the root of the site."""
        return up_to_root(self.localizer)

    # -- what a reader does with a page --------------------------------------------------

    def _way_out(self, kind: str) -> Markup:
        """The way out of a page that somebody else must not see, first of all on it.
        Empty for other pages.
        """
        if kind not in _LEFT_QUICKLY:
            return Markup("")
        link = Markup('<p class="leave"><a href="{}" data-leave rel="{}">{}</a></p>\n')
        relation = "noreferrer external nofollow"
        return link.format(_NEUTRAL, relation, self.ui("Leave this page quickly"))

    def _tools_at_hand(self, kind: str) -> Markup:
        """What saves and prints a page of a case; else empty."""
        if kind not in _OF_A_CASE:
            return Markup("")
        printing = Markup(' <button type="button" data-print hidden>{}</button>')
        print_button = printing.format(self.ui("Print"))
        return Markup('<p class="keep">{}{}</p>\n').format(
            self._keep_button(), print_button
        )

    def _keep(self, target: Target) -> Markup:
        """The button at the end of a page that keeps it on the device. Empty for a page
        that cannot be kept.
        """
        mechanisms = self.localizer.corpus.mechanisms
        is_of_mechanism = target.kind == "record" and target.name in mechanisms
        if not is_of_mechanism and target.kind not in _KEPT_ON_DEVICES:
            return Markup("")
        button = self._keep_button(with_texts=target.kind == "state")
        return Markup('<p class="keep">{}</p>\n').format(button)

    def _keep_button(self, with_texts: bool = False) -> Markup:
        """Saves a page with what belongs to it (``site/kept.py``), or with the texts that
        it names. ``answers.js`` shows the button. If what that fetches does not come, it
        says the words in ``data-keep``.
        """
        button = Markup('<button type="button" data-keep="{}"{} hidden>{}</button>')
        failed = self.ui("What this needs could not be loaded.")
        texts = Markup(" data-texts") if with_texts else ""
        return button.format(failed, texts, self.ui("Save on this device"))


def _document_view(
    factory: PageFactory,
    _writer: HtmlWriter,
    make: Callable[[Phrases], Document],
    head: DocumentHead,
) -> dict[str, Any]:
    """What the template of a page is handed that is one document."""
    document = make(factory.phrases)
    opening, rest = layout.opening_and_rest(document.head)
    jumps = [section for section in document.sections if section.anchor]
    if not head.jumps or len(jumps) < _MANY:
        jumps = []
    cited = citation.csl(factory.phrases, head.record) if head.record else {}
    return {
        "document": document,
        "opening": opening,
        "head": rest,
        "crumbs": head.crumbs,
        "heading": head.heading,
        "small_name": head.small_name,
        "jumps": jumps,
        "picked": bool(head.record),
        "cited": cited,
    }


def _href(writer: HtmlWriter, name: str, anchor: str = "") -> str:
    """The relative address of a page that there is one of, by its name."""
    return writer.href(Target("page", name, anchor))
