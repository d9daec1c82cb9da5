"""Which State somebody meant who typed no code of ISO 3166-1: by its name in any language, its two letters,
the beginning of its name, or its name within a longer one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import cache

from generators.corpus import cldr

_NOT_ISO = frozenset(
    {"ANT", "BUR", "DDR", "FXX", "NTZ", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"}
    | {"QUU", "XAA", "XBB", "XKK", "ZZZ"}
)
"""Codes that CLDR still reads and that ISO 3166-1 has withdrawn, or never had."""
_CODE, _NAME = 3, 4
"""The fewest letters that a code and a name are known by."""


def is_state(code: str) -> bool:
    """Whether a text is the code of a State today."""
    return cldr.alpha2(code) is not None and code not in _NOT_ISO


def plain(name: str) -> str:
    """A name without capitals and accents."""
    return cldr.sort_key(name)[0]


def meant(typed: str, more: Mapping[str, str] | None = None) -> str:
    """The code of the one State that is meant, empty where it may be several or none; ``more`` are further
    names, plain, each with its code.
    """
    upper, text, names = typed.upper(), plain(typed), {**_names(), **(more or {})}
    if code := upper if is_state(upper) else _by_alpha2().get(upper) or names.get(text):
        return code
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: len(text) >= _CODE and name.startswith(text),
        lambda name: f" {name} " in f" {text} ",
        lambda name: len(name) >= _NAME and text.startswith(name),
    )
    for way in ways:
        if len(found := {code for name, code in names.items() if way(name)}) == 1:
            return found.pop()
    close = get_close_matches(text, names, n=1, cutoff=0.8) if len(text) > _CODE else ()
    return names[close[0]] if close else ""


@cache
def _by_alpha2() -> dict[str, str]:
    return {short: code for code in cldr.every_code() if is_state(code) and (short := cldr.alpha2(code))}


@cache
def _names() -> dict[str, str]:
    """The codes of States by their names in CLDR, plain; where two are called alike, the first stays."""
    found: dict[str, str] = {}
    for language in cldr.LANGUAGES:
        for code in _by_alpha2().values():
            found.setdefault(plain(cldr.name(code, language, {})), code)
    return found
