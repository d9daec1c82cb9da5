"""The content of the pages in a browser: languages, direction, narrow screens, filters, tables, keyboard, no script, paper, and what is sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import LANGUAGES, Site, mkdocs_build, served
from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

RECORD = "instruments/coe/convention-197/"
TOPIC = "topics/assistance/"
PERIOD = "topics/reflection-period/"
FIRST_VIEW = 120_000
SECOND_VIEW = 20_000
KINDS = (
    "",
    RECORD,
    "instruments/ecowas/",
    "instruments/",
    "regions/africa/",
    TOPIC,
    "topics/",
    "pathway/",
    "pathway/first-contact/",
    "states/",
    "states/sen/",
    "plans/",
    "monitoring/",
    "principles/",
    "dakar-2010/",
    "terms/",
    "status/",
    "rules/",
    "search/",
)

Open = Callable[..., Page]


def folder_of(language: str) -> str:
    """The folder of a language."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def middle(place: Locator) -> float:
    """How far the middle of something is from the left edge of the screen, in pixels."""
    box = place.bounding_box()
    return box["x"] + box["width"] / 2


@pytest.fixture
def without_script(browser: Browser, site: Site) -> Iterator[Open]:
    """Opens an address in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    def open_(address: str) -> Page:
        page.goto(site.url + address)
        return page

    yield open_
    context.close()


# -- languages and direction -----------------------------------------------------------------------------------------------


def test_a_record_is_the_same_in_arabic_and_back(open_page: Open):
    """The language menu of a record leads to that record in Arabic, with every provision, and from there back."""
    page = open_page(RECORD)
    english = page.locator("h1").inner_text()
    anchors = page.locator(".prov").evaluate_all("all => all.map(each => each.id)")

    page.locator(".tongues summary").click()
    page.locator(".tongues a[hreflang=ar]").click()
    page.wait_for_url(f"**/ar/{RECORD}")
    assert re.search("[\u0621-\u064a]", page.locator("h1").inner_text())
    assert page.locator(".prov").evaluate_all("all => all.map(each => each.id)") == anchors

    page.locator(".tongues summary").click()
    page.locator(".tongues a[hreflang=en]").click()
    page.wait_for_url(lambda url: "/ar/" not in url)
    assert page.locator("h1").inner_text() == english


@pytest.mark.parametrize(("folder", "mirrored"), [("", False), ("zh/", False), ("ar/", True)])
def test_content_is_mirrored_in_arabic_alone(open_page: Open, folder: str, mirrored: bool):
    """First columns, breadcrumbs, signs and the side column stand on the side where reading begins."""
    page = open_page(folder + TOPIC)
    row = page.locator("#compare tbody tr:not(.group)").first
    crumbs = page.locator(".crumbs li")
    pairs = [
        (row.locator("th"), row.locator("td").first),
        (row.locator("td").first, row.locator("td").last),
        (crumbs.first, crumbs.last),
        (row.locator(".cell > .sg").first, row.locator(".cell p").first),
    ]
    assert page.locator("main").evaluate("main => getComputedStyle(main).direction") == ("rtl" if mirrored else "ltr")
    assert [middle(first) > middle(second) for first, second in pairs] == [mirrored] * len(pairs)

    page = open_page(folder + RECORD)
    assert (middle(page.locator(".cols > .body")) > middle(page.locator(".cols > .side"))) is mirrored


def test_no_markup_is_shown_as_text(open_page: Open, site: Site):
    """No page shows a tag, a character reference or an unfilled place of the interface's strings as letters."""
    page = open_page()
    for folder in ("", "ar/", "fr/", "zh/"):
        for address in KINDS:
            if address == "rules/":
                continue  # rules speak of tags and of braces
            page.goto(site.url + folder + address)
            text = page.locator("body").inner_text()
            assert re.findall(r"</?(?:a|bdi|dd|div|i|li|nav|p|span|td|time)[ >]|&[a-z#0-9]+;|\{[nm]\}|\bNone ·", text) == [], folder + address


