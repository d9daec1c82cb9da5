"""Why a file is no YAML, said for somebody who has never seen any: the line at fault, one cause in plain
words, and the line as it should be.

A parser notices a mistake where it cannot go on, often lines after it. So what editors get wrong is proposed
(``yaml_repairs``, ``yaml_indentation``, ``yaml_quoting``) and tried: the first is believed with which
the file can be read to its end; else, for there may be more than one mistake, the first that leads beyond the
place at which it could not. What is offered as a remedy is thus known to help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import yaml

from generators.text import yaml_indentation, yaml_quoting, yaml_repairs
from generators.text.sayings import say
from generators.text.yaml_lines import KEY, Known, Repair, Typed, quoted, read
from generators.text.yaml_repairs import write


class Stop(NamedTuple):
    """Where reading stopped (lines and columns from 0): what was being read when it did begins on ``first``;
    ``scanning`` says that this was a key, a quoted text or something in brackets.
    """

    line: int
    column: int
    first: int
    scanning: bool


_REPAIRS = (
    yaml_repairs.odd_blanks,
    yaml_repairs.foreign_signs,
    yaml_repairs.no_blank_behind_dash,
    yaml_repairs.no_blank_behind_colon,
    yaml_repairs.other_dash,
    yaml_repairs.no_colon_but,
    yaml_repairs.no_colon,
    yaml_quoting.missing_comma,
    yaml_quoting.open_quote,
    yaml_quoting.brackets,
    yaml_quoting.closed_twice,
    yaml_quoting.quote_within,
    yaml_quoting.value_in_braces,
    yaml_indentation.first_line_indented,
    yaml_indentation.folded_text,
    yaml_repairs.forgotten_dash,
    yaml_indentation.child_not_indented,
    yaml_indentation.indentation,
    yaml_repairs.needless_dash,
    yaml_quoting.two_keys,
    yaml_quoting.braces_missing,
    yaml_indentation.value_and_lines,
    yaml_quoting.text_to_quote,
    yaml_indentation.text_not_indented,
)
_FROM_THE_TOP = {yaml_quoting.open_quote}
"""What may have begun long before it was noticed."""

_CONFLICT = re.compile(r"<{7}(?: |$)|={7}$|>{7}(?: |$)|\|{7}(?: |$)")
_TRIES = 400


def conflict(text: str) -> Repair | None:
    """The first mark of a conflict of git, as it stands also within a long text."""
    if not any(mark in text for mark in ("<<<<<<<", "=======", ">>>>>>>")):
        return None
    for n, line in enumerate(text.split("\n")):
        if _CONFLICT.match(line.strip()):
            message = say("a conflict of git is not resolved")
            hint = say(
                "keep one of the two versions, and remove the lines '<<<<<<<', '=======' and '>>>>>>>'"
            )
            return Repair(n, 0, message, {}, hint)
    return None


def fault(text: str, error: yaml.MarkedYAMLError, known: Known | None = None) -> Repair:
    """Why a text that the parser refused cannot be read, and what to type instead."""
    stop = _stop(error)
    lines = text.split("\n")
    last = min(stop.line, len(lines) - 1)
    typed = Typed(lines, known or _known(lines), min(stop.first, last), last)
    further = None
    for repair in islice(_proposals(typed, stop.scanning), _TRIES):
        now = _attempt("\n".join(repair.mended.get(n, line) for n, line in enumerate(lines)))
        if now is None:
            return repair
        if further is None and (now.line > stop.line or (repair.begins_there and now.first > repair.line)):
            further = repair
    return further or _unknown(typed, stop)


_SCANNING = ("scanning", "flow")
"""What the parser says that it was doing where the beginning of that is the line to look at."""


def _stop(error: yaml.MarkedYAMLError) -> Stop:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    scanning = error.context_mark and any(each in (error.context or "") for each in _SCANNING)
    return Stop(line, column, error.context_mark.line if scanning else line, scanning=bool(scanning))


def _attempt(text: str) -> Stop | None:
    """Where a text stops being YAML; None where it does not."""
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.MarkedYAMLError as error:
        return _stop(error)
    except yaml.reader.ReaderError:
        return Stop(0, 0, 0, scanning=False)
    return None


def _proposals(typed: Typed, scanning: bool) -> Iterator[Repair]:
    above = typed.before(typed.last)
    places = [typed.first] if scanning else []
    places += [each for each in (above, typed.last) if each is not None]
    here = [n for n in dict.fromkeys(places) if n < len(typed.lines)]
    if not typed.lines[typed.last].strip():  # noticed at the end of the file
        here = here[::-1]
    for repairs in _REPAIRS:
        places = range(typed.last + 1) if repairs in _FROM_THE_TOP else here
        for n in here[::-1] if repairs is yaml_indentation.indentation else places:
            yield from repairs(typed, n)


def _unknown(typed: Typed, stop: Stop) -> Repair:
    """What can be said of a file whose fault is none that is known."""
    n = typed.first if stop.scanning else typed.last
    column = 0 if stop.scanning else stop.column
    message = say("this line, or the one above it, cannot be read")
    hint = say(
        "a line is 'key: value', or begins with '- ' in a list; lines of one list or mapping are indented "
        "alike; a text with signs such as ': ' stands in quotes"
    )
    return Repair(n, column, message, {}, hint)


def _known(lines: Sequence[str]) -> Known:
    """The keys of a file, where those of records are not known."""
    keys = frozenset(line.key for line in map(read, lines) if line.key)
    return Known(dict.fromkeys(keys, keys), keys)


# -- what can be read, and says something else ---------------------------------------------------------------


_OF_KEYS = (
    yaml_repairs.odd_blanks,
    yaml_repairs.foreign_signs,
    yaml_repairs.no_blank_behind_dash,
    yaml_repairs.no_blank_behind_colon,
    yaml_repairs.other_dash,
)


def odd_key(text: str, n: int, known: Known | None = None) -> Repair | None:
    """What is wrong with a key that no editor means, such as one with a colon, a dash or a typographic quote
    in it, on a line (from 0); None where that cannot be said.
    """
    lines = text.split("\n")
    typed = Typed(lines, known or _known(lines), n, n)
    for repairs in _OF_KEYS:
        for repair in repairs(typed, n):
            return repair
    return None


def cut_by_comma(text: str, n: int, column: int, known: Known | None = None) -> Repair:
    """What is wrong where a word stands within braces and no colon behind it: a text with a comma, or a key
    without its colon.
    """
    line = text.split("\n")[n]
    word = re.match(rf"({KEY})\s+([^,}}]+)", line[column:])
    if word and ((known and word[1] in known.siblings) or not line[:column].rstrip().endswith(",")):
        mended = f"{line[:column]}{word[1]}: {line[column + len(word[1]) :].lstrip()}"
        return Repair(n, column + len(word[1]), say("a colon is missing behind the key"), {}, write(mended))
    message = say("a comma ends the text: YAML takes what follows for a key")
    starts = list(re.finditer(rf"{KEY}:\s+", line[:column]))
    if not starts:
        return Repair(n, column, message, {}, say("put the whole text into quotes, with its commas"))
    start = starts[-1].end()
    rest = re.search(rf",\s*{KEY}:\s|[}}\]]", line[column:])
    end = column + rest.start() if rest else len(line)
    said = line[start:end].strip().strip("“”„«»")
    mended = line[:start] + quoted(said) + line[end:]
    comma = line.rfind(",", start, column)
    return Repair(n, max(comma, start), message, {}, write(mended))


def in_quotes(text: str, first: int, column: int) -> str:
    """The remedy that shows the rest of a line in quotes, from a column on; of a value in brackets only that
    it needs them.
    """
    line = text.split("\n")[first]
    before = line[:column]
    if re.search(r"[{\[]", before):
        return say("put the whole text into quotes")
    return write(before + quoted(line[column:].strip()))
