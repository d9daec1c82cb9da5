"""The parts of a workbook (Office Open XML, ECMA-376): packed so that the same content is the same bytes.

A cell is written without its place, which the order of cells says, so that a text that stands in many cells
is written once and looked up: a library that is told of each cell takes eight times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from itertools import islice
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from generators.data.cells import Written

MOST_LETTERS = 32_767
"""Letters of a cell: a program refuses a workbook with more."""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_AT_ONCE = 500
_LEVEL = 2
"""Of packing: a higher one takes twice the time for a tenth of the size."""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TO_ESCAPE = re.compile("[&<>\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_x")
_LIKE_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

PLAIN, TEXT, NUMBER, LABEL, FOR_PROGRAMS, TITLE, TO_FILL, LABEL_TO_FILL, LINE = range(9)
"""Styles: as the program has it; a text; a number or a truth; the label of a column, and of one that programs
read; a title; a cell of a form, and its label; a text in one line.
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
_SIDES = ("left", "right", "top", "bottom")
_BORDERS = (
    f"<border>{''.join(f'<{side}/>' for side in _SIDES)}<diagonal/></border>",
    "<border>{}<diagonal/></border>".format(
        "".join(f'<{side} style="thin">{_GREY}</{side}>' for side in _SIDES)
    ),
)


def _xf(font: int = 0, fill: int = 0, border: int = 0, text: int = 1, wrap: int = 1) -> str:
    """A style; ``{order}`` is 2 where it is read from right to left, else 1. What stands in one line is a
    code, an address or a number, and is read from left to right.
    """
    order = "{order}" if wrap or font else "1"
    return (
        f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" quotePrefix="{text}" '
        'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
        f'<alignment vertical="top" wrapText="{wrap}" readingOrder="{order}"/></xf>'
    )


_XFS = (
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    _xf(),
    _xf(text=0, wrap=0),
    _xf(font=1, fill=2),
    _xf(font=2, fill=2),
    _xf(font=1, wrap=0),
    _xf(border=1),
    _xf(font=1, fill=2, border=1),
    _xf(wrap=0),
)


def _counted(name: str, each: Sequence[str]) -> str:
    return f'<{name} count="{len(each)}">{"".join(each)}</{name}>'


_STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}">{_counted("fonts", _FONTS)}{_counted("fills", _FILLS)}'
    f'{_counted("borders", _BORDERS)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" '
    f'borderId="0"/></cellStyleXfs>{_counted("cellXfs", _XFS)}<cellStyles count="1"><cellStyle '
    'name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


@dataclass(slots=True)
class Texts:
    """The texts of a workbook, each once, in the order in which they came."""

    _places: dict[str, int] = field(default_factory=dict)
    _styles: dict[int, Written] = field(default_factory=dict)

    def cells(self, style: int) -> Mapping[str | None, str]:
        """The cell of each text in a style, by the text; one of None is empty."""
        if style not in self._styles:
            self._styles[style] = Written(lambda text: self._cell(text, style))
        return self._styles[style]

    def _cell(self, text: str | None, style: int) -> str:
        if text is None:
            return f'<c s="{style}"/>' if style == TO_FILL else "<c/>"
        place = self._places.setdefault(text, len(self._places))
        return f'<c s="{style}" t="s"><v>{place}</v></c>'

    def part(self) -> str:
        """The part of a workbook that holds them."""
        each = "".join(f'<si><t xml:space="preserve">{_escaped(text)}</t></si>' for text in self._places)
        return f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(self._places)}">{each}</sst>'


def _escaped(text: str) -> str:
    """A text as XML can hold it, and no longer than a cell takes."""
    if len(text) <= MOST_LETTERS and not _TO_ESCAPE.search(text):
        return text
    return escape(_LIKE_CODE.sub("_x005F_", _NOT_XML.sub("", text)[:MOST_LETTERS]))


def numbers() -> Mapping[int | float | None, str]:
    """The cell of each number, by the number."""
    return Written(lambda n: "<c/>" if n is None else f'<c s="{NUMBER}"><v>{n}</v></c>')


def truths() -> Mapping[bool | None, str]:
    """The cells of what is true or false."""
    return Written(lambda yes: "<c/>" if yes is None else f'<c s="{NUMBER}" t="b"><v>{yes:d}</v></c>')


def letters(column: int) -> str:
    """The name of a column, counted from 1: A to Z, then AA."""
    rest, last = divmod(column - 1, 26)
    return (letters(rest) if rest else "") + chr(65 + last)


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet as it is written: its name, its part, piece by piece when it is packed, and the names that it
    defines, as XML with ``{n}`` for its place in the workbook.
    """

    name: str
    content: Iterable[str]
    defines: Sequence[str] = ()


def packed(sheets: Sequence[Part], texts: Texts, title: str, right_to_left: bool, day: date) -> bytes:
    """A workbook as a file; its parts bear the day of the data, not the moment of writing."""
    numbered = [*enumerate(sheets, 1)]
    related = [
        *(("worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered),
        ("styles", "styles.xml"),
        ("sharedStrings", "sharedStrings.xml"),
    ]
    files = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _related(
            (f"{OFFICE}/officeDocument", "xl/workbook.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(title, day),
        "xl/workbook.xml": _workbook(sheets),
        "xl/_rels/workbook.xml.rels": _related(*((f"{OFFICE}/{kind}", to) for kind, to in related)),
        "xl/styles.xml": _STYLES.replace("{order}", "2" if right_to_left else "1"),
        **{f"xl/worksheets/sheet{n}.xml": sheet.content for n, sheet in numbered},
    }
    return _zipped(files, texts)


def _zipped(files: Mapping[str, str | Iterable[str]], texts: Texts) -> bytes:
    """The files, and behind them the texts that their cells lead to; a long one goes piece by piece."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as target:
        for name, content in files.items():
            _put(target, name, (content,) if isinstance(content, str) else content)
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
        *((f"xl/worksheets/sheet{n}.xml", f"{_KIND}.worksheet+xml") for n in range(1, sheets + 1)),
        ("xl/styles.xml", f"{_KIND}.styles+xml"),
        ("xl/sharedStrings.xml", f"{_KIND}.sharedStrings+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    each = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{each}</Types>'
    )


def _related(*targets: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _core(title: str, day: date) -> str:
    made = f'xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{_escaped(title)}</dc:title>'
        f"<dc:creator>Dakar Compendium</dc:creator><dcterms:created {made}</dcterms:created>"
        f"<dcterms:modified {made}</dcterms:modified></cp:coreProperties>"
    )


def _workbook(sheets: Sequence[Part]) -> str:
    each = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, 1)
    )
    names = "".join(
        defined.replace("{n}", str(n)) for n, sheet in enumerate(sheets) for defined in sheet.defines
    )
    defined = f"<definedNames>{names}</definedNames>" if names else ""
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{each}</sheets>{defined}</workbook>'
