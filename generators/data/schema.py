"""The published JSON Schemas (2020-12), one a kind of file: ``data/schema/<kind>.json``
at the root of the site, the same for all languages. What a file holds beyond what its
schema names is a mistake.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generators.corpus.corpus import Corpus
from generators.data import kinds, shapes
from generators.data.marked import Kind, Published, Shape, described, shape_of
from generators.document.open_data import VERSION
from generators.model.manuals import models

FOLDER = "data/schema/"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_EVERY = {
    each.name: each for each in map(shape_of, (*models(), *Published.__subclasses__()))
}
"""Every shape by its name, but for the kinds of file."""

KINDS: Mapping[str, Shape] = {
    each.name.removesuffix("-file"): each._replace(
        fields=(*described(kinds.Head), *each.fields)
    )
    for each in map(shape_of, kinds.Content.__subclasses__())
}


def path(kind: str) -> str:
    """Where the schema of a kind of file stands, below the root of the site."""
    return f"{FOLDER}{kind}.json"


def schema(corpus: Corpus, kind: str, site: str = "") -> dict[str, Any]:
    """The schema of a kind of file; ``site`` is the absolute address of the site, with a
    slash at its end, empty where it is not known.
    """
    whole, *parts = within(kind)
    return {
        "$schema": _DIALECT,
        **({"$id": site + path(kind)} if site else {}),
        "title": f"The Dakar Compendium, {kind}, format {VERSION}",
        **_object(whole),
        "$defs": {
            **{
                each.name: _object(each)
                for each in sorted(parts, key=lambda each: each.name)
            },
            **{
                f"codes-{name}": _codes(corpus, name)
                for name in code_lists([whole, *parts])
            },
        },
    }


def written(corpus: Corpus, kind: str, site: str = "") -> bytes:
    """A schema as its file holds it."""
    text = json.dumps(schema(corpus, kind, site), ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _object(each: Shape) -> Kind:
    return {
        "description": each.meaning,
        "type": "object",
        "properties": {
            field.name: {"description": field.meaning, **field.kind}
            for field in each.fields
        },
        "required": [field.name for field in each.fields if field.always],
        "additionalProperties": False,
    }


def _codes(corpus: Corpus, name: str) -> Kind:
    """The codes of a list; what each means stands in ``compendium.json`` under
    ``vocabularies``.
    """
    words = corpus.vocabularies.lists.get(name)
    said = {"description": f"{words.title}: {words.definition}"} if words else {}
    return {**said, "enum": list(corpus.vocabularies.of(name))}


def within(kind: str) -> list[Shape]:
    """The shapes that a kind of file is made of, itself first, then as they are met."""
    found = [KINDS[kind]]
    for each in found:  # grows meanwhile
        parts = (_EVERY[name] for name in dict.fromkeys(_asked(each)) if name in _EVERY)
        found += [part for part in parts if part not in found]
    return found


def all_shapes() -> list[Shape]:
    """Every shape once: kinds of file, then what they hold."""
    return list({each.name: each for kind in KINDS for each in within(kind)}.values())


def parts() -> list[Shape]:
    """The shapes that files are made of; records and mechanisms have files of their own."""
    whole = {
        each.name
        for each in (*KINDS.values(), shape_of(shapes.Record), shape_of(shapes.Mechanism))
    }
    return [each for each in all_shapes() if each.name not in whole]


def code_lists(every: Iterable[Shape]) -> list[str]:
    """The lists of the vocabulary whose codes stand in some shapes."""
    found = {name for each in every for name in _asked(each) if name.startswith("codes-")}
    return sorted(name.removeprefix("codes-") for name in found)


def _asked(of: Shape) -> Iterator[str]:
    for field in of.fields:
        yield from sorted(referred(field.kind))


def referred(node: Any) -> set[str]:
    """The names of the definitions that a schema, or a piece of one, asks for."""
    if isinstance(node, list):
        return set().union(*map(referred, node))
    if not isinstance(node, dict):
        return set()
    own = (
        {node["$ref"].removeprefix("#/$defs/")}
        if isinstance(node.get("$ref"), str)
        else set()
    )
    return own.union(*map(referred, node.values()))
