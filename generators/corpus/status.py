"""What is in force, binds, runs, applies and is superseded on a day: the one place where law over time is decided.

Partial dates are intervals of days. What has a beginning counts from the first day that it may have begun, what has
an end counts until the first day that it may have ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generators.model.records import Record
from generators.text.partial_dates import PartialDate


def runs(begins: PartialDate | None, ends: PartialDate | None, day: date) -> bool:
    """Whether an interval (a membership, a party, a version of a provision) holds a day; ``ends`` is the first
    day outside, and an end that is not known is open.
    """
    return (begins is None or begins.first <= day) and (ends is None or ends.first > day)


def has_taken_effect(model: Record, day: date) -> bool:
    """Whether a text stands on a day by its own decision: in force, or adopted where it never needs force. A
    draft, and a text that waits for signatures, ratifications or assent, does not.
    """
    if model.status == "in-force":
        return runs(model.in_force, None, day)
    adopted = model.adopted.date if model.adopted else None
    return model.status == "adopted" and runs(adopted, None, day)


def successors(named: Iterable[str], records: Mapping[str, Record], day: date) -> tuple[str, ...]:
    """Those of the records ``named`` as superseding another that do so on a day."""
    return tuple(name for name in named if has_taken_effect(records[name], day))


def status(model: Record, superseded: bool, day: date) -> str:
    """Where a record stands on a day (a code of the list ``statuses``): superseded, expired or extended where that
    follows, else what was decided.
    """
    if superseded:
        return "superseded"
    period = model.period
    end = (period.extended_to or period.to) if period else None
    if end and end.last < day:
        return model.status if period.still_guides else "expired"
    return "extended" if period and period.extended_to else model.status


def binds(model: Record, status_today: str, day: date) -> bool:
    """Whether a text binds: it is binding, has taken effect, and is not over."""
    return (
        model.binding and has_taken_effect(model, day) and status_today in ("in-force", "adopted", "extended")
    )
