"""The tables of the lines of records: provisions, their topics, topics without one,
steps, objectives and indicators, duties to report; who joined which text, signed it, or
is named in it. The strings are what tables and columns mean to those who read them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

from generators.corpus.comparisons import absent_topics
from generators.corpus.corpus import Corpus, Lines
from generators.corpus.located import Adherence
from generators.corpus.order import nearness
from generators.corpus.state_profile import standing
from generators.document import monitoring, sentences
from generators.document.open_data import columns
from generators.document.open_data.columns import ForeignKey, Row
from generators.document.phrases import Phrases
from generators.model.parties import Organisation, Party, Signatory
from generators.model.records import Record
from generators.text.partial_dates import PartialDate
from generators.translate.localizer import ui

SOURCE = ForeignKey(("record", "source"), "sources", ("owner", "id"))


def _lines(of: Lines) -> Callable[[Phrases], Iterator[Row]]:
    """The lines of a kind of all records."""

    def rows(phrases: Phrases) -> Iterator[Row]:
        for name in sorted(phrases.corpus.records):
            for each in phrases.corpus.lines_of(name, of):
                yield Row(name, each.line, each.anchor, each.number)

    return rows


def _read_in(corpus: Corpus, row: Row) -> str | None:
    """The id of the source in which a record was read: the first that is the text itself;
    None where none is.
    """
    sources = corpus.records[row.owner].sources
    named = zip(columns.source_ids(sources), sources, strict=True)
    return next((name for name, each in named if each.kind == "primary"), None)


class _Numbers:
    value = columns.amount()
    """The number in the text. It is empty if the text gives several."""
    value_unit = columns.unit("value")
    """The unit of the number in value, such as days, years or persons."""
    value_days = columns.days("value")
    """A length of time in days of the average month or year: to compare by, not to quote.
    """
    value_is = columns.plain("code", vocabulary="bounds")
    """Whether the text says at least or at most that number. It is empty if it says
    neither.
    """
    within = columns.amount(ui("Within what time"))
    """The number of the time within which it must be done."""
    within_unit = columns.unit("within")
    """The unit of the time in within, such as hours or days."""
    within_days = columns.days("within")
    """A length of time in days of the average month or year: to compare by, not to quote.
    """
    value_words = columns.worded(
        ui("How many"), lambda phrases, row: sentences.value(phrases, row.line)
    )
    """The number and the time limit in words."""


class _ReadIn:
    source = columns.plain("code", get=_read_in)
    """The source that holds the text itself: look it up in sources by owner (= record)
    and id. It does not say where this line was read: see confidence.
    """


def _shown_in(corpus: Corpus, row: Row) -> str | None:
    """The amended text where topic pages show a line of an amending one; None where they
    show this one.
    """
    amended = corpus.amended_topics(row.owner)
    found = [amended.get(topic) for topic in row.line.topics]
    return found[0] if all(found) else None


def _applies_from(corpus: Corpus, row: Row) -> PartialDate | None:
    return corpus.applies_from(row.owner, row.line)


class Provisions:
    """One row for each place of a text: what it says. An amending text and the text as
    amended both have rows. To count each once, leave out rows with shown_in.
    """

    TITLE = ui("Provisions")
    ROWS = _lines("provisions")
    KEY = "record id"
    LINKS = (columns.RECORD, SOURCE, ForeignKey(("shown_in",), "records", ("id",)))
    WORDED = ("says", "reference", "record_name", "topics_label")

    of_record = columns.OfRecord
    id = columns.ANCHOR
    address = columns.places()
    regions = columns.REGIONS
    topics = columns.coded("topics", ui("Topics"), several=True)
    """The topics that the line is about."""
    strength = columns.coded("strengths", ui("Strength"))
    """How far the text obliges: whether parties must, should or may, or a principle is
    stated.
    """
    about = columns.near(lambda corpus, row: nearness(corpus, row.owner, row.line))
    in_text = columns.InText
    says = columns.prose(ui("What it says"))
    only_for = columns.ONLY_FOR
    numbers = _Numbers
    holds_from = columns.plain("day", ui("Since"), get=columns.held("from_"))
    """The first day on which the line holds. It is empty if it has held as long as the
    text.
    """
    holds_until = columns.plain("day", ui("Until"), get=columns.held("until"))
    """The first day on which it no longer holds."""
    applies_from = columns.plain("day", ui("Applies from"), get=_applies_from)
    """The day from which the line applies, if that is to come. Before that day it binds
    nobody.
    """
    current = columns.plain("yes", get=lambda corpus, row: corpus.current(row.line))
    """Whether it is the version that holds on the day of the data. It says nothing about
    whether the text itself is in force: see status and binds.
    """
    shown_in = columns.plain("code", get=_shown_in)
    """The amended text where topic pages show the line, by its id. Otherwise it is empty.
    """
    standing = columns.Standing
    read_in = _ReadIn
    confidence = columns.sure()


def _of_topics(phrases: Phrases) -> Iterator[Row]:
    for each in _lines("provisions")(phrases):
        yield from (each._replace(line={"topic": topic}) for topic in each.line.topics)


class ProvisionTopics:
    """Which provision is on which topic."""

    TITLE = ui("Topics")
    ROWS = _of_topics
    KEY = "record id topic"
    LINKS = (ForeignKey(("record", "id"), "provisions", ("record", "id")),)
    JOINS = True

    record = columns.OWNER
    id = columns.ANCHOR
    topic = columns.coded("topics", ui("Topic"))
    """A topic that the line is about."""


def _absent(phrases: Phrases) -> Iterator[Row]:
    for name, absent in sorted(absent_topics(phrases.corpus).items()):
        for kind, topics in absent.items():
            why = "not-recorded" if kind == "unread" else kind.replace("_", "-")
            yield from (Row(name, {"topic": topic, "absence": why}) for topic in topics)


class Silence:
    """Topics on which a record has no provision, and why. Texts of one State only are
    left out, as in comparisons.
    """

    TITLE = ui("Silence")
    ROWS = _absent
    KEY = "record topic"
    LINKS = (columns.RECORD,)

    record = columns.OWNER
    topic = columns.coded("topics", ui("Topic"))
    """A topic on which the record has no provision."""
    absence = columns.coded("absences", ui("Silence"))
    """Whether the text, read in full, says nothing. Otherwise only a part was read, it
    could not be read, or nobody has looked.
    """


class Steps:
    """One row for each step of a procedure: what it asks."""

    TITLE = ui("Steps of procedures")
    ROWS = _lines("steps")
    KEY = "record id"
    LINKS = (columns.RECORD, SOURCE)
    WORDED = ("does", "reference", "record_name", "stage_label")

    of_record = columns.OfRecord
    id = columns.ANCHOR
    number = columns.PLACE
    """The place of the step in its procedure, from 1."""
    address = columns.places()
    stage = columns.coded("stages", ui("Step of a case"))
    """The step of a case to which it belongs, such as detection or return."""
    who = columns.coded("roles", ui("By whom"), several=True)
    """Who acts, such as the police, a shelter or a consulate."""
    who_inferred = columns.plain(
        "yes", get=lambda corpus, row: corpus.records[row.owner].who_inferred
    )
    """Whether who acts is our reading: the source does not name them."""
    in_text = columns.InText
    does = columns.prose(ui("What is done"))
    """Who does what at this step, in our words."""
    only_for = columns.ONLY_FOR
    time_limit = columns.prose(ui("Time limits"))
    """A time limit that no number can say."""
    numbers = _Numbers
    standing = columns.Standing
    read_in = _ReadIn
    confidence = columns.sure()


class _OfPlans:
    of_record = columns.OfRecord
    id = columns.ANCHOR
    address = columns.places()
    in_text = columns.InText
    says = columns.prose(ui("What it says"))


class Objectives:
    """One row for each objective of a plan: what the plan wants to reach."""

    TITLE = ui("Objectives")
    ROWS = _lines("objectives")
    KEY = "record id"
    LINKS = (columns.RECORD,)

    of_plans = _OfPlans
    confidence = columns.sure()


class Indicators:
    """One row for each indicator of a plan: what it counts."""

    TITLE = ui("Indicators")
    ROWS = _lines("indicators")
    KEY = "record id"
    LINKS = (columns.RECORD,)

    of_plans = _OfPlans
    measures = columns.coded("indicators", ui("Common indicators"))
    """Which of our common indicators it counts. It is empty if it counts none of them."""
    confidence = columns.sure()


def _duties(phrases: Phrases) -> Iterator[Row]:
    for name, model in sorted(phrases.corpus.records.items()):
        if model.reporting:
            yield Row(name, model.reporting, "reporting")


def _power(name: Literal["visits", "complaints", "publishes"]) -> Any:
    """Whether a body that gets reports has a power."""

    def has(_: Corpus, row: Row) -> str | None:
        power = getattr(row.line, name)
        return power and ("if-agreed" if power.if_agreed else "yes")

    return columns.plain("code", vocabulary="powers", get=has)


class Reporting:
    """Who reports to whom"""  # noqa: D415 - a title

    TITLE = ui("Reporting")
    ROWS = _duties
    KEY = "record"
    LINKS = (columns.RECORD, ForeignKey(("to_mechanism",), "mechanisms", ("id",)))

    of_record = columns.OfRecord
    address = columns.places()
    report_by = columns.coded("roles", ui("Who reports"), columns.held("by"))
    """Who has to report."""
    report_to = columns.prose(ui("To whom"), "to")
    """Who gets the reports, in our words."""
    to_mechanism = columns.ID
    """The organisation or body that gets the reports, by id."""
    every = columns.amount(ui("How often"))
    """The time between two reports, as a number of the unit in every_unit."""
    every_unit = columns.unit("every")
    """The unit of the time between two reports."""
    every_words = columns.worded(
        ui("How often"), lambda phrases, row: monitoring.how_often(phrases, row.line)
    )
    """The time between two reports in words."""
    cadence = columns.prose(ui("Note"))
    """When a report is due, where a plain interval cannot say it."""
    onward = columns.prose(ui("It reports to"), "onward.to")
    """To whom the body that gets the reports reports in its turn."""
    onward_ref = columns.plain("text", get=columns.held("onward.ref"))
    """The place in the text that says so."""
    visits = _power("visits")
    """Whether the body may visit a State.

    It is empty if no text that we read says so.
    """
    visits_ref = columns.plain("text", get=columns.held("visits.ref"))
    """The place in the text that says so."""
    complaints = _power("complaints")
    """Whether the body may examine what persons complain of.

    It is empty if no text that we read says so.
    """
    complaints_ref = columns.plain("text", get=columns.held("complaints.ref"))
    """The place in the text that says so."""
    publishes = _power("publishes")
    """Whether what the body finds about a State is made public.

    It is empty if no text that we read says so.
    """
    publishes_ref = columns.plain("text", get=columns.held("publishes.ref"))
    """The place in the text that says so."""
    in_text = columns.InText
    standing = columns.Standing
    confidence = columns.sure()


# -- who joined --------------------------------------------------------------------------

_CODES = {
    "binding": "bound",
    "pending": "pending",
    "former": "no-longer-bound",
    "joined": "takes-part",
    "joining": "to-take-part",
    "parted": "took-part",
}
PARTICIPATIONS = tuple(_CODES.values())
"""Where a State or organisation that joined a text may stand to it, in tables and JSON
files alike.
"""


def participation(corpus: Corpus, record: str, party: Party) -> str:
    """Where a State that joined a record stands to it on the day of the data: one of
    ``PARTICIPATIONS``.
    """
    return _CODES[standing(corpus, Adherence(record, party))]


def _parties(phrases: Phrases) -> Iterator[Row]:
    for name, model in sorted(phrases.corpus.records.items()):
        found = enumerate(_joined(phrases.corpus, name, model), 1)
        yield from (Row(name, each, number=number) for number, each in found)


def _joined(corpus: Corpus, name: str, model: Record) -> Iterator[dict[str, Any]]:
    """Who joined a record, signed it or is named in it, by the names of columns."""
    of = model.parties
    if of:
        source = next(
            (each.id for each in model.sources if of.source and each.id == of.source),
            None,
        )
        whole = corpus.confidence_of(name, of)

        def line(
            each: Party | Organisation | Signatory, how: str, more: str = ""
        ) -> dict[str, Any]:
            own = {field: getattr(each, field) for field in f"since {more}".split()}
            sought = of.reservations_sought.as_of if of.reservations_sought else None
            shared = {"source": source, "as_of": of.as_of, "reservations_sought": sought}
            shared["confidence"] = each.confidence or whole
            return {"participation": how, **own, **shared}

        for each in of.states:
            since = corpus.bound_since(name, each)
            bound = (
                {"bound_since": since.day, "bound_since_computed": since.computed}
                if since
                else {}
            )
            yield {
                **line(each, participation(corpus, name, each), "state until how note"),
                **bound,
            }
        for each in of.organisations:
            row = line(each, _organisation(corpus, name, each), "until how note")
            yield {**row, "organisation": each.mechanism}
        yield from (line(each, "signed", "state") for each in of.signatories)
    sure = {"confidence": model.confidence}
    yield from (
        {"state": state, "participation": "named", **sure}
        for state in model.named_parties
    )


def _organisation(corpus: Corpus, name: str, each: Organisation) -> str:
    """What an organisation is to a text; it has no day of its own of entry into force."""
    party = Party.model_construct(
        state="", since=each.since, until=each.until, in_force_since=None
    )
    return participation(corpus, name, party)


def _party(phrases: Phrases, row: Row) -> str:
    state = row.line.get("state")
    return (
        phrases.localizer.state(state)
        if state
        else phrases.localizer.short(row.line["organisation"]).text
    )


class Parties:
    """Who joined, signed or left which text. If parties_known of the record is listed, a
    State that is missing was not a party on the day as_of.
    """

    TITLE = ui("Parties")
    ROWS = _parties
    KEY = "record number"
    LINKS = (
        columns.RECORD,
        columns.STATE,
        ForeignKey(("organisation",), "mechanisms", ("id",)),
        SOURCE,
    )

    record = columns.OWNER
    number = columns.PLACE
    record_name = columns.named("record", ui("Record"))
    state = columns.ID
    organisation = columns.ID
    """The organisation that is a party like a State, by id. It is empty if the party is a
    State.
    """
    party_name = columns.worded(ui("State"), _party, "known")
    """The State, or an organisation that is a party like a State."""
    participation = columns.coded("participations", ui("Who is party"))
    """Its relation to the text on the day of the data. The list participations says what
    each code means.
    """
    since = columns.plain("day", ui("Party since (day of joining)"))
    """The day on which it joined: of ratification, accession or deposit. The text binds
    it from bound_since.
    """
    until = columns.plain("day", ui("Until"))
    """The first day on which the text no longer binds it."""
    bound_since = columns.plain("day", ui("Binding since"))
    """The first day on which the text binds it. A list gives it, or it follows from the
    text's article. It is empty if that day is not known.
    """
    bound_since_computed = columns.plain("yes")
    """true if bound_since follows from the article and was read in no list."""
    how = columns.coded("ratification-ways", ui("How it joined"))
    """The act by which it joined, such as ratification or accession."""
    note = columns.prose(ui("Note"))
    source = columns.ID
    """The list that names it, by its id in sources. The day may come from another source.
    """
    confidence = columns.sure(columns.held("confidence"))
    """How the day on which it joined or signed was checked."""
    as_of = columns.plain("day", ui("As of"))
    """The day on which the list was true. It is empty if the list does not say it. A
    State that joined later may have been added from another source.
    """
    reservations_sought = columns.plain("day", ui("Reservations looked for in a list of"))
    """The day of the list in which we looked for reservations and declarations. The table
    reservations has those that we found. It is empty if we have not looked: then the
    State may have made some.
    """


def _reservations(phrases: Phrases) -> Iterator[Row]:
    for name, model in sorted(phrases.corpus.records.items()):
        listed = model.parties.states if model.parties else ()
        told = ((party.state, each) for party in listed for each in party.reservations)
        yield from (
            Row(name, each, state, number) for number, (state, each) in enumerate(told, 1)
        )


def _of_reservation(corpus: Corpus, row: Row) -> str:
    return row.line.confidence or corpus.confidence_of(
        row.owner, corpus.records[row.owner].parties
    )


class Reservations:
    """What States reserved or declared of a text, which changes or explains how it binds
    them.
    """

    TITLE = ui("Reservations")
    ROWS = _reservations
    KEY = "record number"
    LINKS = (columns.RECORD, columns.STATE, SOURCE)

    record = columns.OWNER
    number = columns.PLACE
    record_name = columns.named("record", ui("Record"))
    state = columns.ANCHOR
    state_name = columns.state_named("state", ui("State"))
    kind = columns.coded("reservation-kinds", ui("Kind"))
    """Whether it is a reservation, a declaration, an understanding or on territories."""
    refs = columns.plain("text")
    """The articles that it is about, as typed."""
    excludes = columns.plain("yes")
    """true if these articles do not bind the State."""
    says = columns.prose(ui("What it does"))
    """What it does. It is empty if we have not read it."""
    since = columns.plain("day", ui("Since"))
    """The day on which it was made."""
    withdrawn = columns.plain("day", ui("Until"))
    """The first day on which it no longer holds."""
    source = columns.ID
    """The id of the source within its record. Where it is a number, it may change when a
    source is added.
    """
    confidence = columns.sure(_of_reservation)
