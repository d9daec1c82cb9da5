"""Tables as HTML: rows with what they are filtered by, cells that reach over rows, and on a phone a label for
each cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import escape

from generators.document.blocks import Blocks, Entries, Group, Paragraph, Row, Table
from generators.document.runs import letters

if TYPE_CHECKING:
    from generators.html.writer import HtmlWriter


def table(writer: HtmlWriter, block: Table, level: int) -> str:
    """A table as HTML; its cells may hold any blocks. Before it a script puts what takes it along
    (``answers.js``).
    """
    labels = [writer.runs(label) for label in block.head]
    head = "".join([f'<th scope="col">{label}</th>' for label in labels])
    bodies = "".join([_group(writer, group, block, level) for group in block.groups])
    anchor = f' id="{block.anchor}"' if block.anchor else ""
    short = " short" if block.role == "list" else ""
    grouped = f' data-group="{escape(letters(block.grouped))}"' if block.grouped else ""
    return (
        f'<p class="take"{grouped}></p>\n'
        f'<div class="tbl" role="region" tabindex="0" aria-label="{escape(letters(block.caption))}">\n'
        f'<table class="cmp cards{short}"{anchor}><caption>{writer.runs(block.caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n{bodies}</table></div>\n"
    )


def _group(writer: HtmlWriter, group: Group, table: Table, level: int) -> str:
    anchor = f' id="{group.anchor}"' if group.anchor else ""
    width = len(table.head)
    label = (
        f'<tr class="group"{anchor}><th colspan="{width}" '
        f'scope="rowgroup">{writer.runs(group.label)}</th></tr>\n'
        if group.label
        else ""
    )
    spans = _spans(group.rows)
    rows = "".join(
        [_row(writer, row, span, table, level) for row, span in zip(group.rows, spans, strict=True)]
    )
    return f"<tbody{' data-folded' if group.folded else ''}>\n{label}{rows}</tbody>\n"


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


def _row(writer: HtmlWriter, row: Row, spans: Sequence[int], table: Table, level: int) -> str:
    anchor = f' id="{row.anchor}"' if row.anchor else ""
    facets = "".join([f' data-{name}="{escape(value)}"' for name, value in row.facets.items()])
    cells = "".join(
        [
            _cell(writer, cell, place, span, table, level)
            for place, (cell, span) in enumerate(zip(row.cells, spans, strict=True))
            if cell is not None
        ]
    )
    return f"<tr{anchor}{facets}>\n{cells}</tr>\n"


def _cell(writer: HtmlWriter, cell: Blocks, place: int, span: int, table: Table, level: int) -> str:
    """A cell; one short line needs no paragraph. On a phone each cell is led by the label of its column, but
    in a list, whose cells stand on one line there.
    """
    rows = f' rowspan="{span}"' if span > 1 else ""
    alone = len(cell) == 1 and type(cell[0]) is Paragraph and not cell[0].role
    body = writer.runs(cell[0].runs) if alone else writer.blocks(cell, level)
    if not place:
        return f'<th scope="row"{rows}>{body}</th>\n'
    led = cell and table.role != "list" and place < len(table.head) - 1
    led = led and not any(type(each) is Entries for each in cell)
    label = f' data-label="{escape(letters(table.head[place]))}"' if led else ""
    return f"<td{rows}{label}>{body}</td>\n"
