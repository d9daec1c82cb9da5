"""Action plans in time, as years: what a time line draws and a reader compares."""

from __future__ import annotations

from dataclasses import dataclass

from generators.corpus.corpus import Corpus
from generators.corpus.record_profile import region_of


@dataclass(frozen=True, slots=True)
class PlanTime:
    """A plan with its first and last year; one without an end is open, and reaches to this year."""

    record: str
    begins: int
    ends: int
    open_end: bool


@dataclass(frozen=True, slots=True)
class PlanTimes:
    """All plans by region, a successor after what it follows, else the oldest first, between the ``first``
    and the ``last`` year of any; ``joins`` are plans with their successors, as rows counted from 0 through
    all regions; ``now`` is today as a year with its fraction; ``running`` of ``total`` have neither ended nor
    been superseded.
    """

    regions: tuple[tuple[str, tuple[PlanTime, ...]], ...]
    joins: tuple[tuple[int, int], ...]
    first: int
    last: int
    now: float
    running: int
    total: int

    def share(self, year: float) -> float:
        """Where a year begins, as a share of the whole time."""
        return (year - self.first) / (self.last + 1 - self.first)

    def ticks(self) -> range:
        """Every fifth year."""
        return range(self.first - self.first % 5 + 5, self.last + 1, 5)


def plan_times(corpus: Corpus) -> PlanTimes:
    """All action plans in time."""
    return corpus.cached(("plan times",), lambda: _plan_times(corpus))


def _plan_times(corpus: Corpus) -> PlanTimes:
    plans = sorted(
        (name for name, model in corpus.records.items() if model.kind == "action-plan"), key=corpus.age
    )
    dated = [_years(corpus, name) for name in plans if corpus.day(name)]
    first = min((begins for begins, _ in dated), default=corpus.today.year)
    last = max((ends for _, ends in dated), default=corpus.today.year)
    by_region = [
        (code, _in_line(corpus, [name for name in plans if region_of(corpus, name) == code]))
        for code in corpus.vocabularies.of("regions")
    ]
    return PlanTimes(
        regions=tuple(
            (code, tuple(_time(corpus, name, first) for name in own)) for code, own in by_region if own
        ),
        joins=_joins(corpus, [name for _, own in by_region for name in own]),
        first=first,
        last=last,
        now=corpus.today.year + corpus.today.month / 12,
        running=sum(corpus.group(name) == "standing" for name in plans),
        total=len(plans),
    )


def _in_line(corpus: Corpus, plans: list[str]) -> list[str]:
    """Plans, each with those that follow it behind it, as soon as all that these follow stand there."""
    found: list[str] = []
    left = list(plans)
    while left:
        own = [name for name in left if not _followed(corpus, name) & {*left}]
        heirs = [name for name in own if found and found[-1] in _followed(corpus, name)]
        following = next(iter((*heirs, *own, *left)))  # in a circle nothing is free: the oldest
        left.remove(following)
        found.append(following)
    return found


def _joins(corpus: Corpus, plans: list[str]) -> tuple[tuple[int, int], ...]:
    row = {name: number for number, name in enumerate(plans)}
    return tuple(
        (row[old], row[new])
        for new in plans
        for old in corpus.records[new].relations.supersedes
        if row.get(old, row[new]) < row[new]
    )


def _followed(corpus: Corpus, plan: str) -> set[str]:
    """What a plan follows, itself left out."""
    return {*corpus.records[plan].relations.supersedes} - {plan}


def _time(corpus: Corpus, name: str, first: int) -> PlanTime:
    period = corpus.records[name].period
    begins, ends = _years(corpus, name) if corpus.day(name) else (first, first)
    return PlanTime(name, begins, ends, not (period and (period.to or period.extended_to)))


def _years(corpus: Corpus, name: str) -> tuple[int, int]:
    """First and last year of a dated plan; one without an end reaches to this year."""
    period, day = corpus.records[name].period, corpus.day(name)
    begins = (period.from_ if period and period.from_ else day).year
    end = period and (period.extended_to or period.to)
    return begins, max(begins, end.year if end else corpus.today.year)
