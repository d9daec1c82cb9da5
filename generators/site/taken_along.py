"""What other commands made before, and a build takes along: PDFs, EPUBs, and copies for reading offline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generators.corpus import downloads
from generators.corpus.downloads import Download
from generators.site import manifest
from generators.site.output import Copied

FOLDERS = ("pdf/", "epub/", "offline/")
"""Where these stand on the site."""


def outputs(root: Path, pdfs: dict[str, Download], language: str) -> Iterator[Copied]:
    """The files of a language in the project in ``root``; ``pdfs`` are its PDFs, by the address of their
    page.
    """
    for each in pdfs.values():
        file = downloads.file_of(root / downloads.FOLDER, each.address)
        yield Copied(each.address, file, manifest.PDF, language)
    for each in downloads.made(root, downloads.BOOKS).get(language, {}).values():
        file = downloads.file_of(root / downloads.BOOKS, each.address)
        yield Copied(each.address, file, manifest.EPUB, language)
    if copy := downloads.copies(root).get(language):
        file = downloads.file_of(root / downloads.COPIES, copy.address)
        yield Copied(copy.address, file, manifest.OFFLINE, language)


def language_of(path: str) -> str:
    """The language of a path in one of the folders."""
    return path.split("/")[1].removesuffix(".zip")
