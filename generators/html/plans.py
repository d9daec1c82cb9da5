"""Action plans in time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus import coming, plan_times
from generators.corpus.addresses import Target
from generators.corpus.confidences import shown
from generators.corpus.plan_times import PlanTime
from generators.document import coming as say_coming
from generators.document import sentences
from generators.document.phrases import Phrases
from generators.document.topic import named
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("Which plans run, which are over, and what followed them")
    heading = ui("Action plans in time")
    yield factory.page(
        "plans.html.j2", Target("page", "plans"), "plans", heading, partial(_plans, factory), lead
    )


def _plans(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    del writer
    phrases, found = factory.phrases, plan_times.plan_times(factory.phrases.corpus)
    number = factory.localizer.number
    return {
        "running": number(found.running),
        "total": number(found.total),
        "ends": (found.first, found.last),
        "ticks": [(year, _x(phrases, found.share(year))) for year in found.ticks()],
        "now": _x(phrases, found.share(found.now)),
        "calendar": say_coming.link(phrases, Target("page", "monitoring"))
        if coming.of_all(phrases.corpus)
        else [],
        "regions": [
            (
                code,
                phrases.label("regions", code),
                factory.localizer.label("regions", code),
                [_bar(phrases, each, found) for each in plans],
            )
            for code, plans in found.regions
        ],
    }


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
        "period": sentences.period(phrases, model.period),
        "status": phrases.corpus.status(each.record),
        "status_text": sentences.status(phrases, each.record),
        "x": _x(phrases, ends if _from_right(phrases) else begins),
        "width": f"{100 * (ends - begins):.1f}",
        "open": each.open_end,
    }
