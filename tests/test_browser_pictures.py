"""Pictures in a browser: that they can be read, lead where they say, and stand within the page."""

from __future__ import annotations

import pytest
from browsing import Open
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
RECORD = "instruments/alpha/convention-2005/"
WIDTH = "document.documentElement.scrollWidth"


def test_a_tile_leads_to_its_state(open_small: Open):
    """Where it lies, by its code; one of which nothing is known is hatched and no link."""
    page = open_small("states/")
    tile = page.locator(".tiles a", has_text="BEN")
    hatched = page.locator(".tiles b").first
    assert "gradient" in hatched.evaluate("tile => getComputedStyle(tile).backgroundImage")
    tile.click()
    page.wait_for_url("**/states/ben/")


@pytest.mark.parametrize("address", ["states/", "ar/states/", RECORD, f"ar/{RECORD}", "plans/"])
def test_pictures_stay_within_a_phone(open_small: Open, address: str):
    """A map scrolls in its own place, and its letters are large enough to read."""
    page = open_small(address, width=360)
    assert page.evaluate(WIDTH) <= 360
    tiles = page.locator(".tiles p > *")
    if tiles.count():
        assert tiles.first.evaluate("tile => parseFloat(getComputedStyle(tile).fontSize)") >= 9
        assert tiles.first.bounding_box() | {"x": 0, "y": 0} == {"x": 0, "y": 0, "width": 24, "height": 24}


def test_west_is_left_in_every_language(open_small: Open):
    """A map is not mirrored where a language runs from the right."""
    page = open_small("ar/states/")
    senegal, benin = (page.locator(".tiles p > *", has_text=code).bounding_box() for code in ("SEN", "BEN"))
    assert senegal["x"] < benin["x"]


def test_a_map_is_passed_by_the_keyboard_and_said_in_words(open_small: Open):
    """One stop, for who scrolls it; each link stands in the list below, the number beside it."""
    page = open_small("states/")
    focusable = page.locator(".map :is(a, [tabindex])").evaluate_all(
        "all => all.filter(e => e.tabIndex >= 0)"
    )
    assert len(focusable) == 1
    expect(page.locator("#states li").first).to_have_text("Benin 1")


def test_a_drawn_row_is_as_high_as_its_words(open_small: Open):
    """Strands meet from row to row, however the names wrap."""
    page = open_small(RECORD, width=360)
    rows = page.locator(".lineage li").evaluate_all(
        "rows => rows.map(row => [row.offsetHeight, row.querySelector('svg').getBoundingClientRect().height])"
    )
    assert rows
    assert all(abs(row - drawn) < 1 for row, drawn in rows)
