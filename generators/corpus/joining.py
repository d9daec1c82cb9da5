"""From which day a State is bound by a text that it joined, and which States may join one.

The day of joining is typed. The day from which the text binds is typed where a list gives it; else it follows
from the article of the text (``entry_into_force.later``), and is never before the text itself is in force.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from generators.model.records import Later, Party, Record
from generators.text.partial_dates import PartialDate, of_day

SUCCESSION = "succession"


@dataclass(frozen=True, slots=True)
class BoundSince:
    """The first day on which a text binds a State; ``computed`` where it follows from the article ``ref``."""

    day: PartialDate
    computed: bool = False
    ref: str = ""


def bound_since(model: Record, party: Party) -> BoundSince | None:
    """From which day a text binds a State that joined it; None where that was not read and does not follow: a
    succession, a day that is known in part, a text without the rule or the day of its entry into force.
    """
    if party.in_force_since:
        return BoundSince(party.in_force_since)
    rule = model.entry_into_force.later if model.entry_into_force else None
    if rule is None or party.since is None or party.since.precision != "day":
        return None
    if party.how in (None, SUCCESSION, *rule.not_for):
        return None
    start = model.in_force
    if start is None or start.precision != "day":
        return None
    return BoundSince(of_day(max(_counted(rule, party.since.first), start.first)), True, rule.ref)


def _counted(rule: Later, joined: date) -> date:
    if rule.calendar_months is not None:
        return months_on(joined.replace(day=1), rule.calendar_months)
    day = months_on(joined, rule.months or 0) + timedelta(days=rule.days or 0)
    return months_on(day.replace(day=1), 1) if rule.first_of_month else day


def months_on(day: date, months: int) -> date:
    """The same day some months later; the last of a month that lacks it."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
