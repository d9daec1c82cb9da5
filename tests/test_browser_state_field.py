"""The field in which a State is typed: what is offered where a name is not certain is reached by one click
and by the keys, is spoken once, and the list under the field has the name of the field.
"""

from __future__ import annotations

import pytest
from browsing import Open
from choosing import state_field
from playwright.sync_api import Locator, Page, expect
from waiting import until

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.textContent"
CHANGES = """() => {
  globalThis.changes = 0;
  new MutationObserver(() => { globalThis.changes += 1; })
    .observe(document.querySelector(".suggested + [aria-live]"), { childList: true, characterData: true });
}"""


@pytest.fixture
def page(open_small: Open, request: pytest.FixtureRequest) -> Page:
    """A page on which a State is typed, the front page where no other is named; its list is open."""
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


@pytest.mark.parametrize("page", ["", "topics/assistance/"], indirect=True, ids=["home", "topic"])
def test_one_click_chooses_what_is_offered(page: Page):
    """After Enter, though the press takes the focus from the field before the button is let go."""
    field_of(page).fill("Benni")
    field_of(page).press("Enter")
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
    """It comes while the reader rests, and leaving the field or going back to it draws nothing anew."""
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
    until(page, "globalThis.changes === 3")  # the button goes at once, the sentence comes after a rest


def test_what_is_offered_goes_with_the_words_that_it_was_for(page: Page):
    """A State of other words is never pressed by mistake; one that is certain needs no offer."""
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
