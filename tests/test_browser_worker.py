"""What the worker shows of what is kept: nothing while the site answers, and what there
is where the line, the host, the store or the worker itself fails.
"""

from __future__ import annotations

import re

import pytest
from browsing import until
from keeping import OTHER, STATE, STORED, WORKERS, Kept
from playwright.sync_api import expect

from generators.site import policy

pytestmark = pytest.mark.browser


def test_with_a_line_the_page_is_that_of_the_site(kept: Kept):
    """What is kept is shown for want of anything else: online a page is the newest, and
    says nothing.
    """
    kept.keep(STATE).close()
    kept.change(
        f"{STATE}index.html",
        "What applies in Benin</h1>",
        "What applies in Benin now</h1>",
    )
    page = kept.open(STATE)
    expect(page.locator("h1")).to_have_text("What applies in Benin now")
    expect(page.locator("#kept-on")).to_have_count(0)


def test_a_page_that_is_not_kept_says_so(kept: Kept):
    """In one sentence, with what is kept; when the line is back its link leads there. It
    has its address where no kept page names it.
    """
    kept.keep(STATE)
    kept.stop()
    page = kept.open(OTHER)
    expect(page.locator("main .notice[role=alert]")).to_have_text(
        f"This page is not saved on this device: {OTHER} Save"
    )
    expect(page.locator(".notice[role=alert] a")).to_have_attribute(
        "href", kept.url + OTHER
    )
    expect(page.locator(".kept a")).to_have_text(["What applies in Benin"])
    page.locator(".kept a").click()
    expect(page.locator("h1")).to_have_text("What applies in Benin")


def test_a_page_that_is_not_kept_has_the_name_that_a_kept_page_gives_it(kept: Kept):
    """Also in a new tab, which does not know which link was followed."""
    page = kept.keep(STATE)
    link = page.locator("section:has(#binding) th a").first
    name, address = link.text_content(), link.evaluate("link => link.href")
    kept.stop()
    other = kept.open(address.removeprefix(kept.url))
    notice = other.locator("main .notice[role=alert]")
    expect(notice).to_have_text(f"This page is not saved on this device: {name} Save")
    expect(notice.locator("a")).to_have_attribute("href", address)


@pytest.mark.parametrize("address", [STATE, "first-days/ben/"])
def test_a_kept_page_says_its_day_whatever_the_browser_itself_remembers(
    kept: Kept, address: str, monkeypatch: pytest.MonkeyPatch
):
    """A host may allow the browser to show a page for a while without asking it."""
    monkeypatch.setitem(policy.HEADERS, "Cache-Control", "max-age=600")
    kept.keep(address).close()
    kept.open(address).close()
    kept.stop()
    page = kept.open(address)
    expect(page.locator("#kept-on")).to_have_text(
        re.compile(r"No connection\. Saved on this device: \d+ \w+ \d{4} \(today\)\.")
    )


def test_the_address_of_what_is_missing_leads_nowhere_else(kept: Kept):
    """Whatever stands behind "#", it is an address of the site or is not shown."""
    for path in (
        "javascript:alert(1)",
        "//evil.example/",
        "https://evil.example/",
        "../other/",
        "%",
    ):
        page = kept.open("about/")
        page.goto(f"{kept.url}kept/#not={path}")
        expect(page.locator("#kept")).to_contain_text("Nothing is saved yet.")
        expect(page.locator(".notice[role=alert]"), path).to_have_count(0)


@pytest.mark.parametrize("trouble", ["down", "silent"])
def test_a_host_that_fails_or_is_silent_shows_what_is_kept(kept: Kept, trouble: str):
    """An error of the host is no answer where a page is kept, nor is a line that says
    nothing.
    """
    kept.keep(STATE).close()
    kept.broken[f"{STATE}index.html"] = trouble
    page = kept.open(STATE)
    expect(page.locator("h1")).to_have_text("What applies in Benin")
    expect(page.locator("#kept-on")).to_be_visible()
    if trouble == "down":  # a browser waits for what it has asked for before
        kept.broken.clear()
        page.reload()
        expect(page.locator("#kept-on")).to_have_count(0)


def test_an_address_without_its_last_slash_leads_to_the_kept_page(kept: Kept):
    """As on the host: with its styles and links that lead on, and with what the address
    asks for.
    """
    kept.keep(STATE).close()
    kept.stop()
    page = kept.open(f"{STATE.rstrip('/')}?from=home#content")
    expect(page).to_have_url(f"{kept.url}{STATE}?from=home#content")
    expect(page.locator("h1")).to_have_text("What applies in Benin")
    expect(page.locator("#kept-on")).to_be_visible()
    assert page.evaluate(
        "[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)"
    )
    page.locator("main a[href*='first-days']").first.click()
    page.wait_for_url(f"{kept.url}first-days/ben/**")
    expect(kept.open(OTHER.rstrip("/"))).to_have_url(re.compile("/kept/#not=states"))


def test_a_broken_worker_or_store_leaves_the_site_as_it_is(kept: Kept):
    """Online, nothing of the store is needed; a state that cannot be read stops no page."""
    page = kept.keep(STATE)
    page.evaluate(
        "caches.open('kept:/compendium/')"
        ".then(store => store.put('/compendium/kept/state.json', new Response('{')))"
    )
    page = kept.open(OTHER)
    expect(page.locator("h1")).to_have_text("What applies in Nigeria")
    kept.stop()
    expect(kept.open(STATE).locator("h1")).to_have_text("What applies in Benin")


def test_a_new_worker_takes_the_place_of_the_old_one(kept: Kept):
    """At once, and what is kept stays."""
    kept.keep(STATE).close()
    kept.put(
        "worker.js",
        (kept.folder / "worker.js")
        .read_text("utf-8")
        .replace("Response.redirect(", "Response.error(")
        .replace(
            "return new Response(html",
            'html = "<h1>newer</h1>"; return new Response(html',
        )
        .replace("const [html,", "let [html,"),
    )
    page = kept.open("kept/")
    page.evaluate("navigator.serviceWorker.getRegistration().then(each => each.update())")
    until(
        page,
        "navigator.serviceWorker.getRegistration().then(each => !each.installing && "
        "!each.waiting)",
    )
    kept.stop()
    expect(kept.open(STATE).locator("h1")).to_have_text("newer")


def test_a_site_without_the_worker_gives_it_up(kept: Kept):
    """Where the site stands and its worker is gone, so is what was kept."""
    kept.keep(STATE).close()
    (kept.folder / "worker.js").unlink()
    page = kept.open(OTHER)
    expect(page.locator("h1")).to_have_text("What applies in Nigeria")
    until(page, f"{WORKERS}.then(found => found === 0)")
    until(page, f"{STORED}.then(all => all.length === 0)")
