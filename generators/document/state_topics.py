"""What the texts that bind a State ask, by pillar and topic: the strongest sentence, and where the others
stand; on paper every sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generators.corpus import addresses
from generators.corpus.addresses import Target
from generators.corpus.asked import AskedOfTopic, asked
from generators.corpus.located import Adherence, LocatedProvision
from generators.document import sentences
from generators.document.blocks import (
    Block,
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Group,
    Item,
    List,
    Paragraph,
    Row,
    Section,
    Table,
)
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, joined


def places(phrases: Phrases, binding: Sequence[Adherence]) -> Section | None:
    """By topic, the strongest sentence that binds the State, and where each text says what it does."""
    found = asked(phrases.corpus, [each.record for each in binding])
    if not found:
        return None
    folds: list[Block] = []
    for number, (pillar, topics) in enumerate(found):
        rows = [Fact(phrases.entry("topics", each.topic), blocks=_topic(phrases, each)) for each in topics]
        counted = phrases.counted("{n} topic", "{n} topics", len(topics))
        summary = joined((phrases.label("pillars", pillar), counted))
        folds.append(Fold(summary, [Facts(rows, "lists")], open=not number))
    return Section(phrases.ui("What they ask, by topic"), folds, "topics")


def _topic(phrases: Phrases, each: AskedOfTopic) -> list[Block]:
    strongest = phrases.shared(
        ("asked", each.topic, each.strongest.record, each.strongest.anchor),
        lambda: Entries([_sentence(phrases, each.strongest)], "cells"),
    )
    items = [Item(_of_strength(phrases, each.topic, *pair)) for pair in each.strengths]
    return [strongest] if each.alone else [strongest, List(items, "bare")]


def _sentence(phrases: Phrases, located: LocatedProvision) -> Entry:
    each, record = located.provision, located.record
    about = joined(
        (
            [*phrases.label("strengths", each.strength)],
            phrases.cited(phrases.name(record, located.anchor), each.ref, record),
            phrases.confidence(phrases.corpus.confidence_of(record, each)),
        )
    )
    sign = phrases.sign("strengths", each.strength, True)
    return Entry(phrases.text_of(record, each.says), [about], value=sentences.value(phrases, each), sign=sign)


def _of_strength(
    phrases: Phrases, topic: str, code: str, records: Sequence[Sequence[LocatedProvision]]
) -> list[Run]:
    """The texts that speak on a topic with one strength."""
    where = [
        [
            phrases.shared(
                ("asked by", topic, code, lines[0].record),
                lambda lines=lines: _place(phrases, topic, lines),
            )
        ]
        for lines in records
    ]
    label = [phrases.sign("strengths", code, True), " ", *phrases.label("strengths", code)]
    return phrases.labelled(label, joined(where))


def _place(phrases: Phrases, topic: str, lines: Sequence[LocatedProvision]) -> list[Run]:
    """A record that speaks on a topic; its name leads to the sentences. It has the sign of its surest line,
    unless the text was read.
    """
    record, rank = lines[0].record, phrases.corpus.vocabularies.rank
    target = Target("topic", topic, addresses.row_anchor(record))
    name = Link(phrases.plain(phrases.localizer.short(record)), target)
    grades = (phrases.corpus.confidence_of(record, line.provision) for line in lines)
    surest = min(grades, key=lambda grade: rank("confidences", grade))
    return [name, " ", *phrases.confidence_sign(surest)] if rank("confidences", surest) else [name]


def every_sentence(phrases: Phrases, binding: Sequence[Adherence]) -> Section | None:
    """By topic, all that binds the State, the strongest first, with what it says."""
    found = asked(phrases.corpus, [each.record for each in binding])
    groups = [
        Group(phrases.entry("topics", each.topic), list(_rows(phrases, each)))
        for _, topics in found
        for each in topics
    ]
    if not groups:
        return None
    heading = phrases.ui("What they ask, by topic")
    table = Table(heading, [phrases.ui("Record"), phrases.ui("What it says")], groups, "provisions")
    return Section(heading, [table], "topics")


def _rows(phrases: Phrases, each: AskedOfTopic) -> Iterator[Row]:
    for _, records in each.strengths:
        for lines in records:
            entries = [_row_entry(phrases, line) for line in lines]
            yield Row([[Paragraph(phrases.name(lines[0].record))], [Entries(entries, "cells")]])


def _row_entry(phrases: Phrases, located: LocatedProvision) -> Entry:
    each = located.provision
    about = joined(
        (
            phrases.reference(each.ref, located.record),
            phrases.label("strengths", each.strength),
            phrases.confidence(phrases.corpus.confidence_of(located.record, each)),
        )
    )
    sign = phrases.sign("strengths", each.strength, True)
    return Entry(
        phrases.text_of(located.record, each.says), [about], value=sentences.value(phrases, each), sign=sign
    )
