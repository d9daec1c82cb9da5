"""How far this is: what is recorded, how sure it is, how far the translations are, what must be looked at,
all of it computed; and what translators look at first, in the order of ``translate/to_do.py``, of which
``compendium translations next`` lists all.
"""

from __future__ import annotations

from typing import Any

from generators.corpus.addresses import Target
from generators.document import coverage
from generators.document.runs import Outside, Text, joined, letters
from generators.html.page import PageFactory
from generators.html.writer import HtmlWriter
from generators.text.gettext_files import STALE
from generators.translate import to_do


def status(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, number = factory.phrases, factory.localizer.number
    found = coverage.coverage(phrases.corpus)
    ui = factory.localizer.gettext
    records, provisions, steps = ui("Texts"), ui("Rules"), ui("Steps of procedures")
    kinds = {"records": records, "provisions": provisions, "steps": steps, "mechanisms": ui("Organisations")}
    names, percent = phrases.name, factory.localizer.percent
    grades = (phrases.label("confidences", code) for code in found.confidences)
    return {
        "counts": _counts(factory, found),
        "today": phrases.today(),
        "confidences": [ui("What"), *map(writer.line, grades)],
        "shares": [
            (kinds[kind], [f"{number(count)} ({percent(share)})" for count, share in shares])
            for kind, shares in found.shares
        ],
        "regions": [
            (phrases.entry("regions", code), list(map(number, counts))) for code, counts in found.regions
        ],
        "cells": [(phrases.entry("regions", code), _shares(factory, counts)) for code, counts in found.cells],
        **_translated(factory, writer),
        "check_first": [(names(record), lines) for record, lines in found.check_first],
        "overdue": found.overdue,
        "reviews": [(phrases.date(day), len(each), [*map(names, each)]) for day, each in found.reviews],
        "read_in_full": [*map(names, found.read_in_full)],
        "unreadable": [*map(names, found.unreadable)],
        "known": _known(factory, found.known),
        "without_text": [*map(names, found.known.without)],
        "without_members": [*map(names, coverage.without_members(phrases.corpus))],
    }


def _shares(factory: PageFactory, counts: tuple[int, ...]) -> list[str]:
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


def _known(factory: PageFactory, known: coverage.Known) -> list[tuple[str, str]]:
    """What is known of parties and texts: what is counted, and how many there are of how many."""
    ui, number = factory.localizer.gettext, factory.localizer.number

    def of(part: int, whole: int) -> str:
        return letters(factory.phrases.ui("{n} of {m}", n=[number(part)], m=[number(whole)]))

    records = known.official + known.copies + len(known.without)
    return [
        (ui("Binding texts with a list of parties"), of(known.named, known.binding)),
        (ui("Lists that are complete, as far as we know"), of(known.whole, known.named)),
        (ui("Parties with the date when they joined"), of(known.dated, known.lines)),
        (ui("Texts with a link to the official text"), of(known.official, records)),
        (ui("Texts with a link to a copy only"), of(known.copies, records)),
        (ui("Texts with a link to the depositary's list of parties"), of(known.status_pages, known.binding)),
    ]


def _counts(factory: PageFactory, found: coverage.Coverage) -> list[Any]:
    n_ = factory.localizer.ngettext
    return [
        n_("{n} organisation or process", "{n} organisations and processes", found.mechanisms),
        n_("{n} text", "{n} texts", found.records),
        n_("{n} rule", "{n} rules", found.provisions),
        n_("{n} step", "{n} steps", found.steps),
        n_("{n} term", "{n} terms", found.terms),
        n_("{n} item of the Dakar consultation", "{n} items of the Dakar consultation", found.items),
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
        "state": ui("On the pages of States"),
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
