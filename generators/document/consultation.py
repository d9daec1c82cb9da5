"""The consultation of Dakar, 2010: what it asked for and saw, what has answered since, what is open; what was
announced and presented there.
"""

from __future__ import annotations

from generators.document.blocks import (
    Block,
    Blocks,
    Document,
    Entries,
    Entry,
    Fold,
    Group,
    Item,
    List,
    Paragraph,
    Row,
    Section,
    Table,
)
from generators.document.phrases import Phrases
from generators.document.record import sources
from generators.document.runs import Run, Strong, joined
from generators.model import items
from generators.model.items import Answer, PageAnswer

_KINDS = ("recommendation", "good-practice", "lesson", "challenge")
_TABLES = ("announcement", "presentation")


def document(phrases: Phrases) -> Document:
    """All items of the consultation, by kind; then what was announced and presented."""
    models = phrases.corpus.items
    all_ = [source for model in models.values() for source in model.sources]
    found = {(source.title, source.url, source.repo, source.path): source for source in all_}
    kinds = [_kind(phrases, kind) for kind in _KINDS if _of(phrases, kind)]
    tables = [_table(phrases, kind) for kind in _TABLES if _of(phrases, kind)]
    return Document(_head(phrases), [*kinds, *tables, *sources(phrases, tuple(found.values()))])


def _of(phrases: Phrases, *kinds: str) -> list[str]:
    return [name for name, model in phrases.corpus.items.items() if model.kind in kinds]


def _head(phrases: Phrases) -> list[Block]:
    names = _of(phrases, *_KINDS)
    ends = [items.end(phrases.corpus.items[name]) for name in names]
    lead = phrases.ui(
        "On 4 and 5 October 2010 experts of nine regional mechanisms met in Dakar with the Special "
        "Rapporteur on trafficking in persons. This is what they asked for, in our words."
    )
    counts = (
        phrases.counted("{n} item", "{n} items", len(names)),
        phrases.ui("{n} answered", n=phrases.number(ends.count("answered"))),
        phrases.ui("{n} in part", n=phrases.number(ends.count("in-part"))),
        phrases.ui("{n} open", n=phrases.number(ends.count("open"))),
    )
    said = phrases.ui("Answered says that what was asked for exists now, and not that it works.")
    return [Paragraph(lead, "lead"), Paragraph(joined(counts), "facts"), Paragraph(said)]


def _kind(phrases: Phrases, kind: str) -> Section:
    ui = phrases.localizer.gettext
    heading = {
        "recommendation": ui("Recommendations"),
        "good-practice": ui("Good practices"),
        "lesson": ui("Lessons learned"),
        "challenge": ui("Challenges"),
    }[kind]
    entries = [_item(phrases, name) for name in _of(phrases, kind)]
    return Section([heading], [Entries(entries, "articles")], kind)


def _item(phrases: Phrases, name: str) -> Entry:
    model = phrases.corpus.items[name]
    ui = phrases.ui
    ended = {"answered": ui("Answered"), "in-part": ui("In part"), "open": ui("Still open")}[items.end(model)]
    topics = (phrases.entry("topics", topic) for topic in model.topics)
    more: list[Block] = []
    answers = [_answer(phrases, name, each) for each in model.answered_by]
    answers += [_page(phrases, name, each) for each in model.pages]
    if answers:
        counted = phrases.counted("{n} answer since", "{n} answers since", len(answers))
        more.append(Fold(counted, [List([Item(each) for each in answers])]))
    if model.still_open:
        label = [Strong([*ui("Still open"), phrases.localizer.colon])]
        more.append(Paragraph([*label, *phrases.text_of(name, model.still_open)], "open"))
    where = (phrases.reference(model.ref, name), phrases.confidence(model.confidence))
    return Entry(
        text=phrases.text_of(name, model.says),
        about=[joined(([Strong(ended)], *where, *topics))],
        label=phrases.title(name),
        anchor=name.partition("/")[2],
        more=more,
    )


def _answer(phrases: Phrases, item: str, each: Answer) -> list[Run]:
    sure = phrases.confidence(each.confidence) if each.confidence else []
    return joined((phrases.labelled(phrases.name(each.id), phrases.text_of(item, each.how)), sure))


def _page(phrases: Phrases, item: str, each: PageAnswer) -> list[Run]:
    titles = {
        "monitoring": phrases.ui("Reporting and indicators"),
        "pathway": phrases.ui("Steps of a case"),
        "terms": phrases.ui("Terms"),
        "topics": phrases.ui("Topics"),
    }
    title = phrases.entry("topics", each.topic) if each.topic else phrases.page(each.page, titles[each.page])
    return phrases.labelled(title, phrases.text_of(item, each.how))


def _table(phrases: Phrases, kind: str) -> Section:
    """What was announced, or presented, by whom."""
    ui = phrases.ui
    heading, *columns = {
        "announcement": (
            *(ui("What was announced and what became of it"), ui("What was announced")),
            *(ui("What became of it"), ui("Outcome")),
        ),
        "presentation": (ui("Who presented what"), ui("Mechanism"), ui("What it presented"), ui("Where")),
    }[kind]
    rows = [_row(phrases, name) for name in _of(phrases, kind)]
    return Section(heading, [Table(heading, columns, [Group([], rows)], "list", "")], kind)


def _row(phrases: Phrases, name: str) -> Row:
    """What a mechanism presented, or what was announced, by whom, and what became of it."""
    model, ui = phrases.corpus.items[name], phrases.ui
    by = [Paragraph(joined(phrases.name(each) for each in model.by))] if model.by else []
    links = [phrases.outside(each.url, ui("Source")) for each in model.sources if each.url]
    announced, ended = model.kind == "announcement", items.end(model)
    sure = [] if announced and ended == "open" else phrases.confidence(model.confidence)
    place = phrases.reference(model.ref, name)
    title = Paragraph(phrases.title(name))
    said: Blocks = [
        Paragraph(joined((phrases.text_of(name, model.says), sure))),
        *([Paragraph(joined(links))] if links else []),
    ]
    outcome = {"answered": ui("Done"), "in-part": ui("In part"), "open": ui("Not found")}[ended]
    day = phrases.date(model.day) if model.day else []
    last = Paragraph(joined(([Strong(outcome)], day)) if announced else place)
    first = [title, *by, Paragraph(place)] if announced else by or [title]
    return Row([first, said, [last]], name.partition("/")[2])
