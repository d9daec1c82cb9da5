"""What applies in a State as data, and whom to call there: the objects of its file. Each
field has its meaning under it, and says how it is worked out.
"""

from __future__ import annotations

from typing import Annotated

from generators.corpus import reservations
from generators.corpus.whom_to_call import Emergency, Named, Reachable, WhomToCall
from generators.data.marked import Inline, OnlyTrue, Published, Subject, Words, worked_out
from generators.data.named_data import StateNamed
from generators.data.record_data import BoundSinceData, bound_since
from generators.document import sentences
from generators.document import whom_to_call as calling
from generators.document.emergency import brief_emergency_words, emergency_words
from generators.document.runs import letters
from generators.model import mechanisms
from generators.model import parties as listed_parties
from generators.model.fields import Code, MechanismRef, RecordRef
from generators.model.state_contacts import (
    ContactSubject,
    EmergencyNumber,
    EmergencySource,
)
from generators.text.partial_dates import PartialDate


def _bound_since_words(subject: Subject) -> str | None:
    """The day from which a text binds a State, in words; None if it is not known."""
    since = subject.corpus.bound_since(subject.owner, subject.value)
    return letters(subject.phrases.date(since.day)) if since else None


def _is_bound_in_part(subject: Subject) -> bool | None:
    """True if only some lines of a text bind a State so far; else None."""
    return subject.owner in subject.corpus.bound_in_part(subject.value.state) or None


def _reservation_words(subject: Subject) -> str:
    words = sentences.reservation(subject.phrases, subject.owner, subject.value)
    return letters(words)


def _touched_lines(subject: Subject) -> tuple[str, ...] | None:
    """The anchors of the lines that a reservation touches; None if there are none."""
    return reservations.touched(subject.corpus, subject.owner, subject.value) or None


class Reserved(Published):
    """What a State reserved or declared of a text and has not withdrawn."""

    kind: Annotated[str, Code("reservation-kinds")]
    """What it is; unknown where a list says that there is one and we have not read it."""
    words: Words = worked_out(_reservation_words)
    """What it does, and to which articles; that we have not read it."""
    lines: tuple[str, ...] | None = worked_out(_touched_lines)
    """The lines of the text that it touches, by the last part of their addresses. If we
    have not read it, there are none: it may touch any line.
    """


def _reservations(subject: Subject) -> list[Subject] | None:
    """What a State reserved of a text and has not withdrawn; None if there is nothing."""
    party = subject.value
    not_withdrawn = reservations.standing(subject.corpus, subject.owner, party.state)
    return [subject.with_value(reservation) for reservation in not_withdrawn] or None


def _lines_that_do_not_bind(subject: Subject) -> tuple[str, ...] | None:
    """The anchors of lines that do not bind a State; None if all of them do."""
    state = subject.value.state
    return reservations.freed(subject.corpus, subject.owner, state) or None


class AdherenceData(Published):
    """A text that a State joined. The parties of the record say how, and of which day the
    list is.
    """

    PUBLISHED_NAME = "adherence"

    record: RecordRef = worked_out(lambda subject: subject.owner)
    """The text."""
    own: Annotated[listed_parties.Party, Inline("state how reservations note")]
    bound: Annotated[BoundSinceData | None, Inline("bound_since_computed")] = worked_out(
        bound_since
    )
    bound_since_words: Words | None = worked_out(_bound_since_words)
    """The day of ``bound_since`` in words."""
    in_part: OnlyTrue | None = worked_out(_is_bound_in_part)
    """The text does not apply yet, but some of its lines do and bind the State."""
    reserved: tuple[Reserved, ...] | None = worked_out(_reservations)
    """What the State reserved or declared of it and has not withdrawn, as far as we know.
    """
    freed: tuple[str, ...] | None = worked_out(_lines_that_do_not_bind)
    """Lines of the text that do not bind the State, because of its reservations: the last
    part of their addresses.
    """


class SignedData(Published):
    """A text that a State signed and has not joined."""

    PUBLISHED_NAME = "signed"

    record: RecordRef = worked_out(lambda subject: subject.owner)
    """The text."""
    own: Annotated[listed_parties.Signatory, Inline("state")]


class MembershipData(Published):
    """A mechanism that a State is a member of."""

    PUBLISHED_NAME = "membership"

    mechanism: MechanismRef = worked_out(lambda subject: subject.owner)
    """The mechanism."""
    own: Annotated[mechanisms.Member, Inline("state")]


class ToldData(Published):
    """What a mechanism told a State."""

    PUBLISHED_NAME = "told"

    mechanism: MechanismRef = worked_out(lambda subject: subject.owner)
    """The mechanism."""
    own: Annotated[mechanisms.StateReview, Inline("state")]


class Called(Published):
    """A line that somebody can call."""

    numbers: tuple[str, ...] = worked_out(lambda subject: subject.value.contact.numbers)
    """As they are dialled in the State."""
    words: Words = worked_out(
        lambda subject: letters(calling.contact_words(subject.phrases, subject.value))
    )
    """Its name, for whom it is, who answers, from which page and day the number is."""
    brief: Words = worked_out(
        lambda subject: letters(
            calling.brief_contact_words(subject.phrases, subject.value)
        )
    )
    """Its name, for whom it is, and who answers, without hours and page."""
    subject: ContactSubject | None = worked_out(
        lambda subject: subject.value.contact.subject
    )
    """For whom, or on what, it is; absent where no page says so."""
    check_first: OnlyTrue | None = worked_out(
        lambda subject: subject.value.check_first or None
    )
    """The number must be checked before somebody calls."""
    url: str | None = worked_out(lambda subject: subject.value.contact.url)
    """The page that gives the number; absent where that is on a site of uploads."""


