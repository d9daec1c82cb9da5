"""A volume as one value for JSON, in one language: its cover, sections, legend, colophon
and index.

``volume.typ`` reads these keys:

``lang``, ``dir``, ``title``
    Those of the whole volume.
``cover``
    ``kind`` and ``lines`` are runs, ``facts`` labels with values. The code leads to
    ``address`` and has the words ``alt``.
``compact``
    Whether the cover is the upper part of the first page.
``size``
    ``sheet`` is to be hung up, ``book`` has small letters and margins; else empty.
``depth``
    How many levels of headings are in the contents.
``chapters``
    Whether only chapters are in the contents.
``leaf``
    Whether a page is left for the contents: else they are on the cover.
``sections``
    ``landscape`` and ``parts``: see ``writer``.
``words``
    ``contents``, ``page`` with the slots n and m, ``site``, ``author``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target
from generators.document import (
    chapters,
    first_days,
    numbers,
    publisher,
    recognise,
    stage,
    state,
    topic,
)
from generators.document.blocks import Paragraph, Section, notes
from generators.document.chapters import Chapter
from generators.document.citation import colophon
from generators.document.mechanism import region
from generators.document.phrases import Phrases
from generators.document.runs import Runs, joined
from generators.pdf.volume_index import index
from generators.pdf.volume_names import (
    COMPENDIUM,
    FIRST_DAYS,
    MECHANISMS,
    NUMBERS,
    RECOGNISE,
    RECORDS,
    REGIONS,
    SHELVES,
    STAGES,
    STATES,
    TOPICS,
    PublicAddresses,
    entry,
    find,
    kind_of,
    offered,
    page,
    split,
    title,
    under_title,
    volumes,
)
from generators.pdf.writer import PaperWriter, Part, heading, section

# The names of volumes are a part of what this module offers.
__all__ = [
    "COMPENDIUM",
    "FIRST_DAYS",
    "MECHANISMS",
    "NUMBERS",
    "RECOGNISE",
    "RECORDS",
    "REGIONS",
    "SHELVES",
    "STAGES",
    "STATES",
    "TOPICS",
    "PublicAddresses",
    "document",
    "end",
    "entry",
    "find",
    "front",
    "kind_of",
    "offered",
    "page",
    "split",
    "title",
    "under_title",
    "volumes",
    "with_its_own",
]

_SHEETS = (FIRST_DAYS, RECOGNISE)
"""Kinds of volume that are hung up."""

_COMPACT = (RECORDS, STATES, NUMBERS, *_SHEETS)
"""Kinds of volume whose cover is the upper part of their first page: they are a few pages
long, and paper is dear.
"""

_COMPARISONS = (TOPICS, STAGES)
"""Kinds of volume that are one table on landscape paper, with few headings."""

_BOOKS = (COMPENDIUM, REGIONS)
"""Kinds of volume that hold so much that each text is told in brief, in small letters."""

_SMALL = (*_BOOKS, STATES)
"""Kinds of volume in small letters."""

_DEPTHS = {TOPICS: 2, STAGES: 2, REGIONS: 2, STATES: 2, COMPENDIUM: 3}
"""Down to which level headings are in the contents, where that is not the first."""


def document(phrases: Phrases, volume: str, public: PublicAddresses) -> dict[str, Any]:
    """The document of a volume in a language.

    Whether nobody has read it is known for certain once it is written. If something else
    was expected, it is written once more.
    """
    expected = phrases.nobody_has_read
    writer, written = _write_volume(phrases, volume, public, unread_signs=not expected)
    if writer.unread and writer.machine != expected:
        _, written = _write_volume(phrases, volume, public, unread_signs=expected)
    return written


def _write_volume(
    phrases: Phrases, volume: str, public: PublicAddresses, *, unread_signs: bool
) -> tuple[PaperWriter, dict[str, Any]]:
    """A volume, and the writer that wrote it; see ``PaperWriter`` on ``unread_signs``."""
    kind, name = split(volume)
    localizer = phrases.localizer
    writer = PaperWriter(
        localizer.direction,
        localizer.colon,
        _targets(phrases, kind, name),
        public.page(phrases.language, ""),
        unread_signs=unread_signs,
    )
    here = public.page(phrases.language, page(volume))
    sections = _sections(phrases, writer, kind, name)
    # the legend's own sentences keep their signs, as they always had them
    writer.unread_signs = True
    last = _colophon(phrases, writer, kind, here, public)
    last += index(phrases, writer)
    writer.unread_signs = unread_signs
    # after all else: only now the writer knows whether somebody has read a translation
    cover = _cover(phrases, writer, kind, name, here)
    return writer, {
        "lang": phrases.language,
        "dir": localizer.direction,
        "title": title(localizer, volume),
        "cover": cover,
        "compact": kind in _COMPACT,
        "size": _size(kind),
        "depth": _DEPTHS.get(kind, 1),
        "chapters": kind in _BOOKS,
        "leaf": kind not in _COMPARISONS,
        "sections": _with_end(sections, last, kind),
        "words": _words(phrases),
    }


def _size(kind: str) -> str:
    if kind in _SHEETS:
        return "sheet"
    return "book" if kind in _SMALL else ""


def _words(phrases: Phrases) -> dict[str, str]:
    ui = phrases.localizer.gettext
    return {
        "contents": ui("Contents"),
        "page": ui("Page {n} of {m}"),
        "site": ui("Dakar Compendium"),
        "author": publisher.author(phrases),
    }


def _targets(phrases: Phrases, kind: str, name: str) -> frozenset[str]:
    """The addresses of what has a chapter in the volume: records and mechanisms, topics,
    stages and regions. It is empty for a volume without chapters.
    """
    corpus = phrases.corpus
    mechanisms: list[str] = []
    if kind == COMPENDIUM:
        mechanisms = list(corpus.mechanisms)
    elif kind == MECHANISMS:
        mechanisms = [name]
    elif kind == REGIONS:
        mechanisms = list(corpus.mechanisms_in.get(name) or ())
    targets: list[Target] = []
    for mechanism in mechanisms:
        for record in corpus.records_of.get(mechanism, ()):
            targets.append(Target("record", record))
        if kind in _BOOKS:
            targets.append(Target("record", mechanism))
    if kind == COMPENDIUM:
        for list_name in ("topics", "stages", "regions"):
            kind_of_page = addresses.KIND_OF_LIST[list_name]
            for code in corpus.vocabularies.entries_of(list_name):
                targets.append(Target(kind_of_page, code))
    return frozenset(addresses.address(target) for target in targets)


# -- sections ----------------------------------------------------------------------------


def _sections(phrases: Phrases, writer: PaperWriter, kind: str, name: str) -> list[Part]:
    """The sections of a volume: several of the compendium, one of any other."""
    if kind == COMPENDIUM:
        return _compendium_sections(phrases, writer)
    parts = _parts(phrases, writer, kind, name)
    return [section(parts, landscape=kind in _COMPARISONS)]


def _compendium_sections(phrases: Phrases, writer: PaperWriter) -> list[Part]:
    """Everything. Topics come first. The steps of a case and the reports that are due
    follow on landscape paper. All mechanisms with their records are upright again, as are
    the States. What explains them comes last: indicators, Principles, the Dakar
    consultation, terms.
    """
    topics = section(writer.chapters(chapters.topics(phrases, brief=True)))
    wide = [*chapters.steps(phrases), *chapters.duties(phrases)]
    wide_section = section(writer.chapters(wide), landscape=True)
    regions = section(writer.chapters(chapters.regions(phrases, brief=True)))
    last = [*chapters.states(phrases), *chapters.explained(phrases)]
    return [topics, wide_section, regions, section(writer.chapters(last))]


def _with_end(sections: list[Part], end_parts: list[Part], kind: str) -> list[Part]:
    """The sections of a volume with its legend and colophon. These have a section of
    their own in the compendium. Any other volume has one section, which they end.
    """
    if kind == COMPENDIUM:
        return [*sections, section(end_parts)]
    (only,) = sections
    return [only | {"parts": [*only["parts"], *end_parts]}]


def _parts(phrases: Phrases, writer: PaperWriter, kind: str, name: str) -> Iterator[Part]:
    """The parts of a volume of any kind but the compendium."""
    if kind == RECORDS:
        record = chapters.of_record(phrases, name)
        yield from writer.document(record, 1, contents=True)
    elif kind in (MECHANISMS, REGIONS):
        own_chapters = with_its_own(phrases, kind, name, brief=True)
        yield from writer.document(next(own_chapters).document, 1)
        yield from writer.chapters(own_chapters)
    elif kind == STATES:
        page_of_state = state.document(phrases, name, with_sentences=True)
        yield from writer.document(page_of_state, 1, contents=True)
    elif kind == FIRST_DAYS:
        sheet = first_days.document(phrases, name, sheet=True)
        yield from writer.document(sheet, 1)
    elif kind == RECOGNISE:
        yield from writer.document(recognise.sheet(phrases, name), 1)
    elif kind == NUMBERS:
        yield from writer.document(numbers.document(phrases), 1, contents=True)
    else:
        yield from _comparison(phrases, writer, kind, name)


def _comparison(
    phrases: Phrases, writer: PaperWriter, kind: str, name: str
) -> Iterator[Part]:
    """The table of a topic or of a stage, under its heading."""
    if kind == TOPICS:
        label = phrases.label("topics", name)
        page_document = topic.document
    else:
        label = phrases.label("stages", name)
        page_document = stage.document
    yield heading(1, writer.runs(phrases.ui("Comparison: {topic}", topic=label)))
    yield from writer.document(page_document(phrases, name), 2)


def with_its_own(
    phrases: Phrases, kind: str, name: str, brief: bool = False
) -> Iterator[Chapter]:
    """The chapters of a mechanism or region: itself, then all that it has. ``brief`` is
    for those of a region.
    """
    if kind == REGIONS:
        target = Target("region", name)
        itself = region(phrases, name, with_records=False)
        yield Chapter(1, phrases.label("regions", name), itself, target)
        yield from chapters.of_region(phrases, name, 1, set(), brief)
    else:
        target = Target("record", name)
        heading_runs = phrases.plain(phrases.localizer.title(name))
        yield Chapter(1, heading_runs, chapters.of_mechanism(phrases, name), target)
        records = phrases.corpus.records_of.get(name, ())
        yield from chapters.records(phrases, records, 1)


# -- what every volume has ---------------------------------------------------------------


def front(phrases: Phrases, address: str) -> tuple[tuple[Runs, Runs], ...]:
    """What is in front of a volume that is a view of the page at an address: labels with
    values.
    """
    check_after = phrases.check_after()
    until = phrases.ui("after {day}, check before you rely on it", day=check_after)
    return (
        (phrases.ui("Data of"), joined((phrases.today(), until))),
        (phrases.ui("Language"), [cldr.own_name(phrases.language)]),
        (phrases.ui("Address"), phrases.outside(address)),
    )


def end(
    phrases: Phrases, address: str, public: PublicAddresses, translations: bool
) -> list[Section]:
    """What the signs of a volume mean, and where it comes from. ``translations`` says
    whether the sign of an unreviewed translation is among them.
    """
    about = public.page(phrases.language, addresses.address(Target("page", "about")))
    contact = phrases.corpus.publisher.contact
    report = contact or f"{public.repository}/issues"
    return colophon(phrases, address, report, about, translations)


def _cover(
    phrases: Phrases, writer: PaperWriter, kind: str, name: str, address: str
) -> Part:
    """The cover of a volume that is a view of the page at an address."""
    lines = [writer.runs(line) for line in under_title(phrases, kind, name) if line]
    if writer.machine:
        notice = phrases.ui("Translated by machine, not yet read by a person")
        lines.append(writer.runs(notice))
    rows = [
        [writer.runs(label), writer.runs(value)]
        for label, value in front(phrases, address)
    ]
    words = phrases.localizer.gettext("QR code that leads to: {address}")
    return {
        "kind": [kind_of(phrases, kind)],
        "lines": lines,
        "facts": rows,
        "address": address,
        "alt": words.replace("{address}", address),
    }


def _colophon(
    phrases: Phrases,
    writer: PaperWriter,
    kind: str,
    address: str,
    public: PublicAddresses,
) -> list[Part]:
    """The legend and the colophon. A sheet has two pages, and names its signs under its
    table. So it has the colophon only, in one paragraph.
    """
    sections = end(phrases, address, public, writer.unread and not writer.machine)
    if kind not in _SHEETS:
        return list(writer.parts(sections, 1))
    *_, about_volume = sections
    lines = [block.runs for block in about_volume.blocks if isinstance(block, Paragraph)]
    return list(writer.parts(notes(joined(lines, phrases.localizer.gap)), 1))
