"""The tables of the open data: rows that keys tell apart, links that lead somewhere,
codes that are explained, and nothing that is not known made to look known; the files, as
their readers read them.
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
from generators.corpus import comparisons
from generators.corpus.addresses import DATA_PACKAGE, DATABASE, TABLES, WORKBOOK
from generators.corpus.corpus import Corpus
from generators.data import tables as table_files
from generators.data.marked import Subject, as_json
from generators.data.named_data import RecordNamed
from generators.document.open_data import tables
from generators.document.open_data.columns import source_ids
from generators.document.open_data.data_table import CellValue, Column, DataTable
from generators.document.phrases import Phrases
from generators.model.citations import Source
from generators.translate.localizer import Localizer
from tests.conftest import LANGUAGES

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
TYPES = {"whole": int, "number": (int, float), "yes": bool}


def of(corpus: Corpus, language: str = "en", base: str = "") -> dict[str, DataTable]:
    """The tables of a language by name."""
    return {
        each.name: each for each in tables(Phrases(Localizer(corpus, language)), base)
    }


def rows(table: DataTable) -> list[dict[str, CellValue]]:
    """Rows by names of columns; what stands nowhere is left out."""
    names = [column.name for column in table.columns]
    return [
        {name: value for name, value in zip(names, row, strict=True) if value is not None}
        for row in table.rows()
    ]


@pytest.fixture(scope="module")
def found(world: Corpus) -> dict[str, DataTable]:
    return of(world)


def fits(column: Column, value: CellValue) -> bool:
    """Whether a value is of the kind of its column."""
    if column.kind in TYPES:
        return isinstance(value, TYPES[column.kind])
    if not isinstance(value, str) or not value:
        return False
    return column.kind != "day" or bool(DAY.fullmatch(value))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_column_is_explained_by_a_sentence_that_is_not_its_name(world, language):
    for table in of(world, language).values():
        for column in table.columns:
            assert column.meaning.endswith("."), (table.name, column.name)
            assert len(column.meaning) > 10, (table.name, column.name)
            assert column.title not in (column.meaning, column.meaning.rstrip(".")), (
                table.name,
                column.name,
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_is_of_the_kind_of_its_column(world, language):
    """In every language; there are no empty texts, and each column has as many values as
    there are rows.
    """
    for table in of(world, language).values():
        for column, values in zip(table.columns, table.values, strict=True):
            assert len(values) == table.count, (table.name, column.name)
            wrong = [
                value for value in values if value is not None and not fits(column, value)
            ]
            assert wrong == [], (table.name, column.name)


def test_every_code_is_explained(found):
    """Codes stand in the table of the vocabulary, each with a label and a sentence."""
    known = {(row["list"], row["code"]) for row in rows(found["vocabulary"])}
    explained = [
        row for row in rows(found["vocabulary"]) if row["label"] != row["definition"]
    ]
    assert len(explained) == len(known)
    for table in found.values():
        for column, values in zip(table.columns, table.values, strict=True):
            if column.vocabulary:
                used = {code for value in values if value for code in value.split(" ")}
                assert {(column.vocabulary, code) for code in used} <= known, (
                    table.name,
                    column.name,
                )


def test_a_code_that_follows_from_records_is_explained_in_each_language(world):
    """Its sentence says in which language it is, and whether anybody has reviewed it."""
    for language, states in (("en", {"source"}), ("fr", {"unreviewed", "reviewed"})):
        told = {
            (row["definition_language"], row["definition_translation"])
            for row in rows(of(world, language)["vocabulary"])
            if row["list"]
            in (
                "absences",
                "bounds",
                "participations",
                "party-lists",
                "powers",
                "relations",
            )
        }
        assert told <= {(language, state) for state in states}


def test_what_only_a_few_words_may_fill_has_a_list(found):
    """A column that no list explains holds ids, or text that anybody may write."""
    listed = {
        (name, column.name): column.vocabulary
        for name, table in found.items()
        for column in table.columns
    }
    assert listed["provisions", "value_is"] == listed["steps", "value_is"] == "bounds"
    for name in ("visits", "complaints", "publishes"):
        assert listed["reporting", name] == "powers"
    assert listed["silence", "absence"] == "absences"


def test_the_same_columns_and_codes_in_all_languages(world, found):
    """What a program reads is the same everywhere; what people read is not."""
    french = of(world, "fr")
    assert [*french] == [*found]
    for name, table in found.items():
        other = french[name]
        assert [(c.name, c.kind) for c in other.columns] == [
            (c.name, c.kind) for c in table.columns
        ]
        for column, own, values in zip(
            table.columns, table.values, other.values, strict=True
        ):
            if column.kind in ("code", "codes", "day", "whole", "number", "yes"):
                same = [*own] == [*values] or column.name.endswith("_translation")
                assert same, (name, column.name)


def test_a_source_is_known_by_its_id():
    """Which stays where another is put before it; one without an id by its place, even if
    that is an id.
    """
    sources = [
        Source(title="A", kind="primary", id="2"),
        Source(title="B", kind="primary"),
    ]
    assert source_ids(sources) == ["2", "2-"]


def test_absence_is_of_the_four_kinds_that_pages_tell_apart(corpus_with):
    """Every record and topic has a provision, or a row that says why there is none; never
    both. One State's own text has neither, as on pages.
    """
    corpus = corpus_with(
        base="world", edit={"instruments/beta/sop-2020.yml": {"model_of": "BEN"}}
    )
    found = of(corpus)
    spoken = {(row["record"], row["topic"]) for row in rows(found["provision_topics"])}
    absent = {
        (row["record"], row["topic"]): row["absence"] for row in rows(found["silence"])
    }
    compared = [
        comparisons.topic(corpus, topic) for topic in corpus.vocabularies.of("topics")
    ]
    codes = {
        "silent": "silent",
        "read_in_part": "read-in-part",
        "unreadable": "unreadable",
        "unread": "not-recorded",
    }
    assert absent == {
        (record, each.topic): code
        for each in compared
        for kind, code in codes.items()
        for record in getattr(each, kind)
    }
    assert {*absent.values()} == {*codes.values()}
    assert len(spoken) + len(absent) == len(corpus.standards) * len(compared)
    assert not spoken & absent.keys()


def test_a_line_of_an_amending_text_says_which_text_pages_show_it_in(corpus_with):
    """Of the lines that hold, topic pages show those that name no other text, and no
    others.
    """
    topics = {
        "provisions.0.topics.0": "reflection-period",
        "provisions.0.topics.1": "assistance",
    }
    in_part = {
        "topics": ["assistance", "non-punishment"],
        "ref": "Section 8",
        "says": "Housing.",
    }
    edit = {
        "instruments/alpha/draft-law.yml": {
            **topics,
            "provisions.1": {**in_part, "strength": "obligation"},
        }
    }
    corpus = corpus_with(base="world", edit=edit)
    lines = [row for row in rows(of(corpus)["provisions"]) if row["current"]]
    shown = {
        (line.record, line.anchor) for each in corpus.by_topic.values() for line in each
    }
    assert {(row["record"], row["id"]) for row in lines if "shown_in" not in row} == shown
    elsewhere = {
        (row["record"], row["ref"]): row["shown_in"] for row in lines if "shown_in" in row
    }
    assert elsewhere == {("alpha/draft-law", "Section 7"): "alpha/convention-2005"}


def test_tables_and_json_say_the_same_of_a_record(world, found):
    """How near it is to trafficking, and the grade that most of its lines reach."""
    phrases = Phrases(Localizer(world, "en"))
    for row in rows(found["records"]):
        named = as_json(RecordNamed, Subject(phrases, row["id"], world.records[row["id"]]))
        assert {name: row[name] for name in ("about", "confidence")} == {
            name: named[name] for name in ("about", "confidence")
        }


def test_a_text_in_another_language_or_not_reviewed_says_so(world):
    """Beside each text stand its language and the state of its translation."""
    french = rows(of(world, "fr")["provisions"])
    assert {(row["says_language"], row["says_translation"]) for row in french} >= {
        ("en", "missing")
    }
    assert all(
        row["says_language"] != "fr" or row["says_translation"] != "missing"
        for row in french
    )


# -- the files, as their readers read them -----------------------------------------------


BASE = "https://example.org/"
HOSTILE = [
    "=cmd|'/C calc'!A0",
    '"quoted", and then,\r\na line; and another\n',
    "\u202eturned\u202c \u200fright\u200e",
    "@SUM(A1) '); DROP TABLE provisions; --",
    "-1",
    "<script>steal()</script>",
]


def shared(corpus: Corpus, site: str = BASE) -> Mapping[str, bytes]:
    """The files of the open data that all languages share, by path."""
    return {path: write() for path, write in table_files.shared_writers(corpus, site).items()}


def workbook(corpus: Corpus, language: str) -> bytes:
    """The spreadsheet of a language."""
    return data.writers(corpus, language, BASE)[WORKBOOK]()


@pytest.fixture(scope="module")
def files(world: Corpus) -> Mapping[str, bytes]:
    """The files of the open data of all languages by path."""
    return shared(world)


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


def csv_rows(found: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    head, *rest = lines(found[f"{TABLES}{name}.csv"])
    return [dict(zip(head, row, strict=True)) for row in rest]


# -- CSV, and what describes it ----------------------------------------------------------

SHAPE = {
    "string": r"[\s\S]*",
    "integer": r"-?\d+",
    "number": r"-?\d+(\.\d+)?",
    "boolean": "true|false",
}


KEPT = "provisions fr/provisions_text steps parties reservations sources records silence".split()


@pytest.mark.parametrize("name", KEPT)
def test_a_table_is_as_it_is_kept(files, golden, name):
    """Of a line its place, force, certainty, dates and for whom alone it holds; who is
    bound, has left, signed or may be party; texts of a language apart from what all
    languages share (``--update``).
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
                assert re.fullmatch(SHAPE[field["type"]], value), (
                    name,
                    field["name"],
                    value,
                )
                assert value in limits.get("enum", [value]), (name, field["name"], value)
                assert re.search(limits.get("pattern", ""), value), (
                    name,
                    field["name"],
                    value,
                )
        keys = [
            tuple(row[head.index(part)] for part in schema["primaryKey"]) for row in rest
        ]
        assert len({*keys}) == len(keys), name


