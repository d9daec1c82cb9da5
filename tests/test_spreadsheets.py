"""A spreadsheet holds texts and nothing that runs."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generators.data.spreadsheets import (
    Sheet,
    SheetColumn,
    column_letters,
    write_workbook,
)

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://evil")',
    "=cmd|'/C calc'!A0",
    "\t=1",
    "12",
    "2024-05-01",
    "#N/A",
    "TRUE",
    " spaces ",
    'a "quoted" <b>&amp;</b>',
    "two\nlines",
    "as on\r\nWindows; '); DROP TABLE provisions; --",
    "\u202eturned\u202c \u200fright\u200e",
]
DAY = date(2026, 1, 1)


def sheet_of_text(text: str, name: str = "Sheet") -> Sheet:
    """A sheet with two rows above its table. The table has one text, in the cell A4."""
    head = [["Title"], ["Label", ""]]
    fields = [SheetColumn("One", 20), SheetColumn("Two", 10)]
    return Sheet(name, head, fields, [[text], [None]])


def sheet_of_values(values: list[list]) -> Sheet:
    """A sheet with three columns: a text, a number, and true or false."""
    fields = (
        SheetColumn("Text", 20),
        SheetColumn("Number", 9, "number", True),
        SheetColumn("Yes", 9, "yes"),
    )
    return Sheet("Table", [], fields, values)


def write_file(*sheets: Sheet, title: str = "Title") -> bytes:
    """The file of a workbook."""
    return write_workbook(sheets, title, "An author", False, DAY)


def first_sheet(content: bytes) -> Worksheet:
    """The first sheet of a workbook, as a reader reads it."""
    return load_workbook(BytesIO(content)).active


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_or_a_number(text):
    """A text comes back as it is, as a text. It stays one if a person edits its cell."""
    content = write_file(sheet_of_text(text))
    cell = first_sheet(content)["A4"]
    # a spreadsheet has one sign for the end of a line
    assert cell.value.replace("\r\n", "\n") == text.replace("\r\n", "\n")
    assert cell.data_type == "s"
    assert cell.quotePrefix is True
    part = ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in part
    assert 't="str"' not in part


def test_a_hostile_label_and_name_are_texts_too():
    """What a sheet cannot be called is left out of its name, which is cut; no two have
    one name.
    """
    name = "=[a]:*?/\\'&<" + "n" * 40
    sheets = [sheet_of_text("=1", name), sheet_of_text("=1", name.upper())]
    book = load_workbook(BytesIO(write_file(*sheets, title='=Title"&<')))
    assert all(len(title) <= 31 for title in book.sheetnames)
    assert len({title.casefold() for title in book.sheetnames}) == 2
    for sheet in book:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells if cell.value} == {"s"}


def test_numbers_and_truths_are_none_of_texts():
    """Each value comes back as what it is, an empty one as empty; the rows can be
    filtered.
    """
    values = [["a", None, "a"], [1, 2.5, None], [True, None, False]]
    sheet = first_sheet(write_file(sheet_of_values(values)))
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert rows == [("a", 1, True), (None, 2.5, None), ("a", None, False)]
    assert sheet.auto_filter.ref == "A1:C4"
    assert sheet.freeze_panes == "A2"


def test_a_table_without_rows_is_a_table():
    sheet = first_sheet(write_file(sheet_of_values([[], [], []])))
    assert [cell.value for cell in sheet[1]] == ["Text", "Number", "Yes"]
    assert sheet.auto_filter.ref == "A1:C1"


@pytest.mark.parametrize(
    ("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")]
)
def test_columns_have_names(number, name):
    assert column_letters(number) == name


def test_the_same_content_is_the_same_bytes():
    """The parts have no date but the day of the data."""
    content = write_file(sheet_of_text("a"))
    assert content == write_file(sheet_of_text("a"))
    archive = ZipFile(BytesIO(content))
    assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = archive.read("docProps/core.xml").decode()
    assert properties.count("2026-01-01T00:00:00Z") == 2


def test_each_part_is_xml_and_listed():
    """The list of parts names all of them, except itself and the files of relations."""
    archive = ZipFile(BytesIO(write_file(sheet_of_text("a"))))
    parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    elements = parts.pop("[Content_Types].xml")
    listed = {element.get("PartName") for element in elements} - {None}
    assert listed == {f"/{name}" for name in parts if not name.endswith(".rels")}
