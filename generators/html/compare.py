"""The page that puts two to four records side by side: they are chosen in the browser, which asks for their
files of data.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus.addresses import Target
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("What two to four texts say on the same topic, with article, force and what is not known")
    yield factory.page(
        "compare.html.j2",
        Target("page", "compare"),
        "mechanisms",
        ui("Side by side"),
        partial(_view, factory),
        lead,
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    del writer
    return {"comma": factory.localizer.comma}
