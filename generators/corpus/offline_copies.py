"""The copies of the site for reading offline that were made for this copy of the project, as their list says:
``.build/offline/manifest.json``.

``compendium offline`` writes the list; the page of downloads names what it lists, and a build takes the files
along. It is one object: ``files``, an object by address with the fields of ``OfflineCopy``. Without it, or
where it cannot be read, there are no copies.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path

from generators.corpus import addresses
from generators.text import files

FOLDER = ".build/offline"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class OfflineCopy:
    """The ZIP of a language. ``address`` is where it stands below the root of the site, ``day`` the day of
    its data (ISO 8601), ``entries`` the number of files in it, ``pdfs`` whether the PDFs are among them,
    ``size`` its bytes, ``sha256`` their digest.
    """

    language: str
    address: str
    day: str
    entries: int
    pdfs: bool
    size: int
    sha256: str


_TYPES = {each.name: {"str": str, "int": int, "bool": bool}[each.type] for each in fields(OfflineCopy)}


def file_of(root: Path, language: str) -> Path:
    """Where the ZIP of a language stands, in the project in ``root``."""
    return root / FOLDER / f"{language}.zip"


def made(root: Path) -> dict[str, OfflineCopy]:
    """The copies of the project in ``root`` by language: those whose files are there, with the digest that
    the list says.
    """
    listed = files.json_object(root / FOLDER / MANIFEST).get("files")
    found = [_copy(entry) for entry in listed.values()] if isinstance(listed, dict) else []
    return {each.language: each for each in found if each and _is_whole(file_of(root, each.language), each)}


def write(root: Path, copies: Iterable[OfflineCopy]) -> None:
    """Write the list, in the order of addresses. It is whole at any moment."""
    listed = {each.address: asdict(each) for each in sorted(copies, key=lambda each: each.address)}
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    text = json.dumps({"files": listed}, ensure_ascii=False, indent=1)
    files.replace(root / FOLDER / MANIFEST, f"{text}\n".encode())


def _copy(entry: object) -> OfflineCopy | None:
    """An entry of the list; None where it has not this form."""
    if not isinstance(entry, dict) or entry.keys() != _TYPES.keys():
        return None
    if any(type(value) is not _TYPES[name] for name, value in entry.items()):
        return None
    found = OfflineCopy(**entry)
    language = found.language
    is_tag = language.isascii() and language.isalpha()
    return found if is_tag and found.address == addresses.offline_copy(language) else None


def _is_whole(file: Path, copy: OfflineCopy) -> bool:
    try:
        return (
            file.is_file()
            and file.stat().st_size == copy.size
            and sha256(file.read_bytes()).hexdigest() == copy.sha256
        )
    except OSError:
        return False
