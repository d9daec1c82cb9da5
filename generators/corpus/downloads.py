"""The PDFs that were made for this copy of the project, as their manifest lists them; pages link to them and
a build takes them along.

Reads ``.build/pdf/manifest.json``, which ``compendium pdf`` writes. Without it there are none, and the site
says so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = ".build/pdf"


@dataclass(frozen=True, slots=True)
class Download:
    """One PDF: its address below the root of the site, the page it is a view of, its kind and title, its
    number of pages, its size in bytes.
    """

    address: str
    language: str
    kind: str
    page: str
    title: str
    pages: int
    size: int
    file: Path


def made(root: Path) -> Mapping[str, Mapping[str, Download]]:
    """The PDFs that are there, by language and by the address of their page, in the order of the manifest."""
    manifest = root / FOLDER / "manifest.json"
    if not manifest.is_file():
        return {}
    found: dict[str, dict[str, Download]] = {}
    for each in json.loads(manifest.read_text("utf-8"))["files"].values():
        file = root / FOLDER / each["address"].removeprefix("pdf/")
        if file.is_file():
            keys = ("address", "language", "kind", "page", "title", "pages", "size")
            found.setdefault(each["language"], {})[each["page"]] = Download(
                **{key: each[key] for key in keys}, file=file
            )
    return found
