"""What is read and ranked while a reader still types, under node, in an index of many small shards."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import searching
from searching import Index

from generators import search
from generators.search import shards

MECHANISM = """\
kind: organisation
regions: [africa]
official_names: {en: Aaa Convention of Conventions}
acronyms: {en: AAA}
sources: [{title: Aaa, url: https://example.org/aaa, kind: primary}]
confidence: recalled
review: {due: 2027-11-24}
"""


@pytest.fixture
def typed(index_of: Index, monkeypatch: pytest.MonkeyPatch):
    """What ``tests/search/run.js`` says of queries: each read ahead and then asked, and each asked alone."""
    monkeypatch.setattr(shards, "WORDS", 100)

    def ask(*queries: str, language: str = "en") -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        given = {"folder": str(index_of(None, language)), "ahead": queries}
        return searching.run({**given, "isTyped": True}), searching.run(given)

    return ask


def test_a_word_counts_the_same_however_many_files_its_forms_stand_in(index_of: Index, monkeypatch):
    """A group of forms is one, though another word stands between two of them and parts their files."""
    name, found = "Camp Campaign for those who Camped", []
    files = {"instruments/aaa/mechanism.yml": MECHANISM.replace("Aaa Convention of Conventions", name)}
    for size in (1, 10_000):
        monkeypatch.setattr(shards, "WORDS", size)
        folder = index_of(files)
        [answer] = searching.found(folder, "camp")
        found.append([(hit["address"], hit["score"]) for hit in answer["found"]])
        shutil.rmtree(folder)
    assert found[0] == found[1] != []


def test_what_is_read_ahead_is_what_the_query_asks_for(typed):
    """The shards of words that are finished, and that of the last one where all that begin so stand in one;
    the query itself reads none of them again, and brings the same.
    """
    for ahead, alone in zip(*typed("convention", "whales conventio", "assistance and housing"), strict=True):
        assert ahead["before"]
        assert {*ahead["before"]} <= {*alone["then"]}
        assert not {*ahead["before"]} & {*ahead["then"]}
        assert ahead["hits"] == alone["hits"] != []


@pytest.mark.parametrize(("language", "query"), [("zh", "什么是公约"), ("en", "article 12 housing")])
def test_what_a_question_asks_with_is_not_read_ahead(typed, language: str, query: str):
    """In a language without spaces the words that say nothing are cut out first, and a word for an article
    goes with its number, as they do where the query is asked.
    """
    [ahead], [alone] = typed(query, language=language)
    assert ahead["before"]
    assert {*ahead["before"]} <= {*alone["then"]}


def test_nothing_is_read_ahead_that_the_next_key_may_make_needless(typed):
    """A first letter stands before words of several shards, a word that says nothing and a number are not
    looked up by themselves.
    """
    for ahead in typed("c", "the", "2011")[0]:
        assert ahead["before"] == []


def test_an_arabic_word_is_read_ahead_once_what_is_written_together_with_it_is_known(typed):
    """The letters of an article or a conjunction may still be those of the word."""
    begun, known = typed("ال", "والمساعدة", language="ar")[0]
    assert begun["before"] == []
    assert known["before"]


def test_a_query_is_ranked_ahead_where_all_that_it_asks_for_is_in_hand(index_of: Index):
    """As after a first query: the facts of the documents were read then; one that is not in hand is waited
    for until the query is asked.
    """
    given = {"folder": str(index_of()), "ahead": ["convention"], "had": ["f0"]}
    [ahead], [alone] = searching.run({**given, "isTyped": True}), searching.run(given)
    [first] = searching.run({**given, "isTyped": True, "had": []})
    assert (ahead["ranked"], alone["ranked"], first["ranked"]) == (0, 1, 1)
    assert ahead["hits"] == alone["hits"] == first["hits"] != []


def test_what_was_ranked_ahead_is_of_the_index_that_is_asked(corpus_of: Callable, tmp_path: Path):
    """Where the site changes between two keys its documents have other numbers, and the query is ranked
    anew.
    """
    other = {"instruments/aaa/mechanism.yml": MECHANISM}
    before, after = (tmp_path / name for name in ("before", "after"))
    for folder, corpus in ((before, corpus_of()), (after, corpus_of(other))):
        folder.mkdir()
        for path, content in search.outputs(corpus, "en"):
            (folder / path.removeprefix(search.FOLDER)).write_bytes(content)
    given = {"ahead": ["convention"], "had": ["f0"], "isTyped": True}
    [changed] = searching.run({**given, "folder": str(before), "changed": str(after)})
    [same] = searching.run({**given, "folder": str(before)})
    [new] = searching.run({**given, "folder": str(after)})
    assert changed["hits"] == new["hits"] != same["hits"]
