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


def paragraphs(summary: Localized, language: str) -> Iterator[list[Run]]:
    """The paragraphs of a text with its emphasis and links.

    ``language`` is that of the document. Runs of a text in another language say so.
    """
    foreign = "" if summary.language == language else summary.language
    space = _line_break(summary.language)
    for tokens in _tokens_of_paragraphs(summary.text):
        yield _runs(iter(tokens), foreign, space)


def plain(summary: Localized) -> str:
    r"""A text without its marks, on one line.

    >>> plain(Localized("It *binds*\nall.", "en", "source"))
    'It binds all.'
    """
    space = _line_break(summary.language)
    return space.join(
        "".join(_letters(token, space) for token in tokens)
        for tokens in _tokens_of_paragraphs(summary.text)
    )


def _tokens_of_paragraphs(text: str) -> Iterator[list[Token]]:
    """The tokens of each paragraph of a text."""
    for token in commonmark.tokens(text):
        if token.type == "inline":
            yield token.children or []


def _line_break(language: str) -> str:
    """What is read for a line break: nothing where a language writes no spaces."""
    return " " if facts(language).spaced else ""


def _letters(token: Token, space: str) -> str:
    """The text of a token; ``space`` for a line break."""
    return space if token.type in ("softbreak", "hardbreak") else token.content


def _runs(tokens: Iterator[Token], language: str, space: str) -> list[Run]:
    """The tokens as runs, up to the end of the mark that was opened last.

    Those up to there are used up. ``language`` is empty where it is that of the document;
    ``space`` is read for a line break.
    """
    runs: list[Run] = []
    for token in tokens:
        if token.type.endswith("_close"):
            return runs
        if token.type == "em_open":
            runs.append(Emphasis(_runs(tokens, language, space)))
        elif token.type == "strong_open":
            runs.append(Strong(_runs(tokens, language, space)))
        elif token.type == "link_open":
            words = _runs(tokens, language, space)
            runs.append(Outside(words, str(token.attrs["href"])))
        else:
            text = _letters(token, space)
            runs.append(Text(text, language) if language else text)
    return runs
