"""The texts of the interface and of messages to editors, read from code and templates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.extract import extract as babel_extract

from generators.model import manuals
from generators.text.partial_dates import PRECISIONS
from generators.translate.units import Unit

Keywords = Mapping[str, Any]
"""The functions that mark a text, each with the places of its arguments, as babel has
them.
"""

_KEYWORDS: Keywords = {
    **{"_": None, "ui": None, "gettext": None, "pgettext": ((1, "c"), 2)},
    **{"n_": (1, 2), "counted": (1, 2), "some": (1, 2), "ngettext": (1, 2)},
    **{"npgettext": ((1, "c"), 2, 3), "interface_markup": (2,)},
}
_DATED: Keywords = {"dated": None}
"""Strings whose date may be known to the day, the month or the year: each of the three is
a text for translators.
"""
_MESSAGES: Keywords = {"say": None, "say_n": (1, 2), "Rule": (2,)}
"""What is said to editors. The sentences of other rules are in docstrings."""
_SLOT = re.compile(r"\{\w+\}")
_CODE = (("generators", "*.j2"), ("generators", "*.py"), ("overrides", "*.html"))
# A template that cannot be parsed must not lose its translations, so the extractor may
# not pass it over in silence.
_TEMPLATES = ("jinja2", {"silent": "false"})


class _Marked(NamedTuple):
    """A text that was found in a file."""

    line: int
    text: str
    plural: str
    context: str


def extract_interface(root: Path, language: str) -> tuple[Unit, ...]:
    """The strings of templates and modules, in the order of files.

    After these come what columns of the open data mean, and what fields of records are
    called and mean. ``language`` is the one that they are written in.
    """
    units: list[Unit] = []
    for folder, pattern in _CODE:
        for file in sorted((root / folder).rglob(pattern)):
            place = file.relative_to(root).as_posix()
            for marked in _marked(file, _KEYWORDS):
                units.append(_unit(place, marked, language, marked.context))
            for marked in _marked(file, _DATED):
                for precision in PRECISIONS:
                    units.append(_unit(place, marked, language, precision))
    return (*units, *_manual_units(root, language))


def _manual_units(root: Path, language: str) -> Iterator[Unit]:
    """What columns mean, and what fields are called and mean.

    They are read only where the code of this package is below ``root``.
    """
    for file in sorted((root / "generators/document/open_data").glob("*.py")):
        place = file.relative_to(root).as_posix()
        for strings in manuals.under(file.read_text("utf-8")).values():
            paragraphs = "\n\n".join(strings.values()).split("\n\n")
            for text in filter(None, paragraphs):
                yield Unit(place, "", text, language)
    place = "generators/model/manuals.py"
    if (root / place).is_file():
        for text in dict.fromkeys(manuals.texts()):
            yield Unit(place, "", text, language)


def extract_messages(root: Path, language: str) -> tuple[Unit, ...]:
    """What the modules say to editors, in the order of files.

    ``language`` is the one that it is written in.
    """
    units = []
    for file in sorted((root / "generators").rglob("*.py")):
        place = file.relative_to(root).as_posix()
        texts = [*_marked(file, _MESSAGES), *_rule_sentences(file)]
        for marked in sorted(texts, key=itemgetter(0)):
            units.append(_unit(place, marked, language, marked.context))
    return tuple(units)


def _unit(place: str, marked: _Marked, language: str, context: str) -> Unit:
    """A text that was found, as a text to be translated."""
    return Unit(
        place,
        context,
        marked.text,
        language,
        plural=marked.plural,
        has_slots=bool(_SLOT.search(marked.text)),
    )


def _marked(file: Path, keywords: Keywords) -> Iterator[_Marked]:
    """The texts of a module or template that some functions mark, by babel."""
    method, options = ("python", {}) if file.suffix == ".py" else _TEMPLATES
    with file.open("rb") as opened:
        found_texts = [*babel_extract(method, opened, keywords, options=options)]
    for line, message, _comments, context in found_texts:
        text, plural = message if isinstance(message, tuple) else (message, "")
        yield _Marked(line, text, plural, context or "")


def _rule_sentences(file: Path) -> Iterable[_Marked]:
    """The sentences of the rules of a module: their docstrings."""
    for node in ast.parse(file.read_text("utf-8")).body:
        decorators = node.decorator_list if isinstance(node, ast.FunctionDef) else []
        is_rule = any(ast.unparse(mark).startswith("rule(") for mark in decorators)
        if isinstance(node, ast.FunctionDef) and is_rule:
            sentence = manuals.unwrapped(ast.get_docstring(node) or "")
            yield _Marked(node.lineno, sentence, "", "")
