"""How a finding is printed: on one line of its own, whatever was typed."""

from __future__ import annotations

import pytest

from generators.text.problems import Problem


@pytest.mark.parametrize("part", ["path", "field", "message", "hint"])
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plan\n::error file=x.py::forged", "plan\\n::error file=x.py::forged"),
        ("a\r\nb\tc", "a\\r\\nb\\tc"),
        ("\x1b[31mred\x1b]0;title\x07", "\\x1b[31mred\\x1b]0;title\\x07"),
        ("a\x85b\u2028c\u2029d\x0be\x0cf", "a\\x85b\\u2028c\\u2029d\\x0be\\x0cf"),
        ("a\u202eb\u2066c\u200fd", "a\\u202eb\\u2066c\u200fd"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("\udce9.yml", "\\udce9.yml"),
        ("C:\\new", "C:\\new"),
        ("العربية 中文", "العربية 中文"),
    ],
)
def test_a_finding_is_one_line(part, typed, shown):
    """Control characters, line separators and bidirectional overrides are shown by their numbers, in every
    part.
    """
    parts = {"path": "a.yml", "field": "title", "message": "wrong", "hint": "do right"}
    text = str(Problem(line=3, **{**parts, part: typed}))
    assert text == "{path}:3: {field}: {message}; {hint}".format(**{**parts, part: shown})
    assert len(text.splitlines()) == 1


def test_what_was_typed_is_cut():
    """A part of thousands of letters is shown by its beginning and its end."""
    typed = f"'{'9' * 5000}' does not fit"
    text = str(Problem("a.yml", 1, "k" * 5000, typed, "expected a date"))
    assert len(text) < 600
    assert text.startswith("a.yml:1: kkk")
    assert text.endswith("9' does not fit; expected a date")
    assert text.count("…") == 2
