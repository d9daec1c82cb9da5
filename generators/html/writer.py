"""Blocks as HTML. A block's role decides its element and class; headings get their level from where they
stand.

Tables have rows with what they are filtered by, cells that reach over rows, and on a phone a label for
each cell. Pictures are maps of States in tiles and the way of a case, as rows of elements, and texts that
rest on one another, joined by lines in SVG; their colours and sizes are the style sheet's, and what a
picture says stands beside it in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, ClassVar

from markupsafe import Markup, escape

from generators.corpus.record_profile import Strand
from generators.document.blocks import (
    Blocks,
    Entries,
    Entry,
    Facts,
    Fold,
    Group,
    Item,
    Leg,
    Lineage,
    List,
    Paragraph,
    Route,
    Row,
    Section,
    Table,
    Tile,
    TileMap,
)
from generators.document.runs import Runs, Shared, joined, letters
from generators.html.runs import RunWriter

_LANE = 10  # from a strand to the next, in pixels
_NODE = 14  # where in its row a text has its mark, in pixels from above
_BELOW = 999  # pixels: further down than any row reaches, which cuts off what is drawn below it


def id_of(anchor: str) -> str:
    """The attribute of a place that one can be led to; empty where it has no anchor."""
    return f' id="{anchor}"' if anchor else ""


def tile_map(writer: HtmlWriter, block: TileMap, level: int) -> str:
    """A map with its caption and key. Its tiles are shortcuts for who points at them: the keyboard and screen
    readers have the same links and words beside it.

    There are hundreds of tiles: one says only what the tile before it does not. The class that most are of is
    named once, around all, and empty places are counted by the tile after them.
    """
    usual = Counter(tile.shade for tile in block.tiles).most_common(1)[0][0]
    key = "".join([f'<li class="t-{shade.code}">{writer.runs(shade.label)}</li>' for shade in block.key])
    return (
        f'<figure class="map">\n<figcaption>{writer.runs(block.caption)}</figcaption>\n'
        f'<ul class="key">{key}</ul>\n'
        f'<div class="t-{usual} tiles" aria-hidden="true">\n{"".join(_drawn(writer, block, usual))}</div>\n'
        "</figure>\n"
    )


def _drawn(writer: HtmlWriter, block: TileMap, usual: str) -> Iterator[str]:
    """The rows of a map from above, those without a tile too."""
    ordered = sorted(block.tiles, key=lambda tile: (tile.row, tile.column))
    above = -1
    for row, tiles in groupby(ordered, key=lambda tile: tile.row):
        yield "<p></p>\n" * (row - above - 1)
        yield f"<p>{''.join(_tiles(writer, tiles, usual))}</p>\n"
        above = row


def _tiles(writer: HtmlWriter, tiles: Iterator[Tile], usual: str) -> Iterator[str]:
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
    lanes = max((strand.lane for strand in block.strands), default=0) + 1
    rows = "".join([_line_of_text(writer, block, row, item, lanes) for row, item in enumerate(block.items)])
    sample = '<svg class="strand" aria-hidden="true"><path class="{}" d="M0 5h40"/></svg>'.format
    key = "".join([f"<li>{sample(kind)} {writer.runs(label)}</li>" for kind, label in block.key])
    return f'<ul class="key">{key}</ul>\n<ol class="lineage">\n{rows}</ol>\n'


def _line_of_text(writer: HtmlWriter, block: Lineage, row: int, item: Item, lanes: int) -> str:
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


def _lane_place(writer: HtmlWriter, lane: int, lanes: int) -> int:
    """Where a lane runs, in pixels from the left; -1 is where the texts have their marks, nearest to them."""
    from_texts = (lane + 1) * _LANE + _LANE // 2
    return from_texts if writer.direction == "rtl" else (lanes + 1) * _LANE - from_texts


def _strand(writer: HtmlWriter, strand: Strand, row: int, lanes: int) -> str:
    """What a strand draws in a row: its way along it, and to the mark of the text."""
    x = _lane_place(writer, strand.lane, lanes)
    from_ = _NODE if row == strand.first else 0  # else from above
    along = f"M{x} {from_}v{_NODE - from_ if row == strand.rows[-1] else _BELOW}"
    if row != strand.first and row not in strand.rows:
        return along
    return f"{along}M{x} {_NODE}H{_lane_place(writer, -1, lanes)}"


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


def table(writer: HtmlWriter, block: Table, level: int) -> str:
    """A table as HTML; its cells may hold any blocks. Before it a script puts what takes it along
    (``answers.js``).
    """
    labels = [writer.runs(label) for label in block.head]
    head = "".join([f'<th scope="col">{label}</th>' for label in labels])
    bodies = "".join([_table_group(writer, group, block, level) for group in block.groups])
    kind = _CARDS.get(block.role, "")
    grouped = f' data-group="{escape(letters(block.grouped))}"' if block.grouped else ""
    return (
        f'<p class="take"{grouped}></p>\n'
        f'<div class="tbl" role="region" tabindex="0" aria-label="{escape(letters(block.caption))}">\n'
        f'<table class="cmp cards{kind}"{id_of(block.anchor)}>'
        f"<caption>{writer.runs(block.caption)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n{bodies}</table></div>\n"
    )


def _table_group(writer: HtmlWriter, group: Group, table: Table, level: int) -> str:
    width = len(table.head)
    label = (
        f'<tr class="group"{id_of(group.anchor)}><th colspan="{width}" '
        f'scope="rowgroup">{writer.runs(group.label)}</th></tr>\n'
        if group.label
        else ""
    )
    spans = _spans(group.rows)
    rows = "".join(
        [_table_row(writer, row, span, table, level) for row, span in zip(group.rows, spans, strict=True)]
    )
    kind = " data-folded" * group.folded + " data-more" * group.more
    return f"<tbody{kind}>\n{label}{rows}</tbody>\n"


def _spans(rows: Sequence[Row]) -> list[list[int]]:
    """For each cell of each row, how many rows it reaches over."""
    spans = [[1] * len(row.cells) for row in rows]
    for place in range(len(rows[0].cells) if rows else 0):
        begins = 0
        for number, row in enumerate(rows):
            if row.cells[place] is None:
                spans[begins][place] += 1
            else:
                begins = number
    return spans


def _table_row(writer: HtmlWriter, row: Row, spans: Sequence[int], table: Table, level: int) -> str:
    facets = "".join([f' data-{name}="{escape(value)}"' for name, value in row.facets.items()])
    cells = "".join(
        [
            _table_cell(writer, cell, place, span, table, level)
            for place, (cell, span) in enumerate(zip(row.cells, spans, strict=True))
            if cell is not None
        ]
    )
    return f"<tr{id_of(row.anchor)}{facets}>\n{cells}</tr>\n"


def _table_cell(writer: HtmlWriter, cell: Blocks, place: int, span: int, table: Table, level: int) -> str:
    """A cell. On a phone each cell is led by the label of its column, but
    in a list, whose cells stand on one line there.
    """
    rows = f' rowspan="{span}"' if span > 1 else ""
    body = writer.cell(cell, level)
    if not place:
        return f'<th scope="row"{rows}>{body}</th>\n'
    led = cell and table.role != "list" and (place < len(table.head) - 1 or table.role == "duties")
    led = led and not any(type(each) is Entries for each in cell)
    label = f' data-label="{escape(letters(table.head[place]))}"' if led else ""
    return f"<td{rows}{label}>{body}</td>\n"


_CARDS = {"list": " short", "duties": " led"}
"""How the cells of a table stand on a phone, by its role: else one below the other, each under its label."""
_PARAGRAPHS = {
    "": "<p>",
    "title": '<p class="title">',
    "lead": '<p class="lead">',
    "facts": '<p class="facts">',
    "note": '<p class="src">',
} | {
    "number": '<p class="num">',
    "cite": '<p class="cite">',
    "open": '<p class="open">',
    "doors": '<p class="go">',
}
_FACTS = {
    "pairs": '<dl class="pairs">',
    "identity": "<dl>",
    "titles": "<dl>",
    "time": '<dl class="time">',
    "lists": '<dl class="lists">',
    "answers": '<dl class="lists answers">',
    "forms": '<dl class="forms">',
}
_LISTS = {
    "bare": ("<ul>", "</ul>"),
    "plain": ('<ul class="plain">', "</ul>"),
    "columns": ('<ul class="plain two">', "</ul>"),
    "records": ('<ul class="records">', "</ul>"),
    "states": ('<ul class="states">', "</ul>"),
    "topics": ('<ul class="topics">', "</ul>"),
    "sources": ('<ol class="sources">', "</ol>"),
}


class HtmlWriter(RunWriter):
    """Writes the blocks of one page; see ``RunWriter``. ``level`` is that of the page's own sections."""

    of_blocks: ClassVar[Mapping[type, Callable[[Any, Any, int], str]]]
    """How each kind of block is written, at a level of headings."""
    of_entries: ClassVar[Mapping[str, tuple[str, Callable[[Any, Entry, int], str], str]]]
    """What stands before, how an entry is written, and what stands after, by the role of the entries."""

    def line(self, runs: Runs) -> Markup:
        """A line as markup, for templates."""
        return Markup(self.runs(runs))

    def html(self, blocks: Blocks, level: int = 2) -> Markup:
        """Blocks as markup, for templates; sections among them stand at ``level``."""
        return Markup(self.blocks(blocks, level))

    def blocks(self, blocks: Blocks, level: int) -> str:
        """Blocks as HTML."""
        return "".join([self.of_blocks[type(block)](self, block, level) for block in blocks])

    def cell(self, cell: Blocks, level: int) -> str:
        """A cell of a table; one short line needs no paragraph."""
        alone = len(cell) == 1 and type(cell[0]) is Paragraph and not cell[0].role
        return self.runs(cell[0].runs) if alone else self.blocks(cell, level)

    def aside(self, sections: Sequence[Section]) -> Markup:
        """Sections that stand beside a text: headings without a frame of their own."""
        return Markup(
            "".join(f"<h2>{self.runs(each.heading)}</h2>\n{self.blocks(each.blocks, 3)}" for each in sections)
        )


