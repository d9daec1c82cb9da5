"""What is wrong with a file, as a value: where, what, and what to do instead.

Reading and checking return problems and never raise them; only the two doors (``plugin`` and ``cli``) decide
to stop.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding, printed as ``path:line: field: what is wrong; what is expected``.

    ``path`` is relative to the project, ``line`` counts from 1, ``field`` is the path of keys within the file
    (``provisions.2.says``; a dash where the file as a whole is meant), ``rule`` the name under which the rule
    is documented.
    """

    path: str
    line: int
    field: str
    message: str
    hint: str = ""
    rule: str = ""

    def __str__(self) -> str:
        text = f"{self.path}:{self.line}: {self.field or '-'}: {self.message}"
        return f"{text}; {self.hint}" if self.hint else text


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name, and the one sentence that editors read in the list of rules."""

    name: str
    sentence: str


def near(word: str, known: Collection[str]) -> str:
    """A ``did you mean …?`` for a word that is not known, or an empty string where nothing is near."""
    matches = get_close_matches(word.lower(), {k.lower(): k for k in known}, n=1, cutoff=0.6)
    by_lower = {k.lower(): k for k in known}
    return f"did you mean '{by_lower[matches[0]]}'?" if matches else ""


def expected(word: str, known: Collection[str], what: str, where: str = "") -> str:
    """The remedy for a word outside a closed list: the near match, else the whole list where it is short,
    else ``where`` it stands.
    """
    if hint := near(word, known):
        return hint
    listed = ", ".join(sorted(known))
    return f"expected {what}: {listed}" if len(listed) <= 200 else f"expected {what} {where}".rstrip()
