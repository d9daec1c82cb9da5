"""What the code host runs and asks: workflows, forms for issues, who looks at which
folder.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from commands import committed, run
from conftest import BASE, PROJECT

from generators.cli.main import main
from generators.corpus.corpus import Corpus
from generators.edit import layout

HOST = PROJECT / ".github"
WORKFLOWS = sorted((HOST / "workflows").glob("*.yml"))
FORMS = sorted(
    set((HOST / "ISSUE_TEMPLATE").glob("*.yml"))
    - {HOST / "ISSUE_TEMPLATE" / "config.yml"}
)

by_file = pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)


def tool(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """What a command beside this Python says."""
    command = [Path(sys.executable).with_name(name), *arguments]
    return subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=False
    )


def jobs(file: Path) -> dict[str, dict]:
    """The jobs of a workflow, by name."""
    return yaml.safe_load(file.read_text("utf-8"))["jobs"]


@by_file
def test_every_action_is_pinned_by_its_commit(file: Path) -> None:
    """An action is named by a commit, with its version beside it for whoever renews it."""
    uses = re.findall(r"^.*\buses:.*$", file.read_text("utf-8"), re.MULTILINE)
    wrong = [
        line
        for line in uses
        if not re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)
    ]
    assert wrong == []


@by_file
def test_a_workflow_may_do_no_more_than_it_needs(file: Path) -> None:
    """Rights are named and least, a job ends by itself, and no checkout leaves its token
    behind.
    """
    whole = yaml.safe_load(file.read_text("utf-8"))
    assert whole["permissions"] in ({}, {"contents": "read"})
    for job in whole["jobs"].values():
        assert job["timeout-minutes"] <= 90
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_workflows_have_no_known_weakness() -> None:
    """The auditor of workflows finds nothing that is not explained where it stands."""
    result = tool("zizmor", "--offline", "--quiet", "--no-config", HOST / "workflows")
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.dependabot", [HOST / "dependabot.yml"]),
        ("vendor.github-issue-config", [HOST / "ISSUE_TEMPLATE" / "config.yml"]),
    ],
    ids=["workflows", "forms", "pins", "config"],
)
def test_what_the_host_reads_has_the_shape_that_it_asks_for(
    schema: str, files: list[Path]
) -> None:
    """Workflows and forms fit the published schemas of their kind."""
    result = tool("check-jsonschema", "--builtin-schema", schema, *files)
    assert result.returncode == 0, result.stdout


@by_file
def test_what_a_workflow_runs_is_there(file: Path) -> None:
    """Every target of make and every command of compendium that a workflow runs exists."""
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    run = "\n".join(
        step.get("run", "") for job in jobs(file).values() for step in job["steps"]
    )
    targets = {
        word
        for line in re.findall(r"^\s*make (.+?)(?: [>|].*)?$", run, re.MULTILINE)
        for word in line.split()
        if "=" not in word
    }
    assert [
        target
        for target in targets
        if not re.search(rf"^{re.escape(target)}\b.*:", makefile, re.MULTILINE)
    ] == []
    assert set(re.findall(r"\.venv/bin/compendium (\w+)", run)) <= set(main.commands)


def test_site_books_and_zips_are_of_one_day() -> None:
    """What is published together is made in one job: PDFs, books and ZIPs before the site
    that lists them. It is weighed before it is sent.
    """
    (made,) = [
        step
        for step in jobs(HOST / "workflows" / "publish.yml")["site"]["steps"]
        if "run" in step
    ]
    day, *targets = made["run"].splitlines()
    assert day == "export SOURCE_DATE_EPOCH=$(date +%s)"
    assert targets == ["make pdf epub offline", "make site", ".venv/bin/compendium weigh"]


def test_the_comment_is_made_by_the_code_of_main() -> None:
    """Of the pull request its records are laid out, as data, and main's code alone is
    run, in a job that may only read; the job that may write runs none, and has only the
    text.
    """
    made = jobs(HOST / "workflows" / "comment.yml")
    code, data = (
        step["with"]
        for step in made["text"]["steps"]
        if "checkout" in step.get("uses", "")
    )
    assert (code["path"], "ref" in code) == ("code", False)
    assert (data["path"], data["sparse-checkout"]) == ("data", "instruments")
    assert set(made["text"]["permissions"].values()) == {"read"}
    ran = [
        step.get("working-directory")
        for step in made["text"]["steps"]
        if "make" in step.get("run", "")
    ]
    assert ran == ["code"]
    runs = "\n".join(step.get("run", "") for step in made["text"]["steps"])
    assert set(re.findall(r"(?:^|[; ])([^\s`]*\.venv/bin/\w+)", runs)) == {
        "code/.venv/bin/compendium",
        "../code/.venv/bin/compendium",
    }
    writing = made["comment"]
    assert not [step for step in writing["steps"] if "checkout" in step.get("uses", "")]
    assert (
        set(re.findall(r"\b(?:make|python|compendium|npm)\b", str(writing["steps"])))
        == set()
    )


def test_what_a_pull_request_says_is_not_what_its_code_says(tmp_path: Path) -> None:
    """The text is worked out of the records; what the change did to the code, or wants to
    have said, is no part of it.
    """
    root = tmp_path / "data"
    shutil.copytree(BASE, root)
    record = root / "instruments/alpha/convention.yml"
    committed(root)
    record.write_text(
        record.read_text("utf-8").replace("in_force: 2008-02-01", "in_force: 2008-03-01"),
        "utf-8",
    )
    (root / "generators").mkdir()
    (root / "generators/__init__.py").write_text(
        "raise SystemExit('@everybody')\n", "utf-8"
    )
    committed(root)
    command = tmp_path / "code/.venv/bin/compendium"
    command.parent.mkdir(parents=True)
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH={PROJECT} exec {sys.executable} -P -m generators "$@"\n',
        "utf-8",
    )
    command.chmod(0o755)
    steps = jobs(HOST / "workflows" / "comment.yml")["text"]["steps"]
    (step,) = [
        step["run"] for step in steps if step.get("name") == "What the change does"
    ]
    done = subprocess.run(
        ["bash", "-e", "-c", step],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "text").read_text("utf-8")
    assert text.startswith(
        "**What this changes**\n\n#### Alpha Convention (alpha/convention)\n"
    )
    assert "2008-03-01" in text
    assert "everybody" not in text
    assert "another form" not in text


@pytest.mark.parametrize(("head", "written"), [("b2", True), ("a1", False)])
def test_what_a_change_does_is_written_of_its_last_state_alone(
    tmp_path: Path, head: str, written: bool
) -> None:
    """Where more was pushed before the run had ended, nothing is written, and no job
    fails for it; nor for a run that ended before it had said anything.
    """
    made = jobs(HOST / "workflows" / "comment.yml")
    assert made["text"]["steps"][0]["continue-on-error"] is True
    assert made["comment"]["if"] == "needs.text.outputs.number"
    (tmp_path / "text").write_text("- one\n", "utf-8")
    gh = tmp_path / "gh"
    gh.write_text(
        '#!/bin/sh\ntest "$2" = view && echo b2 || { test "$2" = comment && cp "$5" posted; }\n'
    )
    gh.chmod(0o755)
    known = {
        **os.environ,
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "HEAD": head,
        "NUMBER": "7",
    }
    run = made["comment"]["steps"][-1]["run"]
    done = subprocess.run(["bash", "-e", "-c", run], cwd=tmp_path, env=known, check=False)
    assert done.returncode == 0
    assert (tmp_path / "posted").exists() is written


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_asks_for_a_place_or_a_source(file: Path) -> None:
    """Each form has fields that must be filled in, and names each field once."""
    fields = [
        field
        for field in yaml.safe_load(file.read_text("utf-8"))["body"]
        if field["type"] != "markdown"
    ]
    assert any(field.get("validations", {}).get("required") for field in fields)
    assert len({field["id"] for field in fields}) == len(fields)


@by_file
def test_what_a_workflow_runs_of_ours_is_there(file: Path) -> None:
    """Each script of ``.ci/`` that a workflow names exists and may be run."""
    for name in re.findall(r"\.ci/([\w-]+)", file.read_text("utf-8")):
        assert os.access(PROJECT / ".ci" / name, os.X_OK), name


def test_a_weakness_is_reported_in_private() -> None:
    """SECURITY.md names the ways that exist, and invents no address; the form for faults
    leads there.
    """
    text = (PROJECT / "SECURITY.md").read_text("utf-8")
    assert "Report a vulnerability" in text
    assert "`publisher.address`" in text
    assert "@" not in text
    assert re.findall(r"https?://", text) == []
    assert "SECURITY.md" in (HOST / "ISSUE_TEMPLATE" / "code.yml").read_text("utf-8")


# -- who looks at which folder -----------------------------------------------------------

BODY = "kind: organisation\nregions: [africa]\nname: {}\nconfidence: recalled\n{}"


def test_folders_fall_to_their_editors(corpus_of: Callable[..., Corpus]) -> None:
    """A folder whose mechanism names editors is theirs; one that names nobody has no
    line.
    """
    named = BODY.format("The Gamma", "editors: [gamma-secretariat/editors, a-lawyer]\n")
    files = {
        "instruments/gamma/mechanism.yml": named,
        "instruments/delta/mechanism.yml": BODY.format("D", ""),
    }
    _, *lines = layout.owners(corpus_of(files)).splitlines()
    assert lines == ["/instruments/gamma/ @gamma-secretariat/editors @a-lawyer"]


def test_an_account_is_written_without_its_sign(
    library_folder: Callable[..., Path],
) -> None:
    """An account with @, a blank or a line break is a problem with a remedy, and no line
    of another file.
    """
    text = BODY.format("The Gamma", 'editors: ["@gamma", "a b", "a\\n* @evil"]\n')
    root = library_folder({"instruments/gamma/mechanism.yml": text})
    printed = run(root, "check").stdout
    assert printed.count("expected an account or team of the code host without @") == 3


def test_reviews_are_listed_by_day(
    library_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What must be looked at again by a day is listed with its file, the earliest first;
    a word is no day.
    """
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795500000")
    files = {
        f"instruments/{name}/mechanism.yml": BODY.format(
            name, f"review: {{due: {day}}}\n"
        )
        for name, day in (
            ("gamma", "2026-12-31"),
            ("delta", "2026-11-01"),
            ("eta", "2027-06-01"),
        )
    }
    root = library_folder(files)
    printed = run(root, "reviews", "--until", "2026-12-31")
    assert [
        line.split()
        for line in printed.stdout.splitlines()
        if "alpha" not in line and "beta" not in line
    ] == [
        ["2026-11-01", "delta", "instruments/delta/mechanism.yml"],
        ["2026-12-31", "gamma", "instruments/gamma/mechanism.yml"],
    ]
    lost = run(root, "reviews", "--until", "soon")
    assert (lost.exit_code, lost.stderr) == (
        1,
        "Error: 'soon' is not a date; expected YYYY-MM-DD, such as 2026-12-31\n",
    )
