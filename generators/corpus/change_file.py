"""The file ``changes.tsv`` of a project: what changed in its records, day by day.

``compendium changes`` writes it from the history, so that a copy without a history says
the same. A line of the file has four parts with tabs between. They are the day (ISO
8601), the id of a record or mechanism, what happened, and details::

    added      it was recorded; ``provisions:5``: so many lines were added to it
    corrected  parts of it say something else; the details name them (``SECTIONS``)
    joined     States that its list of parties names since then (alpha-3 codes)
    left       States that its list of parties names no more
    status     its status or the day of its entry into force is another: both of now
    limit      a number that it sets is another: before, after (``days:30``), its place
    raised     of so many lines more is sure
    withdrawn  it was taken out
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from generators.text import files
from generators.text.problems import Problem, Rule
from generators.text.sayings import Saying, say

T = TypeVar("T")

FILE = "changes.tsv"
_DAY = re.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}")
WHAT = ("added", "joined", "left", "status", "limit", "corrected", "raised", "withdrawn")
SECTIONS = (
    "title",
    "dates",
    "lineage",
    "parties",
    "members",
    "text",
    "summary",
    "provisions",
    "steps",
    "objectives",
    "indicators",
    "evaluations",
    "reporting",
    "silent",
    "sources",
    "contact",
    "kind",
)
"""The parts of a record or mechanism that a change can be of."""
RULES = (
    Rule(
        "changes-file",
        "'changes.tsv' is written by 'compendium changes': a day, an id, what happened "
        "and details, with tabs between.",
    ),
)


_NUMBER = "[a-z-]+:[0-9]+(?:,[a-z-]+:[0-9]+)*"
_SECTION = f"(?:{'|'.join(SECTIONS)})"
_COUNTED = f"{_SECTION}:[0-9]{{1,5}}"
LAW = {
    **dict.fromkeys(("joined", "left"), "[A-Z]{3}(?: [A-Z]{3})*"),
    "status": "[a-z-]+(?: [0-9-]+)?",
    "limit": f"{_NUMBER} {_NUMBER} .+",
}
"""What says what a text is now (for whom, since when, how long), with the form of its
details.
"""
_DETAILS = {
    **dict.fromkeys(WHAT, f"(?:{_SECTION}(?: {_SECTION})*|{_COUNTED}(?: {_COUNTED})*)?"),
    **LAW,
    "raised": "[0-9]{1,5}",
}


class ChangeRow(NamedTuple):
    """One thing that happened on a day to a record or mechanism (``owner`` is its id).

    ``what`` is the third part of the line in the file. ``parts`` are the sections that it
    is of, or what else the file names. ``numbers`` says how many lines of each section,
    where the file has that.
    """

    day: date
    owner: str
    what: str
    parts: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()

    @property
    def line(self) -> str:
        r"""The line of the file that says it.

        >>> ChangeRow(date(2026, 11, 1), "au/law", "added", ("steps",), (5,)).line
        '2026-11-01\tau/law\tadded\tsteps:5'
        """
        details = list(self.parts)
        if self.what == "raised":
            details = [str(self.numbers[0])]
        elif self.numbers:
            pairs = zip(self.parts, self.numbers, strict=True)
            details = [f"{part}:{number}" for part, number in pairs]
        return "\t".join((self.day.isoformat(), self.owner, self.what, " ".join(details)))


def read(root: Path) -> tuple[tuple[ChangeRow, ...], list[Problem]]:
    """The changes that the file of a project lists, in its order; none where there is no
    file.
    """
    return read_lines(
        root,
        FILE,
        _change,
        say("run 'compendium changes' in a whole clone"),
        "changes-file",
    )


def read_lines(
    root: Path, name: str, parse: Callable[[str], T | None], hint: Saying, rule: str
) -> tuple[tuple[T, ...], list[Problem]]:
    """The values that ``parse`` makes of the lines of a file that a command writes, and
    the problems. A line of which it makes none is a problem.
    """
    if not os.path.lexists(root / name):
        return (), []
    text, problems = files.text(root / name, name)
    values = []
    for number, line in enumerate((text or "").splitlines(), 1):
        value = parse(line)
        if value:
            values.append(value)
        else:
            message = say("no line that the command writes")
            problems.append(Problem(name, number, "-", message, hint, rule))
    return tuple(values), problems


def _change(line: str) -> ChangeRow | None:
    r"""The change that a line of the file says; None where it is none.

    >>> _change("2026-11-01\tau/law\tadded\tsteps:5").numbers
    (5,)
    >>> _change("2026-11-01\tau/law\tvanished\t") is None
    True
    """
    day, owner, what, details = [*line.split("\t", 3), "", "", ""][:4]
    try:
        when = date.fromisoformat(day if _DAY.fullmatch(day) else "")
    except ValueError:
        return None
    if not (owner and what in WHAT and re.fullmatch(_DETAILS[what], details)):
        return None
    if what == "raised":
        return ChangeRow(when, owner, what, (), (int(details),))
    if what in LAW:
        at_most = 2 if what == "limit" else -1
        return ChangeRow(when, owner, what, tuple(details.split(" ", at_most)))
    pairs = [detail.partition(":") for detail in details.split()]
    parts = tuple(part for part, _, _ in pairs)
    numbers = tuple(int(number) for _, _, number in pairs if number)
    return ChangeRow(when, owner, what, parts, numbers)
