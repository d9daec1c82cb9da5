"""One region: its mechanisms, their records, and the topics that these speak on."""

from __future__ import annotations

from generators.corpus import comparisons
from generators.document import sentences
from generators.document.blocks import Block, Document, Item, List, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.runs import Annotation, joined


def mechanisms(phrases: Phrases, code: str) -> list[str]:
    """The mechanisms of a region, in the order of comparisons."""
    corpus = phrases.corpus
    return sorted(corpus.mechanisms_in[code], key=lambda name: comparisons.mechanism_sort_key(corpus, name))


def document(phrases: Phrases, code: str, with_records: bool = True) -> Document:
    """What a region is, without its name; ``with_records`` lists the records of its mechanisms."""
    head: list[Block] = [Paragraph(phrases.definition("regions", code), "lead")]
    records = _records(phrases, code) if with_records else []
    return Document(head, [_mechanisms(phrases, code), *records, _topics(phrases, code)])


def _mechanisms(phrases: Phrases, code: str) -> Section:
    items = [
        Item(
            phrases.title_link(name),
            joined(
                (
                    phrases.plain(phrases.localizer.short(name)),
                    phrases.counted(
                        "{n} record", "{n} records", len(phrases.corpus.records_of.get(name, ()))
                    ),
                )
            ),
        )
        for name in mechanisms(phrases, code)
    ]
    return Section(phrases.ui("Mechanisms"), [List(items, "columns")], "mechanisms")


def _records(phrases: Phrases, code: str) -> list[Section]:
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    headings = {"instrument": ui("Instruments"), "action-plan": ui("Action plans"), "sop": ui("Procedures")}
    own = sorted(
        (name for name in corpus.records if code in corpus.regions(name)), key=corpus.age, reverse=True
    )
    sections = []
    for kind, heading in headings.items():
        items = [sentences.record_item(phrases, name) for name in own if corpus.records[name].kind == kind]
        if items:
            counted = [heading, " ", Annotation(phrases.number(len(items)))]
            sections.append(Section(counted, [List(items, "records")], kind))
    return sections


def _topics(phrases: Phrases, code: str) -> Section:
    corpus = phrases.corpus
    counts = (
        (topic, len({each.record for each in located if code in corpus.regions(each.record)}))
        for topic, located in corpus.by_topic.items()
    )
    items = [
        Item(phrases.entry("topics", topic), phrases.counted("{n} record", "{n} records", number))
        for topic, number in counts
        if number
    ]
    return Section(phrases.ui("Topics"), [List(items, "topics")], "topics")
