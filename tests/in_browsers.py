"""The site in Firefox and WebKitGTK: a walk through what readers do, and nothing may go
wrong on the way. No part of ``make test``, for continuous integration has chromium alone:
``make browsers`` runs it on the small site of the tests, ``make browsers SITE=site`` on a
site that was built.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from babel import Locale
from conftest import Site, served
from engines import ENGINES, Driven, Refused
from sites import folder_of
from watched import FAULTS, FRAME, Watched

CHOOSE = """
const box = document.querySelector(arguments[0]);
box.value = arguments[1];
box.dispatchEvent(new Event("input", { bubbles: true }));
box.dispatchEvent(new Event("change", { bubbles: true }));
return box.value === arguments[1];
"""
TEXT = "return document.querySelector(arguments[0])?.textContent.trim()"
WIDER = "return document.documentElement.scrollWidth - innerWidth"


@dataclass(frozen=True)
class Walk:
    """What is looked at on a site: two States (letters of ISO 3166, three and two), a
    topic that binds the first, two records, and the line of the first record's file that
    is changed.
    """

    state: str
    letters: str
    other: str
    topic: str
    records: tuple[str, str]
    line: str


SMALL = Walk(
    "BEN",
    "BJ",
    "NGA",
    "assistance",
    ("alpha/convention-2005", "beta-union/directive-2011"),
    "in_force: 2008-02-01",
)
REAL = Walk(
    "SEN",
    "SN",
    "ITA",
    "assistance",
    ("coe/convention-197", "un/palermo-protocol"),
    "in_force: 2008-02-01",
)


@pytest.fixture(scope="session")
def watched(request: pytest.FixtureRequest) -> Iterator[tuple[Site, Walk]]:
    """The site that the environment names (``SITE``), else the small one, and the walk
    through it.
    """
    named = os.environ.get("SITE")
    folder = (
        Path(named).absolute() if named else request.getfixturevalue("small_site").folder
    )
    if not (folder / "manifest.json").is_file():
        pytest.exit(f"{folder} holds no site; make site builds one", returncode=1)
    with served(folder, handler=Watched) as url:
        yield Site(folder, url), REAL if named else SMALL


@pytest.fixture(scope="module", params=ENGINES)
def driven(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Driven]:
    """Each of the browsers; where one is missing the run ends, for what is left out looks
    like what works.
    """
    try:
        with ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as browser:
            yield browser
    except Refused as missing:
        pytest.exit(str(missing), returncode=1)


@pytest.fixture
def walk(watched: tuple[Site, Walk]) -> Walk:
    """The walk through the site."""
    return watched[1]


@pytest.fixture
def go(driven: Driven, watched: tuple[Site, Walk]) -> Iterator[Callable[..., Driven]]:
    """Goes to an address of the site (``phone``: 360 px wide); at the end nothing must
    have gone wrong.
    """

    def to(address: str = "", phone: bool = False) -> Driven:
        url = watched[0].url
        driven.open(f"{url.rstrip('/')}{FRAME}?/{address}" if phone else url + address)
        if phone:
            driven.enter()
        return driven

    driven.console()
    yield to
    assert driven.run(FAULTS) == []
    assert driven.console() == []


def heading(site: Site, address: str) -> str:
    """The heading of a page, as its file has it."""
    found = re.search(
        r"<h1[^>]*>(.*?)</h1>",
        (site.folder / address / "index.html").read_text("utf-8"),
        re.S,
    )
    return unescape(re.sub("<[^>]*>", "", found[1])).strip()


def test_from_the_home_page_to_a_state(go, walk, watched):
    """The home page offers its form, which leads to the page of the State that was
    chosen.
    """
    browser = go()
    assert browser.run(TEXT, "h1") == heading(watched[0], "")
    browser.until(
        "return document.querySelectorAll('select[name=state] option').length > 5"
    )
    address = f"states/{walk.state.lower()}/"
    value = browser.run(
        "return [...document.querySelectorAll('select[name=state] option')]"
        ".find(each => each.value.toLowerCase().includes(arguments[0]))?.value",
        walk.state.lower(),
    )
    assert browser.run(CHOOSE, "select[name=state]", value)
    browser.click("form[data-go] button")
    browser.until("return location.pathname.endsWith(arguments[0])", address)
    assert browser.run(TEXT, "h1") == heading(watched[0], address)
    assert browser.run(
        "return document.querySelector('#compare tbody tr').checkVisibility()"
    )
    assert browser.until("return document.querySelectorAll('p.take button').length") >= 1


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_search(go, walk, language):
    """A State's name, typed on the page of search, leads to the State's page; in each
    script.
    """
    browser = go(f"{folder_of(language)}search/")
    browser.until("return document.querySelector('#q').checkVisibility()")
    browser.type("#q", Locale(language).territories[walk.letters])
    link = f"#search-page a[href$='states/{walk.state.lower()}/']"
    browser.until("return document.querySelector(arguments[0])", link)
    assert (
        browser.run("return document.querySelectorAll('#search-page .results li').length")
        > 0
    )
    browser.click(link)
    browser.until(
        "return location.pathname.endsWith(arguments[0])",
        f"/states/{walk.state.lower()}/",
    )


def test_search_opens_over_a_page(go):
    """The dialog opens from the keyboard, finds, and closes."""
    browser = go("topics/")
    browser.type("body", "\ue009k")  # Ctrl+K
    browser.until("return document.querySelector('dialog[open] input')")
    browser.type("dialog input", "convention")
    browser.until("return document.querySelector('dialog .results li a')")
    browser.type("dialog input", "\ue00c")  # Escape
    browser.until("return !document.querySelector('dialog[open]')")


def test_a_topic_for_a_state(go, walk):
    """A topic says what binds the State that is chosen, and the address keeps the choice."""
    browser = go(f"topics/{walk.topic}/")
    browser.until("return document.querySelector('#state')?.checkVisibility()")
    browser.until("return document.querySelectorAll('#state option').length > 5")
    value = browser.run(
        "return [...document.querySelectorAll('#state option')]"
        ".find(each => each.value.toLowerCase() === arguments[0].toLowerCase())?.value",
        walk.state,
    )
    assert browser.run(CHOOSE, "#state select", value)
    browser.until("return document.querySelector('#state [role=status] .cell')")
    assert f"state={walk.state.lower()}" in browser.run(
        "return location.search.toLowerCase()"
    )


def test_rows_of_a_topic_are_chosen(go, walk):
    """Filters leave the rows that fit."""
    browser = go(f"topics/{walk.topic}/")
    rows = (
        "return [...document.querySelectorAll('#compare tbody tr:not(.group)')]"
        ".filter(row => row.checkVisibility()).length"
    )
    before = browser.until(rows)
    browser.until("return document.querySelector('.filters')?.checkVisibility()")
    browser.click(".filters input[type=checkbox]")
    browser.until(f"return (() => {{ {rows} }})() < arguments[0]", before)


def test_records_side_by_side(go, walk):
    """Two records beside each other, with rows that hold something of both, and a button
    that saves it.
    """
    browser = go("compare/?" + "&".join(f"r={record}" for record in walk.records))
    browser.until("return document.querySelectorAll('.beside tbody tr').length > 2")
    assert browser.run("return document.querySelectorAll('.beside thead th').length") == 3
    assert (
        browser.run("return document.querySelectorAll('.beside tbody .cell').length") > 2
    )
    assert browser.until("return document.querySelectorAll('p.take button').length") >= 1


def test_between_two_states(go, walk):
    """What binds both, and whom to call at each end."""
    browser = go(f"between/?from={walk.state}&to={walk.other}")
    browser.until("return document.querySelector('.result table tbody tr th')")
    assert browser.run("return document.querySelectorAll('.result h2').length") >= 3
    assert browser.run("return document.querySelectorAll('.result .cell').length") > 0


def test_one_change_in_the_form(go, walk):
    """A date is changed in the form: one line goes, one comes."""
    browser = go(f"edit/?record={walk.records[0]}")
    name, _, value = walk.line.partition(": ")
    box = f".fields [data-key='{name}'] input"
    browser.until("return document.querySelector(arguments[0])", box)
    assert browser.run("return document.querySelector(arguments[0]).value", box) == value
    browser.type(box, "\ue003" * 3)  # Backspace: the day
    lines = (
        "return [...document.querySelectorAll('.diff :is(del, ins)')]"
        ".map(each => each.textContent.trim())"
    )
    browser.until("return document.querySelectorAll('.diff :is(del, ins)').length === 2")
    assert browser.run(lines) == [f"- {walk.line}", f"+ {walk.line[:-3]}"]


def test_arabic_on_a_phone(go, walk, watched):
    """On 360 px, from right to left: nothing is wider than the screen, and the menus
    open.
    """
    for address in (
        "",
        f"topics/{walk.topic}/",
        f"states/{walk.state.lower()}/",
        "topics/",
    ):
        browser = go(f"ar/{address}", phone=True)
        assert browser.run("return [innerWidth, document.documentElement.dir]") == [
            360,
            "rtl",
        ]
        assert browser.run(TEXT, "h1") == heading(watched[0], f"ar/{address}")
        assert browser.run(WIDER) <= 0, address
    browser.click(".languages summary")
    assert browser.until(
        "return document.querySelector('.languages a').checkVisibility()"
    )
    assert browser.run(WIDER) <= 0
