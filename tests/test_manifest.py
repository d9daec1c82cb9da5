"""The list of a site's files: what it says, and that it lists all there is and nothing
else; files into the folder of a site, and a finished site into its place, are there whole
for readers or not at all.
"""

from __future__ import annotations

import errno
import json
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from commands import run
from conftest import LANGUAGES, folder_of, mkdocs_build
from sites import PDF

from generators.site import command, manifest
from generators.site.command import swap
from generators.site.manifest import Output, OutputFolder, SiteFile, put, write

FILES = [
    manifest.listed("fr/é.html", b"1", "page", "fr"),
    manifest.listed("a.css", b"22", "asset", None),
]


def whole(folder: Path) -> Path:
    """A site of two files."""
    for path, data in (("fr/é.html", b"1"), ("a.css", b"22")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / manifest.NAME).write_text(manifest.text(FILES, "2026-11-24"), "utf-8")
    return folder


def test_its_form():
    """One object a line, in the order of paths, whatever the order in which they were
    written.
    """
    text = manifest.text(FILES, "2026-11-24")
    assert text == manifest.text(FILES[::-1], "2026-11-24")
    keys = ("path", "sha256", "size", "kind", "language")
    rows = (
        ("a.css", sha256(b"22").hexdigest(), 2, "asset", None),
        ("fr/é.html", sha256(b"1").hexdigest(), 1, "page", "fr"),
    )
    assert json.loads(text) == {
        "date": "2026-11-24",
        "files": [dict(zip(keys, row, strict=True)) for row in rows],
    }
    assert [line[:10] for line in text.splitlines()] == [
        '{"date": "',
        '{"path":"a',
        '{"path":"f',
        "]}",
    ]


@pytest.mark.parametrize("path", ["a.css", "fr/é.html"])
@pytest.mark.parametrize("data", [None, b"2"])
def test_a_site_that_changed_is_not(tmp_path: Path, path: str, data: bytes | None):
    """A file that is gone or another one is seen."""
    site = whole(tmp_path)
    (site / path).unlink() if data is None else (site / path).write_bytes(data)
    assert not manifest.holds(site)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"files": [5]}', '{"files": [{"path": "a.css"}]}']
)
def test_a_damaged_manifest_is_none(tmp_path: Path, text: str):
    """What cannot be read lists nothing, and no site is what it says."""
    site = whole(tmp_path)
    (site / manifest.NAME).write_text(text, "utf-8")
    assert manifest.read(site) is None
    assert not manifest.holds(site)
    (site / manifest.NAME).unlink()
    assert manifest.read(site) is None


def test_every_file_of_a_site_is_listed(tiny_site: Path):
    """A built site holds what its manifest lists, byte for byte, and no other file:
    hand-written pages, assets, pages at former addresses and PDFs among them. Kinds and
    languages are right.
    """
    on_disk = {
        file.relative_to(tiny_site).as_posix(): (
            sha256(file.read_bytes()).hexdigest(),
            file.stat().st_size,
        )
        for file in tiny_site.rglob("*")
        if file.is_file()
    }
    del on_disk[manifest.NAME]
    files = manifest.read(tiny_site).files
    assert {file.path: (file.sha256, file.size) for file in files} == on_disk
    assert manifest.holds(tiny_site)
    assert len(files) == len({file.path for file in files})

    of = {file.path: (file.kind, file.language) for file in files}
    for language in LANGUAGES:
        folder = folder_of(language)
        assert (
            of[f"{folder}index.html"]
            == of[f"{folder}about/index.html"]
            == ("page", language)
        )
        assert of[f"{folder}instruments/alpha/old/index.html"] == ("redirect", language)
        assert of[f"{folder}search/index/core.json"] == ("search", language)
    assert of[PDF] == ("pdf", "fr")
    assert of["404.html"] == ("not-found", "en")
    assert of["sitemap.xml"] == of["sitemap-pages.xml.gz"] == ("sitemap", None)
    assert of["map.png"] == of["assets/stylesheets/pages.css"] == ("asset", None)
    kinds = Counter((file.kind, file.language) for file in files)
    assert len({kinds["page", language] for language in LANGUAGES}) == 1
    assert {language for kind, language in kinds if kind == "asset"} == {None}


def test_two_processes_make_the_same_bytes_as_one(
    tiny_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """How many write the site makes no difference to any byte, the manifest's included."""
    monkeypatch.setenv("COMPENDIUM_JOBS", "2")
    done = mkdocs_build(tiny_site.parent / "project", tmp_path / "2")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "2" / manifest.NAME).read_bytes() == (
        tiny_site / manifest.NAME
    ).read_bytes()
    assert manifest.holds(tmp_path / "2")


