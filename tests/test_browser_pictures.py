"""Pictures in a browser: that they can be read, lead where they say, and stand within the
page.
"""

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
    assert "gradient" in hatched.evaluate(
        "tile => getComputedStyle(tile).backgroundImage"
    )
    tile.click()
    page.wait_for_url("**/states/ben/")


@pytest.mark.parametrize("address", ["ar/states/", RECORD])
def test_pictures_stay_within_a_phone(open_small: Open, address: str):
    """What is too wide for it, as a map is, does not stand there."""
    page = open_small(address, width=360)
    assert page.evaluate(WIDTH) <= 360
    expect(page.locator(".map > *:visible")).to_have_count(0)


@pytest.mark.parametrize(("width", "size"), [(800, 25.6), (1280, 28)])
def test_the_letters_of_a_map_can_be_read(open_small: Open, width: int, size: float):
    """At 12 px, in tiles that hold them, where all of the map fits."""
    page = open_small("states/", width=width)
    tile = page.locator(".tiles b").first
    assert tile.evaluate("tile => parseFloat(getComputedStyle(tile).fontSize)") == 12
    box = tile.bounding_box()
    assert (round(box["width"], 1), round(box["height"], 1)) == (size, size)
    assert page.locator(".tiles").evaluate(
        "map => map.scrollWidth <= map.parentNode.clientWidth"
    )


def test_west_is_left_in_every_language(open_small: Open):
    """A map is not mirrored where a language runs from the right."""
    page = open_small("ar/states/")
    senegal, benin = (
        page.locator(".tiles p > *", has_text=code).bounding_box()
        for code in ("SEN", "BEN")
    )
    assert senegal["x"] < benin["x"]


@pytest.mark.parametrize("language", ["", "ar/"])
def test_who_is_bound_is_near_the_top_of_a_phone(open_small: Open, language: str):
    """Bars by region, each as high as a finger needs; a tap names the States."""
    page = open_small(f"{language}{RECORD}", width=360)
    region = page.locator(".bars summary").first
    box = region.bounding_box()
    assert box["y"] < 2 * 740
    assert box["height"] >= 44
    names = page.locator(".bars details > p").first
    expect(names).to_be_hidden()
    region.click()
    expect(names).to_be_visible()
    assert page.evaluate(WIDTH) <= 360


@pytest.mark.parametrize("language", ["", "ar/"])
def test_the_years_of_a_state_are_low_and_within_a_phone(open_small: Open, language: str):
    """A strip costs little of a page, and its marks stand within it."""
    page = open_small(f"{language}states/ben/", width=360)
    strip = page.locator(".strip").bounding_box()
    assert strip["height"] <= 160
    for mark in page.locator(".strip circle").all():
        box = mark.bounding_box()
        assert strip["x"] - 4 <= box["x"] <= strip["x"] + strip["width"]
    assert page.evaluate(WIDTH) <= 360


@pytest.mark.parametrize("width", [360, 1280])
def test_plans_are_on_one_axis(open_small: Open, width: int):
    """The line of today is at the same place in the head and in every row."""
    page = open_small("plans/", width=width)
    places = page.locator(".plans .now").evaluate_all(
        "lines => lines.filter((line) => line.checkVisibility())"
        ".map((line) => line.getBoundingClientRect().x)"
    )
    assert len(places) > 2
    assert max(places) - min(places) <= 2


@pytest.mark.parametrize("language", ["", "ar/"])
def test_topics_by_regions_fit_a_phone(open_page: Open, language: str):
    """All six columns of the overview are within the page, and each cell says its rule."""
    page = open_page(f"{language}matrix/", width=360)
    for head in page.locator("#overview thead th").all():
        box = head.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    names = page.locator("#overview td a").evaluate_all(
        "links => links.map((link) => link.title)"
    )
    assert names
    assert all(names)
