"""Whether a text and its translation hold the same numbers."""

from __future__ import annotations

import pytest

from generators.checks import numbers


@pytest.mark.parametrize(
    ("text", "language", "translation"),
    [
        ("30 days at least.", "ar", "٣٠ يوما على الأقل."),
        ("1,000 victims", "fr", "1 000 victimes"),
        ("1,000 victims", "fr", "1\u202f000 victimes"),
        ("1,000 victims", "es", "1.000 víctimas"),
        ("1,000 victims", "zh", "1000名受害者"),
        ("2.5 per cent", "fr", "2,5 %"),
        ("Arts 12,13", "fr", "articles 12, 13"),
        ("adopted on 3 May 2005", "zh", "2005年5月3日通过"),
        ("opened on 16 May 2005", "ru", "открыта 16 мая 2005 года"),
        ("two years", "zh", "2年"),
        ("Annex II", "zh", "附件2"),
        ("Chapter 4", "fr", "chapitre IV"),
        ("the 2nd of 12 areas", "ru", "2-я из 12 областей"),
        ("ten to fifteen members", "fr", "de 10 à 15 membres"),
        ("Directive 2011/36/EU", "es", "Directiva 2011/36/UE"),
        ("under 18s", "zh", "18岁以下者"),
        ("no number", "fr", "aucun nombre"),
        ("3 million people", "zh", "300万人"),
    ],
)
def test_the_same_numbers_in_another_manner_agree(text, language, translation):
    """Figures of another script, grouping, months, words and Roman numerals are no difference."""
    assert numbers.differ(text, "en", translation, language) == ([], [])


@pytest.mark.parametrize(
    ("text", "translation", "lost", "added"),
    [
        ("30 days", "90 jours", ["30"], ["90"]),
        ("30 days", "quelques jours", ["30"], []),
        ("some days", "30 jours", [], ["30"]),
        ("Art. 13(2)", "art. 13", ["2"], []),
        ("in 2012", "en 2021", ["2012"], ["2021"]),
        ("3 of 3", "3 de plus", ["3"], []),
        ("two years", "3 ans", [], ["3"]),
    ],
)
def test_other_numbers_differ(text, translation, lost, added):
    """Changed, lost and added figures are told apart; every occurrence counts."""
    assert numbers.differ(text, "en", translation, "fr") == (lost, added)


def test_months_are_known_in_both_forms():
    """Russian has a form for running dates and one that stands alone."""
    assert {numbers.months("ru")[word] for word in ("мая", "май")} == {5}
