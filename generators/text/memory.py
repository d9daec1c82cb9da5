"""What was worked out from some bytes, in a file below ``.build/``: only what changed is
worked out again.

Each value has a key that names all that it follows from. A memory as a whole belongs to
the code that made it. Its file begins with a digest of that code and of its own content.
A file with a wrong bit, or of other code, counts as empty. Without a file, or where none
can be written, everything is worked out again.
"""

from __future__ import annotations

import marshal
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from generators.text import files

_LENGTH = sha256().digest_size


def packed(value: Any) -> bytes:
    """A value of texts, numbers, tuples, lists and mappings as bytes.

    >>> unpacked(packed({"states": ("BEN", 2)}))
    {'states': ('BEN', 2)}
    """
    return marshal.dumps(value)


def unpacked(value: bytes) -> Any:
    """A copy of the value that ``packed`` was given."""
    return marshal.loads(value)


class Memory:
    """Values by key, in a ``file``.

    ``made_by`` is the digest of the code that makes the values (``corpus.inputs.code``).
    It is empty where the code is not known; then nothing is remembered. ``save`` forgets
    what nobody asked for since the memory was opened.
    """

    def __init__(self, file: Path, made_by: str) -> None:
        self._file = file
        self._made_by = made_by
        self._known = _load(file, made_by) if made_by else {}
        self._used: dict[str, bytes] = {}

    def find(self, key: str) -> Any | None:
        """A copy of the value of a key; None where there is none."""
        value = self._known.get(key)
        if value is None:
            return None
        self._used[key] = value
        return unpacked(value)

    def keep(self, key: str, value: Any) -> None:
        """Remember a value under a key that names all that it follows from."""
        self._used[key] = packed(value)

    def save(self) -> None:
        """Write the memory, where it changed and its folder may be written to.

        A reader sees the old file or the new one.
        """
        if not self._made_by or self._used.keys() == self._known.keys():
            return
        values = packed(self._used)
        with suppress(OSError):
            self._file.parent.mkdir(exist_ok=True)
            files.replace(self._file, _digest(self._made_by, values) + values)


def _load(file: Path, made_by: str) -> dict[str, bytes]:
    """The packed values of a memory's file by key; none where it cannot be trusted."""
    try:
        content = file.read_bytes()
    except OSError:
        return {}
    digest = content[:_LENGTH]
    values = content[_LENGTH:]
    return unpacked(values) if digest == _digest(made_by, values) else {}


def _digest(made_by: str, values: bytes) -> bytes:
    """What a memory's file begins with."""
    return sha256(made_by.encode() + values).digest()
