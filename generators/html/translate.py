"""What translators do next: the first texts of a language, in the order of ``translate/to_do.py``, how many
there are, and the other languages. A script shows the others, and those of one mechanism or class alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus.addresses import Target
from generators.document import coverage, translation_work
from generators.document.runs import Runs
from generators.document.translation_work import PART
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    lead = ui("What to translate or read next, where a mistake does most harm first")
    title = ui("Translations to read")
    yield factory.page(
        "translate.html.j2", Target("page", "translate"), "about", title, partial(_view, factory), lead
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, number = factory.phrases, factory.localizer.number
    found = translation_work.opened(phrases, factory.public.own)
    whys = translation_work.whys(phrases)
    counted = Counter((each.folder, each.why) for each in found)
    own = {row.language: row.reviewers for row in coverage.translation_rows(phrases.corpus)}
    first = [translation_work.work(phrases, each) for each in found[:PART]]
    return {
        "edit": factory.public.edit,
        "texts": [translation_work.entries(phrases, first, factory.public.edit)],
        "total": len(found),
        "classes": [
            (words, number(sum(n for (_, why), n in counted.items() if why == code)))
            for code, words in whys.items()
        ],
        "folders": [
            (name, [number(counted[folder, why]) if counted[folder, why] else "" for why in whys])
            for folder, name in translation_work.folders(phrases, found)
        ],
        "reviewers": own.get(phrases.language, ()),
        "others": list(_others(factory, writer)),
    }


def _others(factory: PageFactory, writer: HtmlWriter) -> Iterator[tuple[Runs, str]]:
    """The other languages that the records are translated into, each with its page."""
    here = Target("page", "translate")
    for row in coverage.translation_rows(factory.phrases.corpus):
        if row.language != factory.localizer.language:
            page = factory.abroad(writer, row.language, here)
            yield factory.phrases.language_name(row.language), page
