"""The tables of the lines of records: provisions, their topics, topics without one, steps, objectives and
indicators, duties to report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from generators.corpus.addresses import Target, address
from generators.corpus.comparisons import in_days
from generators.corpus.corpus import Corpus
from generators.corpus.groups import group_of
from generators.corpus.located import LocatedProvision, LocatedStep
from generators.corpus.order import nearness
from generators.corpus.reporting import next_due
from generators.document import monitoring, sentences
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
    source_ids,
    together,
)
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.citations import last_read
from generators.model.records import Provision, Record, Step

_PROVISION = Link(("record", "id"), "provisions", ("record", "id"))


def provisions(phrases: Phrases, base: str = "") -> Table:
    """A row a provision."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "provisions", lambda: _provisions(corpus), base)
    made.record()
    made.line()
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
    made.plain("current", "yes", ui("Whether it is the version that holds on the day of the data."))
    made.standing()
    made.source()
    made.sure()
    return made.table(
        ui("Provisions"),
        ui("What each place of a text says, a row each."),
        "record id",
        (RECORD, SOURCE),
        ("says", "reference", "record_name", "topics_label"),
    )


def numbers(phrases: Phrases, made: Columns) -> None:
    """The number that a line sets, the time within which it must be done, and both in words."""
    ui = phrases.localizer.gettext
    made.measured("value", "", ui("A number that the text sets; none where it sets several at once."))
    meaning = ui("least if the text says at least so much, most if it says at most so much.")
    made.plain("value_is", "text", meaning)
    made.measured("within", ui("Within what time"))
    words = Column("value_words", "text", ui("How many"), ui("How many"))
    made.add(words, lambda: [_in_words(phrases, line) for line in made.of("_line")])


def _in_words(phrases: Phrases, line: Provision | Step) -> str | None:
    return letters(sentences.value(phrases, line)) or None if line.value or line.within else None


NUMBERS = "value value_unit value_days value_is within within_unit within_days _line"


def measured(line: Provision | Step) -> tuple:
    """The columns of ``NUMBERS``."""
    return (*_measure(line.value), line.value_is, *_measure(line.within), line)


def _measure(of: Mapping[str, int] | None) -> tuple[int | None, str | None, float | None]:
    """A number with its unit, and in days; several units are one length, and no number."""
    if of and len(of) == 1:
        (unit, number) = next(iter(of.items()))
        return number, unit, in_days(of)
    return None, None, in_days(of)


def read_in(model: Record) -> str | None:
    """The id of the source in which a record was read: the first that is the text itself; None where none
    is.
    """
    named = zip(source_ids(model.sources), model.sources, strict=True)
    return next((name for name, each in named if each.kind == "primary"), None)


STANDING = "binding binds status"


def standing(corpus: Corpus, record: str) -> tuple[bool, bool, str]:
    """The columns of ``STANDING``."""
    return corpus.records[record].binding, corpus.binds(record), corpus.status(record)


def _provisions(corpus: Corpus) -> Own:
    return own(
        f"record id address regions topics strength about ref says only_for {NUMBERS} holds_from holds_until "
        f"current {STANDING} source confidence as_of",
        _each(corpus),
    )


def _each(corpus: Corpus) -> Iterator[tuple]:
    for name, model in sorted(corpus.records.items()):
        rest = (*standing(corpus, name), read_in(model))
        regions, as_of = together(corpus.regions(name)), day(last_read(model.sources))
        for anchor, line in zip(corpus.anchors[name].provisions, model.provisions, strict=True):
            yield (
                name,
                anchor,
                address(Target("record", name, anchor)),
                regions,
                together(line.topics),
                line.strength,
                nearness(corpus, LocatedProvision(name, anchor, line)),
                line.ref,
                line.says,
                group_of(corpus, LocatedProvision(name, anchor, line)) or None,
                *measured(line),
                day(line.from_),
                day(line.until),
                corpus.current(line),
                *rest,
                corpus.confidence_of(name, line),
                as_of,
            )


def provision_topics(phrases: Phrases, base: str = "") -> Table:
    """A row a provision and topic."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext

    def rows() -> Iterator[tuple[str, str, str]]:
        for name, model in sorted(corpus.records.items()):
            for anchor, line in zip(corpus.anchors[name].provisions, model.provisions, strict=True):
                yield from ((name, anchor, topic) for topic in line.topics)

    made = Columns(phrases, "provision_topics", lambda: own("record id topic", rows()), base)
    made.id("record")
    made.line()
    made.coded("topic", "topics", ui("Topic"))
    meaning = ui("Which provision is on which topic.")
    return made.table(ui("Topics"), meaning, "record id topic", (_PROVISION,), joins=True)


def silence(phrases: Phrases, base: str = "") -> Table:
    """A row a record and topic on which no provision stands."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext

    def rows() -> Iterator[tuple[str, str, str]]:
        for name, model in sorted(corpus.records.items()):
            spoken, silent = {topic for line in model.provisions for topic in line.topics}, {*model.silent}
            for topic in corpus.vocabularies.of("topics"):
                if topic in silent:
                    yield name, topic, "read-silent"
                elif topic not in spoken:
                    yield name, topic, "not-recorded"

    made = Columns(phrases, "silence", lambda: own("record topic absence", rows()), base)
    made.id("record")
    made.coded("topic", "topics", ui("Topic"))
    meaning = ui("Whether the text, read in full, says nothing, or nobody has looked.")
    made.coded("absence", "absences", ui("Silence"), meaning)
    return made.table(
        ui("Silence"),
        ui("Topics on which no provision of a record stands, and why."),
        "record topic",
        (RECORD,),
    )


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
