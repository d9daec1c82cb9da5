"""The front page: what this is, one box that asks, three answers for example, the map of States, three doors,
what is new, how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from generators.corpus import headlines
from generators.corpus.addresses import Target
from generators.document import home, parties, sentences
from generators.document.blocks import List
from generators.document.phrases import Phrases
from generators.document.runs import Run
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter

NEWEST = 6


def pages(factory: PageFactory) -> Iterator[Page]:
    """One page."""
    ui = factory.localizer.gettext
    description = ui(
        "Regional standards, action plans and standard operating procedures against trafficking in persons, "
        "side by side, in seven languages"
    )
    yield factory.page(
        "home.html.j2",
        Target("page"),
        "home",
        ui("The Dakar Compendium"),
        partial(_view, factory),
        description,
    )


def _view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases = factory.phrases
    newest = headlines.newest(phrases.corpus)[:NEWEST]
    return {
        "size": home.size(phrases),
        "topics": _topics(phrases, writer),
        "answers": [home.answers(phrases)],
        "map": [parties.map_of_binding(phrases)],
        "facts": home.facts(phrases),
        "newest": [List([sentences.record_item(phrases, name) for name in newest], "records")],
        "grades": list(_grades(phrases)),
    }


def _topics(phrases: Phrases, writer: HtmlWriter) -> list[tuple[str, list[tuple[str, str]]]]:
    """Pillars with their topics: the address and the label of each."""
    topics, label = phrases.corpus.vocabularies.of("topics"), phrases.localizer.label
    return [
        (
            label("pillars", pillar),
            [(writer.href(Target("topic", code)), label("topics", code)) for code in own],
        )
        for pillar, own in groupby(topics, key=lambda code: topics[code].pillar or "")
    ]


def _grades(phrases: Phrases) -> Iterator[tuple[str, list[Run], str, str]]:
    """The grades of confidence of all lines: code, words, and in percent where its part of the bar begins and
    how wide it is; the bar runs in the direction of reading.
    """
    found = headlines.grades(phrases.corpus)
    total, before = sum(number for _, number in found) or 1, 0.0
    for code, number in found:
        share = number / total
        begins = 1 - before - share if phrases.localizer.direction == "rtl" else before
        yield code, home.grade(phrases, code, number, share), f"{100 * begins:.1f}%", f"{100 * share:.1f}%"
        before += share
