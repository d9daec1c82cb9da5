"""What a table of the open data is: named columns with their meanings and values, a key, and links to the
keys of other tables. It knows no format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Value = str | int | float | bool | None
"""A value of a cell; None where there is none. There are no empty texts."""

Kind = Literal["text", "code", "codes", "day", "whole", "number", "yes", "address", "language"]
"""What a column holds: a ``text``; a ``code`` of its ``vocabulary`` (or an id); ``codes`` with spaces between
them; a ``day`` as ISO 8601, no more precise than it is known (``2009``, ``2009-04``, ``2009-04-01``); a
``whole`` number or a ``number``; ``yes`` is true or false; the ``address`` of a page or of what was read;
the tag of a ``language`` (BCP 47).
"""


Said = Literal["same", "said", "known"]
"""In what language a column is: the ``same`` in all; ``said`` in one; or words of one that are ``known`` from
another table by a code or an id, as labels and names are.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its ``name`` is the same in all languages; ``title`` heads it for people, in the language of
    the table, and is the name where it is for programs; ``meaning`` is a sentence in that language.
    ``vocabulary`` is the list of the table ``vocabulary`` that its codes are of (empty: they are ids, or no
    codes).
    """

    name: str
    kind: Kind
    meaning: str
    title: str = ""
    vocabulary: str = ""
    said: Said = "said"

    @property
    def heading(self) -> str:
        return self.title or self.name


@dataclass(frozen=True, slots=True)
class Link:
    """The columns of a table whose values, where there are any, are the key of a row of ``table``."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table in one language. ``key`` are the columns that tell its rows apart; ``searched`` those that a
    reader searches for words; ``joins`` says that it holds pairs that stand, all in one cell, in another
    table too: a database needs it, a reader does not. Values are worked out when they are asked for.
    """

    name: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    makers: tuple[Callable[[], Sequence[Value]], ...]
    links: tuple[Link, ...] = ()
    searched: tuple[str, ...] = ()
    joins: bool = False

    def same(self) -> Table:
        """The table as it is in all languages: codes, days, numbers, addresses."""
        return self._of(self.name, [each for each in self.columns if each.said == "same"], self.links)

    def said(self) -> Table | None:
        """What one language says in it, by its key, and nothing that codes and ids say; None where there is
        no more.
        """
        own = [each for each in self.columns if each.said == "said" or each.name in self.searched]
        if not any(each.said == "said" for each in own):
            return None
        kept = [each for each in self.columns if each.name in self.key or each in own]
        link = Link(self.key, self.name, self.key)
        return self._of(f"{self.name}_text", kept, [link], self.searched)

    def _of(
        self, name: str, kept: Sequence[Column], links: Sequence[Link], searched: tuple[str, ...] = ()
    ) -> Table:
        makers = [make for column, make in zip(self.columns, self.makers, strict=True) if column in kept]
        rest = (self.title, self.meaning, tuple(kept), self.key, tuple(makers), tuple(links), searched)
        return Table(name, *rest, self.joins)

    @cached_property
    def values(self) -> tuple[Sequence[Value], ...]:
        """The values, column by column."""
        return tuple(make() for make in self.makers)

    def rows(self) -> Iterator[tuple[Value, ...]]:
        """The values, row by row."""
        return zip(*self.values, strict=True)

    def spoken(self) -> list[tuple[Value, ...]]:
        """The rows that hold more than their key."""
        keys = len(self.key)
        return [row for row in self.rows() if any(value is not None for value in row[keys:])]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.makers[0]())
