"""The tables of the lines of records: provisions, their topics, topics without one, steps, objectives and
indicators, duties to report; who joined which text, signed it, or is named in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from generators.corpus.comparisons import absent_topics
from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence
from generators.corpus.order import group_of, nearness
from generators.corpus.state_profile import standing
from generators.document import monitoring, sentences
from generators.document.open_data.columns import RECORD, STATE, Columns, Link, Row, Table, held, source_ids
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.records import Organisation, Party, Power, Record, Signatory

SOURCE = Link(("record", "source"), "sources", ("owner", "id"))
_PROVISION = Link(("record", "id"), "provisions", ("record", "id"))


def _lines(corpus: Corpus, of: Literal["provisions", "steps", "objectives", "indicators"]) -> Iterator[Row]:
    """The lines of a kind of all records."""
    for name, model in sorted(corpus.records.items()):
        found = zip(getattr(corpus.anchors[name], of), getattr(model, of), strict=True)
        yield from (Row(name, line, anchor, number) for number, (anchor, line) in enumerate(found, 1))


def provisions(phrases: Phrases, base: str = "") -> Table:
    """A row a provision."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext

    def alone(row: Row) -> str | None:
        return group_of(corpus, row.owner, row.anchor) or None

    made = Columns(phrases, "provisions", lambda corpus: _lines(corpus, "provisions"), base)
    made.record()
    made.anchor()
    made.places()
    made.several("regions", "regions", ui("Regions"), lambda row: corpus.regions(row.owner))
    made.several("topics", "topics", ui("Topics"))
    made.coded("strength", "strengths", ui("Strength"))
    made.coded(
        "about", "nearness", ui("How near to trafficking"), lambda row: nearness(corpus, row.owner, row.line)
    )
    made.reference()
    made.said("says", ui("What it says"))
    made.coded("only_for", "groups", ui("Only for"), alone)
    _numbers(made)
    made.plain("holds_from", "day", ui("Since"), get=held("from_"))
    made.plain("holds_until", "day", ui("Until"), get=held("until"))
    made.plain("current", "yes", get=lambda row: corpus.current(row.line))
    made.id("shown_in", lambda row: _shown_in(corpus, row))
    made.standing()
    made.id("source", lambda row: _read_in(corpus, row.owner))
    made.sure()
    return made.table(
        ui("Provisions"),
        ui(
            "One row for each place of a text: what it says. An amending text and the text as amended both "
            "have rows. To count each once, leave out rows with shown_in."
        ),
        "record id",
        (RECORD, SOURCE, Link(("shown_in",), "records", ("id",))),
        worded=("says", "reference", "record_name", "topics_label"),
    )


def _shown_in(corpus: Corpus, row: Row) -> str | None:
    """The amended text where topic pages show a line of an amending one; None where they show this one."""
    amended = corpus.amended_topics(row.owner)
    found = [amended.get(topic) for topic in row.line.topics]
    return found[0] if all(found) else None


def _numbers(made: Columns) -> None:
    """The number that a line sets, the time within which it must be done, and both in words."""
    phrases, ui = made.phrases, made.phrases.localizer.gettext

    def in_words(row: Row) -> str | None:
        return letters(sentences.value(phrases, row.line)) or None

    made.measured("value")
    made.plain("value_is", "code", vocabulary="bounds")
    made.measured("within", ui("Within what time"))
    made.worded("value_words", ui("How many"), in_words)


def _read_in(corpus: Corpus, record: str) -> str | None:
    """The id of the source in which a record was read: the first that is the text itself; None where none
    is.
    """
    sources = corpus.records[record].sources
    named = zip(source_ids(sources), sources, strict=True)
    return next((name for name, each in named if each.kind == "primary"), None)


def provision_topics(phrases: Phrases, base: str = "") -> Table:
    """A row a provision and topic."""
    ui = phrases.localizer.gettext

    def rows(corpus: Corpus) -> Iterator[Row]:
        for each in _lines(corpus, "provisions"):
            yield from (each._replace(line={"topic": topic}) for topic in each.line.topics)

    made = Columns(phrases, "provision_topics", rows, base)
    made.owner("record")
    made.anchor()
    made.coded("topic", "topics", ui("Topic"))
    meaning = ui("Which provision is on which topic.")
    return made.table(ui("Topics"), meaning, "record id topic", (_PROVISION,), joins=True)


def silence(phrases: Phrases, base: str = "") -> Table:
    """A row a record and topic on which no provision stands, but of one State's own text."""
    ui = phrases.localizer.gettext

    def rows(corpus: Corpus) -> Iterator[Row]:
        for name, absent in sorted(absent_topics(corpus).items()):
            for kind, topics in absent.items():
                why = "not-recorded" if kind == "unread" else kind.replace("_", "-")
                yield from (Row(name, {"topic": topic, "absence": why}) for topic in topics)

    made = Columns(phrases, "silence", rows, base)
    made.owner("record")
    made.coded("topic", "topics", ui("Topic"))
    made.coded("absence", "absences", ui("Silence"))
    return made.table(
        ui("Silence"),
        ui(
            "Topics on which a record has no provision, and why. Texts of one State only are left out, as in "
            "comparisons."
        ),
        "record topic",
        (RECORD,),
    )


