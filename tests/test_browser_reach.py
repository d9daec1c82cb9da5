"""Pages by keyboard, without a script, on paper, where what is open is printed; and that
nothing is asked elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from browsing import PERIOD, RECORD, TOPIC, Open, eventually, fitting, shown, until
from conftest import Site
from pdf_reading import inked_links, text_of
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


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


# -- keyboard ----------------------------------------------------------------------------


def test_filters_and_table_work_by_keyboard(open_page: Open):
    """Space checks a box, arrows choose an order, Enter shows all again and opens a
    heading that rows stand behind; keys scroll a table's frame.
    """
    page = open_page(TOPIC)
    everything = shown(page)
    page.locator(".filters input[value=americas]").focus()
    page.keyboard.press("Space")
    eventually(page, shown, fitting(page, region="americas"))
    page.locator(".filters select").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".filters select")).to_have_value("region")
    page.locator(".filters [type=reset]").focus()
    page.keyboard.press("Enter")
    eventually(page, shown, everything)

    heading = page.locator("#compare tr.group button").first
    heading.focus()
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-expanded", "true")
    behind = page.locator("#compare tbody:has(button[aria-expanded=true]) tr:not(.group)")
    expect(behind.first).to_be_visible()
    assert len(shown(page)) == len(everything) + behind.count()
    page.keyboard.press("Enter")
    eventually(page, shown, everything)

    page = open_page("matrix/")
    page.locator(".tbl").focus()
    page.keyboard.press("PageDown")
    until(page, "document.querySelector('.tbl').scrollTop > 100")
    expect(page.locator(".tbl")).to_have_attribute("aria-label", re.compile("."))


# -- without a script, on paper, on the line ---------------------------------------------


def test_pages_work_without_a_script(without_script: Open):
    """Tables show all rows, lists all entries, folded parts open, links lead; what a
    script would do is not offered.
    """
    page = without_script(TOPIC)
    assert (
        page.locator("#compare tbody tr:visible").count()
        == page.locator("#compare tbody tr").count()
        > 40
    )
    expect(page.locator(".filters")).to_be_hidden()
    folded = page.locator("section:has(#unread) dd a").first
    expect(folded).to_be_hidden()
    page.locator("section:has(#unread) summary").click()
    expect(folded).to_be_visible()

    page = without_script("matrix/")
    assert (
        page.locator("#matrix td:visible").count() == page.locator("#matrix td").count()
    )
    page.locator("#matrix td a").first.click()
    page.wait_for_url("**/instruments/**")

    page = without_script("states/")
    for letters in page.locator("#states summary").all():
        letters.click()
    expect(page.locator("#states li:visible").nth(100)).to_be_visible()
    expect(page.locator("[data-find]")).to_be_hidden()


def test_the_home_page_works_without_a_script(without_script: Open, site: Site):
    """There is no field that does nothing: links lead to the States, the topics and the
    records; the language menu opens.
    """
    page = without_script("fr/")
    expect(page.locator(":is(input, select):visible")).to_have_count(0)
    page.locator(".ask a[href='states/']").click()
    page.wait_for_url(re.compile(re.escape(f"{site.url}fr/states/") + r"(\?|$)"))
    page.locator("#states summary", has_text="S").first.click()
    expect(page.locator("#states a", has_text="Sénégal")).to_be_visible()

    page = without_script("fr/")
    page.locator("main .seek button").click()
    page.wait_for_url(re.compile(re.escape(f"{site.url}fr/search/") + r"(\?|$)"))
    for letters in page.locator("main .plain-list summary").all():
        letters.click()
    page.locator("main .plain-list a").last.wait_for()
    expect(page.locator("main a[href*=instruments]:visible").nth(100)).to_be_visible()

    page.locator(".languages summary").click()
    page.locator(".languages a[hreflang=zh]").click()
    page.wait_for_url(f"{site.url}zh/search/**")


def test_paper_has_the_text_but_no_navigation(open_page: Open):
    """Printed, a page has no menus, filters, fields or buttons; its own address stands
    there, and the addresses of links to other sites. In the long table of a topic there
    is what is open, no label of what is closed, and a sentence on what is missing.
    """
    page = open_page(PERIOD)
    page.emulate_media(media="print")

    for name in (".top", ".skip", ".filters", ".foot .row"):
        expect(page.locator(name).first).to_be_hidden()
    assert (
        page.locator(".tbl").evaluate(
            "box => getComputedStyle(box).overflow + getComputedStyle(box).maxHeight"
        )
        == "visiblenone"
    )
    expect(page.locator("section:has(#unread) dd a").first).to_be_visible()
    assert page.locator("#compare .shut").count()
    for name in ("#compare .shut", "summary.more", "#compare .shut button"):
        expect(page.locator(f"{name}:visible")).to_have_count(0)
    expect(page.locator(".onpaper")).to_be_visible()
    assert (
        page.locator("#compare thead").evaluate("head => getComputedStyle(head).display")
        == "table-header-group"
    )

    expect(page.locator(".foot .address")).to_be_visible()

    page = open_page("")
    page.emulate_media(media="print")
    expect(page.locator(".ask form")).to_be_hidden()

    page = open_page(RECORD)
    page.emulate_media(media="print")
    outside = page.locator("main a[href^='http']").first
    after = outside.evaluate("link => getComputedStyle(link, '::after').content")
    assert f"<{outside.get_attribute('href')}>" in after


def test_nothing_is_kept_of_a_visit(open_page: Open, site: Site):
    """No page sets a cookie or keeps anything; that none asks another host, ``open_page``
    watches.
    """
    page = open_page("compare/")
    page.locator(".result, .ask, main form").first.wait_for()
    page.wait_for_load_state("networkidle")  # whatever its script keeps, it keeps by then
    page.goto(site.url + TOPIC)
    page.locator(".filters input").first.check()
    assert page.context.cookies() == []
    assert (
        page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))")
        == []
    )


# -- what a page with a case in hand prints ----------------------------------------------


def sides(page) -> int:
    """How many sides of A4 a page prints."""
    return len(
        re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))
    )


@pytest.mark.parametrize(
    ("language", "opened"), [("", ""), ("ru/", "#place-school"), ("ar/", "#form-labour")]
)
def test_signs_are_two_sides(open_page: Open, language: str, opened: str):
    """Of any form, of a place, and of the form that has most; the choice that is closed
    is not there.
    """
    page = open_page(f"{language}recognise/{opened}")
    expect(page.locator(f"{opened or 'main'} .cell:visible").first).to_be_visible()
    assert sides(page) <= 2
    page.emulate_media(media="print")
    expect(page.locator("#place-health")).to_be_hidden()
    expect(page.locator("#place-school .cell").first).to_be_visible(
        visible=opened == "#place-school"
    )
    expect(page.locator("#whom-to-tell")).to_be_visible()


def test_nobody_is_told_on_paper_to_question_a_child(open_page: Open):
    """Where the signs are those of a school there are no questions, as on the sheet."""
    page = open_page("recognise/#place-school")
    page.emulate_media(media="print")
    expect(page.locator("#questions")).to_be_hidden()
    expect(page.locator("#never")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "state"), [("", "moz"), ("fr/", "ukr"), ("ru/", "arg"), ("ar/", "sen")]
)
def test_first_days_are_two_sheets(open_page: Open, language: str, state: str):
    """Advice and law, also for a child though that part is closed on the screen, and
    lines to write local numbers on; without the switch.
    """
    page = open_page(f"{language}first-days/{state}/")
    expect(page.locator(".who")).to_be_visible()
    expect(page.locator("#age")).to_be_hidden()
    expect(page.locator(".blanks")).to_be_hidden()
    assert sides(page) <= 2
    page.emulate_media(media="print")
    for place in ("#safety > h3 + p", "#safety .cell", "#age > h3 + p", "#age .cell"):
        expect(page.locator(place).first).to_be_visible()
    expect(page.locator(".blanks li")).to_have_count(8)
    expect(page.locator(".blanks li").last).to_be_visible()
    expect(page.locator(".who")).to_be_hidden()


def test_a_topic_for_a_state_prints_its_answer(open_page: Open):
    """And not the comparison of all texts, nor the label of what is closed."""
    page = open_page("topics/identification/?state=ita")
    page.locator("#state .cell").first.wait_for()
    assert sides(page) <= 3
    page.emulate_media(media="print")
    expect(page.locator("#compare")).to_be_hidden()
    expect(page.locator("#state details:not([open]) summary:visible")).to_have_count(0)
    expect(page.locator("#state .copy")).to_be_hidden()
    expect(page.locator(".onpaper")).to_be_visible()


@pytest.mark.parametrize("address", ["states/ben/", "monitoring/", "plans/"])
def test_a_page_prints_what_is_closed(open_page: Open, address: str):
    """The lists of a State and of a text are folds on the screen; so are rows."""
    page = open_page(address)
    page.locator("main details").evaluate_all(
        "folds => folds.forEach(fold => { fold.open = false; })"
    )
    page.emulate_media(media="print")
    lines = page.locator("main :is(details, .tbl) :is(td, li, .cell)")
    unseen = "lines => lines.filter(line => !line.checkVisibility()).length"
    assert lines.count() > 10
    assert lines.evaluate_all(unseen) == 0


@pytest.mark.parametrize("language", ["", "ar/"])
def test_the_matrix_prints_every_sign(open_page: Open, language: str):
    """In ink, whether a browser prints grounds or not, and the heads of all columns on
    each sheet that has signs; with what the signs mean, and without what only a screen
    can do.
    """
    page = open_page(f"{language}matrix/")
    signs, heads = (
        Counter(
            page.locator(f"#matrix {place} a").evaluate_all(
                "links => links.map(link => link.href)"
            )
        )
        for place in ("td", "thead tr + tr")
    )
    assert signs.total() > 500
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    sheets = inked_links(printed)
    assert re.search(rb"/MediaBox ?\[0 0 841\.\d+ 59\d", printed)
    assert (
        Counter({link: sum(sheet[link] for sheet in sheets) for link in signs}) == signs
    )
    assert all(heads <= sheet for sheet in sheets if sheet & signs)
    for key in page.locator(".legend dd").all_text_contents() if not language else ():
        assert key in text_of(printed)
    page.emulate_media(media="print")
    expect(page.locator(".legend dd").last).to_be_visible()
    expect(page.locator(".filters")).to_be_hidden()
