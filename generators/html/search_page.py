"""The search page. What it finds is found in the browser, in the index that ``search`` makes; without a
script every record stands here by title.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus.addresses import Target
from generators.corpus.cldr import sort_key
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
    localizer = factory.localizer
    ordered = sorted(localizer.corpus.records, key=lambda record: sort_key(localizer.title(record).text))
    return {"records": [factory.phrases.title_link(record) for record in ordered]}
