"""What records and mechanisms are as data, and what several kinds of file (``kinds.py``)
are made of: the fields of each object, with their meanings and how they are worked out.
They are models as those of records are (marks, and the string under a field).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from generators.corpus import comparisons, official_text, order, parties, record_profile
from generators.corpus.addresses import Target, address, calendar
from generators.corpus.coming import of_mechanism
from generators.corpus.corpus import Corpus
from generators.corpus.status import next_due
from generators.data.marked import Given, Here, Of, OnlyTrue, Published, Text, Within
from generators.document import changes, mechanism, runs, sentences
from generators.document.open_data.party_tables import PARTICIPATIONS, participation
from generators.document.runs import letters
from generators.model import citations, mechanisms, records
from generators.model import parties as listed_parties
from generators.model.fields import (
    Code,
    Grade,
    LanguageCode,
    MechanismRef,
    RecordRef,
    StateCode,
)
from generators.text.partial_dates import PartialDate
from generators.translate import texts

Group = Annotated[str, Code("groups")]
Kind = Annotated[str, Code("kinds")]
Nearness = Annotated[str, Code("nearness")]
Region = Annotated[str, Code("regions")]
Stage = Annotated[str, Code("stages")]
Topic = Annotated[str, Code("topics")]
Participation = Literal[PARTICIPATIONS]
Moment = Literal[
    *"adopted published signature in-force applies-from transposition-due period-from period-to".split(),
    "extended-to",
]
Relation = Literal[
    *"supersedes is-to-supersede superseded-by is-to-be-superseded-by amends is-to-amend amended-by".split(),
    *"is-to-be-amended-by implements implemented-by related".split(),
]


def listed(by_owner: Callable[[Corpus], Mapping[str, Sequence[str]]]) -> Given:
    """What a table of the corpus has for the owner."""
    return Given(lambda of: by_owner(of.corpus).get(of.owner, ()))


def _states(of: Of) -> int | None:
    known = parties.numbers(of.corpus, of.owner)
    return known.all_ - known.organisations if known and known.all_ else None


def _at_least(of: Of) -> bool | None:
    known = parties.numbers(of.corpus, of.owner)
    return (known and known.at_least) or None


class RecordNamed(Published):
    """Which record an id means."""

    name: str = Given(lambda of: of.localizer.short(of.owner).text)
    """Its shortest usual name."""
    title: str = Given(lambda of: of.localizer.title(of.owner).text)
    """Its title."""
    address: Here = Given(lambda of: address(Target("record", of.owner)))
    """Its page; the same as data is index.json beside it."""
    kind: Kind
    """Instrument, action plan or standard operating procedure."""
    type: Annotated[str, Code("types")]
    """What sort of instrument, plan or procedure it is."""
    binding: bool
    """Whether it is made to bind."""
    about: Nearness = Given(lambda of: of.it.about or order.NEIGHBOUR)
    """How near it is to trafficking in persons."""
    binds: bool = Given(lambda of: of.corpus.binds(of.owner))
    """Whether it binds anybody on the day of the data. A text that is in force and does
    not apply yet does not.
    """
    status: Annotated[str, Code("statuses")] = Given(
        lambda of: of.corpus.status(of.owner)
    )
    """Where it stands on the day of the data."""
    status_words: str = Given(lambda of: letters(sentences.status(of.phrases, of.owner)))
    """The status in words, with its date."""
    mechanisms: tuple[MechanismRef, ...] = Given(lambda of: of.corpus.adopters(of.owner))
    """The mechanisms that adopted it; the first keeps it."""
    regions: tuple[Region, ...] = Given(lambda of: of.corpus.regions(of.owner))
    """The regions of these mechanisms."""
    confidence: Grade = Given(lambda of: of.corpus.confidence_shown(of.owner))
    """The best grade that more than half of its lines reach. A record without lines has
    its own.
    """
    topics: int = Given(
        lambda of: len({topic for line in of.it.provisions for topic in line.topics})
    )
    """On how many topics it speaks."""
    states: int | None = Given(_states)
    """How many States are party to it, where that is known."""
    states_at_least: OnlyTrue | None = Given(_at_least)
    """There may be more States than that: the list of parties may lack some, or only a
    number was read.
    """


def _contact(of: Of) -> str | None:
    return (
        letters(mechanism.contact(of.phrases, of.owner, of.it.contact))
        if of.it.contact
        else None
    )


class MechanismNamed(Published):
    """Which mechanism an id means."""

    name: str = Given(lambda of: of.localizer.short(of.owner).text)
    """Its acronym or shortest usual name."""
    title: str = Given(lambda of: of.localizer.title(of.owner).text)
    """Its name."""
    address: Here = Given(lambda of: address(Target("record", of.owner)))
    """Its page."""
    regions: tuple[Region, ...] = Given(lambda of: of.corpus.regions(of.owner))
    """Its regions."""
    contact: str | None = Given(_contact)
    """How to reach its office on trafficking, in one line."""


class StateNamed(Published):
    """Which State a code means."""

    code: StateCode = Given(lambda of: of.owner)
    """ISO 3166-1 alpha-3."""
    name: str = Given(lambda of: of.localizer.state(of.owner))
    """Its name."""
    in_sentence: str = Given(lambda of: of.localizer.state_in_sentence(of.owner))
    """Its name as a sentence names it: in English with "the", where the name takes it."""
    address: Here = Given(lambda of: address(Target("state", of.owner)))
    """Its page."""


class Label(Published):
    """What a code means."""

    label: str = Given(lambda of: of.localizer.label(of.owner, of.it.id))
    """Its label."""
    sign: str | None
    """The sign that the pages show for it."""


# -- what records hold -------------------------------------------------------------------


class BoundSince(Published):
    """From which day a text binds a State."""

    bound_since: PartialDate | None = Given(lambda of: of.it.day)
    """First day on which it binds this State: as a list gives it, else as it follows from
    the text's article. Without it that day is not known.
    """
    bound_since_computed: OnlyTrue | None = Given(lambda of: of.it.computed or None)
    """True where that day follows from the article and was read in no list."""


class LinePlace(Published):
    """Where a line stands on the site."""

    record: RecordRef = Given(lambda of: of.owner)
    """The record that it stands in."""
    address: Here = Given(lambda of: address(Target("record", of.owner, of.it.anchor)))
    """Its own place on the record's page; kept for good."""


