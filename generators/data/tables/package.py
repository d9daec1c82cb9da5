"""What describes the tables as CSV for programs: a Tabular Data Package (Frictionless, version 1), with the
kind and meaning of each column, keys, and the codes that may stand in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from generators.data.media_types import MEDIA_TYPES
from generators.document.open_data import VERSION, Column, Table, about
from generators.document.open_data.about import LICENCE, LICENCE_ADDRESS, LICENCE_NAME
from generators.document.open_data.codes import labels
from generators.document.phrases import Phrases
from generators.model.fields import TAG

_TYPES = {"whole": "integer", "number": "number", "yes": "boolean"}
_CODE = "[A-Za-z0-9-]+(/[a-z0-9-]+)?"
_PATTERNS = {
    "code": f"^{_CODE}$",
    "codes": f"^{_CODE}( {_CODE})*$",
    "day": "^\\d{4}(-\\d{2}(-\\d{2})?)?$",
    "language": f"^{TAG}$",
}
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}


class Sum(NamedTuple):
    """The size of a file in bytes, and its digest."""

    size: int
    sha256: str


def sum_of(content: bytes) -> Sum:
    """Size and digest of a file."""
    return Sum(len(content), sha256(content).hexdigest())


def written(phrases: Phrases, tables: Iterable[Table], sums: Mapping[str, Sum], base: str) -> bytes:
    """The description of tables; ``sums`` are those of their files by their names."""
    said = about(phrases, base)
    found = {
        "profile": "tabular-data-package",
        "name": "dakar-compendium",
        "title": said.title,
        "description": f"{said.what} {said.authentic}",
        "homepage": f"{base}data/",
        "version": VERSION,
        "created": f"{said.day}T00:00:00Z",
        "language": phrases.language,
        "licenses": [{"name": LICENCE, "path": LICENCE_ADDRESS, "title": LICENCE_NAME}],
        "sources": [{"title": said.cite, **({"path": base} if base else {})}],
        "resources": [_resource(phrases, table, sums[table.name]) for table in tables],
    }
    if not base:
        del found["homepage"]
    return f"{json.dumps(found, ensure_ascii=False, indent=1)}\n".encode()


def _resource(phrases: Phrases, table: Table, content: Sum) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.meaning,
        "format": "csv",
        "mediatype": MEDIA_TYPES["csv"],
        "encoding": "utf-8",
        "bytes": content.size,
        "hash": f"sha256:{content.sha256}",
        "dialect": _DIALECT,
        "schema": {
            "fields": [_field(phrases, table, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": [*table.key],
            "foreignKeys": [*_links(table)],
        },
    }


def _links(table: Table) -> Iterable[dict[str, Any]]:
    """Links as the format has them: one of several columns has to have a value in each."""
    for link in table.links:
        if len(link.columns) == 1 or {*link.columns} <= {*table.key}:
            reference = {"resource": link.table, "fields": _one(link.to)}
            yield {"fields": _one(link.columns), "reference": reference}


def _one(names: tuple[str, ...]) -> str | list[str]:
    return names[0] if len(names) == 1 else [*names]


def _field(phrases: Phrases, table: Table, column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if column.name in table.key else {}
    if column.kind == "code" and column.vocabulary:
        limits["enum"] = [*labels(phrases, column.vocabulary)]
    elif column.kind in _PATTERNS:
        limits["pattern"] = _PATTERNS[column.kind]
    return {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        **({"title": column.title} if column.title else {}),
        "description": column.meaning,
        **({"constraints": limits} if limits else {}),
    }
