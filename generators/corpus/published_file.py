"""The file ``published.txt`` of a project: addresses that its last release published.

They are those that editors give, one a line, as ``compendium addresses`` prints them.
``compendium addresses --release`` writes it, and a rule holds that none of them goes
away.
"""

from __future__ import annotations

import re
from pathlib import Path

from generators.corpus.change_file import read_lines
from generators.text import files
from generators.text.problems import Problem, Rule
from generators.text.sayings import say

FILE = "published.txt"
RULES = (
    Rule(
        "published-file",
        "'published.txt' is written by 'compendium addresses --release': one address a "
        "line, below the folder of any language.",
    ),
)

_LINE = re.compile(r"/(?:[a-z0-9-]+/)*(?:#[a-z0-9-]+)?")


def read(root: Path) -> tuple[tuple[str, ...], list[Problem]]:
    """The addresses that the file of a project lists, and the problems of reading it.

    They have no slash at their beginning. There are none where there is no file.
    """
    hint = say("take the file as it was, or run 'compendium addresses --release'")
    matches, problems = read_lines(root, FILE, _LINE.fullmatch, hint, "published-file")
    return tuple(match[0][1:] for match in matches), problems


def write(root: Path, addresses: set[str]) -> int:
    """Write the file, sorted; returns how many addresses it lists."""
    text = "".join(f"/{address}\n" for address in sorted(addresses))
    files.replace(root / FILE, text.encode())
    return len(addresses)
