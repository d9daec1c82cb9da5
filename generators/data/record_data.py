"""What a record is as data: the objects of its file. Each field has its meaning under it,
and says how it is worked out.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from generators.corpus import (
    comparisons,
    official_text,
    order,
    parties,
    record_profile,
)
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Lines
from generators.corpus.located import Localized
from generators.corpus.status import next_due
from generators.data.checked_data import Checked
from generators.data.marked import (
    InLanguage,
    Inline,
    OnlyTrue,
    PageAddress,
    Published,
    Subject,
    TextData,
    Words,
    worked_out,
)
from generators.data.measured_data import Measured
from generators.data.named_data import (
    RecordNamed,
    TopicCode,
    last_changed,
    listed_for_owner,
    may_have_more_parties,
    review_due,
)
from generators.document import runs
from generators.document.open_data.party_tables import Participation, participation
from generators.document.runs import letters
from generators.model import citations, records
from generators.model import parties as listed_parties
from generators.model.fields import Grade, LanguageCode, RecordRef
from generators.text.partial_dates import PartialDate
from generators.translate import texts

MomentCode = Literal[
    "adopted",
    "published",
    "signature",
    "in-force",
    "applies-from",
    "transposition-due",
    "period-from",
    "period-to",
    "extended-to",
]
RelationCode = Literal[
    "supersedes",
    "is-to-supersede",
    "superseded-by",
    "is-to-be-superseded-by",
    "amends",
    "is-to-amend",
    "amended-by",
    "is-to-be-amended-by",
    "implements",
    "implemented-by",
    "related",
]

# -- lines -------------------------------------------------------------------------------


class BoundSinceData(Published):
    """From which day a text binds a State."""

    bound_since: PartialDate | None = worked_out(lambda subject: subject.value.day)
    """First day on which it binds this State: as a list gives it, else as it follows from
    the text's article. Without it that day is not known.
    """
    bound_since_computed: OnlyTrue | None = worked_out(
        lambda subject: subject.value.computed or None
    )
    """True where that day follows from the article and was read in no list."""


class LinePlace(Published):
    """Where a line is on the site."""

    record: RecordRef = worked_out(lambda subject: subject.owner)
    """The record that it stands in."""
    address: PageAddress = worked_out(
        lambda subject: address(Target("record", subject.owner, subject.value.anchor))
    )
    """Its own place on the record's page; kept for good."""


def _language_of_reference(subject: Subject) -> str | None:
    """The language of a reference that is in runs; None if it is that of the file."""
    for run in subject.value:
        if isinstance(run, runs.Reference) and run.language:
            return run.language
    return None


class ReferenceData(Published):
    """Where a line is in its text."""

    IN_LANGUAGE = True

    reference: str = worked_out(lambda subject: letters(subject.value))
    """The place in the text as lawyers of the file's language write it."""
    reference_language: LanguageCode | None = worked_out(_language_of_reference)
    """Language of its words, where it is not the file's."""


def _reference(subject: Subject) -> Subject | None:
    """The reference of a line, in runs; None if the line has none."""
    reference = subject.value.line.ref
    if not reference:
        return None
    return subject.with_value(subject.phrases.reference(reference, subject.owner))


def _line(subject: Subject) -> Any:
    """The model of a line: a provision, a step, an objective or an indicator."""
    return subject.value.line


def _leading_topics(subject: Subject) -> list[str] | None:
    """The topics that a line leads; None if it leads none."""
    located = subject.value
    topics = [
        topic
        for topic in located.line.topics
        if located.place in order.leads(subject.corpus, topic)
    ]
    return topics or None


def _line_is_current(subject: Subject) -> bool | None:
    """False if a line does not hold on the day of the data; else None."""
    return None if subject.corpus.current(subject.value.line) else False


def _line_binds(subject: Subject) -> bool | None:
    """Whether a line binds anybody; None if it is as its text is."""
    line_binds = subject.corpus.line_binds(subject.owner, subject.value.line)
    text_binds = subject.corpus.binds(subject.owner)
    return None if line_binds == text_binds else line_binds


