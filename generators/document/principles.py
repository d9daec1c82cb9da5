"""The OHCHR Principles and Guidelines as a lens: the topics that each bears on, with the strongest provisions
there.
"""

from __future__ import annotations

from generators.corpus import comparisons
from generators.corpus.comparisons import TopicOfPrinciple
from generators.corpus.principle_matrix import principle_matrix
from generators.document.blocks import Block, Document, Entries, Entry, Item, List, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.runs import Absence, Annotation, Run, joined
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
    sections = [
        Section(
            heading,
            [Entries([_entry(phrases, code, each) for code, each in entries.items()], "articles")],
            anchor,
        )
        for heading, anchor, entries in groups(phrases)
    ]
    return Document(head, sections)


def _entry(phrases: Phrases, code: str, entry: VocabularyEntry) -> Entry:
    sure = phrases.confidence(entry.confidence) if entry.confidence else []
    topics = [_topic(phrases, each) for each in comparisons.topics_of_principle(phrases.corpus, code)]
    return Entry(
        text=phrases.definition("principles", code),
        about=[joined((phrases.reference(entry.ref), sure)), _spread(phrases, code) if topics else []],
        label=phrases.label("principles", code),
        anchor=code,
        more=[List(topics)] if topics else [],
    )


def _spread(phrases: Phrases, code: str) -> list[Run]:
    """How many mechanisms answer to a principle, by what force, and of how many nothing is known, or their
    texts say nothing.
    """
    found = principle_matrix(phrases.corpus).spread(code)
    silent = [Absence(silent=True), " ", *phrases.ui("the text, read in full, says nothing")]
    unknown = [Absence(silent=False), " ", *phrases.ui("nothing recorded here")]
    counted = (
        (phrases.force(True), found.binding),
        (phrases.force(False), found.not_binding),
        (silent, found.silent),
        (unknown, found.unknown),
    )
    each = joined(phrases.labelled(words, phrases.number(n)) for words, n in counted if n)
    return phrases.labelled(phrases.ui("Mechanisms"), each) if each else []


def row(phrases: Phrases, code: str, entry: VocabularyEntry) -> list[Run]:
    """A principle in the matrix: its name, which leads to its text, and its place in the document."""
    ref = phrases.reference(entry.ref)
    return [*phrases.entry("principles", code), *([" ", Annotation(ref)] if ref else [])]


def groups(phrases: Phrases) -> list[tuple[list[Run], str, dict[str, VocabularyEntry]]]:
    """Principles, then Guidelines: heading, anchor, entries by code."""
    entries = phrases.corpus.vocabularies.of("principles")
    named = ((phrases.ui("Principles"), "principles", "p"), (phrases.ui("Guidelines"), "guidelines", "g"))
    return [
        (heading, anchor, {code: each for code, each in entries.items() if code[0] == letter})
        for heading, anchor, letter in named
    ]


def _topic(phrases: Phrases, each: TopicOfPrinciple) -> Item:
    strongest = (
        [
            phrases.strength(located.provision.strength),
            " ",
            *phrases.cited(
                phrases.name(located.record, located.anchor), located.provision.ref, located.record
            ),
        ]
        for located in each.first
    )
    counted = phrases.counted("{n} record", "{n} records", each.count)
    return Item(phrases.entry("topics", each.topic), joined((counted, *strongest)))
