"""The tables of the open data: all that is recorded, in one language, as rows. What writes them (CSV, SQLite,
spreadsheets) and the page that explains them ask here.

A value is the same in all languages or is said by the same phrases as pages say it. Columns and their order
are an interface, with a ``VERSION``.
"""

from __future__ import annotations

from generators.document.open_data import lines, records
from generators.document.open_data.about import EXAMPLE, LICENCE_ADDRESS, VERSION, VERSIONS, About, about
from generators.document.open_data.columns import Column, Link, Table, Value
from generators.document.phrases import Phrases

__all__ = [
    "EXAMPLE",
    "LICENCE_ADDRESS",
    "VERSION",
    "VERSIONS",
    "About",
    "Column",
    "Link",
    "Table",
    "Value",
    "about",
    "tables",
]

_TABLES = (
    records.records,
    lines.provisions,
    lines.steps,
    lines.parties,
    lines.reservations,
    records.mechanisms,
    records.members,
    records.states,
    lines.objectives,
    lines.indicators,
    lines.reporting,
    records.relations,
    lines.silence,
    records.sources,
    records.vocabulary,
    lines.provision_topics,
    records.record_mechanisms,
    records.record_regions,
)


def tables(phrases: Phrases, base: str = "") -> tuple[Table, ...]:
    """All tables in a language, in the order in which a reader wants them. ``base`` is the absolute address
    of the folder of the language, which addresses begin with; without it they are relative to that folder.
    """
    return tuple(make(phrases, base) for make in _TABLES)
