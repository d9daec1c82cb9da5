"""When the next report is due: as a text says it, else as its interval and the last report tell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from generators.corpus.status import months_on
from generators.model.records import Reporting
from generators.text import partial_dates
from generators.text.partial_dates import PartialDate


class Due(NamedTuple):
    """The day of the next report, no more precise than the last one; ``computed`` where nobody named it and
    it follows from the last report and the interval.
    """

    day: PartialDate
    computed: bool


def next_due(duty: Reporting) -> Due | None:
    """When the next report is due; None where neither that day nor the last report with an interval is
    recorded, or the last report is known less precisely than the interval asks.
    """
    if duty.next:
        return Due(duty.next, computed=False)
    if duty.last and duty.every and (day := _later(duty.last, duty.every)):
        return Due(day, computed=True)
    return None


def _later(day: PartialDate, length: Mapping[str, int]) -> PartialDate | None:
    """A day, month or year after a length of time: months after a year alone lead nowhere."""
    months = 12 * length.get("years", 0) + length.get("months", 0)
    needs = {"hours": "day", "days": "day", "months": "month", "years": "year"}
    finest = {needs[unit] for unit, number in length.items() if number and unit in needs}
    known = {"year": {"year"}, "month": {"year", "month"}, "day": {"year", "month", "day"}}[day.precision]
    if not finest or not finest <= known or length.get("hours"):
        return None
    found = months_on(day.first, months) + timedelta(days=length.get("days", 0))
    return partial_dates.parse(found.isoformat()[: len(day.text)])
