"""Tables taken along: each as a spreadsheet, in the order of the page, whatever a reader
filtered or sorted; from the small library with everything in it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import PERIOD, Open, choose_state, rows_of
from conftest import Site
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

PAGES = (
    *(
        PERIOD,
        "topics/assistance/",
        "pathway/identification/",
        "monitoring/",
        "states/ben/",
    ),
    *("matrix/", "principles/", "plans/", "pathway/", "status/"),
)


def taken(page: Page, place: Locator) -> tuple[list[list[str]], list[str]]:
    """The rows of the file that a place hands over, head first; and where they come from."""
    return rows_of(_saved(page, place.locator("button").first))


def _saved(page: Page, button: Locator) -> bytes:
    button.evaluate("each => each.closest('details')?.setAttribute('open', '')")
    with page.expect_download() as found:
        button.click()
    assert found.value.suggested_filename.startswith("dakar-")
    return Path(found.value.path()).read_bytes()


def places(page: Page) -> list[Locator]:
    """Where tables are taken along."""
    return page.locator(".take:has(button)").all()


@pytest.mark.parametrize("folder", ["", "ar/"])
@pytest.mark.parametrize("address", PAGES)
def test_a_table_is_taken_along_as_it_is_kept(
    open_small: Open,
    small_site: Site,
    golden: Callable[[str, str], None],
    address: str,
    folder: str,
):
    """Head and rows of each table of a page, a row a line, in ``golden/taken``
    (``--update`` writes it anew); what stands below them names the page.
    """
    page = open_small(folder + address)
    lines = []
    for place in places(page):
        table, source = taken(page, place)
        assert source[-1] == page.locator("link[rel=canonical]").get_attribute("href")
        assert len({len(row) for row in table}) == 1
        lines += [
            "\t".join(cell.replace("\n", "\\n") for cell in row) for row in table
        ] + [""]
    assert lines
    lines = [
        line.replace(small_site.url, "/") for line in lines
    ]  # its port is another each time
    name = f"{folder}{address}".strip("/").replace("/", "-")
    golden(f"taken/{name}.tsv", "\n".join(lines))


# -- what readers do before --------------------------------------------------------------


def test_filters_and_orders_change_nothing(open_small: Open):
    """What is hidden and what was moved stands in the file where the page had it; for one
    State too.
    """
    page = open_small(PERIOD)
    before, _ = taken(page, places(page)[0])
    page.locator(".filters input[value=europe]").check()
    page.locator(".filters select").select_option("-value")
    choose_state(page, "For one State", "Benin")
    expect(page.locator(".choose .take button")).to_have_count(2)
    after, _ = taken(
        page, page.locator(".take + .tbl").locator("xpath=preceding-sibling::p[1]")
    )
    assert after == before
    mine, source = taken(page, page.locator(".choose .take"))
    days = ["State", "Date of joining", "Bound since"]
    assert mine[0] == [*before[0][:1], *days, *before[0][1:]]
    assert [row[4:] for row in mine[1:]] == [
        row[1:] for each in mine[1:] for row in before[1:] if row[1:] == each[4:]
    ]
    assert mine[1][1:4] == ["Benin", "2008-02-01", "2008-03-01"]
    assert mine[1][0] == "What binds this State"
    assert source[-1].endswith(f"{PERIOD}?state=ben")


def test_texts_that_bind_two_states_are_one_file(open_small: Open):
    """Under what binds them all, and what only some, with a column for each State."""
    page = open_small("between/?from=BEN&to=NGA")
    place = page.locator(".result .take")
    expect(place.locator("button")).to_have_count(1)
    (head, *found), _ = taken(page, place)
    assert head == [
        "Group",
        "Text",
        "Benin",
        "Nigeria",
        "All of them are bound since",
        "Address",
    ]
    captions = page.locator(".result caption").all_text_contents()
    assert list(dict.fromkeys(row[0] for row in found)) == captions
    assert len(found) == page.locator(".result tbody tr").count()


# -- what a file holds -------------------------------------------------------------------

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@x",
    '<b>"&',
    "a\nb",
    "\tx",
    '=HYPERLINK("https://evil.example")',
]
MADE = "rows => new Blob([compendium.answers.csv(rows)]).arrayBuffer().then(all => [...new Uint8Array(all)])"


def test_hostile_texts_stay_texts(open_small: Open):
    """What a spreadsheet would take for a formula has an apostrophe before it; the rest
    stays as typed.
    """
    page = open_small(PERIOD)
    taken(page, places(page)[0])
    found, _ = rows_of(bytes(page.evaluate(MADE, [HOSTILE, [""]])))
    assert found == [[text if text[0] in "<a" else f"'{text}" for text in HOSTILE]]


@pytest.mark.parametrize(("locale", "parted"), [("en-GB", ","), ("fr-FR", ";")])
def test_cells_are_parted_as_the_reader_s_spreadsheet_expects(
    browser: Browser, small_site: Site, locale: str, parted: str
):
    """Where a comma begins a fraction, Excel parts cells by a semicolon."""
    page = browser.new_page(locale=locale)
    page.goto(f"{small_site.url}{PERIOD}")
    rows, _ = rows_of(_saved(page, places(page)[0].locator("button")), parted)
    assert rows[0][0] == "Group"
    page.close()


def test_where_nothing_can_be_loaded_a_reader_is_told(open_small: Open):
    """On a line that breaks, and once only; later it works."""
    page = open_small(PERIOD)
    page.route("**/answers/tables.js*", lambda route: route.abort())
    button = page.get_by_role("button", name="Save as a spreadsheet")
    for _ in range(2):
        button.click()
        expect(page.locator(".take [role=alert]")).to_have_text(
            " The file could not be made."
        )
    page.unroute("**/answers/tables.js*")
    with page.expect_download():
        button.click()
    expect(page.locator(".take [role=alert]")).to_have_count(0)


@pytest.mark.parametrize("folder", ["fr/", "ar/", "ru/"])
def test_the_buttons_fit_a_phone_and_a_finger(open_small: Open, folder: str):
    """24 pixels at least, within 360, named by the table that they take."""
    page = open_small(f"{folder}status/", width=360)
    buttons = page.locator(".take button")
    buttons.nth(1).wait_for()
    names = [each.get_attribute("aria-label") for each in buttons.all()]
    assert len(set(names)) == len(names)
    for each in buttons.all():
        box = each.bounding_box()
        assert min(box["width"], box["height"]) >= 24
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
