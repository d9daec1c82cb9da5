"""Blocks as HTML. A block's role decides its element and class; headings get their level from where they
stand.

Tables have rows with what they are filtered by, cells that reach over rows, and on a phone a label for
each cell. Pictures are maps of States in tiles and the way of a case, as rows of elements; their colours and
sizes are the style sheet's, and what a picture says stands beside it in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any, ClassVar

from markupsafe import Markup

from generators.document import blocks as kinds
from generators.document.blocks import Blocks, Entries, Entry, Paragraph, Section
from generators.document.runs import Runs, Shared, joined, letters, methods_of
from generators.html.runs import RunWriter, escaped


def id_of(anchor: str) -> str:
    """The attribute of a place that one can be led to; empty where it has no anchor."""
    return f' id="{anchor}"' if anchor else ""


def _spans(rows: Sequence[kinds.Row]) -> list[list[int]]:
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


def _labels(table: kinds.Table) -> list[str]:
    """For each column, what leads its cells on a phone: its label, but in the last column; nothing in a list,
    whose cells stand on one line there.
    """
    led = {"list": 0, "duties": len(table.head)}.get(table.role, len(table.head) - 1)
    labels = [f' data-label="{escaped(letters(label))}"' for label in table.head[:led]]
    return labels + [""] * (len(table.head) - led)


_CARDS = {"list": " short", "duties": " led"}
"""How the cells of a table stand on a phone, by its role: else one below the other, each under its label."""
_CLASSES = {"note": "src", "number": "num", "doors": "go", "columns": "plain two", "answers": "lists answers"}
_CLASSES |= dict.fromkeys(("bare", "identity", "titles"), "")
"""The classes of paragraphs, facts and lists by their roles, where they are not named as these."""


@cache
def _opening(tag: str, role: str) -> str:
    named = _CLASSES.get(role, role)
    return f'<{tag} class="{named}">' if named else f"<{tag}>"


def former(anchors: Sequence[str]) -> str:
    """The places of what was published and is no more."""
    return "".join([f'<span id="{anchor}"></span>' for anchor in anchors])


class HtmlWriter(RunWriter):
    """Writes the blocks of one page; see ``RunWriter``. ``level`` is that of the page's own sections."""

    of_blocks: ClassVar[Mapping[type, Callable[[Any, Any, int], str]]]
    """How each kind of block is written, at a level of headings: by the method of its name."""
    of_entries: ClassVar[Mapping[str, tuple[str, str, str]]] = {
        "provisions": ("", "_provision", ""),
        "cells": ("", "_cell_entry", ""),
        "numbers": ('<ol class="numbers">\n', "_number", "</ol>\n"),
        "steps": ('<ol class="path">\n', "_step", "</ol>\n"),
        "objectives": ('<ol class="plain">\n', "_point", "</ol>\n"),
        "indicators": ('<ul class="plain">\n', "_point", "</ul>\n"),
        "articles": ("", "_article", ""),
        "advice": ("", "_advice", ""),
        "definitions": ('<dl class="defs">\n', "_definition", "</dl>\n"),
    }
    """What stands before, the method that writes an entry, and what stands after, by the role of entries."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.of_blocks = methods_of(cls, kinds.Block)

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
        said = (f"<h2>{self.runs(each.heading)}</h2>\n{self.blocks(each.blocks, 3)}" for each in sections)
        return Markup("".join(said))

    def _tile_map(self, block: kinds.TileMap, level: int) -> str:
        """A map with its caption and key. Its tiles are shortcuts for who points at them: the keyboard and
        screen readers have the same links and words beside it.

        There are hundreds of tiles: the class that most are of is named once, around all.
        """
        usual = Counter(tile.shade for tile in block.tiles).most_common(1)[0][0]
        key = "".join([f'<li class="t-{shade.code}">{self.runs(shade.label)}</li>' for shade in block.key])
        return (
            f'<figure class="map">\n<figcaption>{self.runs(block.caption)}</figcaption>\n'
            f'<ul class="key">{key}</ul>\n'
            f'<div class="t-{usual} tiles" aria-hidden="true">\n{"".join(self._drawn(block, usual))}</div>\n'
            "</figure>\n"
        )

    def _drawn(self, block: kinds.TileMap, usual: str) -> Iterator[str]:
        """The rows of a map from above, those without a tile too."""
        ordered = sorted(block.tiles, key=lambda tile: (tile.row, tile.column))
        above = -1
        for row, tiles in groupby(ordered, key=lambda tile: tile.row):
            yield "<p></p>\n" * (row - above - 1)
            yield f"<p>{''.join(self._tiles(tiles, usual))}</p>\n"
            above = row

    def _tiles(self, tiles: Iterator[kinds.Tile], usual: str) -> Iterator[str]:
        before = -1
        for tile in tiles:
            shade = f"t-{tile.shade}" if tile.shade != usual else ""
            yield "<i></i>" * (tile.column - before - 1)
            yield self._tile(tile, f' class="{shade}"' if shade else "")
            before = tile.column

    def _tile(self, tile: kinds.Tile, classes: str) -> str:
        title = f' title="{escaped(tile.words)}"' if tile.words else ""
        if tile.target is None:
            return f"<b{classes}{title}>{escaped(tile.code)}</b>"
        return f'<a href="{self.href(tile.target)}"{classes}{title} tabindex="-1">{escaped(tile.code)}</a>'

    def _route(self, block: kinds.Route, level: int) -> str:
        """A way with its stops: a heading a leg, below it the stops along a line that the sheet draws."""
        return "".join([self._leg(leg, level) for leg in block.legs])

    def _leg(self, leg: kinds.Leg, level: int) -> str:
        stops = "".join([self._stop(each) for each in leg.stops])
        return (
            f'<h{level}>{self.runs(leg.label)}</h{level}>\n<p class="src">{self.runs(leg.text)}</p>\n'
            f'<ol class="path wide" start="{escaped(leg.stops[0].number)}">\n{stops}</ol>\n'
        )

    def _stop(self, stop: Entry) -> str:
        return f'<li><p class="stage">{self.runs(stop.label)}</p>{self._about(stop)}</li>\n'

    def _table(self, block: kinds.Table, level: int) -> str:
        """A table as HTML; its cells may hold any blocks. Before it a script puts what takes it along
        (``answers.js``).
        """
        head = "".join([f'<th scope="col">{self.runs(label)}</th>' for label in block.head])
        labels = _labels(block)
        bodies = "".join([self._table_group(group, labels, level) for group in block.groups])
        kind = _CARDS.get(block.role, "")
        grouped = f' data-group="{escaped(letters(block.grouped))}"' if block.grouped else ""
        return (
            f'<p class="take"{grouped}></p>\n'
            f'<div class="tbl" role="region" tabindex="0" aria-label="{escaped(letters(block.caption))}">\n'
            f'<table class="cmp cards{kind}"{id_of(block.anchor)}>'
            f"<caption>{self.runs(block.caption)}</caption>\n"
            f"<thead><tr>{head}</tr></thead>\n{bodies}</table></div>\n"
        )

    def _table_group(self, group: kinds.Group, labels: Sequence[str], level: int) -> str:
        head = f'<th colspan="{len(labels)}" scope="rowgroup">{self.runs(group.label)}</th>'
        label = f'<tr class="group"{id_of(group.anchor)}>{head}</tr>\n' if group.label else ""
        each = zip(group.rows, _spans(group.rows), strict=True)
        rows = "".join([self._table_row(row, spans, labels, level) for row, spans in each])
        kind = " data-folded" * group.folded + " data-more" * group.more
        return f"<tbody{kind}>\n{label}{rows}</tbody>\n"

    def _table_row(self, row: kinds.Row, spans: Sequence[int], labels: Sequence[str], level: int) -> str:
        facets = "".join([f' data-{name}="{escaped(value)}"' for name, value in row.facets.items()])
        each = enumerate(zip(row.cells, spans, labels, strict=True))
        cells = [self._table_cell(*cell, place, level) for place, cell in each if cell[0] is not None]
        return f"<tr{id_of(row.anchor)}{facets}>\n{''.join(cells)}</tr>\n"

    def _table_cell(self, cell: Blocks, span: int, label: str, place: int, level: int) -> str:
        rows = f' rowspan="{span}"' if span > 1 else ""
        body = self.cell(cell, level)
        if not place:
            return f'<th scope="row"{rows}>{body}</th>\n'
        led = cell and Entries not in map(type, cell)
        return f"<td{rows}{label if led else ''}>{body}</td>\n"

    def _paragraph(self, block: Paragraph, level: int) -> str:
        return f"{_opening('p', block.role)}{self.runs(block.runs)}</p>\n"

    def _facts(self, block: kinds.Facts, level: int) -> str:
        said = ((row.label, f"{self.runs(row.value)}{self.blocks(row.blocks, level)}") for row in block.rows)
        rows = "".join([f"<dt>{self.runs(label)}</dt><dd>{value}</dd>\n" for label, value in said])
        return f"{_opening('dl', block.role)}{rows}</dl>\n"

    def _list(self, block: kinds.List, level: int) -> str:
        tag = "ol" if block.role == "sources" else "ul"
        return f"{_opening(tag, block.role)}\n{self._each(block.items, self._item)}</{tag}>\n"

    def _each(self, things: Sequence, write: Callable[[Any], str]) -> str:
        return "".join([self.shared(each, write) if type(each) is Shared else write(each) for each in things])

    def _item(self, item: kinds.Item) -> str:
        year = f'<span class="yr">{item.year}</span> ' if item.year else ""
        about = f" <small>{self.runs(item.about)}</small>" if item.about else ""
        return f"<li{id_of(item.anchor)}>{year}{self.runs(item.runs)}{about}</li>\n"

    def _entries(self, block: Entries, level: int) -> str:
        opening, name, closing = self.of_entries[block.role]
        write = getattr(self, name)
        return f"{opening}{self._each(block.items, lambda entry: write(entry, level))}{closing}"

    def _about(self, entry: Entry) -> str:
        return "".join([f'<p class="src">{self.runs(line)}</p>' for line in entry.about if line])

    def _value_of(self, entry: Entry) -> str:
        return f'<p class="num">{self.runs(entry.value)}</p>' if entry.value else ""

    def _provision(self, entry: Entry, level: int) -> str:
        said = f"{self._value_of(entry)}<p>{self.runs(entry.text)}</p>\n{self._about(entry)}"
        return f'<div class="prov" id="{entry.anchor}">\n{former(entry.former)}{said}</div>\n'

    def _cell_entry(self, entry: Entry, level: int) -> str:
        said = f"{self._value_of(entry)}<p>{self.runs(entry.text)}</p>\n{self._about(entry)}"
        return f'<div class="cell">{said}</div>\n'

    def _number(self, entry: Entry, level: int) -> str:
        said = self._cell_entry(entry._replace(value=()), level)
        return f"<li>{self._value_of(entry)}{said}</li>\n"

    def _step(self, entry: Entry, level: int) -> str:
        label = f'<p class="stage">{self.runs(entry.label)}</p>\n' if entry.label else ""
        said = f"{former(entry.former)}{label}<p>{self.runs(entry.text)}</p>\n"
        return f"<li{id_of(entry.anchor)}>{said}{self._about(entry)}</li>\n"

    def _point(self, entry: Entry, level: int) -> str:
        """An objective or indicator: one line."""
        about = joined(entry.about)
        said = f" <small>{self.runs(about)}</small>" if about else ""
        return f"<li{id_of(entry.anchor)}>{former(entry.former)}{self.runs(entry.text)}{said}</li>\n"

    def _article(self, entry: Entry, level: int) -> str:
        """A thing as its name, which opens what is said of it."""
        text = f"<p>{self.runs(entry.text)}</p>\n" if entry.text else ""
        name = f"<summary><h{level}>{self.runs(entry.label)}</h{level}></summary>\n"
        said = f"{name}{text}{self._about(entry)}{self.blocks(entry.more, level + 1)}"
        return f'<details class="item"{id_of(entry.anchor)}>{said}</details>\n'

    def _advice(self, entry: Entry, level: int) -> str:
        """A step of ours with what texts say on it."""
        return (
            f'<article class="advice" id="{entry.anchor}"><h{level}>{self.runs(entry.label)}</h{level}>\n'
            f"<p>{self.runs(entry.text)}</p>\n{self.blocks(entry.more, level + 1)}</article>\n"
        )

    def _definition(self, entry: Entry, level: int) -> str:
        more = self.blocks(entry.more, level)
        label, text = self.runs(entry.label), f"<p>{self.runs(entry.text)}</p>\n"
        return f"<dt{id_of(entry.anchor)}>{label}</dt>\n<dd>{text}{self._about(entry)}{more}</dd>\n"

    def _section(self, block: Section, level: int) -> str:
        head = f"<h{level}{id_of(block.anchor)}>{self.runs(block.heading)}</h{level}>"
        blocks = f"{former(block.former)}{self.blocks(block.blocks, level + 1)}"
        fold = block.role == "fold"
        body = f"<details><summary>{head}</summary>\n{blocks}</details>\n" if fold else f"{head}\n{blocks}"
        if level > 2:
            return body
        kind = f' class="{block.role}"' if block.role and not fold else ""
        return f"<section{kind}>{body}</section>\n"

    def _fold(self, block: kinds.Fold, level: int) -> str:
        kind = f' class="{block.role}"' if block.role else ""
        is_open = " open" if block.open else ""
        return (
            f"<details{kind}{id_of(block.anchor)}{is_open}><summary>{self.runs(block.summary)}</summary>\n"
            f"{self.blocks(block.blocks, level)}</details>\n"
        )

    def _shared(self, shared: Shared, level: int = 0) -> str:
        """A block, which stands at a level; or a run."""
        return self.shared(shared, lambda body: self.blocks([body], level) if level else self.runs(body))


HtmlWriter.of_blocks = methods_of(HtmlWriter, kinds.Block)
