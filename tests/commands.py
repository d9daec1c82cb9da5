"""Commands of ours, of git and of node, as tests type them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generators.cli.main import main


def run(
    root: Path, *arguments: str, typed: str | None = None, **environment: str
) -> Result:
    """Call the command in a project; what is no exit is our bug, and raised."""
    called = [*arguments, "--root", str(root)]
    return CliRunner().invoke(
        main, called, input=typed, catch_exceptions=False, env=environment
    )


def git(root: Path, *arguments: str, **environment: str) -> str:
    """What git says in a folder, to somebody with a name and without settings."""
    who = (
        "-c",
        "user.name=x",
        "-c",
        "user.email=x@example.org",
        "-c",
        "commit.gpgsign=false",
    )
    known = {"PATH": "/usr/bin:/bin", "HOME": str(root), **environment}
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        env=known,
    )
    return done.stdout


def committed(root: Path, message: str = "x") -> None:
    """Commit all that stands in a folder, which becomes a repository where it is none."""
    for asked in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        ("commit", "-qm", message),
    ):
        git(root, *asked)


def node(*arguments: str | Path, given: Any) -> Any:
    """What a script says under node that is given something as JSON."""
    program = shutil.which("node")
    if program is None:
        pytest.fail(
            "the site's scripts are tested under node; install it: sudo apt-get "
            "install nodejs"
        )
    asked = json.dumps(given)
    done = subprocess.run(
        [program, *arguments], input=asked, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
