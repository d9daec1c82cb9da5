"""The States as tiles of a map, whatever the language: where each stands, how many
binding texts are known to bind it, and where it stands towards one text. The grid is
drawn in ``state-tiles.txt``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from generators.corpus import parties
from generators.corpus.corpus import Corpus
from generators.corpus.memo import once
from generators.corpus.state_profile import state_profile

_GRID = Path(__file__).with_name("state-tiles.txt")
_STEPS = 4

Place = tuple[int, int]
"""Column and row of a tile, from 0."""

Standing = Literal["party", "ahead", "signed", "none", "unknown"]
"""Where a State stands towards a text: party today; party on a day to come; signed and
not joined; not a party, by a list of parties that lacks none; not known.
"""


@cache
def grid() -> Mapping[str, Place]:
    """The drawn place of each State, by its alpha-3 code."""
    rows = (
        line.split()
        for line in _GRID.read_text("utf-8").splitlines()
        if not line.startswith("#")
    )
    return {
        code: (column, row)
        for row, codes in enumerate(rows)
        for column, code in enumerate(codes)
        if code != "."
    }


@once
def places(corpus: Corpus) -> Mapping[str, Place]:
    """The place of each State of the grid, and of each that the corpus names: those that
    were not drawn stand in rows below, by code.
    """
    drawn = grid()
    width, height = (max(places) + 1 for places in zip(*drawn.values(), strict=True))
    left = [code for code in corpus.all_states if code not in drawn]
    below = {
        code: (number % width, height + number // width)
        for number, code in enumerate(left)
    }
    return {**drawn, **below}


def part(placed: Mapping[str, Place], codes: Collection[str]) -> Mapping[str, Place]:
    """The part of a map that holds some States, with whatever else stands there, from its
    own corner; the whole where there are none.
    """
    if not codes:
        return placed
    columns, rows = zip(*(placed[code] for code in codes), strict=True)
    left, top, right, foot = min(columns), min(rows), max(columns), max(rows)
    return {
        code: (column - left, row - top)
        for code, (column, row) in placed.items()
        if left <= column <= right and top <= row <= foot
    }


@once
def bound(corpus: Corpus) -> Mapping[str, int]:
    """How many texts recorded here are known to bind each State today, by code; every
    State that the corpus names.
    """
    profiles = ((code, state_profile(corpus, code)) for code in corpus.all_states)
    return {
        code: len({each.record for each in profile.binding}) for code, profile in profiles
    }


def steps(corpus: Corpus) -> tuple[tuple[int, int], ...]:
    """The numbers of binding texts in at most four classes, least first, each from one
    number to another, about equally many States in each.
    """
    counted = sorted(number for number in bound(corpus).values() if number)
    distinct = starts = sorted(set(counted))
    if len(distinct) > _STEPS:
        starts = sorted(
            {counted[len(counted) * step // _STEPS] for step in range(_STEPS)}
        )
    ends = [start - 1 for start in starts[1:]] + distinct[-1:]
    return tuple(zip(starts, ends, strict=True))


@once
def standings(corpus: Corpus, record: str) -> Mapping[str, Standing]:
    """Where each State with a tile stands towards a binding record that has a list of its
    parties.
    """
    of = corpus.records[record].parties
    found: dict[str, Standing] = dict.fromkeys(
        (each.state for each in of.signatories), "signed"
    )
    for each in of.states:
        phase = corpus.phase(each)
        found[each.state] = (
            "party" if phase == "now" else "ahead" if phase == "ahead" else "none"
        )
    return {
        code: found.get(code) or _unlisted(corpus, record, code)
        for code in places(corpus)
    }


def _unlisted(corpus: Corpus, record: str, state: str) -> Standing:
    """Where a State stands that a list does not name."""
    named = record in parties.named(corpus).get(state, ())
    return "unknown" if named or parties.is_open(corpus, record, state) else "none"
