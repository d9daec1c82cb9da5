"""A model as data, by its marks: one walk writes what stands in its fields, the other describes them.

A field of a model is known here without being named: its mark says how it is written and what kind of value
that is, its manual (``model/manuals.py``) what it means. Only what is worked out, or said otherwise, stands
in ``ELSEWHERE`` and with what writes it. Kinds of value are pieces of JSON Schema, fields have a meaning, and
shapes (objects) are made of fields. A field that no shape names fails the tests: what is published is
described.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict

from generators.corpus import cldr
from generators.corpus.located import Localized
from generators.document.phrases import Phrases
from generators.model import fields as marks
from generators.model import records
from generators.model.fields import Slot
from generators.model.items import Item
from generators.model.manuals import manuals, unwrapped
from generators.model.mechanisms import Contact, Mechanism, Member
from generators.text import gettext_files
from generators.text.partial_dates import PartialDate
from generators.translate import texts

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
    """A mark: the fields of the model stand here themselves, without those that ``without`` names; ``maybe``
    says that none of them always does.
    """

    without: str = ""
    maybe: bool = False


class Published(BaseModel):
    """What a JSON file holds that is worked out: its fields in their order, the string under each its
    meaning. No instance is ever made of it.
    """

    model_config = ConfigDict(use_attribute_docstrings=True, defer_build=True)


Here = Annotated[str, As(_shaped("^[a-z0-9/-]*([a-z-]+\\.[a-z]+)?(#[a-z0-9-]+)?$"))]
"""An address below the folder of the language."""
OnlyTrue = Literal[True]


class Text(Published):
    """A text with its language where that is not the file's."""

    says: str
    """The text, in our words unless it is a title."""
    language: marks.LanguageCode | None = None
    """Language of the text, where it is not the file's (no current translation)."""
    direction: Literal["ltr", "rtl"] | None = None
    """Direction of that language."""
    unreviewed: OnlyTrue | None = None
    """The text is a translation by machine that no person has read yet."""


class Field(NamedTuple):
    """A field: its name, what kind of value it has, what it means, and whether it always stands there."""

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

# -- what stands in models ----------------------------------------------------------------------------------


ELSEWHERE: Mapping[type[Any], str] = {
    records.Record: "kind type language title short_title short_titles typed with status binding adopted"
    " signature in_force in_force_confidence applies_from transposition_due relations parties text summary"
    " provisions steps who_inferred objectives indicators reporting silent confidence review former_lines"
    " aliases",
    Mechanism: "language regions name short_name short_names part_of founded founded_confidence members"
    " members_confidence contact review aliases",
    Item: "language title review end",
    records.Party: "in_force_since",
    records.Parties: "states organisations signatories count count_as_of",
    records.Provision: "id",
    records.Step: "id",
    records.Objective: "id",
    records.Indicator: "id",
    records.Reporting: "next",
    Contact: "address",
}
"""The fields that are no data as they stand: what is worked out says them (names, status, days, lines with
their addresses).
"""

_SENTENCES = ("says", "does", "how")
"""The keys of prose that is what its object says: it stands in the object itself."""
_LISTED = (records.Party, records.Organisation, records.Signatory, Member)
"""Lines of a list, which are as sure as the list where they do not say it."""


def text(phrases: Phrases, said: Localized) -> dict[str, Any]:
    """A text, as ``Text`` describes it."""
    found: dict[str, Any] = {"says": said.text}
    if said.language not in (phrases.language, "zxx"):
        found |= {"language": said.language, "direction": cldr.direction(said.language)}
    if said.state == gettext_files.UNREVIEWED:
        found["unreviewed"] = True
    return found


def meant(phrases: Phrases, owner: str, said: str | None) -> dict[str, Any] | None:
    """A text of a record, mechanism or item (``owner`` is its id); None where there is none."""
    return text(phrases, phrases.localizer.said(owner, said)) if said else None


def marked(phrases: Phrases, owner: str, model: Any) -> dict[str, Any]:
    """What stands in the fields of a model of a record, mechanism or item (``owner`` is its id); a list of
    nothing is left out.
    """
    found: dict[str, Any] = {}
    for name, alias, is_sentence, write in _fields(type(model)):
        if alias == "confidence":
            sure = (
                phrases.corpus.confidence_in if isinstance(model, _LISTED) else phrases.corpus.confidence_of
            )
            found["confidence"] = sure(owner, model)
        elif (value := getattr(model, name)) not in (None, ()):
            if is_sentence:
                found |= write(phrases, owner, value)
            else:
                found[alias] = write(phrases, owner, value)
    return found


