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


def by_word(rows: str) -> Mapping[str, int]:
    """The number that each word means, from rows of a figure and its words.

    ``_`` is a blank within a word.

    >>> by_word("1 one once 2 two twice a_pair")
    {'one': 1, 'once': 1, 'two': 2, 'twice': 2, 'a pair': 2}
    """
    numbers: dict[str, int] = {}
    number = 0
    for word in rows.split():
        if word[0].isdecimal():
            number = int(word)
        else:
            numbers[word.replace("_", " ")] = number
    return numbers


class Modal(NamedTuple):
    """How a language says that one must, and that one should."""

    must: re.Pattern[str]
    """The words for "must"."""
    should: str
    """What to write where it is no duty."""


class Neighbour(NamedTuple):
    """A translation that looks near and means something else."""

    source: re.Pattern[str]
    """What the English text says."""
    wrong: re.Pattern[str]
    """What the translation must then not say."""
    hint: str
    """What to write instead."""
    unless: re.Pattern[str]
    """What the English text may say that makes the translation right."""


def near(source: str, wrong: str, hint: str, unless: str = "(?!)") -> Neighbour:
    """A ``Neighbour`` from patterns that ignore case; ``(?!)`` fits nothing."""
    return Neighbour(
        source=re.compile(source, re.IGNORECASE),
        wrong=re.compile(wrong, re.IGNORECASE),
        hint=hint,
        unless=re.compile(unless, re.IGNORECASE),
    )


class Grammar(NamedTuple):
    """How a language writes rows of numbers, and the places within an article."""

    row: str = ", "
    """Between the numbers of a row."""
    last: str = ", "
    """Before its last number."""
    to: str = "-"
    """Between the ends of a range."""
    duals: tuple[tuple[str, str], ...] = ()
    """Units, each with what two of them are called."""
    paragraph: str = ""
    """One paragraph of an article."""
    paragraphs: str = ""
    """Several paragraphs."""
    within: str = ""
    """How an article and its ``paragraph`` are joined."""
    letter: str = ""
    """One letter of an article."""
    letters: str = ""
    """Several letters."""
    with_letter: str = ""
    """How a paragraph and its ``letter`` are joined."""
    mark: str = "{x})"
    """A letter as it is printed."""
    points: str = "{letter} {points}"
    """A letter with its points."""
    point: str = "{x})"
    """One of these points; ``n`` is its number."""
    then: str = ", "
    """Between several paragraphs or letters with places of their own."""
    alphabet: tuple[str, ...] = ()
    """26 letters in place of a to z."""
    ordinal: str = "{n}"
    """The number of an article."""
    romans: tuple[str, ...] = ()
    """The numbers that are typed I, II, III."""
    inserted: tuple[str, ...] = ()
    """What follows the number of an article that was inserted (11a, 11b)."""
    against: str = ""
    """Between the parties of a case; empty in a language that declines names."""
    others: str = ""
    """After the first of several parties; empty in a language that declines names."""
    comma: str = ", "
    semicolon: str = "; "
    colon: str = ": "
    aside: str = "{first} ({aside})"
    """A reference with another in brackets."""


class Stemmer(NamedTuple):
    """A stemmer of Snowball."""

    name: str
    """Its name there."""
    begins: re.Pattern[str] = re.compile("[^\u0400-\u04ff]")
    """The first letter of the words that it knows."""
    before: Changes = ()
    """How a word is spelled before it gets it."""


class Clitics(NamedTuple):
    """Prefixes that are written together with a word and are not part of it."""

    letters: str
    """The letters of the script, as in a class of a regular expression."""
    rounds: tuple[tuple[tuple[str, ...], int], ...]
    """Rounds of prefixes, each with a number: the first prefix of a round is taken off
    where at least so many letters are then left.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Facts of one language.

    A file gives only those that are not the usual ones. The usual ones are words between
    blanks, and everything as CLDR has it and as it was typed.
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
    uncut: str = ""
    """Words of a script without blanks that hold an idle one and are not cut at it, by
    blanks.
    """
    clitics: tuple[Clitics, ...] = ()
    loose: tuple[Clitics, ...] = ()
    """What may be written together with a word and may be its own first letter: it goes
    from a word that is not found with it.
    """
