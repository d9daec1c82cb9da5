"""What a file says as it was typed: its values, and the line of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generators.text.memory import unpacked
from generators.text.problems import Problem
from generators.text.yaml_places import in_words

Path_ = tuple[str | int, ...]
Data = dict | list | str


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its data as nested dicts, lists and strings, the line of each value by its path of keys, and
    every character beside ASCII that stands in a value. ``places`` says where a value stands in the file as
    it was typed, for those that stand elsewhere in ``data`` because values before them were left out;
    ``digest`` is that of the file, empty where it was read from none.
    """

    path: str
    data: Data
    lines: Mapping[Path_, int] = field(repr=False)
    letters: str = ""
    places: Mapping[Path_, Path_] = field(default_factory=dict, repr=False)
    digest: str = ""

    def line(self, loc: Path_) -> int:
        """The line of a value, or of the nearest value around it."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)

    def problem(self, loc: Path_, message: str, hint: str = "", rule: str = "") -> Problem:
        """A problem at a value of this file; its field says where that was typed."""
        typed = self._typed(loc)
        where = in_words(loc, self.data, typed)
        return Problem(self.path, self.line(loc), where, message, hint, rule, loc=typed)

    def without(self, gone: Collection[Path_]) -> Source:
        """This file without the values at some paths; each other value keeps the line and the place at which
        it was typed.
        """
        lines: dict[Path_, int] = {}
        places: dict[Path_, Path_] = {}

        def kept(value: Data, typed: Path_, here: Path_) -> Data:
            if typed in self.lines:
                lines[here] = self.lines[typed]
            if here != typed:
                places[here] = typed
            pairs = (
                value.items()
                if isinstance(value, dict)
                else enumerate(value)
                if isinstance(value, list)
                else ()
            )
            left = [(key, each) for key, each in pairs if (*typed, key) not in gone]
            if isinstance(value, dict):
                return {key: kept(each, (*typed, key), (*here, key)) for key, each in left}
            if isinstance(value, list):
                return [kept(each, (*typed, key), (*here, place)) for place, (key, each) in enumerate(left)]
            return value

        return Source(self.path, kept(self.data, (), ()), lines, self.letters, places, self.digest)

    def _typed(self, loc: Path_) -> Path_:
        """The path of a value in the file as it was typed, also of one that is missing there."""
        around = next((loc[:end] for end in range(len(loc), 0, -1) if loc[:end] in self.places), None)
        return loc if around is None else (*self.places[around], *loc[len(around) :])


class RememberedLines(Mapping[Path_, int]):
    """The lines of values from memory: they are put beside their paths when somebody asks for one, which is
    where there is a problem. ``numbers`` are those of all values, each before what it holds, in order.
    """

    def __init__(self, data: Data, numbers: bytes) -> None:
        self._data, self._numbers = data, numbers

    @cached_property
    def _by_path(self) -> dict[Path_, int]:
        return dict(zip(_paths(self._data), unpacked(self._numbers), strict=True))

    def __getitem__(self, loc: Path_) -> int:
        return self._by_path[loc]

    def __iter__(self) -> Iterator[Path_]:
        return iter(self._by_path)

    def __len__(self) -> int:
        return len(self._by_path)


def _paths(data: Data) -> Iterator[Path_]:
    """The paths of all values, each before those of what it holds; depth costs no recursion."""
    left: list[tuple[Path_, Data]] = [((), data)]
    while left:
        loc, value = left.pop()
        yield loc
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        if not isinstance(value, str):
            left += reversed([((*loc, key), each) for key, each in pairs])
