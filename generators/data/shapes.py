"""What files with data (``kinds.py``) are made of: the fields of each object, with their meanings. They are
models as those of records are (marks, and the string under a field), of which no instance is made.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from generators.data.marked import Here, OnlyTrue, Published, Text, Within
from generators.document.open_data.lines import PARTICIPATIONS
from generators.model import citations, mechanisms, records
from generators.model.fields import Code, Grade, LanguageCode, MechanismRef, RecordRef, StateCode
from generators.text.partial_dates import PartialDate

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


class RecordNamed(Published):
    """Which record an id means."""

    name: str
    """Its shortest usual name."""
    title: str
    """Its title."""
    address: Here
    """Its page; the same as data is index.json beside it."""
    kind: Kind
    """Instrument, action plan or standard operating procedure."""
    type: Annotated[str, Code("types")]
    """What sort of instrument, plan or procedure it is."""
    binding: bool
    """Whether it is made to bind."""
    about: Nearness
    """How near it is to trafficking in persons."""
    binds: bool
    """Whether it binds anybody on the day of the data."""
    status: Annotated[str, Code("statuses")]
    """Where it stands on the day of the data."""
    status_words: str
    """The status in words, with its date."""
    mechanisms: tuple[MechanismRef, ...]
    """The mechanisms that adopted it; the first keeps it."""
    regions: tuple[Region, ...]
    """The regions of these mechanisms."""
    confidence: Grade
    """The best grade that more than half of its lines reach. A record without lines has its own."""
    topics: int
    """On how many topics it speaks."""
    states: int | None = None
    """How many States are party to it, where that is known."""


class MechanismNamed(Published):
    """Which mechanism an id means."""

    name: str
    """Its acronym or shortest usual name."""
    title: str
    """Its name."""
    address: Here
    """Its page."""
    regions: tuple[Region, ...]
    """Its regions."""
    contact: str | None = None
    """How to reach its office on trafficking, in one line."""


class StateNamed(Published):
    """Which State a code means."""

    code: StateCode
    """ISO 3166-1 alpha-3."""
    name: str
    """Its name."""
    address: Here
    """Its page."""


class Label(Published):
    """What a code means."""

    label: str
    """Its label."""
    sign: str | None = None
    """The sign that the pages show for it."""


# -- what records hold ---------------------------------------------------------------------------------------


class BoundSince(Published):
    """From which day a text binds a State."""

    bound_since: PartialDate | None = None
    """First day on which it binds this State: as a list gives it, else as it follows from the text's article.
    Without it that day is not known.
    """
    bound_since_computed: OnlyTrue | None = None
    """True where that day follows from the article and was read in no list."""


class LinePlace(Published):
    """Where a line stands on the site."""

    record: RecordRef
    """The record that it stands in."""
    address: Here
    """Its own place on the record's page; kept for good."""


class Reference(Published):
    """Where a line stands in its text."""

    reference: str
    """The place in the text as lawyers of the file's language write it."""
    reference_language: LanguageCode | None = None
    """Language of its words, where it is not the file's."""


class Measured(Published):
    """What a line counts, and for whom."""

    value_words: str | None = None
    """What value and within say, in words."""
    only_for: Group | None = None
    """The group of persons that it holds for alone; for everyone without it."""


class TextAddress(Published):
    """Where the text itself can be read, whole."""

    own: Annotated[citations.TextAddress, Within()]
    by_rule: OnlyTrue | None = None
    """Nobody opened the address: it follows from the number of the record."""


class Provision(Published):
    """What one place of a text says on one or more topics."""

    place: Annotated[LinePlace, Within()]
    own: Annotated[records.Provision, Within()]
    reference: Annotated[Reference, Within()]
    leads: tuple[Topic, ...] | None = None
    """The topics on which a specialist would show it first."""
    general: OnlyTrue | None = None
    """In the file of a topic: true where its text is general law that also applies."""
    measured: Annotated[Measured, Within()]
    current: Literal[False] | None = None
    """Whether it holds on the day of the data: said only where it does not."""