def _language(said: runs.Runs) -> str | None:
    return next(
        (
            run.language
            for run in said
            if isinstance(run, runs.Reference) and run.language
        ),
        None,
    )


class Reference(Published):
    """Where a line stands in its text."""

    reference: str = Given(lambda of: letters(of.it))
    """The place in the text as lawyers of the file's language write it."""
    reference_language: LanguageCode | None = Given(lambda of: _language(of.it))
    """Language of its words, where it is not the file's."""


def _reference(of: Of) -> Of | None:
    ref = of.it.line.ref
    return of.about(of.phrases.reference(ref, of.owner)) if ref else None


class Measured(Published):
    """What a line counts, and for whom."""

    value_words: str | None = Given(
        lambda of: letters(sentences.value(of.phrases, of.it.line)) or None
    )
    """What value and within say, in words."""
    only_for: tuple[Group, ...] | None = Given(
        lambda of: order.groups_of(of.corpus, of.owner, of.it.anchor) or None
    )
    """The groups of persons that it holds for alone: whoever it holds for is in all of
    them; for everyone without it.
    """


class TextAddress(Published):
    """Where the text itself can be read, whole."""

    own: Annotated[citations.TextAddress, Within()] = Given(lambda of: of.it[0])
    by_rule: OnlyTrue | None = Given(lambda of: of.it[1] or None)
    """Nobody opened the address: it follows from the number of the record."""


