"""The tables of records, mechanisms, members, States, sources and codes. The docstrings
and the strings under columns are what readers see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generators.corpus import official_text, parties, record_profile
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.order import NEIGHBOUR
from generators.document import sentences
from generators.document.mechanism import contact
from generators.document.open_data import columns
from generators.document.open_data.code_lists import (
    code_labels,
    code_lists,
    codes_of_list,
    definition,
)
from generators.document.open_data.data_table import ForeignKey
from generators.document.open_data.table_maker import (
    TableDefinition,
    TableRow,
    field_of_line,
)
from generators.document.phrases import Phrases
from generators.document.runs import Runs
from generators.model.items import Item
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.translate.localizer import ui

_GIVEN_ONCE = (
    "supersedes",
    "is-to-supersede",
    "amends",
    "is-to-amend",
    "implements",
    "related",
)
"""The relations that are in the table. For each other one, such as ``superseded-by``, the
other record has a row.
"""
MECHANISM = ForeignKey(("mechanism",), "mechanisms", ("id",))


def _number_of_parties(corpus: Corpus, row: TableRow) -> int | None:
    """How many are party to a record; None if that is not known."""
    known = parties.numbers(corpus, row.owner)
    return known.all_ if known else None


def _may_have_more_parties(corpus: Corpus, row: TableRow) -> bool | None:
    """Whether there may be more parties than that number; None if it is not known."""
    known = parties.numbers(corpus, row.owner)
    return known.at_least if known else None


def _parties_known(_: Corpus, row: TableRow) -> str | None:
    """What is known of who is party: a code of ``PartyListCodes``. None if the record has
    no list and nobody can join it.
    """
    party_list = row.line.parties
    if party_list is None:
        can_be_joined = row.line.binding and not row.line.model_of
        return "not-recorded" if can_be_joined else None
    if party_list.states:
        return "incomplete" if party_list.incomplete else "listed"
    return "number-only" if party_list.count else "signatures-only"


def _text_address(_: Corpus, row: TableRow) -> str | None:
    """The first address of the text itself; None if no address is known."""
    addresses = (text_place.url for text_place, _ in official_text.places(row.line))
    return next(addresses, None)


def _record_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each record."""
    return (TableRow(record, model) for record, model in sorted(corpus.records.items()))


