"""Runs for the typesetter: what each becomes in a line, on runs made by hand."""

from __future__ import annotations

from typing import Any

import pytest
from test_pdf_writer import OBLIGATION, VERIFIED

from generators.corpus.addresses import Target
from generators.document.runs import (
    Absence,
    Adopters,
    Annotation,
    Avoided,
    Caution,
    Day,
    Emphasis,
    Link,
    Outside,
    Reference,
    Shared,
    Sign,
    Strong,
    Text,
    TranslationSign,
)
from generators.pdf.writer import PaperWriter

BINDING = Sign("forces", "binding", "§", "Binding")
ADDRESS = "https://e.org/"
OUT = {"t": ADDRESS, "url": ADDRESS, "k": "ref"}


def line(*runs: Any) -> list:
    return PaperWriter("ltr", targets={"alpha/plan"}).runs(runs)


@pytest.mark.parametrize(
    ("run", "written"),
    [
        ("a", ["a"]),
        (Text("a", "fr"), [{"t": "a", "l": "fr", "d": "ltr"}]),
        (Text("a", "ar"), [{"t": "a", "l": "ar", "d": "rtl"}]),
        (Text("AC", "zxx"), ["AC"]),
        (Reference("12(1)"), ["12(1)"]),
        (Day("2005-05", "May 2005"), ["May 2005"]),
        (OBLIGATION, [{"k": "sign", "t": "1"}, "\u00a0Obligation"]),
        (OBLIGATION._replace(named=True), [{"k": "sign", "t": "1"}]),
        (OBLIGATION._replace(code="new", named=True), [{"k": "sign", "t": "5"}]),
        (BINDING, ["§\u00a0Binding"]),
        (BINDING._replace(named=True), ["§"]),
        (VERIFIED, ["✓"]),
        (VERIFIED._replace(named=True), ["✓"]),
        (TranslationSign("unreviewed", "fr", "w"), ["\u00a0", {"t": "⇄", "k": "mark"}]),
        (TranslationSign("stale", "en", "w"), ["\u00a0", {"t": "en", "k": "mark"}]),
        (Strong(["a"]), [{"t": "a", "k": "b"}]),
        (Emphasis(["a"]), [{"t": "a", "k": "i"}]),
        (Annotation(["a"]), [{"t": "a", "k": "src"}]),
        (Caution(["a"]), [{"t": "a", "k": "warn"}]),
        (Avoided(["a"]), [{"t": "a", "k": "s"}]),
        (Adopters(["a"]), [{"t": "a", "k": "b"}]),
        (Annotation([Emphasis(["a"]), Text("b", "fr")]), [
            {"t": "a", "k": "i"}, {"t": "b", "l": "fr", "d": "ltr", "k": "src"}]),
        (Absence(silent=True), ["—"]),
        (Absence(silent=False), []),
        (Absence(True, "no"), ["no"]),
        (Absence(False, "no"), ["no"]),
        (Link(["a"], Target("record", "alpha/plan")), [{"t": "a", "to": "alpha/plan"}]),
        (Link([Text("a", "fr")], Target("record", "alpha/plan")), [
            {"t": "a", "l": "fr", "d": "ltr", "to": "alpha/plan"}]),
        (Link(["a"], Target("record", "alpha/other")), ["a"]),
        (Link(["a"], Target("topic", "alpha/plan")), ["a"]),
        (Outside(["a"], ADDRESS), ["a", " ", OUT]),
        (Outside([Reference(ADDRESS)], ADDRESS), [OUT]),
        (Outside([Reference("x")], ADDRESS), ["x", " ", OUT]),
        (Outside([Reference(ADDRESS), "b"], ADDRESS), [ADDRESS, "b", " ", OUT]),
        (Outside([ADDRESS], ADDRESS), [ADDRESS, " ", OUT]),
        (Shared(["a", Strong(["b"])]), ["a", {"t": "b", "k": "b"}]),
    ],
)  # fmt: skip
def test_a_run_is_written_as_what_it_is(run, written):
    """A sign has its words where none stand beside it, a link its chapter or its address."""
    assert line(run) == written


def test_each_strength_has_a_drawing_of_its_own():
    """By its number, from the strongest to the weakest."""
    codes = ("obligation", "conditional-obligation", "encouragement", "permission", "principle")
    drawn = [line(OBLIGATION._replace(code=code, named=True)) for code in codes]
    assert drawn == [[{"k": "sign", "t": str(number)}] for number in range(1, 6)]


def test_a_place_keeps_its_order_in_a_line_from_the_right():
    """It is set apart there, and is plain text elsewhere."""
    assert PaperWriter("rtl").runs([Reference("12(1)")]) == [{"t": "12(1)", "k": "ref"}]
