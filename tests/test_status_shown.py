"""Where a text stands on a day, as its readers see it: the same words on the page and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from shown import FORCE, PLAN, TODAY, TREATY, english, letters, on_a_day, page, paper_of

from generators.corpus.corpus import Corpus
from generators.document import record, runs, sentences
from generators.document.runs import Sign


@pytest.fixture
def opened(corpus_of) -> Callable[..., Corpus]:
    """The corpus on a day, with some records of Alpha."""
    return partial(on_a_day, corpus_of)


# -- every status --------------------------------------------------------------------------------------------

NEW = f"{PLAN}status: {{}}\nrelations: {{{{supersedes: [alpha/plan]}}}}\nshort_title: The new plan\n"


@pytest.mark.parametrize(
    ("text", "on", "said"),
    [
        (f"{TREATY}status: draft\n", TODAY, "Draft"),
        (f"{TREATY}status: signed-not-in-force\n", TODAY, "Signed"),
        (f"{TREATY}status: in-force\n", TODAY, "In force"),
        (f"{TREATY}status: in-force\n{FORCE}", "2005-05-02", "Draft"),
        (f"{TREATY}status: in-force\n{FORCE}", "2008-01-31", "Signed"),
        (f"{TREATY}status: in-force\n{FORCE}", "2008-02-01", "in force since 1 February 2008"),
        (f"{TREATY}status: in-force\nin_force: 2026-11-25\n", TODAY, "Signed"),
        (f"{TREATY}status: in-force\nin_force: 2026-11-24\n", TODAY, "in force since 24 November 2026"),
        (f"{TREATY}status: adopted\n", TODAY, "Adopted"),
        (f"{PLAN}status: adopted\nadopted: {{date: 2008-05}}\n", TODAY, "adopted May 2008"),
        (f"{PLAN}status: adopted\nperiod: {{to: 2026-11-24}}\n", TODAY, "Adopted"),
        (
            f"{PLAN}status: adopted\nperiod: {{to: 2026-11-23}}\n",
            TODAY,
            "expired: its period ended 23 November 2026",
        ),
        (
            f"{PLAN}status: adopted\nperiod: {{to: 2020, extended_to: 2026-11-24}}\n",
            TODAY,
            "extended to 24 November 2026",
        ),
        (
            f"{PLAN}status: adopted\nperiod: {{to: 2020, extended_to: 2026-11-23}}\n",
            TODAY,
            "expired: its period ended 23 November 2026",
        ),
    ],
)
def test_a_status_is_said_with_its_day(opened, text, on, said):
    """Each status in the words of page and paper, on both sides of the day on which it changes."""
    corpus = opened({"text": text}, on)
    facts = re.search(r'<p class="facts">.*?</p>', page(corpus, "instruments/alpha/text/"))[0]
    assert f"· {said} ·" in letters(facts)
    assert runs.letters(sentences.status(english(corpus), "alpha/text")) == said


@pytest.mark.parametrize(
    ("successor", "said"), [("draft", "adopted 2008"), ("adopted", "superseded by The new plan")]
)
def test_superseded_is_said_with_the_successor(opened, successor, said):
    """A draft supersedes nothing, and is not named where a text was superseded."""
    plan = f"{PLAN}status: adopted\nadopted: {{date: 2008}}\n"
    other = NEW.format("draft").replace("The new plan", "A draft")
    corpus = opened({"plan": plan, "new": NEW.format(successor), "other": other})
    facts = re.search(r'<p class="facts">.*?</p>', page(corpus, "instruments/alpha/plan/"))[0]
    assert f"· {said} ·" in letters(facts)
    assert runs.letters(sentences.status(english(corpus), "alpha/plan")) == said


def test_the_lineage_tells_what_is_from_what_is_to_be(opened):
    """In both directions, on the page and on paper, a draft stands under what is to come."""
    plan, draft = (
        f"{PLAN}status: adopted\nshort_title: The old plan\n",
        NEW.replace("The new plan", "A draft"),
    )
    corpus = opened({"plan": plan, "new": NEW.format("adopted"), "other": draft.format("draft")})
    lineage = {
        "plan": "Superseded by The new plan Is to be superseded by A draft",
        "new": "Supersedes The old plan",
        "other": "Is to supersede The old plan",
    }
    for name, said in lineage.items():
        shown = letters(page(corpus, f"instruments/alpha/{name}/"))
        assert f"Lineage {said} " in shown
        paper = paper_of(corpus, record, f"alpha/{name}")
        assert all(label in paper for label in re.findall(r"Superse\w+(?: by)?|Is to \w+(?: \w+ by)?", said))
        assert ("Is to" in paper) is ("Is to" in said)


# -- how sure a day is ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("adopted: {date: 2005, place: Cotonou}\n", "Adopted 2005, Cotonou Identity"),
        ("adopted: {date: 2005, place: Cotonou, confidence: recalled}\n", "Adopted 2005, Cotonou ? Identity"),
        (
            "adopted: {date: 2005, place: Cotonou, place_confidence: recalled}\n",
            "Adopted 2005, Cotonou ? Identity",
        ),
        (
            "adopted: {date: 2005, place: Cotonou, confidence: reported, place_confidence: recalled}\n",
            "Adopted 2005 ~, Cotonou ? Identity",
        ),
        ("in_force: 2008\nin_force_confidence: recalled\n", "In force 2008 ? Identity"),
    ],
)
def test_a_day_that_is_less_sure_than_its_record_bears_its_sign(opened, keys, shown):
    """In the time line of the page; a day as sure as its record bears none."""
    corpus = opened({"text": f"{TREATY}status: in-force\n{keys}"})
    assert f"Dates {shown}" in letters(page(corpus, "instruments/alpha/text/"))
    said = [run for _, value in sentences.timeline(english(corpus), "alpha/text") for run in value]
    signs = [run.shape for run in said if isinstance(run, Sign)]
    assert signs == re.findall(r"[?~]", shown)


def test_facts_of_a_mechanism_bear_their_own_signs(corpus_of):
    """Seat, founding and members, each where it is less sure than the mechanism."""
    body = (
        "kind: process\nregions: [africa]\nname: Alpha\nseat: {city: Cotonou, confidence: recalled}\n"
        "founded: 1975\nfounded_confidence: reported\nmembers_confidence: recalled\n"
        "members: [{state: BEN, confidence: reported}, {state: NGA}]\n"
        "sources: [{title: Alpha, kind: primary}]\nconfidence: verified\n"
    )
    shown = letters(page(corpus_of({"instruments/alpha/mechanism.yml": body}), "instruments/alpha/"))
    assert "· Cotonou ? · founded 1975 ~ · 2 members" in shown
    assert "Members 2 States ? Benin ( ~ ) Nigeria" in shown
    assert "Seat Cotonou ?" in shown


def test_a_text_that_no_organ_adopted_is_published_on_its_day(opened):
    """Its day is called that of publication, in the line of facts and among the dates."""
    plan = "kind: sop\ntype: procedures\ntitle: A handbook\nstatus: published\nbinding: false\n"
    corpus = opened({"text": f"{plan}adopted: {{date: 2007}}\nconfidence: recalled\n"})
    shown = page(corpus, "instruments/alpha/text/")
    assert "published 2007" in shown
    assert "Adopted" not in shown
