"""When and how a State joined a text, since when it is bound, and what it reserved.

In all functions ``record`` is the id of the text, and ``party`` the State's line in its
list of parties.
"""

from __future__ import annotations

from generators.corpus.status import MEMBERSHIP
from generators.document.phrases import Phrases
from generators.document.runs import Run, joined
from generators.document.short_lines import in_brackets, span
from generators.model.parties import Party
from generators.model.reservations import Reservation


def joined_when(
    phrases: Phrases, record: str, party: Party, usual: str = "", article: bool = True
) -> list[Run]:
    """When and how a State joined a text, from which day it is bound, and until when.

    "Ratification: 30 August 2004 · binding on it since 29 September 2004 (Art. 17(2))".
    The way of joining is left out if it is the ``usual`` one. If the ``article`` is not
    wanted, the article that sets the day is left out. So is the day by which an act was
    to be in national law. The line has that day only for members whom an act binds.
    """
    known_way = way(phrases, record, party) if party.how != usual else []
    binding_since = bound_since(phrases, record, party, article)
    bound = joined((binding_since, as_amended(phrases, party)))
    if party.since and not party.until and party.how:
        day = phrases.date(party.since)
        joined_on = phrases.labelled(known_way, day) if known_way else day
        return joined((joined_on, bound))
    national_law = in_national_law(phrases, record, party) if article else []
    interval = span(phrases, party.since, party.until)
    return joined((interval, known_way, bound, national_law))


def way(phrases: Phrases, record: str, party: Party) -> list[Run]:
    """How a State came to be bound: by an act of its own, or as a member.

    Of a member it says of which organisation. Empty where the way is not known.
    """
    party_list = phrases.corpus.records[record].parties
    if party.how == MEMBERSHIP and party_list and party_list.members_of:
        organisation = phrases.name(party_list.members_of)
        return phrases.labelled(phrases.ui("as a member of"), organisation)
    return phrases.label("ratification-ways", party.how)


def as_amended(phrases: Phrases, party: Party) -> list[Run]:
    """When a State that had joined a text before joined it as it was amended.

    Empty where nothing is recorded of that.
    """
    label = phrases.ui("joined the text as amended")
    return phrases.labelled(label, phrases.date(party.as_amended))


def in_national_law(phrases: Phrases, record: str, party: Party) -> list[Run]:
    """By when a State that an act binds had to put it into its law.

    Empty of a State that left, and where the act bound it only after that day.
    """
    due = phrases.corpus.records[record].transposition_due
    bound = phrases.corpus.bound_since(record, party)
    if due is None or party.until or party.how != MEMBERSHIP:
        return []
    if bound is None or bound.day.surely_after(due):
        return []
    return phrases.labelled(phrases.ui("to be in national law by"), phrases.date(due))


def bound_since(
    phrases: Phrases, record: str, party: Party, article: bool = True
) -> list[Run]:
    """From which day a text binds a State.

    With ``article`` it names the article from which the day follows, where we computed
    it. Empty where the day is not known, and of a text that does not bind.
    """
    bound = phrases.corpus.bound_since(record, party)
    if bound is None or not phrases.corpus.records[record].binding:
        return []
    if bound.day.first > phrases.corpus.today:
        words = phrases.dated("binding on it from {date}", bound.day)
    else:
        words = phrases.dated("binding on it since {date}", bound.day)
    place: list[Run] = []
    if bound.computed and article:
        place = phrases.reference(bound.ref, record)
    return in_brackets(words, place)


def reservations(phrases: Phrases, record: str, party: Party) -> list[Run]:
    """What a State reserved or declared and has not withdrawn, each with its articles."""
    return joined(
        reservation(phrases, record, reserved)
        for reserved in party.reservations
        if not reserved.withdrawn
    )


def reservation(phrases: Phrases, record: str, reserved: Reservation) -> list[Run]:
    """A reservation or declaration: its kind, its articles, what it says, how sure.

    Of one that we have not read, that there is one.
    """
    if reserved.says is None:
        return phrases.ui("has a reservation or declaration that we have not read")
    kind = phrases.label("reservation-kinds", reserved.kind)
    label = in_brackets(kind, phrases.reference(reserved.refs, record))
    words = phrases.labelled(label, phrases.text_of(record, reserved.says))
    return in_brackets(words, phrases.confidence(reserved.confidence))
