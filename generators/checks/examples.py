"""What rules are for, and what was typed wrong and right: the golden cases of the rules, for editors.

``examples.json`` is made from ``tests/golden/problems`` (``python -m pytest tests/test_golden_problems.py
--update``); a test holds it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generators.text.problems import Problem
from generators.text.sayings import say

FILE = Path(__file__).with_name("examples.json")


class Example(NamedTuple):
    """Lines of a file as they were typed wrong, as they are right (none where they are left out), and what
    the check says of the wrong ones, which can be told in another language.
    """

    path: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    said: Problem


def of(rule: str) -> tuple[Example, ...]:
    """The examples of one rule."""
    found = json.loads(FILE.read_text("utf-8")).get(rule, ())
    return tuple(
        Example(each["path"], tuple(each["wrong"]), tuple(each["right"]), Problem.of_row(_row(each["said"])))
        for each in found
    )


def _row(value: Any) -> Any:
    """What JSON gives back of a row of a problem, as it was made."""
    return tuple(map(_row, value)) if isinstance(value, list) else value


REASONS: Mapping[str, str] = {
    "yaml-syntax": say(
        "Records are kept in YAML: 'key: value' on each line, '- ' before each item of a list, blanks that "
        "say what belongs to what. A sign in the wrong place changes what the whole file says, so nothing is "
        "read of it until it is mended."
    ),
    "yaml-plain": say("A text that begins with a sign of YAML would be read as something else than a text."),
    "yaml-duplicate": say("Of two values under one key a reader would see only one."),
    "yaml-cut": say("Behind ' #' YAML reads nothing: the rest of the text would be lost in silence."),
    "yaml-quotes": say(
        "Quotes that a word processor sets are letters: readers would see them round the text."
    ),
    "yaml-empty": say("A key without a value says neither that something is known nor that it is not."),
    "text-hidden": say("Letters that nobody sees change the order of a text, or hide it from search."),
    "text-empty": say("Readers would see an empty place, and take it for an answer."),
    "text-length": say("No page, no row of a table and no search is made for texts that nobody can read."),
    "file-encoding": say("Only texts in UTF-8 show the letters of all languages as they were typed."),
    "file-name": say("The name of a file is its address on the site, and has to stay the same for good."),
    "kind": say("The kind decides which keys a file has, and on which pages it stands."),
    "key-unknown": say("Under a key that nobody knows, a fact would never be seen."),
    "key-missing": say("Pages and comparisons need this fact of every file of its kind."),
    "value-type": say(
        "Dates are compared, numbers are counted, lists are searched: each needs its own form."
    ),
    "code-unknown": say(
        "Codes come from closed lists, each with a definition and a name in every language: that makes "
        "texts comparable."
    ),
    "state-unknown": say("By its code a State has its name in every language, and its own page."),
    "place-unknown": say("The list of places has the name of a city in every language."),
    "language-unknown": say("By its tag a language has its name, its direction and its letters."),
    "id-form": say("Ids become addresses on the site, and are typed by many."),
    "title-missing": say("Every record is called by its title, everywhere on the site."),
    "reference": say("A reference becomes a link, and relations are shown from both sides."),
    "source-unknown": say("A fact is worth what its source is worth: the source has to be in the list."),
    "confidence-source": say("Who calls a fact verified says where it was read."),
    "confidence-read": say(
        "Verified means that the text itself was read, confirmed that two sources say it."
    ),
    "status-derived": say(
        "What follows from dates and relations is worked out each day, and would grow wrong."
    ),
    "status-fits": say("Readers rely on what is in force: status, force and dates have to agree."),
    "strength-force": say("A text that binds nobody obliges nobody, however it is worded."),
    "dates-order": say("Dates out of order are typing errors, and mislead about the law on a day."),
    "interval-order": say("What ends before it begins has never been so."),
    "interval-overlap": say("A State would be counted twice."),
    "member-founding": say(
        "One of the two days is a typing error, or the membership is that of a predecessor."
    ),
    "day-to-come": say("What happened, happened on a day that has come: this one is a typing error."),
    "silent-unread": say("That a text says nothing on a topic is known only by who has read all of it."),
    "silent-said": say("A text cannot both say something on a topic and be silent on it."),
    "parties-number": say("Readers ask which States are bound, and how many."),
    "parties-incomplete": say("A State that is not in an incomplete list may be a party all the same."),
    "supersession-circle": say("Two texts that end each other would both be over."),
    "implements-circle": say(
        "A plan carries out what was there before it; a circle says of none what it rests on."
    ),
    "address": say("Sources are read again: their address has to lead there, from everywhere."),
    "link-address": say("A link that runs something, or leads nowhere, harms who follows it."),
    "markup": say(
        "Texts are shown in pages, in PDFs, in search and in data: markup would stand there as letters."
    ),
    "words": say("Shelter workers read on a phone: what is longer is not read."),
    "numbers-translated": say("A period or an article that changed in translation misleads about the law."),
    "translation-firmer": say("A recommendation that reads as a duty in translation misleads about the law."),
    "term-departs": say("One term, one word in each language: else readers look for a difference."),
}
"""Why some of the rules are there."""
