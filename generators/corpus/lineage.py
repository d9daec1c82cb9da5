"""The line of a record: the texts that it implements, amends or supersedes, theirs in turn, and those that do
so with it; in the order in which they can be read, each after those that it rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from generators.corpus.corpus import Corpus

Bond = Literal["supersedes", "amends", "implements"]
BONDS: tuple[Bond, ...] = ("supersedes", "amends", "implements")


@dataclass(frozen=True, slots=True)
class Track:
    """A line in the drawing: from the row of an older text down to the last of the rows of newer ones that
    bear the same ``bond`` on it. ``lane`` counts from the texts outwards, from 0.
    """

    bond: Bond
    lane: int
    older: int
    newer: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The ``records`` of a line, each after those that it bears a bond on, else by age; ``tracks`` join them
    by their places in that order.
    """

    records: tuple[str, ...]
    tracks: tuple[Track, ...]

    @property
    def lanes(self) -> int:
        """How many lanes the tracks take."""
        return max((track.lane + 1 for track in self.tracks), default=0)


def line(corpus: Corpus, record: str) -> Line:
    """The line of a record, with the record itself; that alone where it has none."""
    return corpus.cached(("line", record), lambda: _line(corpus, record))


def bonds(corpus: Corpus, record: str) -> list[tuple[Bond, tuple[str, ...]]]:
    """The bonds that a record bears on other records, as far as those are recorded."""
    own = corpus.records[record].relations
    known = ((bond, tuple(each for each in getattr(own, bond) if each in corpus.records)) for bond in BONDS)
    return [(bond, others) for bond, others in known if others]


def _line(corpus: Corpus, record: str) -> Line:
    before = _reached(record, lambda name: (each for _, others in bonds(corpus, name) for each in others))
    after = _reached(record, lambda name: (each for bond in BONDS for each in _bearing(corpus, bond, name)))
    ordered = _ordered(corpus, {*before, *after})
    return Line(ordered, _tracks(corpus, ordered))


def _bearing(corpus: Corpus, bond: Bond, record: str) -> tuple[str, ...]:
    return tuple(each for each in corpus.inverse[bond].get(record, ()) if each in corpus.records)


def _reached(start: str, following: Callable[[str], Iterable[str]]) -> set[str]:
    found, left = {start}, [start]
    while left:
        new = [each for each in following(left.pop()) if each not in found]
        found.update(new)
        left += new
    return found


def _ordered(corpus: Corpus, records: set[str]) -> tuple[str, ...]:
    """Each record after those that it bears a bond on; of those that may come next the oldest."""
    rests_on = {
        name: {each for _, others in bonds(corpus, name) for each in others if each in records}
        for name in records
    }
    found: list[str] = []
    left = sorted(records, key=corpus.age)
    while left:
        ready = (name for name in left if rests_on[name] <= {*found, name})
        following = next(ready, left[0])  # in a circle nothing is ready: the oldest
        left.remove(following)
        found.append(following)
    return tuple(found)


def _tracks(corpus: Corpus, records: tuple[str, ...]) -> tuple[Track, ...]:
    place = {name: number for number, name in enumerate(records)}
    newer: dict[tuple[int, Bond], list[int]] = {}
    for name, row in place.items():
        for bond, others in bonds(corpus, name):
            for other in others:
                if place.get(other, row) < row:
                    newer.setdefault((place[other], bond), []).append(row)
    tracks: list[Track] = []
    for (older, bond), rows in sorted(newer.items(), key=_reach):  # the shortest nearest to the texts
        taken = {track.lane for track in tracks if track.older <= rows[-1] and older <= track.newer[-1]}
        lane = next(lane for lane in range(len(tracks) + 1) if lane not in taken)
        tracks.append(Track(bond, lane, older, tuple(rows)))
    return tuple(tracks)


def _reach(track: tuple[tuple[int, Bond], list[int]]) -> tuple[int, int, Bond]:
    (older, bond), rows = track
    return (rows[-1] - older, older, bond)
