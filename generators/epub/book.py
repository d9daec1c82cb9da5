"""A book: its chapters, each written once for all books of a language, put together with
a title page, contents and colophon, their links led within the book or to the public
site, as the bytes of an EPUB.

The same corpus gives the same bytes.
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
from generators.pdf import factory, typeset, volumes
from generators.pdf.factory import Done, Press, Shelf
from generators.pdf.volumes import PublicAddresses
from generators.text.files import zipped
from generators.text.partial_dates import of_day
from generators.text.sayings import say

CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
CONTENTS, SHEET, COVER = "contents.xhtml", "book.css", "cover.png"


class Book(NamedTuple):
    """A book: what it is (``kind``), its title, the lines ``under`` that, and the
    ``address`` of the page of which it is a view.
    """

    kind: str
    title: str
    under: Sequence[Runs]
    address: str


class TextFile(NamedTuple):
    """A file of text: its name, its level in the contents (0: it is the title page), the
    letters of its title, the title as XHTML that says its language, what stands in it,
    and what it is (epub:type).
    """

    file: str
    level: int
    title: str
    heading: Markup
    body: Markup
    kind: str = "chapter"


def _listed(entries: Sequence[TextFile]) -> str:
    """Entries as lists within one another, by their levels."""
    written, depth = [], 0
    for entry in entries:
        level = min(entry.level, depth + 1)
        written.append(
            "<ol>\n" if level > depth else "</li>\n" + "</ol></li>\n" * (depth - level)
        )
        depth = level
        written.append(f'<li><a href="{entry.file}">{entry.heading}</a>')
    return "".join(written) + "</li></ol>" * depth


_SHEET = Path(__file__).parent / SHEET
_LINK = re.compile(rf'href="{LINK}([^"#]*)(?:#([^"]*))?"')
_ID = re.compile(r' id="([^"]+)"')
_FACETS = re.compile(r' data-[a-z]+="[^"]*"')

KINDS = (volumes.COMPENDIUM, volumes.REGIONS, volumes.MECHANISMS)
"""The kinds of volume that are books too: those of several chapters."""


class Written(NamedTuple):
    """A chapter as it stands in any book: its level in the contents, its title, the
    address of the page that it is a view of (empty: of none), what is said below its
    title, and the places in it that can be led to. ``read`` says whether somebody has
    read a translation in it, ``unread`` whether it has one that nobody has read.
    """

    level: int
    title: Runs
    page: str
    body: str
    places: frozenset[str] = frozenset()
    read: bool = False
    unread: bool = False


class Chapters:
    """Writes the chapters of a language; ``base`` is the absolute address of its pages."""

    def __init__(self, phrases: Phrases, base: str) -> None:
        self.phrases = phrases
        localizer = phrases.localizer
        direction, colon = localizer.direction, localizer.colon
        self.writer = BookWriter(direction, colon, base)
        self.without_signs = BookWriter(direction, colon, base, unread_signs=False)
        """Writes chapters of a book whose title page says once that nobody has read it.
        """
        self._written: dict[tuple[str, str, bool], Written] = {}

    def of(self, volume: str, *, unread_signs: bool = True) -> Iterator[Written]:
        """The chapters of a volume of one of ``KINDS``, in order, with a sign after each
        translation that nobody has read, or without such signs.
        """
        writer = self.writer if unread_signs else self.without_signs
        for chapter in self._of(*volumes.split(volume)):
            key = (
                addresses.address(chapter.target),
                letters(chapter.title),
                unread_signs,
            )
            if key not in self._written:
                self._written[key] = _write(writer, chapter)
            yield self._written[key]._replace(level=chapter.level)

    def _of(self, kind: str, name: str) -> Iterator[Chapter]:
        phrases = self.phrases
        if kind == volumes.COMPENDIUM:
            yield from documents.topics(phrases)
            yield from documents.steps(phrases)
            yield from documents.duties(phrases)
            yield from documents.regions(phrases)
            yield from self._states()
            yield from documents.explained(phrases)
        else:
            yield from volumes.with_its_own(phrases, kind, name)

    def _states(self) -> Iterator[Chapter]:
        """A chapter a State, for the contents are how a reader finds one; paper has a row
        for each.
        """
        phrases = self.phrases
        yield Chapter(
            1, phrases.ui("States"), Document((), ()), addresses.Target("page", "states")
        )
        for code in documents.ordered_states(phrases):
            name, target = (
                [phrases.localizer.state(code)],
                addresses.Target("state", code),
            )
            yield Chapter(2, name, state.brief(phrases, code), target)


def _write(writer: BookWriter, chapter: Chapter) -> Written:
    document: Document = chapter.document
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
        self.files = _files(chapters)
        """The name of each chapter's file, in their order; no two have one name."""
        pairs = zip(chapters, self.files, strict=True)
        self._of_page = grouped(
            (each.page, (file, each.places)) for each, file in pairs if each.page
        )

    def led(self, body: str) -> str:
        """What a chapter says, with its links."""
        return _LINK.sub(
            lambda found: f'href="{self._to(unescape(found[1]), found[2] or "")}"', body
        )

    def _to(self, page: str, place: str) -> str:
        views = self._of_page.get(page)
        if not views:
            return escape(f"{self._base}{page}{'#' if place else ''}{place}")
        file = next((file for file, places in views if place in places), "")
        return f"{file}#{place}" if file else views[0][0]


