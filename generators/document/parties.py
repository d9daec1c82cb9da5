"""Who is party to a record, since when, and of which day that list is.

The lists are on the record's page, and on a page of its own where the list is long. The
same from the side of a State is in ``document/joined_texts.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from generators.corpus import parties
from generators.corpus.status import Phase
from generators.document import reserved, sentences
from generators.document.blocks import (
    Block,
    Document,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    followed,
    notes,
    row,
    table,
)

# Others ask this module for what a State joined, and for the maps.
from generators.document.joined_texts import adherence as adherence
from generators.document.joined_texts import bound_row as bound_row
from generators.document.joined_texts import exempt as exempt
from generators.document.joined_texts import joined_by as joined_by
from generators.document.joined_texts import list_day
from generators.document.joined_texts import signature as signature
from generators.document.joined_texts import when as when
from generators.document.party_lines import (
    not_bound_line,
    organisation_line,
    party_line,
    usual_way,
)
from generators.document.phrases import Phrases
from generators.document.runs import Run, Runs, joined
from generators.document.state_maps import map_of_binding as map_of_binding
from generators.document.state_maps import map_of_parties
from generators.model.parties import Parties, Party
from generators.model.records import Record

_NEWEST = 5
"""How many of those that joined last the page of a record names, where the list has a
page of its own.
"""


class _StateLine(Protocol):
    """A line of a list of States."""

    @property
    def state(self) -> str:
        """The alpha-3 code of the State."""


Line = TypeVar("Line", bound=_StateLine)


def section(
    phrases: Phrases, name: str, model: Record, pages: bool = False, brief: bool = False
) -> Section | None:
    """Who is party to a record (``name`` is its id), or takes part in it.

    None where the record says nothing of that.

    With ``pages`` a long list is only linked: it has a page of its own (``document``). In
    ``brief`` each State has only the year in which it joined, and what kinds of
    reservation it has.
    """
    if not (model.parties or model.named_parties or model.status_page):
        return None
    if brief:
        blocks = _brief_blocks(phrases, name, model)
    else:
        has_own_page = pages and parties.apart(phrases.corpus, name)
        blocks = _full_blocks(phrases, name, model, has_own_page)
    return Section(_heading(phrases, model), list(blocks), "parties")


def title(phrases: Phrases, name: str) -> list[Run]:
    """The title of the page of a long list of parties."""
    heading = _heading(phrases, phrases.corpus.records[name])
    return phrases.labelled(heading, phrases.name(name))


def _heading(phrases: Phrases, model: Record) -> list[Run]:
    """The heading over a list of parties; a text that does not bind has none, but States
    that take part.
    """
    if model.binding:
        return phrases.ui("Parties")
    return phrases.ui("Participating States")


# -- on the page of the record -----------------------------------------------------------


def _full_blocks(
    phrases: Phrases, name: str, model: Record, has_own_page: bool
) -> Iterator[Block]:
    """The section of parties: numbers, the depositary, a map, and the lists.

    Where the whole list has a page of its own, with the map, a link to it takes their
    place. The newest parties follow the link.
    """
    party_list = model.parties
    if party_list:
        yield from _numbers_of_parties(phrases, name, model, party_list)
    yield from _link_to_depositary(phrases, model)
    if party_list and has_own_page:
        yield from _link_and_newest(phrases, name, model, party_list)
    elif party_list:
        yield from _map(phrases, name, model)
        yield from _whole_list(phrases, name, model, party_list)
    yield from _named_parties(phrases, model)


def _map(phrases: Phrases, name: str, model: Record) -> Iterator[Block]:
    """The map of who is party to a binding text, where we have a list of States."""
    if model.parties and model.parties.states and model.binding:
        yield map_of_parties(phrases, name)


def _link_and_newest(
    phrases: Phrases, name: str, model: Record, party_list: Parties
) -> Iterator[Block]:
    """A link to the whole list, and what a reader must not miss who does not follow it.

    That is who joined last, who is to join, who left, who only signed, and who is exempt.
    """
    words = phrases.ui("Full list of States and dates")
    yield Paragraph(phrases.linked("parties", name, words))
    newest = _newest_parties(phrases, party_list)
    items = [ListItem(party_line(phrases, name, party, "")) for party in newest]
    label = phrases.ui("Newest parties")
    yield from List(items, "states").behind(label, phrases.localizer.colon)
    yield from _states_by_phase(phrases, name, model, party_list)
    yield from _signatories_and_exempt(phrases, name, party_list)


def _newest_parties(phrases: Phrases, party_list: Parties) -> list[Party]:
    """The States of a list that joined last, the newest first; those without a day are
    left out.
    """
    dated = [
        (party.since, party)
        for party in _parties_in_phase(phrases, party_list, "now")
        if party.since
    ]
    dated.sort(key=lambda pair: pair[0].first, reverse=True)
    return [party for _, party in dated[:_NEWEST]]


def _whole_list(
    phrases: Phrases, name: str, model: Record, party_list: Parties
) -> Iterator[Block]:
    """All parties, on the page of the record.

    First how they joined as a rule, then the States, then who else is in the list.
    """
    unsaid_way = usual_way(party_list)
    if party_list.members_of:
        membership = _bound_by_membership(phrases, name, model, party_list)
        yield from notes(membership)
    elif unsaid_way:
        way = phrases.label("ratification-ways", unsaid_way)
        yield from notes(phrases.ui("Unless we name another way: {way}.", way=way))
    items = [
        ListItem(party_line(phrases, name, party, unsaid_way))
        for party in _parties_in_phase(phrases, party_list, "now")
    ]
    yield from List(items, "states").shown()
    yield from _other_lists(phrases, name, model, party_list)


def _bound_by_membership(
    phrases: Phrases, name: str, model: Record, party_list: Parties
) -> list[Run]:
    """That an act binds the members of an organisation, and by which rule.

    Then the line says since when, for all States that have no day of their own.
    """
    organisation = phrases.name(party_list.members_of)
    binds = phrases.labelled(phrases.ui("It binds the members of"), organisation)
    place = phrases.reference(party_list.members_ref, name)
    rule = sentences.in_brackets(binds, place)
    label = phrases.ui("Since when, unless we name another day")
    start = phrases.labelled(label, phrases.date(model.in_force))
    return joined((rule, start))


def _named_parties(phrases: Phrases, model: Record) -> Iterator[Block]:
    """The States that the text itself names as its parties, where there are any."""
    if model.named_parties:
        label = phrases.ui(
            "Named in the text as its parties. We do not know whether they ratified."
        )
        states = sentences.states(phrases, model.named_parties)
        yield Paragraph(phrases.labelled(label, states))


def states_bound(phrases: Phrases, record: str, line: object) -> list[Run]:
    """How many States a line of a binding text binds.

    If it binds nobody today, the line says the status of the text. Empty of a text that
    does not bind, and where no number is known.
    """
    corpus = phrases.corpus
    if not corpus.records[record].binding:
        return []
    if not corpus.line_binds(record, line):
        return sentences.stands(phrases, record)
    numbers = parties.numbers(corpus, record)
    return sentences.number_bound(phrases, numbers) if numbers else []


# -- how many, and what is not known -----------------------------------------------------


def _numbers_of_parties(
    phrases: Phrases, name: str, model: Record, party_list: Parties
) -> Iterator[Block]:
    """How many parties there are, of which day that number is, and what is not known."""
    numbers = parties.numbers(phrases.corpus, name)
    if numbers is None:
        only_signed = phrases.ui(
            "We know only who signed. We do not know who has become a party."
        )
        yield from notes(only_signed)
    else:
        yield Paragraph(_number_line(phrases, name, model, party_list, numbers))
        if not party_list.states:
            only_number = phrases.ui(
                "We know only the number. We have no list of States."
            )
            yield from notes(only_number)
    if party_list.incomplete and (party_list.states or not numbers):
        yield Paragraph(_incomplete_list(phrases, name, party_list, numbers), "open")
    if party_list.states:
        yield from reserved.of_list(phrases, name)


def _number_line(
    phrases: Phrases,
    name: str,
    model: Record,
    party_list: Parties,
    numbers: parties.PartyNumbers,
) -> list[Run]:
    """How many States and organisations a list has, its day, and how sure that is.

    Where there is no list, the line says how many parties are known.
    """
    confidence = phrases.confidence(party_list.confidence or model.confidence)
    if party_list.states:
        states = sentences.number_of_states(phrases, numbers)
        organisations = phrases.some(
            "{n} organisation", "{n} organisations", numbers.organisations
        )
        return joined((states, organisations, list_day(phrases, name), confidence))
    number = sentences.number_of_parties(phrases, numbers)
    as_of = phrases.dated("as of {date}", party_list.as_of)
    dated_number = joined((number, as_of), phrases.localizer.comma)
    return joined((dated_number, confidence))


def _incomplete_list(
    phrases: Phrases,
    name: str,
    party_list: Parties,
    numbers: parties.PartyNumbers | None,
) -> list[Run]:
    """That a list lacks parties, how many, and why."""
    why = phrases.text_of(name, party_list.incomplete)
    if numbers is None or numbers.all_ == numbers.named:
        label = phrases.ui("Known so far: the list may lack parties")
        return phrases.labelled(label, why)
    named = phrases.number(numbers.named)
    all_parties = phrases.number(numbers.all_)
    day = phrases.date(numbers.as_of)
    if day:
        label = phrases.ui(
            "{n} of {m} parties ({date}) are named here", n=named, m=all_parties, date=day
        )
    else:
        label = phrases.ui("{n} of {m} parties are named here", n=named, m=all_parties)
    return phrases.labelled(label, why)


def _link_to_depositary(phrases: Phrases, model: Record) -> Iterator[Block]:
    """A link to the page of the depositary, where the record has its address."""
    if model.status_page:
        words = phrases.ui("Check with the depositary who is a party today")
        yield Paragraph(phrases.outside(model.status_page, words))


# -- the parts of a list -----------------------------------------------------------------


def _other_lists(
    phrases: Phrases, name: str, model: Record, party_list: Parties
) -> Iterator[Block]:
    """Who else is in a list: organisations, then States that are to join or have left.

    Signatories and members that the text does not bind come last.
    """
    items = [
        ListItem(organisation_line(phrases, name, organisation))
        for organisation in party_list.organisations
    ]
    label = phrases.ui("Organisations")
    yield from List(items, "states").behind(label, phrases.localizer.colon)
    yield from _states_by_phase(phrases, name, model, party_list)
    yield from _signatories_and_exempt(phrases, name, party_list)


def _states_by_phase(
    phrases: Phrases, name: str, model: Record, party_list: Parties
) -> Iterator[Block]:
    """The States that are to join a text, then those that left it: a list of each."""
    unsaid_way = usual_way(party_list)
    for phase, label in _labels_of_phases(phrases, model).items():
        items = [
            ListItem(party_line(phrases, name, party, unsaid_way))
            for party in _parties_in_phase(phrases, party_list, phase)
        ]
        yield from List(items, "states").behind(label, phrases.localizer.colon)


def _signatories_and_exempt(
    phrases: Phrases, name: str, party_list: Parties
) -> Iterator[Block]:
    """The States that only signed, then the members that the text does not bind."""
    colon = phrases.localizer.colon
    signed = [
        sentences.in_brackets(phrases.state(line.state), phrases.date(line.since))
        for line in _by_name_of_state(phrases, party_list.signatories)
    ]
    label = phrases.ui("Signed but not a party")
    yield from List([ListItem(line) for line in signed], "states").behind(label, colon)
    exempt_members = [
        ListItem(not_bound_line(phrases, name, member))
        for member in _by_name_of_state(phrases, party_list.not_bound)
    ]
    label = phrases.ui("Members that it does not bind")
    yield from List(exempt_members, "states").behind(label, colon)


def _parties_in_phase(phrases: Phrases, party_list: Parties, phase: Phase) -> list[Party]:
    """The States of a list that are in a phase, by the alphabet of the reader."""
    in_phase = [
        party for party in party_list.states if phrases.corpus.phase(party) == phase
    ]
    return _by_name_of_state(phrases, in_phase)


def _by_name_of_state(phrases: Phrases, lines: Iterable[Line]) -> list[Line]:
    """Lines of a list of States, in the order of the names of the States."""
    return sorted(lines, key=lambda line: phrases.order_of_state(line.state))


def _labels_of_phases(phrases: Phrases, model: Record) -> dict[Phase, list[Run]]:
    """The labels of the States that are to join a text, and of those that left it."""
    if model.binding:
        gone = phrases.ui("No longer bound")
    else:
        gone = phrases.ui("No longer taking part")
    return {"ahead": phrases.ui("To come"), "past": gone}


# -- in a volume of many records ---------------------------------------------------------


def _brief_blocks(phrases: Phrases, name: str, model: Record) -> Iterator[Block]:
    """The parties of a record, in short: numbers, and a line of names for each list."""
    if model.parties:
        yield from _numbers_of_parties(phrases, name, model, model.parties)
        for label, names in _brief_lists(phrases, model, model.parties):
            if names:
                yield Paragraph(phrases.labelled(label, names))
    yield from _named_parties(phrases, model)


def _brief_lists(
    phrases: Phrases, model: Record, party_list: Parties
) -> Iterator[tuple[Runs, list[Run]]]:
    """The lists of a record's parties, each as a label and a line of names.

    The line is empty where there are none.
    """
    yield phrases.ui("Joined"), _states_with_years(phrases, party_list, "now")
    for phase, label in _labels_of_phases(phrases, model).items():
        yield label, _states_with_years(phrases, party_list, phase)
    organisations = [line.mechanism for line in party_list.organisations]
    yield phrases.ui("Organisations"), sentences.names(phrases, organisations)
    signed = [line.state for line in party_list.signatories]
    yield phrases.ui("Signed but not a party"), sentences.states(phrases, signed)
    exempt_states = [line.state for line in party_list.not_bound]
    label = phrases.ui("Members that it does not bind")
    yield label, sentences.states(phrases, exempt_states)


def _states_with_years(phrases: Phrases, party_list: Parties, phase: Phase) -> list[Run]:
    """The States of a list that are in a phase, in one line, each with its year."""
    return joined(
        _state_with_year(phrases, party)
        for party in _parties_in_phase(phrases, party_list, phase)
    )


def _state_with_year(phrases: Phrases, party: Party) -> list[Run]:
    """A State, and in brackets the year in which it joined, or left, and what kinds of
    reservation it has.
    """
    day = party.until or party.since
    facts: list[Runs] = [[str(day.year)] if day else []]
    kinds = dict.fromkeys(
        reservation.kind
        for reservation in party.reservations
        if not reservation.withdrawn
    )
    facts += [phrases.label("reservation-kinds", kind) for kind in kinds]
    return sentences.in_brackets(phrases.state(party.state), joined(facts))


# -- on a page of its own ----------------------------------------------------------------


def document(phrases: Phrases, name: str) -> Document:
    """The whole list of a record's parties, where it has a page of its own, without its
    title.
    """
    model = phrases.corpus.records[name]
    party_list = model.parties
    assert party_list is not None, f"{name} has no list of parties"
    heading = _heading(phrases, model)
    columns = [
        phrases.ui("State"),
        phrases.ui("Joined"),
        phrases.ui("How it joined"),
        phrases.ui("Binding since"),
        phrases.ui("Note"),
    ]
    rows = [
        _party_row(phrases, name, model, party)
        for party in _parties_in_phase(phrases, party_list, "now")
    ]
    head = [
        *_numbers_of_parties(phrases, name, model, party_list),
        *_link_to_depositary(phrases, model),
        *_map(phrases, name, model),
    ]
    all_parties = table(heading, columns, rows, "list")
    page = Document(head, [Section(heading, [all_parties], "parties")])
    others = list(_other_lists(phrases, name, model, party_list))
    if not others:
        return page
    return followed(page, Section(phrases.ui("Others"), others, "others"))


def _party_row(phrases: Phrases, name: str, model: Record, party: Party) -> Row:
    """A State as a row: when and how it joined, and since when it is bound.

    The last cell has its reservations and a note. A cell is empty where nothing of it is
    known.
    """
    since = joined((phrases.date(party.since), phrases.confidence(party.confidence)))
    way = sentences.way(phrases, name, party)
    bound_since = None
    if model.binding:
        bound_since = phrases.corpus.bound_since(name, party)
    binding = phrases.date(bound_since and bound_since.day)
    reservations = sentences.reservations(phrases, name, party)
    note = phrases.text_of(name, party.note)
    cells = (since, way, binding, joined((reservations, note)))
    return row(phrases.state(party.state), *cells)
