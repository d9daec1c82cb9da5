"""What is said to editors, in one language: messages, remedies and rules, from a catalog
of their own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from generators.corpus import cldr, interface
from generators.text import gettext_files
from generators.text.gettext_files import Catalog
from generators.text.problems import Problem
from generators.text.sayings import Find, Saying, translated


def of_locale(environment: Mapping[str, str]) -> str:
    """The language of a terminal, as its environment says it; English where the site does
    not speak it.
    """
    named = (environment.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG"))
    tag = (
        next((each for each in named if each), "")
        .partition(".")[0]
        .partition("_")[0]
        .lower()
    )
    return tag if tag in cldr.LANGUAGES else cldr.LANGUAGES[0]


def in_locale(problems: Iterable[Problem]) -> list[Problem]:
    """Findings in the language of the terminal, for the project in whose folder this
    runs.
    """
    find = opened(Path.cwd(), of_locale(os.environ))
    return [each.told(find) for each in problems]


def told(sentence: Saying) -> str:
    """A sentence in the language of the terminal."""
    return translated(sentence, opened(Path.cwd(), of_locale(os.environ)))


def opened(root: Path, language: str) -> Find:
    """Finds what is said in a language, for the project in ``root``; a catalog that
    cannot be read says nothing.
    """
    found, _ = interface.read(root, (language,), folder=interface.MESSAGES)
    return finder(found.get(language), language)


def finder(catalog: Catalog | None, language: str) -> Find:
    """Finds templates in a catalog, in the form that goes with a number; what is not
    translated, or was translated of another template, is an empty text.
    """

    def find(template: str, number: int | None) -> str:
        found = catalog.find(template) if catalog else None
        if not found or found.state == gettext_files.STALE:
            return ""
        if number is None or not found.plural:
            return found.text
        return cldr.plural_text(found.plural, number, language)

    return find
