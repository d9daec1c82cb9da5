"""What a table of the open data is: columns with meanings and values, a key, and links
to other tables. It knows no file format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

CellValue = str | int | float | bool | None
"""The value of a cell. It is None if there is no value: there are no empty texts."""

ColumnKind = Literal[
    "text", "code", "codes", "day", "whole", "number", "yes", "address", "language"
]
"""What a column holds:

- ``text``: words;
- ``code``: a code of the column's ``vocabulary``, or an id;
- ``codes``: several codes with spaces between them;
- ``day``: ISO 8601, as precise as it is known (``2009``, ``2009-04``, ``2009-04-01``);
- ``whole``, ``number``: a whole number, any number;
- ``yes``: true or false;
- ``address``: the address of a page, or of a source;
- ``language``: the tag of a language (BCP 47).
"""

LanguageScope = Literal["same", "own", "known"]
"""In which languages a column is:

- ``same``: its values are the same in all languages;
- ``own``: its values are words of one language;
- ``known``: its values are words of one language that another table has, too. They are
  found there by a code or an id, such as labels and names.
"""


class Column(NamedTuple):
    """A column of a table.

    ``name`` is the same in all languages. ``title`` is its heading for people, in the
    language of the table. It is empty if only programs need the column. ``meaning`` is a
    sentence in that language. ``vocabulary`` is the list that its codes are from. It is
    empty if they are ids, or no codes. ``values`` works out its values, row by row.
    ``scope`` is in which languages it is.
    """

    name: str
    kind: ColumnKind
    values: Callable[[], Sequence[CellValue]]
    title: str = ""
    meaning: str = ""
    vocabulary: str = ""
    scope: LanguageScope = "own"


class ForeignKey(NamedTuple):
    """A link: the values of ``columns`` are the key (``to``) of a row of ``table``. A row
    without these values has no link.
    """

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True)
class DataTable:
    """A table in one language. Its values are worked out when somebody asks for them.

    ``key`` names the columns that tell its rows apart. ``worded`` names columns that
    ``in_one_language`` has although codes and ids say the same. Readers search for these
    words. ``joins`` is true of a table of pairs that another table has in one cell. A
    database needs such a table, and a reader does not.
    """

    name: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    links: tuple[ForeignKey, ...] = ()
    worded: tuple[str, ...] = ()
    joins: bool = False

    def in_all_languages(self) -> DataTable:
        """The part that is the same in all languages: codes, days, numbers, addresses."""
        columns = [column for column in self.columns if column.scope == "same"]
        return self._with_columns(self.name, columns, self.links)

    def in_one_language(self) -> DataTable | None:
        """The part that one language says, with its key. Words that follow from codes and
        ids are left out. None if nothing is left.
        """
        if not any(column.scope == "own" for column in self.columns):
            return None
        columns = [column for column in self.columns if self._is_in_words(column)]
        link = ForeignKey(self.key, self.name, self.key)
        return self._with_columns(f"{self.name}_text", columns, [link])

    def _is_in_words(self, column: Column) -> bool:
        """Whether the part in one language has a column."""
        return column.scope == "own" or column.name in (*self.worded, *self.key)

    def _with_columns(
        self, name: str, columns: Sequence[Column], links: Sequence[ForeignKey]
    ) -> DataTable:
        """The table with another name, with these columns and links."""
        return replace(self, name=name, columns=tuple(columns), links=tuple(links))

    @cached_property
    def values(self) -> tuple[Sequence[CellValue], ...]:
        """The values, column by column."""
        return tuple(column.values() for column in self.columns)

    def rows(self) -> Iterator[tuple[CellValue, ...]]:
        """The values, row by row."""
        return zip(*self.values, strict=True)

    def rows_with_values(self) -> list[tuple[CellValue, ...]]:
        """The rows that have a value outside their key."""
        key_size = len(self.key)
        return [
            row
            for row in self.rows()
            if any(value is not None for value in row[key_size:])
        ]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.columns[0].values())
