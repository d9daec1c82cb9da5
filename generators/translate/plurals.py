"""The plural rules of catalogs: how many forms a language has, and which number takes which."""

from __future__ import annotations

from babel.messages.plurals import get_plural

# Babel numbers the last two Arabic forms the other way round than CLDR orders its categories, which
# ``Localizer`` follows: many (11 to 99), other.
_OURS = {
    "pt": "nplurals=2; plural=(n != 1);",  # the European norm, not gettext's Brazilian one
    "ar": (
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
    ),
}


def number(language: str) -> int:
    """How many plural forms a language has; raises ValueError for a tag that is none."""
    return get_plural(language.replace("-", "_")).num_plurals


def formula(language: str) -> str:
    """The rule as the head of a catalog says it (``nplurals=2; plural=(n > 1);``); raises ValueError for a
    tag that is none.
    """
    return _OURS.get(language) or get_plural(language.replace("-", "_")).plural_forms
