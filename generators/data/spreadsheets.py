"""Spreadsheets (Office Open XML): a text is a text, whatever it begins with, and the same
content is the same bytes.

A cell is written without its place, which the order of cells says, so that a text that
stands in many cells is written once and looked up: a library that is told of each cell
takes eight times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from io import BytesIO
from itertools import islice
from typing import Any, Literal, NamedTuple
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_AT_ONCE = 500
_LEVEL = 6
"""Of packing: a higher one takes four times as long for a fourteenth of the size."""

PLAIN, TEXT, NUMBER, LABEL, FOR_PROGRAMS, TITLE, LINE = range(7)
"""Styles: as the program has it; a text; a number or a truth; the label of a column, and
of one that programs read; a title; a text in one line.
"""

_GREY = '<color rgb="FF51626B"/>'
_FONT = '<font>{}<sz val="11"/>{}<name val="Calibri"/><family val="2"/></font>'
_FONTS = (_FONT.format("", ""), _FONT.format("<b/>", ""), _FONT.format("", _GREY))
_FILL = '<fill><patternFill patternType="{}">{}</patternFill></fill>'
_FILLS = (
    _FILL.format("none", ""),
    _FILL.format("gray125", ""),
    _FILL.format("solid", '<fgColor rgb="FFE8F2F4"/><bgColor indexed="64"/>'),
)


def _xf(font: int = 0, fill: int = 0, text: int = 1, wrap: int = 1) -> str:
    """A style; ``{order}`` is 2 where it is read from right to left, else 1. What stands
    in one line is a code, an address or a number, and is read from left to right.
    """
    order = "{order}" if wrap or font else "1"
    return (
        f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" quotePrefix="{text}" '
        'applyFont="1" applyFill="1" applyAlignment="1">'
        f'<alignment vertical="top" wrapText="{wrap}" readingOrder="{order}"/></xf>'
    )


_XFS = (
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    _xf(),
    _xf(text=0, wrap=0),
    _xf(font=1, fill=2),
    _xf(font=2, fill=2),
    _xf(font=1, wrap=0),
    _xf(wrap=0),
)


def _counted(name: str, each: Sequence[str]) -> str:
    return f'<{name} count="{len(each)}">{"".join(each)}</{name}>'


_STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}">{_counted("fonts", _FONTS)}{_counted("fills", _FILLS)}'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'{_counted("cellXfs", _XFS)}<cellStyles count="1"><cellStyle '
    'name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class Texts:
    """The texts of a workbook, each once, in the order in which they came."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def cell(self, style: int, text: str | None) -> str:
        """The cell of a text in a style; one of None is empty."""
        if text is None:
            return "<c/>"
        place = self._places.setdefault(text, len(self._places))
        return f'<c s="{style}" t="s"><v>{place}</v></c>'

    def part(self) -> str:
        """The part of a workbook that holds them."""
        each = "".join(
            f'<si><t xml:space="preserve">{escape(text)}</t></si>'
            for text in self._places
        )
        return f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(self._places)}">{each}</sst>'


def _number(number: float | None) -> str:
    return "<c/>" if number is None else f'<c s="{NUMBER}"><v>{number}</v></c>'


def _truth(yes: bool | None) -> str:
    return "<c/>" if yes is None else f'<c s="{NUMBER}" t="b"><v>{yes:d}</v></c>'


def letters(column: int) -> str:
    """The name of a column, counted from 1: A to Z, then AA."""
    rest, last = divmod(column - 1, 26)
    return (letters(rest) if rest else "") + chr(65 + last)


CellKind = Literal["text", "number", "yes"]
Value = str | int | float | bool | None

_NO_NAME = str.maketrans("[]:*?/\\'", "        ")
_MOST_OF_NAME = 31


class SheetColumn(NamedTuple):
    """A column of a sheet: its label, its width in characters, what its cells hold;
    ``for_programs`` says that people may pass it over, ``wraps`` that a long text takes
    several lines.
    """

    label: str
    width: float
    kind: CellKind = "text"
    for_programs: bool = False
    wraps: bool = True


class Sheet(NamedTuple):
    """A sheet: its ``name``, the lines above the table (``head``, each a row of texts of
    which the first is the title), its ``fields``, and their ``values``, column by column;
    None is an empty cell. The lines down to the labels stand ``still`` while the others
    move.
    """

    name: str
    head: Sequence[Sequence[str]]
    fields: Sequence[SheetColumn]
    values: Sequence[Sequence[Value]]
    still: bool = True


