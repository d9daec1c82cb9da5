"""Action plans in time; who must report what to whom, when; the days to come; the common indicators and who
asks for them.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from markupsafe import Markup

from generators.corpus import coming, matrices, timeline
from generators.corpus.addresses import Target
from generators.corpus.matrices import Matrix
from generators.corpus.timeline import PlanTime
from generators.document import monitoring, record, sentences
from generators.document import monitoring as say_coming
from generators.document.blocks import Fold
from generators.document.phrases import Phrases
from generators.document.runs import Run, joined, letters
from generators.document.topic import named
from generators.html import topic
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter


def plans(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, found = factory.phrases, timeline.plan_times(factory.phrases.corpus)
    number = factory.localizer.number
    return {
        "running": number(found.running),
        "endless": found.endless,
        "total": number(found.total),
        "over": number(sum(len(plans) for _, plans in found.ended)),
        "ticks": [(year, _x(phrases, found.share(year))) for year in found.ticks()],
        "now": _x(phrases, found.share(found.now)),
        "calendar": say_coming.calendar_link(phrases, Target("page", "monitoring"))
        if coming.of_all(phrases.corpus)
        else [],
        "fade": ("100%", "0%") if _from_right(phrases) else ("0%", "100%"),
        "others": _bars(phrases, found.others, found),
        "ended": _bars(phrases, found.ended, found),
        "regions": [code for code, _ in found.others],
    }


def _bars(
    phrases: Phrases, regions: timeline.Regions, found: timeline.PlanTimes
) -> list[tuple[str, list[Run], list[dict[str, Any]]]]:
    return [
        (code, phrases.label("regions", code), [_bar(phrases, each, found) for each in plans])
        for code, plans in regions
    ]


def _x(phrases: Phrases, share: float) -> str:
    """A place on the axis, which runs in the direction of reading, in percent from its left end."""
    return f"{100 * (1 - share if _from_right(phrases) else share):.1f}"


def _from_right(phrases: Phrases) -> bool:
    return phrases.localizer.direction == "rtl"


def _bar(phrases: Phrases, each: PlanTime, found: timeline.PlanTimes) -> dict[str, Any]:
    model = phrases.corpus.records[each.record]
    begins, ends = found.share(each.begins), found.share(each.ends + 1)
    sure = phrases.confidence(phrases.corpus.confidence_shown(each.record))
    return {
        "name": joined((named(phrases, each.record), sure)),
        "evaluations": record.evaluations_in_short(phrases, each.record),
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
        "indicators": [Fold(phrases.ui("What each number counts"), [indicators])] if indicators.items else [],
        "matrix": drawn,
        "wide": drawn is not None and len(drawn["mechanisms"]) > _FEW,
    }


def _asked(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any] | None:
    """The indicators × the mechanisms that ask for any; None where none asks."""
    phrases, found = factory.phrases, matrices.indicators(factory.phrases.corpus)
    if not found.mechanisms:
        return None
    rows = [("", [], [(code, phrases.entry("indicators", code)) for code in found.rows])]
    return topic.matrix(factory, found.mechanisms, rows, partial(_asked_cell, factory, writer, found))


def _asked_cell(factory: PageFactory, writer: HtmlWriter, found: Matrix, code: str, mechanism: str) -> Markup:
    """How sure it is that a mechanism asks for a number, which leads to who asks; all who do, in words."""
    phrases, asking = factory.phrases, found.cells.get((code, mechanism), ())
    if not asking:
        return Markup("")
    sure = phrases.localizer.label("confidences", asking[0].confidence)
    named = letters(joined(phrases.cited(phrases.name(each.owner), each.ref) for each in asking))
    words = f"{named}{phrases.localizer.colon}{sure}"
    target = Target("record", asking[0].owner, asking[0].anchor)
    sign = phrases.sign("confidences", asking[0].confidence, drawn=True)
    return topic.linked_sign(writer, [sign], target, words, asking[0].binding)
