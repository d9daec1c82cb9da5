"""Every number with a unit that a text sets, across all records, the smallest first."""

from __future__ import annotations

from itertools import groupby

from generators.corpus import numbers
from generators.corpus.addresses import Target
from generators.corpus.numbers import NumberGroup, PlacedNumber
from generators.document import monitoring, parties, sentences
from generators.document.blocks import Block, Document, Entries, Entry, Item, List, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Share, joined
from generators.model.records import Provision, Reporting, Step


def document(phrases: Phrases) -> Document:
    """All numbers, without a title: topics, steps of a case, reports, final clauses."""
    lead = phrases.ui(
        "How long, how often, how many: every number that a text sets, beside those of the other texts, "
        "the smallest first."
    )
    note = phrases.ui(
        "Hours, days, months and years are put in order by their length and never added up. What a number "
        "counts is said by the sentence beside it: not everything that stands here side by side is the same "
        "thing."
    )
    by_place = [
        list(groups) for _, groups in groupby(numbers.numbers(phrases.corpus), key=lambda group: group.anchor)
    ]
    if not by_place:
        return Document(
            [Paragraph(lead, "lead"), Paragraph(phrases.ui("No number is recorded here yet."))], []
        )
    contents = List([_place(phrases, groups) for groups in by_place], "columns")
    head: list[Block] = [Paragraph(lead, "lead"), contents, Paragraph(note, "note")]
    return Document(head, [_section(phrases, groups) for groups in by_place])


def of_topic(phrases: Phrases, code: str) -> list[Block]:
    """What leads from a topic to its numbers; nothing where no text sets one."""
    if not numbers.has_numbers(phrases.corpus, code):
        return []
    place = Target("page", "numbers", numbers.anchor("topics", code))
    return [Paragraph([Link(phrases.ui("The numbers that texts set on this topic, side by side"), place)])]


def _place(phrases: Phrases, groups: list[NumberGroup]) -> Item:
    """What leads to a section, with the smallest and the largest of its first numbers."""
    first = groups[0]
    ends = [_number(phrases, first, line) for line in (first.lines[0], first.lines[-1])]
    link = [Link(_heading(phrases, first.of, first.code), Target("page", "numbers", first.anchor))]
    return Item(link, ends[0] if ends[0] == ends[1] else joined(ends, "\u00a0– "))


def _section(phrases: Phrases, groups: list[NumberGroup]) -> Section:
    of, code = groups[0].of, groups[0].code
    parts = [
        Section(
            _kind(phrases, group),
            [Entries([_entry(phrases, group, line) for line in group.lines], "numbers")],
        )
        for group in groups
    ]
    if of == "topics":
        question = phrases.plain(phrases.localizer.word("topics", code, "question"))
        lead = [Paragraph(phrases.linked("topic", code, question))]
    elif of == "stages":
        lead = [Paragraph(phrases.linked("stage", code, phrases.ui("This step in all procedures")))]
    else:
        lead = []
    return Section(_heading(phrases, of, code), [*lead, *parts], groups[0].anchor)


def _heading(phrases: Phrases, of: str, code: str) -> list[Run]:
    if of == "stages":
        return phrases.labelled(phrases.ui("Step of a case"), phrases.label(of, code))
    headings = {"reporting": phrases.ui("Reporting"), "entry-into-force": phrases.ui("Entry into force")}
    return headings[of] if of in headings else phrases.label(of, code)


def _kind(phrases: Phrases, group: NumberGroup) -> list[Run]:
    """What the numbers of a group are."""
    if group.unit != "time":
        return phrases.label("measures", group.unit)
    return {
        "value": phrases.ui("Lengths of time and ages"),
        "within": phrases.ui("Time limits"),
        "every": phrases.ui("How often reports are due"),
        "after": phrases.ui("How long after the last ratification needed"),
    }[group.what]


def _entry(phrases: Phrases, group: NumberGroup, line: PlacedNumber) -> Entry:
    record, each = line.record, line.line
    said = _said(phrases, line)
    place = phrases.cited(phrases.name(record, line.anchor), each.ref, record)
    # of a final clause the status is all that is said of it
    status = [] if phrases.corpus.group(record) == "standing" and said else sentences.status(phrases, record)
    about = joined(
        (
            phrases.strength(each.strength) if isinstance(each, Provision) else [],
            place,
            phrases.force_beside(record),
            _bound(phrases, record),
            status,
            phrases.confidence(phrases.corpus.confidence_of(record, each)),
        )
    )
    bar = [Share(line.share)] if len(group.lines) > 1 else []
    value = [*_number(phrases, group, line), *bar]
    return Entry(said or about, [about] if said else [], value=value)


def _number(phrases: Phrases, group: NumberGroup, line: PlacedNumber) -> list[Run]:
    """A number as its text sets it: within, at least, at most, every so much."""
    if isinstance(line.line, Reporting):
        return monitoring.how_often(phrases, line.line)
    measure = phrases.measure(dict(line.measure))
    if group.what == "within":
        return phrases.ui("within {length}", length=measure)
    value_is = line.line.value_is if isinstance(line.line, Provision | Step) else None
    return sentences.bounded(phrases, measure, value_is)


def _said(phrases: Phrases, line: PlacedNumber) -> list[Run]:
    """The sentence that a number stands in; empty where the clause says nothing but the number."""
    each = line.line
    if isinstance(each, Provision):
        return phrases.text_of(line.record, each.says)
    if isinstance(each, Step):
        return phrases.text_of(line.record, each.does)
    if isinstance(each, Reporting):
        to = phrases.labelled(phrases.ui("To whom"), phrases.text_of(line.record, each.to))
        cadence = phrases.text_of(line.record, each.cadence) if each.cadence else []
        return joined((phrases.label("roles", each.by), to, cadence))
    return []


def _bound(phrases: Phrases, record: str) -> list[Run]:
    """How many States a binding text binds today, or that nobody has recorded it."""
    corpus = phrases.corpus
    if not corpus.binds(record):
        return []
    return parties.states_bound(phrases, record) or phrases.ui("its parties are not recorded here")
