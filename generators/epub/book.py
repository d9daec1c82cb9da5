"""A book: its chapters, each written once for all books of a language, put together with a title page,
contents and colophon, their links led within the book or to the public site, as the bytes of an EPUB.

The same corpus gives the same bytes.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from html import escape, unescape
from pathlib import Path
from typing import NamedTuple

from generators.corpus import addresses, downloads
from generators.corpus.corpus import Corpus
from generators.document import chapters as documents
from generators.document import mechanism, state
from generators.document.blocks import Document, facts
from generators.document.chapters import Chapter
from generators.document.phrases import Phrases
from generators.document.runs import Runs, letters
from generators.epub.writer import LINK, BookWriter
from generators.html.runs import READ
from generators.pdf import factory, typeset, volumes
from generators.pdf.factory import Done, Press, Shelf
from generators.pdf.volumes import Public
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

_XHTML = "application/xhtml+xml"
_FEATURES = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability")


class About(NamedTuple):
    """A book: its volume, its title, and the ``address`` of the page that it is a view of."""

    phrases: Phrases
    volume: str
    title: str
    address: str

    def ui(self, text: str) -> str:
        """An interface string."""
        return self.phrases.localizer.gettext(text)


class Part(NamedTuple):
    """A file of text: its name, its level in the contents (0: it is the title page), the letters of its
    title, the title as XHTML that says its language, what stands in it, and what it is (epub:type).
    """

    file: str
    level: int
    title: str
    heading: str
    body: str
    kind: str = "chapter"


def package(about: About, parts: Sequence[Part]) -> str:
    """The package document."""
    items = "".join(
        f'<item id="p{number}" href="{part.file}" media-type="{_XHTML}"/>\n'
        for number, part in enumerate(parts)
    )
    spine = [f'<itemref idref="p{number}"/>\n' for number in range(len(parts))]
    spine.insert(1, '<itemref idref="contents"/>\n')
    direction = about.phrases.localizer.direction
    turned = ' page-progression-direction="rtl"' if direction == "rtl" else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'xml:lang="{about.phrases.language}" dir="{direction}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{_metadata(about)}</metadata>\n'
        f'<manifest>\n<item id="contents" href="{CONTENTS}" media-type="{_XHTML}" properties="nav"/>\n'
        f'<item id="cover" href="{COVER}" media-type="image/png" properties="cover-image"/>\n'
        f'<item id="sheet" href="{SHEET}" media-type="text/css"/>\n{items}</manifest>\n'
        f"<spine{turned}>\n{''.join(spine)}</spine>\n</package>\n"
    )


def _metadata(about: About) -> str:
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, about.address)
    under = volumes.under_title(about.phrases, *volumes.split(about.volume))
    day = about.phrases.corpus.today.isoformat()
    core = {
        "title": about.title,
        "language": about.phrases.language,
        "creator": about.ui("Dakar Compendium"),
        "date": day,
        "description": " ".join(filter(None, map(letters, under))) or about.title,
        "source": about.address,
        "rights": "https://creativecommons.org/licenses/by/4.0/",
    }
    accessible = about.ui(
        "Text only, with headings, contents and links. Signs have words, and no picture or colour is needed."
    )
    meta = [
        ("dcterms:modified", f"{day}T00:00:00Z"),
        ("schema:accessMode", "textual"),
        ("schema:accessModeSufficient", "textual"),
        *(("schema:accessibilityFeature", feature) for feature in _FEATURES),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", accessible),
    ]
    return (
        f'<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>\n'
        + "".join(f"<dc:{name}>{escape(value)}</dc:{name}>\n" for name, value in core.items())
        + "".join(f'<meta property="{name}">{escape(value)}</meta>\n' for name, value in meta)
    )


def contents(about: About, parts: Sequence[Part]) -> str:
    """The contents, which a reader opens from anywhere, as a page of the book too."""
    entries = [part for part in parts if part.level]
    first, last = entries[0], entries[-1]
    title = escape(about.ui("Contents"))
    marks = (("toc", CONTENTS, title), ("bodymatter", first.file, first.heading))
    landmarks = "".join(
        f'<li><a epub:type="{kind}" href="{file}">{heading}</a></li>\n'
        for kind, file, heading in (*marks, ("colophon", last.file, escape(about.ui("About this volume"))))
    )
    body = (
        f'<nav epub:type="toc" role="doc-toc" id="toc" aria-label="{title}">\n<h1>{title}</h1>\n'
        f"{_listed(entries)}</nav>\n"
        f'<nav epub:type="landmarks" id="landmarks" hidden="hidden"><ol>\n{landmarks}</ol></nav>'
    )
    return _framed(about, about.ui("Contents"), body)


def _listed(entries: Sequence[Part]) -> str:
    """Entries as lists within one another, by their levels."""
    written, depth = [], 0
    for entry in entries:
        level = min(entry.level, depth + 1)
        if level > depth:
            written.append("<ol>\n")
        else:
            written.append("</li>\n" + "</ol></li>\n" * (depth - level))
        depth = level
        written.append(f'<li><a href="{entry.file}">{entry.heading}</a>')
    return "".join(written) + "</li></ol>" * depth


def frame(about: About, part: Part) -> str:
    """A part as a file."""
    role = f' role="doc-{part.kind}"' if part.kind in ("chapter", "colophon") else ""
    body = f'<section epub:type="{part.kind}"{role}>\n{part.body}</section>'
    return _framed(about, part.title, body)


def _framed(about: About, title: str, body: str) -> str:
    language = about.phrases.language
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{language}" xml:lang="{language}" dir="{about.phrases.localizer.direction}">\n'
        f"<head><title>{escape(title)}</title>"
        f'<link rel="stylesheet" type="text/css" href="{SHEET}"/></head>\n<body>\n{body}\n</body>\n</html>\n'
    )


_SHEET = Path(__file__).parent / SHEET
_LINK = re.compile(rf'href="{LINK}([^"#]*)(?:#([^"]*))?"')
_ID = re.compile(r' id="([^"]+)"')
_FACETS = re.compile(r' data-[a-z]+="[^"]*"')

KINDS = (volumes.COMPENDIUM, volumes.REGIONS, volumes.MECHANISMS)
"""The kinds of volume that are books too: those of several chapters."""


class Written(NamedTuple):
    """A chapter as it stands in any book: its level in the contents, its title, the address of the page that
    it is a view of (empty: of none), what is said below its title, and the places in it that can be led to.
    ``read`` says whether somebody has read a translation in it.
    """

    level: int
    title: Runs
    page: str
    body: str
    places: frozenset[str]
    read: bool


class Chapters:
    """Writes the chapters of a language; ``base`` is the absolute address of its pages."""

    def __init__(self, phrases: Phrases, base: str) -> None:
        self.phrases = phrases
        self.writer = BookWriter(phrases.localizer.direction, phrases.localizer.colon, base)
        self._kept: dict[tuple[str, str], Written] = {}

    def of(self, volume: str) -> Iterator[Written]:
        """The chapters of a volume of one of ``KINDS``, in order."""
        for chapter in self._of(*volumes.split(volume)):
            key = addresses.address(chapter.target), letters(chapter.title)
            if key not in self._kept:
                self._kept[key] = self._write(chapter)
            yield self._kept[key]._replace(level=chapter.level)

    def _of(self, kind: str, name: str) -> Iterator[Chapter]:
        phrases = self.phrases
        if kind == volumes.COMPENDIUM:
            yield from documents.topics(phrases)
            yield from documents.steps(phrases)
            yield from documents.duties(phrases)
            yield from documents.regions(phrases)
            yield from self._states()
            yield from documents.explained(phrases)
        elif kind == volumes.REGIONS:
            made = mechanism.region(phrases, name, with_records=False)
            label = phrases.label("regions", name)
            yield Chapter(1, label, made, addresses.Target("region", name))
            yield from documents.of_region(phrases, name, 1, set())
        else:
            own = phrases.corpus.records_of.get(name, ())
            title = phrases.plain(phrases.localizer.title(name))
            made = documents.of_mechanism(phrases, name)
            yield Chapter(1, title, made, addresses.Target("record", name))
            yield from documents.records(phrases, own, 1)

    def _states(self) -> Iterator[Chapter]:
        """A chapter a State, for the contents are how a reader finds one; paper has a row for each."""
        phrases = self.phrases
        yield Chapter(1, phrases.ui("States"), Document((), ()), addresses.Target("page", "states"))
        for code in documents.ordered_states(phrases):
            name, target = [phrases.localizer.state(code)], addresses.Target("state", code)
            yield Chapter(2, name, state.brief(phrases, code), target)

    def _write(self, chapter: Chapter) -> Written:
        said: Document = chapter.document
        body = self.writer.blocks([*said.head, *said.aside, *said.sections], 2)
        places = frozenset(_ID.findall(body))
        return Written(
            chapter.level,
            chapter.title,
            addresses.address(chapter.target),
            _FACETS.sub("", body.replace(READ, "")),
            places,
            READ in body,
        )


class Links:
    """The links of a book of these chapters; ``base`` is the absolute address of the language's pages."""

    def __init__(self, chapters: Sequence[Written], base: str) -> None:
        self._base = base
        self.files = _files(chapters)
        """The name of each chapter's file, in their order; no two have one name."""
        self._of_page: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for chapter, file in zip(chapters, self.files, strict=True):
            if chapter.page:
                self._of_page.setdefault(chapter.page, []).append((file, chapter.places))

    def led(self, body: str) -> str:
        """What a chapter says, with its links."""
        return _LINK.sub(lambda found: f'href="{self._to(unescape(found[1]), found[2] or "")}"', body)

    def _to(self, page: str, place: str) -> str:
        views = self._of_page.get(page)
        if not views:
            return escape(f"{self._base}{page}{'#' if place else ''}{place}")
        if not place:
            return views[0][0]
        file = next((file for file, places in views if place in places), "")
        return f"{file}#{place}" if file else views[0][0]


