"""The texts that a State or an organisation joined, as its own page lists them.

The same lists from the side of a text are in ``document/parties.py``.
"""

from __future__ import annotations

from generators.corpus.addresses import Target
from generators.corpus.anchors import source_anchor
from generators.corpus.located import Adherence, Exempt, Joined, Signed
from generators.corpus.memo import once
from generators.document import reserved, sentences
from generators.document.blocks import ListItem, Row, row
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Runs, joined
from generators.document.sharing import shared_line
from generators.model.parties import NotBound


def when(phrases: Phrases, adherence: Adherence) -> list[Run]:
    """Since when and how a text binds a State.

    The State is a party, or a member of the organisation that adopted the text. Where no
    day is known from which the text binds it, the line says so.
    """
    how_joined = sentences.joined_when(phrases, adherence.record, adherence.party)
    if phrases.corpus.bound_since(adherence.record, adherence.party):
        return how_joined
    if adherence.party.since:
        unknown_day = phrases.ui("we do not know from which date it is bound")
        return joined((how_joined, unknown_day))
    return joined((how_joined, phrases.ui("bound, we do not know since when")))


def adherence(phrases: Phrases, adherence: Adherence) -> ListItem:
    """A text that a State joined, as an item of a list.

    It says since when and how the State joined, and what it reserved. Then it says of
    which day the list of parties is, and the status of the text.
    """
    # For a State that left, "in force since" would read as the end of the text itself.
    has_left = phrases.corpus.phase(adherence.party) == "past"
    status = [] if has_left else sentences.status(phrases, adherence.record)
    about = joined((_joining_facts(phrases, adherence), status))
    return _text_item(phrases, adherence.record, about)


def bound_row(phrases: Phrases, adherence: Adherence) -> Row:
    """A text that binds a State, as a row of two cells: its name, and the facts.

    The facts are since when and how, what the State reserved, and of which day the list
    is. Before them the row says where a later text replaced this one only for others.
    """
    still_binding: list[Run] = []
    if not phrases.corpus.binds(adherence.record):
        still_binding = phrases.ui("replaced for other States, still binding on this one")
    facts = joined((still_binding, _joining_facts(phrases, adherence)))
    return row(phrases.name(adherence.record), facts)


def _joining_facts(phrases: Phrases, adherence: Adherence) -> list[Run]:
    """How a State joined a text, in one line.

    The line says since when, how sure that is, and what the State reserved. A note and
    the day of the list of parties follow.
    """
    record = adherence.record
    party = adherence.party
    if phrases.corpus.is_bound(record, party):
        since = when(phrases, adherence)
    else:
        since = sentences.joined_when(phrases, record, party)
    confidence = phrases.confidence(phrases.corpus.confidence_in(record, party))
    reservations = reserved.of_party(phrases, record, party)
    note = phrases.text_of(record, party.note)
    return joined((since, confidence, reservations, note, list_day(phrases, record)))


def exempt(phrases: Phrases, exemption: Exempt) -> ListItem:
    """An act of its organisation that does not bind a State, and why."""
    record = exemption.record
    return _text_item(phrases, record, why_not_bound(phrases, record, exemption.line))


def why_not_bound(phrases: Phrases, record: str, member: NotBound) -> list[Run]:
    """Why an act does not bind a member, where it says so, and how sure that is.

    ``record`` is the id of the act.
    """
    why = phrases.text_of(record, member.why)
    place = phrases.reference(member.ref, record)
    return joined((why, place, phrases.confidence(member.confidence)))


def signature(phrases: Phrases, signed: Signed) -> ListItem:
    """A text that a State signed and has not joined, with the day where it is known."""
    record = signed.record
    signatory = signed.signatory
    corpus = phrases.corpus
    day = phrases.dated("signed {date}", signatory.since) or phrases.ui("signed")
    grade = signatory.confidence
    if not grade:
        grade = corpus.confidence_of(record, corpus.records[record].parties)
    about = joined((day, phrases.confidence(grade), list_day(phrases, record)))
    return _text_item(phrases, record, about)


def joined_by(phrases: Phrases, joining: Joined) -> ListItem:
    """A text that an organisation is party to, as an item of a list.

    It says since when and how, the day of the list of parties, and the text's status.
    """
    organisation = joining.organisation
    span = sentences.span(phrases, organisation.since, organisation.until)
    way = phrases.label("ratification-ways", organisation.how)
    day = list_day(phrases, joining.record)
    status = sentences.status(phrases, joining.record)
    return _text_item(phrases, joining.record, joined((span, way, day, status)))


@once
def list_day(phrases: Phrases, name: str) -> list[Run]:
    """The day of a record's list of parties, which leads to where the list was read.

    Empty where the record (``name`` is its id) has no list, or its day is not known.
    """
    party_list = phrases.corpus.records[name].parties
    if party_list is None or party_list.as_of is None:
        return []
    anchor = "parties"
    if party_list.source:
        anchor = source_anchor(party_list.source)
    words = phrases.dated("list of {date}", party_list.as_of)
    return shared_line([Link(words, Target("record", name, anchor))])


def _text_item(phrases: Phrases, record: str, about: Runs) -> ListItem:
    """A record in a list, by its title, with its year."""
    return ListItem(phrases.title_link(record), about, sentences.year(phrases, record))
