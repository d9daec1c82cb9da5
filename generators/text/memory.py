"""What was worked out from some bytes, kept below ``.build/``, so that only what changed is worked out again.

Each value stands under a key that names all that it follows from; a memory as a whole belongs to the code
that made it. It begins with a digest of that code and of its own content: one of which a single bit has
turned, or that other code made, counts as empty. Without it, or where it cannot be written, everything is
worked out anew.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time
from typing import Any, BinaryIO

_LENGTH = sha256().digest_size

_AT_ONCE = 1 << 20

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
        new = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        try:
            folder.mkdir(exist_ok=True)
            for left in folder.glob(f".{self._file.name}.*"):
                if time() - left.lstat().st_mtime > _CUT_OFF:
                    left.unlink(missing_ok=True)
            self._write(new)
            new.replace(self._file)
        except OSError:
            with suppress(OSError):
                new.unlink(missing_ok=True)

    def _write(self, new: Path) -> None:
        """Write value by value: of a large corpus there is never a second copy in memory."""
        whole = sha256(self._made_by.encode())
        with new.open("wb") as file:
            file.write(bytes(_LENGTH))
            for pair in self._used.items():
                row = packed(pair)
                whole.update(row)
                file.write(row)
            file.seek(0)
            file.write(whole.digest())


def _load(file: Path, made_by: str) -> dict[str, bytes]:
    try:
        with file.open("rb") as held:
            said, whole = held.read(_LENGTH), sha256(made_by.encode())
            while part := held.read(_AT_ONCE):
                whole.update(part)
            return dict(_pairs(held)) if said == whole.digest() else {}
    except OSError:
        return {}


def _pairs(held: BinaryIO) -> Iterator[tuple[str, bytes]]:
    end = held.tell()
    held.seek(_LENGTH)
    while held.tell() < end:
        yield marshal.load(held)
