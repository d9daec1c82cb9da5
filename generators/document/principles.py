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


def document(say: Phrases) -> Document:
    """All Principles, then all Guidelines."""
    lead = say.ui(
        "The Dakar consultation named them as the common reference point. Each principle leads to the "
        "topics it "
        "bears on, and to the strongest provisions recorded there."
    )
    head: list[Block] = [Paragraph(lead, "lead")]
    if record := next((name for name in say.corpus.records if name.startswith("ohchr/principles")), ""):
        head.append(Paragraph(say.title_link(record)))
    entries = say.corpus.vocabularies.of("principles")
    groups = ((say.ui("Principles"), "principles", "p"), (say.ui("Guidelines"), "guidelines", "g"))
    sections = [
        Section(
            heading,
            [
                Entries(
                    [_entry(say, code, each) for code, each in entries.items() if code[0] == letter],
                    "articles",
                )
            ],
            anchor,
        )
        for heading, anchor, letter in groups
    ]
    return Document(head, sections)


def _entry(say: Phrases, code: str, entry: VocabularyEntry) -> Entry:
    sure = say.confidence(entry.confidence) if entry.confidence else []
    topics = [_topic(say, each) for each in comparisons.topics_of_principle(say.corpus, code)]
    return Entry(
        text=say.definition("principles", code),
        about=[joined((say.reference(entry.ref), sure))],
        label=say.label("principles", code),
        anchor=code,
        more=[List(topics)] if topics else [],
    )


def _topic(say: Phrases, each: TopicOfPrinciple) -> Item:
    strongest = (
        [
            say.strength(located.provision.strength),
            " ",
            *say.cited(say.name(located.record, located.anchor), located.provision.ref),
        ]
        for located in each.strongest
    )
    counted = say.counted("{n} record", "{n} records", each.count)
    return Item(say.entry("topics", each.topic), joined((counted, *strongest)))
