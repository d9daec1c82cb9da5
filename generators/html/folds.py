"""Long lists in folds, by the letters of the reader's alphabet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from generators.corpus import cldr
from generators.document.runs import Runs

_FEWEST_LINES = 25
"""How many lines of a long list one fold has at least, but the last."""

Fold = tuple[str, list[Runs]]
"""What a fold of a list is named by, and its lines."""


def in_folds(
    codes: Iterable[str], name: Callable[[str], str], line: Callable[[str], Runs]
) -> list[Fold]:
    """A list in the order of the alphabet, in folds that are named by their first and
    last letter (``A–C``).

    ``codes`` are those of States, or ids of records. ``name`` gives the name that decides
    the order of one, ``line`` the line to show.
    """
    initials: list[list[str]] = []  # of each fold
    folds: list[list[Runs]] = []

    def letter(code: str) -> str:
        return cldr.first_letter(name(code))

    ordered = sorted(codes, key=lambda code: cldr.sort_key(name(code)))
    for initial, codes_of_letter in groupby(ordered, key=letter):
        if not folds or len(folds[-1]) >= _FEWEST_LINES:
            initials.append([])
            folds.append([])
        initials[-1].append(initial)
        folds[-1] += [line(code) for code in codes_of_letter]
    return [
        (_range_of_letters(letters), lines)
        for letters, lines in zip(initials, folds, strict=True)
    ]


def _range_of_letters(letters: list[str]) -> str:
    """The first and the last of letters.

    >>> _range_of_letters(["A", "B", "C"]), _range_of_letters(["D"])
    ('A–C', 'D')
    """
    if letters[0] == letters[-1]:
        return letters[0]
    return f"{letters[0]}–{letters[-1]}"
