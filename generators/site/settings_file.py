"""mkdocs.yml, looked at before MkDocs reads it: MkDocs takes the last of two equal keys and ends in a
traceback where a plugin that pages need is missing, and pages are made for one theme and its folders. What
MkDocs refuses by itself is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from generators.text import files
from generators.text.problems import Problem, Rule
from generators.text.sayings import Saying, say

FILE = "mkdocs.yml"
RULE = "settings"
RULES = (
    Rule(
        RULE,
        "mkdocs.yml is a mapping of settings, each named once, with the theme and the plugins that pages "
        "need.",
    ),
)

OF_ONE_RUN = ("jobs", "serve_only")
"""What is said of one run, and makes no difference to any page: how many processes write, and of which
languages.
"""
_PLUGINS = ("i18n", "compendium")
_FROM_HERE = {"docs_dir": "docs", "theme.name": "material", "theme.custom_dir": "overrides"}
_PATH = re.compile(r"[\w.~@%+,=-]+(?:/[\w.~@%+,=-]+)*/?")


def problems(root: Path, pages: bool = True) -> list[Problem]:
    """What is wrong with the settings of the project in ``root``, in the order of lines; where no ``pages``
    are made, theme, folders and plugins do not matter.
    """
    text, found = files.text(root / FILE, FILE)
    if text is None:
        return found
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = min(mark.line, text.count("\n")) + 1 if mark else 1
        why = getattr(error, "problem", None) or "?"
        return [_problem(line, "-", say("YAML that cannot be read ({why})", why=why), "")]
    if not isinstance(node, yaml.MappingNode):
        return [_problem(1, "-", say("not a mapping"), say("expected 'site_name: …' and other settings"))]
    return sorted([*_twice(node), *(_chosen(node) if pages else ())])


def _problem(line: int, field: str, message: Saying, hint: str) -> Problem:
    return Problem(FILE, line, field, message, hint, RULE)


def _twice(node: yaml.MappingNode, above: str = "") -> Iterator[Problem]:
    """Settings that stand twice, and those of the theme."""
    seen: dict[str, int] = {}
    for key, value in node.value:
        name = f"{above}{key.value}"
        if name in seen:
            message = say("already in line {line}", line=seen[name])
            yield _problem(_line(key), name, message, say("leave one of the two"))
        seen[name] = _line(key)
        if name == "theme" and isinstance(value, yaml.MappingNode):
            yield from _twice(value, "theme.")


def _chosen(node: yaml.MappingNode) -> Iterator[Problem]:
    """Theme, folders, plugins and addresses of files other than those that the pages are made for."""
    settings = _by_key(node)
    theme = settings.get("theme")
    inner = _by_key(theme) if isinstance(theme, yaml.MappingNode) else {}
    values = {"docs_dir": settings.get("docs_dir")}
    values |= {f"theme.{name}": inner.get(name) for name in ("name", "custom_dir")}
    for name, value in values.items():
        if value is None and name == "docs_dir":
            continue  # MkDocs' own is the same
        if value is None or value.value != _FROM_HERE[name]:
            hint = say("expected {value}", value=_FROM_HERE[name])
            message = say("pages are made for another value") if value else say("missing")
            yield _problem(_line(value or theme or node), name, message, hint)
    yield from _plugins(settings.get("plugins"), _line(settings.get("plugins") or node))
    edit = settings.get("edit_uri")
    if edit and not (isinstance(edit.value, str) and _PATH.fullmatch(edit.value)):
        yield _problem(
            _line(edit), "edit_uri", say("not a path"), say("expected {value}", value="edit/main/docs/")
        )
    for name in ("extra_css", "extra_javascript"):
        listed = settings.get(name)
        for each in listed.value if isinstance(listed, yaml.SequenceNode) else ():
            if isinstance(each.value, str) and (":" in each.value or each.value.startswith("//")):
                hint = say("put the file into overrides/assets/")
                yield _problem(_line(each), name, say("a file from another host"), hint)


def _plugins(node: yaml.Node | None, line: int) -> Iterator[Problem]:
    entries = node.value if isinstance(node, yaml.SequenceNode) else ()
    names = [
        str(each.value[0][0].value) if isinstance(each, yaml.MappingNode) and each.value else str(each.value)
        for each in entries
    ]
    if [name for name in names if name in _PLUGINS] != [*_PLUGINS]:
        message = say("{plugins} are not listed once each, in this order", plugins=_PLUGINS)
        hint = say("list {first}, then {second}", first=_PLUGINS[0], second=_PLUGINS[1])
        yield _problem(line, "plugins", message, hint)


def _by_key(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    return {key.value: value for key, value in node.value if isinstance(key.value, str)}


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1
