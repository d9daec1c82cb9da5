"""The consultation of Dakar, 2010: what it asked for and saw, what has answered since, what is open; and the
OHCHR Principles as a lens.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generators.corpus import comparisons
from generators.corpus.addresses import Target, address
from generators.html.desk import Desk
from generators.html.page import Page, Press

_KINDS = ("recommendation", "good-practice", "lesson", "challenge")


def pages(press: Press) -> Iterator[Page]:
    """One page for the consultation, one for the Principles and Guidelines."""
    say = press.localizer.gettext
    lead = say("What experts of nine regional mechanisms asked for in 2010, and what has answered since")
    yield press.page(
        "dakar.html.j2",
        address(Target("page", "dakar-2010")),
        "dakar-2010",
        say("The Dakar consultation of 2010"),
        _consultation,
        lead,
    )
    title = say("OHCHR Principles and Guidelines")
    lead = say(
        "The Recommended Principles and Guidelines on Human Rights and Human Trafficking as a lens over all records"
    )
    yield press.page(
        "principles.html.j2",
        address(Target("page", "principles")),
        "principles",
        title,
        _principles,
        lead,
        "instruments/vocabulary/principles.yml",
    )


def _consultation(desk: Desk) -> dict[str, Any]:
    items = desk.corpus.items
    headings = {
        "recommendation": desk.say("Recommendations"),
        "good-practice": desk.say("Good practices"),
        "lesson": desk.say("Lessons learned"),
        "challenge": desk.say("Challenges"),
    }
    grouped = [
        (kind, [(name, model) for name, model in items.items() if model.kind == kind]) for kind in _KINDS
    ]
    return {
        "kinds": [(kind, headings[kind], each) for kind, each in grouped if each],
        "answered": sum(bool(model.answered_by) for model in items.values()),
        "open": sum(bool(model.still_open) for model in items.values()),
        "total": len(items),
        "sources": list(
            {source.title: source for model in items.values() for source in model.sources}.values()
        ),
    }


def _principles(desk: Desk) -> dict[str, Any]:
    corpus = desk.corpus
    rows = [
        (code, entry, comparisons.topics_of_principle(corpus, code))
        for code, entry in corpus.vocabularies.of("principles").items()
    ]
    return {
        "principles": [row for row in rows if row[0].startswith("p")],
        "guidelines": [row for row in rows if row[0].startswith("g")],
        "record": next((name for name in corpus.records if name.startswith("ohchr/principles")), ""),
    }
