"""Spreadsheets (Office Open XML): a text is a text, whatever it begins with, and the same content is the same
bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal
from xml.sax.saxutils import escape

from generators.data import workbooks
from generators.data.workbooks import Part, Texts

Kind = Literal["text", "number", "yes"]
Value = str | int | float | bool | None

_NO_NAME = str.maketrans("[]:*?/\\'", "        ")
_MOST_OF_NAME = 31


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a sheet: its label, its width in characters, what its cells hold; ``for_programs`` says
    that people may pass it over, ``wraps`` that a long text takes several lines.
    """

    label: str
    width: float
    kind: Kind = "text"
    for_programs: bool = False
    wraps: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its ``name``, the lines above the table (``head``, each a row of texts of which the first is
    the title), its ``fields``, and their ``values``, column by column; None is an empty cell. A ``form`` is
    filled in: its cells have borders, empty ones too; other tables can be filtered. The lines down to the
    labels stand ``still`` while the others move.
    """

    name: str
    head: Sequence[Sequence[str]]
    fields: Sequence[Field]
    values: Sequence[Sequence[Value]]
    form: bool = False
    still: bool = True


def written(sheets: Iterable[Sheet], title: str, right_to_left: bool, day: date) -> bytes:
    """A workbook; ``day`` is the day of the data."""
    texts, taken = Texts(), set()
    parts = [_part(sheet, _name(sheet.name, taken), texts, right_to_left) for sheet in sheets]
    return workbooks.packed(parts, texts, title, right_to_left, day)


def _name(wanted: str, taken: set[str]) -> str:
    """A name that a sheet can have, and none of those taken has, in whatever letters."""
    whole = wanted.translate(_NO_NAME).strip() or "-"
    name, number = whole[:_MOST_OF_NAME], 2
    while name.casefold() in taken:
        end = f" {number}"
        name, number = whole[: _MOST_OF_NAME - len(end)] + end, number + 1
    taken.add(name.casefold())
    return name


def _part(sheet: Sheet, name: str, texts: Texts, right_to_left: bool) -> Part:
    labels = len(sheet.head) + 1
    count = len(sheet.values[0]) if sheet.values else 0
    whole = f"A{labels}:{workbooks.letters(len(sheet.fields))}{labels + count}"
    filters = "" if sheet.form else f'<autoFilter ref="{whole}"/>'
    before = (
        f'{workbooks.HEAD}<worksheet xmlns="{workbooks.MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f"{_view(sheet, labels, right_to_left)}{_columns(sheet.fields)}<sheetData>"
    )
    after = (
        f'</sheetData>{filters}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )
    content = chain([before], _rows(sheet, texts), [after])
    return Part(name, content, [*_defined(name, labels, "" if sheet.form else whole)])


def _defined(name: str, labels: int, whole: str) -> Iterator[str]:
    """The names that a sheet defines: the rows that stand on each printed page, and what filters hide."""
    sheet = f"'{escape(name)}'!"
    if whole:
        first, last = (_fixed(place) for place in whole.split(":"))
        yield (
            '<definedName name="_xlnm._FilterDatabase" localSheetId="{n}" hidden="1">'
            f"{sheet}{first}:{last}</definedName>"
        )
    yield (
        '<definedName name="_xlnm.Print_Titles" localSheetId="{n}">'
        f"{sheet}${labels}:${labels}</definedName>"
    )


def _fixed(place: str) -> str:
    """``A1`` as ``$A$1``."""
    column = place.rstrip("0123456789")
    return f"${column}${place.removeprefix(column)}"


def _view(sheet: Sheet, labels: int, right_to_left: bool) -> str:
    """How a sheet is seen: of a form the first column stands still too."""
    turned = ' rightToLeft="1"' if right_to_left else ""
    split, first, active = (' xSplit="1"', "B", "bottomRight") if sheet.form else ("", "A", "bottomLeft")
    pane = (
        f'<pane{split} ySplit="{labels}" topLeftCell="{first}{labels + 1}" activePane="{active}" '
        'state="frozen"/>'
    )
    still = pane if sheet.still else ""
    return f'<sheetViews><sheetView{turned} workbookViewId="0">{still}</sheetView></sheetViews>'


def _columns(fields: Sequence[Field]) -> str:
    each = "".join(
        f'<col min="{n}" max="{n}" width="{field.width}" customWidth="1"/>'
        for n, field in enumerate(fields, 1)
    )
    return f"<cols>{each}</cols>"


def _rows(sheet: Sheet, texts: Texts) -> Iterator[str]:
    plain, title = texts.cells(workbooks.TEXT), texts.cells(workbooks.TITLE)
    fill = texts.cells(workbooks.TO_FILL if sheet.form else workbooks.TEXT)
    for number, line in enumerate(sheet.head):
        first = title if number == 0 else plain
        yield _row(
            [(first if not n else fill if not text else plain)[text or None] for n, text in enumerate(line)]
        )
    labels = workbooks.LABEL_TO_FILL if sheet.form else workbooks.LABEL
    own, programs = texts.cells(labels), texts.cells(workbooks.FOR_PROGRAMS)
    yield _row((programs if each.for_programs else own)[each.label] for each in sheet.fields)
    cells = [
        map(_cells(each, texts, sheet.form).__getitem__, values)
        for each, values in zip(sheet.fields, sheet.values, strict=True)
    ]
    yield from map(_row, zip(*cells, strict=True))


def _row(cells: Iterable[str]) -> str:
    return f"<row>{''.join(cells)}</row>"


def _cells(field: Field, texts: Texts, form: bool) -> Mapping:
    """The cell of each value of a column."""
    if field.kind == "text":
        style = workbooks.TEXT if field.wraps else workbooks.LINE
        return texts.cells(workbooks.TO_FILL if form else style)
    return workbooks.truths() if field.kind == "yes" else workbooks.numbers()
