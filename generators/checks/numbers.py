"""Whether two texts in different languages hold the same numbers.

Figures of any script count, with the word behind them that makes thousands or millions of them; so do months,
Roman and Chinese numerals and English number words, where the other text has the figure for them. Numbers
that changed places are seen where something beside them tells which is which.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from generators.corpus import cldr

_RUN = re.compile(r"\d+")
_TWO = re.compile(r"\d\D+\d", re.DOTALL)
_GROUPED = re.compile(r"\d+(?:[.,\u066b\u066c'\u2019]\d+|(?<!\d\d\d\d)[ \u00a0\u202f]\d{3}(?!\d))*")
_ROMAN = re.compile(r"\b([IVXLC]+)(?:e|er|ère|ème|º|ª)?\b")
_WORD = re.compile(r"[^\W\d_]+")
_DECIMAL = re.compile(r"\d+[.,\u066b]\d{1,2}")
_MAX_DIGITS = 1000

_SCALES = {
    language: {word: factor for factor, words in scales.items() for word in words.split(", ")}
    for language, scales in {
        "en": {100: "hundred", 1000: "thousand", 10**6: "million", 10**9: "billion"},
        "ar": {1000: "ألف, ألفا, آلاف", 10**6: "مليون, ملايين", 10**9: "مليار, مليارات"},
        "es": {10**9: "mil millones", 1000: "mil", 10**6: "millón, millones"},
        "fr": {1000: "mille, milliers", 10**6: "million, millions", 10**9: "milliard, milliards"},
        "pt": {10**9: "mil milhões, bilhão, bilhões", 1000: "mil", 10**6: "milhão, milhões"},
        "ru": {
            1000: "тыс, тысячи, тысяч, тысяча",
            10**6: "млн, миллион, миллиона, миллионов",
            10**9: "млрд, миллиард, миллиарда, миллиардов",
        },
    }.items()
}
"""What a word behind a number in figures makes of it."""
_HAN_DIGITS = {
    digit: value for value, digits in enumerate(("〇零", "一", "二两", *"三四五六七八九")) for digit in digits
}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_HAN = re.compile(f"[{''.join(_HAN_DIGITS)}{''.join(_HAN_SCALES)}]+")

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
    here, there = _RUN.findall(text), _RUN.findall(translation)
    if here == there or sorted(here) == sorted(there):
        return [], []
    lost: list[str] = []
    added: list[str] = []
    for read in (_digits, _grouped, _scaled):
        here, there = Counter(read(text, source)), Counter(read(translation, language))
        lost = _unspoken(here - there, translation, language)
        added = _unspoken(there - here, text, source)
        if not lost and not added:
            return [], []
    return lost, added


def _digits(text: str, language: str) -> Iterable[int]:
    """The numbers of a text in figures, each run of figures for itself."""
    del language
    return map(_whole, _RUN.findall(text))


def _grouped(text: str, language: str) -> Iterable[int]:
    """The numbers of a text in figures, with what is grouped as one: 1,000."""
    del language
    return map(_whole, _GROUPED.findall(text))


def _scaled(text: str, language: str) -> Iterator[int]:
    """The numbers of a text in figures, each times the word behind it: 3 million."""
    for found in _GROUPED.finditer(text):
        scale = _scale(text[found.end() :], language)
        if scale > 1 and _DECIMAL.fullmatch(found[0]):
            yield int(Decimal(re.sub(r"[,\u066b]", ".", found[0])) * scale)
        else:
            yield _whole(found[0]) * scale


def _scale(rest: str, language: str) -> int:
    """What the beginning of a text makes of the number before it; one where it is no such word."""
    rest = rest[:20].lstrip(" \u00a0\u202f")
    if language == "zh":
        scale = 1
        for sign in itertools.takewhile(_HAN_SCALES.__contains__, rest):
            scale *= _HAN_SCALES[sign]
        return scale
    rest = rest.lower()
    words = _SCALES.get(language, {})
    return next((words[word] for word in words if re.match(rf"{word}(?!\w)", rest)), 1)


def _whole(found: str) -> int:
    """The number of some figures in any script, without what groups them; of absurd ones the beginning."""
    return int(re.sub(r"\D", "", found)[:_MAX_DIGITS])


def _unspoken(numbers: Counter[int], text: str, language: str) -> list[str]:
    """Those of some numbers that a text does not say in another way than figures."""
    if not numbers:
        return []
    words = _WORD.findall(text.lower())
    spoken = Counter(months(language)[word] for word in words if word in months(language))
    if language == "en":
        spoken.update(_ENGLISH[word] for word in words if word in _ENGLISH)
        spoken.update(_composed(words))
    if language == "zh":
        spoken.update(_han(found) for found in _HAN.findall(text) if len(found) > 1)
    spoken.update(map(_roman, _ROMAN.findall(text)))
    return [str(number) for number in sorted((numbers - spoken).elements())]


def _composed(words: list[str]) -> Iterator[int]:
    """English numbers of several words: two hundred and fifty thousand."""
    total = below = said = 0
    for word in [*words, ""]:
        if word in ("and", "a") and said:
            continue
        scale = _SCALES["en"].get(word.removesuffix("s"), 0)
        if scale == 100:
            below = max(below, 1) * 100
        elif scale:
            total, below = total + max(below, 1) * scale, 0
        elif word in _ENGLISH:
            below += _ENGLISH[word]
        else:
            if said > 1:
                yield total + below
            total = below = said = 0
            continue
        said += 1


def _han(text: str) -> int:
    """A number in Chinese characters: 二百五十 (units of ten up to a thousand, then 万 and 亿), or digit by
    digit.
    """
    if not any(sign in _HAN_SCALES for sign in text):
        return int("".join(str(_HAN_DIGITS[sign]) for sign in text)[:_MAX_DIGITS])
    total = below = digit = 0
    for sign in text:
        if sign in _HAN_DIGITS:
            digit = _HAN_DIGITS[sign]
        elif _HAN_SCALES[sign] < 10**4:
            below, digit = below + (digit or 1) * _HAN_SCALES[sign], 0
        else:
            total, below, digit = (total + below + digit or 1) * _HAN_SCALES[sign], 0, 0
    return total + below + digit


# -- numbers that changed places -----------------------------------------------------------------------------

_PAIR = re.compile(r"(\d+)(?:\((\d+)\)|\s?[-–]\s?(\d+))")


def exchanged(text: str, source: str, translation: str, language: str) -> str:
    """How two numbers changed places between a text and its translation, in words; empty where they did not,
    or where that cannot be told: languages put words in another order, so only a number that has a unit of
    time behind it, a paragraph or the end of a range is known to be the same one.
    """
    if _TWO.search(text) is None:
        return ""
    here, there = Counter(_pairs(text)), Counter(_pairs(translation))
    lost, new = sorted((here - there).elements()), sorted((there - here).elements())
    if lost and Counter(map(_unordered, lost)) == Counter(map(_unordered, new)):
        return "; ".join(f"{a.said} in the text, {b.said} here" for a, b in zip(lost, new, strict=True))
    spans, others = _spans(text, source), _spans(translation, language)
    if spans == others or Counter(unit for unit, _ in spans) != Counter(unit for unit, _ in others):
        return ""
    if sorted(number for _, number in spans) != sorted(number for _, number in others):
        return ""
    pairs = zip(spans, others, strict=True)
    return "; ".join(f"{unit}: {a} in the text, {b} here" for (unit, a), (_, b) in pairs if a != b)


class _Pair(NamedTuple):
    """Two numbers beside each other, and how they are written."""

    first: int
    second: int
    said: str


def _pairs(text: str) -> list[_Pair]:
    """Numbers with a number in brackets, or the end of a range, behind them."""
    found = ((_whole(a), b, c) for a, b, c in _PAIR.findall(text))
    return [
        _Pair(a, _whole(b), f"{a}({_whole(b)})") if b else _Pair(a, _whole(c), f"{a}-{_whole(c)}")
        for a, b, c in found
    ]


def _unordered(pair: _Pair) -> tuple[bool, int, int]:
    return ("-" in pair.said, min(pair[:2]), max(pair[:2]))


@lru_cache(2048)  # a text is compared with its translations into all languages
def _spans(text: str, language: str) -> list[tuple[str, int]]:
    """Numbers with a unit of time behind them, in the order of units and numbers."""
    pattern = _span_pattern(language)
    if pattern is None or not _RUN.search(text):
        return []
    words = _span_words(language)
    return sorted((words[word], _whole(number)) for number, word in pattern.findall(_plain(text)))


@cache
def _span_words(language: str) -> dict[str, str]:
    words = cldr.span_words(language) if cldr.has_locale(language) else {}
    return {_plain(word): unit for word, unit in words.items()}


@cache
def _span_pattern(language: str) -> re.Pattern[str] | None:
    words = sorted(_span_words(language), key=len, reverse=True)
    if not words:
        return None
    end = "" if language == "zh" else r"(?!\w)"
    return re.compile(rf"(\d+)[\s\u00a0\u202f-]*({'|'.join(words)}){end}")


def _plain(text: str) -> str:
    """A text in small letters without accents and Arabic vowel signs, which are not always typed."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


@cache
def months(language: str) -> dict[str, int]:
    """The names of the months in a language, in both of their grammatical forms, in lower case; none where
    CLDR has no such locale.
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
