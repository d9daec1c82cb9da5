"""The box on the front page, in a browser: what a State and a topic lead to; a State that
is typed, there and on other pages.
"""

from __future__ import annotations

import pytest
from browsing import Open, choose_state, state_field, until
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser


def test_a_state_and_a_topic_lead_to_what_binds_there(open_small: Open):
    """The topic's page opens with the State chosen and answers."""
    page = open_small("ar/", width=360)
    form = page.locator("form[data-go]")
    choose_state(page, "الدولة", "بنين")
    form.locator("select[name=topic]").select_option(value="topics/reflection-period/")
    form.locator("button").click()
    page.wait_for_url("**/ar/topics/reflection-period/?state=ben")
    expect(page.locator("#state select[name=state]")).to_have_value("BEN")
    expect(page.locator("#state [role=status] .cell").first).to_be_visible()


@pytest.mark.parametrize(
    ("state", "topic", "address"),
    [("Porto-Novo", "", "states/ben/"), ("", "topics/assistance/", "topics/assistance/")],
)
def test_one_of_them_alone_leads_to_its_own_page(
    open_small: Open, state: str, topic: str, address: str
):
    """Whoever has no topic yet sees all that applies in a State; whoever has no State,
    the topic.
    """
    page = open_small("")
    choose_state(page, "State", state)
    page.locator("form[data-go] select[name=topic]").select_option(value=topic)
    page.locator("form[data-go] button").click()
    page.wait_for_url(f"**/{address}")


def test_the_page_asks_for_nothing_but_itself(open_small: Open):
    """Its States stand in it: no file of data is fetched, and no further script. Without
    a choice it stays, and the field of States is where to begin.
    """
    page = open_small("")
    here = page.url
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').map(each => each.name)"
    )
    assert not [name for name in loaded if name.endswith(".json") or "/answers/" in name]
    page.locator("form[data-go] button").click()
    expect(state_field(page, "State")).to_be_focused()
    assert page.url == here


# -- a State that is typed ---------------------------------------------------------------


