"""The language that a text comes in, and how it came to be in it."""

from __future__ import annotations

import pytest
from test_corpus import PLAN, POLICY

from generators.corpus.located import MISSING, OFFICIAL, SOURCE, Localized
from generators.translate import texts

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ("", Localized("Au moins 30\u00a0jours.", "fr", "reviewed")),
        ("#, fuzzy\n", Localized("Au moins 30\u00a0jours.", "fr", "unreviewed")),
        ('#, fuzzy\n#| msgid "20 days"\n', Localized("30 days at least.", "en", "stale")),
    ],
)
def test_a_text_comes_with_its_language_and_state(corpus_of, flags, expected):
    """A stale translation is never published: the source text stands in its place and says so."""
    corpus = corpus_of(
        {
            "instruments/alpha/fr.po": (
                f'{HEADER}{flags}msgid "30 days at least."\nmsgstr "Au moins 30 jours."\n'
            )
        }
    )
    assert texts.said(corpus, "alpha/convention", "30 days at least.", "fr") == expected


def test_a_text_without_translation_keeps_its_own_language(corpus_of):
    """In its own language a text is the source, in another it is missing, and says in which language it
    really is.
    """
    corpus = corpus_of(
        {"instruments/alpha/plan.yml": PLAN.replace("title: New plan", "language: fr\ntitle: Plan nouveau")}
    )
    assert texts.title(corpus, "alpha/plan", "fr") == Localized("Plan nouveau", "fr", SOURCE)
    assert texts.title(corpus, "alpha/plan", "ar") == Localized("Plan nouveau", "fr", MISSING)


def test_titles_as_published_come_before_translations(corpus_of):
    """A published title is official; languages without one fall back to the file's language."""
    corpus = corpus_of()
    assert texts.title(corpus, "alpha/convention", "fr") == Localized("Convention Alpha", "fr", OFFICIAL)
    assert texts.title(corpus, "alpha/convention", "ru") == Localized("Alpha Convention", "en", MISSING)
    assert texts.title(corpus, "alpha", "fr") == Localized("Communauté Alpha", "fr", OFFICIAL)
    assert texts.title(corpus, "beta", "en") == Localized("Beta Process", "en", SOURCE)


def test_a_title_published_in_other_languages_only_is_shown_as_missing(corpus_of):
    """Where the file's own language has no title, the first published one stands, in its language."""
    corpus = corpus_of(
        {"instruments/alpha/plan.yml": PLAN.replace("title: New plan", "official_titles: {fr: Plan}")}
    )
    assert texts.title(corpus, "alpha/plan", "es") == Localized("Plan", "fr", MISSING)


def test_the_short_name_is_an_acronym_or_a_short_title(corpus_of):
    """A mechanism's acronym, a record's short title in the language, else the whole title."""
    record = POLICY.replace(
        "title: New policy", "title: New policy\nshort_title: Policy\nshort_titles: {fr: Politique}"
    )
    corpus = corpus_of({"instruments/alpha/policy.yml": record})
    assert texts.short(corpus, "alpha", "en").text == "AC"
    assert texts.short(corpus, "alpha", "fr").text == "AC"
    assert texts.short(corpus, "beta", "fr").text == "Beta Process"
    assert [texts.short(corpus, "alpha/policy", language).text for language in ("en", "fr", "ru")] == [
        "Policy",
        "Politique",
        "Policy",
    ]
    assert texts.short(corpus, "alpha/convention", "fr").text == "Convention Alpha"


def test_words_of_the_vocabulary_are_translated_by_list(corpus_of):
    """A label comes from its own list's context; an unknown code is shown as it is."""
    po = f'{HEADER}msgctxt "regions"\nmsgid "Africa"\nmsgstr "Afrique"\n'
    corpus = corpus_of({"instruments/vocabulary/fr.po": po})
    assert texts.label(corpus, "regions", "africa", "fr") == "Afrique"
    assert texts.word(corpus, "regions", "europe", "fr") == Localized("Europe", "en", MISSING)
    assert texts.word(corpus, "regions", "moon", "fr") == Localized("moon", "zxx", MISSING)
    assert texts.word(corpus, "terms", "compensation", "fr") == Localized("indemnisation", "fr", OFFICIAL)
