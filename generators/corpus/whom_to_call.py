"""Whom to call in a State today: which numbers may be shown, and which of them with a warning.

A number that is out of date sends a person into silence, or to the wrong door. What counts is the age of what
the page says, never the day on which somebody looked it up.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from generators.corpus.corpus import Corpus, once
from generators.corpus.status import months_on
from generators.model.state_contacts import StateContact
from generators.text import partial_dates
from generators.text.partial_dates import PartialDate

FRESH, OLDEST = 24, 60
"""Months: up to the first a number of an official page is shown without a warning, up to the second at
all.
"""

_KEPT = timedelta(days=182)
"""For so long a printed or kept copy may be used."""

_SUBJECTS = ("trafficking", "everyone", "violence", "children", None)
_LAST = ("police", "immigration", "security")
"""Whom some who need help fear: they stand after all others."""


class Reachable(NamedTuple):
    """A contact whose numbers may be shown; ``check_first``: with the advice to check them before calling."""

    contact: StateContact
    check_first: bool


class WhomToCall(NamedTuple):
    """What was found for a State on the day ``looked``: ``lines`` with numbers, in the order in which
    somebody should try them; where there is none, ``named``, the lines that have no number that may be shown,
    in the same order; ``others`` (bodies, the law, further lines without a number) by kind. ``valid_until``
    is the last day on which a printed copy may be used; None without lines.
    """

    looked: PartialDate
    lines: tuple[Reachable, ...]
    named: tuple[StateContact, ...]
    others: tuple[StateContact, ...]
    valid_until: PartialDate | None


@once
def whom_to_call(corpus: Corpus, state: str) -> WhomToCall | None:
    """Whom to call in a State (alpha-3 code); None where nobody has looked."""
    model = corpus.contacts.get(state)
    if model is None:
        return None
    shown = [each for each in model.contacts if may_be_shown(each, corpus.today)]
    lines = [Reachable(each, not _is_fresh(each, corpus.today)) for each in shown]
    lines.sort(key=lambda line: (_rank(line.contact), line.check_first))
    ends = [months_on(each.page_date.first, OLDEST) for each in shown if each.page_date]
    last = min([*ends, corpus.today + _KEPT])
    others = [each for each in model.contacts if each not in shown]
    named = [each for each in others if not lines and each.kind == "helpline" and not each.withdrawn]
    return WhomToCall(
        model.looked,
        tuple(lines),
        tuple(sorted(named, key=_rank)),
        tuple(each for each in others if each not in named),
        partial_dates.of_day(last) if lines else None,
    )


def may_be_shown(contact: StateContact, today: date) -> bool:
    """Whether the numbers of a contact may be shown on a day: from an official page or a report, dated, at
    most ``OLDEST`` months old, not withdrawn.
    """
    return bool(
        contact.numbers
        and not contact.withdrawn
        and contact.page != "secondary"
        and contact.page_date
        and months_on(contact.page_date.first, OLDEST) >= today
    )


def _is_fresh(contact: StateContact, today: date) -> bool:
    dated = contact.page_date
    return bool(contact.page == "official" and dated and months_on(dated.first, FRESH) >= today)


def _rank(contact: StateContact) -> tuple[bool, int]:
    return contact.answered_by in _LAST, _SUBJECTS.index(contact.subject)


def due(corpus: Corpus, until: date) -> list[tuple[PartialDate, str]]:
    """The States of which somebody must look at a number again by a day: since when, the earliest of each."""
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