def _leads(of: Of) -> list[str] | None:
    return [
        topic
        for topic in of.it.line.topics
        if of.it.place in order.leads(of.corpus, topic)
    ] or None


def _line_binds(of: Of) -> bool | None:
    binds = of.corpus.line_binds(of.owner, of.it.line)
    return None if binds == of.corpus.binds(of.owner) else binds


def _is_general(of: Of) -> bool:
    return bool(of.topic) and of.owner in order.general(of.corpus, of.topic)


class Provision(Published):
    """What one place of a text says on one or more topics."""

    place: Annotated[LinePlace, Within()]
    reference: Annotated[Reference, Within()] = Given(_reference)
    own: Annotated[records.Provision, Within()] = Given(lambda of: of.it.line)
    measured: Annotated[Measured, Within()]
    leads: tuple[Topic, ...] | None = Given(_leads)
    """The topics on which a specialist would show it first."""
    current: Literal[False] | None = Given(
        lambda of: None if of.corpus.current(of.it.line) else False
    )
    """Whether it holds on the day of the data: said only where it does not."""
    binds: bool | None = Given(_line_binds)
    """Whether it binds anybody on the day of the data: said only where that is not what
    its text does.
    """
    applies_from: PartialDate | None = Given(
        lambda of: of.corpus.applies_from(of.owner, of.it.line)
    )
    """Day from which it applies, where that is to come on the day of the data: its own,
    else that of its text.
    """
    applies_words: str | None = Given(
        lambda of: letters(of.phrases.applies_from(of.owner, of.it.line)) or None
    )
    """The same in words."""
    general: OnlyTrue | None = Given(lambda of: _is_general(of) or None)
    """In the file of a topic: true where its text is general law that also applies."""


class Step(Published):
    """One step of a standard operating procedure."""

    place: Annotated[LinePlace, Within()]
    reference: Annotated[Reference, Within()] = Given(_reference)
    own: Annotated[records.Step, Within()] = Given(lambda of: of.it.line)
    measured: Annotated[Measured, Within()]
    number: int
    """Its place in the procedure, from 1."""


class Objective(Published):
    """An objective of a plan."""

    place: Annotated[LinePlace, Within()]
    reference: Annotated[Reference | None, Within()] = Given(_reference)
    own: Annotated[records.Objective, Within()] = Given(lambda of: of.it.line)


class Indicator(Published):
    """What a plan measures."""

    place: Annotated[LinePlace, Within()]
    reference: Annotated[Reference | None, Within()] = Given(_reference)
    own: Annotated[records.Indicator, Within()] = Given(lambda of: of.it.line)


def _place(of: Of) -> str | None:
    return (
        texts.place(of.corpus, of.it.place, of.phrases.language).text
        if of.it.place
        else None
    )


class Date(Published):
    """Something that happened to a record, or will."""

    what: Moment
    """What happened."""
    date: PartialDate | None = Given(lambda of: of.it.day)
    """When."""
    place: str | None = Given(_place)
    """Where."""
    confidence: Grade
    place_confidence: Grade | None = Given(
        lambda of: of.it.place_confidence if of.it.place else None
    )
    """How sure the place is."""


def bound(of: Of) -> Of | None:
    """From which day the record binds the State of a party."""
    since = of.corpus.bound_since(of.owner, of.it)
    return of.about(since) if since else None


class Party(Published):
    """A State that joined the text."""

    own: Annotated[listed_parties.Party, Within()]
    bound: Annotated[BoundSince | None, Within()] = Given(bound)
    participation: Participation = Given(
        lambda of: participation(of.corpus, of.owner, of.it)
    )
    """On the day of the data: bound; pending (the text is not in force, does not apply
    yet, or not for it); no-longer-bound (it left, or the text binds nobody any more); of
    a text that does not bind, takes-part, to-take-part or took-part. The same codes as in
    the table of parties.
    """


