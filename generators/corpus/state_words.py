"""What readers type for a State beside the name that the site shows: CLDR's name where
the United Nations have another, initials, short and former names, its capital and large
cities.

From CLDR (Babel) where it has them, its cities from the names of time zones; else from
``typed`` in ``vocabulary/states.yml``. Knows no page and no index.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.corpus.memo import once
from generators.model.vocabulary import StateWords

FEW = 9
"""A State with more time zones than this is known by the cities that stand for a zone of
their own.
"""
_BRACKETS = re.compile(r"[()（）]")
_WORD = re.compile(r"[^\W\d_]+")


def names(corpus: Corpus, code: str, language: str) -> tuple[str, ...]:
    """Further names of a State in a language, with and without what stands in brackets,
    each once.
    """
    typed = (
        name for each in _typed(corpus, code) for name in each.names.get(language, ())
    )
    here = cldr.name(code, language, corpus.vocabularies.state_names)
    initials = _all_initials(corpus, language).get(code)
    found = [*_of_cldr(code, language), *typed, *((initials,) if initials else ())]
    return tuple(
        dict.fromkeys(name for each in found for name in _parts(each) if name != here)
    )


def cities(corpus: Corpus, code: str, language: str) -> tuple[str, ...]:
    """The capital and large cities of a State in a language, as far as any source has
    them.
    """
    typed = (
        name for each in _typed(corpus, code) for name in each.cities.get(language, ())
    )
    zones = (
        name
        for name in _of_zones(code, language)
        if name not in _state_names(corpus, language)
    )
    return tuple(dict.fromkeys((*zones, *typed)))


def _typed(corpus: Corpus, code: str) -> tuple[StateWords, ...]:
    return corpus.vocabularies.state_words.get(code, ())


@once
def _state_names(corpus: Corpus, language: str) -> frozenset[str]:
    known = corpus.vocabularies.state_names
    return frozenset(cldr.name(code, language, known) for code in corpus.all_states)


def _of_cldr(code: str, language: str) -> Iterator[str]:
    """CLDR's names in each norm of a language."""
    short = cldr.alpha2(code)
    for locale in (cldr.locale(language), Locale.parse(language, sep="-")):
        if short and short in locale.territories:
            yield locale.territories[short]


def _parts(name: str) -> list[str]:
    """The names that stand in and before brackets: Myanmar (Burma)."""
    return [part.strip() for part in _BRACKETS.split(name) if len(part.strip()) > 1]


@once
def _all_initials(corpus: Corpus, language: str) -> Mapping[str, str]:
    """The initials of States whose names have three words with a meaning or more (RDC,
    ОАЭ), by code; those that several share are no name, nor is what stands for another
    State.
    """
    known = corpus.vocabularies.state_names
    found = {
        code: _initials(cldr.name(code, language, known)) for code in corpus.all_states
    }
    shared = Counter(found.values())
    return {
        code: text
        for code, text in found.items()
        if text and shared[text] == 1 and (text == code or text not in found)
    }


def _initials(name: str) -> str:
    """The first letters of the words of a name that are longer than a particle, as
    capitals.
    """
    words = [word for word in _WORD.findall(name) if len(word) > 3]
    return (
        "".join(word[0] for word in words).upper()
        if len(words) > 2 and words[0][0].isupper()
        else ""
    )


@cache
def _zones() -> Mapping[str, tuple[str, ...]]:
    """Time zones by alpha-2 code."""
    every = sorted(get_global("zone_territories").items())
    found = grouped(
        (territory, zone) for zone, territory in every if zone.count("/") == 1
    )
    main = frozenset(get_global("windows_zone_mapping").values())
    return {
        territory: zones
        if len(zones) <= FEW
        else tuple(zone for zone in zones if zone in main)
        for territory, zones in found.items()
    }


@cache
def _of_zones(code: str, language: str) -> tuple[str, ...]:
    """The cities by which CLDR names the time zones of a State. In a script of its own a
    language has a name for each; where letters are Latin, the name of the zone is the
    city's.
    """
    known = cldr.locale(language).time_zones
    latin = cldr.locale(language).territories["DE"][0].isascii()
    found = []
    for zone in _zones().get(cldr.alpha2(code) or "", ()):
        city = known.get(zone, {}).get("city")
        if city or latin:
            found.append(city or zone.partition("/")[2].replace("_", " "))
    return tuple(found)
