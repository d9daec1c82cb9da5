"""Blocks as bare text: what is said, and nothing of how it looks. Page and paper are held
against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from generators.document import blocks
from generators.document.blocks import (
    Blocks,
    Document,
    Entries,
    Entry,
    Facts,
    Fold,
    Lineage,
    List,
    Paragraph,
    Route,
    Section,
    Table,
    TileMap,
)
from generators.document.runs import Shared, letters


def lines(document: Document) -> list[str]:
    """The lines of a document, in order: what opens it, its sections, what stands aside."""
    return [line for line in _lines([*document.head, *document.sections, *document.aside]) if line]


def _lines(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield from _BLOCKS[type(block)](block)


def _facts(block: Facts) -> Iterator[str]:
    for row in block.rows:
        yield letters(row.label)
        yield letters(row.value)
        yield from _lines(row.blocks)


def _list(block: List) -> Iterator[str]:
    for item in block.items:
        of = item.body if isinstance(item, Shared) else item
        yield from (of.year, letters(of.runs), letters(of.about))


def _entries(block: Entries) -> Iterator[str]:
    for entry in block.items:
        yield from _entry(entry.body if isinstance(entry, Shared) else entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield from (letters(entry.label), letters(entry.value), letters(entry.text))
    yield from map(letters, entry.about)
    yield from _lines(entry.more)


def _table(table: Table) -> Iterator[str]:
    yield from map(letters, table.head)
    for group in table.groups:
        yield letters(group.label)
        for row in group.rows:
            for cell in row.cells:
                yield from _lines(cell or ())


def _picture(block: TileMap | Lineage | Route) -> Iterator[str]:
    return _lines(list(blocks.undrawn(block)))


_BLOCKS: Mapping[type, Callable[[Any], Iterator[str]]] = {
    # doors to other pages are left out of paper
    Paragraph: lambda block: iter([] if block.role == "doors" else [letters(block.runs)]),
    Section: lambda block: chain([letters(block.heading)], _lines(block.blocks)),
    Fold: lambda block: chain([letters(block.summary)], _lines(block.blocks)),
    Shared: lambda block: _lines([block.body]),
    Facts: _facts,
    List: _list,
    Entries: _entries,
    Table: _table,
    TileMap: _picture,
    Lineage: _picture,
    Route: _picture,
}
