"""Files into the folder of a site, a finished site into its place: whole for its readers, or not at all."""

from __future__ import annotations

import errno
from hashlib import sha256
from pathlib import Path

import pytest

from generators.site import command
from generators.site.command import swap
from generators.site.manifest import Output, OutputFolder, SiteFile, list_expected, put, write


def page(path: str, content: str | bytes) -> Output:
    return Output(path, content, "page", "en")


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_writes_text_as_utf8_and_bytes_as_they_are(tmp_path: Path):
    """A text becomes UTF-8, bytes stay, folders are made, and each file is listed with digest and size."""
    into = OutputFolder(tmp_path)
    write([Output("ar/a/index.html", "دكار", "page", "ar"), Output("b.bin", b"\x00\xff", "asset")], into)

    text = "دكار".encode()
    assert (tmp_path / "ar/a/index.html").read_bytes() == text
    assert (tmp_path / "b.bin").read_bytes() == b"\x00\xff"
    assert list(into.files.values()) == [
        SiteFile("ar/a/index.html", sha256(text).hexdigest(), 8, "page", "ar"),
        SiteFile("b.bin", sha256(b"\x00\xff").hexdigest(), 2, "asset", None),
    ]


def test_leaves_what_did_not_change(tmp_path: Path):
    """A file with the same content is not touched; one with other content gives way to another."""
    write([page("same", "1"), page("other", "1")], OutputFolder(tmp_path))
    before = [(tmp_path / name).stat() for name in ("same", "other")]
    write([page("same", "1"), page("other", "2")], OutputFolder(tmp_path))
    after = [(tmp_path / name).stat() for name in ("same", "other")]

    assert after[0].st_mtime_ns == before[0].st_mtime_ns
    assert after[1].st_ino != before[1].st_ino
    assert (tmp_path / "other").read_text() == "2"


def test_who_has_opened_a_file_reads_it_to_its_end(tmp_path: Path):
    """A file that is written again while it is read is read as it was, and the new one is whole."""
    write([page("a", "old " * 10_000)], OutputFolder(tmp_path))
    with (tmp_path / "a").open() as reader:
        begin = reader.read(4)
        put(page("a", "new"), OutputFolder(tmp_path))
        assert begin + reader.read() == "old " * 10_000
    assert (tmp_path / "a").read_text() == "new"
    assert below(tmp_path) == ["a"]


def test_what_is_taken_along_is_a_copy(tmp_path: Path):
    """A file that is taken along is another file from then on: what happens to the first does not reach
    it.
    """
    source = tmp_path / "made.pdf"
    source.write_bytes(b"first")
    into = OutputFolder(tmp_path / "site")
    write([Output("pdf/made.pdf", source.read_bytes, "pdf", "fr")], into)
    source.write_bytes(b"second")

    assert (tmp_path / "site/pdf/made.pdf").read_bytes() == b"first"
    assert into.files["pdf/made.pdf"].sha256 == sha256(b"first").hexdigest()


def test_a_link_in_the_place_of_a_file_is_not_followed(tmp_path: Path):
    """Nothing outside of the folder is written, wherever a link in it may lead."""
    (tmp_path / "outside").write_text("mine")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a").symlink_to(tmp_path / "outside")
    write([page("a", "1")], OutputFolder(tmp_path / "site"))

    assert (tmp_path / "outside").read_text() == "mine"
    assert not (tmp_path / "site/a").is_symlink()


def test_refuses_a_path_twice(tmp_path: Path):
    """Two outputs of one build cannot claim one path: in one call, in two, or where somebody else writes
    it.
    """
    into = OutputFolder(tmp_path, expected={"by-hand": ("page", "en")})
    write([page("a", "1")], into)

    for path in ("a", "by-hand"):
        with pytest.raises(ValueError, match=f"two outputs claim {path}"):
            write([page(path, "2")], into)
        with pytest.raises(ValueError, match=f"two outputs claim {path}"):
            into.add([SiteFile(path, "", 0, "page", "en")])
    assert (tmp_path / "a").read_text() == "1"


@pytest.mark.parametrize("path", ["", "/etc/x", "../x", "a/../../x"])
def test_refuses_a_path_outside(tmp_path: Path, path: str):
    """No output leaves its folder."""
    with pytest.raises(ValueError, match="no path below the site"):
        write([page(path, "")], OutputFolder(tmp_path / "site"))


def test_writes_one_again(tmp_path: Path):
    """While serving, a path is written again, even where its folder was removed since."""
    into = OutputFolder(tmp_path)
    write([page("a/b", "1")], into)
    (tmp_path / "a/b").unlink()
    (tmp_path / "a").rmdir()
    into.made.clear()
    put(page("a/b", "2"), into)

    assert (tmp_path / "a/b").read_text() == "2"


def test_lists_what_somebody_else_wrote(tmp_path: Path):
    """An expected file is listed as it stands there; one that was not written is not."""
    into = OutputFolder(tmp_path, expected={"a.css": ("asset", None), "none": ("page", "fr")})
    (tmp_path / "a.css").write_text("a {}")
    list_expected(into)

    assert list(into.files.values()) == [SiteFile("a.css", sha256(b"a {}").hexdigest(), 4, "asset", None)]


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
