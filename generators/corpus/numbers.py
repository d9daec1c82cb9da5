"""Every number with a unit that stands in a text, across all records: put side by side,
the smallest first.

What is compared has one unit: lengths of time among themselves, persons, ratifications
and shares of a hundred each on their own. No markup and no language here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from generators.corpus import comparisons
from generators.corpus.addresses import slug
from generators.corpus.comparisons import TIME, number_order, unit_kind
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.corpus.memo import once
from generators.model.records import Provision, Reporting, Step, Threshold

What = Literal["value", "within", "every", "ratifications", "after"]
"""What a number is: set by a provision or step, the time within which it must be done,
how often a report is due, how many ratifications a text needs, how long after these it
enters into force.
"""

Of = Literal["topics", "stages", "reporting", "entry-into-force"]


class PlacedNumber(NamedTuple):
    """A number of one record: what says it (``line``), where that stands (``anchor`` on
    the record's page, empty where it has none), and by unit the number itself. ``share``
    is its size beside the largest of its group, from 0 to 1.
    """

    record: str
    anchor: str
    line: Provision | Step | Reporting | Threshold
    measure: Mapping[str, int]
    share: float


class NumberGroup(NamedTuple):
    """Numbers that can be put in order: of one ``what`` and one kind of ``unit``
    (``time``, else a code of the list ``measures``), on a topic or at a stage (``code``
    in the list ``of``), or of reports or final clauses (``code`` is empty). ``lines``
    come from the smallest to the largest, and of equal ones what binds first.
    """

    of: Of
    code: str
    what: What
    unit: str
    lines: tuple[PlacedNumber, ...]

    @property
    def anchor(self) -> str:
        """Where the numbers of this topic, stage … stand on their page."""
        return anchor(self.of, self.code)


def anchor(of: Of, code: str = "") -> str:
    """The anchor of a topic, a stage, reports or final clauses on the page of numbers."""
    return f"{of.removesuffix('s')}-{slug(code)}" if code else of


_Found = tuple[
    str, str, Provision | Step | Reporting | Threshold, Mapping[str, int] | None
]
"""Record, anchor, line and number."""


@once
def numbers(corpus: Corpus) -> Iterator[NumberGroup]:
    """All groups of numbers: topics in their order, stages, reports, final clauses;
    within each what texts set before the times within which it must be done.
    """
    for of, lists in (("topics", corpus.by_topic), ("stages", corpus.by_stage)):
        for code, placed in lists.items():
            for what in ("value", "within"):
                lines = [(*each[:3], getattr(each.line, what)) for each in placed]
                yield from _grouped(corpus, of, code, what, lines)
    models = corpus.records.items()
    duties = [
        (name, "reporting", duty, duty.every)
        for name, each in models
        if (duty := each.reporting)
    ]
    yield from _grouped(corpus, "reporting", "", "every", duties)
    clauses = [
        (name, "", clause) for name, each in models if (clause := each.entry_into_force)
    ]
    needed = [
        (*each, {"ratifications": n}) for each in clauses if (n := each[2].ratifications)
    ]
    yield from _grouped(corpus, "entry-into-force", "", "ratifications", needed)
    after = [(*each, each[2].after) for each in clauses]
    yield from _grouped(corpus, "entry-into-force", "", "after", after)


def _grouped(
    corpus: Corpus, of: Of, code: str, what: What, found: list[_Found]
) -> Iterator[NumberGroup]:
    """Numbers apart by the kind of their unit, time first."""
    kinds = grouped(
        (kind, (record, place, line, dict(own)))
        for record, place, line, measure in found
        for kind, own in grouped(
            (unit_kind(each[0]), each) for each in (measure or {}).items()
        ).items()
    )
    for kind in sorted(
        kinds, key=lambda kind: (kind != TIME, corpus.vocabularies.rank("measures", kind))
    ):
        yield NumberGroup(of, code, what, kind, _ordered(corpus, kinds[kind]))


def _ordered(corpus: Corpus, found: Sequence[_Found]) -> tuple[PlacedNumber, ...]:
    largest = max(_size(corpus, measure) for *_, measure in found) or 1.0

    def order(each: _Found) -> tuple[float, bool, int]:
        record, _, line, measure = each
        bound = corpus.line_binds(record, line)
        return (_size(corpus, measure), not bound, comparisons.position(corpus, record))

    return tuple(
        PlacedNumber(record, place, line, measure, _size(corpus, measure) / largest)
        for record, place, line, measure in sorted(found, key=order)
    )


def _size(corpus: Corpus, measure: Mapping[str, int]) -> float:
    """The size of a number beside others of its kind, for its place and its bar alone; a
    year and six months are one length.
    """
    return sum(number_order(corpus, unit, number)[1] for unit, number in measure.items())
