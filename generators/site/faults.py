"""While serving: a mistake in a template, in the settings or in Python as a problem, with file and line,
where a build would end with it.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generators.site.mkdocs_run import CONFIG
from generators.text.problems import Problem
from generators.text.sayings import say

PACKAGE = Path(__file__).parent.parent
_LINE = re.compile(r"\bline (\d+)")


def of_exception(error: Exception, root: Path) -> Problem:
    """What was raised, at the line of a template or of Python that it came from."""
    named = getattr(error, "filename", None), getattr(error, "lineno", None)
    frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    places = [named, *reversed(frames)]
    found = ((_within(Path(file), root), line) for file, line in places if isinstance(file, str) and line)
    path, line = next(((path, line) for path, line in found if path), (CONFIG, 1))
    what = f"{type(error).__name__}: {error}"
    return Problem(path, line, "-", what, say("mend it and save; the preview goes on"), "preview")


def of_log(said: list[str]) -> list[Problem]:
    """What MkDocs said is wrong with its settings."""
    hint = say("mend it and save; the preview goes on")
    lines = [(_LINE.search(text), text.removeprefix(f"{CONFIG}: ")) for text in said]
    return [
        Problem(CONFIG, int(found[1]) if found else 1, "-", " ".join(text.split()), hint, "preview")
        for found, text in lines
    ]


def is_of_template(error: Exception) -> bool:
    """Whether an error says its own line, as one of syntax does: where it was raised helps nobody."""
    return isinstance(getattr(error, "lineno", None), int)


@contextmanager
def errors_logged() -> Iterator[list[str]]:
    """What MkDocs logs as errors while the block runs."""
    said: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    kept, logger = Kept(logging.ERROR), logging.getLogger("mkdocs")
    logger.addHandler(kept)
    try:
        yield said
    finally:
        logger.removeHandler(kept)


def _within(file: Path, root: Path) -> str:
    """The path of a file below the project or beside the package, with slashes; empty elsewhere."""
    for above in (root, PACKAGE.parent):
        if file.is_relative_to(above) and ".venv" not in file.parts:
            return file.relative_to(above).as_posix()
    return ""
