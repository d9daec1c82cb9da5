"""Attributes of elements: places that links lead to, persons whom something is for, and
how many rows a cell has. Plain text is escaped here too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generators.document import blocks as kinds


@cache
def escaped(text: str) -> str:
    """Plain text as HTML. Most of it is labels, the same thousands of times.

    >>> escaped("<a & b>")
    '&lt;a &amp; b&gt;'
    """
    # what markupsafe makes, which takes twice as long for what is no markup yet
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


def id_of(anchor: str) -> str:
    """The attribute of a place that a link can lead to; empty where it has no anchor.

    >>> id_of("art-1")
    ' id="art-1"'
    """
    return f' id="{anchor}"' if anchor else ""


def for_persons(persons: Sequence[str]) -> str:
    """The attribute of what is for some persons (codes); empty where it is for all.

    >>> for_persons(["child", "refugee"])
    ' data-for="child refugee"'
    """
    return f' data-for="{" ".join(persons)}"' if persons else ""


def row_spans(rows: Sequence[kinds.Row]) -> list[list[int]]:
    """For each cell of each row, how many rows it reaches over.

    >>> row_spans([kinds.Row([[], []]), kinds.Row([None, []])])
    [[2, 1], [1, 1]]
    """
    spans = [[1] * len(row.cells) for row in rows]
    for column in range(len(rows[0].cells) if rows else 0):
        first_row = 0
        for number, row in enumerate(rows):
            if row.cells[column] is None:
                spans[first_row][column] += 1
            else:
                first_row = number
    return spans


def former(anchors: Sequence[str]) -> str:
    """The places of what was published and is no more."""
    return "".join([f'<span id="{anchor}"></span>' for anchor in anchors])
