"""What catalogs held when they were last read, by the digest of their bytes, so that only changed ones are
parsed again.

Parsing five hundred catalogs takes longer than all other reading together. The memory is a file below
``.build/``; without it, or where it cannot be written, everything is parsed. It holds plain values only and
decides nothing: an entry is used for the very same bytes alone.
"""

from __future__ import annotations

import marshal
import os
from hashlib import sha256
from pathlib import Path

FORM = "catalogs 2"
"""Changes whenever rows are made otherwise, so that an old memory is forgotten."""

Rows = list[tuple]


class Memory:
    """Rows by digest. What was not asked for since it was opened is forgotten when it is saved."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, Rows] = _load(file)
        self._used: dict[str, Rows] = {}

    def find(self, text: str) -> Rows | None:
        """The rows that this very text gave."""
        digest = sha256(text.encode()).hexdigest()
        rows = self._known.get(digest)
        if rows is not None:
            self._used[digest] = rows
        return rows

    def keep(self, text: str, rows: Rows) -> None:
        """Remember the rows of a text."""
        self._used[sha256(text.encode()).hexdigest()] = rows

    def save(self) -> None:
        """Write the memory where it changed and its folder may be written to; a reader sees the old one or
        the new one.
        """
        if self._used.keys() == self._known.keys() or not os.access(self._file.parent.parent, os.W_OK):
            return
        self._file.parent.mkdir(exist_ok=True)
        new = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        new.write_bytes(marshal.dumps((FORM, self._used)))
        new.replace(self._file)


def _load(file: Path) -> dict[str, Rows]:
    try:
        form, rows = marshal.loads(file.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return rows if form == FORM else {}
