"""The tables of the lines of records: provisions, their topics, topics without one, steps, objectives and
indicators, duties to report; who joined which text, signed it, or is named in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus.comparisons import absent_topics
from generators.corpus.corpus import Corpus, Lines
from generators.corpus.located import Adherence
from generators.corpus.order import group_of, nearness
from generators.corpus.state_profile import standing
from generators.document import monitoring, sentences
from generators.document.open_data.columns import RECORD, STATE, Columns, Link, Row, held, source_ids, table
from generators.document.runs import letters
from generators.model.records import Organisation, Party, Power, Record, Signatory
from generators.translate.localizer import ui

SOURCE = Link(("record", "source"), "sources", ("owner", "id"))
_PROVISION = Link(("record", "id"), "provisions", ("record", "id"))


def _lines(corpus: Corpus, of: Lines) -> Iterator[Row]:
    """The lines of a kind of all records."""
    found = (each for name in sorted(corpus.records) for each in corpus.lines_of(name, of))
    return (Row(record, line, anchor, number) for record, anchor, line, number in found)


@table(
    partial(_lines, of="provisions"),
    "record id",
    ui("Provisions"),
    ui(
        "One row for each place of a text: what it says. An amending text and the text as amended both "
        "have rows. To count each once, leave out rows with shown_in."
    ),
    (RECORD, SOURCE, Link(("shown_in",), "records", ("id",))),
    worded=("says", "reference", "record_name", "topics_label"),
)
def provisions(made: Columns) -> None:
    """A row a provision."""
    corpus = made.corpus
    made.record()
    made.anchor()
    made.places()
    made.several("regions", "regions", ui("Regions"), lambda row: corpus.regions(row.owner))
    made.several("topics", "topics", ui("Topics"))
    made.coded("strength", "strengths", ui("Strength"))
    near = ui("How near to trafficking")
    made.coded("about", "nearness", near, lambda row: nearness(corpus, row.owner, row.line))
    made.reference()
    made.said("says", ui("What it says"))
    _group(made)
    _numbers(made)
    made.plain("holds_from", "day", ui("Since"), get=held("from_"))
    made.plain("holds_until", "day", ui("Until"), get=held("until"))
    made.plain("current", "yes", get=lambda row: corpus.current(row.line))
    made.id("shown_in", lambda row: _shown_in(corpus, row))
    made.standing()
    made.id("source", lambda row: _read_in(corpus, row.owner))
    made.sure()


def _shown_in(corpus: Corpus, row: Row) -> str | None:
    """The amended text where topic pages show a line of an amending one; None where they show this one."""
    amended = corpus.amended_topics(row.owner)
    found = [amended.get(topic) for topic in row.line.topics]
    return found[0] if all(found) else None


def _group(made: Columns) -> None:
    """The group of persons for whom alone a line holds."""

    def alone(row: Row) -> str | None:
        return group_of(made.corpus, row.owner, row.anchor) or None

    made.coded("only_for", "groups", ui("Only for"), alone)


def _numbers(made: Columns) -> None:
    """The number that a line sets, the time within which it must be done, and both in words."""
    phrases = made.phrases
    made.measured("value")
    made.plain("value_is", "code", vocabulary="bounds")
    made.measured("within", ui("Within what time"))
    made.worded("value_words", ui("How many"), lambda row: letters(sentences.value(phrases, row.line)))


def _read_in(corpus: Corpus, record: str) -> str | None:
    """The id of the source in which a record was read: the first that is the text itself; None where none
    is.
    """
    sources = corpus.records[record].sources
    named = zip(source_ids(sources), sources, strict=True)
    return next((name for name, each in named if each.kind == "primary"), None)


def _topics(corpus: Corpus) -> Iterator[Row]:
    for each in _lines(corpus, "provisions"):
        yield from (each._replace(line={"topic": topic}) for topic in each.line.topics)


_WHICH = ui("Which provision is on which topic.")


@table(_topics, "record id topic", ui("Topics"), _WHICH, (_PROVISION,), joins=True)
def provision_topics(made: Columns) -> None:
    """A row a provision and topic."""
    made.owner("record")
    made.anchor()
    made.coded("topic", "topics", ui("Topic"))


def _absent(corpus: Corpus) -> Iterator[Row]:
    for name, absent in sorted(absent_topics(corpus).items()):
        for kind, topics in absent.items():
            why = "not-recorded" if kind == "unread" else kind.replace("_", "-")
            yield from (Row(name, {"topic": topic, "absence": why}) for topic in topics)


@table(
    _absent,
    "record topic",
    ui("Silence"),
    ui(
        "Topics on which a record has no provision, and why. Texts of one State only are left out, as in "
        "comparisons."
    ),
    (RECORD,),
)
def silence(made: Columns) -> None:
    """A row a record and topic on which no provision stands, but of one State's own text."""
    made.owner("record")
    made.coded("topic", "topics", ui("Topic"))
    made.coded("absence", "absences", ui("Silence"))


