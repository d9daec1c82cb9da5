"""The tour as it is typed: its code blocks, read from ``docs/tour.md`` by their order,
are the only home of its examples. The small library with everything in it stands for the
records; codes of the real lists that it lacks are added to its lists.
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import polib
import sites
from click.testing import Result
from commands import committed, run
from sites import PROJECT

from generators.corpus.cldr import LANGUAGES

WORLD = Path(__file__).parent / "golden/world"
BLOCKS = (
    *("begin mechanism", "mechanism", "begin plan", "plan", "change", "begin sop", "sop"),
    *("update", "translation", "check", "message", "look"),
)
FOLDER = "instruments/river-forum"
FILES = {"mechanism": "mechanism", "plan": "plan-2026", "sop": "procedures-2026"}
GROUPS = "States teach the signs to two groups: teachers and drivers."
LACKING = {
    "types": "  - {id: sop, label: Procedures, definition: Steps., kinds: [sop]}\n",
    "roles": "  - {id: law-enforcement, label: Law enforcement, definition: The police.}\n",
    "stages": (
        "  - {id: detection, label: Detection, definition: Signs are seen., phase: "
        "begin}\n  - {id: immediate-needs, label: Immediate needs, definition: Food "
        "and a bed., phase: begin}\n"
    ),
    "references": '  - {id: goal, label: "Goal {n}"}\n',
}
"""Entries of the real lists that the tour names and the small library lacks."""


def page_of(language: str) -> Path:
    """The hand-written page of the tour in a language."""
    return (
        PROJECT
        / "docs"
        / ("tour.md" if language == LANGUAGES[0] else f"tour.{language}.md")
    )


def blocks(language: str = "en") -> list[tuple[str, str]]:
    """The code blocks of the tour in a language: what each is written in, and its lines."""
    return re.findall(
        r"^```(\w+)\n(.*?)^```$",
        page_of(language).read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )


TOUR = dict(zip(BLOCKS, [text for _, text in blocks()], strict=True))


def project(folder: Path) -> Path:
    """A project as it is before the tour, committed."""
    root = sites.write_project(WORLD, folder)
    shutil.copytree(PROJECT / "docs", root / "docs", dirs_exist_ok=True)
    for name, entries in LACKING.items():
        file = root / f"instruments/vocabulary/{name}.yml"
        file.write_text(file.read_text("utf-8") + entries, "utf-8")
    committed(root, "Before the tour")
    return root


def typed(root: Path, block: str) -> Result:
    """Type a command of the tour in a project."""
    program, *arguments = shlex.split(TOUR[block].replace("\\\n", " "))
    assert program == ".venv/bin/compendium"
    return run(root, *arguments)


def file_of(root: Path, name: str) -> Path:
    """The file that a part of the tour fills in."""
    return root / FOLDER / f"{FILES[name]}.yml"


def filled_in(root: Path, name: str) -> None:
    """Type what the tour's file says in the end."""
    file_of(root, name).write_text(TOUR[name], "utf-8")


def changed(root: Path) -> None:
    """Change the day of the plan as the tour says."""
    old = next(
        line for line in TOUR["plan"].splitlines(True) if line.startswith("adopted:")
    )
    sites.change(file_of(root, "plan"), old, TOUR["change"])


def translated(root: Path) -> bool:
    """Type the translation of the tour where its text stands; whether it was to be found."""
    catalog = root / FOLDER / "fr.po"
    entry = polib.pofile(TOUR["translation"])[0]
    empty = TOUR["translation"].replace(f'msgstr "{entry.msgstr}"', 'msgstr ""')
    text = catalog.read_text("utf-8")
    catalog.write_text(text.replace(empty, TOUR["translation"]), "utf-8")
    return text.count(empty) == 1
