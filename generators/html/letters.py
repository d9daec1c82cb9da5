"""Long lists under the letters of the reader's alphabet, which links above the list lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from generators.corpus import cldr

T = TypeVar("T")


class Letter(NamedTuple, Generic[T]):
    """A letter, the name of its place on the page, and what is listed under it."""

    letter: str
    anchor: str
    items: list[T]


def by_letter(things: Iterable[T], name: Callable[[T], str]) -> list[Letter[T]]:
    """Things under the first letters of their names, both in the order of the alphabet."""
    found: dict[str, list[T]] = {}
    for thing in sorted(things, key=lambda each: cldr.sort_key(name(each))):
        found.setdefault(cldr.first_letter(name(thing)), []).append(thing)
    return [Letter(letter, _anchor(letter), own) for letter, own in found.items()]


def _anchor(letter: str) -> str:
    ascii_ = letter.isascii() and letter.isalnum()
    return f"letter-{letter.lower() if ascii_ else format(ord(letter), 'x')}"
