"""The page for translators in a browser: in French the small library has more texts than it shows."""

from __future__ import annotations

import re

import pytest
from browsing import Open
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PAGE = "fr/translate/"


def texts(page: Page) -> list[str]:
    """What each text that is shown says, as it is."""
    return page.locator("ol.texts > li").evaluate_all("all => all.map(each => each.textContent.trim())")


def ready(page: Page) -> Page:
    """The page, when its script has what it needs."""
    expect(page.locator("form.choose")).to_be_visible()
    return page


def test_the_others_come_when_they_are_asked_for(open_small: Open) -> None:
    """The first ones stand there; each press adds a file, and two at once no more, until each is there; the
    focus goes along.
    """
    page = ready(open_small(PAGE, width=360))
    status = page.locator(".choose [role=status]")
    total = int(re.findall(r"\d+", status.inner_text())[-1])
    assert len(texts(page)) == 50 < total
    button = page.locator("ol.texts + p button")
    page.evaluate("button => { button.click(); button.click(); }", button.element_handle())
    expect(page.locator("ol.texts > li")).to_have_count(100)
    for shown in range(150, total + 50, 50):
        button.click()
        expect(page.locator("ol.texts > li")).to_have_count(min(shown, total))
    expect(button).to_be_hidden()
    assert len(set(texts(page))) == total
    assert page.evaluate("document.activeElement.tagName") == "LI"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_text_is_drawn_as_it_stands_on_the_page(open_small: Open) -> None:
    """The page's own texts, and the same from a file, say the same and lead to the same places."""
    page = ready(open_small(PAGE))
    read = """all => all.map(each => [each.innerText.replace(/\\s+/g, " ").trim(),
      ...[...each.querySelectorAll("a")].map(link => link.href),
      ...[...each.querySelectorAll("[lang]")].map(said => said.lang + said.dir.replace("auto", "ltr"))])"""
    own, begins = page.locator("ol.texts > li").evaluate_all(read), 0
    for why in ("misleads", "binds"):
        page.locator("select[name=why]").select_option(why)
        expect(page.locator("form.choose")).not_to_have_attribute("aria-busy", "true")
        drawn = page.locator("ol.texts > li").evaluate_all(read)
        assert drawn == own[begins : begins + len(drawn)]
        begins += len(drawn)
    assert begins > 10


def test_choices_stand_in_the_address(open_small: Open) -> None:
    """Whoever opens a shared address sees the same texts; without a choice all are there again."""
    page = ready(open_small(f"{PAGE}?in=dakar-2010&why=rest"))
    expect(page.locator("ol.texts > li")).to_have_count(13)
    folder, why = page.locator(".choose select").all()
    assert (folder.input_value(), why.input_value()) == ("dakar-2010", "rest")
    assert all("instruments/dakar-2010/fr.po" in text for text in texts(page))
    folder.select_option("")
    expect(page.locator("ol.texts > li")).to_have_count(50)
    assert page.url.endswith(f"{PAGE}?why=rest")
    why.select_option("")
    expect(page.locator("ol.texts > li").first).to_contain_text("Housing, care and compensation.")
    assert page.url.endswith(PAGE)


def test_what_an_address_cannot_mean_is_no_choice(open_small: Open) -> None:
    """Whatever an address says, the page opens with all."""
    page = ready(open_small(f"{PAGE}?in=%22%3E__proto__&why=x"))
    assert len(texts(page)) == 50
    assert [each.input_value() for each in page.locator(".choose select").all()] == ["", ""]


def test_a_line_leads_to_the_catalog_at_the_code_host(open_small: Open) -> None:
    """The link is that of the edit links, with the line."""
    page = ready(open_small(PAGE))
    link = page.locator("ol.texts > li").first.locator("a").last
    expect(link).to_have_attribute("href", re.compile(r"/edit/main/instruments/alpha/fr\.po#L\d+$"))


def test_where_texts_cannot_be_loaded_the_page_says_so(open_small: Open) -> None:
    """The first ones stay, and the button is there for another try."""
    page = ready(open_small(PAGE))
    page.route(re.compile("translate/2.json"), lambda route: route.abort())
    page.locator("ol.texts + p button").click()
    expect(page.locator(".choose .open")).to_be_visible()
    assert len(texts(page)) == 50
    expect(page.locator("ol.texts + p button")).to_be_visible()


def test_without_the_list_the_first_texts_stand(open_small: Open) -> None:
    """No choice is shown that could not be answered."""
    page = open_small("about/")
    page.route(re.compile("translate/texts.json"), lambda route: route.abort())
    page.goto(page.url.replace("about/", PAGE))
    page.wait_for_load_state("networkidle")
    assert len(texts(page)) == 50
    expect(page.locator("form.choose")).to_be_hidden()
