"""The parts that a document is made of, as plain values for JSON: the model that the template lays out,
whatever the volume is about.

A cell or the body of an entry is a list of paragraphs. Knows neither corpus nor typesetter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generators.pdf.ink import Runs

Part = dict[str, Any]
Cell = list[Part]


def heading(level: int, text: Runs) -> Part:
    """The heading of a section."""
    return {"k": "h", "l": level, "t": text}


def chapter(level: int, text: Runs, anchor: str = "", new_page: bool = True) -> Part:
    """The heading of a chapter, for the contents; ``anchor`` is what other parts of the volume lead to."""
    return (
        heading(level, text)
        | {"chapter": True}
        | ({"id": anchor} if anchor else {})
        | ({"new": True} if new_page else {})
    )


def para(text: Runs, style: str = "") -> Part:
    """A paragraph; ``style`` is lead, facts, src, warn or num."""
    return {"k": "p", "t": text} | ({"c": style} if style else {})


def paras(*pairs: tuple[Runs, str]) -> list[Part]:
    """Paragraphs with their styles; empty ones are left out."""
    return [para(text, style) for text, style in pairs if text]


def facts(rows: Iterable[tuple[Runs, Runs]]) -> Part:
    """Labels with their values, one below the other."""
    return {"k": "facts", "rows": [[label, value] for label, value in rows if value]}


def entry(sign: str, body: Sequence[Part]) -> Part:
    """Paragraphs with a sign (a strength's number) or a number in the margin."""
    return {"s": sign, "b": list(body)}


def entries(items: Iterable[Part]) -> Part:
    """Entries, one below the other."""
    return {"k": "entries", "items": list(items)}


def bullets(items: Iterable[Runs], columns: int = 1) -> Part:
    """A list."""
    return {"k": "list", "items": list(items), "n": columns}


def sources(items: Iterable[Runs]) -> Part:
    """Numbered notes."""
    return {"k": "notes", "items": list(items)}


def table(head: Sequence[Runs], widths: Sequence[int], groups: Iterable[tuple[Runs, Sequence[Part]]]) -> Part:
    """A table whose header is repeated on each page; ``widths`` are shares. A group's label stands over its
    rows, on each page that they reach.
    """
    return {
        "k": "table",
        "head": list(head),
        "w": list(widths),
        "groups": [{"t": label, "rows": list(rows)} for label, rows in groups],
    }


def row(cells: Sequence[Cell], continues: bool = False) -> Part:
    """A row; one that continues the row above is drawn without a line between them."""
    return {"c": list(cells)} | ({"j": True} if continues else {})


def section(parts: Sequence[Part], landscape: bool = False) -> Part:
    """Parts on paper of one format."""
    return {"landscape": landscape, "parts": list(parts)}
