"""A case on one sheet, in a browser, on the small library with everything in it: five
questions, what each State is bound by, and that nobody else learns of the case.
"""

from __future__ import annotations

import re

import pytest
from barriers import barriers
from browsing import Open, choose_state, until
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

CHOSEN = "in=ben&from=nga&child=yes&happened=labour&need=rest,no-fines"
CASE = f"case/?#{CHOSEN}"


def need(page: Page, code: str) -> Locator:
    """What the sheet says on a need."""
    return page.locator(f"[data-need={code}]")


def tick(page: Page, *labels: str) -> None:
    """Tick some answers."""
    for label in labels:
        page.get_by_label(label, exact=True).check()


def answer_all(page: Page) -> None:
    """Answer the five questions."""
    choose_state(page, "1. Where is the person now?", "Benin")
    choose_state(page, "2. From which State?", "Nigeria")
    tick(page, "Yes", "Forced labour", "To rest", "No fines")
    expect(page.locator(".sheet")).to_be_visible()


def test_five_answers_make_one_sheet(open_small: Open):
    """What was chosen is only after the "#", in one entry of the history."""
    page = open_small("case/", width=360)
    expect(page.locator(".sheet")).to_be_hidden()
    entries = page.evaluate("history.length")
    answer_all(page)
    expect(page).to_have_url(re.compile(f"case/#{CHOSEN}$"))
    assert page.evaluate("history.length") == entries
    page.get_by_role("button", name="Show the sheet").click()
    summary = page.locator(".asks summary")
    expect(summary).to_have_text("Benin · from Nigeria · A child · Forced labour")
    expect(page.locator(".asks details")).not_to_have_attribute("open", "")


def test_no_host_learns_of_the_child_or_of_what_happened(open_small: Open):
    """No request has the answers in its address; only the files of the States are
    fetched.
    """
    page = open_small("case/")
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    answer_all(page)
    asked = " ".join(addresses)
    assert "states/ben/index.json" in asked
    assert not re.search("child|labour|rest|fines|case/.*[?&]", asked)


def test_a_need_is_asked_of_the_state_where_the_person_is(open_small: Open):
    """With article and day. The State from which the person comes cannot meet it: it is
    named where the same line binds it, and not where nothing does.
    """
    page = open_small(CASE)
    rest = need(page, "rest")
    expect(rest.locator("h3")).to_have_text(
        ["May a child rest longer?", "Must there be beds?"]
    )
    expect(rest).to_contain_text("Benin: We know no binding text that answers this.")
    cell = rest.locator(".cell", has_text="Alpha Convention").last
    expect(cell).to_contain_text("Benin, Nigeria: Housing, care and compensation.")
    expect(cell).to_contain_text(
        "Alpha Convention, Art. 12(1) · binding on Benin since 1 March 2008 · "
        "binding on Nigeria since 1 July 2010"
    )
    expect(rest.get_by_text("We know no binding text")).to_have_count(1)
    expect(page.locator(".sheet [data-cited]")).to_contain_text("Alpha Convention")


def test_a_need_across_a_border_is_asked_of_both_states_and_said_once(open_small: Open):
    """What binds both, and that nothing binds either, with the text to compare."""
    fines = need(open_small(CASE.replace("rest,", "")), "no-fines")
    text = re.sub(r"\s+", " ", fines.inner_text())
    none = "Benin, Nigeria: We know no binding text that answers this."
    assert text.count("We know no binding text") == text.count(none) == 1
    assert text.count("For comparison, a text that binds none of these States") == 1
    assert "Benin, Nigeria: Housing, care and compensation." in text
    assert "binding on Benin since 1 March 2008 · binding on Nigeria since" in text


def test_a_case_comes_back_from_its_address(open_small: Open):
    """Going away and back loses nothing."""
    page = open_small(CASE)
    expect(page.locator(".sheet")).to_be_visible()
    before = page.locator("[data-needs]").inner_text()
    need(page, "rest").locator("h3 a").first.click()
    page.wait_for_url(re.compile("topics/"))
    page.go_back()
    expect(page.locator(".sheet")).to_be_visible()
    expect(page.locator("[data-needs]")).to_have_text(before, use_inner_text=True)
    expect(page.locator("input[value=yes]")).to_be_checked()


def test_what_no_field_has_is_said_and_the_rest_kept(open_small: Open):
    """An unknown State, form or need in the address."""
    page = open_small("case/?#in=ben&from=xyz&happened=magic&need=rest,foo")
    expect(page.locator(".asks [role=status]")).to_have_text(
        "No State has this code: XYZ · No form of exploitation has this name: magic · "
        "No need has this name: foo"
    )
    expect(need(page, "rest")).to_be_visible()


def test_clear_and_the_way_out_remove_the_case(open_small: Open):
    """The button "Clear" empties form, sheet and address; the way out takes the entry's place."""
    page = open_small(CASE)
    page.locator(".sheet button[type=reset]").click()
    expect(page.locator(".sheet")).to_be_hidden()
    expect(page).to_have_url(re.compile("case/[?]?$"))
    expect(page.locator("input[value=yes]")).not_to_be_checked()
    page = open_small(CASE)
    entries = page.evaluate("history.length")
    out = page.locator("[data-leave]")
    out.evaluate("(link) => { link.href = '/about/'; }")
    out.click()
    page.wait_for_url(re.compile("about/"))
    assert page.evaluate("history.length") == entries


def test_another_language_takes_the_place_of_the_page(open_small: Open):
    """The case goes along, and no further entry has it."""
    page = open_small(CASE)
    entries = page.evaluate("history.length")
    page.locator(".languages summary").click()
    page.locator(".languages a[hreflang=fr]").click()
    page.wait_for_url(re.compile(f"fr/case/.*#{CHOSEN}$"))
    assert page.evaluate("history.length") == entries
    expect(page.locator(".sheet")).to_be_visible()


def test_the_sheet_is_copied_whole_and_as_a_message(open_small: Open):
    """With its links for a mail; as a message each need has at most 480 characters."""
    page = open_small(CASE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy as a short message").click()
    until(
        page, "() => document.querySelector('[data-copy=text]').textContent === 'Copied'"
    )
    text = page.evaluate("navigator.clipboard.readText()")
    parts = text.split("\n\n")
    assert [part.split("\n")[0] for part in parts] == ["To rest", "No fines"]
    assert max(len(part) for part in parts) <= 480
    page.get_by_role("button", name="Copy the sheet").click()
    until(
        page, "() => document.querySelector('[data-copy=rich]').textContent === 'Copied'"
    )
    html = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html'))"
        ".then((blob) => blob.text())"
    )
    assert re.search(r'href="http://127\.0\.0\.1:\d+/instruments/alpha/', html)
    assert "<button" not in html


def test_print_opens_what_is_folded_and_closes_it_again(open_small: Open):
    """The sheet on paper has all that the page has in folds."""
    page = open_small(CASE)
    expect(page.locator(".sheet")).to_be_visible()
    closed = page.locator(".sheet details:not([open])").count()
    assert closed
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".sheet details:not([open])")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".sheet details:not([open])")).to_have_count(closed)


@pytest.mark.parametrize("language", ["", "ar/"])
def test_a_phone_reaches_the_first_article(open_small: Open, language: str):
    """It is on the first screen of 640 points; nothing is in the way of a reader."""
    page = open_small(f"{language}{CASE}", width=360)
    expect(page.locator(".sheet")).to_be_visible()
    top = page.locator("[data-need] .cell, [data-need] p").first.evaluate(
        "(place) => place.getBoundingClientRect().top + scrollY"
    )
    assert top < 640
    assert not barriers(page)
