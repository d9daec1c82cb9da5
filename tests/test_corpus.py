"""Indexes, and what follows from dates."""

from __future__ import annotations

from datetime import date

import pytest

from generators.corpus import tables
from generators.corpus.corpus import Corpus

POLICY = (
    "kind: instrument\ntype: policy\ntitle: New policy\nstatus: adopted\nbinding: false\n"
    "confidence: recalled\n"
)
PLAN = (
    "kind: action-plan\ntype: plan\ntitle: New plan\nstatus: adopted\nbinding: false\nconfidence: recalled\n"
)


def at(corpus: Corpus, day: str) -> Corpus:
    """The same library on another day."""
    return Corpus(corpus.library, date.fromisoformat(day), corpus.languages)


# -- records and mechanisms ----------------------------------------------------------------------------------


def test_records_stand_under_all_mechanisms_that_adopted_them(corpus_of):
    """A joint text is in the list of each adopter, oldest first, undated last."""
    joint = POLICY.replace("status:", "with: [beta]\nstatus:") + "adopted: {date: 1999}\n"
    corpus = corpus_of({"instruments/alpha/joint.yml": joint})
    assert corpus.adopters("alpha/joint") == ("alpha", "beta")
    assert corpus.records_of == {
        "alpha": ("alpha/joint", "alpha/convention", "alpha/plan"),
        "beta": ("alpha/joint", "beta/procedures"),
    }
    assert corpus.regions("alpha/joint") == ("africa", "europe")
    assert corpus.mechanisms_in == {"africa": ("alpha",), "europe": ("beta",)}
    assert corpus.bodies_of == {"alpha": ("beta",)}


# -- what follows from dates ---------------------------------------------------------------------------------


VERSIONS = """provisions:
  - {topics: [assistance], ref: Art. 1, strength: obligation, says: As it was., until: 2024-07-14}
  - {topics: [assistance], ref: Art. 1, strength: obligation, says: As it is., from: 2024-07-14}
"""


@pytest.mark.parametrize(("day", "says"), [("2024-07-13", "As it was."), ("2024-07-14", "As it is.")])
def test_the_version_in_force_today_is_compared(corpus_of, day, says):
    """Of two versions of a provision exactly one is current on each day; both keep an anchor of their own."""
    corpus = at(corpus_of({"instruments/alpha/plan.yml": PLAN + VERSIONS}), day)
    assert [
        placed.line.says for placed in corpus.by_topic["assistance"] if placed.record == "alpha/plan"
    ] == [says]
    assert corpus.anchors["alpha/plan"].provisions == ("art-1", "art-1-2")


def test_every_topic_and_stage_is_there_even_empty(corpus_of):
    """Absence is an empty row, and no missing one."""
    corpus = corpus_of()
    assert {topic: len(found) for topic, found in corpus.by_topic.items()} == {
        "assistance": 1,
        "reflection-period": 1,
        "investigation": 0,
    }
    assert {
        stage: [(step.record, step.number) for step in found] for stage, found in corpus.by_stage.items()
    } == {
        "identification": [("beta/procedures", 1)],
        "return": [],
    }


MEMBERS = """kind: organisation
regions: [africa]
name: Alpha
members:
  - {state: BEN}
  - {state: MLI, since: 1975, until: 2025-01-29}
  - {state: RWA, since: 2030}
confidence: recalled
"""


@pytest.mark.parametrize(
    ("day", "members"),
    [("2025-01-28", ["BEN", "MLI"]), ("2025-01-29", ["BEN"]), ("2030-01-01", ["BEN", "RWA"])],
)
def test_members_are_those_of_today(corpus_of, day, members):
    """A State that left stands in the file and is no member any more; one that will come is none yet."""
    corpus = at(corpus_of({"instruments/alpha/mechanism.yml": MEMBERS}), day)
    assert [member.state for member in corpus.members_today("alpha")] == members


GRADED = """in_force: 2008
in_force_confidence: reported
adopted: {date: 2005, confidence: recalled}
signature: {date: 2005}
parties: {confidence: recalled, states: [{state: BEN}, {state: NGA, confidence: reported}]}
confidence: verified
sources: [{title: The text, kind: primary}]
"""


def test_values_have_their_own_grades_or_their_owners(corpus_of):
    """Of an event, of a list, of a value with its grade beside it, of a line of a list: its own, else its
    list's, else its record's or mechanism's.
    """
    body = (
        "kind: process\nregions: [africa]\nname: Alpha\nconfidence: verified\nfounded: 1975\n"
        "members_confidence: recalled\nmembers: [{state: BEN}, {state: NGA, confidence: reported}]\n"
        "seat: {city: Cotonou, confidence: reported}\nsources: [{title: Alpha, kind: primary}]\n"
    )
    record = PLAN.replace("confidence: recalled\n", "") + GRADED
    corpus = corpus_of({"instruments/alpha/plan.yml": record, "instruments/alpha/mechanism.yml": body})
    plan, alpha = corpus.records["alpha/plan"], corpus.mechanisms["alpha"]
    assert corpus.confidence_of("alpha/plan", plan.adopted) == "recalled"
    assert corpus.confidence_of("alpha/plan", plan.signature) == "verified"
    assert corpus.confidence_of("alpha/plan", "in_force") == "reported"
    assert corpus.confidence_of("alpha/plan", plan.parties) == "recalled"
    assert [corpus.confidence_in("alpha/plan", each) for each in plan.parties.states] == [
        "recalled",
        "reported",
    ]
    assert corpus.confidence_of("alpha", "founded") == "verified"
    assert corpus.confidence_of("alpha", "members") == "recalled"
    assert corpus.confidence_of("alpha", alpha.seat) == "reported"
    assert [corpus.confidence_in("alpha", each) for each in alpha.members] == ["recalled", "reported"]


def test_topics_of_marked_stages_come_first(corpus_with):
    """Topics that are marked, those of marked stages first; a topic of such a stage that is not marked is
    none of them.
    """
    stages = "instruments/vocabulary/stages.yml"
    corpus = corpus_with(
        base="world",
        replace={stages: {"topics: [assistance], across": "topics: [investigation, awareness], across"}},
    )
    assert tables.border_stages(corpus) == ("return",)
    assert tables.leading_topics(corpus) == ("investigation",)
    assert tables.border_topics(corpus) == ("investigation", "assistance")
