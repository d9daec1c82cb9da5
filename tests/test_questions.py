"""Questions that practitioners brought, asked anew on the real site, on a phone, in
French: each is answered in at most three clicks from home. Of the answers nothing is
asked that a right record could change. What the PDFs hold, golden pages show.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import Open, rows_of
from conftest import Site
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

SCREENS = 2 * 900
"""Pixels within which an answer, or that there is none, must begin."""


class Reader:
    """A reader who begins at home and counts what she clicks."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def follow(self, address: str) -> None:
        """Click the first link that leads to an address, written as it ends."""
        place = self.page.locator("main a, footer a").evaluate_all(
            "(links, address) => links.findIndex("
            "link => link.href.endsWith(address) && link.checkVisibility())",
            address,
        )
        assert place >= 0, f"no link leads to {address}"
        self.go(self.page.locator("main a, footer a").nth(place))

    def go(self, link: Locator) -> None:
        """Click a link, and arrive where it leads."""
        address = link.evaluate("link => link.href")
        self.click(link)
        self.page.wait_for_url(lambda here: here.startswith(address))

    def click(self, what: Locator) -> None:
        """Click something."""
        self.clicks += 1
        assert self.clicks <= 3
        what.click()

    def ask(self, state: str = "", topic: str = "") -> None:
        """Fill in the box on the front page."""
        if state:
            self.choose("state", state)
        if topic:
            select = self.page.locator(".ask select[name=topic]")
            value = select.locator(f"option[value*='topics/{topic}/']").get_attribute(
                "value"
            )
            select.select_option(value)
        here = self.page.url
        self.click(self.page.locator(".ask button"))
        self.page.wait_for_url(lambda address: address != here)

    def choose(self, field: str, state: str) -> None:
        """Type the English name of a State, which is understood in every language."""
        typed = self.page.locator(f"label:has(select[name={field}]) input[role=combobox]")
        typed.click()
        expect(typed).to_have_attribute("aria-controls", re.compile("states"))
        typed.fill(state)
        typed.blur()

    def unfold(self, place: str) -> None:
        """Open the fold whose heading has this anchor."""
        self.click(self.page.locator(f"summary:has(#{place})"))

    def sees(self, selector: str, text: str | re.Pattern[str] = "") -> Locator:
        """What answers, in sight within two screens."""
        found = self.page.locator(selector, has_text=text).first
        expect(found).to_be_visible()
        top = found.evaluate("each => each.getBoundingClientRect().top + scrollY")
        assert top < SCREENS, f"{selector} begins at {top}"
        return found


@pytest.fixture
def reader(open_page: Open) -> Reader:
    """A reader at home, on a phone, in French, whose words are long."""
    return Reader(open_page("fr/", width=360))


def test_home_is_three_screens_and_asks_on_the_first(reader: Reader):
    """What it is, for whom, and the fields; nothing on it scrolls but the page."""
    assert reader.page.evaluate("document.documentElement.scrollHeight") <= 3 * 740
    for field in ("input[role=combobox]", "select[name=topic]"):
        box = reader.page.locator(f".ask {field}").bounding_box()
        assert box["y"] + box["height"] < 740


@pytest.mark.parametrize("case", [0, 1, 2])
def test_a_case_of_home_leads_to_its_sentence(reader: Reader, case: int):
    """The sentence that home shows stands on the page that answers the case, and was
    taken from there.
    """
    said = (
        reader.page.locator(".answers dd .cell p:not(.src, .num)").nth(case).inner_text()
    )
    reader.go(reader.page.locator(".answers dt a").nth(case))
    expect(reader.page.locator("main").get_by_text(said).first).to_be_visible()


def test_the_first_48_hours_of_a_girl_in_cotonou(reader: Reader):
    """On one sheet: whom to call in Benin, and what binds there on her shelter."""
    reader.follow("/case/")
    reader.choose("in", "Benin")
    reader.page.locator("input[name=child][value=yes]").check()
    reader.page.locator("input[name=need][value=care]").check()
    reader.click(reader.page.locator("[data-show]"))
    reader.sees("[data-calls] a[href^='tel:']")
    reader.sees("[data-need=care] .cell")


def test_the_recovery_period_in_senegal(reader: Reader):
    """What binds there, or that nothing recorded here does, stands on the first screens."""
    reader.ask("Senegal", "reflection-period")
    reader.sees(".choose [role=status] :is(h2, .open)")


def test_where_non_punishment_binds_by_region(reader: Reader):
    """Six regions, each with its strongest answer or the kind of its silence."""
    reader.ask("", "non-punishment")
    reader.sees("#answers")
    expect(reader.page.locator("section:has(> #answers) dt")).to_have_count(6)


