"""What the texts that bind a State ask, by pillar and topic: the strongest sentence, and which others
speak; on paper every sentence.
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
    Paragraph,
    Row,
    Section,
    Table,
)
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, joined

_NAMED = 2
"""How many more texts a State's page names under a topic: a reader looks for the strongest, and a State may
be bound by fifty.
"""


def places(phrases: Phrases, binding: Sequence[Adherence]) -> Section | None:
    """By topic, the strongest sentence that binds the State, and which other texts speak on it."""
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
        lambda: Entries([_sentence(phrases, each.strongest, each.topic)], "cells"),
    )
    others = _others(phrases, each)
    return [strongest, Paragraph(others, "note")] if others else [strongest]


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


def _others(phrases: Phrases, each: AskedOfTopic) -> list[Run]:
    """The other texts that speak on a topic, the first few by name; the topic's own page names them all."""
    others = [
        [
            phrases.shared(
                ("asked by", each.topic, lines[0].record),
                lambda lines=lines: _place(phrases, each.topic, lines),
            )
        ]
        for lines in each.records[1 : 1 + _NAMED]
    ]
    if left := len(each.records) - 1 - len(others):
        more = phrases.counted("{n} more text", "{n} more texts", left)
        others.append([Link(more, Target("topic", each.topic, "compare"))])
    return phrases.labelled(phrases.ui("Also binding on this"), joined(others)) if others else []


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
    for lines in each.records:
        entries = [_row_entry(phrases, line, each.topic) for line in lines]
        yield Row([[Paragraph(phrases.name(lines[0].record))], [Entries(entries, "cells")]])


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
