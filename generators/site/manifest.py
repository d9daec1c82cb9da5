"""The files of a site: put into its folder, each path once, and listed in its manifest.

That is ``manifest.json`` at the root of the site, the only file that it does not list. A
file that somebody may be reading is never written into: a new one takes its place.

A service worker and an archive to take along keep the site for readers without a
connection. They read the manifest. ``compendium site`` sees from it whether the site is
whole.

It is one object with two keys. The first, ``date``, is the day of the data, ISO 8601. The
second, ``files``, has an object for each file, in the order of paths. Each object is on a
line of its own.

A file has the following keys.

``path`` is below the root of the site, with slashes, as it is on the disk. It is not
percent-encoded. Browsers ask for a page without its ``index.html``.

``sha256`` is the digest of its bytes, 64 figures. A copy with another one is out of date.

``size`` is in bytes, as it is on the disk. A host may send it compressed.

``kind`` is one of the constants below.

``language`` is the language of the site that the file is for. It is null where it is for
all.

A language is whole without a connection with its own pages, search and the assets. Pages
and parts of the search ask for nothing else. The same site gives the same bytes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generators.text import files

NAME = "manifest.json"

PAGE = "page"
REDIRECT = "redirect"
"""A former address that leads on."""
SEARCH = "search"
"""A part of the search index."""
DATA = "data"
"""What a page says, as JSON, a calendar, a spreadsheet or a feed; all of it, as JSON and
tables; and schemas.
"""
PDF = "pdf"
ASSET = "asset"
"""Style sheets, scripts, icons, and what docs/ holds apart from pages."""
NOT_FOUND = "not-found"
"""The page for addresses where nothing is."""
SITEMAP = "sitemap"
HOST = "host"
"""Headers, as hosts read them."""
OFFLINE = "offline"
"""A language as a ZIP."""
EPUB = "epub"
"""Volumes as books for e-readers."""


class SiteFile(NamedTuple):
    """One file of a site, as its manifest lists it."""

    path: str
    sha256: str
    size: int
    kind: str
    language: str | None = None


def listed(path: str, data: bytes, kind: str, language: str | None) -> SiteFile:
    """What the manifest says of a file with these bytes."""
    return SiteFile(path, sha256(data).hexdigest(), len(data), kind, language)


def text(every: Iterable[SiteFile], day: str) -> str:
    """The manifest of a site; ``day`` is the day of the data."""
    rows = (
        json.dumps(file._asdict(), ensure_ascii=False, separators=(",", ":"))
        for file in sorted(every)
    )
    return f'{{"date": "{day}", "files": [\n' + ",\n".join(rows) + "\n]}\n"


class Manifest(NamedTuple):
    """What the manifest of a site says: the day of its data (ISO 8601), and its files."""

    date: str
    files: tuple[SiteFile, ...]


def weights(manifest: Manifest) -> dict[str, int]:
    """The bytes of each kind of file of a site, the heaviest kind first."""
    sizes: dict[str, int] = {}
    for file in manifest.files:
        sizes[file.kind] = sizes.get(file.kind, 0) + file.size
    return dict(sorted(sizes.items(), key=lambda kind_and_bytes: -kind_and_bytes[1]))


def read(folder: Path) -> Manifest | None:
    """The manifest of a site; None where there is none, or no whole one."""
    values = files.json_object(folder / NAME)
    try:
        site_files = tuple(SiteFile(**row) for row in values["files"])
        return Manifest(values["date"], site_files)
    except (KeyError, TypeError):  # of another program, or an earlier version
        return None


def holds(folder: Path) -> bool:
    """Whether a folder holds the files that its manifest lists, with the same bytes.

    Other files may be there too.
    """
    manifest = read(folder)
    if manifest is None:
        return False
    return all(_digest(f"{folder}/{file.path}") == file.sha256 for file in manifest.files)


def _digest(path: str) -> str:
    """The SHA-256 of a file, as 64 figures; empty where it cannot be read."""
    try:
        # half the time of a Path, once for each file
        with open(path, "rb") as file:  # noqa: PTH123
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""


@dataclass(frozen=True, slots=True)
class Output:
    """A file that is to be written."""

    path: str
    """The path below the folder that it goes into, with slashes."""
    content: bytes | str | Callable[[], bytes | str]
    """What it holds, or the function that makes that. A text is written as UTF-8."""
    kind: str
    """Its kind in the manifest."""
    language: str | None = None
    """Its language in the manifest; None where it is for all."""

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        content = self.content() if callable(self.content) else self.content
        return content.encode() if isinstance(content, str) else content


@dataclass(slots=True)
class OutputFolder:
    """The folder that outputs go into, and what was put there so far."""

    folder: Path
    files: dict[str, SiteFile] = field(default_factory=dict)
    """The files that were put there, by their paths below the folder."""
    expected: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    """The paths that somebody else (MkDocs) writes, with their kinds and languages. No
    output may take them; they are listed when the files are there.
    """
    made: set[str] = field(default_factory=set)
    """Folders that are known to exist, so that the disk is not asked for each file."""

    def add(self, files: Iterable[SiteFile]) -> None:
        """List files that were written elsewhere; raises ValueError as ``write`` does."""
        for file in files:
            _expect_free(file.path, self)
            self.files[file.path] = file


def write(outputs: Iterable[Output], into: OutputFolder) -> None:
    """Write files and list them.

    Raises ValueError where two outputs of one folder claim one path, or a path leads out
    of the folder.
    """
    for output in outputs:
        _expect_free(output.path, into)
        into.files[output.path] = put(output, into)


def _expect_free(path: str, into: OutputFolder) -> None:
    """Raise ValueError where a path is taken, or leads out of the folder."""
    if path in into.files or path in into.expected:
        raise ValueError(f"two outputs claim {path}")
    if not path or path.startswith("/") or ".." in path.split("/"):
        raise ValueError(f"{path!r} is no path below the site")


def put(output: Output, into: OutputFolder) -> SiteFile:
    """Write one file, whether or not its path is taken; returns what the manifest says.

    A file that is there with the same content stays. One with another content is replaced
    as a whole, so who reads it still sees it to its end.
    """
    target = f"{into.folder}/{output.path}"
    parent = target.rpartition("/")[0]
    if parent not in into.made:
        # half the time of a Path, once for each folder
        os.makedirs(parent, exist_ok=True)  # noqa: PTH103
        into.made.add(parent)
    data = output.data
    try:
        # half the time of Path.open, once for each page
        with open(target, "xb") as file:  # noqa: PTH123
            file.write(data)
    except FileExistsError:
        if Path(target).is_symlink() or Path(target).read_bytes() != data:
            files.replace(Path(target), data)
    return listed(output.path, data, output.kind, output.language)


def list_expected(into: OutputFolder) -> None:
    """List the expected files that are there by now, as they are on the disk."""
    for path, (kind, language) in into.expected.items():
        with suppress(FileNotFoundError):
            data = (Path(into.folder) / path).read_bytes()
            into.files[path] = listed(path, data, kind, language)
