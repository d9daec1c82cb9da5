"""Puts finished files into a folder: only what changed, no path twice, nothing stale; and a finished site
into its place, whole or not at all.

It knows paths and bytes, and nothing of what they mean.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be: its path below the folder that it goes into, with slashes, and its content (a text is
    written as UTF-8).
    """

    path: str
    content: bytes | str

    @property
    def data(self) -> bytes:
        return self.content.encode() if isinstance(self.content, str) else self.content


@dataclass(slots=True)
class OutputFolder:
    """The folder that outputs go into, and the paths that were taken so far: one is made for each build, and
    shared by all that write.
    """

    folder: Path
    taken: set[str] = field(default_factory=set)
    made: set[str] = field(
        default_factory=set
    )  # folders that are known to exist, which saves asking for each file


@dataclass(slots=True)
class Counts:
    """How many files were written, and how many stood there already with the same content."""

    written: int = 0
    unchanged: int = 0


def write(outputs: Iterable[Output], into: OutputFolder) -> Counts:
    """Write what changed.

    Raises ValueError where two outputs of one folder claim one path, or a path leads out of the folder.
    """
    counts = Counts()
    for output in outputs:
        _take(output.path, into)
        if _put(output, into):
            counts.written += 1
        else:
            counts.unchanged += 1
    return counts


def copy(files: Mapping[str, Path], into: OutputFolder) -> None:
    """Take finished files along, by their path below the folder: as another name of the same file where the
    disk allows it, else as a copy.

    Raises ValueError as ``write`` does.
    """
    for path, file in files.items():
        _take(path, into)
        target = Path(into.folder) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        try:
            target.hardlink_to(file)
        except OSError:  # another disk
            shutil.copyfile(file, target)


def rewrite(output: Output, into: OutputFolder) -> None:
    """Write one output again, as while serving."""
    into.made.clear()
    _put(output, into)


def _take(path: str, into: OutputFolder) -> None:
    if path in into.taken:
        raise ValueError(f"two outputs claim {path}")
    if not path or path.startswith("/") or ".." in path.split("/"):
        raise ValueError(f"{path!r} is no path below the site")
    into.taken.add(path)


def _put(output: Output, into: OutputFolder) -> bool:
    target = f"{into.folder}/{output.path}"
    parent = target.rpartition("/")[0]
    if parent not in into.made:
        Path(parent).mkdir(parents=True, exist_ok=True)
        into.made.add(parent)
    data = output.data
    with suppress(FileNotFoundError), open(target, "rb") as file:  # noqa: PTH123 - half the time of Path.open, once for each page
        if file.read() == data:
            return False
    with open(target, "wb") as file:  # noqa: PTH123
        file.write(data)
    return True


def drop_stale(into: OutputFolder) -> list[str]:
    """Remove every file below the folder that was not taken, and folders left empty; returns the paths of the
    files, in order.
    """
    folder = Path(into.folder)
    stale = sorted(
        path
        for file in folder.rglob("*")
        if not file.is_dir() and (path := file.relative_to(folder).as_posix()) not in into.taken
    )
    for path in stale:
        (folder / path).unlink()
    for each in sorted((each for each in folder.rglob("*") if each.is_dir()), reverse=True):
        with suppress(OSError):  # not empty
            each.rmdir()
    return stale


def swap(new: Path, place: Path) -> None:
    """Put the finished folder ``new`` into its ``place``, and what stood there away; on any failure the old
    one stands there again.

    Raises FileNotFoundError where there is no finished folder, OSError where it cannot be moved (another file
    system …).
    """
    old = place.with_name(f".{place.name}.old")
    if old.exists() and not place.exists():  # a swap was cut off half-way
        old.rename(place)
    if not (new / "index.html").is_file():
        raise FileNotFoundError(f"{new} holds no finished site (no index.html)")
    shutil.rmtree(old, ignore_errors=True)
    had = place.exists()
    if had:
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if had:
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
