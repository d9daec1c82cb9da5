"""The layers: who may import whom, which foreign package has which door, and that the
picture in the package is of these very layers.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

import generators
from generators.html.runs import STRENGTHS
from generators.model.fields import SLUG, TAG

PACKAGE = Path(__file__).parent.parent / "generators"

LAYERS: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "text",
        {"text": "files as text, YAML and gettext with their lines, partial dates"},
    ),
    ("tongues", {"languages": "what is of one language, a file for each"}),
    ("one", {"model": "one file: fields, models of every kind of file, validation"}),
    (
        "whole",
        {"corpus": "all files: the law on a day; comparisons; addresses; CLDR"},
    ),
    (
        "services",
        {"translate": "what is to be translated; catalogs; a language over the corpus"},
    ),
    ("rules", {"checks": "one rule, one function, one sentence, one golden case"}),
    (
        "said",
        {"document": "what is said, once, in one language: blocks, runs, targets"},
    ),
    ("as data", {"data": "what pages say, as JSON and tables; what changed, as Atom"}),
    (
        "outputs",
        {
            "html": "blocks as HTML; layout by Jinja",
            "pdf": "blocks for Typst; volumes",
            "search": "the index of each language",
            "edit": "JSON Schemas; what changed, from the history",
        },
    ),
    (
        "books",
        {"epub": "the chapters of volumes for e-readers: blocks as XHTML, zipped"},
    ),
    ("doors", {"site": "shells, links, outputs; MkDocs, preview", "cli": "the command"}),
)
"""From the bottom to the top: a layer's name, and its folders with what each holds. A
folder imports from lower layers and from itself.
"""

DOORS = {
    "yaml": {"text", "site"},  # in site: mkdocs.yml
    "polib": {"text"},
    "jinja2": {"html"},
    "markdown_it": {"text"},
    "markdown": {"site"},
    "mkdocs": {"site"},
    "minify": {"site"},
    "material": set(),
    "typst": {"pdf"},
    "pikepdf": {"pdf"},
    "segno": {"pdf"},
    "Stemmer": {"search"},
    "click": {"cli"},
    "icalendar": {"data"},
    "phonenumbers": {"checks"},
    "email_validator": {"text"},
    "openpyxl": set(),
    "sqlite3": {"data"},
    "fontTools": {"corpus"},
    "pypinyin": {"corpus"},
    "babel": {"corpus", "translate", "checks"},
    "pydantic": {"model", "translate", "edit", "checks", "data"},
}
"""Foreign packages that may have to be replaced one day, and the folders that may import
them.
"""

MKDOCS = {"site/mkdocs_plugin.py", "site/mkdocs_run.py", "site/mkdocs_seam.py"}
"""The modules that import mkdocs: when the day comes to leave it, these three change."""


def folder_of(file: Path) -> str:
    """The folder of the package that a file stands in; for a file of the package itself
    its name.
    """
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


@cache
def tree(file: Path) -> ast.Module:
    """A file, parsed once."""
    return ast.parse(file.read_text("utf-8"))


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """Each module imported by a file, with its line; a name imported from the package
    itself counts as a module.
    """
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "generators":
                yield from (
                    (node.lineno, f"generators.{alias.name}") for alias in node.names
                )
            else:
                yield node.lineno, node.module


FILES = sorted(file for file in PACKAGE.rglob("*.py") if file.parent != PACKAGE)
LAYER_OF = {name: number for number, (_, layer) in enumerate(LAYERS) for name in layer}


def picture() -> str:
    """The layers as the package's docstring draws them, the top one first."""
    lines = [
        f"    {layer if not place else '':<10}{folder + '/':<12}{held}"
        for layer, folders in reversed(LAYERS)
        for place, (folder, held) in enumerate(folders.items())
    ]
    return "\n".join([*lines, f"    {'':<10}{'locale/':<12}the interface's catalogs"])


def test_the_picture_is_of_the_layers():
    """The package's docstring draws the layers that this test holds."""
    assert picture() in generators.__doc__, picture()


def test_every_folder_stands_in_one_layer():
    """There is no folder and no module without a layer, and no layer without its folder."""
    inside = {
        each.name
        for each in PACKAGE.iterdir()
        if each.is_dir() and any(each.glob("*.py"))
    }
    assert inside == set(LAYER_OF)
    assert {file.name for file in PACKAGE.glob("*.py")} == {"__init__.py", "__main__.py"}


def test_a_module_imports_from_lower_layers_only():
    """A module imports from layers below its own and from its own folder; ``cli`` also
    from ``site``. The message names the lines.
    """
    wrong = []
    for file in FILES:
        own = folder_of(file)
        for line, module in imports(file):
            other = module.split(".")[1] if module.startswith("generators.") else own
            if (
                other != own
                and not LAYER_OF[other] < LAYER_OF[own]
                and (own, other) != ("cli", "site")
            ):
                wrong.append(f"{file}:{line}: {own} imports {other}")
    assert wrong == []


def test_each_foreign_package_has_its_door():
    """Only the folders named in DOORS import a package that may have to be replaced one
    day.
    """
    wrong = [
        f"{file}:{line}: {module}"
        for file in FILES
        for line, module in imports(file)
        if (doors := DOORS.get(module.split(".")[0])) is not None
        and folder_of(file) not in doors
    ]
    assert wrong == []


def test_three_modules_know_mkdocs():
    """Only the plugin, what runs MkDocs, and the seam import mkdocs."""
    found = {
        file.relative_to(PACKAGE).as_posix()
        for file in FILES
        if any(module.split(".")[0] == "mkdocs" for _, module in imports(file))
    }
    assert found == MKDOCS


def test_a_module_is_short_and_says_what_it_is():
    """A module has at most 500 lines and opens with a docstring; no module is named
    utils, helpers or common.
    """
    long = {
        file: lines
        for file in FILES
        if (lines := file.read_text("utf-8").count("\n")) > 500
    }
    silent = [file for file in FILES if not ast.get_docstring(tree(file))]
    vague = [file for file in FILES if file.stem in {"utils", "helpers", "common"}]
    assert (long, silent, vague) == ({}, [], [])


def test_a_function_can_be_read_at_once():
    """A function has at most 40 lines."""
    long = [
        f"{file}:{node.lineno}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for file in FILES
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 40
    ]
    assert long == []


PROJECT = Path(__file__).parent.parent
CODE = sorted(
    file
    for suffix in ("py", "js")
    for top in ("generators", "overrides")
    for file in (PROJECT / top).rglob(f"*.{suffix}")
)


def holding(*texts: str) -> list[str]:
    """The files of the program that hold one of some texts."""
    return [
        file.relative_to(PROJECT).as_posix()
        for file in CODE
        if any(text in file.read_text("utf-8") for text in texts)
    ]


def test_the_form_of_an_id_and_of_a_language_tag_is_written_once():
    """Rules, schemas, the form in the browser and tables ask the models for it."""
    assert holding(SLUG, SLUG.replace("(", "(?:"), TAG, TAG.replace("(", "(?:")) == [
        "generators/model/fields.py"
    ]


def test_the_order_of_strengths_is_that_of_their_list():
    """Signs are drawn by their place in the list, which one module of the program
    repeats.
    """
    listed = yaml.safe_load(
        (PROJECT / "instruments/vocabulary/strengths.yml").read_text("utf-8")
    )
    assert tuple(entry["id"] for entry in listed["entries"]) == STRENGTHS
    codes = ('"conditional-obligation"', '"encouragement"', '"permission"')
    assert holding(", ".join(codes), ",\n    ".join(codes)) == ["generators/html/runs.py"]
