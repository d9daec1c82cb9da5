"""The consultation of Dakar, 2010: what it asked for and saw, what has answered since,
what is open; what was announced and presented there.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.located import grouped
from generators.document import blocks as block
from generators.document.blocks import (
    Block,
    Document,
    Entry,
    Fold,
    Paragraph,
    Row,
    Section,
    notes,
    table,
)
from generators.document.phrases import Phrases
from generators.document.record import sources
from generators.document.runs import Run, Strong, joined
from generators.model import items
from generators.model.items import Answer, PageAnswer

_KINDS = ("recommendation", "good-practice", "lesson", "challenge")
_ENDS = ("answered", "in-part", "open")


def document(phrases: Phrases) -> Document:
    """What was announced and what became of it; all items of the consultation, by how
    they ended; then what was presented.
    """
    all_ = [source for model in phrases.corpus.items.values() for source in model.sources]
    found = {
        (source.title, source.url, source.repo, source.path): source for source in all_
    }
    sections = [_announced(phrases), *_items(phrases), _presented(phrases)]
    read = [
        each._replace(role="fold") for each in sources(phrases, tuple(found.values()))
    ]
    return Document(_head(phrases), [*(each for each in sections if each.blocks), *read])


def _of(phrases: Phrases, *kinds: str) -> list[str]:
    return [name for name, model in phrases.corpus.items.items() if model.kind in kinds]


def _head(phrases: Phrases) -> list[Block]:
    ui, names = phrases.ui, _of(phrases, *_KINDS)
    ends = [items.end(phrases.corpus.items[name]) for name in names]
    answered, in_part, left = (phrases.number(ends.count(end)) for end in _ENDS)
    lead = ui(
        "Experts of nine regional mechanisms met the Special Rapporteur on trafficking in persons. They "
        "met in Dakar on 4 and 5 October 2010. This is what they asked for, in our words."
    )
    of = (
        ui("{n} answered", n=answered),
        ui("{n} in part", n=in_part),
        ui("{n} open", n=left),
    )
    counts = joined((phrases.counted("{n} item", "{n} items", len(names)), *of))
    said = ui(
        "Answered means that what was asked for exists now. It does not mean that it works."
    )
    return [Paragraph(lead, "lead"), Paragraph(counts, "facts"), Paragraph(said)]


def _ended(phrases: Phrases, names: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Names by how what they name ended, where any did."""
    for end in _ENDS:
        if own := [
            name for name in names if items.end(phrases.corpus.items[name]) == end
        ]:
            yield end, own


def _items(phrases: Phrases) -> Iterator[Section]:
    """What was asked for, by how it ended; within that by kind."""
    ui, former = phrases.ui, _KINDS
    headings = {
        "answered": ui("Answered"),
        "in-part": ui("Answered in part"),
        "open": ui("Still open"),
    }
    kinds = {
        "recommendation": ui("Recommendations"),
        "good-practice": ui("Good practices"),
        "lesson": ui("Lessons learned"),
        "challenge": ui("Challenges"),
    }
    for end, names in _ended(phrases, _of(phrases, *kinds)):
        said = grouped(
            (phrases.corpus.items[name].kind, _item(phrases, name)) for name in names
        )
        lists = (
            (kinds[kind], block.Entries(said[kind], "articles"))
            for kind in kinds
            if kind in said
        )
        blocks = [Section(heading, [entries]) for heading, entries in lists]
        yield Section(
            phrases.beside(headings[end], len(names)), blocks, end, "fold", former
        )
        former = ()


