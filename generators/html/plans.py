"""The pages of action plans and of monitoring.

Monitoring says who must report what to whom and when, and which days come. It also shows
the common indicators, and who asks for them.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from markupsafe import Markup

from generators.corpus import coming, tables
from generators.corpus.addresses import Target
from generators.corpus.located import grouped
from generators.corpus.tables import Asking, Matrix
from generators.document import (
    monitoring,
    plan_topics,
    quoted_line,
    record,
    sentences,
    years,
)
from generators.document.blocks import Fold
from generators.document.phrases import Phrases
from generators.document.runs import Runs, joined, letters
from generators.document.topic import named
from generators.html import topic
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter
from generators.text.partial_dates import of_day

_HERE = Target("page", "monitoring")


def plans(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """What the page of plans shows: those of today by region, then those that are over.

    A plan runs if it is in effect and ends today or later.
    """
    phrases = factory.phrases
    corpus = phrases.corpus
    number = factory.localizer.number
    all_plans = [
        name for name, model in corpus.records.items() if model.kind == "action-plan"
    ]
    all_plans.sort(key=corpus.age)
    over = [name for name in all_plans if corpus.group(name) == "over"]
    current = _rows(phrases, [name for name in all_plans if name not in over])
    still_running = [name for name in all_plans if plan_topics.is_running(corpus, name)]
    endless = sum(plan_topics.end_of(corpus, name) is None for name in still_running)
    running = len(still_running) - endless
    by_topic = plan_topics.section(phrases)
    has_calendar = bool(coming.of_all(corpus))
    return {
        "running": number(running),
        "endless": endless,
        "total": number(len(all_plans)),
        "over": number(len(over)),
        "calendar": monitoring.calendar_link(phrases, _HERE) if has_calendar else [],
        "others": current,
        "ended": _rows(phrases, over),
        "regions": [code for code, _, _ in current],
        "by_topic": [by_topic] if by_topic else [],
        "axis": [years.years_of_plans(phrases)],
        "until": phrases.date(of_day(corpus.today)),
    }


def _rows(
    phrases: Phrases, names: list[str]
) -> list[tuple[str, Runs, tuple[dict[str, Runs], ...]]]:
    """Plans by region: its code, its label and its plans, in their order."""
    corpus = phrases.corpus
    by_region = grouped((corpus.region(name), _row(phrases, name)) for name in names)
    return [
        (code, phrases.label("regions", code), by_region[code])
        for code in corpus.vocabularies.entries_of("regions")
        if code in by_region
    ]


def _row(phrases: Phrases, name: str) -> dict[str, Runs]:
    """A plan in the table, by its columns."""
    corpus = phrases.corpus
    confidence = phrases.confidence(corpus.confidence_shown(name))
    evaluations = record.evaluations_in_short(phrases, name)
    return {
        "name": named(phrases, name),
        "about": joined((confidence, evaluations)),
        "period": sentences.period(phrases, corpus.records[name].period),
        "status": sentences.status(phrases, name),
        "years": [years.plan_in_time(phrases, name)],
    }


_FEW = 8
"""How many columns a phone shows. A wider table has a choice of regions."""


def reporting(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """What the page of monitoring shows."""
    phrases = factory.phrases
    indicators = monitoring.indicators(phrases)
    fold = Fold(phrases.ui("What each number counts"), [indicators])
    matrix = _indicator_matrix(factory, writer)
    dates = monitoring.dates(phrases, coming.of_all(phrases.corpus), _HERE)
    return {
        "crumbs": [phrases.page("plans", phrases.ui("Plans"))],
        "duties": monitoring.duties(phrases),
        "dates": [dates] if dates else [],
        "indicators": [fold] if indicators.items else [],
        "matrix": matrix,
        "wide": matrix is not None and len(matrix["mechanisms"]) > _FEW,
    }


def _indicator_matrix(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any] | None:
    """The indicators by the mechanisms that ask for any; None where none asks."""
    phrases = factory.phrases
    table = tables.indicators(phrases.corpus)
    if not table.mechanisms:
        return None
    no_label: Runs = []
    entries = [(code, phrases.entry("indicators", code)) for code in table.rows]
    cell = partial(_indicator_cell, factory, writer, table)
    return topic.matrix(factory, table.mechanisms, [(no_label, entries)], cell)


def _asker(phrases: Phrases, asking: Asking) -> Runs:
    """Who asks for a number, and where; of a plan whose time is over that it is."""
    place = phrases.cited(phrases.name(asking.owner), asking.ref)
    if not asking.measures:
        return place
    return sentences.in_brackets(place, quoted_line.ended(phrases, asking.owner))


def _indicator_cell(
    factory: PageFactory,
    writer: HtmlWriter,
    table: Matrix[list[Asking]],
    code: str,
    mechanism: str,
) -> Markup:
    """The cell of an indicator and a mechanism: how sure it is that it asks for it.

    The sign leads to the first text that asks; its words name all of them. Empty where
    none asks.
    """
    phrases = factory.phrases
    askings = table.cells.get((code, mechanism), [])
    if not askings:
        return Markup("")
    first = askings[0]
    sign = phrases.sign("confidences", first.confidence, drawn=True)
    askers = letters(joined(_asker(phrases, asking) for asking in askings))
    words = f"{askers}{phrases.localizer.colon}{sign.words}"
    target = Target("record", first.owner, first.anchor)
    return topic.linked_sign(writer, sign, target, words, first.binding)
