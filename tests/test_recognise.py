"""Signs, questions and prohibitions of all procedures: whose stand first, and what stands on which sheet."""

from __future__ import annotations

from generators.document import recognise
from generators.document.phrases import Phrases
from generators.document.recognise import sheets
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


def test_a_place_has_a_sheet_once_eight_signs_were_read(corpus_of):
    """Seven are too few for its paper."""
    few = corpus_of({"instruments/alpha/few.yml": procedure("Few", 7)})
    assert sheets(few) == ("adults", "children")
    enough = corpus_of({"instruments/alpha/enough.yml": procedure("Enough", 8)})
    assert sheets(enough) == ("adults", "children", "school")


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
