"""The pages of States: the list, and what applies in each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus import state_tiles
from generators.corpus.addresses import OfPages, Target
from generators.document import changes, parties, state
from generators.document.blocks import Document, followed
from generators.document.phrases import Phrases
from generators.document.runs import Annotation, Runs
from generators.html.letters import Letter, by_letter
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """The list of States, and one page each."""
    localizer, phrases = factory.localizer, factory.phrases
    lead = localizer.gettext("What applies in each State")
    yield factory.page(
        "states.html.j2",
        Target("page", "states"),
        "states",
        localizer.gettext("States"),
        partial(_list, factory),
        lead,
    )
    for code in localizer.corpus.all_states:
        title = localizer.gettext("What applies in {state}").replace("{state}", localizer.state(code))
        yield factory.document(
            Target("state", code),
            "states",
            title,
            partial(_document, code=code),
            crumbs=[phrases.page("states", phrases.ui("States"))],
            jumps=True,
        )


def _document(phrases: Phrases, code: str) -> Document:
    """A State, with what changed of the texts that concern it."""
    return followed(state.document(phrases, code), changes.of_state(phrases, code))


def _list(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    del writer
    phrases, bound = factory.phrases, state_tiles.bound(factory.phrases.corpus)
    name = phrases.localizer.state
    found = by_letter(bound, name)
    return {
        "states": [
            each._replace(items=[_numbered(phrases, code, bound[code]) for code in each.items])
            for each in found
        ],
        "map": [parties.map_of_binding(phrases)],
    }


def _numbered(phrases: Phrases, code: str, number: int) -> Runs:
    """A State with the number of texts that are known to bind it, where there is one."""
    return [*phrases.state(code), *([" ", Annotation(phrases.number(number))] if number else [])]


def listed(factory: PageFactory, kind: OfPages) -> list[Letter[Runs]]:
    """All States by letter, each leading to its page of a kind."""
    phrases, name = factory.phrases, factory.localizer.state
    found = by_letter(phrases.corpus.all_states, name)
    return [
        each._replace(items=[phrases.linked(kind, code, [name(code)]) for code in each.items])
        for each in found
    ]
