"""Action plans in time, and who must report what to whom, when; the common indicators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generators.corpus import comparisons
from generators.html import phrases
from generators.html.desk import Desk
from generators.html.page import Page, Press

_RUNNING = ("adopted", "extended", "in-force")


def pages(press: Press) -> Iterator[Page]:
    """Plans in time; monitoring."""
    say = press.localizer.gettext
    lead = say("Which plans run, which are over, and what followed them")
    yield press.page("plans.html.j2", "plans/", "plans", say("Action plans in time"), _plans, lead)
    lead = say("Who reports to whom, how often, and which numbers are asked for")
    yield press.page(
        "monitoring.html.j2", "monitoring/", "plans", say("Reporting and indicators"), _monitoring, lead
    )


def _plans(desk: Desk) -> dict[str, Any]:
    corpus = desk.corpus
    plans = [name for name, model in corpus.records.items() if model.kind == "action-plan"]
    dated = [name for name in plans if corpus.day(name)]
    first = min((_years(desk, name)[0] for name in dated), default=corpus.today.year)
    last = max((_years(desk, name)[1] for name in dated), default=corpus.today.year)
    scale = _Scale(first, last, desk.localizer.direction == "rtl")
    regions = [
        (
            region,
            [
                _bar(desk, name, scale)
                for name in sorted(plans, key=corpus.age)
                if corpus.regions(name)[:1] == (region,)
            ],
        )
        for region in corpus.vocabularies.of("regions")
    ]
    return {
        "regions": [(region, bars) for region, bars in regions if bars],
        "ticks": [
            (year, scale.x(year)) for year in range(scale.first - scale.first % 5 + 5, scale.last + 1, 5)
        ],
        "ends": (scale.first, scale.last),
        "now": scale.x(corpus.today.year + corpus.today.month / 12),
        "running": sum(corpus.status(name) in _RUNNING for name in plans),
        "total": len(plans),
    }


def _years(desk: Desk, name: str) -> tuple[int, int]:
    """First and last year of a plan; one without an end is drawn to this year."""
    model, day = desk.corpus.records[name], desk.corpus.day(name)
    period = model.period
    begin = (period.from_ if period and period.from_ else day).year
    end = period and (period.extended_to or period.to)
    return begin, max(begin, end.year if end else desk.corpus.today.year)


@dataclass(frozen=True, slots=True)
class _Scale:
    """The axis from the beginning of its first year to the end of its last, in the direction of reading.
    Places and widths are per cent of the axis, from its left end.
    """

    first: int
    last: int
    from_right: bool

    def x(self, year: float) -> str:
        share = (year - self.first) / (self.last + 1 - self.first)
        return f"{100 * (1 - share if self.from_right else share):.1f}"

    def width(self, begin: int, end: int) -> str:
        """Of whole years, both counted."""
        return f"{100 * (end + 1 - begin) / (self.last + 1 - self.first):.1f}"


def _bar(desk: Desk, name: str, scale: _Scale) -> dict[str, Any]:
    corpus = desk.corpus
    model = corpus.records[name]
    begin, end = _years(desk, name) if corpus.day(name) else (scale.first, scale.first)
    open_end = not (model.period and (model.period.to or model.period.extended_to))
    return {
        "record": name,
        "owners": phrases.acronyms(desk, name),
        "status": corpus.status(name),
        "status_text": phrases.status(desk, name),
        "period": phrases.period(desk, model.period) if model.period else "",
        "x": scale.x(end + 1 if scale.from_right else begin),
        "width": scale.width(begin, end),
        "open": open_end,
        "grade": model.confidence,
        "heirs": desk.listing(desk.short_record(heir) for heir in corpus.inverse["supersedes"].get(name, ())),
    }


def _monitoring(desk: Desk) -> dict[str, Any]:
    corpus = desk.corpus
    duties = [(name, model.reporting) for name, model in corpus.records.items() if model.reporting]
    duties.sort(
        key=lambda pair: (
            pair[1].next.text if pair[1].next else "9999",
            comparisons.position(corpus, pair[0]),
        )
    )
    return {
        "duties": [
            {
                "record": name,
                "owners": phrases.acronyms(desk, name),
                "duty": duty,
                "every": phrases.value(desk, duty.every),
                "status": corpus.status(name),
                "status_text": phrases.status(desk, name),
                "grade": corpus.confidence_of(name, duty),
            }
            for name, duty in duties
        ],
        "indicators": [
            (code, entry, _measured(desk, code))
            for code, entry in corpus.vocabularies.of("indicators").items()
        ],
    }


def _measured(desk: Desk, code: str) -> list[str]:
    return [
        name
        for name, model in desk.corpus.records.items()
        if any(indicator.measures == code for indicator in model.indicators)
    ]
