"""Comparisons in a browser: filters, order and finders, what stays in view, and the two kinds of absence."""

from __future__ import annotations

import pytest
from browsing import PERIOD, TOPIC, Open, fitting, shown, unfold
from playwright.sync_api import expect
from waiting import until

pytestmark = pytest.mark.browser

# -- filters, order, finders ---------------------------------------------------------------------------------


def test_filters_hide_rows_and_say_how_many_stay(open_page: Open):
    """Boxes of region, force and status narrow the rows together, those behind headings too; the count is
    announced; empty groups go; "Show all" brings back what stood there.
    """
    page = open_page(TOPIC)
    before = shown(page)
    everything = fitting(page)
    assert 0 < len(before) < len(everything)
    output = page.locator(".filters output")
    assert output.get_attribute("aria-live") == "polite"
    assert not output.is_visible()  # nothing is filtered

    chosen: dict[str, str] = {}
    for name, value in (("region", "africa"), ("force", "binding"), ("status", "in-force")):
        page.locator(f".filters input[name={name}][value={value}]").check()
        chosen[name] = value
        rows = fitting(page, **chosen)
        assert 0 < len(rows) < len(everything)
        assert shown(page) == rows
        assert output.is_visible()
        assert output.inner_text() == f"{len(rows)} of {len(everything)} texts shown"
    headings = page.locator("#compare tbody:has(tr:not(.group):not([hidden])) tr.group")
    assert 0 < headings.count() < page.locator("#compare tr.group").count()
    assert page.locator("#compare tr.group:visible").count() == headings.count()

    page.get_by_role("button", name="Show all").click()
    until(page, "!document.querySelector('#compare tbody tr[hidden]')")
    assert shown(page) == before
    assert page.locator(".filters input:checked").count() == 0


def test_what_was_chosen_holds_when_a_reader_comes_back(open_page: Open):
    """A browser that goes back ticks the boxes again; the rows follow."""
    page = open_page(TOPIC)
    page.locator(".filters input[value=africa]").check()
    rows = shown(page)
    page.locator("#compare tbody tr:visible .src a").first.click()
    page.wait_for_url("**/instruments/**")
    page.go_back()
    page.wait_for_url(f"**/{TOPIC}")
    until(
        page,
        "document.querySelectorAll('.filters input:checked').length === 1 && "
        "document.querySelector('#compare tr[hidden]')",
    )
    assert shown(page) == rows


def test_the_matrix_shows_what_its_boxes_say_when_a_reader_comes_back(open_page: Open):
    """A browser that goes back to the matrix ticks the boxes again; the columns follow."""
    page = open_page("matrix/", width=360)
    for region in ("africa", "arab-states"):
        page.locator(f".filters input[value={region}]").set_checked(region == "arab-states")
    page.locator("#matrix td:visible a").first.click()
    page.wait_for_url("**/instruments/**")
    page.go_back()
    page.wait_for_url("**/matrix/")
    until(page, "document.querySelector('.filters input:checked')?.value === 'arab-states'")
    assert page.locator("#matrix thead tr + tr th").evaluate_all(
        "cells => [...new Set(cells.filter(cell => cell.checkVisibility()).map(cell => cell.dataset.region))]"
    ) == ["arab-states"]


def test_sorting_puts_the_longest_period_first(open_page: Open):
    """By number, the largest of all texts comes first and rows without a number last; "Show all" brings the
    order by force back, with what stood behind headings.
    """
    page = open_page(PERIOD)
    before = shown(page)
    page.locator(".filters select").select_option("-value")
    rows = page.locator("#compare tbody tr:not(.group)")
    values = [
        float(value or "-inf") for value in rows.evaluate_all("rows => rows.map(row => row.dataset.value)")
    ]

    assert values == sorted(values, reverse=True)
    assert values[0] > values[-1]
    assert rows.first.locator(".num").first.is_visible()
    assert sorted(shown(page)) == sorted(fitting(page))
    assert len(before) < rows.count()
    assert page.locator("#compare tr.group:visible").count() == 0

    page.get_by_role("button", name="Show all").click()
    expect(rows.first).to_have_id(before[0])
    expect(page.locator("#compare tbody tr:not(.group):visible")).to_have_count(len(before))
    assert shown(page) == before
    assert page.locator("#compare tr.group:visible").count() > 0


