"""The kinds of file with data: the fields of each, with their meanings and how they are
worked out; and what States are as data. ``shapes.py`` has records and mechanisms, and
what several kinds have.

``compendium.json.gz`` holds the records and mechanisms as their own files do. Of a State
it says who it is: what binds a State follows from the parties of the records, and its own
file has it joined up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from generators.corpus import comparisons, order, parties, reservations
from generators.corpus.addresses import KIND_OF_LIST, Target, address
from generators.corpus.cldr import sort_key
from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence as Joined
from generators.corpus.located import Localized
from generators.corpus.state_profile import state_profile
from generators.corpus.tables import told
from generators.corpus.whom_to_call import whom_to_call
from generators.data import shapes
from generators.data.marked import (
    As,
    Given,
    Here,
    Of,
    OnlyTrue,
    Published,
    Text,
    Within,
    as_json,
)
from generators.document import sentences
from generators.document import whom_to_call as calling
from generators.document.open_data import LICENCE_ADDRESS, VERSION
from generators.document.parties import when as joined_since
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model import items, mechanisms
from generators.model import parties as listed_parties
from generators.model.fields import (
    Code,
    Id,
    LanguageCode,
    MechanismRef,
    RecordRef,
    StateCode,
    Url,
)
from generators.model.vocabulary import UNDEFINED
from generators.text.partial_dates import PartialDate
from generators.translate import texts

# -- what States hold --------------------------------------------------------------------


def _joined_when(of: Of) -> str:
    if of.corpus.is_bound(of.owner, of.it):
        return letters(joined_since(of.phrases, Joined(of.owner, of.it)))
    return letters(sentences.joined_when(of.phrases, of.owner, of.it))


def _bound_since_words(of: Of) -> str | None:
    since = of.corpus.bound_since(of.owner, of.it)
    return letters(of.phrases.date(since.day)) if since else None


def _in_part(of: Of) -> bool | None:
    return of.owner in of.corpus.bound_in_part(of.it.state) or None


class Reserved(Published):
    """What a State reserved or declared of a text and has not withdrawn."""

    kind: Annotated[str, Code("reservation-kinds")]
    """What it is; unknown where a list says that there is one and we have not read it."""
    words: str = Given(
        lambda of: letters(sentences.reservation(of.phrases, of.owner, of.it))
    )
    """What it does, and to which articles; that we have not read it."""
    lines: tuple[str, ...] | None = Given(
        lambda of: reservations.touched(of.corpus, of.owner, of.it) or None
    )
    """The lines of the text that it touches, by the last part of their addresses. If we
    have not read it, there are none: it may touch any line.
    """


def _reserved(of: Of) -> list[Of] | None:
    found = reservations.standing(of.corpus, of.owner, of.it.state)
    return [of.about(each) for each in found] or None


class Adherence(Published):
    """A text that a State joined. How, and of which day the list is, stand in the parties
    of the record.
    """

    record: RecordRef = Given(lambda of: of.owner)
    """The text."""
    own: Annotated[listed_parties.Party, Within("state how reservations note")]
    bound: Annotated[shapes.BoundSince | None, Within("bound_since_computed")] = Given(
        shapes.bound
    )
    bound_since_words: str | None = Given(_bound_since_words)
    """The day of ``bound_since`` in words."""
    in_part: OnlyTrue | None = Given(_in_part)
    """The text does not apply yet, but some of its lines do and bind the State."""
    words: str = Given(_joined_when)
    """Since when and how, in words."""
    reserved: tuple[Reserved, ...] | None = Given(_reserved)
    """What the State reserved or declared of it and has not withdrawn, as far as we know.
    """
    freed: tuple[str, ...] | None = Given(
        lambda of: reservations.freed(of.corpus, of.owner, of.it.state) or None
    )
    """Lines of the text that do not bind the State, because of its reservations: the last
    part of their addresses.
    """


class Signed(Published):
    """A text that a State signed and has not joined."""

    record: RecordRef = Given(lambda of: of.owner)
    """The text."""
    own: Annotated[listed_parties.Signatory, Within("state")]


class Membership(Published):
    """A mechanism that a State is a member of."""

    mechanism: MechanismRef = Given(lambda of: of.owner)
    """The mechanism."""
    own: Annotated[mechanisms.Member, Within("state")]


class Told(Published):
    """What a mechanism told a State."""

    mechanism: MechanismRef = Given(lambda of: of.owner)
    """The mechanism."""
    own: Annotated[mechanisms.StateReview, Within("state")]


class Called(Published):
    """A line that somebody can call."""

    numbers: tuple[str, ...] = Given(lambda of: of.it.contact.numbers)
    """As they are dialled in the State."""
    words: str = Given(lambda of: letters(calling.contact_words(of.phrases, of.it)))
    """Its name, for whom it is, who answers, from which page and day the number is."""
    check_first: OnlyTrue | None = Given(lambda of: of.it.check_first or None)
    """The number must be checked before somebody calls."""
    url: str | None = Given(lambda of: of.it.contact.url)
    """The page that gives the number; absent where that is on a site of uploads."""


class NamedLine(Published):
    """A line without a number that is recent enough to show."""

    words: str = Given(lambda of: letters(calling.named_words(of.phrases, of.it)))
    """Its name and the page that names it."""
    url: str | None = Given(lambda of: of.it.contact.url)
    """That page; absent where it is on a site of uploads."""
    old: OnlyTrue | None = Given(lambda of: of.it.is_old or None)
    """The page is older than two years, or has no day."""
    own_page: OnlyTrue | None = Given(lambda of: of.it.contact.own_page or None)
    """The page is that of the line itself: its number can be looked up there."""


def _named_lines(of: Of) -> Any:
    return (of.it and of.it.named) or None


class State(Published):
    """A State in the one file: who it is, and whom to call there."""

    state: shapes.StateNamed = Given(lambda of: of)
    """Which State it is."""
    looked: PartialDate | None = Given(lambda of: of.it and of.it.looked)
    """The day on which somebody looked for whom to call; absent where nobody has."""
    whom_to_call: tuple[Called, ...] = Given(lambda of: of.it.lines if of.it else ())
    """Numbers that are recent enough to show on the day of the data."""
    named_lines: tuple[NamedLine, ...] | None = Given(_named_lines)
    """Where no number may be shown: the lines that pages name."""
    check_lines: str | None = Given(
        lambda of: _named_lines(of) and letters(calling.unprinted(of.phrases))
    )
    """That no number is recent enough to show, and what to do, in words."""
    copies: str | None = Given(
        lambda of: letters(calling.usable_until(of.phrases, of.owner)) or None
    )
    """Until which day a printed or saved copy of these numbers may be used, in words."""


class TopicNamed(Published):
    """Which topic a code means."""

    label: str = Given(lambda of: of.localizer.label("topics", of.owner))
    """Its label."""
    question: str = Given(
        lambda of: of.localizer.word("topics", of.owner, "question").text
    )
    """The question that it answers."""
    address: Here = Given(lambda of: address(Target("topic", of.owner)))
    """Its page."""


# -- files -------------------------------------------------------------------------------


class Head(Published):
    """What every file begins with. It is about the address of the file's schema and the
    absolute address of the language's folder, which is empty where it is not known.
    """

    schema_: str = Field(Given(lambda of: of.it[0]), alias="$schema")
    """Address of the JSON Schema that describes this file: absolute where the site knows
    its own address, else relative to this file.
    """
    format: Annotated[str, As({"type": "string", "pattern": r"^\d+\.\d+$"})] = Given(
        lambda _: VERSION
    )
    """Version of the format: the first number rises when a field changes its meaning or
    goes, the second when one is added.
    """
    language: LanguageCode = Given(lambda of: of.phrases.language)
    """Language of labels and texts in this file."""
    day: date = Given(lambda of: of.corpus.today)
    """Day of the data: status, parties and everything else is as of this day."""
    base: Url | None = Given(lambda of: of.it[1] or None)
    """Absolute address that every relative address in this file continues."""


class Content(Published):
    """What a file holds behind its head."""


class RecordFile(Content):
    """A record: what its page says. It stands beside that page."""

    own: Annotated[shapes.Record, Within()]


class MechanismFile(Content):
    """A mechanism: what its page says. It stands beside that page."""

    own: Annotated[shapes.Mechanism, Within()]


class StateFile(Content):
    """What applies in a State. It stands beside its page."""

    own: Annotated[State, Within()] = Given(
        lambda of: of.about(whom_to_call(of.corpus, of.owner))
    )
    binding: tuple[Adherence, ...] = Given(lambda of: of.all(of.it.binding))
    """Texts that bind it, oldest first."""
    pending: tuple[Adherence, ...] = Given(lambda of: of.all(of.it.pending))
    """Texts that it joined and that do not bind it yet."""
    left: tuple[Adherence, ...] = Given(lambda of: of.all(of.it.former))
    """Texts that it left, or that bind nobody any more."""
    takes_part: tuple[Adherence, ...] = Given(lambda of: of.all(of.it.joined))
    """Texts that do not bind and that it takes part in."""
    will_take_part: tuple[Adherence, ...] = Given(lambda of: of.all(of.it.joining))
    """Those that it will take part in."""
    took_part: tuple[Adherence, ...] = Given(lambda of: of.all(of.it.parted))
    """Those that it took part in."""
    signed: tuple[Signed, ...] = Given(
        lambda of: of.all(parties.signed(of.corpus).get(of.owner, ()))
    )
    """Texts that it signed and has not joined."""
    named: tuple[RecordRef, ...] = shapes.listed(parties.named)
    """Texts that name it as a party; ratification is not recorded."""
    open: tuple[RecordRef, ...] = Given(lambda of: of.it.unlisted_nearby)
    """Binding texts of its regions, and global ones, of which it is not known whether it
    is party: the list was not read, or may lack some. Never to be read as no.
    """
    open_elsewhere: tuple[RecordRef, ...] = Given(lambda of: of.it.unlisted_elsewhere)
    """The same of other regions."""
    standards: dict[shapes.Kind, tuple[RecordRef, ...]]
    """By kind, what its mechanisms adopted for all members."""
    reports: tuple[RecordRef, ...]
    """Records under which it owes reports."""
    told: tuple[Told, ...] = Given(lambda of: of.all(told(of.corpus, of.owner)))
    """What it was told, the newest first. There may be newer ones."""
    memberships: tuple[Membership, ...] = Given(lambda of: of.all(of.it.now))
    """Its memberships on the day of the data."""
    memberships_to_come: tuple[Membership, ...] = Given(lambda of: of.all(of.it.ahead))
    """Those that begin later."""
    former_memberships: tuple[Membership, ...] = Given(lambda of: of.all(of.it.past))
    """Those that ended."""


def _lines(of: Of) -> list[Of]:
    """The lines of a topic in the one order, whoever is bound."""
    every = [line for row in of.it.rows for line in row.cells]
    every.sort(key=lambda line: order.merit(of.corpus, line, of.owner))
    return [of.at(line.record, line)._replace(topic=of.owner) for line in every]


class TopicFile(Content):
    """What all records say on a topic. It stands beside its page."""

    id: shapes.Topic = Given(lambda of: of.owner)
    """Its code."""
    topic: TopicNamed = Given(lambda of: of)
    """What it is."""
    lines: tuple[shapes.Provision, ...] = Given(_lines)
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


def _by_title(model: type[Published], of: Of, named: Mapping[str, Any]) -> dict[str, Any]:
    owners = sorted(named, key=lambda owner: sort_key(of.localizer.title(owner).text))
    return {owner: as_json(model, of.at(owner, named[owner])) for owner in owners}


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


def _labels(of: Of) -> dict[str, Any]:
    lists = {name: of.corpus.vocabularies.of(name) for name in _LABELLED}
    return {
        name: {
            code: as_json(shapes.Label, of.at(name, entry))
            for code, entry in entries.items()
        }
        for name, entries in lists.items()
    }


class RecordsFile(Content):
    """Which record or mechanism an id means, and what codes mean: the other files have
    ids and codes.
    """

    records: dict[RecordRef, shapes.RecordNamed] = Given(
        lambda of: _by_title(shapes.RecordNamed, of, of.corpus.records)
    )
    """The records, by id, in the order of their titles."""
    mechanisms: dict[MechanismRef, shapes.MechanismNamed] = Given(
        lambda of: _by_title(shapes.MechanismNamed, of, of.corpus.mechanisms)
    )
    """The mechanisms, by id, in the order of their titles."""
    labels: dict[Id, dict[Id, shapes.Label]] = Given(_labels)
    """What codes mean: by list of the vocabulary, by code."""


def _states(of: Of) -> list[Of]:
    """Every State, in the reader's order of names."""
    codes = sorted(
        of.corpus.all_states, key=lambda code: sort_key(of.localizer.state(code))
    )
    return [of.at(code) for code in codes]


