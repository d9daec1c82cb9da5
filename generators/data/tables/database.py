"""The tables as one database for all languages (SQLite 3): typed, with keys, links and indexes. What a
language says of ``provisions`` is in ``provisions_text``, and ``provisions_fts_fr`` is a full-text search
(FTS5) over what a reader of French searches. The same corpus is the same bytes, by one version of SQLite: it
is written once, in one order, and nothing is taken out, so there is nothing to tidy up (VACUUM) either.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from generators.document.open_data import VERSION, Column, Table, Value, about
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


class Database:
    """A database in the making: ``site`` is the absolute address of the site."""

    def __init__(self, site: str) -> None:
        self._site = site
        self._folder = TemporaryDirectory(prefix="compendium-")
        self._file = Path(self._folder.name) / "database"
        self._sql = sqlite3.connect(self._file, isolation_level=None)
        self._sql.execute("PRAGMA page_size = 8192")  # long rows leave less room unused
        self._sql.execute("PRAGMA journal_mode = OFF")  # whoever is cut off begins again
        self._sql.execute("PRAGMA synchronous = OFF")
        self._sql.execute(f"PRAGMA application_id = {_APPLICATION}")
        self._sql.execute("BEGIN")
        self._sql.execute(
            "CREATE TABLE about (language TEXT, name TEXT, value TEXT NOT NULL, "
            "PRIMARY KEY (language, name)) WITHOUT ROWID"
        )
        self._sql.execute(
            'CREATE TABLE columns ("table" TEXT, "column" TEXT, language TEXT, title TEXT, '
            "kind TEXT NOT NULL, meaning TEXT NOT NULL, list TEXT, "
            'PRIMARY KEY ("table", "column", language)) WITHOUT ROWID'
        )
        self._rows: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._sql.close()
        self._folder.cleanup()

    def content(self) -> bytes:
        """The database as a file; nothing is added after this."""
        self._sql.execute("COMMIT")
        return self._file.read_bytes()

    def add(self, table: Table, rows: Iterable[Sequence[Value]], language: str) -> None:
        """Rows of a table: of what a ``language`` says they say so, behind their key."""
        before = self._rows.get(table.name, 0)
        if table.name not in self._rows:
            self._make(table, language)
        keys = len(table.key) if language else 0
        with_language = [(*row[:keys], language, *row[keys:]) for row in rows] if language else [*rows]
        marks = ", ".join("?" * (len(table.columns) + bool(language)))
        self._sql.executemany(f"INSERT INTO {_name(table.name)} VALUES ({marks})", with_language)
        self._rows[table.name] = before + len(with_language)
        if table.searched:
            self._searched(table, rows, language, before + 1)

    def _make(self, table: Table, language: str) -> None:
        self._sql.execute(_made(table, bool(language)))
        for column in () if language else _indexed(table):
            index = _name(f"{table.name}_{column}")
            some = "" if column in table.key else f" WHERE {_name(column)} IS NOT NULL"
            self._sql.execute(f"CREATE INDEX {index} ON {_name(table.name)} ({_name(column)}){some}")

    def _searched(self, table: Table, rows: Iterable[Sequence[Value]], language: str, first: int) -> None:
        """Full-text search over what a language says. What is looked up is the text without the marks of its
        vowels, which few type; what is found is the text as it stands in the table.
        """
        of = table.name.removesuffix("_text")
        search, names = _name(f"{of}_fts_{language.replace('-', '_')}"), _names(table.searched)
        words = _WORDS if facts(language).spaced else _UNSPACED
        self._sql.execute(
            f"CREATE VIRTUAL TABLE {search} USING fts5({names}, content={_name(table.name)}, "
            f"tokenize='{words}')"
        )
        places = [[column.name for column in table.columns].index(name) for name in table.searched]
        marks = ", ".join("?" * len(places))
        texts = (
            (row, *(text and text.translate(_VOWELS) for text in (found[place] for place in places)))
            for row, found in enumerate(rows, first)
        )
        self._sql.executemany(f"INSERT INTO {search} (rowid, {names}) VALUES (?, {marks})", texts)
        self._sql.execute(f"INSERT INTO {search}({search}) VALUES ('optimize')")

    def describe(self, phrases: Phrases, tables: Iterable[Table]) -> None:
        """What the database is, and what each column means, in a language."""
        said, language = about(phrases, self._site), phrases.language
        known = [("title", said.title), ("version", VERSION), *labelled(phrases, said)]
        self._sql.executemany("INSERT INTO about VALUES (?, ?, ?)", ((language, *pair) for pair in known))
        self._sql.executemany(
            "INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    *(table.name, each.name, language, each.title or None),
                    *(each.kind, each.meaning, each.vocabulary or None),
                )
                for whole in tables
                for table in (whole.same(), whole.said())
                if table
                for each in table.columns
            ),
        )


def _made(table: Table, in_languages: bool) -> str:
    """The statement that makes a table. One that is searched needs numbers of rows; in the others the key
    stands once.
    """
    parts = [f"{_name(each.name)} {_type(table, each)}" for each in table.columns]
    key = [*table.key]
    if in_languages:
        parts.insert(len(key), '"language" TEXT NOT NULL')
        key.append("language")
    parts.append(f"PRIMARY KEY ({_names(key)})")
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


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_name, names))


def _name(name: str) -> str:
    return f'"{name}"'