class RecordRows(TableDefinition):
    """One row for each instrument, action plan and procedure."""

    TITLE = ui("Records")
    NAME = "records"
    ROWS = _record_rows
    KEY = "id"

    id = columns.OWNER
    """By id: the address after instruments/."""
    name = columns.owner_name_column("id", ui("Record"))
    """What the text is usually called."""
    title = columns.TITLE
    address = columns.address_column()
    kind = columns.code_columns("kinds", ui("Kind"))
    """Whether it is an instrument, an action plan or a procedure."""
    type = columns.code_columns("types", ui("Type"))
    """What sort of instrument or plan it is, such as a convention or a directive."""
    about = columns.nearness_columns(lambda _, row: row.line.about or NEIGHBOUR)
    mechanisms = columns.plain_column(
        "codes", getter=lambda corpus, row: corpus.adopters(row.owner)
    )
    """The organisations and processes that adopted it, by id."""
    mechanisms_name = columns.words_column(
        ui("Mechanisms"), lambda phrases, row: sentences.acronyms(phrases, row.owner)
    )
    """The organisations and processes that adopted it, by their short names."""
    regions = columns.REGIONS
    number = columns.plain_column("text", ui("Number"))
    """The official number of the text, such as CETS 197."""
    standing = columns.StatusColumns
    status_words = columns.words_column(
        "", lambda phrases, row: sentences.status(phrases, row.owner)
    )
    """The status of the record on the day of the data."""
    adopted = columns.plain_column(
        "day", ui("Adopted"), getter=field_of_line("adopted.date")
    )
    """The day on which it was adopted, as exactly as it is known."""
    signed = columns.plain_column(
        "day", ui("Opened for signature"), getter=field_of_line("signature.date")
    )
    """The day on which it was opened for signature."""
    in_force = columns.plain_column("day", ui("In force"))
    """The day on which it entered into force."""
    applies_from = columns.plain_column("day", ui("Applies from"))
    """The day from which it applies, where that is not the day of its entry into force.
    """
    transposition_due = columns.plain_column("day", ui("To be transposed by"))
    """The day by which States had to put it into their law."""
    period_from = columns.plain_column(
        "day", ui("Period begins"), getter=field_of_line("period.from_")
    )
    """The first day of the time that the plan is for."""
    period_to = columns.plain_column(
        "day", ui("Period ends"), getter=field_of_line("period.to")
    )
    """The last day of the time that the plan is for."""
    extended_to = columns.plain_column(
        "day", ui("Extended to"), getter=field_of_line("period.extended_to")
    )
    """The last day of that time, where it was put off."""
    summary = columns.prose_columns(ui("Summary"))
    """What it is, who adopted it and what for, in two or three sentences of our own."""
    language = columns.plain_column("language")
    """The language in which the record was written."""
    text_address = columns.plain_column("address", getter=_text_address)
    """Where the text itself can be read, official pages first."""
    parties_known = columns.code_columns(
        "party-lists", ui("Who is party"), _parties_known
    )
    """Whether we know all parties, some of them, only their number, or nothing."""
    parties_number = columns.plain_column(
        "whole", ui("Parties"), getter=_number_of_parties
    )
    """How many are party on the day of the data, organisations included. If a source
    gives a higher number than our list, it is that number. It may be more than the rows
    in parties.
    """
    parties_at_least = columns.plain_column("yes", getter=_may_have_more_parties)
    """Whether there may be more parties than that number, because the list may lack some.
    """
    read_in_full = columns.plain_column("yes")
    """Whether the whole text was read, first to last article."""
    confidence = columns.CONFIDENCE_OF_WHOLE
    """The best grade that more than half of its lines reach. A record without lines has
    its own.
    """
    seen = columns.LAST_READ


def _pair_rows(
    column: str, values_of: Callable[[Corpus, str], Iterable[str]]
) -> Callable[[Corpus], Iterator[TableRow]]:
    """What gives a row for each record and each of its values in ``column``."""

    def rows(corpus: Corpus) -> Iterator[TableRow]:
        for record in sorted(corpus.records):
            for value in values_of(corpus, record):
                yield TableRow(record, {column: value})

    return rows


class RecordMechanismRows(TableDefinition):
    """Mechanisms and regions of each record."""

    TITLE = ui("Mechanisms")
    NAME = "record_mechanisms"
    ROWS = _pair_rows("mechanism", Corpus.adopters)
    KEY = "record mechanism"
    LINKS = (columns.RECORD, MECHANISM)
    JOINS = True

    record = columns.OWNER
    mechanism = columns.ID
    mechanism_name = columns.owner_name_column("mechanism", ui("Mechanism"))


class RecordRegionRows(TableDefinition):
    """Mechanisms and regions of each record."""

    TITLE = ui("Regions")
    NAME = "record_regions"
    ROWS = _pair_rows("region", Corpus.regions)
    KEY = "record region"
    LINKS = (columns.RECORD,)
    JOINS = True

    record = columns.OWNER
    region = columns.code_columns("regions", ui("Region"))
    """A region of the organisations that adopted the text."""


def _relation_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each record, each of its relations and each record that it relates to."""
    for record in sorted(corpus.records):
        for relation, targets in record_profile.relations(corpus, record):
            if relation not in _GIVEN_ONCE:
                continue
            for target in targets:
                yield TableRow(record, {"relation": relation, "other": target})


class RelationRows(TableDefinition):
    """The relations between records. Only the relation “related” is given in both
    directions.
    """

    TITLE = ui("Relations")
    NAME = "relations"
    ROWS = _relation_rows
    KEY = "record relation other"
    LINKS = (columns.RECORD, ForeignKey(("other",), "records", ("id",)))

    of_record = columns.RecordColumns
    relation = columns.code_columns("relations", ui("Relations"))
    """How the record relates to the other one: whether it supersedes, amends or
    implements it.
    """
    other = columns.ID
    """By id: the address after instruments/."""
    other_name = columns.owner_name_column("other", ui("The other record"))
    """What the other text is usually called."""


def _mechanism_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each mechanism."""
    return (TableRow(name, model) for name, model in sorted(corpus.mechanisms.items()))


