"""Comparisons as data, before they are tables: rows, cells, and the four kinds of absence
kept apart.

A page, a spreadsheet and a PDF are views of the same object. No markup and no language
here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import chain
from typing import NamedTuple

from generators.corpus import order
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located, grouped, inverted
from generators.corpus.memo import once
from generators.corpus.reservations import excluded
from generators.model.records import Objective, Provision, Record, Step

_DAYS = {
    "hours": 1 / 24,
    "days": 1.0,
    "working-days": 7 / 5,
    "months": 365.25 / 12,
    "years": 365.25,
}
"""How many days a length of time has on average (five working days are a week): to put
lengths in order, never to say or to add them.
"""

TIME = "time"


def unit_kind(unit: str) -> str:
    """What a unit can be compared with: ``time`` for lengths of time, else the unit
    alone.
    """
    return TIME if unit in _DAYS else unit


def number_order(corpus: Corpus, unit: str, number: int) -> tuple[int, float]:
    """A key that puts numbers with a unit in order, the smallest first. Lengths of time
    are compared with one another by their days and come after all others; others are
    compared within their own unit, and units stand in the reverse order of the list
    ``measures``.
    """
    if unit in _DAYS:
        return (1, number * _DAYS[unit])
    return (-corpus.vocabularies.rank("measures", unit), number)


def in_days(measure: Mapping[str, int] | None) -> float | None:
    """How many days a length of time has on average, to compare it with others; None
    where it is none.
    """
    lengths = [
        number * _DAYS[unit] for unit, number in (measure or {}).items() if unit in _DAYS
    ]
    return round(sum(lengths), 2) if lengths else None


def time_limits(corpus: Corpus, stage: str) -> list[Located]:
    """The steps of a stage that must be done within a time, the shortest first."""

    def length(each: Located) -> tuple[int, float]:
        return max(number_order(corpus, *pair) for pair in each.line.within.items())

    return sorted(
        (each for each in corpus.by_stage.get(stage, ()) if each.line.within), key=length
    )


class TopicRow(NamedTuple):
    """One record in a comparison: its provisions on the topic, in the one order
    (``order.key``), and whether all of it is general law that also applies. Where a table
    parts what binds today from what applies later, the second row of a record is the
    ``rest``.
    """

    record: str
    cells: tuple[Located, ...]
    general: bool = False
    rest: bool = False


class TopicComparison(NamedTuple):
    """What every record says on one topic. ``rows`` by region, then by their first lines,
    general law after all others; ``silent`` records say nothing, having been read in
    full; of ``read_in_part`` ones what we read says nothing; of ``unreadable`` ones
    somebody looked for the text and could read none of it; ``unread`` records have not
    been looked at for this topic. ``numbers`` holds, for each record with a number on the
    topic, its place among them from 1, the smallest, up; equal ones share a place.
    Numbers of different kinds are put in order and never added: see ``number_order``.
    """

    topic: str
    rows: tuple[TopicRow, ...]
    silent: tuple[str, ...]
    read_in_part: tuple[str, ...]
    unreadable: tuple[str, ...]
    unread: tuple[str, ...]
    numbers: Mapping[str, int]


ABSENCES = ("silent", "read_in_part", "unreadable", "unread")
"""The kinds of absence of a ``TopicComparison``."""


class StageComparison(NamedTuple):
    """One stage of a case across all SOPs, and those with other steps of which this one
    is not recorded.
    """

    rows: tuple[tuple[str, tuple[Located, ...]], ...]
    unread: tuple[str, ...]


@once
def topic(corpus: Corpus, name: str) -> TopicComparison:
    """Compare all records on one topic."""
    cells = grouped((placed.record, placed) for placed in corpus.by_topic.get(name, ()))
    rows = [
        TopicRow(
            record,
            tuple(order.ordered(corpus, lines, name)),
            record in order.general(corpus, name),
        )
        for record, lines in cells.items()
    ]
    rows.sort(
        key=lambda row: (
            _region(corpus, row.record),
            row.general,
            order.key(corpus, row.cells[0], name),
        )
    )
    texts = corpus.standards.items()
    # be it shown there or in the text that it amends
    told = {
        record
        for record, model in texts
        if any(name in each.topics for each in model.provisions)
    }
    silent = {record for record, model in texts if name in model.silent}
    open_ = corpus.standards.keys() - told - silent
    unreadable = {record for record in open_ if could_not_read(corpus, record)}
    in_part = {
        record for record in open_ - unreadable if corpus.records[record].could_not_read
    }

    def in_order(records: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(records, key=lambda record: position(corpus, record)))

    return TopicComparison(
        topic=name,
        rows=tuple(rows),
        silent=in_order(silent),
        read_in_part=in_order(in_part),
        unreadable=in_order(unreadable),
        unread=in_order(open_ - unreadable - in_part),
        numbers=_numbers(corpus, rows),
    )


@once
def absent_topics(corpus: Corpus) -> Mapping[str, Mapping[str, list[str]]]:
    """The topics on which each record has no line, by kind of absence; one State's own
    text has none.
    """
    found = {record: {kind: [] for kind in ABSENCES} for record in corpus.records}
    for name in corpus.vocabularies.of("topics"):
        for kind in ABSENCES:
            for record in getattr(topic(corpus, name), kind):
                found[record][kind].append(name)
    return found


def could_not_read(corpus: Corpus, record: str) -> bool:
    """Whether somebody looked for a text and could read no line of it: others told us
    what it says.
    """
    model = corpus.records[record]
    read = any(corpus.confidence_of(record, line) == "verified" for line in said(model))
    return bool(model.could_not_read) and not read


def said(model: Record) -> tuple[Provision | Step | Objective, ...]:
    """The lines of a text that say what it asks."""
    return (*model.provisions, *model.steps, *model.objectives)


def _numbers(corpus: Corpus, rows: Iterable[TopicRow]) -> Mapping[str, int]:
    """The place of the largest number of each row that sets any."""
    set_ = {
        row.record: [*chain(*((each.line.value or {}).items() for each in row.cells))]
        for row in rows
    }
    largest = {
        name: max(number_order(corpus, *each) for each in own)
        for name, own in set_.items()
        if own
    }
    places = {key: place for place, key in enumerate(sorted(set(largest.values())), 1)}
    return {record: places[key] for record, key in largest.items()}


def position(corpus: Corpus, record: str) -> int:
    """The place of a record in a comparison, from 0: by region, force, date."""
    return _positions(corpus)[record]


@once
def _positions(corpus: Corpus) -> Mapping[str, int]:
    def place(record: str) -> tuple[int, bool, date, str]:
        return (
            _region(corpus, record),
            not corpus.records[record].binding,
            *corpus.age(record),
        )

    return {name: number for number, name in enumerate(sorted(corpus.records, key=place))}


def _region(corpus: Corpus, record: str) -> int:
    """The place of a record's first region; the last one where it has none."""
    return corpus.vocabularies.rank("regions", corpus.region(record))


