"""What the corpus hands out.

A text comes with the language it is in, a line with the record it belongs to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from generators.model.mechanisms import Member
from generators.model.parties import NotBound, Organisation, Party, Signatory
from generators.model.records import Indicator, Objective, Provision, Step

Key = TypeVar("Key")
Value = TypeVar("Value")

AnyLine = Provision | Step | Objective | Indicator
if TYPE_CHECKING:  # a type variable has a default from Python 3.13 on
    from typing_extensions import TypeVar as TypeVarWithDefault

    LineT = TypeVarWithDefault("LineT", bound=AnyLine, covariant=True, default=AnyLine)
else:
    LineT = TypeVar("LineT")

SOURCE = "source"
OFFICIAL = "official"
MISSING = "missing"


class Localized(NamedTuple):
    """A text, the language it really is in, and how it came to be in it.

    ``state`` is source (written in this language), official (published in it), reviewed,
    unreviewed, stale or missing. For stale and missing, ``text`` is the source text.
    """

    text: str
    language: str
    state: str

    def __str__(self) -> str:
        return self.text


class Located(NamedTuple, Generic[LineT]):
    """A provision, step, objective or indicator (``line``) with the record it belongs to.

    ``record`` is the record's id and ``anchor`` the line's anchor on the record's page.
    ``number`` counts the line in its list in the record, from 1.
    """

    record: str
    anchor: str
    line: LineT
    number: int

    @property
    def place(self) -> str:
        """Its record and anchor, as the vocabulary names lines: ``au/law#art-3``."""
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


def grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """The values of each key, keys and values in the order in which they come.

    >>> grouped([("a", 1), ("b", 2), ("a", 3)])
    {'a': (1, 3), 'b': (2,)}
    """
    values_by_key: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        values_by_key[key].append(value)
    return {key: tuple(values) for key, values in values_by_key.items()}


def inverted(pairs: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, tuple[str, ...]]:
    """Names with their targets turned round: for each target the names, in their order.

    >>> inverted([("x", ["a", "b"]), ("y", ["a"])])
    {'a': ('x', 'y'), 'b': ('x',)}
    """
    return grouped((target, name) for name, targets in pairs for target in targets)
