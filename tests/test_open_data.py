"""The tables of the open data: keys tell their rows apart, and links lead to rows. Codes
are explained. Nothing that is not known looks as if it were.

``test_open_data_files`` has the files of the tables.
"""

from __future__ import annotations

import re

import pytest
from small_records import CONVENTION, small_corpus
from small_records import text as small_text

from generators.corpus import comparisons
from generators.corpus.corpus import Corpus
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
CODES_OF_ABSENCES = {
    "silent": "silent",
    "read_in_part": "read-in-part",
    "unreadable": "unreadable",
    "unread": "not-recorded",
}
LISTS_OUTSIDE_VOCABULARY = (
    "absences",
    "bounds",
    "participations",
    "party-lists",
    "powers",
    "relations",
)


def tables_by_name(corpus: Corpus, language: str = "en") -> dict[str, DataTable]:
    """The tables of a language by name."""
    phrases = Phrases(Localizer(corpus, language))
    return {table.name: table for table in tables(phrases)}


def rows(table: DataTable) -> list[dict[str, CellValue]]:
    """The rows of a table, each by the names of columns. Empty cells are left out."""
    names = [column.name for column in table.columns]
    filled = []
    for row in table.rows():
        cells = zip(names, row, strict=True)
        filled.append({name: value for name, value in cells if value is not None})
    return filled


@pytest.fixture(scope="module")
def english(world: Corpus) -> dict[str, DataTable]:
    """The tables in English by name."""
    return tables_by_name(world)


def fits(column: Column, value: CellValue) -> bool:
    """Whether a value is of the kind of its column."""
    if column.kind in TYPES:
        return isinstance(value, TYPES[column.kind])
    if not isinstance(value, str) or not value:
        return False
    return column.kind != "day" or bool(DAY.fullmatch(value))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_column_is_explained_by_a_sentence_that_is_not_its_name(world, language):
    for table in tables_by_name(world, language).values():
        for column in table.columns:
            place = (table.name, column.name)
            assert column.meaning.endswith("."), place
            assert len(column.meaning) > 10, place
            assert column.title != column.meaning.rstrip("."), place
            assert column.title != column.meaning, place


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_is_of_the_kind_of_its_column(world, language):
    """In every language; there are no empty texts, and each column has as many values as
    there are rows.
    """
    for table in tables_by_name(world, language).values():
        for column, values in zip(table.columns, table.values, strict=True):
            assert len(values) == table.count, (table.name, column.name)
            filled = [value for value in values if value is not None]
            wrong = [value for value in filled if not fits(column, value)]
            assert wrong == [], (table.name, column.name)


def codes_in(values: tuple[CellValue, ...]) -> set[str]:
    """The codes in the cells of a column; a cell may have several."""
    return set(" ".join(value for value in values if value).split())


RESERVATIONS = """\
parties:
  as_of: 2026-01-31
  states:
    - state: BEN
      reservations:
        - {kind: reservation, refs: Art. 1, says: Not this article.}
        - {kind: unknown}
    - state: GHA
      reservations: [{kind: unknown}]
"""


def test_a_reservation_that_we_have_not_read_is_not_counted(corpus_of):
    """It is in a table of its own; each table counts from 1."""
    text = small_text(CONVENTION, "in-force", keys=RESERVATIONS)
    tables_of = tables_by_name(small_corpus(corpus_of, {"alpha/a": text}))
    (read,) = rows(tables_of["reservations"])
    assert (read["number"], read["state"], read["kind"]) == (1, "BEN", "reservation")
    unread = rows(tables_of["reservations_unread"])
    assert [(row["number"], row["state"]) for row in unread] == [(1, "BEN"), (2, "GHA")]


def test_every_code_is_explained(english):
    """The table of the vocabulary has every code, with a label and a sentence."""
    vocabulary = rows(english["vocabulary"])
    known = {(row["list"], row["code"]) for row in vocabulary}
    explained = [row for row in vocabulary if row["label"] != row["definition"]]
    assert len(explained) == len(known)
    for table in english.values():
        for column, values in zip(table.columns, table.values, strict=True):
            if column.vocabulary:
                used = {(column.vocabulary, code) for code in codes_in(values)}
                assert used <= known, (table.name, column.name)