def test_links_of_the_description_lead_to_rows(files):
    """What a foreign key names stands in the other table, under the key of that table."""
    found = files
    described = resources(found)
    for name, resource in described.items():
        for key in resource["schema"]["foreignKeys"]:
            own, there = (
                [f] if isinstance(f, str) else f
                for f in (key["fields"], key["reference"]["fields"])
            )
            other = key["reference"]["resource"]
            assert other in described, (name, other)
            assert there == described[other]["schema"]["primaryKey"]
            known = {tuple(row[part] for part in there) for row in csv_rows(found, other)}
            asked_for = {
                tuple(row[part] for part in own) for row in csv_rows(found, name)
            }
            assert {each for each in asked_for if "" not in each} <= known, (name, own)


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
    """A sheet a table, from right to left in Arabic, no formula; every cell is that of
    the table.
    """
    book = load_workbook(BytesIO(workbook(world, language)))
    shown = [
        table
        for table in tables(Phrases(Localizer(world, language)), BASE)
        if not table.joins
    ]
    first, *rest = book.worksheets
    assert len(rest) == len(shown)
    assert all(bool(page.sheet_view.rightToLeft) is (language == "ar") for page in book)
    assert "f" not in {
        cell.data_type for page in book for row in page.iter_rows() for cell in row
    }
    for page, table in zip(rest, shown, strict=True):
        head, *found = page.iter_rows(values_only=True)
        assert [*head] == [column.name for column in table.columns]
        assert found == [*table.rows()]
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref.endswith(str(table.count + 1))
    explained = {row[:2] for row in first.iter_rows(values_only=True)}
    assert {
        (table.title, column.name) for table in shown for column in table.columns
    } <= explained
    said = [cell for row in first.iter_rows(values_only=True) for cell in row if cell]
    assert {column.meaning for table in shown for column in table.columns} <= {*said}
    assert any(world.today.isoformat() in cell for cell in said)
    assert any("CC BY 4.0" in cell for cell in said)


