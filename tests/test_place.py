"""Where ``compendium site --into`` puts a site: never where something else stands."""

from __future__ import annotations

from pathlib import Path

import commands
import pytest
from click.testing import Result

from generators.site import manifest, mkdocs_run

EARLIER = (
    '{"date": "2025-01-01", "files": [{"path": "index.html", "sha256": "0", "size": 3, "kind": "page"}]}'
)
"""The manifest of a site that an earlier version built, which said less of each file."""
STRANGE = ("[]", "noise", '{"files": ["a"]}')


@pytest.fixture(autouse=True)
def made(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A build that writes a home page and a manifest; returns what was built."""
    built: list[Path] = []

    def build(root: Path, folder: Path) -> None:
        del root
        built.append(folder)
        folder.mkdir(parents=True)
        (folder / "index.html").write_text("new")
        listed = manifest.listed("index.html", b"new", manifest.PAGE, "en")
        (folder / manifest.NAME).write_text(manifest.text([listed], "2026-01-01"))

    monkeypatch.setattr(mkdocs_run, "build", build)
    return built


def run(project: Path, place: Path) -> Result:
    """Build a site into a place."""
    return commands.run(project, "site", "--anew", "--into", str(place))


def held(folder: Path) -> dict[Path, bytes]:
    """What the files of a project hold, but for the lock."""
    files = (each for each in folder.rglob("*") if each.is_file() and each.name != "lock")
    return {each: each.read_bytes() for each in files}


@pytest.mark.parametrize("place", ["docs", "instruments/alpha", ".", "..", "link", ".build", "mine"])
def test_no_site_is_put_where_something_else_stands(tiny: Path, made: list[Path], place: str) -> None:
    """A folder of the project, its root and a stranger's folder are refused in one line, before anything is
    built; nothing is removed.
    """
    (tiny / "link").symlink_to("docs")
    (tiny / "mine").mkdir()
    (tiny / "mine/letter.txt").write_text("old")
    before = held(tiny)
    done = run(tiny, tiny / place)
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "is not empty and holds no site (manifest.json). All in it would be removed" in done.stderr
    assert (made, held(tiny)) == ([], before)


@pytest.mark.parametrize("text", STRANGE)
def test_a_list_of_something_else_makes_no_folder_a_site(tiny: Path, made: list[Path], text: str) -> None:
    """Where manifest.json is of another program, what stands beside it stays."""
    (tiny / "mine").mkdir()
    (tiny / "mine" / manifest.NAME).write_text(text)
    assert "holds no site" in run(tiny, tiny / "mine").stderr
    assert made == []
    assert (tiny / "mine" / manifest.NAME).read_text() == text


@pytest.mark.parametrize("text", [None, EARLIER])
def test_an_empty_folder_and_an_earlier_site_are_replaced(tiny: Path, text: str | None) -> None:
    """Also a site that an earlier version of the program built."""
    (tiny / "www").mkdir()
    if text:
        (tiny / "www" / manifest.NAME).write_text(text)
        (tiny / "www/index.html").write_text("old")
    done = run(tiny, tiny / "www")
    assert done.exit_code == 0, done.output
    assert (tiny / "www/index.html").read_text() == "new"
