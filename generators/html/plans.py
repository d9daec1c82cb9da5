"""Action plans in time; who must report what to whom, when; the days to come; the common indicators and who
asks for them.
"""

from __future__ import annotations

from functools import partial
from itertools import count
from typing import Any

from markupsafe import Markup

from generators.corpus import coming, plan_times
from generators.corpus.addresses import INDICATOR_FORM, Target
from generators.corpus.confidences import shown
from generators.corpus.indicator_matrix import IndicatorMatrix, indicator_matrix
from generators.corpus.plan_times import PlanTime
from generators.document import evaluations, monitoring, sentences
from generators.document import monitoring as say_coming
from generators.document.blocks import Fold
from generators.document.phrases import Phrases
from generators.document.runs import Link, joined, letters
from generators.document.topic import named
from generators.html import topic
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter


def plans(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, found = factory.phrases, plan_times.plan_times(factory.phrases.corpus)
    number, row = factory.localizer.number, count()
    return {
        "running": number(found.running),
        "total": number(found.total),
        "ends": (found.first, found.last),
        "ticks": [(year, _x(phrases, found.share(year))) for year in found.ticks()],
        "now": _x(phrases, found.share(found.now)),
        "calendar": say_coming.calendar_link(phrases, Target("page", "monitoring"))
        if coming.of_all(phrases.corpus)
        else [],
        "fade": ("100%", "0%") if _from_right(phrases) else ("0%", "100%"),
        "regions": [
            (
                code,
                phrases.label("regions", code),
                [_bar(phrases, each, found) | {"joins": _joins(phrases, found, next(row))} for each in plans],
            )
            for code, plans in found.regions
        ],
    }


def _joins(phrases: Phrases, found: plan_times.PlanTimes, row: int) -> list[tuple[str, str, str, str]]:
    """The lines by which a row takes part in joining plans with their successors: x1, x2, y1, y2. From the
    end of a plan a line runs to where its successor begins, and down to it.
    """
    plans = [each for _, own in found.regions for each in own]
    lines = []
    for old, new in found.joins:
        down = _x(phrases, found.share(plans[new].begins))
        if row == old:
            end = min(plans[old].ends + 1, plans[new].begins)
            lines.append((_x(phrases, found.share(end)), down, "50%", "50%"))
        if old <= row <= new:
            lines.append((down, down, "50%" if row == old else "0", "50%" if row == new else "100%"))
    return lines


def _x(phrases: Phrases, share: float) -> str:
    """A place on the axis, which runs in the direction of reading, in percent from its left end."""
    return f"{100 * (1 - share if _from_right(phrases) else share):.1f}"


def _from_right(phrases: Phrases) -> bool:
    return phrases.localizer.direction == "rtl"


def _bar(phrases: Phrases, each: PlanTime, found: plan_times.PlanTimes) -> dict[str, Any]:
    model = phrases.corpus.records[each.record]
    begins, ends = found.share(each.begins), found.share(each.ends + 1)
    return {
        "name": [
            *named(phrases, each.record),
            " ",
            *phrases.confidence_sign(shown(phrases.corpus, each.record)),
        ],
        "evaluations": evaluations.in_short(phrases, each.record),
        "period": sentences.period(phrases, model.period),
        "status": phrases.corpus.status(each.record),
        "status_text": sentences.status(phrases, each.record),
        "x": _x(phrases, ends if _from_right(phrases) else begins),
        "width": f"{100 * (ends - begins):.1f}",
        "open": each.open_end,
    }


_FEW = 8
"""How many columns a phone shows beside one another: as many or fewer need no choice of regions."""


def reporting(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases = factory.phrases
    duties, indicators = monitoring.duties(phrases), monitoring.indicators(phrases)
    drawn = _asked(factory, writer)
    dates = say_coming.dates(phrases, coming.of_all(phrases.corpus), Target("page", "monitoring"))
    return {
        "crumbs": [phrases.page("plans", phrases.ui("Plans"))],
        "duties": duties,
        "dates": [dates] if dates else [],
        "sheet": [Link(phrases.ui("A form for these numbers (spreadsheet)"), Target("file", INDICATOR_FORM))],
        "indicators": [Fold(phrases.ui("What each number counts"), [indicators])] if indicators.items else [],
        "matrix": drawn,
        "wide": drawn is not None and len(drawn["mechanisms"]) > _FEW,
    }


def _asked(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any] | None:
    """The indicators × the mechanisms that ask for any; None where none asks."""
    phrases, found = factory.phrases, indicator_matrix(factory.phrases.corpus)
    if not found.mechanisms:
        return None
    rows = [("", [], [(code, phrases.entry("indicators", code)) for code in found.indicators])]
    return topic.matrix(factory, found.mechanisms, rows, partial(_asked_cell, factory, writer, found))


def _asked_cell(
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
    return topic.linked_sign(writer, [sign], target, words, asking[0].binding)
