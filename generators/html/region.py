"""Regions: the mechanisms of each, their records in order of time, and how many topics they speak on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generators.corpus.addresses import Target
from generators.document import region
from generators.document.blocks import Document, Paragraph
from generators.document.phrases import Phrases
from generators.document.runs import joined
from generators.html.page import Page, PageFactory


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page a region."""
    localizer, phrases = factory.localizer, factory.phrases
    for code in localizer.corpus.vocabularies.of("regions"):
        yield factory.document(
            Target("region", code),
            "mechanisms",
            localizer.label("regions", code),
            partial(_document, code=code),
            crumbs=[phrases.page("instruments", phrases.ui("Mechanisms"))],
            heading=phrases.label("regions", code),
            description=localizer.word("regions", code, "definition").text,
        )


def _document(phrases: Phrases, code: str) -> Document:
    """A region, with links to the others."""
    made = region.document(phrases, code)
    others = joined(
        phrases.entry("regions", other)
        for other in phrases.corpus.vocabularies.of("regions")
        if other != code
    )
    return made._replace(head=[*made.head, Paragraph(others, "note")])
