"""Whom to call in a State today: which numbers may be shown, and which of them with a
warning; and which bodies and laws may be named as those of today.

A number that is out of date sends a person into silence, or to the wrong door; so does an
authority that has another name or no such task any more. What counts is the age of what
the page says, never the day on which somebody looked it up.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from generators.corpus.corpus import Corpus
from generators.corpus.memo import once
from generators.corpus.status import months_on
from generators.model.state_contacts import StateContact
from generators.text import partial_dates
from generators.text.partial_dates import PartialDate

FRESH, OLDEST = 24, 60
"""Months: up to the first what an official page says is shown without a warning, up to
the second at all.
"""

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
"""Whom some who need help fear: they stand after all others."""


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


class WhomToCall(NamedTuple):
    """What was found for a State on the day ``looked``: ``lines`` with numbers, in the
    order in which somebody should try them; where there is none, ``named``, the lines
    that have no number that may be shown, in the same order; ``others`` (bodies, the law,
    further lines without a number) by kind. What only old or undated pages name is
    ``outdated`` and nobody's contact. ``valid_until`` is the last day on which a printed
    copy may be used; None without lines.
    """

    looked: PartialDate
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
    shown = [each for each in model.contacts if may_be_shown(each, today)]
    lines = [Reachable(each, not _is_fresh(each, today)) for each in shown]
    lines.sort(key=lambda line: (_rank(line.contact), line.check_first))
    ends = [months_on(each.page_date.first, OLDEST) for each in shown if each.page_date]
    last = min([*ends, today + _KEPT])
    left = [each for each in model.contacts if each not in shown]
    others = [
        Named(each, is_old(each, today)) for each in left if may_be_named(each, today)
    ]
    named = [each for each in others if not lines and each.contact.kind == "helpline"]
    return WhomToCall(
        model.looked,
        tuple(lines),
        tuple(sorted(named, key=lambda each: _rank(each.contact))),
        tuple(each for each in others if each not in named),
        tuple(
            each for each in left if not each.withdrawn and not may_be_named(each, today)
        ),
        partial_dates.of_day(last) if lines else None,
    )


def may_be_shown(contact: StateContact, today: date) -> bool:
    """Whether the numbers of a contact may be shown on a day: from an official page or a
    report, dated, at most ``OLDEST`` months old, not withdrawn.
    """
    return bool(
        contact.numbers and contact.page != "secondary" and may_be_named(contact, today)
    )


def may_be_named(contact: StateContact, today: date) -> bool:
    """Whether a contact may be named on a day as one of today: not withdrawn, and its
    page is dated and at most ``OLDEST`` months old. A line's own page without a day leads
    to the line as it is today.
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
    return contact.page == "official" and not is_old(contact, today)


def _rank(contact: StateContact) -> tuple[bool, bool, int]:
    """In which order somebody should try a line: those of a part of the State after
    those of all of it.
    """
    is_feared, is_local = contact.answered_by in _LAST, "local" in contact.doubts
    return is_feared, is_local, _SUBJECTS.index(contact.subject)


def due(corpus: Corpus, until: date) -> list[tuple[PartialDate, str]]:
    """The States of which somebody must look at a number again by a day: since when, the
    earliest of each.
    """
    found = []
    for state, model in corpus.contacts.items():
        days = [
            months_on(each.page_date.first, FRESH)
            for each in model.contacts
            if each.page_date and may_be_shown(each, corpus.today)
        ]
        if days and min(days) <= until:
            found.append((partial_dates.of_day(min(days)), f"states/{state.lower()}"))
    return found
