"""How far this is: what is recorded, how sure it is, how far the translations are, what must be looked at,
all of it computed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generators.corpus.cldr import LANGUAGES
from generators.corpus.corpus import Corpus
from generators.corpus.timeline import timeline
from generators.html.desk import Desk
from generators.html.page import Page, Press
from generators.translate import update


def pages(press: Press) -> Iterator[Page]:
    """One page."""
    say = press.localizer.gettext
    yield press.page(
        "status.html.j2",
        "status/",
        "about",
        say("Status"),
        _view,
        say("Coverage, translations, facts to be checked, reviews due"),
    )


def _view(desk: Desk) -> dict[str, Any]:
    corpus = desk.corpus
    grades = list(corpus.vocabularies.of("confidences"))
    records = corpus.records.items()
    provisions = Counter(
        corpus.confidence_of(name, line) for name, model in records for line in model.provisions
    )
    steps = Counter(corpus.confidence_of(name, line) for name, model in records for line in model.steps)
    tables = [
        (desk.say("Records"), _shares(grades, Counter(model.confidence for _, model in records))),
        (desk.say("Provisions"), _shares(grades, provisions)),
        (desk.say("Steps of procedures"), _shares(grades, steps)),
        (
            desk.say("Mechanisms"),
            _shares(grades, Counter(each.confidence for each in corpus.mechanisms.values())),
        ),
    ]
    return {
        "counts": _counts(desk),
        "grades": grades,
        "shares": tables,
        "regions": _regions(corpus),
        "translations": corpus.cached(("translation table",), lambda: translation_table(corpus)),
        "check_first": _check_first(corpus),
        "reviews": _reviews(corpus),
        "overdue": sum(len(names) for day, names in _reviews(corpus) if day.last < corpus.today),
        "read_in_full": [name for name, model in corpus.records.items() if model.read_in_full],
    }


def _counts(desk: Desk) -> list[Any]:
    corpus = desk.corpus
    return [
        desk.numbered("{n} mechanism", "{n} mechanisms", len(corpus.mechanisms)),
        desk.numbered("{n} record", "{n} records", len(corpus.records)),
        desk.numbered(
            "{n} provision", "{n} provisions", sum(len(model.provisions) for model in corpus.records.values())
        ),
        desk.numbered("{n} step", "{n} steps", sum(len(model.steps) for model in corpus.records.values())),
        desk.numbered("{n} term", "{n} terms", len(corpus.vocabularies.of("terms"))),
        desk.numbered(
            "{n} item of the Dakar consultation", "{n} items of the Dakar consultation", len(corpus.items)
        ),
    ]


def _shares(grades: list[str], counted: Counter[str]) -> list[tuple[str, int, float]]:
    total = sum(counted.values()) or 1
    return [(grade, counted.get(grade, 0), counted.get(grade, 0) / total) for grade in grades]


def _regions(corpus: Corpus) -> list[tuple[str, int, int, int]]:
    rows = []
    for region in corpus.vocabularies.of("regions"):
        records = [model for name, model in corpus.records.items() if region in corpus.regions(name)]
        rows.append(
            (
                region,
                len(corpus.mechanisms_in[region]),
                len(records),
                sum(len(model.provisions) for model in records),
            )
        )
    return rows


def translation_table(corpus: Corpus) -> list[dict[str, Any]]:
    """Strings by language: how many there are, reviewed, unreviewed, stale, missing, and the share that is
    published.
    """
    totals: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES[1:]}
    for row in update.coverage(corpus, LANGUAGES):
        if row.language in totals:
            totals[row.language].update(
                total=row.total,
                reviewed=row.reviewed,
                unreviewed=row.unreviewed,
                stale=row.stale,
                missing=row.missing,
            )
    return [
        {
            "language": language,
            **{key: count[key] for key in ("total", "reviewed", "unreviewed", "stale", "missing")},
            "share": _published(count),
        }
        for language, count in totals.items()
    ]


def _published(count: Counter[str]) -> float:
    return (count["reviewed"] + count["unreviewed"]) / count["total"] if count["total"] else 1.0


def _check_first(corpus: Corpus) -> list[tuple[str, int]]:
    """Records with lines or days not yet checked against the text, those that bind first, then by the number
    of such lines and days.
    """
    found = []
    for name, model in corpus.records.items():
        lines = sum(
            corpus.confidence_of(name, line) == "recalled"
            for line in (*model.provisions, *model.steps, *model.objectives)
        )
        if model.confidence != "recalled":  # else all its days are, and are not counted one by one
            lines += sum(
                "recalled" in (each.confidence, each.place_confidence) for each in timeline(corpus, name)
            )
        if lines or model.confidence == "recalled":
            found.append((name, max(lines, 1), model.binding))
    found.sort(key=lambda each: (not each[2], -each[1], each[0]))
    return [(name, lines) for name, lines, _ in found]


def _reviews(corpus: Corpus) -> list[tuple[Any, list[str]]]:
    """Files by the day their review is due, soonest first."""
    due: dict[Any, list[str]] = {}
    for name, model in {**corpus.mechanisms, **corpus.records}.items():
        if model.review:
            due.setdefault(model.review.due, []).append(name)
    return sorted(due.items(), key=lambda pair: pair[0].first)
