"""What every text must be: something that can be read, and no longer than anybody reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generators.checks.rules import Value, rule, rules_of, sources, values
from generators.corpus.corpus import Corpus
from generators.model.fields import (
    Address,
    Code,
    Language,
    Line,
    Loc,
    Note,
    Place,
    Plain,
    Prose,
    Ref,
    Slug,
    State,
)
from generators.text.problems import Problem
from generators.text.sayings import say
from generators.text.sources import Data, Source

TAG = re.compile(r"<(?=[A-Za-z/!?])")
_AUTOLINK = re.compile(r"<https?://", re.IGNORECASE)
_PUNCTUATION = re.compile(r"\s*[.…\-–—_,;:!*+=()][\s.…\-–—_,;:!*+=()]*")
_WORD = re.compile(r"\S{201}")
MOST = {Plain: 500, Language: 500, Prose: 2000, Note: 5000, Address: 2000}
MOST_OTHERWISE = 200
"""How many letters a text has at most, by its mark."""


class Odd(NamedTuple):
    """A text, published or not, or an empty mapping, that is worth a second look: where it stands."""

    source: Source
    loc: Loc
    text: str


def odd(corpus: Corpus) -> Iterator[Odd]:
    """Every text that holds a '<' or begins with no letter or figure, and mappings with nothing in them; of
    files whose model could not be made too. Depth costs no recursion.
    """
    for source in sources(corpus):
        left: list[tuple[Loc, Data]] = [((), source.data)]
        while left:
            loc, value = left.pop()
            if isinstance(value, str):
                if "<" in value or not value[:1].isalnum():
                    yield Odd(source, loc, value)
            elif value == {}:
                yield Odd(source, loc, "{}")
            else:
                pairs = value.items() if isinstance(value, dict) else enumerate(value)
                left += [((*loc, key), item) for key, item in pairs]


@rule("A text holds no raw HTML.", odd)
def markup(_: Corpus, found: Odd) -> Iterator[Problem]:
    if tag := TAG.search(found.text):
        shown = found.text[tag.start() : tag.start() + 20]
        hint = say("write plain text; a sign '<' comes before a space or a figure")
        if _AUTOLINK.match(found.text, tag.start()):
            hint = say(
                "write a link in a summary as [words](https://…), and name it under 'sources' elsewhere"
            )
        yield found.source.problem(found.loc, say("raw HTML ('{shown}')", shown=shown), hint)


@rule("A text holds a letter, a figure or a sign that can be seen.", odd)
def text_empty(_: Corpus, found: Odd) -> Iterator[Problem]:
    if found.text == "{}":
        message, hint = say("nothing in it"), say("leave the key out where there is nothing to say")
        yield found.source.problem(found.loc, message, hint)
    elif found.text and not any(each.isprintable() and not each.isspace() for each in found.text):
        message, hint = say("a text of blanks"), say("write the text, or leave the key out")
        yield found.source.problem(found.loc, message, hint)


@rule("What is published in words is more than punctuation.", values, Plain, Prose, Language)
def text_said(_: Corpus, found: Value) -> Iterator[Problem]:
    if _PUNCTUATION.fullmatch(_text(found)):
        message, hint = say("nothing but punctuation"), say("write the text, or leave the key out")
        yield found.problem(message, hint)


@rule(
    "A text has at most 2,000 letters, a title or name 500, a code or id 200. A note for editors has at "
    "most 5,000. Only an address has a word of more than 200.",
    values,
    *(Plain, Prose, Note, Address, Slug, Code, Ref, State, Line, Place, Language),
)
def text_length(_: Corpus, found: Value) -> Iterator[Problem]:
    text = _text(found)
    most = MOST.get(type(found.mark), MOST_OTHERWISE)
    if len(text) > most:
        message = say("{n} letters", n=len(text))
        yield found.problem(message, say("{most} at most: shorten it", most=most))
    elif len(text) > MOST_OTHERWISE and not isinstance(found.mark, Address) and _WORD.search(text):
        yield found.problem(say("a word of more than 200 letters"), say("separate its words by blanks"))


def _text(found: Value) -> str:
    """The text of a value; where the key names a language, what is said in it."""
    if not isinstance(found.mark, Language) or found.loc[-1] != found.value:
        return found.value if isinstance(found.value, str) else ""
    around = found.file.source.data
    for key in found.loc:
        around = around[key]
    return around if isinstance(around, str) else ""


RULES = rules_of(globals())
