"""Commits and releases: what scripts of ``.ci/`` ask of them."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from conftest import PROJECT
from test_code_host import HOST, jobs

CI = PROJECT / ".ci"
CHANGELOG = (PROJECT / "CHANGELOG.md").read_text("utf-8")
BODY_OF_COMMIT = "A reader asked for it."


def git(root: Path, *arguments: str) -> str:
    """What git prints in a folder."""
    names = [
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    command = ["git", "-C", str(root), *names, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=True
    ).stdout.strip()


def commit(root: Path, path: str, text: str, message: str) -> str:
    """Write a file and commit it; returns the commit."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--cleanup=verbatim", "--message", message)
    return git(root, "rev-parse", "HEAD")


def ci(root: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script of ``.ci/`` in a folder."""
    return subprocess.run(
        [CI / name, *arguments], cwd=root, capture_output=True, text=True, check=False
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the state before a change."""
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, "CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- New.\n", "Begin")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "message", "wrong"),
    [
        ("generators/a.py", f"Name the home page\n\n{BODY_OF_COMMIT}\n", ""),
        ("generators/a.py", f"{'x' * 71}\n\n{BODY_OF_COMMIT}\n", ""),
        ("generators/a.py", f"{'é' * 71}\n\n{BODY_OF_COMMIT}\n", ""),
        (
            "generators/a.py",
            f"{'x' * 72}\n\n{BODY_OF_COMMIT}\n",
            "the subject has 72 characters",
        ),
        ("generators/a.py", "Name the home page\n", "no body"),
        ("generators/a.py", f"Name the home page\n{BODY_OF_COMMIT}\n", "no empty line"),
        ("instruments/a/b.yml", "Update b.yml\n", ""),
    ],
)
def test_a_commit_says_what_changed_and_why(
    repository: Path, path: str, message: str, wrong: str
) -> None:
    """The subject is short, the reason is in the body; what editors change is not asked
    for one.
    """
    before = git(repository, "rev-parse", "HEAD")
    made = commit(repository, path, "new", message)
    done = ci(repository, "commit-messages", before, made)
    assert (done.returncode, done.stderr) == (int(bool(wrong)), "")
    assert done.stdout.startswith(made[:10] if wrong else "")
    assert wrong in done.stdout
    assert bool(done.stdout) is bool(wrong)


def test_a_pull_request_is_asked_for_its_own_commits() -> None:
    """From what it changes to its head; a run of main asks for none."""
    job = jobs(HOST / "workflows" / "tests.yml")["messages"]
    assert job["if"] == "github.event_name == 'pull_request'"
    checkout, ask = job["steps"]
    assert checkout["with"]["fetch-depth"] == 0
    assert ask["run"] == '.ci/commit-messages "$BASE" "$HEAD"'


RELEASED = (
    "# Changelog\n\n## Unreleased\n\n## 0.2.0 (2027-01-31)\n\n- New.\n\n"
    "## 0.1.0 (2026-11-24)\n\nFirst.\n"
)


def name_version(root: Path, project: str, citation: str) -> None:
    """Write the files that name the version beside CHANGELOG.md."""
    (root / "pyproject.toml").write_text(f'[project]\nversion = "{project}"\n', "utf-8")
    (root / "CITATION.cff").write_text(f"title: A\nversion: {citation}\n", "utf-8")


def test_a_version_that_a_push_releases_is_told_with_its_notes(repository: Path) -> None:
    """The newest one that main did not have before, and what CHANGELOG.md says of it."""
    before = git(repository, "rev-parse", "HEAD")
    name_version(repository, "0.2.0", "0.2.0")
    after = commit(repository, "CHANGELOG.md", RELEASED, "Release")
    done = ci(repository, "new-release", before, "notes.md")
    assert (done.returncode, done.stdout, done.stderr) == (0, "0.2.0\n", "")
    assert (repository / "notes.md").read_text("utf-8").strip() == "- New."

    commit(
        repository,
        "CHANGELOG.md",
        RELEASED.replace("## 0.2.0", "- More.\n\n## 0.2.0"),
        "Note",
    )
    assert ci(repository, "new-release", after, "notes.md").stdout == ""


@pytest.mark.parametrize(
    ("project", "citation", "file"),
    [("0.1.0", "0.2.0", "pyproject.toml"), ("0.2.0", "0.1.0", "CITATION.cff")],
)
def test_a_release_has_one_version(
    repository: Path, project: str, citation: str, file: str
) -> None:
    """A file that names another stops it."""
    before = git(repository, "rev-parse", "HEAD")
    name_version(repository, project, citation)
    commit(repository, "CHANGELOG.md", RELEASED, "Release")
    done = ci(repository, "new-release", before, "notes.md")
    assert done.returncode == 1
    assert done.stderr.startswith(f"{file}: expected ")


def test_a_release_gets_its_tag() -> None:
    """The workflow that sees a new release tags the very commit, and does nothing else."""
    checkout, _, *others = jobs(HOST / "workflows" / "release.yml")["release"]["steps"]
    assert checkout["with"]["fetch-depth"] == 0
    assert {step["if"] for step in others} == {"steps.new.outputs.version"}
    assert (
        'gh release create "v$VERSION" "$archive" --target "$GITHUB_SHA"'
        in others[-1]["run"]
    )


@pytest.mark.parametrize("project", ["0.2.0", "0.1.0"])
def test_a_release_that_names_two_versions_stops_the_workflow(
    repository: Path, project: str
) -> None:
    """The step hands on the version, or fails with the script."""
    before = git(repository, "rev-parse", "HEAD")
    (repository / ".ci").symlink_to(CI)
    name_version(repository, project, "0.2.0")
    commit(repository, "CHANGELOG.md", RELEASED, "Release")
    (step,) = [
        step
        for step in jobs(HOST / "workflows" / "release.yml")["release"]["steps"]
        if step.get("id") == "new"
    ]
    output = repository / "output"
    known = {**os.environ, "BEFORE": before, "GITHUB_OUTPUT": str(output)}
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]], cwd=repository, env=known, check=False
    )
    assert (done.returncode == 0) is (project == "0.2.0")
    assert not output.exists() or output.read_text("utf-8") == "version=0.2.0\n"


def test_each_released_version_says_its_day() -> None:
    """The newest is that of the other files, and HACKING says how it gets its tag by
    hand.
    """
    headings = re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)
    assert headings[0] == "Unreleased"
    released = [
        re.fullmatch(r"(\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)", text)
        for text in headings[1:]
    ]
    assert all(released)
    days = [date.fromisoformat(heading[2]) for heading in released]
    assert days == sorted(days, reverse=True)
    newest = released[0][1]
    assert f'version = "{newest}"' in (PROJECT / "pyproject.toml").read_text("utf-8")
    assert f"\nversion: {newest}\n" in (PROJECT / "CITATION.cff").read_text("utf-8")
    hacking = (PROJECT / "HACKING.md").read_text("utf-8")
    assert re.search(r"`git tag --annotate v\d+\.\d+\.\d+ --message", hacking)
