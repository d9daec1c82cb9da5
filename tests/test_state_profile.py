"""What applies in a State, as data: what binds it, what it joined and does not bind it yet, what is over,
what its mechanisms made for all their members, which reports it owes, and what is not known.
"""

from __future__ import annotations

from datetime import date

import pytest
from shown import PLAN, TREATY, on_a_day, page, section

from generators.corpus.corpus import Corpus
from generators.corpus.state_profile import StateProfile, state_profile

BODY = "kind: process\nregions: [{}]\nname: A body\nmembers: [{{state: {}}}]\nconfidence: recalled\n"
PLACES = ("binding", "pending", "former", "joined", "joining", "parted")


@pytest.fixture
def profile(corpus_of):
    """The profile of Benin on a day, with some records of Alpha, of which it is a member."""

    def make(records: dict[str, str], on: str = "2026-11-24", **files: str) -> StateProfile:
        made = {f"instruments/alpha/{name}.yml": text for name, text in records.items()}
        made |= {f"instruments/{name}/mechanism.yml": text for name, text in files.items()}
        base = ("instruments/alpha/convention.yml", "instruments/alpha/plan.yml")
        corpus = corpus_of(made, [path for path in base if path not in made])
        return state_profile(Corpus(corpus.library, date.fromisoformat(on), corpus.languages), "BEN")

    return make


def places(found: StateProfile) -> dict[str, list[str]]:
    """Where each text that the State joined stands on its profile; empty places are left out."""
    names = {place: [each.record for each in getattr(found, place)] for place in PLACES}
    return {place: each for place, each in names.items() if each}


# -- texts that a State joined -------------------------------------------------------------------------------


def test_each_place_has_its_oldest_text_first(profile):
    """The order of time, not of names."""
    parties = "parties: {states: [{state: BEN}]}\n"
    texts = {
        name: f"{TREATY}status: in-force\nadopted: {{date: {year}}}\n{parties}"
        for name, year in (("a", 2010), ("b", 1990), ("c", 2000))
    }
    assert places(profile(texts)) == {"binding": ["alpha/b", "alpha/c", "alpha/a"]}


# -- what its mechanisms made --------------------------------------------------------------------------------


def test_of_two_plans_the_superseded_one_is_left_out(profile):
    """The successor stands in its place, once it was adopted."""
    new = PLAN + "relations: {supersedes: [alpha/plan]}\nadopted: {date: 2020}\n"
    old = PLAN + "status: adopted\nadopted: {date: 2010}\n"
    assert profile({"plan": old, "new": new + "status: adopted\n"}).standards == {
        "action-plan": ("alpha/new",)
    }
    draft = PLAN + "relations: {supersedes: [alpha/plan]}\nstatus: draft\n"
    assert profile({"plan": old, "new": draft}).standards == {"action-plan": ("alpha/plan",)}


def test_standards_stand_by_kind_the_newest_first(profile):
    """Instruments, then plans, then procedures, each from the newest to the oldest."""
    policy = PLAN.replace("action-plan", "instrument").replace("type: plan", "type: policy")
    sop = PLAN.replace("action-plan", "sop").replace("type: plan", "type: procedures")
    texts = {"a": (PLAN, 2001), "b": (PLAN, 2003), "c": (PLAN, 2002), "d": (policy, 1999), "e": (sop, 2004)}
    made = {n: f"{text}status: adopted\nadopted: {{date: {year}}}\n" for n, (text, year) in texts.items()}
    found = profile(made)
    assert list(found.standards.items()) == [
        ("instrument", ("alpha/d",)),
        ("action-plan", ("alpha/b", "alpha/c", "alpha/a")),
        ("sop", ("alpha/e",)),
    ]


def test_a_former_member_has_no_standards(profile):
    """What a mechanism makes is for its members of today."""
    alpha = BODY.format("africa", "BEN, until: 2020")
    found = profile({"plan": f"{PLAN}status: adopted\nreporting: {{by: states, to: All}}\n"}, alpha=alpha)
    assert (found.standards, found.reports) == ({}, ())


# -- reports -------------------------------------------------------------------------------------------------

DUTY = "reporting: {by: states, to: The secretariat}\n"


def test_reports_with_a_day_come_first(profile):
    """The soonest first, those without a day last, by name."""
    duty = f"{PLAN}status: adopted\nreporting: {{by: states, to: All, next: 2027-06-30}}\n"
    texts = {
        "a": duty.replace(", next: 2027-06-30", ""),
        "b": duty,
        "c": duty.replace("2027-06-30", "2027-01-31"),
        "d": duty.replace(", next: 2027-06-30", ""),
    }
    assert profile(texts).reports == ("alpha/c", "alpha/b", "alpha/a", "alpha/d")


