"""The search page. What it finds is found in the browser, in the index that ``search`` makes; without a
script every record stands here by title.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus.addresses import Target
from generators.document.record import subtitle
from generators.document.runs import Annotation, Run
from generators.html.letters import by_letter
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("Search in all records, provisions, mechanisms, topics, States and terms")
    yield factory.page(
        "search.html.j2", Target("page", "search"), "search", ui("Search"), partial(_view, factory), lead
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    del writer
    localizer, phrases = factory.localizer, factory.phrases

    def line(record: str) -> list[Run]:
        whole = subtitle(phrases, record)
        beside = [" ", Annotation(whole)] if whole else []
        return [*phrases.title_link(record), *beside]

    found = by_letter(localizer.corpus.records, lambda record: localizer.short(record).text)
    return {"records": [each._replace(items=[line(record) for record in each.items]) for each in found]}
