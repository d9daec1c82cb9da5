"""Dates of which only a part may be known.

``2009`` is the interval from 2009-01-01 to 2009-12-31. Two dates are out of order only
where their intervals cannot be in order.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from generators.text.sayings import Saying, say

FORM = r"\d{4}(-\d{2}(-\d{2})?)?"
"""What a date looks like; the form in the browser and the JSON Schemas ask for it too."""

_FORM = re.compile(FORM, re.ASCII)

FIRST_YEAR = "1800"
"""Records speak of no earlier year: the first instruments against the slave trade came
after it.
"""

LAST_YEAR = "2200"
"""Records speak of no later year."""

_MONTHS = (
    *(say("January"), say("February"), say("March"), say("April"), say("May")),
    *(say("June"), say("July"), say("August"), say("September"), say("October")),
    *(say("November"), say("December")),
)
"""What the months are called after the number of a day."""

PRECISIONS = ("day", "month", "year")
"""What of a date can be known."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, as an interval of days.

    ``text`` is what was typed (ISO 8601); ``first`` and ``last`` are days within it.
    """

    text: str
    first: date
    last: date

    def __hash__(self) -> int:
        return hash(self.text)

    @property
    def precision(self) -> str:
        """``year``, ``month`` or ``day``."""
        return {4: "year", 7: "month", 10: "day"}[len(self.text)]

    @property
    def year(self) -> int:
        """The year that it is in."""
        return self.first.year

    def surely_after(self, earlier: PartialDate) -> bool:
        """Whether every day of this interval is later than every day of ``earlier``.

        >>> parse("2010").surely_after(parse("2009-07"))
        True
        >>> parse("2009-07").surely_after(parse("2009"))
        False
        """
        return self.first > earlier.last

    def __str__(self) -> str:
        return self.text


def of_day(day: date) -> PartialDate:
    """A day as a partial date that is known to the day."""
    return PartialDate(day.isoformat(), day, day)


def absent(year: int, month: int, day: int) -> Saying:
    """That the calendar does not have a day or a month, and which is the last it has.

    >>> str(absent(2026, 11, 31))
    '31 November 2026 does not exist; the last day of that month is 2026-11-30'
    """
    if not 1 <= month <= 12:
        return say("there is no month {month}; expected 01 to 12", month=f"{month:02}")
    last = date(year, month, monthrange(year, month)[1])
    return say(
        "{day} {month} {year} does not exist; the last day of that month is {last}",
        day=day,
        month=_MONTHS[month - 1],
        year=str(year),
        last=last.isoformat(),
    )


@cache
def parse(text: str) -> PartialDate:
    """Read ``2009``, ``2009-07`` or ``2009-07-14``.

    Raises ValueError where the form is another one or the day does not exist.

    >>> date = parse("2009-07")
    >>> date.precision, str(date.first), str(date.last)
    ('month', '2009-07-01', '2009-07-31')
    """
    if not _FORM.fullmatch(text):
        raise ValueError(f"no date: {text}")
    if text < FIRST_YEAR:
        raise ValueError(
            say("check the year: no record speaks of one before {year}", year=FIRST_YEAR)
        )
    if text[:4] > LAST_YEAR:
        raise ValueError(
            say("check the year: no record speaks of one after {year}", year=LAST_YEAR)
        )
    year, *rest = map(int, text.split("-"))
    month = rest[0] if rest else 1
    day = rest[1] if len(rest) == 2 else 1
    try:
        first = date(year, month, day)
    except ValueError:
        raise ValueError(absent(year, month, day)) from None
    if len(rest) == 2:
        last = first
    elif len(rest) == 1:
        last = date(year, month, monthrange(year, month)[1])
    else:
        last = date(year, 12, 31)
    return PartialDate(text, first, last)
