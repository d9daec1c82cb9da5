"""Whether a text and its translation hold the same numbers."""

from __future__ import annotations

import re

import pytest

from generators.checks import numbers
from generators.corpus import cldr


@pytest.mark.parametrize(
    ("text", "language", "translation"),
    [
        ("30 days at least.", "ar", "٣٠ يوما على الأقل."),
        ("1,000 victims", "fr", "1 000 victimes"),
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
        ("3 million people", "zh", "300万人"),
        ("3,000,000 people", "ru", "3 млн человек"),
        ("2.5 million people", "zh", "250万人"),
        ("12,000 victims", "pt", "12 mil vítimas"),
        ("2 billion", "es", "2 mil millones"),
        ("3 million", "ar", "3 ملايين"),
        ("two hundred officers", "zh", "200名官员"),
        ("two hundred and fifty thousand officers", "fr", "250 000 agents"),
        ("hundreds of thousands within 30 days", "zh", "30天内数十万人"),
        ("200 officers", "zh", "二百名官员"),
        ("the 19th century", "fr", "le XIXe siècle"),
        ("the 20th century", "zh", "二十世纪"),
        ("6 months after the 30 days", "zh", "30天之后的6个月"),
        ("30 days from 16 May 2005", "zh", "自2005年5月16日起30天"),
        (
            "87 and 98 victims",
            "fr",
            "quatre-vingt-sept et quatre-vingt-dix-huit victimes",
        ),
        ("72 hours", "es", "setenta y dos horas"),
        ("72 hours", "pt", "setenta e duas horas"),
        ("72 hours", "ru", "в течение семидесяти двух часов"),
        ("72 hours", "ar", "في غضون اثنتين وسبعين ساعة"),
        ("72 hours", "zh", "七十二小时"),
        ("250,000 officers", "ar", "مئتان وخمسون ألف موظف"),
        ("1,999 victims", "es", "mil novecientas noventa y nueve víctimas"),
    ],
)
def test_the_same_numbers_in_another_manner_agree(text, language, translation):
    """Figures of another script, grouping, months, words and Roman numerals are no
    difference.
    """
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
        ("2 officers, 2 cars", "deux agents et des voitures", ["2"], []),
        ("two years", "3 ans", [], ["3"]),
        (
            "30 days for thousands of victims",
            "90 jours pour des milliers de victimes",
            ["30"],
            ["90"],
        ),
        ("30 days in this century", "90 jours en ce siècle", ["30"], ["90"]),
        ("12 of a hundred", "21 sur cent", ["12"], ["21"]),
        ("3 million people", "4 millions de personnes", ["3000000"], ["4000000"]),
        ("two hundred people", "300 personnes", [], ["300"]),
        ("seventy-two hours", "27 heures", [], ["27"]),
        ("72 hours", "soixante heures et douze minutes", ["72"], []),
    ],
)
def test_other_numbers_differ(text, translation, lost, added):
    """Changed, lost and added figures are told apart; every occurrence counts."""
    assert numbers.differ(text, "en", translation, "fr") == (lost, added)


@pytest.mark.parametrize(
    ("text", "translation", "lost", "added"),
    [
        ("30 days for a hundred victims", "90天，一百名受害者", ["30"], ["90"]),
        ("30 days for 3 million", "90天，300万人", ["30"], ["90"]),
        ("3 million", "30万", ["3000000"], ["300000"]),
        ("Annex 2", "附件三", ["2"], []),
    ],
)
def test_a_thousand_in_chinese_excuses_no_other_number(text, translation, lost, added):
    """百, 千, 万 are numbers of their own and excuse nothing beside them."""
    assert numbers.differ(text, "en", translation, "zh") == (lost, added)


@pytest.mark.parametrize(
    ("text", "language", "translation", "told"),
    [
        (
            "30 days, then 6 months",
            "fr",
            "6 jours, puis 30 mois",
            "days: 30|6; months: 6|30",
        ),
        ("30 days, then 6 months", "zh", "6天，然后30个月", "days: 30|6; months: 6|30"),
        ("30 days and 2 years", "ru", "2 дня и 30 лет", "days: 30|2; years: 2|30"),
        ("30 days and 12 months", "ar", "12 يومًا و30 شهرًا", "days: 30|12; months: 12|30"),
        ("Art. 13(2)", "fr", "art. 2(13)", "13(2)|2(13)"),
        ("10-15 members", "es", "15-10 miembros", "10-15|15-10"),
        ("30 days, then 6 months", "fr", "30 jours, puis 6 mois", ""),
        ("30 days, then 6 months", "pt", "6 meses depois dos 30 dias", ""),
        ("12 hours in 30 days of 2 years", "es", "2 años, 30 días, 12 horas", ""),
        ("Art. 13(2) and 2(13)", "fr", "art. 2(13) et 13(2)", ""),
        ("30 days from 16 May 2005", "zh", "自2005年5月16日起30天", ""),
        ("one year and 30 days", "fr", "30 jours et 1 an", ""),
    ],
)
def test_numbers_that_changed_places_are_seen(text, language, translation, told):
    """Where each number has its unit, or its paragraph, an exchange is told, "in the
    text|here"; another order of words is none.
    """
    said = re.sub(r"([^ ;]+)\|([^ ;]+)", r"\1 in the text, \2 here", told)
    assert numbers.differ(text, "en", translation, language) == ([], [])
    assert numbers.exchanged(text, "en", translation, language) == said


def test_a_number_of_thousands_of_digits_is_compared():
    """A number longer than Python reads as one is no traceback."""
    assert numbers.differ("9" * 6000, "en", "9" * 6000, "fr") == ([], [])
    assert numbers.differ("9" * 6000, "en", "8" * 6000, "fr") != ([], [])


TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "ar": "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingts "
    "quatre-vingt-dix",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "zh": "二十 三十 四十 五十 六十 七十 八十 九十",
}


@pytest.mark.parametrize("language", TENS)
def test_every_ten_has_its_word(language):
    """The tens from twenty to ninety are read in words in each language of the site."""
    for ten, word in enumerate(TENS[language].split(), 2):
        assert numbers.differ(f"{ten}0", "en", word, language) == ([], [])
        assert numbers.differ(f"{ten}0", "en", "", language) != ([], [])


def test_months_are_known_in_both_forms():
    """Russian has a form for running dates and one that stands alone."""
    assert {cldr.months("ru")[word] for word in ("мая", "май")} == {5}
