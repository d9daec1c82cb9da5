"""For whom alone a line holds, and where that need not be said."""

from __future__ import annotations

import pytest

from generators.corpus.groups import group_beside, group_of
from generators.corpus.located import LocatedProvision

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
