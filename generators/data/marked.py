"""Objects of the data: what they are, written and described from one class.

A field of a model is known here without being named: its mark says how it is written and
what kind of value that is, its manual (``model/manuals.py``) what it means. Only what is
worked out, or said otherwise, stands in ``ELSEWHERE`` and in a class that is
``Published`` (``shapes.py``, ``kinds.py``): there a field says how it is worked out, too.
Kinds of value are pieces of JSON Schema, fields have a meaning, and shapes (objects) are
made of fields. A field that no shape names cannot be written: what is published is
described.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
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
from generators.model.manuals import manuals, named_after, unwrapped
from generators.model.mechanisms import Contact, Mechanism, Member
from generators.text import gettext_files
from generators.text.partial_dates import PartialDate
from generators.translate import texts
from generators.translate.localizer import Localizer

Kind = dict[str, Any]
"""A kind of value, as JSON Schema."""

STRING: Kind = {"type": "string"}
DAY: Kind = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
"""ISO 8601, no more precise than it is known."""


def _shaped(pattern: str) -> Kind:
    return {"type": "string", "pattern": pattern}


@dataclass(frozen=True, slots=True, eq=False)
class As:
    """A mark that says itself what kind of value it is."""

    kind: Kind


class Within(NamedTuple):
    """A mark: the fields of the model stand here themselves, without those that
    ``without`` names.
    """

    without: str = ""


class Published(BaseModel):
    """What a JSON file holds that is worked out: its fields in their order, the string
    under each its meaning, its default how it is worked out (``Given``). No instance is
    ever made of it.
    """

    model_config = ConfigDict(use_attribute_docstrings=True, defer_build=True)


class Of(NamedTuple):
    """What an object is made of: ``it`` is the model or other thing that it is about,
    ``owner`` the record, mechanism, State … that this is of, by its id; ``topic`` is set
    in the file of a topic.
    """

    phrases: Phrases
    owner: str
    it: Any = None
    topic: str = ""

    @property
    def corpus(self) -> Corpus:
        """The whole corpus."""
        return self.phrases.corpus

    @property
    def localizer(self) -> Localizer:
        """The language."""
        return self.phrases.localizer

    def at(self, owner: str, it: Any = None) -> Of:
        """Something of another owner."""
        return Of(self.phrases, owner, it, self.topic)

    def about(self, it: Any) -> Of:
        """Something else of the same owner, where it does not say whose it is."""
        return it if isinstance(it, Of) else self.at(self.owner, it)

    def all(self, pairs: Iterable[tuple[str, Any]]) -> list[Of]:
        """Several owners, each with something of it."""
        return [self.at(*pair) for pair in pairs]


class Given(NamedTuple):
    """How a field is worked out that does not stand under its name in the thing that its
    object is about. Where it may be None it is then left out, or is ``null`` where that
    is said.
    """

    get: Callable[[Of], Any]
    null: bool = False


Here = Annotated[str, As(_shaped("^[a-z0-9/-]*([a-z-]+\\.[a-z]+)?(#[a-z0-9-]+)?$"))]
"""An address below the folder of the language."""
OnlyTrue = Literal[True]


def _foreign(of: Of) -> str | None:
    return of.it.language if of.it.language not in (of.phrases.language, "zxx") else None


class Text(Published):
    """A text with its language where that is not the file's."""

    says: str = Given(lambda of: of.it.text)
    """The text, in our words unless it is a title."""
    language: marks.LanguageCode | None = Given(_foreign)
    """Language of the text, where it is not the file's (no current translation)."""
    direction: Literal["ltr", "rtl"] | None = Given(
        lambda of: (tag := _foreign(of)) and cldr.direction(tag)
    )
    """Direction of that language."""
    unreviewed: OnlyTrue | None = Given(
        lambda of: of.it.state == gettext_files.UNREVIEWED or None
    )
    """The text is a translation by machine that no person has read yet."""


class Field(NamedTuple):
    """A field: its name, what kind of value it has, what it means, and whether it always
    stands there.
    """

    name: str
    kind: Kind
    meaning: str
    always: bool


class Shape(NamedTuple):
    """An object: its name, what it is, its fields in their order."""

    name: str
    meaning: str
    fields: tuple[Field, ...]