def test_texts_in_another_language_say_so(open_page: Open):
    """Official titles carry their language and direction, and so does English on an Arabic page."""
    page = open_page(f"ar/{RECORD}")
    titles = page.locator(".titles dd > span")
    said = titles.evaluate_all("all => all.map(each => [each.lang, each.dir])")
    assert ["en", "ltr"] in said
    assert all((direction == "rtl") is (language == "ar") for language, direction in said)

    page = open_page("ar/rules/")
    assert page.locator("dl.defs").evaluate("list => [list.lang, list.dir, getComputedStyle(list).direction]") == ["en", "ltr", "ltr"]


def test_unreviewed_translations_carry_a_mark(open_page: Open):
    """A translation that nobody has read yet has a sign on a ground of its own, which its page explains in words; English has none."""
    page = open_page(f"fr/{TOPIC}")
    signs = page.locator("#compare [aria-labelledby=TM]")
    ground = signs.first.evaluate("sign => getComputedStyle(sign).backgroundColor")
    assert signs.count() > 10
    assert ground not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    page.locator("details.legend summary").first.click()
    assert "⇄" in page.locator("details.legend dl").inner_text()

    assert open_page(TOPIC).locator("#compare [aria-labelledby=TM]").count() == 0


def test_a_text_without_a_translation_falls_back(browser: Browser, tiny: Path, tmp_path: Path):
    """In a language without catalogs a record's texts stand in English, each with its language, its direction and a mark in words."""
    done = mkdocs_build(tiny, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    with served(tmp_path / "site") as url:
        page = browser.new_page()
        page.goto(f"{url}ar/instruments/alpha/convention/")
        fallen = page.locator(".prov [lang=en][dir=ltr]").first
        mark = page.locator(".prov .tm").first

        assert fallen.evaluate("text => getComputedStyle(text).direction") == "ltr"
        assert mark.inner_text().strip() == "en"
        assert mark.get_attribute("aria-label")
        page.close()


# -- narrow screens --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways_on_a_phone(open_page: Open, site: Site, language: str):
    """At 360 px no kind of page is wider than the screen."""
    page = open_page(folder_of(language), width=360)
    wide = []
    for address in KINDS:
        page.goto(site.url + folder_of(language) + address)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(address)

    assert wide == []


PARTS = """rows => rows.map(row => [...row.querySelectorAll('a, .sg, .num, .cell p, td:last-child')]
    .filter(part => part.checkVisibility()).map(part => part.textContent.trim()))"""


@pytest.mark.parametrize("folder", ["", "ar/", "ru/"])
def test_a_comparison_on_a_phone_is_cards_with_the_same_parts(open_page: Open, folder: str):
    """At 360 px each row is a card within the screen that shows, in the same order, all that it shows on a wide screen."""
    wide = open_page(folder + TOPIC).locator("#compare tbody tr").evaluate_all(PARTS)
    page = open_page(folder + TOPIC, width=360)
    rows = page.locator("#compare tbody tr")

    assert rows.evaluate_all(PARTS) == wide
    assert sum(len(row) for row in wide) > 200
    table = page.locator(".tbl")
    assert table.evaluate("box => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight + 1")
    for row in rows.all()[:12]:
        box = row.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    card = page.locator("#compare tbody tr:not(.group)").first
    assert card.evaluate("row => [row, ...row.cells].every(part => getComputedStyle(part).display === 'block')")
    assert card.evaluate("row => [...row.cells].every(cell => Math.abs(cell.offsetWidth - row.clientWidth) < 2)")


def test_filters_are_folded_on_a_phone(open_page: Open):
    """At 360 px the choices wait behind a button, so that the first card stands on the second screen at most; on a wide screen they are open."""
    page = open_page(TOPIC, width=360)
    button = page.get_by_role("button", name="Filter and sort")
    box = page.locator(".filters input").first
    assert not box.is_visible()
    assert page.locator("#compare tbody tr:not(.group)").first.bounding_box()["y"] < 2 * 800

    button.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert box.is_visible()

    wide = open_page(TOPIC)
    assert wide.locator(".filters input").first.is_visible()
    assert not wide.locator(".fold").is_visible()


def test_a_bar_on_a_phone_says_which_years_it_lies_between(open_page: Open):
    """Where no axis of years stands above the bars, each has the first and the last year of the axis at its ends; on a wide screen the axis does."""
    years = """bar => ['::before', '::after'].map(end => getComputedStyle(bar, end).content)"""
    first, last = open_page("plans/", width=360).locator(".bar").first.evaluate(years)
    assert re.fullmatch(r'"\d{4}"', first)
    assert first < last
    assert open_page("plans/").locator(".bar").first.evaluate(years) == ["none", "none"]


def test_cards_say_what_each_line_is(open_page: Open):
    """Where a card has no header row to look up to, its cells carry the header's words."""
    page = open_page("monitoring/", width=360)
    cell = page.locator("#compare tbody tr").first.locator("td").first
    label = "getComputedStyle(cell, '::before').content"
    assert cell.evaluate(f"cell => {label}") == '"Who reports"'

    assert page.locator("#search-slot a").evaluate(f"cell => {label}") == "none"
    assert open_page("monitoring/").locator("#compare td").first.evaluate(f"cell => {label}") == "none"


# -- filters, order, finders -------------------------------------------------------------------------------------------------


def shown(page: Page) -> list[str]:
    """The records whose rows are shown, in order."""
    return page.locator("#compare tbody tr:not(.group)").evaluate_all("rows => rows.filter(row => row.checkVisibility()).map(row => row.id)")


def fitting(page: Page, **wanted: str) -> list[str]:
    """The records whose rows have the wanted values, in the page's order."""
    selector = "".join(f"[data-{name}~='{value}']" for name, value in wanted.items())
    return page.locator(f"#compare tbody tr{selector}").evaluate_all("rows => rows.map(row => row.id)")


def test_filters_hide_rows_and_say_how_many_stay(open_page: Open):
    """Boxes of region, force and status narrow the rows together; the count is announced; empty groups go; "Show all" brings all back."""
    page = open_page(TOPIC)
    everything = shown(page)
    output = page.locator(".filters output")
    assert output.get_attribute("aria-live") == "polite"
    assert output.inner_text() == f"{len(everything)} of {len(everything)} records shown"

    chosen: dict[str, str] = {}
    for name, value in (("region", "africa"), ("force", "binding"), ("status", "in-force")):
        page.locator(f".filters input[name={name}][value={value}]").check()
        chosen[name] = value
        rows = fitting(page, **chosen)
        assert 0 < len(rows) < len(everything)
        assert shown(page) == rows
        assert output.inner_text() == f"{len(rows)} of {len(everything)} records shown"
    assert page.locator("#compare tr.group:visible").count() == 1

    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("!document.querySelector('#compare tbody tr[hidden]')")
    assert shown(page) == everything
    assert page.locator(".filters input:checked").count() == 0


def test_two_boxes_of_one_filter_show_the_rows_of_both(open_page: Open):
    """Within one filter boxes widen the choice."""
    page = open_page(TOPIC)
    both = [*fitting(page, region="africa"), *fitting(page, region="americas")]
    for region in ("africa", "americas"):
        page.locator(f".filters input[value={region}]").check()

    assert sorted(shown(page)) == sorted(set(both))


def test_sorting_puts_the_longest_period_first(open_page: Open):
    """By number, the 30 days of CETS 197 come first; "Show all" brings the order by region back."""
    page = open_page(PERIOD)
    before = shown(page)
    page.locator(".filters select").select_option("-value")
    first = page.locator("#compare tbody tr:not(.group)").first

    assert first.get_attribute("id") == "coe-convention-197"
    assert first.locator(".num").inner_text() == "30 days"
    assert sorted(shown(page)) == sorted(before)
    assert page.locator("#compare tr.group:visible").count() == 0

    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("id => document.querySelector('#compare tbody tr:not(.group)').id === id", arg=before[0])
    assert shown(page) == before
    assert page.locator("#compare tr.group:visible").count() > 0


def test_sorting_by_date_puts_the_newest_first(open_page: Open):
    """Rows without a date come last."""
    page = open_page(TOPIC)
    page.locator(".filters select").select_option("-day")
    days = page.locator("#compare tbody tr:not(.group)").evaluate_all("rows => rows.map(row => row.dataset.day)")

    assert [day[:4] for day in days] == sorted((day[:4] for day in days), reverse=True)


def test_the_matrix_shows_the_columns_of_the_chosen_regions(open_page: Open):
    """On a wide screen all regions stand there at first, on a phone one; boxes choose."""
    regions = "cells => [...new Set(cells.filter(cell => cell.checkVisibility()).map(cell => cell.dataset.region))]"
    page = open_page("topics/")
    cells = page.locator("#matrix [data-region]")
    assert len(cells.evaluate_all(regions)) == 6
    page.locator(".filters input[value=americas]").check()
    assert cells.evaluate_all(regions) == ["americas"]

    assert open_page("topics/", width=360).locator("#matrix [data-region]").evaluate_all(regions) == ["africa"]


@pytest.mark.parametrize(
    ("folder", "typed", "address"),
    [
        ("", "senegal", "states/sen/"),
        ("fr/", "cote d'ivoire", "fr/states/civ/"),
        ("ar/", "السنغال", "ar/states/sen/"),
        ("ru/", "сенег", "ru/states/sen/"),
    ],
)
def test_the_state_finder_leads_to_the_state(open_page: Open, site: Site, folder: str, typed: str, address: str):
    """On the home page a State's name, without regard to case and accents, leads to its page."""
    page = open_page(folder)
    page.locator("#home-state").fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_url(site.url + address)


def test_lists_narrow_to_what_is_typed(open_page: Open):
    """The lists of States and of terms keep the entries that hold the letters."""
    for address, typed, entry in (("fr/states/", "senegal", "Sénégal"), ("terms/", "REFERRAL", "referral")):
        page = open_page(address)
        entries = page.locator("[data-find] ~ :is(ul, .terms) > *")
        before = entries.count()
        page.locator("[data-find] input").fill(typed)
        page.wait_for_timeout(50)
        kept = [each.inner_text() for each in entries.all() if each.is_visible()]

        assert 0 < len(kept) < before
        assert any(entry in text for text in kept)


# -- what stays in view ------------------------------------------------------------------------------------------------------

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


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("folder", ["", "ar/", "zh/"])
def test_header_and_first_column_of_the_matrix_stay(open_page: Open, folder: str, width: int):
    """Scrolled down and across, the matrix still shows mechanisms above and topics beside, from left to right and from right to left."""
    page = open_page(f"{folder}topics/", width=width)
    found = page.locator(".tbl").evaluate(STAYS)

    assert found == dict.fromkeys(found, True)


def test_the_header_of_a_comparison_stays(open_page: Open):
    """Scrolled down, a comparison still shows what its columns are."""
    page = open_page(TOPIC)
    page.locator(".tbl").evaluate("box => box.scrollTo(0, 1500)")
    frame, head = page.locator(".tbl").bounding_box(), page.locator("#compare thead").bounding_box()

    assert page.locator(".tbl").evaluate("box => box.scrollTop") > 1000
    assert abs(page.locator("#compare thead th").first.bounding_box()["y"] - frame["y"]) < 3, head


# -- keyboard ----------------------------------------------------------------------------------------------------------------

FOCUSED = """() => {
    const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
    const kind = ['.skip', '.tabs a', '.tongues summary', '.shade', '.crumbs a', '.legend summary', '.filters input', '.filters select',
        '.filters button', '.tbl', '#compare a'].find(selector => at.matches(selector)) || at.tagName;
    const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return {kind, seen, placed: box.width > 0 && box.bottom > 0 && box.top < innerHeight};
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tab_reaches_everything_in_order_and_shows_where_it_is(open_page: Open, scheme: str):
    """On a comparison the keyboard passes the skip link, tabs, menu, filters and the table's frame, each with a ring that is seen."""
    page = open_page(PERIOD, scheme=scheme)
    passed = []
    for _ in range(40):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        assert at["seen"], at
        assert at["placed"], at
        passed.append(at["kind"])

    order = list(dict.fromkeys(passed))
    wanted = [
        ".skip",
        ".tongues summary",
        ".shade",
        ".tabs a",
        ".crumbs a",
        ".legend summary",
        ".filters input",
        ".filters select",
        ".filters button",
        ".tbl",
    ]
    assert [kind for kind in order if kind in wanted] == wanted
    assert "#compare a" in order


def test_filters_and_table_work_by_keyboard(open_page: Open):
    """Space checks a box, arrows choose an order, Enter shows all again, arrows scroll the table's frame."""
    page = open_page(TOPIC)
    everything = shown(page)
    page.locator(".filters input[value=americas]").focus()
    page.keyboard.press("Space")
    assert shown(page) == fitting(page, region="americas")
    page.locator(".filters select").focus()
    page.keyboard.press("ArrowDown")
    assert page.locator(".filters select").input_value() == "weight"
    page.locator(".filters [type=reset]").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("!document.querySelector('#compare tbody tr[hidden]')")
    assert shown(page) == everything

    page.locator(".tbl").focus()
    page.keyboard.press("PageDown")
    page.wait_for_function("document.querySelector('.tbl').scrollTop > 100")
    assert page.locator(".tbl").get_attribute("aria-label")


# -- absence -----------------------------------------------------------------------------------------------------------------


def test_silence_and_what_nobody_looked_at_look_different(open_page: Open):
    """A text that says nothing has a dash and a list of its own; what nobody has looked at has a dotted line, which is no sign of "no"."""
    page = open_page(PERIOD)
    silent, unread = page.locator("section:has(> #silent)"), page.locator("section:has(> #unread)")
    assert silent.locator("p").first.inner_text().startswith("—")
    assert silent.locator(".none").count() == 0
    dots = unread.locator(".none").first
    assert dots.is_visible()
    assert dots.evaluate("mark => getComputedStyle(mark).borderBottomStyle") == "dotted"
    assert "—" not in unread.inner_text()
    records = [set(part.locator("dd a").evaluate_all("links => links.map(link => link.href)")) for part in (silent, unread)]
    assert all(records)
    assert not records[0] & records[1]

    page = open_page("topics/")
    empty = page.locator("#matrix td:empty").first
    assert empty.evaluate("cell => getComputedStyle(cell, '::after').borderBottomStyle") == "dotted"


# -- without a script, on paper, on the line -----------------------------------------------------------------------------------


def test_pages_work_without_a_script(without_script: Open):
    """Tables show all rows, lists all entries, folded parts open, links lead; what a script would do is not offered."""
    page = without_script(TOPIC)
    assert page.locator("#compare tbody tr:visible").count() == page.locator("#compare tbody tr").count() > 40
    assert not page.locator(".filters").is_visible()
    page.locator("section:has(> #unread) summary").click()
    assert page.locator("section:has(> #unread) dd a").first.is_visible()

    page = without_script("topics/")
    assert page.locator("#matrix td:visible").count() == page.locator("#matrix td").count()
    page.locator("#matrix td a").first.click()
    page.wait_for_url("**/instruments/**")

    page = without_script("states/")
    assert page.locator("#states li:visible").count() > 100
    assert not page.locator("[data-find]").is_visible()


def test_the_home_page_works_without_a_script(without_script: Open, site: Site):
    """The State's field leads to the list of States, the search field to the list of records, the language menu opens."""
    page = without_script("fr/")
    page.locator("#home-state").fill("Sénégal")
    page.locator(".doors button").click()
    page.wait_for_url(re.compile(re.escape(f"{site.url}fr/states/") + r"(\?|$)"))
    assert page.locator("#states a", has_text="Sénégal").is_visible()

    page = without_script("fr/")
    page.locator("#home-q").fill("traite")
    page.locator(".find button").click()
    page.wait_for_url(re.compile(re.escape(f"{site.url}fr/search/") + r"(\?|$)"))
    page.locator("main .plain-list a").last.wait_for()
    assert page.locator("main a[href*=instruments]:visible").count() > 100

    page.locator(".tongues summary").click()
    page.locator(".tongues a[hreflang=zh]").click()
    page.wait_for_url(f"{site.url}zh/search/**")


def test_paper_has_the_text_and_its_signs_but_no_navigation(open_page: Open):
    """Printed, a page has no menus, filters or fields; tables are whole, and folded lists and the meaning of signs are there."""
    page = open_page(PERIOD)
    page.emulate_media(media="print")

    assert [page.locator(name).first.is_visible() for name in (".top", ".skip", ".filters", ".foot .row")] == [False] * 4
    assert page.locator(".tbl").evaluate("box => getComputedStyle(box).overflow + getComputedStyle(box).maxHeight") == "visiblenone"
    assert page.locator(".legend dd").first.is_visible()
    assert page.locator("section:has(> #unread) dd a").first.is_visible()
    assert page.locator("#compare thead").evaluate("head => getComputedStyle(head).display") == "table-header-group"

    page = open_page("")
    page.emulate_media(media="print")
    assert not page.locator(".find").is_visible()
    assert not page.locator("#home-state").is_visible()


def test_nothing_is_asked_elsewhere_and_nothing_is_kept(open_page: Open, site: Site):
    """No kind of page asks another host for anything (``open_page`` watches), sets a cookie or keeps anything but the choice of colours."""
    page = open_page()
    for address in (*KINDS, "about/", "contribute/"):
        page.goto(site.url + address, wait_until="load")
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))") == []

    page.locator(".shade").click()
    page.goto(site.url + TOPIC)
    page.locator(".filters input").first.check()
    assert page.evaluate("Object.keys(localStorage)") == ["scheme"]
    assert page.context.cookies() == []


