"""What translators look at first: the texts of a language with whose translation a mistake does most harm, in
the order of ``translate/to_do.py``. ``compendium translations next`` lists them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus.addresses import Target
from generators.document import coverage
from generators.document.runs import Outside, Text, joined
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter
from generators.text.gettext_files import STALE
from generators.translate import to_do

MOST = 100
"""Texts on the page."""


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("What to translate or read next, where a mistake does most harm first")
    title = ui("Translations to read")
    yield factory.page(
        "translate.html.j2", Target("page", "translate"), "about", title, partial(_view, factory), lead
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
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
