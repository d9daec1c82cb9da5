"""The published JSON Schemas (2020-12), one a kind of file: ``data/schema/<kind>.json`` at the root of the
site, the same for all languages. What a file holds beyond what its schema names is a mistake.
"""

from __future__ import annotations

import json
from typing import Any

from generators.corpus.corpus import Corpus
from generators.data.kinds import FORMAT, KINDS, code_lists, within
from generators.data.shapes import Kind, Shape

FOLDER = "data/schema/"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def path(kind: str) -> str:
    """Where the schema of a kind of file stands, below the root of the site."""
    return f"{FOLDER}{kind}.json"


def schema(corpus: Corpus, kind: str, site: str = "") -> dict[str, Any]:
    """The schema of a kind of file; ``site`` is the absolute address of the site, with a slash at its end,
    empty where it is not known.
    """
    whole, *parts = within(kind)
    return {
        "$schema": _DIALECT,
        **({"$id": site + path(kind)} if site else {}),
        "title": f"The Dakar Compendium, {kind}, format {FORMAT}",
        **_object(whole),
        "$defs": {
            **{each.name: _object(each) for each in sorted(parts, key=lambda each: each.name)},
            **{f"codes-{name}": _codes(corpus, name) for name in code_lists([whole, *parts])},
        },
    }


def written(corpus: Corpus, kind: str, site: str = "") -> bytes:
    """A schema as its file holds it."""
    text = json.dumps(schema(corpus, kind, site), ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def kinds() -> list[str]:
    """The kinds of file that there is a schema of."""
    return list(KINDS)


def _object(each: Shape) -> Kind:
    return {
        "description": each.meaning,
        "type": "object",
        "properties": {field.name: {"description": field.meaning, **field.kind} for field in each.fields},
        "required": [field.name for field in each.fields if field.always],
        "additionalProperties": False,
    }


def _codes(corpus: Corpus, name: str) -> Kind:
    """The codes of a list; what each means stands in ``compendium.json`` under ``vocabularies``."""
    words = corpus.vocabularies.lists.get(name)
    said = {"description": f"{words.title}: {words.definition}"} if words else {}
    return {**said, "enum": list(corpus.vocabularies.of(name))}
