"""The files of the open data, as their readers read them: CSV and its description, the
spreadsheet, the database.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from hashlib import sha256
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from generators import data
from generators.corpus.addresses import DATA_PACKAGE, DATABASE, TABLES, WORKBOOK
from generators.corpus.corpus import Corpus
from generators.data import tables as table_files
from generators.document.open_data import tables
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer

BASE = "https://example.org/"
HOSTILE = [
    "=cmd|'/C calc'!A0",
    '"quoted", and then,\r\na line; and another\n',
    "\u202eturned\u202c \u200fright\u200e",
    "@SUM(A1) '); DROP TABLE provisions; --",
    "-1",
    "<script>steal()</script>",
]


def shared_files(corpus: Corpus) -> Mapping[str, bytes]:
    """The files of the open data that all languages share, by path."""
    writers = table_files.shared_writers(corpus, BASE)
    return {path: write() for path, write in writers.items()}


@pytest.fixture(scope="module")
def files(world: Corpus) -> Mapping[str, bytes]:
    """The files that all languages share, of the small library, by path."""
    return shared_files(world)


def open_database(content: bytes) -> closing[sqlite3.Connection]:
    """The database in a packed file."""
    database = sqlite3.connect(":memory:")
    database.deserialize(gzip.decompress(content))
    return closing(database)


def query_rows(content: bytes, query: str) -> list[tuple]:
    """The rows that answer a query to the database in a packed file."""
    with open_database(content) as database:
        return database.execute(query).fetchall()


def csv_lines(content: bytes) -> list[list[str]]:
    """The lines of a file of CSV; the first has the names of its columns."""
    text = StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, strict=True))


def csv_rows(files: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    """The rows of the table in a file of CSV, by the names of columns."""
    names, *lines = csv_lines(files[f"{TABLES}{name}.csv"])
    return [dict(zip(names, line, strict=True)) for line in lines]


def resources_by_name(files: Mapping[str, bytes]) -> dict[str, dict]:
    """What the description says of each file of CSV."""
    package = json.loads(files[DATA_PACKAGE])
    return {resource["name"]: resource for resource in package["resources"]}


# -- CSV, and what describes it ----------------------------------------------------------

PATTERN_OF_TYPE = {
    "string": r"[\s\S]*",
    "integer": r"-?\d+",
    "number": r"-?\d+(\.\d+)?",
    "boolean": "true|false",
}
GOLDEN_TABLES = (
    "provisions",
    "fr/provisions_text",
    "steps",
    "parties",
    "reservations",
    "sources",
    "records",
    "silence",
)


@pytest.mark.parametrize("name", GOLDEN_TABLES)
def test_a_table_is_as_it_is_kept(files, golden, name):
    """A line has its place, force, certainty and dates, and the groups to which only it
    applies. It is seen who is bound, left, signed or may be party. Texts of a language
    are apart from what all languages share (``--update``).
    """
    golden(f"tables/{name.replace('/', '-')}.csv", files[f"{TABLES}{name}.csv"])


def test_each_file_is_what_its_description_says(files):
    """Name, size, digest, columns, types, limits and keys: all of them, by hand."""
    for name, resource in resources_by_name(files).items():
        content = files[f"{TABLES}{resource['path']}"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
        assert content.startswith(b"\xef\xbb\xbf")
        names, *lines = csv_lines(content)
        schema = resource["schema"]
        assert names == [field["name"] for field in schema["fields"]]
        for place, field in enumerate(schema["fields"]):
            check_values(name, field, {line[place] for line in lines})
        places_of_key = [names.index(part) for part in schema["primaryKey"]]
        keys = [tuple(line[place] for place in places_of_key) for line in lines]
        assert len(set(keys)) == len(keys), name


def check_values(table: str, field: dict, values: set[str]) -> None:
    """The values of a column are of its type, and within its limits."""
    limits = field.get("constraints", {})
    place = (table, field["name"])
    if limits.get("required"):
        assert "" not in values, place
    for value in values - {""}:
        assert re.fullmatch(PATTERN_OF_TYPE[field["type"]], value), (place, value)
        assert value in limits.get("enum", [value]), (place, value)
        assert re.search(limits.get("pattern", ""), value), (place, value)


def key_values(
    files: Mapping[str, bytes], table: str, columns: str | list[str]
) -> set[tuple[str, ...]]:
    """The values of one or more columns of a table; rows without one are left out."""
    names = [columns] if isinstance(columns, str) else columns
    values = {tuple(row[name] for name in names) for row in csv_rows(files, table)}
    return {key for key in values if "" not in key}


def test_links_of_the_description_lead_to_rows(files):
    """The other table has what a foreign key names, as its key."""
    resources = resources_by_name(files)
    for name, resource in resources.items():
        for link in resource["schema"]["foreignKeys"]:
            target = link["reference"]["resource"]
            target_columns = link["reference"]["fields"]
            assert target in resources, (name, target)
            own_keys = key_values(files, name, link["fields"])
            assert own_keys <= key_values(files, target, target_columns), (name, link)
            listed = (
                target_columns if isinstance(target_columns, list) else [target_columns]
            )
            assert listed == resources[target]["schema"]["primaryKey"]


def test_the_description_says_what_it_is(files):
    """What a Tabular Data Package asks for: profiles, names, licence, version, a meaning
    for each column.
    """
    package = json.loads(files[DATA_PACKAGE])
    assert package["profile"] == "tabular-data-package"
    assert re.fullmatch(r"[-a-z0-9._/]+", package["name"])
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["homepage"] == "https://example.org/data/"
    assert re.fullmatch(r"\d+\.\d+", package["version"])
    assert len(package["resources"]) == sum(path.endswith(".csv") for path in files)
    for resource in package["resources"]:
        assert resource["profile"] == "tabular-data-resource"
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
        assert resource["title"]
        assert resource["description"]
        assert all(field["description"] for field in resource["schema"]["fields"])


# -- the spreadsheet ---------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh"])
def test_the_spreadsheet_holds_the_same_rows(world, language):
    """There is a sheet for each table, without formulas, and from right to left in
    Arabic. Every cell is that of the table. The first sheet explains the others.
    """
    content = data.writers(world, language, BASE)[WORKBOOK]()
    book = load_workbook(BytesIO(content))
    phrases = Phrases(Localizer(world, language))
    in_sheets = [table for table in tables(phrases, BASE) if not table.joins]
    first_sheet, *sheets = book.worksheets
    assert len(sheets) == len(in_sheets)
    for sheet in book:
        assert bool(sheet.sheet_view.rightToLeft) is (language == "ar")
        assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    for sheet, table in zip(sheets, in_sheets, strict=True):
        labels, *rows = sheet.iter_rows(values_only=True)
        assert list(labels) == [column.name for column in table.columns]
        assert rows == list(table.rows())
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.endswith(str(table.count + 1))
    check_first_sheet(list(first_sheet.iter_rows(values_only=True)), in_sheets)
    cells = [cell for row in first_sheet.iter_rows(values_only=True) for cell in row]
    texts = [cell for cell in cells if cell]
    assert any(world.today.isoformat() in text for text in texts)
    assert any("CC BY 4.0" in text for text in texts)


def check_first_sheet(rows: list[tuple], in_sheets: list) -> None:
    """The first sheet names each column with its table, and says what it means."""
    explained = {row[:2] for row in rows}
    cells = {cell for row in rows for cell in row}
    for table in in_sheets:
        for column in table.columns:
            assert (table.title, column.name) in explained
            assert column.meaning in cells


# -- the database ------------------------------------------------------------------------


def test_the_database_is_whole(files):
    """It is sound and typed, no link leads nowhere, and it describes its columns."""
    with open_database(files[DATABASE]) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        types = database.execute(
            "SELECT DISTINCT typeof(value), typeof(value_days) FROM provisions"
        )
        for value_type, days_type in types:
            assert value_type in ("integer", "null")
            assert days_type in ("real", "null")
        licence = "SELECT value FROM about WHERE value LIKE 'CC BY 4.0%'"
        assert database.execute(licence).fetchone()
        undescribed = "SELECT count(*) FROM columns WHERE meaning = ''"
        assert database.execute(undescribed).fetchone() == (0,)


def test_the_database_has_as_many_rows_as_the_files_of_csv(files):
    """The rows of a language are counted by their language."""
    with open_database(files[DATABASE]) as database:
        for name in resources_by_name(files):
            language, _, table = name.rpartition("/")
            query = f'SELECT count(*) FROM "{table}"'
            if language:
                query += f" WHERE language = '{language}'"
            (count,) = database.execute(query).fetchone()
            assert count == len(csv_rows(files, name)), name


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("provision_topics", "topic"),
        ("parties", "state"),
        ("members", "state"),
        ("record_regions", "region"),
    ],
)
def test_a_table_may_be_looked_up_without_reading_it_all(files, table, column):
    """By topic, by State: an index answers."""
    query = f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {column} = 'x'"
    (*_, plan) = query_rows(files[DATABASE], query)[0]
    assert re.search("USING .*INDEX", plan)


# -- of all ------------------------------------------------------------------------------


def test_hostile_texts_stay_texts(corpus_with: Callable[..., Corpus]):
    """They come back from the database as they are. In CSV, what a spreadsheet would run
    has an apostrophe before it. ``test_spreadsheets`` has the spreadsheet.
    """
    record = "alpha/convention-2005"
    edits = {
        f"provisions.{number}.says": json.dumps(text)
        for number, text in enumerate(HOSTILE[:5])
    }
    edits["sources.0.title"] = json.dumps(HOSTILE[5])
    edits["short_title"] = json.dumps(HOSTILE[0])
    corpus = corpus_with(base="world", edit={f"instruments/{record}.yml": edits})
    typed = {provision.says for provision in corpus.records[record].provisions}
    assert len(typed) == 5
    files = shared_files(corpus)
    query = (
        f"SELECT says FROM provisions_text WHERE record = '{record}' AND language = 'en'"
    )
    assert {text for (text,) in query_rows(files[DATABASE], query)} == typed
    in_csv = {
        row["says"]
        for row in csv_rows(files, "en/provisions_text")
        if row["record"] == record
    }
    assert in_csv == {f"'{text}" if text[0] in "=+-@" else text for text in typed}
