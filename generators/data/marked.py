"""Objects of the data. The class from which one is written also describes it.

A field of a model is written here without being named. Its mark says how it is written,
and what kind of value that is. Other fields are worked out, or said in another way. They
are in classes that are ``Published`` (``record_data.py``, ``kinds.py`` and others), and
say how they are worked out (``worked_out``). ``ELSEWHERE`` names the fields of models
that are not written as they are.

``described.py`` describes the same fields as JSON Schema. So a field that is written is
also described.

An object has two parts (``Part``): its codes and its words. Codes are the same in all
languages; so are days, numbers and addresses. A file has one part, or both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from operator import attrgetter
from types import NoneType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    TypeAlias,
    get_args,
    get_type_hints,
)

from pydantic import BaseModel, ConfigDict

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.document.phrases import Phrases
from generators.model import fields as marks
from generators.model import parties, records
from generators.model.fields import Slot
from generators.model.items import Item
from generators.model.mechanisms import Contact, Mechanism, Member
from generators.text import gettext_files
from generators.text.partial_dates import PartialDate
from generators.translate import texts
from generators.translate.localizer import Localizer

JsonSchema: TypeAlias = dict[str, Any]
"""A piece of a JSON Schema: it says what a value may be."""
JsonObject: TypeAlias = dict[str, Any]
"""An object of JSON."""

# -- what a class is made of -------------------------------------------------------------


Part: TypeAlias = Literal["codes", "words"]
"""A part of an object: what is the same in all languages, or what is said in one."""
BOTH: frozenset[Part] = frozenset({"codes", "words"})
"""Both parts: the whole object."""


class Subject(NamedTuple):
    """What an object of the data is about.

    ``value`` is the model, or another value, from which its fields come. ``owner`` is the
    id of the record, mechanism or item of that value, or the code of a State. ``topic``
    is the code of a topic in the file of that topic, and else empty. ``parts`` are the
    parts of the object that are written.
    """

    phrases: Phrases
    owner: str
    value: Any = None
    topic: str = ""
    parts: frozenset[Part] = BOTH

    @property
    def corpus(self) -> Corpus:
        """The whole corpus."""
        return self.phrases.corpus

    @property
    def localizer(self) -> Localizer:
        """The localizer of the language."""
        return self.phrases.localizer

    def of_owner(self, owner: str, value: Any = None) -> Subject:
        """A subject of another owner."""
        return self._replace(owner=owner, value=value)

    def with_value(self, value: Any) -> Subject:
        """A subject of the same owner, with another value. A value that is a subject
        already keeps its owner, which may be another one.
        """
        if isinstance(value, Subject):
            return value._replace(parts=self.parts)
        return self._replace(value=value)

    def of_owners(self, pairs: Iterable[tuple[str, Any]]) -> list[Subject]:
        """A subject for each pair of an owner and a value."""
        return [self.of_owner(owner, value) for owner, value in pairs]


class WorkedOut(NamedTuple):
    """How a field of a ``Published`` class is worked out. If ``null`` is true, a field
    without a value is ``null``; else it is left out.
    """

    getter: Callable[[Subject], Any]
    null: bool = False


def worked_out(getter: Callable[[Subject], Any], null: bool = False) -> Any:
    """A ``WorkedOut`` as the default of a field. As with ``Field`` of pydantic, the type
    is ``Any``, because it is the default of fields of any type.
    """
    return WorkedOut(getter, null)


class InLanguage(NamedTuple):
    """A mark on a field: what it says depends on the language of the file."""


Words = Annotated[str, InLanguage()]
"""A text that is said in the language of the file."""


@dataclass(frozen=True, slots=True, eq=False)
class SchemaMark:
    """A mark on a type: its schema."""

    schema: JsonSchema


class Inline(NamedTuple):
    """A mark on a field that holds an object: the fields of that object take the place of
    the field. Those named in ``without`` (with spaces between them) are left out.
    """

    without: str = ""


class Published(BaseModel):
    """A class whose fields are worked out for a file of JSON. No instance is ever made.

    Its fields are in the order of the file. The default of a field is how it is worked
    out (``worked_out``). A field without a default is the attribute of that name. The
    string under a field is its published meaning, and the docstring that of the object.
    ``PUBLISHED_NAME`` is the name of the object in schemas. If it is empty, the name
    follows from that of the class. If ``IN_LANGUAGE`` is true, each field depends on the
    language of the file.
    """

    model_config = ConfigDict(use_attribute_docstrings=True, defer_build=True)

    PUBLISHED_NAME: ClassVar[str] = ""
    IN_LANGUAGE: ClassVar[bool] = False


_PAGE_ADDRESS = "^[a-z0-9/-]*([a-z-]+\\.[a-z]+)?(#[a-z0-9-]+)?$"
PageAddress = Annotated[str, SchemaMark({"type": "string", "pattern": _PAGE_ADDRESS})]
"""An address below the folder of the language."""
OnlyTrue = Literal[True]
"""True where something is so; else the field is left out."""


def _foreign_language(subject: Subject) -> str | None:
    """The language of a text. None if it is the language of the file, or if the text is
    the same in all languages.
    """
    language: str = subject.value.language
    return None if language in (subject.phrases.language, "zxx") else language


def _foreign_direction(subject: Subject) -> str | None:
    """The direction of that language; None if there is no such language."""
    language = _foreign_language(subject)
    return cldr.direction(language) if language else None


def _is_unreviewed(subject: Subject) -> bool | None:
    return subject.value.state == gettext_files.UNREVIEWED or None


class TextData(Published):
    """A text with its language where that is not the file's."""

    PUBLISHED_NAME = "text"
    IN_LANGUAGE = True

    says: str = worked_out(lambda subject: subject.value.text)
    """The text, in our words unless it is a title."""
    language: marks.LanguageCode | None = worked_out(_foreign_language)
    """Language of the text, where it is not the file's (no current translation)."""
    direction: Literal["ltr", "rtl"] | None = worked_out(_foreign_direction)
    """Direction of that language."""
    unreviewed: OnlyTrue | None = worked_out(_is_unreviewed)
    """The text is a translation by machine that no person has read yet."""


