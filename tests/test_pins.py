"""What is installed: pinned, hashed, and from no named host."""

from __future__ import annotations

import re
import shutil
import subprocess
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


def test_each_list_is_audited_by_itself(tmp_path: Path) -> None:
    """Lists may pin a package in two versions, which the auditor refuses in one run; one that is not sound,
    or could not be asked whole, fails at the end and keeps no other from being asked.
    """
    shutil.copy(PROJECT / "Makefile", tmp_path)
    auditor = tmp_path / ".build/weekly/bin/pip-audit"
    auditor.parent.mkdir(parents=True)
    auditor.write_text('#!/bin/sh\necho "$*" >> asked\ncase "$*" in *bad*) exit 1;; esac\n')
    auditor.chmod(0o755)
    for name in ("requirements-bad.txt", "requirements-weekly.txt", "requirements.txt"):
        (tmp_path / name).touch()
    (tmp_path / ".build/weekly/.ready").touch()
    done = subprocess.run(["make", "audit"], cwd=tmp_path, capture_output=True, text=True, check=False)
    asked = (tmp_path / "asked").read_text().splitlines()
    assert [line.rpartition(" -r ")[2] for line in asked] == sorted(
        path.name for path in tmp_path.glob("requirements*.txt")
    )
    assert all(line.startswith("--strict ") for line in asked)  # a package that is skipped fails
    assert done.returncode != 0
    assert "not sound, or not asked: requirements-bad.txt\n" in done.stderr
    (tmp_path / "requirements-bad.txt").unlink()
    assert subprocess.run(["make", "audit"], cwd=tmp_path, capture_output=True, check=False).returncode == 0
