"""A book: chapters put together with a title page, contents and colophon, as the bytes of
an EPUB.

Each chapter is written once for all books of a language. Its links lead within the book,
or to the public site. The same corpus gives the same bytes.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup, escape

from generators.corpus import addresses, downloads
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.document import chapters as documents
from generators.document import publisher, state
from generators.document.blocks import Document, facts
from generators.document.chapters import Chapter
from generators.document.phrases import Phrases
from generators.document.runs import Runs, letters
from generators.epub.writer import LINK, BookWriter
from generators.html.layout import fill
from generators.html.runs import READ, UNREAD
from generators.pdf import typeset, volume_names, volumes
from generators.pdf.shelf import Done, Press, Shelf, VolumeInLanguage, put
from generators.pdf.volume_names import PublicAddresses
from generators.text.files import zipped
from generators.text.partial_dates import of_day
from generators.text.sayings import say

CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" \
media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
CONTENTS = "contents.xhtml"
SHEET = "book.css"
COVER = "cover.png"

_SHEET_FILE = Path(__file__).parent / SHEET
_LINK = re.compile(rf'href="{LINK}([^"#]*)(?:#([^"]*))?"')
_ID = re.compile(r' id="([^"]+)"')
_FACETS = re.compile(r' data-[a-z]+="[^"]*"')

KINDS = (volume_names.COMPENDIUM, volume_names.REGIONS, volume_names.MECHANISMS)
"""The kinds of volume that are books too: those of several chapters."""


class Book(NamedTuple):
    """What the title page of a book says."""

    kind: str
    """What the book is, in words."""
    title: str
    under: Sequence[Runs]
    """The lines below the title."""
    address: str
    """The absolute address of the page that the book is a view of."""


class TextFile(NamedTuple):
    """A file of text in a book."""

    file: str
    level: int
    """The level in the contents, from 1; 0 is the title page, which is not in them."""
    title: str
    """The letters of the title."""
    heading: Markup
    """The title as XHTML that says its language."""
    body: Markup
    kind: str = "chapter"
    """What the file is (epub:type)."""


class Written(NamedTuple):
    """A chapter as it is in any book, its links not led yet."""

    level: int
    """The level in the contents, from 1."""
    title: Runs
    page: str
    """The address of the page that the chapter is a view of; empty if there is none."""
    body: str
    """What the chapter says below its title, as XHTML."""
    places: frozenset[str] = frozenset()
    """The ids of the places that a link can lead to."""
    read: bool = False
    """Whether somebody has read a translation in the chapter."""
    unread: bool = False
    """Whether the chapter has a translation that nobody has read."""


# -- chapters ----------------------------------------------------------------------------


class Chapters:
    """Writes the chapters of a language; its pages are below the absolute address
    ``base``.
    """

    def __init__(self, phrases: Phrases, base: str) -> None:
        self.phrases = phrases
        direction = phrases.localizer.direction
        colon = phrases.localizer.colon
        self.writer = BookWriter(direction, colon, base)
        self.without_signs = BookWriter(direction, colon, base, unread_signs=False)
        """Writes chapters of a book whose title page says once that nobody has read it.
        """
        self._written: dict[tuple[str, str, bool], Written] = {}

    def of_volume(self, volume: str, *, unread_signs: bool = True) -> Iterator[Written]:
        """The chapters of a volume (its id, of one of ``KINDS``), in order.

        With ``unread_signs`` each translation that nobody has read has a sign after it.
        """
        writer = self.writer if unread_signs else self.without_signs
        for chapter in self._chapter_documents(volume):
            address = addresses.address(chapter.target)
            key = (address, letters(chapter.title), unread_signs)
            if key not in self._written:
                self._written[key] = _write_chapter(writer, chapter)
            yield self._written[key]._replace(level=chapter.level)

    def _chapter_documents(self, volume: str) -> Iterator[Chapter]:
        """The chapters of a volume in order, not written yet."""
        phrases = self.phrases
        kind, name = volume_names.split(volume)
        if kind == volume_names.COMPENDIUM:
            yield from documents.topics(phrases)
            yield from documents.steps(phrases)
            yield from documents.duties(phrases)
            yield from documents.regions(phrases)
            yield from self._states()
            yield from documents.explained(phrases)
        else:
            yield from volumes.with_its_own(phrases, kind, name)

    def _states(self) -> Iterator[Chapter]:
        """A chapter of each State, below one that has the contents only. Readers find a
        State by the contents. Paper has a row for each State instead.
        """
        phrases = self.phrases
        empty = Document((), ())
        yield Chapter(1, phrases.ui("States"), empty, addresses.Target("page", "states"))
        for code in documents.ordered_states(phrases):
            name = [phrases.localizer.state(code)]
            target = addresses.Target("state", code)
            yield Chapter(2, name, state.brief(phrases, code), target)


def _write_chapter(writer: BookWriter, chapter: Chapter) -> Written:
    """A chapter as XHTML, without the attributes by which a page filters its rows."""
    document = chapter.document
    writer.marks = set()
    body = writer.blocks([*document.head, *document.aside, *document.sections], 2)
    return Written(
        chapter.level,
        chapter.title,
        addresses.address(chapter.target),
        _FACETS.sub("", body),
        frozenset(_ID.findall(body)),
        read=READ in writer.marks,
        unread=UNREAD in writer.marks,
    )


class Links:
    """The links of a book of these chapters; ``base`` is the absolute address of the
    language's pages.
    """

    def __init__(self, chapters: Sequence[Written], base: str) -> None:
        self._base = base
        self.files = _file_names(chapters)
        """The name of each chapter's file, in their order; no two have one name."""
        views: list[tuple[str, tuple[str, frozenset[str]]]] = []
        for chapter, file in zip(chapters, self.files, strict=True):
            if chapter.page:
                views.append((chapter.page, (file, chapter.places)))
        self._views_of_page = grouped(views)

    def lead(self, body: str) -> str:
        """The XHTML of a chapter with its links. A link leads to a file of the book, else
        to the public site.
        """
        return _LINK.sub(self._attribute, body)

    def _attribute(self, link: re.Match[str]) -> str:
        place = link[2] or ""
        return f'href="{self._address(unescape(link[1]), place)}"'

    def _address(self, page: str, place: str) -> str:
        """The file of the book that has the place (an id, or empty) of a page. If the
        book has no view of the page, its absolute address.
        """
        views = self._views_of_page.get(page)
        if not views:
            return escape(f"{self._base}{page}{'#' if place else ''}{place}")
        for file, places in views:
            if place in places:
                return f"{file}#{place}"
        first_file, _ = views[0]
        return first_file