def _item(phrases: Phrases, name: str) -> Entry:
    model, ui = phrases.corpus.items[name], phrases.ui
    topics = (phrases.entry("topics", topic) for topic in model.topics)
    more: list[Block] = []
    answers = [_answer(phrases, name, each) for each in model.answered_by]
    answers += [_page(phrases, name, each) for each in model.pages]
    if answers:
        counted = phrases.counted("{n} answer since", "{n} answers since", len(answers))
        more.append(Fold(counted, [block.List([*map(block.ListItem, answers)])]))
    if left := phrases.text_of(name, model.still_open):
        more.append(
            Paragraph(
                [Strong([*ui("Still open"), phrases.localizer.colon]), *left], "open"
            )
        )
    about = joined(
        (
            phrases.reference(model.ref, name),
            phrases.confidence(model.confidence),
            *topics,
        )
    )
    text, title, anchor = (
        phrases.text_of(name, model.says),
        phrases.title(name),
        name.partition("/")[2],
    )
    return Entry(text, [about], title, anchor=anchor, more=more)


def _answer(phrases: Phrases, item: str, each: Answer) -> list[Run]:
    sure = phrases.confidence(each.confidence)
    return joined(
        (phrases.labelled(phrases.name(each.id), phrases.text_of(item, each.how)), sure)
    )


def _page(phrases: Phrases, item: str, each: PageAnswer) -> list[Run]:
    titles = {
        "monitoring": phrases.ui("Reporting and indicators"),
        "pathway": phrases.ui("Steps of a case"),
        "terms": phrases.ui("Terms"),
        "topics": phrases.ui("Topics"),
    }
    title = (
        phrases.entry("topics", each.topic)
        if each.topic
        else phrases.page(each.page, titles[each.page])
    )
    return phrases.labelled(title, phrases.text_of(item, each.how))


def _announced(phrases: Phrases) -> Section:
    """What was announced, by whom, and what became of it, by how it ended."""
    ui, folds = phrases.ui, []
    outcomes = {
        "answered": ui("Done"),
        "in-part": ui("Done in part"),
        "open": ui("Not found"),
    }
    columns = (ui("What was announced"), ui("What became of it"))
    for end, names in _ended(phrases, _of(phrases, "announcement")):
        rows = [_announcement(phrases, name) for name in names]
        said = table(outcomes[end], columns, rows, "list", "")
        folds.append(Fold(phrases.beside(outcomes[end], len(names)), [said]))
    return Section(ui("What was announced and what became of it"), folds, "announcement")


def _announcement(phrases: Phrases, name: str) -> Row:
    model = phrases.corpus.items[name]
    where = [*_by(phrases, name), *notes(phrases.reference(model.ref, name))]
    day = [Paragraph(phrases.date(model.day))] if model.day else []
    became = [*day, *_said(phrases, name, items.end(model) != "open")]
    return Row([[Paragraph(phrases.title(name)), *where], became], name.partition("/")[2])


def _presented(phrases: Phrases) -> Section:
    """Which mechanism presented what, and where that is written."""
    ui, rows = phrases.ui, []
    for name in _of(phrases, "presentation"):
        who = _by(phrases, name) or [Paragraph(phrases.title(name))]
        where = [Paragraph(phrases.reference(phrases.corpus.items[name].ref, name))]
        rows.append(Row([who, _said(phrases, name), where], name.partition("/")[2]))
    heading = ui("Who presented what")
    columns = (ui("Mechanism"), ui("What it presented"), ui("Where"))
    made = [table(heading, columns, rows, "list", "")] if rows else []
    return Section(heading, made, "presentation", "fold")


def _by(phrases: Phrases, name: str) -> list[Paragraph]:
    """The mechanisms that announced or presented something."""
    by = phrases.corpus.items[name].by
    return [Paragraph(joined(phrases.name(each) for each in by))] if by else []


def _said(phrases: Phrases, name: str, sure: bool = True) -> list[Paragraph]:
    """What is known of an announcement or a presentation, how surely, and its sources."""
    model = phrases.corpus.items[name]
    grade = phrases.confidence(model.confidence) if sure else []
    links = [
        phrases.outside(each.url, phrases.ui("Source"))
        for each in model.sources
        if each.url
    ]
    said = [Paragraph(joined((phrases.text_of(name, model.says), grade)))]
    return [*said, Paragraph(joined(links))] if links else said
