"""The PDFs and EPUBs that were made for this copy of the project, as their lists say:
``.build/pdf/manifest.json`` and ``.build/epub/manifest.json``.

``compendium pdf`` and ``compendium epub`` write a list each and read it again at their next run; pages link
to what it lists, and a build takes the files along. A list is one object: ``date``, the day of the data, and
``files``, an object by address with the fields of ``Download``. Without it, or where it cannot be read, there
are no such files, and the site says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from generators.text import files

FOLDER = ".build/pdf"
BOOKS = ".build/epub"
MANIFEST = "manifest.json"

_ADDRESS = re.compile(r"(pdf|epub)/([a-z]{2,3})/(?:[a-z0-9-]+/)*[a-z0-9-]+\.\1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One PDF or EPUB.

    ``id`` is that of its volume (``records/ecowas/policy-2009``), ``kind`` its first part; ``address`` is
    where it stands below the root of the site, ``page`` the page that it is a view of, below the folder of
    its language (empty for the home page). ``pages`` (0 of an EPUB, which has none) and ``size`` (bytes)
    are numbers, ``sha256`` is the digest of the file. ``source`` is the digest of the document that it was
    made from, ``inputs`` that of all files that had decided the document when it was last compared (empty:
    not known). ``stale`` is true where its records have changed and cannot be typeset as they are: the file
    is the last good one.
    """

    id: str
    language: str
    kind: str
    title: str
    address: str
    page: str
    pages: int
    size: int
    sha256: str
    source: str
    inputs: str = ""
    stale: bool = False


_TYPES = {each.name: {"str": str, "int": int, "bool": bool}[each.type] for each in fields(Download)}
_OPTIONAL = {"inputs", "stale"}


def file_of(folder: Path, address: str) -> Path:
    """Where the file of an address stands; ``folder`` is that of the list."""
    return folder / address.partition("/")[2]


def read(folder: Path) -> dict[str, Download]:
    """What the list in a folder names, by address and in its order: entries of this form, whose files are
    there with the size and the digest that it says. All else is left out, and will be made again.
    """
    listed = files.json_object(folder / MANIFEST).get("files")
    found = (_download(each) for each in listed.values()) if isinstance(listed, dict) else ()
    return {each.address: each for each in found if each and _is_whole(file_of(folder, each.address), each)}


def write(folder: Path, downloads: Iterable[Download], day: str) -> None:
    """Write the list in the order of addresses; ``day`` is that of the data. It is whole at any moment."""
    listed = {each.address: _entry(each) for each in sorted(downloads, key=lambda each: each.address)}
    text = json.dumps({"date": day, "files": listed}, ensure_ascii=False, indent=1)
    folder.mkdir(parents=True, exist_ok=True)
    files.replace(folder / MANIFEST, f"{text}\n".encode())


def made(root: Path, folder: str = FOLDER) -> Mapping[str, Mapping[str, Download]]:
    """The PDFs (of the folder BOOKS the EPUBs) of the project in ``root``, by language and by the address of
    their page.
    """
    found: dict[str, dict[str, Download]] = {}
    for each in read(root / folder).values():
        found.setdefault(each.language, {})[each.page] = each
    return found


def _entry(download: Download) -> dict[str, Any]:
    return {name: getattr(download, name) for name in _TYPES}


def _download(entry: Any) -> Download | None:
    """An entry of the list; None where it has not this form, or names a file elsewhere."""
    if not isinstance(entry, dict) or not _TYPES.keys() - _OPTIONAL <= entry.keys() <= _TYPES.keys():
        return None
    if any(type(value) is not _TYPES[name] for name, value in entry.items()):
        return None
    address = _ADDRESS.fullmatch(entry["address"])
    return Download(**entry) if address and address[2] == entry["language"] else None


def _is_whole(file: Path, download: Download) -> bool:
    try:
        stat = file.stat()
        stamp = (stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
        return stat.st_size == download.size and _digest(file, stamp) == download.sha256
    except OSError:
        return False


@cache
def _digest(file: Path, stamp: tuple[int, ...]) -> str:
    """The digest of a file; while serving, one that did not change is not read again and again."""
    del stamp
    return sha256(file.read_bytes()).hexdigest()
