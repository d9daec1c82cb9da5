"""Who is party to a record, since when, and of which day that list is: on the record's
page, and on a page of its own where the list is long; the same from the State's side; and
maps of both, a tile a State.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from generators.corpus import parties, state_tiles
from generators.corpus.addresses import Target
from generators.corpus.anchors import source_anchor
from generators.corpus.located import Adherence, Exempt, Joined, Signed
from generators.corpus.memo import once
from generators.corpus.status import MEMBERSHIP
from generators.document import blocks as block
from generators.document import reserved, sentences
from generators.document.blocks import (
    Block,
    List,
    ListItem,
    Paragraph,
    Section,
    followed,
    notes,
    row,
    table,
)
from generators.document.phrases import Phrases
from generators.document.runs import DOT, Link, Run, Runs, joined
from generators.document.sharing import shared_line
from generators.model.parties import NotBound, Organisation, Parties, Party
from generators.model.records import Record

_NEWEST = 5
"""How many of those that joined last the page of a record names, where the list has a
page of its own.
"""


def section(
    phrases: Phrases, name: str, model: Record, pages: bool = False, brief: bool = False
) -> Section | None:
    """Who is party to a record, or takes part in it; None where nothing is recorded of
    that. With ``pages`` a long list is led to (``document``); in ``brief`` each State has
    the year in which it joined alone, and that it reserved something.
    """
    if not (model.parties or model.named_parties or model.status_page):
        return None
    apart = pages and parties.apart(phrases.corpus, name)
    said = _brief(phrases, name, model) if brief else _blocks(phrases, name, model, apart)
    return Section(_heading(phrases, model), list(said), "parties")


def _brief(phrases: Phrases, name: str, model: Record) -> Iterator[Block]:
    if of := model.parties:
        yield from _known(phrases, name, model)
        labels, lists = {"now": phrases.ui("Joined"), **_phases(phrases, model)}, []
        for phase, label in labels.items():
            lists.append(
                (
                    label,
                    joined(
                        _in_year(phrases, each) for each in _listed(phrases, of, phase)
                    ),
                )
            )
        organisations = sentences.names(
            phrases, (each.mechanism for each in of.organisations)
        )
        signed = sentences.states(phrases, (each.state for each in of.signatories))
        lists += (
            (phrases.ui("Organisations"), organisations),
            (phrases.ui("Signed but not a party"), signed),
        )
        free = sentences.states(phrases, (each.state for each in of.not_bound))
        lists.append((phrases.ui("Members that it does not bind"), free))
        yield from (
            Paragraph(phrases.labelled(label, names)) for label, names in lists if names
        )
    yield from _named_parties(phrases, model)


def _in_year(phrases: Phrases, party: Party) -> list[Run]:
    """A State, the year in which it joined, or left, and what kinds of reservation it
    has.
    """
    day = party.until or party.since
    kinds = dict.fromkeys(each.kind for each in party.reservations if not each.withdrawn)
    made = (phrases.label("reservation-kinds", kind) for kind in kinds)
    year = [str(day.year)] if day else []
    return sentences.in_brackets(phrases.state(party.state), joined((year, *made)))


def document(phrases: Phrases, name: str) -> block.Document:
    """The whole list of a record's parties, where it has a page of its own, without its
    title.
    """
    model, ui = phrases.corpus.records[name], phrases.ui
    of, heading = model.parties, _heading(phrases, model)
    columns = [
        ui("State"),
        ui("Joined"),
        ui("How it joined"),
        ui("Binding since"),
        ui("Note"),
    ]
    rows = [_row(phrases, name, each) for each in _listed(phrases, of, "now")]
    head = [*_known(phrases, name, model), *_depositary(phrases, model)]
    made = block.Document(
        head, [Section(heading, [table(heading, columns, rows, "list")], "parties")]
    )
    others = list(_beside(phrases, name, model, of))
    return followed(made, Section(ui("Others"), others, "others") if others else None)


def _row(phrases: Phrases, name: str, party: Party) -> block.Row:
    """A State with the day, the way, and its reservation or what else is said of it; a
    cell is empty where nothing of it is known.
    """
    bound = (
        phrases.corpus.bound_since(name, party)
        if phrases.corpus.records[name].binding
        else None
    )
    since = joined((phrases.date(party.since), phrases.confidence(party.confidence)))
    note = joined(
        (sentences.reservations(phrases, name, party), phrases.text_of(name, party.note))
    )
    way, binding = sentences.way(phrases, name, party), phrases.date(bound and bound.day)
    return row(phrases.state(party.state), since, way, binding, note)


def title(phrases: Phrases, name: str) -> list[Run]:
    """What the page of a long list of parties is called."""
    return phrases.labelled(
        _heading(phrases, phrases.corpus.records[name]), phrases.name(name)
    )


def _heading(phrases: Phrases, model: Record) -> list[Run]:
    return phrases.ui("Parties") if model.binding else phrases.ui("Participating States")


def _blocks(phrases: Phrases, name: str, model: Record, apart: bool) -> Iterator[Block]:
    of = model.parties
    if of:
        yield from _known(phrases, name, model)
    yield from _depositary(phrases, model)
    if model.binding and of and of.states:
        yield map_of_parties(phrases, name)
    if of:
        yield from (_led_to if apart else _lists)(phrases, name, model, of)
    yield from _named_parties(phrases, model)


def _named_parties(phrases: Phrases, model: Record) -> Iterator[Block]:
    if model.named_parties:
        label = phrases.ui(
            "Named in the text as its parties. We do not know whether they ratified."
        )
        yield Paragraph(
            phrases.labelled(label, sentences.states(phrases, model.named_parties))
        )


def states_bound(phrases: Phrases, record: str, line: object) -> list[Run]:
    """How many States a line of a binding text binds, where that is known; where its text
    stands, if it binds nobody today.
    """
    corpus = phrases.corpus
    if not corpus.records[record].binding:
        return []
    if not corpus.line_binds(record, line):
        return sentences.stands(phrases, record)
    known = parties.numbers(corpus, record)
    return sentences.number_bound(phrases, known) if known else []


def _known(phrases: Phrases, name: str, model: Record) -> Iterator[Block]:
    """How many parties there are, of which day that is known, and what is not."""
    of, known = model.parties, parties.numbers(phrases.corpus, name)
    sure = phrases.confidence(of.confidence or model.confidence)
    if known is None:
        yield from notes(
            phrases.ui("We know only who signed. We do not know who has become a party.")
        )
    elif of.states:
        states = sentences.number_of_states(phrases, known)
        beside = phrases.some(
            "{n} organisation", "{n} organisations", known.organisations
        )
        yield Paragraph(joined((states, beside, list_day(phrases, name), sure)))
    else:
        counted = sentences.number_of_parties(phrases, known)
        as_of = phrases.dated("as of {date}", of.as_of)
        yield Paragraph(joined((joined((counted, as_of), phrases.localizer.comma), sure)))
        yield from notes(
            phrases.ui("We know only the number. We have no list of States.")
        )
    if of.incomplete and (of.states or not known):
        yield Paragraph(_incomplete(phrases, name, of, known), "open")
    if of.states:
        yield from reserved.of_list(phrases, name)


@once
def list_day(phrases: Phrases, name: str) -> list[Run]:
    """The day of a record's list of parties, which leads to where the list was read."""
    of = phrases.corpus.records[name].parties
    if of is None or of.as_of is None:
        return []
    anchor = source_anchor(of.source) if of.source else "parties"
    return shared_line(
        [Link(phrases.dated("list of {date}", of.as_of), Target("record", name, anchor))]
    )