def _count_as_of(of: Of) -> PartialDate | None:
    found = parties.numbers(of.corpus, of.owner)
    return found.as_of if found and of.it.count else None


class Parties(Published):
    """Who is party. A State that is not named is not party only where the list is not
    incomplete.
    """

    own: Annotated[listed_parties.Parties, Within()]
    count: int | None = Given(
        lambda of: (known := parties.numbers(of.corpus, of.owner)) and known.all_
    )
    """How many parties are known of, organisations among them; may exceed those named."""
    at_least: OnlyTrue | None = Given(_at_least)
    """There may be more parties than that number: the list may lack some, or only the
    number was read.
    """
    count_as_of: PartialDate | None = Given(_count_as_of)
    """Day of that number."""
    states: tuple[Party, ...]
    """States that joined, past ones included."""
    organisations: tuple[listed_parties.Organisation, ...]
    """Organisations that joined."""
    signatories: tuple[listed_parties.Signatory, ...]
    """States that signed and have not joined."""


class Reporting(Published):
    """Who reports to whom, how often."""

    own: Annotated[records.Reporting, Within()]
    next: PartialDate | None = Given(lambda of: (due := next_due(of.it)) and due.day)
    """Day of the next report."""
    next_computed: OnlyTrue | None = Given(
        lambda of: ((due := next_due(of.it)) and due.computed) or None
    )
    """That day is worked out from the last report and the interval."""


def _lines(kind: Literal["provisions", "steps", "objectives", "indicators"]) -> Given:
    return Given(lambda of: of.corpus.lines_of(of.owner, kind))


def _absent(kind: str) -> Given:
    return Given(lambda of: comparisons.absent_topics(of.corpus)[of.owner][kind])


class Record(Published):
    """A record as data."""

    id: RecordRef = Given(lambda of: of.owner)
    """Its id, which never changes."""
    record: RecordNamed = Given(lambda of: of)
    """Who it is and where it stands."""
    summary: Text | None = Given(
        lambda of: of.localizer.said(of.owner, of.it.summary) if of.it.summary else None,
        null=True,
    )
    """What it is about; CommonMark."""
    text: tuple[TextAddress, ...] = Given(
        lambda of: official_text.places(of.it, of.phrases.language)
    )
    """Where the text itself can be read: official pages, else copies."""
    own: Annotated[records.Record, Within()]
    adopted: PartialDate | None = Given(
        lambda of: of.it.adopted and of.it.adopted.date, null=True
    )
    """Day of adoption."""
    in_force: PartialDate | None = Given(lambda of: of.it.in_force, null=True)
    """Day of entry into force."""
    applies_from: PartialDate | None = Given(lambda of: of.it.applies_from)
    """Day from which it applies, where that is not the day of its entry into force."""
    transposition_due: PartialDate | None = Given(lambda of: of.it.transposition_due)
    """Day by which States had to put it into their law."""
    dates: tuple[Date, ...] = Given(
        lambda of: record_profile.timeline(of.corpus, of.owner)
    )
    """All its days, the earliest first."""
    relations: dict[Relation, tuple[RecordRef, ...]] = Given(
        lambda of: record_profile.relations(of.corpus, of.owner)
    )
    """Other records that it bears on, or that bear on it."""
    parties: Parties | None = Given(lambda of: of.it.parties)
    """Who is party, where a list or a number was read."""
    provisions: tuple[Provision, ...] = _lines("provisions")
    """What it says, by topic."""
    steps: tuple[Step, ...] = _lines("steps")
    """Its steps, of a procedure."""
    objectives: tuple[Objective, ...] = _lines("objectives")
    """Its objectives."""
    indicators: tuple[Indicator, ...] = _lines("indicators")
    """Its indicators."""
    reporting: Reporting | None = Given(lambda of: of.it.reporting)
    """The duty to report under it."""
    silent: tuple[Topic, ...] = _absent("silent")
    """Topics on which the text, read in full, says nothing."""
    read_in_part: tuple[Topic, ...] = _absent("read_in_part")
    """Topics on which what we read of the text says nothing."""
    unreadable: tuple[Topic, ...] = _absent("unreadable")
    """Topics on which we could not read the text: nothing is known."""
    unread: tuple[Topic, ...] = _absent("unread")
    """Topics that nobody has looked for in it: nothing is known."""
    who_inferred: OnlyTrue | None = Given(lambda of: of.it.who_inferred or None)
    """Who acts in its steps is our reading: the source does not name them."""
    answers: tuple[RecordRef, ...] = listed(record_profile.answered_items)
    """Items of the Dakar consultation of 2010 that it answers."""
    changed: date | None = Given(lambda of: changes.last(of.corpus, of.owner))
    """Day on which the record was changed last."""
    review: PartialDate | None = Given(lambda of: of.it.review and of.it.review.due)
    """Day by which it must be looked at again."""