def steps(phrases: Phrases, base: str = "") -> Table:
    """A row a step of a procedure."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext

    def alone(row: Row) -> str | None:
        return group_of(corpus, row.owner, row.anchor) or None

    made = Columns(phrases, "steps", lambda corpus: _lines(corpus, "steps"), base)
    made.record()
    made.anchor()
    made.place()
    made.places()
    made.coded("stage", "stages", ui("Step of a case"))
    made.several("who", "roles", ui("By whom"))
    made.plain("who_inferred", "yes", get=lambda row: corpus.records[row.owner].who_inferred)
    made.reference()
    made.said("does", ui("What is done"))
    made.coded("only_for", "groups", ui("Only for"), alone)
    made.said("time_limit", ui("Time limits"))
    _numbers(made)
    made.standing()
    made.id("source", lambda row: _read_in(corpus, row.owner))
    made.sure()
    return made.table(
        ui("Steps of procedures"),
        ui("One row for each step of a procedure: what it asks."),
        "record id",
        (RECORD, SOURCE),
        worded=("does", "reference", "record_name", "stage_label"),
    )


def objectives(phrases: Phrases, base: str = "") -> Table:
    """A row an objective of a plan."""
    ui = phrases.localizer.gettext
    made = _of_plans(phrases, "objectives", base)
    made.sure()
    meaning = ui("One row for each objective of a plan: what the plan wants to reach.")
    return made.table(ui("Objectives"), meaning, "record id", (RECORD,))


def indicators(phrases: Phrases, base: str = "") -> Table:
    """A row an indicator of a plan."""
    ui = phrases.localizer.gettext
    made = _of_plans(phrases, "indicators", base)
    made.coded("measures", "indicators", ui("Common indicators"))
    made.sure()
    meaning = ui("One row for each indicator of a plan: what it counts.")
    return made.table(ui("Indicators"), meaning, "record id", (RECORD,))


def _of_plans(phrases: Phrases, name: Literal["objectives", "indicators"], base: str) -> Columns:
    made = Columns(phrases, name, lambda corpus: _lines(corpus, name), base)
    made.record()
    made.anchor()
    made.places()
    made.reference()
    made.said("says", phrases.localizer.gettext("What it says"))
    return made


def reporting(phrases: Phrases, base: str = "") -> Table:
    """A row a duty to report."""
    ui = phrases.localizer.gettext
    made = Columns(phrases, "reporting", _duties, base)
    made.record()
    made.places()
    made.coded("report_by", "roles", ui("Who reports"), held("by"))
    made.said("report_to", ui("To whom"), held("to"))
    made.id("to_mechanism")
    made.measured("every", ui("How often"), days=False)
    made.worded(
        "every_words",
        ui("How often"),
        lambda row: letters(monitoring.how_often(phrases, row.line)) or None,
    )
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
    to = Link(("to_mechanism",), "mechanisms", ("id",))
    return made.table(ui("Reporting"), ui("Who reports to whom"), "record", (RECORD, to))


def _duties(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.records.items()):
        if model.reporting:
            yield Row(name, model.reporting, "reporting")


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


def parties(phrases: Phrases, base: str = "") -> Table:
    """A row a State or organisation and record."""
    localizer, ui = phrases.localizer, phrases.localizer.gettext

    def name(row: Row) -> str:
        state = row.line.get("state")
        return localizer.state(state) if state else localizer.short(row.line["organisation"]).text

    made = Columns(phrases, "parties", _parties, base)
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
    return made.table(
        ui("Parties"),
        ui(
            "Who joined, signed or left which text. If parties_known of the record is listed, a State that "
            "is missing was not a party on the day as_of."
        ),
        "record number",
        (RECORD, STATE, Link(("organisation",), "mechanisms", ("id",)), SOURCE),
    )


def reservations(phrases: Phrases, base: str = "") -> Table:
    """A row a reservation or declaration of a State."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext

    def sure(row: Row) -> str:
        return row.line.confidence or corpus.confidence_of(row.owner, corpus.records[row.owner].parties)

    made = Columns(phrases, "reservations", _reservations, base)
    made.owner("record")
    made.place()
    made.named("record_name", "record", ui("Record"))
    made.id("state", lambda row: row.anchor)
    made.states("state_name", "state", ui("State"))
    made.coded("kind", "reservation-kinds", ui("Kind"))
    made.plain("refs", "text")
    made.said("says", ui("What it does"))
    made.holds("since", "withdrawn")
    made.id("source")
    made.sure(sure)
    return made.table(
        ui("Reservations"),
        ui("What States reserved or declared of a text, which changes or explains how it binds them."),
        "record number",
        (RECORD, STATE, SOURCE),
    )


def _reservations(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.records.items()):
        listed = model.parties.states if model.parties else ()
        told = ((party.state, each) for party in listed for each in party.reservations)
        yield from (Row(name, each, state, number) for number, (state, each) in enumerate(told, 1))


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
