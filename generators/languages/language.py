"""What the program has to know of a language: the fields of each language's file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Changes = tuple[tuple[re.Pattern[str], str], ...]
"""Patterns and what is put in their place, in the order in which they are tried."""


def changes(*pairs: tuple[str, str]) -> Changes:
    """Patterns and what is put in their place."""
    return tuple((re.compile(pattern), instead) for pattern, instead in pairs)


def by_word(said: str) -> Mapping[str, int]:
    """The number that each word says: a figure, then its words, by blanks; ``_`` is the
    blank within one.
    """
    found, number = {}, 0
    for word in said.split():
        if word[0].isdecimal():
            number = int(word)
        else:
            found[word.replace("_", " ")] = number
    return found


class Modal(NamedTuple):
    """How a language says that one must, and that one should."""

    must: re.Pattern[str]
    should: str


class Neighbour(NamedTuple):
    """A rendering that means something else: where the source says ``source`` and not
    ``unless``.
    """

    source: re.Pattern[str]
    wrong: re.Pattern[str]
    hint: str
    unless: re.Pattern[str]


def near(source: str, wrong: str, hint: str, unless: str = "(?!)") -> Neighbour:
    """A near word that means something else; patterns without regard to case, of which
    ``(?!)`` fits nothing.
    """
    first, second, third = (
        re.compile(each, re.IGNORECASE) for each in (source, wrong, unless)
    )
    return Neighbour(first, second, hint, third)


class Grammar(NamedTuple):
    """How a language writes rows of numbers, and the places within an article. ``row``
    and ``last`` come between numbers, ``to`` in a range; ``duals`` are units and what two
    of them are called.

    ``paragraph`` and ``letter`` are joined to the ``whole`` by ``within`` and ``beside``,
    several of them by ``then``. ``points`` is a letter with its points, ``point`` one of
    these (``n`` is its number); ``alphabet`` are 26 letters in place of a to z.
    ``ordinal`` is the number of an article, ``romans`` those typed I, II, III.
    ``inserted`` follows the number of an article that was inserted (11a, 11b).

    ``against`` comes between the parties of a case, ``others`` after the first of
    several. Both are empty in a language that declines names. The rest are the signs
    between the parts of a reference.
    """

    row: str = ", "
    last: str = ", "
    to: str = "-"
    duals: tuple[tuple[str, str], ...] = ()
    paragraph: str = ""
    paragraphs: str = ""
    within: str = ""
    letter: str = ""
    letters: str = ""
    beside: str = ""
    mark: str = "{x})"
    points: str = "{letter} {points}"
    point: str = "{x})"
    then: str = ", "
    alphabet: tuple[str, ...] = ()
    ordinal: str = "{n}"
    romans: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()
    against: str = ""
    others: str = ""
    comma: str = ", "
    semicolon: str = "; "
    colon: str = ": "
    aside: str = "{first} ({aside})"


class Stemmer(NamedTuple):
    """A stemmer of Snowball: its name there, the letter that a word begins with which it
    knows, and how a word is spelled before it sees it.
    """

    name: str
    begins: re.Pattern[str] = re.compile("[^\u0400-\u04ff]")
    before: Changes = ()


class Clitics(NamedTuple):
    """What is written together with a word and is none of its own: of each round the
    first prefix goes that leaves so many letters. ``letters`` are those of the script, as
    in a class of a regular expression.
    """

    letters: str
    rounds: tuple[tuple[tuple[str, ...], int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Facts of one language. A file says those in which its language departs from a
    language without a file: that has words between blanks, everything as CLDR has it and
    as it was typed.
    """

    # -- names, dates and numbers, where CLDR is departed from

    norm: str
    """The tag by which CLDR knows the norm that the site keeps to, such as ``pt-PT``."""
    dates: str
    """The tag by which CLDR and browsers write days as the site does, such as ``en-GB``.
    """
    date_changes: Changes = ()
    """What is changed in a date that CLDR has written."""
    month_names: tuple[str, ...] = ()
    """The twelve months in a date; empty where they are CLDR's."""
    thousands: str = ""
    """What stands between thousands in place of CLDR's full stop; empty where that is
    right.
    """
    menu: str = ""
    """What the menu of languages calls it, in a word; empty where that is its tag in
    capitals.
    """
    language_names: Mapping[str, str] = field(default_factory=dict)
    """Names of languages, by tag, where CLDR's are not those of the United Nations."""
    plurals: str = ""
    """The plural rule as catalogs say it; empty where gettext's is right."""

    state_article: str = ""
    """What a sentence has before the names of some States ("the Philippines"), with the
    blank after it.
    """
    states_with_article: frozenset[str] = frozenset()
    """The codes of these States."""

    # -- what is typed

    typed_months: tuple[str, ...] = ()
    """Rows of the twelve months as people type them, by blanks."""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    """Words that people type for true and for false, in small letters."""

    # -- what translations are held against

    modal: Modal | None = None
    neighbours: tuple[Neighbour, ...] = ()
    negations: str = ""
    """Words by which something is said not to be so, by blanks."""
    negating_signs: str = ""
    """Characters that say so within a word."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """Words for numbers, in small letters; what stands in a row is added up."""
    digits: Mapping[str, int] = field(default_factory=dict)
    """Characters for the figures from 0 to 9, of a language that writes numbers with
    them.
    """
    scales: Mapping[str, int] = field(default_factory=dict)
    """What a word behind a number (a character, where blanks are not written) multiplies
    it by; those that begin with another one first.
    """
    number_joints: tuple[str, ...] = ()
    """Words between two words of one number; where ``article`` is given, they may be
    written on to it.
    """

    # -- how it is set

    spaced: bool = True
    """Whether blanks stand between words."""
    article: str = ""
    """The article, where it is written on to its word."""
    typography: Changes = ()
    """Signs that are set otherwise than they are typed."""
    grammar: Grammar = field(default_factory=Grammar)

    # -- how it is searched; all words folded

    article_words: tuple[str, ...] = ()
    """How readers write the word for an article before its number. A star stands for any
    letters that follow, or for up to three that go before; ``_`` for the number, where
    something stands after it.
    """
    stemmer: Stemmer | None = None
    irregular: Mapping[str, str] = field(default_factory=dict)
    """Stems (without a stemmer: words) that belong together and that rules keep apart."""
    endings: tuple[str, ...] = ()
    """What a word loses where its language has no stemmer, the longest first."""
    idle: str = ""
    """Words that say nothing about what a text is on, by blanks."""
    kept: str = ""
    """Words of a script without blanks that hold an idle one and are not cut at it, by
    blanks.
    """
    clitics: tuple[Clitics, ...] = ()
    loose: tuple[Clitics, ...] = ()
    """What may be written together with a word and may be its own first letter: it goes
    from a word that is not found with it.
    """
