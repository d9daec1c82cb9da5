"""The strings of templates and modules: what is said to readers, and what is said to editors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.extract import extract as babel_extract

from generators.model import manuals
from generators.text.partial_dates import PRECISIONS
from generators.translate.units import Unit

_KEYWORDS = {
    **{"_": None, "ui": None, "gettext": None, "pgettext": ((1, "c"), 2)},
    **{"n_": (1, 2), "counted": (1, 2), "some": (1, 2), "ngettext": (1, 2)},
    "npgettext": ((1, "c"), 2, 3),
}
_SAID = {"say": None, "say_n": (1, 2), "Rule": (2,), "rule": (1,)}
"""What is said to editors, and the sentences of rules."""
_DATED = {"dated": None}
"""Strings whose date may be known to the day, the month or the year: each is a text for translators."""
_SLOT = re.compile(r"\{\w+\}")
_CODE = {"generators": ("*.j2", "*.py"), "overrides": ("*.html",)}
# A template that cannot be parsed must not lose its translations, so the extractor may not pass it over in
# silence.
_TEMPLATES = ("jinja2", {"silent": "false"})
_READERS = ((_KEYWORDS, ()), (_DATED, PRECISIONS))


def extract_interface(root: Path, language: str) -> tuple[Unit, ...]:
    """The strings of templates and modules, in the order of files, and what fields of records are called and
    mean; ``language`` is the one they are written in.
    """
    files = [
        file
        for folder, patterns in _CODE.items()
        for pattern in patterns
        for file in sorted((root / folder).rglob(pattern))
    ]
    found = [unit for file in files for unit in _strings(file, file.relative_to(root).as_posix(), language)]
    return (*found, *_fields(root, language))


def _fields(root: Path, language: str) -> Iterator[Unit]:
    """What fields of records are called and mean, where the code of this package stands below ``root``."""
    place = Path("generators/model/manuals.py")
    if (root / place).is_file():
        yield from (Unit(place.as_posix(), "", text, language) for text in dict.fromkeys(manuals.texts()))


def extract_messages(root: Path, language: str) -> tuple[Unit, ...]:
    """What the modules say to editors, in the order of files; ``language`` is the one it is written in."""
    found: list[Unit] = []
    for file in sorted((root / "generators").rglob("*.py")):
        place = file.relative_to(root).as_posix()
        found += _strings(file, place, language, ((_SAID, ()),))
    return tuple(found)


def _strings(
    file: Path, place: str, language: str, wanted: Iterable[tuple[dict, Iterable[str]]] = _READERS
) -> Iterator[Unit]:
    method, options = ("python", {}) if file.suffix == ".py" else _TEMPLATES
    for keywords, contexts in wanted:
        with file.open("rb") as opened:
            for _, message, _, own in babel_extract(method, opened, keywords, options=options):
                text, plural = message if isinstance(message, tuple) else (message, "")
                for context in contexts or (own or "",):
                    yield Unit(place, context, text, language, plural=plural, braces=bool(_SLOT.search(text)))
