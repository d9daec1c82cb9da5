"""Long inputs: what a stranger may send by a pull request is judged in seconds.

Each of these took half a minute or more, or never ended, before lengths were looked at
first. The limit is wide, because a machine may be busy.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from commands import run
from golden_case import GOLDEN, write_project

SECONDS = 15
SIZE = (1 << 20) - 2000
PAGE = (1 << 16) - 1000
PLAN = "instruments/alpha/plan.yml"
CATALOG = "instruments/alpha/fr.po"
HEAD = (
    'msgid ""\nmsgstr ""\n"Language: fr\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
)
BASE = (GOLDEN / "base" / PLAN).read_text("utf-8")


def filled(unit: str, size: int = SIZE) -> str:
    """A text of a size in bytes, made of a unit."""
    return unit * (size // len(unit.encode()))


def in_plan(line: str) -> dict[str, str]:
    """The plan of the base library with one more line."""
    return {PLAN: f"{BASE}{line}\n"}


def one_translation(unit: str) -> dict[str, str]:
    """A catalog with one translation, as long as a file can be."""
    text = "It binds its parties to help victims."
    return {CATALOG: f'{HEAD}#, fuzzy\nmsgid "{text}"\nmsgstr "{filled(unit)}"\n'}


def many_translations(unit: str) -> dict[str, str]:
    """A plan of 340 provisions, and a catalog with a translation of each, of 2,900
    letters.
    """
    provisions = ["provisions:\n"]
    entries = [HEAD]
    for number in range(1, 341):
        says = f"Parties should help {number} victims."
        provisions.append(
            f"  - {{topics: [assistance], ref: Art. {number}, "
            f"strength: encouragement, says: {says}}}\n"
        )
        words = f"{number} {filled(unit, 2900)}"
        entries.append(f'#, fuzzy\nmsgid "{says}"\nmsgstr "{words}"\n\n')
    return {PLAN: BASE + "".join(provisions), CATALOG: "".join(entries)}


def page(unit: str) -> dict[str, str]:
    """A hand-written page of lines that are as long as they may be."""
    line = f"{filled(unit, 4900)}\n"
    return {"docs/help.md": f"# Help\n\n{filled(line, PAGE)}"}


LONG = {
    "catalog, letters": (one_translation("m"), f"{CATALOG}:8: -: more than 3000 let"),
    "catalog, brackets": (one_translation("[a]("), f"{CATALOG}:8: -: more than 3000 l"),
    "catalog, figures": (one_translation("1 "), f"{CATALOG}:8: -: more than 3000 lett"),
    "catalog, lines": ({CATALOG: HEAD + filled("x\n")}, "more than 40000 lines"),
    "many words": (many_translations("m"), "0 problems"),
    "many numbers": (many_translations("1 "), "the numbers differ"),
    "many figures": (many_translations("1"), "the numbers differ"),
    "many links": (many_translations("[a]("), "a link to '[a]("),
    "a list": (
        in_plan(f"silent: [{', '.join(f'a{number}' for number in range(120000))}]"),
        f"{PLAN}:12: silent, item 1001: a list of more than 1000 items; split the file",
    ),
    "a list of States": (
        in_plan(f"parties: {{states: [{filled('{state: X}, ', 900000)}]}}"),
        "a list of more than 1000 items",
    ),
    "dashes": (in_plan("silent:\n" + "- \n" * 39000), "a list of more than 1000 items"),
    "keys": (
        in_plan("".join(f"k{number}: v\n" for number in range(39000))),
        "more than 20000 keys and values",
    ),
    "a summary": (
        in_plan(f'summary: "{filled("[a](")}"'),
        f"{PLAN}:12: summary: {SIZE} letters; 5000 at most: shorten it",
    ),
    "a word": (
        {PLAN: BASE.replace("Train the police", "stands " * 900000)},
        "larger than 1 MiB",
    ),
    "a page": ({"docs/help.md": filled("[")}, "docs/help.md:1: -: larger than 64 KiB"),
    "one line": ({"docs/help.md": filled("[", PAGE)}, "a line of more than 5000 letters"),
    "brackets": (page("["), "problem"),
    "braces": (page("{"), "problem"),
    "pictures": (page("![a]( "), "problem"),
    "empty lines": ({"docs/help.md": "# Help\n" + "\n" * 39000}, "problem"),
    "settings": ({"mkdocs.yml": "a: " + "[" * 60000}, "YAML that cannot be read"),
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_input_is_judged_in_seconds(tmp_path: Path, name: str):
    """It gets its line, and nobody waits for it."""
    files, expected = LONG[name]
    root = write_project({"files": files}, tmp_path / "project")
    begun = time.monotonic()
    done = run(root, "check")
    assert time.monotonic() - begun < SECONDS
    assert expected in done.output, done.output[:1000]


def test_a_word_that_stands_often_is_said_once(tmp_path: Path):
    """A text that says the same wrong word many times has one finding of it."""
    text = BASE.replace("Train the police", "Train anew and anew and anew those")
    root = write_project({"files": {PLAN: text}}, tmp_path / "project")
    assert run(root, "check").output.count("'anew' is not plain English") == 1
