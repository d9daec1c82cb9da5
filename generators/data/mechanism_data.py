"""What a mechanism is as data: the objects of its file. Each field has its meaning under
it, and says how it is worked out.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from generators.corpus import comparisons, parties
from generators.corpus.addresses import Target, address, calendar
from generators.corpus.coming import of_mechanism
from generators.data.marked import (
    Inline,
    PageAddress,
    Published,
    Subject,
    worked_out,
)
from generators.data.named_data import (
    MechanismNamed,
    last_changed,
    listed_for_owner,
    review_due,
)
from generators.model import mechanisms
from generators.model.fields import Grade, MechanismRef, RecordRef
from generators.text.partial_dates import PartialDate


class Founded(Published):
    """When a mechanism was founded."""

    date: PartialDate = worked_out(lambda subject: subject.value)
    """The day."""
    confidence: Grade = worked_out(
        lambda subject: subject.corpus.confidence_of(subject.owner, "founded")
    )


class ContactData(Published):
    """The office that answers on trafficking; never a person."""

    PUBLISHED_NAME = "contact"

    own: Annotated[mechanisms.Contact, Inline()]
    postal_address: str | None = worked_out(lambda subject: subject.value.address)
    """Its postal address, as published."""


class MemberData(Published):
    """A State's membership of a mechanism, during one interval."""

    PUBLISHED_NAME = "member"

    own: Annotated[mechanisms.Member, Inline()]
    status: Literal["ahead", "now", "past"] = worked_out(
        lambda subject: subject.corpus.phase(subject.value)
    )
    """On the day of the data."""


def _mechanisms_above(subject: Subject) -> list[str]:
    """The mechanisms that a mechanism is part of. Those without a file are left out."""
    known = subject.corpus.mechanisms
    return [name for name in subject.value.part_of if name in known]


def _party_to(subject: Subject) -> list[str]:
    """The records that a mechanism joined."""
    joined = parties.joined(subject.corpus).get(subject.owner, ())
    return [membership.record for membership in joined]


def _calendar(subject: Subject) -> str | None:
    """The address of a mechanism's calendar; None if it has no coming dates."""
    if not of_mechanism(subject.corpus, subject.owner):
        return None
    return address(calendar(Target("record", subject.owner)))


class MechanismData(Published):
    """A mechanism as data."""

    PUBLISHED_NAME = "mechanism"

    id: MechanismRef = worked_out(lambda subject: subject.owner)
    """Its id, which never changes."""
    mechanism: MechanismNamed = worked_out(lambda subject: subject)
    """Who it is."""
    own: Annotated[mechanisms.Mechanism, Inline()]
    part_of: tuple[MechanismRef, ...] = worked_out(_mechanisms_above)
    """The mechanisms that it is part of."""
    bodies: tuple[MechanismRef, ...] = worked_out(
        lambda subject: subject.corpus.bodies_of.get(subject.owner, ())
    )
    """The mechanisms that are part of it."""
    founded: Founded | None = worked_out(lambda subject: subject.value.founded)
    """When it was founded."""
    contact: ContactData | None = worked_out(lambda subject: subject.value.contact)
    """How to reach its office on trafficking."""
    members: tuple[MemberData, ...]
    """Its members, past ones and those to come included."""
    adopted: tuple[RecordRef, ...] = worked_out(
        lambda subject: subject.corpus.records_of.get(subject.owner, ())
    )
    """The records that it adopted, oldest first."""
    developed: tuple[RecordRef, ...] = listed_for_owner(comparisons.developed)
    """Those that it wrote and others adopted."""
    party_to: tuple[RecordRef, ...] = worked_out(_party_to)
    """Those that it is itself party to."""
    receives_reports: tuple[RecordRef, ...] = listed_for_owner(comparisons.reported)
    """Those under which it receives reports."""
    calendar: PageAddress | None = worked_out(_calendar)
    """Its days to come, as iCalendar."""
    changed: date | None = worked_out(last_changed)
    """Day on which its record was changed last."""
    review: PartialDate | None = worked_out(review_due)
    """Day by which it must be looked at again."""
