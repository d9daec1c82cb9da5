"""What is in force, binds, runs, applies and is superseded on a day: the one place where
law over time is decided.

Partial dates are intervals of days. What has a beginning counts from the first day that
it may have begun, what has an end counts until the first day that it may have ended.
Codes are those of the list ``statuses``; its groups
(``generators.model.vocabulary.StatusGroup``) are what other modules ask for, so that none
has a list of statuses of its own.

A text that is in force need not apply yet (``applies_from``), and a line may have a first
day of its own (``from``): what does not apply yet binds nobody.

From which day a State is bound by a text that it joined stands here too, and when the
next report is due. The day of joining is typed. The day from which the text binds is
typed where a list gives it; else it follows from the article of the text
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

DRAFT, ADOPTED, PUBLISHED, IN_FORCE = "draft", "adopted", "published", "in-force"
SIGNED, SIGNED_ONLY = "signed-not-in-force", "signed"
SUPERSEDED, EXPIRED, EXTENDED = "superseded", "expired", "extended"
_WITH_FORCE = (ADOPTED, SIGNED, SIGNED_ONLY, IN_FORCE)
_IN_EFFECT = (ADOPTED, PUBLISHED, IN_FORCE)


def phase(begins: PartialDate | None, ends: PartialDate | None, day: date) -> Phase:
    """Where an interval (a membership, a party, a version of a provision) stands on a
    day; ``ends`` is the first day outside, and an end that is not known is open.
    """
    if ends is not None and ends.first <= day:
        return "past"
    return "ahead" if begins is not None and begins.first > day else "now"


def runs(begins: PartialDate | None, ends: PartialDate | None, day: date) -> bool:
    """Whether an interval holds a day."""
    return phase(begins, ends, day) == "now"


def decided(model: Record, day: date) -> str:
    """What was decided of a text by a day, from its own status and dates alone. Before it
    was made it is a draft; a binding text is in force once the day of its entry into
    force has surely come, and not while it has surely not; where a date leaves that open,
    or there is none, the status that was typed says it.
    """
    made = next(
        (
            event.date
            for event in (model.adopted, model.signature)
            if event and event.date
        ),
        None,
    )
    if made is not None and made.first > day:
        return DRAFT
    if model.binding and model.in_force is not None and model.status in _WITH_FORCE:
        if model.in_force.last <= day:
            return IN_FORCE
        if model.in_force.first > day and model.status == IN_FORCE:
            return SIGNED
    return model.status


def applies_later(model: Record, day: date, line: object = None) -> PartialDate | None:
    """The day from which a text, or a ``line`` of it, applies, where that is still to
    come; None where it applies on the day, or nothing is known of such a day. The first
    day of the line itself decides; of a line without one that of its text. A line that
    has ended will not apply.
    """
    own = line.from_ if isinstance(line, Provision) else None
    if isinstance(line, Provision) and phase(own, line.until, day) == "past":
        return None
    begins = own or model.applies_from
    return begins if begins is not None and begins.first > day else None


def has_taken_effect(model: Record, day: date, line: object = None) -> bool:
    """Whether a text, or a ``line`` of it, has effect on a day by its own decision,
    whatever became of it since: it is in force and applies, or is adopted or published
    and needs no entry into force. A binding text needs one where it names a day for it or
    conditions.
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
    """Those of the records ``named`` as superseding a text that do so on a day: they have
    taken effect, and where the text binds they bind too. A text stays superseded when its
    successor's own time is over.
    """
    return tuple(
        name
        for name in named
        if has_taken_effect(records[name], day)
        and (records[name].binding or not model.binding)
    )


def status(model: Record, superseded: bool, day: date) -> str:
    """Where a record stands on a day: superseded, or, where it has taken effect and has a
    period, expired or extended; else what was decided.
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
    """The end of the period that a text was made for, where it has surely passed; None of
    a text that guides after its end, or that never had effect.
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
    """Whether a text, or a ``line`` of it, binds on a day: the text is binding, has taken
    effect, and its status that day is a standing one; the line has not ended.
    """
    if isinstance(line, Provision) and not runs(line.from_, line.until, day):
        return False
    return (
        model.binding and group_today == "standing" and has_taken_effect(model, day, line)
    )


