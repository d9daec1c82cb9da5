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

    @cached_property
    def values(self) -> tuple[Sequence[Value], ...]:
        """The values, column by column."""
        return tuple(make() for make in self.makers)

    def rows(self) -> Iterator[tuple[Value, ...]]:
        """The values, row by row."""
        return zip(*self.values, strict=True)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.makers[0]())
