"""Where in a file something stands, in words: items counted from 1, and called by what tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from generators.text.sayings import say

_TELLS = ("ref", "id", "state", "mechanism", "title", "label")
"""What tells the items of a list apart for a reader, the first that an item has."""
_LONGEST = 40


def in_words(loc: Sequence[str | int], data: Any, typed: Sequence[str | int] = ()) -> str:
    """The place of a value in ``data``, such as ``provisions, item 3 (Art. 13), says``; ``typed`` is its
    place in the file where that is another one. Empty for the file as a whole.
    """
    said, here = "", data
    for is_item, parts in groupby(zip(loc, typed or loc, strict=True), lambda each: isinstance(each[1], int)):
        keys = []
        for part, number in parts:
            here = _inside(here, part)
            if is_item:
                said = _item(said, number + 1, _name(here))
            else:
                keys.append(str(number))
        if keys:
            key = ".".join(keys)
            said = say("{around}, {key}", around=said, key=key) if said else key
    return said


def _item(around: str, n: int, name: str) -> str:
    if not around:
        return say("item {n}", n=n)
    if name:
        return say("{around}, item {n} ({name})", around=around, n=n, name=name)
    return say("{around}, item {n}", around=around, n=n)


def _inside(data: Any, part: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(part)
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        return data[part]
    return None


def _name(item: Any) -> str:
    """What an item is called: short texts alone, for a place is no quotation."""
    found = (item.get(key) for key in _TELLS) if isinstance(item, dict) else ()
    return next((each for each in found if isinstance(each, str) and 0 < len(each) <= _LONGEST), "")
