"""A spreadsheet holds texts and nothing that runs."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

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


def sheet(rows: list[list[str | None]], name: str = "Sheet") -> Sheet:
    head = [["Title"], ["Label", ""]]
    return Sheet(
        name,
        head,
        [SheetColumn("One", 20), SheetColumn("Two", 10)],
        [*zip(*rows, strict=True)],
    )


def table(values: list[list], name: str = "Table") -> Sheet:
    fields = (
        SheetColumn("Text", 20),
        SheetColumn("Number", 9, "number", True),
        SheetColumn("Yes", 9, "yes"),
    )
    return Sheet(name, [], fields, values)


def read(content: bytes):
    return load_workbook(BytesIO(content)).active


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_or_a_number(text):
    """A text comes back as it is, as a text, and stays one when a person edits its cell."""
    content = write_workbook([sheet([[text, None]])], "Title", "A", False, DAY)
    cell = read(content)["A4"]
    said = text.replace("\r\n", "\n")  # a spreadsheet has one sign for the end of a line
    assert (cell.value.replace("\r\n", "\n"), cell.data_type, cell.quotePrefix) == (
        said,
        "s",
        True,
    )
    part = ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in part
    assert 't="str"' not in part


def test_a_hostile_label_and_name_are_texts_too():
    """What a sheet cannot be called is left out of its name, which is cut; no two have
    one name.
    """
    name = "=[a]:*?/\\'&<" + "n" * 40
    sheets = [sheet([["=1", None]], name), sheet([["=1", None]], name.upper())]
    book = load_workbook(BytesIO(write_workbook(sheets, '=Title"&<', "A", False, DAY)))
    assert all(len(title) <= 31 for title in book.sheetnames)
    assert len({title.casefold() for title in book.sheetnames}) == 2
    cells = [
        cell for page in book for row in page.iter_rows() for cell in row if cell.value
    ]
    assert {cell.data_type for cell in cells} == {"s"}


def test_numbers_and_truths_are_none_of_texts():
    """Each value comes back as what it is, an empty one as empty; the rows can be
    filtered.
    """
    values = [["a", None, "a"], [1, 2.5, None], [True, None, False]]
    page = read(write_workbook([table(values)], "T", "A", False, DAY))
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
    assert rows == [["a", 1, True], [None, 2.5, None], ["a", None, False]]
    assert page.auto_filter.ref == "A1:C4"
    assert page.freeze_panes == "A2"


def test_a_table_without_rows_is_a_table():
    page = read(write_workbook([table([[], [], []])], "T", "A", False, DAY))
    assert [cell.value for cell in page[1]] == ["Text", "Number", "Yes"]
    assert page.auto_filter.ref == "A1:C1"


@pytest.mark.parametrize(
    ("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")]
)
def test_columns_have_names(number, name):
    assert column_letters(number) == name


def test_the_same_content_is_the_same_bytes():
    """The parts bear no moment but the day of the data; each is well-formed XML, and
    listed.
    """
    one, other = (
        write_workbook([sheet([["a", None]])], "T", "A", True, DAY) for _ in range(2)
    )
    assert one == other
    parts = ZipFile(BytesIO(one))
    assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert parts.read("docProps/core.xml").decode().count("2026-01-01T00:00:00Z") == 2
    read = {name: etree.fromstring(parts.read(name)) for name in parts.namelist()}
    listed = {
        each.get("PartName")
        for each in read["[Content_Types].xml"]
        if each.get("PartName")
    }
    rest = {
        f"/{name}"
        for name in read
        if not name.endswith(".rels") and not name.startswith("[")
    }
    assert listed == rest