def _file_names(chapters: Sequence[Written]) -> list[str]:
    """Names of files, no two the same. They are made of the addresses of pages. A place
    that a reader keeps in one edition is there in the next.
    """
    names: list[str] = []
    for chapter in chapters:
        name = chapter.page.strip("/").replace("/", "_") or "end"
        while f"{name}.xhtml" in names:
            name += "_"
        names.append(f"{name}.xhtml")
    return names


# -- a book ------------------------------------------------------------------------------


def book(chapters: Chapters, volume: str, public: PublicAddresses) -> bytes:
    """The EPUB of a volume, of one of ``KINDS``, in the language of ``chapters``."""
    about = _about_book(chapters.phrases, volume, public)
    every, machine = _written_chapters(chapters, volume, about, public)
    links = Links(every, public.page(chapters.phrases.language, ""))
    title_page = Markup(links.lead(_title_page(chapters, about, machine)))
    title = escape(about.title)
    parts = [TextFile("title.xhtml", 0, about.title, title, title_page, "titlepage")]
    for place, chapter in enumerate(every):
        below = chapter.body or _links_below(chapters, every, links.files, place)
        heading = chapters.writer.line(chapter.title)
        body = Markup(f"<h1>{heading}</h1>\n{links.lead(below)}")
        kind = "chapter" if chapter.page else "colophon"
        file = links.files[place]
        name = letters(chapter.title)
        parts.append(TextFile(file, chapter.level, name, heading, body, kind))
    return _pack(chapters.phrases, about, parts)


