"""The interface's catalogs: what templates and modules say, in each language. They are
data like the records' catalogs, and are read with them into the library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generators.text import gettext_files
from generators.text.gettext_files import Catalog
from generators.text.memory import Memory
from generators.text.problems import Problem

LOCALE = "generators/locale"
"""The folder of the catalogs, below the project and in this package."""

MESSAGES = f"{LOCALE}/messages"
"""The folder of the catalogs of what is said to editors: messages and remedies, and the
rules. They are many, and no page needs them.
"""

_PACKAGE = Path(__file__).parent.parent.parent


def home(root: Path) -> Path:
    """The folder that ``LOCALE`` is below: the project itself.

    For a project that holds records and no code, it is the folder of this package.
    """
    return root if (root / LOCALE).is_dir() else _PACKAGE


def read(
    root: Path,
    languages: Iterable[str],
    memory: Memory | None = None,
    folder: str = LOCALE,
) -> tuple[Mapping[str, Catalog], list[Problem]]:
    """The interface's catalogs for the project in ``root``, and every problem of reading
    them.

    They are by language. Languages without a catalog are left out. ``folder`` may be that
    of ``MESSAGES``.
    """
    above = home(root)
    catalogs: dict[str, Catalog] = {}
    problems: list[Problem] = []
    for language in languages:
        file = above / folder / f"{language}.po"
        if file.exists():
            catalog, wrong = gettext_files.read(file, above, language, memory)
            problems += wrong
            if catalog:
                catalogs[language] = catalog
    return catalogs, problems
