"""What is wrong with a file, as a value: where, what, and what to do instead.

Reading and checking return problems and never raise them; only the two doors
(``site/mkdocs_plugin`` and ``cli``) decide to stop.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from difflib import get_close_matches
from typing import Any, NamedTuple

from generators.text.sayings import Find, as_row, filled, from_row, say, translated

_WITH_REMEDY = say("{message}; {remedy}", message="{message}", remedy="{remedy}")
"""How a finding and its remedy are joined, in each language with its own signs."""

# What moves the cursor, begins a line, turns the order of letters round, or has no width.
# Lone surrogates cannot be printed.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding: its place, what is wrong, and what is expected.

    Every part may hold what an editor typed. So control characters are printed by their
    numbers, and long parts by their two ends. A finding is one line, and no file can
    forge another.
    """

    path: str
    """The file, relative to the project."""
    line: int
    """The line, from 1."""
    field: str
    """Where in the file, in words, such as ``provisions, item 3 (Art. 13), says``. A dash
    means the file as a whole.
    """
    message: str
    """What is wrong."""
    hint: str = ""
    """What to do, or what is expected."""
    rule: str = ""
    """The name under which the rule is documented."""
    column: int = 0
    """The column, from 1; 0 where it is not known."""
    loc: tuple[str | int, ...] = dataclass_field(default=(), compare=False, repr=False)
    """The path of keys that ``field`` names; empty where there is none."""
    form: str = dataclass_field(default=_WITH_REMEDY, compare=False, repr=False)
    """How message and remedy are joined, with a slot for each."""

    def translated(self, find: Find, around: tuple[str, str] = ("", "")) -> Problem:
        """This finding in another language (``sayings.translated``)."""
        return replace(
            self,
            field=translated(self.field, find),
            message=translated(self.message, find, around),
            hint=translated(self.hint, find, around),
            form=find(_WITH_REMEDY.template, None) or _WITH_REMEDY,
        )

    def row(self) -> tuple[Any, ...]:
        """This finding as texts, numbers and tuples, to be remembered."""
        sentences = (as_row(part) for part in (self.field, self.message, self.hint))
        return (self.path, self.line, *sentences, self.rule, self.column, self.loc)

    @classmethod
    def of_row(cls, row: Sequence[Any]) -> Problem:
        """The finding of a row that ``row`` made."""
        path, line, *sentences, rule, column, loc = row
        where, message, hint = map(from_row, sentences)
        return cls(path, line, where, message, hint, rule, column, tuple(loc))

    def __str__(self) -> str:
        place = f"{_shown(self.path, 300)}:{self.line}: {_shown(self.field or '-', 120)}"
        message = _shown(self.message, 300)
        if self.hint:
            parts = {"message": message, "remedy": _shown(self.hint, 800)}
            message = filled(self.form, parts)
        return f"{place}: {message}"


def _shown(text: str, longest: int) -> str:
    """A part of a finding as it is printed: harmless, and at most ``longest`` letters."""
    if len(text) > longest:
        text = f"{text[: longest * 2 // 3]}…{text[-longest // 3 :]}"
    return harmless(text)


def harmless(text: str) -> str:
    r"""A text in which control characters are shown by their numbers.

    They would move a cursor, begin a line or turn letters round.

    >>> harmless("a title\nand a second line")
    'a title\\nand a second line'
    """
    return _UNSEEN.sub(_by_number, text)


def _by_number(match: re.Match[str]) -> str:
    """A character as Python writes it by its number: the code of Escape is x1b."""
    return match[0].encode("unicode_escape", "surrogatepass").decode()


class Rule(NamedTuple):
    """A rule's name, and the one sentence that editors read in the list of rules."""

    name: str
    sentence: str


def near(word: str, known: Collection[str]) -> str:
    """The remedy for a word that is not known: the nearest ``known`` one, or "".

    >>> str(near("adoptd", {"adopted", "in-force"}))
    "did you mean 'adopted'?"
    """
    by_lower = {known_word.lower(): known_word for known_word in known}
    matches = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return meant(by_lower[matches[0]]) if matches else ""


def meant(word: str) -> str:
    """The remedy that names one word."""
    return say("did you mean '{word}'?", word=word)


_NAME_FORM = say("expected small letters from a to z, digits and hyphens")


def plain_name(name: str) -> str:
    """The name in small letters, digits and hyphens that somebody meant.

    Empty where it has letters of another script, which may look like ours.

    >>> plain_name("Plan 2027"), plain_name("pl\u0430n")
    ('plan-2027', '')
    """
    split = unicodedata.normalize("NFKD", name)
    letters = "".join(sign for sign in split if not unicodedata.combining(sign))
    if any(sign.isalpha() and not sign.isascii() for sign in letters):
        return ""
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")


def name_meant(name: str) -> str:
    """The remedy for a name that is not plain: the one that was meant, or its form."""
    plain = plain_name(name)
    return meant(plain) if plain else _NAME_FORM


def expected(word: str, known: Collection[str], where: str = "") -> str:
    """The remedy for a word outside a closed list.

    It names the nearest word, else the whole list where it is short, else the file
    ``where`` the list is.
    """
    if hint := near(word, known):
        return hint
    listed = ", ".join(sorted(known))
    if len(listed) <= 200 or not where:
        return say("expected one of: {words}", words=listed)
    return say("expected one of those in {file}", file=where)
