r"""Changes in the text of a YAML file: one value, one item or one key, and nothing else.

Comments, order and every other character stay as they were typed. Each function takes a
sound text and gives the changed one. A ``path`` is keys and numbers of items, from 0.

>>> replaced("a: old  # why\nb: 2\n", ("a",), "new")
'a: new  # why\nb: 2\n'
>>> without_item("a:\n  - x\n  - y\n", ("a",), 0)
'a:\n  - y\n'
>>> with_item("a: 1\n", ("list",), {"id": "x", "of": ["p", "q"]})
'a: 1\nlist:\n  - id: x\n    of: [p, q]\n'
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generators.text import yaml_places

_WIDTH = 120
"""The longest line of a text that is folded."""

Path = Sequence[str | int]


def _tree_at(text: str, path: Path) -> list[Any] | None:
    """The tree of the value at a path; None if nothing is there."""
    tree: Any = yaml_places.tree(text)
    for key in path:
        content = tree[4] if len(tree) > 4 else None
        if isinstance(content, Mapping):
            tree = content.get(key)
        elif isinstance(content, list) and isinstance(key, int) and key < len(content):
            tree = content[key]
        else:
            return None
        if tree is None:
            return None
    tree_there: list[Any] = tree
    return tree_there


def _existing(text: str, path: Path) -> list[Any]:
    """The tree of the value at a path. Raises KeyError if nothing is there."""
    tree = _tree_at(text, path)
    if tree is None:
        raise KeyError(".".join(map(str, path)))
    return tree


def replaced(text: str, path: Path, value: str) -> str:
    """A text with the text at a path replaced by another."""
    start, end, key, *rest = _existing(text, path)
    style = rest[0] if rest else ""
    in_flow = any(_is_flow(text, path[:depth]) for depth in range(len(path)))
    is_last = not text[end:].partition("\n")[0].strip()  # no comment follows
    first_column = _column(text, key)
    if not in_flow and is_last and (style in ("|", ">") or _is_long(value, start, text)):
        return text[:start] + _folded(value, first_column + 2) + text[end:]
    written = scalar(value)
    if style == "'" and "\n" not in value:
        written = "'" + value.replace("'", "''") + "'"
    elif style == '"':
        written = json.dumps(value, ensure_ascii=False)
    return text[:start] + written + text[end:]


def _is_long(value: str, start: int, text: str) -> bool:
    """Whether a value that begins at a place would make its line too long."""
    return _column(text, start) + len(value) > _WIDTH


def _folded(value: str, indent: int) -> str:
    """A text as a folded block, its lines indented."""
    blanks = " " * indent
    lines = textwrap.wrap(
        value, _WIDTH - indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join([">-", *(blanks + line for line in lines)])


def scalar(value: str) -> str:
    """A text as it is typed in one line, between brackets too.

    >>> scalar("Art. 13"), scalar("Art. 2: all"), scalar("")
    ('Art. 13', '"Art. 2: all"', '""')
    """
    try:
        node = yaml.compose(f"[{value}]", Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        node = None
    items = node.value if node else []
    is_plain = [getattr(item, "value", None) for item in items] == [value]
    if is_plain and "\n" not in value and not items[0].style:
        return value
    return json.dumps(value, ensure_ascii=False)


def without_item(text: str, path: Path, index: int) -> str:
    """A text without an item of the list at a path.

    The key goes with its only item.
    """
    tree = _existing(text, path)
    style, content = tree[3:]
    if len(content) == 1:
        return _without(text, tree)
    if style == "block":
        return _without(text, content[index])
    if index + 1 < len(content):
        return text[: content[index][2]] + text[content[index + 1][2] :]
    return text[: content[index - 1][1]] + text[content[index][1] :]


def _without(text: str, tree: list[Any]) -> str:
    """A text without the whole lines of a value in block style, with its key or dash."""
    begin = text.rfind("\n", 0, tree[2]) + 1
    line_end = text.find("\n", tree[1])
    return text[:begin] + (text[line_end + 1 :] if line_end >= 0 else "")


def with_item(text: str, path: Path, value: Any) -> str:
    """A text with a further item at the end of the list at a path.

    The last key of the path is added where it is missing, at the end of its mapping.
    """
    tree = _tree_at(text, path)
    if tree is None:
        return _with_list(text, path, value)
    _, end, _, style, items = tree
    if style == "flow":
        comma = ", " if items else ""
        return f"{text[: end - 1]}{comma}{flow(value)}{text[end - 1 :]}"
    indent = _column(text, items[0][2])
    return _after_line(text, end, _item_lines(value, indent))


def _with_list(text: str, path: Path, value: Any) -> str:
    """A text with a new list of one item, as the last key of the mapping around it."""
    *around, name = path
    _, end, _, style, content = _existing(text, around)
    if style == "flow":
        return f"{text[: end - 1]}, {name}: [{flow(value)}]{text[end - 1 :]}"
    indent = _column(text, next(iter(content.values()))[2])
    lines = [" " * indent + f"{name}:", *_item_lines(value, indent + 2)]
    return _after_line(text, end, lines)


def with_first_key(text: str, path: Path, name: str, value: str) -> str:
    """A text with a further key at the beginning of the mapping at a path."""
    start, _, _, style, content = _existing(text, path)
    if style == "flow":
        return f"{text[: start + 1]}{name}: {scalar(value)}, {text[start + 1 :]}"
    first = min(tree[2] for tree in content.values())
    blanks = " " * _column(text, first)
    return f"{text[:first]}{name}: {scalar(value)}\n{blanks}{text[first:]}"


def _after_line(text: str, place: int, lines: list[str]) -> str:
    """A text with some lines put in after the line of a place."""
    line_end = text.find("\n", place)
    line_end = len(text) if line_end < 0 else line_end
    return "\n".join([text[:line_end], *lines]) + (text[line_end:] or "\n")


def _item_lines(value: Any, indent: int) -> list[str]:
    """The lines of an item of a block list: a mapping, or a text."""
    blanks = " " * indent
    if not isinstance(value, Mapping):
        return [f"{blanks}- {flow(value)}"]
    lines = []
    for name, part in value.items():
        is_list_of_mappings = isinstance(part, list) and isinstance(part[0], Mapping)
        if is_list_of_mappings:
            lines.append(f"{name}:")
            lines += [f"  - {flow(item)}" for item in part]
        else:
            lines.append(f"{name}: {flow(part)}")
    return [f"{blanks}{'- ' if n == 0 else '  '}{line}" for n, line in enumerate(lines)]


def flow(value: Any) -> str:
    """A value in one line.

    >>> flow({"line": "art-13", "of": ["a", "b: c"]})
    '{line: art-13, of: [a, "b: c"]}'
    """
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{name}: {flow(part)}" for name, part in value.items())
        return f"{{{pairs}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return scalar(value)


def _is_flow(text: str, path: Path) -> bool:
    """Whether the collection at a path is written between brackets."""
    tree = _existing(text, path)
    return len(tree) > 3 and tree[3] == "flow"


def _column(text: str, place: int) -> int:
    """How many characters come before a place in its line."""
    return place - (text.rfind("\n", 0, place) + 1)