def test_the_matrix_shows_the_columns_of_the_chosen_regions(open_page: Open):
    """On a wide screen all regions stand there at first, on a phone one; boxes choose."""
    regions = (
        "cells => [...new Set(cells.filter(cell => cell.checkVisibility()).map(cell => cell.dataset.region))]"
    )
    page = open_page("matrix/")
    cells = page.locator("#matrix [data-region]")
    assert len(cells.evaluate_all(regions)) == 6
    page.locator(".filters input[value=americas]").check()
    assert cells.evaluate_all(regions) == ["americas"]

    assert open_page("matrix/", width=360).locator("#matrix [data-region]").evaluate_all(regions) == [
        "africa"
    ]


def test_lists_narrow_to_what_is_typed(open_page: Open):
    """The lists of States, of texts and of terms show the entries that have the letters, in folds that open;
    a mechanism's name finds all of its texts; what is typed no more is in nobody's way.
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
        kept = entries.evaluate_all(
            "all => all.filter(each => each.checkVisibility()).map(each => each.innerText)"
        )

        assert 0 < len(kept) < before
        assert any(entry in text for text in kept)
        page.locator("[data-find] input").fill("")
        expect(page.locator("[data-find] ~ div details[open]")).to_have_count(0)


def test_enter_opens_what_is_left_alone(open_page: Open):
    """Who types the name of a State and presses Enter is on its page."""
    page = open_page("states/")
    page.locator("[data-find] input").fill("senegal")
    page.keyboard.press("Enter")
    page.wait_for_url("**/states/sen/")


# -- what stays in view --------------------------------------------------------------------------------------

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
def test_header_and_first_column_of_the_matrix_stay(open_page: Open, folder: str, width: int):
    """Scrolled down and across, the matrix still shows mechanisms above and topics beside, from left to right
    and from right to left.
    """
    page = open_page(f"{folder}matrix/", width=width)
    found = page.locator(".tbl").evaluate(STAYS)

    assert found == dict.fromkeys(found, True)


def test_the_header_of_a_comparison_stays(open_page: Open):
    """Scrolled down, a comparison still shows what its columns are."""
    page = open_page(TOPIC)
    unfold(page)
    page.locator("#compare").evaluate("table => scrollBy(0, table.getBoundingClientRect().top + 1500)")

    assert page.locator("#compare").bounding_box()["y"] < -1000
    assert abs(page.locator("#compare thead th").first.bounding_box()["y"]) < 3


# -- absence -------------------------------------------------------------------------------------------------


def test_silence_and_what_nobody_looked_at_look_different(open_small: Open):
    """A text that says nothing has a dash and a list of its own; what nobody has looked at has a dotted line,
    which is no sign of "no".
    """
    page = open_small("topics/awareness/")
    silent, unread = page.locator("section:has(#silent)"), page.locator("section:has(#unread)")
    for part in (silent, unread):
        part.locator("summary").click()
    assert silent.locator("p").first.inner_text().startswith("—")
    assert silent.locator(".none").count() == 0
    dots = unread.locator(".none").first
    assert dots.is_visible()
    assert dots.evaluate("mark => getComputedStyle(mark).borderBottomStyle") == "dotted"
    assert "—" not in unread.inner_text()
    records = [
        set(part.locator("dd a").evaluate_all("links => links.map(link => link.href)"))
        for part in (silent, unread)
    ]
    assert all(records)
    assert not records[0] & records[1]

    page = open_small("matrix/")
    empty = page.locator("#matrix td:empty").first
    assert empty.evaluate("cell => getComputedStyle(cell, '::after').borderBottomStyle") == "dotted"
