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
    """A place of a text.

    ``within`` is the other text that the reference names before the article, or empty.
    ``path`` is the article and what is inside of it: ("15", "2").
    """

    within: str
    path: tuple[str, ...]

    def holds(self, place: ArticlePlace) -> bool:
        """Whether another place is this one or lies inside of it."""
        return self.within == place.within and place.path[: len(self.path)] == self.path

    def meets(self, place: ArticlePlace) -> bool:
        """Whether one of two places lies inside of the other."""
        return self.holds(place) or place.holds(self)


@cache
def places_of(reference: str) -> tuple[ArticlePlace, ...]:
    """The places that a reference names, in its order; none where it names no article.

    >>> [place.path for place in places_of("Arts. 2(f), 9-11")]
    [('2', 'f'), ('9',), ('10',), ('11',)]
    >>> places_of("Protocol, Art. 3")
    (ArticlePlace(within='Protocol,', path=('3',)),)
    >>> places_of("Preamble")
    ()
    """
    return tuple(_places(reference))


def _places(reference: str) -> Iterator[ArticlePlace]:
    """The places of a reference, whose parts a semicolon parts."""
    for part in reference.split(";"):
        match = _ARTICLES.match(part.strip())
        if match:
            within = match["before"].strip()
            for path in _paths(match["places"]):
                yield ArticlePlace(within, path)


def _paths(places: str) -> Iterator[tuple[str, ...]]:
    """The paths of what follows "Arts.".

    >>> list(_paths("8(1)(a)-(b), (3)"))
    [('8', '1', 'a'), ('8', '1', 'b'), ('8', '3')]
    """
    last: tuple[str, ...] = ()
    for listed in re.split(r",\s*", places):
        ends = []
        for end in listed.split("-"):
            last = _path(end.strip(), last)
            if last:
                ends.append(last)
        if len(ends) == _ENDS:
            yield from _between(*ends)
        else:
            yield from ends


def _path(written: str, last: tuple[str, ...]) -> tuple[str, ...]:
    """A path as it is written after another path (``last``); empty where it is none.

    >>> _path("(3)", ("8", "1", "a"))
    ('8', '3')
    """
    match = _PLACE.match(written)
    if not match:
        return ()
    inner = tuple(_INNER.findall(match["inner"]))
    if match["article"]:
        return (match["article"], *inner)
    if not inner or not last:
        return ()
    kind = _kind(inner[0])
    alike = [depth for depth in range(1, len(last)) if _kind(last[depth]) == kind]
    depth = alike[-1] if alike else len(last)
    return (*last[:depth], *inner)


def _kind(part: str) -> str:
    """How a part of an article is counted; "i" is a Roman number, for no article has nine
    letters.

    >>> [_kind(part) for part in ("12", "iv", "b")]
    ['number', 'roman', 'letter']
    """
    if part.isdecimal():
        return "number"
    return "roman" if _ROMAN.match(part) and part not in ("c", "d", "l") else "letter"


def _between(first: tuple[str, ...], last: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All paths of a range; nothing but its two ends where what lies between cannot be
    counted.

    >>> list(_between(("4", "a"), ("4", "c")))
    [('4', 'a'), ('4', 'b'), ('4', 'c')]
    """
    start = first[-1]
    end = last[-1]
    if first[:-1] != last[:-1]:
        yield first
        yield last
    elif start.isdecimal() and end.isdecimal():
        for number in range(int(start), int(end) + 1):
            yield (*first[:-1], str(number))
    elif len(start) == len(end) == 1 and _kind(start) == _kind(end) == "letter":
        for number in range(ord(start), ord(end) + 1):
            yield (*first[:-1], chr(number))
    else:
        yield first
        yield last
