"""Findings as somebody or something reads them: as text with the line and a caret, as annotations of a code
host.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from generators.text import files, yaml_nodes
from generators.text.problems import Problem, harmless

FORMATS = ("text", "github")
_WIDE = 100
_BEFORE = 60


def placed(problems: Iterable[Problem], root: Path) -> list[Problem]:
    """Findings in the order of files and lines, with the column of each that has one."""
    texts = cache(lambda path: _text(root, path) or "")
    nodes = cache(lambda path: _nodes(texts(path)))
    return sorted(_placed(each, texts, nodes) for each in problems)


def _nodes(text: str) -> yaml_nodes.Node | None:
    try:
        return yaml_nodes.read(text)
    except ValueError:
        return None


def _placed(
    problem: Problem, texts: Callable[[str], str], nodes: Callable[[str], yaml_nodes.Node | None]
) -> Problem:
    if problem.column or not problem.loc or not problem.path.endswith(".yml"):
        return problem
    node = nodes(problem.path)
    for key in problem.loc:
        node = node.items.get(key) if node else None
    if node is None:
        return problem
    before = texts(problem.path)[: node.start]
    return replace(problem, line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))


def _text(root: Path, path: str) -> str | None:
    return files.text(root / path, path)[0]


# -- text ----------------------------------------------------------------------------------------------------


def as_text(problems: Iterable[Problem], root: Path) -> Iterator[str]:
    """A line for each finding, and under it the line of the file with a caret."""
    lines = cache(lambda path: (_text(root, path) or "").split("\n"))
    for problem in problems:
        yield str(problem)
        if problem.column and problem.line <= len(typed := lines(problem.path)):
            yield from _shown(typed[problem.line - 1], problem.line, problem.column - 1)


def _shown(text: str, line: int, column: int) -> Iterator[str]:
    """A line of a file and a caret below; of a long one the part around the caret."""
    start = max(0, column - _BEFORE) if len(text) > _WIDE else 0
    before, after = harmless(text[start:column]), harmless(text[column : start + _WIDE])
    cut = ("…" if start else "", "…" if len(text) > start + _WIDE else "")
    margin = f"{line:>6} | "
    yield f"{margin}{cut[0]}{before}{after}{cut[1]}".rstrip()
    yield f"{' ' * (len(margin) + len(cut[0]) + _cells(before))}^"


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


# -- annotations ---------------------------------------------------------------------------------------------


def as_github(problems: Iterable[Problem], level: str = "error") -> Iterator[str]:
    """A command of GitHub Actions for each finding: an annotation on its file and line; ``level`` is
    ``error``, ``warning`` or ``notice``.
    """
    for problem in problems:
        where = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.rule}
        named = ",".join(f"{key}={_property(str(value))}" for key, value in where.items() if value)
        yield f"::{level} {named}::{_escaped(_sentence(problem))}"


def _sentence(problem: Problem) -> str:
    """What is wrong and what to do, with where in the file."""
    return str(problem).removeprefix(f"{harmless(problem.path)}:{problem.line}: ").removeprefix("-: ")


def _escaped(text: str) -> str:
    return harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
