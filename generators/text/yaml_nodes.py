"""Where each value of a YAML text stands, to the character: what an editor of the text needs who changes one
value and leaves every other character as it was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import yaml

from generators.text.sayings import say

Kind = Literal["map", "list", "text"]

_DEEPEST = 50
"""How deep collections may be within each other; those of records are six."""


@dataclass(slots=True)
class Node:
    """A value: ``text[start:end]`` without what stands behind it (blanks, a comment). ``key`` is where its
    key begins, for a value of a mapping, or the dash of an item of a block list; else ``start``. ``style`` is
    ``flow`` or ``block`` of collections, and of texts the sign that they are written with (``'``, ``"``,
    ``|``, ``>``, or nothing). ``items`` are the values of a collection by key, or by number.
    """

    kind: Kind
    start: int
    end: int
    key: int
    style: str
    items: dict[str | int, Node]
    value: str = ""

    @property
    def data(self) -> dict | list | str:
        """What it says, as plain data."""
        if self.kind == "map":
            return {str(key): each.data for key, each in self.items.items()}
        return [each.data for each in self.items.values()] if self.kind == "list" else self.value


def read(text: str) -> Node:
    """The whole text as a node. Raises ValueError if it is not YAML, is empty, or has an alias, more than
    ``_DEEPEST`` collections within each other, a key that is a collection, or a key twice.
    """
    try:
        whole = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
    if whole is None:
        raise ValueError(say("nothing is there"))
    return _node(text, whole, whole.start_mark.index, set())


def _node(text: str, node: yaml.Node, key: int, seen: set[int], depth: int = 0) -> Node:
    """A composed node as a ``Node``; ``seen`` has the ids of those before it. An alias is composed as the
    node that it refers to, so a node that was seen before is an alias.
    """
    if id(node) in seen:
        raise ValueError(say("a value that begins with '{sign}'", sign="*"))
    if depth > _DEEPEST:
        raise ValueError(say("lists or mappings in each other, more than {n} deep", n=_DEEPEST))
    seen.add(id(node))
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        style = node.style or ""
        if style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        return Node("text", start, end, key, style, {}, node.value)
    found = Node("map", start, end, key, "flow" if node.flow_style else "block", {})
    if isinstance(node, yaml.SequenceNode):
        found.kind = "list"
        for number, each in enumerate(node.value):
            at = each.start_mark.index if node.flow_style else text.rindex("-", 0, each.start_mark.index)
            found.items[number] = _node(text, each, at, seen, depth + 1)
    else:
        for name, each in node.value:
            if not isinstance(name, yaml.ScalarNode) or name.value in found.items:
                raise ValueError(say("a key that is not a word, or a key twice"))
            found.items[name.value] = _node(text, each, name.start_mark.index, seen, depth + 1)
    if not node.flow_style:
        found.end = max((each.end for each in found.items.values()), default=start)
    return found
