"""The form for the common indicators, and that a spreadsheet holds texts and nothing that runs."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from generators import data
from generators.corpus.addresses import INDICATOR_FORM
from generators.data.spreadsheets import Sheet, written
from tests.conftest import LANGUAGES

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://evil")',
    "\t=1",
    "12",
    "2024-05-01",
    "#N/A",
    "TRUE",
]


def sheet(rows: list[list[str]], name: str = "Form") -> Sheet:
    return Sheet(name, [["Title"], ["Label", ""]], ["One", "Two"], rows, (20, 10))


def read(content: bytes):
    return load_workbook(BytesIO(content)).active


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_or_a_number(text):
    """A text comes back as it is, as a text, and stays one when a person edits its cell."""
    content = written(sheet([[text, ""]]), "Title", False, date(2026, 1, 1))
    cell = read(content)["A4"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    part = ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in part
    assert 't="str"' not in part


def test_a_hostile_label_and_name_are_texts_too():
    """What a sheet cannot be called is left out of its name, which is cut."""
    content = written(sheet([["=1", ""]], "=[a]:*?/\\" + "n" * 40), "=Title", False, date(2026, 1, 1))
    page = read(content)
    assert len(page.title) <= 31
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value} == {"s"}


def test_the_same_content_is_the_same_bytes():
    """The parts bear no moment but the day of the data."""
    one, other = (written(sheet([["a", ""]]), "T", True, date(2026, 1, 1)) for _ in range(2))
    assert one == other
    assert {part.date_time for part in ZipFile(BytesIO(one)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = ZipFile(BytesIO(one)).read("docProps/core.xml").decode()
    assert core.count("2026-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_form_in_each_language(world, language):
    """A row an indicator, with room for the number; from right to left in Arabic."""
    page = read(data.writers(world, language)[INDICATOR_FORM]())
    assert bool(page.sheet_view.rightToLeft) is (language == "ar")
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=8)]
    assert len(rows) == len(world.vocabularies.of("indicators"))
    assert all(row[0] and row[1] is None and row[5] for row in rows)
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None} == {"s"}


def test_the_form_says_who_asks(world):
    """As the page does, with the place and how sure that is."""
    page = read(data.writers(world, "en")[INDICATOR_FORM]())
    assert page["G8"].value.split("\n")[0].startswith("World Convention, Art. 9")
