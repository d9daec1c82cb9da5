"""The review sheet in a browser, on the small library with everything in it: from the
page of a record to a text of at most 2 kB, which ``compendium review apply`` takes; from
the keyboard, from right to left, on a phone.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from barriers import barriers
from browsing import Open
from commands import run
from conftest import Site
from golden_case import write_project
from playwright.sync_api import Browser, Locator, Page, Route, expect

from generators.edit import review_text

pytestmark = pytest.mark.browser

RECORD = "alpha/convention-2005"
MAIL = '{"edit": "", "new": "", "mail": "editors@example.org"}'


def line(page: Page, place: str) -> Locator:
    """The field of a line, by its place in the text."""
    return page.locator("fieldset.line").filter(
        has=page.locator(
            "legend", has_text=re.compile(place.replace(" ", r"\s") + r"\s·")
        )
    )


def texts(page: Page) -> list[str]:
    """The texts that the sheet has made."""
    fields = page.locator(".part textarea")
    return [fields.nth(n).input_value() for n in range(fields.count())]


def applied(tmp_path: Path, text: str) -> Path:
    """A project to which a review was applied."""
    root = write_project({"base": "world"}, tmp_path / "project")
    file = tmp_path / "review.txt"
    file.write_text(text, "utf-8")
    result = run(root, "review", "apply", str(file))
    assert result.exit_code == 0, result.output
    return root


def with_mail(page: Page) -> None:
    """Let the project have an address for mail."""

    def fulfil(route: Route) -> None:
        route.fulfill(body=MAIL, content_type="application/json")

    page.route(re.compile(r"/edit/project\.json"), fulfil)


def test_a_text_is_checked_to_the_end(open_small: Open, tmp_path: Path):
    """From the record's page: mark, correct, copy from the sheet; what it hands over is
    applied. Nothing is kept or sent meanwhile.
    """
    page = open_small(f"instruments/{RECORD}/")
    with_mail(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method))
    page.get_by_role("link", name="You have this text? Check these lines").click()
    expect(page.locator(".sheet")).to_be_visible()
    status = page.locator(".sheet > section > [role=status]")
    expect(status).to_contain_text("Lines marked: 0")
    expect(status).to_contain_text("Office or organisation, Its title")
    page.get_by_label("Office or organisation").fill("Alpha Office")
    page.get_by_label("Its title").fill("Convention Alpha")
    page.get_by_label("Its language").select_option("fr")
    page.get_by_label("Its date").fill("May 2005")
    expect(page.get_by_text("expected YYYY, YYYY-MM or YYYY-MM-DD")).to_be_visible()
    page.get_by_label("Its date").fill("2005-05")
    line(page, "Art. 20").get_by_label("right as it is").check()
    corrected = line(page, "Art. 26")
    corrected.get_by_label("correction").check()
    words = corrected.get_by_label("Your words, in English")
    expect(words).to_have_value("States may spare victims a penalty.")
    expect(status).to_contain_text("the words of each correction")
    assert texts(page) == []
    words.fill("States must spare each victim a penalty.")
    expect(status).to_have_text("Lines marked: 2")
    [text] = texts(page)
    assert len(text.encode()) <= 2000
    link = page.get_by_role("link", name="Send it by mail")
    mail = urlsplit(link.get_attribute("href") or "")
    assert mail.path == "editors@example.org"
    assert parse_qs(mail.query)["body"] == [text]
    with page.expect_download() as download:
        page.get_by_role("button", name="Download it as a file").click()
    assert Path(download.value.path()).read_text("utf-8") == text
    assert download.value.suggested_filename == "review-alpha-convention-2005.txt"
    assert set(asked) == {"GET"}
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    root = applied(tmp_path, text)
    record = (root / "instruments" / f"{RECORD}.yml").read_text("utf-8")
    assert "says: States must spare each victim a penalty." in record
    assert "office: Alpha Office" in record
    assert record.count("words: ") == 2


def test_a_translation_is_read_to_the_end(open_small: Open, tmp_path: Path):
    """On the French sheet: the French words of a sentence are corrected, another is
    right, and the catalog has them.
    """
    page = open_small(f"fr/review/#{RECORD}")
    page.locator("[name=mode][value=language]").check()
    expect(page.locator(".copy")).to_be_hidden()
    page.locator("[name=name]").fill("Luc Petit")
    line(page, "art. 20").locator("[value=right]").check()
    corrected = line(page, "art. 13")
    expect(corrected.locator("[value=absent]")).to_have_count(0)
    corrected.locator("[value=correction]").check()
    corrected.locator("textarea").fill("Au moins 45 jours.")
    [text] = texts(page)
    [read], problems = review_text.reviews(text, "x")
    assert problems == []
    assert read.language == "fr"
    root = applied(tmp_path, text)
    catalog = (root / "instruments/alpha/fr.po").read_text("utf-8")
    assert '\nmsgid "45 days at least."\nmsgstr "Au moins 45\u00a0jours."' in catalog
    assert "X-Reviewers: Luc Petit" in catalog


def test_the_sheet_is_filled_in_from_the_keyboard(open_small: Open):
    page = open_small(f"review/#{RECORD}")
    office = page.get_by_label("Office or organisation")
    expect(office).to_be_visible()  # what is hidden takes no focus
    office.focus()
    page.keyboard.type("Alpha Office")
    page.keyboard.press("Tab")
    page.keyboard.type("Convention")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".sheet > section > [role=status]")).to_have_text(
        "Lines marked: 1"
    )
    assert len(texts(page)) == 1


def test_another_record_is_chosen(open_small: Open):
    """Without a record, and with one that there is not, the list is there."""
    page = open_small("review/")
    expect(page.locator(".sheet")).to_be_hidden()
    page.get_by_label("Which text?").select_option(RECORD)
    expect(page.locator(".sheet")).to_be_visible()
    assert page.url.endswith(f"review/#{RECORD}")
    page = open_small("review/#alpha/nothing")
    expect(page.get_by_role("alert")).to_have_text(
        "No record has this name. Choose one from the list."
    )


@pytest.mark.parametrize("language", ["", "ar/"])
def test_nothing_is_in_the_way_on_a_phone(open_small: Open, language: str):
    page = open_small(f"{language}review/#{RECORD}", width=360)
    page.locator("[name=office]").fill("Alpha Office")
    page.locator("[name=text]").fill("Convention")
    for n, verdict in enumerate(("right", "correction", "absent")):
        page.locator("fieldset.line").nth(n).locator(f"[value={verdict}]").check()
    page.locator("fieldset.line").nth(1).locator("textarea").fill("X" * 60)
    assert texts(page) != []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert barriers(page) == []


def test_without_a_script_the_page_says_so(browser: Browser, small_site: Site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{small_site.url}review/")
    notice = page.locator("noscript p.notice")
    assert "This page needs a script" in notice.evaluate("one => one.textContent")
    context.close()
