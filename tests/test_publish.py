"""Files into folders, and a finished site into its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.site.output import Output, OutputFolder, drop_stale, rewrite, swap, write


def test_writes_text_as_utf8_and_bytes_as_they_are(tmp_path: Path):
    """A text becomes UTF-8, bytes stay, and folders are made."""
    counts = write([Output("ar/a/index.html", "دكار"), Output("b.bin", b"\x00\xff")], OutputFolder(tmp_path))

    assert (counts.written, counts.unchanged) == (2, 0)
    assert (tmp_path / "ar/a/index.html").read_bytes() == "دكار".encode()
    assert (tmp_path / "b.bin").read_bytes() == b"\x00\xff"


def test_leaves_what_did_not_change(tmp_path: Path):
    """A file with the same content is not touched; one with other content is."""
    write([Output("same", "1"), Output("other", "1")], OutputFolder(tmp_path))
    before = (tmp_path / "same").stat().st_mtime_ns
    counts = write([Output("same", "1"), Output("other", "2")], OutputFolder(tmp_path))

    assert (counts.written, counts.unchanged) == (1, 1)
    assert (tmp_path / "same").stat().st_mtime_ns == before


def test_refuses_a_path_twice(tmp_path: Path):
    """Two outputs of one build cannot claim one path, in one call or in two."""
    into = OutputFolder(tmp_path)
    write([Output("a", "1")], into)

    with pytest.raises(ValueError, match="two outputs claim a"):
        write([Output("a", "2")], into)
    assert (tmp_path / "a").read_text() == "1"


@pytest.mark.parametrize("path", ["", "/etc/x", "../x", "a/../../x"])
def test_refuses_a_path_outside(tmp_path: Path, path: str):
    """No output leaves its folder."""
    with pytest.raises(ValueError, match="no path below the site"):
        write([Output(path, "")], OutputFolder(tmp_path / "site"))


def test_writes_one_again(tmp_path: Path):
    """While serving, a path is written again, even where its folder was removed since."""
    into = OutputFolder(tmp_path)
    write([Output("a/b", "1")], into)
    (tmp_path / "a/b").unlink()
    (tmp_path / "a").rmdir()
    rewrite(Output("a/b", "2"), into)

    assert (tmp_path / "a/b").read_text() == "2"


def test_drops_what_is_stale(tmp_path: Path):
    """What this build did not write goes, with folders that it leaves empty."""
    write([Output("old/a", "1"), Output("kept/a", "1"), Output("kept/b", "1")], OutputFolder(tmp_path))
    into = OutputFolder(tmp_path)
    write([Output("kept/a", "1")], into)

    assert drop_stale(into) == ["kept/b", "old/a"]
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["kept", "kept/a"]


def _site(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text)
    return folder


def test_swaps_the_finished_site_in(tmp_path: Path):
    """The new site stands in the place of the old one, and nothing of either is left elsewhere."""
    new, place = _site(tmp_path / "build/site", "new"), _site(tmp_path / "site", "old")
    (place / "gone.html").write_text("old")
    swap(new, place)

    assert [path.name for path in place.iterdir()] == ["index.html"]
    assert (place / "index.html").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "site"]


def test_swaps_into_an_empty_place(tmp_path: Path):
    """The first site needs no older one."""
    swap(_site(tmp_path / "new", "new"), tmp_path / "site")

    assert (tmp_path / "site/index.html").read_text() == "new"


def test_does_not_swap_in_what_is_not_finished(tmp_path: Path):
    """A folder without a home page is no site; the old one stays."""
    place = _site(tmp_path / "site", "old")
    (tmp_path / "new").mkdir()

    with pytest.raises(FileNotFoundError, match="no finished site"):
        swap(tmp_path / "new", place)
    assert (place / "index.html").read_text() == "old"


def test_restores_the_old_site_where_the_new_one_cannot_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A move that fails leaves the old site where it stood."""
    new, place = _site(tmp_path / "new", "new"), _site(tmp_path / "site", "old")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == new:
            raise OSError("cross-device link")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="cross-device"):
        swap(new, place)

    assert (place / "index.html").read_text() == "old"


def test_finds_the_old_site_again_after_a_swap_was_cut_off(tmp_path: Path):
    """A machine that stopped between the two moves loses no site."""
    _site(tmp_path / ".site.old", "old")

    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "new", tmp_path / "site")

    assert (tmp_path / "site/index.html").read_text() == "old"
