"""Parties that follow from a rule: members whom an act of their organisation binds, and
days that no rule gives.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.checks.honesty import with_parties
from generators.checks.rules import File, rule
from generators.corpus.corpus import Corpus
from generators.corpus.status import MEMBERSHIP, PARTICIPATION, SUCCESSION
from generators.text.problems import Problem
from generators.text.sayings import say


@rule(with_parties)
def party_day(_: Corpus, file: File) -> Iterator[Problem]:
    """The day of joining a text as amended, or of a succession, is not typed as
    'in_force_since'. Who is bound as a member is not typed.
    """
    for number, party in enumerate(file.model.parties.states):
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
def members_bound(corpus: Corpus, file: File) -> Iterator[Problem]:
    """A text that binds the members of an organisation says by which article, and names
    as not bound only members.
    """
    of = file.model.parties
    if of.members_of and not of.members_ref:
        hint = say("add 'members_ref', such as Art. 288")
        yield file.problem(
            ("parties", "members_of"), say("no article that binds the members"), hint
        )
    if of.not_bound and not of.members_of:
        hint = say("add 'members_of', or take the States out")
        yield file.problem(
            ("parties", "not_bound"), say("members of no organisation"), hint
        )
    mechanism = corpus.mechanisms.get(of.members_of or "")
    members = {each.state for each in mechanism.members} if mechanism else set()
    bound = {each.state for each in of.states}
    for number, each in enumerate(of.not_bound):
        loc = ("parties", "not_bound", number, "state")
        if mechanism and each.state not in members:
            message = say(
                "'{state}' is not a member of {mechanism}",
                state=each.state,
                mechanism=of.members_of,
            )
            yield file.problem(
                loc, message, say("take it out, or correct the list of members")
            )
        if each.state in bound:
            message = say("'{state}' is also under 'states'", state=each.state)
            yield file.problem(loc, message, say("keep one of the two"))
