"""What a screen reader says of a page: eight kinds of page in each language, and some
more, as texts that a person has read (``tests/golden/spoken/``; ``python -m pytest
tests/test_spoken.py --update`` writes them anew: read the difference with your ears), and
what is held for every kind of page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from browsing import COMPARED, KINDS, Open, until, visit
from playwright.sync_api import Page
from spoken import Spoken

from generators.corpus import cldr

pytestmark = pytest.mark.browser

EVERY = tuple(cldr.LANGUAGES)
READ = {  # what is read: its address, the languages, and what must have come by script
    "home": ("", EVERY, "select option:nth-child(5)"),
    "state": ("states/ben/", EVERY, ".take button"),
    "topic": ("topics/assistance/?state=ben", EVERY, "#state h2, #state .open"),
    "first-days": ("first-days/ben/", EVERY, "[data-print]:not([hidden])"),
    "between": ("between/?from=BEN&to=NGA", EVERY, ".result h2"),
    "record": ("instruments/alpha/convention-2005/", EVERY, ".pick"),
    "sop": ("instruments/alpha/sop-2016/", EVERY, ".pick"),
    "status": ("status/", EVERY, ".take button"),
    "compare": (COMPARED, ("en", "ar"), ".beside td"),
    "matrix": ("matrix/", ("en", "zh"), ".take button"),
    "search": ("search/?q=convention", ("en", "ar"), ".results li"),
    "edit": ("edit/?record=alpha/convention-2005", ("en", "fr"), ".fields input"),
}
LANGUAGES, NOT_LATIN = ("en", "ar", "zh"), ("ar", "zh")
TYPED = (  # code; names from files, or picked on another page, which say no language
    *("data/", "search/", "compare/", "between/", "case/", "edit/", "kept/"),
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
    ("kind", "language"),
    [(kind, language) for kind, (_, all_, _) in READ.items() for language in all_],
)
def test_a_page_is_said_as_a_person_has_read_it(
    open_small: Open, golden: Callable[[str, str], None], kind: str, language: str
):
    """From top to bottom, with names, states and levels; the home page with what stands
    around all pages.
    """
    address, _, awaited = READ[kind]
    said = Spoken(opened(open_small, address, language, awaited)).lines(
        "" if kind == "home" else "main"
    )
    golden(f"spoken/{kind}.{language}.txt", "\n".join(said) + "\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_a_name_and_is_said_once(open_small: Open, language: str):
    """On each kind of page: what is a link, a control or a picture has a name; a sign
    beside its words, or a tip that says what the name does, is not said twice; no level
    of headings is left out; and where letters are not Latin, words that are stand as
    words of their language, or a voice makes nonsense of them.
    """
    found = {}
    page = open_small()
    home = page.url
    for kind in KINDS:
        address = "" if language == "en" else f"{language}/"
        visit(page, f"{home}{address}{kind}")
        said = Spoken(page)
        lines = [re.sub(r"^[ •]+", "", line) for line in said.lines("")]
        found[kind] = [
            *(line for line in lines if "WITHOUT A NAME" in line),
            *(line for line in lines if re.search(r": (.+), .*\(\1\)$", line)),
            *twice(lines),
            *skipped(lines),
            *(
                unmarked(said)
                if language in NOT_LATIN and kind.partition("?")[0] not in TYPED
                else ()
            ),
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
