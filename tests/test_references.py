"""References as each language writes them, by the list and the catalogs of the small
library.
"""

from __future__ import annotations

import pytest

from generators.languages import facts
from generators.translate import references
from generators.translate.article_numbers import UnitName, numbered


def say(corpus, text, language):
    """The parts of a reference; those in another language in angle brackets."""
    return "".join(
        f"<{part.text}>" if part.language else part.text
        for part in references.parts(corpus, text, language)
    )


@pytest.mark.parametrize(
    ("typed", "language", "said"),
    [
        ("Art. 13(1)", "en", "Art. 13(1)"),
        ("Art. 13(1)", "fr", "art. 13, par. 1"),
        ("Art. 13(1)", "ar", "المادة 13، الفقرة 1"),
        ("Art. 13(1)", "zh", "第13条第1款"),
        ("Art. 12(6)-(7)", "fr", "art. 12, par. 6 et 7"),
        ("Art. 12(1)-(3), (5)", "fr", "art. 12, par. 1 à 3 et 5"),
        ("Art. 12(6)-(7)", "ar", "المادة 12، الفقرتان 6 و7"),
        ("Arts. 7(6), 8-9", "fr", "art. 7, par. 6\u202f; art. 8 et 9"),
        ("Arts. 7(6), 8-10", "zh", "第7条第6款；第8至10条"),
        ("Arts. 11-12", "ar", "المادتان 11 و12"),
        ("Art. 3(a)", "fr", "art. 3 a)"),
        ("Art. 4(2)(a)-(b)", "fr", "art. 4, par. 2 a) et b)"),
        ("Art. 4(2)(a)-(b)", "zh", "第4条第2款(a)和(b)项"),
        (
            "Art. 4(1)(a)-(d), (f)-(g), (9)",
            "fr",
            "art. 4, par. 1 a) à d), f) et g), et par. 9",
        ),
        (
            "Art. 4(1)(a)-(d), (f)-(g), (9)",
            "ar",
            "المادة 4، الفقرة 1 (أ) إلى (د) و(و) و(ز) والفقرة 9",
        ),
        ("Art. 2(d)(ii)-(iii)", "fr", "art. 2 d) ii) et iii)"),
        ("Art. 2(d)(ii)-(iii)", "ar", "المادة 2 (د) ‘2’ و‘3’"),
        ("Art. 2(d)(ii)-(iii)", "zh", "第2条(d)项(ii)和(iii)目"),
        ("Art. 8(2)(b)(xxii), (e)(vi)", "zh", "第8条第2款(b)项(xxii)目和(e)项(vi)目"),
        ("Art. 4(a)(1)", "fr", "art. 4(a)(1)"),
        ("Art. 11a", "fr", "art. 11 bis"),
        (
            "Arts. 11a(5)-(5a), 19b",
            "fr",
            "art. 11 bis, par. 5 à 5 bis\u202f; art. 19 ter",
        ),
        ("Art. 11a", "ar", "المادة 11 مكرراً"),
        ("Art. VIII(3)", "ar", "المادة الثامنة، الفقرة 3"),
        ("Art. I", "zh", "第一条"),
        ("Arts. 29-30(1)", "fr", "art. 29-30(1)"),
        ("Art. VIII(3)", "fr", "art. VIII, par. 3"),
        ("para. 9", "fr", "par. 9"),
        ("3.1.2", "fr", "3.1.2"),
        ("IV(c)", "zh", "IV(c)"),
        ("conclusions", "fr", "conclusions"),
        ("Conclusions; Art. 4", "ar", "الاستنتاجات؛ المادة 4"),
        (
            "Rantsev v. Cyprus and Russia, 7 Jan. 2010",
            "fr",
            "<Rantsev> c. Chypre et Russie, 7 janvier 2010",
        ),
        ("July 2017", "fr", "juillet 2017"),
        ("Booklet 2017", "fr", "<Booklet 2017>"),
        ("Art. 4; Siliadin v. France", "fr", "art. 4\u202f; <Siliadin> c. France"),
        ("Chowdury and Others v. Greece", "zh", "<Chowdury>等人诉希腊"),
        ("A.B. and C.D. v. the United Kingdom", "ar", "A.B. وC.D. ضد المملكة المتحدة"),
        ("Rantsev v. Atlantis", "fr", "<Rantsev v. Atlantis>"),
        ("Section 3 Shelters", "fr", "section 3\u00a0: <Shelters>"),
        ("Box of tricks", "fr", "<Box of tricks>"),
        (
            "Art. 26 with Art. 62 of the Charter",
            "fr",
            "<Art. 26 with Art. 62 of the Charter>",
        ),
        ("Art. 13(1)", "es", "Art. 13(1)"),
        ("Preamble", "es", "<Preamble>"),
    ],
)
def test_a_reference_is_written_as_the_language_writes_it(world, typed, language, said):
    """What the list does not know, or nobody has translated, stays as typed and is
    marked.
    """
    assert say(world, typed, language) == said


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Art. 13(1)", []),
        ("Conclusions; Art. 4", []),
        ("Siliadin v. France, 26 July 2005", []),
        ("Step 3, Benin", []),
        ('"Shelters"', []),
        ("Section 3 Shelters", ["Shelters"]),
        ("Art. 4, earlier page", ["earlier page"]),
    ],
)
def test_what_no_language_can_say_is_named(world, typed, parts):
    """Numbers, days, cases and names of States are said in all languages; words beside
    the list in none.
    """
    assert references.unknown(world, typed) == parts


