"""Each translation as a text: that it is one, says something, leads where its text leads, and is no longer
than a translation can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.checks.rules import rule, rules_of
from generators.checks.translations import Held, Line, held
from generators.checks.wording import beside_links
from generators.corpus.corpus import Corpus
from generators.text import commonmark
from generators.text.problems import Problem
from generators.text.sayings import say

_TIMES, _MORE = 4, 200
"""A translation has at most so many times the letters of its text, and so many more: acronyms are written
out.
"""


_LATIN, _OTHER = "A-Za-z\u00c0-\u024f", "\u0370-\u04ff"
_MIXED = re.compile(rf"\w*(?:[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}])\w*")
"""A word with a Latin letter beside a Greek or Cyrillic one, which looks like another."""


@rule(
    "A translation of a record's text is one text, says something and has the same links. Each word is in "
    "one alphabet. It has at most four times the letters of its text and 200 more.",
    held,
)
def translation_text(_: Corpus, here: Held) -> Iterator[Problem]:
    for (_context, text), entry in here.catalog.entries.items():
        if entry.msgid_plural or entry.plural:
            message = say("plural forms, which a record's text has not")
            hint = say("take 'msgid_plural' out, and write one msgstr")
            yield Problem(here.catalog.path, entry.line, text[:40], message, hint)
    for line in here.lines:
        yield from _of_line(line)


def _of_line(line: Line) -> Iterator[Problem]:
    said, text = line.found.text, line.text
    if _says(text) and not _says(said):
        yield line.problem(
            say("a translation without a letter or figure"), say("translate it, or leave it empty")
        )
    if mixed := _MIXED.search(said):
        yield line.problem(
            say("letters of two alphabets in one word ('{word}')", word=mixed[0]),
            say("type the word again: no search finds it"),
        )
    if len(said) > _TIMES * len(text) + _MORE:
        most = _TIMES * len(text) + _MORE
        yield line.problem(say("{n} letters", n=len(said)), say("{most} at most: shorten it", most=most))
    elif (
        line.markdown
        and not beside_links(said)
        and sorted(commonmark.links(said)) != sorted(commonmark.links(text))
    ):
        yield line.problem(
            say("other links than the text"), say("keep the addresses of the text, and no others")
        )


def _says(text: str) -> bool:
    return any(map(str.isalnum, text))


RULES = rules_of(globals())
