"""A model as data, by its marks: one walk writes what stands in its fields, the other describes them.

A field of a model is known here without being named: its mark says how it is written and what kind of value
that is, its manual (``model/manuals.py``) what it means. Only what is worked out, or said otherwise, stands
in ``ELSEWHERE`` and with what writes it. Kinds of value are pieces of JSON Schema, fields have a meaning, and
shapes (objects) are made of fields. A field that no shape names fails the tests: what is published is
described.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

from generators.corpus import cldr
from generators.corpus.located import Localized
from generators.document.phrases import Phrases
from generators.model import records
from generators.model.fields import SLUG as _SLUG
from generators.model.fields import TAG as _TAG
from generators.model.fields import Address, Code, Language, Line, Note, Place, Prose, Ref, Slot, Slug, State
from generators.model.fields import every_slot as slots
from generators.model.items import Item
from generators.model.manuals import manuals, unwrapped
from generators.model.mechanisms import Contact, Mechanism, Member
from generators.text import gettext_files
from generators.text.partial_dates import PartialDate
from generators.translate import texts

Kind = dict[str, Any]
"""A kind of value, as JSON Schema."""

STRING: Kind = {"type": "string"}
NUMBER: Kind = {"type": "integer", "minimum": 0}
YES: Kind = {"type": "boolean"}
DAY: Kind = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
"""ISO 8601, no more precise than it is known."""
URL: Kind = {"type": "string", "pattern": "^https?://"}
TAG: Kind = {"type": "string", "pattern": f"^{_TAG}$"}
"""A BCP 47 language tag."""
STATE: Kind = {"type": "string", "pattern": "^[A-Z]{3}$"}
"""ISO 3166-1 alpha-3."""
MECHANISM: Kind = {"type": "string", "pattern": f"^{_SLUG}$"}
RECORD: Kind = {"type": "string", "pattern": f"^{_SLUG}/{_SLUG}$"}
LINE: Kind = {"type": "string", "pattern": f"^{_SLUG}/{_SLUG}#[a-z0-9-]+$"}
SLUG: Kind = {"type": "string", "pattern": f"^{_SLUG}$"}


def code(of: str) -> Kind:
    """A code of a list of the vocabulary; its schema names the codes that there are."""
    return {"$ref": f"#/$defs/codes-{of}"}


def one(shape: Shape) -> Kind:
    """An object of a shape."""
    return {"$ref": f"#/$defs/{shape.name}"}


def many(kind: Kind) -> Kind:
    """A list."""
    return {"type": "array", "items": kind}


def by(key: Kind, kind: Kind) -> Kind:
    """An object whose keys are of one kind (codes, ids, language tags), and whose values are of another."""
    return {"type": "object", "propertyNames": key, "additionalProperties": kind}


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


Described = Mapping[str, tuple[Kind, str]]
"""Fields by their names, each with its kind and its meaning; a name that ends in ``?`` may be missing."""


def shape(name: str, meaning: str, *fields: Described) -> Shape:
    """A shape of fields, those of several descriptions one after the other."""
    found = [
        Field(key.removesuffix("?"), kind, said, not key.endswith("?"))
        for described in fields
        for key, (kind, said) in described.items()
    ]
    return Shape(name, meaning, tuple(found))


TEXT_FIELDS = {
    "says": (STRING, "The text, in our words unless it is a title."),
    "language?": (TAG, "Language of the text, where it is not the file's (no current translation)."),
    "direction?": ({"enum": ["ltr", "rtl"]}, "Direction of that language."),
    "unreviewed?": ({"const": True}, "The text is a translation by machine that no person has read yet."),
}
TEXT = shape("text", "A text with its language where that is not the file's.", TEXT_FIELDS)

GRADE = (
    code("confidences"),
    "How sure it is: verified (the text itself was read), confirmed (two independent sources), reported (one "
    "secondary source), recalled (nothing was read).",
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
    """A text, as ``TEXT`` describes it."""
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
    """What stands in the fields of a model of a record, mechanism or item (``owner`` is its id)."""
    found: dict[str, Any] = {}
    for name, alias, is_sentence, write in _fields(type(model)):
        if alias == "confidence":
            sure = (
                phrases.corpus.confidence_in if isinstance(model, _LISTED) else phrases.corpus.confidence_of
            )
            found["confidence"] = sure(owner, model)
        elif (value := getattr(model, name)) is not None:
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
    return [slot for slot in slots(model) if slot.alias not in left and not isinstance(slot.mark, Note)]


def _is_sentence(slot: Slot) -> bool:
    return isinstance(slot.mark, Prose) and slot.alias in _SENTENCES


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
    if isinstance(slot.mark, Prose):
        return meant
    if isinstance(slot.mark, Place):
        return lambda phrases, owner, value: texts.place(phrases.corpus, value, phrases.language).text
    if slot.value is PartialDate:
        return lambda phrases, owner, value: value.text
    return lambda phrases, owner, value: value


# -- what they mean ------------------------------------------------------------------------------------------


@cache
def described(model: type[Any], without: str = "") -> Described:
    """The fields that ``marked`` writes of a model, each with its kind and its meaning; ``without`` names
    fields that are left out where the model stands.
    """
    said = manuals(model)
    found: dict[str, tuple[Kind, str]] = {}
    for slot in _own(model):
        if slot.alias in without.split():
            continue
        if _is_sentence(slot):
            needed = model.model_fields[slot.name].is_required()
            for key, text in TEXT_FIELDS.items():
                found[key if needed or key.endswith("?") else f"{key}?"] = text
        elif slot.alias == "confidence":
            found["confidence"] = GRADE
        else:
            info = model.model_fields[slot.name]
            always = info.is_required() or info.default is not None
            found[slot.alias if always else f"{slot.alias}?"] = (
                _kind(slot),
                said.get(slot.alias) or _of(slot),
            )
    return found


@cache
def shape_of(model: type[Any]) -> Shape:
    """The object that ``marked`` makes of a model."""
    name = "".join(f"-{sign.lower()}" if sign.isupper() else sign for sign in model.__name__)
    return shape(name.removeprefix("-"), unwrapped(model.__doc__ or ""), described(model))


def _of(slot: Slot) -> str:
    """What a field is that has no manual."""
    if isinstance(slot.mark, Code):
        return f"Code of the list {slot.mark.of}."
    return "ISO 3166-1 alpha-3." if isinstance(slot.mark, State) else "Which kind it is."


_KINDS: Mapping[type, Kind] = {
    Prose: one(TEXT),
    State: STATE,
    Line: LINE,
    Language: TAG,
    Address: URL,
    Slug: SLUG,
}
_IDS = {"record": RECORD, "mechanism": MECHANISM, "any": STRING}
_TYPES = {bool: YES, int: NUMBER, PartialDate: DAY}


def _kind(slot: Slot) -> Kind:
    if slot.shape == "keys":
        return by(_kind_of_one(slot), _TYPES.get(slot.value, STRING))
    return many(_kind_of_one(slot)) if slot.shape == "many" else _kind_of_one(slot)


def _kind_of_one(slot: Slot) -> Kind:
    if slot.model:
        return one(shape_of(slot.model))
    if isinstance(slot.mark, Code):
        return code(slot.mark.of)
    if isinstance(slot.mark, Ref):
        return _IDS[slot.mark.to]
    if get_origin(slot.value) is Literal:
        return {"enum": [*get_args(slot.value)]}
    if slot.value in _TYPES and slot.shape != "keys":
        return _TYPES[slot.value]
    return _KINDS.get(type(slot.mark), STRING)
