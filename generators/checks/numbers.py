"""Whether two texts in different languages hold the same numbers.

Figures of any script count; so do months, Roman numerals and English number words, where the other text has
the figure for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from generators.corpus import cldr

_RUN = re.compile(r"\d+")
_GROUPED = re.compile(r"\d+(?:[.,\u066b\u066c'\u2019]\d+|(?<!\d\d\d\d)[ \u00a0\u202f]\d{3}(?!\d))*")
_ROMAN = re.compile(r"\b[IVXLC]+\b")
_WORD = re.compile(r"[^\W\d_]+")
_SCALE = re.compile(
    r"\b(?:hundreds?|thousands?|millions?|billions?|century|centuries)\b|[千万亿]", re.IGNORECASE
)

_ENGLISH = {
    word: number
    for number, names in {
        1: "one once first",
        2: "two twice second half both",
        3: "three thrice third thirds",
        4: "four fourth quarter quarters",
        5: "five fifth",
        6: "six sixth",
        7: "seven seventh",
        8: "eight eighth",
        9: "nine ninth",
        10: "ten tenth",
        11: "eleven eleventh",
        12: "twelve twelfth dozen",
        13: "thirteen thirteenth",
        14: "fourteen fourteenth fortnight",
        15: "fifteen fifteenth",
        16: "sixteen sixteenth",
        17: "seventeen seventeenth",
        18: "eighteen eighteenth",
        19: "nineteen nineteenth",
        20: "twenty twentieth",
        30: "thirty thirtieth",
        40: "forty",
        50: "fifty",
        60: "sixty",
        90: "ninety",
        100: "hundred",
    }.items()
    for word in names.split()
}
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def differ(text: str, source: str, translation: str, language: str) -> tuple[list[str], list[str]]:
    """The numbers that only ``text`` (in language ``source``) and only ``translation`` (in ``language``)
    hold; two empty lists where they agree.
    """
    if (
        sorted(_RUN.findall(text)) == sorted(_RUN.findall(translation))
        or _SCALE.search(text)
        or _SCALE.search(translation)
    ):
        return [], []
    for pattern in (_RUN, _GROUPED):
        here, there = (Counter(_figures(each, pattern)) for each in (text, translation))
        lost = _unspoken(here - there, translation, language)
        added = _unspoken(there - here, text, source)
        if not lost and not added:
            return [], []
    return lost, added


def _figures(text: str, pattern: re.Pattern[str]) -> Iterable[int]:
    """The numbers of a text in figures; ``int`` reads the digits of every script."""
    return (int(re.sub(r"\D", "", found)) for found in pattern.findall(text))


def _unspoken(numbers: Counter[int], text: str, language: str) -> list[str]:
    """Those of some numbers that a text does not say in another way than figures."""
    if not numbers:
        return []
    spoken = (
        Counter(_ENGLISH[word] for word in _WORD.findall(text.lower()) if word in _ENGLISH)
        if language == "en"
        else Counter()
    )
    spoken.update(months(language)[word] for word in _WORD.findall(text.lower()) if word in months(language))
    spoken.update(map(_roman, _ROMAN.findall(text)))
    return [str(number) for number in sorted((numbers - spoken).elements())]


@cache
def months(language: str) -> dict[str, int]:
    """The names of the months in a language, in both of their grammatical forms, in lower case; none where CLDR
    has no such locale.
    """
    if not cldr.has_locale(language):
        return {}
    forms = cldr.locale(language).months
    return {
        name.lower(): n
        for use in ("format", "stand-alone")
        for n, name in forms[use]["wide"].items()
        if _WORD.fullmatch(name)
    }


def _roman(text: str) -> int:
    values = [_VALUES[letter] for letter in text]
    return sum(
        -value if any(value < later for later in values[i + 1 : i + 2]) else value
        for i, value in enumerate(values)
    )
