"""What the form in the browser needs of a file to change it: its text, and where each value stands in it, so
that no browser has to read YAML. ``edit/patch.js`` makes of it what ``patch.py`` makes of ``yaml_nodes``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from generators.text import yaml_nodes
from generators.text.yaml_nodes import Node


def source(path: str, text: str) -> dict[str, Any]:
    """A file: its ``path`` in the project, its ``text``, and the ``tree`` of its values. A node is an array:
    ``[start, end, key]`` of a text that stands there as it is, and of any other with its ``style`` and what
    it holds behind these: a text, an object, an array. Places are counted as browsers count them, in units
    of UTF-16. Raises ValueError where the text is no YAML that records may be.
    """
    whole = yaml_nodes.read(text)
    return {"path": path, "text": text, "tree": _travelling(whole, text, _units(text))}


def _units(text: str) -> Callable[[int], int]:
    """From a place in a text, in characters, to the same place in units of UTF-16."""
    if text.isascii() or max(text) <= "\uffff":
        return int
    wide = [place for place, letter in enumerate(text) if letter > "\uffff"]
    return lambda place: place + bisect_left(wide, place)


def _travelling(node: Node, text: str, unit: Callable[[int], int]) -> list[Any]:
    places = [unit(node.start), unit(node.end), unit(node.key)]
    if node.kind == "text":
        as_it_is = not node.style and text[node.start : node.end] == node.value
        return places if as_it_is else [*places, node.style, node.value]
    items = {key: _travelling(each, text, unit) for key, each in node.items.items()}
    return [*places, node.style, items if node.kind == "map" else list(items.values())]
