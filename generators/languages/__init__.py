"""The languages of the site: each has a file with all that the program has to know of it.

To add a language, copy the file of the nearest one here; ``language.py`` explains its
fields. Add its tag to ``LANGUAGES`` and its entry to ``mkdocs.yml``. Then ``compendium
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
"""The languages of the site, in the order of the menu; the first is the default, whose
pages have no folder of their own.
"""

KNOWN: Mapping[str, Language] = {
    tag: import_module(f"{__name__}.{tag.replace('-', '_').lower()}").LANGUAGE
    for tag in LANGUAGES
}


@cache
def facts(tag: str) -> Language:
    """What is known of a language, by its tag. It need not have a file here.

    A tag such as ``zh-Hant`` has the facts of its language, but a norm of its own. CLDR
    and gettext know it.
    """
    language = KNOWN.get(tag.partition("-")[0])
    if tag in KNOWN or language is None:
        return KNOWN.get(tag) or Language(norm=tag, dates=tag)
    return replace(language, norm=tag, dates=tag, plurals="")