@table(
    partial(_lines, of="steps"),
    "record id",
    ui("Steps of procedures"),
    ui("One row for each step of a procedure: what it asks."),
    (RECORD, SOURCE),
    worded=("does", "reference", "record_name", "stage_label"),
)
def steps(made: Columns) -> None:
    """A row a step of a procedure."""
    corpus = made.corpus
    made.record()
    made.anchor()
    made.place()
    made.places()
    made.coded("stage", "stages", ui("Step of a case"))
    made.several("who", "roles", ui("By whom"))
    made.plain("who_inferred", "yes", get=lambda row: corpus.records[row.owner].who_inferred)
    made.reference()
    made.said("does", ui("What is done"))
    _group(made)
    made.said("time_limit", ui("Time limits"))
    _numbers(made)
    made.standing()
    made.id("source", lambda row: _read_in(corpus, row.owner))
    made.sure()


def _of_plan(made: Columns) -> None:
    """A line of a plan, and its place."""
    made.record()
    made.anchor()
    made.places()
    made.reference()
    made.said("says", ui("What it says"))


_REACHED = ui("One row for each objective of a plan: what the plan wants to reach.")
_COUNTED = ui("One row for each indicator of a plan: what it counts.")


@table(partial(_lines, of="objectives"), "record id", ui("Objectives"), _REACHED, (RECORD,))
def objectives(made: Columns) -> None:
    """A row an objective of a plan."""
    _of_plan(made)
    made.sure()


@table(partial(_lines, of="indicators"), "record id", ui("Indicators"), _COUNTED, (RECORD,))
def indicators(made: Columns) -> None:
    """A row an indicator of a plan."""
    _of_plan(made)
    made.coded("measures", "indicators", ui("Common indicators"))
    made.sure()


def _duties(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.records.items()):
        if model.reporting:
            yield Row(name, model.reporting, "reporting")


_MECHANISM = Link(("to_mechanism",), "mechanisms", ("id",))


@table(_duties, "record", ui("Reporting"), ui("Who reports to whom"), (RECORD, _MECHANISM))
def reporting(made: Columns) -> None:
    """A row a duty to report."""
    phrases = made.phrases
    made.record()
    made.places()
    made.coded("report_by", "roles", ui("Who reports"), held("by"))
    made.said("report_to", ui("To whom"), held("to"))
    made.id("to_mechanism")
    made.measured("every", ui("How often"), days=False)
    often = ui("How often")
    made.worded("every_words", often, lambda row: letters(monitoring.how_often(phrases, row.line)))
    made.said("cadence", ui("Note"))
    made.said("onward", ui("It reports to"), held("onward.to"))
    made.plain("onward_ref", "text", get=held("onward.ref"))
    for name in ("visits", "complaints", "publishes"):
        power = held(name)
        made.plain(name, "code", vocabulary="powers", get=lambda row, power=power: _has(power(row)))
        made.plain(f"{name}_ref", "text", get=held(f"{name}.ref"))
    made.reference()
    made.standing()
    made.sure()


def _has(power: Power | None) -> str | None:
    """Whether a body that gets reports has a power."""
    return power and ("if-agreed" if power.if_agreed else "yes")


# -- who joined ----------------------------------------------------------------------------------------------

_CODES = {
    "binding": "bound",
    "pending": "pending",
    "former": "no-longer-bound",
    "joined": "takes-part",
    "joining": "to-take-part",
    "parted": "took-part",
}
PARTICIPATIONS = tuple(_CODES.values())
"""Where a State or organisation that joined a text may stand to it, in tables and JSON files alike."""


