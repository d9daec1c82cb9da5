"""Who is bound by a text as a member of the organisation that made it: its members, each
from the later of two days (the text in force, the State a member) to the day on which it
left.

They are written into the list of parties when the corpus is made, so that nobody who
reads a list of parties has to know which lines were typed. What was typed stays in
``library.records``. A line that was typed for a member says what is otherwise for it; of
what it leaves open, the rule decides.
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
    """The records, with the members of an organisation among the parties of its acts."""
    derived = dict(_derived(records, mechanisms))
    named = inverted(
        (name, model.relations.supersedes) for name, model in records.items()
    )
    for name, parties in list(derived.items()):
        heirs = [derived[heir] for heir in named.get(name, ()) if heir in derived]
        states = tuple(_until_replaced(parties.states, heirs))
        derived[name] = parties.model_copy(update={"states": states})
    parts = ((name, {"parties": parties}) for name, parties in derived.items())
    return {
        **records,
        **{name: records[name].model_copy(update=part) for name, part in parts},
    }


def _derived(
    records: Mapping[str, Record], mechanisms: Mapping[str, Mechanism]
) -> Iterator[tuple[str, Parties]]:
    """The lists of the texts that bind by membership, before one of them replaced
    another.
    """
    for name, model in records.items():
        mechanism = (
            mechanisms.get(model.parties.members_of or "") if model.parties else None
        )
        if mechanism:
            as_of = model.parties.as_of or mechanism.members_as_of
            update = {"states": tuple(_bound(model, mechanism)), "as_of": as_of}
            yield name, model.parties.model_copy(update=update)


def _bound(model: Record, mechanism: Mechanism) -> Iterator[Party]:
    """The members that a text binds or bound, and whoever else was typed."""
    typed = {party.state: party for party in model.parties.states}
    free = {each.state for each in model.parties.not_bound}
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
    """Whether a State was no member any more when the text came, or was freed on the day
    on which it would have been bound.
    """
    made = model.adopted.date if model.adopted else None
    begins = party.in_force_since or model.in_force or made
    return bool(party.until and begins and party.until.first <= begins.first)


def _later(one: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    """The later of two days; None where either is not known, or not exactly enough to
    tell.
    """
    if one is None or other is None:
        return None
    if one.first >= other.last:
        return one
    return other if other.first >= one.last else None


def _until_replaced(states: Iterable[Party], heirs: Iterable[Parties]) -> Iterator[Party]:
    """States that a text binds until a later one, which takes its place, binds them."""
    days = {party.state: party.in_force_since for heir in heirs for party in heir.states}
    for party in states:
        replaced = days.get(party.state)
        if replaced is None:
            yield party
        elif not (party.in_force_since and replaced.first <= party.in_force_since.first):
            sooner = party.until is not None and party.until.first < replaced.first
            # what stands beside the day on which it left is not said of another day
            note = None if party.until else party.note
            yield (
                party
                if sooner
                else party.model_copy(update={"until": replaced, "note": note})
            )
