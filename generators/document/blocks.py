"""Blocks: the parts that a document is made of. A block says what it is; its ``role``
names the kind of content it has.

Writers decide how a role looks. Headings have no level: it follows from how sections are
nested.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, assert_never

from generators.corpus.addresses import Target
from generators.document.runs import Runs, Scale, Shared, joined


class Paragraph(NamedTuple):
    """A paragraph. Its ``role`` may be empty.

    A ``title`` is the whole title, below a headline that is another. A ``lead`` opens a
    document. ``facts`` are facts in a row, a ``note`` is a remark. A ``number`` is a
    typed value, such as 30 days. ``cite`` says how to cite, ``open`` what is still open.
    ``doors`` are links to where most readers go on. ``persons`` as of ``Entry``.
    """

    runs: Runs
    role: str = ""
    persons: Sequence[str] = ()


class Fact(NamedTuple):
    """A label and its value: a line, or blocks. ``persons`` as of ``Entry``."""

    label: Runs
    value: Runs = ()
    blocks: Blocks = ()
    persons: Sequence[str] = ()


class Facts(NamedTuple):
    """Labels with their values.

    By its ``role``: ``identity`` identifies a record, ``time`` has dates in order. In
    ``lists`` each value is a row of links. ``answers`` are questions with their answers.
    ``titles`` is one title in several languages, ``forms`` a term in each language. All
    else is ``pairs``.
    """

    rows: Sequence[Fact]
    role: str = "pairs"


class ListItem(NamedTuple):
    """An item of a list: its name (``runs``), and facts ``about`` it. ``year`` is that of
    a record.
    """

    runs: Runs
    about: Runs = ()
    year: str = ""
    anchor: str = ""


class List(NamedTuple):
    """A list.

    By its ``role``: a ``bare`` list is within another block, ``columns`` are many short
    items. ``sources`` are numbered, and paper cites them by their numbers. ``records``,
    ``states`` and ``topics`` are lists of these. ``call`` is whom to call, the first one
    in large letters. All else is ``plain``.
    """

    items: Sequence[ListItem | Shared[ListItem]]
    role: str = "plain"

    def shown(self) -> Blocks:
        """The list; nothing where it is empty."""
        return [self] if self.items else []

    def behind(self, label: Runs, colon: str) -> Blocks:
        """A line that says what the list is, then the list; nothing where it is empty.

        ``colon`` is what the language puts after a label.
        """
        return [Paragraph([*label, colon]), self] if self.items else []

    def under(self, heading: Runs, anchor: str) -> Section | None:
        """A section with only this list; None where it is empty."""
        return Section(heading, [self], anchor) if self.items else None


class Entry(NamedTuple):
    """A statement, such as a provision. ``text`` is its sentence.

    ``label`` names it, and ``value`` is the number that it sets. ``about`` are lines of
    facts: where the text says so, how sure that is, and so on. ``more`` may follow them.
    ``number`` is its place in an order, empty where it has none. ``former`` are the
    anchors of what it took the place of. ``persons`` are the codes of those whom it is
    for (``corpus/persons.py``). A reader who chooses one of them sees it first.
    """

    text: Runs
    about: Sequence[Runs] = ()
    label: Runs = ()
    value: Runs = ()
    number: str = ""
    anchor: str = ""
    more: Blocks = ()
    former: Sequence[str] = ()
    persons: Sequence[str] = ()


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
    """Entries, one below the other.

    By their ``role``: ``cells`` are provisions within a comparison. ``articles`` come
    each after its name. ``advice`` is a step of ours, with what texts say on it.
    ``numbers`` come each with its share of the largest.
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
    """Rows under one label. ``folded``: a reader may pass over them. ``more``: they go on
    with the group before.
    """

    label: Runs
    rows: Sequence[Row]
    anchor: str = ""
    folded: bool = False
    more: bool = False


class Table(NamedTuple):
    """A table. ``head`` are the labels of its columns; the first column names the rows.

    ``anchor`` is its place on its page, empty for the second table of a page and all that
    follow. ``grouped`` says what the labels of its groups are. By its ``role``:
    ``comparison`` has records with what they say, ``duties`` who gets reports.
    ``parties`` has texts with the day since which a State is bound. ``list`` has a few
    words in each cell, ``sheet`` steps with a sentence each. ``amended`` has articles
    with what they said before and since. The others are ``steps`` and ``states``.
    """

    caption: Runs
    head: Sequence[Runs]
    groups: Sequence[Group]
    role: str = "comparison"
    anchor: str = "compare"
    grouped: Runs = ()