def _paragraph(writer: HtmlWriter, block: Paragraph, level: int) -> str:
    return f"{_PARAGRAPHS[block.role]}{writer.runs(block.runs)}</p>\n"


def _facts(writer: HtmlWriter, block: Facts, level: int) -> str:
    said = ((row.label, f"{writer.runs(row.value)}{writer.blocks(row.blocks, level)}") for row in block.rows)
    rows = "".join([f"<dt>{writer.runs(label)}</dt><dd>{value}</dd>\n" for label, value in said])
    return f"{_FACTS[block.role]}{rows}</dl>\n"


# -- lists and entries -----------------------------------------------------------------------------------


def _list(writer: HtmlWriter, block: List, level: int) -> str:
    opening, closing = _LISTS[block.role]
    items = "".join(
        [
            writer.shared(item, lambda each: _item(writer, each))
            if type(item) is Shared
            else _item(writer, item)
            for item in block.items
        ]
    )
    return f"{opening}\n{items}{closing}\n"


def _item(writer: HtmlWriter, item: Item) -> str:
    year = f'<span class="yr">{item.year}</span> ' if item.year else ""
    about = f" <small>{writer.runs(item.about)}</small>" if item.about else ""
    return f"<li{id_of(item.anchor)}>{year}{writer.runs(item.runs)}{about}</li>\n"


