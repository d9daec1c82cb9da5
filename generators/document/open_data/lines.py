"""The tables of the lines of records: provisions, their topics, topics without one, steps, objectives and
indicators, duties to report.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from generators.corpus.addresses import Target, address
from generators.corpus.comparisons import in_days
from generators.corpus.corpus import Corpus
from generators.corpus.located import LocatedProvision, LocatedStep
from generators.corpus.order import group_of, nearness
from generators.corpus.reporting import next_due
from generators.document import monitoring, sentences
from generators.document.open_data.adherences import SOURCE
from generators.document.open_data.columns import (
    RECORD,
    Columns,
    Link,
    Row,
    Table,
    cell,
    cells,
    source_ids,
    standing,
)
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.records import Power, Provision, Record, Step

_PROVISION = Link(("record", "id"), "provisions", ("record", "id"))


def provisions(phrases: Phrases, base: str = "") -> Table:
    """A row a provision."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "provisions", lambda: _provisions(corpus), base)
    made.record()
    made.id("id")
    made.places()
    made.several("regions", "regions", ui("Regions"))
    made.several("topics", "topics", ui("Topics"))
    made.coded("strength", "strengths", ui("Strength"))
    made.coded("about", "nearness", ui("How near to trafficking"))
    made.reference()
    made.said("says", "record", ui("What it says"))
    made.only_for()
    numbers(phrases, made)
    made.holds("holds_from", "holds_until")
    made.plain("current", "yes")
    made.standing()
    made.id("source")
    made.sure()
    return made.table(
        ui("Provisions"),
        ui("One row for each place of a text: what it says."),
        "record id",
        (RECORD, SOURCE),
        ("says", "reference", "record_name", "topics_label"),
    )


def numbers(phrases: Phrases, made: Columns) -> None:
    """The number that a line sets, the time within which it must be done, and both in words."""
    ui = phrases.localizer.gettext
    made.measured("value", "")
    made.plain("value_is", "text")
    made.measured("within", ui("Within what time"))
    made.worded(
        "value_words", ui("How many"), lambda: [_in_words(phrases, line) for line in made.of("_line")]
    )


def _in_words(phrases: Phrases, line: Provision | Step) -> str | None:
    return letters(sentences.value(phrases, line)) or None if line.value or line.within else None


def _measured(line: Provision | Step) -> Row:
    """The columns of ``numbers``; several units are one length, and no number."""
    found: dict[str, Any] = {"value_is": line.value_is, "_line": line}
    for name, of in (("value", line.value), ("within", line.within)):
        unit, number = next(iter(of.items())) if of and len(of) == 1 else (None, None)
        found |= {name: number, f"{name}_unit": unit, f"{name}_days": in_days(of)}
    return found


def read_in(model: Record) -> str | None:
    """The id of the source in which a record was read: the first that is the text itself; None where none
    is.
    """
    named = zip(source_ids(model.sources), model.sources, strict=True)
    return next((name for name, each in named if each.kind == "primary"), None)


def _of_record(corpus: Corpus, name: str, model: Record) -> Row:
    """What all lines of a record have in common."""
    return {"record": name, **standing(corpus, name)}


def _line(corpus: Corpus, record: str, anchor: str, line: Any) -> Row:
    """Where a line stands, and how sure it is."""
    there = address(Target("record", record, anchor))
    return {"id": anchor, "address": there, "confidence": corpus.confidence_of(record, line)}


def _provisions(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.records.items()):
        of = {**_of_record(corpus, name, model), "source": read_in(model)}
        for anchor, line in zip(corpus.anchors[name].provisions, model.provisions, strict=True):
            located = LocatedProvision(name, anchor, line)
            yield {
                **of,
                **_line(corpus, name, anchor, line),
                **cells(line, "topics strength ref says"),
                **_measured(line),
                "regions": cell(corpus.regions(name)),
                "about": nearness(corpus, located.record, located.provision),
                "only_for": group_of(corpus, located) or None,
                "holds_from": cell(line.from_),
                "holds_until": cell(line.until),
                "current": corpus.current(line),
            }


def provision_topics(phrases: Phrases, base: str = "") -> Table:
    """A row a provision and topic."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext

    def rows() -> Iterator[Row]:
        for name, model in sorted(corpus.records.items()):
            for anchor, line in zip(corpus.anchors[name].provisions, model.provisions, strict=True):
                yield from ({"record": name, "id": anchor, "topic": topic} for topic in line.topics)

    made = Columns(phrases, "provision_topics", rows, base)
    made.id("record")
    made.id("id")
    made.coded("topic", "topics", ui("Topic"))
    meaning = ui("Which provision is on which topic.")
    return made.table(ui("Topics"), meaning, "record id topic", (_PROVISION,), joins=True)


def silence(phrases: Phrases, base: str = "") -> Table:
    """A row a record and topic on which no provision stands."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext

    def rows() -> Iterator[Row]:
        for name, model in sorted(corpus.records.items()):
            spoken, silent = {topic for line in model.provisions for topic in line.topics}, {*model.silent}
            for topic in corpus.vocabularies.of("topics"):
                if topic in silent or topic not in spoken:
                    why = "read-silent" if topic in silent else "not-recorded"
                    yield {"record": name, "topic": topic, "absence": why}

    made = Columns(phrases, "silence", rows, base)
    made.id("record")
    made.coded("topic", "topics", ui("Topic"))
    made.coded("absence", "absences", ui("Silence"))
    return made.table(
        ui("Silence"),
        ui("Topics on which a record has no provision, and why."),
        "record topic",
        (RECORD,),
    )


