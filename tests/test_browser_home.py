"""The box on the front page, in a browser: what a State and a topic lead to."""

from __future__ import annotations

import pytest
from browsing import Open
from choosing import choose_state, state_field
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_state_and_a_topic_lead_to_what_binds_there(open_small: Open):
    """The topic's page opens with the State chosen and answers."""
    page = open_small("ar/", width=360)
    form = page.locator("form[data-go]")
    choose_state(page, "الدولة", "بنين")
    form.locator("select[name=topic]").select_option(value="topics/reflection-period/")
    form.locator("button").click()
    page.wait_for_url("**/ar/topics/reflection-period/?state=ben")
    expect(page.locator("#state select")).to_have_value("BEN")
    expect(page.locator("#state [role=status] .cell").first).to_be_visible()


@pytest.mark.parametrize(
    ("state", "topic", "address"),
    [("Porto-Novo", "", "states/ben/"), ("", "topics/assistance/", "topics/assistance/")],
)
def test_one_of_them_alone_leads_to_its_own_page(open_small: Open, state: str, topic: str, address: str):
    """Whoever has no topic yet sees all that applies in a State; whoever has no State, the topic."""
    page = open_small("")
    choose_state(page, "State", state)
    page.locator("form[data-go] select[name=topic]").select_option(value=topic)
    page.locator("form[data-go] button").click()
    page.wait_for_url(f"**/{address}")


def test_the_page_asks_for_nothing_but_itself(open_small: Open):
    """Its States stand in it: no file of data is fetched, and no further script. Without a choice it stays,
    and the field of States is where to begin.
    """
    page = open_small("")
    here = page.url
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert not [name for name in loaded if name.endswith(".json") or "/answers/" in name]
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.locator("form[data-go] button").click()
    expect(state_field(page, "State")).to_be_focused()
    assert page.url == here


# -- a State that is typed -----------------------------------------------------------------------------------


def test_a_state_is_suggested_by_any_of_its_names(open_small: Open):
    """A city, another name, its beginning: the State stands under the field, and is chosen by the keys; what
    finds it was fetched when the field was reached.
    """
    page = open_small("", width=360)
    field = state_field(page, "State")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field.click()
    expect(page.locator(".suggested li")).to_have_count(10)
    assert [url for url in asked if "/search/index/states.json" in url]
    for typed, name in (("porto", "Benin"), ("BURMA", "Myanmar"), ("kingdom", "United Kingdom")):
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


def test_what_was_typed_wrong_stays_and_a_state_is_offered(open_small: Open):
    """A slip brings the State that may be meant, as a button; what nobody knows is said; neither is lost, and
    the form is not sent without the State.
    """
    page = open_small("")
    here = page.url
    choose_state(page, "State", "Beninn")
    field = state_field(page, "State")
    expect(field).to_have_value("Beninn")
    said = page.locator("form[data-go] [aria-live]")
    expect(said).to_contain_text("Perhaps you mean")
    said.get_by_role("button", name="Benin").click()
    expect(field).to_have_value("Benin")
    expect(said).to_be_empty()

    choose_state(page, "State", "qwxzkj")
    expect(said).to_have_text("No State is found by this name.")
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
