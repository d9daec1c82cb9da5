"""What applies in a State, and its page on a small corpus: what binds it, how sure that is, and which reports
it owes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from generators import html
from generators.corpus.state_profile import state_profile

CONVENTION = """\
kind: instrument
about: trafficking
type: convention
official_titles: {en: Alpha Convention}
status: in-force
binding: true
adopted: {date: 2005-05-03}
in_force: 2008-02-01
parties:
  confidence: reported
  states:
    - {state: BEN, confidence: recalled}
    - {state: NGA}
provisions:
  - {topics: [assistance], ref: Art. 12, strength: obligation, says: Housing.}
sources:
  - {title: Text, url: https://example.org/text, kind: primary}
confidence: verified
"""
LATER = """\
kind: instrument
type: convention
official_titles: {en: Later Convention}
status: in-force
binding: true
adopted: {date: 2015-05-03}
in_force: 2016-02-01
parties: {states: [{state: BEN}]}
provisions:
  - {topics: [assistance], ref: Art. 1, strength: obligation, says: Food., confidence: recalled}
sources:
  - {title: Text, url: https://example.org/later, kind: primary}
confidence: verified
"""


@pytest.fixture
def state(corpus_of) -> Callable[[str], str]:
    """The English page of a State."""
    files = {
        "instruments/alpha/convention.yml": CONVENTION,
        "instruments/alpha/later.yml": LATER,
    }
    english = {page.address: page for page in html.build(corpus_of(files), "en")}
    return lambda code: english[f"states/{code}/"].render()


def part(html: str, name: str) -> str:
    """A section of a page, from its heading on."""
    found = re.search(rf'<h2 id="{name}">.*?</section>', html, re.DOTALL)
    return found[0] if found else ""


def test_the_line_of_a_party_is_as_sure_as_it_says(state):
    """A party's own grade comes before its list's, and that before the record's."""
    first, later = re.findall(r"<tr>.*?</tr>", part(state("ben"), "binding"), re.DOTALL)[1:]
    assert '<span class="warn">Not yet checked</span>' in first
    assert "<span" not in later  # what was read needs no word
    assert '<span class="gr">Reported</span>' in part(state("nga"), "binding")


def test_of_a_topic_the_first_sentence_is_said_and_the_others_are_counted(state):
    """One that was checked stands before one that was not (``test_order``); how many others speak is said,
    and the question leads to what they say there.
    """
    topics = part(state("ben"), "topics")
    assert "Housing." in topics
    assert "Food." not in topics
    assert 'href="../../topics/assistance/?state=ben"' in topics
    assert "1 more text" in topics


def test_general_law_is_named_and_does_not_read_as_the_answer(corpus_of):
    """Where no text on trafficking that binds the State speaks on a topic, that is said first."""
    law = CONVENTION.replace("about: trafficking", "about: neighbour")
    pages = {page.address: page for page in html.build(corpus_of({"instruments/alpha/law.yml": law}), "en")}
    topics = part(pages["states/ben/"].render(), "topics")
    assert "No text on trafficking that we have read and that binds this State" in topics
    assert "Housing." not in topics
    assert "General law that also applies (1)" in topics


def test_a_state_without_any_membership_has_no_other_regions(corpus_with):
    """Of a State that is a party and no member, nobody knows the region: all texts may be near."""
    path = "instruments/alpha/declaration-2009.yml"
    corpus = corpus_with(base="world", edit={path: {"parties.states.2": {"state": "USA"}}})
    found = state_profile(corpus, "USA")
    assert "beta-union/directive-2011" in found.unlisted_nearby
    assert found.unlisted_elsewhere == ()
