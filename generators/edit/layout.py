"""What nobody should have to think of: the form of files (ends of lines, blanks behind
them, the wrapping of catalogs), by which what a file says never changes; and who is asked
to look at a change of a folder, as a code host reads it (CODEOWNERS).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.inputs import FOLDER
from generators.corpus.interface import LOCALE
from generators.text import gettext_files, yaml_files, yaml_places
from generators.text.sayings import say


class FormError(Exception):
    """That a file cannot be put into its form, in words for whoever asked."""


_BEHIND = re.compile(r"[ \t]+$", re.MULTILINE)


def record(text: str) -> str:
    """A record with ends of lines as Unix has them, no blank behind a line, and one end
    of line at its end. Raises FormError where the file cannot be read, or would say
    something else.
    """
    text = text.removeprefix("\ufeff")
    if problems := yaml_files.parse(text, "")[1]:
        found = problems[0].message
        raise FormError(
            say("the file cannot be read: {error}; run 'compendium check'", error=found)
        )
    made = _BEHIND.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).rstrip() + "\n"
    if yaml_places.meaning(text) != yaml_places.meaning(made):
        raise FormError(
            say(
                "blanks at the end of a line are part of a text here; put that text in quotes"
            )
        )
    return made


def catalog(text: str) -> str:
    """A catalog as this project writes it, whatever editor saved it: no wrapping, no
    dates, the same order. Raises FormError where it cannot be read.
    """
    try:
        return gettext_files.normal(text, cldr.plural_formula)
    except ValueError as error:
        said = say(
            "the catalog cannot be read: {error}; run 'compendium check'",
            error=error.args[0],
        )
        raise FormError(said) from None


def files(root: Path, paths: Iterable[Path]) -> Iterator[Path]:
    """The records and catalogs among some files and folders; without any, those of the
    project.
    """
    for path in tuple(paths) or (root / FOLDER, root / LOCALE):
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (
            file for file in found if file.suffix in (".yml", ".po") and file.is_file()
        )


OWNERS = ".github/CODEOWNERS"
_HEAD = "# 'compendium owners' writes this from 'editors' in each mechanism.yml; what is changed here is lost.\n"


def owners(corpus: Corpus) -> str:
    """The file: a line a folder that names its editors, in the order of folders; a folder
    that names nobody has none, and falls to whoever keeps the project.
    """
    named = {
        name: model.editors
        for name, model in sorted(corpus.mechanisms.items())
        if model.editors
    }
    lines = (
        f"/{FOLDER}/{name}/ {' '.join(f'@{each}' for each in own)}\n"
        for name, own in named.items()
    )
    return _HEAD + "".join(lines)
