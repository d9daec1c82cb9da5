"""What a query costs on the real site in seven languages, and how search is used without
a mouse or a script.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
import searching
from conftest import LANGUAGES, Site, folder_of
from playwright.sync_api import expect
from searching import queries

from generators.search import FOLDER

FIRST, HALF = 100_000, 64_000
"""Bytes, compressed, that a first query may cost, and that half of all first ones may."""
MODULES = ("text", "index", "query", "ranking", "answers", "results", "dialog")
"""The scripts of the dialog, in the order in which they are fetched."""


@pytest.mark.browser
def test_search_is_fetched_when_it_is_asked_for(open_page, site: Site):
    """A page loads what opens the search and nothing more of it; when the reader asks,
    the rest comes, and what is typed is answered.
    """
    page = open_page("about/")
    asked: list[str] = []
    page.on(
        "request",
        lambda request: asked.append(
            request.url.partition("?")[0].removeprefix(site.url)
        ),
    )
    page.reload(wait_until="networkidle")
    assert "assets/javascripts/search.js" in asked
    assert [
        path for path in asked if "/search/" in path or path.endswith("search.css")
    ] == []

    page.keyboard.press("Control+k")
    page.locator("dialog input").fill("CETS 197")
    page.locator("dialog .results li").first.wait_for()
    assert [path for path in asked if path.startswith("assets/javascripts/search/")] == [
        f"assets/javascripts/search/{name}.js" for name in MODULES
    ]


@pytest.mark.browser
def test_where_search_cannot_be_fetched_a_list_opens(open_page, site: Site):
    """Where its scripts do not come, the field in the head leads where it leads without
    them.
    """
    page = open_page("about/")
    page.route("**/javascripts/search/*", lambda route: route.abort())
    page.locator("#search-slot input").click()
    page.wait_for_url(f"{site.url}search/")
    page.locator(".plain-list li").nth(200).wait_for(state="attached")


def weight(file: Path) -> int:
    """The bytes of a file as it is sent."""
    return len(gzip.compress(file.read_bytes(), 6))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_query_is_cheap_at_any_pace(built: Path, language: str):
    """Whoever types so slowly, on a machine so busy, that the dialog answers each key has
    fetched no more after the last one than the budget, with the scripts.
    """
    folder = built / folder_of(language) / FOLDER
    scripts = [
        *(built / f"assets/javascripts/search/{name}.js" for name in MODULES),
        built / "assets/stylesheets/search.css",
    ]
    asked = [each["query"] for each in queries(language)]
    read = searching.run({"folder": str(folder), "keys": asked})
    costs = sorted(
        sum(map(weight, (*scripts, *(folder / f"{name}.json" for name in names))))
        for names in read
    )
    assert costs[-1] <= FIRST
    assert costs[len(costs) // 2] <= HALF


@pytest.mark.browser
@pytest.mark.parametrize(
    ("address", "width", "field"),
    [
        ("about/", 768, "#search-slot input"),
        ("", 360, "main .seek input"),
    ],
)
def test_what_is_typed_into_a_field_is_searched(
    open_page, address: str, width: int, field: str
):
    """The field stands open in the head from 48em on, on a phone it is a button: what is
    typed there is answered over the page, and each further letter too.
    """
    page = open_page(address, width=width)
    page.locator(field).focus()
    page.keyboard.type("CETS 1", delay=40)
    page.locator("dialog .results li").first.wait_for()
    page.keyboard.type("97")
    expect(page.locator("dialog input")).to_have_value("CETS 197")
    page.keyboard.press("Escape")
    expect(page.locator(field)).to_be_focused()
    expect(page.locator(field)).to_have_value("")


@pytest.mark.browser
def test_the_keyboard_is_enough(open_page):
    """Ctrl+K opens the dialog, arrows walk through results and back, Escape closes it and
    gives the focus back.
    """
    page = open_page("ar/topics/")
    page.locator(".wordmark").focus()
    page.keyboard.press("Control+k")
    box = page.locator("dialog[open]")
    field = box.locator("input")
    expect(field).to_be_focused()
    page.keyboard.type("CETS 197")
    first = box.locator(".results li a").first
    expect(first).to_have_attribute("href", re.compile("convention-197"))
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(page.locator(".wordmark")).to_be_focused()
    page.keyboard.press("Control+k")
    expect(box).to_have_count(1)


@pytest.mark.browser
def test_a_result_leads_to_its_provision(open_small):
    """The provision that fits stands under the result with its article, and its link
    leads to it.
    """
    page = open_small("search/?q=ACTS+197+Art.+13")
    first = page.locator("#search-page .results li").first
    expect(first.locator(".hit a").first).to_have_text(re.compile("^Art. 13"))
    expect(first.locator(".src").first).to_contain_text("In force")
    first.locator(".hit a").first.click()
    page.wait_for_url("**/instruments/alpha/convention-2005/#reflection")
    page.locator("#reflection").wait_for()


@pytest.mark.browser
def test_an_answer_is_offered_above_the_hits(open_small):
    """Who names a topic and a State is offered the topic for that State, above the hits
    and by the keyboard first; where the link leads, the State is chosen.
    """
    page = open_small("search/?q=reflection+period+benin")
    first = page.locator("#search-page .answers a").first
    expect(first).to_contain_text("Benin")
    page.locator("#q").press("ArrowDown")
    expect(first).to_be_focused()
    first.click()
    page.wait_for_url("**/topics/reflection-period/?state=ben")
    page.locator("#state [role=status] h2, #state [role=status] .open").first.wait_for()


@pytest.mark.browser
def test_filters_count_and_the_address_can_be_shared(open_page):
    """Filters show how many results each would leave, several work at once, and the
    address brings the same results to another reader.
    """
    page = open_page("search/?q=victims&region=africa&region=europe-cis&force=binding")
    page.locator(".results li").first.wait_for()
    expect(page.locator(".facets input:checked")).to_have_count(3)
    shown = page.locator("[role=status]").inner_text()
    box = page.locator('.facets label:has(input[name="kind"][value="instrument"])')
    expected = box.locator("span").last.inner_text()
    box.locator("input").check()
    page.wait_for_url("**kind=instrument**")
    found = re.compile(f" {expected}$")
    expect(page.locator("[role=status]")).to_have_text(found)
    other = open_page("search/" + page.url.partition("search/")[2])
    expect(other.locator("[role=status]")).to_have_text(found)
    page.locator("[type=reset]").click()
    expect(page.locator("[role=status]")).not_to_have_text(shown)
    expect(page.locator(".facets input:checked")).to_have_count(0)


@pytest.mark.browser
@pytest.mark.parametrize("asked", ["__proto__=x", "q=%25&sort=never"])
def test_an_address_may_ask_for_what_is_not_there(open_small, small_site, asked):
    """Facets, codes and orders that nobody knows change no result, and go from the
    address.
    """
    page = open_small(f"search/?{asked}&kind=instrument")
    page.locator("#search-page.ready").wait_for()
    expect(page.locator(".facets input:checked")).to_have_count(1)
    kept = "q=%25&" if asked.startswith("q") else ""
    expect(page).to_have_url(f"{small_site.url}search/?{kept}kind=instrument")


@pytest.mark.browser
def test_a_word_that_no_result_holds_is_named(open_small):
    """Who asks for what the texts found do not speak of is told so; where all words are
    found, or an answer is offered for them, nothing is said.
    """
    page = open_small("search/?q=reflection+period+mali+police")
    page.locator("#search-page .results li").first.wait_for()
    said = page.locator("#search-page [role=status]")
    expect(said).to_contain_text("police")
    expect(said).not_to_contain_text("mali")

    page = open_small("search/?q=reflection+period")
    page.locator("#search-page .results li").first.wait_for()
    expect(page.locator("#search-page [role=status]")).to_have_text(re.compile("^[^·]+$"))


@pytest.mark.browser
def test_nothing_is_in_the_way(open_page):
    """Nothing is in the way in the open dialog with results (``test_accessibility`` has
    the page of search); nothing scrolls sideways.
    """
    from barriers import barriers

    query = queries("ar")[0]["query"]
    page = open_page("ar/about/", width=360)
    page.keyboard.press("Control+k")
    page.locator("dialog input").fill(query)
    page.locator("dialog .results li").first.wait_for()
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
def test_nothing_that_was_typed_is_sent(open_page):
    """The form of the home page and the dialog lead to the search page without the words
    in any request; the address can then be shared.
    """
    page = open_page("about/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("Control+k")
    page.locator("dialog input").fill("Kampala")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Kampala")
    page.locator("#search-page .results li").first.wait_for()
    expect(page.locator("#q")).to_have_value("Kampala")
    assert [url for url in asked if "kampala" in url.lower()] == []
