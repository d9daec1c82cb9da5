"""Action plans in time; who must report what to whom, when; the days to come; the common indicators and who
asks for them.
"""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from generators.corpus import coming, tables
from generators.corpus.addresses import Target
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.corpus.tables import Matrix
from generators.document import monitoring, record, sentences
from generators.document.blocks import Fold
from generators.document.phrases import Phrases
from generators.document.runs import Runs, joined, letters
from generators.document.topic import named
from generators.html import topic
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter
from generators.text.partial_dates import PartialDate

_HERE = Target("page", "monitoring")


class Axis(NamedTuple):
    """The years from the ``first`` to the ``last`` of any plan, along a line in the direction of reading."""

    first: int
    last: int
    from_right: bool

    def share(self, year: float) -> float:
        """Where a year begins, as a share of the whole."""
        return (year - self.first) / (self.last + 1 - self.first)

    def x(self, year: float) -> str:
        """Where a year begins, in percent from the left end."""
        return f"{100 * (1 - self.share(year) if self.from_right else self.share(year)):.1f}"


def plans(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """Of all plans, those run that stand today and end on a day to come; those that ended or were superseded
    are apart.
    """
    phrases, corpus, number = factory.phrases, factory.phrases.corpus, factory.localizer.number
    found = (name for name, model in corpus.records.items() if model.kind == "action-plan")
    every = sorted(found, key=corpus.age)
    years = [year for name in every for year in _years(corpus, name)] or [corpus.today.year]
    axis = Axis(min(years), max(years), factory.localizer.direction == "rtl")
    ends = [_end(corpus, name) for name in every if corpus.group(name) == "standing"]
    over = [name for name in every if corpus.group(name) == "over"]
    others = _bars(phrases, [name for name in every if name not in over], axis)
    return {
        "running": number(sum(end is not None and end.last >= corpus.today for end in ends)),
        "endless": ends.count(None),
        "total": number(len(every)),
        "over": number(len(over)),
        "ticks": [(year, axis.x(year)) for year in range(axis.first - axis.first % 5 + 5, axis.last + 1, 5)],
        "now": axis.x(corpus.today.year + corpus.today.month / 12),
        "calendar": monitoring.calendar_link(phrases, _HERE) if coming.of_all(corpus) else [],
        "fade": ("100%", "0%") if axis.from_right else ("0%", "100%"),
        "others": others,
        "ended": _bars(phrases, over, axis),
        "regions": [code for code, _, _ in others],
    }


def _bars(
    phrases: Phrases, names: list[str], axis: Axis
) -> list[tuple[str, Runs, tuple[dict[str, Any], ...]]]:
    """Plans by region, in their order."""
    found = grouped((phrases.corpus.region(name), _bar(phrases, name, axis)) for name in names)
    regions = (code for code in phrases.corpus.vocabularies.of("regions") if code in found)
    return [(code, phrases.label("regions", code), found[code]) for code in regions]


def _end(corpus: Corpus, name: str) -> PartialDate | None:
    period = corpus.records[name].period
    return period and (period.extended_to or period.to)


def _years(corpus: Corpus, name: str) -> list[int]:
    """First and last year of a plan, where it is dated; one without an end reaches to this year."""
    period, day, end = corpus.records[name].period, corpus.day(name), _end(corpus, name)
    if day is None:
        return []
    begins = (period.from_ if period and period.from_ else day).year
    return [begins, max(begins, end.year if end else corpus.today.year)]


def _bar(phrases: Phrases, name: str, axis: Axis) -> dict[str, Any]:
    corpus, (begins, last) = phrases.corpus, _years(phrases.corpus, name) or (axis.first, axis.first)
    return {
        "name": joined((named(phrases, name), phrases.confidence(corpus.confidence_shown(name)))),
        "evaluations": record.evaluations_in_short(phrases, name),
        "period": sentences.period(phrases, corpus.records[name].period),
        "status": corpus.status(name),
        "status_text": sentences.status(phrases, name),
        "x": axis.x(last + 1 if axis.from_right else begins),
        "width": f"{100 * (axis.share(last + 1) - axis.share(begins)):.1f}",
        "open": _end(corpus, name) is None,
    }


_FEW = 8
"""How many columns a phone shows beside one another: as many or fewer need no choice of regions."""


def reporting(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases = factory.phrases
    duties, indicators = monitoring.duties(phrases), monitoring.indicators(phrases)
    drawn = _asked(factory, writer)
    dates = monitoring.dates(phrases, coming.of_all(phrases.corpus), _HERE)
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
    phrases, found = factory.phrases, tables.indicators(factory.phrases.corpus)
    rows = [([], [(code, phrases.entry("indicators", code)) for code in found.rows])]
    cell = partial(_asked_cell, factory, writer, found)
    return topic.matrix(factory, found.mechanisms, rows, cell) if found.mechanisms else None


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
