"""The page of what a reader keeps on a device for when there is no connection: it lists what is there, brings
it up to date and forgets it. All of that is done in the browser (``answers/kept.js``), which takes the words
for it from this page, also on pages that lead here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus import cldr
from generators.corpus.addresses import Target
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("Pages that open without a connection, each with the day on which it was kept.")
    yield factory.page(
        "kept.html.j2",
        Target("page", "kept"),
        "about",
        ui("Kept on this device"),
        partial(_view, factory),
        lead,
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """``folder`` is that of the language, ``above`` leads from there to the root of the site; ``name`` is the
    language in its own words, ``locale`` how days and numbers are written in it.
    """
    del writer
    language = factory.localizer.language
    is_first = language == factory.localizer.corpus.languages[0]
    return {
        "locale": cldr.browser_locale(language),
        "name": cldr.own_name(language),
        "folder": "" if is_first else f"{language}/",
        "above": "" if is_first else "../",
    }