@cache
def _fields(model: type[Any]) -> tuple[tuple[str, str, bool, Callable[[Phrases, str, Any], Any]], ...]:
    return tuple((slot.name, slot.alias, _is_sentence(slot), _writer(slot)) for slot in _own(model))


def _own(model: type[Any]) -> list[Slot]:
    """The fields of a model that are data as they stand."""
    left = ELSEWHERE.get(model, "").split()
    return [
        slot
        for slot in marks.every_slot(model)
        if slot.alias not in left and not isinstance(slot.mark, marks.Note)
    ]


def _is_sentence(slot: Slot) -> bool:
    return isinstance(slot.mark, marks.Prose) and slot.alias in _SENTENCES


def _writer(slot: Slot) -> Callable[[Phrases, str, Any], Any]:
    write = _writer_of_one(slot)
    if slot.shape == "keys":
        return lambda phrases, owner, value: dict(value)
    if slot.shape == "many":
        return lambda phrases, owner, value: [write(phrases, owner, each) for each in value]
    return write


def _writer_of_one(slot: Slot) -> Callable[[Phrases, str, Any], Any]:
    if slot.model:
        return marked
    if isinstance(slot.mark, marks.Prose):
        return meant
    if isinstance(slot.mark, marks.Place):
        return lambda phrases, owner, value: texts.place(phrases.corpus, value, phrases.language).text
    if slot.value is PartialDate:
        return lambda phrases, owner, value: value.text
    return lambda phrases, owner, value: value


# -- what they mean ------------------------------------------------------------------------------------------


@cache
def shape_of(model: type[BaseModel]) -> Shape:
    """The object that is made of a model."""
    name = "".join(f"-{sign.lower()}" if sign.isupper() else sign for sign in model.__name__)
    return Shape(name.removeprefix("-"), unwrapped(model.__doc__ or ""), described(model))


@cache
def described(model: type[BaseModel], without: str = "") -> tuple[Field, ...]:
    """The fields that ``marked`` writes of a model; ``without`` names those that are left out."""
    hints = get_type_hints(model, include_extras=True)
    kept = (slot for slot in _own(model) if slot.alias not in without.split())
    return tuple(field for slot in kept for field in _described(model, slot, hints[slot.name]))


def _described(model: type[BaseModel], slot: Slot, hint: Any) -> Iterator[Field]:
    info = model.model_fields[slot.name]
    within = next((each for each in info.metadata if isinstance(each, Within)), None)
    needed, always = info.is_required(), info.is_required() or info.default not in (None, ())
    if within and slot.model:
        fields = described(slot.model, within.without)
        yield from (each._replace(always=each.always and not within.maybe) for each in fields)
    elif _is_sentence(slot):
        yield from (each._replace(always=each.always and needed) for each in described(Text))
    elif slot.alias == "confidence" and not info.description:
        yield Field("confidence", _kind(hint), _GRADE, True)
    else:
        kind = _kind(hint)
        if needed and NoneType in get_args(hint):
            kind = {"anyOf": [kind, {"type": "null"}]}
        yield Field(slot.alias, kind, manuals(model).get(slot.alias) or _of(slot), always)


def _of(slot: Slot) -> str:
    """What a field is that has no manual."""
    if isinstance(slot.mark, marks.Code):
        return f"Code of the list {slot.mark.of}."
    return "ISO 3166-1 alpha-3." if isinstance(slot.mark, marks.State) else "Which kind it is."


_RECORD = f"{marks.SLUG}/{marks.SLUG}"
_IDS = {"record": _shaped(f"^{_RECORD}$"), "mechanism": _shaped(f"^{marks.SLUG}$"), "any": STRING}
_KINDS: Mapping[type, Callable[[Any], Kind]] = {
    As: lambda mark: mark.kind,
    marks.Code: lambda mark: {"$ref": f"#/$defs/codes-{mark.of}"},
    marks.Ref: lambda mark: _IDS[mark.to],
    marks.Prose: lambda _: _one(Text),
    marks.State: lambda _: _shaped("^[A-Z]{3}$"),
    marks.Line: lambda _: _shaped(f"^{_RECORD}#[a-z0-9-]+$"),
    marks.Language: lambda _: _shaped(f"^{marks.TAG}$"),
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
    """The kind of value that a type hint says; a mark beside a mapping is that of its keys."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _kind(next(each for each in args if each is not NoneType))
    if origin is Annotated:
        mark = next((_KINDS[type(each)](each) for each in args[1:] if type(each) in _KINDS), None)
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
