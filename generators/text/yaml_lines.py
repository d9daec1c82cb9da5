"""The lines of a YAML file as somebody typed them: indent, dashes, key and value."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

Keys = Mapping[str, Collection[str]]
"""The keys of all kinds of file, each with those that the same mapping may have."""

KEY = r"[A-Za-z_][A-Za-z0-9_-]*"
_LINE = re.compile(rf"(\s*)((?:-[ \t\xa0]+)*)(?:({KEY}):(?:[ \t]+|$))?(.*)")


class LineParts(NamedTuple):
    """What a line consists of."""

    indent: str
    dash: str
    """The dashes of list items, each with its blanks."""
    key: str
    value: str
    before: str
    """All that comes before the value."""

    @property
    def depth(self) -> int:
        """How many blanks the line begins with."""
        return len(self.indent)

    @property
    def text_column(self) -> int:
        """The column where its key or text begins, from 0."""
        return len(self.indent) + len(self.dash)


class Typed(NamedTuple):
    """The lines of a file, and what is known of its fault."""

    lines: Sequence[str]
    keys: Keys
    """The keys that records know."""
    first: int
    """The line that the mistake began with, from 0."""
    last: int
    """The line at which the parser noticed it, from 0."""

    def fits(self, key: str, number: int, depth: int) -> bool:
        """Whether a key of records belongs into the block around a line.

        The nearest known key there decides. Where there is none, the key fits an empty
        block only.
        """
        neighbours = self._neighbours(number, depth)
        if key in neighbours:
            return False
        nearest = next((known for known in neighbours if known in self.keys), None)
        return nearest in self.keys[key] if nearest else not neighbours

    def _neighbours(self, number: int, depth: int) -> list[str]:
        """The keys at a depth in the block around a line, those above it first."""
        above = range(number - 1, -1, -1)
        below = range(number + 1, len(self.lines))
        return [*self._keys_until_end(above, depth), *self._keys_until_end(below, depth)]

    def _keys_until_end(self, numbers: range, depth: int) -> Iterator[str]:
        """The keys at a depth on some lines, until a line that is less indented."""
        for number in numbers:
            if not holds(self.lines[number]):
                continue
            line = read(self.lines[number])
            if line.key and line.text_column == depth:
                yield line.key
            if line.depth < depth:
                return

    def end(self, number: int) -> int:
        """The last line of the text that begins on a line.

        What follows the text is not indented further than its first line.
        """
        depth = read(self.lines[number]).depth
        end = number
        for below in range(number + 1, len(self.lines)):
            if not holds(self.lines[below]):
                continue
            if read(self.lines[below]).depth <= depth:
                break
            end = below
        return end

    def begin(self, number: int) -> int:
        """The line with the key whose value a line belongs to.

        It is the line itself where no line above has such a key and a value.
        """
        depth = read(self.lines[number]).depth
        for above in range(number - 1, -1, -1):
            if not holds(self.lines[above]):
                continue
            line = read(self.lines[above])
            if line.text_column < depth:
                return above if line.key and line.value else number
            depth = min(depth, line.text_column)
        return number

    def above(self, number: int) -> int | None:
        """The nearest line above that holds something; None where there is none."""
        numbers = range(number - 1, -1, -1)
        return next((above for above in numbers if holds(self.lines[above])), None)


def read(text: str) -> LineParts:
    """The parts of a line; a key is one only with a colon and a blank after it.

    >>> parts = read("  - ref: Art. 13")
    >>> parts.dash, parts.key, parts.value
    ('- ', 'ref', 'Art. 13')
    """
    match = _LINE.fullmatch(text)
    assert match  # every part may be empty
    indent, dash, key, value = match.groups(default="")
    return LineParts(indent, dash, key, value, text[: len(text) - len(value)])


def holds(text: str) -> bool:
    """Whether a line holds more than blanks and a comment.

    >>> holds("  # a comment"), holds("title: A plan")
    (False, True)
    """
    return bool(text.strip()) and not text.lstrip().startswith("#")


def quoted(text: str) -> str:
    """A text in quotes that keep every letter of it.

    >>> quoted("Art. 13: recovery")
    '"Art. 13: recovery"'
    """
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def plain(text: str) -> str:
    """A text as it can be typed, also within brackets.

    It is in quotes only where YAML would read it otherwise.

    >>> plain("a plan"), plain("a plan: the second")
    ('a plan', '"a plan: the second"')
    """
    odd = re.search(r":\s|:$|\s#|^[-?:#&*!|>'\"%@`]|^\s|\s$|\n|^$|[\[\]{},]", text)
    return quoted(text) if odd else text
