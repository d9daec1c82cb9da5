"""What a State reserved or declared, where a reader needs it.

It is below a line that it touches, and with a text that the State joined. A list of
parties says it once for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generators.corpus.addresses import Target
from generators.corpus.anchors import source_anchor
from generators.corpus.located import Located
from generators.corpus.reservations import UNREAD, none_by, touching
from generators.document import sentences
from generators.document.blocks import Paragraph, notes
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, joined
from generators.model.parties import Party
from generators.model.records import Record
from generators.model.reservations import ReservationsSought

_TREATIES = ("convention", "protocol", "agreement")
"""The types of texts to which States may make reservations."""


def limits_of_line(phrases: Phrases, line: Located, state: str) -> list[Paragraph]:
    """A note of what limits or explains a line for a State (alpha-3 code). Nothing where
    we have read no such reservation.
    """
    limits = [
        sentences.reservation(phrases, line.record, reservation)
        for reservation in touching(phrases.corpus, line, state)
        if reservation.kind != UNREAD
    ]
    label = phrases.ui("This State limits or explains it")
    return notes(phrases.labelled(label, joined(limits)))


def unread_reservations(
    phrases: Phrases, lines: Iterable[Located], state: str
) -> list[Paragraph]:
    """A note that names the texts on which a State has a reservation that we have not
    read. ``lines`` are of these texts and of others. Nothing where there is none.

    It is said once for all lines, for such a reservation may touch each.
    """
    corpus = phrases.corpus
    records = dict.fromkeys(
        line.record
        for line in lines
        if any(
            reservation.kind == UNREAD for reservation in touching(corpus, line, state)
        )
    )
    label = phrases.ui(
        "This State has a reservation or declaration that we have not read on"
    )
    return notes(phrases.labelled(label, sentences.names(phrases, records)))


def lines_not_binding(phrases: Phrases, lines: Sequence[Located]) -> list[Paragraph]:
    """A note that some lines do not bind a State, because its reservations free it from
    them. Nothing where there are no such lines.
    """
    places = joined(sentences.place(phrases, line) for line in lines)
    label = phrases.ui("Does not bind this State, because of its reservation")
    return notes(phrases.labelled(label, places))


def of_party(phrases: Phrases, record: str, party: Party) -> list[Run]:
    """What a State reserved or declared of a text (the id of a record) that it joined.

    Where it made none by the day of the list that we looked through, it says so. Empty
    where nobody looked, or where the State joined after that day.
    """
    day = none_by(phrases.corpus, record, party)
    if day is None:
        return sentences.reservations(phrases, record, party)
    none = phrases.ui("no reservation found")
    return joined((none, phrases.dated("as of {date}", day)), phrases.localizer.comma)


def of_list(phrases: Phrases, record: str) -> list[Paragraph]:
    """For the parties to a record (its id): up to which day somebody looked for
    reservations, or that nobody has. Nothing for a text that takes none.
    """
    model = phrases.corpus.records[record]
    if model.parties and model.parties.reservations_sought:
        return _sought_notes(phrases, record, model.parties.reservations_sought)
    if _takes_reservations(model):
        return notes(phrases.ui("We have not looked for reservations to this text."))
    return []


def _sought_notes(
    phrases: Phrases, record: str, sought: ReservationsSought
) -> list[Paragraph]:
    """In which list somebody looked for the reservations to a record, and what it means
    to have none there. The editors' note follows.
    """
    list_day = phrases.dated("list of {date}", sought.as_of)
    source = Link(list_day, Target("record", record, source_anchor(sought.source)))
    heading = phrases.ui("Reservations and declarations")
    label = joined((heading, [source]), phrases.localizer.comma)
    none = phrases.ui(
        "For a State without one we found none in that list. We did not look for "
        "declarations by which States accept complaints or inquiries. We do not know of "
        "later ones."
    )
    return notes(phrases.labelled(label, none), phrases.text_of(record, sought.note))


def _takes_reservations(record: Record) -> bool:
    """Whether States can make reservations to a text as a rule: it binds, and they join
    it one by one.
    """
    return record.binding and record.type in _TREATIES
