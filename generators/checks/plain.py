"""Plain words: English that somebody reads who learned it at school, in short sentences.

Rules ask the same of texts of records and lists, of the interface and what is said to
editors, and of hand-written pages (``site/handwritten``); a test asks it of what
programmers read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generators.checks.rules import Apart, Part, Value, digest_of, rule, values
from generators.checks.texts import count_words
from generators.corpus.corpus import Corpus
from generators.languages import LANGUAGES
from generators.model.fields import Prose
from generators.text.gettext_files import Catalog
from generators.text.problems import Problem
from generators.text.sayings import Saying, say

ON_PAGES, IN_RECORDS = 20, 30
"""The most words of a sentence: in our own sentences, and in what a record or list says
of a text, where a condition stays beside its duty and a semicolon parts two duties.
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
    "a condition or a list of the article: it is parted only by somebody who has the article open": (
        "Consider adopting or amending laws, by international standards",
        "Consider informing the public of the dangers of trafficking, reviewing",
        "States should enhance cooperation with international organizations and other",
        "The Commission is to step up cooperation with countries of origin",
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
_ODD = re.compile("|".join(rf"(\b(?:{found})\b)" for found, _ in _WORDS), re.IGNORECASE)
_OF = re.compile(r"(?:^|[.!?:] )Of (?!course)")
_END = re.compile(r"(?<=[.!?])[\"”)*_]*\s+(?=[A-Z“\"'({\[*_])")
_CODE = re.compile(r"`[^`]*`|<[^>]*>|https?://\S+")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")
_CELL = re.compile(r"(?:^|\s)\|(?:\s|$)|^\s*(?:[-*#>]+|\d+\.) ")
_SLOT = re.compile(r"\{\w+\}")  # says what is put there to us, and to no reader
_RIGHT = re.compile(
    "|".join(re.escape(each) for words in RIGHT.values() for each in words)
)
_WAITING = tuple(each for beginnings in WAITING.values() for each in beginnings)


def odd(text: str, most: int, excepting: bool = True) -> Iterator[tuple[Saying, Saying]]:
    """What is not plain in an English text, and the remedy; ``most`` is the number of
    words that a sentence has at most. What is an exception is passed over, if there are
    to be any.
    """
    text = _SLOT.sub("N", text)
    if excepting:
        text = "" if text.startswith(_WAITING) else _RIGHT.sub("…", text)
    for found in _ODD.finditer(text):
        instead = _WORDS[(found.lastindex or 1) - 1][1]
        yield (
            say("'{word}' is not plain English", word=found[0]),
            say("write '{instead}'", instead=instead),
        )
    if _OF.search(text):
        yield (
            say("a sentence that begins with 'Of'"),
            say("begin with who does something"),
        )
    for sentence in _END.split(text):
        if sentence.count(";") > 1 and sentence.rstrip().endswith("."):
            yield (
                say("a sentence with two semicolons"),
                say("make several sentences of it"),
            )
        clauses = sentence.split("; ") if most == IN_RECORDS else [sentence]
        if (n := max(map(count_words, clauses))) > most:
            hint = say("{most} at most: make two sentences of it", most=most)
            yield say("a sentence of {n} words", n=n), hint


def odd_lines(markdown: str) -> Iterator[tuple[int, Saying, Saying]]:
    """What is not plain in English Markdown, each with its line; code and addresses are
    not read.
    """
    code = False
    for number, line in enumerate(markdown.split("\n"), 1):
        code ^= line.lstrip().startswith("```")
        for cell in () if code else _CELL.split(_LINK.sub(r"\1", _CODE.sub("N", line))):
            yield from ((number, *each) for each in odd(cell.strip(), ON_PAGES))


class English(NamedTuple):
    """A string of the interface, or of what is said to editors, and its line in a
    catalog.
    """

    text: str
    path: str
    line: int


def _strings(catalog: Catalog) -> Iterator[English]:
    lines = {key: each.line for key, each in catalog.entries.items()} | dict(
        catalog.empty
    )
    plural = {
        key: each.msgid_plural
        for key, each in catalog.entries.items()
        if each.msgid_plural
    }
    for key, line in lines.items():
        yield English(plural.get(key, key[1]), catalog.path, line)


def _parts(corpus: Corpus) -> Iterator[Part]:
    first = next((each for each in corpus.languages if each != ENGLISH), "")
    for catalogs in (corpus.library.interface, corpus.library.messages):
        if catalog := catalogs.get(first):
            yield digest_of([catalog]), partial(_strings, catalog)


@rule(Apart(_parts))
def plain_string(_: Corpus, found: English) -> Iterator[Problem]:
    """What the interface and the check say in English has plain words, and at most 20
    words in a sentence.
    """
    for message, hint in odd(found.text, ON_PAGES):
        yield Problem(found.path, found.line, found.text[:40], message, hint)


@rule(values, Prose)
def plain_text(_: Corpus, found: Value) -> Iterator[Problem]:
    """An English text of a record or list has plain words. It has at most 30 words
    between two full stops or semicolons.
    """
    if getattr(found.file.model, "language", ENGLISH) == ENGLISH:
        for message, hint in odd(found.value, IN_RECORDS):
            yield found.problem(message, hint)
