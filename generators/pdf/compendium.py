"""Everything in one volume: the comparisons, the reports that are due, all mechanisms with their records, the
States, and what explains them: indicators, Principles, the Dakar consultation, terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from generators.corpus.cldr import sort_key
from generators.document import consultation, monitoring, principles, region, stage, state, terms, topic
from generators.document.blocks import Blocks, Paragraph
from generators.document.phrases import Phrases
from generators.document.runs import Runs
from generators.pdf.chapters import region_chapters
from generators.pdf.writer import PaperWriter, Part, chapter, section


def sections(say: Phrases, writer: PaperWriter) -> list[Part]:
    """The sections of the volume: comparisons on landscape paper, the rest upright."""
    shown: set[str] = set()
    regions = say.corpus.vocabularies.of("regions")
    comparisons = [
        *_comparisons(say, writer, say.ui("Topics"), "topics", topic),
        *_comparisons(say, writer, say.ui("Steps of a case"), "stages", stage),
        *_duties(say, writer),
    ]
    return [
        section(comparisons, landscape=True),
        section(part for code in regions for part in _region(say, writer, code, shown)),
        section([*_states(say, writer), *_explained(say, writer)]),
    ]


def _comparisons(say: Phrases, writer: PaperWriter, title: Runs, of: str, made: ModuleType) -> Iterator[Part]:
    yield chapter(1, writer.runs(title))
    for place, code in enumerate(say.corpus.vocabularies.of(of)):
        yield chapter(2, writer.runs(say.label(of, code)), new_page=bool(place))
        yield from writer.document(made.document(say, code, brief=True), 3)


def _duties(say: Phrases, writer: PaperWriter) -> Iterator[Part]:
    if table := monitoring.duties(say):
        yield chapter(1, writer.runs(say.ui("Who reports to whom")))
        yield from writer.parts([table], 2)


def _region(say: Phrases, writer: PaperWriter, code: str, shown: set[str]) -> Iterator[Part]:
    yield chapter(1, writer.runs(say.label("regions", code)))
    yield from writer.document(region.document(say, code, with_records=False), 2)
    yield from region_chapters(say, writer, code, 2, shown)


def _states(say: Phrases, writer: PaperWriter) -> Iterator[Part]:
    """A row a State; its own volume says more."""
    codes = sorted(say.corpus.all_states, key=lambda code: sort_key(say.localizer.state(code)))
    note = say.ui("An empty cell means that nothing is recorded here, never that the answer is no.")
    yield chapter(1, writer.runs(say.ui("States")))
    yield from writer.parts([Paragraph(note, "note"), state.overview(say, codes)], 2)


def _explained(say: Phrases, writer: PaperWriter) -> Iterator[Part]:
    """Indicators, Principles, the consultation and terms, each where there is any."""
    indicators, of_terms = monitoring.indicators(say), terms.terms(say)
    lens, held = principles.document(say), consultation.document(say) if say.corpus.items else None
    chapters: list[tuple[Runs, Blocks]] = [
        (say.ui("Common indicators"), [indicators] if indicators.items else []),
        (say.ui("OHCHR Principles and Guidelines"), [*lens.head, *lens.sections]),
        (say.ui("The Dakar consultation of 2010"), [*held.head, *held.sections] if held else []),
        (say.ui("Terms"), [of_terms] if of_terms.items else []),
    ]
    for title, blocks in chapters:
        if blocks:
            yield chapter(1, writer.runs(title))
            yield from writer.parts(blocks, 2)
