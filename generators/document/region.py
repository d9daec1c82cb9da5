"""One region: its mechanisms, their records, and the topics that these speak on."""

from __future__ import annotations

from generators.corpus import comparisons
from generators.document import sentences
from generators.document.blocks import Block, Document, Item, List, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.runs import Annotation, joined


def mechanisms(say: Phrases, code: str) -> list[str]:
    """The mechanisms of a region, in the order of comparisons."""
    corpus = say.corpus
    return sorted(corpus.mechanisms_in[code], key=lambda name: comparisons.mechanism_sort_key(corpus, name))


def document(say: Phrases, code: str, with_records: bool = True) -> Document:
    """What a region is, without its name; ``with_records`` lists the records of its mechanisms."""
    head: list[Block] = [Paragraph(say.definition("regions", code), "lead")]
    records = _records(say, code) if with_records else []
    return Document(head, [_mechanisms(say, code), *records, _topics(say, code)])


def _mechanisms(say: Phrases, code: str) -> Section:
    items = [
        Item(
            say.title_link(name),
            joined(
                (
                    say.plain(say.localizer.short(name)),
                    say.counted("{n} record", "{n} records", len(say.corpus.records_of.get(name, ()))),
                )
            ),
        )
        for name in mechanisms(say, code)
    ]
    return Section(say.ui("Mechanisms"), [List(items, "columns")], "mechanisms")


def _records(say: Phrases, code: str) -> list[Section]:
    corpus, ui = say.corpus, say.localizer.gettext
    headings = {"instrument": ui("Instruments"), "action-plan": ui("Action plans"), "sop": ui("Procedures")}
    own = sorted(
        (name for name in corpus.records if code in corpus.regions(name)), key=corpus.age, reverse=True
    )
    sections = []
    for kind, heading in headings.items():
        items = [sentences.record_item(say, name) for name in own if corpus.records[name].kind == kind]
        if items:
            counted = [heading, " ", Annotation(say.number(len(items)))]
            sections.append(Section(counted, [List(items, "records")], kind))
    return sections


def _topics(say: Phrases, code: str) -> Section:
    corpus = say.corpus
    counts = (
        (topic, len({each.record for each in located if code in corpus.regions(each.record)}))
        for topic, located in corpus.by_topic.items()
    )
    items = [
        Item(say.entry("topics", topic), say.counted("{n} record", "{n} records", number))
        for topic, number in counts
        if number
    ]
    return Section(say.ui("Topics"), [List(items, "topics")], "topics")
