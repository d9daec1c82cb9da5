"""The OHCHR Principles and Guidelines as a lens: the topics that each bears on, with the strongest provisions
there.
"""

from __future__ import annotations

from generators.corpus import comparisons
from generators.corpus.comparisons import TopicOfPrinciple
from generators.document.blocks import Block, Document, Entries, Entry, Item, List, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.runs import joined
from generators.model.vocabulary import Entry as VocabularyEntry


def document(phrases: Phrases) -> Document:
    """All Principles, then all Guidelines."""
    lead = phrases.ui(
        "The Dakar consultation named them as the common reference point. Each principle leads to the "
        "topics it bears on, and to the strongest provisions recorded there."
    )
    head: list[Block] = [Paragraph(lead, "lead")]
    if record := next((name for name in phrases.corpus.records if name.startswith("ohchr/principles")), ""):
        head.append(Paragraph(phrases.title_link(record)))
    entries = phrases.corpus.vocabularies.of("principles")
    groups = ((phrases.ui("Principles"), "principles", "p"), (phrases.ui("Guidelines"), "guidelines", "g"))
    sections = [
        Section(
            heading,
            [
                Entries(
                    [_entry(phrases, code, each) for code, each in entries.items() if code[0] == letter],
                    "articles",
                )
            ],
            anchor,
        )
        for heading, anchor, letter in groups
    ]
    return Document(head, sections)


def _entry(phrases: Phrases, code: str, entry: VocabularyEntry) -> Entry:
    sure = phrases.confidence(entry.confidence) if entry.confidence else []
    topics = [_topic(phrases, each) for each in comparisons.topics_of_principle(phrases.corpus, code)]
    return Entry(
        text=phrases.definition("principles", code),
        about=[joined((phrases.reference(entry.ref), sure))],
        label=phrases.label("principles", code),
        anchor=code,
        more=[List(topics)] if topics else [],
    )


def _topic(phrases: Phrases, each: TopicOfPrinciple) -> Item:
    strongest = (
        [
            phrases.strength(located.provision.strength),
            " ",
            *phrases.cited(
                phrases.name(located.record, located.anchor), located.provision.ref, located.record
            ),
        ]
        for located in each.strongest
    )
    counted = phrases.counted("{n} record", "{n} records", each.count)
    return Item(phrases.entry("topics", each.topic), joined((counted, *strongest)))
