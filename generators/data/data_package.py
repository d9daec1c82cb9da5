"""The tables of the open data as CSV (RFC 4180, UTF-8), and their description for
programs. That is a Tabular Data Package (Frictionless, version 1). It has the kind and
meaning of each column, keys, links, and the codes that a column may have.

A file begins with the mark of UTF-8. Without it, a spreadsheet reads French and Arabic
wrongly. Programs pass over it (``utf-8-sig`` in Python). A text that a spreadsheet would
take for a formula has an apostrophe before it.
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
from generators.document import open_data, publisher
from generators.document.open_data.code_lists import code_labels
from generators.document.open_data.data_table import (
    CellValue,
    Column,
    DataTable,
    ForeignKey,
)
from generators.document.phrases import Phrases
from generators.model.fields import TAG
from generators.translate.localizer import Localizer

# -- CSV ---------------------------------------------------------------------------------

_UTF8_MARK = "\ufeff"
_LIKE_FORMULA = re.compile("[=+\\-@\t\r]")


def as_csv(columns: Iterable[str], rows: Iterable[Sequence[CellValue]]) -> bytes:
    r"""Rows as a file of CSV. The first line has the names of the columns.

    >>> as_csv(["ref", "current"], [("Art. 1", True), (None, False)]).decode("utf-8-sig")
    'ref,current\r\nArt. 1,true\r\n,false\r\n'
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(map(csv_cell, row) for row in rows)
    return f"{_UTF8_MARK}{text.getvalue()}".encode()


def csv_cell(value: CellValue) -> str | int | None:
    """A value as a cell of CSV has it; None is an empty cell.

    >>> [csv_cell(value) for value in ("=1+1", True, 30.0, 0.5, 7)]
    ["'=1+1", 'true', '30', '0.5', 7]
    """
    if isinstance(value, str):
        return f"'{value}" if _LIKE_FORMULA.match(value) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else value


# -- the description ---------------------------------------------------------------------

_TYPE_OF_KIND = {"whole": "integer", "number": "number", "yes": "boolean"}
_CODE = "[A-Za-z0-9-]+(/[a-z0-9-]+)?"
_PATTERN_OF_KIND = {
    "code": f"^{_CODE}$",
    "codes": f"^{_CODE}( {_CODE})*$",
    "day": "^\\d{4}(-\\d{2}(-\\d{2})?)?$",
    "language": f"^{TAG}$",
}
_DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}


def write_package(
    corpus: Corpus, resources: Iterable[dict[str, Any]], site: str
) -> bytes:
    """The description of all tables, as JSON. ``resources`` are the descriptions of each
    table (``describe_resource``); ``site`` is the absolute address of the site, or empty.
    """
    phrases = Phrases(Localizer(corpus, corpus.languages[0]))
    about = open_data.about(phrases, site)
    licence = {
        "name": open_data.LICENCE,
        "path": open_data.LICENCE_ADDRESS,
        "title": open_data.LICENCE_NAME,
    }
    source = {"title": about.cite}
    if site:
        source["path"] = site
    package = {
        "profile": "tabular-data-package",
        "name": "dakar-compendium",
        "title": about.title,
        "description": f"{about.what} {about.authentic}",
        **({"homepage": f"{site}data/"} if site else {}),
        "version": open_data.VERSION,
        "created": f"{about.day}T00:00:00Z",
        "licenses": [licence],
        "contributors": [{"title": publisher.author(phrases), "role": "publisher"}],
        "sources": [source],
        "resources": [*resources],
    }
    return f"{json.dumps(package, ensure_ascii=False, indent=1)}\n".encode()


def describe_resource(
    phrases: Phrases, table: DataTable, path: str, content: bytes, language: str
) -> dict[str, Any]:
    """The description of a table as a file, as the format asks for it. ``path`` is the
    file's path below the root of the site, and ``content`` its bytes. ``language`` is
    empty if the table is the same in all languages.
    """
    path_in_folder = path.removeprefix(TABLES)
    return {
        "profile": "tabular-data-resource",
        "name": path_in_folder.removesuffix(".csv"),
        "path": path_in_folder,
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
            "fields": [
                _describe_field(phrases, table, column) for column in table.columns
            ],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                _describe_link(link) for link in table.links if _is_in_format(table, link)
            ],
        },
    }


def _is_in_format(table: DataTable, link: ForeignKey) -> bool:
    """Whether the format has such a link. The format asks for a value in each column of
    a link with several columns. Only columns of the key always have a value.
    """
    return len(link.columns) == 1 or set(link.columns) <= set(table.key)


def _describe_link(link: ForeignKey) -> dict[str, Any]:
    """A link as the format has it."""
    reference = {"resource": link.table, "fields": _one_or_several(link.to)}
    return {"fields": _one_or_several(link.columns), "reference": reference}


def _one_or_several(names: tuple[str, ...]) -> str | list[str]:
    """A name without a list around it, or a list of several names."""
    return names[0] if len(names) == 1 else list(names)


def _describe_field(phrases: Phrases, table: DataTable, column: Column) -> dict[str, Any]:
    """A column as the format has it: name, type, heading, meaning, and what its values
    must be.
    """
    constraints: dict[str, Any] = {}
    if column.name in table.key:
        constraints["required"] = True
    if column.kind == "code" and column.vocabulary:
        constraints["enum"] = list(code_labels(phrases, column.vocabulary))
    elif column.kind in _PATTERN_OF_KIND:
        constraints["pattern"] = _PATTERN_OF_KIND[column.kind]
    return {
        "name": column.name,
        "type": _TYPE_OF_KIND.get(column.kind, "string"),
        **({"title": column.title} if column.title else {}),
        "description": column.meaning,
        **({"constraints": constraints} if constraints else {}),
    }
