"""The tables of the other lines of records: steps, objectives and indicators, duties to report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.groups import group_of
from generators.corpus.located import LocatedStep
from generators.corpus.reporting import next_due
from generators.document import monitoring
from generators.document.open_data.adherences import SOURCE
from generators.document.open_data.columns import (
    RECORD,
    Column,
    Columns,
    Link,
    Own,
    Table,
    day,
    own,
    together,
)
from generators.document.open_data.provisions import NUMBERS, STANDING, measured, numbers, read_in, standing
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.citations import last_read


def steps(phrases: Phrases, base: str = "") -> Table:
    """A row a step of a procedure."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "steps", lambda: _steps(corpus), base)
    made.record()
    made.line()
    made.place()
    made.places()
    made.coded("stage", "stages", ui("Step of a case"))
    made.several("who", "roles", ui("By whom"))
    made.plain("who_inferred", "yes", ui("Whether who acts is our reading: the source does not name them."))
    made.reference()
    made.said("does", "record", ui("What is done"))
    made.only_for()
    made.said("time_limit", "record", ui("Time limits"), ui("A time limit that no number can say."))
    numbers(phrases, made)
    made.standing()
    made.source()
    made.sure()
    return made.table(
        ui("Steps of procedures"),
        ui("What procedures ask at each step of a case, a row each."),
        "record id",
        (RECORD, SOURCE),
        ("does", "reference", "record_name", "stage_label"),
    )


def _steps(corpus: Corpus) -> Own:
    names = "record id number address stage who who_inferred ref does only_for time_limit"
    return own(f"{names} {NUMBERS} {STANDING} source confidence as_of", _each_step(corpus))


def _each_step(corpus: Corpus) -> Iterator[tuple]:
    for name, model in sorted(corpus.records.items()):
        rest = (*standing(corpus, name), read_in(model))
        for number, (anchor, line) in enumerate(zip(corpus.anchors[name].steps, model.steps, strict=True), 1):
            yield (
                name,
                anchor,
                number,
                address(Target("record", name, anchor)),
                line.stage,
                together(line.who),
                model.who_inferred,
                line.ref,
                line.does,
                group_of(corpus, LocatedStep(name, anchor, line, number)) or None,
                line.time_limit,
                *measured(line),
                *rest,
                corpus.confidence_of(name, line),
                day(last_read(model.sources)),
            )


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
    made = Columns(phrases, name, lambda: _lines(corpus, name), base)
    made.record()
    made.line()
    made.places()
    made.reference()
    made.said("says", "record", ui("What it says"))
    return made


def _lines(corpus: Corpus, of: Literal["objectives", "indicators"]) -> Own:
    found = (
        (
            name,
            anchor,
            address(Target("record", name, anchor)),
            line.ref,
            line.says,
            getattr(line, "measures", None),
            corpus.confidence_of(name, line),
            day(last_read(model.sources)),
        )
        for name, model in sorted(corpus.records.items())
        for anchor, line in zip(getattr(corpus.anchors[name], of), getattr(model, of), strict=True)
    )
    return own("record id address ref says measures confidence as_of", found)


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
    often = Column("every_words", "text", ui("How often"), ui("How often"))
    made.add(often, lambda: [_often(phrases, name) for name in made.of("record")])
    made.said("cadence", "record", ui("Note"))
    made.plain("last_report", "day", "", ui("Last report"))
    made.plain("next_report", "day", "", ui("Next due"))
    made.plain("next_report_computed", "yes", ui("worked out from the last report"))
    made.reference()
    made.standing()
    made.sure()
    to = Link(("to_mechanism",), "mechanisms", ("id",))
    return made.table(ui("Reporting"), ui("Who reports to whom"), "record", (RECORD, to))


def _often(phrases: Phrases, name: str) -> str | None:
    return letters(monitoring.how_often(phrases, phrases.corpus.records[name].reporting)) or None


def _duties(corpus: Corpus) -> Own:
    names = (
        "record address report_by report_to to_mechanism every every_unit cadence last_report next_report "
        "next_report_computed ref"
    )
    return own(f"{names} {STANDING} confidence as_of", _each_duty(corpus))


def _each_duty(corpus: Corpus) -> Iterator[tuple]:
    for name, model in sorted(corpus.records.items()):
        if duty := model.reporting:
            due, every = next_due(duty), duty.every or {}
            unit, number = next(iter(every.items())) if len(every) == 1 else (None, None)
            yield (
                name,
                address(Target("record", name, "reporting")),
                duty.by,
                duty.to,
                duty.to_mechanism,
                number,
                unit,
                duty.cadence,
                day(duty.last),
                day(due.day if due else None),
                due.computed if due else None,
                duty.ref,
                *standing(corpus, name),
                corpus.confidence_of(name, duty),
                day(last_read(model.sources)),
            )
