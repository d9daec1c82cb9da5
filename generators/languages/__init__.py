"""The languages of the site: one file a language holds all that the program has to know
of it.

A further language is a file here (copy the one that is nearest; ``language.py`` says what
each fact is), its tag in ``LANGUAGES``, and its entry in ``mkdocs.yml``; ``compendium
translations update`` makes its catalogs. Names, dates, plural forms and direction come
from CLDR.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module

from generators.languages.language import Language

LANGUAGES = ("en", "ar", "es", "fr", "pt", "ru", "zh")
"""The languages of the site, in the order of the menu; the first is the default and
stands at the root.
"""

KNOWN: Mapping[str, Language] = {
    tag: import_module(f"{__name__}.{tag.replace('-', '_').lower()}").LANGUAGE
    for tag in LANGUAGES
}


@cache
def facts(tag: str) -> Language:
    """What is known of a language, whether or not it has a file here. What has a tag of
    its own, such as ``zh-Hant``, is written as its language is, but CLDR and gettext know
    its norm.
    """
    language = KNOWN.get(tag.partition("-")[0])
    if tag in KNOWN or language is None:
        return KNOWN.get(tag) or Language(norm=tag, dates=tag)
    return replace(language, norm=tag, dates=tag, plurals="")
