"""The file ``second-readings.tsv`` of a project: lines that were read again.

Somebody who has not seen our line reads the article and notes what it says. The file
says where our line agrees. ``compendium sample`` draws the lines.

A line of the file has four parts with tabs between. They are the day (ISO 8601), the
place of the line (``coe/convention-197#art-12``), who read, and what differed::

    same       nothing: ours says what the article says
    unread     the article could not be had
    article    another article says it
    force      it must, should or may, and ours says otherwise
    number     a number is another, or is missing
    addressee  another must act, or another is protected
    scope      ours leaves out a condition or an exception

What differed may be several, with spaces between. The line itself is then put right.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generators.corpus.change_file import read_lines
from generators.text.problems import Problem, Rule
from generators.text.sayings import say

FILE = "second-readings.tsv"
READERS = ("software", "person")
SAME = "same"
UNREAD = "unread"
DIFFERENCES = ("article", "force", "number", "addressee", "scope")
RULES = (
    Rule(
        "second-reading",
        "A line of 'second-readings.tsv' has a day, a place, a reader, and what "
        "differed, with tabs between.",
    ),
)

_PLACE = re.compile(r"[a-z0-9-]+/[a-z0-9-]+#[a-z0-9-]+")


class SecondReading(NamedTuple):
    """A line that was read again on a day. ``differences`` is empty where ours agrees,
    and only ``UNREAD`` where the article could not be had.
    """

    day: date
    place: str
    reader: str
    differences: tuple[str, ...]


def read(root: Path) -> tuple[tuple[SecondReading, ...], list[Problem]]:
    """The second readings that the file of a project lists, and the problems of reading
    it. There are none where there is no file.
    """
    hint = say(
        "write a day, a place, 'software' or 'person', and 'same' or what differs, with "
        "tabs between"
    )
    return read_lines(root, FILE, parse_line, hint, "second-reading")


def parse_line(line: str) -> SecondReading | None:
    r"""The second reading that a line of the file says; None where it is none.

    >>> parse_line("2026-12-02\tun/untoc#art-5\tsoftware\tforce scope").differences
    ('force', 'scope')
    >>> parse_line("2026-12-02\tun/untoc#art-5\tsoftware\tbetter") is None
    True
    """
    day, place, reader, outcome = [*line.split("\t", 3), "", "", ""][:4]
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return None
    differences = tuple(outcome.split(" "))
    is_difference = set(differences) <= {*DIFFERENCES}
    if reader not in READERS or not _PLACE.fullmatch(place):
        return None
    if outcome == SAME:
        return SecondReading(when, place, reader, ())
    if outcome == UNREAD or is_difference:
        return SecondReading(when, place, reader, differences)
    return None
