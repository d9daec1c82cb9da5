"""Spreadsheets (Office Open XML). A text in a cell stays a text, whatever it begins with,
and the same content makes the same bytes.

A cell is written without its place, which follows from the order of the cells. So the XML
of a text that many cells have is made once. A library that is told of each cell takes
eight times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from io import BytesIO
from itertools import islice
from typing import Any, Literal, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from generators.data import spreadsheet_parts
from generators.data.spreadsheet_parts import HEAD, MAIN, CellStyle

_PIECES_AT_ONCE = 500
_LEVEL = 6
"""The level of packing. A higher one takes four times as long, and the file is smaller by
a fourteenth.
"""

CellKind = Literal["text", "number", "yes"]
SheetValue = str | int | float | bool | None

_NO_NAME = str.maketrans("[]:*?/\\'", "        ")
_MOST_OF_NAME = 31


class SheetColumn(NamedTuple):
    """A column of a sheet: its label, its width in characters, and what its cells hold.

    ``for_programs`` says that people may pass over it. ``wraps`` says that a long text
    takes several lines.
    """

    label: str
    width: float
    kind: CellKind = "text"
    for_programs: bool = False
    wraps: bool = True


class Sheet(NamedTuple):
    """A sheet with one table.

    ``head`` are the rows above the table; each is a row of texts, and the first text is
    the title. ``fields`` are the columns of the table, and ``values`` their values,
    column by column; None is an empty cell. If ``still`` is true, the rows down to the
    labels stay in place while the others move.
    """

    name: str
    head: Sequence[Sequence[str]]
    fields: Sequence[SheetColumn]
    values: Sequence[Sequence[SheetValue]]
    still: bool = True


class TextsOfWorkbook:
    """The texts of a workbook, each once. A cell has the number of its text."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def cell(self, style: CellStyle, text: str | None) -> str:
        """The cell of a text in a style. The cell of None is empty.

        >>> TextsOfWorkbook().cell(CellStyle.TEXT, "Art. 1")
        '<c s="1" t="s"><v>0</v></c>'
        """
        if text is None:
            return "<c/>"
        number = self._numbers.setdefault(text, len(self._numbers))
        return f'<c s="{style}" t="s"><v>{number}</v></c>'

    def part(self) -> str:
        """The part of a workbook that holds the texts."""
        items = "".join(
            f'<si><t xml:space="preserve">{escape(text)}</t></si>'
            for text in self._numbers
        )
        return (
            f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(self._numbers)}">{items}</sst>'
        )


# -- the workbook ------------------------------------------------------------------------


def write_workbook(
    sheets: Iterable[Sheet], title: str, author: str, right_to_left: bool, day: date
) -> bytes:
    """A workbook. Its parts have the ``day`` of the data as their date, and not the
    moment of writing. The texts of all cells are written after the sheets, which fill
    them.
    """
    named_sheets = _name_sheets(sheets)
    tables = [(name, len(sheet.head), _range(sheet, "$")) for name, sheet in named_sheets]
    files = {
        "[Content_Types].xml": spreadsheet_parts.content_types(len(tables)),
        "_rels/.rels": spreadsheet_parts.package_relations(),
        "docProps/core.xml": spreadsheet_parts.core_properties(title, author, day),
        "xl/workbook.xml": spreadsheet_parts.workbook(tables),
        "xl/_rels/workbook.xml.rels": spreadsheet_parts.workbook_relations(len(tables)),
        "xl/styles.xml": spreadsheet_parts.styles(right_to_left),
    }
    texts = TextsOfWorkbook()
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for path, text in files.items():
            _write_part(archive, path, [text])
        for number, (_, sheet) in enumerate(named_sheets, 1):
            pieces = _sheet_pieces(sheet, texts, right_to_left)
            _write_part(archive, f"xl/worksheets/sheet{number}.xml", pieces)
        _write_part(archive, "xl/sharedStrings.xml", [texts.part()])
    return content.getvalue()


def _write_part(archive: ZipFile, path: str, pieces: Iterable[str]) -> None:
    """Write a part, many pieces at once, so that a large sheet is never a whole text in
    memory. The part has the date 1980-01-01, as ``ZipFile.open`` gives it.
    """
    remaining = iter(pieces)
    with archive.open(path, "w") as part:
        while text := "".join(islice(remaining, _PIECES_AT_ONCE)):
            part.write(text.encode())


def _name_sheets(sheets: Iterable[Sheet]) -> list[tuple[str, Sheet]]:
    """Each sheet with the name that it has in the workbook."""
    taken: set[str] = set()
    named_sheets = []
    for sheet in sheets:
        name = _free_name(sheet.name, taken)
        taken.add(name.casefold())
        named_sheets.append((name, sheet))
    return named_sheets


