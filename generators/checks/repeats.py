"""Translations that say what another one says: a translation that slipped to its
neighbour is seen at once.

Two English texts without a word in common may have the same translation only where one
word means both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import combinations
from typing import NamedTuple

from generators.checks.rules import Apart, Part, digest_of, rule
from generators.checks.translations import Held, held
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
_NEAR, _FEWEST, _ALIKE = 5, 3, 0.6
"""How far apart two neighbours are, how many words a translation has that can be like
another, and which share of all their words both then have.
"""
_INITIALS = re.compile("[A-Z]{2}")
"""A name in initials, which another language says in words."""


class Pair(NamedTuple):
    """An English text and its translation in a catalog."""

    text: str
    said: str
    found: Translation


_NAMES = ("references", "places")
"""The lists of names: of units of a text, of which a language may have fewer, and of
cities.
"""


def _pairs(catalog: Catalog) -> list[Pair]:
    """What a catalog says today, in its order; plural forms are one."""
    made = []
    for (context, text), found in catalog.entries.items():
        said = found.text or " | ".join(found.plural)
        if found.state != gettext_files.STALE and said and context not in _NAMES:
            made.append(Pair(text, said, found))
    return made


class OfCatalog(NamedTuple):
    """A catalog of the interface with all that it says."""

    catalog: Catalog
    pairs: list[Pair]


def _read(catalog: Catalog) -> Iterator[OfCatalog]:
    yield OfCatalog(catalog, _pairs(catalog))


def _catalogs(corpus: Corpus) -> Iterator[Part]:
    for catalog in (
        *corpus.library.interface.values(),
        *corpus.library.messages.values(),
    ):
        yield digest_of([catalog]), partial(_read, catalog)


@rule(Apart(_catalogs))
def interface_repeats(_: Corpus, here: OfCatalog) -> Iterator[Problem]:
    """A translation of the interface does not repeat that of a text without an English
    word in common.
    """
    yield from _repeated(here.catalog, here.pairs)


@rule(held)
def translation_repeats(_: Corpus, here: Held) -> Iterator[Problem]:
    """A translation of a record's text does not repeat that of a text without an English
    word in common.
    """
    english = {line.text for line in here.lines if line.source == "en"}
    yield from _repeated(
        here.catalog, [pair for pair in _pairs(here.catalog) if pair.text in english]
    )


def _repeated(catalog: Catalog, pairs: list[Pair]) -> Iterator[Problem]:
    by_said: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_said[pair.said.strip().casefold()].append(pair)
    for same in by_said.values():
        for first, second in combinations(same, 2):
            if _unlike(first.text, second.text):
                yield _problem(catalog, first, second)
    language = catalog.language
    for place, first in enumerate(pairs):
        for second in pairs[place + 1 : place + 1 + _NEAR]:
            with_initials = _INITIALS.search(first.text) or _INITIALS.search(second.text)
            alike = not with_initials and _alike(first.said, second.said, language)
            if alike and _unlike(first.text, second.text):
                yield _problem(catalog, first, second)


def _problem(catalog: Catalog, first: Pair, second: Pair) -> Problem:
    message = say("says what '{text}' says", text=first.text[:40])
    return Problem(
        catalog.path,
        second.found.line,
        second.text[:40],
        message,
        say("translate it again"),
    )


def _unlike(first: str, second: str) -> bool:
    """Whether two English texts have words, and none in common."""
    one, other = _stems(first), _stems(second)
    return (
        bool(one and other)
        and one.isdisjoint(other)
        and frozenset((first, second)) not in _ALLOWED
    )


@cache
def _idle() -> frozenset[str]:
    return frozenset(facts("en").idle.split())


@cache
def _stems(text: str) -> frozenset[str]:
    """How the words of an English text begin that say what it is on."""
    words = re.findall(r"[a-z]{2,}", text.lower())
    return frozenset(word[:4] for word in words if word not in _idle())


def _alike(first: str, second: str, language: str) -> bool:
    """Whether two translations have most of their words in common, and are not the same."""
    one, other = _words(first, language), _words(second, language)
    if (
        min(len(one), len(other)) < _FEWEST
        or first.strip().casefold() == second.strip().casefold()
    ):
        return False
    return len(one & other) >= _ALIKE * len(one | other)


@cache
def _words(said: str, language: str) -> frozenset[str]:
    """The words of a translation; where words have no blanks between them, each two
    letters.
    """
    if facts(language).spaced:
        return frozenset(_longer(re.findall(r"\w+", said.lower())))
    letters = re.sub(r"[\W\d_]+", "", said)
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


def _longer(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if len(word) > 2)
