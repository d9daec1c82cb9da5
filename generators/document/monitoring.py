"""Who must report what to whom, when; and the common indicators."""

from __future__ import annotations

from generators.corpus import tables
from generators.document import sentences
from generators.document.blocks import Blocks, Entries, Entry, Group, Paragraph, Row, Table
from generators.document.phrases import Phrases
from generators.document.runs import Absence, Annotation, Run, joined
from generators.document.topic import named
from generators.model.records import Reporting


def duties(phrases: Phrases) -> Table | None:
    """All duties to report, those with a date first; None where none is recorded."""
    rows = [_duty(phrases, record) for record in tables.duties(phrases.corpus)]
    if not rows:
        return None
    columns = [
        phrases.ui("Record"),
        phrases.ui("Who reports"),
        phrases.ui("To whom"),
        phrases.ui("How often"),
        phrases.ui("Next due"),
        phrases.ui("Status"),
    ]
    caption = phrases.ui("Reporting duties, those with a date first")
    return Table(caption, columns, [Group([], rows)], "duties")


def _duty(phrases: Phrases, record: str) -> Row:
    duty = phrases.corpus.records[record].reporting
    sure = phrases.confidence_sign(phrases.corpus.confidence_of(record, duty))
    ref = [" ", Annotation(phrases.reference(duty.ref, record))] if duty.ref else []
    to = [*phrases.text_of(record, duty.to), *ref, " ", *sure]
    status = sentences.status(phrases, record)
    return Row(
        [
            [Paragraph(named(phrases, record, "reporting"))],
            [Paragraph(phrases.label("roles", duty.by))],
            [Paragraph(to)],
            _interval(phrases, record, duty),
            [Paragraph(_next(phrases, duty))],
            [Paragraph(status)],
        ]
    )


def _interval(phrases: Phrases, record: str, duty: Reporting) -> Blocks:
    every = sentences.every(phrases, duty)
    number = [Paragraph(every, "number")] if every else []
    return [*number, *([Paragraph(phrases.text_of(record, duty.cadence))] if duty.cadence else [])]


def _next(phrases: Phrases, duty: Reporting) -> list[Run]:
    if duty.next:
        return phrases.date(duty.next)
    return [Absence(silent=False, words=phrases.localizer.gettext("not recorded here"))]


def indicators(phrases: Phrases) -> Entries:
    """The common indicators: what each counts, in what unit, by what, and who asks for it."""
    return Entries(
        [_indicator(phrases, code) for code in phrases.corpus.vocabularies.of("indicators")], "definitions"
    )


def _indicator(phrases: Phrases, code: str) -> Entry:
    entry = phrases.corpus.vocabularies.of("indicators")[code]

    def labelled(label: str, part: str) -> list[Run]:
        return (
            phrases.labelled([label], phrases.definition("indicators", code, part))
            if getattr(entry, part)
            else []
        )

    ui = phrases.localizer.gettext
    topics = (phrases.entry("topics", topic) for topic in entry.topics)
    measured = joined((labelled(ui("Unit"), "unit"), labelled(ui("By"), "disaggregation"), *topics))
    asking = joined((*(_asked_by(phrases, each) for each in entry.asked_by), *_measuring(phrases, code)))
    return Entry(
        text=phrases.definition("indicators", code),
        about=[measured, phrases.labelled(phrases.ui("Asked for by"), asking) if asking else []],
        label=phrases.label("indicators", code),
        anchor=code,
    )


def _asked_by(phrases: Phrases, each: object) -> list[Run]:
    sure = [" ", *phrases.confidence_sign(each.confidence)] if each.confidence else []
    return [*phrases.cited(phrases.name(each.id), each.ref), *sure]


def _measuring(phrases: Phrases, code: str) -> list[list[Run]]:
    """The plans whose own indicators measure a common one."""
    return [
        phrases.name(name, "indicators")
        for name, model in phrases.corpus.records.items()
        if any(indicator.measures == code for indicator in model.indicators)
    ]
