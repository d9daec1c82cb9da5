"""What stands first on a topic, and for whom alone a line holds."""

from __future__ import annotations

import pytest

from generators.corpus import asked, comparisons, tables
from generators.corpus.located import LocatedProvision
from generators.corpus.order import group_beside, group_of
from generators.data import files
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer


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