def test_a_state_is_suggested_by_any_of_its_names(open_small: Open):
    """A city, another name, its beginning: the State stands under the field, and is
    chosen by the keys; what finds it was fetched when the field was reached.
    """
    page = open_small("", width=360)
    field = state_field(page, "State")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field.click()
    expect(page.locator(".suggested li")).to_have_count(10)
    assert [url for url in asked if "/search/index/states.json" in url]
    for typed, name in (
        ("porto", "Benin"),
        ("BURMA", "Myanmar"),
        ("kingdom", "United Kingdom"),
    ):
        field.fill(typed)
        expect(page.locator(".suggested li")).to_have_text([name])
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    chosen = page.locator(".suggested [aria-selected=true]")
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id"))
    field.press("Enter")
    expect(field).to_have_value("United Kingdom")
    expect(page.locator("select[name=state]")).to_have_value("states/gbr/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_was_typed_wrong_stays(open_small: Open):
    """What nobody knows is said and not lost, and the form is not sent without the State
    (of a slip that may mean one, what is offered is asked below).
    """
    page = open_small("")
    here = page.url
    choose_state(page, "State", "qwxzkj")
    field = state_field(page, "State")
    expect(page.locator("form[data-go] [aria-live]")).to_have_text(
        "No State is found by this name."
    )
    page.locator("select[name=topic]").select_option("topics/assistance/")
    page.locator("form[data-go] > button").click()
    expect(field).to_be_focused()
    expect(field).to_have_value("qwxzkj")
    assert page.url == here


def test_where_names_do_not_come_the_list_is_there(open_small: Open):
    """The choice among all States stands again where what finds them cannot be fetched."""
    page = open_small("")
    page.route("**/search/index/*", lambda route: route.abort())
    state_field(page, "State").click()
    expect(page.locator("select[name=state]")).to_be_visible()
    expect(page.locator("select[name=state]")).to_be_focused()


# -- what is offered where a name is not certain -----------------------------------------


FOCUSED = "document.activeElement.textContent"
CHANGES = """() => {
  globalThis.changes = 0;
  new MutationObserver(() => { globalThis.changes += 1; })
    .observe(document.querySelector(".suggested + [aria-live]"), { childList: true, characterData: true });
}"""


@pytest.fixture
def page(open_small: Open, request: pytest.FixtureRequest) -> Page:
    """A page on which a State is typed, the front page where no other is named; its list
    is open.
    """
    page = open_small(getattr(request, "param", ""))
    page.locator("select[name=state]").locator("xpath=../input").click()
    page.locator(".suggested li").first.wait_for()
    return page


def field_of(page: Page) -> Locator:
    """The field, by the name that it has on either page."""
    return state_field(page, "State").or_(state_field(page, "For one State"))


def offer_of(page: Page) -> Locator:
    """What is offered under the field."""
    return page.locator(".suggested + [aria-live]")


@pytest.mark.parametrize(
    "page", ["", "topics/assistance/"], indirect=True, ids=["home", "topic"]
)
def test_one_click_chooses_what_is_offered(page: Page):
    """After Enter, though the press takes the focus from the field before the button is
    let go.
    """
    field_of(page).fill("Benni")
    field_of(page).press("Enter")
    expect(field_of(page)).to_have_value("Benni")
    box = offer_of(page).get_by_role("button", name="Benin").bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.wait_for_timeout(60)
    page.mouse.up()
    expect(field_of(page)).to_have_value("Benin")
    expect(page.locator("select[name=state]")).not_to_have_value("")
    expect(field_of(page)).to_be_focused()
    expect(offer_of(page)).to_be_empty()


@pytest.mark.parametrize("keys", [["Enter", "Tab"], ["Tab"]], ids="-".join)
def test_the_next_stop_after_the_field_is_what_is_offered(page: Page, keys: list[str]):
    """With Enter or without, as fast as one types; Enter on it chooses it."""
    field_of(page).fill("Benni")
    for key in keys:
        page.keyboard.press(key)
    until(page, f"{FOCUSED} === 'Benin'")
    page.keyboard.press("Enter")
    expect(field_of(page)).to_have_value("Benin")
    expect(field_of(page)).to_be_focused()


def test_what_is_offered_is_spoken_once(page: Page):
    """It comes while the reader rests, and leaving the field or going back to it draws
    nothing anew.
    """
    page.evaluate(CHANGES)
    field_of(page).press_sequentially("Benni", delay=30)
    expect(offer_of(page)).to_have_text("Perhaps you mean Benin")
    for key in ("Enter", "Tab", "Shift+Tab", "Tab"):
        page.keyboard.press(key)
    field_of(page).click()
    page.wait_for_timeout(500)
    assert page.evaluate("globalThis.changes") == 1
    field_of(page).fill("qwxzkj")
    expect(offer_of(page)).to_have_text("No State is found by this name.")
    until(
        page, "globalThis.changes === 3"
    )  # the button goes at once, the sentence comes after a rest


def test_what_is_offered_goes_with_the_words_that_it_was_for(page: Page):
    """A State of other words is never pressed by mistake; one that is certain needs no
    offer.
    """
    field_of(page).fill("Benni")
    expect(offer_of(page)).to_contain_text("Benin")
    field_of(page).fill("Togo")
    expect(offer_of(page)).to_be_empty()
    page.keyboard.press("Tab")
    expect(offer_of(page)).to_be_empty()
    expect(page.locator("select[name=state]")).not_to_have_value("")


def test_a_list_that_scrolls_is_no_stop(page: Page):
    """From the field with its whole list open, Tab goes to what stands after it."""
    page.keyboard.press("Tab")
    expect(page.locator(".suggested")).to_be_hidden()
    until(page, "document.activeElement.matches('a, button, select, input, summary')")


def test_the_list_of_states_has_the_name_of_the_field(page: Page):
    """And not, with it, the names of all States of the choice that it stands for."""
    name = field_of(page).evaluate("field => field.labels[0].firstChild.data.trim()")
    assert name in ("State", "For one State")
    expect(page.get_by_role("listbox", name=name, exact=True)).to_be_visible()
