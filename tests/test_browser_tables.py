"""Comparisons in a browser: filters, order and finders, what stays in view, and the two
kinds of absence.
"""

from __future__ import annotations

import re

import pytest
from browsing import PERIOD, TOPIC, Open, eventually, fitting, shown, unfold, until
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def regions(page: Page) -> list[str]:
    """The regions whose columns of the matrix are shown."""
    return page.locator("#matrix [data-region]").evaluate_all(
        "cells => [...new Set(cells.filter(cell => cell.checkVisibility()).map(cell => "
        "cell.dataset.region))]"
    )


# -- filters, order, finders -------------------------------------------------------------


def test_filters_hide_rows_and_say_how_many_stay(open_page: Open):
    """Boxes of region, force and status narrow the rows together, those behind headings
    too; the count is announced; empty groups go; "Show all" brings back what stood there.
    """
    page = open_page(TOPIC)
    before = shown(page)
    everything = fitting(page)
    assert 0 < len(before) < len(everything)
    output = page.locator(".filters output")
    expect(output).to_have_attribute("aria-live", "polite")
    expect(output).to_be_hidden()  # nothing is filtered

    chosen: dict[str, str] = {}
    for name, value in (
        ("region", "africa"),
        ("force", "binding"),
        ("status", "in-force"),
    ):
        page.locator(f".filters input[name={name}][value={value}]").check()
        chosen[name] = value
        rows = fitting(page, **chosen)
        assert 0 < len(rows) < len(everything)
        eventually(page, shown, rows)
        expect(output).to_be_visible()
        expect(output).to_have_text(f"{len(rows)} of {len(everything)} texts shown")
    headings = page.locator("#compare tbody:has(tr:not(.group):not([hidden])) tr.group")
    assert 0 < headings.count() < page.locator("#compare tr.group").count()
    expect(page.locator("#compare tr.group:visible")).to_have_count(headings.count())

    page.get_by_role("button", name="Show all").click()
    eventually(page, shown, before)
    expect(page.locator(".filters input:checked")).to_have_count(0)


def test_what_was_chosen_holds_when_a_reader_comes_back(open_page: Open):
    """A browser that goes back ticks the boxes again; the rows follow."""
    page = open_page(TOPIC)
    page.locator(".filters input[value=africa]").check()
    rows = fitting(page, region="africa")
    eventually(page, shown, rows)
    page.locator("#compare tbody tr:visible .src a").first.click()
    page.wait_for_url("**/instruments/**")
    page.go_back()
    page.wait_for_url(f"**/{TOPIC}")
    expect(page.locator(".filters input:checked")).to_have_count(1)
    eventually(page, shown, rows)


def test_the_matrix_shows_what_its_boxes_say_when_a_reader_comes_back(open_page: Open):
    """A browser that goes back to the matrix ticks the boxes again; the columns follow."""
    page = open_page("matrix/", width=360)
    for region in ("africa", "arab-states"):
        page.locator(f".filters input[value={region}]").set_checked(
            region == "arab-states"
        )
    page.locator("#matrix td:visible a").first.click()
    page.wait_for_url("**/instruments/**")
    page.go_back()
    page.wait_for_url("**/matrix/")
    until(
        page, "document.querySelector('.filters input:checked')?.value === 'arab-states'"
    )
    eventually(page, regions, ["arab-states"])


def test_sorting_puts_the_longest_period_first(open_page: Open):
    """By number, the largest of all texts comes first and rows without a number last;
    "Show all" brings the order by force back, with what stood behind headings.
    """
    page = open_page(PERIOD)
    before = shown(page)
    page.locator(".filters select").select_option("-value")
    expect(page.locator("#compare.sorted")).to_be_visible()
    rows = page.locator("#compare tbody tr:not(.group)")
    values = [
        float(value or "-inf")
        for value in rows.evaluate_all("rows => rows.map(row => row.dataset.value)")
    ]

    assert values == sorted(values, reverse=True)
    assert values[0] > values[-1]
    expect(rows.first.locator(".num").first).to_be_visible()
    assert sorted(shown(page)) == sorted(fitting(page))
    assert len(before) < rows.count()
    expect(page.locator("#compare tr.group:visible")).to_have_count(0)

    page.get_by_role("button", name="Show all").click()
    eventually(page, shown, before)
    expect(page.locator("#compare tr.group:visible")).not_to_have_count(0)


def test_the_matrix_shows_the_columns_of_the_chosen_regions(open_page: Open):
    """One region stands there at first, so that its columns fit; boxes choose, and so
    does the name of a region in the table above.
    """
    page = open_page("matrix/")
    eventually(page, regions, ["africa"])
    page.locator("#overview [data-opens=europe-cis]").click()
    eventually(page, regions, ["europe-cis"])
    page.get_by_role("button", name="Show all").click()
    until(
        page,
        "document.querySelectorAll('#matrix th[data-region]:not([hidden])').length > 9",
    )
    page.locator(".filters input[value=americas]").check()
    eventually(page, regions, ["americas"])
    eventually(open_page("matrix/", width=360), regions, ["africa"])