def steps(phrases: Phrases, base: str = "") -> Table:
    """A row a step of a procedure."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "steps", lambda: _steps(corpus), base)
    made.record()
    made.id("id")
    made.place()
    made.places()
    made.coded("stage", "stages", ui("Step of a case"))
    made.several("who", "roles", ui("By whom"))
    made.plain("who_inferred", "yes")
    made.reference()
    made.said("does", "record", ui("What is done"))
    made.only_for()
    made.said("time_limit", "record", ui("Time limits"))
    numbers(phrases, made)
    made.standing()
    made.id("source")
    made.sure()
    return made.table(
        ui("Steps of procedures"),
        ui("One row for each step of a procedure: what it asks."),
        "record id",
        (RECORD, SOURCE),
        ("does", "reference", "record_name", "stage_label"),
    )


def _steps(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.records.items()):
        of = {**_of_record(corpus, name, model), "source": read_in(model), "who_inferred": model.who_inferred}
        for number, (anchor, line) in enumerate(zip(corpus.anchors[name].steps, model.steps, strict=True), 1):
            yield {
                **of,
                **_line(corpus, name, anchor, line),
                **cells(line, "stage who ref does time_limit"),
                **_measured(line),
                "number": number,
                "only_for": group_of(corpus, LocatedStep(name, anchor, line, number)) or None,
            }


def objectives(phrases: Phrases, base: str = "") -> Table:
    """A row an objective of a plan."""
    ui = phrases.localizer.gettext
    made = _of_plans(phrases, "objectives", base)
    made.sure()
    return made.table(ui("Objectives"), ui("Objectives"), "record id", (RECORD,))


def indicators(phrases: Phrases, base: str = "") -> Table:
    """A row an indicator of a plan."""
    ui = phrases.localizer.gettext
    made = _of_plans(phrases, "indicators", base)
    made.coded("measures", "indicators", ui("Common indicators"))
    made.sure()
    return made.table(ui("Indicators"), ui("Indicators"), "record id", (RECORD,))


def _of_plans(phrases: Phrases, name: Literal["objectives", "indicators"], base: str) -> Columns:
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, name, lambda: _of_plan(corpus, name), base)
    made.record()
    made.id("id")
    made.places()
    made.reference()
    made.said("says", "record", ui("What it says"))
    return made


def _of_plan(corpus: Corpus, of: Literal["objectives", "indicators"]) -> Iterator[Row]:
    names = "ref says" if of == "objectives" else "ref says measures"
    for name, model in sorted(corpus.records.items()):
        for anchor, line in zip(getattr(corpus.anchors[name], of), getattr(model, of), strict=True):
            own = {**_line(corpus, name, anchor, line), **cells(line, names)}
            yield {**_of_record(corpus, name, model), **own}


def reporting(phrases: Phrases, base: str = "") -> Table:
    """A row a duty to report."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "reporting", lambda: _duties(corpus), base)
    made.record()
    made.places()
    made.coded("report_by", "roles", ui("Who reports"))
    made.said("report_to", "record", ui("To whom"))
    made.id("to_mechanism")
    made.plain("every", "whole", ui("How often"))
    made.coded("every_unit", "measures", ui("Unit"))
    made.worded("every_words", ui("How often"), lambda: [_often(phrases, name) for name in made.of("record")])
    made.said("cadence", "record", ui("Note"))
    made.plain("last_report", "day", ui("Last report"))
    made.plain("next_report", "day", ui("Next due"))
    made.plain("next_report_computed", "yes")
    made.said("onward", "record", ui("It reports to"))
    made.plain("onward_ref", "text")
    for name in _POWERS:
        made.plain(name, "text")
        made.plain(f"{name}_ref", "text")
    made.reference()
    made.standing()
    made.sure()
    to = Link(("to_mechanism",), "mechanisms", ("id",))
    return made.table(ui("Reporting"), ui("Who reports to whom"), "record", (RECORD, to))


_POWERS = ("visits", "complaints", "publishes")
"""What a body that gets reports may do, by the names of fields and columns."""


def _power(name: str, power: Power | None) -> Iterator[tuple[str, str | None]]:
    """The columns of a power: whether the body has it, and where the text says so."""
    yield name, power and ("if-agreed" if power.if_agreed else "yes")
    yield f"{name}_ref", power and power.ref


def _often(phrases: Phrases, name: str) -> str | None:
    return letters(monitoring.how_often(phrases, phrases.corpus.records[name].reporting)) or None


def _duties(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted(corpus.records.items()):
        if duty := model.reporting:
            due, every = next_due(duty), duty.every or {}
            unit, number = next(iter(every.items())) if len(every) == 1 else (None, None)
            yield {
                **_of_record(corpus, name, model),
                **_line(corpus, name, "reporting", duty),
                **cells(duty, "to_mechanism cadence ref"),
                "onward": duty.onward and duty.onward.to,
                "onward_ref": duty.onward and duty.onward.ref,
                **{name: cell for power in _POWERS for name, cell in _power(power, getattr(duty, power))},
                "report_by": duty.by,
                "report_to": duty.to,
                "every": number,
                "every_unit": unit,
                "last_report": cell(duty.last),
                "next_report": cell(due.day) if due else None,
                "next_report_computed": due.computed if due else None,
            }
