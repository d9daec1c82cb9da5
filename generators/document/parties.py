"""Who is party to a record, since when, and of which day that list is: on the record's page, and on those of
States and organisations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generators.corpus import parties
from generators.corpus.addresses import Target
from generators.corpus.anchors import source_anchor
from generators.corpus.cldr import sort_key
from generators.corpus.located import Adherence, Joined, Signed
from generators.document import sentences, tile_maps
from generators.document.blocks import Block, Item, List, Paragraph, Row, Section, notes
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Runs, Shared, joined
from generators.model.records import Organisation, Parties, Party, Record

# -- on a record's page ----------------------------------------------------------------------------------


def section(phrases: Phrases, name: str, model: Record) -> Section | None:
    """Who is party to a record, or takes part in it; None where nothing is recorded of that."""
    if not (model.parties or model.named_parties or model.status_page):
        return None
    heading = phrases.ui("Parties") if model.binding else phrases.ui("Participating States")
    return Section(heading, list(_blocks(phrases, name, model)), "parties")


def _blocks(phrases: Phrases, name: str, model: Record) -> Iterator[Block]:
    if model.parties:
        yield from _known(phrases, name, model)
    if model.status_page:
        words = phrases.ui("Look up at the depositary who is party today")
        yield Paragraph(phrases.outside(model.status_page, words))
    if model.binding and model.parties and model.parties.states:
        yield tile_maps.parties(phrases, name)
    if model.parties:
        yield from _lists(phrases, name, model, model.parties)
    if model.named_parties:
        label = phrases.ui("Named in the text as its parties; ratification is not recorded here")
        yield Paragraph(phrases.labelled(label, sentences.states(phrases, model.named_parties)))


def states_bound(phrases: Phrases, record: str) -> list[Run]:
    """How many States a binding text binds, where that is known; "nobody yet" where it waits to enter into
    force.
    """
    corpus = phrases.corpus
    if not corpus.records[record].binding:
        return []
    if not corpus.binds(record):
        return sentences.status(phrases, record)
    known = parties.numbers(corpus, record)
    number = (known.all_ - known.organisations) if known else 0
    return phrases.counted("{n} State", "{n} States", number) if number else []


def _known(phrases: Phrases, name: str, model: Record) -> Iterator[Block]:
    """How many parties there are, of which day that is known, and what is not."""
    of, known = model.parties, parties.numbers(phrases.corpus, name)
    if known is None:
        yield from notes(phrases.ui("Only signatures were read; who has joined is not recorded here."))
        if of.incomplete:
            why = phrases.text_of(name, of.incomplete)
            label = phrases.ui("Known so far; the list may lack parties")
            yield Paragraph(phrases.labelled(label, why), "open")
        return
    sure = phrases.confidence_sign(of.confidence or model.confidence)
    if not of.states:
        counted = phrases.counted("{n} party", "{n} parties", known.all_)
        yield Paragraph([*joined((counted, _as_of(phrases, of)), phrases.localizer.comma), " ", *sure])
        yield from notes(phrases.ui("Only the number was read; no list of States is recorded here."))
        return
    states = phrases.counted("{n} State", "{n} States", known.states)
    beside = (
        phrases.counted("{n} organisation", "{n} organisations", known.organisations)
        if known.organisations
        else []
    )
    yield Paragraph([*joined((states, beside, list_day(phrases, name))), " ", *sure])
    if of.incomplete:
        yield Paragraph(_incomplete(phrases, name, of, known), "open")


def _as_of(phrases: Phrases, of: Parties) -> list[Run]:
    return phrases.dated("as of {date}", of.as_of) if of.as_of else []


def list_day(phrases: Phrases, name: str) -> list[Run]:
    """The day of a record's list of parties, which leads to where the list was read."""
    of = phrases.corpus.records[name].parties
    if of is None or of.as_of is None:
        return []
    return [phrases.shared(("day of list", name), lambda: _list_day(phrases, name, of))]


def _list_day(phrases: Phrases, name: str, of: Parties) -> list[Run]:
    said = phrases.dated("list of {date}", of.as_of)
    anchor = source_anchor(of.source) if of.source else "parties"
    return [Link(said, Target("record", name, anchor))]


def _incomplete(phrases: Phrases, name: str, of: Parties, known: parties.PartyNumbers) -> list[Run]:
    """That a list lacks parties, how many, and why."""
    why = phrases.text_of(name, of.incomplete or "")
    if known.all_ == known.named:
        return phrases.labelled(phrases.ui("Known so far; the list may lack parties"), why)
    day = phrases.date(known.as_of) if known.as_of else []
    named, all_ = phrases.number(known.named), phrases.number(known.all_)
    label = (
        phrases.ui("{n} of {m} parties ({date}) are named here", n=named, m=all_, date=day)
        if day
        else phrases.ui("{n} of {m} parties are named here", n=named, m=all_)
    )
    return phrases.labelled(label, why)


