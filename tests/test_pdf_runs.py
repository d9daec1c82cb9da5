"""Runs for the typesetter: what each becomes in a line, on runs made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from generators.corpus.addresses import Target
from generators.document.runs import (
    Absence,
    Adopters,
    Annotation,
    Avoided,
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

OBLIGATION = Sign("strengths", "obligation", "●", "Must")
UNCHECKED = Sign("confidences", "recalled", "?", "Not checked yet")
ADDRESS = "https://e.org/"
PLAN = {"to": "instruments/alpha/plan/"}
OUT = {"t": ADDRESS, "url": ADDRESS, "k": "ref"}


def line(*runs: Any) -> list:
    return PaperWriter("ltr", targets={"instruments/alpha/plan/", "topics/return/"}).runs(runs)


@pytest.mark.parametrize(
    ("run", "written"),
    [
        ("a", ["a"]),
        (Text("a", "fr"), [{"t": "a", "l": "fr", "d": "ltr"}]),
        (Text("a", "ar"), [{"t": "a", "l": "ar", "d": "rtl"}]),
        (Text("AC", "zxx"), ["AC"]),
        (Reference("12(1)"), ["12(1)"]),
        (Day("2005-05", "May 2005"), ["May 2005"]),
        (OBLIGATION, ["Must"]),
        (UNCHECKED, [{"t": "Not checked yet", "k": "warn"}]),
        (TranslationSign("unreviewed", "fr", "w"), ["\u00a0", {"t": "⇄", "k": "mark"}]),
        (TranslationSign("stale", "en", "w"), ["\u00a0", {"t": "en", "k": "mark"}]),
        (Strong(["a"]), [{"t": "a", "k": "b"}]),
        (Emphasis(["a"]), [{"t": "a", "k": "i"}]),
        (Annotation(["a"]), [{"t": "a", "k": "src"}]),
        (Avoided(["a"]), [{"t": "a", "k": "s"}]),
        (Adopters(["a"]), [{"t": "a", "k": "b"}]),
        (Annotation([Emphasis(["a"]), Text("b", "fr")]), [
            {"t": "a", "k": "i"}, {"t": "b", "l": "fr", "d": "ltr", "k": "src"}]),
        (Absence(silent=True), ["—"]),
        (Absence(silent=False), []),
        (Absence(True, "no"), ["no"]),
        (Absence(False, "no"), ["no"]),
        (Link(["a"], Target("record", "alpha/plan")), [{"t": "a", **PLAN, "page": True}]),
        (Link(["a", "b"], Target("record", "alpha/plan", "art-3")), [
            {"t": "a", **PLAN}, {"t": "b", **PLAN, "page": True}]),
        (Link([Text("a", "fr")], Target("record", "alpha/plan")), [
            {"t": "a", "l": "fr", "d": "ltr", **PLAN, "page": True}]),
        (Link(["a"], Target("topic", "return")), [{"t": "a", "to": "topics/return/"}]),
        (Link(["a"], Target("state", "BEN")), [{"t": "a", "mark": "states/ben/"}]),
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
    """A strength and a confidence are words, a link its chapter (of a text with the page) or its address; a
    State is marked for the index.
    """
    assert line(run) == written


def test_a_place_keeps_its_order_in_a_line_from_the_right():
    """It is set apart there, and is plain text elsewhere."""
    assert PaperWriter("rtl").runs([Reference("12(1)")]) == [{"t": "12(1)", "k": "ref"}]
