"""The anchors of a record's lines: its provisions, steps, objectives, indicators and
sources.

An anchor is promised for ever. So it comes from what a line says of itself: its ``id``,
else its reference. It does not come from its place in the list. Where that is not enough,
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
from generators.model.records import Indicator, Objective, Provision, Record

SECTIONS = (
    "summary",
    "before-and-after",
    "provisions",
    "objectives",
    "indicators",
    "evaluations",
    "steps",
    "reporting",
    "parties",
    "silent",
    "dakar",
    "sources",
    "cite",
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
        *FRAME,
        "choices",
        "answers",
        "state",
        "compare",
        "silent",
        "read-in-part",
        "unreadable",
        "unread",
        "see-also",
        "procedures",
        "changes",
        "cite",
    ),
    "items": (*FRAME, *get_args(ItemKind), "answered", "in-part", "open", "sources"),
}
"""The anchors that a page keeps for itself where the entries of a list, or the items of
the consultation, are on it by their ids.
"""

_FORMS = {"steps": re.compile(r"step-\d+"), "sources": re.compile(r"source-.+")}
"""The names that lines without an id of their own words have, by section; a line of
another section takes none of them.
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
    """An anchor that a line asks for and does not get.

    ``where`` and ``index`` are its list and its place there, from 0. ``wanted`` is the
    anchor, ``given`` what it gets meanwhile. ``taken_by`` is the list and the place of
    the line that has it, None where the page itself does.
    """

    where: List
    index: int
    wanted: str
    given: str
    taken_by: Line | None


def anchors(owner: Record | Mechanism | Item) -> Anchors:
    """The anchors of a record; of a mechanism and an item those of its sources.

    Where a line asks for one that is taken, it gets the next that is free. A page has no
    anchor twice, whatever ``check`` says of it.
    """
    return _gather(owner)[0]


def clashes(owner: Record | Mechanism | Item) -> list[Clash]:
    """The lines that do not get the anchor that they ask for."""
    return _gather(owner)[1]


def _gather(owner: Record | Mechanism | Item) -> tuple[Anchors, list[Clash]]:
    """The anchors of an owner, and the lines that do not get the one they ask for."""
    names_by_list = dict(_wanted(owner))
    lines = [
        (where, index, name)
        for where, names in names_by_list.items()
        for index, name in enumerate(names)
    ]
    holder: dict[str, Line | None] = dict.fromkeys((*SECTIONS, *FRAME))
    for where, index, name in lines:
        if not _is_reserved(name, where):
            holder.setdefault(name, (where, index))
    clashes = []
    for where, index, name in lines:
        if name and holder.get(name) != (where, index):
            given = _free(name, where, holder)
            names_by_list[where][index] = given
            clashes.append(Clash(where, index, name, given, holder.get(name)))
            holder[given] = (where, index)
    given_names = {where: tuple(names) for where, names in names_by_list.items()}
    return Anchors(**given_names), clashes


def _wanted(owner: Record | Mechanism | Item) -> Iterator[tuple[List, list[str]]]:
    """The anchors that the lines of each list ask for, whatever other lists have.

    Lines that nothing tells apart are counted among themselves, so that one put in with
    an id moves no other.
    """
    if isinstance(owner, Record):
        yield "provisions", _names_of_provisions(owner.provisions)
        numbers = itertools.count(1)
        yield "steps", [line.id or f"step-{next(numbers)}" for line in owner.steps]
        yield "objectives", _names_with_section("objectives", owner.objectives)
        yield "indicators", _names_with_section("indicators", owner.indicators)
    yield "sources", [source_anchor(line.id) for line in owner.sources]


def _names_of_provisions(lines: Iterable[Provision]) -> list[str]:
    """The anchors that provisions ask for: id, else reference, else a number."""
    numbers = itertools.count(1)
    return [line.id or slug(line.ref) or f"provision-{next(numbers)}" for line in lines]


def _names_with_section(where: List, lines: Iterable[Objective | Indicator]) -> list[str]:
    """The anchors that lines ask for, each with its section: ``indicators-3``."""
    numbers = itertools.count(1)
    return [
        f"{where}-{line.id or slug(line.ref or '') or next(numbers)}" for line in lines
    ]


def _is_reserved(name: str, where: List) -> bool:
    """Whether a name is reserved for the lines of another list than ``where``.

    It is reserved even if the record has no such line today.

    >>> _is_reserved("step-3", "provisions"), _is_reserved("step-3", "steps")
    (True, False)
    """
    return any(
        form.fullmatch(name) for section, form in _FORMS.items() if section != where
    )


def _free(name: str, where: List, taken: Collection[str]) -> str:
    """The first free one of ``name-2``, ``name-3`` …. A name that is reserved for another
    list gets that of its own list put before it.

    >>> _free("art-3", "provisions", {"art-3", "art-3-2"})
    'art-3-3'
    >>> _free("step-3", "provisions", ())
    'provision-step-3'
    """
    names: Iterator[str] = (f"{name}-{number}" for number in itertools.count(2))
    if _is_reserved(name, where):
        own = f"{where.removesuffix('s')}-{name}"
        numbered = (f"{own}-{number}" for number in itertools.count(2))
        names = itertools.chain((own,), numbered)
    return next(candidate for candidate in names if candidate not in taken)


def source_anchor(code: str | None) -> str:
    """The anchor of a source in a list of sources; empty where it has no id.

    >>> source_anchor("depositary"), source_anchor(None)
    ('source-depositary', '')
    """
    return f"source-{code}" if code else ""