class StatesFile(Content):
    """The list of all States."""

    states: tuple[shapes.StateNamed, ...] = Given(_states)
    """Every State that the records name, by name."""


class Item(Published):
    """A recommendation, good practice, lesson or challenge of the Dakar consultation of
    2010, or what was announced or presented there.
    """

    id: RecordRef = Given(lambda of: of.owner)
    """Its id."""
    title: str = Given(lambda of: of.localizer.title(of.owner).text)
    """Its title."""
    address: Here = Given(lambda of: address(Target("item", of.owner)))
    """Its place on the page of the consultation."""
    own: Annotated[items.Item, Within()]
    end: items.End = Given(lambda of: items.end(of.it))
    """How far it is answered on the day of the data."""


def _word(of: Of, part: str) -> Localized | None:
    return of.localizer.word(of.owner, of.it.id, part) if getattr(of.it, part) else None


def _words(of: Of, part: str) -> str | None:
    return str(_word(of, part)) if getattr(of.it, part) else None


def _place(of: Of) -> str | None:
    kind = KIND_OF_LIST.get(of.owner)
    return address(Target(kind, of.it.id)) if kind else None


class Entry(Published):
    """An entry of a list of the vocabulary."""

    label: str = Given(lambda of: of.localizer.label(of.owner, of.it.id))
    """Its label."""
    definition: Text | None = Given(lambda of: _word(of, "definition"))
    """What it means."""
    question: str | None = Given(lambda of: _words(of, "question"))
    """Of a topic: the question that it answers."""
    address: Here | None = Given(_place)
    """Its page or place, where it has one."""
    sign: str | None
    """The sign that pages show for it."""
    pillar: Annotated[str, Code("pillars")] | None
    """The pillar of a topic."""
    phase: Annotated[str, Code("phases")] | None
    """Of a step of a case: its phase."""
    records: tuple[RecordRef, ...] | None
    """Of a group of persons: the texts that hold for it alone."""
    lines: tuple[str, ...] | None
    """Of a step of the first days: the lines that ask for it; of a group: those for it
    alone.
    """
    topics: tuple[shapes.Topic, ...] | None
    """The topics that it bears on."""
    stages: tuple[shapes.Stage, ...] | None
    """The steps of a case that it bears on."""
    kinds: tuple[shapes.Kind, ...] | None
    """Of a type: the kinds of record that have it."""
    group: Literal["proposed", "pending", "standing", "over"] | None
    """Of a status: not yet decided, decided and not in force, standing, over."""
    ref: str | None
    """Of a principle: its number."""
    unit: str | None = Given(lambda of: _words(of, "unit"))
    """Of an indicator: what it counts."""
    forms: dict[LanguageCode, str] | None = Given(
        lambda of: {tag: form.form for tag, form in of.it.forms.items()} or None
    )
    """Of a term: what it is called, by language."""
    acronyms: dict[LanguageCode, str] | None = Given(lambda of: of.it.acronyms or None)
    """Of a term: its acronym, by language."""


