"""Lines that link to themselves, and how a page is cited, in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import Open
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

RECORD = "instruments/alpha/convention-2005/"


@pytest.mark.parametrize(
    ("address", "lines"),
    [(f"ar/{RECORD}", ".prov[id]"), ("instruments/alpha/sop-2016/", ".path > li[id]")],
)
def test_a_line_links_to_itself_by_keyboard(open_small: Open, address: str, lines: str):
    """The reference of a provision, or of a step, is a link to it."""
    page = open_small(address)
    line = page.locator(lines).first
    anchor = line.get_attribute("id")
    line.locator(f"a[href='#{anchor}']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#{anchor}")
    assert line.evaluate("each => each.matches(':target')")


def test_how_to_cite_opens_for_who_comes_by_its_address(open_small: Open):
    """It is folded, and open where it is asked for; it names the address of the page, and
    hands over three forms.
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