def test_a_state_in_a_reference_has_its_name_in_the_language(world):
    """Typed as the English list of States has it."""
    assert say(world, "Step 3, Benin", "ar").endswith("، بنين")


def test_a_reference_typed_in_another_language_stays(world):
    """Only English references are read; others keep the language of their file."""
    assert references.parts(world, "artículo 4", "fr", "es") == (
        references.Piece("artículo 4", "es"),
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "arts. 8, 10 y 12; art. 13, párrs. 1 y 2"),
        ("pt", "arts. 8.º, 10.º e 12.º; art. 13.º, n.os 1 e 2"),
        ("ru", "ст. 8, 10 и 12; пп. 1 и 2 ст. 13"),
        ("xx", "arts. 8, 10, 12, 13(1), (2)"),
    ],
)
def test_numbers_follow_the_grammar_of_the_language(language, said):
    """A language without a grammar keeps the numbers as they were typed."""
    unit = UnitName("art. {n}", "arts. {n}")
    if language == "ru":
        unit = UnitName("ст. {n}", "ст. {n}")
    grammar = facts(language).grammar
    assert numbered("8, 10, 12, 13(1), (2)", unit, grammar, nested=True) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "art. 7, párr. 1 g); art. 5 e) i) y ii); art. 18 bis"),
        ("pt", "art. 7.º, n.º 1, alínea g); art. 5.º, alínea e), i) e ii); art. 18.º-A"),
        ("ru", "подп. g) п. 1 ст. 7; подп. e) i) и ii) ст. 5; ст. 18a"),
        ("en", "Arts. 7(1)(g), 5(e)(i)-(ii), 18a"),
    ],
)
def test_places_within_an_article_are_said_in_words(language, said):
    """Paragraphs, letters, points and inserted articles, as lawyers of the language write
    them.
    """
    units = {
        "ru": UnitName("ст. {n}", "ст. {n}"),
        "en": UnitName("Art. {n}", "Arts. {n}"),
    }
    unit = units.get(language, UnitName("art. {n}", "arts. {n}"))
    grammar = facts(language).grammar
    assert numbered("7(1)(g), 5(e)(i)-(ii), 18a", unit, grammar, nested=True) == said


def test_paragraphs_of_a_guideline_follow_a_full_stop():
    """As the United Nations writes them: each after the number of its guideline."""
    assert references.dotted("5(1), 8(5)-(10), 9") == "5.1, 8.5-8.10, 9"


@pytest.mark.parametrize("typed", ["2 of these", "One", "4 (b", "", "-3"])
def test_what_is_no_row_of_numbers_is_none(typed):
    """A heading is never taken for a number."""
    unit = UnitName("art. {n}", "arts. {n}")
    assert numbered(typed, unit, facts("fr").grammar, nested=True) is None