def _of_list(of: Of, said: str) -> Localized:
    return texts.text_in(
        of.corpus, said, "vocabulary", of.phrases.language, of.it.language, of.owner
    )


class List(Published):
    """A closed list of the vocabulary."""

    title: str = Given(lambda of: _of_list(of, of.it.title).text)
    """What it is a list of."""
    definition: Text = Given(lambda of: _of_list(of, of.it.definition))
    """What it is for."""
    entries: dict[Id, Entry] = Given(
        lambda of: {each.id: as_json(Entry, of.about(each)) for each in of.it}
    )
    """Its entries by code, in their order."""


def _vocabularies(of: Of) -> dict[str, Any]:
    """All lists but those that are about how words are written."""
    lists = of.corpus.vocabularies.lists
    return {
        name: as_json(List, of.at(name, each))
        for name, each in lists.items()
        if name not in UNDEFINED
    }


class CorpusFile(Content):
    """Every record and mechanism in one file: data/compendium.json.gz."""

    licence: str = Given(lambda of: LICENCE_ADDRESS)
    """Address of the licence of the data."""
    vocabularies: dict[Id, List] = Given(_vocabularies)
    """The closed lists, by name."""
    mechanisms: dict[MechanismRef, shapes.Mechanism]
    """The mechanisms, by id."""
    records: dict[RecordRef, shapes.Record]
    """The records, by id."""
    states: dict[StateCode, State]
    """The States, by alpha-3 code; what binds each is in the parties of the records."""
    items: dict[RecordRef, Item] = Given(
        lambda of: {
            name: as_json(Item, of.at(name, each))
            for name, each in of.corpus.items.items()
        }
    )
    """The Dakar consultation of 2010, item by item."""


_THINGS: Mapping[str, tuple[type[Published], Callable[[Corpus, str], Any]]] = {
    "record": (RecordFile, lambda corpus, name: corpus.records[name]),
    "mechanism": (MechanismFile, lambda corpus, name: corpus.mechanisms[name]),
    "state": (StateFile, state_profile),
    "who": (State, whom_to_call),
    "topic": (TopicFile, comparisons.topic),
    "records": (RecordsFile, lambda *_: None),
    "states": (StatesFile, lambda *_: None),
}
"""What describes the own fields of each kind of file, and what the file is about, by the
name of that.
"""


def body(phrases: Phrases, kind: str, name: str) -> dict[str, Any]:
    """The own fields of a file of a kind."""
    model, about = _THINGS[kind]
    return as_json(model, Of(phrases, name, about(phrases.corpus, name)))
