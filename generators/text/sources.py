"""What a file says as it was typed: its values, the line of each, and the place of a
value by its path.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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


def in_words(loc: Sequence[str | int], data: Any, typed: Sequence[str | int] = ()) -> str:
    """The place of a value in ``data``, such as ``provisions, item 3 (Art. 13), says``;
    ``typed`` is its place in the file where that is another one. Empty for the file as a
    whole.
    """
    said, here = "", data
    for is_item, parts in groupby(
        zip(loc, typed or loc, strict=True), lambda each: isinstance(each[1], int)
    ):
        keys = []
        for part, number in parts:
            here = _inside(here, part)
            if is_item:
                said = _item(said, number + 1, _name(here))
            else:
                keys.append(str(number))
        if keys:
            key = ".".join(keys)
            said = say("{around}, {key}", around=said, key=key) if said else key
    return said


def _item(around: str, n: int, name: str) -> str:
    if not around:
        return say("item {n}", n=n)
    if name:
        return say("{around}, item {n} ({name})", around=around, n=n, name=name)
    return say("{around}, item {n}", around=around, n=n)


def _inside(data: Any, part: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(part)
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        return data[part]
    return None


def _name(item: Any) -> str:
    """What an item is called: short texts alone, for a place is no quotation."""
    found = (item.get(key) for key in _TELLS) if isinstance(item, dict) else ()
    return next(
        (each for each in found if isinstance(each, str) and 0 < len(each) <= _LONGEST),
        "",
    )


Path_ = tuple[str | int, ...]
Data = dict | list | str


_COLUMNS, _LAST = 16, 0xFFFF
"""The bits of a spot that are its column, and the last column that these can name."""


def spot(line: int, column: int) -> int:
    """A line and a column, each counted from 1, as one number: a file has thousands of
    them.
    """
    return line << _COLUMNS | min(column, _LAST)


def line_of(spot: int) -> int:
    """The line of a spot."""
    return spot >> _COLUMNS


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file: its data as nested dicts, lists and strings, the ``spot`` of each value
    by its path of keys (worked out when somebody asks), and every character beside ASCII
    that stands in a value. ``places`` says where a value stands in the file as it was
    typed, for those that stand elsewhere in ``data`` because values before them were left
    out; ``digest`` is that of the file, empty where it was read from none.
    """

    path: str
    data: Data
    spots: Callable[[], Mapping[Path_, int]] = field(repr=False)
    letters: str = ""
    places: Mapping[Path_, Path_] = field(default_factory=dict, repr=False)
    digest: str = ""

    def at(self, loc: Path_) -> Data:
        """The value at a path."""
        found: Any = self.data
        for key in loc:
            found = found[key]
        return found

    def line(self, loc: Path_) -> int:
        """The line of a value, or of the nearest value around it."""
        spots = self.spots()
        while loc and loc not in spots:
            loc = loc[:-1]
        return line_of(spots[loc]) if loc in spots else 1

    def problem(
        self, loc: Path_, message: str, hint: str = "", rule: str = ""
    ) -> Problem:
        """A problem at a value of this file; its field says where that was typed."""
        typed = self._typed(loc)
        where = in_words(loc, self.data, typed)
        column = self.spots().get(loc, 0) & _LAST if loc else 0
        return Problem(
            self.path, self.line(loc), where, message, hint, rule, column, typed
        )

    def without(self, gone: Collection[Path_]) -> SourceFile:
        """This file without the values at some paths; each other value keeps the line and
        the place at which it was typed.
        """
        all_spots, spots = self.spots(), {}
        places: dict[Path_, Path_] = {}

        def kept(value: Data, typed: Path_, here: Path_) -> Data:
            if typed in all_spots:
                spots[here] = all_spots[typed]
            if here != typed:
                places[here] = typed
            if isinstance(value, str):
                return value
            pairs = value.items() if isinstance(value, dict) else enumerate(value)
            left = [(key, each) for key, each in pairs if (*typed, key) not in gone]
            if isinstance(value, dict):
                return {
                    key: kept(each, (*typed, key), (*here, key)) for key, each in left
                }
            return [
                kept(each, (*typed, key), (*here, place))
                for place, (key, each) in enumerate(left)
            ]

        return SourceFile(
            self.path,
            kept(self.data, (), ()),
            lambda: spots,
            self.letters,
            places,
            self.digest,
        )

    def _typed(self, loc: Path_) -> Path_:
        """The path of a value in the file as it was typed, also of one that is missing
        there.
        """
        around = next(
            (loc[:end] for end in range(len(loc), 0, -1) if loc[:end] in self.places),
            None,
        )
        return loc if around is None else (*self.places[around], *loc[len(around) :])


def remembered(data: Data, numbers: bytes) -> Callable[[], Mapping[Path_, int]]:
    """The spots of values from memory: they are put beside their paths when somebody asks
    for one, which is where there is a problem. ``numbers`` are those of all values, each
    before what it holds, in order.
    """
    return cache(lambda: dict(zip(_paths(data), unpacked(numbers), strict=True)))


def _paths(data: Data) -> Iterator[Path_]:
    """The paths of all values, each before those of what it holds; depth costs no
    recursion.
    """
    left: list[tuple[Path_, Data]] = [((), data)]
    while left:
        loc, value = left.pop()
        yield loc
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        if not isinstance(value, str):
            left += reversed([((*loc, key), each) for key, each in pairs])