# -- the fields of a model ---------------------------------------------------------------

ELSEWHERE: Mapping[type[BaseModel], str] = {
    records.Record: (
        "kind type language title short_title short_titles typed with status binding "
        "adopted signature in_force in_force_confidence applies_from transposition_due "
        "relations parties text summary provisions steps who_inferred objectives "
        "indicators reporting silent confidence review checked_by "
        "former_lines aliases"
    ),
    Mechanism: (
        "language regions name short_name short_names part_of founded "
        "founded_confidence members members_confidence contact review aliases"
    ),
    Item: "language title review end",
    parties.Party: "in_force_since",
    parties.Parties: "states organisations signatories count count_as_of",
    records.Provision: "id",
    records.Step: "id",
    records.Objective: "id",
    records.Indicator: "id",
    records.Reporting: "next",
    Contact: "address",
}
"""The fields of models that are not written as they are: a ``Published`` class says them
(names, status, days, lines with their addresses), or nobody.
"""

_SENTENCES = ("says", "does", "how")
"""Fields of prose that are what their object says: they are inline in that object."""
_LISTED = (parties.Party, parties.Organisation, parties.Signatory, Member)
"""Lines of a list. They are as sure as the list, unless they say how sure they are."""


def own_slots(model: type[BaseModel], without: str = "") -> list[Slot]:
    """The fields of a model that are written as they are, in their order. Notes for
    editors are left out, and so are fields that ``ELSEWHERE`` or ``without`` names.
    """
    left_out = {*ELSEWHERE.get(model, "").split(), *without.split()}
    return [
        slot
        for slot in marks.every_slot(model)
        if slot.alias not in left_out and not isinstance(slot.mark, marks.Note)
    ]


def inline_mark(model: type[BaseModel], slot: Slot) -> Inline | None:
    """The ``Inline`` mark of a field; None if it is an object, or a value, of its own."""
    for mark in model.model_fields[slot.name].metadata:
        if isinstance(mark, Inline):
            return mark
    is_sentence = isinstance(slot.mark, marks.Prose) and slot.alias in _SENTENCES
    return Inline() if is_sentence else None


