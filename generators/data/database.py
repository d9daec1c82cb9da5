"""The tables of the open data as one database for all languages (SQLite 3): typed, with
keys, links and indexes. What a language says of ``provisions`` is in ``provisions_text``.

The same corpus makes the same bytes, with one version of SQLite. The database is written
once and in one order, and nothing is taken out of it. So VACUUM has nothing to tidy up.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generators.document import open_data
from generators.document.open_data.data_table import CellValue, Column, DataTable
from generators.document.phrases import Phrases

_TYPE_OF_KIND = {"whole": "INTEGER", "number": "REAL", "yes": "INTEGER"}
_FIRST_STATEMENTS = (
    "PRAGMA page_size = 8192",  # long rows leave less room unused
    "PRAGMA journal_mode = OFF",  # a build that is cut off begins again
    "PRAGMA synchronous = OFF",
    "PRAGMA application_id = 0x44616B61",  # "Daka", so that `file` tells what it is
    "BEGIN",
    "CREATE TABLE about (language TEXT, name TEXT, value TEXT NOT NULL, "
    "PRIMARY KEY (language, name)) WITHOUT ROWID",
    'CREATE TABLE columns ("table" TEXT, "column" TEXT, language TEXT, title TEXT, '
    "kind TEXT NOT NULL, meaning TEXT NOT NULL, list TEXT, "
    'PRIMARY KEY ("table", "column", language)) WITHOUT ROWID',
)


def database_file(folder: str) -> Path:
    """The file of the database in a folder."""
    return Path(folder, "database")


_OF_THE_DISK = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN}


@contextmanager
def named_disk_errors(folder: str) -> Iterator[None]:
    """Within it, what the disk refuses to SQLite is an OSError with the path."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _OF_THE_DISK:
            raise
        file = str(database_file(folder))
        raise OSError(errno.ENOSPC, str(error), file) from None


def begin_database(folder: str) -> sqlite3.Connection:
    """A new database in a folder, with an open transaction and the two tables that
    describe it.
    """
    sql = sqlite3.connect(database_file(folder), isolation_level=None)
    for statement in _FIRST_STATEMENTS:
        sql.execute(statement)
    return sql


def add_table(
    sql: sqlite3.Connection,
    table: DataTable,
    rows: Iterable[Sequence[CellValue]],
    language: str,
) -> None:
    """Add rows of a table, and first the table itself if it is not there yet. With a
    ``language``, each row has it in a column after its key. Without one, the table is the
    same in all languages and has indexes.
    """
    sql.execute(_create_statement(table, has_language=bool(language)))
    if language:
        key_size = len(table.key)
        rows = [(*row[:key_size], language, *row[key_size:]) for row in rows]
    else:
        for column in _indexed_columns(table):
            sql.execute(_index_statement(table, column))
    slots = ", ".join("?" * (len(table.columns) + bool(language)))
    sql.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({slots})", rows)


def _create_statement(table: DataTable, has_language: bool) -> str:
    """The statement that makes a table if there is none yet. If the table
    ``has_language``, a column for it follows the columns of its key.
    """
    key = list(table.key)
    parts = [_column_definition(table, column) for column in table.columns]
    if has_language:
        parts.insert(len(key), '"language" TEXT NOT NULL')
        key.append("language")
    parts.append(f"PRIMARY KEY ({_quoted_list(key)})")
    for link in table.links:
        target = f"{_quoted(link.table)} ({_quoted_list(link.to)})"
        parts.append(f"FOREIGN KEY ({_quoted_list(link.columns)}) REFERENCES {target}")
    inner = ",\n  ".join(parts)
    name = _quoted(table.name)
    return f"CREATE TABLE IF NOT EXISTS {name} (\n  {inner}\n) WITHOUT ROWID"


def _column_definition(table: DataTable, column: Column) -> str:
    """A column as SQL defines it: ``"record" TEXT NOT NULL``."""
    sql_type = _TYPE_OF_KIND.get(column.kind, "TEXT")
    must_be_filled = " NOT NULL" if column.name in table.key else ""
    return f"{_quoted(column.name)} {sql_type}{must_be_filled}"


def _index_statement(table: DataTable, column: str) -> str:
    """The statement that makes an index of a column. Rows without a value are left out
    of it.
    """
    index = _quoted(f"{table.name}_{column}")
    target = f"{_quoted(table.name)} ({_quoted(column)})"
    condition = "" if column in table.key else f" WHERE {_quoted(column)} IS NOT NULL"
    return f"CREATE INDEX {index} ON {target}{condition}"


def _indexed_columns(table: DataTable) -> list[str]:
    """The columns that have an index: links of one column, and codes in the key. The
    first column of the key needs none, because the key itself is an index of it.
    """
    code_columns = {
        column.name
        for column in table.columns
        if column.kind == "code" and column.vocabulary
    }
    names = [link.columns[0] for link in table.links if len(link.columns) == 1]
    names += [name for name in table.key[1:] if name in code_columns]
    return [name for name in dict.fromkeys(names) if name != table.key[0]]


def _quoted(name: str) -> str:
    """A name in SQL."""
    return f'"{name}"'


def _quoted_list(names: Iterable[str]) -> str:
    """Several names in SQL, with commas between them."""
    return ", ".join(map(_quoted, names))


# -- what describes the database ---------------------------------------------------------


def describe_tables(
    sql: sqlite3.Connection, phrases: Phrases, tables: Iterable[DataTable], site: str
) -> None:
    """Fill the tables ``about`` and ``columns`` in a language: what the database is, and
    what each column means. ``site`` is the absolute address of the site.
    """
    language = phrases.language
    about = open_data.about(phrases, site)
    facts = [
        ("title", about.title),
        ("version", open_data.VERSION),
        *open_data.labelled_facts(phrases, about),
    ]
    sql.executemany(
        "INSERT INTO about VALUES (?, ?, ?)",
        [(language, name, value) for name, value in facts],
    )
    for table in tables:
        for part in (table.in_all_languages(), table.in_one_language()):
            if part:
                _describe_columns(sql, part, language)


def _describe_columns(sql: sqlite3.Connection, table: DataTable, language: str) -> None:
    """Add the columns of a table to the table ``columns``."""
    rows = [
        (
            table.name,
            column.name,
            language,
            column.title or None,
            column.kind,
            column.meaning,
            column.vocabulary or None,
        )
        for column in table.columns
    ]
    sql.executemany("INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
