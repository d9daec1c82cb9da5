"""What says of the database to ``datasette`` what it is: its tables and columns with their meanings, its
licence, and a query to begin with.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from generators.corpus.addresses import DATABASE
from generators.document.open_data import EXAMPLE, Table, about
from generators.document.open_data.about import LICENCE_ADDRESS, LICENCE_NAME
from generators.document.phrases import Phrases


def written(phrases: Phrases, tables: Iterable[Table], base: str) -> bytes:
    """The description of the database (``datasette compendium.sqlite --metadata metadata.json``)."""
    said = about(phrases, base)
    name = DATABASE.rpartition("/")[2].partition(".")[0]
    found = {
        "title": said.title,
        "description": f"{said.what} {said.authentic}",
        "license": LICENCE_NAME,
        "license_url": LICENCE_ADDRESS,
        "source": said.cite,
        **({"source_url": f"{base}data/"} if base else {}),
        "databases": {
            name: {
                "tables": {
                    table.name: {
                        "title": table.title,
                        "description": table.meaning,
                        "columns": {column.name: column.meaning for column in table.columns},
                        **({"hidden": True} if table.joins else {}),
                    }
                    for whole in tables
                    for table in (whole.same(), whole.said())
                    if table
                },
                "queries": {
                    "reflection-period": {
                        "title": said.question,
                        "sql": EXAMPLE.replace("{language}", phrases.language),
                    }
                },
            }
        },
    }
    return f"{json.dumps(found, ensure_ascii=False, indent=1)}\n".encode()
