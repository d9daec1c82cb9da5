"""The tables of who joined which text, signed it or is named in it, and of what States
reserved. The docstrings and the strings under columns are what readers see.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

from generators.corpus import reservations
from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence
from generators.corpus.state_profile import standing
from generators.document.open_data import columns
from generators.document.open_data.data_table import ForeignKey
from generators.document.open_data.line_tables import SOURCE
from generators.document.open_data.table_maker import (
    TableDefinition,
    TableRow,
    field_of_line,
)
from generators.document.phrases import Phrases
from generators.model.parties import Organisation, Parties, Party
from generators.model.records import Record
from generators.model.reservations import Reservation
from generators.translate.localizer import ui

ValuesByColumn: TypeAlias = dict[str, Any]
"""The values of a row, by the names of columns."""

Participation = Literal[
    "bound",
    "pending",
    "no-longer-bound",
    "takes-part",
    "to-take-part",
    "took-part",
]
"""What a State or organisation that joined a text can be to it. The codes are the same in
tables and in JSON files: see ``ParticipationCodes``.
"""
_PARTICIPATION_OF_STANDING: Mapping[str, Participation] = {
    "binding": "bound",
    "pending": "pending",
    "former": "no-longer-bound",
    "joined": "takes-part",
    "joining": "to-take-part",
    "parted": "took-part",
}


def participation(corpus: Corpus, record: str, party: Party) -> Participation:
    """What a State that joined a record is to it on the day of the data."""
    return _PARTICIPATION_OF_STANDING[standing(corpus, Adherence(record, party))]


def _participation_of_organisation(
    corpus: Corpus, record: str, organisation: Organisation
) -> Participation:
    """What an organisation that joined a record is to it. The record has no day from
    which it binds this organisation only.
    """
    party = Party.model_construct(
        state="",
        since=organisation.since,
        until=organisation.until,
        in_force_since=None,
    )
    return participation(corpus, record, party)


# -- parties -----------------------------------------------------------------------------


def _party_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each State or organisation that joined a record, signed it, or is named
    in it. The rows of each record are numbered from 1.
    """
    for record, model in sorted(corpus.records.items()):
        for number, values in enumerate(_participants(corpus, record, model), 1):
            yield TableRow(record, values, number=number)


def _participants(corpus: Corpus, record: str, model: Record) -> Iterator[ValuesByColumn]:
    """The values of the rows of a record."""
    parties = model.parties
    if parties:
        yield from _state_parties(corpus, record, parties)
        yield from _organisation_parties(corpus, record, parties)
        yield from _signatories(corpus, record, parties)
    for state in model.named_parties:
        confidence = model.confidence
        yield {"state": state, "participation": "named", "confidence": confidence}


def _state_parties(
    corpus: Corpus, record: str, parties: Parties
) -> Iterator[ValuesByColumn]:
    """The values of the rows of States that joined a record."""
    shared = _values_of_list(corpus, record, parties)
    for party in parties.states:
        values = {
            **shared,
            "state": party.state,
            "participation": participation(corpus, record, party),
            "since": party.since,
            "until": party.until,
            "how": party.how,
            "note": party.note,
            "confidence": party.confidence or shared["confidence"],
        }
        bound_since = corpus.bound_since(record, party)
        if bound_since:
            values["bound_since"] = bound_since.day
            values["bound_since_computed"] = bound_since.computed
        yield values


def _organisation_parties(
    corpus: Corpus, record: str, parties: Parties
) -> Iterator[ValuesByColumn]:
    """The values of the rows of organisations that joined a record."""
    shared = _values_of_list(corpus, record, parties)
    for organisation in parties.organisations:
        yield {
            **shared,
            "organisation": organisation.mechanism,
            "participation": _participation_of_organisation(corpus, record, organisation),
            "since": organisation.since,
            "until": organisation.until,
            "how": organisation.how,
            "note": organisation.note,
            "confidence": organisation.confidence or shared["confidence"],
        }


def _signatories(
    corpus: Corpus, record: str, parties: Parties
) -> Iterator[ValuesByColumn]:
    """The values of the rows of States that signed a record and have not joined it."""
    shared = _values_of_list(corpus, record, parties)
    for signatory in parties.signatories:
        yield {
            **shared,
            "state": signatory.state,
            "participation": "signed",
            "since": signatory.since,
            "confidence": signatory.confidence or shared["confidence"],
        }


def _values_of_list(corpus: Corpus, record: str, parties: Parties) -> ValuesByColumn:
    """The values that all rows of one list of parties have. The source is only there if
    it is a source of the record.
    """
    ids = {source.id for source in corpus.records[record].sources}
    sought = parties.reservations_sought
    return {
        "source": parties.source if parties.source in ids else None,
        "as_of": parties.as_of,
        "reservations_sought": sought.as_of if sought else None,
        "confidence": corpus.confidence_of(record, parties),
    }


def _party_name(phrases: Phrases, row: TableRow) -> str:
    """The name of the State, or of the organisation, in a row."""
    state = row.line.get("state")
    if state:
        return phrases.localizer.state(state)
    return phrases.localizer.short(row.line["organisation"]).text


