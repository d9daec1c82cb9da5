"""Texts that a State or an organisation joined, as its own page says them: since when, how, and of which day
the list is.
"""

from __future__ import annotations

from generators.corpus.located import Adherence, Joined, Signed
from generators.document import parties, sentences
from generators.document.blocks import Item, Paragraph, Row
from generators.document.phrases import Phrases
from generators.document.runs import Run, Runs, Shared, joined


def adherence(phrases: Phrases, each: Adherence) -> Item:
    """A text that a State joined: since when and how, what it reserved, of which day the list is, and where
    the text stands.
    """
    party = each.party
    # beside the day on which a State left, "in force since" would read as the text's own end
    left = phrases.corpus.phase(party) == "past"
    status = [] if left else sentences.status(phrases, each.record)
    return _item(phrases, each.record, joined((_said(phrases, each), status)))


def when(phrases: Phrases, each: Adherence) -> list[Run]:
    """Since when and how a State is party to a text that binds it."""
    found = sentences.joined_when(phrases, each.record, each.party) or phrases.ui("party, day not recorded")
    if each.party.since and not phrases.corpus.bound_since(each.record, each.party):
        return joined((found, phrases.ui("the day from which it is bound was not read")))
    return found


def row(phrases: Phrases, each: Adherence) -> Row:
    """A text that binds a State: its name, since when and how, what it reserved, and of which day the list
    is; that it still binds, where a successor replaced it for others.
    """
    replaced = not phrases.corpus.binds(each.record)
    still = [*phrases.ui("replaced for other States, still binding on this one")] if replaced else []
    return Row([[Paragraph(phrases.name(each.record))], [Paragraph(joined((still, _said(phrases, each))))]])


def _said(phrases: Phrases, each: Adherence) -> list[Run]:
    party = each.party
    sure = phrases.confidence_sign(phrases.corpus.confidence_in(each.record, party))
    note = phrases.text_of(each.record, party.note) if party.note else []
    reserved = sentences.reservations(phrases, each.record, party)
    bound = phrases.corpus.is_bound(each.record, party)
    since = when(phrases, each) if bound else sentences.joined_when(phrases, each.record, party)
    return joined(([*since, " ", *sure], reserved, note, parties.list_day(phrases, each.record)))


def signature(phrases: Phrases, each: Signed) -> Item:
    """A text that a State signed and has not joined."""
    day = each.signatory.since
    when = phrases.dated("signed {date}", day) if day else phrases.ui("signed")
    grade = each.signatory.confidence or phrases.corpus.confidence_of(
        each.record, phrases.corpus.records[each.record].parties
    )
    about = joined(([*when, " ", *phrases.confidence_sign(grade)], parties.list_day(phrases, each.record)))
    return _item(phrases, each.record, about)


def joined_by(phrases: Phrases, each: Joined) -> Item:
    """A text that an organisation is party to."""
    of = each.organisation
    way = phrases.label("ratification-ways", of.how) if of.how else []
    when = joined((sentences.span(phrases, of.since, of.until), way))
    about = joined((when, parties.list_day(phrases, each.record), sentences.status(phrases, each.record)))
    return _item(phrases, each.record, about)


def _item(phrases: Phrases, record: str, about: Runs) -> Item:
    model = phrases.corpus.records[record]
    runs: list[Run | Shared] = [*phrases.force_sign(model.binding), " ", *phrases.title_link(record)]
    return Item(runs, about, sentences.year(phrases, record))