def _files(chapters: Sequence[Written]) -> list[str]:
    """Names made of the addresses of pages: a place that was kept in one edition is there in the next."""
    names: list[str] = []
    for chapter in chapters:
        name = chapter.page.strip("/").replace("/", "_") or "end"
        while f"{name}.xhtml" in names:
            name += "_"
        names.append(f"{name}.xhtml")
    return names


def book(chapters: Chapters, volume: str, public: Public) -> bytes:
    """The EPUB of a volume, of one of ``KINDS``, in the language of ``chapters``."""
    phrases = chapters.phrases
    title = volumes.title(phrases.localizer, volume)
    about = About(phrases, volume, title, public.page(phrases.language, volumes.page(volume)))
    written = list(chapters.of(volume))
    sign = chapters.writer.unread_sign
    unread = bool(sign) and any(sign in each.body for each in written)
    machine = unread and not any(each.read for each in written)  # then it is said once, in front
    end = list(_end(chapters, about, public, unread and not machine))
    links = Links([*written, *end], public.page(phrases.language, ""))
    front = links.led(_front(chapters, about, machine))
    parts = [Part("title.xhtml", 0, about.title, escape(about.title), front, "titlepage")]
    for place, (chapter, file) in enumerate(zip([*written, *end], links.files, strict=True)):
        said = chapter.body.replace(sign, "") if machine else chapter.body
        below = said or _below(chapters, [*written, *end], links.files, place)
        name, kind = chapters.writer.runs(chapter.title), "chapter" if chapter.page else "colophon"
        body = f"<h1>{name}</h1>\n{links.led(below)}"
        parts.append(Part(file, chapter.level, letters(chapter.title), name, body, kind))
    cover = typeset.cover(
        {
            "kind": volumes.kind_of(phrases, volumes.split(volume)[0]),
            "title": title,
            "site": about.ui("Dakar Compendium"),
            "day": phrases.localizer.date(of_day(phrases.corpus.today)),
            "language": phrases.language,
            "direction": phrases.localizer.direction,
        }
    )
    return _packed(about, parts, cover)


