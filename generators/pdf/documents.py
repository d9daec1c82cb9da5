"""A volume as one value for JSON: its cover, its sections, its legend and its colophon, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generators.corpus import cldr
from generators.pdf import (
    catalogue,
    documents_compendium,
    documents_mechanism,
    documents_record,
    documents_region,
    documents_stage,
    documents_state,
    documents_topic,
    parts,
    sentences,
)
from generators.pdf.ink import STRENGTHS, Ink, Runs, joined
from generators.pdf.parts import Part
from generators.translate.localizer import Localizer

_COMPACT = (catalogue.RECORDS, catalogue.STATES)
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


def document(localizer: Localizer, volume: str, public: Public) -> dict[str, Any]:
    """The document of a volume in the localizer's language."""
    kind, name = catalogue.split(volume)
    ink = Ink(localizer, _targets(localizer, kind, name))
    address = public.page(localizer.language, catalogue.page(volume))
    return {
        "lang": localizer.language,
        "dir": localizer.direction,
        "title": catalogue.title(localizer, volume),
        "cover": _cover(ink, kind, name, address),
        "compact": kind in _COMPACT,
        "depth": _DEPTH.get(kind, 1),
        "chapters": kind in (catalogue.COMPENDIUM, catalogue.REGIONS),
        "contents": _CONTENTS.get(kind, "where-long"),
        "sections": _sections(ink, kind, name, _colophon(ink, address, public)),
        "words": {
            "contents": localizer.gettext("Contents"),
            "page": localizer.gettext("Page {n} of {m}"),
            "site": localizer.gettext("Dakar Compendium"),
        },
    }


def _targets(localizer: Localizer, kind: str, name: str) -> frozenset[str]:
    """The records and mechanisms that have a chapter in the volume."""
    corpus = localizer.corpus
    if kind == catalogue.COMPENDIUM:
        return frozenset((*corpus.mechanisms, *corpus.records))
    if kind == catalogue.REGIONS:
        own = corpus.mechanisms_in[name]
        return frozenset(
            (*own, *(record for mechanism in own for record in corpus.records_of.get(mechanism, ())))
        )
    return frozenset(corpus.records_of.get(name, ())) if kind == catalogue.MECHANISMS else frozenset()


def _sections(ink: Ink, kind: str, name: str, colophon: list[Part]) -> list[Part]:
    if kind == catalogue.COMPENDIUM:
        return [*documents_compendium.sections(ink), parts.section(colophon)]
    return [parts.section([*_parts(ink, kind, name), *colophon], landscape=kind in _COMPARISONS)]


def _parts(ink: Ink, kind: str, name: str) -> Iterator[Part]:
    if kind == catalogue.RECORDS:
        return documents_record.chapter(ink, name, 1)
    if kind == catalogue.MECHANISMS:
        return _mechanism(ink, name)
    if kind == catalogue.REGIONS:
        return _region(ink, name)
    if kind == catalogue.TOPICS:
        return _comparison(
            ink,
            ink.say("Comparison: {topic}", topic=ink.word("topics", name)),
            documents_topic.chapter(ink, name, 2),
        )
    if kind == catalogue.STAGES:
        return _comparison(
            ink,
            ink.say("Comparison: {topic}", topic=ink.word("stages", name)),
            documents_stage.chapter(ink, name, 2),
        )
    return documents_state.chapter(ink, name, 1)


def _mechanism(ink: Ink, name: str) -> Iterator[Part]:
    yield from documents_mechanism.chapter(ink, name, 1)
    yield from documents_mechanism.records_of(ink, ink.corpus.records_of.get(name, ()), 1, new_page=True)


def _region(ink: Ink, name: str) -> Iterator[Part]:
    yield from documents_region.overview(ink, name, 1)
    yield from documents_region.chapters(ink, name, 1, set())


def _comparison(ink: Ink, title: Runs, chapter: Iterator[Part]) -> Iterator[Part]:
    del ink
    yield parts.heading(1, title)
    yield from chapter


# -- what every volume has -----------------------------------------------------------------------------------


