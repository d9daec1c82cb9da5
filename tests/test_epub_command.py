"""``compendium epub``: what it makes, what it says, and how the site takes books along."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import small_project
from sites import mkdocs_build

from generators.cli.main import main
from generators.corpus import downloads
from generators.site import manifest


def epub(root: Path, *arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["epub", *arguments, "--root", str(root)], catch_exceptions=False)


@pytest.fixture
def project(library_folder) -> Path:
    """The base library with the settings of a site."""
    return library_folder({"mkdocs.yml": "site_url: https://a.example/\n"})


def test_the_command_makes_one_book_in_one_language(project: Path) -> None:
    """What a secretariat types: the id of its folder, and its language. A second run makes nothing."""
    first = epub(project, "alpha", "--language", "fr")
    assert (first.exit_code, first.output.startswith("1 made, 0 unchanged, 0 removed: 0.0 MB")) == (0, True)
    with zipfile.ZipFile(project / ".build/epub/fr/mechanisms/alpha.epub") as archive:
        page = archive.read("EPUB/instruments_alpha_convention.xhtml").decode()
    assert 'lang="fr"' in page
    assert epub(project, "alpha", "--language", "fr").output.startswith("0 made, 1 unchanged")
    (found,) = downloads.made(project, downloads.BOOKS)["fr"].values()
    assert (found.id, found.page) == ("mechanisms/alpha", "instruments/alpha/")


def test_what_changed_is_made_anew_and_what_is_gone_goes(project: Path) -> None:
    """A book whose chapters are the same stays as it is; one without its mechanism goes."""
    languages = ("--language", "en")
    made = int(epub(project, *languages).output.split()[0])
    record = project / "instruments/alpha/convention.yml"
    record.write_text(record.read_text("utf-8").replace("30 days at least.", "31 days at least."), "utf-8")
    told = epub(project, *languages).output
    assert told.startswith(f"3 made, {made - 3} unchanged, 0 removed")  # the mechanism, its region, all
    stray = project / ".build/epub/en/mechanisms/gone.epub"
    stray.write_bytes(b"PK")
    assert ", 1 removed: " in epub(project, *languages).output
    assert not stray.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["alhpa"], "no such volume: alhpa; did you mean 'alpha'?"),
        (["records/alpha/convention"], "no such volume: records/alpha/convention; "),
        (["alpha", "--language", "xx"], "no such language: xx; expected one of: "),
    ],
)
def test_what_is_not_known_is_said(project: Path, arguments: list[str], said: str) -> None:
    """In one line, and nothing is made."""
    told = epub(project, *arguments)
    assert told.exit_code == 1
    assert said in told.output
    assert not (project / downloads.BOOKS).exists()


def test_a_list_that_names_a_file_elsewhere_is_not_believed(project: Path) -> None:
    """Nor one of another kind."""
    epub(project, "alpha", "--language", "fr")
    file = project / downloads.BOOKS / downloads.MANIFEST
    listed = json.loads(file.read_text("utf-8"))
    (entry,) = listed["files"].values()
    for address in ("epub/fr/../alpha.epub", "epub/fr/mechanisms/alpha.pdf", "epub/en/mechanisms/alpha.epub"):
        file.write_text(json.dumps({"files": {"": entry | {"address": address}}}), "utf-8")
        assert downloads.made(project, downloads.BOOKS) == {}, address


def test_the_site_takes_books_along(tmp_path: Path) -> None:
    """The page of downloads and that of the mechanism lead to them, with their size; the manifest lists
    them.
    """
    project, site = small_project(tmp_path / "project"), tmp_path / "site"
    assert epub(project, "alpha", "compendium", "--language", "ar").exit_code == 0
    assert mkdocs_build(project, site).returncode == 0
    listed = {file.path: file for file in manifest.read(site).files}
    book = listed["epub/ar/mechanisms/alpha.epub"]
    assert (book.kind, book.language) == (manifest.EPUB, "ar")
    assert listed["epub/ar/compendium.epub"].kind == manifest.EPUB
    assert manifest.holds(site)
    link = '<a href="{}epub/ar/mechanisms/alpha.epub" type="application/epub+zip">'
    downloads_page = (site / "ar/downloads/index.html").read_text("utf-8")
    assert link.format("../../") in downloads_page
    assert "<bdi>EPUB</bdi> · " in downloads_page  # else the number would join it, away from its unit
    assert link.format("../../../") in (site / "ar/instruments/alpha/index.html").read_text("utf-8")
    assert "epub/" not in (site / "downloads/index.html").read_text("utf-8")
