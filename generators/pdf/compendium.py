"""Everything in one volume: the comparisons, the reports that are due, all mechanisms with their records, the
States, and what explains them: indicators, Principles, the Dakar consultation, terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from generators.corpus.cldr import sort_key
from generators.document import (
    consultation,
    monitoring,
    principles,
    region,
    route,
    stage,
    state,
    terms,
    topic,
)
from generators.document.blocks import Blocks, Paragraph
from generators.document.phrases import Phrases
from generators.document.runs import Runs
from generators.pdf.chapters import region_chapters
from generators.pdf.writer import PaperWriter, Part, chapter, section


def sections(phrases: Phrases, writer: PaperWriter) -> list[Part]:
    """The sections of the volume: comparisons on landscape paper, the rest upright."""
    shown: set[str] = set()
    regions = phrases.corpus.vocabularies.of("regions")
    comparisons = [
        *_comparisons(phrases, writer, phrases.ui("Topics"), "topics", topic),
        *_comparisons(
            phrases, writer, phrases.ui("Steps of a case"), "stages", stage, [route.route(phrases)]
        ),
        *_duties(phrases, writer),
    ]
    return [
        section(comparisons, landscape=True),
        section(part for code in regions for part in _region(phrases, writer, code, shown)),
        section([*_states(phrases, writer), *_explained(phrases, writer)]),
    ]


def _comparisons(
    phrases: Phrases, writer: PaperWriter, title: Runs, of: str, made: ModuleType, opening: Blocks = ()
) -> Iterator[Part]:
    """A chapter for each entry of a list; before them what opens them all."""
    yield chapter(1, writer.runs(title))
    yield from writer.parts(opening, 2)
    for place, code in enumerate(phrases.corpus.vocabularies.of(of)):
        yield chapter(2, writer.runs(phrases.label(of, code)), new_page=bool(place or opening))
        yield from writer.document(made.document(phrases, code, brief=True), 3)


def _duties(phrases: Phrases, writer: PaperWriter) -> Iterator[Part]:
    if duties := monitoring.duties(phrases):
        yield chapter(1, writer.runs(phrases.ui("Who reports to whom")))
        yield from writer.parts(duties, 2)


def _region(phrases: Phrases, writer: PaperWriter, code: str, shown: set[str]) -> Iterator[Part]:
    yield chapter(1, writer.runs(phrases.label("regions", code)))
    yield from writer.document(region.document(phrases, code, with_records=False), 2)
    yield from region_chapters(phrases, writer, code, 2, shown)


def _states(phrases: Phrases, writer: PaperWriter) -> Iterator[Part]:
    """A row a State; its own volume says more."""
    codes = sorted(phrases.corpus.all_states, key=lambda code: sort_key(phrases.localizer.state(code)))
    note = phrases.ui("An empty cell means that nothing is recorded here, never that the answer is no.")
    yield chapter(1, writer.runs(phrases.ui("States")))
    yield from writer.parts([Paragraph(note, "note"), state.overview(phrases, codes)], 2)


def _explained(phrases: Phrases, writer: PaperWriter) -> Iterator[Part]:
    """Indicators, Principles, the consultation and terms, each where there is any."""
    indicators, of_terms = monitoring.indicators(phrases), terms.terms(phrases)
    lens, held = (
        principles.document(phrases),
        consultation.document(phrases) if phrases.corpus.items else None,
    )
    chapters: list[tuple[Runs, Blocks]] = [
        (phrases.ui("Common indicators"), [indicators] if indicators.items else []),
        (phrases.ui("OHCHR Principles and Guidelines"), [*lens.head, *lens.sections]),
        (phrases.ui("The Dakar consultation of 2010"), [*held.head, *held.sections] if held else []),
        (phrases.ui("Terms"), [of_terms] if of_terms.items else []),
    ]
    for title, blocks in chapters:
        if blocks:
            yield chapter(1, writer.runs(title))
            yield from writer.parts(blocks, 2)
