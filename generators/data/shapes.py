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


HEAD = {
    "$schema": (
        STRING,
        "Address of the JSON Schema that describes this file: absolute where the site knows its own address, "
        "else relative to this file.",
    ),
    "format": (
        {"type": "string", "pattern": r"^\d+\.\d+$"},
        "Version of the format: the first number rises when a field changes its meaning or goes, the second "
        "when one is added.",
    ),
    "language": (TAG, "Language of labels and texts in this file."),
    "day": (WHOLE_DAY, "Day of the data: status, parties and everything else is as of this day."),
    "base?": (URL, "Absolute address that every relative address in this file continues."),
}

TEXT_FIELDS = {
    "says": (STRING, "The text, in our words unless it is a title."),
    "language?": (TAG, "Language of the text, where it is not the file's (no current translation)."),
    "direction?": ({"enum": ["ltr", "rtl"]}, "Direction of that language."),
    "unreviewed?": (ONLY_TRUE, "The text is a translation by machine that no person has read yet."),
}
TEXT = shape("text", "A text with its language where that is not the file's.", TEXT_FIELDS)

GRADE = (
    code("confidences"),
    "How sure it is: verified (the text itself was read), confirmed (two independent sources), reported (one "
    "secondary source), recalled (nothing was read).",
)

BOUND_SINCE: Described = {
    "bound_since?": (
        DAY,
        "First day on which it binds this State: as a list gives it, else as it follows from the "
        "text's article. Without it that day is not known.",
    ),
    "bound_since_computed?": (
        ONLY_TRUE,
        "True where that day follows from the article and was read in no list.",
    ),
}
RECORD_NAMED = shape(
    "record-named",
    "Which record an id means.",
    {
        "name": (STRING, "Its shortest usual name."),
        "title": (STRING, "Its title."),
        "address": (ADDRESS, "Its page; the same as data is index.json beside it."),
        "kind": (code("kinds"), "Instrument, action plan or standard operating procedure."),
        "type": (code("types"), "What sort of instrument, plan or procedure it is."),
        "binding": (YES, "Whether it is made to bind."),
        "about": (code("nearness"), "How near it is to trafficking in persons."),
        "binds": (YES, "Whether it binds anybody on the day of the data."),
        "status": (code("statuses"), "Where it stands on the day of the data."),
        "status_words": (STRING, "The status in words, with its date."),
        "mechanisms": (many(MECHANISM), "The mechanisms that adopted it; the first keeps it."),
        "regions": (many(code("regions")), "The regions of these mechanisms."),
        "confidence": (code("confidences"), "The grade that most of its lines reach."),
        "topics": (NUMBER, "On how many topics it speaks."),
        "states?": (NUMBER, "How many States are party to it, where that is known."),
    },
)
MECHANISM_NAMED = shape(
    "mechanism-named",
    "Which mechanism an id means.",
    {
        "name": (STRING, "Its acronym or shortest usual name."),
        "title": (STRING, "Its name."),
        "address": (ADDRESS, "Its page."),
        "regions": (many(code("regions")), "Its regions."),
        "contact?": (STRING, "How to reach its office on trafficking, in one line."),
    },
)
STATE_NAMED = shape(
    "state-named",
    "Which State a code means.",
    {
        "code": (STATE, "ISO 3166-1 alpha-3."),
        "name": (STRING, "Its name."),
        "address": (ADDRESS, "Its page."),
    },
)
LABEL = shape(
    "label",
    "What a code means.",
    {
        "label": (STRING, "Its label."),
        "sign?": (STRING, "The sign that the pages show for it."),
    },
)
LABELS = {"labels": (by(SLUG, by(SLUG, one(LABEL))), "What codes mean: by list of the vocabulary, by code.")}
RECORDS = {"records": (by(RECORD, one(RECORD_NAMED)), "The records, by id, in the order of their titles.")}
MECHANISMS = {
    "mechanisms": (
        by(MECHANISM, one(MECHANISM_NAMED)),
        "The mechanisms, by id, in the order of their titles.",
    )
}