def _free_name(wanted: str, taken: set[str]) -> str:
    """The name that a sheet has instead of the name wanted. Signs that names cannot have
    are left out, and a long name is cut. If the name is ``taken`` (in small letters), it
    gets a number.

    >>> _free_name("Who/what", set()), _free_name("Parties", {"parties"})
    ('Who what', 'Parties 2')
    """
    whole = wanted.translate(_NO_NAME).strip() or "-"
    name = whole[:_MOST_OF_NAME]
    number = 2
    while name.casefold() in taken:
        end = f" {number}"
        name = whole[: _MOST_OF_NAME - len(end)] + end
        number += 1
    return name


def column_letters(column: int) -> str:
    """The name of a column, which is counted from 1.

    >>> [column_letters(column) for column in (1, 26, 27, 703)]
    ['A', 'Z', 'AA', 'AAA']
    """
    rest, last = divmod(column - 1, 26)
    return (column_letters(rest) if rest else "") + chr(65 + last)


def _range(sheet: Sheet, sign: str = "") -> str:
    """Where the table of a sheet is, with its labels: ``A1:C4``. With the sign ``$`` it
    is absolute: ``$A$1:$C$4``.

    >>> _range(Sheet("", [], [SheetColumn("One", 9)] * 3, [[1, 2, 3]] * 3))
    'A1:C4'
    """
    first_row = len(sheet.head) + 1
    last_row = first_row + (len(sheet.values[0]) if sheet.values else 0)
    last_column = column_letters(len(sheet.fields))
    return f"{sign}A{sign}{first_row}:{sign}{last_column}{sign}{last_row}"


# -- a sheet -----------------------------------------------------------------------------


def _sheet_pieces(
    sheet: Sheet, texts: TextsOfWorkbook, right_to_left: bool
) -> Iterator[str]:
    """The XML of a sheet, piece by piece. Its texts are added to ``texts``."""
    direction = ' rightToLeft="1"' if right_to_left else ""
    yield (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView{direction} workbookViewId="0">{_pane(sheet)}</sheetView>'
        f"</sheetViews>{_columns(sheet.fields)}<sheetData>"
    )
    yield from _rows(sheet, texts)
    yield (
        f'</sheetData><autoFilter ref="{_range(sheet)}"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _pane(sheet: Sheet) -> str:
    """What keeps the rows down to the labels in place; empty if they move."""
    if not sheet.still:
        return ""
    labels = len(sheet.head) + 1
    return (
        f'<pane ySplit="{labels}" topLeftCell="A{labels + 1}" '
        'activePane="bottomLeft" state="frozen"/>'
    )


def _columns(fields: Sequence[SheetColumn]) -> str:
    """The widths of the columns of a sheet."""
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{field.width}" customWidth="1"/>'
        for number, field in enumerate(fields, 1)
    )
    return f"<cols>{columns}</cols>"


def _rows(sheet: Sheet, texts: TextsOfWorkbook) -> Iterator[str]:
    """The rows of a sheet: its head, the labels of its columns, its values."""
    for number, head_row in enumerate(sheet.head):
        first_style = CellStyle.TEXT if number else CellStyle.TITLE
        yield _row(
            texts.cell(CellStyle.TEXT if place else first_style, text or None)
            for place, text in enumerate(head_row)
        )
    yield _row(_label_cell(field, texts) for field in sheet.fields)
    columns_of_cells = [
        map(cache(_cell_writer(field, texts)), values)
        for field, values in zip(sheet.fields, sheet.values, strict=True)
    ]
    yield from map(_row, zip(*columns_of_cells, strict=True))


def _row(cells: Iterable[str]) -> str:
    """A row of cells."""
    return f"<row>{''.join(cells)}</row>"


def _label_cell(field: SheetColumn, texts: TextsOfWorkbook) -> str:
    """The cell with the label of a column."""
    style = CellStyle.FOR_PROGRAMS if field.for_programs else CellStyle.LABEL
    return texts.cell(style, field.label)


def _cell_writer(field: SheetColumn, texts: TextsOfWorkbook) -> Callable[[Any], str]:
    """What makes the cell of a value of a column."""
    if field.kind == "text":
        return partial(texts.cell, CellStyle.TEXT if field.wraps else CellStyle.LINE)
    return _truth_cell if field.kind == "yes" else _number_cell


def _number_cell(number: float | None) -> str:
    """The cell of a number. The cell of None is empty."""
    if number is None:
        return "<c/>"
    return f'<c s="{CellStyle.NUMBER}"><v>{number}</v></c>'


def _truth_cell(truth: bool | None) -> str:
    """The cell of true or false. The cell of None is empty."""
    if truth is None:
        return "<c/>"
    return f'<c s="{CellStyle.NUMBER}" t="b"><v>{truth:d}</v></c>'