def _entries(writer: HtmlWriter, block: Entries, level: int) -> str:
    opening, write, closing = writer.of_entries[block.role]
    items = [
        writer.shared(entry, lambda each: write(writer, each, level))
        if type(entry) is Shared
        else write(writer, entry, level)
        for entry in block.items
    ]
    return f"{opening}{''.join(items)}{closing}"


def about(writer: HtmlWriter, entry: Entry) -> str:
    return "".join([f'<p class="src">{writer.runs(line)}</p>' for line in entry.about if line])


def value_of(writer: HtmlWriter, entry: Entry) -> str:
    return f'<p class="num">{writer.runs(entry.value)}</p>' if entry.value else ""


def former(anchors: Sequence[str]) -> str:
    """The places of what was published and is no more."""
    return "".join([f'<span id="{anchor}"></span>' for anchor in anchors])


def _provision(writer: HtmlWriter, entry: Entry, level: int) -> str:
    return (
        f'<div class="prov" id="{entry.anchor}">\n{former(entry.former)}{value_of(writer, entry)}'
        f"<p>{writer.runs(entry.text)}</p>\n{about(writer, entry)}</div>\n"
    )


def _cell_entry(writer: HtmlWriter, entry: Entry, level: int) -> str:
    return (
        f'<div class="cell">{value_of(writer, entry)}<p>{writer.runs(entry.text)}</p>\n'
        f"{about(writer, entry)}</div>\n"
    )


