"""Books for e-readers: what is in the file, that it is sound without a validator, and
that it says what the document says. ``make epub-check`` asks EPUBCheck, which needs Java.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from commands import run

from generators.corpus import downloads
from generators.corpus.corpus import Corpus
from generators.document.phrases import Phrases
from generators.epub import book
from generators.epub.book import Chapters
from generators.pdf.volumes import PublicAddresses
from generators.site import manifest
from generators.translate.localizer import Localizer

PUBLIC = PublicAddresses("https://a.example/", "https://a.example/code")
VOLUMES = ("compendium", "mechanisms/alpha")
CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
OPF, DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
XHTML, OPS = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/ops}"


class Book:
    """An EPUB that was opened: its package, and its files by name."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.files = {name: self.archive.read(name) for name in self.archive.namelist()}
        container = ElementTree.fromstring(self.files["META-INF/container.xml"])
        self.root = container.find(f".//{CONTAINER}rootfile").get("full-path")
        self.package = ElementTree.fromstring(self.files[self.root])

    def items(self) -> dict[str, ElementTree.Element]:
        """The items of the manifest by the path of their file."""
        folder = posixpath.dirname(self.root)
        items = self.package.findall(f"{OPF}manifest/{OPF}item")
        return {posixpath.join(folder, item.get("href")): item for item in items}

    def pages(self) -> dict[str, ElementTree.Element]:
        """The files of text, read as XML."""
        return {
            name: ElementTree.fromstring(data)
            for name, data in self.files.items()
            if name.endswith(".xhtml")
        }

    def meta(self, name: str) -> list[str]:
        """The values of a property."""
        found = self.package.findall(f"{OPF}metadata/{OPF}meta[@property='{name}']")
        return [each.text for each in found]


def made(corpus: Corpus, volume: str = "compendium", language: str = "en") -> Book:
    """A book of a corpus."""
    phrases = Phrases(Localizer(corpus, language))
    return Book(book.book(Chapters(phrases, PUBLIC.page(language, "")), volume, PUBLIC))


@pytest.fixture(
    scope="module", params=[(v, t) for v in VOLUMES for t in ("en", "ar")], ids="-".join
)
def opened(request: pytest.FixtureRequest, world: Corpus) -> Book:
    """Each kind of book of the small library with everything in it."""
    return made(world, *request.param)


# -- whether it is sound -----------------------------------------------------------------


def test_what_it_is_stands_first_and_uncompressed(opened: Book) -> None:
    """So that a program sees it from the first bytes."""
    first = opened.archive.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == (
        "mimetype",
        zipfile.ZIP_STORED,
        b"",
    )
    assert opened.files["mimetype"] == b"application/epub+zip"


def test_the_manifest_lists_every_file_once(opened: Book) -> None:
    """Each item is there, no file is missing from it, ids are unique, and the order of
    reading has all.
    """
    items = opened.items()
    assert {*items} == {name for name in opened.files if name.startswith("EPUB/")} - {
        opened.root
    }
    assert len(opened.files) == len(opened.archive.infolist())
    ids = [item.get("id") for item in items.values()]
    spine = [
        each.get("idref") for each in opened.package.findall(f"{OPF}spine/{OPF}itemref")
    ]
    assert len({*ids}) == len(ids)
    assert sorted(spine) == sorted(
        item.get("id")
        for item in items.values()
        if item.get("media-type") == "application/xhtml+xml"
    )
    assert items["EPUB/contents.xhtml"].get("properties") == "nav"


def test_its_cover_is_a_picture(opened: Book) -> None:
    """Which a shelf of books shows."""
    (cover,) = [
        name
        for name, item in opened.items().items()
        if item.get("properties") == "cover-image"
    ]
    assert opened.files[cover].startswith(b"\x89PNG")


def test_pages_are_xml_whose_places_are_unique(opened: Book) -> None:
    """Each says its language and direction; nothing runs, draws, or is fetched from
    elsewhere.
    """
    direction = "rtl" if opened.package.get("dir") == "rtl" else "ltr"
    for name, page in opened.pages().items():
        places = [each.get("id") for each in page.iter() if each.get("id")]
        assert len(places) == len({*places}), name
        assert page.get("dir") == direction
        assert page.get("lang") == opened.package.find(f".//{DC}language").text
        tags = {each.tag.removeprefix(XHTML) for each in page.iter()}
        assert not tags & {
            "script",
            "style",
            "img",
            "svg",
            "iframe",
            "details",
            "table",
            "form",
            "object",
        }
        assert all(each.tag.startswith(XHTML) for each in page.iter()), name
        assert not [each for each in page.iter() if each.get("style") or each.get("src")]
        assert not [
            key
            for each in page.iter()
            for key in each.attrib
            if key.startswith(("on", "data-"))
        ]