def _incomplete(
    phrases: Phrases, name: str, of: Parties, known: parties.PartyNumbers | None
) -> list[Run]:
    """That a list lacks parties, how many, and why."""
    label = phrases.ui("Known so far: the list may lack parties")
    if known and known.all_ != known.named:
        numbers = {"n": phrases.number(known.named), "m": phrases.number(known.all_)}
        label = phrases.ui("{n} of {m} parties are named here", **numbers)
        if day := phrases.date(known.as_of):
            label = phrases.ui(
                "{n} of {m} parties ({date}) are named here", **numbers, date=day
            )
    return phrases.labelled(label, phrases.text_of(name, of.incomplete))


def _depositary(phrases: Phrases, model: Record) -> Iterator[Block]:
    if model.status_page:
        words = phrases.ui("Check with the depositary who is a party today")
        yield Paragraph(phrases.outside(model.status_page, words))


def _led_to(phrases: Phrases, name: str, model: Record, of: Parties) -> Iterator[Block]:
    """Where the whole list is, who joined last, and who is to join or has left: what a
    reader must not miss who does not follow the link.
    """
    yield Paragraph(
        phrases.linked("parties", name, phrases.ui("Full list of States and dates"))
    )
    dated = (each for each in _listed(phrases, of, "now") if each.since)
    newest = sorted(dated, key=lambda each: each.since.first, reverse=True)[:_NEWEST]
    items = [ListItem(_party(phrases, name, each, "")) for each in newest]
    yield from List(items, "states").behind(
        phrases.ui("Newest parties"), phrases.localizer.colon
    )
    yield from _grouped(phrases, name, model, of)


