"""The pages of States: the list, and what applies in each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generators.corpus import state_tiles
from generators.corpus.addresses import Target
from generators.corpus.cldr import sort_key
from generators.document import state, tile_maps
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
            partial(state.document, code=code),
            crumbs=[phrases.page("states", phrases.ui("States"))],
            jumps=True,
        )


def _list(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    del writer
    phrases, bound = factory.phrases, state_tiles.bound(factory.phrases.corpus)
    codes = sorted(bound, key=lambda code: sort_key(factory.localizer.state(code)))
    return {
        "states": [
            (phrases.state(code), phrases.number(bound[code]) if bound[code] else []) for code in codes
        ],
        "map": [tile_maps.binding(phrases)],
    }
