"""The page of the terms of the field."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus.addresses import Target
from generators.data import glossary
from generators.document import terms
from generators.document.runs import letters as letters_of
from generators.html import letters
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page with all terms."""
    ui = factory.localizer.gettext
    lead = ui("What the terms mean, and what they are called in each language")
    source = "instruments/vocabulary/terms.yml"
    yield factory.page(
        "terms.html.j2", Target("page", "terms"), "terms", ui("Terms"), partial(_view, factory), lead, source
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    del writer
    made = terms.terms(factory.phrases)
    letters_ = letters.by_letter(made.items, lambda entry: letters_of(entry.label))
    return {
        "count": len(made.items),
        "glossary": [("TBX", glossary.TBX), ("CSV", glossary.CSV)] if made.items else [],
        "up": "" if factory.localizer.language == factory.phrases.corpus.languages[0] else "../",
        "letters": [each._replace(items=[made._replace(items=each.items)]) for each in letters_],
    }
