"""References as each language writes them, by the list and the catalogs of the small library."""

from __future__ import annotations

import pytest

from generators.languages import facts
from generators.translate import references
from generators.translate.references import numbered


def say(corpus, text, language):
    """The parts of a reference; those in another language in angle brackets."""
    return "".join(
        f"<{part.text}>" if part.language else part.text for part in references.parts(corpus, text, language)
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
        ("Art. 12(6)-(7)", "ar", "المادة 12، الفقرة 6 والفقرة 7"),
        ("Arts. 7(6), 8-9", "fr", "art. 7, par. 6\u202f; art. 8 et 9"),
        ("Arts. 7(6), 8-10", "zh", "第7条第6款；第8至10条"),
        ("Arts. 11-12", "ar", "المادة 11 والمادة 12"),
        ("Art. 3(a)", "fr", "art. 3 a)"),
        ("Art. 4(2)(a)-(b)", "fr", "art. 4, par. 2 a) et b)"),
        ("Art. 4(2)(a)-(b)", "zh", "第4条第2款(a)、(b)项"),
        ("Art. 4(1)(a)-(d), (f)-(g), (9)", "fr", "art. 4, par. 1 a) à d), f) et g), par. 9"),
        ("Art. 4(1)(a)-(d), (f)-(g), (9)", "zh", "第4条第1款(a)至(d)、(f)、(g)项，第9款"),
        ("Art. 8(1)-(2), (3)(a)", "ar", "المادة 8، الفقرة 1 والفقرة 2، الفقرة 3 (a)"),
        ("Art. 4(1), (2)(a) and (e)", "fr", "art. 4, par. 1, par. 2 a) et e)"),
        ("Art. 2(d)(ii)-(iii)", "fr", "art. 2 d) ii) à iii)"),
        ("Art. 10(b)(iv)", "zh", "第10条(b)(iv)项"),
        ("Art. 25(1)-(2)(a)", "fr", "art. 25(1)-(2)(a)"),
        ("Art. 11(5)-(5a)", "fr", "art. 11(5)-(5a)"),
        ("para. 2(d)", "fr", "par. 2 d)"),
        ("para. 2(1)", "fr", "par. 2(1)"),
        ("Art. 11a", "fr", "art. 11a"),
        ("Arts. 29-30(1)", "fr", "art. 29-30(1)"),
        ("Art. VIII(3)", "fr", "art. VIII, par. 3"),
        ("Art. VIII(3)", "ar", "المادة 8، الفقرة 3"),
        ("Arts. IV, IX", "zh", "第4、9条"),
        ("para. 9", "fr", "par. 9"),
        ("3.1.2", "fr", "3.1.2"),
        ("IV(c)", "zh", "IV(c)"),
        ("conclusions", "fr", "conclusions"),
        ("Conclusions; Art. 4", "ar", "الاستنتاجات؛ المادة 4"),
        ("Rantsev v. Cyprus and Russia, 7 Jan. 2010", "fr", "<Rantsev v. Cyprus and Russia>, 7 janvier 2010"),
        ("July 2017", "fr", "juillet 2017"),
        ("Booklet 2017", "fr", "<Booklet 2017>"),
        ("Art. 4; Siliadin v. France", "fr", "art. 4\u202f; <Siliadin v. France>"),
        ("Section 3 Shelters", "fr", "section 3\u00a0: <Shelters>"),
        ("Box of tricks", "fr", "<Box of tricks>"),
        ("Art. 26 with Art. 62 of the Charter", "fr", "<Art. 26 with Art. 62 of the Charter>"),
        ("Art. 13(1)", "es", "Art. 13(1)"),
        ("Preamble", "es", "<Preamble>"),
    ],
)
def test_a_reference_is_written_as_the_language_writes_it(world, typed, language, said):
    """What the list does not know, or nobody has translated, stays as typed and is marked."""
    assert say(world, typed, language) == said


def test_a_reference_typed_in_another_language_stays(world):
    """Only English references are read; others keep the language of their file."""
    assert references.parts(world, "artículo 4", "fr", "es") == (references.Part("artículo 4", "es"),)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "arts. 8, 10 y 12; art. 13, párrs. 1 y 2"),
        ("pt", "arts. 8.º, 10.º e 12.º; art. 13.º, n.os 1 e 2"),
        ("ru", "ст. 8, 10, 12; пп. 1, 2 ст. 13"),
        ("xx", "arts. 8, 10, 12, 13(1), (2)"),
    ],
)
def test_numbers_follow_the_grammar_of_the_language(language, said):
    """A language without a grammar keeps the numbers as they were typed."""
    one, many = ("ст. {n}", "ст. {n}") if language == "ru" else ("art. {n}", "arts. {n}")
    grammar = facts(language).grammar
    assert numbered("8, 10, 12, 13(1), (2)", one, many, grammar, nested=True) == said


@pytest.mark.parametrize("typed", ["2 of these", "One", "4 (b", "", "-3"])
def test_what_is_no_row_of_numbers_is_none(typed):
    """A heading is never taken for a number."""
    assert numbered(typed, "art. {n}", "arts. {n}", facts("fr").grammar, nested=True) is None
