"""What axe-core finds in the way: nothing on any kind of page of the small site with everything in it, nor on
the tour, in English and Arabic, in light and in dark.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from barriers import barriers
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES = {
    "home": "",
    "instrument": "instruments/alpha/convention-2005/",
    "plan": "instruments/alpha/plan-2012/",
    "sop": "instruments/alpha/sop-2016/",
    "mechanism": "instruments/alpha/",
    "region": "regions/africa/",
    "topic": "topics/reflection-period/",
    "topics": "topics/",
    "matrix": "matrix/",
    "pathway": "pathway/",
    "stage": "pathway/identification/",
    "states": "states/",
    "state": "states/ben/",
    "plans": "plans/",
    "monitoring": "monitoring/",
    "numbers": "numbers/",
    "principles": "principles/",
    "dakar": "dakar-2010/",
    "terms": "terms/",
    "status": "status/",
    "rules": "rules/",
    "instruments": "instruments/",
    "first-days": "first-days/ben/",
    "topic for a State": "topics/assistance/?state=ben",
    "changes": "changes/",
    "data": "data/",
    "between": "between/?from=BEN&to=GHA&through=TGO",
    "edit": "edit/?record=alpha/convention-2005",
    "translate": "translate/",
    "new file": "edit/?new=plan",
    "search": "search/?q=convention",
    "downloads": "downloads/",
    "compare": "compare/?r=alpha/convention-2005&r=alpha/convention-1998",
}
Open = Callable[..., Page]


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_in_the_way(open_small: Open, kind: str):
    """A kind of page breaks no rule."""
    page = open_small(PAGES[kind])
    page.wait_for_load_state("networkidle" if "?" in PAGES[kind] else "load")
    assert barriers(page) == []


def test_nothing_is_in_the_way_on_the_tour(open_page: Open):
    """The longest of the pages that are written by hand, with tables, pictures and code."""
    assert barriers(open_page("tour/")) == []


@pytest.mark.parametrize("kind", ["home", "instrument", "topic", "matrix", "plans", "between"])
def test_nothing_is_in_the_way_in_arabic_on_a_dark_phone_with_all_open(open_small: Open, kind: str):
    """From right to left, in dark colours, on a narrow screen, with every folded part open."""
    page = open_small(f"ar/{PAGES[kind]}", width=360, scheme="dark")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })")

    assert barriers(page) == []
