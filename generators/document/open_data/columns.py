"""The kinds of columns that tables of the open data have, and the columns that several
tables share.

Each function here returns what adds a column to a table (``ColumnAdder``). It is called
in the body of a definition: ``note = prose_columns(ui("Note"))``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any

from generators.corpus.addresses import Target, address
from generators.corpus.comparisons import in_days
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.corpus.order import groups_of
from generators.document.open_data.code_lists import code_labels
from generators.document.open_data.data_table import (
    CellValue,
    ColumnKind,
    DataTable,
    ForeignKey,
    LanguageScope,
)
from generators.document.open_data.data_table import Column as Column
from generators.document.open_data.table_maker import (
    ColumnAdder,
    Getter,
    TableMaker,
    TableRow,
    field_of_line,
)
from generators.document.phrases import Phrases
from generators.document.runs import Runs, letters
from generators.model.citations import Source, last_read
from generators.translate.localizer import ui

Table = DataTable  # html/data.py still asks for a table under this name

WordsOfRow = Callable[[Phrases, TableRow], Runs | str | None]
"""Says what is in a cell, in words of a language."""
TextOfRow = Callable[[Phrases, TableRow], Localized | None]
"""The text in a cell, with its language; None where there is no text."""

RECORD = ForeignKey(("record",), "records", ("id",))
STATE = ForeignKey(("state",), "states", ("code",))


def source_ids(sources: Iterable[Source]) -> list[str]:
    """The ids of the sources of an owner, in their order. A source without an id has its
    place as its id, counted from 1. If another source has that id, it gets a hyphen.

    >>> named, unnamed = (Source(title="A", kind="primary", id=id) for id in ("2", None))
    >>> source_ids([named, unnamed])
    ['2', '2-']
    """
    listed = list(sources)
    taken = {source.id for source in listed}
    ids = []
    for place, source in enumerate(listed, 1):
        free_id = f"{place}-" if f"{place}" in taken else f"{place}"
        ids.append(source.id or free_id)
    return ids


# -- columns that are the same in all languages ------------------------------------------


def plain_column(
    kind: ColumnKind, title: str = "", vocabulary: str = "", getter: Getter | None = None
) -> ColumnAdder:
    """What adds a column that is the same in all languages. ``kind``, ``title`` and
    ``vocabulary`` are those of ``Column``. The ``getter`` gets the value of a row.
    Without one, the value is that field of the line that has the name of the column.
    """

    def add_plain(maker: TableMaker, name: str) -> None:
        maker.getters[name] = getter or field_of_line(name)
        values = partial(maker.shared_values, name)
        column = Column(name, kind, values, title, vocabulary=vocabulary, scope="same")
        maker.add(column)

    return add_plain


def _owner(_: Corpus, row: TableRow) -> str:
    return row.owner


def _anchor(_: Corpus, row: TableRow) -> str:
    return row.anchor


def _number(_: Corpus, row: TableRow) -> int:
    return row.number


ID = plain_column("code")
"""Ids of records, mechanisms, sources, lines or States, or codes of no list."""
OWNER = plain_column("code", getter=_owner)
"""The owner of each row."""
ANCHOR = plain_column("code", getter=_anchor)
"""Where the line of each row is on the page of its record."""
PLACE = plain_column("whole", getter=_number)
"""The place in a list."""


def _page_address(_: Corpus, row: TableRow) -> str:
    """The address of a row's line on the page of its record."""
    return address(Target("record", row.owner, row.anchor))


def address_column(getter: Getter = _page_address) -> ColumnAdder:
    """What adds a column with the address of a page, or of the row's line on it. The
    ``getter`` gives the address below the folder of the language. In the column, it
    begins with the address of that folder.
    """

    def add_address(maker: TableMaker, name: str) -> None:
        maker.getters[name] = getter

        def absolute_addresses() -> list[CellValue]:
            return [page and f"{maker.base}{page}" for page in maker.shared_values(name)]

        column = Column(name, "address", absolute_addresses, ui("Address"), scope="same")
        maker.add(column)

    return add_address


def _single_measure(row: TableRow, field: str) -> tuple[str | None, int | None]:
    """The unit and the number of a measure of a line: ``{"days": 30}``. Both are None if
    the line has no measure, or one of several units: ``{"years": 1, "months": 6}``.
    """
    measure = getattr(row.line, field) or {}
    if len(measure) != 1:
        return None, None
    unit, number = next(iter(measure.items()))
    return unit, number


