"""How far this is: what is recorded, how sure it is, how far the translations are, what
must be looked at, all of it computed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from generators.corpus import comparisons, official_text
from generators.corpus.cldr import LANGUAGES, sort_key
from generators.corpus.comparisons import could_not_read
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.corpus.memo import once
from generators.corpus.record_profile import timeline
from generators.document.mechanism import without_members
from generators.document.runs import letters
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter
from generators.text.partial_dates import PartialDate
from generators.translate import update
from generators.translate.localizer import ui


def status(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, corpus, number = (
        factory.phrases,
        factory.phrases.corpus,
        factory.localizer.number,
    )
    ui = factory.localizer.gettext
    records, provisions, steps = ui("Texts"), ui("Rules"), ui("Steps of procedures")
    kinds = {
        "records": records,
        "provisions": provisions,
        "steps": steps,
        "mechanisms": ui("Organisations"),
    }
    names = phrases.name
    labels = (
        phrases.label("confidences", code)
        for code in corpus.vocabularies.of("confidences")
    )
    regions = [
        (phrases.entry("regions", code), code)
        for code in corpus.vocabularies.of("regions")
    ]
    due = reviews(corpus)
    return {
        "counts": {kind: sum(of) for kind, of in grades(corpus).items()}
        | {"terms": len(corpus.vocabularies.of("terms")), "items": len(corpus.items)},
        "today": phrases.today(),
        "confidences": [ui("What"), *map(writer.line, labels)],
        "shares": [
            (kinds[kind], _shares(factory, of)) for kind, of in grades(corpus).items()
        ],
        "regions": [
            (name, list(map(number, of_region(corpus, code)))) for name, code in regions
        ],
        "cells": [
            (name, _shares(factory, cells(corpus, code))) for name, code in regions
        ],
        **_translated(factory),
        "check_first": [(names(record), lines) for record, lines in check_first(corpus)],
        "overdue": sum(len(each) for day, each in due if day.last < corpus.today),
        "reviews": [
            (phrases.date(day), len(each), [*map(names, each)]) for day, each in due
        ],
        "read_in_full": [
            names(name) for name, model in corpus.records.items() if model.read_in_full
        ],
        "unreadable": [
            names(name) for name in corpus.records if could_not_read(corpus, name)
        ],
        "known": _known(factory),
        "without_text": [*map(names, without_text(corpus))],
        "without_members": [*map(names, without_members(corpus))],
    }


def _shares(factory: PageFactory, counts: Sequence[int]) -> list[str]:
    """Counts, each with its share of all."""
    number, percent, whole = (
        factory.localizer.number,
        factory.localizer.percent,
        sum(counts) or 1,
    )
    return [f"{number(count)} ({percent(count / whole)})" for count in counts]


def _translated(factory: PageFactory) -> dict[str, Any]:
    """How far each language is translated, and by whom it was reviewed."""
    phrases, localizer = factory.phrases, factory.localizer
    rows, named = [], []
    for tag, of in translations(phrases.corpus).items():
        name = phrases.language_name(tag)
        counts = [
            *(localizer.number(of[key]) for key in _COUNTED),
            localizer.percent(_shown(of)),
        ]
        rows.append((name, counts))
        if names := _reviewers(phrases.corpus, tag):
            named.append((name, names))
    return {"translations": rows, "reviewers": named}


def _known(factory: PageFactory) -> list[tuple[str, str]]:
    """What is known of parties and texts: what is counted, and how many there are of how
    many.
    """
    ui, number = factory.localizer.gettext, factory.localizer.number
    return [
        (
            ui(label),
            letters(
                factory.phrases.ui("{n} of {m}", n=[number(part)], m=[number(whole)])
            ),
        )
        for label, (part, whole) in known(factory.phrases.corpus).items()
    ]


# -- what is counted, whatever the language ----------------------------------------------


def grades(corpus: Corpus) -> Mapping[str, list[int]]:
    """How many records, provisions, steps and mechanisms have each grade of the list
    ``confidences``.
    """
    records, grade = corpus.records.items(), corpus.confidence_of
    graded = {
        "records": Counter(corpus.confidence_shown(name) for name in corpus.records),
        "provisions": Counter(
            grade(name, line) for name, of in records for line in of.provisions
        ),
        "steps": Counter(grade(name, line) for name, of in records for line in of.steps),
        "mechanisms": Counter(each.confidence for each in corpus.mechanisms.values()),
    }
    grades = corpus.vocabularies.of("confidences")
    return {kind: [of[code] for code in grades] for kind, of in graded.items()}


def known(corpus: Corpus) -> Mapping[str, tuple[int, int]]:
    """Who is bound and where the text is, by what is counted, each as so many of so many.
    A binding text is one that a State can join; a list is complete where it does not say
    that it may lack some.
    """
    models = corpus.records.values()
    binding = sum(model.binding for model in corpus.standards.values())
    named = [
        model.parties
        for model in models
        if model.binding and model.parties and model.parties.states
    ]
    lines = [line for each in named for line in (*each.states, *each.organisations)]
    first = [
        places[0].address for model in models if (places := official_text.places(model))
    ]
    copies = sum(place.copy_ for place in first)
    pages = sum(model.status_page is not None for model in models)
    whole = sum(each.incomplete is None for each in named)
    dated = sum(line.since is not None for line in lines)
    return {
        ui("Binding texts with a list of parties"): (len(named), binding),
        ui("Lists that are complete, as far as we know"): (whole, len(named)),
        ui("Parties with the date when they joined"): (dated, len(lines)),
        ui("Texts with a link to the official text"): (
            len(first) - copies,
            len(corpus.records),
        ),
        ui("Texts with a link to a copy only"): (copies, len(corpus.records)),
        ui("Texts with a link to the depositary's list of parties"): (pages, binding),
    }


def without_text(corpus: Corpus) -> list[str]:
    """The records that lead to no page or copy of their text."""
    return [
        name for name, model in corpus.records.items() if not official_text.places(model)
    ]


def of_region(corpus: Corpus, code: str) -> tuple[int, int, int]:
    """How many mechanisms, records and provisions a region has."""
    records = [
        model for name, model in corpus.records.items() if code in corpus.regions(name)
    ]
    return (
        len(corpus.mechanisms_in[code]),
        len(records),
        sum(len(model.provisions) for model in records),
    )


def cells(corpus: Corpus, region: str) -> tuple[int, ...]:
    """Of each record of a region and each topic, on how many it says something, and then
    of each of ``comparisons.ABSENCES``.
    """
    topics, absent = corpus.vocabularies.of("topics"), Counter()
    own = [name for name in corpus.standards if region in corpus.regions(name)]
    for name in own:
        found = comparisons.absent_topics(corpus)[name]
        absent.update({kind: len(of) for kind, of in found.items()})
    every = len(topics) * len(own)
    return (every - absent.total(), *(absent[kind] for kind in comparisons.ABSENCES))


def check_first(corpus: Corpus) -> tuple[tuple[str, int], ...]:
    """Records with the number of their lines and days not yet checked against the text,
    those that bind first, then those with most.
    """
    found = []
    for name, model in corpus.records.items():
        lines = comparisons.said(model)
        unsure = sum(corpus.confidence_of(name, line) == "recalled" for line in lines)
        if (
            model.confidence != "recalled"
        ):  # else all its days are, and are not counted one by one
            days = timeline(corpus, name)
            unsure += sum(
                "recalled" in (each.confidence, each.place_confidence) for each in days
            )
        if unsure or model.confidence == "recalled":
            found.append((not model.binding, -max(unsure, 1), name))
    return tuple((name, -lines) for _, lines, name in sorted(found))


def reviews(corpus: Corpus) -> tuple[tuple[PartialDate, tuple[str, ...]], ...]:
    """Files by the day their review is due, soonest first."""
    owners = {**corpus.mechanisms, **corpus.records}.items()
    due = grouped((model.review.due, name) for name, model in owners if model.review)
    return tuple(sorted(due.items(), key=lambda pair: pair[0].first))


@once
def translations(corpus: Corpus) -> Mapping[str, Counter[str]]:
    """How many texts there are for each language but the default, how many are reviewed,
    not reviewed, stale and missing.
    """
    return update.coverage(corpus, LANGUAGES[1:])


_COUNTED = ("total", "reviewed", "unreviewed", "stale", "missing")


def _reviewers(corpus: Corpus, language: str) -> tuple[str, ...]:
    """The reviewers who wish to be named, of any catalog of a language, once, by name."""
    library = corpus.library
    own = [catalog for (_, tag), catalog in library.catalogs.items() if tag == language]
    own += [
        held[language]
        for held in (library.interface, library.messages)
        if language in held
    ]
    return tuple(
        sorted({name for catalog in own for name in catalog.reviewers}, key=sort_key)
    )


def _shown(count: Counter[str]) -> float:
    return (
        (count["reviewed"] + count["unreviewed"]) / count["total"]
        if count["total"]
        else 1.0
    )
