"""The form of files, and who is asked to look at a change of them.

The form is ends of lines, blanks at their ends, and the wrapping of catalogs. It never
changes what a file says. Who is asked is written as a code host reads it (CODEOWNERS).
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
    """A file cannot be put into its form; the text says why, for the editor."""


_LAST_BLANKS = re.compile(r"[ \t]+$", re.MULTILINE)


def record(text: str) -> str:
    r"""The text of a record in its form.

    Ends of lines are those of Unix, no line ends in a blank, and the last line has one
    end. Raises FormError where the file cannot be read, or would say something else.

    >>> record("kind: plan  \r\n\r\n")
    'kind: plan\n'
    """
    text = text.removeprefix("\ufeff")
    problems = yaml_files.parse(text, "")[1]
    if problems:
        message = say(
            "the file cannot be read: {error}; run 'compendium check'",
            error=problems[0].message,
        )
        raise FormError(message)
    unix_lines = text.replace("\r\n", "\n").replace("\r", "\n")
    in_form = _LAST_BLANKS.sub("", unix_lines).rstrip() + "\n"
    if yaml_places.meaning(text) != yaml_places.meaning(in_form):
        message = say(
            "blanks at the end of a line are part of a text here; put that text in quotes"
        )
        raise FormError(message)
    return in_form


def catalog(text: str) -> str:
    """The text of a catalog as this project writes it, whatever editor saved it.

    It has no wrapping, no dates, and the same order. Raises FormError where it cannot be
    read.
    """
    try:
        return gettext_files.normal(text, cldr.plural_formula)
    except ValueError as error:
        message = say(
            "the catalog cannot be read: {error}; run 'compendium check'",
            error=error.args[0],
        )
        raise FormError(message) from None


def files(root: Path, paths: Iterable[Path]) -> Iterator[Path]:
    """The records and catalogs among some files and folders.

    Without any ``paths``, those of the project in ``root``.
    """
    for path in tuple(paths) or (root / FOLDER, root / LOCALE):
        candidates = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in candidates:
            if file.suffix in (".yml", ".po") and file.is_file():
                yield file


OWNERS = ".github/CODEOWNERS"
_HEAD = (
    "# 'compendium owners' writes this from 'editors' in each mechanism.yml; "
    "what is changed here is lost.\n"
)


def owners(corpus: Corpus) -> str:
    """The text of CODEOWNERS: for each folder that names editors a line, in order.

    A folder that names nobody has no line. The keeper of the project is asked then.
    """
    lines = []
    for name, mechanism in sorted(corpus.mechanisms.items()):
        if mechanism.editors:
            editors = " ".join(f"@{editor}" for editor in mechanism.editors)
            lines.append(f"/{FOLDER}/{name}/ {editors}\n")
    return _HEAD + "".join(lines)
