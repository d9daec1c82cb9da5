"""The index of search: how texts are cut and folded, and what is in its files."""

from __future__ import annotations

import json
import re

import pytest
from conftest import BASE
from shown import PLAN

from generators import search
from generators.search import answers, documents, index, shards, words


def documents_by_address(corpus, language):
    """The documents of a language, by their addresses."""
    return {document.address: document for document in documents.gather(corpus, language)}


def test_an_index_has_a_core_and_shards(corpus_of):
    """The core says where shards begin, and every file has the same version.

    The bytes are the same the second time.
    """
    corpus = corpus_of()
    files = dict(search.outputs(corpus, "en"))
    assert files == dict(search.outputs(corpus, "en"))
    names = ("core", "w0", "t0", "f0", "s0", "filters", "states")
    assert {f"search/index/{name}.json" for name in names} <= files.keys()
    values = {name: json.loads(content) for name, content in files.items()}
    assert len({version for version, _ in values.values()}) == 1
    core = values["search/index/core.json"][1]
    assert core["n"] == len(documents.gather(corpus, "en"))
    assert core["texts"][0] == 0


def test_a_text_that_falls_back_is_found_and_says_its_language(corpus_of):
    """Where a translation is missing, the source text is searched by its own stems.

    It is shown with its language.
    """
    by_address = documents_by_address(corpus_of(), "fr")
    record = by_address["instruments/alpha/convention/"]
    entry = record.entries[0]
    assert entry.text.language == "en"
    assert shards._text_lines(record, "fr")[1][2] == (entry.text.text, "en")
    groups = index.build(list(by_address.values()), "fr")
    indexed = {form for group in groups for form in group.forms}
    forms = {form for form, _ in words.forms(entry.text.text, "en")}
    assert forms - words.idle("en") <= indexed


def test_a_search_may_be_limited_to_a_year(corpus_of):
    """The years of all records, the newest first."""
    corpus = corpus_of()
    gathered = documents.gather(corpus, "en")
    years = {year for document in gathered for year in document.codes("year")}
    assert years
    labels = shards.labels(corpus, "en", gathered)
    assert list(labels["year"]) == sorted(years, reverse=True)


def test_word_forms_are_in_the_order_of_their_letters(corpus_of):
    """A browser looks a word up in the middle of its file, so the order is the format."""
    documents_in_french = documents.gather(corpus_of(), "fr")
    first_forms = [group.forms[0] for group in index.build(documents_in_french, "fr")]
    assert len(first_forms) > 20
    assert first_forms == sorted(first_forms)


def test_a_frequent_word_is_one_that_says_something(corpus_of):
    """A word in the questions of four topics tells no topic apart, and is frequent. Little
    words such as "the" are left out of every query, and so out of this list too.
    """
    path = "instruments/vocabulary/topics.yml"
    topics = (BASE / path).read_text("utf-8") + "".join(
        f"  - {{id: topic-{number}, label: Topic {number}, pillar: protection, "
        f"question: What is the {word} of workers?}}\n"
        for number, word in enumerate(("pay", "rest", "house", "food", "health"))
    )
    frequent = answers.answers(corpus_of({path: topics}), "en")["frequent"].split()
    assert "workers" in frequent
    assert not words.idle("en").intersection(frequent)
    assert "the" in words.idle("en")


ADOPTED = f"{PLAN}status: adopted\n"
FRENCH = """\
kind: instrument
type: convention
language: fr
official_titles: {fr: Convention des nationaux}
short_title: Les nationaux
status: in-force
binding: true
in_force: 2008
provisions:
  - {topics: [assistance], ref: Art. 1, strength: obligation, says: Des nationaux.}
confidence: recalled
"""


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_name_is_stemmed_in_the_language_that_it_is_in(corpus_of, language):
    """A French title that nobody translated is French on every page.

    So are a short title, and the short name of a mechanism.
    """
    mechanism = """\
kind: organisation
language: fr
regions: [africa]
name: Communauté des nationaux
short_name: Les communaux
confidence: recalled
"""
    corpus = corpus_of(
        {
            "instruments/gamma/accord.yml": FRENCH,
            "instruments/gamma/mechanism.yml": mechanism,
        }
    )
    by_address = documents_by_address(corpus, language)
    names = [
        *by_address["instruments/gamma/accord/"].names,
        *by_address["instruments/gamma/"].names,
    ]
    french = {text: tag for text, tag in names if "naux" in text}
    assert set(french) == {
        "Convention des nationaux",
        "Les nationaux",
        "Communauté des nationaux",
        "Les communaux",
    }
    assert set(french.values()) == {"fr"}
    assert {tag for text, tag in names if "naux" in text} == {"fr"}


def core_of(corpus, language):
    """The value of the core of an index."""
    return json.loads(dict(search.outputs(corpus, language))["search/index/core.json"])[1]


def test_the_core_says_in_which_direction_foreign_texts_run(corpus_of):
    """Each language that a text falls back to comes with its direction, whichever it is,
    and no other does.
    """
    urdu = """\
kind: instrument
type: convention
title: کنونشن
language: ur
status: adopted
binding: true
adopted: {date: 2005}
summary: یہ متاثرین کی مدد کرتا ہے۔
confidence: recalled
"""
    corpus = corpus_of({"instruments/alpha/urdu.yml": urdu})
    assert core_of(corpus, "fr")["direction"] == {"en": "ltr", "ur": "rtl"}
    assert core_of(corpus, "en")["direction"] == {"ur": "rtl"}


