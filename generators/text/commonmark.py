"""CommonMark as a summary may use it: paragraphs, emphasis, and links to http and https
addresses.

Images, headings, lists, quotations, code and HTML are not read: what was typed for them
shows as letters. So no summary can ask another host for anything. ``beside_links`` names
them for a rule. This is the only module that imports markdown_it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from generators.text.sayings import say

# Imported where it is used: its start takes a tenth of the time of a check, and few
# summaries need it.
if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_INLINE = ("emphasis", "link", "newline", "escape", "entity")
_HTTP = re.compile(r"https?://", re.IGNORECASE)

_NAMES = {
    "image": say("an image"),
    "heading_open": say("a heading"),
    "bullet_list_open": say("a list"),
    "ordered_list_open": say("a list"),
    "blockquote_open": say("a quotation"),
    "code_block": say("code"),
    "fence": say("code"),
    "code_inline": say("code"),
    "hr": say("a line across"),
}
_DEFINITION = say("a definition of a link")
_ORDER = (*dict.fromkeys(_NAMES.values()), _DEFINITION)

# What every kind of _NAMES begins with; most texts hold none of it, and need not be
# parsed.
_PERHAPS = re.compile(
    r"!\[|`|^[ \t>]*(?:#|[>*+=~-]|\d+[.)]|\[)|^(?: {4}|\t)", re.MULTILINE
)


def tokens(text: str) -> list[Token]:
    """The tokens of a summary, as markdown-it makes them.

    They are ``paragraph_open``, ``inline`` and ``paragraph_close``. The ``children`` of
    ``inline`` are ``text``, ``softbreak``, ``hardbreak``, ``em_open``, ``strong_open``,
    ``link_open`` (with ``href``), and their ends.
    """
    return _parser().parse(text)


def links(text: str) -> list[str]:
    """The targets of all links in a text, also of those that are not http or https.

    >>> links("see [the text](http://a.org) and [a file](file:///b)")
    ['http://a.org', 'file:///b']
    """
    if "](" not in text:
        return []
    children = (
        child
        for token in _parser(any_link=True).parse(text)
        for child in token.children or ()
    )
    return [str(child.attrs["href"]) for child in children if child.type == "link_open"]


_TARGET = re.compile(r"\]\([ \n]*<?([^)>\s]*)")


def link_targets(text: str) -> list[str]:
    """The targets of what may be links in a text that is not read as CommonMark.

    >>> link_targets("see [the text](http://a.org) and [a file](file:///b)")
    ['http://a.org', 'file:///b']
    """
    return _TARGET.findall(text) if "](" in text else []


def beside_links(text: str) -> list[str]:
    r"""What a text holds that a summary may not use, in words for editors.

    Each kind is named once.

    >>> beside_links("# A plan\n\n![a picture](http://a.org/b.png)")
    ['an image', 'a heading']
    """
    if not _PERHAPS.search(text):
        return []
    environment: dict[str, Any] = {}  # markdown-it notes definitions of links in it
    parsed = _parser("commonmark", any_link=True).parse(text, environment)
    kinds = {_NAMES.get(token.type) for token in _with_children(parsed)}
    if environment.get("references"):
        kinds.add(_DEFINITION)
    return [name for name in _ORDER if name in kinds]


@cache
def _parser(preset: str = "zero", any_link: bool = False) -> MarkdownIt:
    """The parser of a summary (``zero``), or of all of ``commonmark`` but HTML.

    Its links lead to http and https addresses, or anywhere (``any_link``).
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt(preset, {"html": False}).enable(_INLINE, ignoreInvalid=True)
    # the way that its documentation names
    parser.validateLink = (  # type: ignore[method-assign]
        _is_link if any_link else _is_web_link
    )
    return parser


def _is_link(url: str) -> bool:
    """Whether a target is taken for a link: any is."""
    return True


def _is_web_link(url: str) -> bool:
    """Whether a target is an http or https address."""
    return _HTTP.match(url) is not None


def _with_children(tokens: Iterable[Token]) -> Iterator[Token]:
    """Tokens, each before its children, at any depth."""
    for token in tokens:
        yield token
        yield from _with_children(token.children or ())