def test_every_link_leads_somewhere(opened: Book) -> None:
    """Within the book to a file and a place that are there, else to an address in full."""
    pages = opened.pages()
    places = {
        name: {each.get("id") for each in page.iter()} for name, page in pages.items()
    }
    for name, page in pages.items():
        for link in page.iter(f"{XHTML}a"):
            parts = urlsplit(link.get("href"))
            if parts.scheme:
                assert parts.scheme in ("https", "mailto"), (name, link.get("href"))
                continue
            to = posixpath.join(posixpath.dirname(name), parts.path)
            assert to in pages, (name, link.get("href"))
            assert not parts.fragment or parts.fragment in places[to], (
                name,
                link.get("href"),
            )


def test_the_contents_name_every_chapter(opened: Book) -> None:
    """In the order of reading, as lists within one another; a title page and the contents
    need no entry.
    """
    contents = opened.pages()["EPUB/contents.xhtml"]
    (toc,) = (
        nav for nav in contents.iter(f"{XHTML}nav") if nav.get(f"{OPS}type") == "toc"
    )
    listed = [link.get("href") for link in toc.iter(f"{XHTML}a")]
    by_id = {item.get("id"): item.get("href") for item in opened.items().values()}
    spine = [
        by_id[each.get("idref")]
        for each in opened.package.findall(f"{OPF}spine/{OPF}itemref")
    ]
    assert spine == ["title.xhtml", "contents.xhtml", *listed]
    assert all("".join(link.itertext()) for link in toc.iter(f"{XHTML}a"))


def test_it_says_how_it_can_be_read(opened: Book) -> None:
    """What a library for the blind asks of a book, and on which side it opens."""
    assert (
        opened.meta("schema:accessMode")
        == opened.meta("schema:accessModeSufficient")
        == ["textual"]
    )
    assert "structuralNavigation" in opened.meta("schema:accessibilityFeature")
    assert opened.meta("schema:accessibilityHazard") == ["none"]
    assert len(opened.meta("schema:accessibilitySummary")) == 1
    assert opened.meta("dcterms:modified") == ["2026-11-24T00:00:00Z"]
    arabic = opened.package.find(f".//{DC}language").text == "ar"
    turned = opened.package.find(f"{OPF}spine").get("page-progression-direction")
    assert turned == ("rtl" if arabic else None)


def test_the_same_corpus_gives_the_same_bytes(world: Corpus) -> None:
    """Also where chapters were written for another book before."""
    phrases = Phrases(Localizer(world, "fr"))
    chapters = Chapters(phrases, "https://a.example/fr/")
    first = book.book(chapters, "regions/africa", PUBLIC)
    assert book.book(chapters, "compendium", PUBLIC) != first
    assert book.book(chapters, "regions/africa", PUBLIC) == first
    assert (
        book.book(Chapters(phrases, "https://a.example/fr/"), "regions/africa", PUBLIC)
        == first
    )


# -- what it says ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chapter", "language"),
    [
        *(("instruments_alpha_convention-2005", "en"), ("states_ben", "fr")),
        *(("topics_reflection-period", "ar"), ("topics", "en")),
    ],
)
def test_a_chapter_is_as_it_is_kept(
    world: Corpus, golden, chapter: str, language: str
) -> None:
    """Its whole markup, of a record, a State and a topic, in ``golden/book``
    (``--update``).
    """
    text = made(world, "compendium", language).files[f"EPUB/{chapter}.xhtml"].decode()
    golden(f"book/{chapter}.xhtml", text)


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
UNREAD = f'{HEADER}#, fuzzy\nmsgid "30 days at least."\nmsgstr "Au moins 30 jours."\n\n'
READ = 'msgid "Housing and compensation."\nmsgstr "Un logement et une indemnisation."\n'


@pytest.mark.parametrize("read", [False, True])
def test_a_book_that_nobody_has_read_says_so_once(corpus_of, read: bool) -> None:
    """On its title page; where somebody has read some of it, each unread text has its
    sign.
    """
    corpus = corpus_of({"instruments/alpha/fr.po": UNREAD + (READ if read else "")})
    opened = made(corpus, "mechanisms/alpha", "fr")
    pages = "".join(
        data.decode() for name, data in opened.files.items() if name.endswith(".xhtml")
    )
    notice = Localizer(corpus, "fr").gettext(
        "Translated by machine, not yet read by a person"
    )
    assert ("⇄" in pages, notice in opened.files["EPUB/title.xhtml"].decode()) == (
        read,
        not read,
    )


