"""A summary's CommonMark as runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generators.corpus.located import Localized
from generators.document.runs import Emphasis, Outside, Run, Strong, Text
from generators.languages import facts
from generators.text import commonmark

if TYPE_CHECKING:
    from generators.text.commonmark import Token


def paragraphs(said: Localized, language: str) -> Iterator[list[Run]]:
    """The paragraphs of a text, in its own language where that is not the document's
    (``language``).
    """
    foreign = "" if said.language == language else said.language
    for tokens in _paragraphs(said.text):
        yield _runs(iter(tokens), foreign, _space(said.language))


def plain(said: Localized) -> str:
    """A text without its marks, on one line."""
    space = _space(said.language)
    return space.join(
        "".join(_letters(token, space) for token in tokens)
        for tokens in _paragraphs(said.text)
    )


def _paragraphs(text: str) -> Iterator[list[Token]]:
    return (
        token.children or []
        for token in commonmark.tokens(text)
        if token.type == "inline"
    )


def _space(language: str) -> str:
    """What stands for a line break: nothing where a language writes no spaces."""
    return " " if facts(language).spaced else ""


def _letters(token: Token, space: str) -> str:
    return space if token.type in ("softbreak", "hardbreak") else token.content


def _runs(tokens: Iterator[Token], language: str, space: str) -> list[Run]:
    """Runs up to the end of what was opened; ``space`` stands for a line break."""
    found: list[Run] = []
    for token in tokens:
        if token.type.endswith("_close"):
            return found
        if token.type == "em_open":
            found.append(Emphasis(_runs(tokens, language, space)))
        elif token.type == "strong_open":
            found.append(Strong(_runs(tokens, language, space)))
        elif token.type == "link_open":
            found.append(
                Outside(_runs(tokens, language, space), str(token.attrs["href"]))
            )
        else:
            text = _letters(token, space)
            found.append(Text(text, language) if language else text)
    return found
