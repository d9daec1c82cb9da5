"""The consultation of Dakar, 2010: what it asked for and saw, what has answered since, what is open."""

from __future__ import annotations

from generators.document.blocks import Block, Document, Entries, Entry, Fold, Item, List, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.record import sources
from generators.document.runs import Run, Strong, joined
from generators.model.items import Answer

_KINDS = ("recommendation", "good-practice", "lesson", "challenge")


def document(say: Phrases) -> Document:
    """All items of the consultation, by kind."""
    items = say.corpus.items
    found = {source.title: source for model in items.values() for source in model.sources}
    kinds = [_kind(say, kind) for kind in _KINDS if any(model.kind == kind for model in items.values())]
    return Document(_head(say), [*kinds, *sources(say, tuple(found.values()))])


def _head(say: Phrases) -> list[Block]:
    items = say.corpus.items.values()
    lead = say.ui(
        "On 4 and 5 October 2010 experts of nine regional mechanisms met in Dakar with the Special "
        "Rapporteur "
        "on trafficking in persons. This is what they asked for, in our words."
    )
    answered = sum(bool(item.answered_by) for item in items)
    still_open = sum(bool(item.still_open) for item in items)
    counts = (
        say.counted("{n} item", "{n} items", len(items)),
        say.ui("{n} with an answer in a record here", n=say.number(answered)),
        say.ui("{n} with something still open", n=say.number(still_open)),
    )
    return [Paragraph(lead, "lead"), Paragraph(joined(counts), "facts")]


def _kind(say: Phrases, kind: str) -> Section:
    ui = say.localizer.gettext
    heading = {
        "recommendation": ui("Recommendations"),
        "good-practice": ui("Good practices"),
        "lesson": ui("Lessons learned"),
        "challenge": ui("Challenges"),
    }[kind]
    entries = [_item(say, name) for name, model in say.corpus.items.items() if model.kind == kind]
    return Section([heading], [Entries(entries, "articles")], kind)


def _item(say: Phrases, name: str) -> Entry:
    model = say.corpus.items[name]
    topics = (say.entry("topics", topic) for topic in model.topics)
    more: list[Block] = []
    if model.answered_by:
        answers = List([Item(_answer(say, name, each)) for each in model.answered_by])
        counted = say.counted("{n} answer since", "{n} answers since", len(model.answered_by))
        more.append(Fold(counted, [answers]))
    if model.still_open:
        label = [Strong([*say.ui("Still open"), say.localizer.colon])]
        more.append(Paragraph([*label, *say.text_of(name, model.still_open)], "open"))
    return Entry(
        text=say.text_of(name, model.says),
        about=[joined((say.reference(model.ref), say.confidence_sign(model.confidence), *topics))],
        label=say.title(name),
        anchor=name.partition("/")[2],
        more=more,
    )


def _answer(say: Phrases, item: str, each: Answer) -> list[Run]:
    sure = [" ", *say.confidence_sign(each.confidence)] if each.confidence else []
    return [*say.labelled(say.name(each.id), say.text_of(item, each.how)), *sure]
