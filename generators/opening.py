"""Opens the corpus of a project, and the catalogs of its interface: the one way in for every door.

Reads ``instruments/``, ``generators/locale/`` and today's date. It decides nothing about problems; the doors do.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generators import catalogs, clock, library, states
from generators.catalogs import Catalog
from generators.corpus import Corpus
from generators.problems import Problem

LOCALE = "generators/locale"


def open_corpus(root: Path) -> tuple[Corpus, list[Problem]]:
    """The corpus of the project in ``root``, and every problem of reading it; what could not be read is not in the corpus."""
    with _uncollected():
        read, problems = library.read(root, states.LANGUAGES)
    try:
        today = clock.today(root)
    except ValueError as error:
        hint = "set it to seconds since 1970-01-01, or unset it"
        problems.append(Problem("environment", 1, clock.EPOCH, str(error), hint, "clock"))
        today = clock.today(root, {})
    return Corpus(read, today, states.LANGUAGES), problems


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles away from the models: they stay, there are no cycles in them, and looking through them again and again
    takes a quarter of the time of a build. What an earlier reading left is given back to it.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def open_interface(root: Path) -> tuple[dict[str, Catalog], list[Problem]]:
    """The interface's catalogs by language, as far as there are any, and every problem of reading them."""
    found, problems = {}, []
    for language in states.LANGUAGES:
        file = root / LOCALE / f"{language}.po"
        if file.exists():
            catalog, wrong = catalogs.read(file, root, language)
            problems += wrong
            found |= {language: catalog} if catalog else {}
    return found, problems
