"""Translations that say what another one says: a translation that slipped to its
neighbour is seen at once.

Two English texts without a word in common may have the same translation only where one
word means both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, partial
from itertools import combinations
from typing import NamedTuple

from generators.checks.rules import CorpusPart, WalkInParts, digest_of, rule
from generators.checks.translations import FolderCatalog, folder_catalogs
from generators.corpus.corpus import Corpus
from generators.languages import facts
from generators.text import gettext_files
from generators.text.gettext_files import Catalog, Translation
from generators.text.problems import Problem
from generators.text.sayings import say

ONE_WORD = {
    "English has two words for one thing": (
        *(("day", "Date"), ("day", "Dates"), ("Date", "Day"), ("Dates", "Day")),
        *(("{n} row", "{n} line"), ("How sure it is", "Confidence"), ("Body", "Organ")),
        *(
            ("Since", "Begins"),
            ("States", "Country"),
            ("State", "Country"),
            ("Provisions", "Refs"),
        ),
        *(("leave it out", "remove it"), ("take it out here", "remove it here")),
        ("To be transposed by", "to be in national law by"),
        ("Transposition due", "to be in national law by"),
    ),
    "the language has one word for two things": (
        *(
            ("Home", "Begins"),
            ("Instruments", "Documents"),
            ("Files", "Documents"),
            ("List", "Menu"),
        ),
        ("Only for children", "Only for women and girls"),
        *(("Is to be superseded by", "Is to be amended by"), ("Today", "Day")),
        *(("Observation", "Note"), ("Announcement", "Declaration"), ("Add", "Added")),
    ),
}
"""Pairs of English texts that may have the same translation: why, and which."""

_ALLOWED = frozenset(frozenset(pair) for pairs in ONE_WORD.values() for pair in pairs)
_NEAR = 5
"""How far apart two neighbours are at most."""
_FEWEST = 3
"""How many words a translation has at least that can be like another."""
_ALIKE = 0.6
"""Which share of all their words two translations have in common that are alike."""
_INITIALS = re.compile("[A-Z]{2}")
"""A name in initials, which another language says in words."""


class Pair(NamedTuple):
    """An English text and its translation in a catalog."""

    text: str
    translation: str
    entry: Translation


_NAMES = ("references", "places")
"""The lists of names: of units of a text, of which a language may have fewer, and of
cities.
"""


def _pairs(catalog: Catalog) -> list[Pair]:
    """What a catalog says today, in its order; plural forms are one."""
    pairs = []
    for (context, text), entry in catalog.entries.items():
        translation = entry.text or " | ".join(entry.plural)
        is_stale = entry.state == gettext_files.STALE
        if translation and not is_stale and context not in _NAMES:
            pairs.append(Pair(text, translation, entry))
    return pairs


class OfCatalog(NamedTuple):
    """A catalog of the interface with all that it says."""

    catalog: Catalog
    pairs: list[Pair]


def _read(catalog: Catalog) -> Iterator[OfCatalog]:
    """A catalog with its pairs, as the one thing of its part."""
    yield OfCatalog(catalog, _pairs(catalog))


def _catalogs(corpus: Corpus) -> Iterator[CorpusPart[OfCatalog]]:
    """The catalogs of the interface and of messages, each a part."""
    for catalog in (
        *corpus.library.interface.values(),
        *corpus.library.messages.values(),
    ):
        yield CorpusPart(digest_of([catalog]), partial(_read, catalog))


@rule(WalkInParts(_catalogs))
def interface_repeats(_: Corpus, catalog_pairs: OfCatalog) -> Iterator[Problem]:
    """A translation of the interface does not repeat that of a text without an English
    word in common.
    """
    yield from _repeated(catalog_pairs.catalog, catalog_pairs.pairs)


@rule(folder_catalogs)
def translation_repeats(_: Corpus, translated: FolderCatalog) -> Iterator[Problem]:
    """A translation of a record's text does not repeat that of a text without an English
    word in common.
    """
    english = {line.text for line in translated.lines if line.source_language == "en"}
    yield from _repeated(
        translated.catalog,
        [pair for pair in _pairs(translated.catalog) if pair.text in english],
    )


def _repeated(catalog: Catalog, pairs: list[Pair]) -> Iterator[Problem]:
    """Translations that are the same, or like a neighbour's, of texts that are not."""
    by_translation: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_translation[pair.translation.strip().casefold()].append(pair)
    for same in by_translation.values():
        for first, second in combinations(same, 2):
            if _unlike(first.text, second.text):
                yield _problem(catalog, first, second)
    language = catalog.language
    for place, first in enumerate(pairs):
        for second in pairs[place + 1 : place + 1 + _NEAR]:
            with_initials = _INITIALS.search(first.text) or _INITIALS.search(second.text)
            if with_initials:
                continue
            alike = _are_alike(first.translation, second.translation, language)
            if alike and _unlike(first.text, second.text):
                yield _problem(catalog, first, second)


def _problem(catalog: Catalog, first: Pair, second: Pair) -> Problem:
    """The problem that the second of two pairs has the translation of the first."""
    message = say("says what '{text}' says", text=first.text[:40])
    hint = say("translate it again")
    line = second.entry.line
    return Problem(catalog.path, line, second.text[:40], message, hint)


def _unlike(first: str, second: str) -> bool:
    """Whether two English texts have words, and none in common."""
    first_stems = _stems(first)
    second_stems = _stems(second)
    if not first_stems or not second_stems:
        return False
    is_allowed = frozenset((first, second)) in _ALLOWED
    return first_stems.isdisjoint(second_stems) and not is_allowed


@cache
def _idle() -> frozenset[str]:
    """The English words that say nothing of what a text is on."""
    return frozenset(facts("en").idle.split())


@cache
def _stems(text: str) -> frozenset[str]:
    """How the words of an English text begin that say what it is on."""
    words = re.findall(r"[a-z]{2,}", text.lower())
    return frozenset(word[:4] for word in words if word not in _idle())


def _are_alike(first: str, second: str, language: str) -> bool:
    """Whether two translations have most of their words in common, but are not equal."""
    first_words = _words(first, language)
    second_words = _words(second, language)
    if min(len(first_words), len(second_words)) < _FEWEST:
        return False
    if first.strip().casefold() == second.strip().casefold():
        return False
    common = len(first_words & second_words)
    return common >= _ALIKE * len(first_words | second_words)


@cache
def _words(translation: str, language: str) -> frozenset[str]:
    """The words of a translation of more than two letters.

    In a language without blanks between words, they are all pairs of neighbour letters.
    """
    if facts(language).spaced:
        words = re.findall(r"\w+", translation.lower())
        return frozenset(word for word in words if len(word) > 2)
    letters = re.sub(r"[\W\d_]+", "", translation)
    return frozenset(letters[place : place + 2] for place in range(len(letters) - 1))
