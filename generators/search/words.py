"""How a text becomes words that can be compared: no case, no accents, one form of each
Arabic letter, Chinese in pairs of characters.

``fold``, ``words``, ``compounds`` and ``bare`` have twins in the script of the site
(``overrides/assets/javascripts/search/text.js``), which read the same facts
(``for_script``); a test holds them together. Stems are made here only: the index carries
the forms that share one, so that no stemmer runs in the browser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from Stemmer import Stemmer

from generators.languages import KNOWN, ar, facts

UNSPACED = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Characters of scripts without spaces between words, as they stand in a class of a
regular expression.
"""
PARTICLES = "和与及的"
"""Characters of such scripts that two writings of one term may differ in."""
_FIGURES = {chr(base + n): str(n) for base in (0x660, 0x6F0) for n in range(10)}
LETTERS = {**dict(zip("ىةٱیکۀ", "يهايكه", strict=True)), "\u0640": "", **_FIGURES}
"""What a letter or figure is folded to, beside what Unicode says of case and of accents.
"""


_ALL = KNOWN.values()
CLITICS = tuple(clitics for language in _ALL for clitics in language.clitics)
LOOSE = tuple(clitics for language in _ALL for clitics in language.loose)
"""What may be written together with a word, in any language: scripts tell them apart."""
ALIKE = (("abcehkmoptxy", "авсенкмортху"),)
"""Letters of two scripts that look alike, folded, each under the other."""
NUMERALS = "一二三四五六七八九"
"""The numerals from 1 to 9 of unspaced scripts; ``TEN`` counts by ten."""
TEN = "十"

_LETTER = rf"[^\W_{UNSPACED}]"
_RUN = re.compile(rf"[{UNSPACED}]+|{_LETTER}+")
# Looked for at the beginning of a word only, or a long word costs its length squared.
_COMPOUND = re.compile(rf"(?<!{_LETTER}){_LETTER}+(?:[/.()-]+{_LETTER}+)+")
_JOINT = re.compile(r"[/.()-]+")
_ARABIC_LETTER = re.compile(f"[{ar.LETTERS}]")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_CLITICS, _LOOSE = (
    [(re.compile(f"[{each.letters}]"), each.rounds) for each in some]
    for some in (CLITICS, LOOSE)
)
_ARTICLE = re.compile(r"(?<![^\W_])arts?(?:icles?)?\.?\s*")
_PLACE = re.compile(
    r"(?<![^\W_])(\d+|[ivxlc]+(?![^\W\d_]))([a-z]?)(?:\s*-\s*(\d+))?(?![^\W_])"
)
_ASIDE = re.compile(r"\((?![^()]*art)[^()]*\)")


class _Folded(dict[int, int | str | None]):
    """What becomes of a character, found out when it is first met: marks go, variants of
    a letter are one.
    """

    def __missing__(self, code: int) -> int | str | None:
        self[code] = (
            None
            if unicodedata.category(chr(code)).startswith("M")
            else _LETTERS.get(code, code)
        )
        return self[code]


_LETTERS = str.maketrans(LETTERS)
_FOLDED = _Folded()


def fold(text: str) -> str:
    """A text without case, accents, Arabic vowel signs and variants of letters, with
    Western figures.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    return plain.translate(_FOLDED)


def words(folded: str) -> Iterator[str]:
    """The words of a folded text; a run of Chinese characters gives every pair of
    neighbours, and its last character.
    """
    for run in _RUN.findall(folded):
        if is_unspaced(run):
            yield from (run[n : n + 2] for n in range(len(run)))
        else:
            yield run


def compounds(folded: str) -> Iterator[str]:
    """Numbers as they are cited (2011/36/EU, A/RES/55/25, 13(1)(b)), with one sign for
    every joint.
    """
    for found in _COMPOUND.findall(folded):
        if any(c.isdigit() for c in found):
            yield _JOINT.sub("/", found)


def without_compounds(folded: str) -> str:
    """A folded text without the numbers that ``compounds`` finds in it."""
    return _COMPOUND.sub(
        lambda found: " " if any(c.isdigit() for c in found[0]) else found[0], folded
    )


def articles(ref: str) -> Iterator[str]:
    """``art:13`` for each article that a reference names; ranges are filled in."""
    folded = _ASIDE.sub("", fold(ref))
    found = _ARTICLE.search(folded)
    for number, letter, end in _PLACE.findall(folded[found.end() :]) if found else ():
        yield f"art:{number}{letter}"
        if end and number.isdigit() and 0 < int(end) - int(number) < 60:
            yield from (f"art:{n}" for n in range(int(number) + 1, int(end) + 1))


def forms(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Each word of a text as folded form and the stem that inflections share."""
    for word in parts(text, language):
        yield from inflected(word, language)


