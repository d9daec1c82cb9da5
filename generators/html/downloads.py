"""What can be taken along: the PDFs and EPUBs of a language, with pages and size, and all of it for reading
offline.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus.addresses import Target
from generators.corpus.cldr import sort_key
from generators.corpus.downloads import Download
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("PDFs of everything here, for printing and for reading offline")
    yield factory.page(
        "downloads.html.j2",
        Target("page", "downloads"),
        "about",
        ui("Downloads"),
        partial(_view, factory),
        lead,
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    ui = factory.localizer.gettext
    headings = {
        "compendium": ui("Everything in one volume"),
        "numbers": ui("Numbers"),
        "regions": ui("Regions"),
        "mechanisms": ui("Mechanisms"),
        "topics": ui("Topics"),
        "pathway": ui("Steps of a case"),
        "first-days": ui("The first days"),
        "states": ui("States"),
        "records": ui("Records"),
    }
    ordered = sorted(factory.downloads.values(), key=lambda each: sort_key(each.title))
    grouped = [
        (heading, [factory.download(writer, each, each.title) for each in ordered if each.kind == kind])
        for kind, heading in headings.items()
    ]
    return {
        "groups": [(heading, volumes) for heading, volumes in grouped if volumes],
        "today": factory.phrases.today(),
        "copy": factory.offline_copy(writer),
        "books": [factory.book(writer, each, each.title) for each in _books(factory)],
    }


def _books(factory: PageFactory) -> list[Download]:
    """The EPUBs: everything, then regions, then mechanisms, each in the order of the alphabet."""
    kinds = ("compendium", "regions", "mechanisms")
    return sorted(
        factory.public.books.values(), key=lambda each: (kinds.index(each.kind), sort_key(each.title))
    )
