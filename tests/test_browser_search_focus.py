"""Where the focus goes when what was pressed in the results of a search is replaced: to what came for it, and
never to the top of the page.
"""

from __future__ import annotations

import re

import pytest
from browsing import Open, hold
from playwright.sync_api import Page, expect
from sites import PROJECT
from waiting import until

pytestmark = pytest.mark.browser

INDEX = "**/search/index/*"
IS_FIRST = "document.activeElement === document.querySelector('.results a')"
IS_BUTTON = "document.activeElement === document.querySelector('.results button')"
HITS = ".results > ol > li"


def asked(open_small: Open, place: str) -> Page:
    """A search without a line, in the dialog of a page or on the page of search, with its button pressed by
    the keyboard: what it says then.
    """
    page = open_small("about/" if place == "dialog" else "search/")
    if place == "dialog":
        page.keyboard.press("Control+k")
        # a search that opens asks for what has been typed by then, and would do so beside the one for it
        until(page, "() => document.querySelector('dialog [role=status]')?.textContent")
    else:
        page.locator("#search-page.ready").wait_for()
    page.route(INDEX, lambda route: route.abort())
    page.locator("dialog input" if place == "dialog" else "#q").fill("convention")
    expect(page.locator(".results a")).to_have_attribute("href", re.compile("instruments/$"))
    page.get_by_role("button", name="Try again").focus()
    return page


@pytest.mark.parametrize("place", ["dialog", "page"])
def test_what_is_tried_again_takes_the_focus(open_small: Open, place: str):
    """The first link of what came, also on a slow line; the button itself where nothing did."""
    page = asked(open_small, place)
    page.evaluate("document.activeElement.id = 'pressed'")
    page.keyboard.press("Enter")
    until(page, f"{IS_BUTTON} && document.activeElement.id !== 'pressed'")

    page.unroute(INDEX)
    let_go = hold(page, INDEX)
    page.keyboard.press("Enter")
    page.locator(".results[aria-busy]").wait_for(state="attached")
    until(page, IS_BUTTON)
    let_go()
    page.locator(".results li").first.wait_for()
    until(page, IS_FIRST)


def test_a_focus_elsewhere_stays(open_small: Open):
    """Who went back to the field while the search was tried again types on."""
    page = asked(open_small, "page")
    page.unroute(INDEX)
    let_go = hold(page, INDEX)
    page.keyboard.press("Enter")
    page.locator("#q").focus()
    let_go()
    page.locator(".results li").first.wait_for()
    expect(page.locator("#q")).to_be_focused()


def test_more_results_go_on_where_the_others_ended(open_small: Open):
    """At the first that was not there, also where pages that stand above as answers are left out of the list;
    and nothing else takes the focus between.
    """
    script = (PROJECT / "overrides/assets/javascripts/search/page.js").read_text("utf-8")
    assert "FIRST_SHOWN = 10" in script
    few = script.replace("FIRST_SHOWN = 10", "FIRST_SHOWN = 3")  # the small library has few records
    page = open_small("about/")
    page.route("**/search/page.js*", lambda route: route.fulfill(body=few, content_type="text/javascript"))
    page.goto(page.url.replace("about/", "search/#q=assistance"))
    for shown in (".results .answers a", HITS):
        page.locator(shown).first.wait_for()
    before = page.locator(HITS).count()
    assert 0 < before < 3  # one of the first three is the answer
    page.evaluate(
        "() => { globalThis.focused = []; document.addEventListener('focusin', ({target}) =>"
        " globalThis.focused.push(target.textContent)); }"
    )
    more = page.get_by_role("button", name="Show more")
    more.focus()
    page.keyboard.press("Enter")
    until(page, f"document.querySelectorAll('{HITS}').length > {before}")
    first_new = page.locator(HITS).nth(before).locator("a").first
    expect(first_new).to_be_focused()
    assert page.evaluate("globalThis.focused") == ["Show more", first_new.text_content()]