_GRADE = (
    "How sure it is: verified (the text itself was read), confirmed (two independent sources), reported (one "
    "secondary source), recalled (nothing was read)."
)

# -- what stands in models ---------------------------------------------------------------


ELSEWHERE: Mapping[type[Any], str] = {
    records.Record: "kind type language title short_title short_titles typed with status binding adopted"
    " signature in_force in_force_confidence applies_from transposition_due relations parties text summary"
    " provisions steps who_inferred objectives indicators reporting silent confidence review former_lines"
    " aliases",
    Mechanism: "language regions name short_name short_names part_of founded founded_confidence members"
    " members_confidence contact review aliases",
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
"""The fields that are no data as they stand: what is worked out says them (names, status,
days, lines with their addresses).
"""

_SENTENCES = ("says", "does", "how")
"""The keys of prose that is what its object says: it stands in the object itself."""
_LISTED = (parties.Party, parties.Organisation, parties.Signatory, Member)
"""Lines of a list, which are as sure as the list where they do not say it."""


def as_json(model: type[BaseModel], of: Of, without: str = "") -> dict[str, Any]:
    """An object by the model that describes it; a field without a value is left out where
    it may be.
    """
    found: dict[str, Any] = {}
    for name, always, inline, get, write in _parts(model, without):
        value = get(of)
        if value is None or (value == () and not always):
            if always:
                found[name] = None
        elif inline:
            found |= write(of, value)
        else:
            found[name] = write(of, value) if write else value
    return found


class _Part(NamedTuple):
    """How a field is written: ``inline`` says that what is written are fields of the
    object itself; what has no ``write`` stands as it is.
    """

    name: str
    always: bool
    inline: bool
    get: Callable[[Of], Any]
    write: Callable[[Of, Any], Any] | None


@cache
def _parts(model: type[BaseModel], without: str) -> tuple[_Part, ...]:
    found = []
    for slot in _own(model, without):
        always, inline = _always(model, slot), _inline(model, slot) is not None
        found.append(
            _Part(slot.alias, always, inline, _getter(model, slot), _writer(model, slot))
        )
    return tuple(found)


def _own(model: type[BaseModel], without: str) -> list[Slot]:
    """The fields of a model that are data as they stand."""
    left = {*ELSEWHERE.get(model, "").split(), *without.split()}
    kept = (slot for slot in marks.every_slot(model) if slot.alias not in left)
    return [slot for slot in kept if not isinstance(slot.mark, marks.Note)]


def _inline(model: type[BaseModel], slot: Slot) -> Within | None:
    """What of a field stands in the object itself, with that alone which is its
    ``Within``.
    """
    marked = (
        each
        for each in model.model_fields[slot.name].metadata
        if isinstance(each, Within)
    )
    is_sentence = isinstance(slot.mark, marks.Prose) and slot.alias in _SENTENCES
    return next(marked, Within() if is_sentence else None)


def _always(model: type[BaseModel], slot: Slot) -> bool:
    """Whether a field always stands in its object."""
    info = model.model_fields[slot.name]
    if issubclass(model, Published):
        return NoneType not in get_args(info.annotation) or getattr(
            info.default, "null", False
        )
    return (
        slot.alias == "confidence" or info.is_required() or info.default not in (None, ())
    )


def _getter(model: type[BaseModel], slot: Slot) -> Callable[[Of], Any]:
    default = model.model_fields[slot.name].default
    if isinstance(default, Given):
        return default.get
    if issubclass(model, Published) and _inline(model, slot):
        return lambda of: of
    if slot.alias == "confidence" and issubclass(model, _LISTED):
        return lambda of: of.corpus.confidence_in(of.owner, of.it)
    if slot.alias == "confidence" and not issubclass(model, Published):
        return lambda of: of.corpus.confidence_of(of.owner, of.it)
    return attrgetter(f"it.{slot.name}")


def _writer(model: type[BaseModel], slot: Slot) -> Callable[[Of, Any], Any] | None:
    inline = _inline(model, slot)
    write = _writer_of_one(slot, inline.without if inline else "")
    if slot.shape == "keys":
        return lambda of, value: dict(value)
    if write and slot.shape == "many":
        return lambda of, value: [write(of, each) for each in value]
    return write


def _writer_of_one(slot: Slot, without: str) -> Callable[[Of, Any], Any] | None:
    if slot.model:
        return lambda of, value: as_json(slot.model, of.about(value), without)
    if isinstance(slot.mark, marks.Prose):
        return lambda of, value: as_json(
            Text, of.about(of.localizer.said(of.owner, value))
        )
    if isinstance(slot.mark, marks.Place):
        return lambda of, value: texts.place(of.corpus, value, of.phrases.language).text
    if slot.value is PartialDate:
        return lambda of, value: value.text
    return (lambda of, value: value.isoformat()) if slot.value is date else None


# -- what they mean ----------------------------------------------------------------------


@cache
def shape_of(model: type[BaseModel]) -> Shape:
    """The object that is made of a model."""
    return Shape(named_after(model), unwrapped(model.__doc__ or ""), described(model))


@cache
def described(model: type[BaseModel], without: str = "") -> tuple[Field, ...]:
    """The fields of an object by the model that describes it, without those that
    ``without`` names.
    """
    hints = get_type_hints(model, include_extras=True)
    slots = _own(model, without)
    return tuple(
        field for slot in slots for field in _described(model, slot, hints[slot.name])
    )


def _described(model: type[BaseModel], slot: Slot, hint: Any) -> Iterator[Field]:
    info, inline, always = (
        model.model_fields[slot.name],
        _inline(model, slot),
        _always(model, slot),
    )
    if inline:
        fields = described(slot.model or Text, inline.without)
        yield from (each._replace(always=each.always and always) for each in fields)
        return
    kind, is_null = _kind(hint), isinstance(info.default, Given) and info.default.null
    is_grade = slot.alias == "confidence" and not info.description
    meaning = _GRADE if is_grade else manuals(model).get(slot.alias) or _of(slot)
    yield Field(
        slot.alias,
        {"anyOf": [kind, {"type": "null"}]} if is_null else kind,
        meaning,
        always,
    )


def _of(slot: Slot) -> str:
    """What a field is that has no manual."""
    if isinstance(slot.mark, marks.Code):
        return f"Code of the list {slot.mark.of}."
    return (
        "ISO 3166-1 alpha-3."
        if isinstance(slot.mark, marks.State)
        else "Which kind it is."
    )


_RECORD = f"{marks.SLUG}/{marks.SLUG}"
_IDS = {
    "record": _shaped(f"^{_RECORD}$"),
    "mechanism": _shaped(f"^{marks.SLUG}$"),
    "any": STRING,
}
_KINDS: Mapping[type, Callable[[Any], Kind]] = {
    As: lambda mark: mark.kind,
    marks.Code: lambda mark: {"$ref": f"#/$defs/codes-{mark.of}"},
    marks.Ref: lambda mark: _IDS[mark.to],
    marks.Prose: lambda _: _one(Text),
    marks.State: lambda _: _shaped("^[A-Z]{3}$"),
    marks.Line: lambda _: _shaped(f"^{_RECORD}#[a-z0-9-]+$"),
    marks.LanguageTag: lambda _: _shaped(f"^{marks.TAG}$"),
    marks.Address: lambda _: _shaped("^https?://"),
    marks.Slug: lambda _: _shaped(f"^{marks.SLUG}$"),
}
_TYPES: Mapping[type, Kind] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    date: _shaped(r"^\d{4}-\d{2}-\d{2}$"),
    PartialDate: DAY,
}


def _one(model: type[BaseModel]) -> Kind:
    return {"$ref": f"#/$defs/{shape_of(model).name}"}


def _kind(hint: Any) -> Kind:
    """The kind of value that a type hint says; a mark beside a mapping is that of its
    keys.
    """
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _kind(next(each for each in args if each is not NoneType))
    if origin is Annotated:
        mark = next(
            (_KINDS[type(each)](each) for each in args[1:] if type(each) in _KINDS), None
        )
        if get_origin(args[0]) is dict:
            return _kind(args[0]) | {"propertyNames": mark}
        return mark or _kind(args[0])
    if origin is tuple:
        return {"type": "array", "items": _kind(args[0])}
    if origin is dict:
        keys, values = map(_kind, args)
        return {"type": "object", "propertyNames": keys, "additionalProperties": values}
    if origin is Literal:
        return {"const": args[0]} if len(args) == 1 else {"enum": [*args]}
    return _one(hint) if issubclass(hint, BaseModel) else _TYPES.get(hint, STRING)
