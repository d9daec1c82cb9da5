"""What pages answer for one State, in a browser: from the small library with everything in it."""

from __future__ import annotations

import re

import pytest
from browsing import PERIOD, Open
from choosing import choose_state, state_field
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_topic_answers_for_a_state(open_small: Open):
    """The first line says what binds the State, since when, with the sentence; then what is only asked of it;
    its rows come first, and the address keeps the State.
    """
    page = open_small(PERIOD, width=360)
    choose_state(page, "For one State", "Benin")
    answer = page.locator(".choose [role=status]")
    expect(answer.get_by_role("heading").first).to_have_text("What binds this State")
    expect(answer.locator(".cell").first).to_contain_text("45 days")
    expect(answer.locator("li").first).to_contain_text(
        "Alpha Convention Ratification: 1 February 2008 · binding on it since 1 March 2008 (Art. 30(3))"
    )
    expect(answer).to_contain_text("What its mechanisms ask of it, not binding")
    expect(page.locator("#compare tbody tr:visible").nth(1)).to_have_attribute("id", "alpha-convention-2005")
    assert page.url.endswith("?state=ben")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_state_in_the_address_is_chosen(open_small: Open):
    """Who opens a shared address sees the same answer; without a text that binds the page says so."""
    page = open_small(f"{PERIOD}?state=mmr")
    expect(state_field(page, "For one State")).to_have_value("Myanmar")
    expect(page.locator(".choose .open")).to_have_text(
        "No text that we know to bind this State says anything about this."
    )


def test_without_a_choice_the_table_is_as_it_was(open_small: Open):
    """Taking the choice back puts all rows where they stood, and nothing is left in the address."""
    page = open_small(PERIOD)
    ids = "rows => rows.map(row => row.id)"
    before = page.locator("#compare tbody tr").evaluate_all(ids)
    choose_state(page, "For one State", "Germany")
    expect(page.locator(".choose h2").first).to_be_visible()
    choose_state(page, "For one State", "")
    expect(page.locator(".choose [role=status]")).to_be_empty()
    assert page.locator("#compare tbody tr").evaluate_all(ids) == before
    assert page.url.endswith(PERIOD)


def test_an_unknown_state_in_the_address_chooses_none(open_small: Open):
    """Whatever an address says, the page opens."""
    page = open_small(f"{PERIOD}?state=%22%3E__proto__")
    expect(state_field(page, "For one State")).to_have_value("")


def test_the_choice_speaks_arabic(open_small: Open):
    """In Arabic the choice runs from the right, and nothing scrolls sideways."""
    page = open_small(f"ar/{PERIOD}?state=ben", width=360)
    expect(page.locator(".choose .cell").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_where_data_cannot_be_loaded_the_page_says_so(open_small: Open):
    """A slow line that breaks leaves a sentence and the table, not an empty answer."""
    page = open_small(PERIOD)
    page.route(re.compile("states/ben/index.json"), lambda route: route.abort())
    choose_state(page, "For one State", "Benin")
    expect(page.locator(".choose .open")).to_have_text("The data of this State could not be loaded.")


def test_a_state_sees_its_duties_to_report(open_small: Open):
    """Rows of others go, texts of which nobody knows whether it is a party are named; the address keeps
    the State.
    """
    page = open_small("monitoring/", width=360)
    choose_state(page, "For one State", "Benin")
    rows = page.locator("#compare tbody tr:visible")
    expect(page.locator(".choose [role=status]")).to_contain_text("texts shown")
    names = rows.evaluate_all("rows => rows.map(row => row.dataset.record)")
    assert names == ["alpha/plan-2012", "alpha/convention-2005"]
    expect(page.locator("section details")).to_be_hidden()
    assert page.url.endswith("?state=ben")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    choose_state(page, "For one State", "")
    expect(rows).to_have_count(3)


def test_a_state_without_a_duty_is_told_so(open_small: Open):
    """No row, and a sentence that does not say that it owes nothing."""
    page = open_small("ar/monitoring/?state=deu")
    expect(page.locator(".choose .open")).to_have_count(1)
    expect(page.locator("#compare tbody tr:visible")).to_have_count(0)
