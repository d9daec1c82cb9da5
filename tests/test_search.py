"""The index of search: how texts are cut and folded, its files, what stands in them, in
which language.
"""

from __future__ import annotations

import json
import re

import pytest
from shown import PLAN

from generators import search
from generators.search import documents, index, shards, words


def test_an_index_has_a_core_and_shards(corpus_of):
    """The core names where shards begin; every file carries one version; the bytes are
    the same the second time.
    """
    corpus = corpus_of()
    files = dict(search.outputs(corpus, "en"))
    assert files == dict(search.outputs(corpus, "en"))
    assert set(
        (
            "search/index/core.json search/index/w0.json search/index/t0.json search/index/f0.json "
            "search/index/s0.json search/index/filters.json search/index/states.json"
        ).split()
    ) <= set(files)
    read = {name: json.loads(content) for name, content in files.items()}
    assert len({version for version, _ in read.values()}) == 1
    core = read["search/index/core.json"][1]
    assert core["n"] == len(documents.gather(corpus, "en"))
    assert core["texts"][0] == 0


def test_a_text_that_falls_back_is_found_and_says_its_language(corpus_of):
    """Where a translation is missing the source text is searched, by its own stems, and
    is shown with its language.
    """
    corpus = corpus_of()
    found = documents.gather(corpus, "fr")
    [record] = [each for each in found if each.address == "instruments/alpha/convention/"]
    entry = record.entries[0]
    assert entry.text.language == "en"
    assert shards._text_lines(record, "fr")[1][2] == (entry.text.text, "en")
    stems = {form for group in index.build(found, "fr") for form in group.forms}
    assert {form for form, _ in words.forms(entry.text.text, "en")} - words.idle(
        "en"
    ) <= stems


def test_a_search_may_be_limited_to_a_year(corpus_of):
    """The years of all records, the newest first."""
    corpus = corpus_of()
    found = documents.gather(corpus, "en")
    years = sorted(
        {year for each in found for year in each.codes("year") if year}, reverse=True
    )
    assert years
    assert [*shards.labels(corpus, "en", found)["year"]] == years


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
    """A French title and short title that nobody translated are French on every page,
    however they came there; so is the short name of a mechanism.
    """
    mechanism = (
        "kind: organisation\nlanguage: fr\nregions: [africa]\nname: Communauté des nationaux\n"
        "short_name: Les communaux\nconfidence: recalled\n"
    )
    corpus = corpus_of(
        {
            "instruments/gamma/accord.yml": FRENCH,
            "instruments/gamma/mechanism.yml": mechanism,
        }
    )
    found = {each.address: each for each in documents.gather(corpus, language)}
    names = [
        *found["instruments/gamma/accord/"].names,
        *found["instruments/gamma/"].names,
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


def test_who_no_longer_takes_part_is_not_whom_a_plan_is_for(corpus_of):
    """A text with a list of its own of who takes part is not for all members of its
    mechanism, even when all have left it.
    """
    left = "parties: {states: [{state: NGA, until: 2020}]}\n"
    for more, states in (("", ("BEN", "NGA")), (left, ())):
        corpus = corpus_of({"instruments/alpha/plan.yml": ADOPTED + more})
        found = {each.address: each for each in documents.gather(corpus, "en")}
        assert found["instruments/alpha/plan/"].facets["state"] == states


def test_a_summary_is_searched_as_it_is_read(corpus_of):
    """Its marks are no words, a lone star is no mark, and its lines are one."""
    summary = 'summary: "It _helps_ **all**\\nwho ask, 2 * 2, at [its desk](https://a.example/)."\n'
    found = documents.gather(
        corpus_of({"instruments/alpha/plan.yml": ADOPTED + summary}), "en"
    )
    said = next(
        each.summary for each in found if each.address == "instruments/alpha/plan/"
    )
    assert said.text == "It helps all who ask, 2 * 2, at its desk."


def test_the_mechanisms_of_a_result_stand_with_the_comma_of_the_language(world):
    """Two mechanisms that adopted one text, in Chinese."""
    found = {each.address: each for each in documents.gather(world, "zh")}
    assert "，" in found["instruments/alpha/declaration-2009/"].owners


def test_the_words_of_titles_are_those_that_readers_type(corpus_of):
    """The list that a misspelt word is held against has words of titles and names, no
    numbers and no short ones; in Chinese the pairs of titles.
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
    """A run of Chinese characters gives each pair of neighbours and its last character;
    what stands beside it stays whole.
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
    ("ref", "found"),
    [
        ("Art. 13(1)", ["13"]),
        ("Arts. 4(1), (3), 5(5)", ["4", "5"]),
        ("Arts. 35-37", ["35", "36", "37"]),
        ("Art. VIII(6)", ["viii"]),
        ("Art. 1 (Art. 18a)", ["1", "18a"]),
        ("Section 4.3", []),
    ],
)
def test_articles_of_a_reference(ref, found):
    """Every article that a reference names can be asked for; paragraphs are not articles."""
    assert list(words.articles(ref)) == [f"art:{each}" for each in found]


@pytest.mark.parametrize(
    ("language", "one", "others"),
    [
        ("ar", "ضحية", "الضحية والضحية بالضحية للضحية ضحيّة الضحايا للضحايا"),
        ("ru", "жертва", "жертвами"),
        ("ru", "людям", "людьми"),
        ("fr", "victime", "victimes"),
        ("es", "víctima", "víctimas"),
        ("pt", "proteção", "proteções"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(language, one, others):
    """In Arabic also with and without article, conjunction and preposition, and in a
    broken plural.
    """
    stems = [
        [stem for _, stem in words.forms(form, language)]
        for form in (one, *others.split())
    ]
    assert stems == [stems[0]] * len(stems)
