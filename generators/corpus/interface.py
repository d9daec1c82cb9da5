"""The interface's catalogs: what templates and modules say, in each language. They are
data like the records' catalogs, are read with them, and stand in the library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generators.text import gettext_files
from generators.text.gettext_files import Catalog
from generators.text.memory import Memory
from generators.text.problems import Problem

LOCALE = "generators/locale"
"""Where the catalogs of a project stand: below the project, and in this package."""

MESSAGES = f"{LOCALE}/messages"
"""Where the catalogs stand of what is said to editors: messages and remedies, and the
rules. They are many, and no page needs them.
"""

_PACKAGE = Path(__file__).parent.parent.parent


def home(root: Path) -> Path:
    """The folder that ``LOCALE`` is below: the project itself, or where this package
    stands for a project that holds records and no code.
    """
    return root if (root / LOCALE).is_dir() else _PACKAGE


def read(
    root: Path,
    languages: Iterable[str],
    memory: Memory | None = None,
    folder: str = LOCALE,
) -> tuple[Mapping[str, Catalog], list[Problem]]:
    """The interface's catalogs for the project in ``root``, or those of another
    ``folder`` beside them, by language, as far as there are any, and every problem of
    reading them.
    """
    above, found, problems = home(root), {}, []
    for language in languages:
        file = above / folder / f"{language}.po"
        if file.exists():
            catalog, wrong = gettext_files.read(file, above, language, memory)
            problems += wrong
            found |= {language: catalog} if catalog else {}
    return found, problems
