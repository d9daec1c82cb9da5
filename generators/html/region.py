"""Regions: the mechanisms of each, their records in order of time, and how many topics they speak on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generators.corpus import comparisons
from generators.corpus.addresses import Target, address
from generators.html import phrases
from generators.html.desk import Desk
from generators.html.page import Page, Press


def pages(press: Press) -> Iterator[Page]:
    """One page a region."""
    for code in press.localizer.corpus.vocabularies.of("regions"):
        title = press.localizer.label("regions", code)
        description = press.localizer.word("regions", code, "definition").text
        yield press.page(
            "region.html.j2",
            address(Target("region", code)),
            "mechanisms",
            title,
            lambda desk, code=code: _view(desk, code),
            description,
        )


def _view(desk: Desk, code: str) -> dict[str, Any]:
    corpus = desk.corpus
    mechanisms = sorted(
        corpus.mechanisms_in[code], key=lambda name: comparisons.mechanism_sort_key(corpus, name)
    )
    records = sorted((name for name in corpus.records if code in corpus.regions(name)), key=corpus.age)
    headings = [
        ("instrument", desk.say("Instruments")),
        ("action-plan", desk.say("Action plans")),
        ("sop", desk.say("Procedures")),
    ]
    return {
        "code": code,
        "mechanisms": [(name, len(corpus.records_of.get(name, ()))) for name in mechanisms],
        "kinds": [
            (
                kind,
                heading,
                [phrases.row(desk, name) for name in reversed(records) if corpus.records[name].kind == kind],
            )
            for kind, heading in headings
        ],
        "topics": [
            (topic, len({placed.record for placed in each if code in corpus.regions(placed.record)}))
            for topic, each in corpus.by_topic.items()
        ],
        "others": list(corpus.vocabularies.of("regions")),
    }
