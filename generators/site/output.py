"""Puts finished files into the folder of a site, each path once, and lists them.

It knows paths, bytes and the manifest's kinds, and nothing of what a file means. A file that somebody may be
reading is never written into: a new one takes its place.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generators.site import manifest
from generators.site.manifest import SiteFile
from generators.text.files import replace


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be: its path below the folder that it goes into, with slashes; its content (a text is written
    as UTF-8); its kind and language for the manifest.
    """

    path: str
    content: bytes | str
    kind: str
    language: str | None = None

    @property
    def data(self) -> bytes:
        return self.content.encode() if isinstance(self.content, str) else self.content


@dataclass(frozen=True, slots=True)
class Copied:
    """A finished file to be taken along: its path below the folder that it goes into, and where it stands."""

    path: str
    file: Path
    kind: str
    language: str | None = None

    @property
    def data(self) -> bytes:
        return self.file.read_bytes()


@dataclass(slots=True)
class OutputFolder:
    """The folder that outputs go into, and the files that were put there so far, by their paths.

    ``expected`` are paths that somebody else (MkDocs) writes, with their kinds and languages: they are taken
    too, and listed when they are there.
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


def write(outputs: Iterable[Output | Copied], into: OutputFolder) -> None:
    """Write files and list them.

    Raises ValueError where two outputs of one folder claim one path, or a path leads out of the folder.
    """
    for output in outputs:
        _free(output.path, into)
        into.files[output.path] = put(output, into)


def _free(path: str, into: OutputFolder) -> None:
    if path in into.files or path in into.expected:
        raise ValueError(f"two outputs claim {path}")
    if not path or path.startswith("/") or ".." in path.split("/"):
        raise ValueError(f"{path!r} is no path below the site")


def put(output: Output | Copied, into: OutputFolder) -> SiteFile:
    """Write one file, whether or not its path is taken; one that stands there already is left alone where it
    has the same content, and else gives way to another, so that who reads it sees it whole to its end.
    """
    target = f"{into.folder}/{output.path}"
    parent = target.rpartition("/")[0]
    if parent not in into.made:
        Path(parent).mkdir(parents=True, exist_ok=True)
        into.made.add(parent)
    data = output.data
    try:
        with open(target, "xb") as file:  # noqa: PTH123 - half the time of Path.open, once for each page
            file.write(data)
    except FileExistsError:
        if Path(target).is_symlink() or Path(target).read_bytes() != data:
            replace(Path(target), data)
    return manifest.listed(output.path, data, output.kind, output.language)


def list_expected(into: OutputFolder) -> None:
    """List the expected files that are there by now; they are few, and read from the disk."""
    for path, (kind, language) in into.expected.items():
        with suppress(FileNotFoundError):
            data = (Path(into.folder) / path).read_bytes()
            into.files[path] = manifest.listed(path, data, kind, language)
