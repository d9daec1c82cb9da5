"""mkdocs.yml, looked at before MkDocs reads it: MkDocs takes the last of two equal keys, runs what a tag of
Python names, and ends in a traceback where a plugin that pages need is missing. Knows no MkDocs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generators.site import settings_known
from generators.text import files
from generators.text.problems import Problem, Rule
from generators.text.sayings import Saying, say

FILE = "mkdocs.yml"
RULE = "settings"
RULES = (
    Rule(
        RULE,
        "mkdocs.yml is a mapping of settings that pages use, each named once and none of them code, with the "
        "theme and the plugins that pages need.",
    ),
)

OF_ONE_RUN = ("jobs", "serve_only")
"""What is said of one run, and makes no difference to any page: how many processes write, and of which
languages.
"""
_PLUGINS = ("i18n", "compendium")
_ENV, _PLAIN = "!ENV", "tag:yaml.org,2002:"
_FROM_HERE = {"docs_dir": "docs", "theme.name": "material", "theme.custom_dir": "overrides"}


def problems(root: Path, pages: bool = True) -> list[Problem]:
    """What is wrong with the settings of the project in ``root``, in the order of lines; where no ``pages``
    are made, theme, folders and plugins do not matter.
    """
    text, found = files.text(root / FILE, FILE)
    if text is None:
        return found
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line, text.count("\n")) + 1 if mark else 1
        return [_problem(line, "-", say("YAML that cannot be read ({why})", why=error.problem or "?"), "")]
    except (yaml.YAMLError, RecursionError):
        return [_problem(1, "-", say("YAML that cannot be read ({why})", why="?"), "")]
    if not isinstance(node, yaml.MappingNode):
        return [_problem(1, "-", say("not a mapping"), say("expected 'site_name: …' and other settings"))]
    known = [_problem(_line(at), name, what, hint) for at, name, what, hint in settings_known.problems(node)]
    return sorted([*_typed(node, ""), *known, *(_chosen(node) if pages else ())])


def _problem(line: int, field: str, message: Saying, hint: str) -> Problem:
    return Problem(FILE, line, field, message, hint, RULE)


def _typed(node: yaml.Node, field: str, above: frozenset[int] = frozenset()) -> Iterator[Problem]:
    """Keys that stand twice, and tags that are code, of a value and all within it."""
    line = node.start_mark.line + 1
    if id(node) in above:
        yield _problem(line, field or "-", say("a value that holds itself"), say("write it out"))
        return
    if (node.tag != _ENV and not node.tag.startswith(_PLAIN)) or node.tag.startswith(f"{_PLAIN}python"):
        tag = node.tag.replace(_PLAIN, "!!")
        yield _problem(line, field or "-", say("the tag '{tag}' would run code", tag=tag), say("take it out"))
    above |= {id(node)}
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _typed(each, field, above)
    elif isinstance(node, yaml.MappingNode):
        seen: dict[Any, int] = {}
        for key, value in node.value:
            name = f"{field}.{key.value}".strip(".") if isinstance(key.value, str) else field or "-"
            here = key.start_mark.line + 1
            if isinstance(key.value, str) and key.value in seen:
                message = say("already in line {line}", line=seen[key.value])
                yield _problem(here, name, message, say("leave one of the two"))
            elif name == "INHERIT":
                message = say("settings from another file")
                yield _problem(here, name, message, say("write them here"))
            seen[str(key.value)] = here
            yield from _typed(value, name, above)


def _chosen(node: yaml.MappingNode) -> Iterator[Problem]:
    """Theme, folders and plugins other than those that the pages are made for."""
    settings = _by_key(node)
    theme = settings.get("theme")
    values = {"docs_dir": settings.get("docs_dir")}
    if isinstance(theme, yaml.MappingNode):
        inner = _by_key(theme)
        values |= {f"theme.{name}": inner.get(name) for name in ("name", "custom_dir")}
    else:
        yield _problem(
            _line(theme or node), "theme", say("missing"), say("expected {value}", value="name: material")
        )
    for name, value in values.items():
        if value is None and name == "docs_dir":
            continue  # MkDocs' own is the same
        if value is None or value.value != _FROM_HERE[name]:
            hint = say("expected {value}", value=_FROM_HERE[name])
            message = say("pages are made for another value") if value else say("missing")
            yield _problem(_line(value or node), name, message, hint)
    yield from _plugins(settings.get("plugins"), _line(settings.get("plugins") or node))
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
    for name in _PLUGINS:
        if names.count(name) != 1:
            hint = say("list {first}, then {second}", first=_PLUGINS[0], second=_PLUGINS[1])
            message = (
                say("'{name}' is missing", name=name)
                if name not in names
                else say("'{name}' twice", name=name)
            )
            yield _problem(line, "plugins", message, hint)
    if all(names.count(name) == 1 for name in _PLUGINS) and names.index("i18n") > names.index("compendium"):
        hint = say("list {first}, then {second}", first=_PLUGINS[0], second=_PLUGINS[1])
        yield _problem(line, "plugins", say("in another order"), hint)


def _by_key(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    return {key.value: value for key, value in node.value if isinstance(key.value, str)}


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1
