"""Copies of the site for reading offline: what is in a ZIP, and that it works from a
folder on disk.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import choose_state
from commands import run
from conftest import Site
from playwright.sync_api import Browser, Page, expect
from sites import mkdocs_build, served

from generators.corpus import downloads
from generators.site import manifest, offline
from generators.site.policy import HEADERS

NAMES = {tag: f"dakar-compendium-{tag}" for tag in ("ar", "en", "zh")}


def zip_of(root: Path, language: str) -> Path:
    """Where the ZIP of a language stands in a project."""
    return root / downloads.COPIES / f"{language}.zip"


@pytest.fixture(scope="module")
def unpacked(small_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the ZIPs of three languages of the small site, unpacked."""
    root, folder = (
        tmp_path_factory.mktemp("project"),
        tmp_path_factory.mktemp("stick with blanks"),
    )
    for tag in NAMES:
        offline.make(root, small_site.folder, tag)
        with zipfile.ZipFile(zip_of(root, tag)) as archive:
            archive.extractall(folder)
    return folder


@pytest.fixture
def open_copy(browser: Browser, unpacked: Path) -> Iterator:
    """Opens an address of an unpacked copy from the disk without a network; at the end it
    fails on any error that a page or the browser told, and on any request elsewhere.
    """
    context = browser.new_context(offline=True)
    faults: list[str] = []

    def open_(tag: str, address: str = "index.html") -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: said.type == "error" and faults.append(said.text))
        page.on(
            "request",
            lambda request: (
                request.url.startswith(("file:", "data:")) or faults.append(request.url)
            ),
        )
        path, mark, query = address.partition("?")
        page.goto((unpacked / NAMES[tag] / path).as_uri() + mark + query)
        return page

    yield open_
    context.close()
    assert faults == []


# -- what is in it -----------------------------------------------------------------------


def test_the_same_site_gives_the_same_bytes(small_site: Site, tmp_path: Path) -> None:
    """And the list says them, with the day of the data."""
    first = offline.make(tmp_path / "one", small_site.folder, "ar")
    second = offline.make(tmp_path / "two", small_site.folder, "ar")
    assert first == second
    files = [zip_of(tmp_path / name, "ar").read_bytes() for name in ("one", "two")]
    assert files[0] == files[1]
    assert (first.day, first.size, first.pdfs) == ("2026-11-24", len(files[0]), False)


def test_a_copy_is_one_folder_of_one_language(small_site: Site, tmp_path: Path) -> None:
    """Its data stands there as scripts alone; no page leads to a file that is not in it."""
    offline.make(tmp_path, small_site.folder, "zh")
    with zipfile.ZipFile(zip_of(tmp_path, "zh")) as archive:
        names = archive.namelist()
        page = archive.read(
            f"{NAMES['zh']}/zh/instruments/alpha/convention-2005/index.html"
        ).decode()
        data = archive.read(
            f"{NAMES['zh']}/instruments/alpha/convention-2005/index.js"
        ).decode()
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {NAMES["zh"]}
    below = {name.split("/")[1] for name in names}
    assert below == {"assets", "index.html", "instruments", "states", "topics", "zh"}
    assert not [name for name in names if name.endswith((".json", ".xlsx", ".pdf"))]
    assert data.startswith(
        'compendium.part("instruments/alpha/convention-2005/index.json",{'
    )
    public = "https://dakar-compendium.example/"
    assert f'href="{public}ar/instruments/alpha/convention-2005/" hreflang="ar"' in page
    assert f'href="{public}instruments/alpha/convention-2005/index.json"' in page
    assert '<time datetime="2026-11-24">' in page


