"""Search in the browser where the line is slow or breaks, and for who comes back; the
focus goes to what came for what was pressed, and never to the top of the page.
"""

from __future__ import annotations

import re

import pytest
from browsing import Open, hold, until
from playwright.sync_api import Page, Route, expect
from sites import PROJECT

pytestmark = pytest.mark.browser

TEXTS = re.compile(r"/search/index/t\d")
STATUS, RESULTS = "dialog [role=status]", "dialog .results"
SAID = """status => {
  globalThis.said = [];
  new MutationObserver(() => globalThis.said.push(`${status.ariaLive} ${status.textContent}`))
    .observe(status, { attributes: true, childList: true });
}"""


def opened(page: Page) -> Page:
    """The page with its search open."""
    page.keyboard.press("Control+k")
    page.locator("dialog input").wait_for()
    return page


def test_what_is_on_its_way_is_said_and_the_old_goes(open_small) -> None:
    """Results of other words do not stand under new ones: after a moment it is said that
    the search is under way, and the list is empty and busy until the new one is there.
    """
    page = opened(open_small("about/"))
    page.locator("dialog input").fill("convention")
    page.locator(f"{RESULTS} li").first.wait_for()
    let_go = hold(page, "**/search/index/*")
    page.locator("dialog input").fill("kampala housing")
    page.locator(f"{RESULTS}[aria-busy]").wait_for(state="attached")
    expect(page.locator(STATUS)).to_have_text("Searching…")
    expect(page.locator(f"{RESULTS} li")).to_have_count(0)
    let_go()
    page.locator(f"{RESULTS}:not([aria-busy])").wait_for(state="attached")
    expect(page.locator(STATUS)).not_to_have_text("Searching…")


def test_a_part_that_does_not_come_costs_what_stands_in_it(open_small) -> None:
    """One missing file takes its results and not all; a button asks for it anew."""
    page = opened(open_small("about/"))
    page.locator("dialog input").fill("convention")
    page.locator(f"{RESULTS} li").first.wait_for()
    whole = page.locator(f"{RESULTS} li").count()

    page.reload()
    lost: list[Route] = []

    def first_is_lost(route: Route) -> None:
        lost.append(route)
        if len(lost) == 1:
            route.abort()
        else:
            route.continue_()

    page.route(TEXTS, first_is_lost)
    box = opened(page)
    until(
        page, "() => document.querySelector('dialog [role=status]').textContent"
    )  # else words are asked twice
    box.locator("dialog input").fill("convention")
    again = page.locator(f"{RESULTS} button", has_text="Try again")
    again.wait_for()
    assert 0 <= page.locator(f"{RESULTS} li").count() < whole
    again.click()
    until(
        page,
        "n => document.querySelectorAll('dialog .results li').length === n && "
        "!document.querySelector('dialog .results button')",
        whole,
    )


def test_who_comes_back_finds_the_words(open_small) -> None:
    """After a result of the dialog, Back opens it with the words."""
    page = opened(open_small("about/"))
    page.locator("dialog input").fill("convention")
    page.locator(f"{RESULTS} li a").first.click()
    page.wait_for_url("**/instruments/**")
    page.go_back()
    expect(page.locator("dialog[open] input")).to_have_value("convention")


def test_each_query_that_was_sent_is_a_step_back(open_small) -> None:
    """Enter makes a step in the history; letters make none."""
    page = open_small("search/")
    page.locator("#search-page.ready").wait_for()
    for query in ("convention", "housing"):
        page.locator("#q").fill(query)
        page.locator("#q").press("Enter")
        page.wait_for_url(f"**/search/?q={query}")
    page.go_back()
    page.wait_for_url("**/search/?q=convention")
    expect(page.locator("#q")).to_have_value("convention")


def test_the_number_of_results_is_spoken_once(open_small) -> None:
    """While letters come the status is silent; after a rest it is said."""
    page = opened(open_small("about/"))
    page.locator(STATUS).evaluate(SAID)
    page.locator("dialog input").press_sequentially("convention", delay=60)
    page.locator(f"{STATUS}[aria-live=polite]", has_text="Results").wait_for(
        state="attached"
    )
    said = [each for each in page.evaluate("globalThis.said") if "Results" in each]
    assert (said[0].split()[0], said[-1].split()[0]) == ("off", "polite")


