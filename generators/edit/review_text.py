"""The text in which a review sheet ends, as it comes by mail or as a file.

The script of the sheet makes it (``answers/review/text.js``)::

    DAKAR COMPENDIUM REVIEW 1, part 1 of 2
    Record: ecowas/plan-2018
    Name: Awa Diop
    Office: ECOWAS Commission
    Text: Plan of Action 2018-2022
    Text language: fr
    Text date: 2018
    Day: 2026-12-04
    Lines: 1

    [art-13 1a2b3c4d] correction
    Here: States house victims.
    New: States must house victims.

    END OF REVIEW, part 1 of 2

A sheet on a translation has ``Language: fr`` and no ``Text``. What is before and after,
such as a greeting, is not read. A mail program may have wrapped lines, or put ``>``
before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generators.text import partial_dates
from generators.text.partial_dates import PartialDate
from generators.text.problems import Problem
from generators.text.sayings import Saying, say

RIGHT = "right as it is"
CORRECTION = "correction"
ABSENT = "not in the text"

AGAIN = say("take the text again from the mail or the file, from its first line on")
"""What helps with a text that is not as a sheet makes it."""

_BEGIN = re.compile(r"DAKAR COMPENDIUM REVIEW (\d+), part (\d+) of (\d+)")
_VERSION = "1"
_LINE = re.compile(rf"\[(\S+) ([0-9a-f]{{8}})\] ({RIGHT}|{CORRECTION}|{ABSENT})")
_LINE_BEGINS = re.compile(r"\[\S+ [0-9a-f]{8}\](?: .*)?")
_FIELD = re.compile(
    "(Record|Language|Name|Office|Text|Text language|Text date|Day|Lines|Here|New): ?(.*)"
)
_QUOTED = re.compile(r"^(?:> ?)+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class ReviewedLine(NamedTuple):
    """What somebody says of one line of a record."""

    anchor: str
    digest: str
    """The digest of the words that the sheet showed."""
    verdict: str
    """``RIGHT``, ``CORRECTION`` or ``ABSENT``."""
    words: str
    """The words that the sheet showed."""
    correction: str
    """The words that should be there; empty where there is no correction."""
    number: int
    """Where it is in its file: the number of the line."""


class ReviewText(NamedTuple):
    """One text of a review sheet: it is whole in itself."""

    path: str
    """The file that it is in."""
    number: int
    """The line on which it begins."""
    head: Mapping[str, str]
    """What it says of itself, by the names of its lines: ``Record``, ``Office`` …"""
    lines: tuple[ReviewedLine, ...]

    @property
    def language(self) -> str:
        """The language of the translation that was read; empty if it was the text."""
        return self.head.get("Language", "")

    def problem(self, number: int, message: str, hint: str) -> Problem:
        """A problem on a line of the file."""
        return Problem(self.path, number, "-", message, hint)


class _Broken(Exception):
    """A text is not as a sheet makes it: a line, what is wrong, and what to do."""

    def __init__(self, number: int, message: Saying, hint: Saying) -> None:
        super().__init__(str(message))
        self.number = number
        self.message = message
        self.hint = hint


def reviews(text: str, path: str) -> tuple[list[ReviewText], list[Problem]]:
    """The review texts in a file, and what is wrong with them; ``path`` names it."""
    review_texts: list[ReviewText] = []
    lines = [_QUOTED.sub("", line).strip() for line in text.splitlines()]
    starts = [number for number, line in enumerate(lines) if _BEGIN.fullmatch(line)]
    if not starts:
        message = say("there is no review in this file")
        return [], [Problem(path, 1, "-", message, AGAIN)]
    try:
        for start, following in zip(starts, [*starts[1:], len(lines)], strict=True):
            review_texts.append(_review(lines[:following], start, path))
    except _Broken as broken:
        return [], [Problem(path, broken.number, "-", broken.message, broken.hint)]
    return review_texts, []


def _review(lines: list[str], start: int, path: str) -> ReviewText:
    """The review that begins at a line (from 0). Raises _Broken."""
    begin = _BEGIN.fullmatch(lines[start])
    assert begin
    if begin[1] != _VERSION:
        message = say("a review of another version: {n}", n=begin[1])
        raise _Broken(start + 1, message, say("bring this project up to date"))
    last_line = f"END OF REVIEW, part {begin[2]} of {begin[3]}"
    ends = [
        number for number in range(start + 1, len(lines)) if lines[number] == last_line
    ]
    if not ends:
        raise _Broken(len(lines), say("the review has no end: it was cut off"), AGAIN)
    head: dict[str, str] = {}
    reviewed: list[ReviewedLine] = []
    for number, name, value in _fields(lines, start + 1, ends[0]):
        if name == "line":
            reviewed.append(_reviewed_line(value, number))
        elif name in ("Here", "New") and reviewed:
            reviewed[-1] = _with_words(reviewed[-1], number, name, value)
        elif name in head or name in ("Here", "New") or reviewed:
            raise _Broken(number, say("'{name}' is out of place", name=name), AGAIN)
        else:
            head[name] = value
    review = ReviewText(path, start + 1, head, tuple(reviewed))
    _expect_whole(review)
    return review


def _fields(lines: list[str], begin: int, end: int) -> Iterator[tuple[int, str, str]]:
    """The fields of a review: the number of the line, the name, and the whole value.

    Wrapped lines are joined. The field of a line of a record has the name ``line``.
    """
    number = 0
    name = ""
    value = ""
    for place in range(begin, end):
        line = lines[place]
        field = _FIELD.fullmatch(line)
        is_line = _LINE_BEGINS.fullmatch(line) is not None
        if not (is_line or field):
            value = f"{value} {line}".strip()
            continue
        if name:
            yield number, name, value
        number = place + 1
        name, value = field.groups() if field else ("line", line)
    if name:
        yield number, name, value


def _reviewed_line(text: str, number: int) -> ReviewedLine:
    """What is said of a line, by the first line of it. Raises _Broken."""
    match = _LINE.fullmatch(text)
    if match is None:
        message = say("not a line of a review: '{text}'", text=text)
        raise _Broken(number, message, AGAIN)
    return ReviewedLine(match[1], match[2], match[3], "", "", number)


def _with_words(line: ReviewedLine, number: int, name: str, words: str) -> ReviewedLine:
    """A line with the words that the sheet showed, or its correction. Raises _Broken."""
    if line.correction if name == "New" else line.words:
        raise _Broken(number, say("'{name}' is out of place", name=name), AGAIN)
    if name == "New":
        return line._replace(correction=words)
    return line._replace(words=words)


def _expect_whole(review: ReviewText) -> None:
    """Raise _Broken where a review lacks something that each has."""
    needed = ["Record", "Day"]
    if not review.language:
        needed += ["Office", "Text"]
    for name in needed:
        if not review.head.get(name):
            message = say("the review does not say '{name}'", name=name)
            raise _Broken(review.number, message, AGAIN)
    if not review.lines or review.head.get("Lines") != str(len(review.lines)):
        message = say("the review has another number of lines than it says")
        raise _Broken(review.number, message, AGAIN)
    for line in review.lines:
        if not line.words or (line.verdict == CORRECTION) != bool(line.correction):
            message = say("'{line}' is not whole", line=line.anchor)
            raise _Broken(line.number, message, AGAIN)
        if review.language and line.verdict == ABSENT:
            message = say("a translation has no lines that are not in the text")
            hint = say("use a sheet on the text itself")
            raise _Broken(line.number, message, hint)


def day_of(text: str, exact: bool) -> PartialDate | None:
    """A day as a review says it; None where it is none.

    ``exact`` is for a whole day, and not for a year or a month.
    """
    if exact and not _DAY.fullmatch(text):
        return None
    if not re.fullmatch(partial_dates.FORM, text, re.ASCII):
        return None
    try:
        return partial_dates.parse(text)
    except ValueError:
        return None
