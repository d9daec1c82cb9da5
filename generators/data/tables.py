"""The tables of the open data (``document/open_data``) as files. What is the same in all
languages is written once, what each says by the keys of that.

- CSV (RFC 4180, UTF-8), and what describes it for programs: a Tabular Data Package (Frictionless, version 1),
  with the kind and meaning of each column, keys, and the codes that may stand in it. A file begins with the
  mark of UTF-8, without which a spreadsheet reads French and Arabic wrongly; programs pass over it
  (``utf-8-sig`` in Python). A text that a spreadsheet would take for a formula has an apostrophe before it.
- One database for all languages (SQLite 3): typed, with keys, links and indexes. What a language says of
  ``provisions`` is in ``provisions_text``. The same corpus is the same bytes, by one version of SQLite: it is
  written once, in one order, and nothing is taken out, so there is nothing to tidy up (VACUUM) either.
- A spreadsheet in each language: a sheet a table, and before them one that says what it is and what each
  column means. Tables of pairs, which stand in one cell of another table too, are left out.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from gzip import compress as gzipped
from hashlib import sha256
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import compress, decompress

from generators.corpus.addresses import DATA_PACKAGE, DATABASE, TABLES, table
from generators.corpus.corpus import Corpus
from generators.corpus.memo import once
from generators.data import spreadsheets
from generators.data.spreadsheets import Sheet, SheetColumn
from generators.document import open_data, publisher
from generators.document.open_data.codes import code_labels
from generators.document.open_data.columns import Column, Table, Value
from generators.document.phrases import Phrases
from generators.model.fields import TAG
from generators.translate.localizer import Localizer


def common(corpus: Corpus, site: str) -> Mapping[str, Callable[[], bytes]]:
    """What writes each file that all languages share, by its path below the root of the
    site, whose absolute address ``site`` is. One run over the languages makes them all.
    """
    every = open_data.tables(Phrases(Localizer(corpus, corpus.languages[0])), site)
    said = [each.name for each in map(Table.said, every) if each]
    same = [table(each.name) for each in every]
    own = [table(name, language) for language in corpus.languages for name in said]

    def taken(path: str) -> bytes:
        return decompress(_made(corpus, site)[path])

    return {path: partial(taken, path) for path in (*same, *own, DATA_PACKAGE, DATABASE)}


@once
def _made(corpus: Corpus, site: str) -> Mapping[str, bytes]:
    """The files, packed, by their paths."""
    found: dict[str, bytes] = {}
    resources = []
    with (
        TemporaryDirectory(prefix="compendium-") as folder,
        closing(_database(folder)) as sql,
    ):
        for language in corpus.languages:
            phrases = Phrases(Localizer(corpus, language))
            every = open_data.tables(phrases, site)
            files = (
                [(each.same(), "") for each in every]
                if language == corpus.languages[0]
                else []
            )
            files += [(each, language) for each in map(Table.said, every) if each]
            for each, of in files:
                rows = each.spoken() if of else [*each.rows()]
                content, path = (
                    as_csv([column.name for column in each.columns], rows),
                    table(each.name, of),
                )
                resources.append(_resource(phrases, each, path, content, of))
                _add(sql, each, rows, of)
                found[path] = compress(content, 1)
            _describe(sql, phrases, every, site)
            phrases.forget()
        sql.execute("COMMIT")
        found[DATABASE] = compress(
            gzipped(Path(folder, _FILE).read_bytes(), 6, mtime=0), 0
        )
    found[DATA_PACKAGE] = compress(_package(corpus, resources, site), 1)
    return found


def work_out(corpus: Corpus) -> None:
    """Work out what is the same in all languages, for processes that share it."""
    for each in open_data.tables(Phrases(Localizer(corpus, corpus.languages[0]))):
        _ = each.same().values


# -- CSV, and what describes it ----------------------------------------------------------

MARK = "\ufeff"
_LIKE_FORMULA = re.compile("[=+\\-@\t\r]")


def as_csv(columns: Iterable[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Rows as a file; the first line are the names of their columns."""
    made = StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(columns)
    writer.writerows(map(_cell, row) for row in rows)
    return f"{MARK}{made.getvalue()}".encode()


def _cell(value: Value) -> str | int | None:
    if isinstance(value, str):
        return f"'{value}" if _LIKE_FORMULA.match(value) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else value


_CSV_TYPES = {"whole": "integer", "number": "number", "yes": "boolean"}
_CODE = "[A-Za-z0-9-]+(/[a-z0-9-]+)?"
_PATTERNS = {
    "code": f"^{_CODE}$",
    "codes": f"^{_CODE}( {_CODE})*$",
    "day": "^\\d{4}(-\\d{2}(-\\d{2})?)?$",
    "language": f"^{TAG}$",
}
_DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}


