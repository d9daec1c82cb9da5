"""The lines of gettext catalogs, looked at before anybody parses them."""

from __future__ import annotations

import re

from generators.text.problems import Problem
from generators.text.sayings import say

SYNTAX = "catalog-syntax"

_LINE = re.compile(
    r"\s*(?:#(?!~).*|(?:#~\|?\s*)?"  # a comment; or, after the mark of an obsolete text,
    r"(?:(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"
    r'"(?:[^"\\]|\\.)*")?\s*)'
)


def line_problems(text: str, path: str) -> list[Problem]:
    """A problem for each line that no catalog has; a parser would cut letters off it."""
    message = say("not a line of a gettext catalog")
    hint = say(
        'a line is a comment, or a keyword and a text in closed quotes: msgstr "…"'
    )
    return [
        Problem(path, number, "-", message, hint, SYNTAX)
        for number, line in enumerate(text.split("\n"), 1)
        if not _LINE.fullmatch(line)
    ]


MAX_LETTERS = 3000
"""The most letters of a text in a catalog; that of a record has 2,000."""
_TEXT_LINE = re.compile(r'\s*(?:#[~|]+\s*)?(msg[^"]*)?"(.*)"\s*')
"""A line with a text in quotes; a keyword before it begins a new text."""


def length_problems(text: str, path: str) -> list[Problem]:
    """A problem for each text that is too long to be a translation.

    Its line is that of its keyword. Nobody parses or judges such a text.
    """
    long_texts: dict[int, None] = {}
    first_line = 1
    letters = 0
    for number, line in enumerate(text.split("\n"), 1):
        match = _TEXT_LINE.fullmatch(line)
        if not match:
            continue
        if match[1]:
            first_line = number
            letters = 0
        letters += len(match[2])
        if letters > MAX_LETTERS:
            long_texts[first_line] = None
    message = say("more than {n} letters", n=MAX_LETTERS)
    hint = say("shorten it")
    return [Problem(path, line, "-", message, hint, "text-length") for line in long_texts]
