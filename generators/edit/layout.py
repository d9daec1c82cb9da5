"""The form of files that nobody should have to think of: ends of lines, blanks behind them, the wrapping of
catalogs. What a file says never changes by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generators.corpus.inputs import FOLDER
from generators.corpus.interface import LOCALE
from generators.edit.patch import PatchError, unread
from generators.text import gettext_files, yaml_nodes
from generators.text.sayings import say
from generators.translate import plurals

_BEHIND = re.compile(r"[ \t]+$", re.MULTILINE)


def record(text: str) -> str:
    """A record with ends of lines as Unix has them, no blank behind a line, and one end of line at its end.
    Raises PatchError where the file cannot be read, or would say something else.
    """
    made = _BEHIND.sub("", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    made = f"{made.rstrip()}\n"
    try:
        same = yaml_nodes.read(text.removeprefix("\ufeff")).data == yaml_nodes.read(made).data
    except ValueError as error:
        raise PatchError(unread(error)) from None
    if not same:
        raise PatchError(say("blanks at the end of a line are part of a text here; put that text in quotes"))
    return made


def catalog(text: str) -> str:
    """A catalog as this project writes it, whatever editor saved it: no wrapping, no dates, the same order.
    Raises PatchError where it cannot be read.
    """
    try:
        return gettext_files.normal(text, plurals.formula)
    except ValueError as error:
        said = say("the catalog cannot be read: {error}; run 'compendium check'", error=error.args[0])
        raise PatchError(said) from None


def files(root: Path, paths: Iterable[Path]) -> Iterator[Path]:
    """The records and catalogs among some files and folders; without any, those of the project."""
    for path in tuple(paths) or (root / FOLDER, root / LOCALE):
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in found if file.suffix in (".yml", ".po") and file.is_file())
