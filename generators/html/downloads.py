"""What can be taken along: the PDFs of a language, with pages and size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generators.corpus.addresses import Target, address
from generators.corpus.cldr import sort_key
from generators.html.desk import Desk
from generators.html.page import Page, Press

_ORDER = ("compendium", "regions", "mechanisms", "topics", "pathway", "states", "records")


def pages(press: Press) -> Iterator[Page]:
    """One page."""
    say = press.localizer.gettext

    def view(desk: Desk) -> dict[str, Any]:
        return _view(desk, press)

    yield press.page(
        "downloads.html.j2",
        address(Target("page", "downloads")),
        "about",
        say("Downloads"),
        view,
        say("PDFs of everything here, for printing and for reading offline"),
    )


def _view(desk: Desk, press: Press) -> dict[str, Any]:
    headings = {
        "compendium": desk.say("Everything in one volume"),
        "regions": desk.say("Regions"),
        "mechanisms": desk.say("Mechanisms"),
        "topics": desk.say("Topics"),
        "pathway": desk.say("Steps of a case"),
        "states": desk.say("States"),
        "records": desk.say("Records"),
    }
    grouped = [
        (
            headings[kind],
            sorted(
                (each for each in press.downloads.values() if each.kind == kind),
                key=lambda each: sort_key(each.title),
            ),
        )
        for kind in _ORDER
    ]
    return {
        "groups": [
            (heading, sorted(each, key=lambda one: sort_key(one.title))) for heading, each in grouped if each
        ]
    }
