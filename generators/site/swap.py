"""Puts a finished site into its place, whole or not at all."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD: paths are relative to the working folder


def swap(new: Path, place: Path, whole: str = "index.html") -> None:
    """Put the finished folder ``new`` into its ``place``, and what stood there away; on any failure the old
    one stands there again. Where ``place`` is a symbolic link, the folder that it leads to is replaced.
    ``whole`` is the file without which it is not finished.

    Raises OSError, with a sentence that says what to do: there is no finished folder, the place is a file, it
    cannot be moved …
    """
    place = place.resolve()
    rescue(place)
    if not (new / whole).is_file():
        raise FileNotFoundError(f"{new} holds no finished site (no {whole})")
    if place.exists() and not place.is_dir():
        raise NotADirectoryError(f"{place} is a file; move it away, for the site goes there")
    old = _beside(place)
    _remove(old)
    try:
        _exchange(new, place, old)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        near = place.with_name(f".{place.name}.new")
        _remove(near)
        shutil.copytree(new, near)
        _exchange(near, place, old)
        shutil.rmtree(new)
    _remove(old)


def rescue(place: Path) -> None:
    """Put the old site back where a swap was cut off between its two moves."""
    place = place.resolve()
    if not place.exists() and (old := _beside(place)).is_dir():
        old.rename(place)


def _beside(place: Path) -> Path:
    return place.with_name(f".{place.name}.old")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _exchange(new: Path, place: Path, old: Path) -> None:
    """Put ``new`` into its place, in one step where the system can; else what stood there goes to ``old``."""
    if not place.exists():
        new.rename(place)
    elif _exchanged(new, place):
        _remove(new)
    else:
        place.rename(old)
        try:
            new.rename(place)
        except OSError:
            old.rename(place)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders have changed places, with no moment at which either was missing."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # not Linux, or an old C library
        return False
    return rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0