# -- files into a folder, a finished site into its place ---------------------------------


def page(path: str, content: str | bytes) -> Output:
    return Output(path, content, "page", "en")


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_leaves_what_did_not_change(tmp_path: Path):
    """A file with the same content is not touched; one with other content gives way to
    another.
    """
    write([page("same", "1"), page("other", "1")], OutputFolder(tmp_path))
    before = [(tmp_path / name).stat() for name in ("same", "other")]
    write([page("same", "1"), page("other", "2")], OutputFolder(tmp_path))
    after = [(tmp_path / name).stat() for name in ("same", "other")]

    assert after[0].st_mtime_ns == before[0].st_mtime_ns
    assert after[1].st_ino != before[1].st_ino
    assert (tmp_path / "other").read_text() == "2"


def test_who_has_opened_a_file_reads_it_to_its_end(tmp_path: Path):
    """A file that is written again while it is read is read as it was, and the new one is
    whole.
    """
    write([page("a", "old " * 10_000)], OutputFolder(tmp_path))
    with (tmp_path / "a").open() as reader:
        begin = reader.read(4)
        put(page("a", "new"), OutputFolder(tmp_path))
        assert begin + reader.read() == "old " * 10_000
    assert (tmp_path / "a").read_text() == "new"
    assert below(tmp_path) == ["a"]


def test_a_link_in_the_place_of_a_file_is_not_followed(tmp_path: Path):
    """Nothing outside of the folder is written, wherever a link in it may lead."""
    (tmp_path / "outside").write_text("mine")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a").symlink_to(tmp_path / "outside")
    write([page("a", "1")], OutputFolder(tmp_path / "site"))

    assert (tmp_path / "outside").read_text() == "mine"
    assert not (tmp_path / "site/a").is_symlink()


def test_refuses_a_path_twice(tmp_path: Path):
    """Two outputs of one build cannot claim one path: in one call, in two, or where
    somebody else writes it.
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


def site(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text)
    return folder


@pytest.fixture(params=["at once", "in two moves"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to change two folders: where the system can exchange them, and where it
    cannot.
    """
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
    """The new site stands in the place of the old one, and nothing of either is left
    elsewhere.
    """
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


def test_a_site_from_another_disk_is_copied_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Where the build stands on another disk than the place, the site is copied beside it
    and then moved.
    """
    new, place = site(tmp_path / "disk/new", "new"), site(tmp_path / "site", "old")
    refuse_rename(monkeypatch, new, errno.EXDEV)
    swap(new, place)

    assert (place / "index.html").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["disk", "site"]
    assert not new.exists()


def test_a_link_stays_a_link(tmp_path: Path, way: str):
    """Where the place is a symbolic link, the folder that a web server reads is replaced,
    each time.
    """
    target = site(tmp_path / "www/real", "old")
    place = tmp_path / "site"
    place.symlink_to(target)
    for text in ("first", "second"):
        swap(site(tmp_path / "new", text), place)
        assert place.is_symlink()
        assert (target / "index.html").read_text() == text
    assert [path.name for path in (tmp_path / "www").iterdir()] == ["real"]


def test_a_site_that_is_too_heavy_for_its_host_is_said(tmp_path: Path):
    """How many MB each kind of file takes; more than the host takes ends the command with
    a sentence.
    """
    for folder in ("site", "instruments", "empty/instruments"):
        (tmp_path / folder).mkdir(parents=True)
    rows = [
        manifest.SiteFile("a.html", "0" * 64, 2_000_000, manifest.PAGE, "en"),
        manifest.SiteFile("b.html", "0" * 64, 1_000_000, manifest.PAGE, "fr"),
        manifest.SiteFile("c.pdf", "0" * 64, 9_000_000, manifest.PDF, "en"),
    ]
    (tmp_path / "site" / manifest.NAME).write_text(
        manifest.text(rows, "2026-11-24"), "utf-8"
    )
    light, heavy = run(tmp_path, "weigh"), run(tmp_path, "weigh", "--most", "11")
    assert light.exit_code == 0
    assert "3 files, 12 MB: pdf 9, page 3" in light.output
    assert heavy.exit_code == 1
    assert "the site weighs 12 MB, and its host takes 11" in heavy.output
    assert "no finished site" in run(tmp_path / "empty", "weigh").output
