"""The tables as a database (SQLite 3): typed, with keys, links and indexes, and full-text search (FTS5) over
what a reader searches. The same corpus is the same bytes, by one version of SQLite: it is written once, in
one order, and nothing is taken out, so there is nothing to tidy up (VACUUM) either.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from generators.document.open_data import VERSION, Column, Table, about
from generators.document.open_data.about import labelled
from generators.document.phrases import Phrases
from generators.languages import facts

_TYPES = {"whole": "INTEGER", "number": "REAL", "yes": "INTEGER"}
_WORDS = "unicode61 remove_diacritics 2"
_UNSPACED = "trigram"
"""How words are told apart where blanks stand between them, and where none do: by every three letters. A
shorter Chinese word is found by LIKE.
"""
_VOWELS = dict.fromkeys((*range(0x064B, 0x0653), 0x0670, 0x0640))
"""Marks of Arabic vowels, and what makes a word longer."""
_APPLICATION = 0x44616B61  # "Daka", so that `file` tells what it is


def written(phrases: Phrases, tables: Iterable[Table], base: str) -> bytes:
    """A database as a file."""
    with TemporaryDirectory(prefix="compendium-") as folder:
        file = Path(folder) / "database"
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = OFF")  # whoever is cut off begins again
            database.execute("PRAGMA synchronous = OFF")
            database.execute(f"PRAGMA application_id = {_APPLICATION}")
            database.execute("BEGIN")
            for table in tables:
                _table(database, table, phrases.language)
            _described(database, phrases, tables, base)
            database.execute("COMMIT")
        return file.read_bytes()


def _table(database: sqlite3.Connection, table: Table, language: str) -> None:
    names = ", ".join(_name(column.name) for column in table.columns)
    database.execute(_made(table))
    marks = ", ".join("?" * len(table.columns))
    database.executemany(f"INSERT INTO {_name(table.name)} ({names}) VALUES ({marks})", table.rows())
    for column in _indexed(table):
        index = _name(f"{table.name}_{column}")
        some = "" if column in table.key else f" WHERE {_name(column)} IS NOT NULL"
        database.execute(f"CREATE INDEX {index} ON {_name(table.name)} ({_name(column)}){some}")
    if table.searched:
        _searched(database, table, language)


def _searched(database: sqlite3.Connection, table: Table, language: str) -> None:
    """Full-text search over a table. What is looked up is the text without the marks of its vowels, which few
    type; what is found is the text as it stands in the table.
    """
    search, names = _name(f"{table.name}_fts"), _names(table.searched)
    words = _WORDS if facts(language).spaced else _UNSPACED
    database.execute(
        f"CREATE VIRTUAL TABLE {search} USING fts5({names}, content={_name(table.name)}, tokenize='{words}')"
    )
    places = [[column.name for column in table.columns].index(name) for name in table.searched]
    marks = ", ".join("?" * len(places))
    texts = (
        (row, *(each and each.translate(_VOWELS) for each in found))
        for row, found in enumerate(zip(*(table.values[place] for place in places), strict=True), 1)
    )
    database.executemany(f"INSERT INTO {search} (rowid, {names}) VALUES (?, {marks})", texts)
    database.execute(f"INSERT INTO {search}({search}) VALUES ('optimize')")


def _made(table: Table) -> str:
    """The statement that makes a table. One that is searched needs numbers of rows; in the others the key
    stands once.
    """
    parts = [f"{_name(each.name)} {_type(table, each)}" for each in table.columns]
    parts.append(f"PRIMARY KEY ({_names(table.key)})")
    parts += [
        f"FOREIGN KEY ({_names(link.columns)}) REFERENCES {_name(link.table)} ({_names(link.to)})"
        for link in table.links
    ]
    inner = ",\n  ".join(parts)
    return f"CREATE TABLE {_name(table.name)} (\n  {inner}\n){'' if table.searched else ' WITHOUT ROWID'}"


def _type(table: Table, column: Column) -> str:
    needed = " NOT NULL" if column.name in table.key else ""
    return f"{_TYPES.get(column.kind, 'TEXT')}{needed}"


def _indexed(table: Table) -> Iterator[str]:
    """What is looked up beside the key: links, and codes in the key behind its first column."""
    coded = {column.name for column in table.columns if column.kind == "code" and column.vocabulary}
    wanted = [link.columns[0] for link in table.links if len(link.columns) == 1]
    wanted += [name for name in table.key[1:] if name in coded]
    yield from (each for each in dict.fromkeys(wanted) if table.key[0] != each)


def _described(database: sqlite3.Connection, phrases: Phrases, tables: Iterable[Table], base: str) -> None:
    """Two tables more: what the database is, and what each column means."""
    said = about(phrases, base)
    database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    known = [("title", said.title), ("version", VERSION), *labelled(phrases, said)]
    database.executemany("INSERT INTO about VALUES (?, ?)", known)
    database.execute(
        'CREATE TABLE columns ("table" TEXT, "column" TEXT, title TEXT, kind TEXT NOT NULL, '
        'meaning TEXT NOT NULL, list TEXT, PRIMARY KEY ("table", "column")) WITHOUT ROWID'
    )
    database.executemany(
        "INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?)",
        (
            (table.name, each.name, each.title or None, each.kind, each.meaning, each.vocabulary or None)
            for table in tables
            for each in table.columns
        ),
    )


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_name, names))


def _name(name: str) -> str:
    return f'"{name}"'
