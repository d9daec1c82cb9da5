"""The command ``compendium``: what it prints, what it writes, and with which status it
exits.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from commands import run
from conftest import BASE

from generators.cli.main import main


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the base library's vocabulary and one mechanism, without catalogs."""
    shutil.copytree(
        BASE / "instruments" / "vocabulary", tmp_path / "instruments" / "vocabulary"
    )
    write(
        tmp_path,
        "instruments/body/mechanism.yml",
        "kind: organisation\nregions: [africa]\nname: The Body\nconfidence: recalled\n",
    )
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


# -- everything --------------------------------------------------------------------------


def calls_of_everything(
    project: Path, monkeypatch: pytest.MonkeyPatch, failing: str = ""
) -> tuple[list[str], str, int]:
    """The commands that ``everything`` called, what it said, and its status. The command
    ``failing`` fails.
    """
    called = []

    def status_of(name: str, root: Path) -> int:
        assert root == project
        called.append(name)
        return int(name == failing)

    monkeypatch.setattr("generators.cli.everything._status_of", status_of)
    write(project, "mkdocs.yml", "site_url: https://a.test/\n")
    result = run(project, "everything")
    return called, result.output, result.exit_code


def test_everything_says_time_and_size_before_it_begins(project, monkeypatch):
    """Then each step says which it is. ZIPs come between two builds of the site."""
    called, output, status = calls_of_everything(project, monkeypatch)
    assert (called, status) == (["pdf", "epub", "site", "offline", "site"], 0)
    first, *steps = output.splitlines()
    assert re.search(r"about \d+ minutes with \d+ processors, and \d+ MB on disk", first)
    assert [step.partition(":")[0] for step in steps] == [
        f"step {number} of 5" for number in range(1, 6)
    ]


def test_everything_stops_at_a_step_that_fails(project, monkeypatch):
    """With one sentence, and the status of a mistake."""
    called, output, status = calls_of_everything(project, monkeypatch, "epub")
    assert (called, status) == (["pdf", "epub"], 1)
    assert output.splitlines()[-1] == "Error: stopped: compendium epub failed"


# -- check -------------------------------------------------------------------------------

PLAN = "kind: action-plan\ntype: plan\ntitle: Plan\nstatus: adopted\nbinding: false\nconfidence: recalled\n"
BROKEN = "kind: organisation\nregions: [afrika]\nname: The Body\nconfidence: recalled\ncolour: red\n"


def test_check_prints_file_line_field_and_remedy(project: Path) -> None:
    """A wrong record is one line a problem, on standard output; the count is on standard
    error; the status is 1.
    """
    write(project, "instruments/body/mechanism.yml", BROKEN)
    result = run(project, "check")
    assert (
        "instruments/body/mechanism.yml:5: colour: unknown key 'colour'; "
        in result.stdout
    )
    lines = [
        line for line in result.stdout.splitlines() if line.startswith("instruments/")
    ]
    assert result.stderr.strip() == (
        "1 problem" if len(lines) == 1 else f"{len(lines)} problems"
    )
    assert result.exit_code == 1


def test_check_reads_docs_beside_records_that_are_wrong(tiny: Path) -> None:
    """While a record is wrong its links are not known, and all else in docs/ is said in
    the same run.
    """
    write(tiny, "instruments/beta/mechanism.yml", "kind: process\n")
    write(tiny, "docs/about.md", "---\ntitel: About\n---\n[a](id:nowhere)\n")
    lines = run(tiny, "check").stdout.splitlines()
    assert "docs/about.md:2: titel: unknown key 'titel'; did you mean 'title'?" in lines
    assert not any("nowhere" in line for line in lines)


# -- where and what ----------------------------------------------------------------------


@pytest.mark.parametrize("command", [("check",), ("site",), ("translations", "update")])
def test_outside_a_project_one_line_says_so(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    """A command called in another folder says in one line what to do, writes nothing, and
    exits with 1.
    """
    result = run(tmp_path, *command)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert (
        result.stderr
        == f"Error: there is no folder 'instruments' in {tmp_path}; run this in the project's folder, or "
        f"name it with --root\n"
    )
    assert list(tmp_path.iterdir()) == []


def commands(
    group: click.Group, path: tuple[str, ...] = ()
) -> list[tuple[tuple[str, ...], click.Command]]:
    """All commands below a group, with the words that call them."""
    found = []
    for name, command in group.commands.items():
        found += [((*path, name), command)]
        found += (
            commands(command, (*path, name)) if isinstance(command, click.Group) else []
        )
    return found


def test_every_command_and_option_says_what_it_does() -> None:
    """Each command has a help text, each of its options too."""
    silent = [" ".join(path) for path, command in commands(main) if not command.help]
    silent += [
        f"{' '.join(path)} {option.name}"
        for path, command in commands(main)
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []


# -- schema ------------------------------------------------------------------------------


def test_schema_writes_one_file_a_kind(project: Path) -> None:
    """A second run writes the same bytes."""
    assert run(project, "schema").exit_code == 0
    first = {file.name: file.read_bytes() for file in (project / "schema").iterdir()}
    assert "instrument.schema.json" in first
    run(project, "schema")
    assert {
        file.name: file.read_bytes() for file in (project / "schema").iterdir()
    } == first


# -- translations ------------------------------------------------------------------------


def test_update_writes_catalogs_once(project: Path) -> None:
    """The first update writes a catalog for each folder and language, the second none;
    both say how many texts there are.
    """
    write(project, "generators/html/templates/a.html.j2", '{{ _("Home") }}')
    assert "written: 0." not in run(project, "translations", "update").stdout
    assert (project / "instruments/body/ar.po").exists()
    assert (project / "generators/locale/ar.po").exists()
    assert "written: 0." in run(project, "translations", "update").stdout


@pytest.mark.parametrize(
    "broken",
    [
        "instruments/body/mechanism.yml",
        "instruments/body/fr.po",
        "generators/locale/fr.po",
    ],
)
def test_update_writes_nothing_while_a_file_cannot_be_read(
    project: Path, broken: str
) -> None:
    """A record or a catalog that cannot be read would lose its translations; the update
    stops and names it.
    """
    run(project, "translations", "update")
    write(project, broken, "kind: [\n")
    before = {file: file.read_bytes() for file in project.rglob("*.po")}
    result = run(project, "translations", "update")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{broken}:")
    assert result.stderr.endswith("nothing was written\n")
    assert {file: file.read_bytes() for file in project.rglob("*.po")} == before


def test_a_system_without_locks_of_files_checks_and_builds(
    library_folder: Callable[..., Path],
):
    """As Windows is: the commands begin, and what builds does so without a lock."""
    folder = library_folder()
    run = (
        "import sys; sys.modules['fcntl'] = None; from pathlib import Path\n"
        "from generators.cli.project import only_build\n"
        "with only_build(Path(sys.argv[2]), 'a build'): pass\n"
        "from generators.cli.main import main; main(['check', *sys.argv[1:]])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", run, "--root", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "0 problems\n")