def test_benin_and_the_palermo_protocol(reader: Reader):
    """Since 30 August 2004, by a list with its day: one fold behind what the texts ask."""
    reader.ask("Benin")
    reader.page.locator("section:has(> #binding) > details > summary").click()
    row = reader.page.locator("#compare tr:has(a[href*='un/palermo-protocol/'])")
    expect(row).to_be_visible()
    expect(row).to_contain_text(re.compile("30 (August|août|آب/أغسطس) 2004"))
    expect(row.locator("a[href*='#source-']").first).to_be_visible()


def test_a_child_from_italy_to_nigeria(reader: Reader):
    """Whom to call at each end, and what binds both on her return."""
    reader.follow("/case/")
    reader.choose("in", "Nigeria")
    reader.choose("from", "Italy")
    reader.page.locator("input[name=need][value=return]").check()
    reader.click(reader.page.locator("[data-show]"))
    expect(reader.page.locator("[data-calls] dt")).to_have_count(2)
    expect(reader.page.locator("[data-calls] dd a")).not_to_have_count(0)
    reader.sees(
        "[data-need=return] .cell:has(a[href*='palermo-protocol'])", "Nigéria, Italie"
    )


def test_what_replaced_the_ecowas_plan_of_2008(reader: Reader):
    """The list of plans names its successor."""
    reader.follow("/instruments/")
    reader.follow("plans/")
    reader.click(
        reader.page.locator("main details:has(.plans) > summary")
    )  # plans that have ended
    row = reader.page.locator("tr:has(th a[href*='ecowas/plan-2008/'])")
    expect(row).to_be_visible()
    expect(row.locator("td a, td").nth(1)).to_be_visible()


def test_what_tunisia_must_report(reader: Reader):
    """The duties of one State, filtered."""
    reader.ask("Tunisia")
    reader.unfold("reports")
    expect(reader.page.locator("section:has(#reports) li").first).to_be_visible()


def test_three_texts_on_compensation_on_one_sheet(reader: Reader):
    """Side by side, from one address that can be shared."""
    reader.ask("", "compensation")
    for record in ("coe-convention-197", "asean-actip", "eu-directive-2011-36"):
        row = reader.page.locator(f"#compare tr[id='{record}']")
        if not row.is_visible():
            reader.page.locator(f"tbody:has([id='{record}']) tr.group button").click()
        row.get_by_role("checkbox").check()
    reader.go(reader.page.locator(".picked > a", has_text="3/4"))
    expect(reader.page.locator("main .result thead th")).to_have_count(4)


def test_all_on_child_victims_as_a_spreadsheet(reader: Reader):
    """Two clicks: the topic, and the file; a row a provision, with what researchers sort
    by in columns.
    """
    reader.ask("", "child-victims")
    lines = reader.page.locator("#compare .cell").count()
    with reader.page.expect_download() as found:
        reader.click(reader.page.locator(".take:has(+ .tbl > #compare) button").last)
    assert reader.clicks == 2
    assert found.value.suggested_filename == "dakar-topics-child-victims.csv"
    (head, *rows), _ = rows_of(Path(found.value.path()).read_bytes())
    assert len(head) == 11
    assert len(rows) == lines
    assert all(row[place] for row in rows for place in (0, 1, 2, 4, 6, 7, 8))
    assert all("/instruments/" in row[10] for row in rows)
    groups = reader.page.locator(
        "#compare tbody:not([data-more]) tr.group"
    ).all_text_contents()
    assert {row[0] for row in rows} == {each.strip() for each in groups}


def test_what_changed_in_a_year(reader: Reader):
    """The list of what was added, corrected and raised."""
    reader.follow("changes/")
    expect(reader.page.locator("main h2").first).to_contain_text("2026")


def test_the_arabic_pdf_on_assistance(browser: Browser, small_site: Site):
    """From the Arabic front page: the topic, then its PDF. PDFs are made by hand and not
    with the real site, so that it is asked of the small one.
    """
    page = browser.new_page(viewport={"width": 360, "height": 900})
    page.goto(f"{small_site.url}ar/")
    reader = Reader(page)
    reader.ask("", "assistance")
    link = page.locator("main a[href$='pdf/ar/topics/assistance.pdf']")
    expect(link).to_have_count(1)
    with page.expect_request("**/pdf/ar/topics/assistance.pdf") as asked:
        reader.click(link)
    sent = page.context.request.get(asked.value.url)
    assert (sent.status, sent.headers["content-type"]) == (200, "application/pdf")
    assert sent.body().startswith(b"%PDF-")
    page.close()