def _applies_from(subject: Subject) -> PartialDate | None:
    """The day from which a line applies; None if it applies already."""
    return subject.corpus.applies_from(subject.owner, subject.value.line)


def _applies_words(subject: Subject) -> str | None:
    """That day in words; None if the line applies already."""
    words = subject.phrases.applies_from(subject.owner, subject.value.line)
    return letters(words) or None


def _is_general(subject: Subject) -> bool | None:
    """In the file of a topic, true if the text is general law; else None."""
    if not subject.topic:
        return None
    return subject.owner in order.general(subject.corpus, subject.topic) or None


class ProvisionData(Published):
    """What one place of a text says on one or more topics."""

    PUBLISHED_NAME = "provision"

    place: Annotated[LinePlace, Inline()]
    reference: Annotated[ReferenceData, Inline()] = worked_out(_reference)
    own: Annotated[records.Provision, Inline()] = worked_out(_line)
    measured: Annotated[Measured, Inline()]
    checked: Annotated[Checked, Inline()]
    leads: tuple[TopicCode, ...] | None = worked_out(_leading_topics)
    """The topics on which a specialist would show it first."""
    current: Literal[False] | None = worked_out(_line_is_current)
    """Whether it holds on the day of the data: said only where it does not."""
    binds: bool | None = worked_out(_line_binds)
    """Whether it binds anybody on the day of the data: said only where that is not what
    its text does.
    """
    applies_from: PartialDate | None = worked_out(_applies_from)
    """Day from which it applies, where that is to come on the day of the data: its own,
    else that of its text.
    """
    applies_words: Words | None = worked_out(_applies_words)
    """The same in words."""
    general: OnlyTrue | None = worked_out(_is_general)
    """In the file of a topic: true where its text is general law that also applies."""


class QuotedLine(Published):
    """A provision without what only its own text and topics need of it."""

    PUBLISHED_NAME = "quoted-line"

    place: Annotated[LinePlace, Inline()]
    reference: Annotated[ReferenceData, Inline()] = worked_out(_reference)
    own: Annotated[
        records.Provision, Inline("topics ref value value_is within from_ until about")
    ] = worked_out(_line)
    measured: Annotated[Measured, Inline()]
    checked: Annotated[Checked, Inline()]
    binds: bool | None = worked_out(_line_binds)
    """Whether it binds anybody on the day of the data: said only where that is not what
    its text does.
    """
    applies_words: Words | None = worked_out(_applies_words)
    """The day from which it applies, in words, where that is to come."""


class StepData(Published):
    """One step of a standard operating procedure."""

    PUBLISHED_NAME = "step"

    place: Annotated[LinePlace, Inline()]
    reference: Annotated[ReferenceData, Inline()] = worked_out(_reference)
    own: Annotated[records.Step, Inline()] = worked_out(_line)
    measured: Annotated[Measured, Inline()]
    checked: Annotated[Checked, Inline()]
    number: int
    """Its place in the procedure, from 1."""


class ObjectiveData(Published):
    """An objective of a plan."""

    PUBLISHED_NAME = "objective"

    place: Annotated[LinePlace, Inline()]
    reference: Annotated[ReferenceData | None, Inline()] = worked_out(_reference)
    own: Annotated[records.Objective, Inline()] = worked_out(_line)
    checked: Annotated[Checked, Inline()]


class IndicatorData(Published):
    """What a plan measures."""

    PUBLISHED_NAME = "indicator"

    place: Annotated[LinePlace, Inline()]
    reference: Annotated[ReferenceData | None, Inline()] = worked_out(_reference)
    own: Annotated[records.Indicator, Inline()] = worked_out(_line)
    checked: Annotated[Checked, Inline()]


# -- dates and parties -------------------------------------------------------------------


def _place(subject: Subject) -> str | None:
    """The name of the city where something happened; None if that is not known."""
    moment = subject.value
    if not moment.place:
        return None
    return texts.place(subject.corpus, moment.place, subject.phrases.language).text


