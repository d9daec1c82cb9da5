"""Which places of a text a reference names ("Arts. 2(f), 9, 16"), so that two references
can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_ARTICLES = re.compile(r"^(?P<before>.*?)\bArts?\.\s*(?P<places>.*)$")
_PLACE = re.compile(r"^(?P<article>[0-9]+[A-Za-z]?|[IVXLC]+)?(?P<inner>(?:\([^)]+\))*)")
_INNER = re.compile(r"\(([^)]+)\)")
_ROMAN = re.compile(r"^[ivxlc]+$")
_ENDS = 2
"""How many ends a range has."""


class ArticlePlace(NamedTuple):
    """A place of a text. ``within`` is empty, or the other text that the reference names
    before the article; ``path`` is the article and what is inside of it: ("15", "2").
    """

    within: str
    path: tuple[str, ...]

    def holds(self, other: ArticlePlace) -> bool:
        """Whether another place is this one or lies inside of it."""
        return self.within == other.within and other.path[: len(self.path)] == self.path

    def meets(self, other: ArticlePlace) -> bool:
        """Whether one of two places lies inside of the other."""
        return self.holds(other) or other.holds(self)


@cache
def places_of(reference: str) -> tuple[ArticlePlace, ...]:
    """The places that a reference names, in its order; none where it names no article."""
    return tuple(_places(reference))


def _places(reference: str) -> Iterator[ArticlePlace]:
    for part in reference.split(";"):
        if found := _ARTICLES.match(part.strip()):
            within = found["before"].strip()
            for path in _paths(found["places"]):
                yield ArticlePlace(within, path)


def _paths(places: str) -> Iterator[tuple[str, ...]]:
    """The paths of what stands behind "Arts.": "8(1)(a)-(b), (3)" are 8(1)(a), 8(1)(b)
    and 8(3).
    """
    last: tuple[str, ...] = ()
    for listed in re.split(r",\s*", places):
        ends = []
        for end in listed.split("-"):
            if last := _path(end.strip(), last):
                ends.append(last)
        yield from _between(*ends) if len(ends) == _ENDS else ends


def _path(written: str, last: tuple[str, ...]) -> tuple[str, ...]:
    """A path as it is written behind another one: "(3)" behind 8(1)(a) is 8(3). Empty
    where it is none.
    """
    found = _PLACE.match(written)
    inner = tuple(_INNER.findall(found["inner"])) if found else ()
    if found and found["article"]:
        return (found["article"], *inner)
    if not inner or not last:
        return ()
    alike = [
        depth for depth in range(1, len(last)) if _kind(last[depth]) == _kind(inner[0])
    ]
    return (*last[: alike[-1] if alike else len(last)], *inner)


def _kind(part: str) -> str:
    """How a part of an article is counted; "i" is a Roman number, for no article has nine
    letters.
    """
    if part.isdecimal():
        return "number"
    return "roman" if _ROMAN.match(part) and part not in ("c", "d", "l") else "letter"


def _between(first: tuple[str, ...], last: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All paths of a range; its ends alone where what lies between cannot be counted."""
    start, end = first[-1], last[-1]
    if first[:-1] == last[:-1] and start.isdecimal() and end.isdecimal():
        for number in range(int(start), int(end) + 1):
            yield (*first[:-1], str(number))
    elif (
        first[:-1] == last[:-1]
        and len(start) == len(end) == 1
        and _kind(start) == _kind(end) == "letter"
    ):
        for number in range(ord(start), ord(end) + 1):
            yield (*first[:-1], chr(number))
    else:
        yield first
        yield last
