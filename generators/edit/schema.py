"""JSON Schemas for editors, one for each kind of file, from models and vocabularies.

pydantic makes the frame. The marks of ``fields`` say what a text is. The vocabularies say
which codes there are, with label and definition. An editor reads YAML 1.2, where a bare
2009 or 13 is a number. So a schema allows numbers where records mean text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import NoneType
from typing import Any, get_args

from pydantic import BaseModel

from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.data.schema import referred
from generators.model import fields as marks
from generators.model import items, records, vocabulary
from generators.model.items import Item
from generators.model.manuals import manuals, models, unwrapped
from generators.model.mechanisms import Mechanism
from generators.model.records import ONLY_FOR, Record
from generators.model.state_contacts import StateContacts
from generators.model.validation import FILES
from generators.model.vocabulary import StateNames, Vocabularies, Vocabulary

FOLDER = "schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
Node = dict[str, Any]
"""A JSON Schema, or a part of one."""

_MODELS = {model.__name__: model for model in models((*FILES, vocabulary.Form))}
"""All models by name. ``Form`` is added: it is in a mapping, where ``models`` finds none.
"""
_KINDS: Mapping[str, type[BaseModel]] = {
    "mechanism": Mechanism,
    **dict.fromkeys(get_args(records.RecordKind), Record),
    **dict.fromkeys(get_args(items.ItemKind), Item),
    "state": StateContacts,
}
"""The model of each kind of file, but for lists of the vocabulary."""
_TARGETS = {
    "record": "Id of a record: <mechanism>/<record>.",
    "mechanism": "Id of a mechanism.",
    "any": "Id of a record or of a mechanism.",
}
"""What a reference may lead to, by what its mark says (``Ref.to``)."""


def schemas(corpus: Corpus) -> dict[str, Node]:
    """The schema of each kind of file, by kind, sorted.

    The corpus must have the whole vocabulary.
    """
    vocabularies = corpus.vocabularies
    by_kind = {
        kind: _file_schema(kind, model, vocabularies) for kind, model in _KINDS.items()
    }
    by_kind["vocabulary"] = _vocabulary_schema(
        _file_schema("vocabulary", Vocabulary, vocabularies),
        _file_schema("vocabulary", StateNames, vocabularies),
    )
    return dict(sorted(by_kind.items()))


def text_of(schema: Node) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _file_schema(kind: str, model: type[BaseModel], vocabularies: Vocabularies) -> Node:
    """The schema of a kind of file, with all that it refers to below ``$defs``."""
    schema = model.model_json_schema(by_alias=True)
    definitions = schema.pop("$defs", {})
    for name, node in {model.__name__: schema, **definitions}.items():
        _complete_model(node, _MODELS[name], vocabularies)
    if model in (Record, Item):
        _narrow_to_kind(schema, kind, vocabularies)
    kinds = vocabularies.entries_of("kinds")
    schema["title"] = kinds[kind].label if kind in kinds else kind.capitalize()
    code_lists = _code_lists(schema | {"$defs": definitions}, vocabularies)
    for name, choices in code_lists.items():
        definitions[name] = {"oneOf": choices}
    needed = sorted(_needed_names(schema, definitions))
    return {
        "$schema": DIALECT,
        **schema,
        "$defs": {name: definitions[name] for name in needed},
    }


def _vocabulary_schema(lists: Node, state_names: Node) -> Node:
    """One schema for both shapes of a vocabulary file: a list, or the names of States.

    They are told apart by the key ``of``. Takes the parts out of the two schemas given.
    """
    definitions = {**lists.pop("$defs"), **state_names.pop("$defs")}
    for name, shape in (("Vocabulary", lists), ("StateNames", state_names)):
        shape.pop("$schema")
        definitions[name] = shape
    return {
        "$schema": DIALECT,
        "title": lists["title"],
        "type": "object",
        "if": {"properties": {"of": {"const": "states"}}, "required": ["of"]},
        "then": {"$ref": "#/$defs/StateNames"},
        "else": {"$ref": "#/$defs/Vocabulary"},
        "$defs": dict(sorted(definitions.items())),
    }


def _narrow_to_kind(schema: Node, kind: str, vocabularies: Vocabularies) -> None:
    """Leave what one kind of record or item has: its name, its keys, its types."""
    properties = schema["properties"]
    for key, kinds in ONLY_FOR.items():
        if kind not in kinds:
            properties.pop(key, None)
    properties["kind"] = {"const": kind}
    if "type" in properties:
        entries = vocabularies.entries_of("types").values()
        choices = [_choice(entry) for entry in entries if kind in entry.kinds]
        properties["type"] = {"oneOf": choices}


def _complete_model(
    node: Node, model: type[BaseModel], vocabularies: Vocabularies
) -> None:
    """Complete the schema of a model, in place: what each property means and may have.

    Titles and empty defaults, which pydantic adds by itself, are removed.
    """
    slots = {slot.alias: slot for slot in marks.slots(model)}
    descriptions = manuals(model)
    if "description" in node:
        node["description"] = unwrapped(node["description"])
    properties = node.get("properties", {})
    for key, value in list(properties.items()):
        value.pop("title", None)
        value.pop("description", None)
        if key in descriptions:
            value["description"] = descriptions[key]
        if _has_empty_default(value):
            value.pop("default")
        properties[key] = _without_null(value)
        if key in slots:
            _complete_property(properties[key], slots[key], vocabularies)


def _has_empty_default(node: Node) -> bool:
    """Whether the default of a property is none, an empty list, or any mapping."""
    if "default" not in node:
        return False
    default = node["default"]
    return default in (None, []) or isinstance(default, dict)


def _complete_property(node: Node, slot: marks.Slot, vocabularies: Vocabularies) -> None:
    """Add to a property, in place, what its mark says.

    A property without such a mark, or with choices of its own, remains as it is.
    """
    if type(slot.mark) in (NoneType, marks.Happened):
        return
    if "enum" in node or "const" in node:
        return
    if slot.shape == "keys" and isinstance(slot.mark, marks.LanguageTag):
        _add_languages(node)
    elif slot.shape == "keys":
        _add_measures(node, vocabularies)
    elif slot.mark:
        _add_mark(node["items"] if slot.shape == "many" else node, slot.mark)


def _without_null(node: Node) -> Node:
    """``X | None`` is X in a file: what is not known is left out.

    >>> _without_null({"anyOf": [{"type": "string"}, {"type": "null"}]})
    {'type': 'string'}
    """
    choices = [choice for choice in node.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) != 1:
        return node
    return {key: value for key, value in node.items() if key != "anyOf"} | choices[0]


def _add_mark(node: Node, mark: marks.Mark) -> None:
    """Say in the schema of a value, in place, what its mark says it is."""
    if isinstance(mark, marks.Code | marks.State):
        name = mark.list_name if isinstance(mark, marks.Code) else "state-codes"
        node.pop("type", None)
        node["$ref"] = f"#/$defs/{name}"
        return
    own_description = {}
    if "description" in node:
        own_description = {"description": node["description"]}
    node.update(_TEXTS[type(mark)](mark) | own_description)


# YAML 1.2 makes a number of a bare 13, 1951 or 1.10.
_TEXTS: Mapping[type, Callable[[Any], Node]] = {
    marks.Prose: lambda _: {"type": "string", "minLength": 1},
    marks.Plain: lambda _: {"type": ["string", "number"]},
    marks.Place: lambda _: {"type": "string", "minLength": 1},
    marks.Slug: lambda _: {"type": ["string", "number"], "pattern": f"^{marks.SLUG}$"},
    marks.Note: lambda _: {"type": "string"},
    marks.Ref: lambda mark: {"type": "string", "description": _TARGETS[mark.to]},
    marks.Line: lambda _: {
        "type": "string",
        "description": (
            "a line of a record: <mechanism>/<record>#<anchor of the line on its page>"
        ),
        "pattern": "^[a-z0-9-]+/[a-z0-9-]+#[a-z0-9-]+$",
    },
    marks.Address: lambda _: {"type": "string", "format": "uri", "pattern": "^https?://"},
    marks.LanguageTag: lambda _: {"type": "string", "pattern": f"^{marks.TAG}$"},
}
"""What a text may be, by the type of its mark; the function is given the mark."""


def _add_languages(node: Node) -> None:
    """Offer the languages of the site as keys, in place; others are allowed as tags."""
    value = node.pop("additionalProperties")
    names = {tag: cldr.language_name(tag, cldr.LANGUAGES[0]) for tag in cldr.LANGUAGES}
    node["properties"] = {tag: {"title": name, **value} for tag, name in names.items()}
    node["patternProperties"] = {f"^{marks.TAG}$": value}
    node["additionalProperties"] = False


def _add_measures(node: Node, vocabularies: Vocabularies) -> None:
    """Allow the measures of the vocabulary as keys, in place, and no others."""
    value = node["additionalProperties"] | {"minimum": 0}
    entries = vocabularies.entries_of("measures").values()
    node["properties"] = {entry.id: {**value, **_explained(entry)} for entry in entries}
    node["additionalProperties"] = False


def _code_lists(schema: Node, vocabularies: Vocabularies) -> dict[str, list[Node]]:
    """The lists of codes that a schema refers to, by name, with a choice for each code.

    Derived entries are not offered.
    """
    code_lists = {}
    for name in sorted(referred(schema) - set(_MODELS)):
        if name == "state-codes":
            code_lists[name] = _state_choices(vocabularies)
        else:
            entries = vocabularies.entries_of(name).values()
            code_lists[name] = [_choice(entry) for entry in entries if not entry.derived]
    return code_lists


def _state_choices(vocabularies: Vocabularies) -> list[Node]:
    """A choice for each State, by alpha-3 code, with its English name."""
    state_names = vocabularies.state_names
    english = cldr.LANGUAGES[0]
    return [
        {"const": code, "title": cldr.name(code, english, state_names)}
        for code in sorted({*cldr.every_code(), *state_names})
    ]


def _choice(entry: vocabulary.VocabularyEntry) -> Node:
    """An entry of the vocabulary as one of the values that a schema allows."""
    return {"const": entry.id, **_explained(entry)}


def _explained(entry: vocabulary.VocabularyEntry) -> Node:
    """What an editor shows of an entry: its label and its definition, if it has one."""
    words = {"title": entry.label}
    if entry.definition:
        words["description"] = entry.definition
    return words


def _needed_names(schema: Node, definitions: Mapping[str, Node]) -> set[str]:
    """The names of the definitions that a schema needs, directly or through others."""
    names: set[str] = set()
    waiting = referred(schema)
    while waiting:
        names |= waiting
        inner_names = {inner for name in waiting for inner in referred(definitions[name])}
        waiting = inner_names - names
    return names
