"""Who must report what to whom, when; and the common indicators."""

from __future__ import annotations

from generators.corpus import tables
from generators.corpus.indicator_matrix import Asking, asking
from generators.corpus.reporting import next_due
from generators.document import reports, sentences
from generators.document.blocks import Block, Blocks, Entries, Entry, Fold, Group, Paragraph, Row, Table
from generators.document.phrases import Phrases
from generators.document.runs import Absence, Annotation, Run, Runs, joined
from generators.document.topic import named
from generators.model.records import Reporting


def duties(phrases: Phrases) -> list[Block]:
    """All duties to report, those with a date first; those of texts whose time is over folded. Nothing where
    none is recorded.
    """
    corpus = phrases.corpus
    found = tables.duties(corpus)
    standing = [record for record in found if corpus.group(record) != "over"]
    over = [record for record in found if corpus.group(record) == "over"]
    caption = phrases.ui("Reporting duties, those with a date first")
    blocks: list[Block] = [_table(phrases, standing, caption, "compare")] if standing else []
    if over:
        counted = phrases.counted(
            "{n} duty of a text whose time is over", "{n} duties of texts whose time is over", len(over)
        )
        blocks.append(Fold(counted, [_table(phrases, over, counted, "")]))
    return blocks


def _table(phrases: Phrases, records: list[str], caption: Runs, anchor: str) -> Table:
    """Duties as a table; a column in which nothing would stand is left out."""
    dated = any(next_due(phrases.corpus.records[record].reporting) for record in records)
    columns = [
        phrases.ui("Record"),
        phrases.ui("Who reports"),
        phrases.ui("To whom"),
        phrases.ui("How often"),
        *([phrases.ui("Next due")] if dated else []),
        phrases.ui("Status"),
    ]
    rows = [_duty(phrases, record, dated) for record in records]
    return Table(caption, columns, [Group([], rows)], "duties", anchor)


def _duty(phrases: Phrases, record: str, dated: bool) -> Row:
    duty = phrases.corpus.records[record].reporting
    sure = phrases.confidence_sign(phrases.corpus.confidence_of(record, duty))
    ref = [" ", Annotation(phrases.reference(duty.ref, record))] if duty.ref else []
    to = [*phrases.text_of(record, duty.to), *ref, " ", *sure]
    return Row(
        [
            [Paragraph(named(phrases, record, "reporting"))],
            [Paragraph(phrases.label("roles", duty.by))],
            [Paragraph(to)],
            _interval(phrases, record, duty),
            *([[Paragraph(_next(phrases, duty))]] if dated else []),
            [Paragraph(sentences.status(phrases, record))],
        ],
        facets={"record": record},
    )


def _interval(phrases: Phrases, record: str, duty: Reporting) -> Blocks:
    every = reports.every(phrases, duty)
    number = [Paragraph(every, "number")] if every else []
    return [*number, *([Paragraph(phrases.text_of(record, duty.cadence))] if duty.cadence else [])]


def _next(phrases: Phrases, duty: Reporting) -> list[Run]:
    absent = Absence(silent=False, words=phrases.localizer.gettext("not recorded here"))
    return reports.next_report(phrases, duty) or [absent]


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
    asked = joined(asked_by(phrases, each) for each in asking(phrases.corpus, code))
    return Entry(
        text=phrases.definition("indicators", code),
        about=[measured, phrases.labelled(phrases.ui("Asked for by"), asked) if asked else []],
        label=phrases.label("indicators", code),
        anchor=code,
    )


def asked_by(phrases: Phrases, each: Asking) -> list[Run]:
    """One who asks for a number, with the place, and how sure that is; of a plan that measures it, the name
    alone.
    """
    name = phrases.name(each.owner, each.anchor)
    if each.measures:
        return name
    return [*phrases.cited(name, each.ref), " ", *phrases.confidence_sign(each.confidence)]
