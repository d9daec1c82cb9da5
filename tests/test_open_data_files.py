"""The files of the open data, read as their readers do: as a spreadsheet, as CSV by its description, as a
database by queries.
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
from generators.data import tables as tables_as_files
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


def of(corpus: Corpus, site: str = BASE) -> Mapping[str, bytes]:
    """The files of the open data that all languages share, by path."""
    return {path: write() for path, write in tables_as_files.common(corpus, site).items()}


def workbook(corpus: Corpus, language: str) -> bytes:
    """The spreadsheet of a language."""
    return data.writers(corpus, language, BASE)[WORKBOOK]()


@pytest.fixture(scope="module")
def files(world: Corpus) -> Mapping[str, bytes]:
    """The files of the open data of all languages by path."""
    return of(world)


def opened(content: bytes) -> closing[sqlite3.Connection]:
    database = sqlite3.connect(":memory:")
    database.deserialize(gzip.decompress(content))
    return closing(database)


def asked(content: bytes, query: str, *values: object) -> list[tuple]:
    with opened(content) as database:
        return database.execute(query, values).fetchall()


def lines(content: bytes) -> list[list[str]]:
    """The lines of a file of CSV, the names of its columns first."""
    return [*csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True)]


def resources(found: Mapping[str, bytes]) -> dict[str, dict]:
    return {each["name"]: each for each in json.loads(found[DATA_PACKAGE])["resources"]}


def rows(found: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    head, *rest = lines(found[f"{TABLES}{name}.csv"])
    return [dict(zip(head, row, strict=True)) for row in rest]


# -- CSV, and what describes it ------------------------------------------------------------------------------

SHAPE = {"string": r"[\s\S]*", "integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "boolean": "true|false"}


KEPT = "provisions fr/provisions_text steps parties reservations sources records silence".split()


@pytest.mark.parametrize("name", KEPT)
def test_a_table_is_as_it_is_kept(files, golden, name):
    """Of a line its place, force, certainty, dates and for whom alone it holds; who is bound, has left,
    signed or may be party; texts of a language apart from what all languages share (``--update``).
    """
    golden(f"tables/{name.replace('/', '-')}.csv", files[f"{TABLES}{name}.csv"])


def test_each_file_is_what_its_description_says(files):
    """Name, size, digest, columns, types, limits and keys: all of them, by hand."""
    for name, resource in resources(files).items():
        content = files[f"{TABLES}{resource['path']}"]
        assert (resource["bytes"], resource["hash"]) == (
            len(content),
            f"sha256:{sha256(content).hexdigest()}",
        )
        assert content.startswith(b"\xef\xbb\xbf")
        head, *rest = lines(content)
        schema = resource["schema"]
        assert head == [field["name"] for field in schema["fields"]]
        for place, field in enumerate(schema["fields"]):
            limits = field.get("constraints", {})
            values = {row[place] for row in rest}
            assert not (limits.get("required") and "" in values), (name, field["name"])
            for value in values - {""}:
                assert re.fullmatch(SHAPE[field["type"]], value), (name, field["name"], value)
                assert value in limits.get("enum", [value]), (name, field["name"], value)
                assert re.search(limits.get("pattern", ""), value), (name, field["name"], value)
        keys = [tuple(row[head.index(part)] for part in schema["primaryKey"]) for row in rest]
        assert len({*keys}) == len(keys), name


def test_links_of_the_description_lead_to_rows(files):
    """What a foreign key names stands in the other table, under the key of that table."""
    found = files
    described = resources(found)
    for name, resource in described.items():
        for key in resource["schema"]["foreignKeys"]:
            own, there = (
                [f] if isinstance(f, str) else f for f in (key["fields"], key["reference"]["fields"])
            )
            other = key["reference"]["resource"]
            assert other in described, (name, other)
            assert there == described[other]["schema"]["primaryKey"]
            known = {tuple(row[part] for part in there) for row in rows(found, other)}
            asked_for = {tuple(row[part] for part in own) for row in rows(found, name)}
            assert {each for each in asked_for if "" not in each} <= known, (name, own)


def test_the_description_says_what_it_is(files):
    """What a Tabular Data Package asks for: profiles, names, licence, version, a meaning for each column."""
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


# -- the spreadsheet -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh"])
def test_the_spreadsheet_holds_the_same_rows(world, language):
    """A sheet a table, from right to left in Arabic, no formula; every cell is that of the table."""
    book = load_workbook(BytesIO(workbook(world, language)))
    shown = [table for table in tables(Phrases(Localizer(world, language)), BASE) if not table.joins]
    first, *rest = book.worksheets
    assert len(rest) == len(shown)
    assert all(bool(page.sheet_view.rightToLeft) is (language == "ar") for page in book)
    assert "f" not in {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    for page, table in zip(rest, shown, strict=True):
        head, *found = page.iter_rows(values_only=True)
        assert [*head] == [column.name for column in table.columns]
        assert found == [*table.rows()]
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref.endswith(str(table.count + 1))
    explained = {row[:2] for row in first.iter_rows(values_only=True)}
    assert {(table.title, column.name) for table in shown for column in table.columns} <= explained
    said = [cell for row in first.iter_rows(values_only=True) for cell in row if cell]
    assert {column.meaning for table in shown for column in table.columns} <= {*said}
    assert any(world.today.isoformat() in cell for cell in said)
    assert any("CC BY 4.0" in cell for cell in said)


# -- the database --------------------------------------------------------------------------------------------


def test_the_database_is_whole(files):
    """Sound, with no link that leads nowhere, typed, and with the same rows as the files of CSV."""
    with opened(files[DATABASE]) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for name in resources(files):
            language, _, table = name.rpartition("/")
            query = f'SELECT count(*) FROM "{table}"' + (" WHERE language = ?" if language else "")
            (count,) = database.execute(query, [language] if language else []).fetchone()
            assert count == len(rows(files, name)), name
        kinds = database.execute("SELECT DISTINCT typeof(value), typeof(value_days) FROM provisions")
        assert {*kinds} <= {("integer", "real"), ("null", "null"), ("integer", "null"), ("null", "real")}
        (licence,) = database.execute("SELECT value FROM about WHERE value LIKE 'CC BY 4.0%'").fetchone()
        assert licence
        undescribed = "SELECT count(*) FROM columns WHERE meaning = ''"
        assert database.execute(undescribed).fetchone() == (0,)


def test_a_table_may_be_looked_up_without_reading_it_all(files):
    """By topic, by State: an index answers."""
    plan = "EXPLAIN QUERY PLAN SELECT * FROM {} WHERE {} = 'x'"
    for table, column in (
        ("provision_topics", "topic"),
        ("parties", "state"),
        ("members", "state"),
        ("record_regions", "region"),
    ):
        (*_, how) = asked(files[DATABASE], plan.format(table, column))[0]
        assert re.search("USING .*INDEX", how), (table, how)


# -- of all --------------------------------------------------------------------------------------------------


def test_hostile_texts_stay_texts(corpus_with: Callable[..., Corpus]):
    """They come back as they are from the spreadsheet and the database; in CSV what a spreadsheet would run
    has an apostrophe before it.
    """
    at = "instruments/alpha/convention-2005.yml"
    edits = {f"provisions.{n}.says": json.dumps(text) for n, text in enumerate(HOSTILE[:5])}
    edits |= {"sources.0.title": json.dumps(HOSTILE[5]), "short_title": json.dumps(HOSTILE[0])}
    corpus = corpus_with(base="world", edit={at: edits})
    typed = {each.says for each in corpus.records["alpha/convention-2005"].provisions}
    assert len(typed) == 5
    found = of(corpus)
    query = "SELECT says FROM provisions_text WHERE record = 'alpha/convention-2005' AND language = 'en'"
    assert {text for (text,) in asked(found[DATABASE], query)} == typed
    said = {
        row["says"] for row in rows(found, "en/provisions_text") if row["record"] == "alpha/convention-2005"
    }
    assert said == {f"'{text}" if text[0] in "=+-@" else text for text in typed}
    book = load_workbook(BytesIO(workbook(corpus, "en")))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert "f" not in {cell.data_type for cell in cells}
    # a spreadsheet has one sign for the end of a line
    assert {text.replace("\r\n", "\n") for text in typed} <= {
        cell.value.replace("\r\n", "\n") for cell in cells if isinstance(cell.value, str)
    }
