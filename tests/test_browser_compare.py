"""Records side by side, in a browser: how they are picked, what stands in each cell, and
what is saved of it; from the small library with everything in it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from browsing import PERIOD, Open, choose_state, rows_of
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

CONVENTION, DIRECTIVE = "alpha/convention-2005", "beta-union/directive-2011"
PAIR = f"compare/?r={CONVENTION}&r={DIRECTIVE}"
ALL = "&topic=all"


def ending(address: str) -> re.Pattern[str]:
    """Addresses that end so."""
    return re.compile(f"{re.escape(address)}$")


def row(page: Page, label: str):
    """The row of a topic or stage."""
    return page.locator(
        ".beside tbody tr:not(.group)",
        has=page.get_by_role("rowheader", name=label, exact=True),
    )


def saved(page: Page) -> tuple[list[list[str]], list[str]]:
    """The rows that the page hands over, and where they come from."""
    with page.expect_download() as found:
        page.locator(".take button").first.click()
    return rows_of(Path(found.value.path()).read_bytes())


# -- picking -----------------------------------------------------------------------------


def test_records_are_picked_while_browsing(open_small: Open):
    """From a record's page and from a row of a topic; the choice goes along, can be taken
    back, and leads to the page that compares; from a topic, on that topic alone.
    """
    page = open_small(f"instruments/{CONVENTION}/")
    expect(page.locator(".picked")).to_be_hidden()
    page.get_by_role("button", name="Add to comparison").click()
    expect(page.locator(".picked li")).to_have_text(re.compile("Alpha Convention"))
    page.goto(page.url.replace(f"instruments/{CONVENTION}/", PERIOD))
    page.get_by_role(
        "checkbox", name="Add to comparison: Anti-trafficking Directive"
    ).click()
    page.get_by_role("button", name="Not binding").first.click()
    page.get_by_role("checkbox", name="Add to comparison: Beta Declaration").click()
    tray = page.locator(".picked")
    expect(tray.locator("li")).to_have_count(3)
    tray.get_by_role("button", name="Remove from comparison: Beta Declaration").click()
    expect(tray.locator("li")).to_have_count(2)
    tray.get_by_role("link").click()
    expect(page.locator(".choose li a")).to_have_text(
        ["Alpha Convention", "Anti-trafficking Directive"]
    )
    expect(page.locator(".picked")).to_be_hidden()
    expect(page).to_have_url(ending(f"{PAIR}&topic=reflection-period"))
    expect(page.locator(".result tbody tr")).to_have_count(1)


def test_on_a_phone_what_is_picked_is_one_line(open_small: Open):
    """How many, the way to compare them, and a button that takes out all."""
    page = open_small(PERIOD, width=360)
    page.get_by_role("button", name="Not binding").first.click()
    for name in ("Anti-trafficking Directive", "Beta Declaration"):
        page.get_by_role("checkbox", name=f"Add to comparison: {name}").click()
    tray = page.locator(".picked")
    expect(tray.get_by_role("link")).to_have_text("Compare (2/4)")
    expect(tray.get_by_role("listitem")).to_have_count(0)
    assert tray.bounding_box()["height"] == 44
    tray.get_by_role("button").click()
    expect(tray).to_be_hidden()
    expect(page.locator("main")).to_be_focused()


def test_what_an_address_compares_is_shown_and_not_picked(open_small: Open):
    """Who opens a comparison that somebody sent has picked nothing, and keeps what was
    picked before; what is added there is picked.
    """
    page = open_small(PAIR)
    expect(page.locator(".beside")).to_be_visible()
    kept = "sessionStorage.getItem('comparison')"
    assert page.evaluate(kept) is None
    page.get_by_label("Add a text").fill("World Convention")
    page.get_by_label("Add a text").press("Enter")
    expect(page.locator(".beside thead th")).to_have_count(4)
    page.get_by_role("button", name="Remove: Alpha Convention").click()
    expect(page.locator(".beside thead th")).to_have_count(3)
    page.goto(
        page.url.partition("compare/")[0]
        + f"compare/?r={CONVENTION}&r=beta/declaration-2015"
    )
    page.get_by_role("button", name="Remove: Beta Declaration").click()
    expect(page.locator(".choose li")).to_have_count(1)
    page.goto(page.url.partition("compare/")[0])
    expect(page.locator(".picked li")).to_have_text(
        [re.compile("Anti-traff"), re.compile("World Conv")]
    )


def test_what_is_kept_is_cut_when_it_is_read(open_small: Open):
    """At most four records, by their ids, whatever stands in the store."""
    page = open_small("topics/")
    picks = [[f"alpha/a{number}", "A"] for number in range(500)]
    kept = json.dumps([[{"a": 1}, "A"], ["javascript:x", "A"], ["a/b&r=c", "A"], *picks])
    page.evaluate(f"sessionStorage.setItem('comparison', {json.dumps(kept)})")
    page.reload()
    expect(page.locator(".picked li")).to_have_count(4)
    address = page.locator(".picked a").get_attribute("href") or ""
    assert address.partition("?")[2] == "r=alpha/a0&r=alpha/a1&r=alpha/a2&r=alpha/a3"


def test_a_search_result_can_be_picked(open_small: Open):
    """Records have the button, mechanisms have none; four are the most."""
    page = open_small("search/?q=alpha")
    results = page.locator(".results li")
    expect(results.first).to_be_visible()
    record = results.filter(
        has=page.get_by_role("link", name="Old Alpha Convention", exact=True)
    )
    record.get_by_role("button").click()
    expect(page.locator(".picked li")).to_have_text(re.compile("Old Alpha Convention"))
    mechanism = results.filter(
        has=page.get_by_role("link", name="Alpha Community", exact=True)
    )
    expect(mechanism.get_by_role("button")).to_have_count(0)
    for picked in (2, 3, 4):
        results.get_by_role("button", name="Add to comparison").first.click()
        expect(page.locator(".picked")).to_contain_text(f"{picked}/4")
    expect(results.get_by_role("button", name="Add to comparison").first).to_be_disabled()


def test_a_record_is_added_on_the_page(open_small: Open):
    """By a part of its title where that means one record alone; else the page says what
    is wrong.
    """
    page = open_small("compare/")
    status = page.locator(".choose [role=status]")
    expect(status).to_have_text("Choose at least two texts.")
    field = page.get_by_label("Add a text")
    field.fill("alpha")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(status).to_have_text("No text has this name. Choose one from the list.")
    for words in ("World Conv", "Alpha Convention"):
        field.fill(words)
        field.press("Enter")
        expect(field).to_have_value("")
    expect(page.locator(".beside thead th")).to_have_text(
        ["Topic", "World Convention", "Alpha Convention"]
    )
    page.get_by_role("button", name="Remove: World Convention").click()
    expect(page.locator(".beside")).to_have_count(0)
    expect(page).to_have_url(re.compile(rf"compare/\?r={CONVENTION}&topic=[a-z-]+$"))


def test_one_topic_stands_first(open_small: Open):
    """The first on which most of the records speak; all topics only when asked for."""
    page = open_small(PAIR)
    expect(page.locator(".beside tbody tr")).to_have_count(1)
    expect(page.locator(".beside tbody td .cell")).not_to_have_count(0)
    chosen = page.locator("[name=topic]").input_value()
    expect(page).to_have_url(ending(f"{PAIR}&topic={chosen}"))
    page.locator("[name=topic]").select_option("all")
    expect(page.locator(".beside tbody tr")).not_to_have_count(1)
    expect(page).to_have_url(ending(PAIR + ALL))


def test_a_comparison_is_a_spreadsheet_too(open_small: Open):
    """The second button makes a workbook: a sheet of rows, and one of their source."""
    page = open_small(PAIR + ALL)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as XLSX").click()
    with ZipFile(download.value.path()) as book:
        assert book.testzip() is None
        rows = book.read("xl/worksheets/sheet1.xml").decode()
        source = book.read("xl/worksheets/sheet2.xml").decode()
    assert "45 days at least." in rows
    assert ">Obligation<" in rows
    assert "compare/" in source
    for part in (rows, source):
        ElementTree.fromstring(part)


def test_ready_comparisons_open(open_small: Open):
    """A text and what took its place or amended it stand side by side at one tap."""
    page = open_small("compare/")
    ready = page.locator("section:has(> #before-and-after) a").first
    names = ready.inner_text().split("\u00a0· ")
    ready.click()
    expect(page.locator(".beside thead th")).to_have_text(["Topic", *names])


def test_an_address_may_say_anything(open_small: Open):
    """What is no record is left out, twice the same is once, more than four are four."""
    page = open_small(
        f"compare/?r=__proto__&r=../x&r={CONVENTION}&r={CONVENTION}&topic=<b>&by=x&order=y"
    )
    expect(page.locator(".choose li")).to_have_count(1)
    expect(page).to_have_url(ending(f"compare/?r={CONVENTION}"))


# -- what stands side by side ------------------------------------------------------------


def test_topics_stand_side_by_side_and_are_saved(open_small: Open):
    """Each cell has strength, number, sentence in its language, place, force and
    confidence; what no longer holds is left out. It prints on a sheet that lies; the
    choice of a topic goes into the address, the file and another language.
    """
    page = open_small(PAIR + ALL)
    cells = row(page, "Reflection period").locator("td")
    mine, other = cells.first, cells.last
    expect(mine.locator(".cell")).to_have_count(1)
    expect(mine.locator(".num")).to_have_text("45 days · within 24 hours")
    expect(mine.locator(".st")).to_have_text("Obligation")
    expect(mine.get_by_role("link", name="Art. 13")).to_have_attribute(
        "href", re.compile(f"/instruments/{CONVENTION}/#reflection$")
    )
    expect(other.locator("span[lang=fr]")).to_have_text("Un délai de 1 mois.")
    expect(row(page, "Investigation").locator(".warn")).to_have_text("Not yet checked")
    width, height = re.search(
        rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True)
    ).groups()
    assert float(width) > float(height)

    page.locator("[name=topic]").select_option("reflection-period")
    expect(page.locator(".beside tbody th")).to_have_text(["Reflection period"])
    (head, *rows), source = saved(page)
    assert source[-1].endswith(f"{PAIR}&topic=reflection-period")
    expect(page).to_have_url(ending(f"{PAIR}&topic=reflection-period"))
    assert "|".join(head) == (
        "Topic|Record|Strength|How many|What it says|Where it says "
        "so|Force|Confidence|Address"
    )
    assert rows[0][:4] == [
        "Reflection period",
        "Alpha Convention",
        "Obligation",
        "45 days\u00a0· within 24 hours",
    ]
    assert rows[0][4:8] == ["45 days at least.", "Art. 13", "Binding", "Verified"]
    french = "Un délai de 1 mois. (Not yet translated: the source text is shown)"
    assert rows[1][4] == f"Only for migrant workers: {french}"
    assert rows[1][8].endswith(f"/instruments/{DIRECTIVE}/#article-11")
    page.locator(".languages summary").click()
    page.locator(".languages a[hreflang=ar]").click()
    expect(page.locator(".beside tbody th")).to_have_count(1)
    expect(page).to_have_url(ending(f"ar/{PAIR}&topic=reflection-period"))


def test_for_a_state_the_file_says_since_when_it_is_bound(open_small: Open):
    """Each text says on the page whether it binds the State. The file has the State, the
    date of joining and since when; without a State it has none of these columns.
    """
    page = open_small(f"{PAIR}&topic=reflection-period&state=ben")
    heads = page.locator(".beside thead th")
    expect(heads.nth(1)).to_contain_text("binding on Benin since 1 March 2008")
    expect(heads.nth(2)).to_contain_text("Benin: We do not know whether")
    (head, *rows), _ = saved(page)
    assert head[1:6] == ["Record", "State", "Date of joining", "Bound since", "Strength"]
    assert rows[0][1:6] == [
        "Alpha Convention",
        "Benin",
        "2008-02-01",
        "2008-03-01",
        "Obligation",
    ]
    assert rows[1][2:5] == ["Benin", "", ""]
    choose_state(page, "For one State", "Ghana")
    expect(heads.nth(1)).to_contain_text("Ghana")
    expect(page).to_have_url(ending("&state=gha"))


def test_a_line_of_a_text_that_does_not_bind_yet_says_so(open_small: Open):
    """Without it "must" would say that it does; one that binds needs no word."""
    page = open_small(f"compare/?r={CONVENTION}&r=alpha/agreement-2024{ALL}")
    cells = row(page, "Assistance").locator("td")
    expect(cells.last.locator(".fo")).to_have_text("Signed, not in force")
    expect(cells.first.locator(".fo")).to_have_count(0)


def test_absence_is_told_apart(open_small: Open):
    """A text read in full that is silent, one that we could not read, and one that nobody
    has looked at.
    """
    page = open_small(f"{PAIR}&r=beta/declaration-2015{ALL}")
    cells = row(page, "Awareness").locator("td")
    expect(cells).to_contain_text(
        [
            "we read the whole text: it says nothing",
            "we read the whole text: it says nothing",
            "States learn",
        ]
    )
    expect(row(page, "Non-punishment").locator("td").last).to_contain_text(
        "not read for this yet"
    )
    page = open_small(f"{PAIR}&r=alpha/plan-2002{ALL}")
    expect(row(page, "Non-punishment").locator("td").last).to_contain_text(
        "We could not read it"
    )
    page = open_small(PAIR + ALL)
    expect(page.locator(".result .lists dt")).to_have_text(
        "We read them in full. None of them says anything on"
    )
    expect(page.locator(".result .lists dd")).to_have_text("Awareness")


def test_procedures_stand_side_by_side_by_stage(open_small: Open):
    """The stages of a case stand below the topics; in the file a step has a column for
    those who take it, and a cell without a line says which absence it is.
    """
    page = open_small("compare/?r=alpha/sop-2016&r=beta/sop-2020", width=360)
    expect(page.locator(".beside .group")).to_have_text(["Step of a case"])
    cells = row(page, "Identification").locator("td")
    expect(cells.first).to_contain_text("within 24 hours")
    expect(cells.first).to_contain_text("Police")
    expect(cells.last).to_contain_text("not read for this yet")
    expect(cells.last).to_have_attribute("data-label", "Procedures of the Beta Process")
    (head, *rows), _ = saved(page)
    found = [dict(zip(head, row, strict=False)) for row in rows]
    first = next(each for each in found if each["Topic"] == "Identification")
    assert first["By whom"].startswith("Police")
    assert "within 24 hours" in first["How many"]
    silent = [
        each for each in found if each.get("What it says") == "not read for this yet"
    ]
    assert {each["Address"] for each in silent} == {""}


def test_where_data_cannot_be_loaded_the_comparison_says_so(open_small: Open):
    """A slow line that breaks leaves a sentence."""
    page = open_small("compare/")
    page.route(re.compile("directive-2011/index.json"), lambda route: route.abort())
    page.goto(page.url + PAIR.removeprefix("compare/"))
    expect(page.locator(".result .open")).to_have_text("A text could not be loaded.")
