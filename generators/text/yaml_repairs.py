"""Why a file is not YAML, in plain words: the line at fault, one cause, and the right
line.

A parser notices a mistake where it cannot go on, often lines after it. So the slips that
people make are proposed (``yaml_slips``) and tried. The first repair that makes the file
parse is taken; else the first that moves the error further down. So a remedy that is
offered is known to help. For any other slip, the message says where parsing stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import yaml

from generators.text import yaml_slips
from generators.text.sayings import say
from generators.text.yaml_lines import Keys, Typed
from generators.text.yaml_slips import Repair

_CONFLICT = re.compile(r"<{7}(?: |$)|={7}$|>{7}(?: |$)|\|{7}(?: |$)")

_TRIES = 400
"""How many repairs are tried at most."""
_SCANNING = ("scanning", "flow")
"""What the parser says that it was doing where the line to look at is the one on which it
began to do so.
"""


class Stop(NamedTuple):
    """Where parsing stopped; lines and columns are counted from 0."""

    line: int
    column: int
    first: int
    """The line on which that began which was being read."""
    scanning: bool
    """Whether that was a key, a quoted text or something in brackets."""


def conflict(text: str) -> Repair | None:
    """The first mark of a conflict of git in a text; None where it has none."""
    if not any(mark in text for mark in ("<<<<<<<", "=======", ">>>>>>>")):
        return None
    for number, line in enumerate(text.split("\n")):
        if _CONFLICT.match(line.strip()):
            message = say("a conflict of git is not resolved")
            hint = say(
                "keep one of the two versions, "
                "and remove the lines '<<<<<<<', '=======' and '>>>>>>>'"
            )
            return Repair(number, 0, message, {}, hint)
    return None


def fault(text: str, error: yaml.MarkedYAMLError, keys: Keys | None = None) -> Repair:
    """Why a text that the parser refused cannot be read, and what to type instead.

    ``keys`` are those of records.
    """
    stop = _stop_of(error)
    lines = text.split("\n")
    last = min(stop.line, len(lines) - 1)
    typed = Typed(lines, keys or {}, min(stop.first, last), last)
    further = None
    for repair in islice(_proposals(typed, stop.scanning), _TRIES):
        mended = (repair.mended.get(number, line) for number, line in enumerate(lines))
        next_stop = _parse("\n".join(mended))
        if next_stop is None:
            return repair
        if further is None and next_stop.line > stop.line:
            further = repair
    if further:
        return further
    return unknown(typed.first, 0) if stop.scanning else unknown(last, stop.column)


def unknown(line: int, column: int) -> Repair:
    """What can be said of a fault at a place (from 0) where we know no slip."""
    message = say("this line, or the one above it, cannot be read")
    hint = say(
        "a line is 'key: value', or begins with '- ' in a list. "
        "Lines of one list or mapping are indented alike. "
        "A text with signs such as ': ' is in quotes"
    )
    return Repair(line, column, message, {}, hint)


def odd_key(text: str, number: int, keys: Keys | None = None) -> Repair | None:
    """What is wrong with a key that no editor means, on a line (from 0); None if unknown.

    Such a key has a colon or a typographic quote in it.
    """
    typed = Typed(text.split("\n"), keys or {}, number, number)
    slips = (
        yaml_slips.odd_blanks,
        yaml_slips.typographic_quotes,
        yaml_slips.no_blank_after_colon,
    )
    return next((repair for slip in slips for repair in slip(typed, number)), None)


def _stop_of(error: yaml.MarkedYAMLError) -> Stop:
    """Where the parser stopped, by its own words."""
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    column = mark.column if mark else 0
    scanning = any(word in (error.context or "") for word in _SCANNING)
    if error.context_mark and scanning:
        return Stop(line, column, error.context_mark.line, scanning=True)
    return Stop(line, column, line, scanning=False)


def _parse(text: str) -> Stop | None:
    """Where a text stops being YAML; None if it is YAML to the end."""
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.MarkedYAMLError as error:
        return _stop_of(error)
    except yaml.reader.ReaderError:
        return Stop(0, 0, 0, scanning=False)
    return None


def _proposals(typed: Typed, scanning: bool) -> Iterator[Repair]:
    """The repairs to try: each kind of slip on each line where it may have happened."""
    above = typed.above(typed.last)
    numbers = [typed.first] if scanning else []
    numbers += [typed.last] if above is None else [above, typed.last]
    nearby = [number for number in dict.fromkeys(numbers) if number < len(typed.lines)]
    for slip in yaml_slips.SLIPS:
        lines: Iterable[int] = nearby
        if slip is yaml_slips.open_quote:
            # a quote may have been opened long before that was noticed
            lines = range(typed.last + 1)
        elif slip is yaml_slips.indentation:
            lines = reversed(nearby)
        for number in lines:
            yield from slip(typed, number)
