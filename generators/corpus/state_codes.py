"""The codes of States, from CLDR (Babel).

Records hold ISO 3166-1 alpha-3 codes; CLDR names territories by alpha-2. Its own table of
aliases leads from one to the other.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

_NOT_ISO = frozenset(
    {"ANT", "BUR", "DDR", "FXX", "NTZ", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"}
    | {"QUU", "XAA", "XBB", "XKK", "ZZZ"}
)
"""Codes that CLDR still reads and that ISO 3166-1 has withdrawn, or never had."""

_ALPHA3 = re.compile("[A-Z]{3}")


@cache
def alpha2(code: str) -> str | None:
    """The alpha-2 code of an alpha-3 code; None where ISO 3166-1 has no such code.

    >>> alpha2("BEN"), alpha2("XYZ")
    ('BJ', None)
    """
    if not _ALPHA3.fullmatch(code):
        return None
    names = Locale("en").territories
    for alias in get_global("territory_aliases").get(code, ()):
        if len(alias) == 2 and alias in names:
            return str(alias)
    return None


@cache
def every_code() -> tuple[str, ...]:
    """All alpha-3 codes that CLDR knows."""
    return tuple(sorted(code for code in get_global("territory_aliases") if alpha2(code)))


@cache
def official_languages(code: str) -> frozenset[str]:
    """The languages (two letters) that a State uses for official purposes, by its alpha-3
    code.

    Those of a region of it are among them. It is empty where CLDR does not know.
    """
    short = alpha2(code)
    tags = get_official_languages(short, regional=True, de_facto=True) if short else ()
    return frozenset(tag.partition("_")[0] for tag in tags)


def is_state(code: str) -> bool:
    """Whether a text is the code of a State today."""
    return alpha2(code) is not None and code not in _NOT_ISO
