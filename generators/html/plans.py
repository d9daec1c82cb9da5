"""Action plans in time; who must report what to whom, when; the days to come; the common indicators and who
asks for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any

from markupsafe import Markup

from generators.corpus import coming
from generators.corpus.addresses import INDICATOR_FORM, Target
from generators.corpus.confidences import shown
from generators.corpus.corpus import Corpus
from generators.corpus.indicator_matrix import IndicatorMatrix, indicator_matrix
from generators.corpus.record_profile import region_of
from generators.document import evaluations, monitoring, sentences
from generators.document import monitoring as say_coming
from generators.document.phrases import Phrases
from generators.document.runs import Link, joined, letters
from generators.document.topic import named
from generators.html import topic
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter


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
        joins=_join_times(corpus, [name for _, own in by_region for name in own]),
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


def _join_times(corpus: Corpus, plans: list[str]) -> tuple[tuple[int, int], ...]:
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


def plans(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, found = factory.phrases, plan_times(factory.phrases.corpus)
    number, row = factory.localizer.number, count()
    return {
        "running": number(found.running),
        "total": number(found.total),
        "ends": (found.first, found.last),
        "ticks": [(year, _x(phrases, found.share(year))) for year in found.ticks()],
        "now": _x(phrases, found.share(found.now)),
        "calendar": say_coming.calendar_link(phrases, Target("page", "monitoring"))
        if coming.of_all(phrases.corpus)
        else [],
        "fade": ("100%", "0%") if _from_right(phrases) else ("0%", "100%"),
        "regions": [
            (
                code,
                phrases.label("regions", code),
                [_bar(phrases, each, found) | {"joins": _joins(phrases, found, next(row))} for each in plans],
            )
            for code, plans in found.regions
        ],
    }


def _joins(phrases: Phrases, found: PlanTimes, row: int) -> list[tuple[str, str, str, str]]:
    """The lines by which a row takes part in joining plans with their successors: x1, x2, y1, y2. From the
    end of a plan a line runs to where its successor begins, and down to it.
    """
    plans = [each for _, own in found.regions for each in own]
    lines = []
    for old, new in found.joins:
        down = _x(phrases, found.share(plans[new].begins))
        if row == old:
            end = min(plans[old].ends + 1, plans[new].begins)
            lines.append((_x(phrases, found.share(end)), down, "50%", "50%"))
        if old <= row <= new:
            lines.append((down, down, "50%" if row == old else "0", "50%" if row == new else "100%"))
    return lines


def _x(phrases: Phrases, share: float) -> str:
    """A place on the axis, which runs in the direction of reading, in percent from its left end."""
    return f"{100 * (1 - share if _from_right(phrases) else share):.1f}"


def _from_right(phrases: Phrases) -> bool:
    return phrases.localizer.direction == "rtl"


def _bar(phrases: Phrases, each: PlanTime, found: PlanTimes) -> dict[str, Any]:
    model = phrases.corpus.records[each.record]
    begins, ends = found.share(each.begins), found.share(each.ends + 1)
    return {
        "name": [
            *named(phrases, each.record),
            " ",
            *phrases.confidence_sign(shown(phrases.corpus, each.record)),
        ],
        "evaluations": evaluations.in_short(phrases, each.record),
        "period": sentences.period(phrases, model.period),
        "status": phrases.corpus.status(each.record),
        "status_text": sentences.status(phrases, each.record),
        "x": _x(phrases, ends if _from_right(phrases) else begins),
        "width": f"{100 * (ends - begins):.1f}",
        "open": each.open_end,
    }


_FEW = 8
"""How many columns a phone shows beside one another: as many or fewer need no choice of regions."""


def reporting(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases = factory.phrases
    duties, indicators = monitoring.duties(phrases), monitoring.indicators(phrases)
    drawn = _asked(factory, writer)
    dates = say_coming.dates(phrases, coming.of_all(phrases.corpus), Target("page", "monitoring"))
    return {
        "crumbs": [phrases.page("plans", phrases.ui("Plans"))],
        "duties": duties,
        "dates": [dates] if dates else [],
        "sheet": [Link(phrases.ui("A form for these numbers (spreadsheet)"), Target("file", INDICATOR_FORM))],
        "indicators": [indicators] if indicators.items else [],
        "matrix": drawn,
        "wide": drawn is not None and len(drawn["mechanisms"]) > _FEW,
    }


def _asked(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any] | None:
    """The indicators × the mechanisms that ask for any; None where none asks."""
    phrases, found = factory.phrases, indicator_matrix(factory.phrases.corpus)
    if not found.mechanisms:
        return None
    rows = [("", [], [(code, phrases.entry("indicators", code)) for code in found.indicators])]
    return topic.matrix(factory, found.mechanisms, rows, partial(_asked_cell, factory, writer, found))


def _asked_cell(
    factory: PageFactory, writer: HtmlWriter, found: IndicatorMatrix, code: str, mechanism: str
) -> Markup:
    """How sure it is that a mechanism asks for a number, which leads to who asks; all who do, in words."""
    phrases, asking = factory.phrases, found.cells.get((code, mechanism), ())
    if not asking:
        return Markup("")
    sure = phrases.localizer.label("confidences", asking[0].confidence)
    named = letters(joined(phrases.cited(phrases.name(each.owner), each.ref) for each in asking))
    words = f"{named}{phrases.localizer.colon}{sure}"
    target = Target("record", asking[0].owner, asking[0].anchor)
    sign = phrases.sign("confidences", asking[0].confidence, named=True)
    return topic.linked_sign(writer, [sign], target, words, asking[0].binding)
