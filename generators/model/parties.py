"""The model of a list of parties: who is bound by a text, since when and how.

A member of the organisation that made the text may be bound as such; some members may not
be bound.

Each string under a field is its manual: it goes into the JSON Schema and so into the
editor's window.
"""

from __future__ import annotations

from typing import Annotated

from generators.model.fields import (
    Code,
    Day,
    Grade,
    Id,
    MechanismRef,
    Model,
    PartyCount,
    PastDay,
    Said,
    StateCode,
    Text,
)
from generators.model.reservations import Reservation, ReservationsSought


class Party(Model):
    """A State bound by the text (or one that joined it, where the text does not bind)."""

    state: StateCode
    since: PastDay | None = None
    """The day on which it joined: of ratification, accession or deposit. The text entered
    into force for it some time later.
    """
    in_force_since: Day | None = None
    """The day on which the text entered into force for it, where it was read and is not
    since.
    """
    how: Annotated[str, Code("ratification-ways")] | None = None
    as_amended: PastDay | None = None
    """The day on which it joined the protocol that amended the text, where it had joined
    the text before.
    """
    until: Day | None = None
    """The day on which a denunciation took effect."""
    reservations: tuple[Reservation, ...] = ()
    note: Said | None = None
    confidence: Grade | None = None


class Organisation(Model):
    """An organisation that is a party like a State, such as the European Union; never
    counted as a State.
    """

    mechanism: MechanismRef
    """The organisation."""
    since: PastDay | None = None
    how: Annotated[str, Code("ratification-ways")] | None = None
    until: Day | None = None
    note: Said | None = None
    confidence: Grade | None = None


class Signatory(Model):
    """A State that signed the text and has not joined it since: it is not bound."""

    state: StateCode
    since: PastDay | None = None
    """The day of signature."""
    confidence: Grade | None = None


class NotBound(Model):
    """A member of the organisation that the text does not bind."""

    state: StateCode
    ref: Text | None = None
    """The place in the text that says so, such as a recital."""
    why: Said
    """Why it does not bind it: the protocol with its articles."""
    confidence: Grade | None = None


class Parties(Model):
    """The parties on a day: a list, a number that was read, or both where the list names
    fewer.
    """

    as_of: PastDay | None = None
    """The day of the list; of the number where there is no list."""
    source: Id | None = None
    """The id of the source that holds the list."""
    members_of: MechanismRef | None = None
    """The organisation whose members the text binds without their joining it. Its members
    are read from its own file; the list then has only those for which something else is
    so.
    """
    members_ref: Text | None = None
    """The rule by which it binds them, such as TFEU Art. 288."""
    not_bound: tuple[NotBound, ...] = ()
    """Members that it does not bind."""
    states: tuple[Party, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    """States that signed and have not joined."""
    count: PartyCount | None = None
    """How many parties there are, organisations among them; with a list only if that
    names fewer.
    """
    count_as_of: PastDay | None = None
    """The day of the number given with a list, if it is not the day of the list."""
    incomplete: Said | None = None
    """Why the list may lack parties; a State that it does not name is then shown as not
    known.
    """
    reservations_sought: ReservationsSought | None = None
    """The list in which somebody looked for reservations and declarations."""
    confidence: Grade | None = None
