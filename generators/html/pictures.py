"""Pictures as SVG: maps of States in tiles, texts that rest on one another, the way
of a case. Colours and sizes of letters
are the style sheet's; what a picture says stands beside it in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import escape

from generators.document.blocks import Entry, Item, Leg, Lineage, Route, Strand, Tile, TileMap
from generators.document.runs import letters

if TYPE_CHECKING:
    from generators.html.writer import HtmlWriter

_STEP = 20  # from a tile to the next, in units of the drawing
_SIDE = 18  # of a tile
_WIDTH = 26  # the same in pixels: what letters need to be read
_LANE = 10  # from a strand to the next, in pixels
_NODE = 14  # where in its row a text has its mark, in pixels from above


def tile_map(writer: HtmlWriter, block: TileMap, level: int) -> str:
    """A map with its caption and key. Its tiles are shortcuts for who points at them: the keyboard and screen
    readers have the same links and words beside it.
    """
    del level
    columns = max(tile.column for tile in block.tiles) + 1
    rows = max(tile.row for tile in block.tiles) + 1
    key = "".join([f'<li class="t-{shade.code}">{writer.runs(shade.label)}</li>' for shade in block.key])
    draw = _linked if any(tile.target for tile in block.tiles) else _shaded
    return (
        f'<figure class="map">\n<figcaption>{writer.runs(block.caption)}</figcaption>\n'
        f'<ul class="key">{key}</ul>\n'
        f'<div class="tiles" role="region" tabindex="0" aria-label="{escape(letters(block.caption))}">'
        f'<svg viewBox="0 0 {columns * _STEP} {rows * _STEP}" width="{columns * _WIDTH}" '
        f'aria-hidden="true">\n'
        f"{draw(writer, block.tiles)}</svg></div>\n</figure>\n"
    )


def _linked(writer: HtmlWriter, tiles: Sequence[Tile]) -> str:
    """Tiles row by row, each by itself."""
    ordered = sorted(tiles, key=lambda tile: (tile.row, tile.column))
    return "".join(
        [
            f'<g transform="translate(0 {row * _STEP})">{"".join([_tile(writer, each) for each in of])}</g>\n'
            for row, of in groupby(ordered, key=lambda tile: tile.row)
        ]
    )


def _tile(writer: HtmlWriter, tile: Tile) -> str:
    x = tile.column * _STEP
    square, code = f'<path d="M{x} 0h{_SIDE}"/>', f'<text x="{x}">{escape(tile.code)}</text>'
    body = f"<title>{escape(tile.words)}</title>{square}{code}"
    if tile.target is None:
        return f'<g class="t-{tile.shade}">{body}</g>'
    return f'<a class="t-{tile.shade}" href="{writer.href(tile.target)}" tabindex="-1">{body}</a>'


def _shaded(writer: HtmlWriter, tiles: Sequence[Tile]) -> str:
    """Tiles class by class, the squares of each drawn at once."""
    del writer
    ordered = sorted(tiles, key=lambda tile: (tile.shade, tile.row, tile.column))
    return "".join([_shade(shade, list(of)) for shade, of in groupby(ordered, key=lambda tile: tile.shade)])


def _shade(shade: str, tiles: list[Tile]) -> str:
    squares = "".join([f"M{tile.column * _STEP} {tile.row * _STEP}h{_SIDE}" for tile in tiles])
    codes = "".join([_code(tile) for tile in tiles])
    return f'<g class="t-{shade}"><path d="{squares}"/>{codes}</g>\n'


def _code(tile: Tile) -> str:
    title = f"<title>{escape(tile.words)}</title>" if tile.words else ""
    x, y = tile.column * _STEP, tile.row * _STEP
    return f'<text x="{x}" y="{y}">{escape(tile.code)}{title}</text>'


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
    line = f'<line class="{kind}" x2="100%" y1="50%" y2="50%"/>'
    return f'<svg class="strand" aria-hidden="true">{line}</svg>'


def _text(writer: HtmlWriter, block: Lineage, row: int, item: Item, lanes: int) -> str:
    width = (lanes + 1) * _LANE
    drawn = "".join([part for strand in block.strands for part in _strand(writer, strand, row, lanes)])
    here = ' class="here"' if row == block.here else ""
    x = _place(writer, -1, lanes)
    about = f' <span class="src">{writer.runs(item.about)}</span>' if item.about else ""
    year = f'<span class="year">{item.year}</span> ' if item.year else ""
    drawn += f'<circle cx="{x}" cy="{_NODE}" r="4"/>'
    return (
        f'<li{here}><svg width="{width}" aria-hidden="true">{drawn}</svg>'
        f"<div>{year}{writer.runs(item.runs)}{about}</div></li>\n"
    )


def _place(writer: HtmlWriter, lane: int, lanes: int) -> int:
    """Where a lane runs, in pixels from the left; -1 is where the texts have their marks, nearest to them."""
    from_texts = (lane + 1) * _LANE + _LANE // 2
    return from_texts if writer.direction == "rtl" else (lanes + 1) * _LANE - from_texts


def _strand(writer: HtmlWriter, strand: Strand, row: int, lanes: int) -> Iterator[str]:
    """What a strand draws in a row: its way along it, and to the mark of the text."""
    last = strand.rows[-1]
    if not strand.first <= row <= last:
        return
    x = _place(writer, strand.lane, lanes)
    top = f' y1="{_NODE}"' if row == strand.first else ""  # else from above
    bottom = str(_NODE) if row == last else "100%"
    yield f'<line class="{strand.kind}" x1="{x}" x2="{x}"{top} y2="{bottom}"/>'
    if row == strand.first or row in strand.rows:
        mark = _place(writer, -1, lanes)
        yield f'<line class="{strand.kind}" x1="{x}" x2="{mark}" y1="{_NODE}" y2="{_NODE}"/>'


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
