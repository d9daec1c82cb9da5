"""Signs that a language sets otherwise than they are typed, and dates and numbers as it writes them."""

from __future__ import annotations

import pytest

from generators.corpus import cldr
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.text.partial_dates import parse
from generators.translate.localizer import Localizer
from generators.translate.texts import shown


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("fr", "Qui, quand ; et où ?", "Qui, quand\u202f; et où\u202f?"),
        ("fr", "plans : « oui »", "plans\u00a0: «\u00a0oui\u00a0»"),
        ("fr", "l'art. 4 de https://example.org/a?b", "l\u2019art. 4 de https://example.org/a?b"),
        ("fr", "Convention n° 29, 4 ans", "Convention n°\u00a029, 4\u00a0ans"),
        ("en", "What : now ?", "What : now ?"),
        ("ar", "القرار 2002/629/JHA للمجلس", "القرار \u20662002/629/JHA\u2069 للمجلس"),
        ("ru", "План - на 2018-2020 годы", "План — на 2018–2020 годы"),
        ("ar", "A/RES/55/25", "A/RES/55/25"),
    ],
)
def test_signs_are_set_as_the_language_sets_them(language, typed, said):
    """Spaces that do not break, apostrophes; numbers of acts keep their order in a right-to-left line."""
    assert shown(typed, language) == said


@pytest.mark.parametrize(
    ("language", "day", "month", "year"),
    [
        ("en", "1 November 2016", "November 2016", "2016"),
        ("ar", "1 تشرين الثاني/نوفمبر 2016", "تشرين الثاني/نوفمبر 2016", "2016"),
        ("fr", "1er novembre 2016", "novembre 2016", "2016"),
        ("es", "1 de noviembre de 2016", "noviembre de 2016", "2016"),
        ("ru", "1 ноября 2016 года", "ноябрь 2016 года", "2016"),
        ("zh", "2016年11月1日", "2016年11月", "2016年"),
    ],
)
def test_a_date_is_written_no_more_precise_than_it_is_known(language, day, month, year):
    """Months in Arabic by both of their names, the year in Russian in full, as the United Nations writes."""
    found = [cldr.date_text(parse(typed), language) for typed in ("2016-11-01", "2016-11", "2016")]
    assert found == [day, month, year]


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("es", "2008-02-01", "en vigor desde el 1 de febrero de 2008"),
        ("es", "2008", "en vigor desde 2008"),
        ("fr", "2008-02-01", "en vigueur depuis le 1er février 2008"),
        ("fr", "2008-02", "en vigueur depuis février 2008"),
        ("ru", "2008-02-01", "действует с 1 февраля 2008 года"),
        ("ru", "2008", "действует с 2008 года"),
        ("en", "2008", "in force since 2008"),
    ],
)
def test_what_goes_with_a_date_depends_on_what_of_it_is_known(world, language, day, said):
    """An article or a preposition stands before a day, and not before a year."""
    phrases = Phrases(Localizer(world, language))
    assert letters(phrases.dated("in force since {date}", parse(day))) == said


def test_portuguese_is_that_of_portugal():
    """Names of States, plural forms and thousands follow the European norm."""
    assert cldr.name("KEN", "pt", {}) == "Quénia"
    assert cldr.plural_rule("pt")(0) == "other"
    assert cldr.number_text(2661, "es") == "2\u00a0661"
