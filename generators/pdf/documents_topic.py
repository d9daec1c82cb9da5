"""One topic: what every record says on it, as a table; and the two kinds of absence kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generators.corpus import comparisons
from generators.corpus.comparisons import Row
from generators.corpus.located import LocatedProvision
from generators.pdf import parts, sentences
from generators.pdf.ink import Ink, Runs, joined, strong
from generators.pdf.parts import Cell, Part

WIDTHS = (24, 46, 20, 15)


def chapter(ink: Ink, code: str, level: int, brief: bool = False) -> Iterator[Part]:
    """The comparison on one topic, without its title; sections stand at ``level``. Where it is ``brief``,
    records that nobody has looked at are counted and not named.
    """
    corpus = ink.corpus
    found = comparisons.topic(corpus, code)
    counted = (
        [
            ink.strength(strength),
            f"\u00a0{ink.label('strengths', strength)}{ink.localizer.colon}{ink.localizer.number(found.strengths[strength])}",
        ]
        for strength in corpus.vocabularies.of("strengths")
        if found.strengths.get(strength)
    )
    yield parts.para(ink.word("topics", code, "question"), "lead")
    yield parts.para(ink.word("topics", code, "definition"))
    yield parts.para(joined((ink.numbered("{n} record", "{n} records", len(found.rows)), *counted)), "facts")
    if found.rows:
        yield _table(ink, found.rows)
    else:
        yield parts.para(ink.say("No provision on this topic is recorded here yet."))
    yield from _absences(ink, found, level, brief)


def _absences(ink: Ink, found: comparisons.TopicComparison, level: int, brief: bool) -> Iterator[Part]:
    if found.silent:
        one = "{n} record, read in full, holds nothing on this topic."
        many = "{n} records, read in full, hold nothing on this topic."
        counted = ["— ", *ink.numbered(one, many, len(found.silent))]
        yield from absent(ink, level, ink.say("The text says nothing"), counted, found.silent)
    if found.unread:
        one = "{n} record: nothing is known yet, which does not mean that its text says nothing."
        many = "{n} records: nothing is known yet, which does not mean that their texts say nothing."
        counted = ink.numbered(one, many, len(found.unread))
        yield from absent(ink, level, ink.say("Not yet looked at"), counted, () if brief else found.unread)


def _table(ink: Ink, rows: tuple[Row, ...]) -> Part:
    head = [
        ink.say("Mechanism and record"),
        ink.say("What it says"),
        ink.say("Where, and how strongly"),
        ink.say("Status"),
    ]
    groups = groupby(rows, key=lambda row: region(ink, row.record))
    return parts.table(
        head,
        WIDTHS,
        [(label(ink, code), [each for row in all_ for each in _rows(ink, row)]) for code, all_ in groups],
    )


def _rows(ink: Ink, row: Row) -> Iterator[Part]:
    """A row for each provision, so that none is torn; the record is named in each, so that each can be read
    alone.
    """
    for place, placed in enumerate(row.cells):
        status = _status(ink, row.record) if not place else []
        yield parts.row(
            [name_cell(ink, row.record, place), says(ink, placed), where(ink, placed), status],
            continues=bool(place),
        )


def name_cell(ink: Ink, record: str, place: int) -> Cell:
    """Who made a record, and its name; small from the second row on."""
    if place:
        return parts.paras((joined((sentences.acronyms(ink, record), ink.short(record))), "src"))
    return parts.paras((strong(sentences.acronyms(ink, record)), ""), (ink.to(record, ink.short(record)), ""))


def says(ink: Ink, placed: LocatedProvision) -> Cell:
    """What a provision says, with its sign and number."""
    each = placed.provision
    number = sentences.value(ink, each.value)
    return [
        {
            "k": "signed",
            "s": ink.strength(each.strength),
            "b": parts.paras((number, "num"), (ink.said(placed.record, each.says), "")),
        }
    ]


def where(ink: Ink, placed: LocatedProvision) -> Cell:
    """Where a provision stands, how strongly it speaks, and whether that was checked."""
    each = placed.provision
    strength = [ink.label("strengths", each.strength)]
    return parts.paras(
        (ink.ref(each.ref), ""),
        (joined((strength, ink.grade(ink.corpus.confidence_of(placed.record, each)))), "src"),
    )


def _status(ink: Ink, record: str) -> Cell:
    model = ink.corpus.records[record]
    return parts.paras(
        (ink.word("types", model.type), ""),
        (ink.force(model.binding), ""),
        (sentences.status(ink, record), "src"),
    )


def absent(ink: Ink, level: int, title: Runs, words: Runs, records: tuple[str, ...]) -> Iterator[Part]:
    """Records that a comparison has nothing of, by region."""
    yield parts.heading(level, title)
    yield from parts.paras((words, "src"))
    by_region = groupby(records, key=lambda record: region(ink, record))
    if records:
        yield parts.facts(
            (label(ink, code), joined(ink.short(record) for record in each)) for code, each in by_region
        )


def region(ink: Ink, record: str) -> str:
    """The first region of a record; empty where it has none."""
    found = ink.corpus.regions(record)
    return found[0] if found else ""


def label(ink: Ink, code: str) -> Runs:
    """A region's name."""
    return ink.word("regions", code) if code else ["—"]