@cache
def _number_of_measure(field: str) -> Getter:
    """Gets the number of a measure, without its unit."""
    return lambda _, row: _single_measure(row, field)[1]


def number_column(title: str = "") -> ColumnAdder:
    """What adds a column with the number of a measure, without its unit. The column has
    the name of the measure. Without a title it is for programs, and another column has
    the measure in words.
    """

    def add_number(maker: TableMaker, name: str) -> None:
        plain_column("whole", title, getter=_number_of_measure(name))(maker, name)

    return add_number


def unit_columns(field: str) -> ColumnAdder:
    """The unit of the measure in a field, and its label."""
    return code_columns(
        "measures", ui("Unit"), lambda _, row: _single_measure(row, field)[0]
    )


def days_column(field: str) -> ColumnAdder:
    """The length of time in a field, in days."""
    return plain_column("number", getter=lambda _, row: in_days(getattr(row.line, field)))


# -- columns of words --------------------------------------------------------------------


def _plain_words(words: Runs | str | None) -> str | None:
    """Words as plain text; None if there are none."""
    if not words:
        return None
    return words if isinstance(words, str) else letters(words) or None


def words_column(
    title: str, say: WordsOfRow, scope: LanguageScope = "own"
) -> ColumnAdder:
    """What adds a column of words of a language. ``say`` gives the words of a row;
    ``scope`` is whether another table has these words, too.
    """

    def add_words(maker: TableMaker, name: str) -> None:
        def words() -> list[CellValue]:
            return [_plain_words(say(maker.phrases, row)) for row in maker.rows()]

        maker.add(Column(name, "text", words, title, scope=scope))

    return add_words


def code_columns(
    vocabulary: str, title: str, getter: Getter | None = None, several: bool = False
) -> ColumnAdder:
    """What adds a column of codes of the list ``vocabulary``, and then a column
    ``<name>_label`` with their labels. If a cell has ``several`` codes, their labels have
    semicolons between them. The ``getter`` is that of ``plain_column``.
    """
    codes = plain_column("codes" if several else "code", "", vocabulary, getter)
    scope: LanguageScope = "own" if several else "known"

    def add_codes(maker: TableMaker, name: str) -> None:
        """Add the column of codes under a name, and the column of their labels."""
        codes(maker, name)

        def labels() -> list[CellValue]:
            label_of_code = code_labels(maker.phrases, vocabulary)
            labels_of_cell = cache(partial(_labels_of_cell, label_of_code))
            return [labels_of_cell(cell) for cell in maker.shared_values(name)]

        meaning = maker.phrases.ui(
            "What the codes in {column} mean, in words.", column=[name]
        )
        maker.add(
            Column(f"{name}_label", "text", labels, title, letters(meaning), scope=scope)
        )

    return add_codes


def _labels_of_cell(label_of_code: Mapping[str, str], cell: CellValue) -> str | None:
    """The labels of the codes in a cell; None if it is empty. A code without a label
    stays a code.

    >>> _labels_of_cell({"africa": "Africa", "asia": "Asia"}, "africa asia")
    'Africa; Asia'
    """
    if not isinstance(cell, str):
        return None
    return "; ".join(label_of_code.get(code, code) for code in cell.split(" "))


def name_column(
    id_column: str, title: str, say: Callable[[Phrases, str], str]
) -> ColumnAdder:
    """What adds a column with the names of what the ids or codes in ``id_column`` mean.
    ``say`` gives the name of one. In the database, only the table whose key the ids are
    has these names.
    """
    scope: LanguageScope = "own" if id_column in ("id", "code") else "known"

    def add_names(maker: TableMaker, name: str) -> None:
        @cache
        def name_of(cell: CellValue) -> str | None:
            return say(maker.phrases, cell) if isinstance(cell, str) else None

        def names() -> list[CellValue]:
            return [name_of(cell) for cell in maker.shared_values(id_column)]

        maker.add(Column(name, "text", names, title, scope=scope))

    return add_names


def owner_name_column(id_column: str, title: str) -> ColumnAdder:
    """The shortest usual names of the records or mechanisms in ``id_column``."""
    return name_column(
        id_column, title, lambda phrases, owner: phrases.localizer.short(owner).text
    )


def state_name_column(id_column: str, title: str) -> ColumnAdder:
    """The names of the States in ``id_column``."""
    return name_column(
        id_column, title, lambda phrases, code: phrases.localizer.state(code)
    )


