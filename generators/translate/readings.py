"""Whether somebody compared a line with its text, and whether its words are still those.

A line is known by its anchor and by a digest of its place, strength and words. The review
sheet works out the same digest (``answers/review/text.js``).
"""

from __future__ import annotations

from functools import cache

from generators.corpus.corpus import LINES, Corpus
from generators.corpus.located import AnyLine
from generators.model.readings import Reading
from generators.model.records import Indicator, Objective, Provision, Step
from generators.translate.texts import shown

_BASIS = 0x811C9DC5
_PRIME = 0x01000193
"""The numbers of the digest (FNV-1a of 32 bits): it tells words apart, and is no seal."""


def digest(*parts: str | None) -> str:
    """The digest of some texts, whatever blanks are between their words.

    >>> digest("Art. 13", "obligation", "30 days."), digest("")
    ('7c115194', '811c9dc5')
    """
    texts = (" ".join(part.split()) for part in parts if part)
    value = _BASIS
    for byte in "\n".join(texts).encode():
        value = (value ^ byte) * _PRIME % 2**32
    return f"{value:08x}"


def words_of(line: AnyLine) -> str:
    """What a line says, as it was typed."""
    return line.does if isinstance(line, Step) else line.says


def digest_of(line: AnyLine, language: str, words: str = "") -> str:
    """The digest of a line of a record that is written in a language.

    With ``words``, that of the line if it said these.
    """
    strength = line.strength if isinstance(line, Provision) else ""
    return _digest_as_shown(line.ref, strength, words or words_of(line), language)


@cache
def _digest_as_shown(ref: str | None, strength: str, words: str, language: str) -> str:
    """The digest of the parts of a line, with the signs that pages set in its words."""
    return digest(ref, strength, shown(words, language))


def _has_words(reading: Reading, digest_now: str) -> bool:
    """Whether a line with a digest is among those that somebody compared."""
    return any(checked.words == digest_now for checked in reading.lines)


def reading_of(corpus: Corpus, owner: str, line: object) -> Reading | None:
    """The last confirmed reading of a line, in the words that it has now.

    None where there is none, or for a value that is not a line of a record.
    """
    record = corpus.records.get(owner)
    if record is None or not record.checked_by:
        return None
    if not isinstance(line, Provision | Step | Objective | Indicator):
        return None
    digest_now = digest_of(line, record.language)
    readings = [
        reading
        for reading in record.checked_by
        if reading.confirmed and _has_words(reading, digest_now)
    ]
    return max(readings, key=lambda reading: reading.date.last, default=None)


def has_unread_lines(corpus: Corpus, record: str) -> bool:
    """Whether somebody who has the text of a record (its id) can check lines for us.

    That is so where nobody compared a line with it, or could not read all of it.
    """
    located_lines = [
        located for section in LINES for located in corpus.lines_of(record, section)
    ]
    if corpus.records[record].could_not_read and located_lines:
        return True
    return any(
        corpus.confidence_of(record, located.line) != "verified"
        and reading_of(corpus, record, located.line) is None
        for located in located_lines
    )