def _lists(phrases: Phrases, name: str, model: Record, of: Parties) -> Iterator[Block]:
    usual = _usual_way(of)
    if of.members_of:
        yield from notes(_by_membership(phrases, name, of))
    elif usual:
        way = phrases.label("ratification-ways", usual)
        yield from notes(phrases.ui("Unless we name another way: {way}.", way=way))
    if now := [
        ListItem(_party(phrases, name, each, usual))
        for each in _listed(phrases, of, "now")
    ]:
        yield List(now, "states")
    yield from _beside(phrases, name, model, of)


def _listed(phrases: Phrases, of: Parties, phase: str) -> list[Party]:
    """The States of a list that are in a phase, by the alphabet of the reader."""
    return _by_name(
        phrases, (each for each in of.states if phrases.corpus.phase(each) == phase)
    )


def _by_name(phrases: Phrases, lines: Iterable[Any]) -> list[Any]:
    return sorted(lines, key=lambda each: phrases.order_of_state(each.state))


def _beside(phrases: Phrases, name: str, model: Record, of: Parties) -> Iterator[Block]:
    """Who else stands in a list: organisations, States to come and gone, signatories."""
    items = [ListItem(_organisation(phrases, name, each)) for each in of.organisations]
    yield from List(items, "states").behind(
        phrases.ui("Organisations"), phrases.localizer.colon
    )
    yield from _grouped(phrases, name, model, of)


def _grouped(phrases: Phrases, name: str, model: Record, of: Parties) -> Iterator[Block]:
    usual = _usual_way(of)
    for phase, label in _phases(phrases, model).items():
        states = [
            ListItem(_party(phrases, name, each, usual))
            for each in _listed(phrases, of, phase)
        ]
        yield from List(states, "states").behind(label, phrases.localizer.colon)
    by_name = _by_name(phrases, of.signatories)
    signed = (
        sentences.in_brackets(phrases.state(each.state), phrases.date(each.since))
        for each in by_name
    )
    label = phrases.ui("Signed but not a party")
    yield from List([*map(ListItem, signed)], "states").behind(
        label, phrases.localizer.colon
    )
    free = [
        ListItem(_not_bound(phrases, name, each))
        for each in _by_name(phrases, of.not_bound)
    ]
    label = phrases.ui("Members that it does not bind")
    yield from List(free, "states").behind(label, phrases.localizer.colon)


def _by_membership(phrases: Phrases, name: str, of: Parties) -> list[Run]:
    """That an act binds the members of an organisation, by which rule, and since when,
    unless another day stands beside a State.
    """
    organisation = phrases.name(of.members_of)
    binds = phrases.labelled(phrases.ui("It binds the members of"), organisation)
    rule = sentences.in_brackets(binds, phrases.reference(of.members_ref, name))
    start = phrases.corpus.records[name].in_force
    label = phrases.ui("Since when, unless we name another day")
    return joined((rule, phrases.labelled(label, phrases.date(start)) if start else []))