def test_every_link_of_a_copy_names_a_file_that_is_in_it(unpacked: Path) -> None:
    """Of pages, scripts and sheets, without their version, so that a disk, or an archive
    made of the folder, opens it without a script; what is not in it is led to in public.
    """
    pages = [*(unpacked / NAMES["zh"]).rglob("*.html")]
    assert len(pages) > 50
    for page in pages:
        text = page.read_text("utf-8")
        for address in re.findall(
            r'(?:\b(?:href|src|action|data-to)="|0; url=)([^"#][^"]*)"', text
        ):
            if not re.match(r"[a-z]+:", address):
                file, _, query = re.sub("#.*", "", address).partition("?")
                assert (page.parent / file).is_file(), (page, address)
                assert not query or file.endswith(".html"), (page, address)


def test_the_default_language_has_its_home_page_at_the_root(unpacked: Path) -> None:
    """And nothing of other languages beside it."""
    folder = unpacked / NAMES["en"]
    assert "data-answer" in (folder / "compare" / "index.html").read_text("utf-8")
    assert not (folder / "fr").exists()


def test_pdfs_come_along_where_they_are_asked_for(
    small_site: Site, tmp_path: Path
) -> None:
    """Where the site holds them, at the place that pages link to."""
    site = shutil.copytree(small_site.folder, tmp_path / "site")
    (site / "pdf" / "zh").mkdir(parents=True)
    (site / "pdf" / "zh" / "numbers.pdf").write_bytes(b"%PDF-")
    more = manifest.listed("pdf/zh/numbers.pdf", b"%PDF-", manifest.PDF, "zh")
    text = manifest.text([*manifest.read(site).files, more], "2026-11-24")
    (site / manifest.NAME).write_text(text, "utf-8")
    for asked in (False, True):
        copy = offline.make(tmp_path, site, "zh", pdfs=asked)
        with zipfile.ZipFile(zip_of(tmp_path, "zh")) as archive:
            held = f"{NAMES['zh']}/pdf/zh/numbers.pdf" in archive.namelist()
        assert (held, copy.pdfs) == (asked, asked)


def test_a_broken_site_is_not_copied(small_site: Site, tmp_path: Path) -> None:
    """A file that is not as the manifest says stops it; so does a folder that is no site."""
    with pytest.raises(offline.NoSite, match="holds no finished site"):
        offline.make(tmp_path, tmp_path, "fr")
    with pytest.raises(offline.NoSite, match="no pages in tlh"):
        offline.make(tmp_path, small_site.folder, "tlh")
    changed = shutil.copytree(small_site.folder, tmp_path / "site")
    (changed / "fr" / "index.html").write_text("other", "utf-8")
    with pytest.raises(offline.NoSite, match="not as it was built"):
        offline.make(tmp_path, changed, "fr")


# -- the site takes it along -------------------------------------------------------------


def test_the_site_takes_copies_along_and_says_their_size(
    tiny_site: Path, tmp_path: Path
) -> None:
    """The page of downloads names the copy with its size; a copy of that site is the same
    again.
    """
    project = shutil.copytree(tiny_site.parent / "project", tmp_path / "project")
    site = shutil.copytree(tiny_site, project / "site")
    told = run(project, "offline", "--language", "fr")
    assert told.exit_code == 0, told.output
    first = downloads.copies(project)["fr"]
    assert mkdocs_build(project, site).returncode == 0
    page = (site / "fr" / "downloads" / "index.html").read_text("utf-8")
    assert '<a href="../../offline/fr.zip" type="application/zip">' in page
    assert "Mo ·" in page or "ko ·" in page
    assert "offline/" not in (site / "downloads" / "index.html").read_text("utf-8")
    listed = {file.path: file for file in manifest.read(site).files}
    assert listed["offline/fr.zip"].sha256 == first.sha256
    assert run(project, "offline", "--language", "fr").exit_code == 0
    assert downloads.copies(project)["fr"] == first


def test_a_copy_that_is_not_whole_is_not_named(tmp_path: Path, small_site: Site) -> None:
    """Neither is one with an address elsewhere."""
    copy = offline.make(tmp_path, small_site.folder, "fr")
    downloads.write(tmp_path / downloads.COPIES, [copy])
    assert downloads.copies(tmp_path) == {"fr": copy}
    file = tmp_path / downloads.COPIES / downloads.MANIFEST
    file.write_text(file.read_text("utf-8").replace('"fr"', '"../fr"'), "utf-8")
    assert downloads.copies(tmp_path) == {}
    downloads.write(tmp_path / downloads.COPIES, [copy])
    zip_of(tmp_path, "fr").write_bytes(b"cut")
    assert downloads.copies(tmp_path) == {}


