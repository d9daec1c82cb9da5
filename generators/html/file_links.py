"""Links to files: the PDFs, EPUBs and the ZIP that were made of a language.

``Public`` is what is known of them, and of where the pages are published.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target
from generators.corpus.downloads import Download, OfflineCopy
from generators.document.phrases import Phrases
from generators.html.layout import interface_markup
from generators.html.writer import HtmlWriter
from generators.text import partial_dates
from generators.translate.localizer import Localizer


@dataclass(frozen=True, slots=True)
class Public:
    """What is known of the folder of a language where it is published."""

    base: str = ""
    """Its absolute address, with a slash at its end; empty where it is not known."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """The sizes in bytes of files that were written already, by their paths below it."""
    copy: OfflineCopy | None = None
    """The ZIP of the language; None where none was made."""
    pdfs: Mapping[str, Download] = field(default_factory=dict)
    """Its PDFs, by the ids of their volumes."""
    books: Mapping[str, Download] = field(default_factory=dict)
    """Its EPUBs, by the ids of their volumes."""


def up_to_root(localizer: Localizer) -> str:
    """What leads from the folder of a language to the root of the site. It is empty for
    the default language, which is at the root.
    """
    is_default = localizer.language == localizer.corpus.languages[0]
    return "" if is_default else "../"


class FileLinks:
    """Writes links to files on one page."""

    def __init__(self, phrases: Phrases, public: Public, writer: HtmlWriter) -> None:
        self._phrases = phrases
        self._localizer = phrases.localizer
        self._public = public
        self._writer = writer

    def pdf(self, file: Download, words: str = "") -> Markup:
        """A link to a PDF, with its pages and size."""
        words = words or interface_markup(self._phrases, "This page as a PDF")
        pages = self._localizer.ngettext("{n} page", "{n} pages", file.pages)
        size = self._size(file)
        return self._link(file, "application/pdf", words, ("PDF", pages, size))

    def book(self, file: Download, words: str = "") -> Markup:
        """A link to an EPUB, with its size."""
        words = words or interface_markup(self._phrases, "For e-readers")
        kind = Markup(self._writer.tagged("EPUB", "zxx"))
        size = self._size(file)
        return self._link(file, "application/epub+zip", words, (kind, size))

    def offline_copy(self) -> Markup:
        """A link to the language as a ZIP for reading offline; empty where none was made.
        It says the size and the day of the ZIP, and whether the PDFs are in it.
        """
        copy = self._public.copy
        if copy is None:
            return Markup()
        words = interface_markup(self._phrases, "Dakar Compendium")
        kind = Markup(self._writer.tagged("ZIP + PDF" if copy.pdfs else "ZIP", "zxx"))
        day = self._writer.line(self._phrases.date(partial_dates.parse(copy.day)))
        about = (kind, self._size(copy), day)
        return self._link(copy, "application/zip", words, about)

    def of_page(self, target: Target) -> Markup:
        """The files that a page can also be had as, each in a paragraph; empty where it
        has none. PDFs have their names if there are several.

        A State's page has the sheet of its first days too. A text without a PDF of its
        own has the volume of its organisation.
        """
        address = addresses.address(target)
        pdfs = [file for file in self._public.pdfs.values() if file.page == address]
        if target.kind == "state":
            sheet = self._public.pdfs.get(f"first-days/{target.name.lower()}")
            if sheet:
                pdfs.append(sheet)
        has_several = len(pdfs) > 1
        links = [self.pdf(file, file.title if has_several else "") for file in pdfs]
        if target.kind == "record" and not pdfs:
            links += self._volume_of_organisation(target.name)
        for book in self._public.books.values():
            if book.page == address:
                links.append(self.book(book))
        return Markup("".join([f'<p class="tools">{link}</p>\n' for link in links]))

    def _volume_of_organisation(self, record: str) -> list[Markup]:
        """The link to the PDF that holds a text with the others of its organisation,
        where it was made.
        """
        organisation = record.partition("/")[0]
        volume = self._public.pdfs.get(f"mechanisms/{organisation}")
        if volume is None:
            return []
        words = self._localizer.gettext(
            "In one PDF with the other texts of {organisation}"
        )
        return [self.pdf(volume, words.replace("{organisation}", volume.title))]

    def _size(self, file: Download | OfflineCopy) -> str:
        return cldr.size_text(file.size, self._localizer.language)

    def _link(
        self, file: Download | OfflineCopy, media: str, words: str, about: Sequence[str]
    ) -> Markup:
        """A link to a file below the root of the site, with what is said about it. Its
        type is ``media``, such as ``application/pdf``.
        """
        root = f"{self._writer.root}{up_to_root(self._localizer)}"
        link = Markup('<a href="{}{}" type="{}">{}</a> <span class="src">{}</span>')
        notes = Markup(" · ").join(about)
        return link.format(root, file.address, media, words, notes)
