"""Words of search: how texts are cut and folded, and what is one word in a language."""

from __future__ import annotations

import pytest

from generators.search import index, words


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
    """A run of Chinese characters gives each pair of neighbours and its last character; what stands beside it
    stays whole.
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


@pytest.mark.parametrize("form", ["الضحية", "والضحية", "بالضحية", "للضحية", "ضحيّة", "الضحايا", "للضحايا"])
def test_arabic_words_without_article_and_clitics(form):
    """An Arabic word has one stem with and without article, conjunction and preposition, in the singular and
    in a broken plural.
    """
    assert [stem for _, stem in words.forms(form, "ar")] == [stem for _, stem in words.forms("ضحية", "ar")]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "жертва", "жертвами"),
        ("ru", "людям", "людьми"),
        ("fr", "victime", "victimes"),
        ("es", "víctima", "víctimas"),
        ("pt", "proteção", "proteções"),
    ],
)
def test_inflections_share_a_stem(language, one, other):
    """Two forms of one word have one stem."""
    assert next(words.forms(one, language))[1] == next(words.forms(other, language))[1]


def test_an_idle_word_may_be_an_acronym():
    """In French "au" is not indexed, and the acronym AU is, with a mark."""
    found = dict(index._words("AU", "zxx", True, "fr"))
    assert list(found) == ["au!"]
    assert list(index._words("au", "fr", False, "fr")) == []
