"""CommonMark as a summary may use it: paragraphs, emphasis, and links to http and https
addresses.

Images, headings, lists, quotations, code and HTML are not read, so that no summary can
ask another host for anything, and what was typed for them stands as letters;
``beside_links`` names them for a rule. This is the only module that imports markdown_it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

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
    """The tokens of markdown-it: ``paragraph_open``, ``inline`` (its ``children`` are
    ``text``, ``softbreak``, ``hardbreak``, ``em_open``, ``strong_open``, ``link_open``
    with ``href``, and their ends), ``paragraph_close``.
    """
    return _parser().parse(text)


def links(text: str) -> list[str]:
    """The targets of all links in a text, also of those that are not read for want of
    http or https.
    """
    if "](" not in text:
        return []
    found = (
        child
        for token in _parser(any_link=True).parse(text)
        for child in token.children or ()
    )
    return [str(child.attrs["href"]) for child in found if child.type == "link_open"]


def beside_links(text: str) -> list[str]:
    """What a reader of CommonMark would see in a text beside paragraphs, emphasis and
    links.

    Each kind is named once, in words for editors (``an image``, ``a heading`` …).
    """
    if not _PERHAPS.search(text):
        return []
    held: dict = {}
    parsed = _parser("commonmark", any_link=True).parse(text, held)
    kinds = {_NAMES.get(token.type) for token in _flat(parsed)}
    if held.get("references"):
        kinds.add(_DEFINITION)
    return [name for name in _ORDER if name in kinds]


@cache
def _parser(preset: str = "zero", any_link: bool = False) -> MarkdownIt:
    """What reads a summary, or all of ``commonmark`` but HTML; its links lead to the web,
    or anywhere.
    """
    from markdown_it import MarkdownIt

    made = MarkdownIt(preset, {"html": False}).enable(_INLINE, ignoreInvalid=True)
    made.validateLink = lambda url: any_link or _HTTP.match(url) is not None
    return made


def _flat(found: Iterable[Token]) -> Iterator[Token]:
    for token in found:
        yield token
        yield from _flat(token.children or ())
