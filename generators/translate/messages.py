"""What is said to editors, in one language: messages, remedies and rules.

They have a catalog of their own.
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
from generators.translate import texts


def of_locale(environment: Mapping[str, str]) -> str:
    """The language of a terminal, by its environment; English where we do not have it.

    >>> of_locale({"LANG": "en_GB.UTF-8"}), of_locale({"LANG": "sv_SE"})
    ('en', 'en')
    """
    values = (environment.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, values), "")
    tag = locale.partition(".")[0].partition("_")[0].lower()
    return tag if tag in cldr.LANGUAGES else cldr.LANGUAGES[0]


def in_locale(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the language of the terminal, for the project in the working folder."""
    find = opened(Path.cwd(), of_locale(os.environ))
    return [problem.translated(find) for problem in problems]


def in_terminal_language(sentence: Saying) -> str:
    """A sentence in the language of the terminal."""
    return translated(sentence, opened(Path.cwd(), of_locale(os.environ)))


def opened(root: Path, language: str) -> Find:
    """What finds messages in a language, for the project in ``root``.

    It finds nothing in a catalog that cannot be read.
    """
    catalogs, _ = interface.read(root, (language,), folder=interface.MESSAGES)
    return finder(catalogs.get(language), language)


def finder(catalog: Catalog | None, language: str) -> Find:
    """What finds the translation of a template, in the form that goes with a number.

    It gives an empty text where there is no translation, or a stale one. Its signs are
    those of the language, such as the narrow blank before a French semicolon.
    """

    def find(template: str, number: int | None) -> str:
        entry = catalog.find(template) if catalog else None
        if not entry or entry.state == gettext_files.STALE:
            return ""
        if number is None or not entry.plural:
            return texts.shown(entry.text, language)
        text = cldr.plural_text(entry.plural, number, language)
        return texts.shown(text, language)

    return find
