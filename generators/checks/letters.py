"""Letters that the PDFs could not show, found where they were typed: one that no font has
would stop a volume long after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from generators.checks.rules import File, files, rule, rules_of
from generators.checks.translations import held, interface
from generators.corpus import fonts
from generators.corpus.corpus import Corpus
from generators.model.fields import Address, LanguageTag, Loc, Plain, Prose, walk
from generators.text.gettext_files import Catalog
from generators.text.problems import Problem
from generators.text.sayings import say, say_n

_SHOWN = (Prose, Plain, Address)


class Shown(NamedTuple):
    """A text that is published, with an uncommon letter; ``problem`` makes a problem
    there of its words.
    """

    text: str
    problem: Callable[[str, str], Problem]


def shown(corpus: Corpus) -> Iterator[Shown]:
    """Every published text of records, catalogs and the interface that has an uncommon
    letter.
    """
    for file in files(corpus):
        if fonts.uncommon(file.source.letters):
            yield from _of_file(file)
    lines = (
        (line for here in held(corpus) for line in here.lines)
        if _any(corpus.library.catalogs)
        else ()
    )
    for line in (*lines, *(interface(corpus) if _any(corpus.library.interface) else ())):
        if fonts.uncommon(line.said):
            yield Shown(line.said, line.problem)


@rule(shown)
def letter_font(_: Corpus, found: Shown) -> Iterator[Problem]:
    """Every letter that is published is in a font of the PDFs."""
    if missing := fonts.missing(found.text):
        named = ", ".join(f"'{letter}' (U+{ord(letter):04X})" for letter in missing)
        message = say_n(
            "a letter that no font of the PDFs has: {letters}",
            "letters that no font of the PDFs has: {letters}",
            len(missing),
            letters=named,
        )
        hint = say("write it otherwise, or add a font to generators/corpus/fonts.py")
        yield found.problem(message, hint)


def _any(catalogs: Mapping[Any, Catalog]) -> bool:
    return any(fonts.uncommon(catalog.letters) for catalog in catalogs.values())


def _of_file(file: File) -> Iterator[Shown]:
    for loc, mark, value in walk(file.model, file.loc):
        if file.name == "vocabulary/strengths" and loc[-1] == "sign":
            continue  # drawn on paper
        if isinstance(mark, _SHOWN):
            yield Shown(value, partial(file.problem, loc))
        elif isinstance(mark, LanguageTag) and loc[-1] == value:  # texts by language
            yield from (
                Shown(text, partial(file.problem, where))
                for where, text in _typed(file, loc)
            )


def _typed(file: File, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """The texts at a place of a file, as they were typed."""
    value = file.source.at(loc)
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, Mapping):
        yield from (
            ((*loc, key), text) for key, text in value.items() if isinstance(text, str)
        )


RULES = rules_of(globals())