def _number(writer: HtmlWriter, entry: Entry, level: int) -> str:
    said = _cell_entry(writer, entry._replace(value=()), level)
    return f"<li>{value_of(writer, entry)}{said}</li>\n"


def _step(writer: HtmlWriter, entry: Entry, level: int) -> str:
    label = f'<p class="stage">{writer.runs(entry.label)}</p>\n' if entry.label else ""
    said = f"{former(entry.former)}{label}<p>{writer.runs(entry.text)}</p>\n"
    return f"<li{id_of(entry.anchor)}>{said}{about(writer, entry)}</li>\n"


def _point(writer: HtmlWriter, entry: Entry, level: int) -> str:
    """An objective or indicator: one line."""
    about = joined(entry.about)
    said = f" <small>{writer.runs(about)}</small>" if about else ""
    return f"<li{id_of(entry.anchor)}>{former(entry.former)}{writer.runs(entry.text)}{said}</li>\n"


def _article(writer: HtmlWriter, entry: Entry, level: int) -> str:
    """A thing as its name, which opens what is said of it."""
    text = f"<p>{writer.runs(entry.text)}</p>\n" if entry.text else ""
    more = writer.blocks(entry.more, level + 1)
    name = f"<summary><h{level}>{writer.runs(entry.label)}</h{level}></summary>\n"
    return f'<details class="item"{id_of(entry.anchor)}>{name}{text}{about(writer, entry)}{more}</details>\n'


def _advice(writer: HtmlWriter, entry: Entry, level: int) -> str:
    """A step of ours with what texts say on it."""
    return (
        f'<article class="advice" id="{entry.anchor}"><h{level}>{writer.runs(entry.label)}</h{level}>\n'
        f"<p>{writer.runs(entry.text)}</p>\n{writer.blocks(entry.more, level + 1)}</article>\n"
    )


def _definition(writer: HtmlWriter, entry: Entry, level: int) -> str:
    more = writer.blocks(entry.more, level)
    label, text = writer.runs(entry.label), f"<p>{writer.runs(entry.text)}</p>\n"
    return f"<dt{id_of(entry.anchor)}>{label}</dt>\n<dd>{text}{about(writer, entry)}{more}</dd>\n"


HtmlWriter.of_entries = {
    "provisions": ("", _provision, ""),
    "cells": ("", _cell_entry, ""),
    "numbers": ('<ol class="numbers">\n', _number, "</ol>\n"),
    "steps": ('<ol class="path">\n', _step, "</ol>\n"),
    "objectives": ('<ol class="plain">\n', _point, "</ol>\n"),
    "indicators": ('<ul class="plain">\n', _point, "</ul>\n"),
    "articles": ("", _article, ""),
    "advice": ("", _advice, ""),
    "definitions": ('<dl class="defs">\n', _definition, "</dl>\n"),
}

# -- sections and folds ----------------------------------------------------------------------------------


def _section(writer: HtmlWriter, block: Section, level: int) -> str:
    head = f"<h{level}{id_of(block.anchor)}>{writer.runs(block.heading)}</h{level}>"
    blocks = f"{former(block.former)}{writer.blocks(block.blocks, level + 1)}"
    fold = block.role == "fold"
    body = f"<details><summary>{head}</summary>\n{blocks}</details>\n" if fold else f"{head}\n{blocks}"
    if level > 2:
        return body
    kind = f' class="{block.role}"' if block.role and not fold else ""
    return f"<section{kind}>{body}</section>\n"


def _fold(writer: HtmlWriter, block: Fold, level: int) -> str:
    kind = f' class="{block.role}"' if block.role else ""
    is_open = " open" if block.open else ""
    return (
        f"<details{kind}{id_of(block.anchor)}{is_open}><summary>{writer.runs(block.summary)}</summary>\n"
        f"{writer.blocks(block.blocks, level)}</details>\n"
    )


def _shared(writer: HtmlWriter, block: Shared, level: int) -> str:
    return writer.shared(block, lambda body: writer.of_blocks[type(body)](writer, body, level))


HtmlWriter.of_blocks = {
    Paragraph: _paragraph,
    Facts: _facts,
    List: _list,
    Entries: _entries,
    Table: table,
    TileMap: tile_map,
    Lineage: lineage,
    Route: route,
    Section: _section,
    Fold: _fold,
    Shared: _shared,
}
