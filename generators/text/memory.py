"""What was worked out from some bytes, kept below ``.build/``, so that only what changed
is worked out again.

Each value stands under a key that names all that it follows from; a memory as a whole
belongs to the code that made it. It begins with a digest of that code and of its own
content: one of which a single bit has turned, or that other code made, counts as empty.
Without it, or where it cannot be written, everything is worked out anew.
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
    """A value as bytes; it is made of texts, numbers, tuples, lists and mappings."""
    return marshal.dumps(value)


def unpacked(value: bytes) -> Any:
    """What ``packed`` was given, as a copy of its own."""
    return marshal.loads(value)


class Memory:
    """Values by key; ``made_by`` is the digest of the code that makes them
    (``corpus.inputs.code``), empty where that is not known and nothing can be remembered.
    What was not asked for since it was opened is forgotten when it is saved.
    """

    def __init__(self, file: Path, made_by: str) -> None:
        self._file, self._made_by = file, made_by
        self._known = _load(file, made_by) if made_by else {}
        self._used: dict[str, bytes] = {}

    def find(self, key: str) -> Any | None:
        """A copy of the value that stands under a key; None where there is none."""
        value = self._known.get(key)
        if value is None:
            return None
        self._used[key] = value
        return unpacked(value)

    def keep(self, key: str, value: Any) -> None:
        """Remember a value under a key that names all that it follows from."""
        self._used[key] = packed(value)

    def save(self) -> None:
        """Write the memory where it changed and its folder may be written to; a reader
        sees the old one or the new one.
        """
        if not self._made_by or self._used.keys() == self._known.keys():
            return
        values = packed(self._used)
        with suppress(OSError):
            self._file.parent.mkdir(exist_ok=True)
            files.replace(self._file, _digest(self._made_by, values) + values)


def _load(file: Path, made_by: str) -> dict[str, bytes]:
    try:
        held = file.read_bytes()
    except OSError:
        return {}
    said, values = held[:_LENGTH], held[_LENGTH:]
    return unpacked(values) if said == _digest(made_by, values) else {}


def _digest(made_by: str, values: bytes) -> bytes:
    return sha256(made_by.encode() + values).digest()
