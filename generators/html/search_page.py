"""The search page. What it finds is found in the browser, in the index that ``search`` makes; without a
script every record stands here by title.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generators.corpus.addresses import Target, address
from generators.corpus.cldr import sort_key
from generators.html.desk import Desk
from generators.html.page import Page, Press


def pages(press: Press) -> Iterator[Page]:
    """One page."""
    say = press.localizer.gettext
    lead = say("Search in all records, provisions, mechanisms, topics, States and terms")
    yield press.page(
        "search.html.j2", address(Target("page", "search")), "search", say("Search"), _view, lead
    )


def _view(desk: Desk) -> dict[str, Any]:
    corpus = desk.corpus
    return {"records": sorted(corpus.records, key=lambda record: sort_key(desk.localizer.title(record).text))}