def written(
    sheets: Iterable[Sheet], title: str, author: str, right_to_left: bool, day: date
) -> bytes:
    """A workbook by an ``author``; its parts bear the ``day`` of the data, not the moment
    of writing. Behind the sheets stand the texts that their cells lead to.
    """
    texts, taken, whole = Texts(), set(), BytesIO()
    named = [(_name(sheet.name, taken), sheet) for sheet in sheets]
    related = [
        *(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(named) + 1)),
        ("styles", "styles.xml"),
        ("sharedStrings", "sharedStrings.xml"),
    ]
    files = {
        "[Content_Types].xml": _types(len(named)),
        "_rels/.rels": _related(
            (f"{OFFICE}/officeDocument", "xl/workbook.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(title, author, day),
        "xl/workbook.xml": _workbook(named),
        "xl/_rels/workbook.xml.rels": _related(
            *((f"{OFFICE}/{kind}", to) for kind, to in related)
        ),
        "xl/styles.xml": _STYLES.replace("{order}", "2" if right_to_left else "1"),
    }
    with ZipFile(whole, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as target:
        for name, content in files.items():
            _put(target, name, (content,))
        for n, (_, sheet) in enumerate(named, 1):
            _put(
                target,
                f"xl/worksheets/sheet{n}.xml",
                _content(sheet, texts, right_to_left),
            )
        _put(target, "xl/sharedStrings.xml", (texts.part(),))
    return whole.getvalue()


def _put(target: ZipFile, name: str, content: Iterable[str]) -> None:
    pieces = iter(content)
    with target.open(name, "w") as part:  # of 1980, as ZipInfo has it
        while some := "".join(islice(pieces, _AT_ONCE)):
            part.write(some.encode())


def _types(sheets: int) -> str:
    parts = [
        ("xl/workbook.xml", f"{_KIND}.sheet.main+xml"),
        *(
            (f"xl/worksheets/sheet{n}.xml", f"{_KIND}.worksheet+xml")
            for n in range(1, sheets + 1)
        ),
        ("xl/styles.xml", f"{_KIND}.styles+xml"),
        ("xl/sharedStrings.xml", f"{_KIND}.sharedStrings+xml"),
        (
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
        ),
    ]
    each = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{each}</Types>'
    )


def _related(*targets: tuple[str, str]) -> str:
    relation = '<Relationship Id="rId{}" Type="{}" Target="{}"/>'
    each = "".join(relation.format(n, *target) for n, target in enumerate(targets, 1))
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _core(title: str, author: str, day: date) -> str:
    made = f'xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(title)}</dc:title>'
        f"<dc:creator>{escape(author)}</dc:creator><dcterms:created {made}</dcterms:created>"
        f"<dcterms:modified {made}</dcterms:modified></cp:coreProperties>"
    )


def _workbook(named: Sequence[tuple[str, Sheet]]) -> str:
    """The sheets by their names, and what each defines: the rows that stand on each
    printed page, and what filters hide.
    """
    sheets, defined = "", ""
    for n, (name, sheet) in enumerate(named):
        sheets += f'<sheet name={quoteattr(name)} sheetId="{n + 1}" r:id="rId{n + 1}"/>'
        for what, more, place in (
            ("_FilterDatabase", ' hidden="1"', _table(sheet, "$")),
            ("Print_Titles", "", "${0}:${0}".format(len(sheet.head) + 1)),
        ):
            defined += (
                f'<definedName name="_xlnm.{what}" localSheetId="{n}"{more}>'
                f"'{escape(name)}'!{place}</definedName>"
            )
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets>'
        f"<definedNames>{defined}</definedNames></workbook>"
    )


def _table(sheet: Sheet, fixed: str = "") -> str:
    """Where the table of a sheet stands, labels and all: ``A1:C4``; with ``$`` before
    each part if it is ``fixed``.
    """
    labels = len(sheet.head) + 1
    last = labels + (len(sheet.values[0]) if sheet.values else 0)
    return f"{fixed}A{fixed}{labels}:{fixed}{letters(len(sheet.fields))}{fixed}{last}"


def _name(wanted: str, taken: set[str]) -> str:
    """A name that a sheet can have, and none of those taken has, in whatever letters."""
    whole = wanted.translate(_NO_NAME).strip() or "-"
    name, number = whole[:_MOST_OF_NAME], 2
    while name.casefold() in taken:
        end = f" {number}"
        name, number = whole[: _MOST_OF_NAME - len(end)] + end, number + 1
    taken.add(name.casefold())
    return name


def _content(sheet: Sheet, texts: Texts, right_to_left: bool) -> Iterator[str]:
    """A sheet as it is written, piece by piece."""
    labels, turned = len(sheet.head) + 1, ' rightToLeft="1"' if right_to_left else ""
    pane = f'<pane ySplit="{labels}" topLeftCell="A{labels + 1}" activePane="bottomLeft" state="frozen"/>'
    yield (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView{turned} workbookViewId="0">{pane if sheet.still else ""}</sheetView>'
        f"</sheetViews>{_columns(sheet.fields)}<sheetData>"
    )
    yield from _rows(sheet, texts)
    yield (
        f'</sheetData><autoFilter ref="{_table(sheet)}"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _columns(fields: Sequence[SheetColumn]) -> str:
    column = '<col min="{0}" max="{0}" width="{1.width}" customWidth="1"/>'
    return (
        f"<cols>{''.join(column.format(*each) for each in enumerate(fields, 1))}</cols>"
    )


def _rows(sheet: Sheet, texts: Texts) -> Iterator[str]:
    for number, line in enumerate(sheet.head):
        first = TEXT if number else TITLE
        yield _row(
            texts.cell(TEXT if n else first, text or None) for n, text in enumerate(line)
        )
    yield _row(
        texts.cell(FOR_PROGRAMS if each.for_programs else LABEL, each.label)
        for each in sheet.fields
    )
    written = (cache(_writer(each, texts)) for each in sheet.fields)
    cells = [
        map(write, values) for write, values in zip(written, sheet.values, strict=True)
    ]
    yield from map(_row, zip(*cells, strict=True))


def _row(cells: Iterable[str]) -> str:
    return f"<row>{''.join(cells)}</row>"


def _writer(field: SheetColumn, texts: Texts) -> Callable[[Any], str]:
    """What writes the values of a column."""
    if field.kind == "text":
        return partial(texts.cell, TEXT if field.wraps else LINE)
    return _truth if field.kind == "yes" else _number
