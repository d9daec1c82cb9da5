"""What a record says of its parties.

A list of parties says how many there are, why fewer are named, and where it was read.
Members whom an act of their organisation binds follow from a rule, so they are not typed.
Nor are days that no rule gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generators.checks.rules import File, records, rule
from generators.corpus.article_places import places_of
from generators.corpus.corpus import Corpus
from generators.corpus.status import MEMBERSHIP, PARTICIPATION, SUCCESSION
from generators.model.fields import Loc
from generators.model.parties import Parties
from generators.model.records import Record
from generators.model.reservations import Reservation
from generators.text.problems import Problem
from generators.text.sayings import say


def named(parties: Parties) -> int:
    """How many parties are named and have not left, organisations among them."""
    states = [party for party in parties.states if party.until is None]
    organisations = [party for party in parties.organisations if party.until is None]
    return len(states) + len(organisations)


class PartiesOfRecord(NamedTuple):
    """What a record says of its parties."""

    file: File[Record]
    """The record."""
    parties: Parties
    """Who or how many are party."""

    def problem(self, loc: Loc, message: str, hint: str) -> Problem:
        """A problem at a path below the key ``parties``."""
        return self.file.problem(("parties", *loc), message, hint)


def with_parties(corpus: Corpus) -> Iterator[PartiesOfRecord]:
    """What every record says of its parties, if it says anything."""
    for file in records(corpus):
        if file.model.parties:
            yield PartiesOfRecord(file, file.model.parties)


@rule(with_parties)
def parties_number(_: Corpus, record: PartiesOfRecord) -> Iterator[Problem]:
    """Parties are a list of States (parties or signatories), the members of an
    organisation, or a number that was read. A list that is not complete can have both.
    """
    parties = record.parties
    listed = parties.states or parties.signatories or parties.members_of
    if not listed and parties.count is None:
        hint = say("add 'states', 'signatories' or 'count', or leave 'parties' out")
        yield record.problem((), say("neither States nor a number"), hint)
    if parties.states and parties.count is not None and parties.count <= named(parties):
        message = say("the list names {named} parties", named=named(parties))
        hint = say(
            "the site counts the list: remove 'count', which is only for parties that "
            "are not named"
        )
        yield record.problem(("count",), message, hint)
    if parties.count_as_of and (parties.count is None or not parties.states):
        message = say("there is no number together with a list")
        hint = say("the day of the only number is 'as_of'")
        yield record.problem(("count_as_of",), message, hint)


@rule(with_parties)
def parties_incomplete(_: Corpus, record: PartiesOfRecord) -> Iterator[Problem]:
    """A list that names fewer parties than there are says why."""
    parties = record.parties
    if parties.states and parties.count is not None and not parties.incomplete:
        message = say("more parties than the list names")
        hint = say("say under 'incomplete' why, or name them and remove 'count'")
        yield record.problem(("count",), message, hint)
    if parties.incomplete and not (parties.states or parties.signatories):
        message = say("no list that could be incomplete")
        hint = say("add 'states' or 'signatories', or leave it out")
        yield record.problem(("incomplete",), message, hint)


@rule(with_parties)
def parties_source(_: Corpus, record: PartiesOfRecord) -> Iterator[Problem]:
    """The source of a list of parties, and of a reservation, is one of the record's
    sources.
    """
    known = [source.id for source in record.file.model.sources if source.id]
    hint = say("give the source an 'id'")
    if known:
        hint = say("one of: {known}", known=", ".join(known))
    for loc, source in _sources_of_parties(record.parties):
        if source not in known:
            message = say("no source has the id '{source}'", source=source)
            yield record.problem(loc, message, hint)


def _sources_of_parties(parties: Parties) -> Iterator[tuple[Loc, str]]:
    """The ids of sources that a list of parties names, each with its place below the key
    ``parties``.
    """
    if parties.source:
        yield ("source",), parties.source
    if parties.reservations_sought:
        yield ("reservations_sought", "source"), parties.reservations_sought.source
    for loc, reservation in _reservations(parties):
        if reservation.source:
            yield (*loc, "source"), reservation.source


def _reservations(parties: Parties) -> Iterator[tuple[Loc, Reservation]]:
    """The reservations of States, each with its place below the key ``parties``."""
    for number, party in enumerate(parties.states):
        for index, reservation in enumerate(party.reservations):
            yield ("states", number, "reservations", index), reservation


@rule(with_parties)
def reservation_excludes(_: Corpus, record: PartiesOfRecord) -> Iterator[Problem]:
    """A reservation that excludes articles names them and says that they do not bind."""
    message = say("it does not say which articles do not bind the State")
    hint = say(
        "name the articles in 'refs' (Arts. 2(f), 9) and say in 'says' what it does"
    )
    for loc, reservation in _reservations(record.parties):
        names_articles = bool(places_of(reservation.refs or ""))
        if reservation.excludes and not (names_articles and reservation.says):
            yield record.problem((*loc, "excludes"), message, hint)


@rule(records)
def later_counts(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """The rule from when a State is bound counts days or months."""
    threshold = file.model.entry_into_force
    later = threshold.later if threshold else None
    if not later:
        return
    if later.days is None and later.months is None and later.calendar_months is None:
        message = say("neither days nor months")
        hint = say("write 'days: 0' where a State is bound on the day on which it joins")
        yield file.problem(("entry_into_force", "later"), message, hint)


@rule(with_parties)
def party_signed(_: Corpus, record: PartiesOfRecord) -> Iterator[Problem]:
    """A State that joined a text is not also among those that only signed it."""
    parties = record.parties
    joined = {party.state for party in parties.states if party.until is None}
    for number, signatory in enumerate(parties.signatories):
        if signatory.state in joined:
            message = say("'{state}' is also under 'states'", state=signatory.state)
            loc = ("signatories", number, "state")
            yield record.problem(loc, message, say("remove it here"))


@rule(with_parties)
def party_later(corpus: Corpus, record: PartiesOfRecord) -> Iterator[Problem]:
    """If a party joined after the day of the list, its note says where this was read."""
    day = record.parties.as_of
    if day is None:
        return
    for key in ("states", "organisations"):
        for number, party in enumerate(getattr(record.parties, key)):
            if party.note or not party.since or party.since.first > corpus.latest:
                continue
            if party.since.surely_after(day):
                message = say("it joined after the day of the list ({day})", day=day)
                hint = say(
                    "add a 'note' that says where you read it, or read the list again "
                    "and give its new day ('as_of')"
                )
                yield record.problem((key, number, "since"), message, hint)


@rule(with_parties)
def party_named(_: Corpus, record: PartiesOfRecord) -> Iterator[Problem]:
    """A State that is listed as a party is not also among those of unknown
    ratification.
    """
    listed = {party.state for party in record.parties.states}
    for number, state in enumerate(record.file.model.named_parties):
        if state in listed:
            message = say("'{state}' is also under 'parties'", state=state)
            hint = say("remove it here")
            yield record.file.problem(("named_parties", number), message, hint)


# -- what follows from a rule ------------------------------------------------------------


@rule(with_parties)
def party_day(_: Corpus, record: PartiesOfRecord) -> Iterator[Problem]:
    """The day of joining a text as amended, or of a succession, is not typed as
    'in_force_since'. Who is bound as a member is not typed.
    """
    parties = record.parties
    for number, party in enumerate(parties.states):
        loc = ("states", number)
        same = party.in_force_since is not None and party.in_force_since == party.since
        if same and party.how in (PARTICIPATION, SUCCESSION):
            message = say(
                "{day} is the day of joining, which says nothing of this", day=party.since
            )
            hint = say("remove it, or write the day that a list gives, and its 'how'")
            yield record.problem((*loc, "in_force_since"), message, hint)
        if party.how == MEMBERSHIP:
            message = say("'{how}' follows from 'members_of'", how=MEMBERSHIP)
            hint = say("write 'members_of' under 'parties', and take the line out")
            yield record.problem((*loc, "how"), message, hint)


@rule(with_parties)
def members_bound(corpus: Corpus, record: PartiesOfRecord) -> Iterator[Problem]:
    """A text that binds the members of an organisation says by which article, and names
    as not bound only members.
    """
    parties = record.parties
    if parties.members_of and not parties.members_ref:
        message = say("no article that binds the members")
        hint = say("add 'members_ref', such as Art. 288")
        yield record.problem(("members_of",), message, hint)
    if parties.not_bound and not parties.members_of:
        hint = say("add 'members_of', or take the States out")
        message = say("members of no organisation")
        yield record.problem(("not_bound",), message, hint)
    mechanism = corpus.mechanisms.get(parties.members_of or "")
    members = {member.state for member in mechanism.members} if mechanism else set()
    bound = {party.state for party in parties.states}
    for number, exempt in enumerate(parties.not_bound):
        loc = ("not_bound", number, "state")
        if mechanism and exempt.state not in members:
            message = say(
                "'{state}' is not a member of {mechanism}",
                state=exempt.state,
                mechanism=parties.members_of,
            )
            hint = say("take it out, or correct the list of members")
            yield record.problem(loc, message, hint)
        if exempt.state in bound:
            message = say("'{state}' is also under 'states'", state=exempt.state)
            yield record.problem(loc, message, say("keep one of the two"))
