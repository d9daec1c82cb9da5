"""The anchors of a record's lines: its provisions, steps, objectives, indicators and
sources.

An anchor is promised for good. So it comes from what a line says of itself (its ``id``,
else its reference) and not from its place in the list; where that is not enough,
``check`` asks the editor for an ``id``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from generators.corpus.addresses import slug
from generators.model.items import Item, ItemKind
from generators.model.mechanisms import Mechanism
from generators.model.records import Indicator, Objective, Record

SECTIONS = (
    *(
        "summary",
        "provisions",
        "objectives",
        "indicators",
        "evaluations",
        "steps",
        "reporting",
    ),
    *("parties", "silent", "dakar", "sources", "cite"),
)
"""The anchors of a record's own sections."""

FRAME = ("content", "search-slot", "search-page", "q", "signs")
"""The ids of the frame around every page."""

OF_PAGES = {
    "terms": (*FRAME, "terms"),
    "principles": (*FRAME, "matrix", "principles", "guidelines"),
    "indicators": (*FRAME, "cycle", "compare", "dates", "indicators", "matrix"),
    "pillars": (*FRAME, "matrix"),
    "regions": (
        *(
            *FRAME,
            "choices",
            "answers",
            "state",
            "compare",
            "silent",
            "read-in-part",
            "unreadable",
            "unread",
        ),
        *("see-also", "procedures", "changes", "cite"),
    ),
    "items": (*FRAME, *get_args(ItemKind), "answered", "in-part", "open", "sources"),
}
"""The anchors that a page keeps for itself where the entries of a list, or the items of
the consultation, stand on it by their ids.
"""

_OF_LISTS = {"steps": re.compile(r"step-\d+"), "sources": re.compile(r"source-.+")}
"""The names that lines without an id of their own words have; a line of another list
takes none of them.
"""

List = Literal["provisions", "steps", "objectives", "indicators", "sources"]
Line = tuple[List, int]
"""A line: its list, and its place there, from 0."""


class Anchors(NamedTuple):
    """The anchors of a record's lines, each list in its order; a source without an id has
    none (``""``).
    """

    provisions: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """An anchor that a line asks for and does not get. ``where`` and ``index`` are its
    list and its place there, from 0; ``given`` is what it gets meanwhile; ``taken_by`` is
    the list and the place of the line that has it, None where the page itself does.
    """

    where: List
    index: int
    wanted: str
    given: str
    taken_by: Line | None


def anchors(owner: Record | Mechanism | Item) -> Anchors:
    """The anchors of a record (a mechanism and an item have sources alone). Where a line
    asks for one that is taken, it gets the next that is free: a page has no anchor twice,
    whatever ``check`` says of it.
    """
    return _gather(owner)[0]


def clashes(owner: Record | Mechanism | Item) -> list[Clash]:
    """The lines that do not get the anchor that they ask for."""
    return _gather(owner)[1]


def _gather(owner: Record | Mechanism | Item) -> tuple[Anchors, list[Clash]]:
    found = dict(_wanted(owner))
    lines = [
        (where, index, name)
        for where, names in found.items()
        for index, name in enumerate(names)
    ]
    holder: dict[str, Line | None] = dict.fromkeys((*SECTIONS, *FRAME))
    for where, index, name in lines:
        if not _kept(name, where):
            holder.setdefault(name, (where, index))
    lost = []
    for where, index, name in lines:
        if name and holder.get(name) != (where, index):
            given = found[where][index] = _free(name, where, holder)
            lost.append(Clash(where, index, name, given, holder.get(name)))
            holder[given] = (where, index)
    return Anchors(**{where: tuple(names) for where, names in found.items()}), lost


def _wanted(owner: Record | Mechanism | Item) -> Iterator[tuple[List, list[str]]]:
    """What the lines of each list would be called, were they alone. Lines that nothing
    tells apart are counted among themselves, so that one put in with an id moves no
    other.
    """
    if isinstance(owner, Record):
        number = itertools.count(1)
        lines = owner.provisions
        yield (
            "provisions",
            [line.id or slug(line.ref) or f"provision-{next(number)}" for line in lines],
        )
        number = itertools.count(1)
        yield "steps", [line.id or f"step-{next(number)}" for line in owner.steps]
        yield "objectives", _named("objectives", owner.objectives)
        yield "indicators", _named("indicators", owner.indicators)
    yield "sources", [source_anchor(line.id) for line in owner.sources]


def _named(where: List, lines: Iterable[Objective | Indicator]) -> list[str]:
    number = itertools.count(1)
    return [
        f"{where}-{line.id or slug(line.ref or '') or next(number)}" for line in lines
    ]


def _kept(name: str, where: List) -> bool:
    """Whether a name is kept for the lines of another list, whether the record has any
    today or not.
    """
    return any(form.fullmatch(name) for of, form in _OF_LISTS.items() if of != where)


def _free(name: str, where: List, taken: Collection[str]) -> str:
    """The first free one of ``name-2``, ``name-3`` …; a name that is kept for another
    list gets its own list's put before it.
    """
    counted = (f"{name}-{number}" for number in itertools.count(2))
    own = f"{where.removesuffix('s')}-{name}"
    names = itertools.chain((own,), (f"{own}-{number}" for number in itertools.count(2)))
    return next(
        each for each in (names if _kept(name, where) else counted) if each not in taken
    )


def source_anchor(code: str | None) -> str:
    """The anchor of a source in a list of sources; empty where it has no id."""
    return f"source-{code}" if code else ""
