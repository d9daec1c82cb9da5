"""Blocks as HTML. A block's role decides its element and class; headings get their level from where they
stand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from markupsafe import Markup

from generators.document.blocks import (
    Block,
    Blocks,
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Item,
    Lineage,
    List,
    Paragraph,
    Route,
    Section,
    Table,
    TileMap,
)
from generators.document.runs import Runs, Shared, joined
from generators.html import pictures, tables
from generators.html.runs import RunWriter, strength_class

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

    def aside(self, sections: Sequence[Section]) -> Markup:
        """Sections that stand beside a text: headings without a frame of their own."""
        return Markup(
            "".join(f"<h2>{self.runs(each.heading)}</h2>\n{self.blocks(each.blocks, 3)}" for each in sections)
        )


def _paragraph(writer: HtmlWriter, block: Paragraph, level: int) -> str:
    del level
    return f"{_PARAGRAPHS[block.role]}{writer.runs(block.runs)}</p>\n"


def _facts(writer: HtmlWriter, block: Facts, level: int) -> str:
    rows = "".join([_fact(writer, row, level) for row in block.rows])
    return f"{_FACTS[block.role]}{rows}</dl>\n"


def _fact(writer: HtmlWriter, row: Fact, level: int) -> str:
    more = writer.blocks(row.blocks, level) if row.blocks else ""
    return f"<dt>{writer.runs(row.label)}</dt><dd>{writer.runs(row.value)}{more}</dd>\n"


# -- lists and entries -----------------------------------------------------------------------------------


def _list(writer: HtmlWriter, block: List, level: int) -> str:
    del level
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
    anchor = f' id="{item.anchor}"' if item.anchor else ""
    year = f'<span class="yr">{item.year}</span> ' if item.year else ""
    about = f" <small>{writer.runs(item.about)}</small>" if item.about else ""
    return f"<li{anchor}>{year}{writer.runs(item.runs)}{about}</li>\n"


def _entries(writer: HtmlWriter, block: Entries, level: int) -> str:
    opening, write, closing = writer.of_entries[block.role]
    items = [
        writer.shared(entry, lambda each: write(writer, each, level))
        if type(entry) is Shared
        else write(writer, entry, level)
        for entry in block.items
    ]
    return f"{opening}{''.join(items)}{closing}"


def _about(writer: HtmlWriter, entry: Entry) -> str:
    return "".join([f'<p class="src">{writer.runs(line)}</p>' for line in entry.about if line])


def _value(writer: HtmlWriter, entry: Entry) -> str:
    return f'<p class="num">{writer.runs(entry.value)}</p>' if entry.value else ""


def _former(anchors: Sequence[str]) -> str:
    """The places of what was published and is no more."""
    return "".join([f'<span id="{anchor}"></span>' for anchor in anchors])


def _provision(writer: HtmlWriter, entry: Entry, level: int) -> str:
    del level
    drawn = strength_class(entry.sign).partition(" ")[2] if entry.sign else "s5"
    return (
        f'<div class="prov {drawn}" id="{entry.anchor}">\n<div>{_former(entry.former)}{_value(writer, entry)}'
        f"<p>{writer.runs(entry.text)}</p>\n{_about(writer, entry)}</div>\n</div>\n"
    )


def _cell_entry(writer: HtmlWriter, entry: Entry, level: int) -> str:
    del level
    sign = writer.runs([entry.sign]) if entry.sign else ""
    return (
        f'<div class="cell">{sign}<div>{_value(writer, entry)}<p>{writer.runs(entry.text)}</p>\n'
        f"{_about(writer, entry)}</div></div>\n"
    )


def _number(writer: HtmlWriter, entry: Entry, level: int) -> str:
    said = _cell_entry(writer, entry._replace(value=()), level)
    return f"<li>{_value(writer, entry)}{said}</li>\n"


def _step(writer: HtmlWriter, entry: Entry, level: int) -> str:
    del level
    label = f'<p class="stage">{writer.runs(entry.label)}</p>\n' if entry.label else ""
    anchor = f' id="{entry.anchor}"' if entry.anchor else ""
    former = _former(entry.former)
    return f"<li{anchor}>{former}{label}<p>{writer.runs(entry.text)}</p>\n{_about(writer, entry)}</li>\n"


def _point(writer: HtmlWriter, entry: Entry, level: int) -> str:
    """An objective or indicator: one line."""
    del level
    anchor = f' id="{entry.anchor}"' if entry.anchor else ""
    about = joined(entry.about)
    said = f" <small>{writer.runs(about)}</small>" if about else ""
    return f"<li{anchor}>{_former(entry.former)}{writer.runs(entry.text)}{said}</li>\n"


def _article(writer: HtmlWriter, entry: Entry, level: int) -> str:
    anchor = f' id="{entry.anchor}"' if entry.anchor else ""
    text = f"<p>{writer.runs(entry.text)}</p>\n" if entry.text else ""
    more = writer.blocks(entry.more, level + 1) if entry.more else ""
    heading = f"<h{level}>{writer.runs(entry.label)}</h{level}>\n"
    return f'<article class="item"{anchor}>{heading}{text}{_about(writer, entry)}{more}</article>\n'


def _definition(writer: HtmlWriter, entry: Entry, level: int) -> str:
    anchor = f' id="{entry.anchor}"' if entry.anchor else ""
    more = writer.blocks(entry.more, level) if entry.more else ""
    text = f"<p>{writer.runs(entry.text)}</p>\n"
    return f"<dt{anchor}>{writer.runs(entry.label)}</dt>\n<dd>{text}{_about(writer, entry)}{more}</dd>\n"


HtmlWriter.of_entries = {
    "provisions": ("", _provision, ""),
    "cells": ("", _cell_entry, ""),
    "numbers": ('<ol class="numbers">\n', _number, "</ol>\n"),
    "steps": ('<ol class="path">\n', _step, "</ol>\n"),
    "objectives": ('<ol class="plain">\n', _point, "</ol>\n"),
    "indicators": ('<ul class="plain">\n', _point, "</ul>\n"),
    "articles": ("", _article, ""),
    "definitions": ('<dl class="defs">\n', _definition, "</dl>\n"),
}

# -- sections and folds ----------------------------------------------------------------------------------


def _section(writer: HtmlWriter, block: Section, level: int) -> str:
    anchor = f' id="{block.anchor}"' if block.anchor else ""
    head = f"<h{level}{anchor}>{writer.runs(block.heading)}</h{level}>"
    blocks = f"{_former(block.former)}{writer.blocks(block.blocks, level + 1)}"
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
        f"<details{kind}{is_open}><summary>{writer.runs(block.summary)}</summary>\n"
        f"{writer.blocks(block.blocks, level)}</details>\n"
    )


def _shared(writer: HtmlWriter, block: Shared, level: int) -> str:
    return writer.shared(block, lambda body: writer.of_blocks[type(body)](writer, body, level))


HtmlWriter.of_blocks = {
    Paragraph: _paragraph,
    Facts: _facts,
    List: _list,
    Entries: _entries,
    Table: tables.table,
    TileMap: pictures.tile_map,
    Lineage: pictures.lineage,
    Route: pictures.route,
    Section: _section,
    Fold: _fold,
    Shared: _shared,
}

__all__ = ["Block", "HtmlWriter"]
