"""Whom a line is for, and what the switch for the person makes of that: in Python, in the
markup, and in its script under node. What a reader sees is in ``test_browser_person.py``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import node

from generators import html
from generators.corpus.corpus import Corpus
from generators.corpus.persons import (
    children,
    persons_by_group,
    persons_of_line,
    persons_of_question,
    persons_of_topic,
)
from generators.document.placed_lines import find_line

RUN = Path(__file__).parent / "person_run.js"
SWITCHED = ("states/ben/", "topics/awareness/", "first-days/ben/", "first-days/")


@pytest.fixture(scope="module")
def pages(world: Corpus) -> dict[str, str]:
    """The English pages of the small library, by address."""
    return {page.address: page.render() for page in html.build(world, "en")}


@pytest.mark.parametrize(
    ("place", "persons"),
    [
        ("alpha/convention-2005#art-20", ("child", "worker")),
        ("alpha/sop-2016#box-3", ("child",)),
        ("alpha/convention-2005#art-26", ("worker",)),
        ("beta-union/directive-2011#article-11", ("worker",)),
        ("alpha/convention-2005#art-12-1", ()),
    ],
)
def test_a_line_is_for_a_person_by_its_group_its_text_or_its_topic(
    world: Corpus, place: str, persons: tuple[str, ...]
):
    """In the order of the list; a line for everyone is for no one in particular."""
    assert persons_of_line(world, find_line(world, place)) == persons


def test_only_a_group_limits_a_line_to_a_person(world: Corpus):
    """A topic about workers has lines that hold for everyone."""
    line = find_line(world, "alpha/convention-2005#art-26")
    assert persons_by_group(world, line) == ()


def test_a_question_is_about_a_child_where_it_says_so(world: Corpus):
    """About others where their entry names it."""
    assert persons_of_question(world, "child-longer") == ("child",)
    assert persons_of_question(world, "no-fine") == ("worker",)
    assert persons_of_question(world, "beds") == ()
    assert children(world) == ("child",)
    assert persons_of_topic(world, "awareness") == ("child",)


def test_without_a_list_of_persons_nothing_is_for_one(corpus_of):
    """No page has the switch then, and no line an attribute."""
    corpus = corpus_of()
    assert children(corpus) == ()
    shown = {page.address: page.render() for page in html.build(corpus, "en")}
    assert not [
        page for page in shown.values() if re.search('data-(for="|persons)', page)
    ]


# -- the markup --------------------------------------------------------------------------


def test_four_kinds_of_page_have_the_switch(pages: dict[str, str]):
    """The same on each; it is hidden until its script comes, and no other page has it."""
    switches = {
        address: re.findall(r"<div class=\"who\".*?</div>", page)
        for address, page in pages.items()
    }
    found = {address for address, switch in switches.items() if switch}
    assert {*SWITCHED, "between/"} <= found
    kinds = {address.split("/")[0] for address in found}
    assert kinds == {"states", "topics", "first-days", "between"}
    assert "states/" not in found
    assert "topics/" not in found
    assert len({tuple(switches[address]) for address in found}) == 1
    [switch] = switches["states/ben/"]
    assert " hidden>" in switch
    assert re.findall('<option value="(.*?)"', switch) == ["", "adult", "child", "worker"]


def test_what_is_for_a_person_says_so(pages: dict[str, str]):
    """A question of a topic and its line, a question and the topics of a State, the part
    of the first days for a child.
    """
    topic = pages["topics/reflection-period/"]
    assert '<details id="question-child-longer" data-for="child">' in topic
    assert re.search(
        r'<div class="cell"[^>]* data-for="child"><p class="num">72 hours', topic
    )
    assert '<details data-for="child"><summary>' in pages["states/ben/"]
    part = pages["first-days/ben/"].split('<section data-for="child">')[1]
    assert part.startswith('<details><summary><h2 id="child">')
    assert "data-for" not in part.split("</section>")[0]


def test_without_scripts_a_link_leads_to_the_part_for_a_child(pages: dict[str, str]):
    """It is there for readers without scripts only."""
    link = '<noscript><p class="facts"><a href="#child">Is it a child?</a></p></noscript>'
    assert link in pages["first-days/ben/"]
    assert link not in pages["states/ben/"]


# -- the script --------------------------------------------------------------------------


def test_the_script_reads_and_writes_only_a_person_that_there_is():
    """After "#for="; any other hash is a place on the page."""
    answer = node(
        RUN,
        given={
            "known": ["child", "worker"],
            "hashes": ["#for=child", "#for=king", "#child", "", "#for="],
            "chosen": [],
            "things": [],
        },
    )
    assert answer["named"] == ["child", "", "", "", ""]
    assert answer["written"] == ["#for=child", "", "", "", ""]


def test_the_script_puts_first_what_is_for_the_person():
    """In the order that it had; for an adult, what is only for a child comes last.
    Without the switch nothing moves.
    """
    things = [
        {"id": "a"},
        {"id": "b", "persons": ["child"]},
        {"id": "c", "persons": ["worker"]},
        {"id": "d", "persons": ["child", "worker"]},
        {"id": "e"},
    ]
    chosen = ["", "child", "worker", "adult"]
    given = {"known": ["child"], "hashes": [], "chosen": chosen, "things": things}
    answer = node(RUN, given=given)
    assert ["".join(order) for order in answer["ordered"]] == [
        *("abcde", "bdace", "cdabe", "acdeb"),
    ]
    assert answer["withoutSwitch"] == ["a", "b", "c", "d", "e"]
    assert answer["topics"] == ["child"]
    assert answer["isFor"] is False
    assert answer["child"] == ""
