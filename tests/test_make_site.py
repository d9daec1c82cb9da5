"""``compendium site``, which is ``make site``: what it leaves alone, builds, and never
mixes; where it puts a site, and never where something else stands.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from commands import run
from conftest import NOON
from sites import PDF, change, made_pdf

from generators.corpus import inputs
from generators.site import command, manifest, mkdocs_run

RECORD = "instruments/alpha/convention.yml"


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    monkeypatch.delenv("SITE_URL", raising=False)


def in_process(project: Path, *arguments: str) -> Result:
    return run(project, "site", *arguments)


@pytest.fixture
def written(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """MkDocs' part done by a few lines: a site of the record's text. Returns how often it
    was built.
    """
    built = []

    def build(root: Path, folder: Path) -> None:
        built.append(folder)
        folder.mkdir(parents=True)
        text = (root / RECORD).read_bytes()
        (folder / "index.html").write_bytes(text)
        files = [manifest.listed("index.html", text, "page", "en")]
        (folder / manifest.NAME).write_text(manifest.text(files, "2026-11-24"), "utf-8")

    monkeypatch.setattr(mkdocs_run, "build", build)
    return lambda: len(built)


def test_a_real_site_is_left_alone_where_nothing_changed(tiny: Path):
    """The second run says so, and no leftover of a build stays."""
    command = [sys.executable, "-m", "generators", "site", "--root", str(tiny)]
    done = [
        subprocess.run(command, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert done[0].stderr.endswith(f"{tiny}/site/ is built\n")
    assert done[1].stderr == f"{tiny}/site/ is up to date: nothing has changed\n"
    assert manifest.holds(tiny / "site")
    assert not (tiny / ".build/site").exists()


def test_what_is_not_as_it_was_made_is_built(tiny: Path, written: Callable[[], int]):
    """A site that was changed, damaged, moved away, or made by nobody knows what; and
    what is asked for.
    """
    site, note = tiny / "site", tiny / command.NOTE
    assert in_process(tiny).exit_code == 0
    damages = [
        lambda: (site / "index.html").write_text("mine"),
        lambda: note.unlink(),
        lambda: note.write_text("{"),
        lambda: site.rename(tiny / "moved"),
    ]
    for number, damage in enumerate(damages, 2):
        damage()
        assert in_process(tiny).output.endswith("is built\n")
        assert written() == number
        assert in_process(tiny).output.endswith("nothing has changed\n")
        assert written() == number
        assert sorted(file.name for file in site.iterdir()) == [
            "index.html",
            manifest.NAME,
        ]
    in_process(tiny, "--anew")
    assert written() == len(damages) + 2


@pytest.mark.parametrize("place", ["site", "www"])
def test_what_the_old_site_did_not_list_stays(
    tiny: Path, written: Callable[[], int], place: str
):
    """A host's file, a repository with its empty folders, uploads, a link, a file in a
    folder of the site's own: all of it is in the next site, and no reason to build one.
    What the old site listed goes.
    """
    site = tiny / place
    in_process(tiny, "--into", str(site))
    (site / "gone").mkdir()
    (site / "gone/index.html").write_text("old")
    listed = [
        *manifest.read(site).files,
        manifest.listed("gone/index.html", b"old", "page", "en"),
    ]
    (site / manifest.NAME).write_text(manifest.text(listed, "2026-11-24"), "utf-8")
    for path in ("CNAME", ".git/HEAD", "uploads/a/x.pdf", "pages/mine.txt"):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(path)
    (site / ".git/refs").mkdir()
    (site / "latest").symlink_to("uploads")
    for arguments in ([], ["--anew"]):
        assert in_process(tiny, "--into", str(site), *arguments).output.endswith(
            "is built\n"
        )
        assert {
            path.relative_to(site).as_posix()
            for path in site.rglob("*")
            if path.is_file()
        } == {
            *(
                "CNAME",
                ".git/HEAD",
                "uploads/a/x.pdf",
                "pages/mine.txt",
                "index.html",
                manifest.NAME,
            ),
        }
        assert (site / "CNAME").read_text() == "CNAME"
        assert (site / ".git/refs").is_dir()
        assert (site / "latest").readlink() == Path("uploads")
        assert not (site / "gone").exists()
        assert in_process(tiny, "--into", str(site)).output.endswith(
            "nothing has changed\n"
        )


def test_a_strangers_file_is_not_written_over(tiny: Path, written: Callable[[], int]):
    """Where the new site has a file of that name, one line says so, and the old site
    stays.
    """
    in_process(tiny)
    listed = manifest.listed("other.html", b"", "page", "en")
    (tiny / "site" / manifest.NAME).write_text(
        manifest.text([listed], "2026-11-24"), "utf-8"
    )
    (tiny / "site/index.html").write_text("mine")
    done = in_process(tiny)
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "site/index.html" in done.stderr
    assert "move it away" in done.stderr
    assert (tiny / "site/index.html").read_text() == "mine"


def test_what_changed_while_it_was_built_is_built_again(
    tiny: Path, written: Callable[[], int], monkeypatch: pytest.MonkeyPatch
):
    """A record that is saved while a build runs may be in it or not: the next run does
    not rely on it.
    """
    build = mkdocs_run.build

    def meanwhile(root: Path, folder: Path) -> None:
        build(root, folder)
        change(tiny / RECORD, "says: ", "says: Zebra ")

    monkeypatch.setattr(mkdocs_run, "build", meanwhile)
    in_process(tiny)
    monkeypatch.setattr(mkdocs_run, "build", build)
    assert "Zebra" not in (tiny / "site/index.html").read_text("utf-8")
    in_process(tiny)
    assert "Zebra" in (tiny / "site/index.html").read_text("utf-8")
    assert written() == 2


def test_a_build_that_fails_leaves_all_as_it_was(tiny: Path, written: Callable[[], int]):
    """And what was there is still known."""
    in_process(tiny)
    good = (tiny / RECORD).read_bytes()
    (tiny / RECORD).unlink()
    with pytest.raises(FileNotFoundError):
        in_process(tiny)
    assert (tiny / "site/index.html").read_bytes() == good
    (tiny / RECORD).write_bytes(good)
    assert in_process(tiny).output.endswith("nothing has changed\n")


def test_a_site_that_cannot_be_placed_is_one_line(tiny: Path, written: Callable[[], int]):
    """Where a file stands in the place, the line says where the new site is."""
    (tiny / "site").write_text("mine")
    done = in_process(tiny)
    assert done.exit_code == 1
    assert done.stderr.startswith(
        f"Error: the new site is in {tiny}/.build/site, and not in {tiny}/site: "
    )
    assert done.stderr.count("\n") == 1


def test_the_place_may_be_elsewhere(
    tiny: Path, tmp_path: Path, written: Callable[[], int]
):
    """As a link, or by its name; each place is looked at for itself."""
    (tmp_path / "www").mkdir()
    (tiny / "site").symlink_to(tmp_path / "www")
    assert in_process(tiny).output.endswith("is built\n")
    assert (tmp_path / "www/index.html").is_file()
    assert in_process(tiny).output.endswith("nothing has changed\n")
    assert in_process(tiny, "--into", str(tmp_path / "other")).output.endswith(
        "is built\n"
    )
    assert (tmp_path / "other/index.html").is_file()


# -- one at a time -----------------------------------------------------------------------


@pytest.mark.parametrize("asked", [["site"], ["pdf", "states/ben", "--language", "fr"]])
def test_two_runs_do_not_mix(tiny: Path, asked: list[str]):
    """While one builds, another one ends with a line that names it, and has touched
    nothing.
    """
    shutil.rmtree(tiny / ".build")
    (tiny / ".build").mkdir()
    with (tiny / ".build/lock").open("w") as lock:
        lock.write("compendium site, process 7")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run(tiny, *asked)
    assert done.exit_code == 1
    line = (
        "Error: another build is running (compendium site, process 7); wait for its end\n"
    )
    assert done.stderr == line
    assert [file.name for file in (tiny / ".build").iterdir()] == ["lock"]
    assert run(tiny, "pdf", "states/ben", "--language", "fr").exit_code == 0


def test_where_no_lock_can_be_had_one_line_says_so(tiny: Path):
    """A file in the place of .build is a mistake of one line."""
    shutil.rmtree(tiny / ".build")
    (tiny / ".build").write_text("")
    done = in_process(tiny)
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "move it away" in done.stderr


# -- what decides a site -----------------------------------------------------------------


def replaced(project: Path, path: str, old: str, new: str) -> None:
    assert old in (project / path).read_text("utf-8")
    change(project / path, old, new)


CHANGES: dict[str, Callable[[Path, pytest.MonkeyPatch], object]] = {
    "a record": lambda project, patch: replaced(project, RECORD, "says: ", "says: X "),
    "a new catalog": lambda project, patch: (
        project / "instruments/alpha/fr.po"
    ).write_text(""),
    "a page": lambda project, patch: replaced(
        project, "docs/about.fr.md", "Lisez", "Voyez"
    ),
    "a file gone": lambda project, patch: (project / "docs/about.fr.md").unlink(),
    "a file renamed": lambda project, patch: (project / "docs/about.fr.md").rename(
        project / "docs/about.es.md"
    ),
    "an extension that pages may use": lambda project, patch: replaced(
        project, "mkdocs.yml", "  - tables", "  - fenced_code\n  - tables"
    ),
    "a script": lambda project, patch: (
        project / "overrides/assets/javascripts/pages.js"
    ).write_text(""),
    "the settings": lambda project, patch: replaced(
        project, "mkdocs.yml", "edit/main/docs/", "edit/next/docs/"
    ),
    "the day": lambda project, patch: patch.setenv(
        "SOURCE_DATE_EPOCH", str(int(NOON) + 86_400)
    ),
    "the address": lambda project, patch: patch.setenv(
        "SITE_URL", "https://other.example/"
    ),
    "a PDF": lambda project, patch: made_pdf(project, b"%PDF-1.7 other"),
    "a PDF gone": lambda project, patch: (project / ".build" / PDF).unlink(),
    "a package": lambda project, patch: patch.setattr(
        inputs, "_interpreter", lambda: "mkdocs-2.dist-info"
    ),
    "Python": lambda project, patch: patch.setattr(sys, "version", "4"),
    "this package": lambda project, patch: patch.setattr(
        inputs, "_PACKAGE", project / "docs"
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_decides_the_site_is_looked_at(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, what: str
):
    """Each of these can change a page, and makes the digest another one."""
    made_pdf(tiny, b"%PDF-1.7")
    before = command.inputs_of_site(tiny)
    assert len(before) == 64
    CHANGES[what](tiny, monkeypatch)
    assert len(command.inputs_of_site(tiny)) == 64
    assert command.inputs_of_site(tiny) != before


def test_what_does_not_decide_it_is_not(tiny: Path, monkeypatch: pytest.MonkeyPatch):
    """Times of files, how many processes write, what else stands in the project, the hour
    of the day.
    """
    before = command.inputs_of_site(tiny)
    os.utime(tiny / RECORD, (1, 1))
    (tiny / "notes.txt").write_text("mine")
    monkeypatch.setenv("COMPENDIUM_JOBS", "7")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON) + 3600))
    assert command.inputs_of_site(tiny) == before


UNKNOWN: dict[str, Callable[[Path, pytest.MonkeyPatch], object]] = {
    "a link to a folder": lambda project, patch: (project / "docs/more").symlink_to(
        "/usr/share"
    ),
    "no day": lambda project, patch: patch.setenv("SOURCE_DATE_EPOCH", "noon"),
}


@pytest.mark.parametrize("what", UNKNOWN)
def test_where_anything_else_has_a_say_nothing_is_known(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, written: Callable[[], int], what: str
):
    """Then a site is built each time."""
    UNKNOWN[what](tiny, monkeypatch)
    assert command.inputs_of_site(tiny) == ""
    for number in (1, 2):
        command.run(tiny, tiny / "site")
        assert written() == number


# -- where a site is put -----------------------------------------------------------------


def held(folder: Path) -> dict[Path, bytes]:
    """What the files of a project hold, but for the lock."""
    files = (each for each in folder.rglob("*") if each.is_file() and each.name != "lock")
    return {each: each.read_bytes() for each in files}


@pytest.mark.parametrize(
    "place", ["docs", "instruments/alpha", ".", "..", "link", ".build", "mine"]
)
def test_no_site_is_put_where_something_else_stands(
    tiny: Path, written: Callable[[], int], place: str
):
    """A folder of the project, its root and a stranger's folder are refused in one line,
    before anything is built; nothing is removed.
    """
    (tiny / "link").symlink_to("docs")
    (tiny / "mine").mkdir()
    (tiny / "mine/letter.txt").write_text("old")
    before = held(tiny)
    done = in_process(tiny, "--anew", "--into", str(tiny / place))
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert (
        "is not empty and holds no site (manifest.json). All in it would be removed"
        in done.stderr
    )
    assert (written(), held(tiny)) == (0, before)


@pytest.mark.parametrize("text", ["[]", "noise", '{"files": ["a"]}'])
def test_a_list_of_something_else_makes_no_folder_a_site(
    tiny: Path, written: Callable[[], int], text: str
):
    """Where manifest.json is of another program, what stands beside it stays."""
    (tiny / "mine").mkdir()
    (tiny / "mine" / manifest.NAME).write_text(text)
    assert "holds no site" in in_process(tiny, "--into", str(tiny / "mine")).stderr
    assert written() == 0
    assert (tiny / "mine" / manifest.NAME).read_text() == text


@pytest.mark.parametrize("folder", ["docs/site", "instruments", "overrides/a/b"])
def test_no_site_is_put_among_the_sources(tiny: Path, written, folder: str):
    """What is there would be part of the next site."""
    done = in_process(tiny, "--into", str(tiny / folder))
    assert "which holds what the site is made of: name another folder" in done.stderr
    assert (done.exit_code, written()) == (1, 0)


EARLIER = (
    '{"date": "2025-01-01", "files": '
    '[{"path": "index.html", "sha256": "0", "size": 3, "kind": "page"}]}'
)
"""The manifest of a site that an earlier version built, which said less of each file."""


@pytest.mark.parametrize("text", [None, EARLIER])
def test_an_empty_folder_and_an_earlier_site_are_replaced(
    tiny: Path, written: Callable[[], int], text: str | None
):
    """Also a site that an earlier version of the program built."""
    (tiny / "www").mkdir()
    if text:
        (tiny / "www" / manifest.NAME).write_text(text)
        (tiny / "www/index.html").write_text("old")
    assert in_process(tiny, "--into", str(tiny / "www")).exit_code == 0
    assert (tiny / "www/index.html").read_bytes() == (tiny / RECORD).read_bytes()
