"""Spreadsheets (Office Open XML): every cell is a text, whatever it begins with, and the same content is the
same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# Imported where a sheet is written: whoever asks for paths alone does not wait for it.
if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_CORE = "docProps/core.xml"
_FILL, _LINE = "FFE8F2F4", "FF51626B"
_NO_NAME = str.maketrans("[]:*?/\\", "       ")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its ``name``, the lines above the table (``head``, each a row of texts), the labels of its
    columns, its rows, and the ``widths`` of its columns in characters. Empty texts are cells to be filled in.
    """

    name: str
    head: Sequence[Sequence[str]]
    labels: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]


def written(sheet: Sheet, title: str, right_to_left: bool, day: date) -> bytes:
    """A workbook with one sheet; ``day`` is the day of the data."""
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    page.title = sheet.name.translate(_NO_NAME)[:31]
    page.sheet_view.rightToLeft = right_to_left
    _lay_out(page, sheet, right_to_left)
    made = datetime.combine(day, time())
    book.properties.title, book.properties.creator = title, "Dakar Compendium"
    book.properties.created = book.properties.modified = made
    return _packed(book, made)


def _lay_out(page: Worksheet, sheet: Sheet, right_to_left: bool) -> None:
    from openpyxl.utils import get_column_letter

    labels = len(sheet.head) + 1
    lines = (*sheet.head, sheet.labels, *sheet.rows)
    for number, line in enumerate(lines, 1):
        for column, text in enumerate(line, 1):
            _put(page, (number, column), text, right_to_left, number - labels)
    for column, width in enumerate(sheet.widths, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = page.cell(labels + 1, 2)
    page.print_title_rows = f"{labels}:{labels}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9  # A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToHeight = 0


def _put(page: Worksheet, place: tuple[int, int], text: str, right_to_left: bool, below: int) -> None:
    """A cell: a text, never a formula, a number or a date; ``below`` is its row counted from that of the
    labels.
    """
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell = page.cell(*place)
    if text:
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = True
    wrap = below >= 0 or place[1] > 1
    cell.alignment = Alignment(vertical="top", wrap_text=wrap, readingOrder=2 if right_to_left else 1)
    if below >= 0:
        side = Side("thin", color=_LINE)
        cell.border = Border(side, side, side, side)
    if below == 0:
        cell.fill = PatternFill("solid", _FILL)
    if below == 0 or place == (1, 1):
        cell.font = Font(bold=True)


def _packed(book: Workbook, made: datetime) -> bytes:
    """A workbook as a file; its parts bear the day of the data, not the moment of writing."""
    from openpyxl.xml.functions import tostring

    raw, packed = BytesIO(), BytesIO()
    book.save(raw)  # says that it was changed now
    book.properties.modified = made
    with ZipFile(raw) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = tostring(book.properties.to_tree()) if name == _CORE else source.read(name)
            part = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type, part.create_system, part.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
            target.writestr(part, content)
    return packed.getvalue()
