"""The first days of a case: the steps for any State, with the list of States, and one page each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus.addresses import Target
from generators.document import first_days
from generators.html.page import Page, PageFactory
from generators.html.state import listed
from generators.html.writer import HtmlWriter

_SOURCE = "instruments/vocabulary/first-days.yml"


def pages(factory: PageFactory) -> Iterator[Page]:
    """The steps for any State, and the steps in each."""
    localizer, phrases = factory.localizer, factory.phrases
    lead = localizer.gettext("What the texts ask in the first days of a case, by State")
    heading = localizer.gettext("The first days")
    yield factory.page(
        "first-days.html.j2",
        Target("page", "first-days"),
        "pathway",
        heading,
        partial(_any, factory),
        lead,
        _SOURCE,
    )
    for code in localizer.corpus.all_states:
        name = localizer.state(code)
        yield factory.document(
            Target("first-days", code),
            "pathway",
            f"{heading}{localizer.colon}{name}",
            partial(first_days.document, state=code),
            crumbs=[
                phrases.page("pathway", phrases.ui("Steps of a case")),
                phrases.page("first-days", phrases.ui("The first days")),
            ],
            jumps=True,
            lines=True,
            description=lead,
            source=_SOURCE,
        )


def _any(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    del writer
    phrases = factory.phrases
    made = first_days.document(phrases)
    return {
        "crumbs": [phrases.page("pathway", phrases.ui("Steps of a case"))],
        "head": made.head,
        "states": listed(factory, "first-days"),
        "sections": made.sections,
    }
