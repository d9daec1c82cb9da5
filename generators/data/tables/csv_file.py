"""A table as CSV (RFC 4180), in UTF-8.

It begins with the mark of UTF-8, without which a spreadsheet reads French and Arabic wrongly; programs pass
over it (``utf-8-sig`` in Python). A text that a spreadsheet would take for a formula has an apostrophe before
it. A value that stands in many cells is written once and looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generators.data.cells import Written
from generators.document.open_data import Table

MARK = "\ufeff"
_LIKE_FORMULA = re.compile("[=+\\-@\t\r]")
_QUOTED = re.compile('[",\r\n]')


def written(table: Table) -> bytes:
    """A table as a file; the first line are the names of its columns."""
    ways: dict[str, Mapping] = {
        "yes": {None: "", True: "true", False: "false"},
        "whole": Written(lambda n: "" if n is None else str(n)),
        "number": Written(lambda n: "" if n is None else f"{n:g}"),
    }
    texts = Written(_text)
    columns = (
        map(ways.get(column.kind, texts).__getitem__, values)
        for column, values in zip(table.columns, table.values, strict=True)
    )
    lines = map(",".join, zip(*columns, strict=True))
    return f"{MARK}{_line(column.name for column in table.columns)}{_file(lines)}".encode()


def _line(cells: Iterable[str]) -> str:
    return f"{','.join(cells)}\r\n"


def _file(lines: Iterable[str]) -> str:
    whole = "\r\n".join(lines)
    return f"{whole}\r\n" if whole else ""


def _text(text: str | None) -> str:
    """A text as it stands between two commas."""
    if text is None:
        return ""
    safe = f"'{text}" if _LIKE_FORMULA.match(text) else text
    return '"{}"'.format(safe.replace('"', '""')) if _QUOTED.search(safe) else safe
