"""What is wrong with a file, as a value: where, what, and what to do instead.

Reading and checking return problems and never raise them; only the two doors
(``site/mkdocs_plugin`` and ``cli``) decide to stop.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import NamedTuple

from generators.text.sayings import Find, found_again, kept, say, translated

# What moves the cursor, begins a line, or turns the order of letters round; lone
# surrogates cannot be printed.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding, printed as ``path:line: field: what is wrong; what is expected``.

    What was typed may stand in every part: printed, control characters are shown by their
    numbers and long parts by their two ends, so that a finding is one line and nobody can
    forge another.

    ``path`` is relative to the project, ``line`` and ``column`` count from 1 (a column of
    0 is not known), ``field`` is where in the file, in words (``provisions, item 3 (Art.
    13), says``; a dash where the file as a whole is meant), ``rule`` the name under which
    the rule is documented. ``loc`` is the path of keys that ``field`` names, empty where
    there is none.
    """

    path: str
    line: int
    field: str
    message: str
    hint: str = ""
    rule: str = ""
    column: int = 0
    loc: tuple[str | int, ...] = field(default=(), compare=False, repr=False)

    def told(self, find: Find, around: tuple[str, str] = ("", "")) -> Problem:
        """This finding in another language; ``around`` stands round what fills its
        sentences.
        """
        where = translated(self.field, find)
        what, remedy = (
            translated(part, find, around) for part in (self.message, self.hint)
        )
        return replace(self, field=where, message=what, hint=remedy)

    def row(self) -> tuple:
        """This finding as texts, numbers and tuples, to be remembered."""
        said = (kept(part) for part in (self.field, self.message, self.hint))
        return (self.path, self.line, *said, self.rule, self.column, self.loc)

    @classmethod
    def of_row(cls, row: tuple) -> Problem:
        """The finding that was made into a row."""
        path, line, *said, rule, column, loc = row
        return cls(path, line, *map(found_again, said), rule, column, tuple(loc))

    def __str__(self) -> str:
        place = f"{_shown(self.path, 300)}:{self.line}: {_shown(self.field or '-', 120)}"
        text = f"{place}: {_shown(self.message, 300)}"
        return f"{text}; {_shown(self.hint, 800)}" if self.hint else text


def _shown(text: str, longest: int) -> str:
    """A part of a finding as it is printed, in so many letters at most."""
    if len(text) > longest:
        text = f"{text[: longest * 2 // 3]}…{text[-longest // 3 :]}"
    return harmless(text)


def harmless(text: str) -> str:
    """A text in which what moves a cursor, begins a line or turns letters round is shown
    by its number.
    """
    return _UNSEEN.sub(
        lambda found: found[0].encode("unicode_escape", "surrogatepass").decode(), text
    )


class Rule(NamedTuple):
    """A rule's name, and the one sentence that editors read in the list of rules."""

    name: str
    sentence: str


def near(word: str, known: Collection[str]) -> str:
    """A ``did you mean …?`` for a word that is not known, or an empty string where
    nothing is near.
    """
    by_lower = {k.lower(): k for k in known}
    matches = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return meant(by_lower[matches[0]]) if matches else ""


def meant(word: str) -> str:
    """The remedy that names one word."""
    return say("did you mean '{word}'?", word=word)


def expected(word: str, known: Collection[str], where: str = "") -> str:
    """The remedy for a word outside a closed list: the near match, else the whole list
    where it is short, else the file ``where`` it stands.
    """
    if hint := near(word, known):
        return hint
    listed = ", ".join(sorted(known))
    if len(listed) <= 200 or not where:
        return say("expected one of: {words}", words=listed)
    return say("expected one of those in {file}", file=where)
