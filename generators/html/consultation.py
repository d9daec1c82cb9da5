"""The page of the consultation of Dakar."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.addresses import Target
from generators.document import consultation
from generators.html.page import Page, PageFactory


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    yield factory.document(
        Target("page", "dakar-2010"),
        "about",
        ui("The Dakar consultation of 2010"),
        consultation.document,
        description=ui(
            "What experts of nine regional mechanisms asked for in 2010, and what has answered since"
        ),
    )
