"""The plural rules of catalogs: how many forms a language has, and which number takes which."""

from __future__ import annotations

from babel.messages.plurals import get_plural

from generators.languages import facts


def number(language: str) -> int:
    """How many plural forms a language has; raises ValueError for a tag that is none."""
    return get_plural(language.replace("-", "_")).num_plurals


def formula(language: str) -> str:
    """The rule as the head of a catalog says it (``nplurals=2; plural=(n > 1);``); raises ValueError for a
    tag that is none.
    """
    return facts(language).plurals or get_plural(language.replace("-", "_")).plural_forms
