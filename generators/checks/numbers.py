"""Whether two texts in different languages hold the same numbers.

Figures of any script count, with the word behind them that makes thousands or millions of
them; so do months, Roman and Chinese numerals and number words, where the other text has
the figure for them. Numbers that changed places are seen where something beside them
tells which is which.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from math import prod
from typing import NamedTuple

from generators.corpus import cldr
from generators.languages import facts

_RUN = re.compile(r"\d+")
_TWO = re.compile(r"\d\D+\d", re.DOTALL)
_GROUPED = re.compile(
    r"\d+(?:[.,\u066b\u066c'\u2019]\d+|(?<!\d\d\d\d)[ \u00a0\u202f]\d{3}(?!\d))*"
)
_ROMAN = re.compile(r"\b([IVXLC]+)(?:e|er|ère|ème|º|ª)?\b")
_WORD = re.compile(r"[^\W\d_]+")
_DECIMAL = re.compile(r"\d+[.,\u066b]\d{1,2}")
_MAX_DIGITS = 1000

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def differ(
    text: str, source: str, translation: str, language: str
) -> tuple[list[str], list[str]]:
    """The numbers that only ``text`` (in language ``source``) and only ``translation``
    (in ``language``) hold; two empty lists where they agree.
    """
    here, there = _RUN.findall(text), _RUN.findall(translation)
    if here == there or sorted(here) == sorted(there):
        return [], []
    for read in (_digits, _scaled):
        here, there = Counter(read(text, source)), Counter(read(translation, language))
        lost = _unspoken(here - there, translation, language)
        added = _unspoken(there - here, text, source)
        if not lost and not added:
            break
    return lost, added


def _digits(text: str, language: str) -> Iterable[int]:
    """The numbers of a text in figures, each run of figures for itself."""
    return map(_whole, _RUN.findall(text))


def _scaled(text: str, language: str) -> Iterator[int]:
    """The numbers of a text in figures, each times the word behind it: 3 million."""
    for found in _GROUPED.finditer(text):
        scale = _scale(text[found.end() :], language)
        if scale > 1 and _DECIMAL.fullmatch(found[0]):
            yield int(Decimal(re.sub(r"[,\u066b]", ".", found[0])) * scale)
        else:
            yield _whole(found[0]) * scale


def _scale(rest: str, language: str) -> int:
    """What the beginning of a text makes of the number before it; one where it is no such
    word.
    """
    rest, scales = rest[:20].lstrip(" \u00a0\u202f"), facts(language).scales
    if not facts(language).spaced:
        return prod(
            scales[sign] for sign in itertools.takewhile(scales.__contains__, rest)
        )
    rest = rest.lower()
    return next((scales[word] for word in scales if re.match(rf"{word}(?!\w)", rest)), 1)


def _whole(found: str) -> int:
    """The number of some figures in any script, without what groups them; of absurd ones
    the beginning.
    """
    return int(re.sub(r"\D", "", found)[:_MAX_DIGITS])


def _unspoken(numbers: Counter[int], text: str, language: str) -> list[str]:
    """Those of some numbers that a text does not say in another way than figures."""
    if not numbers:
        return []
    words = _WORD.findall(text.lower())
    spoken = Counter(
        cldr.months(language)[word] for word in words if word in cldr.months(language)
    )
    spoken.update(_in_words(text, language))
    spoken.update(_in_characters(text, language))
    spoken.update(map(_roman, _ROMAN.findall(text)))
    return [str(number) for number in sorted((numbers - spoken).elements())]


class _Words(NamedTuple):
    """The words for numbers of a language: what finds one, what each says, which multiply
    what stands before them, and what may stand between two of one number.
    """

    pattern: re.Pattern[str]
    values: Mapping[str, int]
    scales: frozenset[str]
    joints: frozenset[str]


@cache
def _number_words(language: str) -> _Words | None:
    own = facts(language)
    values = {
        _plain(word): value for word, value in {**own.scales, **own.numbers}.items()
    }
    if not own.numbers:
        return None
    joints = [_plain(joint) for joint in own.number_joints]
    longest = "|".join(sorted(values, key=len, reverse=True))
    written_on = rf"(?:{'|'.join(joints)})?(?:{own.article})?" if own.article else ""
    scales = frozenset(map(_plain, own.scales)) | {
        word for word, value in values.items() if value == 100
    }
    return _Words(
        re.compile(rf"\b{written_on}({longest})\b"), values, scales, frozenset(joints)
    )


def _in_words(text: str, language: str) -> Iterator[int]:
    """The numbers that a text says in words: each word for itself, and what several in a
    row say together, up to a word between them and beyond it (two hundred, and two
    hundred and fifty thousand).
    """
    known = _number_words(language)
    if known is None:
        return
    text = " ".join(_WORD.findall(_plain(text)))
    rows: list[list[list[str]]] = []
    end = -1
    for found in known.pattern.finditer(text):
        between = text[end : found.start()].split() if end >= 0 else [""]
        if not known.joints.issuperset(between):
            rows.append([[]])
        elif between:
            rows[-1].append([])
        rows[-1][-1].append(found[1])
        end = found.end()
    for row in rows:
        words = [*itertools.chain.from_iterable(row)]
        yield from (known.values[word] for word in words)
        yield from (
            _sum(piece, known)
            for piece in (*row, words)[: len(row) + (len(row) > 1)]
            if piece[1:]
        )


def _sum(row: Iterable[str], known: _Words) -> int:
    """The number that words in a row say together."""
    total = below = 0
    for word in row:
        value = known.values[word]
        if word not in known.scales:
            below += value
        elif value == 100:
            below = max(below, 1) * value
        else:
            total, below = total + max(below, 1) * value, 0
    return total + below


def _in_characters(text: str, language: str) -> Iterator[int]:
    """The numbers that a text writes with two and more characters of its script: 二百五十
    (units of ten up to a thousand, then 万 and 亿), or digit by digit.
    """
    own = facts(language)
    signs = "".join((*own.digits, *own.scales)) if own.digits else ""
    for found in re.findall(f"[{signs}]{{2,}}", text) if signs else ():
        if own.scales.keys().isdisjoint(found):
            yield int("".join(str(own.digits[sign]) for sign in found)[:_MAX_DIGITS])
            continue
        total = below = digit = 0
        for sign in found:
            scale = own.scales.get(sign, 1)
            if scale == 1:
                digit = own.digits[sign]
            elif scale < 10**4:
                below, digit = below + (digit or 1) * scale, 0
            else:
                total, below, digit = (total + below + digit or 1) * scale, 0, 0
        yield total + below + digit


# -- numbers that changed places ---------------------------------------------------------

_PAIR = re.compile(r"(\d+)(?:\((\d+)\)|\s?[-–]\s?(\d+))")


def exchanged(text: str, source: str, translation: str, language: str) -> str:
    """How two numbers changed places between a text and its translation, in words; empty
    where they did not, or where that cannot be told: languages put words in another
    order, so only a number that has a unit of time behind it, a paragraph or the end of a
    range is known to be the same one.
    """
    if _TWO.search(text) is None:
        return ""
    here, there = Counter(_pairs(text)), Counter(_pairs(translation))
    lost, new = sorted((here - there).elements()), sorted((there - here).elements())
    if lost and Counter(map(_unordered, lost)) == Counter(map(_unordered, new)):
        return "; ".join(
            f"{a.said} in the text, {b.said} here" for a, b in zip(lost, new, strict=True)
        )
    spans, others = _spans(text, source), _spans(translation, language)
    if spans == others or Counter(unit for unit, _ in spans) != Counter(
        unit for unit, _ in others
    ):
        return ""
    if sorted(number for _, number in spans) != sorted(number for _, number in others):
        return ""
    pairs = zip(spans, others, strict=True)
    return "; ".join(
        f"{unit}: {a} in the text, {b} here" for (unit, a), (_, b) in pairs if a != b
    )


class _Pair(NamedTuple):
    """Two numbers beside each other, and how they are written."""

    first: int
    second: int
    said: str


def _pairs(text: str) -> list[_Pair]:
    """Numbers with a number in brackets, or the end of a range, behind them."""
    found = ((_whole(a), _whole(b or c), bool(b)) for a, b, c in _PAIR.findall(text))
    return [
        _Pair(a, b, f"{a}({b})" if brackets else f"{a}-{b}") for a, b, brackets in found
    ]


def _unordered(pair: _Pair) -> tuple[bool, int, int]:
    return ("-" in pair.said, min(pair[:2]), max(pair[:2]))


@cache  # a text is compared with its translations into all languages
def _spans(text: str, language: str) -> list[tuple[str, int]]:
    """Numbers with a unit of time behind them, in the order of units and numbers."""
    known = _span_words(language)
    if known is None or not _RUN.search(text):
        return []
    pattern, words = known
    return sorted(
        (words[word], _whole(number)) for number, word in pattern.findall(_plain(text))
    )


@cache
def _span_words(language: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """What finds a number with a unit of time behind it, and the unit that each word
    says.
    """
    words = cldr.span_words(language) if cldr.has_locale(language) else {}
    if not words:
        return None
    units = {_plain(word): unit for word, unit in words.items()}
    longest = "|".join(sorted(units, key=len, reverse=True))
    end = r"(?!\w)" if facts(language).spaced else ""
    return re.compile(rf"(\d+)[\s\u00a0\u202f-]*({longest}){end}"), units


def _plain(text: str) -> str:
    """A text in small letters without accents and Arabic vowel signs, which are not
    always typed.
    """
    if text.isascii():
        return text.lower()
    return "".join(
        c
        for c in unicodedata.normalize("NFD", text.lower())
        if not unicodedata.combining(c)
    )


def _roman(text: str) -> int:
    values = [_VALUES[letter] for letter in text]
    return sum(
        -value if value < after else value
        for value, after in itertools.pairwise([*values, 0])
    )