def test_lists_narrow_to_what_is_typed(open_page: Open):
    """The lists of States, of texts and of terms show the entries that have the letters,
    in folds that open; a mechanism's name finds all of its texts; what is typed no more
    is in nobody's way.
    """
    for address, typed, entry in (
        ("fr/states/", "senegal", "Sénégal"),
        ("first-days/", "nigeria", "Nigeria"),
        ("instruments/", "economic community of west", "Protocol"),
        ("terms/", "REFERRAL", "referral"),
    ):
        page = open_page(address)
        entries = page.locator("[data-find] ~ div :is(li, .item)")
        before = entries.count()
        page.locator("[data-find] input").fill(typed)
        kept = entries.locator("visible=true")
        expect(kept.filter(has_text=entry).first).to_be_visible()
        assert 0 < kept.count() < before
        page.locator("[data-find] input").fill("")
        expect(page.locator("[data-find] ~ div details[open]")).to_have_count(0)


def test_enter_opens_what_is_left_alone(open_page: Open):
    """Who types the name of a State and presses Enter is on its page."""
    page = open_page("states/")
    page.locator("[data-find] input").fill("senegal")
    page.keyboard.press("Enter")
    page.wait_for_url("**/states/sen/")


# -- what stays in view ------------------------------------------------------------------

STAYS = """box => {
    box.scrollIntoView({block: 'start'});
    const rtl = getComputedStyle(box).direction === 'rtl';
    box.scrollTo(rtl ? -250 : 250, 300);
    const table = box.querySelector('table'), frame = box.getBoundingClientRect();
    const corner = table.tHead.rows[0].cells[0].getBoundingClientRect();
    const hit = (x, y) => document.elementFromPoint(x, y)?.closest('th');
    const inside = rtl ? frame.right - 25 : frame.left + 25;
    const row = hit(inside, corner.bottom + 120);
    const across = rtl ? corner.left - 60 : corner.right + 60;
    const names = table.tHead.rows[1].cells, top = table.tHead.rows[0].cells[1].getBoundingClientRect();
    const heads = [...names].map(cell => cell.getBoundingClientRect()).filter(cell => cell.width);
    return {
        scrolled: Math.abs(box.scrollLeft) > 50 && box.scrollTop > 200,
        column: row?.scope === 'row' || row?.scope === 'rowgroup',
        header: hit(across, corner.bottom - 12)?.scope === 'col',
        region: Math.abs(top.top - frame.top) < 3,
        joined: heads.every(cell => Math.abs(cell.top - top.bottom) < 2),
    };
}"""


@pytest.mark.parametrize(("folder", "width"), [("", 1280), ("ar/", 360)])
def test_header_and_first_column_of_the_matrix_stay(
    open_page: Open, folder: str, width: int
):
    """Scrolled down and across, the matrix still shows mechanisms above and topics
    beside, from left to right and from right to left.
    """
    page = open_page(f"{folder}matrix/", width=width)
    page.locator(".filters button[type=reset]").click()  # those of one region fit
    found = page.locator(".tbl").evaluate(STAYS)

    assert found == dict.fromkeys(found, True)


def test_the_header_of_a_comparison_stays(open_page: Open):
    """Scrolled down, a comparison still shows what its columns are."""
    page = open_page(TOPIC)
    unfold(page)
    page.locator("#compare").evaluate(
        "table => scrollBy(0, table.getBoundingClientRect().top + 1500)"
    )

    until(page, "document.querySelector('#compare').getBoundingClientRect().y < -1000")
    assert abs(page.locator("#compare thead th").first.bounding_box()["y"]) < 3


# -- absence -----------------------------------------------------------------------------


def test_silence_and_what_nobody_looked_at_look_different(open_small: Open):
    """A text that says nothing has a dash and a list of its own; what nobody has looked
    at has a dotted line, which is no sign of "no". In a matrix its cell is empty.
    """
    page = open_small("topics/awareness/")
    silent, unread = (
        page.locator("section:has(#silent)"),
        page.locator("section:has(#unread)"),
    )
    for part in (silent, unread):
        part.locator("summary").click()
    expect(silent.locator("p").first).to_have_text(re.compile("^—"))
    expect(silent.locator(".none")).to_have_count(0)
    dots = unread.locator(".none").first
    expect(dots).to_be_visible()
    expect(dots).to_have_css("border-bottom-style", "dotted")
    expect(unread).not_to_contain_text("—")
    records = [
        set(part.locator("dd a").evaluate_all("links => links.map(link => link.href)"))
        for part in (silent, unread)
    ]
    assert all(records)
    assert not records[0] & records[1]

    page = open_small("matrix/")
    empty = page.locator("#matrix td:empty").first
    drawn = empty.evaluate("cell => getComputedStyle(cell, '::after').content")
    assert drawn == "none"
