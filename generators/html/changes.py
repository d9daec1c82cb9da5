"""The page of what changed: by day and mechanism, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus.addresses import Target, feed
from generators.document import changes
from generators.document.blocks import Item
from generators.document.runs import Annotation, Link, Run
from generators.html.letters import Letter
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter
from generators.text import partial_dates


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("What was added, corrected, made surer or expired in the records, by day and mechanism")
    yield factory.page(
        "changes.html.j2",
        Target("page", "changes"),
        "about",
        ui("What changed"),
        partial(_view, factory),
        lead,
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    del writer
    phrases = factory.phrases
    days = [
        Letter(changes.day(phrases, on), changes.day_anchor(on), list(map(_line, items)))
        for on, items in changes.days(phrases)
    ]
    months: dict[str, str] = {}
    for each in days:
        months.setdefault(each.anchor[4:11], each.anchor)
    return {
        "days": days,
        "months": [(phrases.date(partial_dates.parse(month)), anchor) for month, anchor in months.items()],
        "feed": [Link(phrases.ui("As a feed (Atom)"), feed(Target("page", "changes")))],
    }


def _line(item: Item) -> list[Run]:
    return [*item.runs, " ", Annotation(item.about)]
