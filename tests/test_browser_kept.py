"""What a reader keeps on a device for when there is no connection, what an update
fetches, and how it is forgotten: in Chromium, from the small library with everything in
it, in a folder of a host that sends the strict headers.
"""

from __future__ import annotations

import json
import re

import pytest
from browsing import eventually, until
from keeping import (
    CONFIRM,
    MECHANISM,
    OTHER,
    SAID,
    STATE,
    STORED,
    TEXTS,
    TOPIC,
    WORKERS,
    Kept,
)
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

RECORD, FIRST_DAYS, BETWEEN = (
    f"{MECHANISM}convention-2005/",
    "first-days/ben/",
    "between/",
)


def test_nothing_is_kept_unasked(kept: Kept):
    """Opening pages, the list of what is kept included, registers no worker and stores
    nothing; what keeps pages is fetched when its button is pressed. The title of the list
    does not say what they are about.
    """
    page = kept.open(STATE)
    asked = kept.asked(page)
    page.reload()
    assert [path for path in asked if "kept" in path or "worker" in path] == []
    assert page.title() == "What applies in Benin · Dakar Compendium"
    page.goto(f"{kept.url}kept/")
    expect(page.locator("#kept")).to_contain_text("Nothing is saved yet.")
    expect(page).to_have_title("Saved pages")
    expect(page.locator("h1")).to_have_text("Saved pages")
    assert page.evaluate(WORKERS) == 0
    assert page.evaluate(STORED) == []
    assert page.context.cookies() == []


