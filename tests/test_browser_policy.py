"""Pages under a strict Content-Security-Policy: nothing that a page needs stands in the
page itself, so that a host may forbid whatever does.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import KINDS, Open, eventually, visit
from conftest import Site, served
from playwright.sync_api import Browser, Page, expect

from generators.site import manifest, policy

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def strict_site(tiny_site: Path) -> Iterator[Site]:
    """A small site with a page of every kind, served with the policy."""
    with served(tiny_site, policy.HEADERS) as url:
        yield Site(tiny_site, url)


@pytest.fixture
def open_strict(browser: Browser, strict_site: Site) -> Iterator[Open]:
    """Opens an address, of the tiny site where no other is named; at the end it fails on
    anything that the policy stopped, and on errors of a page.
    """
    context = browser.new_context()
    faults: list[str] = []

    def open_(address: str, site: str = strict_site.url) -> Page:
        page = context.new_page()
        page.on(
            "console",
            lambda said: "Content Security" in said.text and faults.append(said.text),
        )
        page.on("pageerror", lambda error: faults.append(str(error)))
        visit(page, site + address)
        return page

    yield open_
    context.close()
    assert faults == []


def test_no_page_needs_what_the_policy_forbids(open_strict: Open, small_site: Site):
    """Each kind of page, with its menus and search, works where inline scripts and styles
    are forbidden.
    """
    with served(small_site.folder, policy.HEADERS) as site:
        for address in (
            *KINDS,
            "edit/?new=plan",
            "compare/?r=alpha/plan",
            "downloads/",
            "nowhere/",
        ):
            page = open_strict(address, site)
            page.locator(".sections summary").evaluate("menu => menu.click()")
            page.close()
    page = open_strict("about/")
    page.keyboard.press("Control+k")
    page.locator("dialog input").fill("convention")
    page.locator("dialog .results li").first.wait_for()


def test_no_page_has_the_sheet_of_the_theme(open_strict: Open):
    """A hand-written page asks for the same sheets as a generated one."""
    sheets = "[...document.styleSheets].map(sheet => new URL(sheet.href).pathname.split('/').pop())"
    for address in ("about/", "topics/"):
        assert open_strict(address).evaluate(sheets) == ["compendium.css", "pages.css"]


@pytest.mark.parametrize("folder", ["", "fr/"])
def test_a_former_address_leads_on_with_the_place(
    open_strict: Open, strict_site: Site, folder: str
):
    """A bookmark of a former address arrives at the same place of the page, in its
    language.
    """
    page = open_strict(f"{folder}instruments/alpha/old/#reflection")
    page.wait_for_url(
        f"{strict_site.url}{folder}instruments/alpha/convention/#reflection"
    )


def test_a_former_address_leads_on_without_a_script(browser: Browser, strict_site: Site):
    """Where no script runs, it leads to the page."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{strict_site.url}instruments/alpha/old/")
    page.wait_for_url(f"{strict_site.url}instruments/alpha/convention/")
    context.close()


def test_nothing_stands_in_the_pages(strict_site: Site):
    """No file of the site holds an inline script, a style element, a style attribute or a
    handler.
    """
    files: list[Path] = sorted(strict_site.folder.rglob("*.html"))
    assert len(files) > 100
    for file in files:
        html = file.read_text("utf-8")
        assert "<style" not in html, file
        assert " style=" not in html, file
        assert " onclick=" not in html, file
        data = html.count(
            '<script type="application/ld+json">'
        )  # a block of data, which nothing runs
        assert data == (file.parent.name == "data"), file
        assert html.count("<script") == html.count("<script src=") + data, file


def test_a_page_forbids_by_itself_what_it_does_not_need(
    strict_site: Site, browser: Browser, tmp_path: Path
) -> None:
    """From a host that sends no headers, markup that slipped into a page runs no script,
    asks no other host and sends no form away; the page itself works.
    """
    shutil.copytree(strict_site.folder, tmp_path / "site")
    file = tmp_path / "site/matrix/index.html"
    evil = (
        "<script>document.title = 'ran'</script><img src=x onerror=\"document.title = "
        "'ran'\">"
        '<img src="http://127.0.0.1:9/seen.png"><iframe src="about/"></iframe>'
    )
    file.write_text(file.read_text("utf-8").replace("</h1>", f"</h1>{evil}", 1), "utf-8")
    stopped = {}
    with served(tmp_path / "site") as url:
        page = browser.new_page()
        page.on(
            "requestfailed",
            lambda request: stopped.update({request.url: request.failure}),
        )
        page.goto(f"{url}matrix/")
        expect(page.locator("#matrix")).to_be_visible()
        # never asked for
        eventually(page, lambda _: stopped.get("http://127.0.0.1:9/seen.png"), "csp")
        assert page.title() != "ran"
        assert (
            page.evaluate(
                "document.querySelector('iframe').contentDocument?.body?.innerText ?? ''"
            )
            == ""
        )
        page.close()


def test_every_page_says_the_policy(strict_site: Site) -> None:
    """Each page, written by hand or made, and each page at a former address says the
    policy before it names any script or sheet.
    """
    pages = sorted(strict_site.folder.rglob("*.html"))
    assert len(pages) > 100
    for page in pages:
        head = page.read_text("utf-8").partition("</head>")[0]
        place = head.find(
            f'<meta http-equiv="Content-Security-Policy" content="{policy.IN_PAGE}">'
        )
        assert (
            0
            < place
            < min(at for name in ("<script", "<link") if (at := head.find(name)) > 0)
        ), page


@pytest.mark.parametrize("name", [policy.NETLIFY, policy.APACHE, policy.NGINX])
def test_hosts_find_the_headers(strict_site: Site, name: str) -> None:
    """Each host's file at the root of the site names every header with its value, and is
    listed.
    """
    text = (strict_site.folder / name).read_text("utf-8")
    assert [
        each
        for each in policy.HEADERS.items()
        if each[0] not in text or each[1] not in text
    ] == []
    assert {file.path: file.kind for file in manifest.read(strict_site.folder).files}[
        name
    ] == "host"
