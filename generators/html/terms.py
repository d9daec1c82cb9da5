"""The terms of the field: definition, the form in each language and how sure it is, forms to avoid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generators.corpus.addresses import Target, address
from generators.corpus.cldr import LANGUAGES, sort_key
from generators.html.desk import Desk
from generators.html.page import Page, Press


def pages(press: Press) -> Iterator[Page]:
    """One page with all terms."""
    say = press.localizer.gettext
    lead = say("What the terms mean, and what they are called in each language")
    yield press.page(
        "terms.html.j2",
        address(Target("page", "terms")),
        "terms",
        say("Terms"),
        _view,
        lead,
        "instruments/vocabulary/terms.yml",
    )


def _view(desk: Desk) -> dict[str, Any]:
    terms = desk.corpus.vocabularies.of("terms")
    order = sorted(terms, key=lambda code: sort_key(desk.localizer.word("terms", code).text))
    sources = desk.corpus.vocabularies.lists["terms"].sources if terms else ()
    return {
        "terms": [(code, terms[code]) for code in order],
        "languages": LANGUAGES,
        "sources": {source.id: source for source in sources},
    }