# -- what is not known ---------------------------------------------------------------------------------------

REGIONS = "kind: vocabulary\nof: regions\ntitle: Regions\ndefinition: All.\nentries:\n" + "".join(
    f"  - {{id: {code}, label: {code}, definition: All.}}\n" for code in ("africa", "europe", "global")
)


def test_binding_texts_without_a_list_are_told_by_region(corpus_of):
    """Those of the State's own regions and global ones apart from those of others; a text that names it as
    its party, one with a list, a draft and one that does not bind are none of them.
    """
    body = "kind: organisation\nregions: [{}]\nname: {}\nconfidence: recalled\n"
    treaty = f"{TREATY}status: in-force\n"
    corpus = corpus_of(
        {
            "instruments/vocabulary/regions.yml": REGIONS,
            "instruments/world/mechanism.yml": body.format("global", "World"),
            "instruments/world/a.yml": treaty + "adopted: {date: 2001}\n",
            "instruments/beta/b.yml": treaty,
            "instruments/alpha/c.yml": treaty + "adopted: {date: 1999}\n",
            "instruments/alpha/d.yml": treaty + "named_parties: [BEN]\n",
            "instruments/alpha/e.yml": f"{TREATY}status: draft\n",
            "instruments/alpha/f.yml": f"{TREATY}status: signed-not-in-force\nadopted: {{date: 2000}}\n",
            "instruments/alpha/g.yml": treaty + "adopted: {date: 1998}\nparties: {count: 12}\n",
            "instruments/alpha/h.yml": treaty + "parties: {states: [{state: NGA}]}\n",
            "instruments/alpha/i.yml": f"{PLAN}status: adopted\n",
        }
    )
    found = state_profile(corpus, "BEN")
    assert found.unlisted_nearby == ("alpha/g", "alpha/c", "alpha/f", "world/a")
    assert found.unlisted_elsewhere == ("beta/b",)


def test_a_process_of_two_regions_says_not_which_is_the_states(corpus_of):
    """A State known by it alone, or by no membership, has no region, and so no text is of another one."""
    body = BODY.format("africa, europe", "MLI")
    treaty = f"{TREATY}status: in-force\nopen_to: {{any_state: true}}\n"
    files = {
        "instruments/both/mechanism.yml": body,
        "instruments/beta/b.yml": treaty,
        "instruments/alpha/c.yml": treaty,
    }
    corpus = corpus_of(files)
    for code in ("MLI", "FRA"):
        found = state_profile(corpus, code)
        assert (found.unlisted_nearby, found.unlisted_elsewhere) == (("alpha/c", "beta/b"), ())


# -- its page ------------------------------------------------------------------------------------------------


def test_general_law_is_named_and_does_not_read_as_the_answer(corpus_of):
    """Where no text on trafficking that binds the State speaks on a topic, that is said first."""
    lines = (
        "about: neighbour\nparties: {states: [{state: BEN}]}\n"
        "provisions: [{topics: [assistance], ref: Art. 1, strength: obligation, says: Housing.}]\n"
    )
    made = page(on_a_day(corpus_of, {"a": f"{TREATY}status: in-force\n{lines}"}), "states/ben/")
    topics = section(made, "topics")
    assert "No text on trafficking that we have read and that binds this State" in topics
    assert ("Housing." in topics, "General law that also applies (1)" in topics) == (False, True)


def test_of_a_topic_the_first_sentence_is_said_and_the_others_are_counted(corpus_of):
    """One that was checked stands before one that was not; how many others speak is said, and the question
    leads to what they say there.
    """
    lines = (
        "about: trafficking\nparties: {{states: [{{state: BEN}}]}}\n"
        "provisions: [{{topics: [assistance], ref: Art. 1, strength: obligation, says: {}}}]\n"
    )
    said = {"a": "Food., confidence: recalled", "b": "Housing."}
    texts = {name: f"{TREATY}status: in-force\n{lines.format(each)}" for name, each in said.items()}
    made = page(on_a_day(corpus_of, texts), "states/ben/")
    topics = section(made, "topics")
    assert ("Housing." in topics, "Food." in topics, "1 more text" in topics) == (True, False, True)
    assert 'href="../../topics/assistance/?state=ben"' in made
