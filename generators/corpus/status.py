"""What is in force, binds, runs, applies and is superseded on a day.

This is the one place where law over time is decided.

Partial dates are intervals of days. What has a beginning counts from the first day that
it may have begun. What has an end counts until the first day that it may have ended.
Codes are those of the list ``statuses``. Other modules ask for its groups
(``generators.model.vocabulary.StatusGroup``), so that none has its own list of statuses.

A text that is in force need not apply yet (``applies_from``). A line may have a first
day of its own (``from``). What does not apply yet binds nobody.

Here is also from which day a text binds a State that joined it. Another function says
when the next report is due. The day of joining is typed. The day from which the text
binds is typed where a list gives it. Else it follows from the article of the text
(``entry_into_force.later``), and is never before the text itself is in force.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from generators.model.parties import Party
from generators.model.records import Later, Provision, Record, Reporting
from generators.model.vocabulary import VocabularyEntry
from generators.text import partial_dates
from generators.text.partial_dates import PartialDate, of_day

Phase = Literal["ahead", "now", "past"]

DRAFT = "draft"
ADOPTED = "adopted"
PUBLISHED = "published"


IN_FORCE = "in-force"


SIGNED = "signed-not-in-force"


SIGNED_ONLY = "signed"


SUPERSEDED = "superseded"


EXPIRED = "expired"


EXTENDED = "extended"
_WITH_FORCE = (ADOPTED, SIGNED, SIGNED_ONLY, IN_FORCE)
_IN_EFFECT = (ADOPTED, PUBLISHED, IN_FORCE)


def phase(begins: PartialDate | None, ends: PartialDate | None, day: date) -> Phase:
    """Whether an interval is ahead of a day, holds it (``now``) or is past.

    An interval is that of a membership, a party, or a version of a provision. ``ends`` is
    the first day outside; an end that is not known (None) is open.
    """
    if ends is not None and ends.first <= day:
        return "past"
    return "ahead" if begins is not None and begins.first > day else "now"


def runs(begins: PartialDate | None, ends: PartialDate | None, day: date) -> bool:
    """Whether an interval holds a day."""
    return phase(begins, ends, day) == "now"


def decided(model: Record, day: date) -> str:
    """The status of a text on a day by its own status and dates, whatever other texts
    did to it.

    Before the day on which it was adopted or signed it is a draft. A binding text is
    in force once the day of its entry into force has surely come. It is not in force
    before that day may have come. Where a date leaves that open, or there is none,
    the typed status says it.
    """
    begun = _day_of_making(model)
    if begun is not None and begun.first > day:
        return DRAFT
    if model.binding and model.in_force is not None and model.status in _WITH_FORCE:
        if model.in_force.last <= day:
            return IN_FORCE
        if model.in_force.first > day and model.status == IN_FORCE:
            return SIGNED
    return model.status


def _day_of_making(model: Record) -> PartialDate | None:
    """The day on which a text was adopted, else signed; None where neither is known."""
    for event in (model.adopted, model.signature):
        if event and event.date:
            return event.date
    return None


def applies_later(model: Record, day: date, line: object = None) -> PartialDate | None:
    """The day from which a text, or a ``line`` of it, applies, where that is after
    ``day``.

    None where it applies on the day, or nothing is known of such a day. The first day of
    the line itself decides; of a line without one that of its text. A line that has ended
    will not apply.
    """
    own = line.from_ if isinstance(line, Provision) else None
    if isinstance(line, Provision) and phase(own, line.until, day) == "past":
        return None
    begins = own or model.applies_from
    return begins if begins is not None and begins.first > day else None


def has_taken_effect(model: Record, day: date, line: object = None) -> bool:
    """Whether a text, or a ``line`` of it, has effect on a day by its own decision.

    Whatever became of it since does not count. It has effect where it is in force and
    applies. It has effect too where it is adopted or published and needs no entry
    into force. A binding text needs one where it names a day for it or conditions.
    """
    if applies_later(model, day, line):
        return False
    code = decided(model, day)
    needs_force = model.binding and (
        model.in_force is not None or model.entry_into_force is not None
    )
    return code == IN_FORCE or (code in (ADOPTED, PUBLISHED) and not needs_force)


def successors(
    model: Record, named: Iterable[str], records: Mapping[str, Record], day: date
) -> tuple[str, ...]:
    """The ids of those of the records ``named`` as superseding a text that do so on a
    day.

    They have taken effect, and where the text binds they bind too. A text stays
    superseded when its successor's own time is over.
    """
    return tuple(
        name
        for name in named
        if has_taken_effect(records[name], day)
        and (records[name].binding or not model.binding)
    )


def status(model: Record, superseded: bool, day: date) -> str:
    """The status of a record on a day.

    It is superseded where another text does that. It is expired or extended where it has
    taken effect and has a period. Else it is what was decided.
    """
    code = decided(model, day)
    if superseded:
        return SUPERSEDED
    if period_ended(model, day):
        return EXPIRED
    extended = model.period.extended_to if model.period else None
    if extended is None or code not in _IN_EFFECT:
        return code
    return code if extended.last < day else EXTENDED


def period_ended(model: Record, day: date) -> PartialDate | None:
    """The end of the period that a text was made for; None if it has not surely passed.

    None also for a text that guides after its end, or that never had effect.
    """
    period = model.period
    if period is None or period.still_guides or decided(model, day) not in _IN_EFFECT:
        return None
    end = period.extended_to or period.to
    return end if end is not None and end.last < day else None


def group(code: str, statuses: Mapping[str, VocabularyEntry]) -> str:
    """The group of a status (proposed, pending, standing, over); empty where the code is
    not in the list.
    """
    return (code in statuses and statuses[code].group) or ""


def binds(model: Record, group_today: str, day: date, line: object = None) -> bool:
    """Whether a text, or a ``line`` of it, binds on a day.

    The text is binding and has taken effect. The group of its status that day
    (``group_today``) is ``standing``. The line has not ended.
    """
    if isinstance(line, Provision) and not runs(line.from_, line.until, day):
        return False
    return (
        model.binding and group_today == "standing" and has_taken_effect(model, day, line)
    )


def is_bound(
    party: Party, text_binds: bool, since: PartialDate | None, day: date
) -> bool:
    """Whether a State that joined a text is bound by it on a day.

    The text binds it, and it has not left. It is bound from ``since``. Where that is
    not known (None), it is bound from the day on which it joined.
    """
    return text_binds and runs(since or party.since, party.until, day)


SUCCESSION = "succession"


PARTICIPATION = "participation"


MEMBERSHIP = "membership"


class BoundSince(NamedTuple):
    """The first day on which a text binds a State; ``computed`` where it follows from the
    article ``ref``.
    """

    day: PartialDate
    computed: bool = False
    ref: str = ""


def bound_since(model: Record, party: Party) -> BoundSince | None:
    """From which day a text binds a State; None where that was not read and does not
    follow.

    It does not follow for a succession. It does not follow for a text that was joined as
    amended, for the State may have joined it before. It does not follow
    from a day that is known in part. Without a rule, or without the day of entry into
    force, nothing follows. For the States that joined first, the article is that of the
    text's own entry into force.
    """
    if party.in_force_since:
        return _bound_since_typed(model, party, party.in_force_since)
    start = model.in_force
    if start is None or start.precision != "day":
        return None
    if party.how in (SUCCESSION, PARTICIPATION):
        return None
    return _bound_by_rule(model, party, start) or _bound_with_all(model, party, start)


def _bound_since_typed(model: Record, party: Party, typed: PartialDate) -> BoundSince:
    """The day that the list of parties gives.

    For a member of the organisation that made the text it was computed from the
    membership.
    """
    computed = False
    ref = ""
    if party.how == MEMBERSHIP and model.parties is not None:
        computed = True
        ref = model.parties.members_ref or ""
    return BoundSince(_not_before_it_applies(model, typed), computed, ref)


def _bound_by_rule(model: Record, party: Party, start: PartialDate) -> BoundSince | None:
    """The day that follows from the text's rule for States that join later.

    None where there is no rule, or the day or the way of joining does not let it
    apply.
    """
    clause = model.entry_into_force
    if clause is None or clause.later is None:
        return None
    rule = clause.later
    if party.since is None or party.since.precision != "day":
        return None
    if party.how is None or party.how in rule.not_for:
        return None
    own_day = _day_by_rule(rule, party.since.first)
    earliest = start.first
    if model.applies_from:
        earliest = max(earliest, model.applies_from.first)
    ref = rule.ref
    if own_day <= start.first and clause.ref:
        ref = clause.ref
    return BoundSince(of_day(max(own_day, earliest)), True, ref)


def _not_before_it_applies(model: Record, day: PartialDate) -> PartialDate:
    """A day, or the day from which the text applies where that is later."""
    applies = model.applies_from
    return applies if applies is not None and applies.first > day.first else day


def _bound_with_all(model: Record, party: Party, start: PartialDate) -> BoundSince | None:
    """The day of entry into force (``start``), where the text waited for all its
    parties; else None.

    As many States as it needed are listed. Nobody is missing from the list, and none
    is known to have joined later.
    """
    parties = model.parties
    clause = model.entry_into_force
    if parties is None or clause is None or clause.ratifications is None:
        return None
    if parties.members_of:
        return None
    if parties.incomplete or parties.count or parties.organisations:
        return None
    states = {listed.state for listed in parties.states}
    if not len(states) == len(parties.states) == clause.ratifications:
        return None
    if party.state not in states:
        return None
    if any(
        listed.since and listed.since.surely_after(start) for listed in parties.states
    ):
        return None
    return BoundSince(start, True, clause.ref or "")


def _day_by_rule(rule: Later, joined: date) -> date:
    """The day that a rule for later parties sets for a State that joined on a day."""
    if rule.calendar_months is not None:
        return months_on(joined.replace(day=1), rule.calendar_months)
    day = months_on(joined, rule.months or 0) + timedelta(days=rule.days or 0)
    return months_on(day.replace(day=1), 1) if rule.first_of_month else day


def months_on(day: date, months: int) -> date:
    """The same day some months later; the last of a month that lacks it.

    >>> months_on(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def check_after(today: date) -> date:
    """The last day on which a reader may rely on a copy of the data of a day.

    Later it must be checked; the site, a kept page and paper say so by themselves.
    """
    return months_on(today, 12)


class Due(NamedTuple):
    """The day of the next report, no more precise than the last one.

    ``computed`` where nobody named it and it follows from the last report and the
    interval.
    """

    day: PartialDate
    computed: bool


def next_due(duty: Reporting) -> Due | None:
    """When the next report is due.

    None where neither that day nor the last report with an interval is recorded. None too
    where the last report is known less precisely than the interval asks.
    """
    if duty.next:
        return Due(duty.next, computed=False)
    if duty.last and duty.every:
        day = _later(duty.last, duty.every)
        if day:
            return Due(day, computed=True)
    return None


_PRECISION_OF = {"hours": "day", "days": "day", "months": "month", "years": "year"}
"""How precisely a day must be known for a length of time in each unit to be added."""


_PRECISIONS = ("year", "month", "day")


def _later(day: PartialDate, length: Mapping[str, int]) -> PartialDate | None:
    """A day, month or year some length of time later, as precise as before.

    None where the day is known less precisely than the length asks, and for hours. None
    too where it would be later than any record may speak of.

    >>> _later(partial_dates.parse("2024"), {"years": 2}).text
    '2026'
    >>> _later(partial_dates.parse("2024"), {"months": 6}) is None
    True
    """
    known = _PRECISIONS[: _PRECISIONS.index(day.precision) + 1]
    needed = {
        _PRECISION_OF[unit]
        for unit, number in length.items()
        if number and unit in _PRECISION_OF
    }
    if not needed or not needed.issubset(known) or length.get("hours"):
        return None
    months = 12 * length.get("years", 0) + length.get("months", 0)
    later = months_on(day.first, months) + timedelta(days=length.get("days", 0))
    text = later.isoformat()[: len(day.text)]
    return partial_dates.parse(text) if text[:4] <= partial_dates.LAST_YEAR else None
