"""Lines on sheets of paper on which a reader writes the numbers of the place."""

from __future__ import annotations

from generators.document.blocks import Blanks, Section
from generators.document.phrases import Phrases


def local_numbers_section(phrases: Phrases) -> Section:
    """Lines on which a reader writes numbers of the place; only paper shows them."""
    labels = [
        phrases.ui("Police station"),
        phrases.ui("Child protection"),
        phrases.ui("Shelter"),
        phrases.ui("Doctor or hospital"),
        phrases.ui("Lawyer"),
        phrases.ui("Interpreter"),
        phrases.ui("Labour inspector"),
        phrases.ui("Organisation that helps"),
    ]
    heading = phrases.ui("Local numbers: write them here")
    return Section(heading, [Blanks(labels)], role="blank")
