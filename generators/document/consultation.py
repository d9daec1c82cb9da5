"""The consultation of Dakar, 2010: what it asked for and saw, what has answered since, what is open."""

from __future__ import annotations

from generators.document.blocks import Block, Document, Entries, Entry, Fold, Item, List, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.record import sources
from generators.document.runs import Run, Strong, joined
from generators.model.items import Answer

_KINDS = ("recommendation", "good-practice", "lesson", "challenge")


def document(phrases: Phrases) -> Document:
    """All items of the consultation, by kind."""
    items = phrases.corpus.items
    all_ = [source for model in items.values() for source in model.sources]
    found = {(source.title, source.url, source.repo, source.path): source for source in all_}
    kinds = [_kind(phrases, kind) for kind in _KINDS if any(model.kind == kind for model in items.values())]
    return Document(_head(phrases), [*kinds, *sources(phrases, tuple(found.values()))])


def _head(phrases: Phrases) -> list[Block]:
    items = phrases.corpus.items.values()
    lead = phrases.ui(
        "On 4 and 5 October 2010 experts of nine regional mechanisms met in Dakar with the Special "
        "Rapporteur on trafficking in persons. This is what they asked for, in our words."
    )
    answered = sum(bool(item.answered_by) for item in items)
    still_open = sum(bool(item.still_open) for item in items)
    counts = (
        phrases.counted("{n} item", "{n} items", len(items)),
        phrases.ui("{n} with an answer in a record here", n=phrases.number(answered)),
        phrases.ui("{n} with something still open", n=phrases.number(still_open)),
    )
    return [Paragraph(lead, "lead"), Paragraph(joined(counts), "facts")]


def _kind(phrases: Phrases, kind: str) -> Section:
    ui = phrases.localizer.gettext
    heading = {
        "recommendation": ui("Recommendations"),
        "good-practice": ui("Good practices"),
        "lesson": ui("Lessons learned"),
        "challenge": ui("Challenges"),
    }[kind]
    entries = [_item(phrases, name) for name, model in phrases.corpus.items.items() if model.kind == kind]
    return Section([heading], [Entries(entries, "articles")], kind)


def _item(phrases: Phrases, name: str) -> Entry:
    model = phrases.corpus.items[name]
    topics = (phrases.entry("topics", topic) for topic in model.topics)
    more: list[Block] = []
    if model.answered_by:
        answers = List([Item(_answer(phrases, name, each)) for each in model.answered_by])
        counted = phrases.counted("{n} answer since", "{n} answers since", len(model.answered_by))
        more.append(Fold(counted, [answers]))
    if model.still_open:
        label = [Strong([*phrases.ui("Still open"), phrases.localizer.colon])]
        more.append(Paragraph([*label, *phrases.text_of(name, model.still_open)], "open"))
    return Entry(
        text=phrases.text_of(name, model.says),
        about=[
            joined((phrases.reference(model.ref, name), phrases.confidence_sign(model.confidence), *topics))
        ],
        label=phrases.title(name),
        anchor=name.partition("/")[2],
        more=more,
    )


def _answer(phrases: Phrases, item: str, each: Answer) -> list[Run]:
    sure = [" ", *phrases.confidence_sign(each.confidence)] if each.confidence else []
    return [*phrases.labelled(phrases.name(each.id), phrases.text_of(item, each.how)), *sure]
