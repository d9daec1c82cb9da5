"""What was worked out from some bytes, kept below ``.build/``, so that only what changed is worked out again.

Each value stands under a key that names all that it follows from; a memory as a whole belongs to the code
that made it. It begins with a digest of that code and of its own content: one of which a single bit has
turned, or that other code made, counts as empty. Without it, or where it cannot be written, everything is
worked out anew.
"""

from __future__ import annotations

import marshal
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time
from typing import Any

_LENGTH = sha256().digest_size

_CUT_OFF = 600
"""Seconds after which a file that is being written is one that nobody writes any more."""


def packed(value: Any) -> bytes:
    """A value as bytes; it is made of texts, numbers, tuples, lists and mappings."""
    return marshal.dumps(value)


def unpacked(value: bytes) -> Any:
    """What ``packed`` was given, as a copy of its own."""
    return marshal.loads(value)


class Memory:
    """Values by key; ``made_by`` is the digest of the code that makes them (``corpus.inputs.code``), empty
    where that is not known and nothing can be remembered. What was not asked for since it was opened is
    forgotten when it is saved.
    """

    def __init__(self, file: Path, made_by: str) -> None:
        self._file, self._made_by = file, made_by
        self._known = _load(file, made_by) if made_by else {}
        self._used: dict[str, bytes] = {}
        self.added = 0
        """How many values were kept since it was opened."""

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
        self.added += 1

    def save(self) -> None:
        """Write the memory where it changed and its folder may be written to; a reader sees the old one or
        the new one. What earlier runs that were cut off have left of theirs is removed.
        """
        folder = self._file.parent
        if not self._made_by or self._used.keys() == self._known.keys():
            return
        if not os.access(folder if folder.is_dir() else folder.parent, os.W_OK):
            return
        content = packed(self._used)
        new = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        try:
            folder.mkdir(exist_ok=True)
            for left in folder.glob(f".{self._file.name}.*"):
                if time() - left.lstat().st_mtime > _CUT_OFF:
                    left.unlink(missing_ok=True)
            new.write_bytes(_digest(content, self._made_by) + content)
            new.replace(self._file)
        except OSError:
            with suppress(OSError):
                new.unlink(missing_ok=True)


def _load(file: Path, made_by: str) -> dict[str, bytes]:
    if not file.is_file():  # a pipe of that name would be waited for
        return {}
    try:
        held = memoryview(file.read_bytes())
    except OSError:
        return {}
    content = held[_LENGTH:]
    return unpacked(content) if held[:_LENGTH] == _digest(content, made_by) else {}


def _digest(content: bytes | memoryview, made_by: str) -> bytes:
    whole = sha256(made_by.encode())
    whole.update(content)
    return whole.digest()
