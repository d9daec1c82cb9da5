"""Everything in one volume: the comparisons, the reports that are due, all mechanisms with their records, the
States, and what explains them: indicators, Principles, the Dakar consultation, terms.
"""

from __future__ import annotations

from generators.document import chapters
from generators.document.phrases import Phrases
from generators.pdf.writer import PaperWriter, Part, section


def sections(phrases: Phrases, writer: PaperWriter) -> list[Part]:
    """The sections of the volume: comparisons on landscape paper, the rest upright."""
    return [
        section(writer.chapters(chapters.comparisons(phrases)), landscape=True),
        section(writer.chapters(chapters.regions(phrases))),
        section(writer.chapters([*chapters.states(phrases), *chapters.explained(phrases)])),
    ]