class NamedLine(Published):
    """A line without a number that is recent enough to show."""

    words: Words = worked_out(
        lambda subject: letters(calling.named_words(subject.phrases, subject.value))
    )
    """Its name and the page that names it."""
    brief: Words = worked_out(
        lambda subject: letters(calling.brief_named_words(subject.phrases, subject.value))
    )
    """Its name, and for whom it is."""
    url: str | None = worked_out(lambda subject: subject.value.contact.url)
    """That page; absent where it is on a site of uploads."""
    old: OnlyTrue | None = worked_out(lambda subject: subject.value.is_old or None)
    """The page is older than two years, or has no day."""
    own_page: OnlyTrue | None = worked_out(
        lambda subject: subject.value.contact.own_page or None
    )
    """The page is that of the line itself: its number can be looked up there."""


class ResponsibleData(Published):
    """A body or a law of a State, as a page names it."""

    PUBLISHED_NAME = "responsible"

    kind: str = worked_out(lambda subject: subject.value.contact.kind)
    """What it is for."""
    words: Words = worked_out(
        lambda subject: letters(calling.responsible_words(subject.phrases, subject.value))
    )
    """Its name and the page that names it."""
    brief: Words = worked_out(
        lambda subject: letters(calling.brief_named_words(subject.phrases, subject.value))
    )
    """Its name."""
    url: str | None = worked_out(lambda subject: subject.value.contact.url)
    """That page; absent where it is on a site of uploads."""


def _emergency_model(subject: Subject) -> EmergencyNumber:
    """The emergency number of a State, as it was typed."""
    emergency: Emergency = subject.value
    return emergency.model


def _emergency_sources(subject: Subject) -> tuple[EmergencySource, ...]:
    """The sources of an emergency number, as they were typed."""
    return _emergency_model(subject).sources


class EmergencySourceData(Published):
    """A page, an act of law or a table of many States that gives an emergency number."""

    PUBLISHED_NAME = "emergency-source"

    own: Annotated[EmergencySource, Inline()]


class EmergencyData(Published):
    """The emergency number of a State."""

    PUBLISHED_NAME = "emergency"

    own: Annotated[EmergencyNumber, Inline("sources")] = worked_out(_emergency_model)
    sources: tuple[EmergencySourceData, ...] = worked_out(_emergency_sources)
    """An official page or an act of law; or tables of different publishers."""
    words: Words = worked_out(
        lambda subject: letters(emergency_words(subject.phrases, subject.owner))
    )
    """The number with its sources; that the police may ask for documents, and who else
    there is to ask.
    """
    brief: Words = worked_out(
        lambda subject: letters(brief_emergency_words(subject.phrases, subject.value))
    )
    """Who answers, and what a caller must know, in few words."""
    unconfirmed: OnlyTrue | None = worked_out(
        lambda subject: not subject.value.is_confirmed or None
    )
    """Only tables of many States give it. No page of the State that we read does."""
    old_year: int | None = worked_out(lambda subject: subject.value.old_year)
    """The year of its newest source, where that is older than five years."""


def _emergency(subject: Subject) -> Emergency | None:
    """The emergency number of a State; None where none may be shown."""
    contacts: WhomToCall | None = subject.value
    return contacts.emergency if contacts else None


def _day_looked(subject: Subject) -> PartialDate | None:
    """The day on which somebody looked for whom to call; None if nobody has."""
    contacts: WhomToCall | None = subject.value
    return contacts.looked if contacts else None


def _lines_with_numbers(subject: Subject) -> tuple[Reachable, ...]:
    """The lines whose numbers may be shown."""
    contacts: WhomToCall | None = subject.value
    return contacts.lines if contacts else ()


def _lines_without_numbers(subject: Subject) -> tuple[Named, ...] | None:
    """The lines without a number that may be shown; None if there are none."""
    contacts: WhomToCall | None = subject.value
    return (contacts.named or None) if contacts else None


def _responsible(subject: Subject) -> tuple[Named, ...] | None:
    """The bodies and laws without a number that may be named; None if there are none."""
    contacts: WhomToCall | None = subject.value
    if contacts is None:
        return None
    bodies = [named for named in contacts.others if named.contact.kind != "helpline"]
    return tuple(bodies) or None


def _what_to_do_without_numbers(subject: Subject) -> str | None:
    """What to do if no number may be shown, in words; None if there is no such line."""
    if _lines_without_numbers(subject) is None:
        return None
    return letters(calling.unprinted(subject.phrases))


def _usable_until(subject: Subject) -> str | None:
    """Until when copies of the numbers may be used, in words; None without numbers."""
    return letters(calling.usable_until(subject.phrases, subject.owner)) or None


class StateData(Published):
    """A State in the one file: who it is, and whom to call there."""

    PUBLISHED_NAME = "state"

    state: StateNamed = worked_out(lambda subject: subject)
    """Which State it is."""
    looked: PartialDate | None = worked_out(_day_looked)
    """The day on which somebody looked for whom to call; absent where nobody has."""
    emergency: EmergencyData | None = worked_out(_emergency)
    """The emergency number; absent where our sources contradict each other or none gives
    one.
    """
    whom_to_call: tuple[Called, ...] = worked_out(_lines_with_numbers)
    """Numbers that are recent enough to show on the day of the data."""
    named_lines: tuple[NamedLine, ...] | None = worked_out(_lines_without_numbers)
    """Where no number may be shown: the lines that pages name."""
    check_lines: Words | None = worked_out(_what_to_do_without_numbers)
    """That no number is recent enough to show, and what to do, in words."""
    responsible: tuple[ResponsibleData, ...] | None = worked_out(_responsible)
    """Bodies and laws that pages name."""
    copies: Words | None = worked_out(_usable_until)
    """Until which day a printed or saved copy of these numbers may be used, in words."""
