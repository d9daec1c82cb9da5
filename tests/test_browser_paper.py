"""Paper, from a browser: what a page with a case in hand prints is what is open, and few sides."""

from __future__ import annotations

import re

import pytest
from browsing import Open
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def sides(page) -> int:
    """How many sides of A4 a page prints."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.mark.parametrize(
    ("language", "opened"), [("", ""), ("ru/", "#place-school"), ("ar/", "#form-labour")]
)
def test_signs_are_two_sides(open_page: Open, language: str, opened: str):
    """Of any form, of a place, and of the form that has most; the choice that is closed is not there."""
    page = open_page(f"{language}recognise/{opened}")
    expect(page.locator(f"{opened or 'main'} .cell:visible").first).to_be_visible()
    assert sides(page) <= 2
    page.emulate_media(media="print")
    expect(page.locator("#place-health")).to_be_hidden()
    expect(page.locator("#place-school .cell").first).to_be_visible(visible=opened == "#place-school")
    expect(page.locator("#whom-to-tell")).to_be_visible()


def test_nobody_is_told_on_paper_to_question_a_child(open_page: Open):
    """Where the signs are those of a school there are no questions, as on the sheet."""
    page = open_page("recognise/#place-school")
    page.emulate_media(media="print")
    expect(page.locator("#questions")).to_be_hidden()
    expect(page.locator("#never")).to_be_visible()


@pytest.mark.parametrize(("language", "state"), [("", "moz"), ("fr/", "ukr"), ("ar/", "sen")])
def test_first_days_are_two_sheets(open_page: Open, language: str, state: str):
    """The steps with a sentence each, and the numbers; those of a child on one, without the others."""
    page = open_page(f"{language}first-days/{state}/")
    assert sides(page) <= 2
    page.locator("summary:has(#child)").click()
    expect(page.locator("#age")).to_be_visible()
    assert sides(page) <= 2
    page.emulate_media(media="print")
    expect(page.locator("#safety")).to_be_hidden()
    expect(page.locator("#age")).to_be_visible()


def test_a_topic_for_a_state_prints_its_answer(open_page: Open):
    """And not the comparison of all texts."""
    page = open_page("topics/identification/?state=ita")
    page.locator("#state .cell").first.wait_for()
    assert sides(page) <= 3
    page.emulate_media(media="print")
    expect(page.locator("#compare")).to_be_hidden()
