"""A site in parts: each with the bytes of the whole, and put together by their manifests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import LANGUAGES, NOON, folder_of, small_project
from test_serve import PDF, change, made_pdf

from generators.cli.main import main
from generators.corpus import downloads, offline_copies
from generators.site import command, manifest, offline, parts

SHARED = {"sitemap", "not-found", "host"}
"""Kinds of file that only the default language's part holds."""


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command, as a machine of its own runs it."""
    return subprocess.run(
        [sys.executable, "-m", "generators", *arguments, "--root", str(project)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": NOON},
    )


def built(project: Path, *arguments: str) -> None:
    done = run(project, "site", *arguments)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a former address, a picture, also one, a PDF and a ZIP in French, and its site built in
    one go.
    """
    project = small_project(tmp_path_factory.mktemp("whole") / "project")
    record = project / "instruments/alpha/convention.yml"
    change(record, "kind: instrument\n", "kind: instrument\naliases: [alpha/old]\n")
    (project / "docs/map.png").write_bytes(b"picture")
    (project / "docs/map.fr.png").write_bytes(b"picture with French words")
    made_pdf(project, b"%PDF-1.7")
    built(project)
    offline_copies.write(project, [offline.make(project, project / "site", "fr")])
    built(project)
    return project


@pytest.fixture(scope="module")
def made(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The parts of that site by their languages, each made in a copy of the project of its own; the PDF and
    the ZIP are there in French alone.
    """
    found = {}
    for named in ("en", "fr", "zh es, pt ru ar"):
        project = tmp_path_factory.mktemp("part") / "project"
        shutil.copytree(whole, project, ignore=shutil.ignore_patterns("site", "*.memory", "*.json"))
        for folder in (downloads.FOLDER, offline_copies.FOLDER):
            if named == "fr":
                shutil.copytree(whole / folder, project / folder, dirs_exist_ok=True)
            else:
                shutil.rmtree(project / folder)
        built(project, "--only", named)
        languages, _ = parts.chosen([named])
        found[" ".join(languages)] = parts.folder_of(project, languages)
    return found


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {path: (folder / path).read_bytes() for path in manifest.paths(folder)}


def test_parts_put_together_are_the_site_that_is_built_in_one_go(
    whole: Path, made: dict[str, Path], tmp_path: Path
):
    """Byte for byte, the manifest included, whatever the order of the parts; and a part has the bytes of the
    whole.
    """
    expected = content(whole / "site")
    for number, order in enumerate((list(made.values()), list(made.values())[::-1])):
        place = tmp_path / str(number)
        done = run(whole, "merge", *map(str, order), "--to", str(place))
        assert done.returncode == 0, done.stderr
        assert done.stderr == f"{place}/ is put together; parts: 3, files: {len(expected) - 1}\n"
        assert content(place).keys() == expected.keys()
        assert content(place) == expected
        assert manifest.holds(place)
    for part in made.values():
        held = content(part)
        del held[manifest.NAME]
        assert held.items() <= expected.items()


def test_a_part_holds_its_own(made: dict[str, Path]):
    """The files of its languages and the assets; what is for all stands with the default language, and each
    file that is no asset in one part alone.
    """
    seen: dict[str, str] = {}
    for named, place in made.items():
        assert manifest.holds(place)
        files = manifest.read(place)
        for file in files:
            assert file.language in (*named.split(), None)
            if file.kind == manifest.ASSET:
                continue
            assert file.path not in seen
            seen[file.path] = named
            assert file.language or named == "en"
        assert {f"{folder_of(each)}index.html" for each in named.split()} <= {file.path for file in files}
        assert {"map.png", "assets/stylesheets/pages.css"} <= {file.path for file in files}
        assert ({file.kind for file in files} >= SHARED) == (named == "en")
    assert seen[PDF] == seen["offline/fr.zip"] == "fr"
    assert seen["edit/project.json"] == "en"


def test_a_part_says_what_it_is_a_part_of(made: dict[str, Path]):
    """Which languages it holds of which, and what it was made from; all parts say the same of the last."""
    said = [parts.read(manifest.read_whole(place)) for place in made.values()]
    assert [" ".join(each.languages) for each in said] == [*made]
    assert {each.of for each in said} == {LANGUAGES}
    assert len({replace(each, languages=()) for each in said}) == 1
    assert all(len(digest) == 64 for digest in (said[0].records, said[0].settings, said[0].program))


def test_a_zip_is_made_from_a_part(whole: Path, made: dict[str, Path]):
    """And is the one that is made from the whole site."""
    (copy,) = json.loads((whole / offline_copies.FOLDER / "manifest.json").read_text("utf-8"))[
        "files"
    ].values()
    project = made["fr"].parent.parent.parent
    assert offline.make(project, made["fr"], "fr").sha256 == copy["sha256"]


def test_a_part_is_left_alone_where_nothing_changed(made: dict[str, Path]):
    """As the whole site is; one that was changed is built."""
    project = made["fr"].parent.parent.parent
    (made["fr"] / "fr/index.html").write_text("mine")
    for said in ("is built", "is up to date: nothing has changed"):
        done = run(project, "site", "--only", "fr")
        assert done.stderr.endswith(f"{made['fr']}/ {said}\n")


def test_what_changed_while_a_part_was_built_is_in_no_part(tiny: Path, monkeypatch: pytest.MonkeyPatch):
    """Nobody would know what it was made from."""

    def build(root: Path, folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / manifest.NAME).write_text(manifest.text([], "2026-11-24"), "utf-8")
        change(root / "instruments/alpha/convention.yml", "says: ", "says: Zebra ")

    monkeypatch.setattr(command.mkdocs_run, "build", build)
    with pytest.raises(command.NotPlaced, match="changed while this part was built"):
        command.run(tiny, tiny / "part", only=("fr",))
    assert not (tiny / "part").exists()


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (["fr"], (("fr",), [])),
        (["zh,ar", "fr pt"], (("ar", "fr", "pt", "zh"), [])),
        ([""], ((), [])),
        (["fr", "de"], (("fr",), ["de"])),
    ],
)
def test_languages_of_a_part_are_named_in_any_way(named: list[str], expected: tuple):
    """With commas or blanks, once or more often, in any order."""
    assert parts.chosen(named) == expected


def test_a_language_that_the_site_does_not_speak_is_one_line(tiny: Path):
    """With those that it speaks."""
    done = CliRunner().invoke(main, ["site", "--root", str(tiny), "--only", "fr de"])
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: no such language: de; ")
