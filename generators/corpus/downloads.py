"""The PDFs, EPUBs and copies for reading offline that were made for this project, as
their lists say.

A list is ``.build/pdf/manifest.json``, and the same in ``.build/epub`` and
``.build/offline``. The commands that make the files write a list each and read it again
at their next run. Pages link to what it lists, and a build takes the files along.

A list is one object. Its ``date`` is the day of the data. Its ``files`` is an object by
address, with the fields of ``Download`` or ``OfflineCopy``. The list of copies has no
``date``, because each copy has its own. Without a list that can be read there are no such
files, and the site says so.
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
    r"(pdf|epub)/([a-z]{2,3})/(?:[a-z0-9-]+/)*[a-z0-9-]+\.\1"
    r"|offline/(?P<copy>[a-z]{2,3})\.zip"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One PDF or EPUB.

    ``id`` is that of its volume (``records/ecowas/policy-2009``), ``kind`` its first
    part. ``address`` is its place below the root of the site. ``page`` is the address of
    the page that says the same, below the folder of its language. It is empty for the
    home page.

    ``pages`` (0 for an EPUB) and ``size`` (bytes) are numbers, ``sha256`` is the digest
    of the file. ``source`` is the digest of the document that it was made from.
    ``inputs`` is that of all files that decide the document, when it was last compared.
    It is empty if it is not known. ``stale`` is true where its records have changed and
    cannot be typeset as they are. Then the file is the last good one.
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
    """The ZIP of a language.

    ``address`` is its place below the root of the site, ``day`` the day of its data (ISO
    8601). ``entries`` is the number of files in it, and ``pdfs`` says whether the PDFs
    are among them. ``size`` is its bytes, ``sha256`` their digest.
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
    """The path of the file of an address; ``folder`` is that of the list.

    >>> file_of(Path(".build/pdf"), "pdf/en/states/ben.pdf").as_posix()
    '.build/pdf/en/states/ben.pdf'
    """
    return folder / address.partition("/")[2]


def read(folder: Path, form: type[Any] = Download) -> dict[str, Any]:
    """What the list in a folder names, by address and in its order.

    These are entries of one form, whose files have the size and the digest that the list
    says. All else is left out, and will be made again.
    """
    listed = files.json_object(folder / MANIFEST).get("files")
    if not isinstance(listed, dict):
        return {}
    entries = (_entry(fields, form) for fields in listed.values())
    return {
        entry.address: entry
        for entry in entries
        if entry and _is_whole(file_of(folder, entry.address), entry)
    }


def write(folder: Path, entries: Iterable[Download | OfflineCopy], **facts: str) -> None:
    """Write the list in the order of addresses, after ``facts`` on the whole list
    (``date``, the day of the data). It is whole at any moment.
    """
    ordered = sorted(entries, key=lambda entry: entry.address)
    listed = {entry.address: asdict(entry) for entry in ordered}
    text = json.dumps({**facts, "files": listed}, ensure_ascii=False, indent=1)
    folder.mkdir(parents=True, exist_ok=True)
    files.replace(folder / MANIFEST, f"{text}\n".encode())


def made(root: Path, folder: str = FOLDER) -> Mapping[str, Mapping[str, Download]]:
    """The PDFs of the project in ``root`` (the EPUBs where ``folder`` is BOOKS), by
    language and by volume.
    """
    by_language: dict[str, dict[str, Download]] = {}
    for download in read(root / folder).values():
        by_language.setdefault(download.language, {})[download.id] = download
    return by_language


def copies(root: Path) -> dict[str, OfflineCopy]:
    """The copies of the project in ``root``, by language."""
    entries = read(root / COPIES, OfflineCopy).values()
    return {copy.language: copy for copy in entries}


def _entry(fields: Any, form: type[Made]) -> Made | None:
    """An entry of a list from its fields. None where it is not of this form, or names
    a file elsewhere.
    """
    try:
        entry = form(**fields)
        address = _ADDRESS.fullmatch(entry.address)
    except TypeError:  # of another version
        return None
    if address and entry.language in (address[2], address["copy"]):
        return entry
    return None


def _is_whole(file: Path, entry: Download | OfflineCopy) -> bool:
    """Whether a file has the size and the digest of its entry; not where it cannot be
    read.
    """
    try:
        stat = file.stat()
        stamp = (stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
        return stat.st_size == entry.size and _digest(file, stamp) == entry.sha256
    except OSError:
        return False


@cache
def _digest(file: Path, stamp: tuple[int, ...]) -> str:
    """The digest of a file. ``stamp`` is another one once the file changes, so that while
    serving no file is read twice.
    """
    return sha256(file.read_bytes()).hexdigest()
