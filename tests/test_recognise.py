"""Signs, questions and prohibitions of all procedures: whose stand first, and what stands on which sheet."""

from __future__ import annotations

import pytest

from generators.document import recognise
from generators.document.phrases import Phrases
from generators.document.recognise import recognition, sheets
from generators.document.runs import letters
from generators.translate.localizer import Localizer

HEAD = "kind: sop\ntype: procedures\ntitle: {}\nstatus: adopted\nbinding: false\nconfidence: recalled\n"


def procedure(title: str, number: int, more: str = "", place: str = "school") -> str:
    """A procedure with so many signs and questions that were read."""
    lines = [f"{title} {n}" for n in range(number)]
    signs = "".join(
        f"  - {{form: child, place: {place}, ref: p. 1, says: {line}., confidence: reported}}\n"
        for line in lines
    )
    asked = "".join(f"  - {{ref: p. 2, asks: {line}?, confidence: reported}}\n" for line in lines)
    return f"{HEAD.format(title)}{more}signs:\n{signs}questions:\n{asked}"


@pytest.fixture
def corpus(corpus_of):
    """Two organisations' texts and one State's own, which is the longest."""
    return corpus_of(
        {
            "instruments/alpha/a-short.yml": procedure("Short", 1),
            "instruments/alpha/b-long.yml": procedure("Long", 2),
            "instruments/alpha/c-own.yml": procedure("Own", 8, "model_of: BEN\n"),
        }
    )


def test_what_was_written_for_it_comes_first_and_one_state_s_own_text_last(corpus):
    """The text with the most lines, then the others, then examples from single States."""
    found = recognition(corpus)
    assert [each.line.asks for each in found.questions][:4] == ["Long 0?", "Long 1?", "Short 0?", "Own 0?"]


def test_what_nobody_read_stands_nowhere(corpus_of):
    """A line that is only recalled is on no page and no sheet."""
    recalled = procedure("Unread", 9).replace("confidence: reported", "confidence: recalled")
    corpus = corpus_of({"instruments/alpha/unread.yml": recalled})
    assert recognition(corpus).signs == ()
    assert sheets(corpus) == ()


def test_a_place_has_a_sheet_once_eight_signs_were_read(corpus_of):
    """Seven are too few for its paper."""
    few = corpus_of({"instruments/alpha/few.yml": procedure("Few", 7)})
    assert sheets(few) == ("adults", "children")
    enough = corpus_of({"instruments/alpha/enough.yml": procedure("Enough", 8)})
    assert sheets(enough) == ("adults", "children", "school")


@pytest.mark.parametrize(("sheet", "asks"), [("adults", True), ("children", False), ("school", False)])
def test_nobody_is_told_to_question_a_child(corpus, sheet, asks):
    """The sheets for children and for schools have no question."""
    made = recognise.sheet(Phrases(Localizer(corpus, "en")), sheet)
    headings = [letters(section.heading) for section in made.sections]
    assert ("First questions to an adult" in headings) is asks


def test_signs_of_any_form_come_first(corpus_of):
    """Before places and forms; a place with few signs of its own says that those of any form hold there."""
    files = {
        "instruments/alpha/few.yml": procedure("Few", 2).replace("form: child", "form: any", 1),
        "instruments/alpha/many.yml": procedure("Many", 5, place="street"),
    }
    sections = recognise.document(Phrases(Localizer(corpus_of(files), "en"))).sections
    assert [each.anchor for each in sections][:3] == ["form-any", "by-place", "by-form"]
    street, school = (letters(fold.summary).split("· ")[1] for fold in sections[1].blocks)
    assert (street, school) == ("5 signs", "2 signs, and the signs of any form")
