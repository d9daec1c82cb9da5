"""The settings that mkdocs.yml may hold, and what each of them is. What pages never show (a line of
copyright, a tree of navigation, the theme's logo) is no setting here: whoever wrote it would wait for it in
vain, and MkDocs would write it into whatever it makes by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from generators.text.problems import near
from generators.text.sayings import Saying, say

_SHAPES = {
    "site_name": "text",
    "site_description": "text",
    "site_url": "",
    "repo_url": "",
    "edit_uri": "path",
    "extra": "mapping",
    "dev_addr": "text",
    "docs_dir": "",
    "theme": "",
    "plugins": "",
    "extra_css": "list",
    "extra_javascript": "list",
    "markdown_extensions": "list",
    "validation": "mapping",
    "strict": "",
    "hooks": "list",
    "watch": "list",
    "remote_branch": "text",
    "remote_name": "text",
}
"""What each setting is; empty where that is looked at elsewhere, or by MkDocs."""
_WITHIN = {"theme": ("name", "custom_dir", "language", "font"), "extra": ("report_address",)}
_ENV, _STRING = "!ENV", "tag:yaml.org,2002:str"
_PATH = re.compile(r"[\w.~@%+,=-]+(?:/[\w.~@%+,=-]+)*/?")

Found = tuple[yaml.Node, str, Saying, str]


def problems(node: yaml.MappingNode) -> Iterator[Found]:
    """The settings that are none, or not what they should be: the node, the name of the setting, what is
    wrong and the remedy.
    """
    for key, value in node.value:
        name = str(key.value)
        if not isinstance(key.value, str) or name == "INHERIT":
            continue  # said elsewhere
        if name not in _SHAPES:
            hint = near(name, _SHAPES) or say("take it out")
            yield key, name, say("a setting that pages do not use"), hint
        elif value.tag != _ENV and (wrong := _shape(name, value)):
            yield value, name, *wrong
        elif name in _WITHIN and isinstance(value, yaml.MappingNode):
            yield from _within(name, value)


def _within(name: str, node: yaml.MappingNode) -> Iterator[Found]:
    known = _WITHIN[name]
    for key, value in node.value:
        field = f"{name}.{key.value}"
        if key.value not in known:
            hint = near(str(key.value), known) or say("take it out")
            yield key, field, say("a setting that pages do not use"), hint
        elif key.value == "font" and value.value != "false":
            message = say("pages are made for another value")
            yield value, field, message, say("expected {value}", value="font: false")


def _shape(name: str, value: yaml.Node) -> tuple[Saying, Saying] | None:
    """Why a value is not what the setting is, and the remedy; None where it is."""
    shape = _SHAPES[name]
    if shape in ("text", "path") and value.tag != _STRING:
        return say("not a text"), say("put it into quotes")
    if shape == "text" and not value.value.strip():
        return say("a text of blanks"), say("write the text, or leave the key out")
    if shape == "path" and not _PATH.fullmatch(value.value):
        return say("not a path"), say("expected {value}", value="edit/main/docs/")
    if shape == "list" and not isinstance(value, yaml.SequenceNode):
        return say("not a list"), say("begin each entry with a dash, on a line of its own")
    if shape == "mapping" and not isinstance(value, yaml.MappingNode):
        return say("not a mapping"), say("write its keys below it, each on a line of its own")
    return None
