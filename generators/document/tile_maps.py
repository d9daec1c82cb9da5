"""Maps of States, a tile each: how many binding texts are known of each, and who is party to one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generators.corpus import state_tiles
from generators.corpus.addresses import Target
from generators.document.blocks import Shade, Tile, TileMap
from generators.document.phrases import Phrases
from generators.document.runs import DOT, Run


def binding(phrases: Phrases) -> TileMap:
    """Every State by the number of texts recorded here that are known to bind it; each leads to its page."""
    return phrases.cached(("map of binding texts",), lambda: _binding(phrases))


def _binding(phrases: Phrases) -> TileMap:
    bound, steps = state_tiles.bound(phrases.corpus), state_tiles.steps(phrases.corpus)
    placed = state_tiles.places(phrases.corpus)
    shades = {code: _step(bound.get(code, 0), steps) for code in placed}
    numbers = {str(place): _numbers(phrases, *step) for place, step in enumerate(steps, 1)}
    return TileMap(
        phrases.ui("How many binding texts are known to apply in each State"),
        list(_key(phrases, numbers | {"unknown": phrases.ui("None known")}, shades)),
        [
            Tile(code, *place, shades[code], _named(phrases, code, bound.get(code)), _page(phrases, code))
            for code, place in placed.items()
        ],
    )


def _step(number: int, steps: tuple[tuple[int, int], ...]) -> str:
    return next((str(place) for place, (_, last) in enumerate(steps, 1) if 0 < number <= last), "unknown")


def _numbers(phrases: Phrases, first: int, last: int) -> list[Run]:
    """The numbers of a class."""
    number = phrases.localizer.number
    return [number(first)] if first == last else [f"{number(first)}–{number(last)}"]


def _named(phrases: Phrases, code: str, number: int | None) -> str:
    name = phrases.localizer.state(code)
    return f"{name}{DOT}{phrases.localizer.number(number)}" if number else name


def _page(phrases: Phrases, code: str) -> Target | None:
    return Target("state", code) if code in phrases.corpus.all_states else None


def parties(phrases: Phrases, record: str) -> TileMap:
    """Where States stand towards a binding record that has a list of its parties: the part of the map in
    which any is more than no party.
    """
    found, placed = state_tiles.standings(phrases.corpus, record), state_tiles.places(phrases.corpus)
    labels = {
        "party": phrases.ui("Party"),
        "ahead": phrases.ui("To come"),
        "signed": phrases.ui("Signed, not joined"),
        "unknown": phrases.ui("Not known whether it is a party"),
        "none": phrases.ui("Not a party, by this list"),
    }
    drawn = state_tiles.part(placed, [code for code, standing in found.items() if standing != "none"])
    return TileMap(
        phrases.ui("Who is party"),
        list(_key(phrases, labels, {code: found[code] for code in drawn})),
        [
            # parties are listed by their names below
            Tile(code, *place, found[code], "" if found[code] == "party" else phrases.localizer.state(code))
            for code, place in drawn.items()
        ],
    )


def _key(phrases: Phrases, labels: dict[str, list[Run]], shades: dict[str, str]) -> Iterator[Shade]:
    """The classes that occur, each with how many States are in it; of those that are no party, which are
    drawn as far as the map reaches, without a number.
    """
    counted = Counter(shades.values())
    for code, label in labels.items():
        if code == "none" and counted[code]:
            yield Shade(code, label)
        elif counted[code]:
            states = phrases.counted("{n} State", "{n} States", counted[code])
            yield Shade(code, phrases.labelled(label, states))
