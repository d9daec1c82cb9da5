"""What texts may hold: no markup but emphasis and links in summaries, no address that runs something, no more
words than a reader has time for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.checks.places import broken
from generators.checks.rules import Value, rule, rules_of, values
from generators.corpus.corpus import Corpus
from generators.model.fields import Prose
from generators.text import commonmark
from generators.text.problems import Problem
from generators.text.sayings import say, say_n

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@rule("A link in a summary leads to an http or https address.", values, Prose)
def link_address(_: Corpus, found: Value) -> Iterator[Problem]:
    for target in bad_links(found.value) if found.mark.markdown else ():
        yield found.problem(
            say("a link to '{target}'", target=target[:40]),
            say("expected an address that begins with http:// or https://"),
        )


@rule("A summary holds no CommonMark but emphasis and links.", values, Prose)
def summary_markup(_: Corpus, found: Value) -> Iterator[Problem]:
    if found.mark.markdown and (wrong := beside_links(found.value)):
        yield found.problem(*wrong)


@rule("A text keeps to the number of words of its field; two Chinese characters count as one.", values, Prose)
def words(_: Corpus, found: Value) -> Iterator[Problem]:
    limit = found.mark.words
    if limit and len(found.value) > limit and (count := count_words(found.value)) > limit:
        yield found.problem(
            say_n("{n} word", "{n} words", count), say("{limit} at most: shorten it", limit=limit)
        )


def count_words(text: str) -> int:
    """Vocabularies as a reader counts them: what holds a letter or figure between two spaces; two CJK
    characters are one word.
    """
    wide = len(_CJK.findall(text))
    rest = _CJK.sub(" ", text) if wide else text
    return sum(any(map(str.isalnum, word)) for word in rest.split()) + (wide + 1) // 2


def bad_links(text: str) -> list[str]:
    """The targets of links in a CommonMark text that are no http or https addresses."""
    return [target for target in commonmark.links(text) if broken(target)]


def beside_links(text: str) -> tuple[str, str] | None:
    """What is wrong with a summary that holds more than emphasis and links, and the remedy."""
    kinds = commonmark.beside_links(text)
    if not kinds:
        return None
    hint = say("only emphasis and links belong in a summary: write sentences")
    if {"an image", "a definition of a link"} & {*kinds}:
        hint = say("only emphasis and links belong in a summary: write [words](https://…)")
    return say("{kinds}", kinds=tuple(kinds)), hint


RULES = rules_of(globals())
