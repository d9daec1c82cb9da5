"""A volume as one value for JSON: its cover, its sections, its legend and its colophon, in one language.

``volume.typ`` reads these keys: ``lang``, ``dir``, ``title``; ``cover`` (``kind`` and ``lines``: runs;
``facts``: labels with values; ``address``: what the code leads to, ``alt`` its words); ``compact`` (the cover
is the upper part of the first page), ``sheet`` (small letters and margins: it is to be hung up), ``depth``
(how many levels of headings stand in the contents), ``chapters`` (whether only chapters do), ``contents``
(``cover``, ``page`` or ``where-long``); ``sections`` (``landscape``, ``parts``: see ``writer``); ``words``
(``contents``, ``page`` with the slots n and m, ``site``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target
from generators.document import (
    chapters,
    citation,
    first_days,
    mechanism,
    numbers,
    recognise,
    stage,
    state,
    topic,
)
from generators.document.blocks import Document, Section
from generators.document.phrases import Phrases
from generators.document.runs import Runs
from generators.pdf import catalogue
from generators.pdf.writer import PaperWriter, Part, heading, section, without_marks

_SHEETS = (catalogue.FIRST_DAYS, catalogue.RECOGNISE)
"""Kinds of volume that are hung up."""

_COMPACT = (catalogue.RECORDS, catalogue.STATES, catalogue.NUMBERS, *_SHEETS)
"""Kinds of volume whose cover is the upper part of their first page: they are a few pages long, and paper is
dear.
"""

_COMPARISONS = (catalogue.TOPICS, catalogue.STAGES)
"""Kinds of volume that are one table on landscape paper, with few headings."""

_DEPTH = {catalogue.COMPENDIUM: 3, catalogue.REGIONS: 2, catalogue.TOPICS: 2, catalogue.STAGES: 2}
"""Down to which level headings stand in the contents, where that is not the first."""

_CONTENTS = {**dict.fromkeys(_COMPARISONS, "cover"), catalogue.COMPENDIUM: "page", catalogue.REGIONS: "page"}
"""Where the contents stand, if not on a page of their own where a volume has more than three. To ask how long
a volume is costs a fifth of the time of a long one, for all pages are laid out once more.
"""


@dataclass(frozen=True, slots=True)
class Public:
    """Where the site and its repository stand: absolute addresses, the site's with a slash at its end."""

    site: str
    repository: str

    def page(self, language: str, address: str) -> str:
        """The absolute address of a page; the default language stands at the root."""
        folder = "" if language == cldr.LANGUAGES[0] else f"{language}/"
        return f"{self.site}{folder}{address}"


def document(phrases: Phrases, volume: str, public: Public) -> dict[str, Any]:
    """The document of a volume in a language."""
    kind, name = catalogue.split(volume)
    localizer = phrases.localizer
    base = public.page(phrases.language, "")
    writer = PaperWriter(localizer.direction, localizer.colon, _targets(phrases, kind, name), base)
    here = public.page(phrases.language, catalogue.page(volume))
    parts = _sections(phrases, writer, kind, name)
    last = _colophon(phrases, writer, kind, here, public)
    cover = _cover(phrases, writer, kind, name, here)
    return {
        "lang": phrases.language,
        "dir": localizer.direction,
        "title": catalogue.title(localizer, volume),
        "cover": without_marks(cover) if writer.machine else cover,
        "compact": kind in _COMPACT,
        "sheet": kind in _SHEETS,
        "depth": _DEPTH.get(kind, 1),
        "chapters": kind in (catalogue.COMPENDIUM, catalogue.REGIONS),
        "contents": _CONTENTS.get(kind, "where-long"),
        "sections": _ended(without_marks(parts) if writer.machine else parts, last, kind),
        "words": {
            "contents": localizer.gettext("Contents"),
            "page": localizer.gettext("Page {n} of {m}"),
            "site": localizer.gettext("Dakar Compendium"),
        },
    }


def _targets(phrases: Phrases, kind: str, name: str) -> frozenset[str]:
    """The records and mechanisms that have a chapter in the volume."""
    corpus = phrases.corpus
    if kind == catalogue.COMPENDIUM:
        return frozenset((*corpus.mechanisms, *corpus.records))
    if kind == catalogue.REGIONS:
        own = corpus.mechanisms_in[name]
        records = (record for mechanism in own for record in corpus.records_of.get(mechanism, ()))
        return frozenset((*own, *records))
    return frozenset(corpus.records_of.get(name, ())) if kind == catalogue.MECHANISMS else frozenset()


