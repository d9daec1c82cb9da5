"""The tables of the open data: rows that keys tell apart, links that lead somewhere, codes that are
explained, and nothing that is not known made to look known.
"""

from __future__ import annotations

import re

import pytest

from generators.corpus import comparisons
from generators.corpus.corpus import Corpus
from generators.data.files import named_record
from generators.document.open_data import tables
from generators.document.open_data.columns import Column, Table, Value, source_ids
from generators.document.phrases import Phrases
from generators.model.citations import Source
from generators.translate.localizer import Localizer
from tests.conftest import LANGUAGES

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
TYPES = {"whole": int, "number": (int, float), "yes": bool}


def of(corpus: Corpus, language: str = "en", base: str = "") -> dict[str, Table]:
    """The tables of a language by name."""
    return {each.name: each for each in tables(Phrases(Localizer(corpus, language)), base)}


def rows(table: Table) -> list[dict[str, Value]]:
    """Rows by names of columns; what stands nowhere is left out."""
    names = [column.name for column in table.columns]
    return [
        {name: value for name, value in zip(names, row, strict=True) if value is not None}
        for row in table.rows()
    ]


@pytest.fixture(scope="module")
def found(world: Corpus) -> dict[str, Table]:
    return of(world)


def fits(column: Column, value: Value) -> bool:
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
            assert column.title not in (column.meaning, column.meaning.rstrip(".")), (table.name, column.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_is_of_the_kind_of_its_column(world, language):
    """In every language; there are no empty texts, and each column has as many values as there are rows."""
    for table in of(world, language).values():
        for column, values in zip(table.columns, table.values, strict=True):
            assert len(values) == table.count, (table.name, column.name)
            wrong = [value for value in values if value is not None and not fits(column, value)]
            assert wrong == [], (table.name, column.name)


def test_every_code_is_explained(found):
    """Codes stand in the table of the vocabulary, each with a label and a sentence."""
    known = {(row["list"], row["code"]) for row in rows(found["vocabulary"])}
    explained = [row for row in rows(found["vocabulary"]) if row["label"] != row["definition"]]
    assert len(explained) == len(known)
    for table in found.values():
        for column, values in zip(table.columns, table.values, strict=True):
            if column.vocabulary:
                used = {code for value in values if value for code in value.split(" ")}
                assert {(column.vocabulary, code) for code in used} <= known, (table.name, column.name)


def test_a_code_that_follows_from_records_is_explained_in_each_language(world):
    """Its sentence says in which language it is, and whether anybody has reviewed it."""
    for language, states in (("en", {"source"}), ("fr", {"unreviewed", "reviewed"})):
        told = {
            (row["definition_language"], row["definition_translation"])
            for row in rows(of(world, language)["vocabulary"])
            if row["list"] in ("absences", "bounds", "participations", "party-lists", "powers", "relations")
        }
        assert told <= {(language, state) for state in states}


def test_what_only_a_few_words_may_fill_has_a_list(found):
    """A column that no list explains holds ids, or text that anybody may write."""
    listed = {
        (name, column.name): column.vocabulary for name, table in found.items() for column in table.columns
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
        assert [(c.name, c.kind) for c in other.columns] == [(c.name, c.kind) for c in table.columns]
        for column, own, values in zip(table.columns, table.values, other.values, strict=True):
            if column.kind in ("code", "codes", "day", "whole", "number", "yes"):
                same = [*own] == [*values] or column.name.endswith("_translation")
                assert same, (name, column.name)


def test_a_source_is_known_by_its_id():
    """Which stays where another is put before it; one without an id by its place, even if that is an id."""
    sources = [Source(title="A", kind="primary", id="2"), Source(title="B", kind="primary")]
    assert source_ids(sources) == ["2", "2-"]


def test_absence_is_of_the_four_kinds_that_pages_tell_apart(corpus_with):
    """Every record and topic has a provision, or a row that says why there is none; never both. One State's
    own text has neither, as on pages.
    """
    corpus = corpus_with(base="world", edit={"instruments/beta/sop-2020.yml": {"model_of": "BEN"}})
    found = of(corpus)
    spoken = {(row["record"], row["topic"]) for row in rows(found["provision_topics"])}
    absent = {(row["record"], row["topic"]): row["absence"] for row in rows(found["silence"])}
    compared = [comparisons.topic(corpus, topic) for topic in corpus.vocabularies.of("topics")]
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
    """Of the lines that hold, topic pages show those that name no other text, and no others."""
    topics = {"provisions.0.topics.0": "reflection-period", "provisions.0.topics.1": "assistance"}
    in_part = {"topics": ["assistance", "non-punishment"], "ref": "Section 8", "says": "Housing."}
    edit = {
        "instruments/alpha/draft-law.yml": {**topics, "provisions.1": {**in_part, "strength": "obligation"}}
    }
    corpus = corpus_with(base="world", edit=edit)
    lines = [row for row in rows(of(corpus)["provisions"]) if row["current"]]
    shown = {(line.record, line.anchor) for each in corpus.by_topic.values() for line in each}
    assert {(row["record"], row["id"]) for row in lines if "shown_in" not in row} == shown
    elsewhere = {(row["record"], row["ref"]): row["shown_in"] for row in lines if "shown_in" in row}
    assert elsewhere == {("alpha/draft-law", "Section 7"): "alpha/convention-2005"}


def test_tables_and_json_say_the_same_of_a_record(world, found):
    """How near it is to trafficking, and the grade that most of its lines reach."""
    for row in rows(found["records"]):
        named = named_record(Phrases(Localizer(world, "en")), row["id"])
        assert {name: row[name] for name in ("about", "confidence")} == {
            name: named[name] for name in ("about", "confidence")
        }


def test_a_text_in_another_language_or_not_reviewed_says_so(world):
    """Beside each text stand its language and the state of its translation."""
    french = rows(of(world, "fr")["provisions"])
    assert {(row["says_language"], row["says_translation"]) for row in french} >= {("en", "missing")}
    assert all(row["says_language"] != "fr" or row["says_translation"] != "missing" for row in french)
