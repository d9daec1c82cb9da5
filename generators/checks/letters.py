"""Letters that the PDFs could not show, reported where they were typed.

A letter that no font has would stop a volume only much later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from generators.checks.rules import File, files, rule, rules_of
from generators.checks.translations import ShownTranslation, folder_catalogs, interface
from generators.corpus import fonts
from generators.corpus.corpus import Corpus
from generators.model.fields import Address, LanguageTag, Loc, Plain, Prose, walk
from generators.text.gettext_files import Catalog
from generators.text.problems import Problem
from generators.text.sayings import say, say_n

_SHOWN = (Prose, Plain, Address)


class Shown(NamedTuple):
    """A text that is published, with an uncommon letter."""

    text: str
    problem: Callable[[str, str], Problem]
    """Makes a problem at its place, of a message and a remedy."""


def shown(corpus: Corpus) -> Iterator[Shown]:
    """Every published text of records, catalogs and the interface that has an uncommon
    letter.
    """
    for file in files(corpus):
        if fonts.uncommon(file.source.letters):
            yield from _texts_of_file(file)
    if _any_uncommon(corpus.library.catalogs):
        for catalog in folder_catalogs(corpus):
            yield from _uncommon_lines(catalog.lines)
    if _any_uncommon(corpus.library.interface):
        yield from _uncommon_lines(interface(corpus))


def _uncommon_lines(lines: Iterable[ShownTranslation]) -> Iterator[Shown]:
    """The translations that have an uncommon letter."""
    for line in lines:
        if fonts.uncommon(line.translation):
            yield Shown(line.translation, line.problem)


@rule(shown)
def letter_font(_: Corpus, published: Shown) -> Iterator[Problem]:
    """Every letter that is published is in a font of the PDFs."""
    if missing := fonts.missing(published.text):
        named = ", ".join(f"'{letter}' (U+{ord(letter):04X})" for letter in missing)
        message = say_n(
            "a letter that no font of the PDFs has: {letters}",
            "letters that no font of the PDFs has: {letters}",
            len(missing),
            letters=named,
        )
        hint = say("write it otherwise, or add a font to generators/corpus/fonts.py")
        yield published.problem(message, hint)


def _any_uncommon(catalogs: Mapping[Any, Catalog]) -> bool:
    """Whether any of some catalogs has an uncommon letter."""
    return any(fonts.uncommon(catalog.letters) for catalog in catalogs.values())


def _texts_of_file(file: File[Any]) -> Iterator[Shown]:
    """The published texts of a file."""
    for loc, mark, value in walk(file.model, file.loc):
        if file.name == "vocabulary/strengths" and loc[-1] == "sign":
            continue  # drawn on paper
        if isinstance(mark, _SHOWN):
            yield Shown(value, partial(file.problem, loc))
        elif isinstance(mark, LanguageTag) and loc[-1] == value:  # texts by language
            for where, text in _typed(file, loc):
                yield Shown(text, partial(file.problem, where))


def _typed(file: File[Any], loc: Loc) -> Iterator[tuple[Loc, str]]:
    """The texts at a place of a file, as they were typed."""
    value = file.source.at(loc)
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, Mapping):
        for key, text in value.items():
            if isinstance(text, str):
                yield (*loc, key), text


RULES = rules_of(globals())
