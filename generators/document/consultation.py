"""The consultation of Dakar, 2010: what it asked for and saw, and what was announced and
presented there.

Each item says what has answered it since, and what is still open. In all functions
``name`` is the id of an item.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generators.corpus.addresses import Target
from generators.corpus.located import grouped
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fold,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    Shade,
    Square,
    Squares,
    notes,
    table,
)
from generators.document.phrases import Phrases
from generators.document.record import sources
from generators.document.runs import Run, Runs, Strong, joined
from generators.model import items
from generators.model.items import Answer, End, PageAnswer

_KINDS = ("recommendation", "good-practice", "lesson", "challenge")
_ENDS: tuple[End, ...] = ("answered", "in-part", "open")


def document(phrases: Phrases) -> Document:
    """The page of the consultation, without its title.

    First what was announced and what became of it, then all other items by how far they
    are answered. Last what was presented, and the sources of all items.
    """
    sections = [
        _announced(phrases),
        *_sections_by_end(phrases),
        _presented(phrases),
    ]
    sections = [section for section in sections if section.blocks]
    return Document(_head(phrases), [*sections, *_sources(phrases)])


def _sources(phrases: Phrases) -> list[Section]:
    """The sources of all items, each once, as a folded section; none where there are no
    sources.
    """
    by_place = {
        (source.title, source.url, source.repo, source.path): source
        for item in phrases.corpus.items.values()
        for source in item.sources
    }
    sections = sources(phrases, tuple(by_place.values()))
    return [section._replace(role="fold") for section in sections]


def _items_of_kinds(phrases: Phrases, *kinds: str) -> list[str]:
    """The ids of the items of some kinds, in their order."""
    return [name for name, item in phrases.corpus.items.items() if item.kind in kinds]


def _head(phrases: Phrases) -> list[Block]:
    """What the consultation was, how many items are answered, and what answered means."""
    lead = phrases.ui(
        "Experts of nine regional mechanisms met the Special Rapporteur on trafficking "
        "in persons. They met in Dakar on 4 and 5 October 2010. This is what they asked "
        "for, in our words."
    )
    names = _items_of_kinds(phrases, *_KINDS)
    ends = [items.end(phrases.corpus.items[name]) for name in names]
    counted = phrases.counted("{n} item", "{n} items", len(names))
    key = {
        "answered": phrases.ui("{n} answered", n=phrases.number(ends.count("answered"))),
        "in-part": phrases.ui("{n} in part", n=phrases.number(ends.count("in-part"))),
        "open": phrases.ui("{n} open", n=phrases.number(ends.count("open"))),
    }
    shades = [Shade(end, words) for end, words in key.items()]
    squares = [
        Square(end, _place_of_item(name))
        for end, ended in _by_end(phrases, names)
        for name in ended
    ]
    meaning = phrases.ui(
        "Answered means that what was asked for exists now. It does not mean that it "
        "works."
    )
    return [
        Paragraph(lead, "lead"),
        Squares(counted, shades, squares),
        Paragraph(meaning),
    ]


def _place_of_item(name: str) -> Target:
    """Where an item is on this page."""
    return Target("page", "dakar-2010", _anchor(name))


def _by_end(phrases: Phrases, names: list[str]) -> Iterator[tuple[End, list[str]]]:
    """The items of ``names`` by how far they are answered, each end that has any."""
    for end in _ENDS:
        ended = [name for name in names if items.end(phrases.corpus.items[name]) == end]
        if ended:
            yield end, ended


# -- what was asked for ------------------------------------------------------------------


def _sections_by_end(phrases: Phrases) -> Iterator[Section]:
    """What was asked for: a folded section for each end, with a list of each kind.

    The first section has the anchors of the kinds too: each was a section once.
    """
    headings = {
        "answered": phrases.ui("Answered"),
        "in-part": phrases.ui("Answered in part"),
        "open": phrases.ui("Still open"),
    }
    former_anchors: Sequence[str] = _KINDS
    for end, names in _by_end(phrases, _items_of_kinds(phrases, *_KINDS)):
        heading = phrases.with_number(headings[end], len(names))
        blocks = _lists_by_kind(phrases, names)
        yield Section(heading, blocks, end, "fold", former_anchors)
        former_anchors = ()


def _lists_by_kind(phrases: Phrases, names: Sequence[str]) -> list[Section]:
    """Items under the headings of their kinds, each kind that has any."""
    headings = {
        "recommendation": phrases.ui("Recommendations"),
        "good-practice": phrases.ui("Good practices"),
        "lesson": phrases.ui("Lessons learned"),
        "challenge": phrases.ui("Challenges"),
    }
    entries = grouped(
        (phrases.corpus.items[name].kind, _item_entry(phrases, name)) for name in names
    )
    return [
        Section(heading, [Entries(entries[kind], "articles")])
        for kind, heading in headings.items()
        if kind in entries
    ]


def _item_entry(phrases: Phrases, name: str) -> Entry:
    """An item under its title: what was asked for, where that is written, its topics.

    Then the answers since, and what is still open.
    """
    item = phrases.corpus.items[name]
    facts = joined(
        (
            phrases.reference(item.ref, name),
            phrases.confidence(item.confidence),
            *(phrases.entry("topics", topic) for topic in item.topics),
        )
    )
    more: list[Block] = [*_folded_answers(phrases, name)]
    still_open = phrases.text_of(name, item.still_open)
    if still_open:
        label = Strong([*phrases.ui("Still open"), phrases.localizer.colon])
        more.append(Paragraph([label, *still_open], "open"))
    return Entry(
        phrases.text_of(name, item.says),
        [facts],
        phrases.title(name),
        anchor=_anchor(name),
        more=more,
    )


def _anchor(name: str) -> str:
    """The anchor of an item on this page.

    >>> _anchor("dakar-2010/common-indicators")
    'common-indicators'
    """
    return name.partition("/")[2]


def _folded_answers(phrases: Phrases, name: str) -> list[Fold]:
    """The answers to an item, after how many they are; none where there are none."""
    item = phrases.corpus.items[name]
    answers = [_answer(phrases, name, answer) for answer in item.answered_by]
    answers += [_page_answer(phrases, name, answer) for answer in item.pages]
    if not answers:
        return []
    counted = phrases.counted("{n} answer since", "{n} answers since", len(answers))
    return [Fold(counted, [List([ListItem(answer) for answer in answers])])]


def _answer(phrases: Phrases, name: str, answer: Answer) -> list[Run]:
    """A record or mechanism that answers an item, how it does, and how sure that is."""
    how = phrases.labelled(phrases.name(answer.id), phrases.text_of(name, answer.how))
    return joined((how, phrases.confidence(answer.confidence)))


def _page_answer(phrases: Phrases, name: str, answer: PageAnswer) -> list[Run]:
    """A page of the Compendium that answers an item, and how it does."""
    if answer.topic:
        title = phrases.entry("topics", answer.topic)
    else:
        titles = {
            "monitoring": phrases.ui("Reporting and indicators"),
            "pathway": phrases.ui("Steps of a case"),
            "terms": phrases.ui("Terms"),
            "topics": phrases.ui("Topics"),
        }
        title = phrases.page(answer.page, titles[answer.page])
    return phrases.labelled(title, phrases.text_of(name, answer.how))


# -- what was announced and presented ----------------------------------------------------


def _announced(phrases: Phrases) -> Section:
    """What was announced, by whom, and what became of it: a fold with a table for each
    end. Its blocks are empty where nothing was announced.
    """
    headings = {
        "answered": phrases.ui("Done"),
        "in-part": phrases.ui("Done in part"),
        "open": phrases.ui("Not found"),
    }
    columns = (phrases.ui("What was announced"), phrases.ui("What became of it"))
    folds = []
    for end, names in _by_end(phrases, _items_of_kinds(phrases, "announcement")):
        rows = [_announcement_row(phrases, name) for name in names]
        announcements = table(headings[end], columns, rows, "list", "")
        counted = phrases.with_number(headings[end], len(names))
        folds.append(Fold(counted, [announcements]))
    heading = phrases.ui("What was announced and what became of it")
    return Section(heading, folds, "announcement")


def _announcement_row(phrases: Phrases, name: str) -> Row:
    """An announcement by whom and where, and in the second cell what became of it."""
    item = phrases.corpus.items[name]
    announced = [
        Paragraph(phrases.title(name)),
        *_mechanisms(phrases, name),
        *notes(phrases.reference(item.ref, name)),
    ]
    day = [Paragraph(phrases.date(item.day))] if item.day else []
    was_found = items.end(item) != "open"
    became = [*day, *_statement(phrases, name, with_confidence=was_found)]
    return Row([announced, became], _anchor(name))


def _presented(phrases: Phrases) -> Section:
    """Which mechanism presented what, and where that is written, as a folded table.

    Its blocks are empty where nothing was presented.
    """
    heading = phrases.ui("Who presented what")
    columns: tuple[Runs, ...] = (
        phrases.ui("Mechanism"),
        phrases.ui("What it presented"),
        phrases.ui("Where"),
    )
    rows = [
        _presentation_row(phrases, name)
        for name in _items_of_kinds(phrases, "presentation")
    ]
    blocks = [table(heading, columns, rows, "list", "")] if rows else []
    return Section(heading, blocks, "presentation", "fold")


def _presentation_row(phrases: Phrases, name: str) -> Row:
    """A presentation: who presented it, what, and where that is written."""
    who = _mechanisms(phrases, name) or [Paragraph(phrases.title(name))]
    where = [Paragraph(phrases.reference(phrases.corpus.items[name].ref, name))]
    return Row([who, _statement(phrases, name), where], _anchor(name))


def _mechanisms(phrases: Phrases, name: str) -> list[Paragraph]:
    """The mechanisms that announced or presented something; none where none is named."""
    names = [phrases.name(mechanism) for mechanism in phrases.corpus.items[name].by]
    return [Paragraph(joined(names))] if names else []


def _statement(
    phrases: Phrases, name: str, with_confidence: bool = True
) -> list[Paragraph]:
    """What is known of an announcement or a presentation, how sure that is, and links to
    its sources.
    """
    item = phrases.corpus.items[name]
    confidence = phrases.confidence(item.confidence) if with_confidence else []
    statement = Paragraph(joined((phrases.text_of(name, item.says), confidence)))
    links = [
        phrases.outside(source.url, phrases.ui("Source"))
        for source in item.sources
        if source.url
    ]
    return [statement, Paragraph(joined(links))] if links else [statement]