def test_a_title_says_its_language_in_heading_and_contents(corpus_of) -> None:
    """A title that nobody has translated is read in its own voice and direction, in its
    chapter, in the contents and where a chapter leads to those below it; a window's title
    is letters alone.
    """
    opened = made(corpus_of(), "compendium", "ar")
    pages = {
        name: data.decode()
        for name, data in opened.files.items()
        if name.endswith(".xhtml")
    }
    page = pages["EPUB/instruments_alpha_convention.xhtml"]
    title = re.search(r"<title>([^<]+)</title>", page)[1]
    assert re.search("[A-Za-z]{4}", title)
    marked = f'<span lang="en" dir="ltr">{title}</span>'
    assert f"<h1>{marked}</h1>" in page
    assert (
        f'<a href="instruments_alpha_convention.xhtml">{marked}</a>'
        in pages["EPUB/contents.xhtml"]
    )
    topic = re.search(
        '<a href="(topics_[^"]+)">(<span lang="en" dir="ltr">[^<]+</span>)</a>',
        pages["EPUB/topics.xhtml"],
    )
    assert f"<h1>{topic[2]}</h1>" in pages[f"EPUB/{topic[1]}"]


@pytest.fixture
def project(library_folder) -> Path:
    """The base library with the settings of a site."""
    return library_folder({"mkdocs.yml": "site_url: https://a.test/\n"})


def test_the_command_makes_one_book_in_one_language(project: Path) -> None:
    """What a secretariat types: the id of its folder, and its language. A second run
    makes nothing.
    """
    first = run(project, "epub", "alpha", "--language", "fr")
    assert (
        first.exit_code,
        first.output.startswith("1 made, 0 unchanged, 0 removed: 0.0 MB"),
    ) == (0, True)
    with zipfile.ZipFile(project / ".build/epub/fr/mechanisms/alpha.epub") as archive:
        page = archive.read("EPUB/instruments_alpha_convention.xhtml").decode()
    assert 'lang="fr"' in page
    assert run(project, "epub", "alpha", "--language", "fr").output.startswith(
        "0 made, 1 unchanged"
    )
    assert (
        "no such volume: records/alpha/plan; "
        in run(project, "epub", "records/alpha/plan").output
    )
    (found,) = downloads.made(project, downloads.BOOKS)["fr"].values()
    assert (found.id, found.page) == ("mechanisms/alpha", "instruments/alpha/")


def test_what_changed_is_made_anew_and_what_is_gone_goes(project: Path) -> None:
    """A book whose chapters are the same stays as it is; one without its mechanism goes."""
    languages = ("--language", "en")
    made = int(run(project, "epub", *languages).output.split()[0])
    record = project / "instruments/alpha/convention.yml"
    record.write_text(
        record.read_text("utf-8").replace("30 days at least.", "31 days at least."),
        "utf-8",
    )
    told = run(project, "epub", *languages).output
    assert told.startswith(
        f"2 made, {made - 2} unchanged, 0 removed"
    )  # the mechanism, all
    stray = project / ".build/epub/en/mechanisms/gone.epub"
    stray.write_bytes(b"PK")
    assert ", 1 removed: " in run(project, "epub", *languages).output
    assert not stray.exists()


def test_the_site_takes_books_along(tiny_site: Path) -> None:
    """The page of downloads and that of the mechanism lead to them, with their size; the
    manifest lists them.
    """
    listed = {file.path: file for file in manifest.read(tiny_site).files}
    book = listed["epub/ar/mechanisms/alpha.epub"]
    assert (book.kind, book.language) == (manifest.EPUB, "ar")
    assert listed["epub/ar/compendium.epub"].kind == manifest.EPUB
    link = '<a href="{}epub/ar/mechanisms/alpha.epub" type="application/epub+zip">'
    downloads_page = (tiny_site / "ar/downloads/index.html").read_text("utf-8")
    assert link.format("../../") in downloads_page
    assert (
        "<bdi>EPUB</bdi> · " in downloads_page
    )  # else the number would join it, away from its unit
    assert link.format("../../../") in (
        tiny_site / "ar/instruments/alpha/index.html"
    ).read_text("utf-8")
    assert "epub/" not in (tiny_site / "downloads/index.html").read_text("utf-8")
