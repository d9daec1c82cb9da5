"""What axe-core finds in the way: nothing on any kind of page, in four languages, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from barriers import barriers
from conftest import Site
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES = {
    "home": "",
    "instrument": "instruments/coe/convention-197/",
    "plan": "instruments/ecowas/plan-2008/",
    "sop": "instruments/ecowas/sop-victims/",
    "mechanism": "instruments/ecowas/",
    "region": "regions/africa/",
    "topic": "topics/reflection-period/",
    "matrix": "topics/",
    "pathway": "pathway/",
    "stage": "pathway/first-contact/",
    "states": "states/",
    "state": "states/sen/",
    "plans": "plans/",
    "monitoring": "monitoring/",
    "numbers": "numbers/",
    "principles": "principles/",
    "dakar": "dakar-2010/",
    "terms": "terms/",
    "status": "status/",
    "about": "about/",
    "tour": "tour/",
    "rules": "rules/",
    "instruments": "instruments/",
    "first-days": "first-days/sen/",
    "topic for a State": "topics/assistance/?state=ben",
    "changes": "changes/",
    "data": "data/",
    "between": "between/?from=NGA&to=ITA&through=NER",
    "edit": "edit/?record=coe/convention-197",
    "translate": "translate/",
    "new file": "edit/?new=plan",
    "search": "search/?q=convention",
    "downloads": "downloads/",
    "compare": "compare/?r=coe/convention-197&r=un/palermo-protocol",
}
FOLDERS = {"en": "", "ar": "ar/", "fr": "fr/", "zh": "zh/"}

Open = Callable[..., Page]


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_in_the_way(open_page: Open, site: Site, kind: str):
    """A kind of page breaks no rule, in English, Arabic, French and Chinese."""
    page = open_page()
    found = {}
    for language, folder in FOLDERS.items():
        page.goto(site.url + folder + PAGES[kind], wait_until="networkidle" if "?" in PAGES[kind] else "load")
        found[language] = barriers(page)

    assert found == {language: [] for language in FOLDERS}


@pytest.mark.parametrize("kind", ["home", "instrument", "topic", "matrix"])
def test_nothing_is_in_the_way_in_the_dark(open_page: Open, kind: str):
    """Nor in dark colours, in Arabic."""
    assert barriers(open_page(f"ar/{PAGES[kind]}", scheme="dark")) == []


@pytest.mark.parametrize("kind", ["home", "instrument", "topic", "matrix", "plans"])
def test_nothing_is_in_the_way_on_a_phone_with_all_open(open_page: Open, kind: str):
    """Nor on a narrow screen, with every folded part open."""
    page = open_page(PAGES[kind], width=360)
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })")

    assert barriers(page) == []
