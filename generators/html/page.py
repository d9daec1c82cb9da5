"""A page, before any theme: its address, its title, and a function that writes its
content when it is wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target
from generators.corpus.downloads import Download, OfflineCopy
from generators.document import citation
from generators.document.blocks import Document
from generators.document.phrases import Phrases
from generators.document.runs import Runs
from generators.html import layout
from generators.html.writer import HtmlWriter
from generators.text import partial_dates

_MANY = 4
"""Sections from which on a page lists them above."""
_OF_A_CASE = frozenset({"first-days", "recognise", "between", "stage"})
"""The pages (by their name, else by their kind) that are needed with a case in hand."""
_LEFT_QUICKLY = frozenset({"first-days", "recognise", "kept"})
"""The pages that somebody may have to hide at once."""
_NEUTRAL = "https://worldweather.wmo.int/"
"""Where they lead: practice recommends a real, well-known page on the weather, which
nobody asks about. This one is of the United Nations, in all languages of the site, and is
reached in every country. The script (``shell.js``) puts it in the page's place, so that
"back" does not lead here; without it, it is a link.
"""
View = Callable[["PageFactory", HtmlWriter], dict[str, Any]]
"""What a template is handed, made when its page is written: values by the names that the
template uses.
"""


class Page(NamedTuple):
    """One generated page, that of ``target``. ``address`` is below the folder of its
    language and ends in a slash (home: empty); ``section`` is the tab it stands under;
    ``source`` is the file that the edit link leads to, below the project.
    """

    target: Target
    address: str
    section: str
    title: str
    description: str
    render: Callable[[], str]
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Public:
    """What is known of the folder of a language where it is published: ``base``, its
    absolute address, with a slash at its end (empty where it is not known), and the
    ``sizes`` in bytes of files that were written already, by their paths below it;
    ``copy`` is the ZIP of the language, where one was made; ``pdfs`` and ``books`` are
    its PDFs and EPUBs, by volume.
    """

    base: str = ""
    sizes: Mapping[str, int] = field(default_factory=dict)
    copy: OfflineCopy | None = None
    pdfs: Mapping[str, Download] = field(default_factory=dict)
    books: Mapping[str, Download] = field(default_factory=dict)


class PageFactory:
    """Makes the pages of one language: ``phrases`` makes runs, ``public`` is what is
    known of where the language's folder is published, and of what was made beside it.
    """

    def __init__(self, phrases: Phrases, public: Public) -> None:
        self.phrases, self.localizer, self.public = phrases, phrases.localizer, public

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
        """A page at the address of ``target``, by a template of its own, which is handed
        what ``_given`` names and what ``view`` returns.

        Whether nobody has read a page is known for certain once it is written: a page of
        which something else was expected is written once more.
        """
        write = partial(self._write, template, target, title, view)

        def render() -> str:
            expected = self.phrases.nobody_has_read
            writer, text = write(unread_once=expected)
            if layout.says_unread_once(self.phrases, writer) == expected:
                return text
            return write(unread_once=not expected)[1]

        address = addresses.address(target)
        return Page(target, address, section, title, description or title, render, source)

    def _write(
        self, template: str, target: Target, title: str, view: View, *, unread_once: bool
    ) -> tuple[HtmlWriter, str]:
        """A page, and the writer that wrote it; ``unread_once`` says for all of its
        translations that nobody has read them, and so puts no sign after each.
        """
        writer = HtmlWriter(
            self.localizer.direction,
            addresses.address(target),
            self.phrases.written,
            self.public.base,
            unread_signs=not unread_once,
        )
        notice = layout.unread_notice(self.phrases) if unread_once else Markup("")
        given = self._given(writer, target, title) | {"notice": notice}
        return writer, layout.fill(template, **given, **view(self, writer))

    def single(
        self,
        name: str,
        section: str,
        title: str,
        view: View,
        description: str,
        words: str = "",
    ) -> Page:
        """A page that there is one of, with a template of its name; ``words`` is the list
        of the vocabulary that it shows.
        """
        template, target = f"{name or 'home'}.html.j2", Target("page", name)
        source = f"instruments/vocabulary/{words}.yml" if words else None
        return self.page(template, target, section, title, view, description, source)

    def each_entry(
        self, kind: str, of: str, section: str, view: Callable, part: str
    ) -> Iterator[Page]:
        """One page for each entry of a list of the vocabulary, by the template of its
        ``kind``; ``view`` is told the code, ``part`` of the entry describes the page.
        """
        template, source = f"{kind}.html.j2", f"instruments/vocabulary/{of}.yml"
        for code in self.phrases.corpus.vocabularies.of(of):
            target, label = Target(kind, code), self.localizer.label(of, code)
            about = self.localizer.word(of, code, part).text
            yield self.page(
                template, target, section, label, partial(view, code=code), about, source
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
        beside: Runs = (),
        jumps: bool = True,
        picked: bool = False,
    ) -> Page:
        """A page that is one document. ``crumbs`` lead up, ``heading`` is its title as
        runs, ``beside`` a small name behind it; ``jumps`` says whether the document's
        sections are listed above it, where there are many; ``picked`` is the page of a
        record that can be put beside others, and that reference managers take up.
        """

        def view(_: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
            made = make(self.phrases)
            anchored = [each for each in made.sections if each.anchor]
            opening, head = layout.opening_and_rest(made.head)
            return {
                "document": made,
                "opening": opening,
                "head": head,
                "crumbs": crumbs,
                "heading": heading or [title],
                "beside": beside,
                "jumps": anchored if jumps and len(anchored) >= _MANY else [],
                "picked": picked,
                "cited": citation.csl(self.phrases, target.name) if picked else {},
            }

        return self.page(
            "document.html.j2", target, section, title, view, description, source
        )

    def _given(self, writer: HtmlWriter, target: Target, title: str) -> dict[str, Any]:
        """What every template of a page is handed: ``title``; ``html`` and ``line``
        (blocks and runs as markup), ``aside``, ``href`` (the relative address of a page);
        ``_`` and ``n_`` (interface strings), ``comma`` and ``colon``; ``above`` (what
        leads from the folder of the language to the root of the site); ``hand`` (what a
        reader in a hurry needs below the title).

        ``legend`` explains the signs so far: a template calls it after all that holds
        signs. ``take_along`` is the place before a table where it is saved, and
        ``answer`` the attribute of what a script answers: both bring the words of tables
        (``words_of_tables``) to the end of the page. ``way_out``, ``own_files`` and
        ``keep`` are for ``page.html.j2``, around all.
        """
        kind = target.name if target.kind == "page" else target.kind
        return {
            "title": title,
            "html": writer.html,
            "line": writer.line,
            "aside": writer.aside,
            "href": partial(_href, writer),
            "_": self.ui,
            "n_": self._counted,
            "comma": self.localizer.comma,
            "colon": self.localizer.colon,
            "above": self.above,
            "hand": self._at_hand(kind),
            "legend": partial(layout.legend, self.phrases, writer),
            "take_along": writer.take_along,
            "answer": writer.answer,
            "words_of_tables": partial(layout.words_of_tables, self.phrases, writer),
            "way_out": self._way_out(kind),
            "own_files": Markup(self._own(writer, target)),
            "keep": self._keep(target),
        }

    def _counted(self, one: str, many: str, n: int) -> Markup:
        """An interface string in the form that a number asks for, as markup."""
        return Markup(escape(self.localizer.ngettext(one, many, n)))

    def ui(self, text: str, **values: Any) -> Markup:
        """An interface string as markup, with ``{name}`` filled in; values that are no
        markup are escaped.
        """
        said = self.phrases.cached(
            ("ui", text), lambda: Markup(escape(self.localizer.gettext(text)))
        )
        return said.format(**values) if values else said

    def download(self, writer: HtmlWriter, file: Download, words: str = "") -> Markup:
        """A link to a PDF, with its pages and size."""
        pages = self.localizer.ngettext("{n} page", "{n} pages", file.pages)
        words = words or self.ui("This page as a PDF")
        return self._file(writer, file, "application/pdf", words, "PDF", pages)

    def book(self, writer: HtmlWriter, file: Download, words: str = "") -> Markup:
        """A link to an EPUB, with its size."""
        kind = Markup(writer.tagged("EPUB", "zxx"))
        return self._file(
            writer, file, "application/epub+zip", words or self.ui("For e-readers"), kind
        )

    def _own(self, writer: HtmlWriter, target: Target) -> str:
        """The files that a page is also to be had as, by name where there are several; a
        State's page has the sheet of its first days too, and a text without a PDF of its
        own the volume of its organisation.
        """
        address, files = addresses.address(target), (self.public.pdfs, self.public.books)
        pdfs, books = (
            [each for each in of.values() if each.page == address] for of in files
        )
        if target.kind == "state" and (
            sheet := self.public.pdfs.get(f"first-days/{target.name.lower()}")
        ):
            pdfs.append(sheet)
        own = [
            self.download(writer, each, each.title if pdfs[1:] else "") for each in pdfs
        ]
        if target.kind == "record" and not pdfs:
            own += self._volume_of_organisation(writer, target.name)
        own += [self.book(writer, each) for each in books]
        return "".join(f'<p class="tools">{each}</p>\n' for each in own)

    def _volume_of_organisation(self, writer: HtmlWriter, record: str) -> list[Markup]:
        """The link to the PDF that holds a text with the others of its organisation,
        where it was made.
        """
        volume = self.public.pdfs.get(f"mechanisms/{record.partition('/')[0]}")
        if volume is None:
            return []
        words = self.localizer.gettext(
            "In one PDF with the other texts of {organisation}"
        )
        return [
            self.download(writer, volume, words.replace("{organisation}", volume.title))
        ]

    def offline_copy(self, writer: HtmlWriter) -> Markup:
        """A link to the language as a ZIP for reading offline, with its size, its day,
        and whether the PDFs are in it; empty where none was made.
        """
        copy = self.public.copy
        if not copy:
            return Markup()
        kind = Markup(writer.tagged("ZIP + PDF" if copy.pdfs else "ZIP", "zxx"))
        day = writer.line(self.phrases.date(partial_dates.parse(copy.day)))
        return self._file(
            writer,
            copy,
            "application/zip",
            self.ui("Dakar Compendium"),
            kind,
            after=[day],
        )

    def _way_out(self, kind: str) -> Markup:
        """The way out of a page that somebody else must not see, first of all on it."""
        if kind not in _LEFT_QUICKLY:
            return Markup("")
        return Markup(
            '<p class="leave"><a href="{}" data-leave rel="{}">{}</a></p>\n'
        ).format(
            _NEUTRAL, "noreferrer external nofollow", self.ui("Leave this page quickly")
        )

    def _at_hand(self, kind: str) -> Markup:
        """What saves and prints a page of a case, below its title."""
        if kind not in _OF_A_CASE:
            return Markup("")
        printed = Markup(' <button type="button" data-print hidden>{}</button>').format(
            self.ui("Print")
        )
        return Markup('<p class="keep">{}{}</p>\n').format(self._keep_button(), printed)

    def _keep(self, target: Target) -> Markup:
        """The button at the end of a page by which it is kept on the device, where it has
        one there.
        """
        of_mechanism = (
            target.kind == "record" and target.name in self.localizer.corpus.mechanisms
        )
        if not of_mechanism and target.kind not in ("state", "topic", "region"):
            return Markup("")
        return Markup('<p class="keep">{}</p>\n').format(
            self._keep_button(target.kind == "state")
        )

    def _keep_button(self, texts: bool = False) -> Markup:
        """Saves a page with what belongs to it (``site/kept.py``), or with the texts that
        it names. ``answers.js`` shows it, and says the words in it where what it fetches
        does not come.
        """
        button = Markup('<button type="button" data-keep="{}"{} hidden>{}</button>')
        with_texts = Markup(" data-texts") if texts else ""
        failed, words = (
            self.ui("What this needs could not be loaded."),
            self.ui("Save on this device"),
        )
        return button.format(failed, with_texts, words)

    @property
    def above(self) -> str:
        """What leads from the folder of the language to the root of the site."""
        return (
            "" if self.localizer.language == self.localizer.corpus.languages[0] else "../"
        )

    def _file(
        self,
        writer: HtmlWriter,
        file: Download | OfflineCopy,
        media: str,
        words: str,
        *about: str,
        after: Sequence[str] = (),
    ) -> Markup:
        """A link to a file below the root of the site, with what is said about it, and
        its size.
        """
        size, up = (
            cldr.size_text(file.size, self.localizer.language),
            f"{writer.root}{self.above}",
        )
        said = Markup(" · ").join((*about, size, *after))
        link = Markup('<a href="{}{}" type="{}">{}</a> <span class="src">{}</span>')
        return link.format(up, file.address, media, words, said)


def _href(writer: HtmlWriter, name: str, anchor: str = "") -> str:
    """The relative address of a page that there is one of, by its name."""
    return writer.href(Target("page", name, anchor))