class PartyRows(TableDefinition):
    """Who joined, signed or left which text. If parties_known of the record is listed, a
    State that is missing was not a party on the day as_of.
    """

    TITLE = ui("Parties")
    NAME = "parties"
    ROWS = _party_rows
    KEY = "record number"
    LINKS = (
        columns.RECORD,
        columns.STATE,
        ForeignKey(("organisation",), "mechanisms", ("id",)),
        SOURCE,
    )

    record = columns.OWNER
    number = columns.PLACE
    record_name = columns.owner_name_column("record", ui("Record"))
    state = columns.ID
    organisation = columns.ID
    """The organisation that is a party like a State, by id. It is empty if the party is a
    State.
    """
    party_name = columns.words_column(ui("State"), _party_name, "known")
    """The State, or an organisation that is a party like a State."""
    participation = columns.code_columns("participations", ui("Who is party"))
    """Its relation to the text on the day of the data. The list participations says what
    each code means.
    """
    since = columns.plain_column("day", ui("Party since (day of joining)"))
    """The day on which it joined: of ratification, accession or deposit. The text binds
    it from bound_since.
    """
    until = columns.plain_column("day", ui("Until"))
    """The first day on which the text no longer binds it."""
    bound_since = columns.plain_column("day", ui("Binding since"))
    """The first day on which the text binds it. A list gives it, or it follows from the
    text's article. It is empty if that day is not known.
    """
    bound_since_computed = columns.plain_column("yes")
    """true if bound_since follows from the article and was read in no list."""
    how = columns.code_columns("ratification-ways", ui("How it joined"))
    """The act by which it joined, such as ratification or accession."""
    note = columns.prose_columns(ui("Note"))
    source = columns.ID
    """The list that names it, by its id in sources. The day may come from another source.
    """
    confidence = columns.confidence_columns(field_of_line("confidence"))
    """How the day on which it joined or signed was checked."""
    as_of = columns.plain_column("day", ui("As of"))
    """The day on which the list was true. It is empty if the list does not say it. A
    State that joined later may have been added from another source.
    """
    reservations_sought = columns.plain_column(
        "day", ui("Reservations looked for in a list of")
    )
    """The day of the list in which we looked for reservations and declarations. What we
    found is in reservations and reservations_unread. It is empty if we have not looked:
    then the State may have made some.
    """


# -- reservations ------------------------------------------------------------------------


def _reservation_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each reservation or declaration that we have read."""
    return _rows_of_reservations(corpus, is_read=True)


def _unread_reservation_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each State of which we know only that it reserved or declared something
    more.
    """
    return _rows_of_reservations(corpus, is_read=False)


def _rows_of_reservations(corpus: Corpus, is_read: bool) -> Iterator[TableRow]:
    """The reservations and declarations of States that we have read, or the others. They
    are numbered from 1 in each record. The anchor is the code of the State.
    """
    for record, model in sorted(corpus.records.items()):
        number = 0
        for state, reservation in _reservations_of(model):
            if (reservation.kind != reservations.UNREAD) == is_read:
                number += 1
                yield TableRow(record, reservation, state, number)


def _reservations_of(model: Record) -> Iterator[tuple[str, Reservation]]:
    """The code of the State and what it reserved, for each reservation to a record."""
    for party in model.parties.states if model.parties else ():
        for reservation in party.reservations:
            yield party.state, reservation


def _confidence_of_reservation(corpus: Corpus, row: TableRow) -> str:
    """The grade of a reservation: its own, else that of the list of parties."""
    parties = corpus.records[row.owner].parties
    return row.line.confidence or corpus.confidence_of(row.owner, parties)


class ReservationRows(TableDefinition):
    """What States reserved or declared of a text, which changes or explains how it binds
    them. It has only what we have read: you can count its rows.
    """

    TITLE = ui("Reservations")
    NAME = "reservations"
    ROWS = _reservation_rows
    KEY = "record number"
    LINKS = (columns.RECORD, columns.STATE, SOURCE)

    record = columns.OWNER
    number = columns.PLACE
    record_name = columns.owner_name_column("record", ui("Record"))
    state = columns.ANCHOR
    state_name = columns.state_name_column("state", ui("State"))
    kind = columns.code_columns("reservation-kinds", ui("Kind"))
    """Whether it is a reservation, a declaration, an understanding or on territories."""
    refs = columns.plain_column("text")
    """The articles that it is about, as typed."""
    excludes = columns.plain_column("yes")
    """true if these articles do not bind the State."""
    says = columns.prose_columns(ui("What it does"))
    """What it does, in our own words."""
    since = columns.plain_column("day", ui("Since"))
    """The day on which it was made."""
    withdrawn = columns.plain_column("day", ui("Until"))
    """The first day on which it no longer holds."""
    source = columns.ID
    """The id of the source within its record. Where it is a number, it may change when a
    source is added.
    """
    confidence = columns.confidence_columns(_confidence_of_reservation)


class UnreadReservationRows(TableDefinition):
    """States that reserved or declared something more of a text, which we have not read.
    One row can be for several reservations: do not count them.
    """

    TITLE = ui("Reservations that we have not read")
    NAME = "reservations_unread"
    ROWS = _unread_reservation_rows
    KEY = "record number"
    LINKS = (columns.RECORD, columns.STATE, SOURCE)

    record = columns.OWNER
    number = columns.PLACE
    record_name = columns.owner_name_column("record", ui("Record"))
    state = columns.ANCHOR
    state_name = columns.state_name_column("state", ui("State"))
    source = columns.ID
    """The list that says so, by its id in sources."""
    confidence = columns.confidence_columns(_confidence_of_reservation)
