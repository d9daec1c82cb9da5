"""What is installed: pinned, hashed, and from no named host."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
PINS = sorted(PROJECT.glob("requirements*.txt"))


def names(text: str) -> set[str]:
    """The packages that a requirements file asks for."""
    return {
        match[1].lower() for line in text.splitlines() if (match := re.match(r"([A-Za-z0-9][\w.-]*)", line))
    }


@pytest.mark.parametrize("file", PINS, ids=lambda file: file.name)
def test_every_requirement_is_pinned_with_hashes(file: Path):
    """Each package has one version and at least one hash, and no line names a host."""
    text = file.read_text("utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^#.*\n?", "", text).strip())

    assert [
        entry
        for entry in entries
        if not re.match(r"[a-z0-9-]+==\S+ \\\n(?: +--hash=sha256:[0-9a-f]{64})", entry)
    ] == []
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|--trusted-host", text)


@pytest.mark.parametrize("file", PINS, ids=lambda file: file.name)
def test_the_pins_hold_what_was_asked_for(file: Path):
    """After a change to a .in file, run `make lock`."""
    asked = names(file.with_suffix(".in").read_text("utf-8"))

    assert asked - names(file.read_text("utf-8")) == set()
