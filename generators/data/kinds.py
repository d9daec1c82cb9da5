"""The kinds of file with data: the fields of each, with their meanings. ``shapes.py`` has their parts.

``compendium.json.gz`` holds the records and mechanisms as their own files do. Of a State it says who it is:
what binds a State follows from the parties of the records, and its own file has it joined up.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from generators.data import shapes
from generators.data.marked import As, Here, Published, Text, Within
from generators.model import items
from generators.model.fields import Code, Id, LanguageCode, MechanismRef, RecordRef, StateCode, Url


class Head(Published):
    """What every file begins with."""

    schema_: str = Field(alias="$schema")
    """Address of the JSON Schema that describes this file: absolute where the site knows its own address,
    else relative to this file.
    """
    format: Annotated[str, As({"type": "string", "pattern": r"^\d+\.\d+$"})]
    """Version of the format: the first number rises when a field changes its meaning or goes, the second when
    one is added.
    """
    language: LanguageCode
    """Language of labels and texts in this file."""
    day: date
    """Day of the data: status, parties and everything else is as of this day."""
    base: Url | None = None
    """Absolute address that every relative address in this file continues."""


class RecordFile(Head):
    """A record: what its page says. It stands beside that page."""

    own: Annotated[shapes.Record, Within()]


class MechanismFile(Head):
    """A mechanism: what its page says. It stands beside that page."""

    own: Annotated[shapes.Mechanism, Within()]


class StateFile(Head):
    """What applies in a State. It stands beside its page."""

    own: Annotated[shapes.State, Within()]
    binding: tuple[shapes.Adherence, ...]
    """Texts that bind it, oldest first."""
    pending: tuple[shapes.Adherence, ...]
    """Texts that it joined and that do not bind it yet."""
    left: tuple[shapes.Adherence, ...]
    """Texts that it left, or that bind nobody any more."""
    takes_part: tuple[shapes.Adherence, ...]
    """Texts that do not bind and that it takes part in."""
    will_take_part: tuple[shapes.Adherence, ...]
    """Those that it will take part in."""
    took_part: tuple[shapes.Adherence, ...]
    """Those that it took part in."""
    signed: tuple[shapes.Signed, ...]
    """Texts that it signed and has not joined."""
    named: tuple[RecordRef, ...]
    """Texts that name it as a party; ratification is not recorded."""
    open: tuple[RecordRef, ...]
    """Binding texts of its regions, and global ones, of which it is not known whether it is party: the list
    was not read, or may lack some. Never to be read as no.
    """
    open_elsewhere: tuple[RecordRef, ...]
    """The same of other regions."""
    standards: dict[shapes.Kind, tuple[RecordRef, ...]]
    """By kind, what its mechanisms adopted for all members."""
    reports: tuple[RecordRef, ...]
    """Records under which it owes reports."""
    told: tuple[shapes.Told, ...]
    """What it was told, the newest first. There may be newer ones."""
    memberships: tuple[shapes.Membership, ...]
    """Its memberships on the day of the data."""
    memberships_to_come: tuple[shapes.Membership, ...]
    """Those that begin later."""
    former_memberships: tuple[shapes.Membership, ...]
    """Those that ended."""


class TopicFile(Head):
    """What all records say on a topic. It stands beside its page."""

    id: shapes.Topic
    """Its code."""
    topic: shapes.TopicNamed
    """What it is."""
    lines: tuple[shapes.Provision, ...]
    """What is said on it today, in the order of every page: what was checked, what leads it, what is nearer
    to trafficking.
    """
    silent: tuple[RecordRef, ...]
    """Records that, read in full, say nothing on it."""
    read_in_part: tuple[RecordRef, ...]
    """Records that say nothing in what we read of their text: the rest may."""
    unreadable: tuple[RecordRef, ...]
    """Records whose text we looked for and could not read: nothing is known."""
    unread: tuple[RecordRef, ...]
    """Records in which nobody has looked for it: nothing is known."""


class RecordsFile(Head):
    """Which record or mechanism an id means, and what codes mean: the other files have ids and codes."""

    records: dict[RecordRef, shapes.RecordNamed]
    """The records, by id, in the order of their titles."""
    mechanisms: dict[MechanismRef, shapes.MechanismNamed]
    """The mechanisms, by id, in the order of their titles."""
    labels: dict[Id, dict[Id, shapes.Label]]
    """What codes mean: by list of the vocabulary, by code."""


class StatesFile(Head):
    """The list of all States."""

    states: tuple[shapes.StateNamed, ...]
    """Every State that the records name, by name."""


class Item(Published):
    """A recommendation, good practice, lesson or challenge of the Dakar consultation of 2010, or what was
    announced or presented there.
    """

    id: RecordRef
    """Its id."""
    title: str
    """Its title."""
    address: Here
    """Its place on the page of the consultation."""
    own: Annotated[items.Item, Within()]
    end: items.End
    """How far it is answered on the day of the data."""


class Entry(Published):
    """An entry of a list of the vocabulary."""

    label: str
    """Its label."""
    definition: Text | None = None
    """What it means."""
    question: str | None = None
    """Of a topic: the question that it answers."""
    address: Here | None = None
    """Its page or place, where it has one."""
    sign: str | None = None
    """The sign that pages show for it."""
    pillar: Annotated[str, Code("pillars")] | None = None
    """The pillar of a topic."""
    phase: Annotated[str, Code("phases")] | None = None
    """Of a step of a case: its phase."""
    records: tuple[RecordRef, ...] | None = None
    """Of a group of persons: the texts that hold for it alone."""
    lines: tuple[str, ...] | None = None
    """Of a step of the first days: the lines that ask for it; of a group: those for it alone."""
    topics: tuple[shapes.Topic, ...] | None = None
    """The topics that it bears on."""
    stages: tuple[shapes.Stage, ...] | None = None
    """The steps of a case that it bears on."""
    kinds: tuple[shapes.Kind, ...] | None = None
    """Of a type: the kinds of record that have it."""
    group: Literal["proposed", "pending", "standing", "over"] | None = None
    """Of a status: not yet decided, decided and not in force, standing, over."""
    ref: str | None = None
    """Of a principle: its number."""
    unit: str | None = None
    """Of an indicator: what it counts."""
    forms: dict[LanguageCode, str] | None = None
    """Of a term: what it is called, by language."""
    acronyms: dict[LanguageCode, str] | None = None
    """Of a term: its acronym, by language."""


class List(Published):
    """A closed list of the vocabulary."""

    title: str
    """What it is a list of."""
    definition: Text
    """What it is for."""
    entries: dict[Id, Entry]
    """Its entries by code, in their order."""


class CorpusFile(Head):
    """Every record and mechanism in one file: data/compendium.json.gz."""

    licence: str
    """Address of the licence of the data."""
    vocabularies: dict[Id, List]
    """The closed lists, by name."""
    mechanisms: dict[MechanismRef, shapes.Mechanism]
    """The mechanisms, by id."""
    records: dict[RecordRef, shapes.Record]
    """The records, by id."""
    states: dict[StateCode, shapes.State]
    """The States, by alpha-3 code; what binds each is in the parties of the records."""
    items: dict[RecordRef, Item]
    """The Dakar consultation of 2010, item by item."""