class Step(Published):
    """One step of a standard operating procedure."""

    place: Annotated[LinePlace, Within()]
    own: Annotated[records.Step, Within()]
    reference: Annotated[Reference, Within()]
    measured: Annotated[Measured, Within()]
    number: int
    """Its place in the procedure, from 1."""


class Objective(Published):
    """An objective of a plan."""

    place: Annotated[LinePlace, Within()]
    own: Annotated[records.Objective, Within()]
    reference: Annotated[Reference, Within(maybe=True)]


class Indicator(Published):
    """What a plan measures."""

    place: Annotated[LinePlace, Within()]
    own: Annotated[records.Indicator, Within()]
    reference: Annotated[Reference, Within(maybe=True)]


class Date(Published):
    """Something that happened to a record, or will."""

    what: Moment
    """What happened."""
    date: PartialDate | None = None
    """When."""
    place: str | None = None
    """Where."""
    confidence: Grade
    place_confidence: Grade | None = None
    """How sure the place is."""


class Party(Published):
    """A State that joined the text."""

    own: Annotated[records.Party, Within()]
    bound: Annotated[BoundSince, Within()]
    participation: Participation
    """On the day of the data: bound; pending (the text is not in force, or not for it yet); no-longer-bound
    (it left, or the text binds nobody any more); of a text that does not bind, takes-part, to-take-part or
    took-part. The same codes as in the table of parties.
    """


class Parties(Published):
    """Who is party. A State that is not named is not party only where the list is not incomplete."""

    own: Annotated[records.Parties, Within()]
    count: int | None = None
    """How many parties are known of, organisations among them; may exceed those named."""
    count_as_of: PartialDate | None = None
    """Day of that number."""
    states: tuple[Party, ...]
    """States that joined, past ones included."""
    organisations: tuple[records.Organisation, ...]
    """Organisations that joined."""
    signatories: tuple[records.Signatory, ...]
    """States that signed and have not joined."""


class Reporting(Published):
    """Who reports to whom, how often."""

    own: Annotated[records.Reporting, Within()]
    next: PartialDate | None = None
    """Day of the next report."""
    next_computed: OnlyTrue | None = None
    """That day is worked out from the last report and the interval."""


class Record(Published):
    """A record as data."""

    id: RecordRef
    """Its id, which never changes."""
    record: RecordNamed
    """Who it is and where it stands."""
    summary: Text | None
    """What it is about; CommonMark."""
    adopted: PartialDate | None
    """Day of adoption."""
    in_force: PartialDate | None
    """Day of entry into force."""
    dates: tuple[Date, ...]
    """All its days, the earliest first."""
    text: tuple[TextAddress, ...]
    """Where the text itself can be read: official pages, else copies."""
    relations: dict[Relation, tuple[RecordRef, ...]]
    """Other records that it bears on, or that bear on it."""
    parties: Parties | None = None
    """Who is party, where a list or a number was read."""
    provisions: tuple[Provision, ...]
    """What it says, by topic."""
    steps: tuple[Step, ...]
    """Its steps, of a procedure."""
    objectives: tuple[Objective, ...]
    """Its objectives."""
    indicators: tuple[Indicator, ...]
    """Its indicators."""
    reporting: Reporting | None = None
    """The duty to report under it."""
    silent: tuple[Topic, ...]
    """Topics on which the text, read in full, says nothing."""
    read_in_part: tuple[Topic, ...]
    """Topics on which what we read of the text says nothing."""
    unreadable: tuple[Topic, ...]
    """Topics on which we could not read the text: nothing is known."""
    unread: tuple[Topic, ...]
    """Topics that nobody has looked for in it: nothing is known."""
    who_inferred: OnlyTrue | None = None
    """Who acts in its steps is our reading: the source does not name them."""
    answers: tuple[RecordRef, ...]
    """Items of the Dakar consultation of 2010 that it answers."""
    own: Annotated[records.Record, Within()]
    changed: date | None = None
    """Day on which the record was changed last."""
    review: PartialDate | None = None
    """Day by which it must be looked at again."""