def is_always_written(model: type[BaseModel], slot: Slot) -> bool:
    """Whether a field is in each object of a model, with or without a value."""
    info = model.model_fields[slot.name]
    if issubclass(model, Published):
        may_be_none = NoneType in get_args(info.annotation)
        return not may_be_none or getattr(info.default, "null", False)
    has_default_value = info.default not in (None, ())
    return slot.alias == "confidence" or info.is_required() or has_default_value


# -- codes and words ---------------------------------------------------------------------


@cache
def parts_of(model: type[BaseModel]) -> frozenset[Part]:
    """The parts that the objects of a model have.

    >>> sorted(parts_of(TextData))
    ['words']
    """
    if issubclass(model, Published) and model.IN_LANGUAGE:
        return frozenset({"words"})
    parts = (parts_of_slot(model, slot) for slot in own_slots(model))
    return frozenset[Part]().union(*parts)


def parts_of_slot(model: type[BaseModel], slot: Slot) -> frozenset[Part]:
    """The parts of an object to which a field of its model belongs. It is both for a
    field with objects that have both.
    """
    all_in_language = issubclass(model, Published) and model.IN_LANGUAGE
    if all_in_language or is_in_language(model, slot):
        return frozenset({"words"})
    if slot.model:
        return parts_of(slot.model)
    is_text = isinstance(slot.mark, marks.Prose | marks.Place)
    return frozenset({"words" if is_text else "codes"})


def is_in_language(model: type[BaseModel], slot: Slot) -> bool:
    """Whether a field has the mark ``InLanguage``, or its type has."""
    return _has_language_mark(_type_hints(model)[slot.name])


@cache
def _type_hints(model: type[BaseModel]) -> Mapping[str, Any]:
    return get_type_hints(model, include_extras=True)


def _has_language_mark(hint: Any) -> bool:
    """Whether a type hint has the mark ``InLanguage``, or one that it is made of."""
    if isinstance(hint, InLanguage):
        return True
    inner = getattr(hint, "__metadata__", ()) + get_args(hint)
    return any(_has_language_mark(part) for part in inner)


# -- how objects are written -------------------------------------------------------------

WriteValue = Callable[[Subject, Any], Any]
"""What makes JSON of a value. The subject is that of the object that has the value."""


class _FieldWriter(NamedTuple):
    """How a field of an object is written. ``getter`` gets its value, and ``write`` makes
    JSON of it; without ``write`` the value is JSON already. If the field is ``inline``,
    ``write`` makes an object whose fields take the place of the field. If it is
    ``sparse``, the field is left out where that JSON has no words.
    """

    name: str
    always: bool
    inline: bool
    sparse: bool
    getter: Callable[[Subject], Any]
    write: WriteValue | None


def as_json(model: type[BaseModel], subject: Subject, without: str = "") -> JsonObject:
    """The parts of the object of a model as JSON. Fields that ``without`` names (with
    spaces between them) are left out. A field without a value is left out, too, or is
    ``null`` if it is always written.
    """
    written: JsonObject = {}
    writers = _field_writers(model, without, subject.parts)
    for name, always, inline, sparse, getter, write in writers:
        value = getter(subject)
        if value is None or (value == () and not always):
            if always:
                written[name] = None
        elif write is None:
            written[name] = value
        elif inline:
            written |= write(subject, value)
        else:
            content = write(subject, value)
            if not sparse or _has_content(content):
                written[name] = content
    return written


def _has_content(content: Any) -> bool:
    """Whether the words of an object, or of any object of a list, are not empty."""
    return any(content) if isinstance(content, list) else bool(content)


@cache
def _field_writers(
    model: type[BaseModel], without: str, parts: frozenset[Part]
) -> tuple[_FieldWriter, ...]:
    """How each field of some parts of a model is written, in their order. What has codes
    too is sparse where only words are written: the codes say that it is there.
    """
    writers = []
    for slot in own_slots(model, without):
        own_parts = parts_of_slot(model, slot)
        if not own_parts & parts:
            continue
        sparse = "codes" not in parts and "codes" in own_parts
        writer = _FieldWriter(
            name=slot.alias,
            always=is_always_written(model, slot) and not sparse,
            inline=inline_mark(model, slot) is not None,
            sparse=sparse,
            getter=_getter(model, slot),
            write=_writer(model, slot),
        )
        writers.append(writer)
    return tuple(writers)


