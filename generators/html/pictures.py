"""Pictures as HTML: maps in tiles, bars, marks on a scale, and rows of squares.

They are rows of elements. The style sheet has their colours and sizes, and words next to
a picture say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from generators.document import blocks as kinds
from generators.document.blocks import Blocks
from generators.document.runs import Share
from generators.html.runs import RunWriter, escaped

# -- parts of wholes ---------------------------------------------------------------------


def bars(writer: RunWriter, block: kinds.Bars, write: Callable[[Blocks], str]) -> str:
    """Bars under their caption, each with its words. It opens: ``write`` writes what is
    in it.
    """
    parts: list[str] = []
    for bar in block.bars:
        line = f"{writer.runs(bar.label)} <small>{writer.runs(bar.words)}</small>"
        drawn = writer.run(Share(bar.part))
        opened = write(bar.blocks)
        parts.append(f"<details><summary>{line}{drawn}</summary>\n{opened}</details>\n")
    caption = writer.runs(block.caption)
    return (
        f'<figure class="bars">\n<figcaption class="src">{caption}</figcaption>\n'
        f"{''.join(parts)}</figure>\n"
    )


# -- marks on a scale, and squares -------------------------------------------------------


def strip(writer: RunWriter, block: kinds.Strip) -> str:
    """Marks on a scale between their caption and their key."""
    caption = writer.runs(block.caption)
    return (
        f'<figure class="strip">\n<figcaption class="src">{caption}</figcaption>\n'
        f"{writer.run(block.scale)}{_key(writer, block.key)}</figure>\n"
    )


def squares(writer: RunWriter, block: kinds.Squares) -> str:
    """A row of squares under its caption and key. They are shortcuts for a pointer. The
    keyboard and screen readers have the list near them.
    """
    items: list[str] = []
    for square in block.squares:
        href = escaped(writer.href(square.target))
        items.append(f'<a class="t-{square.shade}" href="{href}" tabindex="-1"></a>')
    caption = writer.runs(block.caption)
    return (
        f'<figure class="squares">\n<figcaption class="src">{caption}</figcaption>\n'
        f'{_key(writer, block.key)}<p aria-hidden="true">{"".join(items)}</p>\n'
        "</figure>\n"
    )


# -- maps --------------------------------------------------------------------------------


def tile_map(writer: RunWriter, block: kinds.TileMap) -> str:
    """A map with its caption and key. Its tiles are shortcuts for a pointer. The keyboard
    and screen readers have the same links and words next to it.

    There are hundreds of tiles: the class that most are of is named once, around all.
    """
    usual = Counter(tile.shade for tile in block.tiles).most_common(1)[0][0]
    rows = "".join(_tile_rows(writer, block, usual))
    return (
        f'<figure class="map">\n<figcaption>{writer.runs(block.caption)}</figcaption>\n'
        f"{_key(writer, block.key)}"
        f'<div class="t-{usual} tiles" aria-hidden="true">\n{rows}</div>\n'
        "</figure>\n"
    )


def _key(writer: RunWriter, shades: Sequence[kinds.Shade]) -> str:
    """What the shades of a picture mean."""
    items = [f'<li class="t-{shade.code}">{writer.runs(shade.label)}' for shade in shades]
    return f'<ul class="key">{"".join(items)}</ul>\n'


def _tile_rows(writer: RunWriter, block: kinds.TileMap, usual: str) -> Iterator[str]:
    """The rows of a map from above, those without a tile too."""
    ordered = sorted(block.tiles, key=lambda tile: (tile.row, tile.column))
    row_above = -1
    for row, tiles in groupby(ordered, key=lambda tile: tile.row):
        yield "<p></p>\n" * (row - row_above - 1)
        yield f"<p>{''.join(_tiles(writer, tiles, usual))}</p>\n"
        row_above = row


def _tiles(writer: RunWriter, tiles: Iterator[kinds.Tile], usual: str) -> Iterator[str]:
    """The tiles of a row from its start, with an empty element for each place without
    one.
    """
    column_before = -1
    for tile in tiles:
        yield "<i></i>" * (tile.column - column_before - 1)
        css_class = "" if tile.shade == usual else f' class="t-{tile.shade}"'
        yield _tile(writer, tile, css_class)
        column_before = tile.column


def _tile(writer: RunWriter, tile: kinds.Tile, css_class: str) -> str:
    title = f' title="{escaped(tile.words)}"' if tile.words else ""
    code = escaped(tile.code)
    if tile.target is None:
        return f"<b{css_class}{title}>{code}</b>"
    href = writer.href(tile.target)
    return f'<a href="{href}"{css_class}{title} tabindex="-1">{code}</a>'