def _place_confidence(subject: Subject) -> str | None:
    """How sure that place is; None if there is no place."""
    return subject.value.place_confidence if subject.value.place else None


class DateData(Published):
    """Something that happened to a record, or will."""

    PUBLISHED_NAME = "date"

    what: MomentCode
    """What happened."""
    date: PartialDate | None = worked_out(lambda subject: subject.value.day)
    """When."""
    place: Words | None = worked_out(_place)
    """Where."""
    confidence: Grade
    place_confidence: Grade | None = worked_out(_place_confidence)
    """How sure the place is."""


def bound_since(subject: Subject) -> Subject | None:
    """The day from which a record binds a party, which is the value of the subject. None
    if that day is not known.
    """
    since = subject.corpus.bound_since(subject.owner, subject.value)
    return subject.with_value(since) if since else None


def _participation(subject: Subject) -> Participation:
    return participation(subject.corpus, subject.owner, subject.value)


class PartyData(Published):
    """A State that joined the text."""

    PUBLISHED_NAME = "party"

    own: Annotated[listed_parties.Party, Inline()]
    bound: Annotated[BoundSinceData | None, Inline()] = worked_out(bound_since)
    participation: Participation = worked_out(_participation)
    """On the day of the data: bound; pending (the text is not in force, does not apply
    yet, or not for it); no-longer-bound (it left, or the text binds nobody any more); of
    a text that does not bind, takes-part, to-take-part or took-part. The same codes as in
    the table of parties.
    """


def _number_of_parties(subject: Subject) -> int | None:
    """How many parties we know of; None if neither a list nor a number is known."""
    known = parties.numbers(subject.corpus, subject.owner)
    return known.all_ if known else None


def _count_as_of(subject: Subject) -> PartialDate | None:
    """The day of that number; None if it was only counted in a list."""
    known = parties.numbers(subject.corpus, subject.owner)
    return known.as_of if known and subject.value.count else None


class PartiesData(Published):
    """Who is party. A State that is not named is not party only where the list is not
    incomplete.
    """

    PUBLISHED_NAME = "parties"

    own: Annotated[listed_parties.Parties, Inline()]
    count: int | None = worked_out(_number_of_parties)
    """How many parties are known of, organisations among them; may exceed those named."""
    at_least: OnlyTrue | None = worked_out(may_have_more_parties)
    """There may be more parties than that number: the list may lack some, or only the
    number was read.
    """
    count_as_of: PartialDate | None = worked_out(_count_as_of)
    """Day of that number."""
    states: tuple[PartyData, ...]
    """States that joined, past ones included."""
    organisations: tuple[listed_parties.Organisation, ...]
    """Organisations that joined."""
    signatories: tuple[listed_parties.Signatory, ...]
    """States that signed and have not joined."""


def _next_report(subject: Subject) -> PartialDate | None:
    """The day of the next report; None if it is not known."""
    due = next_due(subject.value)
    return due.day if due else None


def _next_is_computed(subject: Subject) -> bool | None:
    """True if that day is worked out from an interval; else None."""
    due = next_due(subject.value)
    return True if due and due.computed else None


class ReportingData(Published):
    """Who reports to whom, how often."""

    PUBLISHED_NAME = "reporting"

    own: Annotated[records.Reporting, Inline()]
    next: PartialDate | None = worked_out(_next_report)
    """Day of the next report."""
    next_computed: OnlyTrue | None = worked_out(_next_is_computed)
    """That day is worked out from the last report and the interval."""


# -- the record --------------------------------------------------------------------------


class TextAddressData(Published):
    """Where the text itself can be read, whole."""

    PUBLISHED_NAME = "text-address"

    own: Annotated[citations.TextAddress, Inline()] = worked_out(
        lambda subject: subject.value.address
    )
    by_rule: OnlyTrue | None = worked_out(lambda subject: subject.value.by_rule or None)
    """Nobody opened the address: it follows from the number of the record."""


def _lines_of_kind(kind: Lines) -> Any:
    """A field with the lines of a kind."""
    return worked_out(lambda subject: subject.corpus.lines_of(subject.owner, kind))


