"""The little of CommonMark that a summary may hold: paragraphs, emphasis and links. The only import of markdown_it.

Everything else (images, headings, lists, code, raw HTML) is text as it was typed.
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_ALLOWED = ("newline", "escape", "emphasis", "link", "entity")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("zero", {"html": False}).enable(list(_ALLOWED))


def paragraphs(text: str) -> list[list[Token]]:
    """The inline tokens of each paragraph of a text."""
    return [token.children or [] for token in _parser().parse(text) if token.type == "inline"]
