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
from generators.corpus.located import AnyLine, Located, grouped, inverted
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
    itself.
    """
    return TIME if unit in _DAYS else unit


def number_order(corpus: Corpus, unit: str, number: int) -> tuple[int, float]:
    """A key that puts numbers with a unit in order, the smallest first.

    Lengths of time are compared with one another by their days and come after all others.
    Others are compared within their own unit. Units come in the reverse order of the list
    ``measures``.
    """
    if unit in _DAYS:
        return (1, number * _DAYS[unit])
    return (-corpus.vocabularies.rank("measures", unit), number)


def in_days(measure: Mapping[str, int] | None) -> float | None:
    """How many days a length of time has on average, to compare it with others; None
    where it is none.

    >>> in_days({"months": 6, "days": 1})
    183.62
    >>> in_days({"persons": 3}) is None
    True
    """
    lengths = [
        number * _DAYS[unit] for unit, number in (measure or {}).items() if unit in _DAYS
    ]
    return round(sum(lengths), 2) if lengths else None


def time_limit(line: AnyLine) -> Mapping[str, int]:
    """The time within which a provision or step must be done, as numbers by unit. It is
    empty where a line has none.
    """
    return line.within or {} if isinstance(line, Provision | Step) else {}


def number_set(line: AnyLine) -> Mapping[str, int]:
    """The numbers that a provision or step sets, by unit; empty where it sets none."""
    return line.value or {} if isinstance(line, Provision | Step) else {}


def time_limits(corpus: Corpus, stage: str) -> list[Located[Step]]:
    """The steps of a stage that must be done within a time, the shortest first."""

    def length(step: Located[Step]) -> tuple[int, float]:
        limits = time_limit(step.line).items()
        return max(number_order(corpus, unit, number) for unit, number in limits)

    steps = corpus.by_stage.get(stage, ())
    return sorted((step for step in steps if step.line.within), key=length)


class TopicRow(NamedTuple):
    """One record in a comparison.

    ``cells`` are its provisions on the topic, in the one order (``order.key``).
    ``general`` says that all of it is general law that also applies. Where a table parts
    what binds today from what applies later, the second row of a record is the ``rest``.
    """

    record: str
    cells: tuple[Located[Provision], ...]
    general: bool = False
    rest: bool = False


class TopicComparison(NamedTuple):
    """What every record says on one topic.

    ``rows`` are by region, then by their first lines, general law after all others.
    ``silent`` records say nothing, and were read in full. What we read of
    ``read_in_part`` records says nothing. Somebody looked for the text of ``unreadable``
    records and could read none of it. Nobody looked at ``unread`` records for this topic.

    ``numbers`` has the records with a number on the topic. It gives each its place among
    them, from 1 for the smallest; equal numbers share a place. Numbers of different kinds
    are put in order and never added: see ``number_order``.
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
    """One stage of a case across all SOPs.

    ``rows`` are records with their steps; ``unread`` are records with other steps, of
    which nobody recorded this one.
    """

    rows: tuple[tuple[str, tuple[Located[Step], ...]], ...]
    unread: tuple[str, ...]


@once
def topic(corpus: Corpus, name: str) -> TopicComparison:
    """Compare all records on one topic."""
    rows = _topic_rows(corpus, name)
    silent = {
        record for record, model in corpus.standards.items() if name in model.silent
    }
    unanswered = corpus.standards.keys() - _speaking(corpus, name) - silent
    unreadable = {record for record in unanswered if could_not_read(corpus, record)}
    in_part = {
        record
        for record in unanswered - unreadable
        if corpus.records[record].could_not_read
    }
    return TopicComparison(
        topic=name,
        rows=rows,
        silent=_in_order(corpus, silent),
        read_in_part=_in_order(corpus, in_part),
        unreadable=_in_order(corpus, unreadable),
        unread=_in_order(corpus, unanswered - unreadable - in_part),
        numbers=_numbers(corpus, rows),
    )


