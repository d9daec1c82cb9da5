"""What a file says as it was typed: its values, and where each is in the file.

A value is named by its path of keys.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import Any

from generators.text.memory import unpacked
from generators.text.problems import Problem
from generators.text.sayings import say

_TELLS = ("ref", "id", "state", "mechanism", "title", "label")
"""What tells the items of a list apart for a reader, the first that an item has."""
_LONGEST = 40
"""The most letters of a text that may name an item."""


def in_words(loc: Sequence[str | int], data: Any, typed: Sequence[str | int] = ()) -> str:
    """The place of a value in words; empty for the file as a whole.

    ``loc`` is its path in ``data``, and ``typed`` its path in the file, where that is
    another one. Keys that follow each other are joined by a dot, and items have numbers
    from 1.

    >>> data = {"provisions": [{"ref": "Art. 13", "says": "…"}]}
    >>> str(in_words(("provisions", 0, "says"), data))
    'provisions, item 1 (Art. 13), says'
    """
    place = ""
    value = data
    steps = zip(loc, typed or loc, strict=True)
    for is_item, group in groupby(steps, lambda step: isinstance(step[1], int)):
        keys = []
        for step, typed_step in group:
            value = _inside(value, step)
            if is_item:
                place = _item_in_words(place, int(typed_step) + 1, _item_name(value))
            else:
                keys.append(str(typed_step))
        if keys:
            key = ".".join(keys)
            place = say("{around}, {key}", around=place, key=key) if place else key
    return place


def _item_in_words(around: str, n: int, name: str) -> str:
    """The ``n``-th item of a list in words: in what is ``around`` it, and by its name."""
    if not around:
        return say("item {n}", n=n)
    if name:
        return say("{around}, item {n} ({name})", around=around, n=n, name=name)
    return say("{around}, item {n}", around=around, n=n)


def _inside(data: Any, step: str | int) -> Any:
    """The value that a key or a number leads to; None where there is none."""
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _item_name(item: Any) -> str:
    """What an item is called: its first short text of ``_TELLS``; else empty."""
    if not isinstance(item, dict):
        return ""
    texts = (item.get(key) for key in _TELLS)
    short = (text for text in texts if isinstance(text, str) and len(text) <= _LONGEST)
    return next(filter(None, short), "")


Path_ = tuple[str | int, ...]
"""The path of a value: keys of mappings and numbers of items (from 0)."""
Data = dict[str, Any] | list[Any] | str
"""A value as it was typed: nested mappings, lists and texts."""


_COLUMN_BITS = 16
"""How many bits of a spot are its column."""
_LAST_COLUMN = 0xFFFF
"""The last column that these can name."""


def spot(line: int, column: int) -> int:
    """A line and a column, both from 1, as one number: a file has thousands of them.

    >>> line_of(spot(3, 7))
    3
    """
    return line << _COLUMN_BITS | min(column, _LAST_COLUMN)


def line_of(spot: int) -> int:
    """The line of a spot."""
    return spot >> _COLUMN_BITS


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as it was typed."""

    path: str
    """The file, relative to the project."""
    data: Data
    """Its values."""
    spots: Callable[[], Mapping[Path_, int]] = field(repr=False)
    """The ``spot`` of each value by its path, worked out when somebody asks."""
    letters: str = ""
    """Every character outside ASCII that is in a value."""
    places: Mapping[Path_, Path_] = field(default_factory=dict, repr=False)
    """The typed path of a value that has another path in ``data``, because values before
    it were left out.
    """
    digest: str = ""
    """The digest of the file; empty where the data was read from none."""

    def at(self, loc: Path_) -> Any:
        """The value at a path. Raises KeyError or IndexError where there is none."""
        value: Any = self.data
        for key in loc:
            value = value[key]
        return value

    def line(self, loc: Path_) -> int:
        """The line of a value, or of the nearest value around it."""
        spots = self.spots()
        while loc and loc not in spots:
            loc = loc[:-1]
        return line_of(spots[loc]) if loc in spots else 1

    def problem(
        self, loc: Path_, message: str, hint: str = "", rule: str = ""
    ) -> Problem:
        """A problem at the value of a path; its field says where that was typed."""
        typed = self._typed(loc)
        where = in_words(loc, self.data, typed)
        column = self.spots().get(loc, 0) & _LAST_COLUMN if loc else 0
        return Problem(
            self.path, self.line(loc), where, message, hint, rule, column, typed
        )

    def without(self, gone: Collection[Path_]) -> SourceFile:
        """This file without the values at some typed paths.

        Every other value has the line and the place at which it was typed.
        """
        all_spots = self.spots()
        spots: dict[Path_, int] = {}
        places: dict[Path_, Path_] = {}

        def copy(value: Data, typed: Path_, here: Path_) -> Data:
            """The value that was typed at a path and is now ``here``, and its spots."""
            if typed in all_spots:
                spots[here] = all_spots[typed]
            if here != typed:
                places[here] = typed
            if isinstance(value, str):
                return value
            staying = [pair for pair in _pairs(value) if (*typed, pair[0]) not in gone]
            if isinstance(value, dict):
                return {
                    str(key): copy(inner, (*typed, key), (*here, key))
                    for key, inner in staying
                }
            return [
                copy(inner, (*typed, key), (*here, place))
                for place, (key, inner) in enumerate(staying)
            ]

        data = copy(self.data, (), ())
        return SourceFile(
            self.path, data, lambda: spots, self.letters, places, self.digest
        )

    def _typed(self, loc: Path_) -> Path_:
        """The typed path of a value, also of one that is missing in the file."""
        for end in range(len(loc), 0, -1):
            around = self.places.get(loc[:end])
            if around is not None:
                return (*around, *loc[end:])
        return loc


def remembered(data: Data, numbers: bytes) -> Callable[[], Mapping[Path_, int]]:
    """The spots of values, from memory.

    ``numbers`` are the packed spots of all values in order, each before what it holds.
    They are matched with their paths when somebody asks for a spot, which is where there
    is a problem.
    """
    return cache(lambda: dict(zip(_paths(data), unpacked(numbers), strict=True)))


def _paths(data: Data) -> Iterator[Path_]:
    """The paths of all values, each before those of what it holds.

    Its own stack takes the place of recursion: a file may be nested deeply.
    """
    waiting: list[tuple[Path_, Data]] = [((), data)]
    while waiting:
        loc, value = waiting.pop()
        yield loc
        inside = [((*loc, key), inner) for key, inner in _pairs(value)]
        waiting += reversed(inside)


def _pairs(value: Data) -> Iterable[tuple[str | int, Any]]:
    """The values that a value holds, by key or number; none where it is a text."""
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()
