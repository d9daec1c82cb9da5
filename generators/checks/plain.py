"""Plain words: English that somebody reads who learned it at school, in short sentences.

Rules ask this of texts of records and lists, of the interface, and of messages to
editors. Hand-written pages are asked too (``site/handwritten``). Tests ask it of what
programmers read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generators.checks.rules import (
    CorpusPart,
    FieldValue,
    WalkInParts,
    digest_of,
    rule,
    values,
)
from generators.checks.texts import count_words
from generators.corpus.corpus import Corpus
from generators.languages import LANGUAGES
from generators.model.fields import Prose
from generators.text.gettext_files import Catalog
from generators.text.problems import Problem
from generators.text.sayings import Saying, say

ON_PAGES = 20
"""The most words of one of our own sentences."""
IN_RECORDS = 30
"""The most words of what a record or list says of a text. A condition stays with its duty
there, and a semicolon parts two duties.
"""

ENGLISH = LANGUAGES[0]

# what stays in English although it is not plain: why, and which words or sentences
RIGHT = {
    "alone: without other people": (
        *(
            "answer alone",
            "child alone",
            "interpreter alone",
            "is alone",
            "out alone",
            "patient alone",
        ),
        *("person alone", "problem alone", "Talk alone"),
    ),
    "identity papers: the words of the treaties on refugees and on stateless persons": (
        "dentity papers",
    ),
}
"""Words that are right where they are."""

WAITING = {
    "a condition or a list of the article: it is parted only by somebody "
    "who has the article open": (
        "Consider informing the public of the dangers of trafficking, reviewing",
        "States should enhance cooperation with international organizations and other",
    ),
}
"""How sentences begin that wait."""

_WORDS = (  # what is found; what to write
    (r"who(?:so)?ever", "anyone who"),
    (r"stands?|stood", "is"),
    (r"besides?", "next to"),
    (r"mend(?:s|ed|ing)?", "correct"),
    (r"heed(?:s|ed|ing)?", "take into account"),
    (r"fitting", "appropriate"),
    (r"anew", "again"),
    (
        r"(?<!there )(?:is|are|was|were|be) no(?! longer\b| more\b| later\b| earlier\b)",
        "is not a",
    ),
    (r"above all", "especially"),
    (r"for good(?! [a-z])", "permanently"),
    (r"behind", "after"),
    (r"save (?:for|where|in|when|if)", "except"),
    (r"hand(?:s|ed|ing)? in(?! hand)", "submit"),
    (r"papers", "documents"),
    (r"alone", "only"),
    (r"(?:day|date)s? to come", "coming date"),
    (r"(?:a|one) (?:row|line|file|sheet|page|catalog|folder) an? \w+", "one for each"),
    (r"(?:a|one) (?:row|line|file|sheet|page|catalog|folder) each", "one for each"),
)
_ODD = re.compile(
    "|".join(rf"(\b(?:{pattern})\b)" for pattern, _ in _WORDS), re.IGNORECASE
)
_OF = re.compile(r"(?:^|[.!?:] )Of (?!course)")
_END = re.compile(r"(?<=[.!?])[\"”)*_]*\s+(?=[A-Z“\"'({\[*_])")
_CODE = re.compile(r"`[^`]*`|<[^>]*>|https?://\S+")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")
_CELL = re.compile(r"(?:^|\s)\|(?:\s|$)|^\s*(?:[-*#>]+|\d+\.) ")
_SLOT = re.compile(r"\{\w+\}")  # says what is put there to us, and to no reader
_RIGHT = re.compile(
    "|".join(re.escape(phrase) for phrases in RIGHT.values() for phrase in phrases)
)
_WAITING = tuple(beginning for beginnings in WAITING.values() for beginning in beginnings)


def odd(text: str, most: int, excepting: bool = True) -> Iterator[tuple[Saying, Saying]]:
    """What is not plain in an English text, each with the remedy.

    ``most`` is the number of words that a sentence has at most. ``excepting``: what is
    right or waits is passed over.

    >>> [str(message) for message, _ in odd("It stands here.", ON_PAGES)]
    ["'stands' is not plain English"]
    """
    text = _SLOT.sub("N", text)
    if excepting:
        text = "" if text.startswith(_WAITING) else _RIGHT.sub("…", text)
    for word, match in {match[0]: match for match in _ODD.finditer(text)}.items():
        _, instead = _WORDS[(match.lastindex or 1) - 1]
        message = say("'{word}' is not plain English", word=word)
        yield message, say("write '{instead}'", instead=instead)
    if _OF.search(text):
        message = say("a sentence that begins with 'Of'")
        yield message, say("begin with who does something")
    for sentence in _END.split(text):
        if sentence.count(";") > 1 and sentence.rstrip().endswith("."):
            message = say("a sentence with two semicolons")
            yield message, say("make several sentences of it")
        clauses = sentence.split("; ") if most == IN_RECORDS else [sentence]
        words = max(map(count_words, clauses))
        if words > most:
            hint = say("{most} at most: make two sentences of it", most=most)
            yield say("a sentence of {n} words", n=words), hint


def odd_lines(markdown: str) -> Iterator[tuple[int, Saying, Saying]]:
    """What is not plain in English Markdown, with its line, and the remedy.

    Code and addresses are not read. A cell of a table or list is read by itself.
    """
    in_code = False
    for number, line in enumerate(markdown.split("\n"), 1):
        if line.lstrip().startswith("```"):
            in_code = not in_code
        if in_code:
            continue
        words = _LINK.sub(r"\1", _CODE.sub("N", line))
        for cell in _CELL.split(words):
            for message, hint in odd(cell.strip(), ON_PAGES):
                yield number, message, hint


class English(NamedTuple):
    """An English string of a catalog, with the catalog's path and its line."""

    text: str
    path: str
    line: int


def _strings(catalog: Catalog) -> Iterator[English]:
    """The English strings of a catalog, translated or not; of two forms the plural."""
    for key, entry in catalog.entries.items():
        yield English(entry.msgid_plural or key[1], catalog.path, entry.line)
    for (_, text), line in catalog.empty.items():
        yield English(text, catalog.path, line)


def _parts(corpus: Corpus) -> Iterator[CorpusPart[English]]:
    """The catalogs of one language: all languages have the same English."""
    first = next((tag for tag in corpus.languages if tag != ENGLISH), "")
    for catalogs in (corpus.library.interface, corpus.library.messages):
        if catalog := catalogs.get(first):
            yield CorpusPart(digest_of([catalog]), partial(_strings, catalog))


@rule(WalkInParts(_parts))
def plain_string(_: Corpus, string: English) -> Iterator[Problem]:
    """What the interface and the check say in English has plain words, and at most 20
    words in a sentence.
    """
    for message, hint in odd(string.text, ON_PAGES):
        yield Problem(string.path, string.line, string.text[:40], message, hint)


@rule(values, Prose)
def plain_text(_: Corpus, field_value: FieldValue[Prose]) -> Iterator[Problem]:
    """An English text of a record or list has plain words. It has at most 30 words
    between two full stops or semicolons.
    """
    if getattr(field_value.file.model, "language", ENGLISH) == ENGLISH:
        for message, hint in odd(field_value.value, IN_RECORDS):
            yield field_value.problem(message, hint)
