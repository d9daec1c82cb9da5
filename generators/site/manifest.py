"""The files of a site: put into its folder, each path once, and listed in
``manifest.json`` at its root, the one file that it does not list. A file that somebody
may be reading is never written into: a new one takes its place.

What keeps the site for readers without a connection (a service worker, an archive to take
along) reads it,
and so does ``compendium site`` to see whether the site is whole. One object with two keys::

    date   the day of the data, ISO 8601
    files  one object a file, in the order of their paths, one a line:
           path      below the root of the site, with slashes, as it stands on the disk (not
                     percent-encoded); a page is asked for without its ``index.html``
           sha256    the digest of its bytes, 64 figures: a copy with another one is out of date
           size      in bytes, as it stands on the disk (a host may send it compressed)
           kind      page | redirect (a former address that leads on) | search (a part of the search
                     index) | data (what a page says, as JSON, a calendar, a spreadsheet or a feed; all of
                     it, as JSON and tables; schemas) | pdf | epub (volumes as books for e-readers) |
                     offline (a language as a ZIP) | asset (style sheets, scripts, icons, and what docs/
                     holds beside pages) |
                     not-found (the page for addresses that are not there) | sitemap | host (headers, as
                     hosts read them)
           language  of the site's languages the one that the file is for; null where it is for all

A language is whole without a connection with its own pages, search and the assets; pages
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

PAGE, REDIRECT, SEARCH, DATA, PDF, ASSET, NOT_FOUND, SITEMAP, HOST, OFFLINE, EPUB = (
    "page redirect search data pdf asset not-found sitemap host offline epub".split()
)


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


def weights(found: Manifest) -> dict[str, int]:
    """The bytes of each kind of file of a site, the heaviest first."""
    sizes: dict[str, int] = {}
    for file in found.files:
        sizes[file.kind] = sizes.get(file.kind, 0) + file.size
    return dict(sorted(sizes.items(), key=lambda kind_and_bytes: -kind_and_bytes[1]))


def read(folder: Path) -> Manifest | None:
    """The manifest of a site; None where there is none, or no whole one."""
    said = files.json_object(folder / NAME)
    try:
        return Manifest(said["date"], tuple(SiteFile(**row) for row in said["files"]))
    except (KeyError, TypeError):  # of another program, or an earlier version
        return None


def holds(folder: Path) -> bool:
    """Whether a folder holds the files that its manifest lists, with the very bytes;
    others may lie there.
    """
    found = read(folder)
    return found is not None and all(
        _digest(f"{folder}/{file.path}") == file.sha256 for file in found.files
    )


def _digest(path: str) -> str:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - half the time of a Path, once for each file
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be: its path below the folder that it goes into, with slashes; its
    content, or what makes it (a text is written as UTF-8); its kind and language for the
    manifest.
    """

    path: str
    content: bytes | str | Callable[[], bytes | str]
    kind: str
    language: str | None = None

    @property
    def data(self) -> bytes:
        made = self.content() if callable(self.content) else self.content
        return made.encode() if isinstance(made, str) else made


@dataclass(slots=True)
class OutputFolder:
    """The folder that outputs go into, and the files that were put there so far, by their
    paths.

    ``expected`` are paths that somebody else (MkDocs) writes, with their kinds and
    languages: they are taken too, and listed when they are there.
    """

    folder: Path
    files: dict[str, SiteFile] = field(default_factory=dict)
    expected: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    made: set[str] = field(default_factory=set)
    """Folders that are known to exist, which saves asking for each file."""

    def add(self, files: Iterable[SiteFile]) -> None:
        """List files that were written elsewhere; raises ValueError as ``write`` does."""
        for file in files:
            _free(file.path, self)
            self.files[file.path] = file


def write(outputs: Iterable[Output], into: OutputFolder) -> None:
    """Write files and list them.

    Raises ValueError where two outputs of one folder claim one path, or a path leads out
    of the folder.
    """
    for output in outputs:
        _free(output.path, into)
        into.files[output.path] = put(output, into)


def _free(path: str, into: OutputFolder) -> None:
    if path in into.files or path in into.expected:
        raise ValueError(f"two outputs claim {path}")
    if not path or path.startswith("/") or ".." in path.split("/"):
        raise ValueError(f"{path!r} is no path below the site")


def put(output: Output, into: OutputFolder) -> SiteFile:
    """Write one file, whether or not its path is taken; one that stands there already is
    left alone where it has the same content, and else gives way to another, so that who
    reads it sees it whole to its end.
    """
    target = f"{into.folder}/{output.path}"
    parent = target.rpartition("/")[0]
    if parent not in into.made:
        os.makedirs(parent, exist_ok=True)  # noqa: PTH103 - half the time of a Path, once for each folder
        into.made.add(parent)
    data = output.data
    try:
        with open(target, "xb") as file:  # noqa: PTH123 - half the time of Path.open, once for each page
            file.write(data)
    except FileExistsError:
        if Path(target).is_symlink() or Path(target).read_bytes() != data:
            files.replace(Path(target), data)
    return listed(output.path, data, output.kind, output.language)


def list_expected(into: OutputFolder) -> None:
    """List the expected files that are there by now; they are few, and read from the
    disk.
    """
    for path, (kind, language) in into.expected.items():
        with suppress(FileNotFoundError):
            data = (Path(into.folder) / path).read_bytes()
            into.files[path] = listed(path, data, kind, language)
