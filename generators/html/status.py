"""How far this is: what is recorded, how sure it is, how far the translations are, what must be looked at,
all of it computed; and what translators look at first, in the order of ``translate/to_do.py``, of which
``compendium translations next`` lists all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generators.corpus.addresses import Target
from generators.corpus.comparisons import could_not_read
from generators.document import coverage
from generators.document.runs import Outside, Text, joined, letters
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter
from generators.text.gettext_files import STALE
from generators.translate import to_do


def status(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, corpus, number = factory.phrases, factory.phrases.corpus, factory.localizer.number
    ui = factory.localizer.gettext
    records, provisions, steps = ui("Texts"), ui("Rules"), ui("Steps of procedures")
    kinds = {"records": records, "provisions": provisions, "steps": steps, "mechanisms": ui("Organisations")}
    names = phrases.name
    grades = (phrases.label("confidences", code) for code in corpus.vocabularies.of("confidences"))
    regions = [(phrases.entry("regions", code), code) for code in corpus.vocabularies.of("regions")]
    reviews = coverage.reviews(corpus)
    return {
        "counts": _counts(factory),
        "today": phrases.today(),
        "confidences": [ui("What"), *map(writer.line, grades)],
        "shares": [(kinds[kind], _shares(factory, of)) for kind, of in coverage.grades(corpus).items()],
        "regions": [(name, list(map(number, coverage.of_region(corpus, code)))) for name, code in regions],
        "cells": [(name, _shares(factory, coverage.cells(corpus, code))) for name, code in regions],
        **_translated(factory, writer),
        "check_first": [(names(record), lines) for record, lines in coverage.check_first(corpus)],
        "overdue": sum(len(each) for day, each in reviews if day.last < corpus.today),
        "reviews": [(phrases.date(day), len(each), [*map(names, each)]) for day, each in reviews],
        "read_in_full": [names(name) for name, model in corpus.records.items() if model.read_in_full],
        "unreadable": [names(name) for name in corpus.records if could_not_read(corpus, name)],
        "known": _known(factory),
        "without_text": [*map(names, coverage.without_text(corpus))],
        "without_members": [*map(names, coverage.without_members(corpus))],
    }


def _shares(factory: PageFactory, counts: Sequence[int]) -> list[str]:
    """Counts, each with its share of all."""
    number, percent, whole = factory.localizer.number, factory.localizer.percent, sum(counts) or 1
    return [f"{number(count)} ({percent(count / whole)})" for count in counts]


def _translated(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """How far each language is translated, what is to be done for it, and by whom it was reviewed."""
    phrases, localizer = factory.phrases, factory.localizer
    rows = [(phrases.language_name(row.language), row) for row in coverage.translation_rows(phrases.corpus)]
    return {
        "translations": [
            (
                name,
                factory.abroad(writer, row.language, Target("page", "translate")),
                [*map(localizer.number, row.counts), localizer.percent(row.share)],
            )
            for name, row in rows
        ],
        "reviewers": [(name, row.reviewers) for name, row in rows if row.reviewers],
    }


def _known(factory: PageFactory) -> list[tuple[str, str]]:
    """What is known of parties and texts: what is counted, and how many there are of how many."""
    ui, number = factory.localizer.gettext, factory.localizer.number
    labels = {
        "named": ui("Binding texts with a list of parties"),
        "whole": ui("Lists that are complete, as far as we know"),
        "dated": ui("Parties with the date when they joined"),
        "official": ui("Texts with a link to the official text"),
        "copies": ui("Texts with a link to a copy only"),
        "status_pages": ui("Texts with a link to the depositary's list of parties"),
    }
    return [
        (labels[of], letters(factory.phrases.ui("{n} of {m}", n=[number(part)], m=[number(whole)])))
        for of, (part, whole) in coverage.known(factory.phrases.corpus).items()
    ]


def _counts(factory: PageFactory) -> list[Any]:
    n_, corpus = factory.localizer.ngettext, factory.localizer.corpus
    records = corpus.records.values()
    return [
        n_("{n} organisation or process", "{n} organisations and processes", len(corpus.mechanisms)),
        n_("{n} text", "{n} texts", len(records)),
        n_("{n} rule", "{n} rules", sum(len(model.provisions) for model in records)),
        n_("{n} step", "{n} steps", sum(len(model.steps) for model in records)),
        n_("{n} term", "{n} terms", len(corpus.vocabularies.of("terms"))),
        n_("{n} item of the Dakar consultation", "{n} items of the Dakar consultation", len(corpus.items)),
    ]


MOST = 100
"""Texts on the page."""


def translate(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, here = factory.phrases, Target("page", "translate")
    corpus, language, number = phrases.corpus, phrases.language, factory.localizer.number
    found = to_do.to_do(corpus, language, to_do.texts(corpus, language, factory.public.own))
    others = [row.language for row in coverage.translation_rows(corpus) if row.language != language]
    return {
        "counts": {"n": number(min(MOST, len(found))), "m": number(len(found))},
        "texts": [_text(factory, text) for text in found[:MOST]],
        "others": [(phrases.language_name(code), factory.abroad(writer, code, here)) for code in others],
    }


def _text(factory: PageFactory, text: to_do.Open) -> dict[str, Any]:
    """The text, its translation (empty: there is none), why it stands here, and the line of its catalog."""
    ui, edit, unit = factory.localizer.gettext, factory.public.edit, text.units[0]
    words = {
        "misleads": ui("A mistake here misleads"),
        "binds": ui("Other lines of texts that bind"),
        "rest": ui("Everything else"),
        "duty": ui("what must be done"),
        "number": ui("a number or a date"),
        "negation": ui("a negation"),
        STALE: ui("Translation out of date: the source text is shown"),
        to_do.MISSING: ui("Not yet translated: the source text is shown"),
    }
    forms = (unit.text, unit.plural)
    place = f"{text.path}:{text.line}" if text.line else text.path
    address = f"{edit}{text.path}#L{text.line}" if text.line else f"{edit}{text.path}"
    why = [[words[key]] for key in (text.why, *text.risks, text.state) if key in words]
    said = text.found and (text.found.plural or (text.found.text,))
    return {
        "source": joined([[Text(form, unit.source_language)] for form in forms if form], " | "),
        "translation": " | ".join(filter(None, said or ())),
        "about": joined([*why, [Outside([place], address)] if edit else [place]]),
    }