# -- what mechanisms hold ----------------------------------------------------------------


class Founded(Published):
    """When a mechanism was founded."""

    date: PartialDate = Given(lambda of: of.it)
    """The day."""
    confidence: Grade = Given(lambda of: of.corpus.confidence_of(of.owner, "founded"))


class Contact(Published):
    """The office that answers on trafficking; never a person."""

    own: Annotated[mechanisms.Contact, Within()]
    postal_address: str | None = Given(lambda of: of.it.address)
    """Its postal address, as published."""


class Member(Published):
    """A State's membership of a mechanism, during one interval."""

    own: Annotated[mechanisms.Member, Within()]
    status: Literal["ahead", "now", "past"] = Given(lambda of: of.corpus.phase(of.it))
    """On the day of the data."""


def _party_to(of: Of) -> list[str]:
    return [each.record for each in parties.joined(of.corpus).get(of.owner, ())]


def _calendar(of: Of) -> str | None:
    days = of_mechanism(of.corpus, of.owner)
    return address(calendar(Target("record", of.owner))) if days else None


class Mechanism(Published):
    """A mechanism as data."""

    id: MechanismRef = Given(lambda of: of.owner)
    """Its id, which never changes."""
    mechanism: MechanismNamed = Given(lambda of: of)
    """Who it is."""
    own: Annotated[mechanisms.Mechanism, Within()]
    part_of: tuple[MechanismRef, ...] = Given(
        lambda of: [each for each in of.it.part_of if each in of.corpus.mechanisms]
    )
    """The mechanisms that it is part of."""
    bodies: tuple[MechanismRef, ...] = Given(
        lambda of: of.corpus.bodies_of.get(of.owner, ())
    )
    """The mechanisms that are part of it."""
    founded: Founded | None = Given(lambda of: of.it.founded)
    """When it was founded."""
    contact: Contact | None = Given(lambda of: of.it.contact)
    """How to reach its office on trafficking."""
    members: tuple[Member, ...]
    """Its members, past ones and those to come included."""
    adopted: tuple[RecordRef, ...] = Given(
        lambda of: of.corpus.records_of.get(of.owner, ())
    )
    """The records that it adopted, oldest first."""
    developed: tuple[RecordRef, ...] = listed(comparisons.developed)
    """Those that it wrote and others adopted."""
    party_to: tuple[RecordRef, ...] = Given(_party_to)
    """Those that it is itself party to."""
    receives_reports: tuple[RecordRef, ...] = listed(comparisons.reported)
    """Those under which it receives reports."""
    calendar: Here | None = Given(_calendar)
    """Its days to come, as iCalendar."""
    changed: date | None = Given(lambda of: changes.last(of.corpus, of.owner))
    """Day on which its record was changed last."""
    review: PartialDate | None = Given(lambda of: of.it.review and of.it.review.due)
    """Day by which it must be looked at again."""
