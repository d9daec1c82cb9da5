"""The published JSON Schemas (2020-12), one for each kind of file. They are at
``data/schema/<kind>.json`` below the root of the site, and are the same for all
languages. A file may have only what its schema names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generators.corpus.corpus import Corpus
from generators.data import kinds
from generators.data.described import Shape, described, shape_of
from generators.data.marked import BOTH, JsonSchema, Part, Published
from generators.data.mechanism_data import MechanismData
from generators.data.record_data import RecordData
from generators.document.open_data import VERSION
from generators.model.manuals import models

FOLDER = "data/schema/"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _shape_of_file(model: type[kinds.Content]) -> Shape:
    """The shape of a kind of file, with the fields of its head first."""
    shape = shape_of(model)
    head = (field for field in described(kinds.Head) if field.parts & model.PARTS_OF_HEAD)
    return shape._replace(fields=(*head, *shape.fields))


_MODELS = {kinds.kind_of(model): model for model in kinds.Content.__subclasses__()}
KINDS: Mapping[str, Shape] = {
    kind: _shape_of_file(model) for kind, model in _MODELS.items()
}
"""The shape of each kind of file, by its kind: ``record``, ``state``, ``corpus`` …"""

_PART_BY_NAME: Mapping[str, Shape] = {
    shape.name: shape
    for shape in map(
        shape_of, (*models(), *Published.__subclasses__(), *_MODELS.values())
    )
}
"""The shapes that files are made of, by name. If a model of records and a ``Published``
class have one name, the shape is that of the class.
"""


def path(kind: str) -> str:
    """The path of the schema of a kind of file, below the root of the site.

    >>> path("record")
    'data/schema/record.json'
    """
    return f"{FOLDER}{kind}.json"


def schema(corpus: Corpus, kind: str, site: str = "") -> dict[str, Any]:
    """The schema of a kind of file. ``site`` is the absolute address of the site, with a
    slash at its end. It is empty if it is not known.
    """
    parts = _MODELS[kind].PARTS
    whole, *inner = _shapes_of_kind(kind)
    definitions: dict[str, JsonSchema] = {}
    for shape in sorted(inner, key=lambda shape: shape.name):
        definitions[shape.name] = _schema_of_object(shape, parts)
    for name in _code_lists([whole, *inner]):
        definitions[f"codes-{name}"] = _schema_of_codes(corpus, name)
    return {
        "$schema": _DIALECT,
        **({"$id": site + path(kind)} if site else {}),
        "title": f"The Dakar Compendium, {kind}, format {VERSION}",
        **_schema_of_object(whole, BOTH if kind == "words" else parts),
        "$defs": definitions,
    }


def write_schema(corpus: Corpus, kind: str, site: str = "") -> bytes:
    """The schema of a kind of file, as its own file has it."""
    text = json.dumps(schema(corpus, kind, site), ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _schema_of_object(shape: Shape, parts: frozenset[Part]) -> JsonSchema:
    """The schema of an object: its fields and no others. ``parts`` are the parts of it
    that there are. If it has only words, a field that has codes too may be left out.
    """
    properties = {
        field.name: {"description": field.meaning, **field.kind} for field in shape.fields
    }
    required = [
        field.name
        for field in shape.fields
        if field.always and ("codes" in parts or field.in_words)
    ]
    return {
        "description": shape.meaning,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _schema_of_codes(corpus: Corpus, name: str) -> JsonSchema:
    """The schema of the codes of a list. ``compendium.json`` has what each code means,
    under ``vocabularies``.
    """
    schema_of_codes: JsonSchema = {}
    vocabulary = corpus.vocabularies.lists.get(name)
    if vocabulary:
        schema_of_codes["description"] = f"{vocabulary.title}: {vocabulary.definition}"
    schema_of_codes["enum"] = list(corpus.vocabularies.entries_of(name))
    return schema_of_codes


# -- the shapes that a file is made of ---------------------------------------------------


def all_shapes() -> list[Shape]:
    """Every shape once, with all its fields: each kind of file, and the shapes that it is
    made of.
    """
    whole = {shape.name: shape for shape in KINDS.values()}
    names = (shape.name for kind in KINDS for shape in _shapes_of_kind(kind))
    return [whole.get(name) or _PART_BY_NAME[name] for name in dict.fromkeys(names)]


def parts() -> list[Shape]:
    """The shapes that files are made of. Records and mechanisms are left out: they have
    files of their own.
    """
    files = (*KINDS.values(), shape_of(RecordData), shape_of(MechanismData))
    names_of_files = {shape.name for shape in files}
    return [shape for shape in all_shapes() if shape.name not in names_of_files]


def _shapes_of_kind(kind: str) -> list[Shape]:
    """The shape of a kind of file first, then all shapes that it is made of. They have
    the fields of the parts that the file has. They are in the order in which they are
    found.
    """
    model = _MODELS[kind]
    shapes = [_with_parts(KINDS[kind], model.PARTS | model.PARTS_OF_HEAD)]
    for shape in shapes:  # the list grows while it is read
        for field in shape.fields:
            # which object it is depends on the language: so all of it is there
            parts = BOTH if field.in_words else model.PARTS
            for name in sorted(referred(field.kind)):
                whole = _PART_BY_NAME.get(name)
                if whole and name not in {known.name for known in shapes}:
                    shapes.append(_with_parts(whole, parts))
    return shapes


def _with_parts(shape: Shape, parts: frozenset[Part]) -> Shape:
    """A shape with those of its fields that belong to some parts of an object."""
    fields = tuple(field for field in shape.fields if field.parts & parts)
    return shape._replace(fields=fields)


def _code_lists(shapes: Iterable[Shape]) -> list[str]:
    """The lists of the vocabulary whose codes are in some shapes, sorted by name."""
    names = {name for shape in shapes for name in _referred_by(shape)}
    return sorted(
        name.removeprefix("codes-") for name in names if name.startswith("codes-")
    )


def _referred_by(shape: Shape) -> Iterator[str]:
    """The names of the definitions to which the fields of a shape refer."""
    for field in shape.fields:
        yield from sorted(referred(field.kind))


def referred(node: Any) -> set[str]:
    """The names of the definitions to which a schema, or a piece of one, refers.

    >>> referred({"type": "array", "items": {"$ref": "#/$defs/text"}})
    {'text'}
    """
    if isinstance(node, list):
        return set().union(*map(referred, node))
    if not isinstance(node, dict):
        return set()
    names: set[str] = set().union(*map(referred, node.values()))
    reference = node.get("$ref")
    if isinstance(reference, str):
        names.add(reference.removeprefix("#/$defs/"))
    return names
