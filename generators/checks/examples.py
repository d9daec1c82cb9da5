"""What was typed wrong and right: the golden cases of the rules, for editors.

``examples.json`` is made from ``tests/golden/problems`` (``python -m pytest tests/test_golden_problems.py
--update``); a test holds it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from generators.text.problems import Problem

FILE = Path(__file__).with_name("examples.json")


class Example(NamedTuple):
    """Lines of a file as they were typed wrong, as they are right (none where they are left out), and what
    the check says of the wrong ones, which can be told in another language.
    """

    path: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    said: Problem


def of(rule: str) -> tuple[Example, ...]:
    """The examples of one rule."""
    found = json.loads(FILE.read_text("utf-8")).get(rule, ())
    return tuple(
        Example(each["path"], tuple(each["wrong"]), tuple(each["right"]), Problem.of_row(_row(each["said"])))
        for each in found
    )


def _row(value: Any) -> Any:
    """What JSON gives back of a row of a problem, as it was made."""
    return tuple(map(_row, value)) if isinstance(value, list) else value
