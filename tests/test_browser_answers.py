"""What pages answer for one State, in a browser: from the small library with everything
in it.
"""

from __future__ import annotations

import re

import pytest
from browsing import PERIOD, Open, choose_state, eventually, state_field
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def ids(page: Page) -> list[str]:
    """The anchors of all rows of the comparison, in order."""
    return page.locator("#compare tbody tr").evaluate_all(
        "rows => rows.map(row => row.id)"
    )


def copied_text(page: Page) -> list[str]:
    """The lines of what "Copy as text" puts on the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    return page.evaluate("navigator.clipboard.readText()").split("\n")


def test_a_topic_answers_for_a_state(open_small: Open):
    """The first line says what binds the State, since when, with the sentence; then what
    is only asked of it; its rows come first, and the address keeps the State.
    """
    page = open_small(PERIOD, width=360)
    choose_state(page, "For one State", "Benin")
    answer = page.locator(".choose [role=status]")
    expect(answer.get_by_role("heading").first).to_have_text("What binds this State")
    expect(answer.locator(".cell").first).to_contain_text("45 days")
    first = answer.locator("li").first
    expect(first).to_contain_text("Alpha Convention")
    expect(first).to_contain_text("binding on Benin since 1 March 2008")
    expect(page).to_have_url(re.compile(r"\?state=ben$"))
    page.goto(page.url.replace("reflection-period", "assistance"))
    answer.locator("summary", has_text="1 more in this text").click()
    expect(answer.locator("details .cell")).to_contain_text("45 days at least.")
    page.go_back()
    expect(answer).to_contain_text("What its organisations ask of it, not binding")
    expect(page.locator("#compare tbody tr").nth(1)).to_have_attribute(
        "id", "alpha-convention-2005"
    )
    expect(page).to_have_url(re.compile(rf"{PERIOD}\?state=ben$"))


def test_each_question_of_a_topic_is_answered_for_a_state(open_small: Open):
    """By the line that binds it. Of all others it is said once that none does, and how
    much was read; then what its organisations ask, and a line that it reserved.
    """
    page = open_small(f"{PERIOD}?state=ben")
    said = page.locator(".choose [role=status]")
    expect(said.locator("dl.lists dt")).to_have_text("How many days does a person have?")
    expect(said.locator("dl.lists dd")).to_contain_text("45 days at least.")
    expect(said.locator("p.open")).to_have_text(
        re.compile(r"No text .* answers these questions\. .* read in full: \d+\.")
    )
    advised = said.locator("details", has_text="May a child rest longer?")
    expect(advised.locator("summary")).to_contain_text("Border procedures")
    advised.locator("summary").click()
    expect(advised.locator(".cell")).to_contain_text("A child may rest longer.")
    said = open_small(f"{PERIOD}?state=gha").locator(".choose [role=status]")
    expect(said.locator("dl.lists")).to_have_count(0)
    expect(said).to_contain_text("Does not bind this State, because of its reservation:")
    reserved = said.locator("p", has_text="How many days does a person have?")
    expect(reserved).to_contain_text("Alpha Convention, Art. 13")


def test_a_sentence_stands_once_among_the_answers(open_small: Open):
    """Another question that the same line answers has its place."""
    page = open_small(PERIOD)
    page.evaluate(
        "for (const fold of document.querySelectorAll('details[id^=question-]')) {"
        " const other = fold.cloneNode(true); other.id += '-2'; fold.after(other); }"
    )
    choose_state(page, "For one State", "Benin")
    answers = page.locator(".choose [role=status] dl.lists")
    expect(answers.locator("dt")).to_have_count(2)
    expect(answers.locator(".cell")).to_have_count(1)
    expect(answers.locator("dd").nth(1)).to_have_text("Alpha Convention, Art. 13")


def test_where_nothing_binds_a_topic_says_so_once(open_small: Open):
    """First of all, with how much was read. Each question then has the text to compare,
    or is named among those without one.
    """
    said = open_small(f"{PERIOD}?state=mmr").locator(".choose [role=status]")
    expect(said.locator(":scope > *").first).to_have_text(
        re.compile(r"No text .* says anything about this\. .* read in full: 0\.$")
    )
    expect(said.get_by_text("read in full")).to_have_count(1)
    expect(said).to_contain_text("what texts say that do not bind this State")
    elsewhere = said.locator("details", has_text="How many days does a person have?")
    expect(elsewhere.locator("summary")).to_contain_text("Alpha Convention, Art. 13")
    said = open_small("topics/awareness/?state=ben").locator(".choose [role=status]")
    expect(said).to_contain_text("we found no answer to: Who must be told first?")


def test_a_question_has_places_that_lead_to_sentences_of_the_page(open_small: Open):
    """A place opens what its sentence is folded in. For a State the sentence that binds
    it stands under the question, with the name of its text, and no id is there twice.
    """
    page = open_small("topics/assistance/")
    page.locator("#question-beds > summary").click()
    places = page.locator("#question-beds > ul > li > a")
    expect(page.locator("#question-beds .cell")).to_have_count(0)
    last = places.last.get_attribute("href")
    expect(page.locator(last)).to_be_hidden()
    places.last.click()
    expect(page.locator(last)).to_be_in_viewport()
    page = open_small("topics/assistance/?state=tgo")
    answer = page.locator(".choose [role=status] dl.lists dd").first
    expect(answer).to_have_text(
        "Shelter where there is room. Conditional obligation · Old Alpha Convention"
        " · Art. 4"
    )
    link = answer.get_by_role("link", name="Old Alpha Convention")
    expect(link).to_have_attribute(
        "href", "../../instruments/alpha/convention-1998/#art-4"
    )
    twice = "(all) => all.filter(({ id }) => all.filter((e) => e.id === id).length > 1)"
    assert page.locator("[id]").evaluate_all(f"{twice}.length") == 0


def test_a_line_that_a_state_reserved_does_not_answer(open_small: Open):
    """Another line of the text does; where there is none, the text stands apart. What
    limits a line stands below it.
    """
    answer = open_small(f"{PERIOD}?state=gha").locator(".choose [role=status]")
    freed = answer.locator(
        "h2", has_text="Does not bind this State, because of its reservation"
    )
    expect(freed.locator("+ ul")).to_contain_text("Alpha Convention")
    expect(answer).not_to_contain_text("45 days")
    answer = open_small("topics/assistance/?state=gha").locator(".choose [role=status]")
    cell = answer.locator("li").first.locator(".cell").first
    expect(cell).to_contain_text("Housing, care and compensation.")
    expect(cell).to_contain_text(
        "This State limits or explains it: Declaration (Art. 12)"
    )
    expect(answer).not_to_contain_text("45 days")


def test_a_number_that_the_question_asks_for_and_no_text_sets_is_said_first(
    open_small: Open,
):
    """Of a State that no line with such a number binds, and of no other."""
    answer = open_small("topics/non-punishment/?state=ben").locator(
        ".choose [role=status]"
    )
    expect(answer.locator("p").first).to_have_text(
        "No text that we know to bind this State sets a fine."
    )
    answer = open_small("topics/assistance/?state=ben").locator(".choose [role=status]")
    expect(answer).to_contain_text("What binds this State")
    expect(answer).not_to_contain_text("counts beds")


def test_an_answer_is_told_once_and_copied_as_text(open_small: Open):
    """What the answer tells is not told again in the table, unless a filter asks for it.
    For a chat: State and question, the sentence, its text and article, since when, and
    the address.
    """
    page = open_small(f"{PERIOD}?state=ben")
    expect(page.locator(".choose .cell").first).to_be_visible()
    told = page.locator("#compare #alpha-convention-2005")
    expect(told).to_be_hidden()
    page.locator(".filters input[value=binding]").check()
    expect(told).to_be_visible()
    page.locator(".filters button[type=reset]").click()
    expect(told).to_be_hidden()
    copied = copied_text(page)
    assert copied[0].startswith("Benin: ")
    assert copied[2] == "45 days at least."
    assert copied[3].startswith("Alpha Convention · Obligation\u00a0· Art. 13")
    assert copied[4] == "binding on Benin since 1 March 2008"
    texts = page.locator(".choose h2 + ul").first.locator("> li").count()
    assert copied.count("") == 1 + texts
    assert copied[-1] == page.url
    choose_state(page, "For one State", "")
    expect(told).to_be_visible()


def test_for_whom_a_line_holds_stands_before_it(open_small: Open):
    """All groups that a line is in, in what is copied, in a comparison and in the results
    of a search.
    """
    said = "Only for children\u00a0· Only for migrant workers: Specialised officers investigate."
    assert said in copied_text(open_small("topics/investigation/?state=ben"))
    page = open_small(
        "compare/?r=alpha/convention-2005&r=beta-union/directive-2011&topic=investigation"
    )
    expect(page.locator(".cell p", has_text="Specialised")).to_have_text(
        said.replace("\u00a0", " ")
    )
    page = open_small("search/?q=specialised+officers+investigate")
    found = (
        "Only for children, Only for migrant workers: Specialised officers investigate."
    )
    expect(page.locator(".hit", has_text="Specialised").first).to_contain_text(found)


def test_a_choice_that_is_taken_back_leaves_nothing(open_small: Open):
    """The region of the State comes before what other regions ask; taking the choice back
    puts all rows where they stood, and nothing is left in the address.
    """
    page = open_small(PERIOD)
    before, first = ids(page), page.locator("dl.answers dt").first
    region = first.text_content()
    assert region != "Europe"
    choose_state(page, "For one State", "Germany")
    expect(page.locator(".choose h2").first).to_be_visible()
    expect(first).to_have_text("Europe")
    choose_state(page, "For one State", "")
    expect(page.locator(".choose [role=status]")).to_be_empty()
    expect(first).to_have_text(region)
    eventually(page, ids, before)
    expect(page).to_have_url(re.compile(f"{PERIOD}$"))


def test_a_state_in_the_address_is_chosen(open_small: Open):
    """Who opens a shared address sees the same answer; without a text that binds, or
    without a duty, the page says so. Whatever an address says, the page opens.
    """
    page = open_small(f"{PERIOD}?state=mmr")
    expect(state_field(page, "For one State")).to_have_value("Myanmar")
    expect(page.locator(".choose .open")).to_have_text(
        "No text that we know to bind this State says anything about this. Texts on "
        "this subject that bind it and that we read in full: 0."
    )
    page = open_small("ar/monitoring/?state=deu")
    expect(page.locator(".choose .open")).to_have_count(1)
    expect(page.locator("#compare tbody tr:not(.group):visible")).to_have_count(0)
    page = open_small(f"{PERIOD}?state=%22%3E__proto__")
    expect(state_field(page, "For one State")).to_have_value("")


def test_texts_behind_a_heading_are_shown_when_it_is_pressed(open_small: Open):
    """Or when a filter asks for them."""
    page = open_small("topics/assistance/")
    folded = page.locator("#compare tbody[data-folded] tr:not(.group)").first
    expect(folded).to_be_hidden()
    heading = page.locator("#compare tbody[data-folded] tr.group button").first
    heading.click()
    expect(folded).to_be_visible()
    heading.click()
    expect(folded).to_be_hidden()
    page.locator(".filters input[value=not-binding]").check()
    expect(page.locator("#compare tr[data-force=not-binding]").first).to_be_visible()


def test_where_data_cannot_be_loaded_the_page_says_so(open_small: Open):
    """A slow line that breaks leaves a sentence and the table, not an empty answer."""
    page = open_small(PERIOD)
    page.route(re.compile("states/ben/index.json"), lambda route: route.abort())
    choose_state(page, "For one State", "Benin")
    expect(page.locator(".choose .open")).to_have_text(
        "The data of this State could not be loaded."
    )


def test_a_state_sees_its_duties_to_report(open_small: Open):
    """Bodies that get none of its reports go, texts of which nobody knows whether it is a
    party are named; the address keeps the State. Bodies under plans stand behind their
    heading until they are asked for.
    """
    page = open_small("monitoring/", width=360)
    rows = page.locator("#compare tbody tr:not(.group):visible")
    expect(rows).to_have_count(2)
    choose_state(page, "For one State", "Benin")
    expect(page.locator(".choose [role=status]")).to_contain_text("2 of 3 bodies shown")
    expect(rows).to_have_count(2)
    names = rows.evaluate_all("rows => rows.map(row => row.dataset.record)")
    assert names == ["alpha/convention-2005", "alpha/plan-2012"]
    expect(page.locator("#cycle ~ details")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"\?state=ben$"))
    choose_state(page, "For one State", "")
    expect(rows).to_have_count(3)
