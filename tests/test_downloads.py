"""PDFs on the site: which are there, how pages link to them, how a build takes them
along.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from generators import html
from generators.corpus import downloads
from generators.corpus.downloads import Download

ADDRESS = "pdf/fr/records/alpha/convention.pdf"
PAGE = "instruments/alpha/convention/"
DATA = b"%PDF-1.7"
ENTRY = {
    "id": "records/alpha/convention",
    "language": "fr",
    "kind": "records",
    "title": "Convention",
    "address": ADDRESS,
    "page": PAGE,
    "pages": 8,
    "size": len(DATA),
    "sha256": sha256(DATA).hexdigest(),
    "source": "a",
    "inputs": "b",
    "stale": False,
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project for which one PDF was made."""
    file = tmp_path / downloads.FOLDER / "fr/records/alpha/convention.pdf"
    file.parent.mkdir(parents=True)
    file.write_bytes(DATA)
    listed(tmp_path, ENTRY)
    return tmp_path


def listed(project: Path, *entries: Any) -> None:
    """Write the list of PDFs."""
    named = {str(number): entry for number, entry in enumerate(entries)}
    text = json.dumps({"date": "2026-11-24", "files": named})
    (project / downloads.FOLDER / downloads.MANIFEST).write_text(text, "utf-8")


def test_what_is_written_is_read(tmp_path: Path):
    """The list of an empty folder is read as it was written, in the order of addresses."""
    other = {**ENTRY, "address": "pdf/ar/compendium.pdf", "language": "ar", "stale": True}
    for name in ("ar/compendium.pdf", "fr/records/alpha/convention.pdf"):
        (tmp_path / "pdf" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pdf" / name).write_bytes(DATA)
    downloads.write(
        tmp_path / "pdf", [Download(**ENTRY), Download(**other)], date="2026-11-24"
    )

    found = downloads.read(tmp_path / "pdf")
    assert list(found.items()) == [
        ("pdf/ar/compendium.pdf", Download(**other)),
        (ADDRESS, Download(**ENTRY)),
    ]


@pytest.mark.parametrize(
    "other",
    [
        5,
        [],
        {},
        {key: value for key, value in ENTRY.items() if key != "kind"},
        {**ENTRY, "more": ""},
        {**ENTRY, "address": "pdf/fr/gone.pdf"},
        {**ENTRY, "address": "pdf/fr/../../manifest.json"},
        {**ENTRY, "address": "/etc/passwd"},
        {**ENTRY, "language": "es"},
        {**ENTRY, "size": 9},
        {**ENTRY, "sha256": sha256(b"%PDF-1.8").hexdigest()},
    ],
)
def test_an_entry_of_another_form_or_another_file_is_none(project: Path, other: Any):
    """It is dropped, and the others stay."""
    (project / downloads.FOLDER / "fr/other.pdf").write_bytes(DATA)
    good = {**ENTRY, "address": "pdf/fr/other.pdf", "page": "other/"}
    listed(project, other, good)
    assert downloads.made(project) == {"fr": {good["id"]: Download(**good)}}


def test_a_file_that_changed_is_not_offered(project: Path):
    """Also where it has the same size, and was read before."""
    assert downloads.made(project)
    file = project / ".build" / ADDRESS
    file.write_bytes(b"%PDF-1.8")
    assert downloads.made(project) == {}
    file.write_bytes(DATA)
    assert downloads.made(project)


@pytest.mark.parametrize(
    "text", ["", "{", "5", '{"files": 5}', '{"files": {"a": 5}}', b"\xff"]
)
def test_a_damaged_list_is_none(project: Path, text: str | bytes):
    """The site is built without PDFs, and no traceback."""
    file = project / downloads.FOLDER / downloads.MANIFEST
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert downloads.made(project) == {}


def test_without_a_list_there_are_none(corpus_of, tmp_path: Path):
    """A copy without them builds. It says which kinds it lacks, and how to make each."""
    assert downloads.made(tmp_path / "nothing") == {}
    page = next(
        page for page in html.build(corpus_of(), "en") if page.address == "downloads/"
    )
    commands = re.findall("<code>(.*?)</code>", page.render())
    assert commands == ["make pdf", "make epub", "make offline", "make everything"]


def test_only_what_lacks_is_named(corpus_of):
    """With books and a ZIP, only the PDFs are missing."""
    book = Download(**ENTRY | {"id": "compendium", "kind": "compendium"})
    copy = downloads.OfflineCopy("en", "offline/en.zip", "2026-11-24", 1, False, 1, "0")
    public = html.Public(books={book.id: book}, copy=copy)
    pages = html.build(corpus_of(), "en", public)
    page = next(page for page in pages if page.address == "downloads/").render()
    missing = page.partition('<section id="missing">')[2].partition("</section>")[0]
    assert re.findall("<code>(.*?)</code>", missing) == ["make pdf", "make everything"]


def test_a_page_links_to_its_pdf(corpus_of):
    """The page of the record and the list of downloads lead to the file, with pages and
    size; the page stays markup.
    """
    public = html.Public(pdfs={"a": Download(**ENTRY)})
    found = {page.address: page for page in html.build(corpus_of(), "fr", public)}
    record = found[PAGE].render()
    assert record.count("<h1>") == 1
    assert "&lt;" not in record
    assert f'<a href="../../../../{ADDRESS}" type="application/pdf">' in record
    assert (
        f'<a href="../../{ADDRESS}" type="application/pdf">Convention</a>'
        in found["downloads/"].render()
    )
    assert "application/pdf" not in found["instruments/alpha/"].render()


def test_a_text_without_a_pdf_of_its_own_leads_to_that_of_its_organisation(corpus_of):
    """By the name of that volume; where neither was made the page says nothing of PDFs."""
    named = {"id": "mechanisms/alpha", "kind": "mechanisms", "title": "Alpha"}
    volume = Download(**{**ENTRY, **named, "page": "instruments/alpha/"})
    with_volume = html.Public(pdfs={volume.id: volume})
    for public, links in ((with_volume, 1), (html.Public(), 0)):
        page = next(
            page for page in html.build(corpus_of(), "en", public) if page.address == PAGE
        )
        assert page.render().count("In one PDF with the other texts of Alpha") == links