def _package(corpus: Corpus, resources: Iterable[dict[str, Any]], site: str) -> bytes:
    """The description of tables, of which ``_resource`` made a part each; ``site`` is the
    absolute address of the site.
    """
    phrases = Phrases(Localizer(corpus, corpus.languages[0]))
    said = open_data.about(phrases, site)
    contributor = {"title": publisher.author(phrases), "role": "publisher"}
    licence = {
        "name": open_data.LICENCE,
        "path": open_data.LICENCE_ADDRESS,
        "title": open_data.LICENCE_NAME,
    }
    found = {
        "profile": "tabular-data-package",
        "name": "dakar-compendium",
        "title": said.title,
        "description": f"{said.what} {said.authentic}",
        **({"homepage": f"{site}data/"} if site else {}),
        "version": open_data.VERSION,
        "created": f"{said.day}T00:00:00Z",
        "licenses": [licence],
        "contributors": [contributor],
        "sources": [{"title": said.cite, **({"path": site} if site else {})}],
        "resources": [*resources],
    }
    return f"{json.dumps(found, ensure_ascii=False, indent=1)}\n".encode()


def _resource(
    phrases: Phrases, table: Table, path: str, content: bytes, language: str
) -> dict[str, Any]:
    """What describes a table as a file; ``language`` is that of what is said in it, empty
    of what is the same in all.
    """
    return {
        "profile": "tabular-data-resource",
        "name": path.removeprefix(TABLES).removesuffix(".csv"),
        "path": path.removeprefix(TABLES),
        "title": table.title,
        "description": table.meaning,
        **({"language": language} if language else {}),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": _DIALECT,
        "schema": {
            "fields": [_described(phrases, table, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": [*table.key],
            "foreignKeys": [*_foreign_keys(table)],
        },
    }


def _foreign_keys(table: Table) -> Iterable[dict[str, Any]]:
    """Links as the format has them: one of several columns has to have a value in each."""
    for link in table.links:
        if len(link.columns) == 1 or {*link.columns} <= {*table.key}:
            reference = {"resource": link.table, "fields": _one(link.to)}
            yield {"fields": _one(link.columns), "reference": reference}


def _one(names: tuple[str, ...]) -> str | list[str]:
    return names[0] if len(names) == 1 else [*names]


def _described(phrases: Phrases, table: Table, column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if column.name in table.key else {}
    if column.kind == "code" and column.vocabulary:
        limits["enum"] = [*code_labels(phrases, column.vocabulary)]
    elif column.kind in _PATTERNS:
        limits["pattern"] = _PATTERNS[column.kind]
    return {
        "name": column.name,
        "type": _CSV_TYPES.get(column.kind, "string"),
        **({"title": column.title} if column.title else {}),
        "description": column.meaning,
        **({"constraints": limits} if limits else {}),
    }


# -- the database ------------------------------------------------------------------------

_FILE = "database"
_SQL_TYPES = {"whole": "INTEGER", "number": "REAL", "yes": "INTEGER"}
_BEGINNING = (
    "PRAGMA page_size = 8192",  # long rows leave less room unused
    "PRAGMA journal_mode = OFF",  # whoever is cut off begins again
    "PRAGMA synchronous = OFF",
    "PRAGMA application_id = 0x44616B61",  # "Daka", so that `file` tells what it is
    "BEGIN",
    "CREATE TABLE about (language TEXT, name TEXT, value TEXT NOT NULL, "
    "PRIMARY KEY (language, name)) WITHOUT ROWID",
    'CREATE TABLE columns ("table" TEXT, "column" TEXT, language TEXT, title TEXT, '
    "kind TEXT NOT NULL, meaning TEXT NOT NULL, list TEXT, "
    'PRIMARY KEY ("table", "column", language)) WITHOUT ROWID',
)


def _database(folder: str) -> sqlite3.Connection:
    """A database that has been begun, in a folder."""
    sql = sqlite3.connect(Path(folder, _FILE), isolation_level=None)
    for statement in _BEGINNING:
        sql.execute(statement)
    return sql


def _add(
    sql: sqlite3.Connection, table: Table, rows: Iterable[Sequence[Value]], language: str
) -> None:
    """Add rows of a table: those of what a ``language`` says say so, behind their key."""
    sql.execute(_statement(table, bool(language)))
    for column in () if language else _indexed(table):
        index = _name(f"{table.name}_{column}")
        some = "" if column in table.key else f" WHERE {_name(column)} IS NOT NULL"
        sql.execute(
            f"CREATE INDEX {index} ON {_name(table.name)} ({_name(column)}){some}"
        )
    keys = len(table.key) if language else 0
    with_language = (
        [(*row[:keys], language, *row[keys:]) for row in rows] if language else [*rows]
    )
    marks = ", ".join("?" * (len(table.columns) + bool(language)))
    sql.executemany(f"INSERT INTO {_name(table.name)} VALUES ({marks})", with_language)


def _describe(
    sql: sqlite3.Connection, phrases: Phrases, tables: Iterable[Table], site: str
) -> None:
    """Say what the database is, and what each column means, in a language."""
    said, language = open_data.about(phrases, site), phrases.language
    known = [
        ("title", said.title),
        ("version", open_data.VERSION),
        *open_data.labelled(phrases, said),
    ]
    sql.executemany(
        "INSERT INTO about VALUES (?, ?, ?)", ((language, *pair) for pair in known)
    )
    columns = (
        (
            part.name,
            each.name,
            language,
            each.title or None,
            each.kind,
            each.meaning,
            each.vocabulary or None,
        )
        for table in tables
        for part in (table.same(), table.said())
        for each in (part.columns if part else ())
    )
    sql.executemany("INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?, ?)", columns)


def _statement(table: Table, in_languages: bool) -> str:
    """The statement that makes a table, where there is none yet; its key stands once."""
    types = {each.name: _SQL_TYPES.get(each.kind, "TEXT") for each in table.columns}
    parts = [
        f"{_name(name)} {of}{' NOT NULL' if name in table.key else ''}"
        for name, of in types.items()
    ]
    key = [*table.key]
    if in_languages:
        parts.insert(len(key), '"language" TEXT NOT NULL')
        key.append("language")
    parts.append(f"PRIMARY KEY ({_names(key)})")
    for link in table.links:
        there = f"{_name(link.table)} ({_names(link.to)})"
        parts.append(f"FOREIGN KEY ({_names(link.columns)}) REFERENCES {there}")
    inner = ",\n  ".join(parts)
    return f"CREATE TABLE IF NOT EXISTS {_name(table.name)} (\n  {inner}\n) WITHOUT ROWID"


def _indexed(table: Table) -> Iterator[str]:
    """What is looked up beside the key: links, and codes in the key behind its first
    column.
    """
    coded = {
        column.name
        for column in table.columns
        if column.kind == "code" and column.vocabulary
    }
    wanted = [link.columns[0] for link in table.links if len(link.columns) == 1]
    wanted += [name for name in table.key[1:] if name in coded]
    yield from (each for each in dict.fromkeys(wanted) if table.key[0] != each)


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_name, names))


def _name(name: str) -> str:
    return f'"{name}"'


# -- the spreadsheet ---------------------------------------------------------------------

_WIDTHS = {
    "text": 24,
    "code": 26,
    "codes": 26,
    "day": 12,
    "address": 24,
    "whole": 9,
    "number": 9,
    "yes": 9,
}
_OF_SENTENCES = 60


def workbook(phrases: Phrases, base: str) -> bytes:
    """The spreadsheet of a language; ``base`` is the absolute address of its folder."""
    shown = [each for each in open_data.tables(phrases, base) if not each.joins]
    sheets = [_first(phrases, shown, base), *map(_sheet, shown)]
    title, author = open_data.about(phrases, base).title, publisher.author(phrases)
    right_to_left = phrases.localizer.direction == "rtl"
    return spreadsheets.written(
        sheets, title, author, right_to_left, phrases.corpus.today
    )


def _sheet(table: Table) -> Sheet:
    localized = {
        each.name.removesuffix("_language")
        for each in table.columns
        if each.kind == "language"
    }
    fields = [_field(each, each.name in localized) for each in table.columns]
    return Sheet(table.title, [], fields, table.values)


def _field(column: Column, sentence: bool) -> SheetColumn:
    kind = {"whole": "number", "number": "number", "yes": "yes"}.get(column.kind, "text")
    width = _OF_SENTENCES if sentence else _WIDTHS.get(column.kind, 10)
    return SheetColumn(column.name, width, kind, not column.title, column.kind == "text")


def _first(phrases: Phrases, tables: list[Table], base: str) -> Sheet:
    """What the spreadsheet is, which sheets it has, and what each column means."""
    ui, said = phrases.localizer.gettext, open_data.about(phrases, base)
    head = [
        [said.title],
        *([label, "", "", text] for label, text in open_data.labelled(phrases, said)),
    ]
    sheets = [[table.title, "", "", table.meaning] for table in tables]
    every = [(table.title, each) for table in tables for each in table.columns]
    rows = [
        (of, each.name, each.title or None, each.meaning, each.vocabulary or None)
        for of, each in every
    ]
    labels = (ui("Sheet"), ui("Column"), ui("Title"), ui("Definition"), ui("List"))
    fields = [*map(SheetColumn, labels, (22, 24, 26, _OF_SENTENCES, 20))]
    values = [*zip(*rows, strict=True)] or [()] * len(fields)
    return Sheet(ui("Open data"), [*head, [], *sheets, []], fields, values, still=False)
