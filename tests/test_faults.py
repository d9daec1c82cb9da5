"""What may be left, broken or in the way below .build/ and at the place of the site:
never a traceback, a wait without end, or half a site.
"""

from __future__ import annotations

import errno
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from commands import run
from conftest import NOON

from generators.cli.project import only_build
from generators.data import database
from generators.pdf import factory
from generators.site import manifest, mkdocs_run, parallel


def command(
    project: Path, *arguments: str, before: Callable[[], None] | None = None
) -> tuple[int, str]:
    """What a command of its own process prints, and its exit status; two minutes at most.
    ``before`` is called in the process first.
    """
    environment = {**os.environ, "SOURCE_DATE_EPOCH": NOON, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "generators", *arguments],
        cwd=project,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=120,
        preexec_fn=before,
    )
    printed = done.stdout + done.stderr
    assert "Traceback" not in printed, printed
    return done.returncode, printed


def old_site(project: Path) -> None:
    """A site of one page that was built before."""
    (project / "site").mkdir()
    (project / "site/index.html").write_text("old")
    listed = manifest.listed("index.html", b"old", manifest.PAGE, "en")
    (project / "site/manifest.json").write_text(manifest.text([listed], "2026-01-01"))


def takes_nothing() -> None:
    """Have every file that is written refused, as a full disk refuses it."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.mark.parametrize(
    "arguments",
    [
        ("fmt",),
        ("translations", "update"),
        ("site",),
    ],
    ids=" ".join,
)
def test_a_full_disk_loses_nothing(tiny: Path, arguments: tuple[str, ...]):
    """Every command that writes says in one line where there was no room; what stood
    there stands there, and nothing half-written beside it.
    """
    plan = tiny / "instruments/alpha/plan.yml"
    plan.write_text(
        plan.read_text("utf-8").replace("confidence: recalled", "confidence: recalled  ")
    )
    old_site(tiny)
    before = {each: each.read_bytes() for each in tiny.rglob("*") if each.is_file()}
    status, printed = command(tiny, *arguments, before=takes_nothing)
    assert status == 1
    (where,) = re.findall(
        r"^Error: (.+): File too large; make room$", printed, re.MULTILINE
    )
    assert where.startswith("instruments/alpha/") is (arguments != ("site",))
    after = {each: each.read_bytes() for each in tiny.rglob("*") if each.is_file()}
    made = {
        each
        for each in after
        if each not in before and tiny / ".build" not in each.parents
    }
    assert made == set()
    assert {each: after.get(each) for each in before} == before


@pytest.mark.parametrize("encoding", ["ascii", "koi8-r"])
def test_an_old_terminal_gets_every_line(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
):
    """Letters that its encoding has not are written by their numbers."""
    plan = tiny / "instruments/alpha/plan.yml"
    plan.write_text(
        plan.read_text("utf-8").replace("status: adopted", "status: 草案"), "utf-8"
    )
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    status, printed = command(tiny, "check", "--language", "ar")
    assert status == 1
    assert printed.startswith("instruments/alpha/plan.yml:4: ")


def test_a_file_where_the_pdfs_go_is_one_line(tiny: Path):
    """It is named, with what to do."""
    (tiny / ".build/pdf").write_text("x")
    status, printed = command(tiny, "pdf", "alpha/plan", "--language", "en")
    assert status == 1
    assert ".build/pdf" in printed
    assert "move it away" in printed


def test_a_set_up_that_was_cut_off_is_begun_again(tmp_path: Path):
    """An environment without pip is made anew."""
    from conftest import PROJECT

    shutil.copy(PROJECT / "Makefile", tmp_path)
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / name).write_text("")
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").symlink_to(sys.executable)
    done = subprocess.run(
        ["make", "-n", ".venv/.ready"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "test -x .venv/bin/pip || python3 -m venv .venv" in done.stdout


@pytest.mark.parametrize(
    ("number", "remedy"),
    [(errno.ENOSPC, "make room"), (errno.EACCES, "move it away, or let it be written")],
)
def test_a_disk_that_takes_nothing_is_one_line(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, number: int, remedy: str
):
    """A full disk, or one that may not be written, is no traceback, and the old site
    stands.
    """
    old_site(tiny)

    def build(root: Path, folder: Path) -> None:
        raise OSError(number, os.strerror(number), str(folder / "x.html"))

    monkeypatch.setattr(mkdocs_run, "build", build)
    done = run(tiny, "site")
    assert done.exit_code == 1, done.output
    assert f"x.html: {os.strerror(number)}; {remedy}\n" in done.output
    assert done.output.count("\n") == 1
    assert (tiny / "site/index.html").read_text() == "old"


def kill_this_process(*_: object, **__: object) -> None:
    """What a system does that has no memory left."""
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("name", ["pdf", "epub", "offline", "site"])
def test_a_command_ends_with_a_sentence_when_a_helper_is_killed(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    """Nobody waits for a process that is gone, and the next command may build."""
    old_site(tiny)
    monkeypatch.setattr(factory, "_make_pdf", kill_this_process)
    monkeypatch.setattr(parallel, "_work_and_send", kill_this_process)
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    monkeypatch.setenv("COMPENDIUM_JOBS", "2")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    done = run(tiny, name)
    assert done.exit_code == 1, done.output
    last_line = done.output.splitlines()[-1]
    assert last_line.startswith("Error: a process that helped was killed"), done.output
    assert (tiny / "site/index.html").read_text() == "old"
    with only_build(tiny, "the next command"):
        pass


def test_an_empty_variable_says_as_little_as_none(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
):
    """A build with SOURCE_DATE_EPOCH set to nothing takes the day of the data."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    done = run(tiny, "site")
    assert done.exit_code == 0, done.output


def fill_database(folder: str) -> None:
    """Write more into a database than it has room for."""
    with (
        database.named_disk_errors(folder),
        closing(database.begin_database(folder)) as sql,
    ):
        sql.execute("PRAGMA max_page_count = 4")
        for number in range(1000):
            sql.execute("INSERT INTO about VALUES ('en', ?, ?)", (number, "x" * 9000))


def test_what_the_disk_refuses_to_sqlite_is_named(tmp_path: Path):
    """It is an error of the disk with its path, which every command says in one line;
    any other mistake stays what it is.
    """
    with pytest.raises(OSError, match=r"full") as raised:
        fill_database(str(tmp_path))
    assert raised.value.filename == str(tmp_path / "database")
    sql = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError), database.named_disk_errors("."):
        sql.execute("SELECT nothing FROM nowhere")
