"""What a reader keeps on a device for when there is no connection: in Chromium, from the small library with
everything in it, in a folder of a host that sends the strict headers.
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest
import sites
from conftest import Site, served
from playwright.sync_api import Browser, BrowserContext, Page, expect
from waiting import until

from generators.site import policy

pytestmark = pytest.mark.browser

STATE, OTHER, TOPIC, MECHANISM = "states/ben/", "states/nga/", "topics/assistance/", "instruments/alpha/"
CONFIRM = ".keep span button:first-of-type"
STORED = "caches.keys()"
WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"


@dataclass
class Kept:
    """A site below a folder of its host, which can be changed and stopped, and a browser of one reader."""

    folder: Path
    url: str
    context: BrowserContext
    server: ExitStack
    broken: dict[str, str] = field(default_factory=dict)
    """Files that the host sends no more, by path: "cut", "silent" or "down"."""
    faults: list[str] = field(default_factory=list)

    def open(self, address: str, width: int = 360) -> Page:
        """A page of the site."""
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: "Content Security" in said.text and self.faults.append(said.text))
        page.goto(self.url + address)
        return page

    def keep(self, address: str) -> Page:
        """Keep what a page offers to keep."""
        page = self.open(address)
        page.locator("[data-keep]").click()
        page.locator(CONFIRM).click()
        page.locator(f"{CONFIRM} + button").wait_for()  # to bring it up to date, and to forget it
        return page

    def stop(self) -> None:
        """The site is gone, as on a phone without a line."""
        self.server.close()

    def change(self, path: str, old: str, new: str) -> None:
        """Publish a file of the site anew, with its digest in the list of its language."""
        file = self.folder / path
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
        self.publish(path, [sha256(file.read_bytes()).hexdigest()[:12], file.stat().st_size])

    def publish(self, path: str, listed: list | None) -> None:
        """What the list of a language says of a file from now on; None where it is gone."""
        folder = "fr/" if path.startswith("fr/") else ""
        file = self.folder / folder / "kept/files.json"
        made = json.loads(file.read_text("utf-8"))
        made["files"].pop(path)
        if listed:
            made["files"][path] = listed
        file.write_text(json.dumps(made), "utf-8")

    def asked(self, page: Page, address: str = "") -> list[str]:
        """The paths that a page asks for over the line from now on, as they come."""
        paths: list[str] = []
        page.on(
            "request",
            lambda request: (
                request.url.endswith("/icon.svg")  # the browser asks for it when it likes
                or paths.append(request.url.removeprefix(self.url + address))
            ),
        )
        return paths


@pytest.fixture
def kept(
    browser: Browser, small_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Kept]:
    """The small site below a folder of a host, and a reader; at the end it fails on any error of a page."""
    folder = tmp_path / "host" / "compendium"
    shutil.copytree(small_site.folder, folder)
    shutil.copy2(folder / "404.html", folder.parent)
    context = browser.new_context()
    with ExitStack() as server:
        url = server.enter_context(served(tmp_path / "host", policy.HEADERS))
        made = Kept(folder, f"{url}compendium/", context, server)
        send = sites.Handler._send

        def sending(handler: sites.Handler, status: int, file: Path) -> None:
            trouble = made.broken.get(file.relative_to(folder.parent).as_posix().partition("/")[2])
            if trouble == "cut":
                raise ConnectionResetError
            if trouble == "silent":
                time.sleep(20)
            send(handler, 503 if trouble == "down" else status, file)

        monkeypatch.setattr(sites.Handler, "_send", sending)
        yield made
        context.close()
    assert made.faults == []


def panel(page: Page) -> str:
    """What a page says of itself next to its buttons."""
    return page.locator(".keep [role=status]").inner_text()


def test_nothing_is_kept_unasked(kept: Kept):
    """Opening pages, the list of what is kept included, registers no worker and stores nothing; what keeps
    pages is fetched when its button is pressed.
    """
    page = kept.open(STATE)
    asked = kept.asked(page)
    page.reload()
    assert [path for path in asked if "kept" in path or "worker" in path] == []
    page.goto(f"{kept.url}kept/")
    expect(page.locator("#kept")).to_contain_text("Nothing is kept yet.")
    assert page.evaluate(WORKERS) == 0
    assert page.evaluate(STORED) == []
    assert page.context.cookies() == []


def test_a_kept_state_opens_with_the_server_stopped(kept: Kept):
    """The sizes stand before; the day and the size after; without a line the page has its styles, says how
    old it is, and its first days open too.
    """
    page = kept.open(STATE)
    page.locator("[data-keep]").click()
    expect(page.locator(".keep [role=status]")).to_have_text(
        re.compile(r"Needs [\d.]+ [kM]B; free: [\d.]+ GB\.")
    )
    assert page.evaluate(STORED) == []
    page.locator(CONFIRM).click()
    expect(page.locator(".keep [role=status]")).to_have_text(re.compile(r"Kept: \d+ \w+ \d{4}, [\d.]+ [kM]B"))
    assert page.evaluate(WORKERS) == 1

    kept.stop()
    page = kept.open(STATE)
    expect(page.locator("h1")).to_have_text("What applies in Benin")
    expect(page.locator("#kept-on")).to_have_text(
        re.compile(r"No connection\. Kept on this device: \d+ \w+ \d{4} \(today\)\. All that is kept")
    )
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page = kept.open("first-days/ben/?from=home#content")
    expect(page.locator("#kept-on")).to_be_visible()


def test_with_a_line_the_page_is_that_of_the_site(kept: Kept):
    """What is kept is shown for want of anything else: online a page is the newest, and says nothing."""
    kept.keep(STATE).close()
    kept.change(f"{STATE}index.html", "What applies in Benin</h1>", "What applies in Benin now</h1>")
    page = kept.open(STATE)
    expect(page.locator("h1")).to_have_text("What applies in Benin now")
    expect(page.locator("#kept-on")).to_have_count(0)


def test_a_page_that_is_not_kept_says_so(kept: Kept):
    """In one sentence, with what is kept; when the line is back its link leads there."""
    kept.keep(STATE)
    kept.stop()
    page = kept.open(OTHER)
    expect(page.locator("main .notice[role=alert]")).to_have_text(
        f"This page is not kept on this device: {OTHER}"
    )
    assert page.locator(".notice[role=alert] a").get_attribute("href") == kept.url + OTHER
    expect(page.locator(".kept a")).to_have_text(["What applies in Benin"])
    page.locator(".kept a").click()
    expect(page.locator("h1")).to_have_text("What applies in Benin")


def test_the_address_of_what_is_missing_leads_nowhere_else(kept: Kept):
    """Whatever stands behind "#", it is an address of the site or is not shown."""
    for path in ("javascript:alert(1)", "//evil.example/", "https://evil.example/", "../other/", "%"):
        page = kept.open("about/")
        page.goto(f"{kept.url}kept/#not={path}")
        expect(page.locator("#kept")).to_contain_text("Nothing is kept yet.")
        assert page.locator(".notice[role=alert]").count() == 0, path


def test_an_update_fetches_only_what_changed(kept: Kept):
    """By the digests of the list: one page of a mechanism; a record that is gone is forgotten."""
    kept.keep(MECHANISM).close()
    record = f"{MECHANISM}convention-2005/"
    gone = next(
        each.name for each in (kept.folder / MECHANISM).iterdir() if each.is_dir() and each.name > "d"
    )
    kept.change(f"{record}index.html", "</h1>", " anew</h1>")
    kept.publish(f"{MECHANISM}{gone}/index.html", None)
    page = kept.open("kept/")
    asked = kept.asked(page)
    page.get_by_role("button", name="Bring up to date").click()
    expect(page.locator(".kept li").first).to_contain_text("Fetched anew")
    assert [path for path in asked if path != "worker.js"] == ["kept/files.json", record]
    kept.stop()
    page = kept.open(record)
    expect(page.locator("h1")).to_contain_text("anew")
    expect(page.locator("#kept-on")).to_be_visible()
    assert kept.open(f"{MECHANISM}{gone}/").url.startswith(f"{kept.url}kept/#not=")


def test_a_set_that_is_gone_from_the_site_is_forgotten(kept: Kept):
    """It says so, and what it held is free."""
    kept.keep(STATE).close()
    kept.publish(f"{STATE}index.html", None)
    page = kept.open("kept/")
    page.get_by_role("button", name="Bring up to date").click()
    expect(page.locator("#kept [role=status]").first).to_have_text(
        "No longer on the site, and forgotten: What applies in BeninNothing is kept yet."
    )
    until(page, f"{STORED}.then(all => all.length === 0)")


def test_forgetting_frees_everything(kept: Kept):
    """The last set takes the store and the worker with it; one of two leaves the other whole."""
    kept.keep(STATE).close()
    kept.keep(MECHANISM).close()
    page = kept.open("kept/")
    page.locator(".kept li", has_text="Benin").get_by_role("button", name="Forget").click()
    expect(page.locator(".kept li")).to_have_count(2)  # the mechanism, and the offer of the language
    inside = (
        "caches.open('kept:/compendium/').then(store => store.keys()).then(all => all.map(each => each.url))"
    )
    until(page, f"{inside}.then(all => !all.some(url => url.includes('states/')))")
    assert f"{kept.url}{MECHANISM}" in page.evaluate(inside)
    page.locator(".kept").get_by_role("button", name="Forget").click()
    expect(page.locator("#kept")).to_contain_text("Nothing is kept yet.")
    assert page.evaluate(STORED) == []
    assert page.evaluate(WORKERS) == 0


def test_everything_is_forgotten_at_once(kept: Kept):
    """By one button, which says how much it frees."""
    kept.keep(STATE).close()
    kept.keep(TOPIC).close()
    page = kept.open("kept/")
    page.get_by_role("button", name=re.compile(r"Forget everything · [\d.]+ [kM]B")).click()
    expect(page.locator("#kept")).to_contain_text("Nothing is kept yet.")
    assert page.evaluate(STORED) == []
    assert page.evaluate(WORKERS) == 0


def test_where_there_is_no_room_it_says_so_and_keeps_what_was(kept: Kept):
    """Known before (no button), or met on the way: what was kept is there as it was."""
    kept.keep(STATE).close()
    page = kept.open(MECHANISM)
    page.locator("[data-keep]").click()
    page.locator(CONFIRM).wait_for()
    session = page.context.new_cdp_session(page)
    session.send(
        "Storage.overrideQuotaForOrigin", {"origin": kept.url.removesuffix("/compendium/"), "quotaSize": 500}
    )
    page.evaluate("navigator.storage.estimate = async () => ({quota: 1e9, usage: 0})")
    page.locator(CONFIRM).click()
    expect(page.locator(".keep [role=status]")).to_have_text(
        "There is not enough room on this device. What was kept before is still there."
    )
    assert page.evaluate(STORED) == ["kept:/compendium/"]
    page = kept.open(TOPIC)
    page.evaluate("navigator.storage.estimate = async () => ({quota: 1000, usage: 500})")
    page.locator("[data-keep]").click()
    expect(page.locator(".keep [role=status]")).to_contain_text("There is not enough room on this device.")
    assert page.locator(".keep button").count() == 0
    kept.stop()
    expect(kept.open(STATE).locator("#kept-on")).to_be_visible()


def test_a_browser_that_keeps_nothing_says_so(kept: Kept):
    """Storage that is refused is a sentence, on the page and on the list."""
    refuse = "caches.match = caches.open = () => Promise.reject(new DOMException('no', 'SecurityError'))"
    kept.context.add_init_script(refuse)
    page = kept.open(STATE)
    page.locator("[data-keep]").click()
    expect(page.locator(".keep [role=status]")).to_have_text(
        "This browser does not let the site keep anything."
    )
    expect(kept.open("kept/").locator("#kept")).to_contain_text("does not let the site keep anything")


def test_a_line_that_breaks_keeps_what_was_and_goes_on_later(kept: Kept):
    """What had come is not fetched again."""
    page = kept.open(MECHANISM)
    kept.broken[f"{MECHANISM}convention-2005/index.html"] = "cut"
    page.locator("[data-keep]").click()
    page.locator(CONFIRM).click()
    expect(page.locator(".keep [role=status]")).to_contain_text("Not everything came.")
    kept.broken.clear()
    asked = kept.asked(page)
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("button", name=re.compile("Keep · ")).click()
    page.locator(".keep button").nth(1).wait_for()
    assert f"{MECHANISM}convention-2005/" in asked
    assert not [path for path in asked if path.startswith("assets/")]


def test_two_languages_are_kept_side_by_side(kept: Kept):
    """Each with its words; what is missing is said in the language that was asked for, where that is kept."""
    kept.keep(STATE).close()
    kept.keep(f"fr/{TOPIC}").close()
    page = kept.open("fr/kept/")
    expect(page.locator(".kept a")).to_have_count(2)
    assert page.locator(".kept a").evaluate_all("all => all.map(each => each.lang)") == ["en", "fr"]
    kept.stop()
    page = kept.open(f"fr/{TOPIC}?state=ben")
    expect(page.locator("html[lang=fr] #kept-on")).to_contain_text(
        str(page.evaluate("new Date().getFullYear()"))
    )
    expect(page.locator(".choose .cell").first).to_be_visible()  # its data for one State
    assert kept.open(f"fr/{OTHER}").url.startswith(f"{kept.url}fr/kept/#not=fr")
    assert kept.open(OTHER).url.startswith(f"{kept.url}kept/#not=states")
    assert kept.open(f"zh/{OTHER}").url.startswith(f"{kept.url}kept/#not=zh")


def test_a_language_is_kept_with_its_search_in_arabic(kept: Kept):
    """Whole: any page opens, and the search finds; nothing scrolls sideways."""
    page = kept.open("ar/kept/")
    page.locator(".kept button").first.click()
    expect(page.locator(".kept [role=status]")).not_to_be_empty()
    assert page.evaluate(STORED) == []
    page.locator(".kept button").first.click()
    expect(page.locator(".kept a[lang=ar]")).to_be_visible(timeout=90_000)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    kept.stop()
    page = kept.open(f"ar/{MECHANISM}convention-2005/")
    notice = page.locator("#kept-on")
    expect(notice).to_be_visible()
    assert re.search(r"\d{4}", notice.inner_text())
    assert notice.evaluate("each => getComputedStyle(each).direction") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page = kept.open("ar/search/#q=Alpha")
    expect(page.locator(".results li").first).to_be_visible()
    expect(kept.open("ar/about/").locator("#kept-on")).to_be_visible()


@pytest.mark.parametrize("trouble", ["down", "silent"])
def test_a_host_that_fails_or_is_silent_shows_what_is_kept(kept: Kept, trouble: str):
    """An error of the host is no answer where a page is kept, nor is a line that says nothing."""
    kept.keep(STATE).close()
    kept.broken[f"{STATE}index.html"] = trouble
    page = kept.open(STATE)
    expect(page.locator("h1")).to_have_text("What applies in Benin")
    expect(page.locator("#kept-on")).to_be_visible()
    if trouble == "down":  # a browser waits for what it has asked for before
        kept.broken.clear()
        page.reload()
        expect(page.locator("#kept-on")).to_have_count(0)


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
    file = kept.folder / "worker.js"
    file.write_text(
        file.read_text("utf-8")
        .replace("Response.redirect(", "Response.error(")
        .replace("return new Response(html", 'html = "<h1>newer</h1>"; return new Response(html')
        .replace("const [html,", "let [html,"),
        "utf-8",
    )
    page = kept.open("kept/")
    page.evaluate("navigator.serviceWorker.getRegistration().then(each => each.update())")
    until(page, "navigator.serviceWorker.getRegistration().then(each => !each.installing && !each.waiting)")
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


def test_without_a_script_nothing_is_offered(kept: Kept, browser: Browser):
    """The button is not shown, and the page of what is kept says why it is empty."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(kept.url + STATE)
    assert page.locator("[data-keep]").count() == 1
    assert not page.locator("[data-keep]").is_visible()
    page.goto(f"{kept.url}kept/")
    expect(page.locator("main .notice", has_text="needs a script")).to_be_visible()
    assert not page.locator("#kept").is_visible()
    context.close()
