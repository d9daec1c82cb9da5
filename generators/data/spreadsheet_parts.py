"""The parts of a spreadsheet (Office Open XML) that are not sheets. They are its list of
parts, its title, the names of its sheets, and its styles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE_TYPE = "application/vnd.openxmlformats-package"

# -- what the file holds -----------------------------------------------------------------


def content_types(sheet_count: int) -> str:
    """The media type of each part."""
    types = {"xl/workbook.xml": f"{_MEDIA_TYPE}.sheet.main+xml"}
    for number in range(1, sheet_count + 1):
        types[f"xl/worksheets/sheet{number}.xml"] = f"{_MEDIA_TYPE}.worksheet+xml"
    types["xl/styles.xml"] = f"{_MEDIA_TYPE}.styles+xml"
    types["xl/sharedStrings.xml"] = f"{_MEDIA_TYPE}.sharedStrings+xml"
    types["docProps/core.xml"] = f"{_PACKAGE_TYPE}.core-properties+xml"
    overrides = "".join(
        f'<Override PartName="/{path}" ContentType="{media_type}"/>'
        for path, media_type in types.items()
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE_TYPE}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )


def package_relations() -> str:
    """Where the workbook and its properties are in the file."""
    return _relations(
        [
            (f"{_OFFICE}/officeDocument", "xl/workbook.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ]
    )


def workbook_relations(sheet_count: int) -> str:
    """Where the sheets, styles and texts of the workbook are in the file."""
    targets = [
        (f"{_OFFICE}/worksheet", f"worksheets/sheet{number}.xml")
        for number in range(1, sheet_count + 1)
    ]
    targets.append((f"{_OFFICE}/styles", "styles.xml"))
    targets.append((f"{_OFFICE}/sharedStrings", "sharedStrings.xml"))
    return _relations(targets)


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    """Relations, each with the kind and the path of its target. Their ids are ``rId1``,
    ``rId2`` and so on.
    """
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{path}"/>'
        for number, (kind, path) in enumerate(targets, 1)
    )
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>"
    )


def core_properties(title: str, author: str, day: date) -> str:
    """Title and author of the file, and its day, on which it was made and changed."""
    moment = f'xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>"
        f"<dc:creator>{escape(author)}</dc:creator>"
        f"<dcterms:created {moment}</dcterms:created>"
        f"<dcterms:modified {moment}</dcterms:modified></cp:coreProperties>"
    )


def workbook(tables: Sequence[tuple[str, int, str]]) -> str:
    """The sheets of a workbook. ``tables`` has three values for each sheet. They are its
    name, how many rows are above its table, and where the table is (``$A$1:$C$4``).
    Each printed page repeats the labels, and filters may hide rows of the table.
    """
    sheets = ""
    defined_names = ""
    for place, (name, head_rows, table) in enumerate(tables):
        number = place + 1
        sheets += f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        labels = head_rows + 1
        filtered = f'name="_xlnm._FilterDatabase" localSheetId="{place}" hidden="1"'
        defined_names += _defined_name(filtered, name, table)
        repeated = f'name="_xlnm.Print_Titles" localSheetId="{place}"'
        defined_names += _defined_name(repeated, name, f"${labels}:${labels}")
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets>'
        f"<definedNames>{defined_names}</definedNames></workbook>"
    )


def _defined_name(attributes: str, sheet_name: str, cells: str) -> str:
    """A name that is defined for some cells of a sheet."""
    target = f"'{escape(sheet_name)}'!{cells}"
    return f"<definedName {attributes}>{target}</definedName>"


# -- styles ------------------------------------------------------------------------------


class CellStyle(IntEnum):
    """The styles of cells, in the order of ``_CELL_FORMATS``."""

    PLAIN = 0
    """As the program has it."""
    TEXT = 1
    """A text of several lines."""
    NUMBER = 2
    """A number, or true or false."""
    LABEL = 3
    """The label of a column."""
    FOR_PROGRAMS = 4
    """The label of a column that only programs need."""
    TITLE = 5
    LINE = 6
    """A text in one line."""


_GREY = '<color rgb="FF51626B"/>'
_FONT = '<font>{}<sz val="11"/>{}<name val="Calibri"/><family val="2"/></font>'
_FONTS = (_FONT.format("", ""), _FONT.format("<b/>", ""), _FONT.format("", _GREY))
_FILL = '<fill><patternFill patternType="{}">{}</patternFill></fill>'
_FILLS = (
    _FILL.format("none", ""),
    _FILL.format("gray125", ""),
    _FILL.format("solid", '<fgColor rgb="FFE8F2F4"/><bgColor indexed="64"/>'),
)


def _cell_format(font: int = 0, fill: int = 0, text: int = 1, wrap: int = 1) -> str:
    """A format of cells. ``font`` and ``fill`` are places in ``_FONTS`` and ``_FILLS``.
    ``text`` is 1 if a value is always a text. ``wrap`` is 1 if it takes several lines.

    ``{order}`` is the order of reading, which depends on the language. Codes, addresses
    and numbers are in one line and in the usual font. They are read from left to right.
    """
    order = "{order}" if wrap or font else "1"
    return (
        f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" '
        f'quotePrefix="{text}" applyFont="1" applyFill="1" applyAlignment="1">'
        f'<alignment vertical="top" wrapText="{wrap}" readingOrder="{order}"/></xf>'
    )


_CELL_FORMATS = (
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    _cell_format(),
    _cell_format(text=0, wrap=0),
    _cell_format(font=1, fill=2),
    _cell_format(font=2, fill=2),
    _cell_format(font=1, wrap=0),
    _cell_format(wrap=0),
)


def styles(right_to_left: bool) -> str:
    """The styles of a workbook. ``readingOrder`` is 2 from right to left, else 1."""
    formats = [
        cell_format.replace("{order}", "2" if right_to_left else "1")
        for cell_format in _CELL_FORMATS
    ]
    return (
        f'{HEAD}<styleSheet xmlns="{MAIN}">'
        f"{_counted_list('fonts', _FONTS)}{_counted_list('fills', _FILLS)}"
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border>'
        '</borders><cellStyleXfs count="1">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'{_counted_list("cellXfs", formats)}<cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _counted_list(name: str, elements: Sequence[str]) -> str:
    """Elements in an element that says how many they are."""
    return f'<{name} count="{len(elements)}">{"".join(elements)}</{name}>'