def _contact(phrases: Phrases, row: TableRow) -> Runs | None:
    """How to reach the office of a mechanism, in one line; None if that is not known."""
    return contact(phrases, row.owner, row.line.contact) if row.line.contact else None


class MechanismRows(TableDefinition):
    """One row for each organisation or process: what it is and how to reach its
    office.
    """

    TITLE = ui("Mechanisms")
    NAME = "mechanisms"
    ROWS = _mechanism_rows
    KEY = "id"

    id = columns.OWNER
    """By id: the address after instruments/."""
    name = columns.owner_name_column("id", ui("Mechanism"))
    """The organisation or process, by its shortest usual name."""
    title = columns.TITLE
    address = columns.address_column()
    kind = columns.code_columns("mechanism-kinds", ui("Kind"))
    """What sort of body it is, such as an organisation, a treaty body or a process."""
    regions = columns.REGIONS
    """The regions in which it works."""
    part_of = columns.plain_column("codes", ui("Part of"))
    """The organisations to which it belongs, by id."""
    founded = columns.plain_column("day", ui("Founded"))
    """The day on which it was founded, as exactly as it is known."""
    seat_country = columns.plain_column("code", getter=field_of_line("seat.country"))
    """The State in which it has its seat, by its code of three letters (ISO 3166-1)."""
    seat_country_name = columns.state_name_column("seat_country", ui("Seat"))
    """The name of the State in this language."""
    trafficking_body = columns.prose_columns(ui("By whom"))
    """The organ that works against trafficking."""
    powers = columns.prose_columns(ui("What it may ask of States"))
    """What it may ask of States, and what it may do, in our words."""
    contact = columns.words_column(ui("Contact"), _contact)
    """Where its office can be reached, in one line."""
    website = columns.plain_column("address", ui("Website"))
    """The address of its own site."""
    confidence = columns.CONFIDENCE_OF_WHOLE
    seen = columns.LAST_READ


def _member_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each membership, numbered from 1 in each mechanism."""
    for mechanism, model in sorted(corpus.mechanisms.items()):
        for number, member in enumerate(model.members, 1):
            yield TableRow(mechanism, member, number=number)


class MemberRows(TableDefinition):
    """Which State is or was a member of which mechanism. Mechanisms without a list are
    left out.
    """

    TITLE = ui("Members")
    NAME = "members"
    ROWS = _member_rows
    KEY = "mechanism number"
    LINKS = (MECHANISM, columns.STATE)

    mechanism = columns.OWNER
    number = columns.PLACE
    mechanism_name = columns.owner_name_column("mechanism", ui("Mechanism"))
    state = columns.ID
    state_name = columns.state_name_column("state", ui("State"))
    member = columns.plain_column(
        "yes", getter=lambda corpus, row: corpus.is_now(row.line)
    )
    """Whether it is a member on the day of the data."""
    since = columns.plain_column("day", ui("Since"))
    """The first day of the membership, as exactly as it is known."""
    until = columns.plain_column("day", ui("Until"))
    """The first day on which it is no longer a member."""
    note = columns.prose_columns(ui("Note"))
    confidence = columns.confidence_columns(
        lambda corpus, row: corpus.confidence_in(row.owner, row.line)
    )
    as_of = columns.plain_column(
        "day",
        ui("As of"),
        getter=lambda corpus, row: corpus.mechanisms[row.owner].members_as_of,
    )
    """The day on which the list was true. It is empty if the list does not say it."""


def _state_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each State that the records name anywhere."""
    seats = {
        mechanism.seat.country
        for mechanism in corpus.mechanisms.values()
        if mechanism.seat and mechanism.seat.country
    }
    return (TableRow(code) for code in sorted({*corpus.all_states} | seats))


