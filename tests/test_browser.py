"""Generated pages in a browser: languages and direction, narrow screens, dark mode, and
what a view weighs.
"""

from __future__ import annotations

import re

import pytest
from browsing import RECORD, TOPIC, Open, hold, unfold
from conftest import Site
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser


def middle(place: Locator) -> float:
    """How far the middle of something is from the left edge of the screen, in pixels."""
    box = place.bounding_box()
    return box["x"] + box["width"] / 2


# -- languages and direction -------------------------------------------------------------


@pytest.mark.parametrize(
    ("folder", "mirrored"), [("", False), ("zh/", False), ("ar/", True)]
)
def test_content_is_mirrored_in_arabic_alone(
    open_page: Open, folder: str, mirrored: bool
):
    """First columns, breadcrumbs and the side column stand on the side where reading
    begins.
    """
    page = open_page(folder + TOPIC)
    row = page.locator("#compare tbody tr:not(.group)").first
    crumbs = page.locator(".crumbs li")
    pairs = [
        (row.locator("th"), row.locator("td").first),
        (row.locator("td").first, row.locator("td").last),
        (crumbs.first, crumbs.last),
    ]
    assert page.locator("main").evaluate("main => getComputedStyle(main).direction") == (
        "rtl" if mirrored else "ltr"
    )
    assert [middle(first) > middle(second) for first, second in pairs] == [
        mirrored
    ] * len(pairs)

    page = open_page(folder + RECORD)
    assert (
        middle(page.locator(".cols > .body")) > middle(page.locator(".cols > .side"))
    ) is mirrored


# -- links into folds --------------------------------------------------------------------


def test_a_link_into_a_closed_fold_opens_it(open_small: Open):
    """Also where it is clicked before any script has come, and again after the fold was
    closed by hand.
    """
    page = open_small("about/")
    let_go = hold(
        page, re.compile("/javascripts/(?!first)")
    )  # but for what comes before the first paint
    page.goto(page.url.replace("about/", "first-days/ben/"), wait_until="commit")
    page.locator("h1").evaluate(
        """heading => {
            const link = document.createElement("a");
            link.href = "#child";
            link.textContent = "For a child";
            heading.after(link);
        }"""
    )
    link, fold = (
        page.locator("main > a[href='#child']"),
        page.locator("details:has(> summary #child)"),
    )
    link.click()
    page.wait_for_url("**/ben/#child", wait_until="commit")
    expect(fold).not_to_have_attribute("open", "")
    let_go()
    expect(fold).to_have_attribute("open", "")
    fold.locator("summary").first.click()
    expect(fold).not_to_have_attribute("open", "")
    link.click()
    expect(fold).to_have_attribute("open", "")


# -- narrow screens ----------------------------------------------------------------------


PARTS = """rows => rows.map(row => [...row.querySelectorAll(
    'a, .st, .fo, .gr, .warn, .num, .cell p, td:last-child')]
    .filter(part => part.checkVisibility()).map(part => part.textContent.trim()))"""


def test_a_comparison_on_a_phone_is_cards_with_the_same_parts(open_page: Open):
    """At 360 px each row is a card within the screen that shows, in the same order, all
    that it shows on a wide screen.
    """
    page = open_page(f"ar/{TOPIC}")
    unfold(page)
    wide = page.locator("#compare tbody tr").evaluate_all(PARTS)
    page = open_page(f"ar/{TOPIC}", width=360)
    unfold(page)
    rows = page.locator("#compare tbody tr")

    assert rows.evaluate_all(PARTS) == wide
    assert sum(len(row) for row in wide) > 200
    table = page.locator(".tbl")
    assert table.evaluate(
        "box => box.scrollWidth <= box.clientWidth && box.scrollHeight <= "
        "box.clientHeight + 1"
    )
    for row in rows.all()[:12]:
        box = row.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    card = page.locator("#compare tbody tr:not(.group)").first
    assert card.evaluate(
        "row => [row, ...row.cells].every(part => getComputedStyle(part).display === "
        "'block')"
    )
    assert card.evaluate(
        "row => [...row.cells].every(cell => Math.abs(cell.offsetWidth - "
        "row.clientWidth) < 2)"
    )


def test_filters_are_folded_on_a_phone(open_page: Open):
    """At 360 px the choices wait behind a button, and the first sentence of law stands on
    the second screen at most; on a wide screen they are open.
    """
    page = open_page(TOPIC, width=360)
    button = page.get_by_role("button", name="Filter and sort")
    box = page.locator(".filters input").first
    expect(box).to_be_hidden()
    assert page.locator("main .cell").first.bounding_box()["y"] < 2 * 800

    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(box).to_be_visible()

    wide = open_page(TOPIC)
    expect(wide.locator(".filters input").first).to_be_visible()
    expect(wide.locator(".fold")).to_be_hidden()


def test_cards_say_what_each_line_is(open_page: Open):
    """Where a card has no header row to look up to, its cells carry the header's words."""
    page = open_page("monitoring/", width=360)
    cell = page.locator("#compare tbody tr:not(.group) td:not(:empty)").first
    label = "getComputedStyle(cell, '::before').content"
    head = cell.evaluate(
        "cell => "
        "cell.closest('table').tHead.rows[0].cells[cell.cellIndex].innerText.trim()"
    )
    assert cell.evaluate(f"cell => {label}") == f'"{head}"'

    wide = (
        open_page("monitoring/")
        .locator("#compare tbody tr:not(.group) td:not(:empty)")
        .first
    )
    assert wide.evaluate(f"cell => {label}") == "none"


def test_dark_pages_are_dark_throughout(open_page: Open, site: Site):
    """In a dark system neither the page nor a table, field or panel keeps a light ground."""
    light = """() => [...document.querySelectorAll('body, main, main *')].filter(part => {
        if (!part.checkVisibility()) return false;
        const [r, g, b, a = 1] = getComputedStyle(part).backgroundColor.match(/[0-9.]+/g).map(Number);
        const own = part.matches('a.b, .ask button, .sg, option, .tiles :is(a, b)');
        return a > .5 && !own && r + g + b > 380;
    }).map(part => part.outerHTML.slice(0, 120))"""
    page = open_page(scheme="dark")
    for address in ("", RECORD, TOPIC, "matrix/", "plans/", "status/"):
        page.goto(site.url + address)
        assert page.evaluate(light) == [], address
