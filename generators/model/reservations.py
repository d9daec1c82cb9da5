"""What States reserved or declared of a text, and where somebody looked for it."""

from __future__ import annotations

from typing import Annotated

from generators.model.fields import (
    Code,
    Grade,
    Id,
    Model,
    PastDay,
    Prose,
    Said,
    Text,
    Yes,
)


class Reservation(Model):
    """What a State declared of the text and what narrows or explains how the text binds
    it.
    """

    kind: Annotated[str, Code("reservation-kinds")]
    refs: Text | None = None
    """The articles that it is about."""
    excludes: Yes = False
    """Whether none of the articles in ``refs`` binds the State; else it narrows or
    explains them.
    """
    whole: Yes = False
    """true where it is about the whole text, such as for whom the State applies it."""
    says: Annotated[str, Prose(words=40)] | None = None
    """What it does, in our words; absent where we know only that there is one."""
    since: PastDay | None = None
    """The day on which it was made."""
    withdrawn: PastDay | None = None
    """The day on which it was withdrawn."""
    source: Id | None = None
    """The id of the source in which it was read."""
    confidence: Grade | None = None


class ReservationsSought(Model):
    """A list of reservations and declarations that was looked through.

    What a State made or withdrew later may be missing. Where no list was looked through,
    nothing can be said of any State.
    """

    as_of: PastDay
    """The day of the list."""
    source: Id
    """The id of the source that holds it."""
    note: Said | None = None
    """What in that list is not recorded here, and why."""
