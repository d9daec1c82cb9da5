"""Maps in which each State is a tile.

One map shows how many texts bind each State, another who is party to one text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from generators.corpus import state_tiles
from generators.corpus.addresses import Target
from generators.document.blocks import Shade, Tile, TileMap
from generators.document.phrases import Phrases
from generators.document.runs import DOT, Runs


def map_of_binding(phrases: Phrases) -> TileMap:
    """Every State by the number of texts recorded here that are known to bind it.

    Each tile leads to the page of its State.

    The shade of a tile is the number of its class, from "1". It is "unknown" where no
    text is known to bind the State.
    """
    classes = state_tiles.steps(phrases.corpus)
    highest_numbers = [highest for _, highest in classes]
    labels: dict[str, Runs] = {
        str(shade): [_range_of_numbers(phrases, lowest, highest)]
        for shade, (lowest, highest) in enumerate(classes, 1)
    }
    labels["unknown"] = phrases.ui("None known")
    tiles = [
        _binding_tile(phrases, code, place, highest_numbers)
        for code, place in state_tiles.places(phrases.corpus).items()
    ]
    caption = phrases.ui("How many binding texts we know for each State")
    return _map_with_key(phrases, caption, labels, tiles)


def _range_of_numbers(phrases: Phrases, lowest: int, highest: int) -> str:
    """A range as the language writes its numbers, such as "3–7"; one number where both
    ends are the same.
    """
    number = phrases.localizer.number
    if lowest == highest:
        return number(lowest)
    return f"{number(lowest)}–{number(highest)}"


def _binding_tile(
    phrases: Phrases, code: str, place: state_tiles.Place, highest_numbers: Sequence[int]
) -> Tile:
    """The tile of a State (``code``, alpha-3) at its column and row.

    ``highest_numbers`` are the upper ends of the classes of the map, least first.
    """
    words = phrases.localizer.state(code)
    shade = "unknown"
    binding_texts = state_tiles.bound(phrases.corpus).get(code)
    if binding_texts:
        words = f"{words}{DOT}{phrases.localizer.number(binding_texts)}"
        shade = str(bisect_left(highest_numbers, binding_texts) + 1)
    page = None
    if code in phrases.corpus.all_states:
        page = Target("state", code)
    column, row = place
    return Tile(code, column, row, shade, words, page)


def map_of_parties(phrases: Phrases, record: str) -> TileMap:
    """Which States are party to a binding record that has a list of its parties.

    It is the part of the world map that has every State which is more than no party.
    """
    standings = state_tiles.standings(phrases.corpus, record)
    labels: dict[str, Runs] = {
        "party": phrases.ui("Party"),
        "ahead": phrases.ui("To come"),
        "signed": phrases.ui("Signed but not a party"),
        "unknown": phrases.ui("We do not know whether it is a party"),
        "none": phrases.ui("Not a party according to this list"),
    }
    concerned = [code for code, standing in standings.items() if standing != "none"]
    drawn = state_tiles.part(state_tiles.places(phrases.corpus), concerned)
    tiles = []
    for code, (column, row) in drawn.items():
        # The list of parties below the map has their names.
        is_party = standings[code] == "party"
        words = "" if is_party else phrases.localizer.state(code)
        tiles.append(Tile(code, column, row, standings[code], words))
    return _map_with_key(phrases, phrases.ui("Who is party"), labels, tiles)


def _map_with_key(
    phrases: Phrases, caption: Runs, labels: dict[str, Runs], tiles: list[Tile]
) -> TileMap:
    """A map with a key: the shades that occur, each with how many States have it.

    ``labels`` are the meanings of the shades, by their codes. The shade "none" (no party)
    has no number: the map shows such States only as far as it reaches.
    """
    states_by_shade = Counter(tile.shade for tile in tiles)
    key = []
    for code, label in labels.items():
        states = phrases.some("{n} State", "{n} States", states_by_shade[code])
        if not states:
            continue
        meaning = label if code == "none" else phrases.labelled(label, states)
        key.append(Shade(code, meaning))
    return TileMap(caption, key, tiles)
