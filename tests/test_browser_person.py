"""The switch for the person, in a browser: what is for a child comes first on each page
that has it, the choice is only behind "#" of one entry of the history, and the way out
removes it.
"""

from __future__ import annotations

import re

import pytest
from browsing import PERIOD, Open
from playwright.sync_api import Locator, Page, Route, expect

pytestmark = pytest.mark.browser

FIRST_DAYS = "first-days/ben/"
KEPT = "Object.keys(localStorage).concat(Object.keys(sessionStorage))"


def choice(page: Page) -> Locator:
    """The choice of a person."""
    return page.get_by_label("The person")


def part_headings(page: Page) -> list[str]:
    """The anchors of the parts of a page, in order."""
    return page.locator("main > section h2").evaluate_all(
        "headings => headings.map(heading => heading.id)"
    )


def test_the_part_for_a_child_leads_where_the_person_is_a_child(open_small: Open):
    """By keyboard too. It is open then, nothing is asked for and nothing stored; all is
    as before when the choice is taken back.
    """
    page = open_small(FIRST_DAYS, width=360)
    expect(choice(page)).to_be_visible()
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    before = part_headings(page)
    assert before[0] == "now"
    entries = page.evaluate("history.length")

    choice(page).focus()
    page.keyboard.type("A ch")
    expect(choice(page)).to_have_value("child")
    assert part_headings(page)[0] == "child"
    expect(page.locator("#age")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/first-days/ben/#for=child$"))
    assert page.evaluate("history.length") == entries
    assert page.evaluate(KEPT) == []
    assert page.context.cookies() == []

    choice(page).select_option("An adult")
    expect(page).to_have_url(re.compile("#for=adult$"))
    expect(page.locator("#age")).to_be_hidden()
    choice(page).select_option("Anyone")
    expect(page).to_have_url(re.compile(r"/first-days/ben/$"))
    assert part_headings(page) == before
    assert requests == []


def test_the_choice_lasts_while_the_page_is_read_again(open_small: Open):
    """And goes along to the next page that has the switch; the entry of the history that
    is left loses it. In another language it is the same.
    """
    page = open_small(f"{FIRST_DAYS}#for=child", width=360)
    expect(choice(page)).to_have_value("child")
    assert part_headings(page)[0] == "child"
    page.locator("#contacts ~ .facts a[href$='states/ben/']").click()
    page.wait_for_url("**/states/ben/#for=child")
    expect(choice(page)).to_have_value("child")
    page.go_back()
    page.wait_for_url(re.compile(r"/first-days/ben/$"))
    page.go_forward()
    page.locator(".languages summary").click()
    page.locator(".languages a[hreflang=fr]").click()
    page.wait_for_url("**/fr/states/ben/#for=child")
    assert page.evaluate(KEPT) == []


def test_the_way_out_removes_the_choice(open_small: Open):
    """No entry of the history has it, and going back leads past the page."""
    page = open_small("about/")
    page.goto(page.url.replace("about/", FIRST_DAYS))
    choice(page).select_option("A child")
    expect(page).to_have_url(re.compile("#for=child$"))
    # the tests let nothing out: the weather is shown by a page of our own
    weather = page.url.split("first-days/")[0] + "kept/"
    link = page.locator("a[data-leave]")
    link.evaluate("(link, to) => { link.href = to; }", weather)
    link.click()
    page.wait_for_url(weather)
    page.go_back()
    page.wait_for_url("**/about/")
    page.go_forward()
    page.wait_for_url(weather)


def test_a_question_about_a_child_leads_on_a_topic(open_small: Open):
    """With its State: the answer is made again from what is here already. What is for
    everyone stays, after what is for the person.
    """
    page = open_small(f"{PERIOD}?state=ben", width=360)
    questions = page.locator("#state [role=status] :is(dl.lists dt, summary)")
    expect(questions.first).to_have_text("How many days does a person have?")
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    choice(page).select_option("A child")
    expect(questions.first).to_contain_text("May a child rest longer?")
    expect(page).to_have_url(re.compile(r"\?state=ben#for=child$"))
    folds = page.locator("details[id^=question-]")
    expect(folds.first).to_have_attribute("id", "question-child-longer")
    expect(page.locator("#state [role=status]")).to_contain_text("45 days at least.")
    choice(page).select_option("Anyone")
    expect(questions.first).to_have_text("How many days does a person have?")
    expect(folds.first).to_have_attribute("id", "question-how-many-days")
    assert requests == []


def test_a_state_leads_with_the_question_and_the_topics_of_the_person(open_small: Open):
    """Its questions move; those about nobody keep their order."""
    page = open_small("states/ben/", width=1280)
    labels = page.locator("section:has(> #questions) > details > summary")
    before = labels.all_text_contents()
    choice(page).select_option("A child")
    expect(labels.first).to_contain_text("May a child rest longer?")
    after = labels.all_text_contents()
    assert [*after[1:]] == [label for label in before if label != after[0]]
    expect(page.locator(".who output a")).to_have_text("Awareness")
    choice(page).select_option("An adult")
    expect(page.locator(".who output")).to_be_empty()
    expect(labels.last).to_have_text(after[0])


def test_two_states_are_asked_what_a_child_needs(open_small: Open):
    """With the questions of a child, of which the case is told too. That asks for nothing
    that has come already.
    """
    page = open_small("between/?from=BEN&to=NGA", width=360)
    case = page.locator("[data-case]")
    questions = page.locator("#asked details > h3")
    expect(questions.first).to_have_text("How many days does a person have?")
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    choice(page).select_option("A child")
    expect(page).to_have_url(re.compile(r"\?from=BEN&to=NGA#for=child$"))
    expect(questions.first).to_have_text("May a child rest longer?")
    expect(case).to_have_attribute("href", re.compile("#in=nga&from=ben&child=yes$"))
    choice(page).select_option("A worker")
    expect(questions.first).to_have_text("Is nobody fined?")
    expect(case).to_have_attribute("href", re.compile("#in=nga&from=ben$"))
    page.wait_for_load_state("networkidle")
    assert requests == []


def test_where_no_script_comes_everything_is_on_the_page(open_small: Open):
    """The switch does nothing then, and is not there; the part for a child can be
    opened.
    """
    page = open_small("about/")

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/answers/person.js*", refuse)
    page.goto(page.url.replace("about/", FIRST_DAYS))
    expect(page.locator(".who")).to_be_hidden()
    page.locator("summary:has(#child)").click()
    expect(page.locator("#age")).to_be_visible()
