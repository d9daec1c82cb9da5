"""Each language has its facts, all in its own file."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from babel import Locale
from snowballstemmer import algorithms

import generators
from generators.languages import KNOWN, LANGUAGES, facts
from generators.languages.language import Language, without_file
from generators.model import fields as fields_

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
    """A language has words, or characters, of which each number from 0 to 100 can be made."""
    said = {*facts(tag).numbers.values(), *facts(tag).digits.values(), *facts(tag).scales.values()}
    assert {*range(11), 100} <= said
    assert facts(tag).digits or {*range(20, 70, 10), 80} <= said


@pytest.mark.parametrize("tag", LANGUAGES)
def test_months_are_understood_as_they_are_typed(tag):
    """A date typed in words of any language leads to the day in figures."""
    for row in facts(tag).typed_months:
        for number, month in enumerate(row.split(), 1):
            assert fields_.remedy(f"9 {month} 2009") == f"write 2009-{number:02}-09"


def test_a_language_without_a_file_is_written_as_it_is_typed():
    """A language that has no file is taken to write blanks, and to have nothing else; a variety of one that
    has a file is written as that.
    """
    assert facts("de") == without_file("de")
    assert facts("zh-Hant").spaced is facts("zh").spaced is False
    assert facts("pt-BR").norm == "pt-BR"


def test_a_fact_that_is_left_out_is_missed():
    """Each fact has to be given: a file without one cannot be read."""
    given = {each.name: getattr(without_file("de"), each.name) for each in fields(Language)}
    for name in given:
        with pytest.raises(TypeError, match=name):
            Language(**{each: value for each, value in given.items() if each != name})


def test_no_module_but_its_own_names_a_language():
    """What is of one language stands in its file: no other module asks which language it is, but for English,
    in which messages and most records are written.
    """
    named = re.compile("|".join(f"""[\"']{tag}[\"']""" for tag in LANGUAGES if tag != "en"))
    files = [file for file in PACKAGE.rglob("*.py") if file.parent.name != "languages"]
    found = [file.relative_to(PACKAGE).as_posix() for file in files if named.search(file.read_text("utf-8"))]
    assert found == []
