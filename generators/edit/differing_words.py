"""Two versions of a text, each cut to the words that differ."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 200
"""So many letters of a text are shown."""
_WORDS_AROUND = 3
"""So many words are shown on both sides of what differs between two texts."""


def differing_parts(old_text: str, new_text: str) -> tuple[str, str]:
    """The part of each of two texts that differs, with a few words around it.

    >>> differing_parts("a b c d e f", "a b c d e g")
    ('… c d e f', '… c d e g')
    """
    old_words = old_text.split()
    new_words = new_text.split()
    start = _common_words(old_words, new_words)
    old_reversed = old_words[start:][::-1]
    new_reversed = new_words[start:][::-1]
    end = _common_words(old_reversed, new_reversed)
    return _part(old_words, start, end), _part(new_words, start, end)


def _common_words(old_words: Sequence[str], new_words: Sequence[str]) -> int:
    """How many words are the same at the beginning of both.

    >>> _common_words(["a", "b", "c"], ["a", "b", "d"])
    2
    """
    count = 0
    for old_word, new_word in zip(old_words, new_words, strict=False):
        if old_word != new_word:
            break
        count += 1
    return count


def _part(words: Sequence[str], start: int, end: int) -> str:
    """The words of a text without the first ``start`` and the last ``end`` of them.

    A few of these remain around it, and ``…`` is where others were left out.

    >>> _part(["a", "b", "c", "d", "e"], 4, 0)
    '… b c d e'
    """
    first = max(start - _WORDS_AROUND, 0)
    last = min(len(words) - end + _WORDS_AROUND, len(words))
    part = " ".join(words[first:last])
    before = "… " if first else ""
    after = " …" if last < len(words) else ""
    return f"{before}{part}{after}"


def shortened(text: str) -> str:
    """A text, cut after so many letters as are shown; ``…`` says that it was cut."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
