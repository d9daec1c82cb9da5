"""Many records made of the real ones: beside the real library, copies of its folders,
with their texts, provisions, parties and translations, until there are enough.

What a copy refers to are the real records and mechanisms, so all references hold, and the
mix of long and short records is the real one.
"""

from __future__ import annotations

import re
import shutil
from itertools import count
from pathlib import Path

from generators.corpus.library import FOLDER

_ALIASES = re.compile(r"^aliases:.*\n(?:[ \t#-].*\n|\n)*", re.MULTILINE)
_AMENDS = re.compile(r"\bamends: \[[^\]]*\]")
"""A copy changes no real record: its lines would have to be compared with it."""


def copy_project(root: Path, folder: Path) -> Path:
    """A copy of everything that a build reads, which is returned and may be changed."""
    for name in ("docs", "overrides", FOLDER, "generators/locale"):
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name)
    for name in ("mkdocs.yml", "changes.tsv", "published.txt"):
        if (root / name).is_file():
            shutil.copyfile(root / name, folder / name)
    return folder


def write(root: Path, records: int, folder: Path) -> Path:
    """A project in ``folder`` with at least so many records, those of the project in
    ``root`` among them.
    """
    library = copy_project(root, folder) / FOLDER
    mechanisms = sorted(file.parent for file in (root / FOLDER).glob("*/mechanism.yml"))
    written = sum(_records(mechanism) for mechanism in mechanisms)
    for number in count(1):
        for mechanism in mechanisms:
            if written >= records:
                return folder
            made = library / f"{mechanism.name}-{number:03}"
            shutil.copytree(mechanism, made)
            for file in made.rglob("*.yml"):
                file.write_text(
                    _AMENDS.sub("amends: []", _ALIASES.sub("", file.read_text("utf-8"))),
                    "utf-8",
                )
            written += _records(made)
    raise AssertionError("there is no mechanism")


def _records(mechanism: Path) -> int:
    return sum(1 for _ in mechanism.glob("*.yml")) - 1
