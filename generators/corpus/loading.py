"""Opens the corpus of a project, with the catalogs of its interface: the one way in for
every door.

Reads ``instruments/``, ``generators/locale/`` and today's date. It decides nothing about
problems; the doors do.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generators.corpus import cldr, library
from generators.corpus.corpus import Corpus
from generators.corpus.inputs import EPOCH, clock, day_of_build, latest
from generators.corpus.publisher import NOBODY, Publisher
from generators.text.problems import Problem
from generators.text.sayings import say


def open_corpus(
    root: Path, publisher: Publisher = NOBODY
) -> tuple[Corpus, list[Problem]]:
    """The corpus of the project in ``root``, and every problem of reading it.

    What could not be read is not in the corpus. ``publisher`` keeps the site that is made
    of it.
    """
    memory = library.memory_of(root)
    with _uncollected():
        read, problems = library.read(root, cldr.LANGUAGES, memory)
        del memory  # as large as what was read
    try:
        today = day_of_build(root)
    except ValueError as error:
        hint = say("set it to seconds since 1970-01-01, or unset it")
        problems.append(Problem("environment", 1, EPOCH, str(error), hint, "clock"))
        today = day_of_build(root, {})
    return Corpus(
        read, today, cldr.LANGUAGES, latest(today, clock()), publisher
    ), problems


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles away from the models: they stay, and there are no
    cycles in them.

    Looking through them again and again takes a quarter of the time of a build. What an
    earlier reading left is given back to the collector before.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
