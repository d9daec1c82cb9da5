"""Pages on a slow line: nothing moves under the reader's eyes while they load, and they
can soon be read.
"""

from __future__ import annotations

import pytest
from browsing import PERIOD, RECORD, Open, until
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MOST = 0.02
"""Cumulative layout shift (the share of the window that moved, times how far): a fifth of
what Google calls good.
"""
SLOW = {
    "offline": False,
    "latency": 100,
    "downloadThroughput": 250_000,
    "uploadThroughput": 50_000,
}
"""Milliseconds and bytes a second: slow enough for scripts to come after the first paint.
"""
SLOWEST = {
    "offline": False,
    "latency": 300,
    "downloadThroughput": 50_000,
    "uploadThroughput": 20_000,
}
READABLE = 3000
"""Milliseconds after which a reader must have the page before her, with nothing kept by
the browser.
"""
SHOWN = """() => ({
  painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity,
  whole: performance.getEntriesByType("navigation")[0].domInteractive,
})"""
OBSERVED = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    const moved = sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 80));
    if (!hadRecentInput) window.shifts.push([value, ...moved]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
RECORDS = "r=alpha/convention-2005&r=beta-union/directive-2011"
ASKED = {
    f"compare/?{RECORDS}": ".result table",
    "between/?from=nga&to=ben": ".result h2",
    f"{PERIOD}?state=ben": ".choose [role=status] > *",
    "search/?q=convention": ".results li",
    "edit/?record=alpha/convention-2005": ".edit input",
}
"""Addresses that ask something of their page, and what stands there once it has answered.
"""
KINDS = (
    *(
        "",
        "ar/",
        "instruments/alpha/convention-2005/",
        "matrix/",
        PERIOD,
        "states/",
        "states/ben/",
    ),
    *(
        "first-days/",
        "plans/",
        "monitoring/",
        "search/",
        "compare/",
        "between/",
        "about/",
    ),
)
WIDE = ("", "matrix/", PERIOD, "states/", "plans/", "compare/")
"""Kinds whose scripts show more on a wide screen than on a phone."""


def _moved(page: Page) -> list:
    """What moved so far, once the page has come to rest."""
    until(page, "() => document.readyState === 'complete'")
    page.wait_for_timeout(400)
    return page.evaluate("window.shifts")


def _slowly(page: Page, line: dict = SLOW) -> str:
    """Gives a page a slow line, on which nothing is kept from another page; the address
    of the site.
    """
    page.add_init_script(OBSERVED)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", line)
    return page.url.replace("about/", "")


@pytest.mark.parametrize("address", ASKED)
def test_an_answer_has_its_place_before_it_comes(open_small: Open, address: str):
    """What stands below an answer waits until it is there, or stands below the window."""
    page = open_small("about/", width=360)
    page.goto(_slowly(page) + address)
    page.locator(ASKED[address]).first.wait_for()
    moved = _moved(page)
    assert sum(value for value, *_ in moved) < MOST, moved


@pytest.mark.parametrize(("width", "kinds"), [(360, KINDS), (1280, WIDE)])
def test_no_kind_of_page_moves(open_small: Open, width: int, kinds: tuple[str, ...]):
    """What scripts show has its room from the first paint."""
    page, found = open_small("about/", width=width), {}
    site = _slowly(page)
    for kind in kinds:
        page.goto(site + kind)
        moved = _moved(page)
        if sum(value for value, *_ in moved) >= MOST:
            found[kind] = moved
    assert not found


@pytest.mark.parametrize("address", [f"ru/{RECORD}", "ar/states/sen/"])
def test_a_record_and_a_state_are_readable_in_three_seconds(
    open_page: Open, address: str
):
    """The longest treaty in letters of two bytes, and the page of a State: something is
    seen, and all words have come, on a line of the second generation.
    """
    page = open_page("about/", width=360)
    page.goto(_slowly(page, SLOWEST) + address, wait_until="load")
    page.wait_for_timeout(200)
    found = page.evaluate(SHOWN)
    assert max(found.values()) < READABLE, found