def _files(chapters: Sequence[Written]) -> list[str]:
    """Names made of the addresses of pages: a place that was kept in one edition is there
    in the next.
    """
    names: list[str] = []
    for chapter in chapters:
        name = chapter.page.strip("/").replace("/", "_") or "end"
        while f"{name}.xhtml" in names:
            name += "_"
        names.append(f"{name}.xhtml")
    return names


def book(chapters: Chapters, volume: str, public: PublicAddresses) -> bytes:
    """The EPUB of a volume, of one of ``KINDS``, in the language of ``chapters``."""
    phrases, (kind, name) = chapters.phrases, volumes.split(volume)
    title, under = (
        volumes.title(phrases.localizer, volume),
        volumes.under_title(phrases, kind, name),
    )
    address = public.page(phrases.language, volumes.page(volume))
    about = Book(
        volumes.kind_of(phrases, kind), title, [line for line in under if line], address
    )
    expected = phrases.nobody_has_read
    written = list(chapters.of(volume, unread_signs=not expected))
    unread = any(chapter.unread for chapter in written)
    # whether nobody has read anything of it: then it is said once, in front
    machine = unread and not any(chapter.read for chapter in written)
    if machine != expected:
        written = list(chapters.of(volume, unread_signs=not machine))
    writer = chapters.without_signs if machine else chapters.writer
    sections = volumes.end(phrases, about.address, public, unread and not machine)
    end = [
        Written(1, section.heading, "", writer.blocks(section.blocks, 2))
        for section in sections
    ]
    every = [*written, *end]
    links = Links(every, public.page(phrases.language, ""))
    front = links.led(_front(chapters, about, machine))
    parts = [
        TextFile(
            "title.xhtml", 0, about.title, escape(about.title), Markup(front), "titlepage"
        )
    ]
    for place, (chapter, file) in enumerate(zip(every, links.files, strict=True)):
        below = chapter.body or _below(chapters, every, links.files, place)
        name, kind = (
            chapters.writer.line(chapter.title),
            "chapter" if chapter.page else "colophon",
        )
        body = Markup(f"<h1>{name}</h1>\n{links.led(below)}")
        parts.append(
            TextFile(file, chapter.level, letters(chapter.title), name, body, kind)
        )
    return _packed(phrases, about, parts)


def _front(chapters: Chapters, about: Book, machine: bool) -> str:
    """The title page: what a book is, what it is called, what it is of, and of which day."""
    phrases, writer = chapters.phrases, chapters.writer
    unread = (
        [phrases.ui("Translated by machine, not yet read by a person")] if machine else []
    )
    lines = "".join(
        f'<p class="lead">{writer.runs(each)}</p>\n' for each in (*about.under, *unread)
    )
    front = writer.blocks([facts(volumes.front(phrases, about.address))], 2)
    return f'<p class="src">{escape(about.kind)}</p>\n<h1>{escape(about.title)}</h1>\n{lines}{front}'


