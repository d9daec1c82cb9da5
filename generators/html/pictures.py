"""Pictures: maps of States in tiles and the way of a case, as rows of elements, and texts that rest on one
another, joined by lines in SVG. Colours and sizes are the style sheet's; what a picture says stands beside it
in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import escape

from generators.document.blocks import Entry, Item, Leg, Lineage, Route, Strand, Tile, TileMap
from generators.document.runs import letters

if TYPE_CHECKING:
    from generators.html.writer import HtmlWriter

_LANE = 10  # from a strand to the next, in pixels
_NODE = 14  # where in its row a text has its mark, in pixels from above
_BELOW = 999  # pixels: further down than any row reaches, which cuts off what is drawn below it


def tile_map(writer: HtmlWriter, block: TileMap, level: int) -> str:
    """A map with its caption and key. Its tiles are shortcuts for who points at them: the keyboard and screen
    readers have the same links and words beside it.

    There are hundreds of tiles: one says only what the tile before it does not. The class that most are of is
    named once, around all, and empty places are counted by the tile after them.
    """
    del level
    usual = Counter(tile.shade for tile in block.tiles).most_common(1)[0][0]
    key = "".join([f'<li class="t-{shade.code}">{writer.runs(shade.label)}</li>' for shade in block.key])
    return (
        f'<figure class="map">\n<figcaption>{writer.runs(block.caption)}</figcaption>\n'
        f'<ul class="key">{key}</ul>\n'
        f'<div class="tiles" role="region" tabindex="0" aria-label="{escape(letters(block.caption))}">'
        f'<div class="t-{usual}" aria-hidden="true">\n{"".join(_rows(writer, block, usual))}</div></div>\n'
        "</figure>\n"
    )


def _rows(writer: HtmlWriter, block: TileMap, usual: str) -> Iterator[str]:
    """The rows of a map from above, those without a tile too."""
    ordered = sorted(block.tiles, key=lambda tile: (tile.row, tile.column))
    above = -1
    for row, tiles in groupby(ordered, key=lambda tile: tile.row):
        yield "<p></p>\n" * (row - above - 1)
        yield f"<p>{''.join(_row(writer, tiles, usual))}</p>\n"
        above = row


def _row(writer: HtmlWriter, tiles: Iterator[Tile], usual: str) -> Iterator[str]:
    before = -1
    for tile in tiles:
        shade = f"t-{tile.shade}" if tile.shade != usual else ""
        empty = tile.column - before - 1
        classes = " ".join(filter(None, (shade, f"g{empty}" if empty else "")))
        yield _tile(writer, tile, f' class="{classes}"' if classes else "")
        before = tile.column


def _tile(writer: HtmlWriter, tile: Tile, classes: str) -> str:
    title = f' title="{escape(tile.words)}"' if tile.words else ""
    if tile.target is None:
        return f"<b{classes}{title}>{escape(tile.code)}</b>"
    return f'<a href="{writer.href(tile.target)}"{classes}{title} tabindex="-1">{escape(tile.code)}</a>'


# -- lineage ---------------------------------------------------------------------------------------------


def lineage(writer: HtmlWriter, block: Lineage, level: int) -> str:
    """Texts one below the other, joined by strands at the side where a line begins. Each row draws its part,
    as high as its words are.
    """
    del level
    lanes = max((strand.lane for strand in block.strands), default=0) + 1
    rows = "".join([_text(writer, block, row, item, lanes) for row, item in enumerate(block.items)])
    key = "".join([f"<li>{_sample(kind)} {writer.runs(label)}</li>" for kind, label in block.key])
    return f'<ul class="key">{key}</ul>\n<ol class="lineage">\n{rows}</ol>\n'


def _sample(kind: str) -> str:
    return f'<svg class="strand" aria-hidden="true"><path class="{kind}" d="M0 5h40"/></svg>'


def _text(writer: HtmlWriter, block: Lineage, row: int, item: Item, lanes: int) -> str:
    drawn: dict[str, str] = {}
    for strand in block.strands:
        if strand.first <= row <= strand.rows[-1]:
            drawn[strand.kind] = drawn.get(strand.kind, "") + _strand(writer, strand, row, lanes)
    paths = "".join([f'<path class="{kind}" d="{lines}"/>' for kind, lines in drawn.items()])
    here = ' class="here"' if row == block.here else ""
    about = f" <small>{writer.runs(item.about)}</small>" if item.about else ""
    year = f"<b>{item.year}</b> " if item.year else ""
    return (
        f'<li{here}><svg width="{(lanes + 1) * _LANE}" aria-hidden="true">{paths}'
        f"</svg><div>{year}{writer.runs(item.runs)}{about}</div></li>\n"
    )


def _place(writer: HtmlWriter, lane: int, lanes: int) -> int:
    """Where a lane runs, in pixels from the left; -1 is where the texts have their marks, nearest to them."""
    from_texts = (lane + 1) * _LANE + _LANE // 2
    return from_texts if writer.direction == "rtl" else (lanes + 1) * _LANE - from_texts


def _strand(writer: HtmlWriter, strand: Strand, row: int, lanes: int) -> str:
    """What a strand draws in a row: its way along it, and to the mark of the text."""
    x = _place(writer, strand.lane, lanes)
    from_ = _NODE if row == strand.first else 0  # else from above
    along = f"M{x} {from_}v{_NODE - from_ if row == strand.rows[-1] else _BELOW}"
    if row != strand.first and row not in strand.rows:
        return along
    return f"{along}M{x} {_NODE}H{_place(writer, -1, lanes)}"


# -- route -----------------------------------------------------------------------------------------------


def route(writer: HtmlWriter, block: Route, level: int) -> str:
    """A way with its stops: a heading a leg, below it the stops along a line that the style sheet draws."""
    legs = "".join([_leg(writer, leg, level) for leg in block.legs])
    return f'<div class="legs">\n{legs}</div>\n'


def _leg(writer: HtmlWriter, leg: Leg, level: int) -> str:
    stops = "".join([_stop(writer, each) for each in leg.stops])
    return (
        f'<h{level}>{writer.runs(leg.label)}</h{level}>\n<p class="src">{writer.runs(leg.text)}</p>\n'
        f'<ul class="stops">\n{stops}</ul>\n'
    )


def _stop(writer: HtmlWriter, stop: Entry) -> str:
    about = "".join([f'<p class="src">{writer.runs(line)}</p>' for line in stop.about])
    return (
        f'<li><span class="no">{escape(stop.number)}</span>'
        f'<p class="stage">{writer.runs(stop.label)}</p>{about}</li>\n'
    )
