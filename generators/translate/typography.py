"""Signs that a language sets otherwise than they are typed: spaces that do not break and apostrophes in
French, dashes in Russian, numbers of acts in Arabic. Catalogs hold what a keyboard has; everything that is
shown passes here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

_NARROW, _WIDE = "\u202f", "\u00a0"
_FRENCH = (
    (re.compile(r"(?<=\w)'(?=\w)"), "\u2019"),
    (re.compile(r"[ \u00a0](?=[;!?])"), _NARROW),
    (re.compile(r" (?=[:»])"), _WIDE),
    (re.compile(r"(?<=«) "), _WIDE),
    (re.compile(r"(?<=\bn°) (?=\d)"), _WIDE),
    (re.compile(r"(?<=\d) (?=(?:ans?|mois|jours?|heures?)\b)"), _WIDE),
)
_ACT = re.compile(r"(?<![\w/])\d[\d/.-]*/[A-Z]{1,4}\b(?![/\w])")
"""A number such as 2011/36/EU, whose parts a right-to-left line would put in the other order."""


def _french(text: str) -> str:
    for sign, instead in _FRENCH:
        text = sign.sub(instead, text)
    return text


def _arabic(text: str) -> str:
    return _ACT.sub(lambda act: f"\u2066{act[0]}\u2069", text)


def _russian(text: str) -> str:
    return re.sub(r"(?<=\b\d{4})-(?=\d{4}\b)", "–", text.replace(" - ", " — "))


_BY_LANGUAGE: Mapping[str, Callable[[str], str]] = {"fr": _french, "ar": _arabic, "ru": _russian}


@lru_cache(maxsize=50_000)
def shown(text: str, language: str) -> str:
    """A text of a language as it is shown."""
    return _BY_LANGUAGE[language](text) if language in _BY_LANGUAGE else text
