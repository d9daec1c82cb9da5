"""Regions: the mechanisms of each, their records in order of time, and how many topics they speak on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generators.corpus import changes as changed
from generators.corpus.addresses import Target, feed
from generators.document import changes, mechanism
from generators.document.blocks import Document, Paragraph, followed
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
    """A region, with what changed of its texts, and links to the others."""
    told = changed.of_region(phrases.corpus, code)
    section = changes.section(phrases, told, feed(Target("region", code)))
    made = followed(mechanism.region(phrases, code), section)
    others = joined(
        phrases.entry("regions", other)
        for other in phrases.corpus.vocabularies.of("regions")
        if other != code
    )
    return made._replace(head=[*made.head, Paragraph(others, "note")])
