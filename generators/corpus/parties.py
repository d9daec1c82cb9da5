"""Who joined a text: the lists turned round by State and by organisation.

Here is also how many parties there are, and of whom a list says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generators.corpus.corpus import Corpus
from generators.corpus.located import Exempt, Joined, Signed, grouped, inverted
from generators.corpus.memo import once
from generators.model.parties import Parties
from generators.text.partial_dates import PartialDate

_ON_RECORD = 40
"""How many States the page of a record lists at most; a longer list has a page of its
own, so that what the text says is not followed by a third of a page's bytes that few came
for.
"""


class PartyNumbers(NamedTuple):
    """How many are party to a record today.

    ``states`` and ``organisations`` are those that are named. ``all_`` is every party
    that is known of: more than are named where the list lacks some. ``as_of`` is the day
    of that number. ``at_least`` says that there may be more. The record says that its
    list may lack some, or no list was read and others may have joined since.
    """

    states: int
    organisations: int
    all_: int
    as_of: PartialDate | None
    at_least: bool = False

    @property
    def named(self) -> int:
        """How many parties are named."""
        return self.states + self.organisations


def apart(corpus: Corpus, record: str) -> bool:
    """Whether the list of a record's parties has a page of its own."""
    parties = corpus.records[record].parties
    return parties is not None and len(parties.states) > _ON_RECORD


@once
def numbers(corpus: Corpus, record: str) -> PartyNumbers | None:
    """How many are party to a record; None where neither a list nor a number is known."""
    parties = corpus.records[record].parties
    if parties is None or not (parties.states or parties.count):
        return None
    states = sum(map(corpus.is_now, parties.states))
    organisations = sum(map(corpus.is_now, parties.organisations))
    named = states + organisations
    at_least = parties.incomplete is not None or not parties.states
    if parties.count is None or parties.count <= named:
        return PartyNumbers(states, organisations, named, parties.as_of, at_least)
    as_of = parties.count_as_of or parties.as_of
    return PartyNumbers(states, organisations, parties.count, as_of, at_least)


@once
def named(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """Records that name a State as a party in their text, by State."""
    return inverted((name, model.named_parties) for name, model in corpus.records.items())


@once
def signed(corpus: Corpus) -> Mapping[str, tuple[Signed, ...]]:
    """The records that a State signed and has not joined, oldest first, by State."""
    return grouped(
        (signatory.state, Signed(name, signatory))
        for name, parties in _lists_of_parties(corpus)
        for signatory in parties.signatories
    )


@once
def not_bound(corpus: Corpus) -> Mapping[str, tuple[Exempt, ...]]:
    """The acts of an organisation that do not bind a State although it is a member.

    By State, oldest first; not those that bind nobody any more.
    """
    binding = (
        (name, parties)
        for name, parties in _lists_of_parties(corpus)
        if corpus.binds_anyone(name)
    )
    return grouped(
        (exempt.state, Exempt(name, exempt))
        for name, parties in binding
        for exempt in parties.not_bound
    )


@once
def joined(corpus: Corpus) -> Mapping[str, tuple[Joined, ...]]:
    """The records that an organisation is party to, oldest first, by mechanism."""
    return grouped(
        (organisation.mechanism, Joined(name, organisation))
        for name, parties in _lists_of_parties(corpus)
        for organisation in parties.organisations
    )


@once
def _lists_of_parties(corpus: Corpus) -> tuple[tuple[str, Parties], ...]:
    """The ids of the records with a list of parties or signatories, each with its lists,
    oldest first.
    """
    lists = (
        (name, corpus.records[name].parties)
        for name in sorted(corpus.records, key=corpus.age)
    )
    return tuple(
        (name, parties)
        for name, parties in lists
        if parties and (parties.states or parties.signatories)
    )


def is_open(corpus: Corpus, record: str, state: str) -> bool:
    """Whether nothing is known of a State and a binding text that it could join.

    There is no list of parties, or the list may lack some and does not name the
    State.
    """
    parties = corpus.records[record].parties
    has_list = parties is not None and bool(parties.states)
    may_lack = parties is not None and parties.incomplete is not None
    if has_list and (not may_lack or state in _listed_states(corpus, record)):
        return False
    return could_join(corpus, record, state)


def could_join(corpus: Corpus, record: str, state: str) -> bool:
    """Whether a State may join a text of its own accord.

    One State's own text is open to nobody, and a State that must be invited is not
    counted. Where nobody has read who may join, members of a mechanism that adopted the
    text may, and former members. Where such a mechanism has no known members, any State
    may.
    """
    if record not in corpus.standards:
        return False
    open_to = corpus.records[record].open_to
    memberships = corpus.memberships.get(state, ())
    if open_to is None:
        adopters = [name for name in corpus.adopters(record) if name in corpus.mechanisms]
        known = all(corpus.mechanisms[name].members for name in adopters)
        return not known or any(own.mechanism in adopters for own in memberships)
    if open_to.any_state or state in open_to.states:
        return True
    if any(
        own.mechanism in open_to.members_of and corpus.is_now(own.member)
        for own in memberships
    ):
        return True
    adherences = corpus.adherences.get(state, ())
    return any(adherence.record in open_to.parties_to for adherence in adherences)


@once
def _listed_states(corpus: Corpus, record: str) -> frozenset[str]:
    """The States (alpha-3 codes) that are parties or signatories of a record."""
    parties = corpus.records[record].parties
    if parties is None:
        return frozenset()
    party_states = (party.state for party in parties.states)
    signatory_states = (signatory.state for signatory in parties.signatories)
    return frozenset((*party_states, *signatory_states))