def _not_bound(phrases: Phrases, name: str, each: NotBound) -> list[Run]:
    """A member that an act does not bind, and why."""
    return sentences.in_brackets(
        phrases.state(each.state), _why_not_bound(phrases, name, each)
    )


def _why_not_bound(phrases: Phrases, name: str, each: NotBound) -> list[Run]:
    place, sure = phrases.reference(each.ref, name), phrases.confidence(each.confidence)
    return joined((phrases.text_of(name, each.why), place, sure))


def exempt(phrases: Phrases, each: Exempt) -> ListItem:
    """An act of its organisation that does not bind a State, and why."""
    return _item(phrases, each.record, _why_not_bound(phrases, each.record, each.line))


def _phases(phrases: Phrases, model: Record) -> dict[str, Runs]:
    """What those are called who are to join a text, and who left it."""
    left = (
        phrases.ui("No longer bound")
        if model.binding
        else phrases.ui("No longer taking part")
    )
    return {"ahead": phrases.ui("To come"), "past": left}


def _usual_way(of: Parties) -> str:
    """The way in which most parties joined, where it need not be said of each."""
    counted = Counter(each.how for each in of.states if each.how)
    way, number = counted.most_common(1)[0] if counted else ("", 0)
    return way if number > 1 and counted.total() == len(of.states) else ""


def _party(phrases: Phrases, name: str, party: Party, usual: str) -> list[Run]:
    """A State, with since when, how, and with what reservation it is party."""
    when = (
        [] if _as_the_rest(phrases, name, party) else _when(phrases, name, party, usual)
    )
    limits, note = (
        sentences.reservations(phrases, name, party),
        phrases.text_of(name, party.note),
    )
    more = joined((when, limits, note, phrases.confidence(party.confidence)))
    return sentences.in_brackets(phrases.state(party.state), more)


def _when(phrases: Phrases, name: str, party: Party, usual: str) -> list[Run]:
    way = MEMBERSHIP if party.how == MEMBERSHIP else usual
    return sentences.joined_when(phrases, name, party, way, article=False)


def _as_the_rest(phrases: Phrases, name: str, party: Party) -> bool:
    """Whether a member is bound since the act is in force, as its list says of all."""
    start = phrases.corpus.records[name].in_force
    return (
        party.how == MEMBERSHIP and party.until is None and party.in_force_since == start
    )


def _organisation(phrases: Phrases, name: str, each: Organisation) -> list[Run]:
    how, span = (
        phrases.label("ratification-ways", each.how),
        sentences.span(phrases, each.since, each.until),
    )
    more = joined(
        (how, span, phrases.text_of(name, each.note), phrases.confidence(each.confidence))
    )
    return sentences.in_brackets(phrases.name(each.mechanism), more)


def adherence(phrases: Phrases, each: Adherence) -> ListItem:
    """A text that a State joined: since when and how, what it reserved, of which day the
    list is, and where the text stands.
    """
    # beside the day on which a State left, "in force since" would read as the text's own
    # end
    left = phrases.corpus.phase(each.party) == "past"
    status = [] if left else sentences.status(phrases, each.record)
    return _item(phrases, each.record, joined((_said(phrases, each), status)))


def when(phrases: Phrases, each: Adherence) -> list[Run]:
    """Since when and how a State is bound by a text: as a party, or as a member of who
    adopted it.
    """
    found = sentences.joined_when(phrases, each.record, each.party)
    if phrases.corpus.bound_since(each.record, each.party):
        return found
    if each.party.since:
        return joined((found, phrases.ui("we do not know from which date it is bound")))
    return joined((found, phrases.ui("bound, we do not know since when")))


def bound_row(phrases: Phrases, each: Adherence) -> block.Row:
    """A text that binds a State: its name, since when and how, what it reserved, and of
    which day the list is; that it still binds, where a successor replaced it for others.
    """
    replaced = not phrases.corpus.binds(each.record)
    still = (
        [*phrases.ui("replaced for other States, still binding on this one")]
        if replaced
        else []
    )
    return row(phrases.name(each.record), joined((still, _said(phrases, each))))


