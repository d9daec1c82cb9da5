"""Where in its line a value stands: worked out for the few files in which something is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import yaml


class Mark(NamedTuple):
    """A place in a file: line and column, both from 1."""

    line: int
    column: int


def marks(text: str) -> Mapping[tuple[str | int, ...], Mark]:
    """The places of all values of a YAML text, by their paths of keys; as far as it can be read."""
    found: dict[tuple[str | int, ...], Mark] = {}
    stack: list[list] = []  # [path, next number or None, pending key]
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                stack.pop()
                continue
            if not isinstance(event, yaml.NodeEvent):
                continue
            scalar = isinstance(event, yaml.ScalarEvent)
            if scalar and stack and stack[-1][1] is None and stack[-1][2] is None:
                stack[-1][2] = event.value
                continue
            path = _place(stack)
            found.setdefault(path, Mark(event.start_mark.line + 1, event.start_mark.column + 1))
            if isinstance(event, yaml.CollectionStartEvent):
                stack.append([path, None if isinstance(event, yaml.MappingStartEvent) else 0, None])
    except yaml.YAMLError:
        pass
    return found


def _place(stack: list[list]) -> tuple[str | int, ...]:
    """The path of the value that begins; the stack is moved on to the next one."""
    if not stack:
        return ()
    path, number, key = stack[-1]
    if number is None:
        stack[-1][2] = None
        return (*path, key if key is not None else "?")
    stack[-1][1] += 1
    return (*path, number)
