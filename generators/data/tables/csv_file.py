"""A table as CSV (RFC 4180), in UTF-8.

It begins with the mark of UTF-8, without which a spreadsheet reads French and Arabic wrongly; programs pass
over it (``utf-8-sig`` in Python). A text that a spreadsheet would take for a formula has an apostrophe before
it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from generators.document.open_data import Table, Value

MARK = "\ufeff"
_LIKE_FORMULA = re.compile("[=+\\-@\t\r]")


def written(table: Table, rows: Iterable[Sequence[Value]]) -> bytes:
    """A table as a file; the first line are the names of its columns."""
    made = StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(column.name for column in table.columns)
    writer.writerows(map(_cell, row) for row in rows)
    return f"{MARK}{made.getvalue()}".encode()


def _cell(value: Value) -> str | int | None:
    if isinstance(value, str):
        return f"'{value}" if _LIKE_FORMULA.match(value) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else value