def _about_book(phrases: Phrases, volume: str, public: PublicAddresses) -> Book:
    kind, name = volume_names.split(volume)
    lines = volume_names.under_title(phrases, kind, name)
    return Book(
        volume_names.kind_of(phrases, kind),
        volume_names.title(phrases.localizer, volume),
        [line for line in lines if line],
        public.page(phrases.language, volume_names.page(volume)),
    )


def _written_chapters(
    chapters: Chapters, volume: str, about: Book, public: PublicAddresses
) -> tuple[list[Written], bool]:
    """The chapters of a book, its colophon too; and whether nobody has read anything of
    it. Then its title page says so once, and no translation has a sign.
    """
    expected = chapters.phrases.nobody_has_read
    written = list(chapters.of_volume(volume, unread_signs=not expected))
    unread = any(chapter.unread for chapter in written)
    machine = unread and not any(chapter.read for chapter in written)
    if machine != expected:
        written = list(chapters.of_volume(volume, unread_signs=not machine))
    writer = chapters.without_signs if machine else chapters.writer
    signs = unread and not machine
    for section in volumes.end(chapters.phrases, about.address, public, signs):
        body = writer.blocks(section.blocks, 2)
        written.append(Written(1, section.heading, "", body))
    return written, machine


def _title_page(chapters: Chapters, about: Book, machine: bool) -> str:
    """The title page as XHTML: what a book is, its title, what it is of, and its day.
    ``machine`` says whether nobody has read its translations.
    """
    phrases = chapters.phrases
    writer = chapters.writer
    lines = list(about.under)
    if machine:
        lines.append(phrases.ui("Translated by machine, not yet read by a person"))
    leads = "".join(f'<p class="lead">{writer.runs(line)}</p>\n' for line in lines)
    front = writer.blocks([facts(volumes.front(phrases, about.address))], 2)
    head = f'<p class="src">{escape(about.kind)}</p>\n<h1>{escape(about.title)}</h1>\n'
    return f"{head}{leads}{front}"


def _links_below(
    chapters: Chapters, written: Sequence[Written], files: Sequence[str], place: int
) -> str:
    """What a chapter without a text of its own says: links to the chapters below it.
    ``place`` is its number in ``written``. It is empty where there are none.
    """
    level = written[place].level
    items: list[str] = []
    for chapter, file in list(zip(written, files, strict=True))[place + 1 :]:
        if chapter.level <= level:
            break
        if chapter.level == level + 1:
            title = chapters.writer.runs(chapter.title)
            items.append(f'<li><a href="{file}">{title}</a></li>\n')
    return f"<ul>\n{''.join(items)}</ul>\n" if items else ""


def _contents_list(entries: Sequence[TextFile]) -> str:
    r"""Entries as lists within one another, by their levels.

    >>> part = TextFile("a.xhtml", 1, "A", Markup("A"), Markup(""))
    >>> _contents_list([part])
    '<ol>\n<li><a href="a.xhtml">A</a></li></ol>'
    """
    parts: list[str] = []
    depth = 0
    for entry in entries:
        level = min(entry.level, depth + 1)
        if level > depth:
            parts.append("<ol>\n")
        else:
            parts.append("</li>\n" + "</ol></li>\n" * (depth - level))
        depth = level
        parts.append(f'<li><a href="{entry.file}">{entry.heading}</a>')
    return "".join(parts) + "</li></ol>" * depth


def _pack(phrases: Phrases, about: Book, parts: Sequence[TextFile]) -> bytes:
    """The EPUB: a ZIP of the files of a book, of the day of the corpus."""
    localizer = phrases.localizer
    words = {
        "language": localizer.language,
        "direction": localizer.direction,
        "_": localizer.gettext,
    }
    entries = [part for part in parts if part.level]
    contents = fill(
        "book-contents.xhtml.j2",
        listed=Markup(_contents_list(entries)),
        first=entries[0],
        last=entries[-1],
        **words,
    )
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "EPUB/package.opf": _package(phrases, about, parts).encode(),
        f"EPUB/{SHEET}": _SHEET_FILE.read_bytes(),
        f"EPUB/{COVER}": _cover_picture(phrases, about),
        f"EPUB/{CONTENTS}": contents.encode(),
    }
    for part in parts:
        page = fill("book-page.xhtml.j2", part=part, **words)
        files[f"EPUB/{part.file}"] = page.encode()
    return zipped(files, phrases.corpus.today, stored={"mimetype"})


