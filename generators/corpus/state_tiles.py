"""The States as tiles of a map, whatever the language.

A tile has its place. It has how many binding texts are known to bind the State, or the
State's relation to one text. The grid is drawn in ``state-tiles.txt``.
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
"""The relation of a State to a text: party today; party on a day to come; signed and not
joined; not a party, by a list of parties that lacks none; not known.
"""


@cache
def grid() -> Mapping[str, Place]:
    """The drawn place of each State, by its alpha-3 code."""
    lines = _GRID.read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    places: dict[str, Place] = {}
    for row, codes in enumerate(rows):
        for column, code in enumerate(codes):
            if code != ".":
                places[code] = (column, row)
    return places


@once
def places(corpus: Corpus) -> Mapping[str, Place]:
    """The place of each State of the grid, and of each that the corpus names. Those that
    were not drawn come in rows below, by code.
    """
    drawn = grid()
    width, height = (max(numbers) + 1 for numbers in zip(*drawn.values(), strict=True))
    undrawn = [code for code in corpus.all_states if code not in drawn]
    below = {
        code: (number % width, height + number // width)
        for number, code in enumerate(undrawn)
    }
    return {**drawn, **below}


def part(placed: Mapping[str, Place], codes: Collection[str]) -> Mapping[str, Place]:
    """The part of a map that holds some States, with the other States in between.

    Places count from its own corner. It is the whole map where there are no codes.

    >>> part({"A": (2, 1), "B": (3, 1), "C": (9, 9)}, ["A", "B"])
    {'A': (0, 0), 'B': (1, 0)}
    """
    if not codes:
        return placed
    columns, rows = zip(*(placed[code] for code in codes), strict=True)
    first_column = min(columns)
    first_row = min(rows)
    return {
        code: (column - first_column, row - first_row)
        for code, (column, row) in placed.items()
        if first_column <= column <= max(columns) and first_row <= row <= max(rows)
    }


@once
def bound(corpus: Corpus) -> Mapping[str, int]:
    """How many texts recorded here are known to bind each State today, by code; every
    State that the corpus names.
    """
    profiles = ((code, state_profile(corpus, code)) for code in corpus.all_states)
    return {
        code: len({adherence.record for adherence in profile.binding})
        for code, profile in profiles
    }


def steps(corpus: Corpus) -> tuple[tuple[int, int], ...]:
    """The numbers of binding texts in at most four classes, least first.

    A class goes from one number to another; there are about equally many States in each.
    """
    counted = sorted(number for number in bound(corpus).values() if number)
    distinct = sorted(set(counted))
    starts = distinct
    if len(distinct) > _STEPS:
        firsts = {counted[len(counted) * step // _STEPS] for step in range(_STEPS)}
        starts = sorted(firsts)
    ends = [start - 1 for start in starts[1:]] + distinct[-1:]
    return tuple(zip(starts, ends, strict=True))


@once
def standings(corpus: Corpus, record: str) -> Mapping[str, Standing]:
    """The relation of each State with a tile to a binding record that has a list of its
    parties.
    """
    lists = corpus.records[record].parties
    listed: dict[str, Standing] = {}
    if lists:
        listed.update({signatory.state: "signed" for signatory in lists.signatories})
        of_phase: dict[str, Standing] = {"now": "party", "ahead": "ahead", "past": "none"}
        for party in lists.states:
            listed[party.state] = of_phase[corpus.phase(party)]
    return {
        code: listed.get(code) or _unlisted(corpus, record, code)
        for code in places(corpus)
    }


def _unlisted(corpus: Corpus, record: str, state: str) -> Standing:
    """The relation to a text of a State that its list of parties does not name."""
    named = record in parties.named(corpus).get(state, ())
    return "unknown" if named or parties.is_open(corpus, record, state) else "none"