def _front(chapters: Chapters, about: About, machine: bool) -> str:
    """The title page: what a book is, what it is called, what it is of, and of which day."""
    phrases, line = chapters.phrases, chapters.writer.runs
    kind, name = volumes.split(about.volume)
    unread = about.ui("Translated by machine, not yet read by a person")
    under = [line(each) for each in volumes.under_title(phrases, kind, name) if each]
    return (
        f'<p class="src">{escape(volumes.kind_of(phrases, kind))}</p>\n<h1>{escape(about.title)}</h1>\n'
        + "".join(f'<p class="lead">{each}</p>\n' for each in (*under, *([escape(unread)] * machine)))
        + chapters.writer.blocks([facts(volumes.front(phrases, about.address))], 2)
    )


def _below(chapters: Chapters, written: Sequence[Written], files: Sequence[str], place: int) -> str:
    """What stands in a chapter that has nothing but chapters below it: links to these."""
    items = []
    for chapter, file in list(zip(written, files, strict=True))[place + 1 :]:
        if chapter.level <= written[place].level:
            break
        if chapter.level == written[place].level + 1:
            items.append(f'<li><a href="{file}">{chapters.writer.runs(chapter.title)}</a></li>\n')
    return f"<ul>\n{''.join(items)}</ul>\n" if items else ""


