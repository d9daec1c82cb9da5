"""What a State reserved or declared, where a reader needs it: beside a line that it
touches, beside a text that the State joined, and once for a whole list of parties.
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


def beside(phrases: Phrases, line: Located, state: str) -> list[Paragraph]:
    """What limits or explains a line for a State (alpha-3 code), as far as we have read
    it.
    """
    found = touching(phrases.corpus, line, state)
    said = [
        sentences.reservation(phrases, line.record, each)
        for each in found
        if each.kind != UNREAD
    ]
    label = phrases.ui("This State limits or explains it")
    return notes(phrases.labelled(label, joined(said))) if said else []


def unread(phrases: Phrases, lines: Iterable[Located], state: str) -> list[Paragraph]:
    """The texts of some lines on which a State has a reservation or declaration that we
    have not read: said once for all lines, for it may touch each.
    """
    corpus = phrases.corpus
    named = {
        line.record: None
        for line in lines
        if any(each.kind == UNREAD for each in touching(corpus, line, state))
    }
    label = phrases.ui(
        "This State has a reservation or declaration that we have not read on"
    )
    return (
        notes(phrases.labelled(label, sentences.names(phrases, named))) if named else []
    )


def freed(phrases: Phrases, lines: Sequence[Located]) -> list[Paragraph]:
    """The lines from which reservations free a State, by their places."""
    places = joined(sentences.place(phrases, each) for each in lines)
    label = phrases.ui("Does not bind this State, because of its reservation")
    return notes(phrases.labelled(label, places)) if lines else []


def of_party(phrases: Phrases, record: str, party: Party) -> list[Run]:
    """What a State reserved or declared of a text that it joined; that it had not by the
    day of the list that was looked through; nothing where nobody looked, or the State
    joined after that day.
    """
    day = none_by(phrases.corpus, record, party)
    if day is None:
        return sentences.reservations(phrases, record, party)
    none = phrases.ui("no reservation found")
    return joined((none, phrases.dated("as of {date}", day)), phrases.localizer.comma)


def of_list(phrases: Phrases, record: str) -> list[Paragraph]:
    """For a list of the parties to a treaty: up to which day somebody looked for
    reservations and declarations; that nobody has.
    """
    model = phrases.corpus.records[record]
    sought = model.parties.reservations_sought if model.parties else None
    if sought:
        of_day = phrases.dated("list of {date}", sought.as_of)
        leading = Link(of_day, Target("record", record, source_anchor(sought.source)))
        label = joined(
            (phrases.ui("Reservations and declarations"), [leading]),
            phrases.localizer.comma,
        )
        none = phrases.ui(
            "For a State without one we found none in that list. We did not look for declarations by which "
            "States accept complaints or inquiries. We do not know of later ones."
        )
        return notes(phrases.labelled(label, none), phrases.text_of(record, sought.note))
    return (
        notes(phrases.ui("We have not looked for reservations to this text."))
        if _treaty(model)
        else []
    )


_TREATIES = ("convention", "protocol", "agreement")
"""The types of texts to which States may make reservations."""


def _treaty(model: Record) -> bool:
    """Whether States can make reservations to a text as a rule: one that they join one by
    one.
    """
    return model.binding and model.type in _TREATIES
