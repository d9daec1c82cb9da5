"""One question to the data, asked in four ways: which regions grant at least 30 days of reflection, and where
is it written. The files beside this one, and the query of ``open_data``, are what the page of the data shows
and what the tests run; ``{site}`` in them stands for the absolute address of the site, ``{base}`` for that of
the folder of a ``{language}``.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generators.document.open_data import EXAMPLE


class Example(NamedTuple):
    """What a reader runs: its ``name`` as people call the language, and the text."""

    name: str
    text: str


_NAMES = {"python": "Python", "r": "R", "sql": "SQL", "curl": "curl, jq"}


def example(code: str, base: str, site: str, language: str) -> Example:
    """The question in one language (``python``, ``r``, ``sql``, ``curl``), to the data at ``base``, in the
    ``language`` of people of that folder.
    """
    text = EXAMPLE if code == "sql" else (Path(__file__).parent / f"{code}.txt").read_text("utf-8")
    for slot, value in (("{base}", base), ("{site}", site), ("{language}", language)):
        text = text.replace(slot, value)
    return Example(_NAMES[code], text)


def examples(base: str, site: str, language: str) -> list[Example]:
    """The question in all of them."""
    return [example(code, base, site, language) for code in _NAMES]
