"""The tables as CSV (RFC 4180, UTF-8), and what describes them for programs: a Tabular Data Package
(Frictionless, version 1), with the kind and meaning of each column, keys, and the codes that may stand in it.

A file begins with the mark of UTF-8, without which a spreadsheet reads French and Arabic wrongly; programs
pass over it (``utf-8-sig`` in Python). A text that a spreadsheet would take for a formula has an apostrophe
before it.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from io import StringIO
from typing import Any

from generators.corpus.addresses import TABLES
from generators.corpus.corpus import Corpus
from generators.document.open_data import VERSION, Column, Table, Value, about
from generators.document.open_data.about import LICENCE, LICENCE_ADDRESS, LICENCE_NAME
from generators.document.open_data.columns import code_labels
from generators.document.phrases import Phrases
from generators.model.fields import TAG
from generators.translate.localizer import Localizer

MARK = "\ufeff"
_LIKE_FORMULA = re.compile("[=+\\-@\t\r]")


def as_csv(table: Table, rows: Iterable[Sequence[Value]]) -> bytes:
    """A table as a file; the first line are the names of its columns."""
    made = StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(column.name for column in table.columns)
    writer.writerows(map(_cell, row) for row in rows)
    return f"{MARK}{made.getvalue()}".encode()


def _cell(value: Value) -> str | int | None:
    if isinstance(value, str):
        return f"'{value}" if _LIKE_FORMULA.match(value) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else value


_TYPES = {"whole": "integer", "number": "number", "yes": "boolean"}
_CODE = "[A-Za-z0-9-]+(/[a-z0-9-]+)?"
_PATTERNS = {
    "code": f"^{_CODE}$",
    "codes": f"^{_CODE}( {_CODE})*$",
    "day": "^\\d{4}(-\\d{2}(-\\d{2})?)?$",
    "language": f"^{TAG}$",
}
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}


def written(corpus: Corpus, resources: Iterable[dict[str, Any]], site: str) -> bytes:
    """The description of tables, of which ``resource`` made a part each; ``site`` is the absolute address of
    the site.
    """
    said = about(Phrases(Localizer(corpus, corpus.languages[0])), site)
    found = {
        "profile": "tabular-data-package",
        "name": "dakar-compendium",
        "title": said.title,
        "description": f"{said.what} {said.authentic}",
        **({"homepage": f"{site}data/"} if site else {}),
        "version": VERSION,
        "created": f"{said.day}T00:00:00Z",
        "licenses": [{"name": LICENCE, "path": LICENCE_ADDRESS, "title": LICENCE_NAME}],
        "sources": [{"title": said.cite, **({"path": site} if site else {})}],
        "resources": [*resources],
    }
    return f"{json.dumps(found, ensure_ascii=False, indent=1)}\n".encode()


def resource(phrases: Phrases, table: Table, path: str, content: bytes, language: str) -> dict[str, Any]:
    """What describes a table as a file; ``language`` is that of what is said in it, empty of what is the same
    in all.
    """
    return {
        "profile": "tabular-data-resource",
        "name": path.removeprefix(TABLES).removesuffix(".csv"),
        "path": path.removeprefix(TABLES),
        "title": table.title,
        "description": table.meaning,
        **({"language": language} if language else {}),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
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
        limits["enum"] = [*code_labels(phrases, column.vocabulary)]
    elif column.kind in _PATTERNS:
        limits["pattern"] = _PATTERNS[column.kind]
    return {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        **({"title": column.title} if column.title else {}),
        "description": column.meaning,
        **({"constraints": limits} if limits else {}),
    }
