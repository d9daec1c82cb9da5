"""The pages of the consultation of Dakar, and of the OHCHR Principles and Guidelines."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.addresses import Target
from generators.document import consultation, principles
from generators.html.page import Page, PageFactory


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page each."""
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
    yield factory.document(
        Target("page", "principles"),
        "principles",
        ui("OHCHR Principles and Guidelines"),
        principles.document,
        description=ui(
            "The Recommended Principles and Guidelines on Human Rights and Human Trafficking "
            "as a lens over all records"
        ),
        source="instruments/vocabulary/principles.yml",
    )
