"""What happened to a record, and what is to happen, in order of time; action plans in time, as years: what a
time line draws and a reader compares. No markup and no language here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generators.corpus import status
from generators.corpus.corpus import Corpus, once
from generators.model.records import Event
from generators.text.partial_dates import PartialDate


class Moment(NamedTuple):
    """Something that happened to a record, or will.

    ``what`` is ``adopted`` (``published`` of a text that no organ adopted), ``signature``, ``in-force``,
    ``applies-from``, ``transposition-due``, ``period-from``, ``period-to`` or ``extended-to``; ``confidence``
    and ``place_confidence`` are those of day and place: their own, else the record's. Where only the place is
    known, ``day`` is None.
    """

    what: str
    day: PartialDate | None
    confidence: str
    place: str = ""
    place_confidence: str = ""


def timeline(corpus: Corpus, record: str) -> tuple[Moment, ...]:
    """The days of a record, the earliest first; events of which only the place is known come last. Where what
    is known of two days leaves their order open (one day, or a day of a year that is all that is known of the
    other), the one that law puts first comes first.
    """
    found = list(_moments(corpus, record))
    ordered: list[Moment] = []
    for each in found:
        if each.day:
            ordered.insert(_place(ordered, each.day), each)
    return (*ordered, *(each for each in found if each.place and not each.day))


def _place(ordered: list[Moment], day: PartialDate) -> int:
    """Where a day belongs: before the first that is surely later."""
    later = (number for number, each in enumerate(ordered) if each.day.surely_after(day))
    return next(later, len(ordered))


def _moments(corpus: Corpus, record: str) -> Iterator[Moment]:
    model, own = corpus.records[record], corpus.records[record].confidence
    made = status.PUBLISHED if model.status == status.PUBLISHED else status.ADOPTED
    for what, event in ((made, model.adopted), ("signature", model.signature)):
        if event:
            yield _event(corpus, record, what, event)
    yield Moment("in-force", model.in_force, corpus.confidence_of(record, "in_force"))
    yield Moment("applies-from", model.applies_from, own)
    yield Moment("transposition-due", model.transposition_due, own)
    if period := model.period:
        for what, day in (
            ("period-from", period.from_),
            ("period-to", period.to),
            ("extended-to", period.extended_to),
        ):
            yield Moment(what, day, corpus.confidence_of(record, period))


def _event(corpus: Corpus, record: str, what: str, event: Event) -> Moment:
    sure = corpus.confidence_of(record, event)
    return Moment(what, event.date, sure, event.place or "", event.place_confidence or sure)


@dataclass(frozen=True, slots=True)
class PlanTime:
    """A plan with its first and last year; one without an end is open, and reaches to this year."""

    record: str
    begins: int
    ends: int
    open_end: bool


Regions = tuple[tuple[str, tuple[PlanTime, ...]], ...]
"""Regions with their plans, the oldest first."""


@dataclass(frozen=True, slots=True)
class PlanTimes:
    """All plans by region, those that have ``ended`` or were superseded apart from the ``others``,
    between the ``first`` and the ``last`` year of any; ``now`` is today as a year with its fraction. Of
    ``total`` plans ``running`` stand today and end on a day to come, ``endless`` stand and have no end set.
    """

    others: Regions
    ended: Regions
    first: int
    last: int
    now: float
    running: int
    endless: int
    total: int

    def share(self, year: float) -> float:
        """Where a year begins, as a share of the whole time."""
        return (year - self.first) / (self.last + 1 - self.first)

    def ticks(self) -> range:
        """Every fifth year."""
        return range(self.first - self.first % 5 + 5, self.last + 1, 5)


@once
def plan_times(corpus: Corpus) -> PlanTimes:
    """All action plans in time."""
    plans = sorted(
        (name for name, model in corpus.records.items() if model.kind == "action-plan"), key=corpus.age
    )
    dated = [_years(corpus, name) for name in plans if corpus.day(name)]
    first = min((begins for begins, _ in dated), default=corpus.today.year)
    last = max((ends for _, ends in dated), default=corpus.today.year)

    def by_region(over: bool) -> Regions:
        own = [_time(corpus, name, first) for name in plans if (corpus.group(name) == "over") == over]
        found = (
            (code, tuple(each for each in own if corpus.region(each.record) == code))
            for code in corpus.vocabularies.of("regions")
        )
        return tuple((code, times) for code, times in found if times)

    standing = [_end(corpus, name) for name in plans if corpus.group(name) == "standing"]
    return PlanTimes(
        others=by_region(over=False),
        ended=by_region(over=True),
        first=first,
        last=last,
        now=corpus.today.year + corpus.today.month / 12,
        running=sum(end is not None and end.last >= corpus.today for end in standing),
        endless=standing.count(None),
        total=len(plans),
    )


def _time(corpus: Corpus, name: str, first: int) -> PlanTime:
    begins, ends = _years(corpus, name) if corpus.day(name) else (first, first)
    return PlanTime(name, begins, ends, _end(corpus, name) is None)


def _end(corpus: Corpus, name: str) -> PartialDate | None:
    period = corpus.records[name].period
    return period and (period.extended_to or period.to)


def _years(corpus: Corpus, name: str) -> tuple[int, int]:
    """First and last year of a dated plan; one without an end reaches to this year."""
    period, day, end = corpus.records[name].period, corpus.day(name), _end(corpus, name)
    begins = (period.from_ if period and period.from_ else day).year
    return begins, max(begins, end.year if end else corpus.today.year)
