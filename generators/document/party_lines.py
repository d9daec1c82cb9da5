"""The lines of a list of a record's parties.

A line is a State, an organisation, or a member that the text does not bind. In all of
them ``name`` is the id of the record.
"""

from __future__ import annotations

from collections import Counter

from generators.corpus.status import MEMBERSHIP
from generators.document import sentences
from generators.document.joined_texts import why_not_bound
from generators.document.phrases import Phrases
from generators.document.runs import Run, joined
from generators.model.parties import NotBound, Organisation, Parties, Party


def party_line(phrases: Phrases, name: str, party: Party, unsaid_way: str) -> list[Run]:
    """A State, and in brackets since when, how, and with what reservation it is party.

    ``unsaid_way`` is the way of joining that need not be said; empty where there is none.
    """
    since: list[Run] = []
    if not _is_bound_as_the_rest(phrases, name, party):
        if party.how == MEMBERSHIP:
            unsaid_way = MEMBERSHIP
        since = sentences.joined_when(phrases, name, party, unsaid_way, article=False)
    reservations = sentences.reservations(phrases, name, party)
    note = phrases.text_of(name, party.note)
    confidence = phrases.confidence(party.confidence)
    more = joined((since, reservations, note, confidence))
    return sentences.in_brackets(phrases.state(party.state), more)


def usual_way(party_list: Parties) -> str:
    """The way in which most parties joined, where it need not be said of each.

    Empty where the way of any State is not known, and where no two joined in one way.
    """
    ways = Counter(party.how for party in party_list.states if party.how)
    if not ways or ways.total() != len(party_list.states):
        return ""
    way, number = ways.most_common(1)[0]
    return way if number > 1 else ""


def _is_bound_as_the_rest(phrases: Phrases, name: str, party: Party) -> bool:
    """Whether a member is bound since the act is in force, as its list says of all."""
    start = phrases.corpus.records[name].in_force
    is_member_today = party.how == MEMBERSHIP and party.until is None
    return is_member_today and party.in_force_since == start


def not_bound_line(phrases: Phrases, name: str, member: NotBound) -> list[Run]:
    """A member that an act does not bind, and why."""
    why = why_not_bound(phrases, name, member)
    return sentences.in_brackets(phrases.state(member.state), why)


def organisation_line(
    phrases: Phrases, name: str, organisation: Organisation
) -> list[Run]:
    """An organisation that is party, and in brackets how and since when."""
    how = phrases.label("ratification-ways", organisation.how)
    span = sentences.span(phrases, organisation.since, organisation.until)
    note = phrases.text_of(name, organisation.note)
    confidence = phrases.confidence(organisation.confidence)
    more = joined((how, span, note, confidence))
    return sentences.in_brackets(phrases.name(organisation.mechanism), more)
