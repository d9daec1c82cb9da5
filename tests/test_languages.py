"""Each language has its facts, all in its own file; how it sets signs, and writes dates
and numbers.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel import Locale
from Stemmer import algorithms

import generators
from generators.corpus import cldr
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.languages import KNOWN, LANGUAGES, facts
from generators.languages.language import Language
from generators.model import fields as fields_
from generators.text.partial_dates import parse
from generators.translate.localizer import Localizer
from generators.translate.texts import shown

PACKAGE = Path(generators.__file__).parent
NEEDED = ("norm", "dates", "yes", "no", "scales", "article_words", "idle", "grammar")
"""Facts that no language is without."""


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_language_has_every_fact(tag):
    """What no language can do without is given; what is given can be used."""
    own = KNOWN[tag]
    assert [name for name in NEEDED if not getattr(own, name)] == []
    assert own.negations or own.negating_signs
    assert own.numbers or own.digits
    assert own.modal or tag == LANGUAGES[0]
    assert own.stemmer or own.endings or not own.spaced
    assert own.typed_months or not own.spaced
    assert own.stemmer is None or own.stemmer.name in algorithms()
    assert Locale.parse(own.norm, sep="-")
    assert Locale.parse(own.dates, sep="-")
    assert {len(row.split()) for row in own.typed_months} <= {12}
    assert len(own.month_names) in (0, 12)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_number_up_to_a_hundred_can_be_said(tag):
    """A language has words, or characters, of which each number from 0 to 100 can be
    made.
    """
    said = {
        *facts(tag).numbers.values(),
        *facts(tag).digits.values(),
        *facts(tag).scales.values(),
    }
    assert {*range(11), 100} <= said
    assert facts(tag).digits or {*range(20, 70, 10), 80} <= said


@pytest.mark.parametrize("tag", LANGUAGES)
def test_months_are_understood_as_they_are_typed(tag):
    """A date typed in words of any language leads to the day in figures."""
    for row in facts(tag).typed_months:
        for number, month in enumerate(row.split(), 1):
            assert fields_.remedy(f"9 {month} 2009") == f"write 2009-{number:02}-09"


def test_a_language_without_a_file_is_written_as_it_is_typed():
    """A language that has no file is taken to write blanks, and to have nothing else; a
    variety of one that has a file is written as that.
    """
    assert facts("de") == Language(norm="de", dates="de")
    assert facts("zh-Hant").spaced is facts("zh").spaced is False
    assert facts("pt-BR").norm == "pt-BR"


def test_no_module_but_its_own_names_a_language():
    """What is of one language stands in its file: no other module asks which language it
    is, but for English, in which messages and most records are written.
    """
    named = re.compile(
        "|".join(f"""[\"']{tag}[\"']""" for tag in LANGUAGES if tag != "en")
    )
    files = [file for file in PACKAGE.rglob("*.py") if file.parent.name != "languages"]
    found = [
        file.relative_to(PACKAGE).as_posix()
        for file in files
        if named.search(file.read_text("utf-8"))
    ]
    assert found == []


# -- how a language is written -----------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("fr", "Qui, quand ; et où ?", "Qui, quand\u202f; et où\u202f?"),
        ("fr", "plans : « oui »", "plans\u00a0: «\u00a0oui\u00a0»"),
        (
            "fr",
            "l'art. 4 de https://example.org/a?b",
            "l\u2019art. 4 de https://example.org/a?b",
        ),
        ("fr", "Convention n° 29, 4 ans", "Convention n°\u00a029, 4\u00a0ans"),
        ("en", "What : now ?", "What : now ?"),
        ("ar", "القرار 2002/629/JHA للمجلس", "القرار \u20662002/629/JHA\u2069 للمجلس"),
        ("ru", "План - на 2018-2020 годы", "План — на 2018–2020 годы"),
        ("ar", "A/RES/55/25", "A/RES/55/25"),
    ],
)
def test_signs_are_set_as_the_language_sets_them(language, typed, said):
    """Spaces that do not break, apostrophes; numbers of acts keep their order in a
    right-to-left line.
    """
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
    """Months in Arabic by both of their names, the year in Russian in full, as the United
    Nations writes.
    """
    found = [
        cldr.date_text(parse(typed), language)
        for typed in ("2016-11-01", "2016-11", "2016")
    ]
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
