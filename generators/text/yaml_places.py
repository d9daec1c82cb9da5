"""Where each value of a YAML file is, to the character.

An editor changes one value and leaves every other character as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml


def meaning(text: str) -> list[tuple[type, str]]:
    """What a text says, event by event: equal for texts that differ only in their form.

    Raises ValueError if it is not YAML.

    >>> meaning("title: 'A plan'") == meaning("{title: A plan}")
    True
    """
    try:
        events = [*yaml.parse(text, Loader=yaml.CSafeLoader)]
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
    return [(type(event), getattr(event, "value", "")) for event in events]


def tree(text: str, place: Callable[[int], int] = int) -> list[Any]:
    """Where each value of a sound file is.

    A plain text that is typed as it reads is ``[start, end, key]``. Any other value has
    its style and its content after these. The content is a text, or the trees of its
    values by key or in a list. A value ends before blanks or a comment.

    ``key`` is where its key begins, or the dash of an item of a block list; else it is
    ``start``. ``place`` says how places are counted. The style of a collection is
    ``flow`` or ``block``. The style of a text is the sign that it is written with: ``'``,
    ``"``, ``|``, ``>``, or nothing.

    >>> tree("{a: b}")
    [0, 6, 0, 'flow', {'a': [4, 5, 1]}]
    """
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return _tree(text, node, node.start_mark.index, place)


def _tree(text: str, node: yaml.Node, key: int, place: Callable[[int], int]) -> list[Any]:
    """The tree of one node, whose key or dash begins at ``key``."""
    start = node.start_mark.index
    end = node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        style = node.style or ""
        if style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        places = [place(start), place(end), place(key)]
        if not style and text[start:end] == node.value:
            return places
        return [*places, style, node.value]
    content: Any
    if isinstance(node, yaml.SequenceNode):
        content = _item_trees(text, node, place)
        trees = content
    else:
        content = {
            name.value: _tree(text, value, name.start_mark.index, place)
            for name, value in node.value
        }
        trees = list(content.values())
    if node.flow_style:
        return [place(start), place(end), place(key), "flow", content]
    last = max((tree[1] for tree in trees), default=place(start))
    return [place(start), last, place(key), "block", content]


def _item_trees(
    text: str, node: yaml.SequenceNode, place: Callable[[int], int]
) -> list[Any]:
    """The trees of a list's items; those of a block list begin at their dashes."""
    trees = []
    for item in node.value:
        start = item.start_mark.index
        key = start if node.flow_style else text.rindex("-", 0, start)
        trees.append(_tree(text, item, key, place))
    return trees
