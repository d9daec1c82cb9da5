"""What readers type for a State that is not the name that the site shows.

These are CLDR's name where the United Nations have another, initials, short and former
names, its capital and large cities. They come from CLDR (Babel) where it has them. Cities
come from the names of time zones. All others are under ``typed`` in
``vocabulary/states.yml``. The module knows no page and no index.
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
    """Further names of a State in a language, with and without what is in brackets, each
    once.
    """
    typed = (
        name for words in _typed(corpus, code) for name in words.names.get(language, ())
    )
    shown_name = cldr.name(code, language, corpus.vocabularies.state_names)
    all_names = [*_names_of_cldr(code, language), *typed]
    initials = _all_initials(corpus, language).get(code)
    if initials:
        all_names.append(initials)
    parts = [part for name in all_names for part in _parts(name)]
    return tuple(dict.fromkeys(part for part in parts if part != shown_name))


def cities(corpus: Corpus, code: str, language: str) -> tuple[str, ...]:
    """The capital and large cities of a State in a language, as far as any source has
    them.
    """
    typed = (
        name for words in _typed(corpus, code) for name in words.cities.get(language, ())
    )
    zones = (
        name
        for name in _cities_of_zones(code, language)
        if name not in _state_names(corpus, language)
    )
    return tuple(dict.fromkeys((*zones, *typed)))


def _typed(corpus: Corpus, code: str) -> tuple[StateWords, ...]:
    """What the vocabulary has for a State (alpha-3 code)."""
    return corpus.vocabularies.state_words.get(code, ())


@once
def _state_names(corpus: Corpus, language: str) -> frozenset[str]:
    """The names of all States of the corpus in a language."""
    known = corpus.vocabularies.state_names
    return frozenset(cldr.name(code, language, known) for code in corpus.all_states)


def _names_of_cldr(code: str, language: str) -> Iterator[str]:
    """CLDR's names in each norm of a language."""
    short = cldr.alpha2(code)
    for locale in (cldr.locale(language), Locale.parse(language, sep="-")):
        if short and short in locale.territories:
            yield locale.territories[short]


def _parts(name: str) -> list[str]:
    """The names in and before brackets.

    >>> _parts("Myanmar (Burma)")
    ['Myanmar', 'Burma']
    """
    return [part.strip() for part in _BRACKETS.split(name) if len(part.strip()) > 1]


@once
def _all_initials(corpus: Corpus, language: str) -> Mapping[str, str]:
    """The initials of States whose names have three words with a meaning or more (RDC,
    ОАЭ), by code.

    Initials that several States share are left out, and those that are the code of
    another State.
    """
    known = corpus.vocabularies.state_names
    initials = {
        code: _initials(cldr.name(code, language, known)) for code in corpus.all_states
    }
    shared = Counter(initials.values())

    def is_clear(code: str, text: str) -> bool:
        return shared[text] == 1 and (text == code or text not in initials)

    return {
        code: text for code, text in initials.items() if text and is_clear(code, text)
    }


def _initials(name: str) -> str:
    """The first letters of the words of a name, as capitals.

    Words of at most three letters do not count. It is empty where fewer than three words
    are left.

    >>> _initials("Central African Republic"), _initials("South Africa")
    ('CAR', '')
    """
    words = [word for word in _WORD.findall(name) if len(word) > 3]
    if len(words) > 2 and words[0][0].isupper():
        return "".join(word[0] for word in words).upper()
    return ""


@cache
def _zones() -> Mapping[str, tuple[str, ...]]:
    """Time zones (``Africa/Porto-Novo``) by alpha-2 code; of many, the main ones."""
    pairs = sorted(get_global("zone_territories").items())
    by_territory = grouped(
        (territory, zone) for zone, territory in pairs if zone.count("/") == 1
    )
    main = frozenset(get_global("windows_zone_mapping").values())
    zones = {}
    for territory, own in by_territory.items():
        if len(own) > FEW:
            own = tuple(zone for zone in own if zone in main)
        zones[territory] = own
    return zones


@cache
def _cities_of_zones(code: str, language: str) -> tuple[str, ...]:
    """The cities by which CLDR names the time zones of a State.

    In a script of its own a language has a name for each. Where letters are Latin, the
    name of the zone is the city's.
    """
    known = cldr.locale(language).time_zones
    latin = cldr.locale(language).territories["DE"][0].isascii()
    cities = []
    for zone in _zones().get(cldr.alpha2(code) or "", ()):
        city = known.get(zone, {}).get("city")
        if city or latin:
            cities.append(city or zone.partition("/")[2].replace("_", " "))
    return tuple(cities)
