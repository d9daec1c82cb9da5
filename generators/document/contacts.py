"""The offices that answer on trafficking, as they were published, and on which day."""

from __future__ import annotations

from collections.abc import Iterable

from generators.document.blocks import Item, List, Section
from generators.document.phrases import Phrases
from generators.document.runs import Run, Text, joined
from generators.model.mechanisms import Contact


def contact(phrases: Phrases, name: str, of: Contact) -> list[Run]:
    """How to reach the office of a mechanism (``name``)."""
    points = phrases.ui("Focal points of its member States")
    return joined(
        (
            phrases.text_of(name, of.office) if of.office else [],
            [Text(of.address, "zxx")] if of.address else [],
            phrases.number_of(of.telephone),
            phrases.outside(f"mailto:{of.mail}", phrases.number_of(of.mail)) if of.mail else [],
            phrases.outside(of.url) if of.url else [],
            phrases.outside(of.focal_points, points) if of.focal_points else [],
            phrases.ui("read {date}", date=phrases.date(of.seen)) if of.seen else [],
        )
    )


def of_mechanisms(phrases: Phrases, names: Iterable[str]) -> Section | None:
    """Whom to ask: the offices of some mechanisms; None where no contact is recorded."""
    items = [
        Item(phrases.title_link(name), contact(phrases, name, of))
        for name in dict.fromkeys(names)
        if (of := phrases.corpus.mechanisms[name].contact)
    ]
    return Section(phrases.ui("Contacts"), [List(items)], "contacts") if items else None
