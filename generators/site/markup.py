"""What hand-written pages may hold beside words: a short list of elements and attributes, links to pages, and
pictures that lie in ``docs/``.

A page is looked at as Markdown makes it, so it does not matter in which of its ways something was typed.
Knows no MkDocs.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from html.parser import HTMLParser
from typing import Any

from generators.corpus.anchors import FRAME
from generators.site.links import Written
from generators.text.problems import Problem, Rule
from generators.text.sayings import Saying, say

RULE = "docs-markup"
RULES = (
    Rule(
        RULE,
        "A hand-written page holds text, links and pictures of its own: no scripts, frames, forms or styles, "
        "and nothing from another host.",
    ),
)

EXTENSIONS = ("admonition", "attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc")
"""Those of mkdocs.yml, and what MkDocs adds of its own; none reads a file."""

_ELEMENTS = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table "
    "tbody td tfoot th thead time tr ul var".split()
)
_ATTRIBUTES = frozenset(
    "abbr alt class colspan datetime dir headers height href id lang loading open reversed rowspan scope src "
    "start title value width".split()
)
_EMPTY = frozenset("br hr img".split())
_ENDED_BY_OTHERS = frozenset("dd dt li p tbody td tfoot th thead tr".split())
_ALIGNED = re.compile(r"text-align: (?:left|center|right);")  # of the columns of a table
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_LINKS = {"http", "https", "id", "mailto", "tel"}
_BLANK = re.compile(r"[\x00-\x20\x7f-\xa0]+")  # browsers pass over them in addresses
_RUN = re.compile(r"[*_`~^]{100}|(?:>[ \t]*){30}")
_DEEPEST = 10


def read(text: str, path: str) -> tuple[list[Problem], Written]:
    """What does not belong in the Markdown of a page, in its order, and where the page leads; ``path`` names
    it.
    """
    if line := _too_deep(text):
        message, hint = (
            say("brackets or marks within each other without end"),
            say("close them, or take them out"),
        )
        return [Problem(path, line, "-", message, hint, RULE)], Written(text, (), frozenset())
    page = _Page()
    page.feed(_markdown().reset().convert(text))
    page.close()
    found = [
        Problem(path, _line(text, typed), "-", message, hint, RULE) for typed, message, hint in page.found
    ]
    return found, Written(text, tuple(page.links), frozenset(page.places))


@cache
def _markdown() -> Any:
    from markdown import Markdown  # takes its time to load

    return Markdown(extensions=list(EXTENSIONS))


def _too_deep(text: str) -> int:
    """The line at which a reader of Markdown would be busy for hours; 0 where there is none."""
    if found := _RUN.search(text):
        return text.count("\n", 0, found.start()) + 1
    open_ = 0
    for line, typed in enumerate(text.split("\n"), 1):
        open_ = open_ if typed.strip() else 0  # a paragraph ends
        for sign in re.findall(r"[\[\]]", typed):
            open_ = open_ + 1 if sign == "[" else max(0, open_ - 1)
            if open_ > _DEEPEST:
                return line
    return 0


def _line(text: str, typed: str) -> int:
    """The first line that holds what was typed, or the first of the page where it was typed otherwise."""
    sought = _without_blanks(typed)
    return next((n for n, each in enumerate(text.split("\n"), 1) if sought in _without_blanks(each)), 1)


def _without_blanks(text: str) -> str:
    return _BLANK.sub("", unescape(text)).lower()


class _Page(HTMLParser):
    """Reads the HTML of a page; ``found`` has what was typed, what is wrong and the remedy, ``links`` what
    links and pictures name, ``places`` the names of places.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, Saying, Saying]] = []
        self.links: list[str] = []
        self.places: set[str] = set()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            hint = say("write it in Markdown, or lead to it by a link")
            self._wrong(f"<{tag}", say("the element '{tag}' does not belong in a page", tag=tag), hint)
            return
        if tag not in _EMPTY:
            self._open.append(tag)
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while (left := self._open.pop()) != tag:
                self._unclosed(left)
        elif tag not in _EMPTY and not any(typed == f"<{tag}" for typed, _, _ in self.found):
            message = say("the end of an element '{tag}' that was not begun", tag=tag)
            self._wrong(f"</{tag}", message, say("take it out"))

    def close(self) -> None:
        super().close()
        while self._open:
            self._unclosed(self._open.pop())

    def _unclosed(self, tag: str) -> None:
        if tag not in _ENDED_BY_OTHERS:
            message = say("the element '{tag}' is not closed", tag=tag)
            self._wrong(f"<{tag}", message, say("write {end} at its end", end=f"</{tag}>"))

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name == "style" and tag in ("td", "th") and _ALIGNED.fullmatch(value):
            return
        if name not in _ATTRIBUTES:
            message = say("the attribute '{name}' does not belong in a page", name=name)
            self._wrong(name, message, say("take it out"))
        elif name == "id":
            self.places.add(value)
            if value in FRAME:
                message = say("'{name}' is a name that the page keeps for itself", name=value)
                self._wrong(value, message, say("choose another id"))
        elif name in ("href", "src"):
            self.links.append(value)
            self._address(name, _BLANK.sub("", value).replace("\\", "/"), value)

    def _address(self, name: str, address: str, typed: str) -> None:
        scheme = _SCHEME.match(address)
        if name == "src" and (scheme or address.startswith("//")):
            hint = say("put the picture into docs/ and name it by its path")
            self._wrong(typed, say("a picture from another host"), hint)
        elif scheme and scheme[1].lower() not in _LINKS:
            hint = say("expected http, https, mailto, tel, an id or a path")
            self._wrong(typed, say("a link that begins with '{scheme}:'", scheme=scheme[1]), hint)
        elif address.startswith("//"):
            self._wrong(typed, say("a link without https:"), say("write https://…"))

    def handle_decl(self, decl: str) -> None:
        self._instruction(f"<!{decl}")

    def unknown_decl(self, data: str) -> None:
        self._instruction(f"<![{data}")

    def handle_pi(self, data: str) -> None:
        self._instruction(f"<?{data}")

    def _instruction(self, typed: str) -> None:
        self._wrong(typed, say("an instruction of HTML or XML"), say("take it out"))

    def _wrong(self, typed: str, message: Saying, hint: Saying) -> None:
        if (typed, message, hint) not in self.found:
            self.found.append((typed, message, hint))