def is_bound(
    party: Party, text_binds: bool, since: PartialDate | None, day: date
) -> bool:
    """Whether a State that joined a text is bound by it on a day: the text binds it, it
    is bound from ``since`` (where that is not known: from the day on which it joined),
    and it has not left.
    """
    return text_binds and runs(since or party.since, party.until, day)


SUCCESSION, PARTICIPATION, MEMBERSHIP = "succession", "participation", "membership"


class BoundSince(NamedTuple):
    """The first day on which a text binds a State; ``computed`` where it follows from the
    article ``ref``.
    """

    day: PartialDate
    computed: bool = False
    ref: str = ""


def bound_since(model: Record, party: Party) -> BoundSince | None:
    """From which day a text binds a State; None where that was not read and does not
    follow: a succession, a text that was joined as amended (the State may have joined the
    first text before), a day that is known in part, a text without the rule or the day of
    its entry into force. Of the States that joined first, the article is that of the
    text's own entry into force.
    """
    if party.in_force_since:
        by_rule = party.how == MEMBERSHIP and model.parties is not None
        ref = (model.parties.members_ref or "") if by_rule else ""
        return BoundSince(
            _not_before_it_applies(model, party.in_force_since), by_rule, ref
        )
    start = model.in_force
    if (
        start is None
        or start.precision != "day"
        or party.how in (SUCCESSION, PARTICIPATION)
    ):
        return None
    rule = model.entry_into_force.later if model.entry_into_force else None
    if (
        rule
        and party.since
        and party.since.precision == "day"
        and party.how not in (None, *rule.not_for)
    ):
        own_day = _counted(rule, party.since.first)
        with_the_first = own_day <= start.first and model.entry_into_force.ref
        ref = model.entry_into_force.ref if with_the_first else rule.ref
        earliest = (
            max(start.first, model.applies_from.first)
            if model.applies_from
            else start.first
        )
        return BoundSince(of_day(max(own_day, earliest)), True, ref)
    return _bound_with_all(model, party, start)


def _not_before_it_applies(model: Record, day: PartialDate) -> PartialDate:
    """A day, or the day from which the text applies where that is later."""
    applies = model.applies_from
    return applies if applies is not None and applies.first > day.first else day


def _bound_with_all(model: Record, party: Party, start: PartialDate) -> BoundSince | None:
    """The day of entry into force, where the text waited for every party that it has: as
    many as it needed are listed, nobody is missing from the list, and none is known to
    have joined later.
    """
    of, threshold = model.parties, model.entry_into_force
    if (
        of is None
        or threshold is None
        or threshold.ratifications is None
        or of.members_of
    ):
        return None
    joined = {each.state for each in of.states}
    complete = not (of.incomplete or of.count or of.organisations)
    alone = len(joined) == len(of.states) == threshold.ratifications
    later = any(each.since and each.since.surely_after(start) for each in of.states)
    if not (complete and alone) or later or party.state not in joined:
        return None
    return BoundSince(start, True, threshold.ref or "")


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


def check_after(today: date) -> date:
    """The last day on which somebody may rely on what a copy of the data of a day says of
    "today", without checking it: the site, a kept page and paper say so by themselves
    later.
    """
    return months_on(today, 12)


class Due(NamedTuple):
    """The day of the next report, no more precise than the last one; ``computed`` where
    nobody named it and it follows from the last report and the interval.
    """

    day: PartialDate
    computed: bool


def next_due(duty: Reporting) -> Due | None:
    """When the next report is due; None where neither that day nor the last report with
    an interval is recorded, or the last report is known less precisely than the interval
    asks.
    """
    if duty.next:
        return Due(duty.next, computed=False)
    if duty.last and duty.every and (day := _later(duty.last, duty.every)):
        return Due(day, computed=True)
    return None


def _later(day: PartialDate, length: Mapping[str, int]) -> PartialDate | None:
    """A day, month or year after a length of time: months after a year alone lead
    nowhere.
    """
    months = 12 * length.get("years", 0) + length.get("months", 0)
    needs = {"hours": "day", "days": "day", "months": "month", "years": "year"}
    finest = {needs[unit] for unit, number in length.items() if number and unit in needs}
    known = {
        "year": {"year"},
        "month": {"year", "month"},
        "day": {"year", "month", "day"},
    }[day.precision]
    if not finest or not finest <= known or length.get("hours"):
        return None
    found = months_on(day.first, months) + timedelta(days=length.get("days", 0))
    return partial_dates.parse(found.isoformat()[: len(day.text)])
