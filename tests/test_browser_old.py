"""A site that nobody tends: a year after the day of its data its pages say so, by the
reader's clock.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from browsing import KINDS, visit
from conftest import Site
from playwright.sync_api import Browser, Page, expect

from generators.corpus.status import check_after

pytestmark = pytest.mark.browser

SAID = "Data of 24 November 2026: check before you rely on it."
STATE, BETWEEN = "states/ben/", "between/?from=BEN&to=NGA"
LAST = check_after(date(2026, 11, 24))
SHOWN = "[...document.querySelectorAll('.old')].map(each => each.checkVisibility())"
SHIFT = """
    globalThis.moved = 0;
    const add = (list) => list.getEntries().forEach((each) => { globalThis.moved += each.value; });
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
"""


def opened(browser: Browser, url: str, day: datetime, scripts: bool = True) -> Page:
    """A page on a day of the reader's clock."""
    page = browser.new_context(java_script_enabled=scripts).new_page()
    page.add_init_script(f"Date.now = () => {int(day.timestamp() * 1000)};")
    page.add_init_script(SHIFT)
    visit(page, url)
    return page


def at(days_before: int = 0, years: int = 0) -> datetime:
    """A moment of the last day on which pages are read without a warning, or of one after
    it.
    """
    return datetime(LAST.year + years, LAST.month, LAST.day - days_before, 0, 0)


def test_pages_say_nothing_until_a_year_has_passed(browser: Browser, small_site: Site):
    """Nor where no script runs: those pages name their day at the end, as all do."""
    for page in (
        opened(browser, small_site.url + STATE, at(days_before=1)),
        opened(browser, small_site.url + STATE, at(years=5), scripts=False),
    ):
        expect(page.locator("main > .old")).to_be_hidden()
        assert not any(
            page.locator(".old").evaluate_all(
                "all => all.map(each => each.checkVisibility())"
            )
        )
        expect(page.locator(".foot")).to_contain_text("Data of 24 November 2026")
        page.context.close()


@pytest.mark.parametrize("address", [each for each in KINDS if "?" not in each])
def test_every_page_says_so_after_that(browser: Browser, small_site: Site, address: str):
    """Before all else, without moving what stands there."""
    page = opened(browser, small_site.url + address, at(years=1))
    expect(page.locator("main > .old")).to_have_text(SAID)
    expect(page.locator("main > .old")).to_be_visible()
    assert page.evaluate("globalThis.moved") < 0.02
    page.context.close()


def test_it_stands_where_a_reader_relies_on_today(browser: Browser, small_site: Site):
    """With the numbers to call, and with what binds; also in print, and in the answer for
    two States.
    """
    page = opened(browser, small_site.url + STATE, at(years=1))
    page.locator("#whom-to-call").click()
    for place in ("summary:has(> #whom-to-call)", "#binding"):
        said = page.locator(f"{place} + .old")
        expect(said).to_have_text(SAID)
        expect(said).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("main > .old")).to_be_visible()
    expect(page.locator(".foot")).to_contain_text("Data of 24 November 2026")
    page.context.close()
    page = opened(browser, small_site.url + BETWEEN, at(years=1))
    expect(page.locator("#whom-to-call + .old")).to_be_visible()
    page.context.close()


def test_another_language_and_a_page_opened_from_a_folder_say_so_too(
    browser: Browser, small_site: Site
):
    """No server is asked what day it is."""
    page = opened(browser, f"{small_site.url}fr/{STATE}", at(years=1))
    expect(page.locator("main > .old")).to_have_text(
        "Données du 24 novembre 2026 : vérifiez avant de vous y fier."
    )
    page.context.close()
    page = opened(
        browser, Path(small_site.folder, STATE, "index.html").as_uri(), at(years=1)
    )
    expect(page.locator("main > .old")).to_be_visible()
    page.context.close()
