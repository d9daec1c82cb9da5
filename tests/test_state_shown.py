"""What binds a State on a day, as its readers see it: the same words on the page and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from shown import FORCE, PLAN, TODAY, TREATY, on_a_day, page, paper_of, section

from generators.corpus.corpus import Corpus
from generators.document import record, state


@pytest.fixture
def opened(corpus_of) -> Callable[..., Corpus]:
    """The corpus on a day, with some records of Alpha."""
    return partial(on_a_day, corpus_of)


@pytest.mark.parametrize(
    ("party", "on", "name", "said"),
    [
        ("", TODAY, "binding", "party, day not recorded ✓"),
        ("since: 2026-11-25", TODAY, "pending", "since 25 November 2026"),
        ("since: 2026-11-24", TODAY, "binding", "party since 24 November 2026"),
        (
            "how: accession, since: 2026-08, in_force_since: 2026-12-01",
            TODAY,
            "pending",
            "since August 2026 · Accession · in force for it from 1 December 2026",
        ),
        (
            "since: 2026-08, in_force_since: 2026-11-01",
            TODAY,
            "binding",
            "since August 2026 · in force for it from 1 November 2026",
        ),
        ("since: 2006", "2007-12-31", "pending", "since 2006 ✓ · Signed"),
        ("until: 2026-11-24", TODAY, "left", "until 24 November 2026"),
    ],
)
def test_a_text_stands_under_the_heading_of_its_day(opened, party, on, name, said):
    """What binds a State, what it joined and does not bind it yet, and what binds it no more stand under
    three headings, on the page and on paper; that nothing binds it is said.
    """
    states = "{state: BEN, " + party + "}" if party else "{state: BEN}"
    corpus = opened({"text": f"{TREATY}status: in-force\n{FORCE}parties: {{states: [{states}]}}\n"}, on)
    headings = {
        "binding": "Binding texts it is party to",
        "pending": "Joined, not yet in force for it",
        "left": "No longer bound",
    }
    markup = page(corpus, "states/ben/")
    assert [each for each in headings if "Alpha Convention" in section(markup, each)] == [name]
    assert ("No list of parties" in section(markup, "binding")) is (name != "binding")
    assert section(markup, name).startswith(headings[name])
    assert said in section(markup, name)
    paper = paper_of(corpus, state, "BEN")
    assert headings[name] in paper
    assert said.removesuffix(" ·") in paper.replace("\u00a0", " ")


def test_a_superseded_treaty_says_why_it_binds_no_more(opened):
    """Under the texts that bind a State no more, its successor is named."""
    old = f"{TREATY}status: in-force\nparties: {{states: [{{state: BEN, since: 1990}}]}}\n"
    new = f"{TREATY}status: in-force\nshort_title: The new treaty\nrelations: {{supersedes: [alpha/old]}}\n"
    corpus = opened({"old": old, "new": new})
    assert "since 1990 ✓ · superseded by The new treaty" in section(page(corpus, "states/ben/"), "left")


def test_of_a_state_that_left_a_treaty_the_day_is_said_and_not_the_treatys(opened):
    """Beside "until", the day since which the treaty is in force would read as if it had ended."""
    corpus = opened(
        {"text": f"{TREATY}status: in-force\n{FORCE}parties: {{states: [{{state: BEN, until: 2020}}]}}\n"}
    )
    assert "until 2020" in section(page(corpus, "states/ben/"), "left")
    assert "in force" not in section(page(corpus, "states/ben/"), "left")


def test_who_left_what_never_binds_was_never_bound(opened):
    """Of a text that does not bind, neither its page nor the State's says "bound"; both say who takes part,
    who will, and who no longer does, on the page and on paper.
    """
    states = "{state: BEN, until: 2020}, {state: NGA, since: 2030}, {state: GHA}"
    corpus = opened({"plan": f"{PLAN}status: adopted\nparties: {{states: [{states}]}}\n"})
    said = section(page(corpus, "instruments/alpha/plan/"), "parties")
    assert "To come: Nigeria" in said
    assert "No longer taking part: Benin" in said
    assert "bound" not in said + paper_of(corpus, record, "alpha/plan")
    for code, label in (("BEN", "No longer taking part:"), ("NGA", "To come:"), ("GHA", "Joined")):
        markup, paper = page(corpus, f"states/{code.lower()}/"), paper_of(corpus, state, code)
        assert label in section(markup, "joined")
        assert label in paper.replace(" :", ":")
        assert section(markup, "left") + section(markup, "pending") == ""


def test_a_number_beside_those_who_left_is_not_all_that_was_read(opened):
    """Where States are listed, though none takes part now, it is not said that no list is recorded here."""
    parties = "parties: {count: 3, states: [{state: BEN, until: 2020}]}\n"
    corpus = opened({"text": f"{TREATY}status: in-force\n{parties}"})
    assert "no list of States" not in section(page(corpus, "instruments/alpha/text/"), "parties")


def test_a_state_does_not_lead_to_its_own_page(opened):
    """The sentence on what is missing names the State, and leads nowhere."""
    corpus = opened({"text": f"{TREATY}status: in-force\nparties: {{states: [{{state: BEN}}]}}\n"})
    (warning,) = re.findall(r"Nothing can be concluded for.*?</p>", page(corpus, "states/ben/"))
    assert "Benin" in warning
    assert "<a" not in warning


def test_parties_of_three_times_are_three_lists(opened):
    """A State that is to join is neither a party nor a former one, and is not counted."""
    states = "{state: BEN}, {state: NGA, since: 2030}, {state: MLI, until: 2020}"
    corpus = opened({"text": f"{TREATY}status: in-force\nparties: {{states: [{states}]}}\n"})
    shown = section(page(corpus, "instruments/alpha/text/"), "parties")
    assert shown.startswith("Parties 1 State")
    assert re.findall(r"Benin|To come|Nigeria|No longer bound|Mali", shown)[-5:] == [
        "Benin",
        "To come",
        "Nigeria",
        "No longer bound",
        "Mali",
    ]
    paper = paper_of(corpus, record, "alpha/text")
    assert re.findall(r"Benin|To come|Nigeria|No longer bound|Mali", paper)[-5:] == [
        "Benin",
        "To come",
        "Nigeria",
        "No longer bound",
        "Mali",
    ]


def test_members_of_three_times_are_three_lists(corpus_of):
    """A State that is to become a member is neither a member nor a former one, on the mechanism's page and
    its own.
    """
    members = "{state: BEN}, {state: NGA, since: 2030}, {state: MLI, until: 2020}"
    body = f"kind: process\nregions: [africa]\nname: Alpha\nmembers: [{members}]\nconfidence: recalled\n"
    corpus = corpus_of({"instruments/alpha/mechanism.yml": body})
    shown = section(page(corpus, "instruments/alpha/"), "members")
    assert shown.startswith("Members 1 State")
    assert re.findall(r"Benin|To come|Nigeria|Former members|Mali", shown) == [
        "Benin",
        "To come",
        "Nigeria",
        "Former members",
        "Mali",
    ]
    nigeria = section(page(corpus, "states/nga/"), "memberships")
    assert nigeria == "Memberships No membership is recorded here. To come : Alpha since 2030".replace(
        " :", ":"
    )
