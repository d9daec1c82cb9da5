"""A page on a slow line: second generation, 50 kB a second and 0.3 s until anything comes."""

from __future__ import annotations

import pytest
from browsing import RECORD, Open
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LINE = {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 20_000}
READABLE = 3000
"""Milliseconds after which a reader must have the page before her, with nothing kept by the browser."""
SHOWN = """() => ({
  painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity,
  whole: performance.getEntriesByType("navigation")[0].domInteractive,
})"""


def _slowly(page: Page, address: str) -> dict[str, float]:
    """When something of a page was seen, and when all its words had come, in milliseconds."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", LINE)
    page.goto(page.url.replace("about/", address), wait_until="load")
    page.wait_for_timeout(200)
    return page.evaluate(SHOWN)


@pytest.mark.parametrize("address", [f"ru/{RECORD}", "ar/states/sen/"])
def test_a_record_and_a_state_are_readable_in_three_seconds(open_page: Open, address: str):
    """The longest treaty in letters of one and of two bytes, and the page of a State."""
    found = _slowly(open_page("about/", width=360), address)
    assert max(found.values()) < READABLE, found
