"""How a text becomes words that can be compared.

Words have no case and no accents, and one form of each Arabic letter. Chinese is cut
into pairs of characters.

``overrides/assets/javascripts/search/text.js`` has twins of ``fold``, ``words``,
``compounds`` and ``bare``. Both read the same facts (``for_script``), and a test holds
them together. Stems are only worked out here. The
index has all forms that share one, so that no stemmer runs in the browser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from Stemmer import Stemmer

from generators.languages import KNOWN, ar, facts
from generators.languages.language import Clitics

UNSPACED = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Characters of scripts without spaces between words, for a class of a regular
expression.
"""
PARTICLES = "和与及的"
"""Characters of such scripts that are in one spelling of a term and not in another."""
_FIGURES = {chr(zero + n): str(n) for zero in (0x660, 0x6F0) for n in range(10)}
LETTERS = {**dict(zip("ىةٱیکۀ", "يهايكه", strict=True)), "\u0640": "", **_FIGURES}
"""What a letter or figure is folded to, where Unicode's case and accents say nothing."""

CLITICS = tuple(clitics for language in KNOWN.values() for clitics in language.clitics)
"""Prefixes that are no part of a word, of all languages; their letters tell which."""
LOOSE = tuple(clitics for language in KNOWN.values() for clitics in language.loose)
"""Prefixes that may be no part of a word, or its first letter."""
ALIKE = (("abcehkmoptxy", "авсенкмортху"),)
"""Folded letters of two scripts that look the same, each at the place of its twin."""
NUMERALS = "一二三四五六七八九"
"""The numerals from 1 to 9 of unspaced scripts; ``TEN`` is their 10."""
TEN = "十"
_LONGEST_RANGE = 60
"""A range of articles has fewer; of more, a slip of the pen is likelier."""

_LETTER = rf"[^\W_{UNSPACED}]"
_RUN = re.compile(rf"[{UNSPACED}]+|{_LETTER}+")
# It is looked for where a word begins; else a long word costs its length squared.
_COMPOUND = re.compile(rf"(?<!{_LETTER}){_LETTER}+(?:[/.()-]+{_LETTER}+)+")
_JOINT = re.compile(r"[/.()-]+")
_ARABIC_LETTER = re.compile(f"[{ar.LETTERS}]")
_UNSPACED = re.compile(f"[{UNSPACED}]")
# The word for an article; the number of one with its letter and the end of a range;
# what is in brackets and names no article.
_ARTICLE = re.compile(r"(?<![^\W_])arts?(?:icles?)?\.?\s*")
_PLACE = re.compile(
    r"(?<![^\W_])(\d+|[ivxlc]+(?![^\W\d_]))([a-z]?)(?:\s*-\s*(\d+))?(?![^\W_])"
)
_ASIDE = re.compile(r"\((?![^()]*art)[^()]*\)")


class _Folded(dict[int, int | str | None]):
    """What ``fold`` puts in the place of each character, by its code.

    It is worked out when a character is first asked for. None deletes the character.
    """

    def __missing__(self, code: int) -> int | str | None:
        is_mark = unicodedata.category(chr(code)).startswith("M")
        self[code] = None if is_mark else _LETTERS.get(code, code)
        return self[code]


_LETTERS = str.maketrans(LETTERS)
_FOLDED = _Folded()


def fold(text: str) -> str:
    """A text without case, accents, Arabic vowel signs and variants of letters.

    Figures become Western ones.

    >>> fold("Délai de RÉFLEXION")
    'delai de reflexion'
    >>> fold("مـادة ٢٦")
    'ماده 26'
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    return plain.translate(_FOLDED)


def words(folded: str) -> Iterator[str]:
    """The words of a folded text.

    A run of Chinese characters gives every pair of neighbours, and its last character.

    >>> list(words("cets 197恢复期"))
    ['cets', '197', '恢复', '复期', '期']
    """
    for run in _RUN.findall(folded):
        if is_unspaced(run):
            yield from (run[n : n + 2] for n in range(len(run)))
        else:
            yield run


def compounds(folded: str) -> Iterator[str]:
    """The numbers of several parts in a folded text, with ``/`` between the parts.

    >>> list(compounds("directive 2011/36/eu, 13(1)(b), and/or"))
    ['2011/36/eu', '13/1/b']
    """
    for compound in _COMPOUND.findall(folded):
        if _has_digit(compound):
            yield _JOINT.sub("/", compound)


def without_compounds(folded: str) -> str:
    """A folded text with a blank in the place of each number that ``compounds`` gives.

    >>> without_compounds("directive 2011/36/eu and/or plan 7")
    'directive   and/or plan 7'
    """

    def blank_or_same(compound: re.Match[str]) -> str:
        return " " if _has_digit(compound[0]) else compound[0]

    return _COMPOUND.sub(blank_or_same, folded)


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def articles(ref: str) -> Iterator[str]:
    """``art:`` and a number, for each article that a reference names.

    A range gives every article in it. What is in brackets is passed over, unless it
    names an article itself.

    >>> list(articles("Arts. 4(1), 8a, 35-37"))
    ['art:4', 'art:8a', 'art:35', 'art:36', 'art:37']
    >>> list(articles("Section 4.3"))
    []
    """
    folded = _ASIDE.sub("", fold(ref))
    article = _ARTICLE.search(folded)
    if not article:
        return
    for number, letter, end in _PLACE.findall(folded[article.end() :]):
        yield f"art:{number}{letter}"
        if end and number.isdigit():
            first = int(number)
            last = int(end)
            if last - first < _LONGEST_RANGE:
                yield from (f"art:{n}" for n in range(first + 1, last + 1))


def forms(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Each word of a text, as its folded form and its stem.

    >>> list(forms("The victims", "en"))
    [('the', 'the'), ('victims', 'victim')]
    """
    for word in parts(text, language):
        yield from inflected(word, language)


