"""What a volume of several chapters is made of, on paper and in books for e-readers.

Each chapter has its level in the contents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generators.corpus.addresses import Target
from generators.document import (
    consultation,
    mechanism,
    monitoring,
    record,
    stage,
    state,
    terms,
    topic,
)
from generators.document.blocks import Block, Blocks, Document, Paragraph
from generators.document.phrases import Phrases
from generators.document.runs import Runs, joined


class Chapter(NamedTuple):
    """A chapter: its ``level`` in the contents, from 1, its title, and what it says.

    ``target`` is the page that it is a view of.
    """

    level: int
    title: Runs
    document: Document
    target: Target


# -- mechanisms and records --------------------------------------------------------------


def of_mechanism(phrases: Phrases, name: str, brief: bool = False) -> Document:
    """A mechanism (``name`` is its id) without its name.

    First a note on that name: its acronym, and the sign of its translation.
    """
    acronym = phrases.beside_name(name)
    note = joined((acronym, record.translated(phrases, name)))
    return _with_note(note, mechanism.document(phrases, name, brief))


def of_record(phrases: Phrases, name: str, brief: bool = False) -> Document:
    """A record (``name`` is its id) without its title.

    First a note on that title: the sign of its translation.
    """
    note = record.translated(phrases, name)
    return _with_note(note, record.document(phrases, name, brief=brief))


def _with_note(note: Runs, document: Document) -> Document:
    """A document with a note before all else, where there is one."""
    if not note:
        return document
    head: list[Block] = [Paragraph(note, "note"), *document.head]
    return document._replace(head=head)


def records(
    phrases: Phrases, names: Iterable[str], level: int, brief: bool = False
) -> Iterator[Chapter]:
    """A chapter for each of the records (``names`` are their ids)."""
    for name in names:
        document = of_record(phrases, name, brief)
        title = _plain_headline(phrases, name)
        yield Chapter(level, title, document, Target("record", name))


def of_region(
    phrases: Phrases, code: str, level: int, shown: set[str], brief: bool = False
) -> Iterator[Chapter]:
    """A chapter for each mechanism of a region, with its records one level below.

    What is in ``shown`` (ids) is left out. ``shown`` grows by what comes here, so that
    nothing is in a volume twice. ``brief`` leaves out what is elsewhere in the volume, or
    in the volume of one text.
    """
    for name in mechanism.mechanisms(phrases, code):
        if name in shown:
            continue
        adopted = [
            text for text in phrases.corpus.records_of.get(name, ()) if text not in shown
        ]
        shown |= {name, *adopted}
        document = of_mechanism(phrases, name, brief)
        title = _plain_headline(phrases, name)
        yield Chapter(level, title, document, Target("record", name))
        yield from records(phrases, adopted, level + 1, brief)


def _plain_headline(phrases: Phrases, name: str) -> Runs:
    """The headline of a record or mechanism without the sign of its translation.

    The contents show it too.
    """
    if name in phrases.corpus.records:
        return phrases.plain(phrases.localizer.short(name))
    return phrases.plain(phrases.localizer.title(name))


def regions(phrases: Phrases, brief: bool = False) -> Iterator[Chapter]:
    """Each region with its mechanisms and their records.

    What belongs to two regions is in the first.
    """
    shown: set[str] = set()
    for code in phrases.corpus.vocabularies.entries_of("regions"):
        document = mechanism.region(phrases, code, with_records=False)
        title = phrases.label("regions", code)
        yield Chapter(1, title, document, Target("region", code))
        yield from of_region(phrases, code, 2, shown, brief)


# -- topics, steps, duties, States -------------------------------------------------------


def topics(phrases: Phrases, brief: bool = False) -> Iterator[Chapter]:
    """What all texts say on each topic.

    In ``brief`` a topic has what each region asks, and where the texts say it.
    """
    yield Chapter(1, phrases.ui("Topics"), Document((), ()), Target("page", "topics"))
    for code in phrases.corpus.vocabularies.entries_of("topics"):
        if brief:
            document = topic.in_brief(phrases, code)
        else:
            document = topic.document(phrases, code, brief=True)
        title = phrases.label("topics", code)
        yield Chapter(2, title, document, Target("topic", code))


def steps(phrases: Phrases) -> Iterator[Chapter]:
    """The steps of a case: the route, then a chapter for each stage."""
    route = Document([stage.route(phrases)], ())
    yield Chapter(1, phrases.ui("Steps of a case"), route, Target("page", "pathway"))
    for code in phrases.corpus.vocabularies.entries_of("stages"):
        document = stage.document(phrases, code, brief=True)
        title = phrases.label("stages", code)
        yield Chapter(2, title, document, Target("stage", code))


def duties(phrases: Phrases) -> Iterator[Chapter]:
    """Who reports to whom, where anybody does."""
    blocks = monitoring.duties(phrases)
    if blocks:
        title = phrases.ui("Who reports to whom")
        yield Chapter(1, title, Document(blocks, ()), Target("page", "monitoring"))


def states(phrases: Phrases) -> Iterator[Chapter]:
    """A table with a row for each State; the State's own volume says more."""
    note = phrases.ui("An empty cell means that we have nothing. It never means “no”.")
    overview = state.overview(phrases, ordered_states(phrases))
    document = Document([Paragraph(note, "note"), overview], ())
    yield Chapter(1, phrases.ui("States"), document, Target("page", "states"))


def ordered_states(phrases: Phrases) -> list[str]:
    """The alpha-3 codes of all States, in the order of their names."""
    return sorted(phrases.corpus.all_states, key=phrases.order_of_state)


# -- what explains the rest --------------------------------------------------------------


def explained(phrases: Phrases) -> Iterator[Chapter]:
    """Indicators, Principles, the consultation and terms, each where there is any."""
    for title, blocks, page in _explaining_pages(phrases):
        if blocks:
            yield Chapter(1, title, Document(blocks, ()), Target("page", page))


def _explaining_pages(phrases: Phrases) -> Iterator[tuple[Runs, Blocks, str]]:
    """The title, the blocks and the name of each page that explains the others.

    The blocks are empty where there is nothing to explain.
    """
    indicators = monitoring.indicators(phrases)
    title = phrases.ui("Common indicators")
    yield title, [indicators] if indicators.items else [], "monitoring"
    principles = topic.principles(phrases)
    title = phrases.ui("OHCHR Principles and Guidelines")
    yield title, [*principles.head, *principles.sections], "principles"
    dakar: Blocks = []
    if phrases.corpus.items:
        meeting = consultation.document(phrases)
        dakar = [*meeting.head, *meeting.sections]
    yield phrases.ui("The Dakar consultation of 2010"), dakar, "dakar-2010"
    definitions = terms.terms(phrases)
    blocks: Blocks = [definitions] if definitions.items else []
    yield phrases.ui("Terms"), blocks, "terms"