@pytest.mark.parametrize(
    ("language", "states"), [("en", {"source"}), ("fr", {"unreviewed", "reviewed"})]
)
def test_a_code_that_follows_from_records_is_explained_in_each_language(
    world, language, states
):
    """Its sentence says in which language it is, and whether anybody has reviewed it."""
    explained = {
        (row["definition_language"], row["definition_translation"])
        for row in rows(tables_by_name(world, language)["vocabulary"])
        if row["list"] in LISTS_OUTSIDE_VOCABULARY
    }
    assert explained
    assert explained <= {(language, state) for state in states}


def test_what_only_a_few_words_may_fill_has_a_list(english):
    """A column that no list explains holds ids, or text that anybody may write."""
    lists = {
        (name, column.name): column.vocabulary
        for name, table in english.items()
        for column in table.columns
    }
    assert lists["provisions", "value_is"] == "bounds"
    assert lists["steps", "value_is"] == "bounds"
    assert lists["silence", "absence"] == "absences"
    for power in ("visits", "complaints", "publishes"):
        assert lists["reporting", power] == "powers"


def test_the_same_columns_and_codes_in_all_languages(world, english):
    """What a program reads is the same everywhere; what people read is not."""
    french = tables_by_name(world, "fr")
    assert list(french) == list(english)
    for name, table in english.items():
        in_french = french[name]
        kinds = [(column.name, column.kind) for column in table.columns]
        assert kinds == [(column.name, column.kind) for column in in_french.columns]
        pairs = zip(table.values, in_french.values, strict=True)
        for column, (values, french_values) in zip(table.columns, pairs, strict=True):
            is_for_people = column.kind in ("text", "address", "language")
            if is_for_people or column.name.endswith("_translation"):
                continue
            assert list(values) == list(french_values), (name, column.name)


def test_a_source_is_known_by_its_id():
    """An id stays if another source is put before it. A source without one has its place,
    unless that is the id of another source.
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
    edit = {"instruments/beta/sop-2020.yml": {"model_of": "BEN"}}
    corpus = corpus_with(base="world", edit=edit)
    in_tables = tables_by_name(corpus)
    spoken = {
        (row["record"], row["topic"]) for row in rows(in_tables["provision_topics"])
    }
    absent = {
        (row["record"], row["topic"]): row["absence"]
        for row in rows(in_tables["silence"])
    }
    topics = corpus.vocabularies.entries_of("topics")
    expected = {}
    for topic in topics:
        comparison = comparisons.topic(corpus, topic)
        for kind, code in CODES_OF_ABSENCES.items():
            for record in getattr(comparison, kind):
                expected[record, topic] = code
    assert absent == expected
    assert set(absent.values()) == set(CODES_OF_ABSENCES.values())
    assert len(spoken) + len(absent) == len(corpus.standards) * len(topics)
    assert not spoken & absent.keys()


def test_a_line_of_an_amending_text_says_which_text_pages_show_it_in(corpus_with):
    """Topic pages show the lines that hold and name no other text, and no others."""
    in_part = {
        "topics": ["assistance", "non-punishment"],
        "ref": "Section 8",
        "says": "Housing.",
        "strength": "obligation",
    }
    changes = {
        "provisions.0.topics.0": "reflection-period",
        "provisions.0.topics.1": "assistance",
        "provisions.1": in_part,
    }
    corpus = corpus_with(base="world", edit={"instruments/alpha/draft-law.yml": changes})
    provisions = rows(tables_by_name(corpus)["provisions"])
    current = [row for row in provisions if row["current"]]
    on_pages = {
        (located.record, located.anchor)
        for lines in corpus.by_topic.values()
        for located in lines
    }
    named_here = {(row["record"], row["id"]) for row in current if "shown_in" not in row}
    assert named_here == on_pages
    elsewhere = {
        (row["record"], row["ref"]): row["shown_in"]
        for row in current
        if "shown_in" in row
    }
    assert elsewhere == {("alpha/draft-law", "Section 7"): "alpha/convention-2005"}


def test_tables_and_json_say_the_same_of_a_record(world, english):
    """How near it is to trafficking, and the grade that most of its lines reach."""
    phrases = Phrases(Localizer(world, "en"))
    for row in rows(english["records"]):
        subject = Subject(phrases, row["id"], world.records[row["id"]])
        in_json = as_json(RecordNamed, subject)
        assert row["about"] == in_json["about"]
        assert row["confidence"] == in_json["confidence"]


def test_a_text_in_another_language_or_not_reviewed_says_so(world):
    """Each text has its language and the state of its translation next to it."""
    provisions = rows(tables_by_name(world, "fr")["provisions"])
    states = {(row["says_language"], row["says_translation"]) for row in provisions}
    assert ("en", "missing") in states
    assert ("fr", "missing") not in states
