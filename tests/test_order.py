"""What stands first on a topic, and for whom alone a line holds."""

from __future__ import annotations

import pytest
from golden_case import GOLDEN

from generators.corpus import asked, comparisons, order, tables
from generators.corpus.groups import group_beside, group_of
from generators.corpus.located import LocatedProvision
from generators.corpus.order import Asked
from generators.data import files
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer

_HEAD = (
    "kind: instrument\ntype: convention\ntitle: A text\n"
    "binding: true\nstatus: {status}\nconfidence: verified\n"
)
_SOURCE = "sources: [{title: Text, url: https://example.org/x, kind: primary}]\n"


def text(*lines, about="trafficking", status="in-force", parties="BEN", more=""):
    """A record with lines on assistance: each its reference and keys."""
    head = _HEAD.format(status=status)
    listed = "".join(f"{{state: {code}}}, " for code in parties.split())
    who = f"parties: {{states: [{listed}]}}\n" if parties else ""
    said = "".join(f"  - {{topics: [assistance], says: Help., {line}}}\n" for line in lines)
    return f"{head}about: {about}\n{who}{more}provisions:\n{said}{_SOURCE}"


BENIN = Asked(("BEN",))
ONE = "ref: Art. 1, strength: obligation"


@pytest.fixture
def first(corpus_of):
    """The ids of records on assistance in their order, for records made of texts."""

    def make(records, whom=BENIN, leads=()):
        files = {f"instruments/alpha/{name}.yml": each for name, each in records.items()}
        if leads:
            listed = ", ".join(f"alpha/{place}" for place in leads)
            topics = GOLDEN / "base/instruments/vocabulary/topics.yml"
            with_leads = f"leads: [{listed}], question: What help"
            made = topics.read_text("utf-8").replace("question: What help", with_leads)
            files["instruments/vocabulary/topics.yml"] = made
        gone = ["instruments/alpha/convention.yml", "instruments/alpha/plan.yml"]
        corpus = corpus_of(files, gone)
        lines = order.ordered(corpus, corpus.by_topic["assistance"], "assistance", whom)
        return [f"{line.record.partition('/')[2]}#{line.anchor}" for line in lines]

    return make


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (text(ONE, about="neighbour"), text(ONE, parties="NGA")),  # what binds the State
        (text(ONE, about="neighbour"), text(f"{ONE}, confidence: recalled")),  # what was checked
        (text(ONE, about="trafficking"), text(ONE, about="exploitation")),
        (text(ONE, about="exploitation"), text(ONE, about="framework")),
        (text(ONE, about="framework"), text(ONE, about="neighbour")),
        (text(f"{ONE}, about: exploitation", about="neighbour"), text(ONE, about="framework")),
        (text(ONE), text("ref: Art. 1, strength: permission")),
    ],
)
def test_a_text_comes_first_by_each_rule_in_turn(first, before, after):
    """Each rule decides where those before it do not, whatever the names of the texts."""
    assert first({"b": before, "a": after})[0].startswith("b#")
    assert first({"a": before, "b": after})[0].startswith("a#")


def test_what_a_specialist_would_show_leads(first):
    """A lead goes before what is nearer and stronger, in the order of the list, but not before what binds."""
    records = {
        "strong": text(ONE),
        "lead": text("ref: Art. 9, strength: permission", about="neighbour"),
        "second": text("ref: Art. 8, strength: permission", about="neighbour"),
        "other": text("ref: Art. 7, strength: obligation", parties="NGA"),
    }
    leads = ("other#art-7", "lead#art-9", "second#art-8")
    assert first(records, leads=leads) == ["lead#art-9", "second#art-8", "strong#art-1", "other#art-7"]


def test_two_states_are_asked_what_binds_both(first):
    """A text that binds one of two comes after one that binds both."""
    records = {"one": text(ONE, parties="BEN"), "both": text(ONE, about="neighbour", parties="BEN NGA")}
    assert first(records, Asked(("BEN", "NGA")))[0] == "both#art-1"


def test_where_nobody_is_asked_about_what_is_in_force_comes_first(first):
    """A text that waits to enter into force comes after one that binds somebody."""
    records = {
        "waiting": text(ONE, status="signed-not-in-force"),
        "standing": text(ONE, about="neighbour", parties="NGA"),
    }
    assert first(records, Asked())[0] == "standing#art-1"


