"""The shell in a browser: languages, direction, keyboard, light and dark, narrow screens,
paper, and what it asks of the line.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Site, folder_of
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

RECORD = "instruments/coe/convention-197/"
FIRST_VIEW = 45_000
SECOND_VIEW = 20_000

Open = Callable[..., Page]


def test_the_language_menu_leads_to_the_same_page(open_page: Open, site: Site):
    """On an inner page, Arabic and then Chinese are chosen by name; the place on the page
    comes along.
    """
    page = open_page(f"{RECORD}#art-13")
    for name, language in (("العربية", "ar"), ("中文", "zh"), ("English", "")):
        page.locator(".languages summary").click()
        page.locator(".languages").get_by_role("link", name=name).click()
        page.wait_for_url(f"{site.url}{language}{'/' if language else ''}{RECORD}#art-13")


def test_the_language_menu_keeps_what_was_searched(open_page: Open, site: Site):
    """On the page of search the words and the filters go along into another language,
    behind a "#", so that they are in no request.
    """
    page = open_page("search/?q=Kampala&kind=instrument&sort=newest")
    page.locator("#search-page .results li").first.wait_for()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".languages summary").click()
    page.locator(".languages").get_by_role("link", name="Français").click()
    page.wait_for_url(f"{site.url}fr/search/?q=Kampala&kind=instrument&sort=newest")
    page.locator("#search-page .results li").first.wait_for()

    expect(page.locator("#q")).to_have_value("Kampala")
    expect(page.locator(".facets input:checked")).to_have_value("instrument")
    assert [url for url in asked if "kampala" in url.lower()] == []


@pytest.mark.parametrize("place", ["#100%", "#%E0%A4%A", "#nothing"])
def test_a_place_that_is_none_does_no_harm(open_page: Open, place: str):
    """An address with a place that cannot be read, or that is not there, opens the page
    with all it can do (``open_page`` fails on any error of the page).
    """
    page = open_page(f"matrix/{place}")
    expect(page.locator(".filters")).to_be_visible()
    page.evaluate("place => { location.hash = place; }", place)
    page.wait_for_timeout(50)


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_nothing_scrolls_sideways_on_a_phone(open_page: Open, language: str):
    """At 360 px no shell is wider than the screen, with each menu open."""
    for address in ("", "about/", RECORD):
        page = open_page(folder_of(language) + address, width=360)
        for menu in (".languages", ".sections"):
            page.locator(f"{menu} summary").click()
            opened = page.locator(f"{menu} > :not(summary)")
            expect(opened).to_be_visible()
            box = opened.bounding_box()
            assert page.evaluate("document.documentElement.scrollWidth") == 360, (
                language,
                address,
                menu,
            )
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 360


def tab_to(page: Page, key: str, there: str) -> bool:
    """Press a key until something holds; whether it did within the few things of the
    header.
    """
    for _ in range(12):
        page.keyboard.press(key)
        if page.evaluate(f"Boolean({there})"):
            return True
    return False


def test_the_keyboard_reaches_everything(open_page: Open, site: Site):
    """Tab shows the way to the content first, then the menus; Enter opens one, Escape
    closes it and gives the focus back.
    """
    page = open_page(RECORD)
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    expect(skip).to_have_css("outline-width", "3px")

    assert tab_to(page, "Tab", "document.activeElement.closest('.languages')")
    page.keyboard.press("Enter")
    expect(page.locator(".languages[open]")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".languages[open]")).to_have_count(0)
    expect(page.locator(".languages summary")).to_be_focused()

    assert tab_to(page, "Shift+Tab", "document.activeElement.matches('.skip')")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_sections_are_marked(open_page: Open):
    """The section that a page stands under says so, on wide and on narrow screens."""
    page = open_page(RECORD)
    expect(page.locator(".tabs [aria-current]")).to_have_text("Texts")

    page = open_page(RECORD, width=360)
    expect(page.locator(".tabs")).to_be_hidden()
    page.locator(".sections summary").click()
    expect(page.locator(".sections [aria-current]")).to_be_visible()
    expect(page.locator(".sections [aria-current]")).to_have_text("Texts")


def test_what_a_finger_hits_is_large_enough(open_page: Open):
    """What stands in the head, the trail, the menu and the foot is 32 px high and more."""
    page = open_page("topics/residence-permit/", width=360)
    page.locator(".sections summary").click()
    expect(page.locator(".sections [aria-current]")).to_be_visible()
    small = """() => [...document.querySelectorAll(':is(.top, .crumbs, .foot) :is(a, button, summary)')]
        .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height < 32)
        .map((part) => part.outerHTML)"""
    assert page.evaluate(small) == []


def test_pages_are_light(browser: Browser, small_site: Site):
    """The first view of a record's page and the page after it stay within their budgets
    of compressed bytes; `make bench` measures the largest of the real ones.
    """
    context = browser.new_context()
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    received = []
    line.on(
        "Network.loadingFinished",
        lambda event: received.append(event["encodedDataLength"]),
    )
    spent = []
    for address in ("instruments/alpha/convention-2005/", "topics/assistance/"):
        received.clear()
        page.goto(small_site.url + address, wait_until="networkidle")
        spent.append(sum(received))
    context.close()

    assert 10_000 < spent[0] <= FIRST_VIEW
    assert 0 < spent[1] <= SECOND_VIEW
