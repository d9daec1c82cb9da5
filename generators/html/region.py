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
    localizer, say = factory.localizer, factory.say
    for code in localizer.corpus.vocabularies.of("regions"):
        yield factory.document(
            Target("region", code),
            "mechanisms",
            localizer.label("regions", code),
            partial(_document, code=code),
            crumbs=[say.page("instruments", say.ui("Mechanisms"))],
            heading=say.label("regions", code),
            description=localizer.word("regions", code, "definition").text,
        )


def _document(say: Phrases, code: str) -> Document:
    """A region, with links to the others."""
    made = region.document(say, code)
    others = joined(
        say.entry("regions", other) for other in say.corpus.vocabularies.of("regions") if other != code
    )
    return made._replace(head=[*made.head, Paragraph(others, "note")])
