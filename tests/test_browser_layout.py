"""How pages are laid out: the largest page of each kind, of the small library with
everything in it, on a phone, a tablet and a wide screen, from left to right, from right
to left, and in Chinese.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsing import Open, until
from conftest import LANGUAGES, Site, folder_of
from lxml import etree
from playwright.sync_api import Page

from generators.site.build import PAGES

pytestmark = pytest.mark.browser

WIDTHS = (360, 768, 1280)
COMPARED = (
    "compare/?r=alpha/convention-2005&r=beta-union/directive-2011&r=gamma/world-convention-2000",
    "compare/?r=alpha/sop-2016&r=beta/sop-2020",
)
ASKED = {
    **dict.fromkeys(COMPARED, ".beside"),
    "between/?from=ben&to=fra": ".result h2",
    "topics/assistance/?state=ben": ".choose [role=status] > *",
    "search/?q=alpha": ".results li",
}
"""Addresses that ask something of their page, and what stands there once it has answered.
"""

# What is wrong with a page as it is laid out: a column of text of more than 8 letters
# under 60 px (a single line is not a column), text or a control beyond the edges, text
# over text, a page that scrolls sideways, text of less than 12 px (a tile of a map has
# its name beside it), a frame that scrolls down though nothing in it is wider than it
# (boxes to tick may), a link that leads a line of a list under 32 px high, or over the
# next. What a frame cuts off or scrolls counts as far as it is seen; what stays while a
# page scrolls does not. Of a line of text the middle half counts: letters reach into the
# lines above and below.
FAULTS = r"""() => {
  const NARROW = 60, LETTERS = 8, SMALL = 12, TARGET = 32;
  const wide = document.documentElement.clientWidth, faults = [];
  const styles = new Map(), clips = new Map();
  const style = (at) => styles.get(at) || styles.set(at, getComputedStyle(at)).get(at);
  const everything = {left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity};
  const within = (box, frame) => ({
    left: Math.max(box.left, frame.left), right: Math.min(box.right, frame.right),
    top: Math.max(box.top, frame.top), bottom: Math.min(box.bottom, frame.bottom)});
  const clip = (at) => {
    if (!at || at === document.body || at === document.documentElement) return everything;
    if (!clips.has(at)) {
      const {overflowX, position} = style(at);
      const frame = position === 'fixed' ? null : clip(at.parentElement);
      const own = overflowX === 'visible' ? everything : at.getBoundingClientRect();
      clips.set(at, frame && within(own, frame));
    }
    return clips.get(at);
  };
  const stays = (at) => ['.picked', '.top', '.skip'].some((name) => at.closest(name));
  const clipped = (at) => at !== document.body
    && (style(at).clipPath !== 'none' || clipped(at.parentElement));
  const seen = (at) => at.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && style(at).color !== 'rgba(0, 0, 0, 0)' && !clipped(at);
  const told = (at, text) => `${at.tagName.toLowerCase()}.${at.className.baseVal ?? at.className}: `
    + text.trim().replace(/\s+/g, ' ').slice(0, 40);
  const block = (at) => {
    while (/^(inline|contents|ruby)/.test(style(at).display) && style(at).display !== 'inline-block'
      && style(at).display !== 'inline-grid' && style(at).display !== 'inline-flex') at = at.parentElement;
    return at;
  };
  const blocks = new Map(), lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node; (node = walker.nextNode());) {
    const at = node.parentElement;
    if (!node.data.trim() || at.closest('script, style, template, option, noscript') || !seen(at)) continue;
    const frame = clip(at);
    if (!frame) continue;
    if (parseFloat(style(at).fontSize) < SMALL && !at.closest('.tiles')) {
      faults.push(`${style(at).fontSize} letters: ${told(at, node.data)}`);
    }
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({width, height}) => width > 1 && height > 1);
    const own = at.namespaceURI.endsWith('svg') ? at : block(at);
    const known = blocks.get(own) || blocks.set(own, {text: '', boxes: []}).get(own);
    known.text += node.data;
    known.boxes.push(...boxes);
    for (const box of boxes) {
      const {left, right, top, bottom} = within(box, frame);
      if (right - left < 2 || bottom - top < 2) continue;
      if (left < -1 || right > wide + 1) faults.push(`outside: ${told(at, node.data)}`);
      const quarter = (box.bottom - box.top) / 4;
      if (!stays(at)) lines.push({own, at, text: node.data, left, right,
        top: Math.max(top, box.top + quarter), bottom: Math.min(bottom, box.bottom - quarter)});
    }
  }
  for (const [own, {text, boxes}] of blocks) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const upright = style(own).writingMode === 'horizontal-tb';
    const starts = new Set(boxes.map(({left, bottom}) => Math.round(upright ? bottom : left)));
    const size = upright ? own.clientWidth : own.clientHeight;
    if (letters > LETTERS && starts.size > 1 && size && size < NARROW) {
      faults.push(`${size} px narrow: ${told(own, text)}`);
    }
  }
  for (const control of document.querySelectorAll('input, select, button, img, svg')) {
    const frame = seen(control) && clip(control);
    const {left, right} = frame ? within(control.getBoundingClientRect(), frame) : everything;
    if (frame && right - left > 1 && (left < -1 || right > wide + 1)) {
      faults.push(`outside: ${told(control, '')}`);
    }
  }
  lines.sort((one, other) => one.top - other.top);
  lines.forEach((line, n) => {
    for (let next = n + 1; next < lines.length && lines[next].top < line.bottom - 2; next++) {
      const other = lines[next];
      if (line.own !== other.own && Math.min(line.right, other.right) - Math.max(line.left, other.left) > 2
        && other.bottom - other.top > 2) {
        faults.push(`over each other: ${told(line.at, line.text)} | ${told(other.at, other.text)}`);
      }
    }
  });
  for (const frame of document.querySelectorAll('main, main :not(fieldset)')) {
    if (/auto|scroll/.test(style(frame).overflowY) && seen(frame)
      && frame.scrollHeight > frame.clientHeight + 1 && frame.scrollWidth <= frame.clientWidth) {
      faults.push(`scrolls within: ${told(frame, '')}`);
    }
  }
  const first = 'li > a:first-child, li > .yr + a';
  for (const list of document.querySelectorAll('.crumbs ol, .states, .plain, .topics, .records')) {
    const links = [...list.querySelectorAll(first)]
      .filter((link) => link.closest('ul, ol') === list && seen(link));
    const boxes = links.map((link) => [link, link.getClientRects()[0]]);
    for (const [link, {height}] of boxes) {
      if (height < TARGET) faults.push(`${Math.round(height)} px high: ${told(link, link.textContent)}`);
    }
    boxes.slice(1).forEach(([link, {left, right, top}], n) => {
      const before = boxes[n][1];
      if (before.bottom - top > 3 && top > before.top && left < before.right && before.left < right) {
        faults.push(`links over each other: ${told(link, link.textContent)}`);
      }
    });
  }
  const {scrollWidth} = document.documentElement;
  if (scrollWidth > wide) faults.push(`scrolls sideways: ${scrollWidth} px`);
  return [...new Set(faults)];
}"""


def kinds(folder: Path) -> list[str]:
    """The largest page of each kind of address of a built site: its first part, and how
    many parts it has.
    """
    largest: dict[tuple[str, int], tuple[int, str]] = {}
    for place in etree.fromstring(
        gzip.decompress((folder / PAGES).read_bytes())
    ).iterfind("{*}url/{*}loc"):
        address = urlsplit(place.text).path.removeprefix("/")
        file = folder / address / "index.html"
        first, *more = address.split("/")
        if first in LANGUAGES:
            continue
        found = (file.stat().st_size, address)
        largest[first, len(more)] = max(found, largest.get((first, len(more)), found))
    return sorted(address for _, address in largest.values())


def faults(page: Page) -> list[str]:
    """What is wrong with the page that is open, as it is laid out at each width."""
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        until(page, "width => innerWidth === width", width)
        wrong += [f"{width}: {fault}" for fault in page.evaluate(FAULTS)]
    return wrong


@pytest.mark.parametrize("language", ["ru", "ar", "zh"])
def test_every_kind_of_page_is_laid_out_soundly(
    open_small: Open, small_site: Site, language: str
):
    """No column of text is too narrow to read and no letter too small, nothing lies
    outside the page or over something else, links of a list are easy to hit, no page
    scrolls sideways and none scrolls within another.
    """
    page = open_small(folder_of(language))
    wrong = []
    for address in (*kinds(small_site.folder), *ASKED):
        page.goto(small_site.url + folder_of(language) + address)
        if address in ASKED:
            page.locator(ASKED[address]).first.wait_for()
        until(page, "!document.querySelector('[aria-busy=true]')")
        page.evaluate(
            "document.querySelectorAll('main details').forEach(each => { each.open = "
            "true; })"
        )
        wrong += [f"{address} {fault}" for fault in faults(page)]

    assert not wrong, "\n".join(wrong)


FAULTY = {
    "narrow": ".prov, .cell { display: grid; grid-template-columns: 25px 1fr }",
    "over each other": ".prov p.src { margin-block-start: -1.2em }",
    "letters": ".prov p.src { font-size: 9px }",
    "scrolls within": "main { max-block-size: 300px; overflow: auto }",
    "px high": ".crumbs a { padding: 0; line-height: 1.2 }",
    "links over each other": ".crumbs :is(ol, a) { display: inline } .crumbs li { line-height: 1 }",
    "outside": "h1 { margin-inline-start: -60px }",
    "scrolls sideways": "h1 { inline-size: 120vw }",
}


def test_planted_faults_are_seen(open_small: Open):
    """Each kind of fault, made by a rule of style, is told of."""
    narrow, *others = FAULTY
    for address, planted in (
        ("first-days/nga/", [narrow]),
        ("instruments/alpha/convention-2005/", others),
    ):
        page = open_small(address)
        assert faults(page) == []
        for fault in planted:
            page.evaluate(
                """rules => {
                    const sheet = new CSSStyleSheet();
                    sheet.replaceSync(rules);
                    document.adoptedStyleSheets = [sheet];
                }""",
                FAULTY[fault],
            )
            assert any(fault in told for told in faults(page)), fault


@pytest.mark.parametrize("language", ["fr/", "ar/", "ru/"])
def test_the_first_days_begin_with_a_sentence_of_law(open_small: Open, language: str):
    """It is whole on the first screen of a phone, with its article, below the numbers to
    call.
    """
    page = open_small(f"{language}first-days/ben/", width=360)
    box = page.locator(".cell:visible").first.bounding_box()
    # of 740: real names, numbers and sentences are longer
    assert box["y"] + box["height"] <= 640
