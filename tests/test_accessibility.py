"""WCAG 2.2 AA by axe-core: each kind of page, from left to right, from right to left and in Chinese, in light
and dark.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Site
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
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
    "translate": "translate/?why=state",
    "compare": "compare/?r=coe/convention-197&r=un/palermo-protocol",
}
FOLDERS = {"en": "", "ar": "ar/", "zh": "zh/"}

Open = Callable[..., Page]


def serious(page: Page) -> list[str]:
    """What axe finds on a page that is serious or critical: the rule, how often, and the first place."""
    found = Axe().run(page, options=RULES).response["violations"]
    grave = [each for each in found if each["impact"] in ("serious", "critical")]
    return [
        f"{each['id']} ({len(each['nodes'])}): {each['nodes'][0]['html'][:200]} {each['nodes'][0]['any'][:1]}"
        for each in grave
    ]


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_serious(open_page: Open, site: Site, kind: str):
    """A kind of page breaks no rule of WCAG 2.2 AA gravely, in English, Arabic and Chinese."""
    page = open_page()
    found = {}
    for language, folder in FOLDERS.items():
        page.goto(site.url + folder + PAGES[kind])
        found[language] = serious(page)

    assert found == {language: [] for language in FOLDERS}


@pytest.mark.parametrize("kind", ["home", "instrument", "topic", "matrix"])
def test_axe_finds_nothing_serious_in_the_dark(open_page: Open, kind: str):
    """Nor in dark colours, in Arabic."""
    assert serious(open_page(f"ar/{PAGES[kind]}", scheme="dark")) == []


@pytest.mark.parametrize("kind", ["home", "instrument", "topic", "matrix", "plans"])
def test_axe_finds_nothing_serious_on_a_phone_with_all_open(open_page: Open, kind: str):
    """Nor on a narrow screen, with every folded part open."""
    page = open_page(PAGES[kind], width=360)
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })")

    assert serious(page) == []
