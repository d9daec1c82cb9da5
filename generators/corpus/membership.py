"""Who is bound by a text as a member of the organisation that made it: its members.

Each is bound from the later of two days. On the one, the text entered into force; on the
other, the State became a member. It is bound to the day on which it left.

They are written into the list of parties when the corpus is made. So nobody who reads a
list of parties has to know which lines were typed. What was typed stays in
``library.records``. A line that was typed for a member says what is different for it, and
the rule decides the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generators.corpus.located import inverted
from generators.corpus.status import MEMBERSHIP
from generators.model.mechanisms import Mechanism, Member
from generators.model.parties import Parties, Party
from generators.model.records import Record
from generators.text.partial_dates import PartialDate


def filled(
    records: Mapping[str, Record], mechanisms: Mapping[str, Mechanism]
) -> dict[str, Record]:
    """The records by id, with the members of an organisation among the parties of its
    acts.
    """
    derived = dict(_derived(records, mechanisms))
    successors = inverted(
        (name, model.relations.supersedes) for name, model in records.items()
    )
    filled_records = dict(records)
    for name, parties in list(derived.items()):
        heirs = [derived[heir] for heir in successors.get(name, ()) if heir in derived]
        states = tuple(_until_replaced(parties.states, heirs))
        derived[name] = parties.model_copy(update={"states": states})
        update = {"parties": derived[name]}
        filled_records[name] = records[name].model_copy(update=update)
    return filled_records


def _derived(
    records: Mapping[str, Record], mechanisms: Mapping[str, Mechanism]
) -> Iterator[tuple[str, Parties]]:
    """The ids and lists of parties of the texts that bind by membership, before one of
    them replaced another.
    """
    for name, model in records.items():
        parties = model.parties
        if parties is None:
            continue
        mechanism = mechanisms.get(parties.members_of or "")
        if mechanism:
            as_of = parties.as_of or mechanism.members_as_of
            states = tuple(_bound(model, parties, mechanism))
            yield name, parties.model_copy(update={"states": states, "as_of": as_of})


def _bound(model: Record, parties: Parties, mechanism: Mechanism) -> Iterator[Party]:
    """The members of a mechanism that a text binds or bound.

    Every other State that was typed in its list of parties follows.
    """
    typed = {party.state: party for party in parties.states}
    free = {exempt.state for exempt in parties.not_bound}
    last = {member.state: member for member in mechanism.members}
    for member in mechanism.members:
        if member.state in free:
            continue
        own = typed.get(member.state) if member is last[member.state] else None
        party = _with_typed(_party(model, member), own)
        if not _left_before(model, party):
            yield party
    yield from (party for state, party in typed.items() if state not in last)


def _party(model: Record, member: Member) -> Party:
    """A member as a party, as the rule has it."""
    rule = Party(
        state=member.state,
        how=MEMBERSHIP,
        note=member.note if member.bound_until else None,
    )
    days = {
        "in_force_since": _later(model.in_force, member.since),
        "until": member.bound_until or member.until,
    }
    return rule.model_copy(update=days)


def _with_typed(rule: Party, typed: Party | None) -> Party:
    """What was typed of a member; where that says nothing, what the rule says."""
    if typed is None:
        return rule
    open_ = {key: value for key, value in rule if getattr(typed, key) in (None, ())}
    return typed.model_copy(update=open_)


def _left_before(model: Record, party: Party) -> bool:
    """Whether a State had left before the text came.

    That is so too where it was freed on the day on which it would have been bound.
    """
    made = model.adopted.date if model.adopted else None
    begins = party.in_force_since or model.in_force or made
    return bool(party.until and begins and party.until.first <= begins.first)


def _later(first: PartialDate | None, second: PartialDate | None) -> PartialDate | None:
    """The later of two days; None where either is not known, or not exactly enough to
    tell.
    """
    if first is None or second is None:
        return None
    if first.first >= second.last:
        return first
    return second if second.first >= first.last else None


def _until_replaced(states: Iterable[Party], heirs: Iterable[Parties]) -> Iterator[Party]:
    """States that a text binds until a later one, which takes its place, binds them.

    ``heirs`` are the lists of parties of the later texts.
    """
    days = {party.state: party.in_force_since for heir in heirs for party in heir.states}
    for party in states:
        replaced = days.get(party.state)
        if replaced is None:
            yield party
            continue
        if party.in_force_since and replaced.first <= party.in_force_since.first:
            continue
        if party.until is not None and party.until.first < replaced.first:
            yield party
            continue
        # a note to the day on which it left is not true of another day
        note = None if party.until else party.note
        yield party.model_copy(update={"until": replaced, "note": note})
