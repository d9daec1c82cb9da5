"""The text of a page, of a PDF's document and of a document of the search, as a reader
meets them, for golden pages: a line a block, in their order.

Conventions: ``#`` heading, ``-`` item of a list, ``label :: value``, ``| cells
|`` with ``/`` between the blocks of a cell and ``|=`` for the head, ``[text](target)`` with the target
below the folder of the language, ``<sign words>`` with the words that a screen reader
says, ``{en: text}`` a text in another language (``{en rtl: …}`` where its direction is
not that language's own), ``{=text}`` a text that keeps its order, ``{#anchor}``, ``[+]
summary`` a closed fold and ``[-] summary`` an open one, ``(hidden)`` what stands there
with a script only, ``{class x= width=}`` what is drawn, ``{tiles 3 × 2: …}`` a map of
States, each class with the words of its tiles, and where they lead; a class of which many
tiles lead nowhere is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

from generators.corpus import cldr
from generators.corpus.located import Localized

_BLOCKS = frozenset(
    "h1 h2 h3 h4 h5 h6 p ul ol dl table details form fieldset section div article nav "
    "aside noscript datalist header footer main figure".split()
)
_EMPHASES = {"strong": "**", "em": "*", "code": "`", "s": "~~"}
_SITE = "https://site.example/"
_DRAWN = ("x", "width")
"""The attributes that say where and how wide something is drawn."""


def page_text(body: str, address: str, language: str, whole: bool = False) -> list[str]:
    """The lines of a page's content; ``address`` is below the folder of its language. The
    legend of signs, the same on all pages, is one line unless ``whole``.
    """
    direction = cldr.direction(language)
    tree = html.fromstring(f'<html><body dir="{direction}">{body}</body></html>').find(
        "body"
    )
    return [
        line
        for line in _Reader(tree, address, language, whole).flow(tree)
        if line.strip()
    ]


class _Reader:
    def __init__(
        self, tree: HtmlElement, address: str, language: str, whole: bool
    ) -> None:
        self.address, self.language, self.whole = address, language, whole
        self.by_id = {
            element.get("id"): element for element in tree.iter() if element.get("id")
        }

    # -- blocks --------------------------------------------------------------------------

    def flow(self, element: HtmlElement) -> list[str]:
        """The lines of an element's content: its blocks, and what stands between them."""
        lines: list[str] = []
        pending = element.text or ""
        for child in element:
            if child.tag in _BLOCKS and not isinstance(child, html.HtmlComment):
                lines += [*self._line(pending), *self.block(child)]
                pending = child.tail or ""
            else:
                pending += self.inline(child) + (child.tail or "")
        return [*lines, *self._line(pending)]

    def _line(self, text: str) -> list[str]:
        said = _spaced(text)
        return [said] if said else []

    def block(self, element: HtmlElement) -> list[str]:
        """The lines of a block, with its anchor at the end of the first."""
        lines = self._block(element)
        marks = [f"{{#{element.get('id')}}}"] if element.get("id") else []
        if element.get("hidden") is not None:
            marks.append("(hidden)")
        if not marks:
            return lines
        first, *rest = lines or [""]
        return [" ".join([first, *marks]).strip(), *rest]

    def _block(self, element: HtmlElement) -> list[str]:
        name = element.tag
        if name[0] == "h" and name[1:].isdigit():
            return [f"{'#' * int(name[1:])} {_spaced(self.content(element))}"]
        if name in ("ul", "ol"):
            return self._list(element, name == "ol")
        makers = {
            "dl": self._pairs,
            "table": self._table,
            "details": self._fold,
            "datalist": self._options,
        }
        return makers.get(name, self._container)(element)

    def _container(self, element: HtmlElement) -> list[str]:
        lines = self.flow(element)
        if element.tag in ("nav", "aside", "form", "noscript"):
            label = element.get("aria-label")
            lines = [f"({element.tag}{f': {label}' if label else ''})", *_indented(lines)]
        if element.get("class", "").endswith(" tiles"):
            return [self._tiles(element)]
        if strength := re.search(r"\bprov s(\d)", element.get("class", "")):
            lines = [f"<{strength[1]}> {lines[0]}", *_indented(lines[1:])]
        if language := _own_language(element):
            lines = [f"{{{language}:", *_indented(lines), "}"]
        return lines

    def _list(self, element: HtmlElement, numbered: bool) -> list[str]:
        lines = []
        for number, item in enumerate(
            element.findall("li"), int(element.get("start", 1))
        ):
            first, *rest = self.flow(item) or [""]
            anchor = f" {{#{item.get('id')}}}" if item.get("id") else ""
            lines += [
                f"{f'{number}.' if numbered else '-'} {first}{anchor}",
                *_indented(rest),
            ]
        return lines

    def _pairs(self, element: HtmlElement) -> list[str]:
        lines: list[str] = []
        label = ""
        for child in element:
            said = self.flow(child)
            if child.tag == "dt":
                anchor = f" {{#{child.get('id')}}}" if child.get("id") else ""
                label = " / ".join(said) + anchor
            else:
                first = (
                    [] if said[:1] and said[0][0] in "-[" and len(said) > 1 else said[:1]
                )
                lines += [
                    f"{label} :: {''.join(first)}".strip(),
                    *_indented(said[len(first) :]),
                ]
        return lines

    def _fold(self, element: HtmlElement) -> list[str]:
        if "legend" in element.get("class", "").split() and not self.whole:
            return ["(legend)"]
        summary = element.find("summary")
        text = _spaced(self.content(summary))
        element.remove(summary)
        sign = "[-]" if element.get("open") is not None else "[+]"
        return [f"{sign} {text}", *_indented(self.flow(element))]

    def _options(self, element: HtmlElement) -> list[str]:
        return [
            f"- {each.get('value')} → {self.target(each.get('data-to', ''))}"
            for each in element.iter("option")
        ]

    def _table(self, element: HtmlElement) -> list[str]:
        caption = element.find("caption")
        lines = [] if caption is None else [f"table: {_spaced(self.content(caption))}"]
        for row in element.iter("tr"):
            head = "|=" if row.getparent().tag == "thead" else "|"
            cells = " | ".join(
                " / ".join(map(str.strip, self.flow(cell))) for cell in row
            )
            body = row.getparent()
            anchors = [each.get("id") for each in (body, row) if each.get("id")]
            if body.index(row) > 0:
                anchors = anchors[-1:] if row.get("id") else []
            facts = [
                f"{key[5:]}={value}"
                for key, value in row.items()
                if key.startswith("data-")
            ]
            marks = " ".join(
                [
                    *(f"{{#{anchor}}}" for anchor in anchors),
                    *([f"{{{' '.join(facts)}}}"] if facts else []),
                ]
            )
            lines.append(f"{head} {cells} | {marks}".rstrip())
        return lines

    # -- inside a line -------------------------------------------------------------------

    def content(self, element: HtmlElement) -> str:
        """What stands inside an element, in one line."""
        return (element.text or "") + "".join(
            (
                " / ".join(self.block(child))
                if child.tag in _BLOCKS
                else self.inline(child)
            )
            + (child.tail or "")
            for child in element
        )

    def inline(self, element: HtmlElement) -> str:
        """An element within a line."""
        if isinstance(element, html.HtmlComment) or (
            element.tag == "span" and element.get("hidden") is not None
        ):
            return ""
        makers = {
            "br": self._break,
            "a": self._link,
            "bdi": self._kept,
            "img": self._picture,
            "input": self._input,
            "select": self._select,
            "button": self._button,
        }
        if element.get("role") == "img":
            return self._sign(element)
        if element.tag in makers:
            return makers[element.tag](element)
        said = (
            f" {self.content(element)} "
            if element.tag in ("label", "legend")
            else self.content(element)
        )
        if drawn := [
            f"{name}={element.get(name)}" for name in _DRAWN if element.get(name)
        ]:
            said = f"{{{' '.join(filter(None, (element.get('class'), *drawn)))}}}{said}"
        if language := _own_language(element):
            said = f"{{{language}: {said}}}"
        mark = _EMPHASES.get(element.tag, "")
        return f"{mark}{said}{mark}"

    def _break(self, _: HtmlElement) -> str:
        return " / "

    def _sign(self, element: HtmlElement) -> str:
        words = element.get("aria-label")
        if words is None:
            words = _spaced(self.by_id[element.get("aria-labelledby")].text_content())
        return f"<{_spaced(element.text_content())} {words}>"

    def _link(self, element: HtmlElement) -> str:
        words = element.get("aria-label") or element.get("title") or ""
        force = f".{element.get('class')}" if element.get("class") else ""
        said = f' "{words}"' if words else ""
        return f"[{_spaced(self.content(element))}]({self.target(element.get('href', ''))}{said}){force}"

    def target(self, address: str) -> str:
        """Where a link leads: below the folder of the language, or from ``/`` where it
        leaves that.
        """
        folder = f"{_SITE}{self.language}/"
        whole = urljoin(folder + self.address, address)
        if whole.startswith(folder):
            return whole.removeprefix(folder) or "./"
        return f"/{whole.removeprefix(_SITE)}" if whole.startswith(_SITE) else whole

    def _kept(self, element: HtmlElement) -> str:
        return f"{{{element.get('lang', '')}={self.content(element)}}}"

    def _picture(self, element: HtmlElement) -> str:
        return f"(picture: {element.get('alt')})"

    def _tiles(self, element: HtmlElement) -> str:
        usual, width = element.get("class").split()[0], max(len(row) for row in element)
        classes: dict[str, list[str]] = {}
        for tile in (tile for row in element for tile in row if tile.text):
            words = f" {tile.get('title')}" if tile.get("title") else ""
            led = f"→{self.target(tile.get('href'))}" if tile.get("href") else ""
            shade = tile.get("class", usual)
            classes.setdefault(shade[2:], []).append(f"{tile.text}{words}{led}")
        said = (
            f"{name} {'; '.join(sorted(words)) if len(words) < 12 else len(words)}"
            for name, words in sorted(classes.items())
        )
        return _spaced(f"{{tiles {width} × {len(element)}: {' | '.join(said)}}}")

    def _input(self, element: HtmlElement) -> str:
        kind = element.get("type", "text")
        typed = f"={element.get('value')}" if element.get("value") else ""
        return f"[{kind} {element.get('name', '')}{typed}]"

    def _select(self, element: HtmlElement) -> str:
        chosen = (
            f"{each.get('value')}: {_spaced(each.text_content())}"
            for each in element.iter("option")
        )
        return f"[choice {' | '.join(chosen)}]"

    def _button(self, element: HtmlElement) -> str:
        return f"[button {_spaced(self.content(element))}]"


