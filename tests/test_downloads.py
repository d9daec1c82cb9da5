"""PDFs on the site: which are there, how pages link to them, how a build takes them along."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generators import html
from generators.corpus import downloads
from generators.corpus.corpus import Corpus
from generators.site import output
from generators.site.output import OutputFolder

ADDRESS = "pdf/fr/records/alpha/convention.pdf"
PAGE = "instruments/alpha/convention/"
ENTRY = {
    "address": ADDRESS,
    "language": "fr",
    "kind": "records",
    "page": PAGE,
    "title": "Convention",
    "pages": 8,
    "size": 161_512,
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project for which one PDF was made, and another one that its manifest names is gone."""
    folder = tmp_path / downloads.FOLDER
    file = folder / "fr/records/alpha/convention.pdf"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"%PDF-1.7")
    gone = {**ENTRY, "address": "pdf/fr/gone.pdf", "page": "gone/"}
    (folder / "manifest.json").write_text(
        json.dumps({"date": "2026-11-24", "files": {"a": ENTRY, "b": gone}}), "utf-8"
    )
    return tmp_path


def test_only_files_that_are_there_are_offered(project: Path):
    """A manifest's entry without its file is no download."""
    assert list(downloads.made(project)["fr"]) == [PAGE]


def test_without_a_manifest_there_are_none(tmp_path: Path, corpus_of: Callable[..., Corpus]):
    """A copy without PDFs says so, and builds."""
    assert downloads.made(tmp_path) == {}
    page = next(page for page in html.build(corpus_of(), "en") if page.address == "downloads/")
    assert "built without its PDFs" in page.render()


def test_a_page_links_to_its_pdf(project: Path, corpus_of: Callable[..., Corpus]):
    """The page of the record and the list of downloads lead to the file, with pages and size; the page stays
    markup.
    """
    made = downloads.made(project)["fr"]
    found = {page.address: page for page in html.build(corpus_of(), "fr", made)}
    record = found[PAGE].render()
    assert record.count("<h1>") == 1
    assert "&lt;" not in record
    assert f'<a href="../../../../{ADDRESS}" type="application/pdf">' in record
    assert f'<a href="../../{ADDRESS}" type="application/pdf">Convention</a>' in found["downloads/"].render()
    assert "application/pdf" not in found["instruments/alpha/"].render()


def test_a_build_takes_the_file_along(project: Path, tmp_path: Path):
    """The file stands at its address; its path cannot be taken twice."""
    folder = OutputFolder(tmp_path / "site")
    files = {each.address: each.file for each in downloads.made(project)["fr"].values()}
    output.copy(files, folder)
    assert (tmp_path / "site" / ADDRESS).read_bytes() == b"%PDF-1.7"
    with pytest.raises(ValueError, match="two outputs claim"):
        output.copy(files, folder)
