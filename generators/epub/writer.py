"""Blocks for a book: HTML as pages have it, that is well-formed XML too, and that every e-reader can show.
What pages draw, fold or lay out in columns stands in words, open and one below the other.
"""

from __future__ import annotations

from typing import ClassVar

from markupsafe import escape

from generators.corpus import addresses
from generators.corpus.addresses import Target
from generators.document import blocks
from generators.document.blocks import (
    Blocks,
    Entries,
    Entry,
    Fold,
    Group,
    Lineage,
    Paragraph,
    Route,
    Row,
    Section,
    Table,
    TileMap,
    notes,
)
from generators.document.runs import Absence, Runs, Share, Sign, TranslationSign, WebAddress
from generators.html.runs import READ
from generators.html.writer import HtmlWriter, about, former, id_of, value_of
from generators.text import gettext_files

LINK = "@"
"""Before the address of a page in ``href``: where it leads depends on the book that the chapter stands in."""


class BookWriter(HtmlWriter):
    """Writes the chapters of a language; see ``HtmlWriter``. A link is an address of a page (``@topics/``)
    until a book is put together. ``colon`` stands between a label and its value in one line.
    """

    of_runs: ClassVar = dict(HtmlWriter.of_runs)
    of_blocks: ClassVar = dict(HtmlWriter.of_blocks)
    of_entries: ClassVar = dict(HtmlWriter.of_entries)

    def __init__(self, direction: str, colon: str = ": ", base: str = "") -> None:
        super().__init__(direction, "", {}, base)
        self.colon = colon
        self.unread_sign = ""
        """How an unreviewed translation is marked, once one was written."""

    def href(self, target: Target) -> str:
        """The address of a target below the folder of the language, marked as one."""
        return f"{LINK}{addresses.address(target)}"


# -- runs ------------------------------------------------------------------------------------------------


def _sign(writer: BookWriter, run: Sign) -> str:
    return f'<span class="warn">{escape(run.words)}</span>' if run.code == "recalled" else escape(run.words)


def _translation_sign(writer: BookWriter, run: TranslationSign) -> str:
    if run.state == gettext_files.REVIEWED:
        return READ
    sign = "⇄" if run.state == gettext_files.UNREVIEWED else escape(run.language)
    written = f'\u00a0<span class="tm" role="img" aria-label="{escape(run.words)}">{sign}</span>'
    if run.state == gettext_files.UNREVIEWED:
        writer.unread_sign = written
    return written


def _absence(writer: BookWriter, run: Absence) -> str:
    """The words of an absence; a dash for silence, and nothing where words stand beside it."""
    if run.words:
        return f'<span class="none">{escape(run.words)}</span>'
    return "—" if run.silent else ""


def _share(writer: BookWriter, run: Share) -> str:
    """Nothing: the number stands beside it."""
    return ""


def _web_address(writer: BookWriter, run: WebAddress) -> str:
    url = escape(f"{writer.base}{addresses.address(run.target)}")
    return f'<a href="{url}" rel="external"><bdi dir="ltr">{url}</bdi></a>'


BookWriter.of_runs |= {
    Sign: _sign,
    TranslationSign: _translation_sign,
    Absence: _absence,
    Share: _share,
    WebAddress: _web_address,
}

# -- entries ---------------------------------------------------------------------------------------------


def _provision(writer: BookWriter, entry: Entry, level: int) -> str:
    """A provision; in a comparison it has no place of its own."""
    said = f"{former(entry.former)}{value_of(writer, entry)}<p>{writer.runs(entry.text)}</p>"
    return f'<div class="prov"{id_of(entry.anchor)}>{said}\n{about(writer, entry)}</div>\n'


def _article(writer: BookWriter, entry: Entry, level: int) -> str:
    """A thing under its name."""
    blocks = [Paragraph(entry.text), *notes(*entry.about), *entry.more]
    name = f"<h{level}{id_of(entry.anchor)}>{writer.runs(entry.label)}</h{level}>"
    return f"{name}\n{writer.blocks(blocks, level + 1)}"


def _explained(writer: BookWriter, entry: Entry, level: int) -> str:
    """A word or a mark and what it means."""
    return f"<dt>{escape(entry.number)} {writer.runs(entry.label)}</dt><dd>{writer.runs(entry.text)}</dd>\n"


BookWriter.of_entries |= {
    "provisions": ("", _provision, ""),
    "cells": ("", _provision, ""),
    "articles": ("", _article, ""),
    "legend": ('<dl class="defs">\n', _explained, "</dl>\n"),
}

# -- tables, a row after the other -----------------------------------------------------------------------


def _table(writer: BookWriter, block: Table, level: int) -> str:
    """A table as its rows one below the other, each cell led by the label of its column: no e-reader is as
    wide as a table.
    """
    groups = "".join([_group(writer, group, block, level) for group in block.groups])
    caption = f'<p class="caption">{writer.runs(block.caption)}</p>'
    return f'<div class="rows"{id_of(block.anchor)}>{caption}\n{groups}</div>\n'


def _group(writer: BookWriter, group: Group, block: Table, level: int) -> str:
    label = f"<h{level}{id_of(group.anchor)}>{writer.runs(group.label)}</h{level}>\n" if group.label else ""
    return label + "".join([_row(writer, row, block, level) for row in group.rows])


def _row(writer: BookWriter, row: Row, block: Table, level: int) -> str:
    """A row; one that goes on from the row above has no name of its own."""
    first, *others = row.cells
    name = writer.cell(first or (), level)
    cells = "".join(
        _cell(writer, label, cell, level) for label, cell in zip(block.head[1:], others, strict=True) if cell
    )
    head = f'<div class="head">{name}</div>\n' if name else ""
    return f'<div class="row"{id_of(row.anchor)}>{head}{cells}</div>\n'


def _cell(writer: BookWriter, label: Runs, cell: Blocks, level: int) -> str:
    body = writer.cell(cell, level)
    if not body or any(type(each) is Entries for each in cell):
        return body
    led = f'<span class="label">{writer.runs(label)}{escape(writer.colon)}</span>'
    return f"<div>{led}{body}</div>\n"


# -- what pages draw or fold -----------------------------------------------------------------------------


def _picture(writer: BookWriter, block: TileMap | Lineage | Route, level: int) -> str:
    return writer.blocks(list(blocks.undrawn(block)), level)


def _section(writer: BookWriter, block: Section, level: int) -> str:
    return HtmlWriter.of_blocks[Section](writer, block._replace(role=""), level)


def _fold(writer: BookWriter, block: Fold, level: int) -> str:
    """What may be passed over, open, below the line that says what it is."""
    return f'<p class="src">{writer.runs(block.summary)}</p>\n{writer.blocks(block.blocks, level)}'


BookWriter.of_blocks |= {
    Table: _table,
    TileMap: _picture,
    Lineage: _picture,
    Route: _picture,
    Section: _section,
    Fold: _fold,
}

__all__ = ["LINK", "BookWriter"]