def _own_language(element: HtmlElement) -> str:
    """The language that an element sets, with its direction where that is not the
    language's own.
    """
    language, direction = element.get("lang"), element.get("dir")
    if language is None:
        return direction or ""
    direction = direction or next(element.iterancestors("body")).get("dir")
    return (
        language if direction == cldr.direction(language) else f"{language} {direction}"
    )


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]


# -- paper, and what search knows --------------------------------------------------------


def volume_text(document: dict[str, Any], stop: str = "") -> list[str]:
    """The lines of a volume: cover, then its sections, up to the heading ``stop`` where
    one is given.
    """
    cover = document["cover"]
    lines = [
        f"# {document['title']}",
        *(_said(line) for line in (cover["kind"], *cover["lines"])),
    ]
    lines += [f"{_said(label)} :: {_said(value)}" for label, value in cover["facts"]]
    for section in document["sections"]:
        if section["landscape"]:
            lines.append("(landscape)")
        for part in section["parts"]:
            if stop and part["k"] == "h" and _said(part["t"]) == stop:
                return [*lines, "(signs, about)"]
            lines += _part(part)
    return lines


def _part(part: dict[str, Any]) -> list[str]:
    kind = part["k"]
    if kind in ("contents", "index"):
        return [f"({kind})"]
    if kind == "h":
        anchor = f" {{#{part['id']}}}" if "id" in part else ""
        return [f"{'#' * (part['l'] + 1)} {_said(part['t'])}{anchor}"]
    if kind == "p":
        return [_said(part["t"])]
    if kind == "facts":
        return [f"{_said(label)} :: {_said(value)}" for label, value in part["rows"]]
    if kind == "entries":
        return [
            line
            for item in part["items"]
            for line in _entry(f"<{item['s']}> " if item["s"] else "- ", item["b"])
        ]
    if kind == "signed":
        return _entry(f"{_said([part['s']])} ", part["b"])
    if kind == "list":
        return [f"- {_said(item)}" for item in part["items"]]
    if kind == "blanks":
        return [f"{_said(item)} ____" for item in part["items"]]
    if kind == "notes":
        return [
            f"{number}. {_said(item)}" for number, item in enumerate(part["items"], 1)
        ]
    return _table(part)


