"""Who must report what to whom, when; the days to come; the common indicators and who asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from generators.corpus import coming
from generators.corpus.addresses import INDICATOR_FORM, Target
from generators.corpus.indicator_matrix import IndicatorMatrix, indicator_matrix
from generators.document import monitoring
from generators.document import monitoring as say_coming
from generators.document.runs import Link, joined, letters
from generators.html import matrix
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter

_FEW = 8
"""How many columns a phone shows beside one another: as many or fewer need no choice of regions."""


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("Who reports to whom, how often, and which numbers are asked for")
    yield factory.page(
        "monitoring.html.j2",
        Target("page", "monitoring"),
        "plans",
        ui("Reporting and indicators"),
        partial(_view, factory),
        lead,
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases = factory.phrases
    duties, indicators = monitoring.duties(phrases), monitoring.indicators(phrases)
    drawn = _matrix(factory, writer)
    dates = say_coming.dates(phrases, coming.of_all(phrases.corpus), Target("page", "monitoring"))
    return {
        "crumbs": [phrases.page("plans", phrases.ui("Plans"))],
        "duties": duties,
        "dates": [dates] if dates else [],
        "sheet": [Link(phrases.ui("A form for these numbers (spreadsheet)"), Target("file", INDICATOR_FORM))],
        "indicators": [indicators] if indicators.items else [],
        "matrix": drawn,
        "wide": drawn is not None and len(drawn["mechanisms"]) > _FEW,
    }


def _matrix(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any] | None:
    """The indicators × the mechanisms that ask for any; None where none asks."""
    phrases, found = factory.phrases, indicator_matrix(factory.phrases.corpus)
    if not found.mechanisms:
        return None
    rows = [("", [], [(code, phrases.entry("indicators", code)) for code in found.indicators])]
    return matrix.view(factory, found.mechanisms, rows, partial(_cell, factory, writer, found))


def _cell(
    factory: PageFactory, writer: HtmlWriter, found: IndicatorMatrix, code: str, mechanism: str
) -> Markup:
    """How sure it is that a mechanism asks for a number, which leads to who asks; all who do, in words."""
    phrases, asking = factory.phrases, found.cells.get((code, mechanism), ())
    if not asking:
        return Markup("")
    sure = phrases.localizer.label("confidences", asking[0].confidence)
    named = letters(joined(phrases.cited(phrases.name(each.owner), each.ref) for each in asking))
    words = f"{named}{phrases.localizer.colon}{sure}"
    target = Target("record", asking[0].owner, asking[0].anchor)
    sign = phrases.sign("confidences", asking[0].confidence, named=True)
    return matrix.linked_sign(writer, [sign], target, words, asking[0].binding)
