"""Action plans in time; who must report what to whom, when; the days to come; the common
indicators and who asks for them.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from markupsafe import Markup

from generators.corpus import coming, tables
from generators.corpus.addresses import Target
from generators.corpus.located import grouped
from generators.corpus.tables import Asking, Matrix
from generators.document import monitoring, quoted_line, record, sentences
from generators.document.blocks import Fold
from generators.document.phrases import Phrases
from generators.document.runs import Runs, joined, letters
from generators.document.topic import named
from generators.html import topic
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter

_HERE = Target("page", "monitoring")


def plans(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """Of all plans, those run that stand today and end on a day to come; those that ended
    or were superseded are apart.
    """
    phrases, corpus, number = (
        factory.phrases,
        factory.phrases.corpus,
        factory.localizer.number,
    )
    found = (
        name for name, model in corpus.records.items() if model.kind == "action-plan"
    )
    every = sorted(found, key=corpus.age)
    periods = [
        corpus.records[name].period for name in every if corpus.group(name) == "standing"
    ]
    ends = [period and (period.extended_to or period.to) for period in periods]
    over = [name for name in every if corpus.group(name) == "over"]
    others = _rows(phrases, [name for name in every if name not in over])
    return {
        "running": number(
            sum(end is not None and end.last >= corpus.today for end in ends)
        ),
        "endless": ends.count(None),
        "total": number(len(every)),
        "over": number(len(over)),
        "calendar": monitoring.calendar_link(phrases, _HERE)
        if coming.of_all(corpus)
        else [],
        "others": others,
        "ended": _rows(phrases, over),
        "regions": [code for code, _, _ in others],
    }


def _rows(
    phrases: Phrases, names: list[str]
) -> list[tuple[str, Runs, tuple[dict[str, Runs], ...]]]:
    """Plans by region, in their order."""
    found = grouped((phrases.corpus.region(name), _row(phrases, name)) for name in names)
    regions = (
        code for code in phrases.corpus.vocabularies.of("regions") if code in found
    )
    return [(code, phrases.label("regions", code), found[code]) for code in regions]


def _row(phrases: Phrases, name: str) -> dict[str, Runs]:
    corpus, evaluated = phrases.corpus, record.evaluations_in_short(phrases, name)
    return {
        "name": named(phrases, name),
        "about": joined((phrases.confidence(corpus.confidence_shown(name)), evaluated)),
        "period": sentences.period(phrases, corpus.records[name].period),
        "status": sentences.status(phrases, name),
    }


_FEW = 8
"""How many columns a phone shows beside one another: as many or fewer need no choice of
regions.
"""


def reporting(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases = factory.phrases
    indicators, drawn = monitoring.indicators(phrases), _asked(factory, writer)
    dates = monitoring.dates(phrases, coming.of_all(phrases.corpus), _HERE)
    return {
        "crumbs": [phrases.page("plans", phrases.ui("Plans"))],
        "duties": monitoring.duties(phrases),
        "dates": [dates] if dates else [],
        "indicators": [Fold(phrases.ui("What each number counts"), [indicators])]
        if indicators.items
        else [],
        "matrix": drawn,
        "wide": drawn is not None and len(drawn["mechanisms"]) > _FEW,
    }


def _asked(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any] | None:
    """The indicators × the mechanisms that ask for any; None where none asks."""
    phrases, found = factory.phrases, tables.indicators(factory.phrases.corpus)
    rows = [([], [(code, phrases.entry("indicators", code)) for code in found.rows])]
    cell = partial(_asked_cell, factory, writer, found)
    return (
        topic.matrix(factory, found.mechanisms, rows, cell) if found.mechanisms else None
    )


def _asking(phrases: Phrases, asking: Asking) -> Runs:
    """Who asks for a number, and where; of a plan whose time is over that it is."""
    place = phrases.cited(phrases.name(asking.owner), asking.ref)
    if not asking.measures:
        return place
    return sentences.in_brackets(place, quoted_line.ended(phrases, asking.owner))


def _asked_cell(
    factory: PageFactory, writer: HtmlWriter, found: Matrix, code: str, mechanism: str
) -> Markup:
    """How sure it is that a mechanism asks for a number, which leads to who asks; all who
    do, in words.
    """
    phrases, asking = factory.phrases, found.cells.get((code, mechanism), ())
    if not asking:
        return Markup("")
    first, sign = asking[0], phrases.sign("confidences", asking[0].confidence, drawn=True)
    named = letters(joined(_asking(phrases, each) for each in asking))
    words = f"{named}{phrases.localizer.colon}{sign.words}"
    return topic.linked_sign(
        writer, sign, Target("record", first.owner, first.anchor), words, first.binding
    )
