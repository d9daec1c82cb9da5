"""The kinds of file with data: the fields of each, with their meanings and how they are
worked out. ``record_data.py``, ``mechanism_data.py``, ``state_data.py`` and
``vocabulary_data.py`` have the objects that the files hold.

``compendium.json.gz`` holds records and mechanisms as their own files do. It says who a
State is, and whom to call there. What binds a State follows from the parties of records;
the file of the State says it, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import Field

from generators.corpus import comparisons, order, parties
from generators.corpus.addresses import Target, address
from generators.corpus.cldr import sort_key
from generators.corpus.corpus import Corpus
from generators.corpus.needs import (
    lines_of_needs,
    questions_of_needs,
    texts_of_needs,
)
from generators.corpus.state_profile import state_profile
from generators.corpus.tables import reviews_of_state
from generators.corpus.whom_to_call import whom_to_call
from generators.data.case_data import CaseText, GroupData, NeedData, QuestionData
from generators.data.marked import (
    BOTH,
    InLanguage,
    Inline,
    JsonObject,
    PageAddress,
    Part,
    Published,
    SchemaMark,
    Subject,
    Words,
    as_json,
    worked_out,
)
from generators.data.mechanism_data import MechanismData
from generators.data.named_data import (
    KindCode,
    Label,
    MechanismNamed,
    RecordNamed,
    StateNamed,
    TopicCode,
    listed_for_owner,
)
from generators.data.record_data import ProvisionData, QuotedLine, RecordData
from generators.data.state_data import (
    AdherenceData,
    MembershipData,
    SignedData,
    StateData,
    ToldData,
)
from generators.data.vocabulary_data import (
    ItemData,
    ListData,
    consultation_items,
    vocabularies,
)
from generators.document.open_data import LICENCE_ADDRESS, VERSION
from generators.document.phrases import Phrases
from generators.model.fields import (
    Id,
    LanguageCode,
    MechanismRef,
    RecordRef,
    StateCode,
    Url,
)


class TopicNamed(Published):
    """Which topic a code means."""

    label: Words = worked_out(
        lambda subject: subject.localizer.label("topics", subject.owner)
    )
    """Its label."""
    question: Words = worked_out(
        lambda subject: subject.localizer.word("topics", subject.owner, "question").text
    )
    """The question that it answers."""
    address: PageAddress = worked_out(
        lambda subject: address(Target("topic", subject.owner))
    )
    """Its page."""


# -- files -------------------------------------------------------------------------------


class Head(Published):
    """The fields with which every file begins. Their subject has three addresses.

    The first one is that of the file's schema. The second one is that of the folder of
    the language; it is absolute, or empty. The third one is that of the file of words; it
    is empty, but in a file of codes.
    """

    schema_: str = Field(worked_out(lambda subject: subject.value[0]), alias="$schema")
    """Address of the JSON Schema that describes this file: absolute where the site knows
    its own address, else relative to this file.
    """
    format: Annotated[str, SchemaMark({"type": "string", "pattern": r"^\d+\.\d+$"})] = (
        worked_out(lambda _: VERSION)
    )
    """Version of the format: the first number rises when a field changes its meaning or
    goes, the second when one is added.
    """
    language: Annotated[LanguageCode, InLanguage()] = worked_out(
        lambda subject: subject.phrases.language
    )
    """Language of labels and texts in this file. A file of codes has none."""
    day: date = worked_out(lambda subject: subject.corpus.today)
    """Day of the data: status, parties and everything else is as of this day."""
    base: Url | None = worked_out(lambda subject: subject.value[1] or None)
    """Absolute address that every relative address in this file continues."""
    words: str | None = worked_out(lambda subject: subject.value[2] or None)
    """Of a file of codes: the file with its words, below the folder of each language."""


class Content(Published):
    """What a file has after its head. ``PARTS`` are the parts of its objects that it has,
    and ``PARTS_OF_HEAD`` those of its head.
    """

    PARTS: ClassVar[frozenset[Part]] = BOTH
    PARTS_OF_HEAD: ClassVar[frozenset[Part]] = BOTH


def kind_of(model: type[Content]) -> str:
    """The kind of file that a class describes.

    >>> kind_of(RecordFile)
    'record'
    """
    return model.__name__.removesuffix("File").lower()


CODES: frozenset[Part] = frozenset({"codes"})
"""What is the same in all languages."""
WORDS: frozenset[Part] = frozenset({"words"})
"""What a language says."""


class RecordFile(Content):
    """The codes of a record. It is next to its page."""

    PARTS = CODES
    PARTS_OF_HEAD = CODES

    own: Annotated[RecordData, Inline()]


class MechanismFile(Content):
    """The codes of a mechanism. It is next to its page."""

    PARTS = CODES
    PARTS_OF_HEAD = CODES

    own: Annotated[MechanismData, Inline()]


def _of_profile(field: str) -> Any:
    """A field with the texts or memberships of a field of the State's profile."""
    return worked_out(lambda subject: subject.of_owners(getattr(subject.value, field)))


