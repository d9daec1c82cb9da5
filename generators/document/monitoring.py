"""Who must report what to whom, when; and the common indicators."""

from __future__ import annotations

from generators.corpus import tables
from generators.document import sentences
from generators.document.blocks import Blocks, Entries, Entry, Group, Paragraph, Row, Table
from generators.document.phrases import Phrases
from generators.document.runs import Absence, Annotation, Run, joined
from generators.document.topic import named
from generators.model.records import Reporting


def duties(say: Phrases) -> Table | None:
    """All duties to report, those with a date first; None where none is recorded."""
    rows = [_duty(say, record) for record in tables.duties(say.corpus)]
    if not rows:
        return None
    columns = [
        say.ui("Record"),
        say.ui("Who reports"),
        say.ui("To whom"),
        say.ui("How often"),
        say.ui("Next due"),
        say.ui("Status"),
    ]
    caption = say.ui("Reporting duties, those with a date first")
    return Table(caption, columns, [Group([], rows)], "duties")


def _duty(say: Phrases, record: str) -> Row:
    duty = say.corpus.records[record].reporting
    sure = say.confidence_sign(say.corpus.confidence_of(record, duty))
    ref = [" ", Annotation(say.reference(duty.ref))] if duty.ref else []
    to = [*say.text_of(record, duty.to), *ref, " ", *sure]
    status = sentences.status(say, record)
    return Row(
        [
            [Paragraph(named(say, record, "reporting"))],
            [Paragraph(say.label("roles", duty.by))],
            [Paragraph(to)],
            _interval(say, record, duty),
            [Paragraph(_next(say, duty))],
            [Paragraph(status)],
        ]
    )


def _interval(say: Phrases, record: str, duty: Reporting) -> Blocks:
    every = sentences.every(say, duty)
    number = [Paragraph(every, "number")] if every else []
    return [*number, *([Paragraph(say.text_of(record, duty.cadence))] if duty.cadence else [])]


def _next(say: Phrases, duty: Reporting) -> list[Run]:
    if duty.next:
        return say.date(duty.next)
    return [Absence(silent=False, words=say.localizer.gettext("not recorded here"))]


def indicators(say: Phrases) -> Entries:
    """The common indicators: what each counts, in what unit, by what, and who asks for it."""
    return Entries(
        [_indicator(say, code) for code in say.corpus.vocabularies.of("indicators")], "definitions"
    )


def _indicator(say: Phrases, code: str) -> Entry:
    entry = say.corpus.vocabularies.of("indicators")[code]

    def labelled(label: str, part: str) -> list[Run]:
        return say.labelled([label], say.definition("indicators", code, part)) if getattr(entry, part) else []

    ui = say.localizer.gettext
    topics = (say.entry("topics", topic) for topic in entry.topics)
    measured = joined((labelled(ui("Unit"), "unit"), labelled(ui("By"), "disaggregation"), *topics))
    asking = joined((*(_asked_by(say, each) for each in entry.asked_by), *_measuring(say, code)))
    return Entry(
        text=say.definition("indicators", code),
        about=[measured, say.labelled(say.ui("Asked for by"), asking) if asking else []],
        label=say.label("indicators", code),
        anchor=code,
    )


def _asked_by(say: Phrases, each: object) -> list[Run]:
    sure = [" ", *say.confidence_sign(each.confidence)] if each.confidence else []
    return [*say.cited(say.name(each.id), each.ref), *sure]


def _measuring(say: Phrases, code: str) -> list[list[Run]]:
    """The plans whose own indicators measure a common one."""
    return [
        say.name(name, "indicators")
        for name, model in say.corpus.records.items()
        if any(indicator.measures == code for indicator in model.indicators)
    ]