def test_what_is_being_composed_is_awaited(open_small) -> None:
    """Letters of a composition search nothing until it ends."""
    page = opened(open_small("about/"))
    page.wait_for_load_state(
        "networkidle"
    )  # what was typed before the search is there is looked for at once
    field = page.locator("dialog input")
    say = "(field, [type, value, isComposing]) => { field.value = value; field.dispatchEvent("
    field.evaluate(
        say + "new InputEvent(type, {isComposing, bubbles: true})); }",
        ["input", "convention", True],
    )
    page.wait_for_timeout(700)
    assert page.locator(f"{RESULTS} li").count() == 0
    field.evaluate(
        say + "new CompositionEvent(type, {bubbles: true})); }",
        ["compositionend", "convention", False],
    )
    page.locator(f"{RESULTS} li").first.wait_for()


def test_no_key_alone_opens_the_search(open_small) -> None:
    """It would be in the way of who speaks, or types with few keys; nothing has to be
    remembered of it.
    """
    page = open_small("about/")
    page.keyboard.press("/")
    page.keyboard.press("Shift+K")
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("Control+k")
    page.locator("dialog[open]").wait_for()
    assert page.evaluate("localStorage.length") == 0


def test_a_state_is_found_by_another_name_where_states_are_listed(open_small) -> None:
    """Who types a city, another name or a slip into the field over the list of States
    finds the State, and is told where none is found; what was typed stays.
    """
    page = open_small("states/")
    field = page.locator("[data-find] input")
    for typed in ("Porto-Novo", "Benni"):
        field.fill(typed)
        page.locator("[data-find] [role=status]", has_text="Perhaps you mean").wait_for()
        expect(page.locator("#states li:visible").first).to_have_text(
            re.compile("^Benin")
        )
        expect(field).to_have_value(typed)
    field.fill("qwxzkj")
    page.locator("[data-find] [role=status]", has_text="No State is found").wait_for()
    field.fill("ben")
    expect(page.locator("#states li:visible")).to_have_count(1)


def test_results_begin_in_the_first_third_of_a_phone(open_small) -> None:
    """The hint and the label are not in their way."""
    page = open_small("search/?q=convention", width=360)
    first = page.locator(".results h2").first
    first.wait_for()
    assert first.bounding_box()["y"] <= 250


# -- where the focus goes ----------------------------------------------------------------


INDEX = "**/search/index/*"
IS_FIRST = "document.activeElement === document.querySelector('.results a')"
IS_BUTTON = "document.activeElement === document.querySelector('.results button')"
HITS = ".results > ol > li"


def asked(open_small: Open, place: str) -> Page:
    """A search without a line, in the dialog of a page or on the page of search, with its
    button pressed by the keyboard: what it says then.
    """
    page = open_small("about/" if place == "dialog" else "search/")
    if place == "dialog":
        page.keyboard.press("Control+k")
        # a search that opens asks for what has been typed by then, and would do so beside
        # the one for it
        until(page, "() => document.querySelector('dialog [role=status]')?.textContent")
    else:
        page.locator("#search-page.ready").wait_for()
    page.route(INDEX, lambda route: route.abort())
    page.locator("dialog input" if place == "dialog" else "#q").fill("convention")
    expect(page.locator(".results a")).to_have_attribute(
        "href", re.compile("instruments/$")
    )
    page.get_by_role("button", name="Try again").focus()
    return page


@pytest.mark.parametrize("place", ["dialog", "page"])
def test_what_is_tried_again_takes_the_focus(open_small: Open, place: str):
    """The first link of what came, also on a slow line; the button itself where nothing
    did.
    """
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
    """At the first that was not there, also where pages that stand above as answers are
    left out of the list; and nothing else takes the focus between.
    """
    script = (PROJECT / "overrides/assets/javascripts/search/page.js").read_text("utf-8")
    assert "FIRST_SHOWN = 10" in script
    few = script.replace(
        "FIRST_SHOWN = 10", "FIRST_SHOWN = 3"
    )  # the small library has few records
    page = open_small("about/")
    page.route(
        "**/search/page.js*",
        lambda route: route.fulfill(body=few, content_type="text/javascript"),
    )
    page.goto(page.url.replace("about/", "search/#q=assistance"))
    for shown in (".results .answers a", HITS):
        page.locator(shown).first.wait_for()
    before = page.locator(HITS).count()
    assert 0 < before < 3  # one of the first three is the answer
    page.evaluate(
        "() => { globalThis.focused = []; document.addEventListener('focusin', "
        "({target}) => globalThis.focused.push(target.textContent)); }"
    )
    more = page.get_by_role("button", name="Show more")
    more.focus()
    page.keyboard.press("Enter")
    until(page, f"document.querySelectorAll('{HITS}').length > {before}")
    first_new = page.locator(HITS).nth(before).locator("a").first
    expect(first_new).to_be_focused()
    assert page.evaluate("globalThis.focused") == ["Show more", first_new.text_content()]
