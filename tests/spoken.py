"""What a screen reader says of a page, from top to bottom, as lines: worked out from the
tree that chromium hands to assistive technology, so that names, states and what is hidden
are the browser's and not our guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Page

Node = Mapping[str, Any]

PLACES = {
    "banner": "banner",
    "navigation": "navigation",
    "main": "main",
    "contentinfo": "foot",
    "complementary": "beside",
    "region": "region",
    "search": "search",
    "form": "form",
    "dialog": "dialog",
    "status": "status",
    "group": "group",
}
THINGS = {
    "link": "link",
    "button": "button",
    "DisclosureTriangle": "fold",
    "DisclosureTriangleGrouped": "fold",
    "image": "image",
    "textbox": "edit",
    "searchbox": "search edit",
    "spinbutton": "number",
    "combobox": "choice",
    "checkbox": "check box",
    "radio": "one of",
    "switch": "switch",
}
HELD = {
    "term": "term",
    "columnheader": "column header",
    "rowheader": "row header",
    "cell": "cell",
}
BETWEEN = " ·,،، ;:"  # what stands between two things of one line
STATES = ("checked", "pressed", "expanded", "invalid", "required", "disabled")


class Spoken:
    """The tree of a page and what is said of it."""

    def __init__(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.send("Accessibility.enable")
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        root = session.send("DOM.getDocument", {"depth": -1})["root"]
        session.detach()
        self.nodes: dict[str, Node] = {node["nodeId"]: node for node in nodes}
        self.root: Node = nodes[0]
        self.languages = dict(_languages(root, ""))
        self.language = page.evaluate("document.documentElement.lang")

    def lines(self, within: str = "main") -> list[str]:
        """What is said within a part of the page (a role; ``""``: all of it), two blanks
        a step inwards.
        """
        starts = (
            [self.root]
            if not within
            else [n for n in self.nodes.values() if _role(n) == within]
        )
        return [line for start in starts for line in self._say(start)]

    def all(self, *roles: str) -> Iterator[tuple[str, Node]]:
        """What is not hidden and has one of the roles: its name and its node."""
        return (
            (_text(node, "name"), node)
            for node in self.nodes.values()
            if _role(node) in roles
        )

    def language_of(self, node: Node) -> str:
        """The language in which a text is read aloud."""
        return self.languages.get(node.get("backendDOMNodeId"), "")

    def inside(self, node: Node) -> Iterator[Node]:
        """The nodes within a node, in order."""
        for each in self._children(node):
            yield each
            yield from self.inside(each)

    def _children(self, node: Node) -> list[Node]:
        return [self.nodes[key] for key in node.get("childIds", ()) if key in self.nodes]

    def _controls(self, node: Node) -> Iterator[Node]:
        for child in self._children(node):
            if _role(child) in THINGS:
                yield child
            else:
                yield from self._controls(child)

    def _say(self, node: Node) -> list[str]:
        role = _role(node)
        if role in {"InlineTextBox", "LineBreak", "ListMarker", "caption", "Legend"}:
            return []
        if role == "StaticText":
            text = _text(node, "name").strip(BETWEEN)
            return [self._in_language(text, node)] if text else []
        if role == "LabelText":  # said with the control that it names
            return [
                line for control in self._controls(node) for line in self._say(control)
            ]
        if role == "heading":
            return [
                f"heading {_state(node, 'level')}: {self._named(node)}",
                *self._beside(node),
            ]
        if role in THINGS:
            return [f"{THINGS[role]}: {self._named(node)}{self._states(node)}"]
        inner = [line for child in self._children(node) for line in self._say(child)]
        return self._container(role, node, inner)

    def _container(self, role: str, node: Node, inner: list[str]) -> list[str]:
        name = _text(node, "name")
        if role == "list":
            count = sum(_role(child) == "listitem" for child in self.inside(node))
            return [f"list {count} items", *_deeper(inner)] if inner else []
        if role == "table":
            rows = [row for row in self.inside(node) if _role(row) == "row"]
            columns = max((len(self._children(row)) for row in rows), default=0)
            return [f"table {columns} columns {len(rows)} rows: {name}", *_deeper(inner)]
        if role == "row":
            return ["row", *_deeper(inner)]
        if role == "listitem" and inner:
            return [f"• {inner[0]}", *_deeper(inner[1:])]
        if role in HELD:
            return [
                f"{HELD[role]}: {inner[0]}" if inner else f"{HELD[role]}: blank",
                *_deeper(inner[1:]),
            ]
        if role == "definition":
            return _deeper(inner)
        if (
            role in PLACES
            and (name or role not in {"group", "form"})
            and (inner or role == "status")
        ):
            return [f"{PLACES[role]}: {name}" if name else PLACES[role], *_deeper(inner)]
        return inner

    def _beside(self, node: Node) -> list[str]:
        """The links and signs within a heading, which can be reached by themselves."""
        return [
            f"  {THINGS[_role(each)]}: {self._named(each)}"
            for each in self.inside(node)
            if _role(each) in {"link", "button"}
        ]

    def _named(self, node: Node) -> str:
        texts = [each for each in self.inside(node) if _role(each) == "StaticText"]
        name = _text(node, "name").strip() or "WITHOUT A NAME"
        return self._in_language(name, texts[0] if len(texts) == 1 else node)

    def _in_language(self, text: str, node: Node) -> str:
        language = self.language_of(node)
        return text if language in {"", self.language} else f"[{language}] {text}"

    def _states(self, node: Node) -> str:
        said = []
        for name in STATES:
            value = _state(node, name)
            if name == "expanded" and value is not None:
                said.append("expanded" if value else "collapsed")
            elif name == "pressed" and value is not None:
                said.append("pressed" if value == "true" else "not pressed")
            elif name == "checked" and value is not None:
                said.append("checked" if value == "true" else "not checked")
            elif value in {True, "true"}:
                said.append(name)
        value, more = _text(node, "value").strip(), _text(node, "description").strip()
        said += [f"“{value}”"] if value else []
        said += [f"({more})"] if more and more != _text(node, "name").strip() else []
        return "".join(f", {each}" for each in said)


def _deeper(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _role(node: Node) -> str:
    return "" if node.get("ignored") else node["role"]["value"]


def _text(node: Node, name: str) -> str:
    return re.sub(r"\s+", " ", str(node.get(name, {}).get("value", "")))


def _state(node: Node, name: str) -> object:
    return next(
        (
            each["value"].get("value")
            for each in node.get("properties", ())
            if each["name"] == name
        ),
        None,
    )


def _languages(node: Node, language: str) -> Iterator[tuple[int, str]]:
    """The language of each node of a document, by its own ``lang`` or that of the nearest
    around it.
    """
    attributes = node.get("attributes", [])
    named = dict(zip(attributes[::2], attributes[1::2], strict=True)).get(
        "lang", language
    )
    yield node["backendNodeId"], named
    for child in node.get("children", ()):
        yield from _languages(child, named)
