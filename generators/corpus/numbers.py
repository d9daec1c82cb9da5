"""Every number with a unit that a text sets, across all records.

They are put in one list, the smallest first.

What is compared has one unit. Lengths of time are compared with each other. So are
persons, ratifications, and shares of a hundred. No markup and no language here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from generators.corpus import comparisons
from generators.corpus.addresses import slug
from generators.corpus.comparisons import (
    TIME,
    number_order,
    number_set,
    time_limit,
    unit_kind,
)
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located, grouped
from generators.corpus.memo import once
from generators.model.records import Provision, Reporting, Step, Threshold

What = Literal["value", "within", "every", "ratifications", "after"]
"""What a number is: set by a provision or step, the time within which it must be done,
how often a report is due, how many ratifications a text needs, how long after these it
enters into force.
"""

SectionName = Literal["topics", "stages", "reporting", "entry-into-force"]


class PlacedNumber(NamedTuple):
    """A number of one record.

    ``line`` is what sets it, ``anchor`` the anchor of that on the record's page. It is
    empty where there is none. ``measure`` is the number itself by unit. ``share`` is its
    size compared with the largest of its group, from 0 to 1.
    """

    record: str
    anchor: str
    line: Provision | Step | Reporting | Threshold
    measure: Mapping[str, int]
    share: float


class NumberGroup(NamedTuple):
    """Numbers that can be put in order: they have one ``what`` and one kind of ``unit``.

    The unit is ``time``, or a code of the list ``measures``. They are on a topic or at a
    stage (``code`` in the list ``section``). Or they are of reports or final clauses, and
    ``code`` is empty. ``lines`` come from the smallest to the largest, and of equal ones
    what binds first.
    """

    section: SectionName
    code: str
    what: What
    unit: str
    lines: tuple[PlacedNumber, ...]

    @property
    def anchor(self) -> str:
        """The anchor of the numbers of this topic, stage … on their page."""
        return anchor(self.section, self.code)


def anchor(section: SectionName, code: str = "") -> str:
    """The anchor of a topic, a stage, reports or final clauses on the page of numbers.

    >>> anchor("topics", "assistance"), anchor("reporting")
    ('topic-assistance', 'reporting')
    """
    return f"{section.removesuffix('s')}-{slug(code)}" if code else section


class _Number(NamedTuple):
    """A number by unit, with the record that sets it, the anchor, and the line."""

    record: str
    anchor: str
    line: Provision | Step | Reporting | Threshold
    measure: Mapping[str, int]


@once
def numbers(corpus: Corpus) -> tuple[NumberGroup, ...]:
    """All groups of numbers: topics in their order, stages, reports, final clauses.

    Within each what texts set comes before the times within which it must be done.
    """
    return (
        *_groups_of_lines(corpus, "topics", corpus.by_topic),
        *_groups_of_lines(corpus, "stages", corpus.by_stage),
        *_grouped(corpus, "reporting", "", "every", _intervals(corpus)),
        *_grouped(
            corpus, "entry-into-force", "", "ratifications", _ratifications(corpus)
        ),
        *_grouped(corpus, "entry-into-force", "", "after", _waiting_times(corpus)),
    )


def _groups_of_lines(
    corpus: Corpus,
    section: SectionName,
    lists: Mapping[str, Sequence[Located[Provision | Step]]],
) -> Iterator[NumberGroup]:
    """The groups of numbers of provisions by topic, or of steps by stage."""
    for code, lines in lists.items():
        set_by = [
            _Number(line.record, line.anchor, line.line, number_set(line.line))
            for line in lines
        ]
        yield from _grouped(corpus, section, code, "value", set_by)
        within = [
            _Number(line.record, line.anchor, line.line, time_limit(line.line))
            for line in lines
        ]
        yield from _grouped(corpus, section, code, "within", within)


def _intervals(corpus: Corpus) -> Iterator[_Number]:
    """How often reports are due."""
    for name, model in corpus.records.items():
        duty = model.reporting
        if duty and duty.every:
            yield _Number(name, "reporting", duty, duty.every)


def _ratifications(corpus: Corpus) -> Iterator[_Number]:
    """How many ratifications texts need."""
    for name, model in corpus.records.items():
        clause = model.entry_into_force
        if clause and clause.ratifications:
            yield _Number(name, "", clause, {"ratifications": clause.ratifications})


def _waiting_times(corpus: Corpus) -> Iterator[_Number]:
    """How long after the ratifications texts enter into force."""
    for name, model in corpus.records.items():
        clause = model.entry_into_force
        if clause and clause.after:
            yield _Number(name, "", clause, clause.after)


def _grouped(
    corpus: Corpus,
    section: SectionName,
    code: str,
    what: What,
    all_numbers: Iterable[_Number],
) -> Iterator[NumberGroup]:
    """A group of numbers for each kind of unit, time first."""
    kinds = grouped(
        (kind, number._replace(measure=measure))
        for number in all_numbers
        for kind, measure in _by_kind(number.measure)
    )
    rank = corpus.vocabularies.rank
    ordered = sorted(kinds, key=lambda kind: (kind != TIME, rank("measures", kind)))
    for kind in ordered:
        yield NumberGroup(section, code, what, kind, _ordered(corpus, kinds[kind]))


def _by_kind(measure: Mapping[str, int]) -> list[tuple[str, Mapping[str, int]]]:
    """A number by unit, parted by the kind of the unit (``unit_kind``).

    >>> _by_kind({"years": 1, "months": 6, "persons": 3})
    [('time', {'years': 1, 'months': 6}), ('persons', {'persons': 3})]
    """
    kinds = grouped((unit_kind(unit), (unit, size)) for unit, size in measure.items())
    return [(kind, dict(pairs)) for kind, pairs in kinds.items()]


def _ordered(corpus: Corpus, group: Sequence[_Number]) -> tuple[PlacedNumber, ...]:
    """Numbers of one kind with their shares, the smallest first."""
    largest = max(_size(corpus, number.measure) for number in group) or 1.0

    def place(number: _Number) -> tuple[float, bool, int]:
        bound = corpus.line_binds(number.record, number.line)
        size = _size(corpus, number.measure)
        return (size, not bound, comparisons.position(corpus, number.record))

    return tuple(
        PlacedNumber(*number, share=_size(corpus, number.measure) / largest)
        for number in sorted(group, key=place)
    )


def _size(corpus: Corpus, measure: Mapping[str, int]) -> float:
    """The size of a number compared with others of its kind.

    It is for its place and its bar, and for nothing else. A year and six months are one
    length.
    """
    return sum(number_order(corpus, unit, number)[1] for unit, number in measure.items())
