"""The States as tiles: a place for each, classes by number, and where each stands towards a text."""

from __future__ import annotations

from collections import Counter

import pytest
from small_records import CONVENTION, small_corpus, text

from generators.corpus import cldr, state_tiles

PARTIES = "parties:\n  states: [{}]\n"


def test_every_state_of_the_grid_is_one_and_has_its_own_place():
    """Nothing is drawn twice, no two stand in one place, and every code is one of ISO 3166-1."""
    drawn = state_tiles.grid()
    words = state_tiles._GRID.read_text("utf-8").split()
    codes = Counter(word for word in words if len(word) == 3 and word.isupper())
    assert {code for code, times in codes.items() if times > 1} == set()
    assert set(codes) == set(drawn) <= set(cldr.every_code())
    assert len(set(drawn.values())) == len(drawn)


def test_all_rows_of_the_grid_are_as_long():
    """A row with a place too many would move whatever follows it."""
    rows = [line.split() for line in state_tiles._GRID.read_text("utf-8").splitlines() if line[0] != "#"]
    assert {len(row) for row in rows} == {28}


def test_a_state_that_is_not_drawn_stands_below(corpus_of):
    """Whoever is named by the corpus has a tile."""
    parties = PARTIES.format("{state: BEN}, {state: HKG}, {state: MAC}")
    corpus = small_corpus(corpus_of, {"alpha/a": text(CONVENTION, "in-force", keys=parties)})
    placed = state_tiles.places(corpus)
    _, height = state_tiles.size(state_tiles.grid().values())
    assert (placed["HKG"], placed["MAC"]) == ((0, height), (1, height))
    assert placed["BEN"] == state_tiles.grid()["BEN"]


@pytest.mark.parametrize(
    ("states", "steps"),
    [
        ([], ()),
        (["BEN"], ((1, 1),)),
        (["BEN TGO", "BEN"], ((1, 1), (2, 2))),
        (
            ["BEN TGO GHA MLI NER", "BEN TGO GHA MLI", "BEN TGO GHA", "BEN TGO", "BEN"],
            ((1, 1), (2, 2), (3, 3), (4, 5)),
        ),
    ],
)
def test_classes_reach_from_the_least_to_the_largest_number(corpus_of, states, steps):
    """A class for each number while there are at most four; else about equally many States in each."""
    files = {
        f"alpha/text-{n}": text(
            CONVENTION,
            "in-force",
            keys="in_force: 2001\n"
            + PARTIES.format(", ".join(f"{{state: {code}}}" for code in each.split())),
        )
        for n, each in enumerate(states)
    }
    assert state_tiles.steps(small_corpus(corpus_of, files)) == steps


def test_where_each_state_stands_towards_a_text(corpus_of):
    """A list that lacks none says who is no party; who left is none, who joins later is still to come."""
    parties = (
        "parties:\n  states: [{state: BEN}, {state: TGO, since: 2030}, {state: GHA, until: 2010}]\n"
        "  signatories: [{state: MLI}]\n"
    )
    corpus = small_corpus(corpus_of, {"alpha/a": text(CONVENTION, "in-force", keys=parties)})
    found = state_tiles.standings(corpus, "alpha/a")
    assert [found[code] for code in ("BEN", "TGO", "GHA", "MLI", "FRA")] == [
        *("party", "ahead", "none", "signed", "none")
    ]


@pytest.mark.parametrize(
    "keys",
    [
        "open_to: {any_state: true}\nparties:\n  states: [{state: BEN}]\n  incomplete: Not all were read.\n",
        "named_parties: [FRA]\nparties:\n  states: [{state: BEN}]\n",
    ],
)
def test_of_whom_a_list_says_nothing_is_not_known(corpus_of, keys):
    """A list that may lack some who could join, or a text that names a State itself, is no "no"."""
    corpus = small_corpus(corpus_of, {"alpha/a": text(CONVENTION, "in-force", keys=keys)})
    assert state_tiles.standings(corpus, "alpha/a")["FRA"] == "unknown"


def test_a_part_of_the_map_holds_what_lies_between():
    """It begins at its own corner; without any State it is the whole."""
    placed = {"AAA": (3, 3), "BBB": (4, 4), "CCC": (5, 5), "DDD": (9, 4)}
    assert state_tiles.part(placed, ["AAA", "CCC"]) == {"AAA": (0, 0), "BBB": (1, 1), "CCC": (2, 2)}
    assert state_tiles.part(placed, []) == placed
