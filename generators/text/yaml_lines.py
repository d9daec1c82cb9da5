"""A line of a YAML file as an editor typed it: indentation, dash, key, value; and texts put into quotes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

KEY = r"[A-Za-z_][A-Za-z0-9_-]*"
BLOCK = re.compile(r"[>|][+-]?[1-9]?[+-]?")
"""What stands behind a key whose text follows on lines of its own."""
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]+)*")
_LINE = re.compile(rf"(\s*)((?:-[ \t\xa0]+)*)(?:({KEY}):(?:[ \t]+|$))?(.*)")


class Line(NamedTuple):
    """What a line consists of; ``before`` is all that stands before the value."""

    indent: str
    dash: str
    key: str
    value: str
    before: str

    @property
    def depth(self) -> int:
        """How many blanks stand before it."""
        return len(self.indent)


def read(text: str) -> Line:
    """The parts of a line; a key is one only with a colon and a blank behind it."""
    found = _LINE.fullmatch(text)
    assert found  # every part may be empty
    indent, dash, key, value = found.groups()
    return Line(indent, dash, key or "", value or "", text[: len(text) - len(value or "")])


@dataclass(frozen=True, slots=True)
class Repair:
    """What may be wrong with a file: the line and column at fault (from 0), the cause, the lines as they
    should be, by number, and the remedy.
    """

    line: int
    column: int
    message: str
    mended: Mapping[int, str]
    hint: str
    begins_there: bool = False
    """Whether the fault hides everything after it, so that mending it may bring an earlier one to light."""


class Known(NamedTuple):
    """The keys of all kinds of file: by each of them those that may stand beside it; and which of them have a
    list of mappings for a value.
    """

    siblings: Mapping[str, Collection[str]] = {}
    lists: Collection[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Typed:
    """The lines of a file, the keys that records know, and where reading stopped: ``last`` is the line at
    which it was noticed, ``first`` the one that it began with.
    """

    lines: Sequence[str]
    known: Known
    first: int
    last: int

    @property
    def keys(self) -> Collection[str]:
        """Every key that is known."""
        return self.known.siblings.keys()

    def beside(self, number: int, depth: int) -> list[str]:
        """The keys that stand at a depth in the block around a line."""
        found = []
        for numbers in (range(number - 1, -1, -1), range(number + 1, len(self.lines))):
            for n in numbers:
                if holds(self.lines[n]):
                    line = read(self.lines[n])
                    if line.depth + len(line.dash) == depth and line.key:
                        found.append(line.key)
                    if line.depth < depth:
                        break
        return found

    def fits(self, key: str, number: int, depth: int) -> bool:
        """Whether a key belongs into the block around a line: beside others of its kind, or alone."""
        others = self.beside(number, depth)
        if LANGUAGE.fullmatch(key) and key not in self.keys:
            return any(LANGUAGE.fullmatch(each) and each not in self.keys for each in others)
        nearest = next((each for each in others if each in self.keys), None)
        return key in self.keys and (nearest in self.known.siblings[key] if nearest else not others)

    def before(self, number: int) -> int | None:
        """The nearest line above that holds something."""
        return next((n for n in range(number - 1, -1, -1) if holds(self.lines[n])), None)

    def end(self, number: int) -> int:
        """The last line of the text that begins on a line: what follows is not indented further."""
        depth, end = read(self.lines[number]).depth, number
        for n in range(number + 1, len(self.lines)):
            if holds(self.lines[n]) and read(self.lines[n]).depth <= depth:
                break
            end = n if holds(self.lines[n]) else end
        return end

    def begin(self, number: int) -> int:
        """The line with the key whose value a line belongs to; the line itself where it has a key."""
        depth = read(self.lines[number]).depth
        for n in range(number - 1, -1, -1):
            line = read(self.lines[n])
            text = line.depth + len(line.dash)
            if holds(self.lines[n]) and text < depth:
                return n if line.key and line.value else number
            depth = min(depth, text) if holds(self.lines[n]) else depth
        return number


def holds(text: str) -> bool:
    """Whether a line holds more than blanks and a comment."""
    return bool(text.strip()) and not text.lstrip().startswith("#")


def quoted(text: str) -> str:
    """A text in quotes that keep every letter of it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def plain(text: str, within_brackets: bool = True) -> str:
    """A text as it can be typed: in quotes only where YAML would read it otherwise."""
    signs = r"[\[\]{},]" if within_brackets else r"(?!)"
    odd = re.search(rf":\s|:$|\s#|^[-?:,\[\]{{}}#&*!|>'\"%@`]|^\s|\s$|\n|^$|{signs}", text)
    return quoted(text) if odd else text
