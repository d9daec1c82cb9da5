"""From one State to another, in a browser: what binds both, what reaches across, whom to
call; from the small library with everything in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from browsing import Open, choose_state, state_field
from playwright.sync_api import Locator, Page, Route, expect

pytestmark = pytest.mark.browser

PAIR = "between/?from=NGA&to=BEN"


def unfold(page: Page, words: str) -> None:
    """Opens the fold of some words."""
    page.locator(".result summary", has_text=words).first.click()


def open_topics(page: Page) -> Locator:
    """Opens all topics, and waits for what is said on each."""
    says = page.locator("#says")
    expect(says.locator("> details").first).to_be_visible()
    for place in says.locator("> details").all():
        place.locator("> summary").click()
        expect(place.locator("h4, .open").first).to_be_visible()
    return says


def test_what_binds_both_and_since_when(open_small: Open):
    """A row a text, a column a State; the choice goes into the address."""
    page = open_small("between/", width=360)
    choose_state(page, "From", "Nigeria")
    expect(page.locator(".result")).to_be_empty()
    choose_state(page, "To", "Benin")
    unfold(page, "Texts that bind all the States chosen (1)")
    row = page.locator(".result table").first.locator("tbody tr")
    expect(row.get_by_role("rowheader")).to_have_text("Alpha Convention")
    expect(row.locator("td")).to_have_text(
        [
            re.compile("binding on Nigeria since 1 July 2010"),
            re.compile("binding on Benin since 1 March 2008"),
            "1 July 2010",
        ]
    )
    expect(row.locator("td").first).to_have_attribute("data-label", "Nigeria")
    expect(row.locator("td").first.locator(".warn")).to_have_text("Not yet checked")
    expect(page).to_have_url(re.compile(f"{re.escape(PAIR)}$"))


def test_what_binds_one_alone_says_how_the_other_stands(open_small: Open):
    """Not on the list, not known, joined for later, left: each in its own words. Of the
    State that the case leads to the first sentence is open; what binds another alone is
    behind its own heading.
    """
    page = open_small("between/?from=BEN&to=TGO")
    expect(page.locator(".result > .open")).to_have_text(
        "We know no text that binds all the States chosen."
    )
    some = page.locator(
        ".result details",
        has_text="Texts that, as far as we know, bind only some of these States",
    )
    row = some.locator(
        "tr", has=page.locator("th", has_text=re.compile("^Alpha Convention$"))
    )
    expect(row.locator("td").last).to_have_text("Has joined, not yet binding on it")
    says = open_topics(page)
    headings = says.get_by_role("heading", level=4)
    expect(headings).to_have_text(
        [
            *(
                "Binds all of these States",
                "Binds Togo, but not Benin",
                "Binds Benin, but not Togo",
            ),
            *("Binds all of these States", "Binds Benin, but not Togo"),
        ]
    )
    expect(says.locator("h4:text('Binds Togo, but not Benin') + .cell")).to_contain_text(
        "Old Alpha Convention"
    )
    only = says.locator(
        "details details", has=page.get_by_text("Binds Benin, but not Togo", exact=True)
    ).first
    expect(only.locator(".cell").first).to_be_hidden()
    only.locator("summary").click()
    expect(only.locator(".cell .src a")).to_have_text(
        ["Alpha Convention", "Alpha Convention"]
    )
    says = open_topics(open_small("between/?from=NGA&to=TGO"))
    expect(says.get_by_role("heading", level=4).nth(1)).to_have_text(
        "Binds Togo. We do not know whether it binds Nigeria"
    )
    page = open_small("between/?from=NGA&to=DEU")
    row = page.locator(
        "tr", has=page.locator("th", has_text=re.compile("^Alpha Convention$"))
    )
    expect(row.locator("td").last).to_have_text("Not on our list of parties")


def test_what_the_common_texts_say_and_whom_to_call(open_small: Open):
    """By topic, the firmest first, each line with its strength and place; procedures of
    mechanisms of both with their steps; numbers and offices, which can be called; of
    which texts it is not known whether they bind.
    """
    page = open_small(PAIR, width=360)
    says, across = open_topics(page), page.locator("#across")
    expect(says.get_by_role("heading")).to_have_text(
        [
            *("What the texts say", "Assistance", "Binds all of these States"),
            *("Investigation", "Binds all of these States"),
        ]
    )
    expect(says.locator(".note")).to_contain_text("national laws are not on this site")
    first = says.locator(".cell").first
    expect(first).to_contain_text("Housing, care and compensation.")
    expect(first.get_by_role("link")).to_have_attribute(
        "href", re.compile("/instruments/alpha/convention-2005/#art-12-1$")
    )
    expect(first.locator(".src")).to_have_text(
        re.compile("^Obligation · Alpha Convention, Art. 12")
    )
    unfold(page, "From organisations to which all of these States belong")
    expect(across.locator("li").first).to_contain_text("Border procedures")
    expect(across.locator(".cell").first).to_contain_text("Ask whether return is safe.")
    expect(across).to_contain_text("Second plan of the Alpha Community")
    unfold(page, "Mechanisms and contacts")
    office = page.locator("li", has_text="Unit against Trafficking")
    for said, href in (
        ("+229 01 21 00 00 00", "tel:+2290121000000"),
        ("unit@example.org", "mailto:unit@example.org"),
    ):
        expect(office.get_by_role("link", name=said)).to_have_attribute("href", href)
    expect(page.locator("summary:has(#contacts) ~ h3")).to_have_text(
        ["All of them belong to", "Benin"]
    )
    line = page.locator("li", has=page.get_by_role("link", name="138", exact=True))
    expect(line).to_contain_text("Check before you call")
    expect(line.get_by_role("link", name="138", exact=True)).to_have_attribute(
        "href", "tel:138"
    )
    emergency = page.get_by_role("link", name="112", exact=True)
    expect(emergency).to_have_attribute("href", "tel:112")
    expect(page.locator("li", has=emergency)).to_contain_text("112: emergency (police)")
    expect(page.locator(".result")).to_contain_text(
        "Use a printed or saved copy of this list until"
    )
    gap = page.locator(".gap dd")
    expect(gap.first).to_contain_text("We do not know whether this State is a party: ")
    expect(gap.last).to_contain_text("World Convention")
    for name, href in (
        ("All that applies in this State", "/states/ben/$"),
        ("Whom to call", "states/ben/#whom-to-call"),
    ):
        link = page.locator(".result").get_by_role("link", name=name, exact=True).last
        expect(link).to_have_attribute("href", re.compile(href))


def changed(page: Page, address: str, change: Callable[[dict], object]) -> None:
    """What a page gets from a file of data is changed on its way."""

    def with_change(route: Route) -> None:
        file = route.fetch().json()
        change(file)
        route.fulfill(json=file)

    page.route(re.compile(address), with_change)


def bound_since(page: Page, code: str, day: str, words: str) -> None:
    """Every text that binds a State has done so since a day."""

    def with_day(file: dict) -> None:
        for entry in file["binding"]:
            entry["bound_since"] = day
            if not day:
                del entry["bound_since"]

    def with_words(file: dict) -> None:
        for entry in file["words"][code]["binding"]:
            entry["bound_since_words"] = words

    changed(page, f"states/{code.lower()}/index.json", with_day)
    changed(page, f"states/{code.lower()}/words.json", with_words)


@pytest.mark.parametrize(
    ("day", "words", "since"),
    [
        ("2011-01-02", "2 January 2011", "All of them are bound since: 2 January 2011"),
        ("2007", "2007", "All of them are bound since: 9 July 2008"),
        ("", "", "binding on Nigeria; we do not know since when"),
    ],
)
def test_since_when_all_are_bound(open_small: Open, day: str, words: str, since: str):
    """The later of the days, below each sentence of a text that binds all, and in the
    table of such texts.
    """
    page = open_small("between/")
    bound_since(page, "NGA", day, words)
    bound_since(page, "BEN", "2008-07-09", "9 July 2008")
    page.goto(page.url + PAIR.removeprefix("between/"))
    expect(open_topics(page).locator(".cell .src").first).to_contain_text(f" · {since}")
    expect(page.locator(".result table td").nth(2)).to_have_text(
        since.rpartition(": ")[2]
    )


@pytest.mark.parametrize(
    ("from_", "words"),
    [
        ("CIV", "Côte d’Ivoire is not one of them"),
        ("BEN", "we do not know whether Benin is one of them"),
    ],
)
def test_a_line_for_nationals_of_its_parties_says_who_is_none(
    open_small: Open, from_: str, words: str
):
    """After the group for which alone it holds, and before the sentence."""
    page = open_small("between/")

    def not_known(file: dict) -> None:
        file["binding"].clear()
        file["open"].append("alpha/convention-2005")

    def for_workers(file: dict) -> None:
        for line in file["lines"]:
            line["only_for"] = ["workers"]

    changed(page, "states/ben/index.json", not_known)
    changed(
        page, "states/ben/words.json", lambda file: file["words"]["BEN"].pop("binding")
    )
    changed(page, "topics/assistance/index.json", for_workers)
    page.goto(f"{page.url}?from={from_}&to=NGA")
    says = open_topics(page)
    line = says.locator(".cell", has_text="Housing, care and compensation.").first
    expect(line).to_contain_text(f"Only for migrant workers · {words}: Housing")


def test_topics_are_folded_and_come_when_opened(open_small: Open):
    """A phone loads what is read."""
    page = open_small("between/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url + PAIR.removeprefix("between/"))
    folded = page.locator("#says > details").last
    expect(folded.locator("> summary h3")).to_have_text("Investigation")
    assert not any("topics/investigation" in address for address in asked)
    folded.locator("> summary").click()
    expect(folded.locator("h4").first).to_have_text("Binds all of these States")
    assert any("topics/investigation" in address for address in asked)


def test_what_people_ask_is_first(open_small: Open):
    """Of each need the line that binds, for the State where the person is first; the
    first need is open.
    """
    page = open_small("between/?from=NGA&to=BEN", width=360)
    asked = page.locator("#asked")
    expect(page.locator(".result > div").first).to_have_id("asked")
    expect(asked.locator("summary h3")).to_have_text(["To rest", "No fines", "A word"])
    first = asked.locator("details").first
    expect(first.locator("summary ~ h3").first).to_have_text(
        "How many days does a person have?"
    )
    expect(first.locator(".cell").first).to_contain_text("Benin, Nigeria: ")
    case = page.locator("[data-case]")
    expect(case).to_have_attribute("href", re.compile("case/#in=ben&from=nga$"))


@pytest.mark.parametrize(
    ("kind", "words"),
    [("silent", "— The text says nothing"), ("unread", "Not read for this yet")],
)
def test_why_a_common_text_says_nothing(open_small: Open, kind: str, words: str):
    """Silence, a text that could not be read, and one nobody looked at stand in words of
    their own.
    """
    page = open_small("between/")

    def without_lines(route: Route) -> None:
        file = route.fetch().json()
        route.fulfill(json={**file, "lines": [], kind: ["alpha/convention-2005"]})

    page.route(re.compile("topics/assistance/index.json"), without_lines)
    page.goto(page.url + PAIR.removeprefix("between/"))
    absence = open_topics(page).locator("dl.lists").first
    expect(absence.locator("dt")).to_have_text(words)
    expect(absence.locator("dd")).to_have_text("Alpha Convention")


def test_three_states(open_small: Open):
    """The way through a third: what binds all three, in the order of the way."""
    page = open_small("between/?from=nga&to=ben&through=gha", width=360)
    heads = page.locator(".result table").first.locator("thead th")
    expect(heads).to_have_text(
        ["Text", "Nigeria", "Ghana", "Benin", "All of them are bound since"]
    )
    expect(
        page.locator(
            ".result td[data-label=Ghana]", has_text="; we do not know since when"
        )
    ).to_have_count(1)
    expect(page).to_have_url(re.compile(r"between/\?from=NGA&to=BEN&through=GHA$"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_same_state_twice_is_no_way(open_small: Open):
    """The page says so; an unknown State in the address chooses none."""
    page = open_small("between/?from=BEN&to=BEN")
    expect(page.locator(".choose [role=status]")).to_have_text(
        "Choose two different States."
    )
    expect(
        state_field(open_small("between/?from=__proto__&to=ben"), "From")
    ).to_have_value("")


def test_a_state_leads_to_another(open_small: Open):
    """Its page has a link that has chosen it already; the choice speaks Arabic too."""
    page = open_small("ar/states/ben/")
    page.locator("main a[href*='between/?from=BEN']").click()
    expect(page.locator("select[name=from]")).to_have_value("BEN")
    choose_state(page, "إلى", "نيجيريا")
    expect(page.locator("#asked .cell").first).to_be_visible()


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("states/nga/index.json", "The data of this State could not be loaded."),
        ("case/index.json", "The data of this State could not be loaded."),
    ],
)
def test_where_data_cannot_be_loaded_the_answer_says_so(
    open_small: Open, file: str, words: str
):
    """A slow line that breaks leaves a sentence in the place of what did not come."""
    page = open_small("between/")
    page.route(re.compile(file), lambda route: route.abort())
    page.goto(page.url + PAIR.removeprefix("between/"))
    expect(page.locator(".result .open").first).to_have_text(words)


def test_where_a_topic_cannot_be_loaded_its_fold_says_so(open_small: Open):
    """The others still come."""
    page = open_small("between/")
    page.route(re.compile("topics/assistance/"), lambda route: route.abort())
    page.goto(page.url + PAIR.removeprefix("between/"))
    expect(open_topics(page).locator(".open").first).to_have_text(
        "The data of this topic could not be loaded."
    )


def test_a_line_whose_number_may_not_be_shown_is_named(open_small: Open):
    """With the way to its page."""
    named = open_small("between/?from=GHA&to=BEN").locator(".result")
    expect(named).to_contain_text("We have no recent number for these lines")
    expect(
        named.get_by_role("link", name="Police line · for victims of trafficking")
    ).to_have_attribute("href", "https://example.org/police")
