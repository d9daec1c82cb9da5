"""A finished site into its place, whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from generators.site import command
from generators.site.command import rescue, swap


def site(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text)
    return folder


@pytest.fixture(params=["at once", "in two moves"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to change two folders: where the system can exchange them, and where it cannot."""
    if request.param == "in two moves":
        monkeypatch.setattr(command, "_exchanged", lambda one, other: False)
    return request.param


def refuse_rename(monkeypatch: pytest.MonkeyPatch, refused: Path, number: int) -> None:
    """Let one folder not be moved."""
    rename = Path.rename

    def move(self: Path, target: Path) -> Path:
        if self == refused:
            raise OSError(number, "cannot be moved")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", move)
    monkeypatch.setattr(command, "_exchanged", lambda one, other: False)


def test_the_finished_site_is_swapped_in(tmp_path: Path, way: str):
    """The new site stands in the place of the old one, and nothing of either is left elsewhere."""
    new, place = site(tmp_path / "build/site", "new"), site(tmp_path / "site", "old")
    (place / "gone.html").write_text("old")
    swap(new, place)

    assert [path.name for path in place.iterdir()] == ["index.html"]
    assert (place / "index.html").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "site"]
    assert list((tmp_path / "build").iterdir()) == []


def test_the_first_site_needs_no_older_one(tmp_path: Path):
    """An empty place is filled."""
    swap(site(tmp_path / "new", "new"), tmp_path / "site")

    assert (tmp_path / "site/index.html").read_text() == "new"


def test_what_is_not_finished_is_not_swapped_in(tmp_path: Path):
    """A folder without a home page is no site; the old one stays."""
    place = site(tmp_path / "site", "old")
    (tmp_path / "new").mkdir()

    with pytest.raises(FileNotFoundError, match="no finished site"):
        swap(tmp_path / "new", place)
    assert (place / "index.html").read_text() == "old"


def test_the_old_site_is_restored_where_the_new_one_cannot_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A move that fails leaves the old site where it stood."""
    new, place = site(tmp_path / "new", "new"), site(tmp_path / "site", "old")
    refuse_rename(monkeypatch, new, errno.EACCES)
    with pytest.raises(OSError, match="cannot be moved"):
        swap(new, place)

    assert (place / "index.html").read_text() == "old"


def test_a_site_from_another_disk_is_copied_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Where the build stands on another disk than the place, the site is copied beside it and then moved."""
    new, place = site(tmp_path / "disk/new", "new"), site(tmp_path / "site", "old")
    refuse_rename(monkeypatch, new, errno.EXDEV)
    swap(new, place)

    assert (place / "index.html").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["disk", "site"]
    assert not new.exists()


def test_a_link_stays_a_link(tmp_path: Path, way: str):
    """Where the place is a symbolic link, the folder that a web server reads is replaced, each time."""
    target = site(tmp_path / "www/real", "old")
    place = tmp_path / "site"
    place.symlink_to(target)
    for text in ("first", "second"):
        swap(site(tmp_path / "new", text), place)
        assert place.is_symlink()
        assert (target / "index.html").read_text() == text
    assert [path.name for path in (tmp_path / "www").iterdir()] == ["real"]


def test_a_file_in_the_place_stays(tmp_path: Path):
    """A file that somebody put there is no site to be replaced."""
    (tmp_path / "site").write_text("mine")

    with pytest.raises(NotADirectoryError, match="is a file; move it away"):
        swap(site(tmp_path / "new", "new"), tmp_path / "site")
    assert (tmp_path / "site").read_text() == "mine"


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_leftovers_of_an_earlier_swap_stop_none(tmp_path: Path, way: str, kind: str):
    """Whatever is left under the name that the old site gets goes with it."""
    left = tmp_path / ".site.old"
    if kind == "file":
        left.write_text("left")
    elif kind == "folder":
        site(left, "left")
    else:
        left.symlink_to("/usr")
    place = site(tmp_path / "site", "old")
    swap(site(tmp_path / "new", "new"), place)

    assert (place / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_working_folder_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A place is what it is, however it is named."""
    place = site(tmp_path / "site", "old")
    monkeypatch.chdir(place)
    swap(site(tmp_path / "new", "new"), Path())
    assert (place / "index.html").read_text() == "new"


def test_the_old_site_is_found_again_after_a_swap_was_cut_off(tmp_path: Path):
    """A machine that stopped between the two moves loses no site, whether or not there is a new one."""
    site(tmp_path / ".site.old", "old")
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "new", tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "old"

    (tmp_path / "site").rename(tmp_path / ".site.old")
    rescue(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "old"
