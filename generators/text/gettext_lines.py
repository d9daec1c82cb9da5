"""What is looked at in a catalog before and beside its parser: lines that are none, signs behind a backslash
that mean nothing, a head that speaks of another language or another encoding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generators.text.problems import Problem, Rule
from generators.text.sayings import say

SYNTAX, HEAD = "catalog-syntax", "catalog-head"
RULES = (
    Rule(SYNTAX, "A catalog is a gettext file (.po) in UTF-8 that can be parsed."),
    Rule(HEAD, "A catalog's head, where it has one, names the catalog's own language, and UTF-8."),
)

_LINE = re.compile(
    r"\s*(?:#(?!~).*|(?:#~\|?\s*)?"  # a comment; or, where the text is obsolete after its mark,
    r"(?:(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"
    r'"(?:[^"\\]|\\.)*")?\s*)'
)
_ESCAPE = re.compile(r"\\(.)")
_MEANT = frozenset('\\"ntrabfv')
_CHARSET = re.compile(r"charset=([\w-]+)", re.IGNORECASE)


def problems(text: str, path: str) -> list[Problem]:
    """The lines of a catalog that are none, each with its number; a parser would cut letters off them."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if not _LINE.fullmatch(line):
            hint = say('a line is a comment, or a keyword and a text in closed quotes: msgstr "…"')
            found.append(Problem(path, number, "-", say("not a line of a gettext catalog"), hint, SYNTAX))
        elif "\\" in line and not line.lstrip().startswith("#") and (wrong := _meaningless(line)):
            message = say("a backslash before '{sign}', which means nothing", sign=wrong)
            found.append(Problem(path, number, "-", message, say("write two backslashes for one"), SYNTAX))
    return found


def _meaningless(line: str) -> str:
    """The first sign behind a backslash that stands for no other; empty where there is none."""
    return next((sign for sign in _ESCAPE.findall(line) if sign not in _MEANT), "")


def head_problems(said: Mapping[str, str], text: str, path: str, language: str) -> Iterator[Problem]:
    """What a head says that is not so of the catalog of a language."""
    named = said.get("Language", "").strip()
    if named and re.split(r"[-_.@]", named)[0].lower() != language:
        message, hint = (
            say("the head names the language '{tag}'", tag=named),
            say("write {tag}", tag=language),
        )
        yield Problem(path, _line(text, '"Language:'), "Language", message, hint, HEAD)
    charset = _CHARSET.search(said.get("Content-Type", ""))
    if charset and charset[1].upper() not in ("UTF-8", "UTF8", "CHARSET"):
        message, hint = say("the head names the encoding '{name}'", name=charset[1]), say("write UTF-8")
        yield Problem(path, _line(text, '"Content-Type:'), "Content-Type", message, hint, HEAD)


def _line(text: str, begins: str) -> int:
    return next((n for n, line in enumerate(text.split("\n"), 1) if line.lstrip("#~ ").startswith(begins)), 1)