# -- in the browser, from the disk -------------------------------------------------------


@pytest.mark.browser
def test_a_search_in_arabic_finds_a_record(open_copy) -> None:
    """From the home page, by the dialog; the result is opened, also by the page of
    search.
    """
    page = open_copy("ar")
    page.wait_for_url("**/ar/index.html")
    title = page.locator("h1").inner_text()
    assert title
    page.keyboard.press("Control+k")
    page.locator("dialog input").fill("الاتجار")
    page.locator("dialog .results a").first.wait_for()
    page.locator("dialog .results a").first.click()
    expect(page.locator("h1")).not_to_have_text(title)
    expect(page.locator("h1")).not_to_be_empty()
    expect(page.locator("html")).to_have_attribute("lang", "ar")

    page = open_copy("ar", "ar/search/index.html")
    page.locator("#search-page input[name=q]").fill("الاتجار")
    page.locator("#search-page .results a").first.wait_for()


@pytest.mark.browser
def test_pages_that_answer_do_so_from_the_disk(open_copy) -> None:
    """Between two States, of two records side by side in Chinese, and of a topic for one
    State.
    """
    page = open_copy("en", "between/index.html?from=NGA&to=BEN")
    page.locator("[data-answer=between] .result > *").first.wait_for()

    page = open_copy(
        "zh", "zh/compare/index.html?r=alpha/convention-2005&r=beta/plan-2014"
    )
    page.locator(".result table").wait_for()
    expect(page.locator(".result table thead th")).to_have_count(3)
    expect(page.locator("datalist option")).not_to_have_count(0)

    page = open_copy("en", "topics/reflection-period/index.html?state=mmr")
    expect(page.get_by_label("For one State")).to_have_value("Myanmar")


@pytest.mark.browser
def test_the_first_days_of_a_state_are_one_link_away(open_copy) -> None:
    """And so is what home is asked for: a State and a topic lead to the page of the
    topic, for that State.
    """
    page = open_copy("en", "first-days/index.html")
    page.locator("main a[href$='ben/index.html']").first.click()
    page.wait_for_url("**/first-days/ben/index.html")

    page = open_copy("en")
    choose_state(page, "State", "Benin")
    page.locator("form[data-go] select[name=topic]").select_option(
        label="Reflection period"
    )
    page.locator("form[data-go] button").click()
    page.wait_for_url("**/topics/reflection-period/index.html?state=ben")


@pytest.mark.browser
def test_a_copy_that_is_served_asks_for_files_alone(
    browser: Browser, unpacked: Path
) -> None:
    """As a reader of an archive (ZIM) serves it, under the strict policy: no folder and
    no JSON is asked for by a search, what it found, a comparison, and a link in that.
    """
    faults: list[str] = []
    with served(unpacked / NAMES["zh"], HEADERS) as site:
        page = browser.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: said.type == "error" and faults.append(said.text))
        page.on(
            "request",
            lambda request: (
                re.search(r"/(\?|#|$)|\.json", request.url) and faults.append(request.url)
            ),
        )
        page.goto(f"{site}zh/index.html")
        page.keyboard.press("Control+k")
        page.locator("dialog input").fill("Convention")
        page.locator("dialog .results a").first.click()
        expect(page).to_have_url(re.compile(r"/zh/.+/index\.html"))
        expect(page.locator("h1")).not_to_be_empty()

        page.goto(f"{site}zh/compare/index.html?r=alpha/convention-2005&r=beta/plan-2014")
        page.locator(".result table thead a").first.click()
        expect(page).to_have_url(re.compile(r"/zh/instruments/.+/index\.html"))
        page.close()
    assert faults == []