def _sections(phrases: Phrases, writer: PaperWriter, kind: str, name: str) -> list[Part]:
    if kind == catalogue.COMPENDIUM:
        return _everything(phrases, writer)
    return [section(_parts(phrases, writer, kind, name), landscape=kind in _COMPARISONS)]


def _everything(phrases: Phrases, writer: PaperWriter) -> list[Part]:
    """Comparisons on landscape paper; upright the reports that are due, all mechanisms with their records,
    the States, and what explains them: indicators, Principles, the Dakar consultation, terms.
    """
    return [
        section(writer.chapters(chapters.comparisons(phrases)), landscape=True),
        section(writer.chapters(chapters.regions(phrases))),
        section(writer.chapters([*chapters.states(phrases), *chapters.explained(phrases)])),
    ]


def _ended(sections: list[Part], end: list[Part], kind: str) -> list[Part]:
    """The sections of a volume with its legend and colophon, in the one that there is, else in their own."""
    if kind == catalogue.COMPENDIUM:
        return [*sections, section(end)]
    only = sections[0]
    return [only | {"parts": [*only["parts"], *end]}]


def _parts(phrases: Phrases, writer: PaperWriter, kind: str, name: str) -> Iterator[Part]:
    if kind == catalogue.RECORDS:
        yield from writer.document(chapters.of_record(phrases, name), 1)
    elif kind == catalogue.MECHANISMS:
        own = phrases.corpus.records_of.get(name, ())
        yield from writer.document(chapters.of_mechanism(phrases, name), 1)
        yield from writer.chapters(chapters.records(phrases, own, 1, begins_page=True))
    elif kind == catalogue.REGIONS:
        yield from writer.document(mechanism.region(phrases, name, with_records=False), 1)
        yield from writer.chapters(chapters.of_region(phrases, name, 1, set()))
    elif kind == catalogue.STATES:
        yield from writer.document(state.document(phrases, name, with_sentences=True), 1)
    elif kind == catalogue.FIRST_DAYS:
        yield from writer.document(first_days.document(phrases, name, sheet=True), 1)
    elif kind == catalogue.RECOGNISE:
        yield from writer.document(recognise.sheet(phrases, name), 1)
    elif kind == catalogue.NUMBERS:
        yield from writer.document(numbers.document(phrases), 1)
    else:
        yield from _comparison(phrases, writer, kind, name)


def _comparison(phrases: Phrases, writer: PaperWriter, kind: str, name: str) -> Iterator[Part]:
    of = "topics" if kind == catalogue.TOPICS else "stages"
    made: Document = (topic if kind == catalogue.TOPICS else stage).document(phrases, name)
    yield heading(1, writer.runs(phrases.ui("Comparison: {topic}", topic=phrases.label(of, name))))
    yield from writer.document(made, 2)


# -- what every volume has -------------------------------------------------------------------------------


def front(phrases: Phrases, address: str) -> tuple[tuple[Runs, Runs], ...]:
    """What stands in front of a volume that is a view of the page at an address: labels with values."""
    return (
        (phrases.ui("Data of"), phrases.today()),
        (phrases.ui("Language"), [cldr.own_name(phrases.language)]),
        (phrases.ui("Address"), phrases.outside(address)),
    )


def end(phrases: Phrases, address: str, public: Public, translations: bool) -> list[Section]:
    """What the signs of a volume mean, and where it comes from."""
    about = public.page(phrases.language, addresses.address(Target("page", "about")))
    return citation.colophon(phrases, address, f"{public.repository}/issues", about, translations)


def _cover(phrases: Phrases, writer: PaperWriter, kind: str, name: str, address: str) -> Part:
    return {
        "kind": [catalogue.kind_of(phrases, kind)],
        "lines": [
            *(writer.runs(line) for line in catalogue.under_title(phrases, kind, name) if line),
            *([writer.runs(phrases.ui("Translated by machine, not yet read by a person"))] * writer.machine),
        ],
        "facts": [[writer.runs(label), writer.runs(value)] for label, value in front(phrases, address)],
        "address": address,
        "alt": phrases.localizer.gettext("QR code that leads to: {address}").replace("{address}", address),
    }


def _colophon(phrases: Phrases, writer: PaperWriter, kind: str, address: str, public: Public) -> list[Part]:
    sections = end(phrases, address, public, writer.unread and not writer.machine)
    # a sheet names its signs under its table
    return list(writer.parts(sections[-1:] if kind in _SHEETS else sections, 1))