# -- what mechanisms and States hold -------------------------------------------------------------------------


class Founded(Published):
    """When a mechanism was founded."""

    date: PartialDate
    """The day."""
    confidence: Grade


class Contact(Published):
    """The office that answers on trafficking; never a person."""

    own: Annotated[mechanisms.Contact, Within()]
    postal_address: str | None = None
    """Its postal address, as published."""


class Member(Published):
    """A State's membership of a mechanism, during one interval."""

    own: Annotated[mechanisms.Member, Within()]
    status: Literal["ahead", "now", "past"]
    """On the day of the data."""


class Mechanism(Published):
    """A mechanism as data."""

    id: MechanismRef
    """Its id, which never changes."""
    mechanism: MechanismNamed
    """Who it is."""
    part_of: tuple[MechanismRef, ...]
    """The mechanisms that it is part of."""
    bodies: tuple[MechanismRef, ...]
    """The mechanisms that are part of it."""
    founded: Founded | None = None
    """When it was founded."""
    contact: Contact | None = None
    """How to reach its office on trafficking."""
    members: tuple[Member, ...]
    """Its members, past ones and those to come included."""
    adopted: tuple[RecordRef, ...]
    """The records that it adopted, oldest first."""
    developed: tuple[RecordRef, ...]
    """Those that it wrote and others adopted."""
    party_to: tuple[RecordRef, ...]
    """Those that it is itself party to."""
    receives_reports: tuple[RecordRef, ...]
    """Those under which it receives reports."""
    calendar: Here | None = None
    """Its days to come, as iCalendar."""
    own: Annotated[mechanisms.Mechanism, Within()]
    changed: date | None = None
    """Day on which its record was changed last."""
    review: PartialDate | None = None
    """Day by which it must be looked at again."""


ADHERENCE_WITHOUT = "state how reservations note"
"""What the file of a State leaves to the parties of the record."""


class Adherence(Published):
    """A text that a State joined. How, what it reserved, and of which day the list is stand in the parties
    of the record.
    """

    record: RecordRef
    """The text."""
    own: Annotated[records.Party, Within(ADHERENCE_WITHOUT)]
    bound: Annotated[BoundSince, Within("bound_since_computed")]
    words: str
    """Since when and how, in words."""


class Signed(Published):
    """A text that a State signed and has not joined."""

    record: RecordRef
    """The text."""
    own: Annotated[records.Signatory, Within("state")]


class Membership(Published):
    """A mechanism that a State is a member of."""

    mechanism: MechanismRef
    """The mechanism."""
    own: Annotated[mechanisms.Member, Within("state")]


class Told(Published):
    """What a mechanism told a State."""

    mechanism: MechanismRef
    """The mechanism."""
    own: Annotated[mechanisms.StateReview, Within("state")]


class Called(Published):
    """A line that somebody can call."""

    numbers: tuple[str, ...]
    """As they are dialled in the State."""
    words: str
    """Its name, for whom it is, who answers, from which page and day the number is."""
    check_first: OnlyTrue | None = None
    """The number must be checked before somebody calls."""
    url: str
    """The page that gives the number."""


class NamedLine(Published):
    """A line without a number that is recent enough to show."""

    words: str
    """Its name and the page that names it."""
    url: str
    """That page."""


class State(Published):
    """A State in the one file: who it is, and whom to call there."""

    state: StateNamed
    """Which State it is."""
    looked: PartialDate | None = None
    """The day on which somebody looked for whom to call; absent where nobody has."""
    whom_to_call: tuple[Called, ...]
    """Numbers that are recent enough to show on the day of the data."""
    named_lines: tuple[NamedLine, ...] | None = None
    """Where no number may be shown: the lines that pages name."""
    check_lines: str | None = None
    """That no number is recent enough to show, and what to do, in words."""
    copies: str | None = None
    """Until which day a printed or saved copy of these numbers may be used, in words."""


class TopicNamed(Published):
    """Which topic a code means."""

    label: str
    """Its label."""
    question: str
    """The question that it answers."""
    address: Here
    """Its page."""
