"""The list of a site's files: what it says, and that it lists all there is and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import LANGUAGES, folder_of, mkdocs_build
from sites import PDF, change

from generators.site import manifest

FILES = [manifest.listed("fr/é.html", b"1", "page", "fr"), manifest.listed("a.css", b"22", "asset", None)]


def whole(folder: Path) -> Path:
    """A site of two files."""
    for path, data in (("fr/é.html", b"1"), ("a.css", b"22")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / manifest.NAME).write_text(manifest.text(FILES, "2026-11-24"), "utf-8")
    return folder


def test_its_form():
    """One object a line, in the order of paths, whatever the order in which they were written."""
    text = manifest.text(FILES, "2026-11-24")
    assert text == manifest.text(FILES[::-1], "2026-11-24")
    assert json.loads(text) == {
        "date": "2026-11-24",
        "files": [
            {
                "path": "a.css",
                "sha256": sha256(b"22").hexdigest(),
                "size": 2,
                "kind": "asset",
                "language": None,
            },
            {
                "path": "fr/é.html",
                "sha256": sha256(b"1").hexdigest(),
                "size": 1,
                "kind": "page",
                "language": "fr",
            },
        ],
    }
    assert [line[:10] for line in text.splitlines()] == ['{"date": "', '{"path":"a', '{"path":"f', "]}"]


def test_a_site_is_what_its_manifest_says(tmp_path: Path):
    """It is read as it was written, and holds."""
    site = whole(tmp_path)
    assert manifest.read(site).files == (FILES[1], FILES[0])
    assert manifest.holds(site)


@pytest.mark.parametrize("path", ["a.css", "fr/é.html"])
@pytest.mark.parametrize("data", [None, b"2"])
def test_a_site_that_changed_is_not(tmp_path: Path, path: str, data: bytes | None):
    """A file that is gone or another one is seen."""
    site = whole(tmp_path)
    (site / path).unlink() if data is None else (site / path).write_bytes(data)
    assert not manifest.holds(site)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": [5]}', '{"files": [{"path": "a.css"}]}'])
def test_a_damaged_manifest_is_none(tmp_path: Path, text: str):
    """What cannot be read lists nothing, and no site is what it says."""
    site = whole(tmp_path)
    (site / manifest.NAME).write_text(text, "utf-8")
    assert manifest.read(site) is None
    assert not manifest.holds(site)
    (site / manifest.NAME).unlink()
    assert manifest.read(site) is None


def test_every_file_of_a_site_is_listed(tiny_site: Path):
    """A built site holds what its manifest lists, byte for byte, and no other file: hand-written pages,
    assets, pages at former addresses and PDFs among them. Kinds and languages are right.
    """
    on_disk = {
        file.relative_to(tiny_site).as_posix(): (sha256(file.read_bytes()).hexdigest(), file.stat().st_size)
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
        assert of[f"{folder}index.html"] == of[f"{folder}about/index.html"] == ("page", language)
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
    assert (tmp_path / "2" / manifest.NAME).read_bytes() == (tiny_site / manifest.NAME).read_bytes()
    assert manifest.holds(tmp_path / "2")


def hooked(project: Path, hook: str) -> None:
    """Let MkDocs run a script of the project's own."""
    (project / "hook.py").write_text(hook, "utf-8")
    change(project / "mkdocs.yml", "docs_dir: docs\n", "docs_dir: docs\nhooks: [hook.py]\n")


def test_an_error_in_another_process_is_told(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What goes wrong while a language is written keeps its traceback, and the build ends with an error."""
    monkeypatch.setenv("COMPENDIUM_JOBS", "2")
    hooked(
        tiny,
        "import os\nfrom generators.site import build\nparent = os.getpid()\n"
        "def broken(*arguments):\n    raise RuntimeError(f'broken elsewhere: {os.getpid() != parent}')\n"
        "build.index = broken\n",
    )
    done = mkdocs_build(tiny, tmp_path / "site")
    assert done.returncode != 0
    assert "RuntimeError: broken elsewhere: True" in done.stderr
    assert "in _write_index" in done.stderr
    assert not (tmp_path / "site/manifest.json").exists()
