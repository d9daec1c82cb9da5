"""What the vocabulary and the Dakar consultation of 2010 are as data. Each field has its
meaning under it, and says how it is worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from generators.corpus.addresses import KIND_OF_LIST, Target, address
from generators.corpus.located import Localized
from generators.data.marked import (
    Inline,
    JsonObject,
    PageAddress,
    Published,
    Subject,
    TextData,
    Words,
    as_json,
    worked_out,
)
from generators.data.named_data import KindCode, StageCode, TopicCode
from generators.model import items
from generators.model.fields import Code, Id, LanguageCode, RecordRef
from generators.model.vocabulary import OF_SPELLING
from generators.translate import texts


class ItemData(Published):
    """A recommendation, good practice, lesson or challenge of the Dakar consultation of
    2010, or what was announced or presented there.
    """

    PUBLISHED_NAME = "item"

    id: RecordRef = worked_out(lambda subject: subject.owner)
    """Its id."""
    title: Words = worked_out(lambda subject: subject.localizer.title(subject.owner).text)
    """Its title."""
    address: PageAddress = worked_out(
        lambda subject: address(Target("item", subject.owner))
    )
    """Its place on the page of the consultation."""
    own: Annotated[items.Item, Inline()]
    end: items.End = worked_out(lambda subject: items.end(subject.value))
    """How far it is answered on the day of the data."""


def _localized_part(subject: Subject, part: str) -> Localized | None:
    """A part of an entry, such as ``definition``; None if the entry has none."""
    entry = subject.value
    if not getattr(entry, part):
        return None
    return subject.localizer.word(subject.owner, entry.id, part)


def _part_words(part: str) -> Callable[[Subject], str | None]:
    """What gets a part of an entry as plain text, or None."""

    def get_words(subject: Subject) -> str | None:
        localized = _localized_part(subject, part)
        return str(localized) if localized else None

    return get_words


def _entry_address(subject: Subject) -> str | None:
    """The address of an entry; None if entries of its list have none."""
    kind = KIND_OF_LIST.get(subject.owner)
    return address(Target(kind, subject.value.id)) if kind else None


def _forms(subject: Subject) -> dict[str, str] | None:
    """What a term is called, by language; None for entries of other lists."""
    forms = {tag: form.form for tag, form in subject.value.forms.items()}
    return forms or None


class EntryData(Published):
    """An entry of a list of the vocabulary."""

    PUBLISHED_NAME = "entry"

    label: Words = worked_out(
        lambda subject: subject.localizer.label(subject.owner, subject.value.id)
    )
    """Its label."""
    definition: TextData | None = worked_out(
        lambda subject: _localized_part(subject, "definition")
    )
    """What it means."""
    question: Words | None = worked_out(_part_words("question"))
    """Of a topic: the question that it answers."""
    address: PageAddress | None = worked_out(_entry_address)
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
    alone; of a question: those that answer it.
    """
    topics: tuple[TopicCode, ...] | None
    """The topics that it bears on."""
    stages: tuple[StageCode, ...] | None
    """The steps of a case that it bears on."""
    kinds: tuple[KindCode, ...] | None
    """Of a type: the kinds of record that have it."""
    group: Literal["proposed", "pending", "standing", "over"] | None
    """Of a status: not yet decided, decided and not in force, standing, over."""
    ref: str | None
    """Of a principle: its number."""
    unit: Words | None = worked_out(_part_words("unit"))
    """Of an indicator: what it counts."""
    forms: dict[LanguageCode, str] | None = worked_out(_forms)
    """Of a term: what it is called, by language."""
    acronyms: dict[LanguageCode, str] | None = worked_out(
        lambda subject: subject.value.acronyms or None
    )
    """Of a term: its acronym, by language."""


def _text_of_list(subject: Subject, text: str) -> Localized:
    """The title or the definition of a list, in the language of the file."""
    return texts.text_in(
        subject.corpus,
        text,
        folder="vocabulary",
        language=subject.phrases.language,
        source=subject.value.language,
        context=subject.owner,
    )


def _entries(subject: Subject) -> JsonObject:
    """The entries of a list by code."""
    return {
        entry.id: as_json(EntryData, subject.with_value(entry)) for entry in subject.value
    }


class ListData(Published):
    """A closed list of the vocabulary."""

    PUBLISHED_NAME = "list"

    title: Words = worked_out(
        lambda subject: _text_of_list(subject, subject.value.title).text
    )
    """What it is a list of."""
    definition: TextData = worked_out(
        lambda subject: _text_of_list(subject, subject.value.definition)
    )
    """What it is for."""
    entries: dict[Id, EntryData] = worked_out(_entries)
    """Its entries by code, in their order."""


def vocabularies(subject: Subject) -> JsonObject:
    """All lists by name. Those about how words are written are left out."""
    lists = subject.corpus.vocabularies.lists
    return {
        name: as_json(ListData, subject.of_owner(name, vocabulary))
        for name, vocabulary in lists.items()
        if name not in OF_SPELLING
    }


def consultation_items(subject: Subject) -> JsonObject:
    """All items of the consultation by id."""
    items_by_id = subject.corpus.items
    return {
        name: as_json(ItemData, subject.of_owner(name, item))
        for name, item in items_by_id.items()
    }
