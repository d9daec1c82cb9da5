"""What a golden case changes is what it says, and nothing beside it."""

from __future__ import annotations

import pytest
from golden_case import edited, without

TEXT = """\
title: Plan  # as published
adopted: {date: 2008, place: Abuja}
topics: [a, b]
steps:
  - {ref: One}
  - ref: Two
    says: |
      Two
      lines.
end: yes
"""


@pytest.mark.parametrize(
    ("place", "value", "line", "typed"),
    [
        ("title", "Plan: the second", 1, 'title: "Plan: the second"  # as published'),
        ("adopted.date", "2009-01", 2, "adopted: {date: 2009-01, place: Abuja}"),
        ("adopted.note", "x, y", 2, 'adopted: {date: 2008, place: Abuja, note: "x, y"}'),
        ("topics.1", "c", 3, "topics: [a, c]"),
        ("topics.2", "c", 3, "topics: [a, b, c]"),
        ("steps.0", {"ref": "None"}, 5, "  - {ref: None}"),
        ("steps.1.ref", "2", 6, "  - ref: 2"),
        ("end", ["x", ""], 10, 'end: [x, ""]'),
    ],
)
def test_an_edit_changes_one_line(place, value, line, typed):
    """The line of the value is another; all others are as they were, comments and order too."""
    before, after = TEXT.splitlines(), edited(TEXT, place, value).splitlines()
    assert after == [*before[: line - 1], typed, *before[line:]]


def test_a_text_of_several_lines_is_replaced_whole():
    """A literal block gives way to the value, and what follows it stays."""
    after = edited(TEXT, "steps.1.says", "One line.").splitlines()
    assert after == [*TEXT.splitlines()[:6], "    says: One line.", "end: yes"]


@pytest.mark.parametrize(
    ("place", "value", "added", "at"),
    [
        ("new", "yes", "new: yes", 10),
        ("steps.2", {"ref": "Three"}, "  - {ref: Three}", 9),
        ("steps.1.id", "two", "    id: two", 9),
    ],
)
def test_what_is_not_there_is_added_at_the_end(place, value, added, at):
    """A new key or item is a new line behind the last one of its mapping or list."""
    before, after = TEXT.splitlines(), edited(TEXT, place, value).splitlines()
    assert after == [*before[:at], added, *before[at:]]


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        ("adopted.date", "adopted: {place: Abuja}"),
        ("adopted.place", "adopted: {date: 2008}"),
        ("topics.0", "topics: [b]"),
        ("topics.1", "topics: [a]"),
    ],
)
def test_what_stands_between_brackets_goes_with_its_comma(place, typed):
    """The line stays, without the value and its comma."""
    assert typed in without(TEXT, place).splitlines()
    assert len(without(TEXT, place).splitlines()) == 10


def test_what_stands_on_lines_of_its_own_goes_with_them():
    """A key, an item and a block take all of their lines along."""
    lines = TEXT.splitlines()
    assert without(TEXT, "title").splitlines() == lines[1:]
    assert without(TEXT, "steps.0").splitlines() == [*lines[:4], *lines[5:]]
    assert without(TEXT, "steps.1.says").splitlines() == [*lines[:6], lines[9]]
    assert without(TEXT, "steps").splitlines() == [*lines[:3], lines[9]]


def test_a_place_that_is_not_there_is_an_error_of_the_case():
    """A case that misspells a place fails, and does not pass unchanged."""
    with pytest.raises(AssertionError):
        without(TEXT, "adopted.palce")
    with pytest.raises(AssertionError):
        edited(TEXT, "titel.en", "x")
