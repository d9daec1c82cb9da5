"""The box on the front page, in a browser: what a State and a topic lead to."""

from __future__ import annotations

import pytest
from browsing import Open
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("folder", ["", "ar/"])
def test_a_state_and_a_topic_lead_to_what_binds_there(open_small: Open, folder: str):
    """The topic's page opens with the State chosen and answers."""
    page = open_small(folder, width=360)
    form = page.locator("form[data-go]")
    form.locator("select").nth(0).select_option(value="states/ben/")
    form.locator("select").nth(1).select_option(value="topics/reflection-period/")
    form.locator("button").click()
    page.wait_for_url(f"**/{folder}topics/reflection-period/?state=ben")
    expect(page.locator("#state select")).to_have_value("BEN")
    expect(page.locator("#state [role=status] .cell").first).to_be_visible()


@pytest.mark.parametrize(
    ("place", "value", "address"),
    [(0, "states/ben/", "states/ben/"), (1, "topics/assistance/", "topics/assistance/")],
)
def test_one_of_them_alone_leads_to_its_own_page(open_small: Open, place: int, value: str, address: str):
    """Whoever has no topic yet sees all that applies in a State; whoever has no State, the topic."""
    page = open_small("")
    page.locator("form[data-go] select").nth(place).select_option(value=value)
    page.locator("form[data-go] button").click()
    page.wait_for_url(f"**/{address}")


def test_without_a_choice_the_page_stays(open_small: Open):
    """The field of States is where to begin."""
    page = open_small("")
    here = page.url
    page.locator("form[data-go] button").click()
    expect(page.locator("form[data-go] select").first).to_be_focused()
    assert page.url == here


def test_states_stand_in_the_order_of_their_names(open_small: Open):
    """As readers of the language look for them, with what leads to nothing first."""
    options = open_small("fr/").locator("form[data-go] select").first.locator("option").all_inner_texts()
    assert options[1:] == [
        *("Allemagne", "Bénin", "Côte d’Ivoire", "France", "Ghana", "Mali", "Myanmar", "Nigeria"),
        *("Royaume-Uni", "Togo"),
    ]


def test_the_page_asks_for_nothing_but_itself(open_small: Open):
    """Its States are those of its map: no file of data is fetched, and no further script."""
    page = open_small("")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert not [name for name in loaded if name.endswith(".json") or "/answers/" in name]
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
