"""Whether two texts in different languages hold the same numbers.

Figures of any script count, with the word after them that makes thousands or millions of
them. So do months, Roman and Chinese numerals and number words, where the other text has
the figure for them. Numbers that changed places are seen only where something next to
them tells which is which.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_SCALE_LETTERS = 20
"""How many letters after a number are read for a word that multiplies it."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def differ(
    text: str, source: str, translation: str, language: str
) -> tuple[list[str], list[str]]:
    """The numbers that only ``text`` (in language ``source``) and only ``translation``
    (in ``language``) hold; two empty lists where they agree.

    >>> differ("within 30 days", "en", "after 90 days", "en")
    (['30'], ['90'])
    """
    figures = _RUN.findall(text)
    translated_figures = _RUN.findall(translation)
    if figures == translated_figures or sorted(figures) == sorted(translated_figures):
        return [], []
    for read in (_digits, _scaled):
        in_text = Counter(read(text, source))
        in_translation = Counter(read(translation, language))
        lost = _unspoken(in_text - in_translation, translation, language)
        added = _unspoken(in_translation - in_text, text, source)
        if not lost and not added:
            break
    return lost, added


def _digits(text: str, language: str) -> Iterable[int]:
    """The numbers of a text in figures, each run of figures for itself."""
    return map(_whole, _RUN.findall(text))


def _scaled(text: str, language: str) -> Iterator[int]:
    """The numbers of a text in figures, each times the word after it.

    >>> list(_scaled("3 million of 2,500", "en"))
    [3000000, 2500]
    """
    for match in _GROUPED.finditer(text):
        scale = _scale(text[match.end() : match.end() + _SCALE_LETTERS], language)
        if scale > 1 and _DECIMAL.fullmatch(match[0]):
            yield int(Decimal(re.sub(r"[,\u066b]", ".", match[0])) * scale)
        else:
            yield _whole(match[0]) * scale


def _scale(rest: str, language: str) -> int:
    """What the beginning of a text multiplies the number before it by; 1 where no word
    there does.

    >>> _scale(" thousand persons", "en")
    1000
    """
    scales = facts(language).scales
    beginning = rest.lstrip(" \u00a0\u202f")
    if not facts(language).spaced:
        signs = itertools.takewhile(scales.__contains__, beginning)
        return prod(scales[sign] for sign in signs)
    match = _scale_words(language).match(beginning.lower())
    return scales[match[1]] if match else 1


@cache
def _scale_words(language: str) -> re.Pattern[str]:
    """What finds a word that multiplies the number before it, where a text begins with
    one.
    """
    words = "|".join(map(re.escape, facts(language).scales))
    return re.compile(rf"({words})(?!\w)" if words else r"(?!)")


def _whole(figures: str) -> int:
    """The number of some figures in any script, without what groups them; of absurd ones
    the beginning.

    >>> _whole("12,500")
    12500
    """
    return int(re.sub(r"\D", "", figures)[:_MAX_DIGITS])


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


class _NumberWords(NamedTuple):
    """The words for numbers of a language."""

    pattern: re.Pattern[str]
    """What finds one."""
    values: Mapping[str, int]
    """The number that each says."""
    scales: frozenset[str]
    """Those that multiply what comes before them."""
    joints: frozenset[str]
    """Words that may come between two of one number, such as "and"."""


@cache
def _number_words(language: str) -> _NumberWords | None:
    """The words for numbers of a language; None where we know none."""
    own = facts(language)
    if not own.numbers:
        return None
    values = {
        _plain(word): value for word, value in {**own.scales, **own.numbers}.items()
    }
    joints = [_plain(joint) for joint in own.number_joints]
    longest_first = "|".join(sorted(values, key=len, reverse=True))
    written_on = rf"(?:{'|'.join(joints)})?(?:{own.article})?" if own.article else ""
    hundreds = {word for word, value in values.items() if value == 100}
    return _NumberWords(
        re.compile(rf"\b{written_on}({longest_first})\b"),
        values,
        frozenset({*map(_plain, own.scales), *hundreds}),
        frozenset(joints),
    )


