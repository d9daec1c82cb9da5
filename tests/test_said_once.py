"""What several files need to know is written in one of them."""

from __future__ import annotations

from pathlib import Path

import yaml

from generators.html.runs import STRENGTHS
from generators.model.fields import SLUG, TAG

PROJECT = Path(__file__).parent.parent
CODE = sorted(
    file
    for suffix in ("py", "js")
    for top in ("generators", "overrides")
    for file in (PROJECT / top).rglob(f"*.{suffix}")
)


def holding(*texts: str) -> list[str]:
    """The files of the program that hold one of some texts."""
    return [
        file.relative_to(PROJECT).as_posix()
        for file in CODE
        if any(text in file.read_text("utf-8") for text in texts)
    ]


def test_the_form_of_an_id_and_of_a_language_tag_is_written_once():
    """Rules, schemas, the form in the browser and tables ask the models for it."""
    assert holding(SLUG, SLUG.replace("(", "(?:"), TAG, TAG.replace("(", "(?:")) == [
        "generators/model/fields.py"
    ]


def test_the_order_of_strengths_is_that_of_their_list():
    """Signs are drawn by their place in the list, which one module of the program repeats."""
    listed = yaml.safe_load((PROJECT / "instruments/vocabulary/strengths.yml").read_text("utf-8"))
    assert tuple(entry["id"] for entry in listed["entries"]) == STRENGTHS
    written = '"conditional-obligation", "encouragement", "permission"'
    assert holding(written) == ["generators/html/runs.py"]
