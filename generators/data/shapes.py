"""The words in which the files of data are described: kinds of value, fields with their meaning, and shapes
(objects) made of fields.

A kind of value is a piece of JSON Schema; ``schema.py`` makes the published schemas of them, the page of the
data lists the meanings. A field that no shape names fails the tests: what is published is described.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from generators.model.fields import SLUG as _SLUG
from generators.model.fields import TAG as _TAG

Kind = dict[str, Any]
"""A kind of value, as JSON Schema."""

STRING: Kind = {"type": "string"}
NUMBER: Kind = {"type": "integer", "minimum": 0}
YES: Kind = {"type": "boolean"}
ONLY_TRUE: Kind = {"const": True}
ONLY_FALSE: Kind = {"const": False}
DAY: Kind = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
"""ISO 8601, no more precise than it is known."""
WHOLE_DAY: Kind = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
ADDRESS: Kind = {"type": "string", "pattern": "^[a-z0-9/-]*([a-z-]+\\.[a-z]+)?(#[a-z0-9-]+)?$"}
"""Below the folder of the language."""
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


def or_none(kind: Kind) -> Kind:
    """A value, or null where there is none."""
    return {"anyOf": [kind, {"type": "null"}]}


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


def reached(kind: Any) -> list[str]:
    """The names of the shapes (and lists of codes) that a kind of value asks for."""
    if isinstance(kind, list):
        return [name for each in kind for name in reached(each)]
    if not isinstance(kind, dict):
        return []
    own = [kind["$ref"].removeprefix("#/$defs/")] if "$ref" in kind else []
    return own + [name for each in kind.values() for name in reached(each)]
