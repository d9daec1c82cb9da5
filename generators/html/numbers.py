"""The page of all numbers that texts set."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.addresses import Target
from generators.document import numbers
from generators.html.page import Page, PageFactory


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    phrases, ui = factory.phrases, factory.localizer.gettext
    yield factory.document(
        Target("page", "numbers"),
        "topics",
        ui("Numbers"),
        numbers.document,
        crumbs=[phrases.page("topics", phrases.ui("Topics"))],
        jumps=False,  # the document lists them itself, with what they reach from and to
        lines=True,
        description=ui("Periods, time limits, intervals and ratifications that texts set, side by side"),
    )
