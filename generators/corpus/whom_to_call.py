"""Whom to call in a State today.

The module decides which numbers may be shown, and which of them with a warning. It also
decides which bodies and laws may be named as those of today.

A number that is out of date sends a person into silence, or to the wrong door. So does an
authority that has another name or no such task any more. What counts is the age of what
the page says, never the day on which somebody looked it up.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from generators.corpus.corpus import Corpus
from generators.corpus.memo import once
from generators.corpus.status import months_on
from generators.model.state_contacts import (
    EmergencyNumber,
    EmergencySource,
    StateContact,
)
from generators.text import partial_dates
from generators.text.partial_dates import PartialDate

FRESH = 24
"""Months: so long what an official page says is shown without a warning."""


OLDEST = 60
"""Months: so long it is shown at all."""

_KEPT = timedelta(days=182)
"""For so long a printed or kept copy may be used."""

_SUBJECTS = (
    "trafficking",
    "reports",
    "everyone",
    "women",
    "violence",
    "children",
    None,
)
_LAST = ("police", "immigration", "security")
"""Whom some who need help fear: they come after all others."""
_HELPERS = ("helpline", "assistance", "child-protection")
"""Lines and bodies that help a person. Other bodies find victims, or work on policy."""


class Reachable(NamedTuple):
    """A contact whose numbers may be shown; ``check_first``: with the advice to check
    them before calling.
    """

    contact: StateContact
    check_first: bool


class Named(NamedTuple):
    """A contact that is named without a number; ``is_old``: its page is older than two
    years.
    """

    contact: StateContact
    is_old: bool


class Emergency(NamedTuple):
    """The emergency number of a State.

    ``is_confirmed``: an official page or an act of law gives it, not only tables of many
    States. ``old_year`` is the year of its newest source, where that is older than
    ``OLDEST`` months; else None. An act in force does not grow old, and a page without a
    day has no year.
    """

    model: EmergencyNumber
    is_confirmed: bool
    old_year: int | None


class WhomToCall(NamedTuple):
    """What somebody found for a State on the day ``looked``.

    ``emergency`` is None where no emergency number may be shown.

    ``lines`` are contacts with numbers, in the order in which a person should try them.
    Where there is none, ``named`` has the lines that have no number that may be shown, in
    the same order. ``others`` are bodies, the law, and further lines without a number, by
    kind. ``outdated`` are those that only old or undated pages name: they are nobody's
    contact. ``valid_until`` is the last day on which a printed copy may be used; None
    without any number.
    """

    looked: PartialDate
    emergency: Emergency | None
    lines: tuple[Reachable, ...]
    named: tuple[Named, ...]
    others: tuple[Named, ...]
    outdated: tuple[StateContact, ...]
    valid_until: PartialDate | None


@once
def whom_to_call(corpus: Corpus, state: str) -> WhomToCall | None:
    """Whom to call in a State (alpha-3 code); None where nobody has looked."""
    model = corpus.contacts.get(state)
    if model is None:
        return None
    today = corpus.today
    reachable = [contact for contact in model.contacts if may_be_shown(contact, today)]
    rest = [contact for contact in model.contacts if contact not in reachable]
    lines = [Reachable(contact, not _is_fresh(contact, today)) for contact in reachable]
    lines.sort(key=lambda line: (_rank(line.contact), line.check_first))
    others = [
        Named(contact, is_old(contact, today))
        for contact in rest
        if may_be_named(contact, today)
    ]
    named = [] if lines else [line for line in others if line.contact.kind == "helpline"]
    outdated = [
        contact
        for contact in rest
        if not contact.withdrawn and not may_be_named(contact, today)
    ]
    emergency = _emergency(model.emergency, today)
    return WhomToCall(
        looked=model.looked,
        emergency=emergency,
        lines=tuple(lines),
        named=tuple(sorted(named, key=lambda line: _rank(line.contact))),
        others=tuple(line for line in others if line not in named),
        outdated=tuple(outdated),
        valid_until=_valid_until(reachable, emergency, today),
    )


def _emergency(model: EmergencyNumber | None, today: date) -> Emergency | None:
    """An emergency number, with whether it is confirmed, and how old its sources are.

    None where there is none, and where a table contradicts one that only tables give.
    """
    if model is None:
        return None
    agreeing = [source for source in model.sources if source.other_number is None]
    is_confirmed = any(source.page != "table" for source in agreeing)
    if len(agreeing) < len(model.sources) and not is_confirmed:
        return None
    return Emergency(model, is_confirmed, _old_year(agreeing, today))


def _old_year(sources: list[EmergencySource], today: date) -> int | None:
    """The year of the newest source that gives an emergency number, where that is older
    than ``OLDEST`` months.

    None where it is newer, where an act in force gives the number, and where no source
    has a day.
    """
    if any(source.page == "law" for source in sources):
        return None
    days = [source.page_date.first for source in sources if source.page_date]
    if not days or months_on(max(days), OLDEST) >= today:
        return None
    return max(days).year


def other_door(contacts: WhomToCall) -> Reachable | Named | None:
    """Whom to ask where somebody fears the police: a line with a number, else a line or
    body that helps. None where there is none. The police, other services that some fear,
    and lines that only take reports do not count. Nor does what was not at work.
    """
    lines: tuple[Reachable | Named, ...] = contacts.lines
    for line in (*lines, *contacts.named, *contacts.others):
        contact = line.contact
        is_helper = contact.kind in _HELPERS and contact.subject != "reports"
        is_at_work = "idle" not in contact.doubts
        if is_helper and is_at_work and contact.answered_by not in _LAST:
            return line
    return None


def _valid_until(
    contacts: list[StateContact], emergency: Emergency | None, today: date
) -> PartialDate | None:
    """The last day on which a printed copy may be used that has some contacts and an
    emergency number. None without both.
    """
    if not contacts and emergency is None:
        return None
    ends = [
        months_on(contact.page_date.first, OLDEST)
        for contact in contacts
        if contact.page_date
    ]
    return partial_dates.of_day(min([*ends, today + _KEPT]))


def may_be_shown(contact: StateContact, today: date) -> bool:
    """Whether the numbers of a contact may be shown on a day.

    They are from an official page or a report, dated, at most ``OLDEST`` months old, and
    not withdrawn.
    """
    return bool(
        contact.numbers and contact.page != "secondary" and may_be_named(contact, today)
    )


def may_be_named(contact: StateContact, today: date) -> bool:
    """Whether a contact may be named on a day as one of today.

    It is not withdrawn, and its page is dated and at most ``OLDEST`` months old. A line's
    own page without a day leads to the line as it is today.
    """
    if contact.withdrawn:
        return False
    if contact.page_date is None:
        return contact.kind == "helpline" and contact.own_page and not contact.numbers
    return months_on(contact.page_date.first, OLDEST) >= today


def is_old(contact: StateContact, today: date) -> bool:
    """Whether the page of a contact is older than ``FRESH`` months; one without a day
    counts as old.
    """
    dated = contact.page_date
    return not (dated and months_on(dated.first, FRESH) >= today)


def _is_fresh(contact: StateContact, today: date) -> bool:
    """Whether a contact may be shown without a warning: an official page, not old."""
    return contact.page == "official" and not is_old(contact, today)


def _rank(contact: StateContact) -> tuple[bool, bool, int]:
    """The place of a contact among those to try; the smaller, the earlier.

    A line of a part of the State comes after those of all of it.
    """
    is_feared = contact.answered_by in _LAST
    is_local = "local" in contact.doubts
    return is_feared, is_local, _SUBJECTS.index(contact.subject)


def due(corpus: Corpus, until: date) -> list[tuple[PartialDate, str]]:
    """The States of which somebody must look at a number again by a day. Each is the day
    since when (the earliest), and ``states/`` with the State's code.
    """
    states = []
    for state, model in corpus.contacts.items():
        days = [
            months_on(contact.page_date.first, FRESH)
            for contact in model.contacts
            if contact.page_date and may_be_shown(contact, corpus.today)
        ]
        if days and min(days) <= until:
            day = partial_dates.of_day(min(days))
            states.append((day, f"states/{state.lower()}"))
    return states
