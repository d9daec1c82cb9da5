"""What the texts that bind a State ask, by pillar and topic: the sentence that answers best, and how many
other texts speak; on paper every sentence of texts that are nearer than general law.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.addresses import Target
from generators.corpus.asked import AskedOfTopic, asked_of
from generators.corpus.located import LocatedProvision
from generators.document import sentences
from generators.document.blocks import (
    Block,
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Group,
    Paragraph,
    Row,
    Section,
    Table,
)
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, joined


def places(phrases: Phrases, code: str) -> Section | None:
    """By topic, the first sentence that binds a State (``code`` is alpha-3), and how many other texts speak
    on it: a State may be bound by fifty, and the topic's page answers for it in full.
    """
    found = asked_of(phrases.corpus, code)
    if not found:
        return None
    folds: list[Block] = []
    for number, (pillar, topics) in enumerate(found):
        rows = [
            Fact(phrases.entry("topics", each.topic), blocks=_topic(phrases, code, each)) for each in topics
        ]
        counted = phrases.counted("{n} topic", "{n} topics", len(topics))
        summary = joined((phrases.label("pillars", pillar), counted))
        folds.append(Fold(summary, [Facts(rows, "lists")], open=not number))
    return Section(phrases.ui("What they ask, by topic"), folds, "topics")


def _topic(phrases: Phrases, code: str, each: AskedOfTopic) -> list[Block]:
    leading = phrases.shared(
        ("asked", each.topic, each.leading.record, each.leading.anchor),
        lambda: Entries([_sentence(phrases, each.leading, each.topic)], "cells"),
    )
    others = _others(phrases, code, each)
    return [leading, Paragraph(others, "note")] if others else [leading]


def _sentence(phrases: Phrases, located: LocatedProvision, topic: str) -> Entry:
    each, record = located.provision, located.record
    about = joined(
        (
            sentences.only_for(phrases, located, topic),
            [*phrases.label("strengths", each.strength)],
            phrases.cited(phrases.name(record, located.anchor), each.ref, record),
            phrases.confidence(phrases.corpus.confidence_of(record, each)),
        )
    )
    sign = phrases.sign("strengths", each.strength, True)
    return Entry(phrases.text_of(record, each.says), [about], value=sentences.value(phrases, each), sign=sign)


def _others(phrases: Phrases, code: str, each: AskedOfTopic) -> list[Run]:
    """How many other texts that bind the State speak on a topic; it leads to what they say."""
    left = len(each.records) + len(each.general) - 1
    if not left:
        return []
    more = phrases.counted("{n} more text", "{n} more texts", left)
    return [Link(more, Target("topic-in", f"{each.topic}/{code}"))]


def every_sentence(phrases: Phrases, code: str) -> Section | None:
    """By topic, all that binds the State with what it says, in the one order; general law by name alone."""
    found = asked_of(phrases.corpus, code)
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
    for lines in each.records:
        entries = [_row_entry(phrases, line, each.topic) for line in lines]
        yield Row([[Paragraph(phrases.name(lines[0].record))], [Entries(entries, "cells")]])
    if each.general:
        places = joined(
            phrases.cited(phrases.name(line.record, line.anchor), line.provision.ref, line.record)
            for line, *_ in each.general
        )
        yield Row([[Paragraph(sentences.general_law(phrases, len(each.general)))], [Paragraph(places)]])


def _row_entry(phrases: Phrases, located: LocatedProvision, topic: str) -> Entry:
    each = located.provision
    about = joined(
        (
            sentences.only_for(phrases, located, topic),
            phrases.reference(each.ref, located.record),
            phrases.label("strengths", each.strength),
            phrases.confidence(phrases.corpus.confidence_of(located.record, each)),
        )
    )
    sign = phrases.sign("strengths", each.strength, True)
    return Entry(
        phrases.text_of(located.record, each.says), [about], value=sentences.value(phrases, each), sign=sign
    )
