"""The page of the OHCHR Principles and Guidelines: their matrix, then each with its topics."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from generators.corpus.addresses import Target
from generators.corpus.principle_matrix import principle_matrix
from generators.document import topic
from generators.html import matrix
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui(
        "The Recommended Principles and Guidelines on Human Rights and Human Trafficking "
        "as a lens over all records"
    )
    yield factory.page(
        "principles.html.j2",
        Target("page", "principles"),
        "principles",
        ui("OHCHR Principles and Guidelines"),
        partial(_view, factory),
        lead,
        "instruments/vocabulary/principles.yml",
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases = factory.phrases
    document, found = topic.principles(phrases), principle_matrix(phrases.corpus)
    rows = [
        ("", heading, [(code, topic.principle_row(phrases, code, entry)) for code, entry in entries.items()])
        for heading, _, entries in topic.principle_groups(phrases)
        if entries
    ]

    def cell(code: str, mechanism: str) -> Markup:
        pair = (code, mechanism)
        return matrix.provision_cell(factory, writer, found.cells.get(pair), pair in found.silent)

    return {
        "head": document.head,
        "matrix": matrix.view(factory, found.mechanisms, rows, cell),
        "sections": document.sections,
    }
