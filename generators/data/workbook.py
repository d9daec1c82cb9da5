"""The tables of the open data as a spreadsheet in a language: a sheet for each table.

The first sheet says what the spreadsheet is, and what each column means. Tables of pairs
are left out: another table has each of these pairs in a cell.
"""

from __future__ import annotations

from collections.abc import Mapping

from generators.data import spreadsheets
from generators.data.spreadsheets import Sheet, SheetColumn
from generators.document import open_data, publisher
from generators.document.open_data.data_table import (
    CellValue,
    Column,
    ColumnKind,
    DataTable,
)
from generators.document.phrases import Phrases

_WIDTHS: Mapping[ColumnKind, float] = {
    "text": 24,
    "code": 26,
    "codes": 26,
    "day": 12,
    "address": 24,
    "whole": 9,
    "number": 9,
    "yes": 9,
    "language": 10,
}
"""Widths of columns, in characters."""
_WIDTH_OF_SENTENCES = 60
_KIND_OF_CELLS: Mapping[ColumnKind, spreadsheets.CellKind] = {
    "whole": "number",
    "number": "number",
    "yes": "yes",
}
"""What the cells of a column are, if they are not texts."""


def workbook(phrases: Phrases, base: str) -> bytes:
    """The spreadsheet of a language. ``base`` is the absolute address of the folder of
    the language.
    """
    tables = [table for table in open_data.tables(phrases, base) if not table.joins]
    return spreadsheets.write_workbook(
        [_first_sheet(phrases, tables, base), *map(_table_sheet, tables)],
        title=open_data.about(phrases, base).title,
        author=publisher.author(phrases),
        right_to_left=phrases.localizer.direction == "rtl",
        day=phrases.corpus.today,
    )


def _table_sheet(table: DataTable) -> Sheet:
    """A table as a sheet."""
    columns_of_sentences = {
        column.name.removesuffix("_language")
        for column in table.columns
        if column.kind == "language"
    }
    fields = [
        _sheet_column(column, column.name in columns_of_sentences)
        for column in table.columns
    ]
    return Sheet(table.title, [], fields, table.values)


def _sheet_column(column: Column, has_sentences: bool) -> SheetColumn:
    """A column of a table as a column of a sheet."""
    return SheetColumn(
        column.name,
        width=_WIDTH_OF_SENTENCES if has_sentences else _WIDTHS[column.kind],
        kind=_KIND_OF_CELLS.get(column.kind, "text"),
        for_programs=not column.title,
        wraps=column.kind == "text",
    )


def _first_sheet(phrases: Phrases, tables: list[DataTable], base: str) -> Sheet:
    """The sheet that says what the spreadsheet is, which sheets it has, and what each
    column means.
    """
    ui = phrases.localizer.gettext
    about = open_data.about(phrases, base)
    facts = [
        [label, "", "", text] for label, text in open_data.labelled_facts(phrases, about)
    ]
    sheets = [[table.title, "", "", table.meaning] for table in tables]
    fields = [
        SheetColumn(ui("Sheet"), 22),
        SheetColumn(ui("Column"), 24),
        SheetColumn(ui("Title"), 26),
        SheetColumn(ui("Definition"), _WIDTH_OF_SENTENCES),
        SheetColumn(ui("List"), 20),
    ]
    return Sheet(
        ui("Open data"),
        head=[[about.title], *facts, [], *sheets, []],
        fields=fields,
        values=_columns_explained(tables),
        still=False,
    )


def _columns_explained(tables: list[DataTable]) -> list[list[CellValue]]:
    """Five columns that explain the columns of all tables: table, name, heading, meaning
    and list of codes.
    """
    pairs = [(table, column) for table in tables for column in table.columns]
    return [
        [table.title for table, _ in pairs],
        [column.name for _, column in pairs],
        [column.title or None for _, column in pairs],
        [column.meaning for _, column in pairs],
        [column.vocabulary or None for _, column in pairs],
    ]