def parts(text: str, language: str) -> Iterable[str]:
    """The words of a text as ``inflected`` takes them.

    They have their accents where the language has a stemmer, which needs them. Else
    they are folded.
    """
    if facts(language).stemmer and not _ARABIC_LETTER.search(text):
        return _RUN.findall(unicodedata.normalize("NFKC", text).lower())
    return words(fold(text))


@cache
def inflected(word: str, language: str) -> tuple[tuple[str, str], ...]:
    """A word of ``parts`` as its folded form and its stem.

    The inflections of a word have one stem. A word of an unspaced script may give
    several pairs, and so may one with figures. There each form is its own stem.

    >>> inflected("protections", "en")
    (('protections', 'protect'),)
    """
    form = fold(word)
    if is_unspaced(form) or not form.isalpha():
        return tuple((piece, piece) for piece in words(form))
    if _ARABIC_LETTER.match(form):
        short = bare(form)
        return ((short, _arabic_stem(short)),)
    language_facts = facts(language)
    stemmer = language_facts.stemmer
    if not stemmer or not stemmer.begins.match(form):
        return ((form, form),)
    spelled = word
    for pattern, replacement in stemmer.before:
        spelled = pattern.sub(replacement, spelled)
    stem = fold(_stemmer(stemmer.name).stemWord(spelled))
    return ((form, language_facts.irregular.get(stem, stem)),)


def bare(form: str) -> str:
    """A folded word without the prefixes of ``CLITICS``.

    In Arabic they are conjunction, preposition and article.

    >>> bare("والضحايا")
    'ضحايا'
    """
    for letters, rounds in _CLITICS:
        if letters.match(form):
            for prefixes, least in rounds:
                form = _without_prefix(form, prefixes, least)
    return form


def loosened(form: str) -> str:
    """A folded word without its first letter, where that may be a prefix (``LOOSE``).

    It is empty where the word begins with no such letter, or is too short.

    >>> loosened("لضحايا")
    'ضحايا'
    >>> loosened("victim")
    ''
    """
    for letters, rounds in _LOOSE:
        if not letters.match(form):
            continue
        for prefixes, least in rounds:
            if form[0] in prefixes and len(form) > least:
                return form[1:]
        return ""
    return ""


def _without_prefix(form: str, prefixes: tuple[str, ...], least: int) -> str:
    """A word without the first of some prefixes that leaves ``least`` letters or more."""
    for prefix in prefixes:
        if form.startswith(prefix) and len(form) - len(prefix) >= least:
            return form[len(prefix) :]
    return form


def _arabic_stem(form: str) -> str:
    """The stem of a folded Arabic word without prefixes.

    >>> _arabic_stem("ضحايا") == _arabic_stem("ضحيه")
    True
    """
    if form in ar.LANGUAGE.irregular:
        return _arabic_stem(ar.LANGUAGE.irregular[form])
    for suffix in ar.LANGUAGE.endings:
        if form.endswith(suffix) and len(form) - len(suffix) >= 3:
            stem = form[: -len(suffix)]
            # The ending of an adjective comes before that of a number or case (منزليين).
            if stem.endswith("ي") and len(stem) > 3:
                return stem[:-1]
            return stem
    if form.endswith("ه") and len(form) > 2:
        return form[:-1]
    return form


def is_unspaced(text: str) -> bool:
    """Whether a text begins in a script without spaces between words."""
    return bool(_UNSPACED.match(text))


@cache
def _stemmer(name: str) -> Stemmer:
    """The stemmer of Snowball with a name; it takes a while to load."""
    return Stemmer(name)


@cache
def idle(language: str) -> frozenset[str]:
    """Folded words of a language that say nothing of what a text is about.

    They are not in the index, and a query loses nothing without them.
    """
    return frozenset(facts(language).idle.split())


_Rounds = tuple[tuple[tuple[str, ...], int], ...]
"""Rounds of prefixes (``Clitics.rounds``)."""


def _patterns(clitics: Iterable[Clitics]) -> list[tuple[re.Pattern[str], _Rounds]]:
    """Prefixes by a pattern that fits the first letter of a word in their script."""
    return [
        (re.compile(f"[{prefixes.letters}]"), prefixes.rounds) for prefixes in clitics
    ]


_CLITICS = _patterns(CLITICS)
_LOOSE = _patterns(LOOSE)


def for_script() -> dict[str, object]:
    """What the script of the site reads of all this.

    It is the value of ``language`` in the core of an index.

    ``letters``: {letter: what it is folded to}.
    ``unspaced``: characters, for a class of a regular expression.
    ``particles``: characters.
    ``clitics`` and ``loose``: [[letters, [[prefixes, letters left at least], …]], …].
    ``alike``: pairs of strings of letters.
    ``numerals``: those from 1 to 9, and the ten.
    ``articles``: the words of ``Language.article_words``, of all languages.
    """
    article_words = {
        word for language in KNOWN.values() for word in language.article_words
    }
    return {
        "letters": LETTERS,
        "unspaced": UNSPACED,
        "particles": PARTICLES,
        "clitics": [[clitics.letters, clitics.rounds] for clitics in CLITICS],
        "loose": [[clitics.letters, clitics.rounds] for clitics in LOOSE],
        "alike": ALIKE,
        "numerals": NUMERALS + TEN,
        "articles": sorted(article_words),
    }