def _topic_rows(corpus: Corpus, topic: str) -> tuple[TopicRow, ...]:
    """The rows of the records with a provision on a topic, in their order."""
    general = order.general(corpus, topic)
    provisions = corpus.by_topic.get(topic, ())
    cells = grouped((provision.record, provision) for provision in provisions)
    rows = [
        TopicRow(
            record, tuple(order.ordered(corpus, lines, topic)), general=record in general
        )
        for record, lines in cells.items()
    ]

    def place(row: TopicRow) -> tuple[int, bool, order.Key]:
        first = order.key(corpus, row.cells[0], topic)
        return (_region(corpus, row.record), row.general, first)

    return tuple(sorted(rows, key=place))


def _speaking(corpus: Corpus, topic: str) -> set[str]:
    """The records that say something on a topic, there or in the text that they amend."""
    return {
        record
        for record, model in corpus.standards.items()
        if any(topic in provision.topics for provision in model.provisions)
    }


def _in_order(corpus: Corpus, records: Iterable[str]) -> tuple[str, ...]:
    """Records in the order of comparisons (``position``)."""
    return tuple(sorted(records, key=lambda record: position(corpus, record)))


@once
def absent_topics(corpus: Corpus) -> Mapping[str, Mapping[str, list[str]]]:
    """The topics on which each record has no line, by kind of absence; one State's own
    text has none.
    """
    topics: dict[str, dict[str, list[str]]] = {
        record: {kind: [] for kind in ABSENCES} for record in corpus.records
    }
    for name in corpus.vocabularies.entries_of("topics"):
        comparison = topic(corpus, name)
        for kind in ABSENCES:
            for record in getattr(comparison, kind):
                topics[record][kind].append(name)
    return topics


def could_not_read(corpus: Corpus, record: str) -> bool:
    """Whether somebody looked for a text and could read no line of it: others told us
    what it says.
    """
    model = corpus.records[record]
    read = any(
        corpus.confidence_of(record, line) == "verified"
        for line in lines_with_text(model)
    )
    return bool(model.could_not_read) and not read


def lines_with_text(model: Record) -> tuple[Provision | Step | Objective, ...]:
    """The lines of a text that say what it asks."""
    return (*model.provisions, *model.steps, *model.objectives)


def _numbers(corpus: Corpus, rows: Iterable[TopicRow]) -> Mapping[str, int]:
    """The place of the largest number of each row that sets any, from 1, by record."""
    largest: dict[str, tuple[int, float]] = {}
    for row in rows:
        numbers = chain.from_iterable(number_set(cell.line).items() for cell in row.cells)
        keys = [number_order(corpus, unit, number) for unit, number in numbers]
        if keys:
            largest[row.record] = max(keys)
    places = {key: place for place, key in enumerate(sorted(set(largest.values())), 1)}
    return {record: places[key] for record, key in largest.items()}


def position(corpus: Corpus, record: str) -> int:
    """The place of a record in a comparison, from 0: by region, force, date."""
    return _positions(corpus)[record]


@once
def _positions(corpus: Corpus) -> Mapping[str, int]:
    """The place of each record in a comparison, from 0."""

    def place(record: str) -> tuple[int, bool, date, str]:
        binding = corpus.records[record].binding
        return (_region(corpus, record), not binding, *corpus.age(record))

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
    """The order of mechanisms: by region, and in a region by name.

    Those that are a part of another one come after those that are not.
    """
    return (
        _region(corpus, mechanism),
        bool(corpus.mechanisms[mechanism].part_of),
        mechanism,
    )


@once
def regional_answer(
    corpus: Corpus, name: str, region: str
) -> tuple[Located[Provision] | None, list[int]]:
    """What a region answers on a topic (``name``), and how many of its records there are
    of each of ``ABSENCES``.

    The answer is the first of its lines, None where none speaks. A record of two regions
    counts in both.
    """
    comparison = topic(corpus, name)
    whom = order.Asked(region=region)
    rows = (row for row in comparison.rows if _answers_in(corpus, row.record, region))
    lines = [line for row in rows for line in row.cells]
    first = min(lines, key=lambda line: order.key(corpus, line, name, whom), default=None)
    counts = [
        sum(region in corpus.regions(record) for record in getattr(comparison, kind))
        for kind in ABSENCES
    ]
    return first, counts