def text_columns(title: str, say: TextOfRow) -> ColumnAdder:
    """What adds three columns: texts, the language of each text (``<name>_language``),
    and the state of its translation (``<name>_translation``). ``say`` gives the text of a
    row.
    """
    language_meaning = ui("The language that the text before it is in.")
    state_meaning = ui(
        "Whether the text before it was written or published so, or is a translation."
    )

    def add_texts(maker: TableMaker, name: str) -> None:
        """Add the column of texts under a name, and the two columns about them."""

        @cache
        def texts() -> list[Localized | None]:
            return [say(maker.phrases, row) for row in maker.rows()]

        def parts_of_texts(part: str) -> list[CellValue]:
            return [getattr(text, part) if text else None for text in texts()]

        words = partial(parts_of_texts, "text")
        languages = partial(parts_of_texts, "language")
        states = partial(parts_of_texts, "state")
        maker.add(Column(name, "text", words, title))
        maker.add(Column(f"{name}_language", "language", languages, "", language_meaning))
        maker.add(
            Column(
                f"{name}_translation", "code", states, "", state_meaning, "translations"
            )
        )

    return add_texts


def prose_columns(title: str, path: str = "") -> ColumnAdder:
    """What adds a text of each owner, with the two columns after it that ``text_columns``
    adds. ``path`` is the field of the line that has the text, as for ``field_of_line``.
    Without a path, it is the name of the column.
    """

    def add_prose(maker: TableMaker, name: str) -> None:
        getter = field_of_line(path or name)

        def text_of_row(phrases: Phrases, row: TableRow) -> Localized | None:
            text = getter(phrases.corpus, row)
            return phrases.localizer.text_of(row.owner, text) if text else None

        text_columns(title, text_of_row)(maker, name)

    return add_prose


# -- columns of a certain meaning --------------------------------------------------------


def nearness_columns(getter: Getter) -> ColumnAdder:
    """How near to trafficking the text or the line is."""
    return code_columns("nearness", ui("How near to trafficking"), getter)


def _confidence_of_line(corpus: Corpus, row: TableRow) -> Any:
    return corpus.confidence_of(row.owner, row.line)


def confidence_columns(getter: Getter = _confidence_of_line) -> ColumnAdder:
    """How sure the line is."""
    return code_columns("confidences", ui("Confidence"), getter)


REGIONS = code_columns(
    "regions", ui("Regions"), lambda corpus, row: corpus.regions(row.owner), several=True
)
"""The regions of a record or mechanism."""
ONLY_FOR = code_columns(
    "groups",
    ui("Only for"),
    lambda corpus, row: groups_of(corpus, row.owner, row.anchor),
    several=True,
)
"""The groups of persons to whom only a line applies. A person must be in all of them."""
CONFIDENCE_OF_WHOLE = confidence_columns(
    lambda corpus, row: corpus.confidence_shown(row.owner)
)
"""How sure the record or mechanism is as a whole."""
LAST_READ = plain_column(
    "day", ui("Read on"), getter=lambda _, row: last_read(row.line.sources)
)
"""When somebody last read a source of it."""
TITLE = text_columns(ui("Title"), lambda phrases, row: phrases.localizer.title(row.owner))
"""The title of the record or mechanism."""


# -- columns of several tables -----------------------------------------------------------


class RecordColumns:
    """The record of the row, and its name."""

    record = OWNER
    record_name = owner_name_column("record", ui("Record"))


class StatusColumns:
    """What kind of text the record of the row is, and whether it binds anybody."""

    binding = plain_column(
        "yes", getter=lambda corpus, row: corpus.records[row.owner].binding
    )
    """Whether the record is a text that can bind."""
    binds = plain_column(
        "yes", getter=lambda corpus, row: corpus.line_binds(row.owner, row.line)
    )
    """Whether the record, or the line of it in this row, binds anybody on the day of the
    data.
    """
    status = code_columns(
        "statuses", ui("Status"), lambda corpus, row: corpus.status(row.owner)
    )
    """The status of the record on the day of the data."""


def _reference(phrases: Phrases, row: TableRow) -> str:
    return phrases.localizer.reference(row.owner, row.line.ref)


class ReferenceColumns:
    """Where in the text the line is, as it was typed and as the language writes it."""

    ref = plain_column("text")
    """The place in the text, as recorded."""
    reference = words_column(ui("Where it says so"), _reference)
    """The place in the text, as this language writes it."""