def _absent_topics(kind: str) -> Any:
    """A field with the topics on which the record has no provision, for one reason: a
    kind of ``comparisons.ABSENCES``.
    """
    return worked_out(
        lambda subject: comparisons.absent_topics(subject.corpus)[subject.owner][kind]
    )


def _summary(subject: Subject) -> Localized | None:
    summary = subject.value.summary
    return subject.localizer.text_of(subject.owner, summary) if summary else None


def _adopted(subject: Subject) -> PartialDate | None:
    adopted = subject.value.adopted
    return adopted.date if adopted else None


class RecordData(Published):
    """A record as data."""

    PUBLISHED_NAME = "record"

    id: RecordRef = worked_out(lambda subject: subject.owner)
    """Its id, which never changes."""
    written_in: LanguageCode = worked_out(lambda subject: subject.value.language)
    """The language that its sentences are written in; the others are translations."""
    record: RecordNamed = worked_out(lambda subject: subject)
    """Who it is and where it stands."""
    summary: TextData | None = worked_out(_summary, null=True)
    """What it is about; CommonMark."""
    text: Annotated[tuple[TextAddressData, ...], InLanguage()] = worked_out(
        lambda subject: official_text.places(subject.value, subject.phrases.language)
    )
    """Where the text itself can be read: official pages, else copies. Those in the
    language of the file come first.
    """
    own: Annotated[records.Record, Inline()]
    adopted: PartialDate | None = worked_out(_adopted, null=True)
    """Day of adoption."""
    in_force: PartialDate | None = worked_out(
        lambda subject: subject.value.in_force, null=True
    )
    """Day of entry into force."""
    applies_from: PartialDate | None = worked_out(
        lambda subject: subject.value.applies_from
    )
    """Day from which it applies, where that is not the day of its entry into force."""
    transposition_due: PartialDate | None = worked_out(
        lambda subject: subject.value.transposition_due
    )
    """Day by which States had to put it into their law."""
    dates: tuple[DateData, ...] = worked_out(
        lambda subject: record_profile.timeline(subject.corpus, subject.owner)
    )
    """All its days, the earliest first."""
    relations: dict[RelationCode, tuple[RecordRef, ...]] = worked_out(
        lambda subject: record_profile.relations(subject.corpus, subject.owner)
    )
    """Other records that it bears on, or that bear on it."""
    parties: PartiesData | None = worked_out(lambda subject: subject.value.parties)
    """Who is party, where a list or a number was read."""
    provisions: tuple[ProvisionData, ...] = _lines_of_kind("provisions")
    """What it says, by topic."""
    steps: tuple[StepData, ...] = _lines_of_kind("steps")
    """Its steps, of a procedure."""
    objectives: tuple[ObjectiveData, ...] = _lines_of_kind("objectives")
    """Its objectives."""
    indicators: tuple[IndicatorData, ...] = _lines_of_kind("indicators")
    """Its indicators."""
    reporting: ReportingData | None = worked_out(lambda subject: subject.value.reporting)
    """The duty to report under it."""
    silent: tuple[TopicCode, ...] = _absent_topics("silent")
    """Topics on which the text, read in full, says nothing."""
    read_in_part: tuple[TopicCode, ...] = _absent_topics("read_in_part")
    """Topics on which what we read of the text says nothing."""
    unreadable: tuple[TopicCode, ...] = _absent_topics("unreadable")
    """Topics on which we could not read the text: nothing is known."""
    unread: tuple[TopicCode, ...] = _absent_topics("unread")
    """Topics that nobody has looked for in it: nothing is known."""
    who_inferred: OnlyTrue | None = worked_out(
        lambda subject: subject.value.who_inferred or None
    )
    """Who acts in its steps is our reading: the source does not name them."""
    answers: tuple[RecordRef, ...] = listed_for_owner(record_profile.answered_items)
    """Items of the Dakar consultation of 2010 that it answers."""
    changed: date | None = worked_out(last_changed)
    """Day on which the record was changed last."""
    review: PartialDate | None = worked_out(review_due)
    """Day by which it must be looked at again."""
