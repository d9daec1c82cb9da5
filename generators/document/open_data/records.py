"""The tables of records (who each is and where it stands, who adopted it, for which
regions, how it bears on others), of mechanisms, of their members, of States, of sources,
and of what codes mean. The strings are what tables and columns mean to those who read
them.
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
from generators.document.open_data.codes import code_labels, code_lists, definition
from generators.document.open_data.columns import ForeignKey, Row
from generators.document.phrases import Phrases
from generators.document.runs import Runs
from generators.translate.localizer import ui

_FORWARD = (
    "supersedes",
    "is-to-supersede",
    "amends",
    "is-to-amend",
    "implements",
    "related",
)
MECHANISM = ForeignKey(("mechanism",), "mechanisms", ("id",))


def _parties_number(corpus: Corpus, row: Row) -> int | None:
    known = parties.numbers(corpus, row.owner)
    return known.all_ if known else None


def _parties_at_least(corpus: Corpus, row: Row) -> bool | None:
    known = parties.numbers(corpus, row.owner)
    return known.at_least if known else None


def _parties_known(_: Corpus, row: Row) -> str | None:
    """What is known of who is party; None of a text that has no list and that nobody can
    join.
    """
    of = row.line.parties
    if of is None:
        return "not-recorded" if row.line.binding and not row.line.model_of else None
    if of.states:
        return "incomplete" if of.incomplete else "listed"
    return "number-only" if of.count else "signatures-only"


def _text_address(_: Corpus, row: Row) -> str | None:
    return next((each.url for each, _ in official_text.places(row.line)), None)


def _records(phrases: Phrases) -> Iterator[Row]:
    return (Row(name, model) for name, model in sorted(phrases.corpus.records.items()))


class Records:
    """One row for each instrument, action plan and procedure."""

    TITLE = ui("Records")
    ROWS = _records
    KEY = "id"

    id = columns.OWNER
    """By id: the address after instruments/."""
    name = columns.named("id", ui("Record"))
    """What the text is usually called."""
    title = columns.TITLE
    address = columns.places()
    kind = columns.coded("kinds", ui("Kind"))
    """Whether it is an instrument, an action plan or a procedure."""
    type = columns.coded("types", ui("Type"))
    """What sort of instrument or plan it is, such as a convention or a directive."""
    about = columns.near(lambda _, row: row.line.about or NEIGHBOUR)
    mechanisms = columns.plain(
        "codes", get=lambda corpus, row: corpus.adopters(row.owner)
    )
    """The organisations and processes that adopted it, by id."""
    mechanisms_name = columns.worded(
        ui("Mechanisms"), lambda phrases, row: sentences.acronyms(phrases, row.owner)
    )
    """The organisations and processes that adopted it, by their short names."""
    regions = columns.REGIONS
    number = columns.plain("text", ui("Number"))
    """The official number of the text, such as CETS 197."""
    standing = columns.Standing
    status_words = columns.worded(
        "", lambda phrases, row: sentences.status(phrases, row.owner)
    )
    """The status of the record on the day of the data."""
    adopted = columns.plain("day", ui("Adopted"), get=columns.held("adopted.date"))
    """The day on which it was adopted, as exactly as it is known."""
    signed = columns.plain(
        "day", ui("Opened for signature"), get=columns.held("signature.date")
    )
    """The day on which it was opened for signature."""
    in_force = columns.plain("day", ui("In force"))
    """The day on which it entered into force."""
    applies_from = columns.plain("day", ui("Applies from"))
    """The day from which it applies, where that is not the day of its entry into force.
    """
    transposition_due = columns.plain("day", ui("To be transposed by"))
    """The day by which States had to put it into their law."""
    period_from = columns.plain(
        "day", ui("Period begins"), get=columns.held("period.from_")
    )
    """The first day of the time that the plan is for."""
    period_to = columns.plain("day", ui("Period ends"), get=columns.held("period.to"))
    """The last day of the time that the plan is for."""
    extended_to = columns.plain(
        "day", ui("Extended to"), get=columns.held("period.extended_to")
    )
    """The last day of that time, where it was put off."""
    summary = columns.prose(ui("Summary"))
    """What it is, who adopted it and what for, in two or three sentences of our own."""
    language = columns.plain("language")
    """The language in which the record was written."""
    text_address = columns.plain("address", get=_text_address)
    """Where the text itself can be read, official pages first."""
    parties_known = columns.coded("party-lists", ui("Who is party"), _parties_known)
    """Whether we know all parties, some of them, only their number, or nothing."""
    parties_number = columns.plain("whole", ui("Parties"), get=_parties_number)
    """How many are party on the day of the data, organisations included. If a source
    gives a higher number than our list, it is that number. It may be more than the rows
    in parties.
    """
    parties_at_least = columns.plain("yes", get=_parties_at_least)
    """Whether there may be more parties than that number, because the list may lack some.
    """
    read_in_full = columns.plain("yes")
    """Whether the whole text was read, first to last article."""
    confidence = columns.SHOWN
    """The best grade that more than half of its lines reach. A record without lines has
    its own.
    """
    seen = columns.SEEN


def _pairs(
    of: str, each: Callable[[Corpus, str], Iterable[str]]
) -> Callable[[Phrases], Iterator[Row]]:
    """A row a record and what it has in the column ``of``."""

    def rows(phrases: Phrases) -> Iterator[Row]:
        corpus = phrases.corpus
        return (
            Row(record, {of: one})
            for record in sorted(corpus.records)
            for one in each(corpus, record)
        )

    return rows


class RecordMechanisms:
    """Mechanisms and regions of each record."""

    TITLE = ui("Mechanisms")
    ROWS = _pairs("mechanism", Corpus.adopters)
    KEY = "record mechanism"
    LINKS = (columns.RECORD, MECHANISM)
    JOINS = True

    record = columns.OWNER
    mechanism = columns.ID
    mechanism_name = columns.named("mechanism", ui("Mechanism"))


class RecordRegions:
    """Mechanisms and regions of each record."""

    TITLE = ui("Regions")
    ROWS = _pairs("region", Corpus.regions)
    KEY = "record region"
    LINKS = (columns.RECORD,)
    JOINS = True

    record = columns.OWNER
    region = columns.coded("regions", ui("Region"))
    """A region of the organisations that adopted the text."""


def _relations(phrases: Phrases) -> Iterator[Row]:
    for name in sorted(phrases.corpus.records):
        for relation, others in record_profile.relations(phrases.corpus, name):
            if relation in _FORWARD:
                yield from (
                    Row(name, {"relation": relation, "other": other}) for other in others
                )


class Relations:
    """The relations between records. Only the relation “related” is given in both
    directions.
    """

    TITLE = ui("Relations")
    ROWS = _relations
    KEY = "record relation other"
    LINKS = (columns.RECORD, ForeignKey(("other",), "records", ("id",)))

    of_record = columns.OfRecord
    relation = columns.coded("relations", ui("Relations"))
    """How the record relates to the other one: whether it supersedes, amends or
    implements it.
    """
    other = columns.ID
    """By id: the address after instruments/."""
    other_name = columns.named("other", ui("The other record"))
    """What the other text is usually called."""


def _mechanisms(phrases: Phrases) -> Iterator[Row]:
    return (Row(name, model) for name, model in sorted(phrases.corpus.mechanisms.items()))


def _contact(phrases: Phrases, row: Row) -> Runs | None:
    return contact(phrases, row.owner, row.line.contact) if row.line.contact else None


class Mechanisms:
    """One row for each organisation or process: what it is and how to reach its office."""

    TITLE = ui("Mechanisms")
    ROWS = _mechanisms
    KEY = "id"

    id = columns.OWNER
    """By id: the address after instruments/."""
    name = columns.named("id", ui("Mechanism"))
    """The organisation or process, by its shortest usual name."""
    title = columns.TITLE
    address = columns.places()
    kind = columns.coded("mechanism-kinds", ui("Kind"))
    """What sort of body it is, such as an organisation, a treaty body or a process."""
    regions = columns.REGIONS
    """The regions in which it works."""
    part_of = columns.plain("codes", ui("Part of"))
    """The organisations to which it belongs, by id."""
    founded = columns.plain("day", ui("Founded"))
    """The day on which it was founded, as exactly as it is known."""
    seat_country = columns.plain("code", get=columns.held("seat.country"))
    """The State in which it has its seat, by its code of three letters (ISO 3166-1)."""
    seat_country_name = columns.state_named("seat_country", ui("Seat"))
    """The name of the State in this language."""
    trafficking_body = columns.prose(ui("By whom"))
    """The organ that works against trafficking."""
    powers = columns.prose(ui("What it may ask of States"))
    """What it may ask of States, and what it may do, in our words."""
    contact = columns.worded(ui("Contact"), _contact)
    """Where its office can be reached, in one line."""
    website = columns.plain("address", ui("Website"))
    """The address of its own site."""
    confidence = columns.SHOWN
    seen = columns.SEEN


def _members(phrases: Phrases) -> Iterator[Row]:
    for name, model in sorted(phrases.corpus.mechanisms.items()):
        yield from (
            Row(name, each, number=number) for number, each in enumerate(model.members, 1)
        )


class Members:
    """Which State is or was a member of which mechanism. Mechanisms without a list are
    left out.
    """

    TITLE = ui("Members")
    ROWS = _members
    KEY = "mechanism number"
    LINKS = (MECHANISM, columns.STATE)

    mechanism = columns.OWNER
    number = columns.PLACE
    mechanism_name = columns.named("mechanism", ui("Mechanism"))
    state = columns.ID
    state_name = columns.state_named("state", ui("State"))
    member = columns.plain("yes", get=lambda corpus, row: corpus.is_now(row.line))
    """Whether it is a member on the day of the data."""
    since = columns.plain("day", ui("Since"))
    """The first day of the membership, as exactly as it is known."""
    until = columns.plain("day", ui("Until"))
    """The first day on which it is no longer a member."""
    note = columns.prose(ui("Note"))
    confidence = columns.sure(
        lambda corpus, row: corpus.confidence_in(row.owner, row.line)
    )
    as_of = columns.plain(
        "day",
        ui("As of"),
        get=lambda corpus, row: corpus.mechanisms[row.owner].members_as_of,
    )
    """The day on which the list was true. It is empty if the list does not say it."""


def _states(phrases: Phrases) -> Iterator[Row]:
    """Every State that is named anywhere."""
    mechanisms = phrases.corpus.mechanisms.values()
    seats = {each.seat.country for each in mechanisms if each.seat and each.seat.country}
    return (Row(code) for code in sorted({*phrases.corpus.all_states} | seats))


def _state_page(corpus: Corpus, row: Row) -> str | None:
    return address(Target("state", row.owner)) if row.owner in corpus.all_states else None


class States:
    """States that are named in the other tables."""

    TITLE = ui("States")
    ROWS = _states
    KEY = "code"

    code = columns.OWNER
    """The State, by its code of three letters (ISO 3166-1)."""
    name = columns.state_named("code", ui("State"))
    """The name of the State in this language."""
    address = columns.places(_state_page)


def _sources(phrases: Phrases) -> Iterator[Row]:
    corpus = phrases.corpus
    for name, model in sorted(
        {**corpus.mechanisms, **corpus.records, **corpus.items}.items()
    ):
        named = enumerate(
            zip(columns.source_ids(model.sources), model.sources, strict=True), 1
        )
        yield from (Row(name, each, source, number) for number, (source, each) in named)


class Sources:
    """What was read for each record, mechanism and item."""

    TITLE = ui("Sources")
    ROWS = _sources
    KEY = "owner id"

    owner = columns.OWNER
    """The record, mechanism or item of the Dakar consultation whose source it is."""
    id = columns.ANCHOR
    """The id of the source within its owner. Where it is a number, it may change when a
    source is added.
    """
    number = columns.PLACE
    owner_name = columns.named("owner", ui("Record"))
    """What the text, organisation or item is called whose source it is."""
    title = columns.plain("text", ui("Title"))
    """What was read and who published it, in English."""
    url = columns.plain(
        "address", ui("Address"), get=lambda _, row: sentences.address(row.line) or None
    )
    """The address at which it was read."""
    kind = columns.coded("source-kinds", ui("Kind"))
    """Whether it is the text itself or an official page on it, or what others wrote about
    it.
    """
    copy = columns.plain("yes", ui("a third party's copy"), get=columns.held("copy_"))
    """Whether the address has a copy that somebody else put there."""
    seen = columns.plain("day", ui("Read on"))
    """The last day on which somebody read it."""


def _codes(phrases: Phrases) -> Iterator[Row]:
    for name in code_lists(phrases.corpus):
        entries = phrases.corpus.vocabularies.of(name)
        for rank, code in enumerate(code_labels(phrases, name), 1):
            yield Row(name, entries.get(code), code, rank)


class Vocabulary:
    """What the codes of the other tables mean."""

    TITLE = ui("Terms")
    ROWS = _codes
    KEY = "list code"

    list = columns.plain("code", ui("List"), get=lambda _, row: row.owner)
    """The name of the list that the code is of, as this dictionary gives it for a column.
    """
    code = columns.ANCHOR
    """The code, as in the other tables."""
    rank = columns.PLACE
    """The place in the list, from 1."""
    label = columns.worded(
        ui("Term"), lambda phrases, row: code_labels(phrases, row.owner)[row.anchor]
    )
    """What the code means, in a few words."""
    definition = columns.localized(
        ui("Definition"), lambda phrases, row: definition(phrases, row.owner, row.anchor)
    )
    """What the code means, in a sentence."""
    sign = columns.plain("text", ui("Signs"))
    """What a matrix shows in place of the words, such as ✓. Most codes have none."""
    pillar = columns.plain("code", vocabulary="pillars")
    """The group to which a topic belongs, by its code in the list pillars."""
