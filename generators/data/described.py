"""Objects of the data as JSON Schema describes them, from the classes that also write
them (``marked.py``). The meaning of a field is the string under it in its class, or its
manual (``model/manuals.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
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

from pydantic import BaseModel

from generators.data.marked import (
    JsonSchema,
    Part,
    Published,
    SchemaMark,
    TextData,
    WorkedOut,
    inline_mark,
    is_always_written,
    own_slots,
    parts_of_slot,
)
from generators.model import fields as marks
from generators.model.fields import Slot
from generators.model.manuals import manuals, named_after, unwrapped
from generators.text.partial_dates import PartialDate


class DescribedField(NamedTuple):
    """A field of an object: its name, its schema (``kind``) and its meaning. It says
    whether it is ``always`` in the object, and to which ``parts`` of that it belongs.
    """

    name: str
    kind: JsonSchema
    meaning: str
    always: bool
    parts: frozenset[Part]

    @property
    def in_words(self) -> bool:
        """Whether the whole field depends on the language."""
        return self.parts == {"words"}


class Shape(NamedTuple):
    """An object: its name, its meaning, its fields in their order."""

    name: str
    meaning: str
    fields: tuple[DescribedField, ...]


_GRADE = (
    "How sure it is: verified (the text itself was read), confirmed (two independent "
    "sources), reported (one secondary source), recalled (nothing was read)."
)
"""The meaning of each field that says how sure something is."""


@cache
def shape_of(model: type[BaseModel]) -> Shape:
    """The object that is made of a model."""
    meaning = unwrapped(model.__doc__ or "")
    return Shape(_published_name(model), meaning, described(model))


def _published_name(model: type[BaseModel]) -> str:
    """The name of a model in schemas: ``RecordFile`` is ``record-file``, if the class
    does not say its name itself.
    """
    own_name = model.PUBLISHED_NAME if issubclass(model, Published) else ""
    return own_name or named_after(model)


@cache
def described(model: type[BaseModel], without: str = "") -> tuple[DescribedField, ...]:
    """The fields of an object by its model. Those that ``without`` names (with spaces
    between them) are left out. The fields of inline objects are among them.
    """
    hints = get_type_hints(model, include_extras=True)
    fields: list[DescribedField] = []
    for slot in own_slots(model, without):
        fields += _describe_slot(model, slot, hints[slot.name])
    return tuple(fields)


def _describe_slot(
    model: type[BaseModel], slot: Slot, hint: Any
) -> Iterator[DescribedField]:
    """A field of a model with the type ``hint``. If it is inline, all fields of its
    object: they are always there only if the object is.
    """
    always = is_always_written(model, slot)
    inline = inline_mark(model, slot)
    if inline:
        for field in described(slot.model or TextData, inline.without):
            yield field._replace(always=field.always and always)
        return
    kind = schema_of_type(hint)
    default = model.model_fields[slot.name].default
    if isinstance(default, WorkedOut) and default.null:
        kind = {"anyOf": [kind, {"type": "null"}]}
    parts = parts_of_slot(model, slot)
    yield DescribedField(slot.alias, kind, _meaning(model, slot), always, parts)


def _meaning(model: type[BaseModel], slot: Slot) -> str:
    """What a field means, in a sentence."""
    if slot.alias == "confidence" and not model.model_fields[slot.name].description:
        return _GRADE
    return manuals(model).get(slot.alias) or _meaning_of_mark(slot)


def _meaning_of_mark(slot: Slot) -> str:
    """What a field means that has no manual, by its mark."""
    if isinstance(slot.mark, marks.Code):
        return f"Code of the list {slot.mark.list_name}."
    if isinstance(slot.mark, marks.State):
        return "ISO 3166-1 alpha-3."
    return "Which kind it is."


# -- the schema of a type ----------------------------------------------------------------


def _string(pattern: str) -> JsonSchema:
    """The schema of a text that fits a pattern."""
    return {"type": "string", "pattern": pattern}


_STRING: JsonSchema = {"type": "string"}
_RECORD = f"{marks.SLUG}/{marks.SLUG}"
_SCHEMA_OF_ID = {
    "record": _string(f"^{_RECORD}$"),
    "mechanism": _string(f"^{marks.SLUG}$"),
    "any": _STRING,
}
_SCHEMA_OF_MARK: Mapping[type, Callable[[Any], JsonSchema]] = {
    SchemaMark: lambda mark: mark.schema,
    marks.Code: lambda mark: {"$ref": f"#/$defs/codes-{mark.list_name}"},
    marks.Ref: lambda mark: _SCHEMA_OF_ID[mark.to],
    marks.Prose: lambda _: _reference_to(TextData),
    marks.State: lambda _: _string("^[A-Z]{3}$"),
    marks.Line: lambda _: _string(f"^{_RECORD}#[a-z0-9-]+$"),
    marks.LanguageTag: lambda _: _string(f"^{marks.TAG}$"),
    marks.Address: lambda _: _string("^https?://"),
    marks.Slug: lambda _: _string(f"^{marks.SLUG}$"),
}
_SCHEMA_OF_TYPE: Mapping[type, JsonSchema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    date: _string(r"^\d{4}-\d{2}-\d{2}$"),
    PartialDate: _string(r"^\d{4}(-\d{2}(-\d{2})?)?$"),
}
"""The schemas of types that are no text. Dates are ISO 8601, and partial dates are as
precise as they are known.
"""


def _reference_to(model: type[BaseModel]) -> JsonSchema:
    """The schema that refers to the object of a model."""
    return {"$ref": f"#/$defs/{shape_of(model).name}"}


def schema_of_type(hint: Any) -> JsonSchema:
    """The schema of the values of a type hint. None is left out: a field that may be None
    is not always written.

    >>> schema_of_type(tuple[int, ...])
    {'type': 'array', 'items': {'type': 'integer', 'minimum': 0}}
    >>> schema_of_type(Literal["now", "past"] | None)
    {'enum': ['now', 'past']}
    """
    origin = get_origin(hint)
    arguments = get_args(hint)
    if origin in (Union, UnionType):
        schemas = [schema_of_type(part) for part in arguments if part is not NoneType]
        return {"anyOf": schemas} if len(schemas) > 1 else schemas[0]
    if origin is Annotated:
        return _schema_of_annotated(*arguments)
    if origin is tuple:
        return {"type": "array", "items": schema_of_type(arguments[0])}
    if origin is dict:
        keys, values = map(schema_of_type, arguments)
        return {"type": "object", "propertyNames": keys, "additionalProperties": values}
    if origin is Literal:
        only_one = len(arguments) == 1
        return {"const": arguments[0]} if only_one else {"enum": list(arguments)}
    if issubclass(hint, BaseModel):
        return _reference_to(hint)
    return _SCHEMA_OF_TYPE.get(hint, _STRING)


def _schema_of_annotated(hint: Any, *marks_of_hint: Any) -> JsonSchema:
    """The schema of a type with marks. The first mark that has a schema says it; a mark
    on a mapping says the schema of its keys. Without such a mark it is that of the type.
    """
    schema = None
    for mark in marks_of_hint:
        if type(mark) in _SCHEMA_OF_MARK:
            schema = _SCHEMA_OF_MARK[type(mark)](mark)
            break
    if get_origin(hint) is dict:
        return schema_of_type(hint) | {"propertyNames": schema}
    return schema or schema_of_type(hint)
