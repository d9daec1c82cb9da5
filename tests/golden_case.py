"""What golden cases share: a project made from a base library with some lines of its
files changed.

A case names its ``base`` (``base``, three records, where it names none; or ``world``,
with everything in it), and what to change:

- ``edit``: by file, by the dotted path of a value (``provisions.0.ref``), the YAML that stands there
  instead. A key or a list's next number that is not there yet is added at the end of its mapping or list.
- ``delete``: by file, the dotted paths of what to take out.
- ``replace``: by file, a text that stands there once, and what was typed instead.
- ``files``: whole files, by path, over or beside those of the base.
- ``without``: files to take away.

An edit replaces what was typed and nothing else, so all lines but the changed ones keep
their place.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from generators.corpus import interface, library
from generators.corpus.cldr import LANGUAGES

GOLDEN = Path(__file__).parent / "golden"


def read_case(file: Path) -> dict[str, Any]:
    """A case as data; every scalar is its text, which may be longer than a record's."""
    case: dict[str, Any] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    return case


@cache
def _catalogs() -> bytes:
    """A memory that knows the package's own catalogs and nothing else."""
    with TemporaryDirectory() as name:
        memory = library.memory_of(Path(name))
        for folder in (interface.LOCALE, interface.MESSAGES):
            interface.read(Path(name), LANGUAGES, memory, folder)
        memory.save()
        return (Path(name) / library.MEMORY).read_bytes()


def remember_catalogs(project: Path) -> None:
    """Spare a project to parse the catalogs of the package, which take half a second of
    each test.
    """
    file = project / library.MEMORY
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(_catalogs())


def write_project(case: Mapping[str, Any], folder: Path) -> Path:
    """Write the library that a case is about into ``folder``."""
    shutil.copytree(GOLDEN / case.get("base", "base"), folder, dirs_exist_ok=True)
    remember_catalogs(folder)
    for path in case.get("without", ()):
        (folder / path).unlink()
    for path, text in case.get("files", {}).items():
        _write(folder / path, text)
    for path, changes in case.get("edit", {}).items():
        text = (folder / path).read_text("utf-8")
        for place, value in changes.items():
            text = edited(text, place, value)
        _write(folder / path, text)
    for path, places in case.get("delete", {}).items():
        text = (folder / path).read_text("utf-8")
        for place in [places] if isinstance(places, str) else places:
            text = without(text, place)
        _write(folder / path, text)
    for path, changes in case.get("replace", {}).items():
        text = (folder / path).read_text("utf-8")
        for typed, instead in changes.items():
            assert text.count(typed) == 1, (
                f"{typed} stands {text.count(typed)} times in {path}"
            )
            text = text.replace(typed, instead)
        _write(folder / path, text)
    return folder


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8"))


def edited(text: str, place: str, value: Any) -> str:
    """A YAML text with the value at a dotted place replaced, or added where nothing
    stands there.
    """
    typed = flow(value)
    parent, key, node = _find(text, place)
    if node is not None:
        return text[: node.start_mark.index] + typed + text[_end(text, node) :]
    entry = f"{key}: {typed}" if isinstance(parent, yaml.MappingNode) else typed
    end = _end(text, parent)
    if parent.flow_style:
        return f"{text[: end - 1]}, {entry}{text[end - 1 :]}"
    indent = " " * parent.start_mark.column
    sign = "" if isinstance(parent, yaml.MappingNode) else "- "
    return f"{text[:end]}\n{indent}{sign}{entry}{text[end:]}"


def without(text: str, place: str) -> str:
    """A YAML text without the key or item at a dotted place; lines that are left empty go
    too.
    """
    parent, _, node = _find(text, place)
    assert node is not None, f"nothing stands at {place}"
    start, end = _begin(text, parent, node), _end(text, node)
    if parent.flow_style:
        after = text[end:].lstrip()
        if after.startswith(","):
            end = text.index(",", end) + 1
            end += len(text[end:]) - len(text[end:].lstrip(" "))
        elif "," in text[parent.start_mark.index : start]:
            start = text.rindex(",", 0, start)
        return text[:start] + text[end:]
    line = text.rindex("\n", 0, start) + 1 if "\n" in text[:start] else 0
    return (
        text[:line] + text[end:].partition("\n")[2]
    )  # a comment on its last line goes too


def _find(text: str, place: str) -> tuple[yaml.Node, str, yaml.Node | None]:
    """The mapping or list around a place, the last key, and the node there, if there is
    one.
    """
    parent: yaml.Node | None = None
    node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    for key in (keys := place.split(".")):
        assert isinstance(node, yaml.CollectionNode), f"nothing around {place}"
        parent, node = node, _child(node, key)
    return parent, keys[-1], node


def _child(node: yaml.CollectionNode, key: str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode):
        return node.value[int(key)] if int(key) < len(node.value) else None
    return next((each for name, each in node.value if name.value == key), None)


def _begin(text: str, parent: yaml.CollectionNode, node: yaml.Node) -> int:
    """Where the key of a value begins, or the dash of an item."""
    if isinstance(parent, yaml.MappingNode):
        return next(name for name, each in parent.value if each is node).start_mark.index
    return (
        node.start_mark.index
        if parent.flow_style
        else text.rindex("-", 0, node.start_mark.index)
    )


def _end(text: str, node: yaml.Node) -> int:
    """Behind the last letter of a node: a block's own end is the beginning of what
    follows.
    """
    return len(text[: node.end_mark.index].rstrip())


def flow(value: Any) -> str:
    """A value as YAML in one line."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {flow(each)}' for key, each in value.items())}}}"
    if isinstance(value, str):
        return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)
    return f"[{', '.join(map(flow, value))}]"


def _is_plain(text: str) -> bool:
    """Whether a text keeps its meaning within brackets without quotes."""
    try:
        read = yaml.compose(f"[{text}]", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    items: Iterable[Any] = read.value
    return [getattr(each, "value", None) for each in items] == [text]
