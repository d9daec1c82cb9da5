"""Years on an axis: which texts a State has joined, and how long plans run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence
from generators.corpus.memo import once
from generators.document.blocks import Shade, Strip
from generators.document.phrases import Phrases
from generators.document.plan_topics import end_of
from generators.document.runs import Mark, Scale, Stretch
from generators.text.partial_dates import PartialDate

_COLUMN = 5
"""How many years a column of marks has: they do not overlap on a phone."""


class Axis(NamedTuple):
    """Years from the first day of ``first`` to the last day before ``end``."""

    first: int
    end: int

    def place(self, day: date) -> float:
        """Where a day is on the axis, from 0 to 1; at its ends if it is beyond them."""
        year = day.year + (day.timetuple().tm_yday - 1) / 366
        return min(1.0, max(0.0, (year - self.first) / (self.end - self.first)))

    def ticks(self, step: int) -> list[tuple[float, str]]:
        """A tick with its year each ``step`` years within the axis."""
        years = range(self.first + step, self.end, step)
        return [(self.place(date(year, 1, 1)), str(year)) for year in years]


# -- the texts of a State ----------------------------------------------------------------


@once
def _axis_of_texts(corpus: Corpus) -> Axis:
    """From the decade in which the first State joined a text to the end of this one. It
    is the same for all States.
    """
    first = corpus.today.year
    for adherences in corpus.adherences.values():
        for adherence in adherences:
            if adherence.party.since:
                first = min(first, adherence.party.since.year)
    return Axis(first // 10 * 10, corpus.today.year // 10 * 10 + 10)


def texts_by_year(phrases: Phrases, binding: Sequence[Adherence]) -> list[Strip]:
    """When a State joined the texts that bind it: a mark for each, by five years.

    Those on trafficking have a mark of their own, and are below the others. Nothing where
    no day is known.
    """
    corpus = phrases.corpus
    days: list[tuple[bool, PartialDate]] = []
    for adherence in binding:
        day = _joined(corpus, adherence)
        if day:
            minor = corpus.records[adherence.record].about != "trafficking"
            days.append((minor, day))
    if not days:
        return []
    axis = _axis_of_texts(corpus)
    lanes: Counter[int] = Counter()
    marks = []
    for minor, day in sorted(days, key=lambda pair: pair[0]):
        column = day.year // _COLUMN * _COLUMN
        middle = date(column + _COLUMN // 2, 7, 1)
        marks.append(Mark(axis.place(middle), lanes[column], minor))
        lanes[column] += 1
    step = 20 if axis.end - axis.first > 50 else 10
    key = _key_of_texts(phrases, marks, len(binding) - len(marks))
    caption = phrases.ui("When it joined each text, by five years")
    return [Strip(caption, key, Scale(marks, ticks=axis.ticks(step)))]


def _joined(corpus: Corpus, adherence: Adherence) -> PartialDate | None:
    """When a State joined a text; else since when it binds the State. None where neither
    is known.
    """
    if adherence.party.since:
        return adherence.party.since
    bound = corpus.bound_since(adherence.record, adherence.party)
    return bound.day if bound else None


def _key_of_texts(phrases: Phrases, marks: Sequence[Mark], undated: int) -> list[Shade]:
    """What the two marks mean, each with how many there are, if there are any.

    Then how many texts have no mark, for we do not know when the State joined.
    """
    minor = sum(mark.minor for mark in marks)
    labels = {
        "party": (phrases.ui("On trafficking"), len(marks) - minor),
        "none": (phrases.ui("On other subjects"), minor),
        "unknown": (phrases.ui("We do not know when"), undated),
    }
    return [
        Shade(code, phrases.labelled(label, phrases.number(count)))
        for code, (label, count) in labels.items()
        if count
    ]


# -- plans -------------------------------------------------------------------------------


@once
def _axis_of_plans(corpus: Corpus) -> Axis:
    """From the five years in which the first plan began to those in which the last
    ends.
    """
    plans = [
        name for name, model in corpus.records.items() if model.kind == "action-plan"
    ]
    first = last = corpus.today.year
    for name in plans:
        for day in _begin(corpus, name):
            first = min(first, day.first.year)
        end = end_of(corpus, name)
        if end:
            last = max(last, end.last.year)
    return Axis(first // 5 * 5, last // 5 * 5 + 5)


def _begin(corpus: Corpus, name: str) -> Iterator[PartialDate]:
    """The first day of a plan's period; else the day on which it was adopted."""
    model = corpus.records[name]
    adopted = model.adopted.date if model.adopted else None
    day = (model.period and model.period.from_) or adopted
    if day:
        yield day


def years_of_plans(phrases: Phrases) -> Scale:
    """The years of the axis on which plans are drawn, with the mark of today."""
    axis = _axis_of_plans(phrases.corpus)
    return Scale(ticks=axis.ticks(10), now=axis.place(phrases.corpus.today))


def plan_in_time(phrases: Phrases, name: str) -> Scale:
    """From when to when a plan runs, and when somebody looked at what it achieved.

    A plan without a known end has a stretch of another shape, up to the end of the axis.
    """
    corpus = phrases.corpus
    axis = _axis_of_plans(corpus)
    stretch = None
    for begin in _begin(corpus, name):
        end = end_of(corpus, name)
        until = axis.place(end.last) if end else 1.0
        stretch = Stretch(axis.place(begin.first), until, end is None)
    days = _days_of_evaluations(corpus, name)
    marks = [Mark(axis.place(day)) for day in days]
    return Scale(marks, stretch, now=axis.place(corpus.today))


def _days_of_evaluations(corpus: Corpus, name: str) -> Iterable[date]:
    """The days of the evaluations and meetings of a plan, as far as they are known."""
    return [
        evaluation.when.first
        for evaluation in corpus.records[name].evaluations
        if evaluation.when
    ]
