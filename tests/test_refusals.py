"""What a command refuses is one line with a remedy and exit status 1, and nothing is
written.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import run

from generators.cli.main import main

LONG = "a" * 300
PLAN = (
    *("--title", "A plan", "--sort", "plan", "--status", "adopted"),
    *("--not-binding", "--about", "neighbour"),
)


def refused(root: Path, *arguments: str) -> str:
    """The one line that refuses a command; no record has changed."""
    files = (
        each for each in root.rglob("*") if each.is_file() and ".build" not in each.parts
    )
    before = {each: each.read_bytes() for each in files}
    done = run(root, *arguments)
    assert done.exit_code == 1, done.output
    assert {each: each.read_bytes() for each in before} == before
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    return done.stderr


def test_a_name_that_no_disk_takes_is_one_line(tiny: Path) -> None:
    """An id of three hundred letters is refused, with what to do."""
    begun = refused(tiny, "new", "plan", f"alpha/{LONG}", *PLAN)
    assert begun.endswith("File name too long; type a shorter one\n")


@pytest.mark.parametrize(
    "options", [(), ("--check",), ("--check", "--format", "github")], ids=" ".join
)
def test_what_is_not_the_project_s_keeps_its_form(
    tiny: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    """``fmt`` looks at no file outside the project, neither by its name nor by a link
    that leads there.
    """
    other = tmp_path / "other.yml"
    other.write_text("a: 1  \n")
    assert f"{other} is not below {tiny}" in refused(tiny, "fmt", *options, str(other))
    (tiny / "instruments/alpha/other.yml").symlink_to(other)
    assert "instruments/alpha/other.yml is not below" in refused(tiny, "fmt", *options)
    assert other.read_text() == "a: 1  \n"


def test_a_file_that_fmt_does_not_find_is_named_with_what_is_near(tiny: Path) -> None:
    """As ``check`` names it."""
    told = refused(tiny, "fmt", str(tiny / "instruments/alpha/plam.yml"))
    assert told.endswith("plam.yml; did you mean 'plan.yml'?\n")


MISTYPED = {
    ("translations", "next", "fr", "--limit", "0"): (
        "'--limit': 0 is not in the range x>=1; see: main translations next --help"
    ),
    (
        "schema",
        "more",
        "and more",
    ): "unexpected extra arguments (more and more); see: main schema --help",
    ("check", "--format"): "Option '--format' requires an argument",
    ("new", "plan"): "Missing argument 'ID'; see: main new --help",
    ("schema", "--colour"): "No such option '--colour'; see: main schema --help",
    ("--colour",): "No such option '--colour'; see: main --help",
    ("shcema",): "No such command 'shcema'. Did you mean 'schema'?",
}


@pytest.mark.parametrize("typed", MISTYPED, ids=" ".join)
def test_what_is_typed_otherwise_than_a_command_is_called_is_one_line(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...]
) -> None:
    """It says what was expected and where that stands, with the exit status of every
    mistake.
    """
    monkeypatch.chdir(tiny)
    done = CliRunner().invoke(main, [*typed], catch_exceptions=False)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: ")
    assert done.stderr.endswith(f"{MISTYPED[typed]}\n")
    assert done.stderr.count("\n") == 1
