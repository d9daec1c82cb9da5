"""What a record says of people who compared its lines with the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.checks.anchors import is_said_to_be_gone
from generators.checks.rules import File, records, rule
from generators.corpus.corpus import LINES, Corpus
from generators.model.fields import Loc
from generators.model.readings import Reading
from generators.model.records import Record
from generators.text.problems import Problem, near
from generators.text.sayings import say

_DIGEST = re.compile("[0-9a-f]{8}")


@rule(records)
def checked_line(corpus: Corpus, file: File[Record]) -> Iterator[Problem]:
    """Who checked lines read them before the organisation confirmed it. The lines are in
    the record.
    """
    anchors = corpus.anchors[file.name]
    lines = {anchor for section in LINES for anchor in getattr(anchors, section)}
    gone = {former.id for former in file.model.former_lines}
    for reading in file.model.checked_by:
        gone |= {*reading.taken_out}
        for checked in reading.lines:
            if is_said_to_be_gone(corpus, file.name, checked.line):
                gone.add(checked.line)
    for number, reading in enumerate(file.model.checked_by):
        loc = ("checked_by", number)
        yield from _order_problems(file, loc, reading)
        yield from _line_problems(file, loc, reading, lines, gone)


def _order_problems(file: File[Record], loc: Loc, reading: Reading) -> Iterator[Problem]:
    """Days of a reading that cannot be in order."""
    if reading.confirmed and reading.date.surely_after(reading.confirmed):
        message = say(
            "confirmed ({day}) before it was read ({read})",
            day=reading.confirmed,
            read=reading.date,
        )
        hint = say("check both dates: an organisation confirms what was read before")
        yield file.problem((*loc, "confirmed"), message, hint)
    if reading.text_date and reading.text_date.surely_after(reading.date):
        message = say(
            "the copy ({day}) is newer than its reading ({read})",
            day=reading.text_date,
            read=reading.date,
        )
        hint = say("check both dates: nobody reads a copy before there is one")
        yield file.problem((*loc, "text_date"), message, hint)


def _line_problems(
    file: File[Record], loc: Loc, reading: Reading, lines: set[str], gone: set[str]
) -> Iterator[Problem]:
    """Lines of a reading that the record never had, that are there twice, or without a
    digest of their words.
    """
    earlier: set[str] = set()
    for number, checked in enumerate(reading.lines):
        here = (*loc, "lines", number)
        if checked.line not in lines and checked.line not in gone:
            message = say("the record has no line '{line}'", line=checked.line)
            hint = near(checked.line, lines) or say("take it out here")
            yield file.problem((*here, "line"), message, hint)
        if checked.line in earlier:
            message = say("'{name}' is here twice", name=checked.line)
            yield file.problem((*here, "line"), message, say("keep one of them"))
        earlier.add(checked.line)
        if not _DIGEST.fullmatch(checked.words):
            message = say("'{words}' is not the digest of a line", words=checked.words)
            hint = say("apply the review again: compendium review apply FILE")
            yield file.problem((*here, "words"), message, hint)