def _below(
    chapters: Chapters, written: Sequence[Written], files: Sequence[str], place: int
) -> str:
    """What stands in a chapter that has nothing but chapters below it: links to these."""
    items = []
    for chapter, file in list(zip(written, files, strict=True))[place + 1 :]:
        if chapter.level <= written[place].level:
            break
        if chapter.level == written[place].level + 1:
            items.append(
                f'<li><a href="{file}">{chapters.writer.runs(chapter.title)}</a></li>\n'
            )
    return f"<ul>\n{''.join(items)}</ul>\n" if items else ""


def _packed(phrases: Phrases, about: Book, parts: Sequence[TextFile]) -> bytes:
    localizer, entries = phrases.localizer, [part for part in parts if part.level]
    own = {"language": localizer.language, "direction": localizer.direction}
    day, site = (
        localizer.date(of_day(phrases.corpus.today)),
        localizer.gettext("Dakar Compendium"),
    )
    cover = typeset.cover(
        {"kind": about.kind, "title": about.title, "site": site, "day": day, **own}
    )
    words = own | {"_": localizer.gettext}
    package = words | {
        "title": about.title,
        "identifier": uuid.uuid5(uuid.NAMESPACE_URL, about.address),
        "day": phrases.corpus.today.isoformat(),
        "description": " ".join(filter(None, map(letters, about.under))) or about.title,
        "address": about.address,
        "publisher": publisher.author(phrases),
        "parts": parts,
    }
    contents = words | {
        "listed": Markup(_listed(entries)),
        "first": entries[0],
        "last": entries[-1],
    }
    pages = {CONTENTS: fill("book-contents.xhtml.j2", **contents)}
    pages |= {part.file: fill("book-page.xhtml.j2", part=part, **words) for part in parts}
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "EPUB/package.opf": fill("book-package.opf.j2", **package).encode(),
        f"EPUB/{SHEET}": _SHEET.read_bytes(),
        f"EPUB/{COVER}": cover,
        **{f"EPUB/{name}": page.encode() for name, page in pages.items()},
    }
    return zipped(files, phrases.corpus.today, stored={"mimetype"})


# -- all books ---------------------------------------------------------------------------

SideBySide = Callable[[Callable[[str], list[Done]], Sequence[str]], Iterable[list[Done]]]
"""Does a work for each language, perhaps several at once, and gives the results in the
order of languages.
"""


def books(public: PublicAddresses, each: SideBySide = map) -> Press:
    """EPUBs of the volumes of several chapters, in the order of volumes."""

    def of_kinds(corpus: Corpus) -> tuple[str, ...]:
        return tuple(
            name for name in volumes.volumes(corpus) if volumes.split(name)[0] in KINDS
        )

    def offered(corpus: Corpus, language: str) -> tuple[str, ...]:
        """A region's book holds those of its mechanisms once more."""
        known = of_kinds(corpus)
        return tuple(name for name in known if volumes.split(name)[0] != volumes.REGIONS)

    kinds = say("expected the id of a mechanism or region, or compendium")
    make = partial(_books, public, each)
    return Press(downloads.BOOKS, "epub", kinds, addresses.book, of_kinds, offered, make)


def _books(
    public: PublicAddresses,
    each: SideBySide,
    shelf: Shelf,
    due: Sequence[tuple[str, str]],
) -> Iterator[Done]:
    """In the order of languages; the source of a book is its bytes."""

    def work(language: str) -> list[Done]:
        chapters = Chapters(shelf.phrases[language], public.page(language, ""))
        return [
            _made(public, shelf, chapters, volume)
            for volume, tag in due
            if tag == language
        ]

    for made in each(work, list(dict.fromkeys(language for _, language in due))):
        yield from (done for done in made if not shelf.same(*done[:3]))


def _made(public: PublicAddresses, shelf: Shelf, chapters: Chapters, volume: str) -> Done:
    language = chapters.phrases.language
    data, address = book(chapters, volume, public), addresses.book(volume, language)
    digest, known = sha256(data).hexdigest(), shelf.known.get(address)
    if known and known.source == digest:
        return Done(volume, language, digest)
    size, _ = factory.put(shelf.folder, address, data)
    return Done(volume, language, digest, 0, size, digest)
