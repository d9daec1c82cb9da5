"""For readers who force colours, want no motion, read at twice the size, or have a
keyboard alone.
"""

from __future__ import annotations

import re

import pytest
from browsing import COMPARED, KINDS, Open, until, visit
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

RECORD = "instruments/alpha/convention-2005/"
MOVES = """() => [...document.querySelectorAll('*')].filter(part => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(part);
    return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
}).map(part => part.outerHTML.slice(0, 80))"""
GROUNDS = """kind => {
    const link = document.querySelector(`#matrix a.${kind}`), sign = link.querySelector('.sg');
    return [getComputedStyle(link).backgroundColor, getComputedStyle(sign).borderTopColor];
}"""
CUT = """() => [...document.querySelectorAll('body *')].filter(part => {
    const { overflowX, overflowY, position } = getComputedStyle(part);
    const clips = [overflowX, overflowY].some(each => each === 'hidden' || each === 'clip');
    const text = [...part.childNodes].some(child => child.nodeType === 3 && child.data.trim());
    return clips && text && part.checkVisibility() && position !== 'absolute' && !part.matches('.sg')
        && (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1);
}).map(part => part.outerHTML.slice(0, 120))"""
AT = """() => {
    const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
    const words = (at.getAttribute('aria-label') || at.textContent || at.placeholder || at.name).trim();
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const whole = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return { tag: at.tagName, words, ring, seen: at.contains(whole) || box.height > innerHeight / 2 };
}"""


def open_as(browser: Browser, url: str, **wishes: str) -> Page:
    """A page opened by a reader with wishes of the system (``forced_colors``,
    ``reduced_motion`` …).
    """
    page = browser.new_context(**wishes).new_page()
    page.goto(url)
    return page


def tab_to(page: Page, words: str, most: int = 60) -> None:
    """Press Tab until what has the words has the focus; each stop must show a ring and
    lie in sight.
    """
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(AT)
        assert at["tag"] != "BODY", f"the focus went astray after {passed}"
        assert at["ring"], at
        assert at["seen"], at
        passed.append(at["words"])
        if at["words"].startswith(words):
            return
    raise AssertionError(f"{words} was not among {passed}")


def skip(page: Page) -> None:
    """Go past the menus."""
    tab_to(page, "Skip to the content")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'content'")


LINES = """at => {
  const range = document.createRange();
  range.selectNodeContents(at);
  const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
  return [at.textContent.trim().split(/\\s+/).length, new Set(tops).size];
}"""
"""How many words something has, and on how many lines they stand."""


# -- colours, motion, size ---------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_what_a_ground_says(
    browser: Browser, small_site, scheme: str
):
    """Where a reader forces his colours, a filled ground still stands for what binds, and
    every sign is seen on its ground.
    """
    page = open_as(
        browser, f"{small_site.url}matrix/", forced_colors="active", color_scheme=scheme
    )
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    (filled, sign), (outlined, other) = (
        page.evaluate(GROUNDS, kind) for kind in ("b", "n")
    )
    assert sign == canvas
    assert filled == other
    assert len({canvas, filled}) == 2
    assert outlined != filled
    page.context.close()


def test_nothing_moves(browser: Browser, small_site):
    """No page moves by itself, so none has to stop where a reader wants no motion."""
    page = open_as(browser, small_site.url, reduced_motion="reduce")
    for kind in KINDS:
        visit(page, small_site.url + kind)
        assert page.evaluate(MOVES) == [], kind
    page.context.close()


@pytest.mark.parametrize(
    ("language", "width", "letters"), [("en", 1280, "200%"), ("ar", 320, "100%")]
)
def test_larger_letters_lose_nothing(
    open_small: Open, language: str, width: int, letters: str
):
    """With letters of twice the size, or all four times as large (a window of 320 px),
    nothing is cut off and no page scrolls sideways.
    """
    page = open_small("", width=width)
    home, found = page.url, {}
    for kind in KINDS:
        visit(page, f"{home}{'' if language == 'en' else f'{language}/'}{kind}")
        page.evaluate(
            "size => { document.documentElement.style.fontSize = size; }", letters
        )
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found[kind] = [*([f"{wider} px wider"] if wider > 0 else []), *page.evaluate(CUT)]
    assert found == {kind: [] for kind in KINDS}


@pytest.mark.parametrize("language", ["fr", "ar", "ru"])
def test_larger_letters_break_no_word_of_the_head(open_small: Open, language: str):
    """On a phone, at twice the size: the name of the site and the trail wrap between
    words, and the way out covers neither.
    """
    page = open_small(f"{language}/first-days/ben/", width=360)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for place in (".wordmark", ".crumbs li:last-child a"):
        words, lines = page.locator(place).evaluate(LINES)
        assert lines <= words, place
    trail, leave = (
        page.locator(place).bounding_box() for place in (".crumbs ol", ".leave a")
    )
    assert trail["y"] >= leave["y"] + leave["height"]


def test_a_comparison_with_larger_letters_is_no_wider_than_a_phone(open_small: Open):
    """At twice the size its texts stand one below the other."""
    page = open_small(COMPARED, width=360)
    page.locator(".beside").wait_for()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_the_header_fits_between_a_phone_and_a_tablet(open_small: Open, language: str):
    """Where words stand beside the icons there is room for them, and no page scrolls
    sideways.
    """
    page = open_small(f"{language}/", width=490)
    for width in (490, 530, 570):
        page.set_viewport_size({"width": width, "height": 700})
        until(page, "width => innerWidth === width", width)
        last = page.locator(".masthead summary").last.bounding_box()
        assert last["x"] >= 0, width
        assert last["x"] + last["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


# -- by keyboard -------------------------------------------------------------------------


def test_from_home_to_a_state_to_a_record(open_small: Open):
    """With the keyboard alone: past the menus, a State is chosen, its page opens, and
    from it a text.
    """
    page = open_small()
    skip(page)
    tab_to(page, "Choose a State")
    until(page, "document.activeElement.hasAttribute('aria-controls')")
    page.keyboard.type("Benin")
    tab_to(page, "Show")
    page.keyboard.press("Enter")
    page.wait_for_url("**/states/ben/")
    skip(page)
    tab_to(page, "1 text")
    page.keyboard.press("Enter")
    tab_to(page, "Alpha Convention")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{RECORD}*")
    tab_to(page, "How to cite this page")
    page.keyboard.press("Enter")
    expect(page.locator("section:has(#cite) p").first).to_be_visible()


def test_records_are_compared_by_keyboard(open_small: Open):
    """Two are picked, compared, one is removed and one added, and the focus is never
    lost.
    """
    page = open_small(RECORD)
    tab_to(page, "Add to comparison: Alpha Convention", 150)
    page.keyboard.press("Enter")
    expect(page.locator(".picked li")).to_have_count(1)
    page.goto(page.url.replace(RECORD, "instruments/beta-union/directive-2011/"))
    tab_to(page, "Add to comparison: Anti-trafficking Directive", 150)
    page.keyboard.press("Space")
    tab_to(page, "Compare (2/4)", 150)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/compare/"))
    expect(page.locator(".beside thead th")).to_have_count(3)
    tab_to(page, "Remove: Anti-trafficking Directive")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.matches('input[list]')")
    page.keyboard.type("World Convention")
    page.keyboard.press("Enter")
    expect(page.locator(".beside thead th").last).to_have_text("World Convention")
    for _ in range(10):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('select[name=topic]')"):
            break
    page.keyboard.type("Assistance")
    expect(page.locator(".beside tbody tr")).to_have_count(1)