def participation(corpus: Corpus, record: str, party: Party) -> str:
    """Where a State that joined a record stands to it on the day of the data: one of ``PARTICIPATIONS``."""
    return _CODES[standing(corpus, Adherence(record, party))]


def _parties(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.records.items()):
        found = enumerate(_joined(corpus, name, model), 1)
        yield from (Row(name, each, number=number) for number, each in found)


def _joined(corpus: Corpus, name: str, model: Record) -> Iterator[dict[str, Any]]:
    """Who joined a record, signed it or is named in it, by the names of columns."""
    of = model.parties
    if of:
        source = next((each.id for each in model.sources if of.source and each.id == of.source), None)
        whole = corpus.confidence_of(name, of)

        def line(each: Party | Organisation | Signatory, how: str, more: str = "") -> dict[str, Any]:
            own = {field: getattr(each, field) for field in f"since {more}".split()}
            shared = {"source": source, "as_of": of.as_of, "confidence": each.confidence or whole}
            return {"participation": how, **own, **shared}

        for each in of.states:
            since = corpus.bound_since(name, each)
            bound = {"bound_since": since.day, "bound_since_computed": since.computed} if since else {}
            yield {**line(each, participation(corpus, name, each), "state until how note"), **bound}
        for each in of.organisations:
            row = line(each, _organisation(corpus, name, each), "until how note")
            yield {**row, "organisation": each.mechanism}
        yield from (line(each, "signed", "state") for each in of.signatories)
    sure = {"confidence": model.confidence}
    yield from ({"state": state, "participation": "named", **sure} for state in model.named_parties)


def _organisation(corpus: Corpus, name: str, each: Organisation) -> str:
    """What an organisation is to a text; it has no day of its own of entry into force."""
    party = Party.model_construct(state="", since=each.since, until=each.until, in_force_since=None)
    return participation(corpus, name, party)


@table(
    _parties,
    "record number",
    ui("Parties"),
    ui(
        "Who joined, signed or left which text. If parties_known of the record is listed, a State that "
        "is missing was not a party on the day as_of."
    ),
    (RECORD, STATE, Link(("organisation",), "mechanisms", ("id",)), SOURCE),
)
def parties(made: Columns) -> None:
    """A row a State or organisation and record."""
    localizer = made.phrases.localizer

    def name(row: Row) -> str:
        state = row.line.get("state")
        return localizer.state(state) if state else localizer.short(row.line["organisation"]).text

    made.owner("record")
    made.place()
    made.named("record_name", "record", ui("Record"))
    made.id("state")
    made.id("organisation")
    made.worded("party_name", ui("State"), name, "known")
    made.coded("participation", "participations", ui("Who is party"))
    made.plain("since", "day", ui("Party since (day of joining)"))
    made.plain("until", "day", ui("Until"))
    made.plain("bound_since", "day", ui("Binding since"))
    made.plain("bound_since_computed", "yes")
    made.coded("how", "ratification-ways", ui("How it joined"))
    made.said("note", ui("Note"))
    made.id("source")
    made.sure(lambda row: row.line["confidence"])
    made.plain("as_of", "day", ui("As of"))


def _reservations(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.records.items()):
        listed = model.parties.states if model.parties else ()
        told = ((party.state, each) for party in listed for each in party.reservations)
        yield from (Row(name, each, state, number) for number, (state, each) in enumerate(told, 1))


@table(
    _reservations,
    "record number",
    ui("Reservations"),
    ui("What States reserved or declared of a text, which changes or explains how it binds them."),
    (RECORD, STATE, SOURCE),
)
def reservations(made: Columns) -> None:
    """A row a reservation or declaration of a State."""
    corpus = made.corpus

    def sure(row: Row) -> str:
        return row.line.confidence or corpus.confidence_of(row.owner, corpus.records[row.owner].parties)

    made.owner("record")
    made.place()
    made.named("record_name", "record", ui("Record"))
    made.id("state", lambda row: row.anchor)
    made.states("state_name", "state", ui("State"))
    made.coded("kind", "reservation-kinds", ui("Kind"))
    made.plain("refs", "text")
    made.said("says", ui("What it does"))
    made.plain("since", "day", ui("Since"))
    made.plain("withdrawn", "day", ui("Until"))
    made.id("source")
    made.sure(sure)
