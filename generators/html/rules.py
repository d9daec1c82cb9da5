"""The rules that records are checked by, as editors read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generators import checks
from generators.corpus.addresses import Target
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("What every record is checked for")
    yield factory.page(
        "rules.html.j2", Target("page", "rules"), "about", ui("Rules for records"), _view, lead
    )


def _view(writer: HtmlWriter) -> dict[str, Any]:
    del writer
    return {"rules": sorted(checks.every_rule(), key=lambda rule: rule.name)}