def parts(text: str, language: str) -> Iterable[str]:
    """The words of a text as a stemmer wants them, with the accents that fold takes away."""
    if facts(language).stemmer and not _ARABIC_LETTER.search(text):
        return _RUN.findall(unicodedata.normalize("NFKC", text).lower())
    return words(fold(text))


@cache
def inflected(word: str, language: str) -> tuple[tuple[str, str], ...]:
    """A word as folded form and stem; of an unspaced script, or with figures in it,
    several.
    """
    form = fold(word)
    if is_unspaced(form) or not form.isalpha():
        return tuple((each, each) for each in words(form))
    if _ARABIC_LETTER.match(form):
        short = bare(form)
        return ((short, _arabic_stem(short)),)
    own = facts(language)
    if own.stemmer and own.stemmer.begins.match(form):
        for sign, instead in own.stemmer.before:
            word = sign.sub(instead, word)
        stem = fold(_stemmer(own.stemmer.name).stemWord(word))
        return ((form, own.irregular.get(stem, stem)),)
    return ((form, form),)


def bare(form: str) -> str:
    """A folded word without conjunction, preposition and article, where its script writes
    them together.
    """
    for letters, rounds in _CLITICS:
        if letters.match(form):
            for prefixes, least in rounds:
                form = _without(form, prefixes, least)
    return form


def loosened(form: str) -> str:
    """A folded word without a letter that may be written together with it; empty where it
    has none.
    """
    for letters, rounds in _LOOSE:
        if letters.match(form):
            return next(
                (
                    form[1:]
                    for each, least in rounds
                    if form[0] in each and len(form) > least
                ),
                "",
            )
    return ""


def _without(form: str, prefixes: tuple[str, ...], least: int) -> str:
    for prefix in prefixes:
        if form.startswith(prefix) and len(form) - len(prefix) >= least:
            return form[len(prefix) :]
    return form


def _arabic_stem(form: str) -> str:
    if form in ar.LANGUAGE.irregular:
        return _arabic_stem(ar.LANGUAGE.irregular[form])
    for suffix in ar.LANGUAGE.endings:
        if form.endswith(suffix) and len(form) - len(suffix) >= 3:
            stem = form[: -len(suffix)]
            # the ending of a number or a case stands behind that of an adjective
            # (منزليين)
            return stem[:-1] if stem.endswith("ي") and len(stem) > 3 else stem
    return form[:-1] if form.endswith("ه") and len(form) > 2 else form


def is_unspaced(text: str) -> bool:
    """Whether a text begins in a script without spaces between words."""
    return bool(_UNSPACED.match(text))


_stemmer = cache(Stemmer)


@cache
def idle(language: str) -> frozenset[str]:
    """Folded words that say nothing about what a text in a language is on: they are not
    indexed, and a query loses nothing without them.
    """
    return frozenset(facts(language).idle.split())


def for_script() -> dict[str, Any]:
    """What the script of the site reads of all this: the value of ``language`` in the
    core of an index.

    ``letters`` {letter: folded}; ``unspaced`` and ``particles`` characters; ``clitics`` a
    list of [letters, [[prefixes, letters left at least], …]], and so ``loose``;
    ``articles`` a list of words as in ``Language.article_words``; ``alike`` pairs of
    strings of letters; ``numerals`` those from 1 to 9, and the ten.
    """
    return {
        "letters": LETTERS,
        "unspaced": UNSPACED,
        "particles": PARTICLES,
        "clitics": [[each.letters, each.rounds] for each in CLITICS],
        "loose": [[each.letters, each.rounds] for each in LOOSE],
        "alike": ALIKE,
        "numerals": NUMERALS + TEN,
        "articles": sorted(
            {word for language in _ALL for word in language.article_words}
        ),
    }
