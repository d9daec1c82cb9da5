"""Sentences for editors, made of a template with named slots, so that they can be said in
another language.

A sentence is a string, the English one, that still knows its template and slots. Who
prints it may look the template up in a catalog and fill the slots again. A slot may hold
a sentence too, or a tuple of them. Slots are filled by name and nothing else: no value is
ever read as a template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

_SLOT = re.compile(r"\{([a-z_]+)\}")

Find = Callable[[str, int | None], str]
"""The translation of a template, for a number where the template depends on one (else
None). The template itself, or an empty text, where there is no translation.
"""


class Saying(str):
    """A sentence in English, which knows what it was made of."""

    template: str
    """The sentence with its slots open, such as ``no field '{name}'``."""
    slots: Mapping[str, Any]
    """What fills each slot."""
    number: int | None
    """What its plural form depends on; None where it depends on nothing."""

    def __new__(
        cls, text: str, template: str, slots: Mapping[str, Any], number: int | None
    ) -> Saying:
        saying = super().__new__(cls, text)
        saying.template = template
        saying.slots = slots
        saying.number = number
        return saying

    def __reduce__(self) -> tuple[Any, ...]:
        return Saying, (str(self), self.template, self.slots, self.number)


def say(template: str, /, **slots: Any) -> Saying:
    """A sentence with each ``{name}`` of its template filled in.

    A slot takes a text, a number, a sentence, or a tuple of these; of anything else its
    text.

    >>> say("no field '{name}'", name="titel")
    "no field 'titel'"
    """
    slots = _plain_slots(slots)
    return Saying(filled(template, slots), template, slots, None)


def _plain_slots(slots: Mapping[str, Any]) -> dict[str, Any]:
    """What fills slots, with anything but texts, numbers and tuples as its text."""
    sayable = str | int | tuple
    return {
        name: value if isinstance(value, sayable) else str(value)
        for name, value in slots.items()
    }


def say_n(singular: str, plural: str, n: int, /, **slots: Any) -> Saying:
    """A sentence that depends on a number, which fills the slot ``n``.

    >>> say_n("{n} problem", "{n} problems", 3)
    '3 problems'
    """
    slots = {**_plain_slots(slots), "n": n}
    template = singular if n == 1 else plural
    return Saying(filled(template, slots), singular, slots, n)


def as_row(sentence: Any) -> Any:
    """A sentence as texts, numbers and tuples, with what fills it, to be stored.

    A plain text or number is given back as it is.
    """
    if isinstance(sentence, tuple):
        return ("row", *map(as_row, sentence))
    if not isinstance(sentence, Saying):
        return sentence
    slots = tuple((name, as_row(value)) for name, value in sentence.slots.items())
    return ("said", str.__str__(sentence), sentence.template, slots, sentence.number)


def from_row(row: Any) -> Any:
    """The sentence that ``as_row`` was given; JSON has made lists of its tuples."""
    if not isinstance(row, tuple | list):
        return row
    if row[0] == "row":
        return tuple(map(from_row, row[1:]))
    _, text, template, slots, number = row
    filling = {name: from_row(value) for name, value in slots}
    return Saying(text, template, filling, number)


def filled(template: str, slots: Mapping[str, Any]) -> str:
    """A template with its slots filled; a slot that nothing fills stays open.

    >>> filled("line {n}: {what}", {"n": 3})
    'line 3: {what}'
    """

    def filling(match: re.Match[str]) -> str:
        name = match[1]
        return _plain(slots[name]) if name in slots else match[0]

    return _SLOT.sub(filling, template)


def _plain(value: Any) -> str:
    """What fills a slot, as text; a tuple as its members with commas."""
    if isinstance(value, tuple):
        return ", ".join(map(_plain, value))
    return str.__str__(str(value))


def names(template: str) -> frozenset[str]:
    """The names of a template's slots.

    >>> sorted(names("{file}: no field '{name}'"))
    ['file', 'name']
    """
    return frozenset(_SLOT.findall(template))


def translated(sentence: str, find: Find, around: tuple[str, str] = ("", "")) -> str:
    """A sentence in another language, with what fills it.

    A plain text is given back as it is. A template stays English where its translation
    has slots that nothing fills. The two texts of ``around`` are put before and after
    each typed text that fills a slot. What was typed has its own direction.
    """
    if not isinstance(sentence, Saying):
        return sentence
    slots = {
        name: _translated_value(value, find, around)
        for name, value in sentence.slots.items()
    }
    template = find(sentence.template, sentence.number)
    if not template or not names(template) <= slots.keys():
        template = sentence.template if sentence.number is None else str(sentence)
    return filled(template, slots)


def _translated_value(value: Any, find: Find, around: tuple[str, str]) -> Any:
    """What fills a slot, in another language: see ``translated``."""
    if isinstance(value, tuple):
        return tuple(_translated_value(member, find, around) for member in value)
    if isinstance(value, Saying):
        return translated(value, find, around)
    if isinstance(value, str):
        return f"{around[0]}{value}{around[1]}"
    return value