def test_a_kept_state_opens_with_the_server_stopped(kept: Kept):
    """The sizes stand before; the day and the size after; without a line the page has its
    styles, says how old it is, and its first days open too.
    """
    page = kept.open(STATE)
    page.locator("[data-keep]").click()
    expect(page.locator(SAID)).to_have_text(
        re.compile(
            r"You download about [\d.]+ [kM]B\. It takes [\d.]+ [kM]B on this device, where [\d.]+ GB "
            r"is free\. Anyone who uses this device can see saved pages\."
        )
    )
    assert page.evaluate(STORED) == []
    page.locator(CONFIRM).click()
    expect(page.locator(SAID)).to_have_text(
        re.compile(r"Saved: \d+ \w+ \d{4}, [\d.]+ [kM]B")
    )
    until(page, f"{WORKERS}.then(found => found === 1)")

    kept.stop()
    page = kept.open(STATE)
    expect(page.locator("h1")).to_have_text("What applies in Benin")
    expect(page.locator("#kept-on")).to_have_text(
        re.compile(
            r"No connection\. Saved on this device: \d+ \w+ \d{4} \(today\)\. All saved pages"
        )
    )
    assert page.evaluate(
        "[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page = kept.open("first-days/ben/?from=home#content")
    expect(page.locator("#kept-on")).to_be_visible()


def test_what_is_stopped_goes_on_where_it_was(kept: Kept):
    """While it comes it says how much of how much; what had come is named with its size,
    beside the button that deletes everything too, and is not fetched again.
    """
    late = f"{STATE}index.html"
    page = kept.open(STATE)
    kept.broken[late] = "silent"
    page.locator("[data-keep]").click()
    page.locator(CONFIRM).click()
    stop = page.get_by_role("button", name="Stop")
    expect(page.locator(".keep")).to_contain_text(re.compile(r"[\d.]+ kB of [\d.]+ kB"))
    listed = json.loads((kept.folder / "kept/files.json").read_text("utf-8"))
    own = [path for path in listed["files"] if path.startswith((STATE, FIRST_DAYS))]
    inside = "caches.open('kept:/compendium/').then(store => store.keys()).then(all => all.length)"
    until(page, f"{inside}.then(number => number === {len(own) + len(listed['always'])})")
    stop.click()
    half = re.compile(
        r"You stopped the download\. Not complete yet\. ([\d.]+ kB) is saved on this device\."
    )
    expect(page.locator(SAID)).to_have_text(half)
    size = half.search(page.locator(SAID).inner_text())[1]
    page.close()

    page = kept.open("kept/")
    row = page.locator(".kept li", has_text="Benin")
    expect(row).to_contain_text(f"Not complete yet. {size} is saved on this device.")
    expect(page.get_by_role("button", name=f"Delete everything · {size}")).to_be_visible()
    del kept.broken[late]
    asked = kept.asked(page)
    row.get_by_role("button", name="Continue").click()
    expect(row).to_contain_text("Saved:")
    assert [path for path in asked if path != "worker.js"] == ["kept/files.json", STATE]
    kept.stop()
    expect(kept.open(STATE).locator("#kept-on")).to_be_visible()


def test_what_has_come_in_part_can_be_deleted(kept: Kept):
    """Nothing of it stays, the worker neither."""
    page = kept.open(STATE)
    kept.broken[f"{STATE}index.html"] = "cut"
    page.locator("[data-keep]").click()
    page.locator(CONFIRM).click()
    expect(page.locator(SAID)).to_have_text(
        re.compile(
            r"Some files did not load\..* Not complete yet\. [\d.]+ kB is saved on this device\."
        )
    )
    page = kept.open("kept/")
    page.locator(".kept").get_by_role("button", name="Delete").click()
    expect(page.locator("#kept")).to_contain_text("Nothing is saved yet.")
    until(page, f"{STORED}.then(all => all.length === 0)")
    until(page, f"{WORKERS}.then(found => found === 0)")


def test_a_state_is_kept_with_the_texts_that_bind_it(kept: Kept):
    """As a second choice, with its own size; each of them opens without a line, others do
    not.
    """
    page = kept.open(STATE)
    texts = page.locator(
        "#binding + * a[href*='instruments/'], section:has(#binding) th a"
    ).evaluate_all("all => all.map(each => each.href)")
    page.locator("[data-keep]").click()
    expect(page.locator(".keep")).to_contain_text(
        "With the texts that bind it: You download about"
    )
    page.locator(f"{TEXTS} button").first.click()
    expect(page.locator(f"{TEXTS} [role=status]")).to_contain_text("Saved:")
    expect(kept.open("kept/").locator(".kept a")).to_have_text(
        "What applies in Benin · With the texts that bind it"
    )
    kept.stop()
    assert texts
    for address in (f"{kept.url}{STATE}", *texts):
        page.goto(address)
        expect(page.locator("#kept-on")).to_be_visible()


def test_a_link_to_what_is_not_kept_says_its_name_and_offers_to_keep_it(kept: Kept):
    """With the line back, one press and another keep it: a text alone, where only the
    State was kept.
    """
    kept.keep(f"ar/{STATE}").close()
    send = kept.context.set_offline
    page = kept.open(f"ar/{STATE}")
    send(True)
    page.reload()
    link = page.locator("section:has(#binding) th a").first
    name, address = link.text_content(), link.evaluate("link => link.href")
    link.evaluate("link => link.click()")
    page.wait_for_url(re.compile("#not="))
    notice = page.locator("main [role=alert]")
    expect(notice.locator("a")).to_have_text(name)
    send(False)
    notice.get_by_role("button").click()
    notice.locator("span > button").last.click()
    expect(page.locator(".kept a", has_text=name)).to_be_visible()
    expect(notice.locator("button")).to_have_count(0)
    send(True)
    page.goto(address)
    expect(page.locator("#kept-on")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    send(False)


def test_an_update_fetches_only_what_changed(kept: Kept):
    """By the digests of the list: one page of a mechanism; a record that is gone is
    forgotten.
    """
    kept.keep(MECHANISM).close()
    record = f"{MECHANISM}convention-2005/"
    gone = next(
        each.name
        for each in (kept.folder / MECHANISM).iterdir()
        if each.is_dir() and each.name > "d"
    )
    kept.change(f"{record}index.html", "</h1>", " anew</h1>")
    kept.publish(f"{MECHANISM}{gone}/index.html", None)
    page = kept.open("kept/")
    asked = kept.asked(page)
    page.get_by_role("button", name="Update").click()
    expect(page.locator(".kept li").first).to_contain_text("Updated")
    assert [path for path in asked if path != "worker.js"] == ["kept/files.json", record]
    kept.stop()
    page = kept.open(record)
    expect(page.locator("h1")).to_contain_text("anew")
    expect(page.locator("#kept-on")).to_be_visible()
    expect(kept.open(f"{MECHANISM}{gone}/")).to_have_url(re.compile("/kept/#not="))


def test_a_set_that_is_gone_from_the_site_is_forgotten(kept: Kept):
    """It says so, and what it held is free."""
    kept.keep(STATE).close()
    kept.publish(f"{STATE}index.html", None)
    page = kept.open("kept/")
    page.get_by_role("button", name="Update").click()
    expect(page.locator("#kept [role=status]").first).to_have_text(
        "No longer on the site, and deleted: What applies in BeninNothing is saved yet."
    )
    until(page, f"{STORED}.then(all => all.length === 0)")


@pytest.mark.parametrize("address", ["recognise/", BETWEEN])
def test_pages_of_a_case_are_saved_and_printed_from_their_top(kept: Kept, address: str):
    """Both buttons stand on the first screen; what was saved opens with the server
    stopped, with what it answers.
    """
    page = kept.open(address)
    printed = page.get_by_role("button", name="Print")
    for button in (printed, page.get_by_role("button", name="Save on this device")):
        expect(button).to_be_visible()
        assert button.bounding_box()["y"] < 500
    page.evaluate("print = () => { document.title = 'printed'; }")
    printed.click()
    expect(page).to_have_title("printed")
    page.close()
    kept.keep(address).close()
    kept.stop()
    page = kept.open(f"{address}?from=NGA&to=BEN" if address == BETWEEN else address)
    expect(page.locator("#kept-on")).to_be_visible()
    if address == BETWEEN:
        expect(page.locator(".result #whom-to-call")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_page_is_left_quickly(kept: Kept):
    """It is gone from sight before anything comes over the line; "back" leads past it;
    what was picked is deleted, saved pages stay. The way out stays in sight on a long
    page.
    """
    kept.keep(STATE).close()
    weather = re.compile("^https://worldweather")
    kept.context.route(weather, lambda route: route.fulfill(body="Sunny"))
    page = kept.open(RECORD)
    page.locator(".pickup button").click()
    page.goto(f"{kept.url}ar/first-days/")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    out = page.locator("[data-leave]")
    expect(out).to_be_in_viewport()
    shown = "[getComputedStyle(document.documentElement).display, document.title]"
    assert out.evaluate(f"link => {{ link.click(); return {shown}; }}") == [
        "none",
        "worldweather.wmo.int",
    ]
    page.wait_for_url(weather)
    page.go_back()
    expect(page).to_have_url(kept.url + RECORD)
    assert page.evaluate("sessionStorage.length") == 0
    assert page.evaluate(STORED) == ["kept:/compendium/"]


def test_another_file_in_the_place_of_a_page_is_not_kept(kept: Kept):
    """What the host sends instead (a notice, a page of tomorrow) has not the digest of
    the list: it is neither kept nor shown, and the reader is told to try again.
    """
    page = kept.open(STATE)
    kept.put(f"{STATE}index.html", "<h1>Log in to the hotel</h1>")
    page.locator("[data-keep]").click()
    page.locator(CONFIRM).click()
    expect(page.locator(SAID)).to_contain_text("Some files did not load.")
    kept.stop()
    with pytest.raises(Exception, match=r"ERR_(CONNECTION|FAILED)"):
        kept.open(STATE)


def test_where_there_is_no_room_it_says_so_and_keeps_what_was(kept: Kept):
    """Known before (no button), or met on the way: what was kept is there as it was."""
    kept.keep(STATE).close()
    page = kept.open(MECHANISM)
    page.locator("[data-keep]").click()
    page.locator(CONFIRM).wait_for()
    session = page.context.new_cdp_session(page)
    session.send(
        "Storage.overrideQuotaForOrigin",
        {"origin": kept.url.removesuffix("/compendium/"), "quotaSize": 500},
    )
    page.evaluate("navigator.storage.estimate = async () => ({quota: 1e9, usage: 0})")
    page.locator(CONFIRM).click()
    expect(page.locator(SAID)).to_have_text(
        "There is not enough room on this device. What you saved before is still there."
    )
    assert page.evaluate(STORED) == ["kept:/compendium/"]
    page = kept.open(TOPIC)
    page.evaluate("navigator.storage.estimate = async () => ({quota: 1000, usage: 500})")
    page.locator("[data-keep]").click()
    expect(page.locator(SAID)).to_contain_text("There is not enough room on this device.")
    expect(page.locator(".keep button")).to_have_count(0)
    kept.stop()
    expect(kept.open(STATE).locator("#kept-on")).to_be_visible()


@pytest.mark.parametrize("last", [2, 4])
def test_an_update_that_finds_no_room_midway_changes_nothing(kept: Kept, last: int):
    """Whichever file the room ends at, all pages are those of the day that they say."""
    kept.keep(MECHANISM).close()
    pages = [f"{MECHANISM}{name}/" for name in ("convention-2005", "convention-1998")]
    for address in pages:
        kept.change(f"{address}index.html", "</h1>", " anew</h1>")
    page = kept.open("kept/")
    page.evaluate(
        """last => {
            const put = Cache.prototype.put;
            let puts = 0;
            Cache.prototype.put = function (...given) {
                puts += 1;
                const full = new DOMException('no room', 'QuotaExceededError');
                if (puts > last) return Promise.reject(full);
                return put.apply(this, given);
            };
        }""",
        last,
    )
    page.get_by_role("button", name="Update").click()
    expect(page.locator(".kept li").first).to_contain_text(
        re.compile("not enough room|Updated")
    )
    whole = "Updated" in page.locator(".kept li").first.inner_text()
    assert whole == (last == 4)
    kept.stop()
    assert [
        "anew" in kept.open(address).locator("h1").inner_text() for address in pages
    ] == [whole] * 2


def test_a_browser_that_keeps_nothing_says_so(kept: Kept):
    """Storage that is refused is a sentence, on the page and on the list."""
    refuse = "caches.match = caches.open = () => Promise.reject(new DOMException('no', 'SecurityError'))"
    kept.context.add_init_script(refuse)
    page = kept.open(STATE)
    page.locator("[data-keep]").click()
    expect(page.locator(SAID)).to_have_text(
        "This browser does not let the site save anything."
    )
    expect(kept.open("kept/").locator("#kept")).to_contain_text(
        "does not let the site save anything"
    )


def test_one_is_deleted_and_then_everything(kept: Kept):
    """One of two leaves the other whole; everything, after one question, are saved pages,
    the worker, and whatever else the site left in the browser; "Cancel" leaves it all.
    """
    kept.keep(STATE).close()
    kept.keep(MECHANISM).close()
    page = kept.open(RECORD)
    page.locator(".pickup button").click()
    page.goto(f"{kept.url}kept/")
    left = "localStorage.length + sessionStorage.length"
    until(page, f"{left} === 1")
    page.locator(".kept li", has_text="Benin").get_by_role(
        "button", name="Delete"
    ).click()
    expect(page.locator(".kept li")).to_have_count(
        2
    )  # the mechanism, and the offer of the language
    inside = (
        "caches.open('kept:/compendium/').then(store => store.keys())"
        ".then(all => all.map(each => each.url))"
    )
    until(page, f"{inside}.then(all => !all.some(url => url.includes('states/')))")
    assert any(url.startswith(f"{kept.url}{MECHANISM}?") for url in page.evaluate(inside))

    everything = page.get_by_role(
        "button", name=re.compile(r"Delete everything · [\d.]+ [kM]B")
    )
    everything.click()
    page.get_by_role("button", name="Cancel").click()
    expect(everything).to_be_focused()
    expect(page.locator(".kept a")).to_have_count(1)
    everything.click()
    expect(page.locator("#kept")).to_contain_text(
        "Delete all saved pages and all that you chose on this site?"
    )
    page.get_by_role("button", name="Delete everything", exact=True).click()
    expect(page.locator("#kept")).to_contain_text("Everything is deleted.")
    until(page, f"{STORED}.then(all => all.length === 0)")
    until(page, f"{WORKERS}.then(found => found === 0)")
    until(page, f"{left} === 0")


def test_two_languages_are_kept_side_by_side(kept: Kept):
    """A page says in its own words how old it is, also where it was brought up to date
    from the list of another language; what is missing is said in the language that was
    asked for, where that is kept.
    """
    kept.keep(STATE).close()
    kept.keep(f"ar/{TOPIC}").close()
    page = kept.open("ar/kept/")
    row = page.locator(".kept li", has_text="What applies in Benin")
    row.locator("button").first.click()
    expect(row.get_by_role("status")).to_contain_text(" · ")  # what was fetched anew
    eventually(
        page,
        lambda page: page.locator(".kept a").evaluate_all(
            "all => all.map(each => each.lang)"
        ),
        ["en", "ar"],
    )
    kept.stop()
    notice = kept.open(STATE).locator("#kept-on")
    expect(notice).to_contain_text("No connection. Saved on this device:")
    expect(notice.get_by_role("link", name="All saved pages")).to_have_attribute(
        "href", re.compile("^/[a-z]+/kept/$")
    )
    page = kept.open(f"ar/{TOPIC}?state=ben")
    expect(page.locator("#kept-on a[href$='/ar/kept/']")).to_be_visible()
    expect(page.locator(".choose .cell").first).to_be_visible()  # its data for one State
    for folder, told in (
        ("", "kept/#not=states"),
        ("ar/", "ar/kept/#not=ar"),
        ("zh/", "kept/#not=zh"),
    ):
        expect(kept.open(f"{folder}{OTHER}")).to_have_url(
            re.compile(f"^{re.escape(kept.url + told)}")
        )


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
    expect(notice).to_contain_text(re.compile(r"\d{4}"))
    assert notice.evaluate("each => getComputedStyle(each).direction") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page = kept.open("ar/search/#q=Alpha")
    expect(page.locator(".results li").first).to_be_visible()
    expect(kept.open("ar/about/").locator("#kept-on")).to_be_visible()


def test_without_a_script_nothing_is_offered(kept: Kept, browser: Browser):
    """The button is not shown, and the list of saved pages says why it is empty; the way
    out is a link.
    """
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(kept.url + STATE)
    expect(page.locator("[data-keep]")).to_have_count(1)
    expect(page.locator("[data-keep]")).to_be_hidden()
    page.goto(f"{kept.url}kept/")
    expect(page.locator("main .notice", has_text="needs a script")).to_be_visible()
    expect(page.locator("#kept")).to_be_hidden()
    expect(page.locator(".leave a")).to_have_attribute(
        "href", "https://worldweather.wmo.int/"
    )
    context.close()
