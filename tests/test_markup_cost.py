"""What the markup of a line costs beside its words: a page has hundreds, and is read on
slow networks. Words are not counted, for those of some languages are long.
"""

from __future__ import annotations

import re

import pytest

from generators import html
from generators.corpus.corpus import Corpus

RECORD, STATE = "instruments/alpha/convention-2005/", "states/ben/"


@pytest.fixture(scope="session")
def pages(world: Corpus) -> dict[str, str]:
    """The pages of a small library that has everything in it, by address."""
    wanted = ("", RECORD, STATE, "states/")
    return {
        page.address: page.render()
        for page in html.build(world, "en")
        if page.address in wanted
    }


def markup(part: str) -> int:
    """How many bytes of a part of a page are tags."""
    return sum(len(tag.encode()) for tag in re.findall(r"<[^>]*>", part))


def one(pattern: str, page: str) -> str:
    found = re.search(pattern, page)
    assert found, pattern
    return found[0]


@pytest.mark.parametrize(
    ("address", "line", "most"),
    [
        pytest.param(
            RECORD,
            r'<li><a href="[./]*states/.*',
            95,
            id="a party of a record, with a sign",
        ),
        pytest.param(
            RECORD,
            r"<b[^>]*>[A-Z]{3}</b>",
            52,
            id="a tile that leads nowhere, with its name",
        ),
        pytest.param(
            "states/",
            r"<[ab][^>]*>[A-Z]{3}</[ab]>",
            85,
            id="a tile that leads to a State",
        ),
        pytest.param(
            RECORD,
            r'<span class="st[^"]*">[^<]*</span>',
            55,
            id="how strongly a line commits",
        ),
        pytest.param(RECORD, r'(?s)<div class="prov.*?</div>', 330, id="a provision"),
        pytest.param(STATE, r"<tr>\n<th scope=.*", 245, id="a text that binds a State"),
        pytest.param(
            STATE,
            r"(?s)<details[^>]*><summary>[^<]*[?] <small>.*?</details>",
            390,
            id="a question of a State",
        ),
        pytest.param(
            STATE,
            r'<li><span class="yr">.*',
            300,
            id="a text that a State left: three links",
        ),
    ],
)
def test_the_markup_of_a_line_stays_small(
    pages: dict[str, str], address: str, line: str, most: int
):
    """The largest of its kind, in bytes."""
    found = re.findall(line, pages[address])
    assert found
    largest = max(found, key=markup)
    assert markup(largest) <= most, largest


def test_a_map_costs_less_than_a_list(pages: dict[str, str]):
    """All of its tiles, a row with hardly one that leads anywhere: what is the same for
    most is said once.
    """
    drawn = one(r'(?s)<div class="t-[^"]* tiles".*?</div>', pages["states/"])
    assert drawn.count("<b") + drawn.count("<a") > 190
    assert markup(re.sub(r' title="[^"]*"', "", drawn)) < 4_500


def test_a_date_is_words_alone(pages: dict[str, str]):
    """The data beside a page has its days as values."""
    assert not any("<time" in page for page in pages.values())