def _entry(sign: str, body: Iterable[dict[str, Any]]) -> list[str]:
    first, *rest = [line for part in body for line in _part(part)]
    return [f"{sign}{first}", *(f"  {line}" for line in rest)]


def _table(part: dict[str, Any]) -> list[str]:
    lines = [f"|= {' | '.join(map(_said, part['head']))} |"]
    for group in part["groups"]:
        if group["t"]:
            lines.append(f"| {_said(group['t'])} |")
        for row in group["rows"]:
            cells = (
                " / ".join(line.strip() for each in cell for line in _part(each))
                for cell in row["c"]
            )
            lines.append(f"| {' | '.join(cells)} |")
    return lines


_STYLES = {"b": "**", "i": "*", "s": "~~", "ref": "", "src": "", "num": "", "warn": ""}


def _said(runs: Iterable[str | dict[str, Any]]) -> str:
    return " ".join(
        "".join(run if isinstance(run, str) else _run(run) for run in runs).split()
    )


def _run(run: dict[str, Any]) -> str:
    text, kind = run["t"], run.get("k", "src")
    if kind in ("sign", "mark"):
        return f"<{text}>"
    if "l" in run:
        own = run["d"] == cldr.direction(run["l"])
        text = f"{{{run['l']}{'' if own else ' ' + run['d']}: {text}}}"
    if kind == "ref" and "url" not in run:
        text = f"{{={text}}}"
    if to := run.get("url") or run.get("to") or run.get("mark"):
        text = f"[{text}]({to})"
    return f"{_STYLES[kind]}{text}{_STYLES[kind]}"


def search_text(document: Any) -> list[str]:
    """The lines of what search knows of an address: a line a field, empty ones left out."""
    return [
        line
        for name in document._fields
        for line in _field(name, getattr(document, name))
    ]


def _field(name: str, value: Any) -> list[str]:
    if not value:
        return []
    if name == "names":
        return [f"names: {' · '.join(f'{{{tag}: {text}}}' for text, tag in value)}"]
    if isinstance(value, tuple) and hasattr(value[0], "_fields"):
        return [f"{name}:", *(f"  - {'; '.join(search_text(each))}" for each in value)]
    if isinstance(value, dict):
        return [
            f"{name}:",
            *(f"  {line}" for key, each in value.items() for line in _field(key, each)),
        ]
    return [f"{name}: {_value(value)}"]


def _value(value: Any) -> str:
    if isinstance(value, Localized):
        return f"{{{value.language} {value.state}: {' '.join(value.text.split())}}}"
    return (
        " · ".join(map(_value, value)) if isinstance(value, tuple | list) else str(value)
    )
