"""What tests of the form share: its own scripts under node."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from commands import node

from generators.text import yaml_files

RUN = Path(__file__).parent / "edit_run.js"


def run(*asked: tuple[Any, ...], facts: Any = None) -> list[Any]:
    """What functions of the form answer: each is asked by its name and its arguments
    (``tests/edit_run.js`` has the names); those that check need the ``facts`` of
    ``edit/fields.json``.
    """
    return node(RUN, given={"facts": facts, "calls": asked})


def data_of(text: str) -> Any:
    """What a text of YAML says, as plain data."""
    source, _ = yaml_files.parse(text, "x.yml")
    return source and source.data
