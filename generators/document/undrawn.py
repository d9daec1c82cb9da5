"""What pictures say where nothing is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from generators.document.blocks import (
    Block,
    Entries,
    Item,
    Lineage,
    List,
    Paragraph,
    Route,
    Section,
    TileMap,
    notes,
)


def words(picture: TileMap | Lineage | Route) -> Iterator[Block]:
    """A picture as blocks of words. Of a map it is what it says as a whole: what it says of each State stands
    beside it.
    """
    if isinstance(picture, TileMap):
        yield Paragraph(picture.caption, "note")
        yield List([Item(shade.label) for shade in picture.key])
    elif isinstance(picture, Lineage):
        yield List(picture.items)
    else:
        for leg in picture.legs:
            yield Section(leg.label, [*notes(leg.text), Entries(leg.stops, "steps")])
