"""What ids and codes of the data mean: which record, mechanism or State it is, or what
a code means. Files of all kinds have these objects.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from generators.corpus import order, parties
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.data.marked import (
    OnlyTrue,
    PageAddress,
    Published,
    Subject,
    Words,
    worked_out,
)
from generators.document import changes, mechanism, quoted_line, sentences
from generators.document.runs import letters
from generators.model.fields import Code, Grade, MechanismRef, StateCode
from generators.text.partial_dates import PartialDate

GroupCode = Annotated[str, Code("groups")]
PersonCode = Annotated[str, Code("persons")]
KindCode = Annotated[str, Code("kinds")]
NearnessCode = Annotated[str, Code("nearness")]
RegionCode = Annotated[str, Code("regions")]
StageCode = Annotated[str, Code("stages")]
TopicCode = Annotated[str, Code("topics")]


def listed_for_owner(by_owner: Callable[[Corpus], Mapping[str, Sequence[str]]]) -> Any:
    """A field with what a mapping of the corpus has for the owner: ids of records or
    items. It is empty if the mapping has nothing for it.
    """
    return worked_out(lambda subject: by_owner(subject.corpus).get(subject.owner, ()))


def may_have_more_parties(subject: Subject) -> bool | None:
    """True if there may be more parties than we know of; None if not, or if no number is
    known.
    """
    known = parties.numbers(subject.corpus, subject.owner)
    return True if known and known.at_least else None


def last_changed(subject: Subject) -> date | None:
    """The day on which a record or mechanism was last changed; None if not known."""
    return changes.last(subject.corpus, subject.owner)


def review_due(subject: Subject) -> PartialDate | None:
    """The day by which somebody must look at a record or mechanism again, or None."""
    review = subject.value.review
    return review.due if review else None


def _number_of_states(subject: Subject) -> int | None:
    """How many States are party to a record; None if that is not known."""
    known = parties.numbers(subject.corpus, subject.owner)
    if known is None or not known.all_:
        return None
    return known.all_ - known.organisations


def _number_of_topics(subject: Subject) -> int:
    """On how many topics the provisions of a record are."""
    return len({topic for line in subject.value.provisions for topic in line.topics})


def _status_words(subject: Subject) -> str:
    return letters(sentences.status(subject.phrases, subject.owner))


def _ended_words(subject: Subject) -> str | None:
    return letters(quoted_line.ended(subject.phrases, subject.owner)) or None


def _short_name(subject: Subject) -> str:
    return subject.localizer.short(subject.owner).text


def _title(subject: Subject) -> str:
    return subject.localizer.title(subject.owner).text


def _page_of_record(subject: Subject) -> str:
    """The page of a record or mechanism."""
    return address(Target("record", subject.owner))


def _regions(subject: Subject) -> tuple[str, ...]:
    return subject.corpus.regions(subject.owner)


class RecordNamed(Published):
    """Which record an id means."""

    name: Words = worked_out(_short_name)
    """Its shortest usual name."""
    title: Words = worked_out(_title)
    """Its title."""
    address: PageAddress = worked_out(_page_of_record)
    """Its page; the same as data is index.json beside it."""
    kind: KindCode
    """Instrument, action plan or standard operating procedure."""
    type: Annotated[str, Code("types")]
    """What sort of instrument, plan or procedure it is."""
    binding: bool
    """Whether it is made to bind."""
    about: NearnessCode = worked_out(
        lambda subject: subject.value.about or order.NEIGHBOUR
    )
    """How near it is to trafficking in persons."""
    binds: bool = worked_out(lambda subject: subject.corpus.binds(subject.owner))
    """Whether it binds anybody on the day of the data. A text that is in force and does
    not apply yet does not.
    """
    status: Annotated[str, Code("statuses")] = worked_out(
        lambda subject: subject.corpus.status(subject.owner)
    )
    """Where it stands on the day of the data."""
    status_words: Words = worked_out(_status_words)
    """The status in words, with its date."""
    ended_words: Words | None = worked_out(_ended_words)
    """In words that its time is over, to be said beside its lines; of a text that binds
    nobody and never did.
    """
    mechanisms: tuple[MechanismRef, ...] = worked_out(
        lambda subject: subject.corpus.adopters(subject.owner)
    )
    """The mechanisms that adopted it; the first keeps it."""
    regions: tuple[RegionCode, ...] = worked_out(_regions)
    """The regions of these mechanisms."""
    confidence: Grade = worked_out(
        lambda subject: subject.corpus.confidence_shown(subject.owner)
    )
    """The best grade that more than half of its lines reach. A record without lines has
    its own.
    """
    read_in_full: OnlyTrue | None = worked_out(
        lambda subject: subject.owner in subject.corpus.read_in_full or None
    )
    """We read it from beginning to end."""
    topics: int = worked_out(_number_of_topics)
    """On how many topics it speaks."""
    states: int | None = worked_out(_number_of_states)
    """How many States are party to it, where that is known."""
    states_at_least: OnlyTrue | None = worked_out(may_have_more_parties)
    """There may be more States than that: the list of parties may lack some, or only a
    number was read.
    """


def _contact(subject: Subject) -> str | None:
    """How to reach the office of a mechanism, in one line; None if that is not known."""
    contact = subject.value.contact
    if contact is None:
        return None
    return letters(mechanism.contact(subject.phrases, subject.owner, contact))


class MechanismNamed(Published):
    """Which mechanism an id means."""

    name: Words = worked_out(_short_name)
    """Its acronym or shortest usual name."""
    title: Words = worked_out(_title)
    """Its name."""
    address: PageAddress = worked_out(_page_of_record)
    """Its page."""
    regions: tuple[RegionCode, ...] = worked_out(_regions)
    """Its regions."""
    contact: Words | None = worked_out(_contact)
    """How to reach its office on trafficking, in one line."""


class StateNamed(Published):
    """Which State a code means."""

    code: StateCode = worked_out(lambda subject: subject.owner)
    """ISO 3166-1 alpha-3."""
    name: Words = worked_out(lambda subject: subject.localizer.state(subject.owner))
    """Its name."""
    in_sentence: Words = worked_out(
        lambda subject: subject.localizer.state_in_sentence(subject.owner)
    )
    """Its name as a sentence names it: in English with "the", where the name takes it."""
    address: PageAddress = worked_out(
        lambda subject: address(Target("state", subject.owner))
    )
    """Its page."""


class Label(Published):
    """What a code means."""

    label: Words = worked_out(
        lambda subject: subject.localizer.label(subject.owner, subject.value.id)
    )
    """Its label."""
    sign: str | None
    """The sign that the pages show for it."""
