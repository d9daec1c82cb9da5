"""The OHCHR Principles and Guidelines as a lens: the topics that each bears on, with the
strongest provisions there.
"""

from __future__ import annotations

from typing import NamedTuple

from generators.corpus import order, tables
from generators.document import quoted_line, sentences
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    List,
    ListItem,
    Paragraph,
    Section,
)
from generators.document.phrases import Phrases
from generators.document.placed_lines import find_provision
from generators.document.runs import Absence, Run, Runs, joined
from generators.model.vocabulary import VocabularyEntry

_NAMED_LINES = 3
"""How many provisions a topic of a principle names."""


class PrincipleGroup(NamedTuple):
    """The Principles, or the Guidelines: entries of the vocabulary by their codes."""

    heading: list[Run]
    anchor: str
    entries: dict[str, VocabularyEntry]


def principle_groups(phrases: Phrases) -> list[PrincipleGroup]:
    """The Principles (codes with "p"), then the Guidelines (codes with "g")."""
    principles: dict[str, VocabularyEntry] = {}
    guidelines: dict[str, VocabularyEntry] = {}
    for code, entry in phrases.corpus.vocabularies.entries_of("principles").items():
        if code.startswith("p"):
            principles[code] = entry
        elif code.startswith("g"):
            guidelines[code] = entry
    return [
        PrincipleGroup(phrases.ui("Principles"), "principles", principles),
        PrincipleGroup(phrases.ui("Guidelines"), "guidelines", guidelines),
    ]


def principles(phrases: Phrases) -> Document:
    """All Principles, then all Guidelines, without a title."""
    lead = phrases.ui(
        "The Dakar consultation named them as the common reference point. Each "
        "principle links to its topics and to their strongest rules."
    )
    head: list[Block] = [Paragraph(lead, "lead")]
    for name in phrases.corpus.records:
        if name.startswith("ohchr/principles"):
            head.append(Paragraph(phrases.title_link(name)))
            break
    sections = []
    for heading, anchor, entries in principle_groups(phrases):
        articles = [
            _principle_entry(phrases, code, entry) for code, entry in entries.items()
        ]
        sections.append(Section(heading, [Entries(articles, "articles")], anchor))
    return Document(head, sections)


def _principle_entry(phrases: Phrases, code: str, principle: VocabularyEntry) -> Entry:
    """A principle (its code): name, text, place, how many organisations answer to it, and
    the topics that it bears on.
    """
    place = phrases.reference(principle.ref)
    about: list[Runs] = [joined((place, phrases.confidence(principle.confidence)))]
    about.append(_answering(phrases, code) if principle.topics else [])
    topics = List([_topic_item(phrases, topic) for topic in principle.topics])
    return Entry(
        phrases.definition("principles", code),
        about,
        phrases.label("principles", code),
        anchor=code,
        more=topics.shown(),
    )


def _answering(phrases: Phrases, code: str) -> list[Run]:
    """How many organisations answer to a principle (its code): by texts that bind, and by
    others. After these: of how many the texts say nothing, or we have nothing.
    """
    silent = phrases.ui("we read the whole text: it says nothing")
    unknown = phrases.ui("we have nothing")
    kinds: list[list[Run]] = [
        phrases.force(True),
        phrases.force(False),
        [Absence(silent=True), " ", *silent],
        [Absence(silent=False), " ", *unknown],
    ]
    numbers = tables.spread(phrases.corpus, code)
    counted = [
        phrases.labelled(kind, phrases.number(number))
        for kind, number in zip(kinds, numbers, strict=True)
        if number
    ]
    return phrases.labelled(phrases.ui("Organisations"), joined(counted))


def _topic_item(phrases: Phrases, code: str) -> ListItem:
    """A topic (its code) of a principle: how many texts speak on it, and the places of
    the first provisions.
    """
    lines = order.ordered(phrases.corpus, phrases.corpus.by_topic[code], code)
    records = {line.record for line in lines}
    about: list[Runs] = [phrases.counted("{n} text", "{n} texts", len(records))]
    for line in lines[:_NAMED_LINES]:
        provision = find_provision(line)
        described = (
            sentences.place(phrases, line),
            phrases.strength(provision.strength),
            quoted_line.time(phrases, line.record, provision),
        )
        about.append(joined(described, phrases.localizer.comma))
    return ListItem(phrases.entry("topics", code), joined(about))
