"""Sentences for editors, made of a template with named slots, so that they can be said in
another language.

A sentence is a string, the English one, that still knows its template and what fills it:
whoever prints it may look the template up in a catalog and fill the slots again. What
fills a slot may be a sentence too, or a row of them. Slots are filled by name and nothing
else: no value is ever read as a template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

_SLOT = re.compile(r"\{([a-z_]+)\}")

Find = Callable[[str, int | None], str]
"""The translation of a template for a number (None: it depends on none); the template
itself, or an empty text, where there is none.
"""


class Saying(str):
    """A sentence, as English says it; ``template`` with ``slots`` is what it was made of,
    and ``number`` what its plural form depends on.
    """

    template: str
    slots: Mapping[str, Any]
    number: int | None

    def __new__(
        cls, text: str, template: str, slots: Mapping[str, Any], number: int | None
    ) -> Saying:
        made = super().__new__(cls, text)
        made.template, made.slots, made.number = template, slots, number
        return made

    def __reduce__(self) -> tuple:
        return Saying, (str(self), self.template, self.slots, self.number)


def say(template: str, /, **slots: Any) -> Saying:
    """A sentence with each ``{name}`` filled in: by text, a number, a sentence, or a
    tuple of these.
    """
    slots = _plain_slots(slots)
    return Saying(filled(template, slots), template, slots, None)


def _plain_slots(slots: Mapping[str, Any]) -> dict[str, Any]:
    """What fills slots as texts, numbers and tuples: nothing that is made for more than
    being said.
    """
    sayable = str | int | tuple
    return {
        name: value if isinstance(value, sayable) else str(value)
        for name, value in slots.items()
    }


def say_n(one: str, many: str, n: int, /, **slots: Any) -> Saying:
    """A sentence that depends on a number, which stands in the slot ``n``."""
    slots = {**_plain_slots(slots), "n": n}
    return Saying(filled(one if n == 1 else many, slots), one, slots, n)


def kept(sentence: str) -> Any:
    """A sentence as texts, numbers and tuples, with what fills it; a text stays what it
    is.
    """
    if isinstance(sentence, tuple):
        return ("row", *map(kept, sentence))
    if not isinstance(sentence, Saying):
        return sentence
    slots = tuple((name, kept(value)) for name, value in sentence.slots.items())
    return ("said", str.__str__(sentence), sentence.template, slots, sentence.number)


def found_again(row: Any) -> Any:
    """The sentence that ``kept`` was given; JSON has lists for tuples."""
    if not isinstance(row, tuple | list):
        return row
    if row[0] == "row":
        return tuple(map(found_again, row[1:]))
    _, text, template, slots, number = row
    return Saying(
        text, template, {name: found_again(value) for name, value in slots}, number
    )


def filled(template: str, slots: Mapping[str, Any]) -> str:
    """A template with its slots filled; a slot that nothing fills stays as it stands."""
    return _SLOT.sub(
        lambda found: _plain(slots[found[1]]) if found[1] in slots else found[0], template
    )


def _plain(value: Any) -> str:
    return (
        ", ".join(map(_plain, value))
        if isinstance(value, tuple)
        else str.__str__(str(value))
    )


def names(template: str) -> frozenset[str]:
    """The names of a template's slots."""
    return frozenset(_SLOT.findall(template))


def translated(sentence: str, find: Find, around: tuple[str, str] = ("", "")) -> str:
    """A sentence in another language, with what fills it; a text that is no sentence
    stays as it is, as does a template whose translation has slots that nothing fills.
    ``around`` is put before and behind each text that fills a slot and is no sentence:
    what was typed has its own direction.
    """
    if not isinstance(sentence, Saying):
        return sentence
    slots = {
        name: _translated(value, find, around) for name, value in sentence.slots.items()
    }
    template = find(sentence.template, sentence.number)
    if not template or not names(template) <= slots.keys():
        template = sentence.template if sentence.number is None else str(sentence)
    return filled(template, slots)


def _translated(value: Any, find: Find, around: tuple[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_translated(each, find, around) for each in value)
    if isinstance(value, Saying):
        return translated(value, find, around)
    return f"{around[0]}{value}{around[1]}" if isinstance(value, str) else value