# -- the database ------------------------------------------------------------------------


def test_the_database_is_whole(files):
    """Sound, with no link that leads nowhere, typed, and with the same rows as the files
    of CSV.
    """
    with opened(files[DATABASE]) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for name in resources(files):
            language, _, table = name.rpartition("/")
            query = f'SELECT count(*) FROM "{table}"' + (
                " WHERE language = ?" if language else ""
            )
            (count,) = database.execute(query, [language] if language else []).fetchone()
            assert count == len(csv_rows(files, name)), name
        kinds = database.execute(
            "SELECT DISTINCT typeof(value), typeof(value_days) FROM provisions"
        )
        assert {*kinds} <= {
            ("integer", "real"),
            ("null", "null"),
            ("integer", "null"),
            ("null", "real"),
        }
        (licence,) = database.execute(
            "SELECT value FROM about WHERE value LIKE 'CC BY 4.0%'"
        ).fetchone()
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


# -- of all ------------------------------------------------------------------------------


def test_hostile_texts_stay_texts(corpus_with: Callable[..., Corpus]):
    """They come back as they are from the database; in CSV what a spreadsheet would run
    has an apostrophe before it (``test_spreadsheets`` has the spreadsheet).
    """
    at = "instruments/alpha/convention-2005.yml"
    edits = {
        f"provisions.{n}.says": json.dumps(text) for n, text in enumerate(HOSTILE[:5])
    }
    edits |= {
        "sources.0.title": json.dumps(HOSTILE[5]),
        "short_title": json.dumps(HOSTILE[0]),
    }
    corpus = corpus_with(base="world", edit={at: edits})
    typed = {each.says for each in corpus.records["alpha/convention-2005"].provisions}
    assert len(typed) == 5
    found = shared(corpus)
    query = "SELECT says FROM provisions_text WHERE record = 'alpha/convention-2005' AND language = 'en'"
    assert {text for (text,) in asked(found[DATABASE], query)} == typed
    said = {
        row["says"]
        for row in csv_rows(found, "en/provisions_text")
        if row["record"] == "alpha/convention-2005"
    }
    assert said == {f"'{text}" if text[0] in "=+-@" else text for text in typed}
