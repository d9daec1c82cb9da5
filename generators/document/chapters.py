"""What a volume of several things is made of: chapters in order, each with its level in
the contents. Paper and books for e-readers lay out the same.
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
from generators.document.blocks import Blocks, Document, Paragraph
from generators.document.phrases import Phrases
from generators.document.runs import Runs, joined


class Chapter(NamedTuple):
    """A chapter: its level in the contents, from 1, its title, what is said in it, and
    the page that it is a view of.
    """

    level: int
    title: Runs
    document: Document
    target: Target


def of_mechanism(phrases: Phrases, name: str, brief: bool = False) -> Document:
    """A mechanism without its name; what is to be said of that comes first."""
    note = joined((phrases.beside_name(name), record.translated(phrases, name)))
    return _noted(note, mechanism.document(phrases, name, brief))


def of_record(phrases: Phrases, name: str, brief: bool = False) -> Document:
    """A record without its title; what is to be said of that comes first."""
    return _noted(
        record.translated(phrases, name), record.document(phrases, name, brief=brief)
    )


def records(
    phrases: Phrases, names: Iterable[str], level: int, brief: bool = False
) -> Iterator[Chapter]:
    """A chapter for each of the records."""
    for name in names:
        said = of_record(phrases, name, brief)
        yield Chapter(level, _heading(phrases, name), said, Target("record", name))


def of_region(
    phrases: Phrases, code: str, level: int, shown: set[str], brief: bool = False
) -> Iterator[Chapter]:
    """A chapter for each mechanism of a region, with its records below; ``shown`` grows
    by what was told, so that nothing is told twice. ``brief``: without what is said
    elsewhere in the volume, or in a text's own.
    """
    for name in mechanism.mechanisms(phrases, code):
        if name not in shown:
            own = tuple(
                each
                for each in phrases.corpus.records_of.get(name, ())
                if each not in shown
            )
            shown |= {name, *own}
            title, target = _heading(phrases, name), Target("record", name)
            yield Chapter(level, title, of_mechanism(phrases, name, brief), target)
            yield from records(phrases, own, level + 1, brief)


def topics(phrases: Phrases, brief: bool = False) -> Iterator[Chapter]:
    """What all texts say on each topic; ``brief``: what each region asks, and where the
    texts say it.
    """
    yield Chapter(1, phrases.ui("Topics"), Document((), ()), Target("page", "topics"))
    for code in phrases.corpus.vocabularies.of("topics"):
        said = (
            topic.in_brief(phrases, code)
            if brief
            else topic.document(phrases, code, brief=True)
        )
        yield Chapter(2, phrases.label("topics", code), said, Target("topic", code))


def steps(phrases: Phrases) -> Iterator[Chapter]:
    """The way of a case, and what all procedures say on each of its steps."""
    way = Document([stage.route(phrases)], ())
    yield Chapter(1, phrases.ui("Steps of a case"), way, Target("page", "pathway"))
    for code in phrases.corpus.vocabularies.of("stages"):
        said = stage.document(phrases, code, brief=True)
        yield Chapter(2, phrases.label("stages", code), said, Target("stage", code))


def duties(phrases: Phrases) -> Iterator[Chapter]:
    """Who reports to whom, where anybody does."""
    if found := monitoring.duties(phrases):
        title = phrases.ui("Who reports to whom")
        yield Chapter(1, title, Document(found, ()), Target("page", "monitoring"))


def regions(phrases: Phrases, brief: bool = False) -> Iterator[Chapter]:
    """Each region with its mechanisms and their records; what is of two regions is told
    in the first.
    """
    shown: set[str] = set()
    for code in phrases.corpus.vocabularies.of("regions"):
        made = mechanism.region(phrases, code, with_records=False)
        yield Chapter(1, phrases.label("regions", code), made, Target("region", code))
        yield from of_region(phrases, code, 2, shown, brief)


def states(phrases: Phrases) -> Iterator[Chapter]:
    """A row a State; its own volume says more."""
    note = phrases.ui("An empty cell means that we have nothing. It never means “no”.")
    made = Document(
        [Paragraph(note, "note"), state.overview(phrases, ordered_states(phrases))], ()
    )
    yield Chapter(1, phrases.ui("States"), made, Target("page", "states"))


def ordered_states(phrases: Phrases) -> list[str]:
    """The codes of all States, in the order of their names."""
    return sorted(phrases.corpus.all_states, key=phrases.order_of_state)


def explained(phrases: Phrases) -> Iterator[Chapter]:
    """Indicators, Principles, the consultation and terms, each where there is any."""
    indicators, of_terms = monitoring.indicators(phrases), terms.terms(phrases)
    lens, held = topic.principles(phrases), consultation.document(phrases)
    dakar = [*held.head, *held.sections] if phrases.corpus.items else []
    found: list[tuple[Runs, Blocks, str]] = [
        (
            phrases.ui("Common indicators"),
            [indicators] if indicators.items else [],
            "monitoring",
        ),
        (
            phrases.ui("OHCHR Principles and Guidelines"),
            [*lens.head, *lens.sections],
            "principles",
        ),
        (phrases.ui("The Dakar consultation of 2010"), dakar, "dakar-2010"),
        (phrases.ui("Terms"), [of_terms] if of_terms.items else [], "terms"),
    ]
    for title, blocks, page in found:
        if blocks:
            yield Chapter(1, title, Document(blocks, ()), Target("page", page))


def _noted(note: Runs, document: Document) -> Document:
    head = [Paragraph(note, "note"), *document.head] if note else document.head
    return document._replace(head=head)


def _heading(phrases: Phrases, name: str) -> Runs:
    """A headline without the sign of its translation, for the contents too."""
    said = (
        phrases.localizer.short(name)
        if name in phrases.corpus.records
        else phrases.localizer.title(name)
    )
    return phrases.plain(said)
