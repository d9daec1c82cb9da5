"""What a list of parties may say: how many there are, why fewer are named, and where the list was read."""

from __future__ import annotations

from collections.abc import Iterator

from generators.checks.rules import File, records, rule
from generators.corpus.corpus import Corpus
from generators.model.fields import Loc
from generators.model.records import Parties
from generators.text.problems import Problem
from generators.text.sayings import say


def named(parties: Parties) -> int:
    """How many parties are named and have not left, organisations among them."""
    return sum(each.until is None for each in (*parties.states, *parties.organisations))


@rule(records)
def parties_number(_: Corpus, file: File) -> Iterator[Problem]:
    """Parties are a list of States (parties or signatories) or a number that was read. A list that is not
    complete can have both.
    """
    parties = file.model.parties
    if parties is None:
        return
    if not parties.states and not parties.signatories and parties.count is None:
        yield file.problem(
            ("parties",),
            say("neither States nor a number"),
            say("add 'states', 'signatories' or 'count', or leave 'parties' out"),
        )
    if parties.states and parties.count is not None and parties.count <= named(parties):
        yield file.problem(
            ("parties", "count"),
            say("the list names {named} parties", named=named(parties)),
            say("the site counts the list: remove 'count', which is only for parties that are not named"),
        )
    if parties.count_as_of and (parties.count is None or not parties.states):
        yield file.problem(
            ("parties", "count_as_of"),
            say("there is no number together with a list"),
            say("the day of the only number is 'as_of'"),
        )


@rule(records)
def parties_incomplete(_: Corpus, file: File) -> Iterator[Problem]:
    """A list that names fewer parties than there are says why."""
    parties = file.model.parties
    if parties is None:
        return
    if parties.states and parties.count is not None and not parties.incomplete:
        yield file.problem(
            ("parties", "count"),
            say("more parties than the list names"),
            say("say under 'incomplete' why, or name them and remove 'count'"),
        )
    if parties.incomplete and not (parties.states or parties.signatories):
        yield file.problem(
            ("parties", "incomplete"),
            say("no list that could be incomplete"),
            say("add 'states' or 'signatories', or leave it out"),
        )


@rule(records)
def parties_source(_: Corpus, file: File) -> Iterator[Problem]:
    """The source of a list of parties, and of a reservation, is one of the record's sources."""
    known = [source.id for source in file.model.sources if source.id]
    for loc, source in _sources(file.model.parties):
        if source not in known:
            message = say("no source has the id '{source}'", source=source)
            hint = say("one of: {known}", known=", ".join(known)) if known else say("give the source an 'id'")
            yield file.problem(loc, message, hint)


def _sources(parties: Parties | None) -> Iterator[tuple[Loc, str]]:
    """The ids of sources that a list of parties names, each with its place."""
    if parties is None:
        return
    if parties.source:
        yield ("parties", "source"), parties.source
    for number, party in enumerate(parties.states):
        for at, reservation in enumerate(party.reservations):
            if reservation.source:
                yield ("parties", "states", number, "reservations", at, "source"), reservation.source


@rule(records)
def later_counts(_: Corpus, file: File) -> Iterator[Problem]:
    """The rule from when a State is bound counts days or months."""
    threshold = file.model.entry_into_force
    later = threshold.later if threshold else None
    if later and later.days is None and later.months is None and later.calendar_months is None:
        yield file.problem(
            ("entry_into_force", "later"),
            say("neither days nor months"),
            say("write 'days: 0' where a State is bound on the day on which it joins"),
        )


@rule(records)
def party_signed(_: Corpus, file: File) -> Iterator[Problem]:
    """A State that joined a text is not also among those that only signed it."""
    parties = file.model.parties
    listed = {party.state for party in parties.states if party.until is None} if parties else set()
    for number, each in enumerate(parties.signatories if parties else ()):
        if each.state in listed:
            yield file.problem(
                ("parties", "signatories", number, "state"),
                say("'{state}' is also under 'states'", state=each.state),
                say("remove it here"),
            )


@rule(records)
def party_named(_: Corpus, file: File) -> Iterator[Problem]:
    """A State that is listed as a party is not also among those of unknown ratification."""
    listed = {party.state for party in file.model.parties.states} if file.model.parties else set()
    for number, state in enumerate(file.model.named_parties):
        if state in listed:
            yield file.problem(
                ("named_parties", number),
                say("'{state}' is also under 'parties'", state=state),
                say("remove it here"),
            )