def _in_words(text: str, language: str) -> Iterator[int]:
    """The numbers that a text says in words, in each way in which they can be read.

    Each word counts for itself. So does what several in a row say together, up to a word
    between them and beyond it.

    >>> sorted({*_in_words("two hundred and fifty", "en")})
    [2, 50, 100, 200, 250]
    """
    known = _number_words(language)
    if known is None:
        return
    for row in _word_rows(" ".join(_WORD.findall(_plain(text))), known):
        words = [*itertools.chain.from_iterable(row)]
        yield from (known.values[word] for word in words)
        runs = [*row, words] if len(row) > 1 else row
        yield from (_sum(run, known) for run in runs if len(run) > 1)


def _word_rows(text: str, known: _NumberWords) -> list[list[list[str]]]:
    """The words for numbers in a text, in rows.

    Between two words of a row are at most words such as "and". A row is in runs, which
    have no word between.

    >>> _word_rows("two hundred and fifty men", _number_words("en"))
    [[['two', 'hundred'], ['fifty']]]
    """
    rows: list[list[list[str]]] = []
    end = 0
    for match in known.pattern.finditer(text):
        between = text[end : match.start()].split()
        if not rows or not known.joints.issuperset(between):
            rows.append([[]])
        elif between:
            rows[-1].append([])
        rows[-1][-1].append(match[1])
        end = match.end()
    return rows


def _sum(words: Iterable[str], known: _NumberWords) -> int:
    """The number that words in a row say together.

    >>> _sum(["two", "hundred", "fifty"], _number_words("en"))
    250
    """
    total = 0
    below = 0  # what is not yet multiplied by a thousand or more
    for word in words:
        value = known.values[word]
        if word not in known.scales:
            below += value
        elif value == 100:
            below = max(below, 1) * value
        else:
            total += max(below, 1) * value
            below = 0
    return total + below


def _in_characters(text: str, language: str) -> Iterator[int]:
    """The numbers that a text writes with two and more characters of its script.

    They are written with units of ten (二百五十 is 250), or digit by digit (二〇二六 is
    2026).
    """
    own = facts(language)
    if not own.digits:
        return
    signs = "".join((*own.digits, *own.scales))
    for run in re.findall(f"[{signs}]{{2,}}", text):
        if own.scales.keys().isdisjoint(run):
            yield int("".join(str(own.digits[sign]) for sign in run)[:_MAX_DIGITS])
        else:
            yield _sum_of_characters(run, language)


def _sum_of_characters(signs: str, language: str) -> int:
    """The number that characters say together: 三万二千 is 32000."""
    own = facts(language)
    total = 0
    below = 0  # what is not yet multiplied by 万 or 亿
    digit = 0
    for sign in signs:
        scale = own.scales.get(sign, 1)
        if scale == 1:
            digit = own.digits[sign]
        elif scale < 10**4:
            below += (digit or 1) * scale
            digit = 0
        else:
            total = ((total + below + digit) or 1) * scale
            below = 0
            digit = 0
    return total + below + digit


# -- numbers that changed places ---------------------------------------------------------

_PAIR = re.compile(r"(?<!\d)(\d+)(?:\((\d+)\)|\s?[-–]\s?(\d+))")


def exchanged(text: str, source: str, translation: str, language: str) -> str:
    """How two numbers changed places between a text and its translation, in words.

    Empty where they did not, or where nothing shows it. Languages put words in another
    order. So only what is next to a number shows that it is the same one. That is a unit
    of time, a paragraph, or the end of a range.

    >>> exchanged("Art. 2(3)", "en", "art. 3(2)", "en")
    '2(3) in the text, 3(2) here'
    """
    if _TWO.search(text) is None:
        return ""
    return _exchanged_pairs(text, translation) or _exchanged_spans(
        _spans(text, source), _spans(translation, language)
    )


