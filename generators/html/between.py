"""The page on two or three States: what binds them all, what reaches across, whom to call at each end. It is
worked out in the browser, from the files of data of the States that are chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus import across_borders
from generators.corpus.addresses import Target
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("What binds both States, what it says on return and cooperation, and whom to call at each end")
    yield factory.page(
        "between.html.j2",
        Target("page", "between"),
        "states",
        ui("From one State to another"),
        partial(_view, factory),
        lead,
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """``topics``, ``leading`` and ``stages`` are codes, a space between them."""
    del writer
    corpus = factory.localizer.corpus
    return {
        "comma": factory.localizer.comma,
        "colon": factory.localizer.colon,
        "topics": " ".join(across_borders.topics(corpus)),
        "leading": " ".join(across_borders.leading_topics(corpus)),
        "stages": " ".join(across_borders.stages(corpus)),
    }
