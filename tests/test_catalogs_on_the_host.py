"""What the code host does with catalogs that an editor saved: the steps of its workflows,
as they stand.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from commands import git
from conftest import BASE, PROJECT
from test_fmt import PO, POEDIT

WORKFLOWS = PROJECT / ".github" / "workflows"
CATALOG = "instruments/alpha/fr.po"


def script(workflow: str, job: str, named: str) -> str:
    """What a step of a job runs; ``named`` begins its name, or is its id."""
    steps = yaml.safe_load((WORKFLOWS / f"{workflow}.yml").read_text("utf-8"))["jobs"][
        job
    ]["steps"]
    return next(
        each["run"]
        for each in steps
        if named == each.get("id") or each.get("name", "").startswith(named)
    )


def run(root: Path, text: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A step, as the host runs it."""
    known = {
        **os.environ,
        "PYTHONPATH": str(PROJECT),
        "GITHUB_OUTPUT": str(root / "output"),
        **environment,
    }
    return subprocess.run(
        ["bash", "-e", "-c", text],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env=known,
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose last commit is a catalog as Poedit saved it, with the command
    where ``make`` puts it.
    """
    root = tmp_path / "project"
    (root / CATALOG).parent.mkdir(parents=True)
    (root / "instruments/alpha/ru.po").write_text(PO.replace("fr", "ru"), "utf-8")
    (root / CATALOG).write_text(PO, "utf-8")
    (root / ".gitignore").write_text(
        ".venv/\noutput\nsaid/\nchanged\nfmt.patch\n", "utf-8"
    )
    command = root / ".venv/bin/compendium"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m generators "$@"\n', "utf-8")
    command.chmod(0o755)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Before")
    (root / CATALOG).write_text(POEDIT, "utf-8")
    git(root, "commit", "--quiet", "--all", "--message", "A review in Poedit")
    return root


def test_a_pull_request_is_told_the_command_and_given_the_patch(root: Path) -> None:
    """The catalog is named with the command that undoes it, the step stops nobody, and
    the patch that stands beside what the change does brings the file back.
    """
    (root / "said").mkdir()
    done = run(root, script("records", "check", "Catalogs"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == (
        f"::warning file={CATALOG},line=1,title=fmt::saved in another form than this project's; what it says "
        f"is the same; run: .venv/bin/compendium fmt {CATALOG}"
    )
    git(root, "checkout", "--quiet", "--", ".")
    git(root, "apply", "said/fmt.patch")
    assert (root / CATALOG).read_text("utf-8") == PO


def test_a_pull_request_in_its_form_is_told_nothing(root: Path) -> None:
    """No annotation, no patch, nothing more under the pull request."""
    (root / "said").mkdir()
    (root / CATALOG).write_text(PO, "utf-8")
    git(
        root,
        "commit",
        "--quiet",
        "--all",
        "--amend",
        "--allow-empty",
        "--message",
        "A review",
    )
    done = run(root, script("records", "check", "Catalogs"))
    assert (done.returncode, done.stdout) == (0, "")
    assert list((root / "said").iterdir()) == []


def patched(root: Path) -> Path:
    """The patch that the job which may only read makes of what was pushed."""
    made = run(root, script("catalogs", "patch", "fmt"))
    assert made.returncode == 0, made.stderr
    git(root, "reset", "--quiet", "--hard")
    git(root, "clean", "--quiet", "-d", "--force")
    return root / "fmt.patch"


def committed(root: Path, patch: Path) -> subprocess.CompletedProcess[str]:
    """What the job which may write does with a patch, up to the push."""
    *steps, push = script("catalogs", "commit", "The catalogs").strip().splitlines()
    assert push.startswith("git push ")
    jobs = yaml.safe_load((WORKFLOWS / "catalogs.yml").read_text("utf-8"))["jobs"]
    only = jobs["commit"]["steps"][-1]["env"]["ONLY"]
    return run(root, "\n".join(steps), PATCH=str(patch), ONLY=only)


def test_main_is_put_into_its_form_by_itself(root: Path) -> None:
    """One job makes the patch, the other commits it: the catalog is as it was."""
    patch = patched(root)
    assert (root / "output").read_text("utf-8") == "changed=yes\n"
    done = committed(root, patch)
    assert done.returncode == 0, done.stderr
    assert git(root, "show", "--name-only", "--format=", "HEAD").split() == [CATALOG]
    assert (root / CATALOG).read_text("utf-8") == PO
    assert patched(root).read_text("utf-8") == ""


def test_catalogs_of_main_follow_its_records(root: Path) -> None:
    """A sentence that somebody reworded in the form leaves its translation stale, and a
    new folder has catalogs, with no command typed by anybody; no record is touched.
    """
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    committed(root, patched_of(root, "The library"))
    record = root / "instruments/alpha/convention.yml"
    text = (root / CATALOG).read_text("utf-8")
    (root / CATALOG).write_text(
        text.replace('compensation."\nmsgstr ""', 'compensation."\nmsgstr "Soins."'),
        "utf-8",
    )
    record.write_text(
        record.read_text("utf-8").replace("Housing and compensation", "Housing"), "utf-8"
    )
    shutil.copytree(root / "instruments/beta", root / "instruments/gamma")
    for file in (root / "instruments/gamma").glob("*.po"):
        file.unlink()
    done = committed(root, patched_of(root, "A change in the form"))
    assert done.returncode == 0, done.stderr
    assert '#| msgid "Housing and compensation."\nmsgid "Housing."\nmsgstr "Soins."' in (
        root / CATALOG
    ).read_text("utf-8")
    touched = git(root, "show", "--name-only", "--format=", "HEAD").split()
    assert {"instruments/gamma/fr.po", CATALOG} <= set(touched)
    assert {Path(name).suffix for name in touched} == {".po", ".tsv"}


def test_the_list_of_changes_follows_by_itself(root: Path) -> None:
    """What an editor did is in the list, and nobody typed a command."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    committed(root, patched_of(root, "The library"))
    assert "\talpha/plan\tadded\t" in (root / "changes.tsv").read_text("utf-8")
    plan = (root / "instruments/alpha/plan.yml").read_text("utf-8")
    (root / "instruments/alpha/next-plan.yml").write_text(plan, "utf-8")
    done = committed(root, patched_of(root, "A second plan"))
    assert done.returncode == 0, done.stderr
    assert "\talpha/next-plan\tadded\t" in (root / "changes.tsv").read_text("utf-8")


def patched_of(root: Path, message: str) -> Path:
    """The patch that follows a push of all that stands here."""
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", message)
    return patched(root)


def other(root: Path) -> None:
    (root / "evil").write_text("x\n", "utf-8")


def renamed(root: Path) -> None:
    (root / "instruments/alpha/other.yml").rename(root / "instruments/alpha/pt.po")


def link(root: Path) -> None:
    (root / CATALOG).unlink()
    (root / CATALOG).symlink_to("/etc/passwd")


@pytest.mark.parametrize("evil", [other, renamed, link], ids=lambda each: each.__name__)
def test_who_may_write_refuses_what_is_no_catalog(
    root: Path, evil: Callable[[Path], None]
) -> None:
    """A patch with another file, with one that a rename takes away, or with a link is not
    taken at all.
    """
    (root / "instruments/alpha/other.yml").write_text(PO, "utf-8")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Another file")
    patch, head = patched(root), git(root, "rev-parse", "HEAD")
    evil(root)
    git(root, "add", ".")
    patch.write_text(git(root, "diff", "--cached", "--binary", "--find-renames"), "utf-8")
    git(root, "reset", "--quiet", "--hard")
    assert patch.read_text("utf-8")
    assert committed(root, patch).returncode == 1
    assert git(root, "rev-parse", "HEAD") == head


def test_a_catalog_that_cannot_be_read_keeps_no_other_from_its_form(root: Path) -> None:
    """What is wrong with it, check says on its line."""
    (root / "instruments/alpha/ru.po").write_text('msgid "a\n', "utf-8")
    git(root, "commit", "--quiet", "--all", "--message", "A slip")
    made = run(root, script("catalogs", "patch", "fmt"))
    assert made.returncode == 0, made.stderr
    assert f"+++ b/{CATALOG}" in (root / "fmt.patch").read_text("utf-8")


def test_who_may_write_runs_nothing_of_ours() -> None:
    """The job with the right to write takes a patch, and none of the project's code."""
    jobs = yaml.safe_load((WORKFLOWS / "catalogs.yml").read_text("utf-8"))["jobs"]
    assert "permissions" not in jobs["patch"]
    assert jobs["commit"]["permissions"] == {"contents": "write"}
    ran = " ".join(step.get("run", "") for step in jobs["commit"]["steps"])
    assert not {"make", "python", ".venv/bin/compendium", "sh", "bash"} & set(ran.split())