class Tile(NamedTuple):
    """A State in a map, by its alpha-3 ``code``; column and row count from 0.

    ``shade`` is the code of its class in the key. ``words`` name it; they are empty where
    a list near the map does. ``target`` is what it leads to, None where it leads nowhere.
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
    """A map in which each State is a tile.

    ``caption`` says what it shows, ``key`` what its shades mean. Words near the map say
    the same of each State.
    """

    caption: Runs
    key: Sequence[Shade]
    tiles: Sequence[Tile]


class Bar(NamedTuple):
    """A part of a whole, such as 51 of 54.

    ``label`` says what it is of, and ``words`` how much. ``part`` is the same from 0 to
    1. ``blocks`` say what is in it.
    """

    label: Runs
    words: Runs
    part: float
    blocks: Blocks


class Bars(NamedTuple):
    """Parts of wholes side by side, each as a bar that a reader can open.

    ``caption`` says what they are. Paper has the words of each bar in one line.
    """

    caption: Runs
    bars: Sequence[Bar]


class Strip(NamedTuple):
    """Marks on a scale. ``caption`` says what they are, ``key`` how many of each kind
    there are. Paper has only these words.
    """

    caption: Runs
    key: Sequence[Shade]
    scale: Scale


class Square(NamedTuple):
    """One of a row of squares: its class in the key, and what it leads to."""

    shade: str
    target: Target


class Squares(NamedTuple):
    """Things as a row of squares, by class. ``key`` says how many each class has. The
    things are also in a list near the row, and paper has the words of the key.
    """

    caption: Runs
    key: Sequence[Shade]
    squares: Sequence[Square]


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


class Blanks(NamedTuple):
    """Lines on which somebody writes by hand, each after its label. Only paper has
    them.
    """

    labels: Sequence[Runs]


class Section(NamedTuple):
    """A heading with the blocks under it.

    ``role`` is empty, or ``fold`` where a reader may pass over the blocks. Then a page
    shows only the heading first; paper shows all. ``former`` are anchors of what was in
    the document and is no more. ``persons`` as of ``Entry``.
    """

    heading: Runs
    blocks: Blocks
    anchor: str = ""
    role: str = ""
    former: Sequence[str] = ()
    persons: Sequence[str] = ()


class Fold(NamedTuple):
    """Blocks that a reader may pass over, after a line (``summary``) that says what they
    are.

    A page shows only that line first, unless the fold is ``open``; paper shows all.
    ``role`` is empty or ``titles``. ``anchor`` is empty where nothing links to it.
    ``persons`` as of ``Entry``.
    """

    summary: Runs
    blocks: Blocks
    open: bool = False
    role: str = ""
    anchor: str = ""
    persons: Sequence[str] = ()


class Document(NamedTuple):
    """A page without its title: what opens it, its sections, and what is to their side
    (dates, identity, lineage). The title comes from who lays it out.
    """

    head: Blocks
    sections: Sequence[Section]
    aside: Sequence[Section] = ()


_Words = Paragraph | Facts | List | Entries | Table | Blanks
Picture = TileMap | Route | Bars | Strip | Squares
"""What is drawn where a writer can draw; else ``undrawn`` says it in words."""
Block = _Words | Picture | Section | Fold | Shared["Block"]
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
    """A table whose rows are all in one group."""
    return Table(caption, head, [Group([], rows)], role, anchor)


def row(*cells: Runs, anchor: str = "") -> Row:
    """A row with a line in each cell; one without words is empty."""
    return Row([[Paragraph(line)] if line else [] for line in cells], anchor)


def undrawn(picture: Picture, colon: str = ": ") -> Iterator[Block]:
    """A picture as blocks of words. None of a map: words near it say the same.

    ``colon`` is what the language puts after a label.
    """
    match picture:
        case Route():
            for leg in picture.legs:
                yield Section(leg.label, [*notes(leg.text), Entries(leg.stops, "steps")])
        case Bars():
            words = joined([*bar.label, " ", *bar.words] for bar in picture.bars)
            yield Paragraph([*picture.caption, colon, *words])
        case Strip() | Squares():
            words = joined(shade.label for shade in picture.key)
            yield Paragraph([*picture.caption, colon, *words])
        case TileMap():
            pass
        case _:
            assert_never(picture)