def test_dark_pages_are_dark_throughout(open_page: Open, site: Site):
    """In a dark system no table, field or panel keeps a light ground."""
    light = """() => [...document.querySelectorAll('main, main *')].filter(part => part.checkVisibility()).filter(part => {
        const [r, g, b, a = 1] = getComputedStyle(part).backgroundColor.match(/[0-9.]+/g).map(Number);
        const own = part.matches('a.b, .bar b, .home button, .sg, option');
        return a > .5 && !own && r + g + b > 380;
    }).map(part => part.outerHTML.slice(0, 120))"""
    page = open_page(scheme="dark")
    for address in ("", RECORD, TOPIC, "topics/", "plans/", "status/"):
        page.goto(site.url + address)
        assert page.evaluate(light) == [], address


@pytest.mark.parametrize("language", ["en", "ar", "ru"])
def test_the_heaviest_records_are_light_on_the_line(browser: Browser, built: Path, site: Site, language: str):
    """The largest record of a language, opened first, and the next largest, opened after it, stay within the budgets of bytes as sent."""
    base = built / folder_of(language) / "instruments"
    files = sorted(base.glob("*/*/index.html"), key=lambda file: file.stat().st_size, reverse=True)[:2]
    context = browser.new_context()
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    received: list[int] = []
    line.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    spent = []
    for file in files:
        received.clear()
        page.goto(site.url + file.parent.relative_to(built).as_posix() + "/", wait_until="networkidle")
        spent.append(sum(received))
    context.close()

    assert 10_000 < spent[0] <= FIRST_VIEW
    assert 0 < spent[1] <= SECOND_VIEW
