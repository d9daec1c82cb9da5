"""Which texts bind two or three States, and under which heading each stands, by the
script of that page under node; what the page itself shows is asked in
``test_browser_between.py``.
"""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pairing
import pytest

from generators.corpus.corpus import Corpus

DAY = "2003-12-25"


def state(code: str, bound: dict[str, str | None], **lists: list[str]) -> dict[str, Any]:
    """The file of a State that texts bind since some days (None: not known)."""
    file = {
        name: [{"record": record} for record in lists.get(name, ())]
        for name in ("pending", "signed", "left")
    }
    file |= {name: lists.get(name, []) for name in ("named", "open", "open_elsewhere")}
    binding = [{"record": record, "bound_since": day} for record, day in bound.items()]
    return {
        **file,
        "state": {"code": code, "name": code, "in_sentence": code},
        "binding": binding,
    }


def groups(files: list[dict[str, Any]], *records: str) -> list[list[Any]]:
    """What stands on a topic of which each of some records has a line: headings, each
    with its records.
    """
    way = tuple(file["state"]["code"] for file in files)
    lines = [{"record": record} for record in records]
    [answer] = pairing.asked(
        dict(zip(way, files, strict=True)), {"a topic": lines}, [way]
    )
    return answer["topics"][0]


def test_no_line_stands_under_a_heading_that_is_not_true_of_it(world: Corpus):
    """From each State to each other, and through a third, of the small library with
    everything in it.
    """
    ways = [*permutations(world.all_states, 2), *permutations(world.all_states, 3)]
    shown = pairing.shown(world, ways)
    assert pairing.untrue(world, shown.placed) == []
    assert {each.heading for each in shown.placed if each.way == ("NGA", "BEN")} >= {""}
    assert "Binds Togo, but not Benin" in {each.heading for each in shown.placed}


def test_what_binds_all_stands_first_and_apart():
    """However late its line comes, and though none does; then what binds the State where
    the case leads. A text that binds nobody stands nowhere.
    """
    files = [
        state("A", {"all": DAY, "first": DAY}),
        state("B", {"all": DAY, "last": DAY}),
    ]
    assert groups(files, "first", "last", "nobody", "all") == [
        ["", ["all"]],
        ["Binds B, but not A", ["last"]],
        ["Binds A, but not B", ["first"]],
    ]
    assert groups(files, "first") == [["", []], ["Binds A, but not B", ["first"]]]


@pytest.mark.parametrize(
    ("list_", "heading"),
    [
        ("pending", "Binds A, but not B"),
        ("signed", "Binds A, but not B"),
        ("left", "Binds A, but not B"),
        ("named", "Binds A. We do not know whether it binds B"),
        ("open", "Binds A. We do not know whether it binds B"),
        ("open_elsewhere", "Binds A. We do not know whether it binds B"),
    ],
)
def test_each_way_to_stand_to_a_text_has_its_heading(list_: str, heading: str):
    """Only a State that is on no list and could join, or that the text alone names, is
    not known.
    """
    files = [state("A", {"text": DAY}), state("B", {}, **{list_: ["text"]})]
    assert groups(files, "text") == [["", []], [heading, ["text"]]]


def test_of_three_states_a_heading_names_each():
    """A line stands once, under what is true of all three."""
    files = [
        state("A", {"x": DAY, "y": DAY}),
        state("B", {}, open=["x"]),
        state("C", {"y": DAY}),
    ]
    assert groups(files, "x", "y") == [
        ["", []],
        ["Binds A, C, but not B", ["y"]],
        ["Binds A, but not C. We do not know whether it binds B", ["x"]],
    ]


@pytest.mark.parametrize(
    ("one", "other", "since"),
    [
        ("2003-12-25", "2013-11-16", "2013-11-16"),
        ("2013-11-16", "2003-12-25", "2013-11-16"),
        ("2003-05-06", "2003", "2003"),
        ("2003-05", "2003-05-31", "2003-05"),
        ("2003", "2004-01-02", "2004-01-02"),
        ("2003-05-06", None, ["B"]),
        (None, None, ["A", "B"]),
    ],
)
def test_all_are_bound_since_the_later_day(
    one: str | None, other: str | None, since: Any
):
    """No more precisely than it is known; where one day is not known it is said of which
    State.
    """
    files = {"A": state("A", {"text": one}), "B": state("B", {"text": other})}
    [answer] = pairing.asked(files, {}, [("A", "B")])
    assert answer["days"] == {"text": since}


def test_a_line_that_a_state_reserved_does_not_bind_it():
    """Its text binds both; the line that the reservation of one excludes binds the other
    alone.
    """
    files = [state("A", {"text": DAY}), state("B", {"text": DAY})]
    files[1]["binding"][0]["freed"] = ["art-31"]
    lines = [
        {"record": "text", "address": "instruments/text/#art-31"},
        {"record": "text", "address": "instruments/text/#art-33"},
    ]
    by_code = {"A": files[0], "B": files[1]}
    [answer] = pairing.asked(by_code, {"a topic": lines}, [("A", "B")])
    assert answer["topics"][0] == [
        ["", ["text#art-33"]],
        ["Binds A, but not B", ["text#art-31"]],
    ]
