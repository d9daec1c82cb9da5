"""The tables as one spreadsheet: a sheet a table, and before them one that says what it is and what each
column means. Tables of pairs, which stand in one cell of another table too, are left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from generators.data import spreadsheets
from generators.data.spreadsheets import Field, Sheet
from generators.document.open_data import Column, Table, about
from generators.document.open_data.about import labelled
from generators.document.phrases import Phrases

_WIDTHS = {"text": 24, "code": 26, "codes": 26, "day": 12, "address": 24, "whole": 9, "number": 9, "yes": 9}
_OF_SENTENCES = 60


def written(phrases: Phrases, tables: Iterable[Table], base: str) -> bytes:
    """The spreadsheet as a file."""
    shown = [table for table in tables if not table.joins]
    sheets = [_first(phrases, shown, base), *map(_sheet, shown)]
    title = about(phrases, base).title
    return spreadsheets.written(sheets, title, phrases.localizer.direction == "rtl", phrases.corpus.today)


def _sheet(table: Table) -> Sheet:
    localized = {each.name.removesuffix("_language") for each in table.columns if each.kind == "language"}
    fields = [_field(each, each.name in localized) for each in table.columns]
    return Sheet(table.title, [], fields, table.values)


def _field(column: Column, sentence: bool) -> Field:
    kind = {"whole": "number", "number": "number", "yes": "yes"}.get(column.kind, "text")
    width = _OF_SENTENCES if sentence else _WIDTHS.get(column.kind, 10)
    wraps = column.kind == "text"
    return Field(column.name, width, kind, for_programs=not column.title, wraps=wraps)


def _first(phrases: Phrases, tables: list[Table], base: str) -> Sheet:
    """What the spreadsheet is, which sheets it has, and what each column means."""
    ui, said = phrases.localizer.gettext, about(phrases, base)
    head = [[said.title], *([label, "", "", text] for label, text in labelled(phrases, said))]
    sheets = [[table.title, "", "", table.meaning] for table in tables]
    rows = [
        (table.title, each.heading, each.name, each.meaning, each.vocabulary or None)
        for table in tables
        for each in table.columns
    ]
    fields = (
        Field(ui("Sheet"), 22),
        Field(ui("Column"), 26),
        Field(ui("Name for programs"), 24),
        Field(ui("Definition"), _OF_SENTENCES),
        Field(ui("List"), 20),
    )
    values = [*zip(*rows, strict=True)] or [()] * len(fields)
    return Sheet(ui("Open data"), [*head, [], *sheets, []], fields, values, still=False)
