"""Law on a day as readers see it: what ``golden/law.yml`` does not hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from shown import PLAN, TREATY, letters, on_a_day, page, paper_of, section

from generators.corpus.comparisons import asked_of
from generators.corpus.corpus import Corpus
from generators.document import record, state


@pytest.fixture
def opened(corpus_of) -> Callable[..., Corpus]:
    """The corpus on a day, with some records of Alpha."""
    return partial(on_a_day, corpus_of)


def test_facts_of_a_mechanism_say_how_sure_each_is(corpus_of):
    """Seat, founding and members, each where it is less sure than the mechanism."""
    body = (
        "kind: process\nregions: [africa]\nname: Alpha\nseat: {city: Cotonou, "
        "confidence: recalled}\nfounded: 1975\nfounded_confidence: "
        "reported\nmembers_confidence: recalled\nmembers: [{state: BEN, confidence: "
        "reported}, {state: NGA}]\nsources: [{title: Alpha, kind: "
        "primary}]\nconfidence: verified\n"
    )
    shown = letters(
        page(corpus_of({"instruments/alpha/mechanism.yml": body}), "instruments/alpha/")
    )
    assert (
        "· Cotonou ( Not yet checked ) · founded 1975 ( Reported ) · 2 members" in shown
    )
    assert "Members 2 States ( Not yet checked ) Benin ( Reported ) Nigeria" in shown
    assert "Seat Cotonou ( Not yet checked )" in shown


def test_a_text_that_no_organ_adopted_is_published_on_its_day(opened):
    """Its day is called that of publication, in the line of facts and among the dates."""
    plan = "kind: sop\ntype: procedures\ntitle: A handbook\nstatus: published\nbinding: false\n"
    corpus = opened({"text": f"{plan}adopted: {{date: 2007}}\nconfidence: recalled\n"})
    shown = page(corpus, "instruments/alpha/text/")
    assert "published 2007" in shown
    assert "Adopted" not in shown


def test_who_left_what_never_binds_was_never_bound(opened):
    """Of a text that does not bind, neither its page nor the State's says "bound"; both
    say who takes part, who will, and who no longer does, on the page and on paper.
    """
    states = "{state: BEN, until: 2020}, {state: NGA, since: 2030}, {state: GHA}"
    corpus = opened({"plan": f"{PLAN}status: adopted\nparties: {{states: [{states}]}}\n"})
    parties = section(page(corpus, "instruments/alpha/plan/"), "parties")
    assert "To come: Nigeria" in parties
    assert "No longer taking part: Benin" in parties
    assert "bound" not in parties + paper_of(corpus, record, "alpha/plan")
    for code, label in (
        ("BEN", "No longer taking part:"),
        ("NGA", "To come:"),
        ("GHA", "Takes part"),
    ):
        markup, paper = (
            page(corpus, f"states/{code.lower()}/"),
            paper_of(corpus, state, code),
        )
        assert label in section(markup, "joined")
        assert label in paper.replace(" :", ":")
        assert section(markup, "left") + section(markup, "pending") == ""


def test_a_number_beside_those_who_left_is_not_all_that_was_read(opened):
    """Where States are listed, though none takes part now, it is not said that no list is
    recorded here.
    """
    parties = "parties: {count: 3, states: [{state: BEN, until: 2020}]}\n"
    corpus = opened({"text": f"{TREATY}status: in-force\n{parties}"})
    assert "no list of States" not in section(
        page(corpus, "instruments/alpha/text/"), "parties"
    )


def test_a_state_does_not_lead_to_its_own_page(opened):
    """The sentence on what is missing names the State, and leads nowhere."""
    corpus = opened(
        {"text": f"{TREATY}status: in-force\nparties: {{states: [{{state: BEN}}]}}\n"}
    )
    (warning,) = re.findall(
        r"If a text is not on this page.*?</p>", page(corpus, "states/ben/")
    )
    assert "Benin" in warning
    assert "<a" not in warning


def test_general_law_is_named_and_does_not_read_as_the_answer(corpus_of):
    """Topics on which only general law binds the State stand after the others, under
    words that say so.
    """
    line = (
        "parties: {{states: [{{state: BEN}}]}}\n"
        "provisions: [{{topics: [{}], ref: Art. {}, strength: obligation, says: {}}}]\n"
    )
    lines = {
        "a": f"about: neighbour\n{line.format('assistance', 1, 'Housing.')}",
        "b": f"about: trafficking\n{line.format('investigation', 2, 'Interviews.')}",
    }
    texts = {name: f"{TREATY}status: in-force\n{text}" for name, text in lines.items()}
    topics = section(page(on_a_day(corpus_of, texts), "states/ben/"), "topics")
    near, general = topics.split("Only general law")
    assert ("Investigation" in near, "Assistance" in near) == (True, False)
    assert ("Investigation" in general, "Assistance" in general) == (False, True)


def test_of_a_topic_a_line_that_was_checked_leads(corpus_of):
    """It stands before one that nobody checked; the page of the State leads to them."""
    lines = (
        "about: trafficking\nparties: {{states: [{{state: BEN}}]}}\nprovisions: "
        "[{{topics: [assistance], ref: Art. 1, strength: obligation, says: {}}}]\n"
    )
    sentences = {"a": "Food., confidence: recalled", "b": "Housing."}
    texts = {
        name: f"{TREATY}status: in-force\n{lines.format(sentence)}"
        for name, sentence in sentences.items()
    }
    corpus = on_a_day(corpus_of, texts)
    (answer,) = asked_of(corpus, "BEN")
    assert answer.leading.line.says == "Housing."
    assert 'href="../../topics/assistance/?state=ben"' in page(corpus, "states/ben/")