def _lists(phrases: Phrases, name: str, model: Record, of: Parties) -> Iterator[Block]:
    usual = _usual_way(of)
    if usual:
        label = phrases.label("ratification-ways", usual)
        yield from notes(phrases.ui("Where nothing else is said: {way}.", way=label))
    listed = sorted(of.states, key=lambda each: sort_key(phrases.localizer.state(each.state)))
    now, ahead, past = (
        [Item(_party(phrases, name, each, usual)) for each in listed if phrases.corpus.phase(each) == phase]
        for phase in ("now", "ahead", "past")
    )
    if now:
        yield List(now, "states")
    if of.organisations:
        yield Paragraph([*phrases.ui("Organisations"), phrases.localizer.colon])
        yield List([Item(_organisation(phrases, name, each)) for each in of.organisations], "states")
    left = phrases.ui("No longer bound") if model.binding else phrases.ui("No longer taking part")
    signed = [
        Item(sentences.in_brackets(phrases.state(each.state), phrases.date(each.since) if each.since else []))
        for each in sorted(of.signatories, key=lambda each: sort_key(phrases.localizer.state(each.state)))
    ]
    for label, items in (
        (phrases.ui("To come"), ahead),
        (left, past),
        (phrases.ui("Signed, not joined"), signed),
    ):
        if items:
            yield Paragraph([*label, phrases.localizer.colon])
            yield List(items, "states")


def _usual_way(of: Parties) -> str:
    """The way in which most parties joined, where it need not be said of each."""
    counted = Counter(each.how for each in of.states if each.how)
    way, number = counted.most_common(1)[0] if counted else ("", 0)
    return way if number > 1 and counted.total() == len(of.states) else ""


def _party(phrases: Phrases, name: str, party: Party, usual: str) -> list[Run]:
    more = (
        sentences.joined_when(phrases, party, bare=phrases.corpus.records[name].binding, usual=usual),
        phrases.text_of(name, party.note) if party.note else [],
        phrases.confidence_sign(party.confidence) if party.confidence else [],
    )
    return sentences.in_brackets(phrases.state(party.state), joined(more))


def _organisation(phrases: Phrases, name: str, each: Organisation) -> list[Run]:
    more = (
        phrases.label("ratification-ways", each.how) if each.how else [],
        sentences.span(phrases, each.since, each.until),
        phrases.text_of(name, each.note) if each.note else [],
        phrases.confidence_sign(each.confidence) if each.confidence else [],
    )
    return sentences.in_brackets(phrases.name(each.mechanism), joined(more))


# -- on the page of a State or an organisation -----------------------------------------------------------


def adherence(phrases: Phrases, each: Adherence) -> Item:
    """A text that a State joined: since when and how, of which day the list is, and where the text stands."""
    party = each.party
    sure = phrases.confidence_sign(phrases.corpus.confidence_in(each.record, party))
    # beside the day on which a State left, "in force since" would read as the text's own end
    left = phrases.corpus.phase(party) == "past"
    status = [] if left else sentences.status(phrases, each.record)
    note = phrases.text_of(each.record, party.note) if party.note else []
    bound = phrases.corpus.is_bound(each.record, party)
    when = [*sentences.joined_when(phrases, party, bound=bound), " ", *sure]
    about = joined((when, note, list_day(phrases, each.record), status))
    return _item(phrases, each.record, about)


def when(phrases: Phrases, each: Adherence) -> list[Run]:
    """Since when and how a State is party to a text that binds it."""
    return sentences.joined_when(phrases, each.party, bound=True) or phrases.ui("party, day not recorded")


def row(phrases: Phrases, each: Adherence) -> Row:
    """A text that binds a State: its name, since when and how, and of which day the list is."""
    sure = phrases.confidence_sign(phrases.corpus.confidence_in(each.record, each.party))
    note = phrases.text_of(each.record, each.party.note) if each.party.note else []
    since = [*joined((when(phrases, each), note)), " ", *sure]
    return Row(
        [
            [Paragraph(phrases.name(each.record))],
            [Paragraph(joined((since, list_day(phrases, each.record))))],
        ]
    )


def signature(phrases: Phrases, each: Signed) -> Item:
    """A text that a State signed and has not joined."""
    day = each.signatory.since
    when = phrases.dated("signed {date}", day) if day else phrases.ui("signed")
    grade = each.signatory.confidence or phrases.corpus.confidence_of(
        each.record, phrases.corpus.records[each.record].parties
    )
    about = joined(([*when, " ", *phrases.confidence_sign(grade)], list_day(phrases, each.record)))
    return _item(phrases, each.record, about)


def joined_by(phrases: Phrases, each: Joined) -> Item:
    """A text that an organisation is party to."""
    of = each.organisation
    way = phrases.label("ratification-ways", of.how) if of.how else []
    when = joined((sentences.span(phrases, of.since, of.until), way))
    about = joined((when, list_day(phrases, each.record), sentences.status(phrases, each.record)))
    return _item(phrases, each.record, about)


def _item(phrases: Phrases, record: str, about: Runs) -> Item:
    model = phrases.corpus.records[record]
    runs: list[Run | Shared] = [*phrases.force_sign(model.binding), " ", *phrases.title_link(record)]
    return Item(runs, about, sentences.year(phrases, record))