def _answers_in(corpus: Corpus, record: str, region: str) -> bool:
    """Whether a record is of a region, and no draft, nor a text whose time is over."""
    is_standing = corpus.group(record) in ("standing", "pending")
    return is_standing and region in corpus.regions(record)


def stage(corpus: Corpus, name: str) -> StageComparison:
    """Compare all SOPs on one stage of a case.

    Those that hold today come before those that do not. Then come those of which a step
    was checked, and those of which none was.
    """
    steps = grouped((placed.record, placed) for placed in corpus.by_stage.get(name, ()))
    unread = [
        record
        for record, model in corpus.standards.items()
        if model.steps and record not in steps
    ]

    def first(record: str) -> tuple[bool, bool, int]:
        grades = (corpus.confidence_of(record, step.line) for step in steps[record])
        unchecked = all(grade == order.UNCHECKED for grade in grades)
        return corpus.group(record) != "standing", unchecked, position(corpus, record)

    rows = tuple((record, steps[record]) for record in sorted(steps, key=first))
    return StageComparison(rows, _in_order(corpus, unread))


class AskedOfTopic(NamedTuple):
    """What some records say on a topic.

    ``leading`` is the first line. ``records`` has the lines by record, the records in the
    order of their first lines. ``general`` has those of general law that also applies, in
    the same order. ``reserved`` are lines of texts that bind whom is asked about, from
    which a reservation frees it. One of them leads only where no line binds.
    """

    topic: str
    leading: Located[Provision]
    records: tuple[tuple[Located[Provision], ...], ...]
    general: tuple[tuple[Located[Provision], ...], ...]
    reserved: tuple[Located[Provision], ...] = ()


@once
def asked_of(corpus: Corpus, state: str) -> tuple[AskedOfTopic, ...]:
    """What binds a State (alpha-3 code) today and so is asked of it, topic by topic.

    Topics are in the order of pillars, and those without a line are left out.
    """
    whom = order.Asked((state,))
    answers = {}
    for topic, provisions in corpus.by_topic.items():
        lines = [
            line
            for line in provisions
            if corpus.line_binds_state(line.record, line.line, state)
        ]
        if lines:
            answers[topic] = _answer(corpus, topic, lines, whom)
    return tuple(
        answers[topic] for _, topics in corpus.by_pillar(answers) for topic in topics
    )


def _answer(
    corpus: Corpus, topic: str, lines: list[Located[Provision]], whom: order.Asked
) -> AskedOfTopic:
    """What the lines of the texts that bind a State ask of it on a topic.

    Lines that its reservations exclude do not answer; where there are no others, nothing
    does.
    """
    state = whom.states[0]
    reserved = [line for line in lines if excluded(corpus, line, state)]
    binding = [line for line in lines if line not in reserved]
    answer = of_topic(corpus, topic, binding or reserved, whom)
    if not binding:
        answer = answer._replace(records=(), general=())
    return answer._replace(reserved=tuple(reserved))


def of_topic(
    corpus: Corpus,
    topic: str,
    lines: Collection[Located[Provision]],
    whom: order.Asked,
) -> AskedOfTopic:
    """What lines on a topic (at least one) say, in their order for ``whom``."""
    ordered = order.ordered(corpus, lines, topic, whom)
    general = order.general(corpus, topic)
    near: list[tuple[Located[Provision], ...]] = []
    law: list[tuple[Located[Provision], ...]] = []
    for record, own in grouped((line.record, line) for line in ordered).items():
        (law if record in general else near).append(own)
    return AskedOfTopic(topic, ordered[0], tuple(near), tuple(law))
