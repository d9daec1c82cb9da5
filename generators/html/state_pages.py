"""The pages of States, and what their list shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus import state_tiles
from generators.corpus.addresses import Target
from generators.document import changes, parties, state
from generators.document.blocks import Document, followed
from generators.document.phrases import Phrases
from generators.document.runs import Runs
from generators.html.folds import in_folds
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def each_state(factory: PageFactory) -> Iterator[Page]:
    """A page for each State."""
    localizer = factory.localizer
    phrases = factory.phrases
    crumbs = [phrases.page("states", phrases.ui("States"))]
    words = localizer.gettext("What applies in {state}")
    for code in localizer.corpus.all_states:
        yield factory.document(
            Target("state", code),
            "states",
            words.replace("{state}", localizer.state_in_sentence(code)),
            partial(_state_document, code=code),
            crumbs=crumbs,
            jumps=False,  # its folds are the list
        )


def _state_document(phrases: Phrases, code: str) -> Document:
    """A State, with what changed of the texts that concern it, in a fold."""
    news = changes.section(phrases, Target("state", code))
    folded_news = news._replace(role="fold") if news else None
    return followed(state.document(phrases, code), folded_news)


def states(factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """All States in folds, and a map. Each has the number of texts that are known to bind
    it, where there is one.
    """
    phrases = factory.phrases
    texts_binding = state_tiles.bound(phrases.corpus)

    def line(code: str) -> Runs:
        name = phrases.state(code)
        count = texts_binding[code]
        return phrases.with_number(name, count) if count else name

    return {
        "states": in_folds(texts_binding, phrases.localizer.state, line),
        "map": [parties.map_of_binding(phrases)],
    }


def choices(factory: PageFactory, writer: HtmlWriter, kind: str) -> list[tuple[str, str]]:
    """All States by name, for a field of choice. Each has the address of its page of a
    kind (``state``, ``first-days``), and its name.
    """
    phrases = factory.phrases
    options: list[tuple[str, str]] = []
    for code in sorted(phrases.corpus.all_states, key=phrases.order_of_state):
        href = writer.href(Target(kind, code))
        options.append((href, factory.localizer.state(code)))
    return options
