"""JSON Schemas for editors: one a kind of file, made from the models and the
vocabularies.

pydantic makes the frame; the marks of ``fields`` say what a text is, and the vocabularies
which codes there are, with label and definition. A schema describes what an editor reads
by YAML 1.2, where a bare 2009 or 13 is a number, and so allows numbers where records mean
text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
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

_MODELS = {found.__name__: found for found in models((*FILES, vocabulary.Form))}
"""All models by name; forms of a term are values of a mapping, which is no field of
models.
"""
_KINDS: Mapping[str, type[BaseModel]] = {
    "mechanism": Mechanism,
    **dict.fromkeys(get_args(records.RecordKind), Record),
    **dict.fromkeys(get_args(items.ItemKind), Item),
    "state": StateContacts,
}
_TARGETS = {
    "record": "Id of a record: <mechanism>/<record>.",
    "mechanism": "Id of a mechanism.",
    "any": "Id of a record or of a mechanism.",
}


def schemas(corpus: Corpus) -> dict[str, Node]:
    """The schema of each kind of file, by kind. The corpus must hold the whole
    vocabulary.
    """
    words = corpus.vocabularies
    found = {kind: _schema(kind, model, words) for kind, model in _KINDS.items()}
    lists, names = (
        _schema("vocabulary", model, words) for model in (Vocabulary, StateNames)
    )
    found["vocabulary"] = _either(lists, names)
    return dict(sorted(found.items()))


def text_of(schema: Node) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _schema(kind: str, model: type[BaseModel], words: Vocabularies) -> Node:
    made = model.model_json_schema(by_alias=True)
    inner = made.pop("$defs", {})
    for name, node in {model.__name__: made, **inner}.items():
        _complete(node, _MODELS[name], words)
    if model in (Record, Item):
        _narrow(made, kind, words)
    made["title"] = (
        words.of("kinds")[kind].label if kind in words.of("kinds") else kind.capitalize()
    )
    inner |= {
        name: {"oneOf": list(choices)}
        for name, choices in _choices(made | {"$defs": inner}, words)
    }
    reached = {name: inner[name] for name in sorted(_reached(made, inner))}
    return {"$schema": DIALECT, **made, "$defs": reached}


def _either(lists: Node, names: Node) -> Node:
    """One schema for two shapes of file, told apart by the list that the file says it
    holds.
    """
    inner = {**lists.pop("$defs"), **names.pop("$defs")}
    for name, shape in (("Vocabulary", lists), ("StateNames", names)):
        shape.pop("$schema")
        inner[name] = shape
    is_states = {"properties": {"of": {"const": "states"}}, "required": ["of"]}
    branches = {
        "then": {"$ref": "#/$defs/StateNames"},
        "else": {"$ref": "#/$defs/Vocabulary"},
    }
    head = {"$schema": DIALECT, "title": lists["title"], "type": "object"}
    return {**head, "if": is_states, **branches, "$defs": dict(sorted(inner.items()))}


def _narrow(schema: Node, kind: str, words: Vocabularies) -> None:
    """Leave what one kind of record or item has: its name, its keys, its types."""
    properties = schema["properties"]
    for key, kinds in ONLY_FOR.items():
        if kind not in kinds:
            properties.pop(key, None)
    properties["kind"] = {"const": kind}
    if "type" in properties:
        entries = words.of("types").values()
        properties["type"] = {
            "oneOf": [_choice(entry) for entry in entries if kind in entry.kinds]
        }


def _complete(node: Node, model: type[BaseModel], words: Vocabularies) -> None:
    """Say of each property what its mark says, and drop what pydantic says of its own
    accord.
    """
    own = {slot.alias: slot for slot in marks.slots(model)}
    said = manuals(model)
    if "description" in node:
        node["description"] = unwrapped(node["description"])
    for key, value in list(node.get("properties", {}).items()):
        value.pop("title", None)
        value.pop("description", None)
        if key in said:
            value["description"] = said[key]
        if value.get("default", True) in (None, [], {}) or isinstance(
            value.get("default"), dict
        ):
            value.pop("default")
        value = node["properties"][key] = _without_null(value)
        slot = own.get(key)
        if (
            slot is None
            or type(slot.mark) in (NoneType, marks.Happened)
            or {"enum", "const"} & value.keys()
        ):
            continue
        if slot.shape != "keys":
            _mark(value["items"] if slot.shape == "many" else value, slot.mark)
        elif isinstance(slot.mark, marks.LanguageTag):
            _languages(value)
        else:
            _measures(value, words)


def _without_null(node: Node) -> Node:
    """``X | None`` is X in a file: what is not known is left out."""
    kinds = [each for each in node.get("anyOf", ()) if each != {"type": "null"}]
    if len(kinds) != 1:
        return node
    return {key: value for key, value in node.items() if key != "anyOf"} | kinds[0]


def _mark(node: Node, mark: marks.Mark) -> None:
    if isinstance(mark, marks.Code | marks.State):
        node.pop("type", None)
        node["$ref"] = (
            f"#/$defs/{mark.of if isinstance(mark, marks.Code) else 'state-codes'}"
        )
    else:
        said = {"description": node["description"]} if "description" in node else {}
        node.update(_TEXTS[type(mark)](mark) | said)


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
        "description": "a line of a record: <mechanism>/<record>#<anchor of the line on its page>",
        "pattern": "^[a-z0-9-]+/[a-z0-9-]+#[a-z0-9-]+$",
    },
    marks.Address: lambda _: {"type": "string", "format": "uri", "pattern": "^https?://"},
    marks.LanguageTag: lambda _: {"type": "string", "pattern": f"^{marks.TAG}$"},
}


def _languages(node: Node) -> None:
    value = node.pop("additionalProperties")
    named = {tag: cldr.language_name(tag, cldr.LANGUAGES[0]) for tag in cldr.LANGUAGES}
    node["properties"] = {tag: {"title": name, **value} for tag, name in named.items()}
    node["patternProperties"] = {f"^{marks.TAG}$": value}
    node["additionalProperties"] = False


def _measures(node: Node, words: Vocabularies) -> None:
    value = node["additionalProperties"] | {"minimum": 0}
    entries = words.of("measures").values()
    node["properties"] = {
        entry.id: {**value, "title": entry.label, "description": entry.definition}
        for entry in entries
    }
    node["additionalProperties"] = False


def _choices(schema: Node, words: Vocabularies) -> Iterator[tuple[str, Iterator[Node]]]:
    """The lists that a schema refers to, each with its entries; what is derived is not
    offered.
    """
    for name in sorted(referred(schema) - set(_MODELS)):
        if name == "state-codes":
            codes = sorted({*cldr.every_code(), *words.state_names})
            named = (
                (code, cldr.name(code, cldr.LANGUAGES[0], words.state_names))
                for code in codes
            )
            yield name, ({"const": code, "title": title} for code, title in named)
        else:
            yield (
                name,
                (
                    _choice(entry)
                    for entry in words.of(name).values()
                    if not entry.derived
                ),
            )


def _choice(entry: vocabulary.VocabularyEntry) -> Node:
    return {"const": entry.id, "title": entry.label, "description": entry.definition}


def _reached(schema: Node, inner: Mapping[str, Node]) -> set[str]:
    """The definitions that a schema needs; a key that was taken out leaves none behind."""
    found: set[str] = set()
    ahead = referred(schema)
    while ahead:
        found |= ahead
        ahead = set().union(*(referred(inner[name]) for name in ahead)) - found
    return found
