"""Every number with a unit that a text sets, across all records, the smallest first."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from generators.corpus import numbers
from generators.corpus.addresses import Target
from generators.corpus.numbers import NumberGroup, PlacedNumber
from generators.corpus.order import NEIGHBOUR, groups_of, nearness
from generators.document import monitoring, parties, quoted_line, sentences
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fold,
    Paragraph,
    Section,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.runs import Annotation, Link, Run, Share, joined, letters
from generators.model.records import Provision, Reporting, Step


def document(phrases: Phrases) -> Document:
    """All numbers, without a title: topics, steps of a case, reports, final clauses, each
    behind its name with the smallest and the largest.
    """
    lead = phrases.ui(
        "Every number in the texts (how long, how often, how many), side by side, smallest first."
    )
    note = phrases.ui(
        "Numbers are sorted by length of time. Read the sentence next to each number: two numbers may count "
        "different things."
    )
    by_place = groupby(numbers.numbers(phrases.corpus), key=attrgetter("anchor"))
    sections = [_section(phrases, [*groups]) for _, groups in by_place]
    if not sections:
        note = phrases.ui("We have no number yet.")
    return Document([Paragraph(lead, "lead"), *notes(note)], sections)


def of_topic(phrases: Phrases, code: str) -> list[Block]:
    """What leads from a topic to its numbers; nothing where no text sets one."""
    anchor = numbers.anchor("topics", code)
    if all(group.anchor != anchor for group in numbers.numbers(phrases.corpus)):
        return []
    place = Target("page", "numbers", anchor)
    return [
        Paragraph(
            [
                Link(
                    phrases.ui("The numbers that texts set on this topic, side by side"),
                    place,
                )
            ]
        )
    ]


def _section(phrases: Phrases, groups: list[NumberGroup]) -> Section:
    first, of, code = groups[0], groups[0].of, groups[0].code
    parts = [_part(phrases, group) for group in groups]
    lines = _near(phrases, first) or list(first.lines)
    ends = [_number(phrases, first, line) for line in (lines[0], lines[-1])]
    numbers = joined(ends if letters(ends[0]) != letters(ends[1]) else ends[:1], " – ")
    heading = [*_heading(phrases, of, code), " ", Annotation(numbers)]
    led: list[Run] = []
    if of == "topics":
        led = phrases.linked(
            "topic",
            code,
            phrases.plain(phrases.localizer.word("topics", code, "question")),
        )
    elif of == "stages":
        led = phrases.linked("stage", code, phrases.ui("This step in all procedures"))
    return Section(
        heading, [*([Paragraph(led)] if led else []), *parts], first.anchor, "fold"
    )


def _near(phrases: Phrases, group: NumberGroup) -> list[PlacedNumber]:
    """The numbers of texts that are no general law."""
    corpus = phrases.corpus
    return [
        line
        for line in group.lines
        if nearness(corpus, line.record, line.line) != NEIGHBOUR
    ]


def _part(phrases: Phrases, group: NumberGroup) -> Section:
    """The numbers of a group; behind them those of general law, where there are others."""
    near = _near(phrases, group) or list(group.lines)
    general = [line for line in group.lines if line not in near]
    shown, law = (
        Entries([_entry(phrases, group, line) for line in of], "numbers")
        for of in (near, general)
    )
    words = sentences.general_law(phrases, len(general))
    return Section(
        _kind(phrases, group), [shown, *([Fold(words, [law])] if general else [])]
    )


def _heading(phrases: Phrases, of: str, code: str) -> list[Run]:
    if of == "stages":
        return phrases.labelled(phrases.ui("Step of a case"), phrases.label(of, code))
    headings = {
        "reporting": phrases.ui("Reporting"),
        "entry-into-force": phrases.ui("Entry into force"),
    }
    return headings[of] if of in headings else phrases.label(of, code)


def _kind(phrases: Phrases, group: NumberGroup) -> list[Run]:
    """What the numbers of a group are."""
    if group.unit != "time":
        return phrases.label("measures", group.unit)
    return {
        "value": phrases.ui("Lengths of time"),
        "within": phrases.ui("Time limits"),
        "every": phrases.ui("How often reports are due"),
        "after": phrases.ui("How long after the last ratification needed"),
    }[group.what]


def _entry(phrases: Phrases, group: NumberGroup, line: PlacedNumber) -> Entry:
    record, each = line.record, line.line
    said = _said(phrases, line)
    # of a final clause the status is all that is said of it
    stands = said and (
        phrases.corpus.group(record) == "standing" or quoted_line.ended(phrases, record)
    )
    strength = phrases.strength(each.strength) if isinstance(each, Provision) else []
    place = sentences.place(phrases, line)
    force = quoted_line.force(phrases, record, each), _bound(phrases, record, each)
    status = [] if stands else sentences.status(phrases, record)
    about = joined((strength, place, *force, status, phrases.sure(record, each)))
    bar = [Share(line.share)] if len(group.lines) > 1 else []
    return Entry(
        said or about,
        [about] if said else [],
        value=[*_number(phrases, group, line), *bar],
    )


def _number(phrases: Phrases, group: NumberGroup, line: PlacedNumber) -> list[Run]:
    """A number as its text sets it: within, at least, at most, every so much."""
    if isinstance(line.line, Reporting):
        return monitoring.how_often(phrases, line.line)
    measure = phrases.measure(dict(line.measure))
    if group.what == "within":
        return phrases.ui("within {length}", length=measure)
    value_is = line.line.value_is if isinstance(line.line, Provision | Step) else None
    return sentences.bounded(phrases, measure, value_is)


def _said(phrases: Phrases, line: PlacedNumber) -> list[Run]:
    """The sentence that a number stands in; empty where the clause says nothing but the
    number.
    """
    each = line.line
    if isinstance(each, Provision | Step):
        whom = sentences.of_groups(
            phrases, groups_of(phrases.corpus, line.record, line.anchor)
        )
        says = each.says if isinstance(each, Provision) else each.does
        return sentences.for_whom_first(phrases, whom, phrases.text_of(line.record, says))
    if isinstance(each, Reporting):
        to = phrases.labelled(
            phrases.ui("To whom"), phrases.text_of(line.record, each.to)
        )
        cadence = phrases.text_of(line.record, each.cadence)
        return joined((phrases.label("roles", each.by), to, cadence))
    return []


def _bound(phrases: Phrases, record: str, line: object) -> list[Run]:
    """How many States a line of a binding text binds today, or that nobody has recorded
    it.
    """
    known = parties.states_bound(phrases, record, line) or phrases.ui(
        "we do not know its parties"
    )
    return known if phrases.corpus.line_binds(record, line) else []