def _exchanged_pairs(text: str, translation: str) -> str:
    """How the numbers of pairs changed places, in words; empty where they did not."""
    in_text = Counter(_pairs(text))
    in_translation = Counter(_pairs(translation))
    lost = sorted((in_text - in_translation).elements())
    added = sorted((in_translation - in_text).elements())
    if Counter(map(_unordered, lost)) != Counter(map(_unordered, added)):
        return ""
    return "; ".join(
        f"{pair.written} in the text, {other_pair.written} here"
        for pair, other_pair in zip(lost, added, strict=True)
    )


def _exchanged_spans(
    spans: Sequence[tuple[str, int]], translated: Sequence[tuple[str, int]]
) -> str:
    """How numbers with units of time changed places, in words; empty where they did not.

    >>> _exchanged_spans([("days", 3), ("hours", 9)], [("days", 9), ("hours", 3)])
    'days: 3 in the text, 9 here; hours: 9 in the text, 3 here'
    """
    if [unit for unit, _ in spans] != [unit for unit, _ in translated]:
        return ""
    numbers = sorted(number for _, number in spans)
    if numbers != sorted(number for _, number in translated):
        return ""
    return "; ".join(
        f"{unit}: {number} in the text, {translated_number} here"
        for (unit, number), (_, translated_number) in zip(spans, translated, strict=True)
        if number != translated_number
    )


class _Pair(NamedTuple):
    """A number with a number in brackets after it, or with the end of its range."""

    first: int
    second: int
    written: str
    """How the two are written."""


def _pairs(text: str) -> list[_Pair]:
    """The pairs of numbers in a text.

    >>> [pair.written for pair in _pairs("Arts. 7(1), 8 – 9")]
    ['7(1)', '8-9']
    """
    pairs = []
    for first_figures, in_brackets, end_of_range in _PAIR.findall(text):
        first = _whole(first_figures)
        second = _whole(in_brackets or end_of_range)
        written = f"{first}({second})" if in_brackets else f"{first}-{second}"
        pairs.append(_Pair(first, second, written))
    return pairs


def _unordered(pair: _Pair) -> tuple[bool, int, int]:
    """What a pair and the one with its numbers exchanged have in common."""
    numbers = (pair.first, pair.second)
    return ("-" in pair.written, min(numbers), max(numbers))


@cache  # a text is compared with its translations into all languages
def _spans(text: str, language: str) -> list[tuple[str, int]]:
    """Numbers with a unit of time after them, in the order of units and numbers.

    >>> _spans("within 72 hours or 3 days", "en")
    [('days', 3), ('hours', 72)]
    """
    known = _span_words(language)
    if known is None or not _RUN.search(text):
        return []
    pattern, words = known
    return sorted(
        (words[word], _whole(number)) for number, word in pattern.findall(_plain(text))
    )


@cache
def _span_words(language: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """What finds a number with a unit of time after it, and the unit that each word says.
    None where we know no such words.
    """
    words = cldr.span_words(language) if cldr.has_locale(language) else {}
    if not words:
        return None
    units = {_plain(word): unit for word, unit in words.items()}
    longest_first = "|".join(sorted(units, key=len, reverse=True))
    end = r"(?!\w)" if facts(language).spaced else ""
    return re.compile(rf"(?<!\d)(\d+)[\s\u00a0\u202f-]*({longest_first}){end}"), units


def _plain(text: str) -> str:
    """A text in small letters without accents and Arabic vowel signs, which are not
    always typed.

    >>> _plain("Décembre")
    'decembre'
    """
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _roman(text: str) -> int:
    """The number of a Roman numeral.

    >>> _roman("XIV")
    14
    """
    values = [_VALUES[letter] for letter in text]
    return sum(
        -value if value < after else value
        for value, after in itertools.pairwise([*values, 0])
    )