def _said(phrases: Phrases, each: Adherence) -> list[Run]:
    record, party = each.record, each.party
    bound = phrases.corpus.is_bound(record, party)
    since = (
        when(phrases, each) if bound else sentences.joined_when(phrases, record, party)
    )
    sure = phrases.confidence(phrases.corpus.confidence_in(record, party))
    limits, note = (
        reserved.of_party(phrases, record, party),
        phrases.text_of(record, party.note),
    )
    return joined((since, sure, limits, note, list_day(phrases, record)))


def signature(phrases: Phrases, each: Signed) -> ListItem:
    """A text that a State signed and has not joined."""
    record, corpus = each.record, phrases.corpus
    when = phrases.dated("signed {date}", each.signatory.since) or phrases.ui("signed")
    grade = each.signatory.confidence or corpus.confidence_of(
        record, corpus.records[record].parties
    )
    return _item(
        phrases,
        record,
        joined((when, phrases.confidence(grade), list_day(phrases, record))),
    )


def joined_by(phrases: Phrases, each: Joined) -> ListItem:
    """A text that an organisation is party to."""
    of, status = each.organisation, sentences.status(phrases, each.record)
    span, way = (
        sentences.span(phrases, of.since, of.until),
        phrases.label("ratification-ways", of.how),
    )
    return _item(
        phrases, each.record, joined((span, way, list_day(phrases, each.record), status))
    )


def _item(phrases: Phrases, record: str, about: Runs) -> ListItem:
    return ListItem(phrases.title_link(record), about, sentences.year(phrases, record))


def map_of_binding(phrases: Phrases) -> block.TileMap:
    """Every State by the number of texts recorded here that are known to bind it; each
    leads to its page.
    """
    corpus, state, number = (
        phrases.corpus,
        phrases.localizer.state,
        phrases.localizer.number,
    )
    bound, steps = state_tiles.bound(corpus), state_tiles.steps(corpus)
    labels = {}
    for step, (first, last) in enumerate(steps, 1):
        labels[str(step)] = [
            number(first) if first == last else f"{number(first)}–{number(last)}"
        ]
    labels["unknown"] = phrases.ui("None known")
    most, tiles = [last for _, last in steps], []
    for code, place in state_tiles.places(corpus).items():
        words, shade = state(code), "unknown"
        if own := bound.get(code):
            words, shade = f"{words}{DOT}{number(own)}", str(bisect_left(most, own) + 1)
        page = Target("state", code) if code in corpus.all_states else None
        tiles.append(block.Tile(code, *place, shade, words, page))
    return _map(
        phrases,
        phrases.ui("How many binding texts we know for each State"),
        labels,
        tiles,
    )


def map_of_parties(phrases: Phrases, record: str) -> block.TileMap:
    """Where States stand towards a binding record that has a list of its parties: the
    part of the map in which any is more than no party.
    """
    found, placed = (
        state_tiles.standings(phrases.corpus, record),
        state_tiles.places(phrases.corpus),
    )
    labels = {
        "party": phrases.ui("Party"),
        "ahead": phrases.ui("To come"),
        "signed": phrases.ui("Signed but not a party"),
        "unknown": phrases.ui("We do not know whether it is a party"),
        "none": phrases.ui("Not a party according to this list"),
    }
    drawn = state_tiles.part(
        placed, [code for code, standing in found.items() if standing != "none"]
    )
    tiles = []
    for code, place in drawn.items():
        # parties are listed by their names below
        words = "" if found[code] == "party" else phrases.localizer.state(code)
        tiles.append(block.Tile(code, *place, found[code], words))
    return _map(phrases, phrases.ui("Who is party"), labels, tiles)


def _map(
    phrases: Phrases, caption: Runs, labels: dict[str, Runs], tiles: list[block.Tile]
) -> block.TileMap:
    """A map with the classes that occur, each with how many States are in it; of those
    that are no party, which are drawn as far as the map reaches, without a number.
    """
    counted, key = Counter(tile.shade for tile in tiles), []
    for code, label in labels.items():
        if states := phrases.some("{n} State", "{n} States", counted[code]):
            key.append(
                block.Shade(
                    code, label if code == "none" else phrases.labelled(label, states)
                )
            )
    return block.TileMap(caption, key, tiles)
