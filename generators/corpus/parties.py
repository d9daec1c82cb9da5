"""Who joined a text: the lists turned round by State and by organisation, how many parties there are, and of
whom a list says nothing; and what applies in a State. Worked out once for all languages; pages and PDFs are
views of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generators.corpus.corpus import Corpus, once
from generators.corpus.located import Adherence, Joined, Membership, Signed, grouped, inverted
from generators.corpus.status import next_due
from generators.model.records import Parties
from generators.text.partial_dates import PartialDate

_ON_RECORD = 40
"""How many States the page of a record lists at most; a longer list has a page of its own, so that what the
text says is not followed by a third of a page's bytes that few came for.
"""


class PartyNumbers(NamedTuple):
    """How many are party to a record today: ``states`` and ``organisations`` that are named, and ``all_``,
    every party that is known of, more than are named where the list lacks some; ``as_of`` is the day of that
    number.
    """

    states: int
    organisations: int
    all_: int
    as_of: PartialDate | None

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
    states = sum(map(corpus.is_party, parties.states))
    organisations = sum(corpus.phase(each) == "now" for each in parties.organisations)
    named = states + organisations
    if parties.count is None or parties.count <= named:
        return PartyNumbers(states, organisations, named, parties.as_of)
    return PartyNumbers(states, organisations, parties.count, parties.count_as_of or parties.as_of)


@once
def named(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """Records that name a State as a party in their text, by State."""
    return inverted((name, model.named_parties) for name, model in corpus.records.items())


@once
def signed(corpus: Corpus, state: str) -> list[Signed]:
    """The records that a State signed and has not joined, oldest first."""
    return [Signed(name, one) for name, of in _listed(corpus) for one in of.signatories if one.state == state]


@once
def joined_by(corpus: Corpus, mechanism: str) -> list[Joined]:
    """The records that an organisation is party to, oldest first."""
    pairs = ((name, one) for name, of in _listed(corpus) for one in of.organisations)
    return [Joined(name, one) for name, one in pairs if one.mechanism == mechanism]


@once
def _listed(corpus: Corpus) -> list[tuple[str, Parties]]:
    """The records with a list of parties or signatories, oldest first."""
    lists = ((name, corpus.records[name].parties) for name in sorted(corpus.records, key=corpus.age))
    return [(name, of) for name, of in lists if of and (of.states or of.signatories)]


def is_open(corpus: Corpus, record: str, state: str) -> bool:
    """Whether nothing is known of a State and a binding text that it could join: there is no list of parties,
    or the list may lack some and does not name the State.
    """
    parties = corpus.records[record].parties
    listed = parties is not None and bool(parties.states)
    if listed and not (parties.incomplete and state not in _mentioned(corpus, record)):
        return False
    return could_join(corpus, record, state)


def could_join(corpus: Corpus, record: str, state: str) -> bool:
    """Whether a State may join a text of its own accord; one State's own text is open to nobody. A State that
    must be invited is not counted. Where we have not read who may join, a State may that is or was a member
    of a mechanism that adopted the text, and any where no members are known.
    """
    if record not in corpus.standards:
        return False
    to = corpus.records[record].open_to
    own = corpus.memberships.get(state, ())
    if to is None:
        adopters = [name for name in corpus.adopters(record) if name in corpus.mechanisms]
        known = all(corpus.mechanisms[name].members for name in adopters)
        return not known or any(each.mechanism in adopters for each in own)
    return (
        to.any_state
        or state in to.states
        or any(each.mechanism in to.members_of and corpus.is_member(each.member) for each in own)
        or any(each.record in to.parties_to for each in corpus.adherences.get(state, ()))
    )


@once
def _mentioned(corpus: Corpus, record: str) -> frozenset[str]:
    parties = corpus.records[record].parties
    return frozenset(each.state for each in (*parties.states, *parties.signatories))


@dataclass(frozen=True, slots=True, kw_only=True)
class StateProfile:
    """What applies in a State today.

    ``now``, ``ahead`` and ``past`` are its memberships. Of the texts that it joined, each oldest first,
    ``binding`` are those that bind it; ``pending`` those that do not yet (the text is not in force, or not
    for it, or it joins on a day to come); ``former`` those that it has left, or that bind nobody any more. Of
    those that never bind, ``joined`` are those that it takes part in, ``joining`` those that it will,
    ``parted`` those that it did. ``standards`` are by kind the records of its mechanisms that it need not
    join one by one, newest first; ``reports`` the records that ask it for reports, those with a date first.
    ``unlisted_nearby`` and ``unlisted_elsewhere`` are binding records whose parties are not listed here, or
    not all of them and not this State, so that nothing can be said of it: those of its own regions and
    global ones, and those of other regions; a State without any membership here has no regions, and so no
    others.
    """

    now: tuple[Membership, ...] = ()
    ahead: tuple[Membership, ...] = ()
    past: tuple[Membership, ...] = ()
    binding: tuple[Adherence, ...] = ()
    pending: tuple[Adherence, ...] = ()
    former: tuple[Adherence, ...] = ()
    joined: tuple[Adherence, ...] = ()
    joining: tuple[Adherence, ...] = ()
    parted: tuple[Adherence, ...] = ()
    standards: Mapping[str, tuple[str, ...]]
    reports: tuple[str, ...]
    unlisted_nearby: tuple[str, ...]
    unlisted_elsewhere: tuple[str, ...]


@once
def state_profile(corpus: Corpus, state: str) -> StateProfile:
    """What applies in a State (alpha-3 code)."""
    members = grouped((corpus.phase(each.member), each) for each in corpus.memberships.get(state, ()))
    texts = grouped((standing(corpus, each), each) for each in corpus.adherences.get(state, ()))
    near, far = _unlisted(corpus, state)
    own = {each.mechanism for each in members.get("now", ())}
    takes_part = {each.record for place in ("binding", "joined") for each in texts.get(place, ())}
    return StateProfile(
        **members,
        **texts,
        standards=_standards(corpus, own),
        reports=_reports(corpus, takes_part, own),
        unlisted_nearby=near,
        unlisted_elsewhere=far,
    )


def standing(corpus: Corpus, each: Adherence) -> str:
    """Where a text that a State joined belongs on its profile (``StateProfile``)."""
    phase = corpus.phase(each.party)
    if not corpus.records[each.record].binding:
        return {"ahead": "joining", "now": "joined", "past": "parted"}[phase]
    if phase != "past" and corpus.is_bound(each.record, each.party):
        return "binding"
    return "former" if phase == "past" or corpus.group(each.record) == "over" else "pending"


def for_members(corpus: Corpus, record: str) -> bool:
    """Whether a record is for every member of its mechanisms: it does not bind, and has no list of its own of
    the States that take part.
    """
    model = corpus.records[record]
    return not model.binding and not (model.parties and model.parties.states)


def _standards(corpus: Corpus, mechanisms: set[str]) -> Mapping[str, tuple[str, ...]]:
    """What was adopted for the members of some mechanisms and no successor replaced; a plan whose period is
    over stays, with its status.
    """
    own = {record for name in mechanisms for record in corpus.records_of.get(name, ())}
    found: dict[str, list[str]] = {kind: [] for kind in ("instrument", "action-plan", "sop")}
    for record in sorted(own, key=corpus.age, reverse=True):
        adopted = corpus.group(record) in ("standing", "over") and not corpus.successors(record)
        if adopted and for_members(corpus, record):
            found[corpus.records[record].kind].append(record)
    return {kind: tuple(records) for kind, records in found.items() if records}


def _reports(corpus: Corpus, joined: set[str], mechanisms: set[str]) -> tuple[str, ...]:
    """The records that ask for reports of a State that takes part in some texts and is a member of some
    mechanisms; those with a date first.
    """
    return tuple(
        record
        for record, adopters in _duties(corpus)
        if record in joined or not mechanisms.isdisjoint(adopters)
    )


@once
def _duties(corpus: Corpus) -> list[tuple[str, tuple[str, ...]]]:
    """Records that stand and under which States owe reports, and the mechanisms whose members owe them
    without having joined.
    """
    found = [
        (due.day.text if (due := next_due(model.reporting)) else "9999", record)
        for record, model in corpus.records.items()
        if model.reporting and model.reporting.by == "states" and corpus.group(record) == "standing"
    ]
    return [
        (record, corpus.adopters(record) if for_members(corpus, record) else ())
        for _, record in sorted(found)
    ]


def _unlisted(corpus: Corpus, state: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    own = [corpus.regions(each.mechanism) for each in corpus.memberships.get(state, ())]
    # a process of two regions does not say which is the State's
    near = {each[0] for each in own if len(each) == 1} | {"global"}
    left = [
        (name, near == {"global"} or not near.isdisjoint(corpus.regions(name)))
        for name in _possibly_open(corpus)
        if is_open(corpus, name, state) and name not in named(corpus).get(state, ())
    ]
    return tuple(name for name, close in left if close), tuple(name for name, close in left if not close)


@once
def _possibly_open(corpus: Corpus) -> list[str]:
    """Binding texts that are more than proposals and have no list of their parties here, or one that may lack
    some; oldest first.
    """
    return [
        name
        for name in sorted(corpus.records, key=corpus.age)
        if (model := corpus.records[name]).binding
        and corpus.group(name) != "proposed"
        and not (model.parties and model.parties.states and not model.parties.incomplete)
    ]
