"""Parties that follow from a rule: members whom an act of their organisation binds, and
days that no rule gives.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.checks.honesty import with_parties
from generators.checks.rules import File, rule
from generators.corpus.corpus import Corpus
from generators.corpus.status import MEMBERSHIP, PARTICIPATION, SUCCESSION
from generators.model.records import Record
from generators.text.problems import Problem
from generators.text.sayings import say


@rule(with_parties)
def party_day(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """The day of joining a text as amended, or of a succession, is not typed as
    'in_force_since'. Who is bound as a member is not typed.
    """
    parties = file.model.parties
    assert parties is not None  # the walk gives only records with a list of parties
    for number, party in enumerate(parties.states):
        loc = ("parties", "states", number)
        same = party.in_force_since is not None and party.in_force_since == party.since
        if same and party.how in (PARTICIPATION, SUCCESSION):
            message = say(
                "{day} is the day of joining, which says nothing of this", day=party.since
            )
            hint = say("remove it, or write the day that a list gives, and its 'how'")
            yield file.problem((*loc, "in_force_since"), message, hint)
        if party.how == MEMBERSHIP:
            hint = say("write 'members_of' under 'parties', and take the line out")
            yield file.problem(
                (*loc, "how"),
                say("'{how}' follows from 'members_of'", how=MEMBERSHIP),
                hint,
            )


@rule(with_parties)
def members_bound(corpus: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A text that binds the members of an organisation says by which article, and names
    as not bound only members.
    """
    parties = file.model.parties
    assert parties is not None  # the walk gives only records with a list of parties
    if parties.members_of and not parties.members_ref:
        message = say("no article that binds the members")
        hint = say("add 'members_ref', such as Art. 288")
        yield file.problem(("parties", "members_of"), message, hint)
    if parties.not_bound and not parties.members_of:
        hint = say("add 'members_of', or take the States out")
        message = say("members of no organisation")
        yield file.problem(("parties", "not_bound"), message, hint)
    mechanism = corpus.mechanisms.get(parties.members_of or "")
    members = {member.state for member in mechanism.members} if mechanism else set()
    bound = {party.state for party in parties.states}
    for number, exempt in enumerate(parties.not_bound):
        loc = ("parties", "not_bound", number, "state")
        if mechanism and exempt.state not in members:
            message = say(
                "'{state}' is not a member of {mechanism}",
                state=exempt.state,
                mechanism=parties.members_of,
            )
            hint = say("take it out, or correct the list of members")
            yield file.problem(loc, message, hint)
        if exempt.state in bound:
            message = say("'{state}' is also under 'states'", state=exempt.state)
            yield file.problem(loc, message, say("keep one of the two"))
