"""What texts may hold: no markup but emphasis and links in summaries, no address that runs something, no more
words than a reader has time for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.checks.places import broken
from generators.checks.rules import Value, rule, sources, values
from generators.corpus.corpus import Corpus
from generators.model.fields import Loc, Prose
from generators.text import commonmark
from generators.text.problems import Problem
from generators.text.sources import Data, Source

_AUTOLINK = re.compile(r"<https?://", re.IGNORECASE)
TAG = re.compile(r"<(?=[A-Za-z/!?])")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@rule("markup", "A text holds no raw HTML.", sources)
def markup(_: Corpus, source: Source) -> Iterator[Problem]:
    for loc, text in _texts(source.data):
        if found := TAG.search(text):
            shown = text[found.start() : found.start() + 20]
            hint = "write plain text; a sign '<' stands before a space or a figure"
            if _AUTOLINK.match(text, found.start()):
                hint = (
                    "write a link in a summary as [words](https://…), and name it under 'sources' elsewhere"
                )
            yield source.problem(loc, f"raw HTML ('{shown}')", hint)


@rule("link-address", "A link in a summary leads to an http or https address.", values, Prose)
def link_address(_: Corpus, found: Value) -> Iterator[Problem]:
    for target in bad_links(found.value) if found.mark.markdown else ():
        yield found.problem(
            f"a link to '{target[:40]}'", "expected an address that begins with http:// or https://"
        )


@rule("summary-markup", "A summary holds no CommonMark but emphasis and links.", values, Prose)
def summary_markup(_: Corpus, found: Value) -> Iterator[Problem]:
    if found.mark.markdown and (wrong := beside_links(found.value)):
        yield found.problem(*wrong)


@rule(
    "words",
    "A text keeps to the number of words of its field; two Chinese characters count as one.",
    values,
    Prose,
)
def words(_: Corpus, found: Value) -> Iterator[Problem]:
    limit = found.mark.words
    if limit and len(found.value) > limit and (count := count_words(found.value)) > limit:
        yield found.problem(f"{count} words", f"{limit} at most: shorten it")


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
    instead = "[words](https://…)" if {"an image", "a definition of a link"} & {*kinds} else "sentences"
    return ", ".join(kinds), f"only emphasis and links belong in a summary: write {instead}"


def _texts(data: Data) -> Iterator[tuple[Loc, str]]:
    """Every text of a file that has a '<', published or not, also of files whose model could not be made;
    depth costs no recursion.
    """
    left: list[tuple[Loc, Data]] = [((), data)]
    while left:
        loc, value = left.pop()
        if isinstance(value, str):
            if "<" in value:
                yield loc, value
        else:
            pairs = value.items() if isinstance(value, dict) else enumerate(value)
            left += [((*loc, key), item) for key, item in pairs]


RULES = (markup, link_address, summary_markup, words)