def _cover(ink: Ink, kind: str, name: str, address: str) -> Part:
    say = ink.say
    return {
        "kind": [_kind(ink, kind)],
        "lines": [line for line in _under_title(ink, kind, name) if line],
        "facts": [
            [say("Data of"), ink.today()],
            [say("Language"), [cldr.own_name(ink.localizer.language)]],
            [say("Address"), ink.address(address)],
        ],
        "address": address,
        "alt": ink.localizer.gettext("QR code that leads to: {address}").replace("{address}", address),
    }


def _kind(ink: Ink, kind: str) -> str:
    say = ink.localizer.gettext
    return {
        catalogue.COMPENDIUM: say("Everything in one volume"),
        catalogue.REGIONS: say("Region"),
        catalogue.MECHANISMS: say("Mechanism"),
        catalogue.TOPICS: say("Topic"),
        catalogue.STAGES: say("Steps of a case"),
        catalogue.STATES: say("State"),
        catalogue.RECORDS: say("Record"),
    }[kind]


def _under_title(ink: Ink, kind: str, name: str) -> tuple[Runs, ...]:
    if kind == catalogue.RECORDS:
        return (sentences.adopters(ink, name),)
    if kind == catalogue.MECHANISMS:
        return (sentences.regions(ink, name), ink.say("With all of its standards, plans and procedures"))
    if kind == catalogue.REGIONS:
        return (ink.say("Every mechanism, with its standards, plans and procedures"),)
    if kind == catalogue.TOPICS:
        return (ink.word("topics", name, "question"),)
    if kind == catalogue.STAGES:
        return (ink.say("What each procedure asks at this stage: {stage}", stage=ink.word("stages", name)),)
    if kind == catalogue.COMPENDIUM:
        return (
            ink.say(
                "Regional standards, action plans and standard operating procedures against trafficking in persons"
            ),
        )
    return ()


def _colophon(ink: Ink, address: str, public: Public) -> list[Part]:
    say, words = ink.say, ink.corpus.vocabularies
    return [
        parts.heading(1, say("Signs in this volume")),
        parts.entries(
            parts.entry(str(STRENGTHS.get(code, 5)), _signed(ink, "strengths", code))
            for code in words.of("strengths")
        ),
        parts.entries(
            parts.entry(entry.sign or "", _signed(ink, "forces", code))
            for code, entry in words.of("forces").items()
        ),
        parts.entries(
            parts.entry(entry.sign or "", _signed(ink, "confidences", code))
            for code, entry in words.of("confidences").items()
        ),
        parts.entries(
            [
                parts.entry("—", parts.paras((say("the text, read in full, says nothing"), ""))),
                parts.entry("⇄", parts.paras((say("translation not yet reviewed"), ""))),
                parts.entry(
                    cldr.LANGUAGES[0], parts.paras((say("Not yet translated: the source text is shown"), ""))
                ),
            ]
        ),
        *_about(ink, address, public),
    ]


def _about(ink: Ink, address: str, public: Public) -> list[Part]:
    say = ink.say
    return [
        parts.heading(1, say("About this volume")),
        parts.para(
            say(
                "Made from the records of the Dakar Compendium on {date}; what holds today stands at {address}",
                date=ink.today(),
                address=ink.address(address),
            )
        ),
        parts.para(
            say(
                "The records are written in the Compendium's own words; only the texts that the mechanisms have published are authentic."
            )
        ),
        parts.para(
            joined(
                (
                    say(
                        "An error? Report it at {address}", address=ink.address(f"{public.repository}/issues")
                    ),
                    say(
                        "how else to report one stands at {address}",
                        address=ink.address(public.page(ink.localizer.language, "about/")),
                    ),
                ),
                "; ",
            )
        ),
        parts.para(
            say(
                "Data: CC BY 4.0. Whoever names the Dakar Compendium and the date may copy, print, translate and pass on this volume."
            )
        ),
    ]


def _signed(ink: Ink, name: str, code: str) -> list[Part]:
    return parts.paras(
        ([{"t": ink.label(name, code), "k": "b"}, ". ", *ink.word(name, code, "definition")], "")
    )