def _whom_to_call(subject: Subject) -> Subject:
    return subject.with_value(whom_to_call(subject.corpus, subject.owner))


def _signed(subject: Subject) -> list[Subject]:
    """The texts that a State signed and has not joined."""
    signed_by_state = parties.signed(subject.corpus)
    return subject.of_owners(signed_by_state.get(subject.owner, ()))


class StateFile(Content):
    """What applies in a State: the codes. It is next to its page."""

    PARTS = CODES
    PARTS_OF_HEAD = CODES

    own: Annotated[StateData, Inline()] = worked_out(_whom_to_call)
    binding: tuple[AdherenceData, ...] = _of_profile("binding")
    """Texts that bind it, oldest first."""
    pending: tuple[AdherenceData, ...] = _of_profile("pending")
    """Texts that it joined and that do not bind it yet."""
    left: tuple[AdherenceData, ...] = _of_profile("former")
    """Texts that it left, or that bind nobody any more."""
    takes_part: tuple[AdherenceData, ...] = _of_profile("joined")
    """Texts that do not bind and that it takes part in."""
    will_take_part: tuple[AdherenceData, ...] = _of_profile("joining")
    """Those that it will take part in."""
    took_part: tuple[AdherenceData, ...] = _of_profile("parted")
    """Those that it took part in."""
    signed: tuple[SignedData, ...] = worked_out(_signed)
    """Texts that it signed and has not joined."""
    named: tuple[RecordRef, ...] = listed_for_owner(parties.named)
    """Texts that name it as a party; ratification is not recorded."""
    open: tuple[RecordRef, ...] = worked_out(
        lambda subject: subject.value.unlisted_nearby
    )
    """Binding texts of its regions, and global ones, of which it is not known whether it
    is party: the list was not read, or may lack some. Never to be read as no.
    """
    open_elsewhere: tuple[RecordRef, ...] = worked_out(
        lambda subject: subject.value.unlisted_elsewhere
    )
    """The same of other regions."""
    standards: dict[KindCode, tuple[RecordRef, ...]]
    """By kind, what its mechanisms adopted for all members."""
    reports: tuple[RecordRef, ...]
    """Records under which it owes reports."""
    told: tuple[ToldData, ...] = worked_out(
        lambda subject: subject.of_owners(reviews_of_state(subject.corpus, subject.owner))
    )
    """What it was told, the newest first. There may be newer ones."""
    memberships: tuple[MembershipData, ...] = _of_profile("now")
    """Its memberships on the day of the data."""
    memberships_to_come: tuple[MembershipData, ...] = _of_profile("ahead")
    """Those that begin later."""
    former_memberships: tuple[MembershipData, ...] = _of_profile("past")
    """Those that ended."""


