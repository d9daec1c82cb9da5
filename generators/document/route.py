"""The way of a case by phase: each stage with how many procedures and texts speak of it."""

from __future__ import annotations

from generators.corpus import route as route_of
from generators.corpus.addresses import Target
from generators.corpus.route import StageOnRoute
from generators.document.blocks import Entry, Leg, Route
from generators.document.phrases import Phrases
from generators.document.runs import Link, joined


def route(phrases: Phrases) -> Route:
    """All stages in their phases; each leads to its page, and there to what the standards say."""
    return Route(
        [
            Leg(
                phrases.label("phases", phase),
                phrases.definition("phases", phase),
                [_stop(phrases, each) for each in stages],
            )
            for phase, stages in route_of.route(phrases.corpus)
        ]
    )


def _stop(phrases: Phrases, each: StageOnRoute) -> Entry:
    procedures = phrases.counted("{n} procedure", "{n} procedures", each.procedures)
    texts = phrases.counted("{n} text on its topics", "{n} texts on its topics", each.texts)
    binding = phrases.labelled(phrases.ui("of them binding"), phrases.number(each.binding))
    linked = [Link(texts, Target("stage", each.code, "standards"))]
    about = [
        [Link(procedures, Target("stage", each.code))] if each.procedures else procedures,
        joined((linked, binding), phrases.localizer.comma) if each.texts else [],
    ]
    number = phrases.localizer.number(each.number)
    return Entry([], [line for line in about if line], phrases.entry("stages", each.code), number=number)