def test_the_format_is_written_down(corpus_of):
    """The docstring of shards names every key of the core and every kind of file, and
    nothing else.
    """
    corpus = corpus_of()
    format_of_core = shards.__doc__.partition("``core``:")[2].partition("``w<n>``:")[0]
    keys = re.findall(r"\n\n?    ``(\w+)``(?: is| are|:) ", format_of_core)
    assert keys == list(core_of(corpus, "en"))

    files = {
        re.sub(r"\d+$", "<n>", path.split("/")[-1].removesuffix(".json"))
        for path in dict(search.outputs(corpus, "en"))
    }
    assert set(re.findall(r"^``([a-z<>]+)``:", shards.__doc__, re.MULTILINE)) == files


@pytest.mark.parametrize(
    ("parties", "states"),
    [
        ("", ("BEN", "NGA")),
        ("parties: {states: [{state: NGA, until: 2020}]}\n", ()),
    ],
)
def test_who_no_longer_takes_part_is_not_whom_a_plan_is_for(corpus_of, parties, states):
    """A text with its own list of who takes part is not for all members of its mechanism.

    So it is even when all have left it.
    """
    corpus = corpus_of({"instruments/alpha/plan.yml": ADOPTED + parties})
    plan = documents_by_address(corpus, "en")["instruments/alpha/plan/"]
    assert plan.facets["state"] == states


def test_a_summary_is_searched_as_it_is_read(corpus_of):
    """It has no marks, but keeps a star that marks nothing, and is on one line."""
    summary = (
        'summary: "It _helps_ **all**\\nwho ask, 2 * 2, at '
        '[its desk](https://a.example/)."\n'
    )
    corpus = corpus_of({"instruments/alpha/plan.yml": ADOPTED + summary})
    plan = documents_by_address(corpus, "en")["instruments/alpha/plan/"]
    assert plan.summary.text == "It helps all who ask, 2 * 2, at its desk."


def test_the_mechanisms_of_a_result_have_the_comma_of_the_language(world):
    """Two mechanisms that adopted one text, in Chinese."""
    declaration = documents_by_address(world, "zh")["instruments/alpha/declaration-2009/"]
    assert "，" in declaration.owners


def test_the_words_of_titles_are_those_that_readers_type(corpus_of):
    """A misspelt word is compared with the words of titles and names, in order.

    Numbers and short words are not among them. In Chinese they are pairs of characters,
    but not those of the name of a State.
    """
    corpus = corpus_of()
    english = index.title_words(documents.gather(corpus, "en"), "en")
    assert {"convention", "assistance", "benin"} <= set(english)
    assert all(len(word) >= index.SHORTEST and word.isalpha() for word in english)
    assert english == sorted(english)
    assert "尼日" not in index.title_words(documents.gather(corpus, "zh"), "zh")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Délai de RÉFLEXION", "delai de reflexion"),
        ("ضحيّةٌ إلى آلية", "ضحيه الي اليه"),
        ("مـادة ٢٦", "ماده 26"),
        ("２０１１／３６", "2011/36"),
        ("Всё людей", "все людеи"),
    ],
)
def test_a_text_is_folded(text, folded):
    """Case, accents, vowel signs, variants of letters and of figures go."""
    assert words.fold(text) == folded


def test_chinese_is_cut_into_pairs():
    """A run of Chinese characters gives each pair of neighbours and its last character.

    Words next to it stay whole.
    """
    assert list(words.words("cets 197恢复期")) == ["cets", "197", "恢复", "复期", "期"]


def test_numbers_are_kept_as_they_are_cited():
    """A number with joints is one word, whatever its joints are."""
    assert list(words.compounds("directive 2011/36/eu, a/res/55/25, 13(1)(b)")) == [
        "2011/36/eu",
        "a/res/55/25",
        "13/1/b",
    ]


@pytest.mark.parametrize(
    ("ref", "numbers"),
    [
        ("Art. 13(1)", ["13"]),
        ("Arts. 4(1), (3), 5(5)", ["4", "5"]),
        ("Arts. 35-37", ["35", "36", "37"]),
        ("Art. VIII(6)", ["viii"]),
        ("Art. 1 (Art. 18a)", ["1", "18a"]),
        ("Section 4.3", []),
    ],
)
def test_articles_of_a_reference(ref, numbers):
    """Every article that a reference names can be asked for; its paragraphs cannot."""
    assert list(words.articles(ref)) == [f"art:{number}" for number in numbers]


@pytest.mark.parametrize(
    ("language", "word", "inflections"),
    [
        ("ar", "ضحية", "الضحية والضحية بالضحية للضحية ضحيّة الضحايا للضحايا"),
        ("ru", "жертва", "жертвами"),
        ("ru", "людям", "людьми"),
        ("fr", "victime", "victimes"),
        ("es", "víctima", "víctimas"),
        ("pt", "proteção", "proteções"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(language, word, inflections):
    """In Arabic they share it also with article, conjunction, preposition, and in a
    broken plural.
    """
    stems = {
        stem
        for form in (word, *inflections.split())
        for _, stem in words.forms(form, language)
    }
    assert len(stems) == 1
