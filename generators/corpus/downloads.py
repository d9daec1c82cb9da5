"""The PDFs, EPUBs and copies for reading offline that were made for this copy of the
project, as their lists say: ``.build/pdf/manifest.json``, and the same in ``.build/epub``
and ``.build/offline``.

The commands that make them write a list each and read it again at their next run; pages
link to what it lists, and a build takes the files along. A list is one object: ``date``,
the day of the data (not of copies, each of which has its own), and ``files``, an object
by address with the fields of ``Download`` or ``OfflineCopy``. Without it, or where it
cannot be read, there are no such files, and the site says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from generators.text import files

FOLDER = ".build/pdf"
BOOKS = ".build/epub"
COPIES = ".build/offline"
MANIFEST = "manifest.json"

_ADDRESS = re.compile(
    r"(pdf|epub)/([a-z]{2,3})/(?:[a-z0-9-]+/)*[a-z0-9-]+\.\1|offline/(?P<copy>[a-z]{2,3})\.zip"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One PDF or EPUB.

    ``id`` is that of its volume (``records/ecowas/policy-2009``), ``kind`` its first
    part; ``address`` is where it stands below the root of the site, ``page`` the page
    that it is a view of, below the folder of its language (empty for the home page).
    ``pages`` (0 of an EPUB, which has none) and ``size`` (bytes) are numbers, ``sha256``
    is the digest of the file. ``source`` is the digest of the document that it was made
    from, ``inputs`` that of all files that had decided the document when it was last
    compared (empty: not known). ``stale`` is true where its records have changed and
    cannot be typeset as they are: the file is the last good one.
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


@dataclass(frozen=True, slots=True)
class OfflineCopy:
    """The ZIP of a language. ``address`` is where it stands below the root of the site,
    ``day`` the day of its data (ISO 8601), ``entries`` the number of files in it,
    ``pdfs`` whether the PDFs are among them, ``size`` its bytes, ``sha256`` their digest.
    """

    language: str
    address: str
    day: str
    entries: int
    pdfs: bool
    size: int
    sha256: str


Made = TypeVar("Made", Download, OfflineCopy)


def file_of(folder: Path, address: str) -> Path:
    """Where the file of an address stands; ``folder`` is that of the list."""
    return folder / address.partition("/")[2]


def read(folder: Path, form: type[Made] = Download) -> dict[str, Made]:
    """What the list in a folder names, by address and in its order: entries of this form,
    whose files are there with the size and the digest that it says. All else is left out,
    and will be made again.
    """
    listed = files.json_object(folder / MANIFEST).get("files")
    found = (
        (_entry(each, form) for each in listed.values())
        if isinstance(listed, dict)
        else ()
    )
    return {
        each.address: each
        for each in found
        if each and _is_whole(file_of(folder, each.address), each)
    }


def write(folder: Path, made: Iterable[Made], **said: str) -> None:
    """Write the list in the order of addresses, behind what is said of it as a whole
    (``date``, the day of the data). It is whole at any moment.
    """
    listed = {
        each.address: asdict(each) for each in sorted(made, key=lambda each: each.address)
    }
    text = json.dumps({**said, "files": listed}, ensure_ascii=False, indent=1)
    folder.mkdir(parents=True, exist_ok=True)
    files.replace(folder / MANIFEST, f"{text}\n".encode())


def made(root: Path, folder: str = FOLDER) -> Mapping[str, Mapping[str, Download]]:
    """The PDFs (of the folder BOOKS the EPUBs) of the project in ``root``, by language
    and by volume.
    """
    found: dict[str, dict[str, Download]] = {}
    for each in read(root / folder).values():
        found.setdefault(each.language, {})[each.id] = each
    return found


def copies(root: Path) -> dict[str, OfflineCopy]:
    """The copies of the project in ``root``, by language."""
    return {each.language: each for each in read(root / COPIES, OfflineCopy).values()}


def _entry(entry: Any, form: type[Made]) -> Made | None:
    """An entry of a list; None where it is not of this form, or names a file elsewhere."""
    try:
        made = form(**entry)
        address = _ADDRESS.fullmatch(made.address)
    except TypeError:  # of another version
        return None
    return made if address and made.language in (address[2], address["copy"]) else None


def _is_whole(file: Path, made: Download | OfflineCopy) -> bool:
    try:
        stat = file.stat()
        stamp = (stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
        return stat.st_size == made.size and _digest(file, stamp) == made.sha256
    except OSError:
        return False


@cache
def _digest(file: Path, stamp: tuple[int, ...]) -> str:
    """The digest of a file; while serving, one that did not change is not read again and
    again.
    """
    return sha256(file.read_bytes()).hexdigest()
