"""Lines that link to themselves, in a browser: by touch, by keyboard, and what is copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import Open
from conftest import Site
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

RECORD = "instruments/alpha/convention-2005/"


def line(page: Page) -> str:
    """The anchor of the first provision."""
    return page.locator(".prov[id]").first.get_attribute("id")


def test_a_line_links_to_itself_by_keyboard_and_its_address_is_copied(open_small: Open):
    """Its reference is the link; the button behind it, the next stop of the keyboard, copies the address of
    the published site, and says so.
    """
    page = open_small(f"ar/{RECORD}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    anchor = line(page)
    page.locator(f".prov a[href='#{anchor}']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#{anchor}")
    expect(page.locator(":target")).to_have_id(anchor)
    page.locator(f".prov a[href='#{anchor}']").focus()
    page.keyboard.press("Tab")
    expect(page.locator(f"#{anchor} .copy")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{anchor} [role=status]")).to_contain_text("✓")
    published = page.locator("link[rel=canonical]").get_attribute("href")
    assert published.endswith(f"/ar/{RECORD}")
    assert page.evaluate("navigator.clipboard.readText()") == f"{published}#{anchor}"


def test_a_tap_marks_a_line_and_another_takes_the_button(browser: Browser, small_site: Site):
    """On a phone: one button on the page, behind the line that was tapped last, and large enough."""
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(small_site.url + RECORD)
    anchors = page.locator(".prov[id]").evaluate_all("all => all.slice(0, 2).map(each => each.id)")
    for anchor in anchors:
        page.locator(f".prov a[href='#{anchor}']").tap()
        page.wait_for_url(f"**#{anchor}")
        expect(page.locator(f"#{anchor} .copy")).to_be_visible()
        expect(page.locator(".copy")).to_have_count(1)
    box = page.locator(".copy").bounding_box()
    assert min(box["width"], box["height"]) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_who_comes_by_the_address_of_a_line_can_copy_it(open_small: Open):
    """The button stands there at once; a place that is no line has none."""
    page = open_small(RECORD)
    anchor = line(page)
    page = open_small(f"{RECORD}#{anchor}")
    expect(page.locator(f"#{anchor} .copy")).to_be_visible()
    expect(open_small(f"{RECORD}#parties").locator(".copy")).to_have_count(0)
    expect(open_small(f"{RECORD}#100%").locator(".copy")).to_have_count(0)


def test_a_step_of_a_procedure_links_to_itself(open_small: Open):
    """Steps as provisions."""
    page = open_small("instruments/alpha/sop-2016/")
    step = page.locator(".path > li[id]").first
    anchor = step.get_attribute("id")
    step.locator(f"a[href='#{anchor}']").click()
    expect(step.locator(".copy")).to_be_visible()


def test_how_to_cite_opens_for_who_comes_by_its_address(open_small: Open):
    """It is folded, and open where it is asked for; it names the address of the page, and hands
    over three forms.
    """
    page = open_small(f"fr/{RECORD}")
    expect(page.locator(".cite")).to_be_hidden()
    page = open_small(f"fr/{RECORD}#cite")
    expect(page.locator(".cite")).to_be_visible()
    published = page.locator("link[rel=canonical]").get_attribute("href")
    expect(page.locator(".cite bdi").last).to_have_text(published)
    for form, ending in (("RIS", "ris"), ("BibTeX", "bib"), ("CSL-JSON", "json")):
        with page.expect_download() as found:
            page.get_by_role("button", name=form).click()
        assert found.value.suggested_filename == f"alpha-convention-2005.{ending}"
        assert published in Path(found.value.path()).read_text("utf-8")