def test_a_region_is_asked_what_binds_most_of_its_states(first):
    """General law that binds all of them comes after a text on trafficking that binds some, and before what
    binds nobody.
    """
    records = {
        "all": text(ONE, about="neighbour", parties="BEN NGA"),
        "most": text(ONE, about="exploitation", parties="BEN NGA"),
        "one": text(ONE, parties="BEN"),
        "soft": text(ONE, parties="", status="adopted").replace("binding: true", "binding: false"),
    }
    found = first(records, Asked(region="africa"))
    assert found == ["most#art-1", "one#art-1", "all#art-1", "soft#art-1"]


def test_articles_of_one_text_keep_their_order(first):
    """Of equal lines the one that is written first."""
    assert first({"a": text(ONE, "ref: Art. 10, strength: obligation")}) == ["a#art-1", "a#art-10"]


def test_general_law_is_told_apart(corpus_of):
    """What general law says is listed apart, but for a line that leads."""
    files = {
        "instruments/alpha/near.yml": text(ONE),
        "instruments/alpha/far.yml": text(ONE, about="neighbour"),
    }
    corpus = corpus_of(files, ["instruments/alpha/convention.yml", "instruments/alpha/plan.yml"])
    found = asked.of_topic(corpus, "assistance", corpus.by_topic["assistance"], Asked(("BEN",)))
    assert [lines[0].record for lines in found.records] == ["alpha/near"]
    assert [lines[0].record for lines in found.general] == ["alpha/far"]


def test_an_amending_act_is_shown_in_the_text_that_it_amends(corpus_of):
    """A comparison has the amended text's line, and not the same change a second time."""
    files = {
        "instruments/alpha/act.yml": text(
            ONE, more="adopted: {date: 2020}\nrelations: {amends: [alpha/law]}\n"
        ),
        "instruments/alpha/law.yml": text(f"{ONE}, from: 2020-01-01"),
    }
    corpus = corpus_of(files, ["instruments/alpha/convention.yml", "instruments/alpha/plan.yml"])
    assert [line.record for line in corpus.by_topic["assistance"]] == ["alpha/law"]


def test_every_output_leads_with_the_same_line(world):
    """A State's page and paper, the topic's page for that State and its data agree: what a State
    changes is only whom a text binds.
    """
    phrases = Phrases(Localizer(world, "en"))
    compared = 0
    for state in world.all_states:
        bound = world.bound_by(state)
        for _, topics in asked.asked_of(world, state):
            for each in topics:
                found = comparisons.topic(world, each.topic)
                rows = [row for row in found.rows if row.record in bound]
                first_row = min(rows, key=lambda row: int(tables.facets(world, found, row)["place"]))
                lines = [
                    line for line in files.topic(phrases, each.topic)["lines"] if line["record"] in bound
                ]
                place = f"{each.leading.record}#{each.leading.anchor}"
                assert f"{first_row.record}#{first_row.cells[0].anchor}" == place
                assert lines[0]["address"].endswith(f"{place.replace('#', '/#')}")
                compared += 1
    assert compared > 10


GROUPS = """\
kind: vocabulary
of: groups
title: Groups
definition: What the list is for.
entries:
  - id: children
    label: Only for children
    definition: Under 18.
    topics: [child-victims]
    children: true
    records: [alpha/convention]
  - {id: workers, label: Only for workers, definition: Abroad., lines: [alpha/convention#art-1]}
"""


@pytest.fixture
def corpus(corpus_of):
    return corpus_of({"instruments/vocabulary/groups.yml": GROUPS})


def test_a_line_is_of_the_group_that_names_it_else_of_that_of_its_record(corpus):
    """A line that no group names, in a text that none names, holds for everyone."""
    lines = [("alpha/convention", "art-1"), ("alpha/convention", "art-2"), ("alpha/plan", "art-1")]
    found = [group_of(corpus, LocatedProvision(*each, None)) for each in lines]
    assert found == ["workers", "children", ""]


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ({}, "children"),
        ({"topic": "child-victims"}, ""),
        ({"children": True}, ""),
        ({"topic": "x"}, "children"),
    ],
)
def test_it_is_said_unless_the_place_says_it(corpus, where, said):
    """Under a topic of the group, or where all is for children, each line is theirs."""
    assert group_beside(corpus, LocatedProvision("alpha/convention", "art-2", None), **where) == said