def _end(chapters: Chapters, about: About, public: Public, unread: bool) -> Iterator[Written]:
    """What the signs mean, and where the book comes from."""
    for section in volumes.end(chapters.phrases, about.address, public, unread):
        body = chapters.writer.blocks(section.blocks, 2)
        yield Written(1, section.heading, "", body, frozenset(), False)


def _packed(about: About, parts: Sequence[Part], cover: bytes) -> bytes:
    entries = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "EPUB/package.opf": package(about, parts).encode(),
        f"EPUB/{CONTENTS}": contents(about, parts).encode(),
        f"EPUB/{SHEET}": _SHEET.read_bytes(),
        f"EPUB/{COVER}": cover,
        **{f"EPUB/{part.file}": frame(about, part).encode() for part in parts},
    }
    return zipped(entries, about.phrases.corpus.today, stored={"mimetype"})


# -- all books -----------------------------------------------------------------------------------------------

SideBySide = Callable[[Callable[[str], list[Done]], Sequence[str]], Iterable[list[Done]]]
"""Does a work for each language, perhaps several at once, and gives the results in the order of languages."""


def books(public: Public, each: SideBySide = map) -> Press:
    """EPUBs of the volumes of several chapters, in the order of volumes."""

    def of_kinds(corpus: Corpus) -> tuple[str, ...]:
        return tuple(name for name in volumes.volumes(corpus) if volumes.split(name)[0] in KINDS)

    kinds = say("expected the id of a mechanism or region, or compendium")
    return Press(downloads.BOOKS, "epub", kinds, addresses.book, of_kinds, partial(_books, public, each))


def _books(public: Public, each: SideBySide, shelf: Shelf, due: Sequence[tuple[str, str]]) -> Iterator[Done]:
    """In the order of languages; the source of a book is its bytes."""

    def work(language: str) -> list[Done]:
        chapters = Chapters(shelf.phrases[language], public.page(language, ""))
        return [_made(public, shelf, chapters, volume) for volume, tag in due if tag == language]

    for made in each(work, list(dict.fromkeys(language for _, language in due))):
        yield from (done for done in made if not shelf.same(*done[:3]))


def _made(public: Public, shelf: Shelf, chapters: Chapters, volume: str) -> Done:
    language = chapters.phrases.language
    data, address = book(chapters, volume, public), addresses.book(volume, language)
    digest, known = sha256(data).hexdigest(), shelf.known.get(address)
    if known and known.source == digest:
        return Done(volume, language, digest)
    size, _ = factory.put(shelf.folder, address, data)
    return Done(volume, language, digest, 0, size, digest)