@once
def developed(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """By mechanism, the records that it developed and others adopted."""
    return inverted((name, model.developed_by) for name, model in corpus.records.items())


@once
def reported(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """By mechanism, the records under which it receives reports."""
    duties = ((name, model.reporting) for name, model in corpus.records.items())
    return grouped(
        (duty.to_mechanism, name) for name, duty in duties if duty and duty.to_mechanism
    )


def mechanism_sort_key(corpus: Corpus, mechanism: str) -> tuple[int, bool, str]:
    """The order of mechanisms: region, then those that are no part of another one, then
    name.
    """
    return (
        _region(corpus, mechanism),
        bool(corpus.mechanisms[mechanism].part_of),
        mechanism,
    )


@once
def regional_answer(
    corpus: Corpus, name: str, region: str
) -> tuple[Located | None, list[int]]:
    """What a region answers on a topic: the first of its lines, None where none speaks;
    and how many of its records there are of each of ``ABSENCES``. A record of two regions
    counts in both.
    """
    found = topic(corpus, name)
    rows = (row for row in found.rows if region in corpus.regions(row.record))
    # not of a draft, nor of a text whose time is over
    standing = (
        row for row in rows if corpus.group(row.record) in ("standing", "pending")
    )
    lines = (line for row in standing for line in row.cells)
    whom = order.Asked(region=region)
    return (
        min(lines, key=lambda line: order.key(corpus, line, name, whom), default=None),
        [
            sum(region in corpus.regions(record) for record in getattr(found, kind))
            for kind in ABSENCES
        ],
    )


def stage(corpus: Corpus, name: str) -> StageComparison:
    """Compare all SOPs on one stage of a case: those that hold today before those that do
    not, those of which a step was checked before those of which none was.
    """
    steps = grouped((placed.record, placed) for placed in corpus.by_stage.get(name, ()))
    unread = [
        record
        for record, model in corpus.standards.items()
        if model.steps and record not in steps
    ]

    def first(record: str) -> tuple[bool, bool, int]:
        grades = (corpus.confidence_of(record, each.line) for each in steps[record])
        unchecked = all(grade == order.UNCHECKED for grade in grades)
        return corpus.group(record) != "standing", unchecked, position(corpus, record)

    rows = ((record, steps[record]) for record in sorted(steps, key=first))
    return StageComparison(
        tuple(rows), tuple(sorted(unread, key=lambda record: position(corpus, record)))
    )


class AskedOfTopic(NamedTuple):
    """What some records say on a topic: the ``leading`` line, the lines by record, the
    records in the order of their first lines; ``general`` are those of general law that
    also applies, in the same order; ``reserved`` the lines of texts that bind whom is
    asked about, from which a reservation frees it: one of them leads only where no line
    binds.
    """

    topic: str
    leading: Located
    records: tuple[tuple[Located, ...], ...]
    general: tuple[tuple[Located, ...], ...]
    reserved: tuple[Located, ...] = ()


@once
def asked_of(corpus: Corpus, state: str) -> tuple[AskedOfTopic, ...]:
    """What binds a State (alpha-3 code) today and so is asked of it, topics in the order
    of pillars; those without a line are left out.
    """
    whom = order.Asked((state,))
    answers = {}
    for topic, of_everyone in corpus.by_topic.items():
        lines = [
            line
            for line in of_everyone
            if corpus.line_binds_state(line.record, line.line, state)
        ]
        if lines:
            answers[topic] = _answer(corpus, topic, lines, whom)
    return tuple(
        answers[topic] for _, topics in corpus.by_pillar(answers) for topic in topics
    )


def _answer(
    corpus: Corpus, topic: str, lines: list[Located], whom: order.Asked
) -> AskedOfTopic:
    """What the lines of the texts that bind a State ask of it on a topic. Lines that its
    reservations exclude do not answer; where there are no others, nothing does.
    """
    state = whom.states[0]
    reserved = [line for line in lines if excluded(corpus, line, state)]
    binding = [line for line in lines if line not in reserved]
    answer = of_topic(corpus, topic, binding or reserved, whom)
    if not binding:
        answer = answer._replace(records=(), general=())
    return answer._replace(reserved=tuple(reserved))


def of_topic(
    corpus: Corpus, topic: str, lines: Collection[Located], whom: order.Asked
) -> AskedOfTopic:
    """Lines on a topic (at least one), in their order."""
    ordered, general = (
        order.ordered(corpus, lines, topic, whom),
        order.general(corpus, topic),
    )
    by_record = grouped((line.record, line) for line in ordered)
    near = (each for record, each in by_record.items() if record not in general)
    others = (each for record, each in by_record.items() if record in general)
    return AskedOfTopic(topic, ordered[0], tuple(near), tuple(others))
