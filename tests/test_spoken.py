"""What a screen reader says of a page: eight kinds of page in English, Arabic and Chinese, and some more, as
texts that a person has read (``tests/golden/spoken/``; ``python -m pytest tests/test_spoken.py --update``
writes them anew: read the difference with your ears), and what is held for every kind of page.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from browsing import KINDS, RECORD, Open
from playwright.sync_api import Page
from spoken import Spoken
from waiting import until

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parent / "golden" / "spoken"
SMALL_RECORD = "alpha/convention-2005"
PAIR = f"compare/?r={SMALL_RECORD}&r=beta-union/directive-2011"
EVERY = ("en", "ar", "zh")
READ = {  # what is read: its address, the languages, and what must have come by script
    "home": ("", EVERY, "select option:nth-child(5)"),
    "state": ("states/ben/", EVERY, ".take button"),
    "topic": ("topics/assistance/?state=ben", EVERY, "#state h2, #state .open"),
    "first-days": ("first-days/ben/", EVERY, "[data-print]:not([hidden])"),
    "between": ("between/?from=BEN&to=NGA", EVERY, ".result h2"),
    "record": (f"instruments/{SMALL_RECORD}/", EVERY, ".pick"),
    "sop": ("instruments/alpha/sop-2016/", EVERY, ".pick"),
    "status": ("status/", EVERY, ".take button"),
    "compare": (PAIR, ("en", "ar"), ".beside td"),
    "matrix": ("matrix/", ("en", "zh"), ".take button"),
    "search": ("search/?q=convention", ("en", "ar"), ".results li"),
    "edit": (f"edit/?record={SMALL_RECORD}", ("en",), ".fields input"),
}
OTHERS = {RECORD: f"instruments/{SMALL_RECORD}/", "instruments/ecowas/": "instruments/alpha/"}
OTHERS |= {"pathway/first-contact/": "pathway/identification/", "first-days/sen/": "first-days/ben/"}
OTHERS |= {"states/sen/": "states/ben/", "compare/": PAIR, "between/": "between/?from=BEN&to=NGA"}
OTHERS |= {"edit/": READ["edit"][0], "search/": READ["search"][0]}
NOT_LATIN = ("ar", "zh")
TYPED = (  # code; names from files, or picked on another page, which say no language
    *("data/", "search/", "compare/", "between/", "edit/", "kept/", "translate/"),
)
LATIN = re.compile(r"[A-Za-zÀ-ÿ]{3,}[ ’'][A-Za-zÀ-ÿ]{3,}")


def opened(open_small: Open, address: str, language: str, awaited: str = "") -> Page:
    """A page in a language, once its scripts have done what they do."""
    page = open_small(f"{'' if language == 'en' else f'{language}/'}{address}")
    page.wait_for_load_state("networkidle")
    if awaited:
        until(page, "selector => document.querySelector(selector)", awaited)
    return page


@pytest.mark.parametrize(
    ("kind", "language"), [(kind, language) for kind, (_, all_, _) in READ.items() for language in all_]
)
def test_a_page_is_said_as_a_person_has_read_it(
    open_small: Open, request: pytest.FixtureRequest, kind: str, language: str
):
    """From top to bottom, with names, states and levels; the home page with what stands around all pages."""
    address, _, awaited = READ[kind]
    said = Spoken(opened(open_small, address, language, awaited)).lines("" if kind == "home" else "main")
    file = GOLDEN / f"{kind}.{language}.txt"
    text = "\n".join(said) + "\n"
    if request.config.getoption("--update"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


@pytest.mark.parametrize("language", EVERY)
def test_everything_has_a_name_and_is_said_once(open_small: Open, language: str):
    """On each kind of page: what is a link, a control or a picture has a name; a sign beside its words, or a
    tip that says what the name does, is not said twice; no level of headings is left out; and where letters
    are not Latin, words that are stand as words of their language, or a voice makes nonsense of them.
    """
    found = {}
    page = open_small()
    home = page.url
    for kind in KINDS:
        address = "" if language == "en" else f"{language}/"
        page.goto(f"{home}{address}{OTHERS.get(kind, kind)}", wait_until="load")
        said = Spoken(page)
        lines = [re.sub(r"^[ •]+", "", line) for line in said.lines("")]
        found[kind] = [
            *(line for line in lines if "WITHOUT A NAME" in line),
            *(line for line in lines if re.search(r": (.+), .*\(\1\)$", line)),
            *twice(lines),
            *skipped(lines),
            *(unmarked(said) if language in NOT_LATIN and kind not in TYPED else ()),
        ]
    assert found == {kind: [] for kind in KINDS}


def unmarked(said: Spoken) -> list[str]:
    """Words in Latin letters that would be read as words of the page's language."""
    texts = ((text, node) for text, node in said.all("StaticText") if LATIN.search(text))
    return [text for text, node in texts if said.language_of(node) == said.language]


def twice(lines: list[str]) -> list[str]:
    """The signs whose words follow at once."""
    pairs = pairwise(lines)
    return [
        f"{sign} / {words}"
        for sign, words in pairs
        if sign.startswith("image: ") and words.startswith(sign.removeprefix("image: "))
    ]


def skipped(lines: list[str]) -> list[str]:
    """The headings that are more than one level below the one before."""
    heads = [(int(line[8]), line) for line in lines if line.startswith("heading ")]
    return [line for (above, _), (level, line) in pairwise(heads) if level > above + 1]