def _lines_of_topic(subject: Subject) -> list[Subject]:
    """The lines on a topic, the most useful first (``order.merit``)."""
    lines = [line for row in subject.value.rows for line in row.cells]
    lines.sort(key=lambda line: order.merit(subject.corpus, line, subject.owner))
    return [
        Subject(subject.phrases, line.record, line, topic=subject.owner) for line in lines
    ]


class TopicFile(Content):
    """What all records say on a topic: the codes. It is next to its page."""

    PARTS = CODES
    PARTS_OF_HEAD = CODES

    id: TopicCode = worked_out(lambda subject: subject.owner)
    """Its code."""
    topic: TopicNamed = worked_out(lambda subject: subject)
    """What it is."""
    lines: tuple[ProvisionData, ...] = worked_out(_lines_of_topic)
    """What is said on it today, in the order of every page: what was checked, what leads
    it, what is nearer to trafficking.
    """
    silent: tuple[RecordRef, ...]
    """Records that, read in full, say nothing on it."""
    read_in_part: tuple[RecordRef, ...]
    """Records that say nothing in what we read of their text: the rest may."""
    unreadable: tuple[RecordRef, ...]
    """Records whose text we looked for and could not read: nothing is known."""
    unread: tuple[RecordRef, ...]
    """Records in which nobody has looked for it: nothing is known."""


class WordsFile(Content):
    """What one language says of a State, of a topic, or of a mechanism and its records.
    Join it with the codes to have the whole: objects key by key, lists place by place.
    """

    PARTS = WORDS

    words: dict[str, RecordData | MechanismData | StateFile | TopicFile]
    """The words by id or code."""


def _by_title(
    model: type[Published], subject: Subject, owners: Mapping[str, Any]
) -> JsonObject:
    """An object for each owner, by its id, in the order of their titles. ``owners`` has
    the model of each.
    """
    ids = sorted(owners, key=lambda owner: sort_key(subject.localizer.title(owner).text))
    return {
        owner: as_json(model, subject.of_owner(owner, owners[owner])) for owner in ids
    }


def _records_by_title(subject: Subject) -> JsonObject:
    return _by_title(RecordNamed, subject, subject.corpus.records)


def _mechanisms_by_title(subject: Subject) -> JsonObject:
    return _by_title(MechanismNamed, subject, subject.corpus.mechanisms)


_LABELLED = (
    "strengths",
    "confidences",
    "forces",
    "topics",
    "stages",
    "roles",
    "regions",
    "groups",
)
"""The lists whose codes the scripts of the pages put into words."""


def _labels(subject: Subject) -> JsonObject:
    """The labels of codes: by the name of their list, then by code."""
    labels: JsonObject = {}
    for name in _LABELLED:
        entries = subject.corpus.vocabularies.entries_of(name)
        labels[name] = {
            code: as_json(Label, subject.of_owner(name, entry))
            for code, entry in entries.items()
        }
    return labels


class RecordsFile(Content):
    """Which record or mechanism an id means, and what codes mean: the other files have
    ids and codes.
    """

    records: dict[RecordRef, RecordNamed] = worked_out(_records_by_title)
    """The records, by id, in the order of their titles."""
    mechanisms: dict[MechanismRef, MechanismNamed] = worked_out(_mechanisms_by_title)
    """The mechanisms, by id, in the order of their titles."""
    labels: dict[Id, dict[Id, Label]] = worked_out(_labels)
    """What codes mean: by list of the vocabulary, by code."""


def _states_by_name(subject: Subject) -> list[Subject]:
    """Every State, in the order of their names in the language of the file."""
    states = sorted(
        subject.corpus.all_states,
        key=lambda code: sort_key(subject.localizer.state(code)),
    )
    return [subject.of_owner(code) for code in states]


class StatesFile(Content):
    """The list of all States."""

    states: tuple[StateNamed, ...] = worked_out(_states_by_name)
    """Every State that the records name, by name."""


def _entries_by_code(model: type[Published], subject: Subject, name: str) -> JsonObject:
    """An object for each entry of a list of the vocabulary, by its code."""
    entries = subject.corpus.vocabularies.entries_of(name)
    return {
        code: as_json(model, subject.of_owner(name, entries[code])) for code in entries
    }


