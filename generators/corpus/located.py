"""What the corpus hands out: a text with the language it is in, a line with the record it
belongs to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from generators.model.mechanisms import Member
from generators.model.parties import NotBound, Organisation, Party, Signatory
from generators.model.records import Indicator, Objective, Provision, Step

K = TypeVar("K")
V = TypeVar("V")

SOURCE, OFFICIAL, MISSING = "source", "official", "missing"


class Localized(NamedTuple):
    """A text, the language it really is in, and how it came to be in it.

    ``state`` is source (written in this language), official (published in it), reviewed,
    unreviewed, stale or missing; for stale and missing ``text`` is the source text.
    """

    text: str
    language: str
    state: str

    def __str__(self) -> str:
        return self.text


class Located(NamedTuple):
    """A provision, step, objective or indicator (``line``) with the record it belongs to,
    its anchor on that record's page, and its number in its list there, counted from 1.
    """

    record: str
    anchor: str
    line: Provision | Step | Objective | Indicator
    number: int

    @property
    def place(self) -> str:
        """Its record and anchor, as lists of the vocabulary name lines."""
        return f"{self.record}#{self.anchor}"


class Membership(NamedTuple):
    """A State's membership of a mechanism."""

    mechanism: str
    member: Member


class Adherence(NamedTuple):
    """A State as a party to a record."""

    record: str
    party: Party


class Signed(NamedTuple):
    """A State that signed a record and has not joined it."""

    record: str
    signatory: Signatory


class Exempt(NamedTuple):
    """A State that a record does not bind although it is a member of the organisation."""

    record: str
    line: NotBound


class Joined(NamedTuple):
    """An organisation as a party to a record."""

    record: str
    organisation: Organisation


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Things by their keys, keys and things in the order in which they come."""
    found: dict[K, list[V]] = defaultdict(list)
    for key, thing in pairs:
        found[key].append(thing)
    return {key: tuple(things) for key, things in found.items()}


def inverted(pairs: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, tuple[str, ...]]:
    """Names with their targets turned round: for each target the names, in their order."""
    return grouped((target, name) for name, targets in pairs for target in targets)
