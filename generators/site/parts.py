"""A part of a site: one language of it, or some, built by a machine of their own with the same bytes as in
the whole.

What is for all languages (the schemas, what the form opens, the sitemap, the page for what is not there, the
headers) stands in the part of the default language; style sheets, scripts and icons stand in each, so that a
part can be looked at, and made into a ZIP, by itself. Links to other languages stand as in the whole.

The manifest of a part says in ``part`` what it is a part of, so that ``merge`` puts together only what
belongs together. One object::

    languages  those that it holds, in the order of the menu
    of         those that the whole site holds
    records    the digest of instruments/ and of the lists of changes and of published addresses
    settings   that of mkdocs.yml with what the environment says, of docs/ and overrides/
    program    that of this package, of Python, and of the packages below it
    files      that of the list of files in the manifest
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from generators.corpus import cldr, inputs
from generators.site import manifest
from generators.site.manifest import Manifest

FOLDER = ".build/parts"
"""Where parts stand, each in a folder named by its languages, unless another place is named."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the manifest of a part says of it, its list of files apart."""

    languages: tuple[str, ...]
    of: tuple[str, ...]
    records: str
    settings: str
    program: str


_TEXTS = tuple(each.name for each in fields(Part))[2:]


def chosen(named: Iterable[str]) -> tuple[tuple[str, ...], list[str]]:
    """The languages that somebody named by their codes (``fr``, ``fr pt``, ``fr,pt``), in the order of the
    menu, and what is no code of one.
    """
    words = [word for each in named for word in each.replace(",", " ").split()]
    known = tuple(code for code in cldr.LANGUAGES if code in words)
    return known, [word for word in words if word not in cldr.LANGUAGES]


def folder_of(root: Path, languages: Iterable[str]) -> Path:
    """Where the part of some languages stands in the project in ``root``."""
    return root / FOLDER / "-".join(languages)


def described(root: Path, languages: tuple[str, ...], settings: object, folders: Iterable[Path]) -> Part:
    """What the part of some languages of the project in ``root`` is made from; ``settings`` are those that it
    is built with, ``folders`` hold what is written by hand. A digest is empty where a link leads to other
    folders, whose contents nobody knows.
    """
    said = json.dumps(settings, default=repr)
    return Part(
        languages, cldr.LANGUAGES, inputs.records(root), inputs.contents(folders, said), inputs.program()
    )


def seal(folder: Path, part: Part) -> None:
    """Say in the manifest of the finished site in a folder what it is a part of. Raises FileNotFoundError
    where there is none.
    """
    found = manifest.read_whole(folder)
    if found is None:
        raise FileNotFoundError(f"{folder} holds no finished site ({manifest.NAME})")
    said = {**asdict(part), "files": _digest(found)}
    (folder / manifest.NAME).write_text(manifest.text(found.files, found.date, said), "utf-8", newline="\n")


def read(found: Manifest) -> Part | None:
    """What a manifest says that it is a part of; None where it is that of a whole site, or its list of files
    is not as it was made.
    """
    said: Any = found.part
    if not isinstance(said, dict) or said.get("files") != _digest(found):
        return None
    texts = [said.get(name) for name in _TEXTS]
    tags = [said.get(name) for name in ("languages", "of")]
    if not all(isinstance(each, str) for each in texts) or not all(map(_is_tags, tags)):
        return None
    return Part(*map(tuple, tags), *texts)


def _is_tags(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)


def _digest(found: Manifest) -> str:
    return sha256(manifest.text(found.files, found.date).encode()).hexdigest()
