"""The house: who may import whom, and which foreign package has which door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generators"

ROWS = (
    {"problems", "dates", "clock", "remembered", "downloads"},
    {"files"},
    {"sources", "catalogs", "fields"},
    {"cited"},
    {"vocabulary"},
    {"states", "records", "mechanisms", "items"},
    {"reading", "addresses", "placed"},
    {"library"},
    {"corpus"},
    {"texts", "opening"},
    {"checks", "compare", "applies", "render", "publish", "schema", "translations", "wording"},
    {"pages", "exports", "search", "pdf"},
    {"plugin_links", "plugin_shell"},
    {"plugin_listing"},
    {"plugin_site"},
    {"plugin_serve"},
    {"plugin", "cli"},
    {"__main__"},
)
"""From the bottom to the top; a module imports from rows below its own, a package also from itself."""

DOORS = {
    "yaml": {"sources"},
    "polib": {"catalogs"},
    "jinja2": {"render"},
    "markdown_it": {"render"},
    "mkdocs": {"plugin", "plugin_serve", "plugin_shell"},
    "material": set(),
    "typst": {"pdf"},
    "pikepdf": {"pdf"},
    "segno": {"pdf"},
    "snowballstemmer": {"search"},
    "click": {"cli"},
    "babel": {"states", "translations", "checks"},
    "pydantic": {"fields", "cited", "vocabulary", "records", "mechanisms", "items", "reading", "schema", "texts", "checks"},
}


def unit(file: Path) -> str:
    """The name that a file has in the rows: its package, or its module."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """Each module imported by a file, with its line; a name imported from the package itself counts as a module."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "generators":
                yield from ((node.lineno, f"generators.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, node.module


FILES = sorted(file for file in PACKAGE.rglob("*.py") if file.name != "__init__.py" or file.parent != PACKAGE)
ROW_OF = {name: number for number, row in enumerate(ROWS) for name in row}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_module_imports_from_lower_rows_only(file):
    """A module imports from rows below its own; the message names the line."""
    own = unit(file)
    assert own in ROW_OF, f"{file}: no row; add it to ROWS in {__file__}"
    wrong = []
    for line, module in imports(file):
        if module.startswith("generators."):
            other = module.split(".")[1]
            if other != own and not ROW_OF.get(other, 99) < ROW_OF[own]:
                wrong.append(f"{file}:{line}: {own} imports {other}")
    assert wrong == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_each_foreign_package_has_its_door(file):
    """Only the modules named in DOORS import a package that may have to be replaced one day."""
    wrong = [
        f"{file}:{line}: {module}"
        for line, module in imports(file)
        if (doors := DOORS.get(module.split(".")[0])) is not None and unit(file) not in doors
    ]
    assert wrong == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_module_is_short_and_says_what_it_is(file):
    """A module has under 300 lines and opens with a docstring; no drawer is named utils, helpers or common."""
    text = file.read_text("utf-8")
    assert text.count("\n") <= 300, f"{file} has {text.count(chr(10))} lines"
    assert ast.get_docstring(ast.parse(text)), file
    assert file.stem not in {"utils", "helpers", "common"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_function_can_be_read_at_once(file):
    """A function has at most 40 lines."""
    nodes = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    long = [
        f"{file}:{node.lineno}: {node.name} has {node.end_lineno - node.lineno + 1} lines" for node in nodes if node.end_lineno - node.lineno >= 40
    ]
    assert long == []