def _state_page(corpus: Corpus, row: TableRow) -> str | None:
    """The address of a State's page; None if it has no page."""
    return address(Target("state", row.owner)) if row.owner in corpus.all_states else None


class StateRows(TableDefinition):
    """States that are named in the other tables."""

    TITLE = ui("States")
    NAME = "states"
    ROWS = _state_rows
    KEY = "code"

    code = columns.OWNER
    """The State, by its code of three letters (ISO 3166-1)."""
    name = columns.state_name_column("code", ui("State"))
    """The name of the State in this language."""
    address = columns.address_column(_state_page)


def _source_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each source, numbered from 1 in each owner. Its anchor is its id."""
    owners: dict[str, Mechanism | Record | Item] = {
        **corpus.mechanisms,
        **corpus.records,
        **corpus.items,
    }
    for owner, model in sorted(owners.items()):
        ids = columns.source_ids(model.sources)
        pairs = zip(ids, model.sources, strict=True)
        for number, (source_id, source) in enumerate(pairs, 1):
            yield TableRow(owner, source, source_id, number)


def _source_address(_: Corpus, row: TableRow) -> str | None:
    """The address at which a source was read; None if it has no address."""
    return sentences.address(row.line) or None


class SourceRows(TableDefinition):
    """What was read for each record, mechanism and item."""

    TITLE = ui("Sources")
    NAME = "sources"
    ROWS = _source_rows
    KEY = "owner id"

    owner = columns.OWNER
    """The record, mechanism or item of the Dakar consultation whose source it is."""
    id = columns.ANCHOR
    """The id of the source within its owner. Where it is a number, it may change when a
    source is added.
    """
    number = columns.PLACE
    owner_name = columns.owner_name_column("owner", ui("Record"))
    """What the text, organisation or item is called whose source it is."""
    title = columns.plain_column("text", ui("Title"))
    """What was read and who published it, in English."""
    url = columns.plain_column("address", ui("Address"), getter=_source_address)
    """The address at which it was read."""
    kind = columns.code_columns("source-kinds", ui("Kind"))
    """Whether it is the text itself or an official page on it, or what others wrote about
    it.
    """
    copy = columns.plain_column(
        "yes", ui("a third party's copy"), getter=field_of_line("copy_")
    )
    """Whether the address has a copy that somebody else put there."""
    seen = columns.plain_column("day", ui("Read on"))
    """The last day on which somebody read it."""


def _code_rows(corpus: Corpus) -> Iterator[TableRow]:
    """A row for each code of each list, numbered from 1 in its list. Its owner is the
    name of the list, and its anchor is the code.
    """
    for name in code_lists(corpus):
        entries = corpus.vocabularies.entries_of(name)
        for rank, code in enumerate(codes_of_list(corpus, name), 1):
            yield TableRow(name, entries.get(code), code, rank)


class VocabularyRows(TableDefinition):
    """What the codes of the other tables mean."""

    TITLE = ui("Terms")
    NAME = "vocabulary"
    ROWS = _code_rows
    KEY = "list code"

    list = columns.plain_column("code", ui("List"), getter=lambda _, row: row.owner)
    """The name of the list that the code is of, as this dictionary gives it for a column.
    """
    code = columns.ANCHOR
    """The code, as in the other tables."""
    rank = columns.PLACE
    """The place in the list, from 1."""
    label = columns.words_column(
        ui("Term"), lambda phrases, row: code_labels(phrases, row.owner)[row.anchor]
    )
    """What the code means, in a few words."""
    definition = columns.text_columns(
        ui("Definition"), lambda phrases, row: definition(phrases, row.owner, row.anchor)
    )
    """What the code means, in a sentence."""
    sign = columns.plain_column("text", ui("Signs"))
    """What a matrix shows in place of the words, such as ✓. Most codes have none."""
    pillar = columns.plain_column("code", vocabulary="pillars")
    """The group to which a topic belongs, by its code in the list pillars."""
