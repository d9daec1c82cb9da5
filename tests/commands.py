"""Commands of ours and of git, as tests type them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from click.testing import CliRunner, Result

from generators.cli.main import main


def run(root: Path, *arguments: str, typed: str | None = None, **environment: str) -> Result:
    """Call the command in a project; what is no exit is our bug, and raised."""
    called = [*arguments, "--root", str(root)]
    return CliRunner().invoke(main, called, input=typed, catch_exceptions=False, env=environment)


def git(root: Path, *arguments: str, **environment: str) -> str:
    """What git says in a folder, to somebody with a name and without settings."""
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    known = {"PATH": "/usr/bin:/bin", "HOME": str(root), **environment}
    done = subprocess.run(
        ["git", *who, *arguments], cwd=root, capture_output=True, text=True, check=True, env=known
    )
    return done.stdout


def committed(root: Path, message: str = "x") -> None:
    """Commit all that stands in a folder, which becomes a repository where it is none."""
    for asked in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", message)):
        git(root, *asked)