def joined(codes: Any, words: Any) -> Any:
    """An object of which codes and words were written apart, as a whole. Objects are
    joined key by key, and lists place by place.

    >>> joined({"lines": [{"ref": "1"}, {"ref": "2"}]}, {"lines": [{}, {"says": "No."}]})
    {'lines': [{'ref': '1'}, {'ref': '2', 'says': 'No.'}]}
    """
    if isinstance(codes, dict) and isinstance(words, dict):
        own = {key: joined(codes.get(key), value) for key, value in words.items()}
        return codes | own
    if isinstance(codes, list) and isinstance(words, list):
        return [joined(*pair) for pair in zip(codes, words, strict=True)]
    return words


def _getter(model: type[BaseModel], slot: Slot) -> Callable[[Subject], Any]:
    """What gets the value of a field. An inline field of a ``Published`` class without a
    default is about the same subject. A grade of a model that has none is that of its
    list or owner.
    """
    default = model.model_fields[slot.name].default
    if isinstance(default, WorkedOut):
        return default.getter
    is_published = issubclass(model, Published)
    if is_published and inline_mark(model, slot):
        return _same_subject
    if slot.alias == "confidence" and issubclass(model, _LISTED):
        return _confidence_in_list
    if slot.alias == "confidence" and not is_published:
        return _confidence_of_value
    return attrgetter(f"value.{slot.name}")


def _same_subject(subject: Subject) -> Subject:
    return subject


def _confidence_in_list(subject: Subject) -> str:
    return subject.corpus.confidence_in(subject.owner, subject.value)


def _confidence_of_value(subject: Subject) -> str:
    return subject.corpus.confidence_of(subject.owner, subject.value)


def _writer(model: type[BaseModel], slot: Slot) -> WriteValue | None:
    """What makes JSON of the value of a field; None if the value is JSON already. A field
    has one value, many values, or a mapping.
    """
    if slot.shape == "keys":
        return _write_mapping
    inline = inline_mark(model, slot)
    write = _writer_of_single_value(slot, inline.without if inline else "")
    if write and slot.model and is_in_language(model, slot):
        write = partial(_write_whole, write)
    if write and slot.shape == "many":
        return partial(_write_each, write)
    return write


def _writer_of_single_value(slot: Slot, without: str) -> WriteValue | None:
    """What makes JSON of a single value, by its model, mark or type; None if the value is
    JSON already.
    """
    if slot.model:
        return partial(_write_object, slot.model, without)
    if isinstance(slot.mark, marks.Prose):
        return _write_prose
    if isinstance(slot.mark, marks.Place):
        return _write_place
    if slot.value is PartialDate:
        return _write_partial_date
    return _write_date if slot.value is date else None


def _write_mapping(_: Subject, value: Mapping[str, Any]) -> JsonObject:
    return dict(value)


def _write_each(write: WriteValue, subject: Subject, values: Iterable[Any]) -> list[Any]:
    return [write(subject, value) for value in values]


def _write_whole(write: WriteValue, subject: Subject, value: Any) -> Any:
    """Both parts of an object: which one it is depends on the language."""
    return write(subject._replace(parts=BOTH), value)


def _write_object(
    model: type[BaseModel], without: str, subject: Subject, value: Any
) -> JsonObject:
    return as_json(model, subject.with_value(value), without)


def _write_prose(subject: Subject, value: str) -> JsonObject:
    """A text of the owner, in the language of the file."""
    localized = subject.localizer.text_of(subject.owner, value)
    return as_json(TextData, subject.with_value(localized))


def _write_place(subject: Subject, value: str) -> str:
    """The name of a city in the language of the file."""
    return texts.place(subject.corpus, value, subject.phrases.language).text


def _write_partial_date(_: Subject, value: PartialDate) -> str:
    return value.text


def _write_date(_: Subject, value: date) -> str:
    return value.isoformat()
