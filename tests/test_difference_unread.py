"""What ``compendium diff`` says where a file of one of the two states cannot be read."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_difference import FRENCH, PATH, PO, SECOND, record

from generators.cli.main import main
from generators.edit import difference

BROKEN = "kind: instrument\nsummary: it is: not YAML\n  - so: [\n"
UNREAD = "not read whole, so nothing is said here of what differs in them: {}; run 'compendium check'"
WAS_UNREAD = "not read whole in HEAD, so what is said of them here may not be all: {}"


@pytest.fixture
def project(library_folder: Callable[..., Path]) -> Path:
    """A project with a record of two provisions and a catalog, committed."""
    french = PO + 'msgid "What it is."\nmsgstr "Ce que c\'est."\n'
    root = library_folder({PATH: record(lines=SECOND), FRENCH: french})
    git(root, "init", "-q")
    commit(root)
    return root


def git(root: Path, *asked: str) -> None:
    subprocess.run(["git", *asked], cwd=root, check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "x")


def lines(root: Path, *options: str) -> list[str]:
    """What the command prints; it succeeds, for it is no check."""
    done = CliRunner().invoke(main, ["diff", *options, "--root", str(root)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout.splitlines()


def in_a_field(text: str) -> str:
    return text.replace("strength: encouragement", "strength: {a: b}")


@pytest.mark.parametrize("broken", [lambda text: BROKEN, in_a_field], ids=["as a whole", "in a field"])
def test_what_cannot_be_read_is_not_called_removed(project: Path, broken: Callable[[str], str]) -> None:
    """Of a file with a mistake it is said first that it was not read, and not that its lines are gone; what
    differs elsewhere is told.
    """
    (project / PATH).write_text(broken((project / PATH).read_text("utf-8")), "utf-8")
    plan = project / "instruments/alpha/plan.yml"
    plan.write_text(plan.read_text("utf-8").replace("status: adopted", "status: draft"), "utf-8")
    first, second = lines(project)
    assert first == UNREAD.format(PATH)
    assert "(alpha/plan): status: " in second
    paragraph, _, heading, *_ = lines(project, "--markdown")
    assert paragraph == first
    assert heading.startswith("#### ")
    assert "removed" not in "\n".join(lines(project, "--markdown"))


@pytest.mark.parametrize("text", ["x\n", "- a\n", "12\n", "~\n"])
def test_a_file_that_is_no_mapping_is_not_read(project: Path, text: str) -> None:
    """A text, a list, a number, nothing: in a file that changed, in a new one, and in the base."""
    sound = (project / PATH).read_text("utf-8")
    new = "instruments/alpha/new.yml"
    for path in (PATH, new):
        (project / path).write_text(text, "utf-8")
    assert lines(project) == [UNREAD.format(f"{new}, {PATH}")]
    assert lines(project, "--markdown")[0] == UNREAD.format(f"{new}, {PATH}")
    commit(project)
    (project / PATH).write_text(sound, "utf-8")
    (project / new).unlink()
    first, *others = lines(project)
    assert first == WAS_UNREAD.format(f"{new}, {PATH}")
    assert not [each for each in others if "(alpha/policy)" in each]


@pytest.mark.parametrize("target", ["/etc/passwd", "../../..", "convention.yml"])
def test_a_link_in_the_base_is_left_out(project: Path, target: str) -> None:
    """A link is no record, wherever it leads."""
    (project / "instruments/alpha/link.yml").symlink_to(target)
    commit(project)
    (project / "instruments/alpha/link.yml").unlink()
    assert lines(project) == ["No record differs."]


def test_where_nothing_else_differs_nothing_is_called_the_same(project: Path) -> None:
    """What was not read may differ."""
    (project / PATH).write_text(BROKEN, "utf-8")
    assert lines(project) == [UNREAD.format(PATH)]


def test_what_could_not_be_read_before_is_not_called_new(project: Path) -> None:
    """A record and a catalog whose mistake in YAML or PO is mended are named, and not counted as added."""
    sound = {path: (project / path).read_text("utf-8") for path in (PATH, FRENCH)}
    (project / PATH).write_text(BROKEN, "utf-8")
    (project / FRENCH).write_text("msgid\n", "utf-8")
    commit(project)
    for path, text in sound.items():
        (project / path).write_text(text, "utf-8")
    assert lines(project) == [WAS_UNREAD.format(f"{FRENCH}, {PATH}")]


def test_a_file_that_went_with_its_mistake_is_called_removed(project: Path) -> None:
    """It is known by its id where its name could not be read."""
    (project / PATH).write_text(in_a_field((project / PATH).read_text("utf-8")), "utf-8")
    commit(project)
    (project / PATH).unlink()
    first, second = lines(project)
    assert first == WAS_UNREAD.format(PATH)
    assert second.startswith("alpha/policy (alpha/policy): removed: ")


def test_a_file_that_is_gone_is_called_so(project: Path) -> None:
    """Also a list that the site needs, of which the check says that it is missing."""
    (project / "instruments/vocabulary/statuses.yml").unlink()
    assert [line for line in lines(project) if "(vocabulary/statuses): " in line]


def test_a_folder_that_is_no_folder_is_not_called_removed(project: Path) -> None:
    """Where a link stands in the place of a mechanism, nothing is said of its records."""
    (project / "instruments/alpha").rename(project / "elsewhere")
    (project / "instruments/alpha").symlink_to("../elsewhere")
    assert lines(project) == [UNREAD.format("instruments/alpha")]


def test_many_files_are_counted() -> None:
    """A sentence names twenty of them, and says how many more there are."""
    [told] = difference.unread_told("HEAD", (), tuple(f"instruments/alpha/{n:02}.yml" for n in range(23)))
    assert "19.yml, and 3 more;" in told
    assert "20.yml" not in told
