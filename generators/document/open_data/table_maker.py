"""How a table of the open data is made in a language, from the class that defines it.

A definition has its title, rows, key and links in capitals. Each other attribute adds a
column, or several; the string under it says what the column means. Where the definition
has another class as an attribute, the columns of that class take its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, ClassVar, NamedTuple

from generators.corpus.corpus import Corpus
from generators.corpus.memo import once
from generators.document.open_data.data_table import (
    CellValue,
    Column,
    DataTable,
    ForeignKey,
)
from generators.document.phrases import Phrases
from generators.model.manuals import strings_under
from generators.text.partial_dates import PartialDate


class TableRow(NamedTuple):
    """What a row is about.

    ``owner`` is the id of a record, a mechanism or an item. It can also be the code of a
    State, or the name of a list. ``line`` is the model of the owner, or a part of that
    model. It can also be a mapping with values by the names of columns. ``anchor`` is
    where the line is on the owner's page. It is the id of a source, and the code of an
    entry. ``number`` is the place of the line in a list, from 1.
    """

    owner: str
    line: Any = None
    anchor: str = ""
    number: int = 0


Getter = Callable[[Corpus, TableRow], Any]
"""Gets the value of a row for a column that is the same in all languages. The value is
as models have it: ``cell_value`` makes a cell of it.
"""


class TableDefinition:
    """What defines a table. ``NAME`` is its name in all files, and ``TITLE`` its heading
    for people. ``ROWS`` gives its rows. ``KEY`` names the columns of its key, with spaces
    between them. ``LINKS``, ``WORDED`` and ``JOINS`` are those of ``DataTable``. The
    docstring is what the table means to those who read it.
    """

    TITLE: ClassVar[str]
    NAME: ClassVar[str]
    ROWS: ClassVar[Callable[[Corpus], Iterable[TableRow]]]
    KEY: ClassVar[str]
    LINKS: ClassVar[tuple[ForeignKey, ...]] = ()
    WORDED: ClassVar[tuple[str, ...]] = ()
    JOINS: ClassVar[bool] = False


# -- values ------------------------------------------------------------------------------


def cell_value(value: Any) -> CellValue:
    """A value of a model as a cell has it. A day is ISO 8601, and several codes are one
    text with spaces between them.

    >>> cell_value(("africa", "europe"))
    'africa europe'
    >>> cell_value(()) is None
    True
    """
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, tuple | list):
        return " ".join(value) or None
    cell: CellValue = value
    return cell


@cache
def field_of_line(path: str) -> Getter:
    """Gets a field of a row's line, or the field of a field: ``seat.country``. The getter
    gives None if one of the fields is None.

    >>> field_of_line("seat.country")(None, TableRow("au", {"seat": {"country": "ETH"}}))
    'ETH'
    """
    names = path.split(".")

    def get_field(_: Corpus, row: TableRow) -> Any:
        value = row.line
        for name in names:
            if value is None:
                return None
            is_mapping = isinstance(value, dict)
            value = value.get(name) if is_mapping else getattr(value, name)
        return value

    return get_field


@once
def _table_rows(
    corpus: Corpus, definition: type[TableDefinition]
) -> tuple[TableRow, ...]:
    """The rows of a table, for all languages."""
    return tuple(definition.ROWS(corpus))


@once
def _shared_values(
    corpus: Corpus, definition: type[TableDefinition], getter: Getter
) -> tuple[CellValue, ...]:
    """The values of a column that is the same in all languages, row by row. They are
    worked out once, so a column must have the same getter in each language.
    """
    rows = _table_rows(corpus, definition)
    return tuple(cell_value(getter(corpus, row)) for row in rows)


# -- the table ---------------------------------------------------------------------------


def make_table(
    definition: type[TableDefinition], phrases: Phrases, base: str
) -> DataTable:
    """The table of a definition in a language. ``base`` is the absolute address of the
    folder of the language: all addresses in the table begin with it.
    """
    maker = TableMaker(definition, phrases, base)
    maker.add_columns(definition)
    return DataTable(
        definition.NAME,
        title=maker.translate(definition.TITLE),
        meaning=maker.translate(strings_under(definition)[""]),
        columns=tuple(maker.columns),
        key=tuple(definition.KEY.split()),
        links=definition.LINKS,
        worded=definition.WORDED,
        joins=definition.JOINS,
    )


class TableMaker:
    """A table while its columns are added. ``getters`` has the getter of each column that
    is the same in all languages, by the name of the column.
    """

    def __init__(
        self, definition: type[TableDefinition], phrases: Phrases, base: str
    ) -> None:
        self.phrases = phrases
        self.base = base
        self.columns: list[Column] = []
        self.getters: dict[str, Getter] = {}
        self._definition = definition
        self._meanings = strings_under(definition)

    def add_columns(self, definition: type) -> None:
        """Add the columns of a class, and the columns of each class in it."""
        for name, attribute in vars(definition).items():
            if isinstance(attribute, type):
                self.add_columns(attribute)
            elif name.islower() and callable(attribute):
                self._meanings = strings_under(definition)
                attribute(self, name)

    def add(self, column: Column) -> None:
        """Add a column. Its meaning is its own, else the string under its name in the
        definition, else the one in ``CommonMeanings``. Raises KeyError if there is none.
        """
        meaning = (
            column.meaning
            or self._meanings.get(column.name)
            or strings_under(CommonMeanings)[column.name]
        )
        self.columns.append(
            column._replace(
                meaning=self.translate(meaning), title=self.translate(column.title)
            )
        )

    def translate(self, text: str) -> str:
        """A text of the interface in the language of the table. Each paragraph of it is
        an interface string of its own. An empty text stays empty.
        """
        if not text:
            return ""
        return " ".join(map(self.phrases.localizer.gettext, text.split("\n\n")))

    def rows(self) -> tuple[TableRow, ...]:
        """The rows of the table."""
        return _table_rows(self.phrases.corpus, self._definition)

    def shared_values(self, name: str) -> Sequence[CellValue]:
        """The values of a column that is the same in all languages. Raises KeyError if
        the table has no such column yet.
        """
        return _shared_values(self.phrases.corpus, self._definition, self.getters[name])


ColumnAdder = Callable[[TableMaker, str], None]
"""What an attribute of a definition is: it adds columns to a table, the first of them
under the name of the attribute.
"""


class CommonMeanings:
    """What columns mean that have no string of their own under them."""

    about: str
    """How near the text or the line is to trafficking in persons."""
    address: str
    """The address of the page, and of the line on it."""
    confidence: str
    """How the line was checked: whether somebody read it in the text itself."""
    id: str
    """The anchor of the line on the page of its record. It does not change."""
    mechanism: str
    """By id: the address after instruments/."""
    mechanism_name: str
    """The organisation or process, by its shortest usual name."""
    note: str
    """What a reader must know about this line."""
    number: str
    """The place in the list, from 1."""
    only_for: str
    """The only persons to whom it applies: those in all these groups. Empty: it applies
    to everyone.
    """
    record: str
    """The record that the line belongs to: its address after instruments/."""
    record_name: str
    """What the text is usually called."""
    regions: str
    """The regions of the organisations that adopted the text."""
    says: str
    """What the text says at that place, in our words."""
    seen: str
    """The last day on which somebody read a source of it."""
    state: str
    """The State, by its code of three letters (ISO 3166-1)."""
    state_name: str
    """The name of the State in this language."""
    title: str
    """The full name, as it was published or as we translate it."""
