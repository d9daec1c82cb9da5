"""What every text must be: readable, and no longer than people read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from generators.checks.codes import broken
from generators.checks.rules import FieldValue, rule, values
from generators.corpus.corpus import Corpus
from generators.model.fields import Address, LanguageTag, Mark, Note, Plain, Prose
from generators.text import commonmark
from generators.text.problems import Problem
from generators.text.sayings import say, say_n
from generators.text.yaml_files import HIDDEN

TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ELEMENT = re.compile(TAG.pattern + "[^>]*>?")
_AUTOLINK = re.compile(r"<https?://", re.IGNORECASE)
_WORD = re.compile(r"\S{201}")
MOST = {Plain: 500, LanguageTag: 500, Prose: 2000, Note: 5000, Address: 2000}
MOST_OTHERWISE = 200
"""How many letters a text has at most, by its mark."""


_IN_WORDS = (Plain, Prose, Note, LanguageTag)


@rule(values, *_IN_WORDS)
def markup(_: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """A text holds no raw HTML."""
    text = _text(field_value)
    if tag := TAG.search(text):
        shown = text[tag.start() : tag.start() + 20]
        hint = say("write plain text; a sign '<' comes before a space or a figure")
        if _AUTOLINK.match(text, tag.start()):
            hint = say(
                "write a link in a summary as [words](https://…), "
                "and name it under 'sources' elsewhere"
            )
        yield field_value.problem(say("raw HTML ('{shown}')", shown=shown), hint)


@rule(values, *_IN_WORDS)
def text_empty(_: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """A text holds a letter, a figure or a sign that can be seen."""
    text = _text(field_value)
    if text and not can_be_seen(text):
        yield field_value.problem(
            say("a text of blanks"), say("write the text, or leave the key out")
        )


def can_be_seen(text: str) -> bool:
    """Whether a text holds more than blanks and what nobody sees."""
    return any(letter.isprintable() and not letter.isspace() for letter in text)


@rule(values, *get_args(Mark))
def text_length(_: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """A text has at most 2,000 letters, a title or name 500, a code or id 200. A note for
    editors has at most 5,000, a translation 3,000. Only an address has a word of more
    than 200.
    """
    text = _text(field_value)
    most = MOST.get(type(field_value.mark), MOST_OTHERWISE)
    if len(text) > most:
        message = say("{n} letters", n=len(text))
        yield field_value.problem(message, say("{most} at most: shorten it", most=most))
    elif (
        len(text) > MOST_OTHERWISE
        and not isinstance(field_value.mark, Address)
        and _WORD.search(text)
    ):
        yield field_value.problem(
            say("a word of more than 200 letters"), say("separate its words by blanks")
        )


def _text(field_value: FieldValue[Any]) -> str:
    """The text of a value; where the key names a language, what is said in it."""
    text = field_value.value
    if (
        isinstance(field_value.mark, LanguageTag)
        and field_value.loc[-1] == field_value.value
    ):
        text = field_value.file.source.at(field_value.loc)
    return text if isinstance(text, str) else ""


_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@rule(values, Prose)
def link_address(_: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """A link in a summary leads to an http or https address."""
    if _is_summary(field_value):
        for wrong in bad_links(commonmark.links(field_value.value)):
            yield field_value.problem(*wrong)


@rule(values, Prose)
def summary_markup(_: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """A summary holds no CommonMark but emphasis and links."""
    wrong = beside_links(field_value.value) if _is_summary(field_value) else None
    if wrong:
        yield field_value.problem(*wrong)


def _is_summary(field_value: FieldValue[Prose]) -> bool:
    """Whether a text is CommonMark, and not too long to be read as such."""
    return field_value.mark.markdown and len(field_value.value) <= MOST[Prose]


@rule(values, Prose)
def words(_: Corpus, field_value: FieldValue[Any]) -> Iterator[Problem]:
    """A text keeps to the number of words of its field; two Chinese characters count as
    one.
    """
    limit = field_value.mark.words
    if (
        limit
        and len(field_value.value) > limit
        and (count := count_words(field_value.value)) > limit
    ):
        message = say_n("{n} word", "{n} words", count)
        yield field_value.problem(
            message, say("{limit} at most: shorten it", limit=limit)
        )


def count_words(text: str) -> int:
    """How many words a text has, as a reader counts them.

    A word holds a letter or a figure between two spaces. Two CJK characters are one.

    >>> count_words("a plan – of 2009"), count_words("人口贩运")
    (4, 2)
    """
    wide = len(_CJK.findall(text))
    rest = _CJK.sub(" ", text) if wide else text
    return sum(any(map(str.isalnum, word)) for word in rest.split()) + (wide + 1) // 2


def bad_links(targets: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with targets of links that do not begin with http or https, and the
    remedy.
    """
    for target in targets:
        if broken(target):
            message = say("a link to '{target}'", target=target[:40])
            yield message, say("expected an address that begins with http:// or https://")


def hidden_or_html(text: str, source: str = "") -> Iterator[tuple[str, str]]:
    """What is wrong with a translation, and the remedy.

    It has a letter that nobody sees, or HTML that its ``source`` does not have.
    """
    if hidden := HIDDEN.search(text):
        message = say("a hidden character (U+{code})", code=f"{ord(hidden[0]):04X}")
        yield message, say("remove it; the site sets direction by itself")
    tags = _ELEMENT.finditer(text) if "<" in text else ()
    if tag := next((element for element in tags if element[0] not in source), None):
        shown = text[tag.start() : tag.start() + 20]
        yield say("raw HTML ('{shown}')", shown=shown), say("write plain text")


def beside_links(text: str) -> tuple[str, str] | None:
    """What is wrong with a summary that holds more than emphasis and links, and the
    remedy.
    """
    kinds = commonmark.beside_links(text)
    if not kinds:
        return None
    hint = say("only emphasis and links belong in a summary: write sentences")
    if {"an image", "a definition of a link"} & {*kinds}:
        hint = say(
            "only emphasis and links belong in a summary: write [words](https://…)"
        )
    return say("{kinds}", kinds=tuple(kinds)), hint