def _questions_of_needs(subject: Subject) -> JsonObject:
    """The questions to which a need leads, by code."""
    entries = subject.corpus.vocabularies.entries_of("questions")
    return {
        code: as_json(QuestionData, subject.of_owner("questions", entries[code]))
        for code in questions_of_needs(subject.corpus)
    }


def _lines_of_needs(subject: Subject) -> JsonObject:
    """The lines that answer these questions, by place."""
    return {
        line.place: as_json(QuotedLine, subject.of_owner(line.record, line))
        for line in lines_of_needs(subject.corpus)
    }


def _texts_of_needs(subject: Subject) -> JsonObject:
    """The texts that the page of a case can name, by id."""
    records = subject.corpus.records
    return {
        name: as_json(CaseText, subject.of_owner(name, records[name]))
        for name in texts_of_needs(subject.corpus)
    }


class CaseFile(Content):
    """What the pages of a case and of two States can be asked, and what answers."""

    needs: dict[Id, NeedData] = worked_out(
        lambda subject: _entries_by_code(NeedData, subject, "needs")
    )
    """What a person in a case needs, by code."""
    questions: dict[Id, QuestionData] = worked_out(_questions_of_needs)
    """The questions to which these needs lead, by code."""
    lines: dict[str, QuotedLine] = worked_out(_lines_of_needs)
    """The lines that answer these questions, by place (``record#anchor``)."""
    texts: dict[RecordRef, CaseText] = worked_out(_texts_of_needs)
    """The texts of these lines, and all others on trafficking that bind, by id."""
    groups: dict[Id, GroupData] = worked_out(
        lambda subject: _entries_by_code(GroupData, subject, "groups")
    )
    """The groups of persons to whom lines are limited, by code."""
    labels: dict[Id, dict[Id, Label]] = worked_out(_labels)
    """What codes mean: by list of the vocabulary, by code."""


class CorpusFile(Content):
    """Every record and mechanism in one file: data/compendium.json.gz."""

    licence: str = worked_out(lambda subject: LICENCE_ADDRESS)
    """Address of the licence of the data."""
    vocabularies: dict[Id, ListData] = worked_out(vocabularies)
    """The closed lists, by name."""
    mechanisms: dict[MechanismRef, MechanismData]
    """The mechanisms, by id."""
    records: dict[RecordRef, RecordData]
    """The records, by id."""
    states: dict[StateCode, StateData]
    """The States, by alpha-3 code; what binds each is in the parties of the records."""
    items: dict[RecordRef, ItemData] = worked_out(consultation_items)
    """The Dakar consultation of 2010, item by item."""


_VALUE_OF_FILE: Mapping[str, tuple[type[Published], Callable[[Corpus, str], object]]] = {
    "record": (RecordFile, lambda corpus, name: corpus.records[name]),
    "mechanism": (MechanismFile, lambda corpus, name: corpus.mechanisms[name]),
    "state": (StateFile, state_profile),
    "who": (StateData, whom_to_call),
    "topic": (TopicFile, comparisons.topic),
    "records": (RecordsFile, lambda *_: None),
    "states": (StatesFile, lambda *_: None),
    "case": (CaseFile, lambda *_: None),
}
"""For each kind of file, the class of its fields, and what gets the value that they are
about. ``who`` is the part on a State in ``compendium.json.gz``.
"""


def body(
    phrases: Phrases, kind: str, name: str, parts: frozenset[Part] = BOTH
) -> JsonObject:
    """The fields of a file of a kind, without its head. ``name`` is the id of the record
    or mechanism, or the code of the State or topic. Other kinds of file need no name.
    ``parts`` are the parts that are written. Raises KeyError if the kind or the name is
    not known.
    """
    model, value_of_name = _VALUE_OF_FILE[kind]
    value = value_of_name(phrases.corpus, name)
    return as_json(model, Subject(phrases, name, value, parts=parts))
