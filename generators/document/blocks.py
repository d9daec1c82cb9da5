"""Blocks: the parts that a document is made of. A block says what it is; ``role`` names
the kind of thing it holds.

Writers decide how a role looks. Headings have no level: it follows from how sections
stand in one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from generators.corpus.addresses import Target
from generators.document.runs import Runs, Shared


class Paragraph(NamedTuple):
    """A paragraph. ``role``: empty, ``title`` (the whole title, below a headline that is
    another), ``lead`` (the sentence that opens a document), ``facts`` (facts in a row),
    ``note`` (said beside), ``number`` (a typed value, such as 30 days), ``cite`` (how to
    cite), ``open`` (what is still open), ``doors`` (links to where most readers go on).
    """

    runs: Runs
    role: str = ""


class Fact(NamedTuple):
    """A label and its value: a line, or blocks."""

    label: Runs
    value: Runs = ()
    blocks: Blocks = ()


class Facts(NamedTuple):
    """Labels with their values. ``role``: ``pairs``, ``identity``, ``time`` (dates in
    order), ``lists`` (each value is a row of links), ``answers`` (a thing and what it
    answers), ``titles`` (one thing in several languages), ``forms`` (a term in each
    language).
    """

    rows: Sequence[Fact]
    role: str = "pairs"


class ListItem(NamedTuple):
    """A thing in a list. ``year`` is that of a record, ``about`` what is said of the
    thing beside its name.
    """

    runs: Runs
    about: Runs = ()
    year: str = ""
    anchor: str = ""


class List(NamedTuple):
    """A list. ``role``: ``bare`` (within another block), ``plain``, ``columns`` (short,
    many), ``records``, ``states``, ``topics``, ``sources`` (numbered, and cited by their
    numbers on paper).
    """

    items: Sequence[ListItem | Shared[ListItem]]
    role: str = "plain"

    def shown(self) -> Blocks:
        """The list; nothing where it is empty."""
        return [self] if self.items else []

    def behind(self, label: Runs, colon: str) -> Blocks:
        """The list behind a line that says what it is; nothing where it is empty."""
        return [Paragraph([*label, colon]), self] if self.items else []

    def under(self, heading: Runs, anchor: str) -> Section | None:
        """A section with this list alone; None where it is empty."""
        return Section(heading, [self], anchor) if self.items else None


class Entry(NamedTuple):
    """One thing that a text says, or that is said of a thing: ``label`` names it,
    ``value`` is the number it sets, ``text`` the sentence, ``about`` the lines that say
    where it stands, how sure it is …, ``more`` what may follow.

    ``number`` is its place in an order, empty where it has none. ``former`` are the
    anchors of what it took the place of.
    """

    text: Runs
    about: Sequence[Runs] = ()
    label: Runs = ()
    value: Runs = ()
    number: str = ""
    anchor: str = ""
    more: Blocks = ()
    former: Sequence[str] = ()


EntriesRole = Literal[
    "provisions",
    "cells",
    "steps",
    "objectives",
    "indicators",
    "articles",
    "advice",
    "definitions",
    "legend",
    "numbers",
]
"""The kinds of entries; whoever writes entries has a case for each of these."""


class Entries(NamedTuple):
    """Entries, one below the other. ``role``: ``provisions``, ``cells`` (provisions
    within a comparison), ``steps``, ``objectives``, ``indicators``, ``articles`` (each
    behind its name), ``advice`` (a step of ours, and what texts say on it),
    ``definitions``, ``legend``, ``numbers`` (each with its share of the largest).
    """

    items: Sequence[Entry | Shared[Entry]]
    role: EntriesRole = "provisions"


class Row(NamedTuple):
    """A row of a table; a cell that is None goes on from the row above. ``facets`` are
    what rows are filtered and sorted by: codes and numbers by the name of the facet.
    """

    cells: Sequence[Blocks | None]
    anchor: str = ""
    facets: Mapping[str, str] = {}


class Group(NamedTuple):
    """Rows under one label; ``folded`` where a reader may pass over them, ``more`` where
    they go on with the group before.
    """

    label: Runs
    rows: Sequence[Row]
    anchor: str = ""
    folded: bool = False
    more: bool = False


class Table(NamedTuple):
    """A table: the labels of its columns, the first of which names the rows. ``role``:
    ``comparison`` (records with what they say), ``steps``, ``duties`` (who gets reports),
    ``states``, ``parties`` (texts with the day since which a State is bound), ``list`` (a
    few words in each cell), ``sheet`` (steps with a sentence each). ``anchor`` is its
    place on its page, empty for a further table of one; ``grouped`` says what the labels
    of its groups are.
    """

    caption: Runs
    head: Sequence[Runs]
    groups: Sequence[Group]
    role: str = "comparison"
    anchor: str = "compare"
    grouped: Runs = ()


class Tile(NamedTuple):
    """A State in a map: its alpha-3 code, its column and row from 0, the code of its
    class in the key, the words that name it (none where it is named beside); what it
    leads to, where it leads anywhere.
    """

    code: str
    column: int
    row: int
    shade: str
    words: str
    target: Target | None = None


class Shade(NamedTuple):
    """A class of tiles: its code, and what it means, with how many States are in it."""

    code: str
    label: Runs


class TileMap(NamedTuple):
    """A map of States, a tile each. ``caption`` says what it shows, ``key`` what is to be
    read off it. What it says of each State stands in words beside it.
    """

    caption: Runs
    key: Sequence[Shade]
    tiles: Sequence[Tile]


class Leg(NamedTuple):
    """A part of a route: what it is called, what it is, its stops in order, each with its
    ``number``.
    """

    label: Runs
    text: Runs
    stops: Sequence[Entry]


class Route(NamedTuple):
    """A way with its stops, in legs: the steps of a case by phase. What is drawn is the
    line that joins the stops, and the same is said by their order and numbers.
    """

    legs: Sequence[Leg]


class Section(NamedTuple):
    """A heading with what stands under it. ``role``: empty, ``fold`` (what a reader may
    pass over, behind its heading; on paper it stands open). ``former`` are anchors of
    what stood in the document and is no more.
    """

    heading: Runs
    blocks: Blocks
    anchor: str = ""
    role: str = ""
    former: Sequence[str] = ()


class Fold(NamedTuple):
    """Blocks that a reader may pass over, behind a line that says what they are; on paper
    they stand open. ``role``: empty, ``titles``. ``anchor``, where one leads to it.
    """

    summary: Runs
    blocks: Blocks
    open: bool = False
    role: str = ""
    anchor: str = ""


class Document(NamedTuple):
    """What is said of one thing: what opens it, its sections, and what stands aside of
    them (dates, identity, lineage). The title is said apart, by whoever lays it out.
    """

    head: Blocks
    sections: Sequence[Section]
    aside: Sequence[Section] = ()


_Words = Paragraph | Facts | List | Entries | Table
_Pictures = TileMap | Route
Block = _Words | _Pictures | Section | Fold | Shared["Block"]
"""Whoever writes blocks has a case for each of these; the type checker finds a kind
without one.
"""
Blocks = Sequence[Block]


def followed(document: Document, section: Section | None) -> Document:
    """A document with one more section at its end, where there is one."""
    if section is None:
        return document
    return document._replace(sections=[*document.sections, section])


def notes(*lines: Runs) -> list[Paragraph]:
    """Small paragraphs; empty ones are left out."""
    return [Paragraph(line, "note") for line in lines if line]


def facts(rows: Iterable[tuple[Runs, Runs]], role: str = "pairs") -> Facts:
    """Labels with lines as their values; those without a value are left out."""
    return Facts([Fact(label, value) for label, value in rows if value], role)


def table(
    caption: Runs,
    head: Sequence[Runs],
    rows: Sequence[Row],
    role: str,
    anchor: str = "compare",
) -> Table:
    """A table whose rows stand in one group."""
    return Table(caption, head, [Group([], rows)], role, anchor)


def row(*cells: Runs, anchor: str = "") -> Row:
    """A row with a line in each cell; one without words is empty."""
    return Row([[Paragraph(line)] if line else [] for line in cells], anchor)


def undrawn(picture: TileMap | Route) -> Iterator[Block]:
    """A picture as blocks of words; none of a map, for what it says of each State stands
    beside it.
    """
    if isinstance(picture, Route):
        for leg in picture.legs:
            yield Section(leg.label, [*notes(leg.text), Entries(leg.stops, "steps")])