def _package(phrases: Phrases, about: Book, parts: Sequence[TextFile]) -> str:
    """The package document of a book: what it is, and the list of its files."""
    localizer = phrases.localizer
    lines = [letters(line) for line in about.under]
    return fill(
        "book-package.opf.j2",
        language=localizer.language,
        direction=localizer.direction,
        _=localizer.gettext,
        title=about.title,
        identifier=uuid.uuid5(uuid.NAMESPACE_URL, about.address),
        day=phrases.corpus.today.isoformat(),
        description=" ".join(filter(None, lines)) or about.title,
        address=about.address,
        publisher=publisher.author(phrases),
        parts=parts,
    )


def _cover_picture(phrases: Phrases, about: Book) -> bytes:
    """The cover of a book as a picture (PNG)."""
    localizer = phrases.localizer
    words = {
        "kind": about.kind,
        "title": about.title,
        "site": localizer.gettext("Dakar Compendium"),
        "day": localizer.date(of_day(phrases.corpus.today)),
        "language": localizer.language,
        "direction": localizer.direction,
    }
    return typeset.cover(words)


# -- all books ---------------------------------------------------------------------------

SideBySide = Callable[[Callable[[str], list[Done]], Sequence[str]], Iterable[list[Done]]]
"""Does a work for each language, perhaps several at once, and gives the results in the
order of languages.
"""


def books(public: PublicAddresses, map_languages: SideBySide = map) -> Press:
    """The press of EPUBs; ``map_languages`` does the work of the languages."""
    return Press(
        downloads.BOOKS,
        "epub",
        say("expected the id of a mechanism or region, or compendium"),
        addresses.book,
        _book_volumes,
        _offered_volumes,
        partial(_make_books, public, map_languages),
    )


def _book_volumes(corpus: Corpus) -> tuple[str, ...]:
    """The ids of the volumes that are books, in the order of volumes."""
    every = volume_names.volumes(corpus)
    return tuple(name for name in every if volume_names.split(name)[0] in KINDS)


def _offered_volumes(corpus: Corpus, language: str) -> tuple[str, ...]:
    """The books that a site offers: those of regions hold their mechanisms once more, and
    are left out.
    """
    regions = volume_names.REGIONS
    known = _book_volumes(corpus)
    return tuple(name for name in known if volume_names.split(name)[0] != regions)


def _make_books(
    public: PublicAddresses,
    work_side_by_side: SideBySide,
    shelf: Shelf,
    due: Sequence[VolumeInLanguage],
) -> Iterator[Done]:
    """Make the books of the pairs (volume, language) that are ``due``. Those that are not
    on the shelf as they would be come out, in the order of languages. The source of a
    book is its bytes.
    """

    def make_language(language: str) -> list[Done]:
        chapters = Chapters(shelf.phrases[language], public.page(language, ""))
        own = [volume for volume, tag in due if tag == language]
        return [_make_book(public, shelf, chapters, volume) for volume in own]

    languages = list(dict.fromkeys(language for _, language in due))
    for books_of_language in work_side_by_side(make_language, languages):
        for done in books_of_language:
            if not shelf.same(done.volume, done.language, done.source):
                yield done


def _make_book(
    public: PublicAddresses, shelf: Shelf, chapters: Chapters, volume: str
) -> Done:
    """Make a book, and put it into the folder unless the same one is there."""
    language = chapters.phrases.language
    data = book(chapters, volume, public)
    address = addresses.book(volume, language)
    digest = sha256(data).hexdigest()
    known = shelf.known.get(address)
    if known and known.source == digest:
        return Done(volume, language, digest)
    size, _ = put(shelf.folder, address, data)
    return Done(volume, language, digest, 0, size, digest)
