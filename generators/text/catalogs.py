"""What a catalog holds once it is read: its translations with their states, by the texts that they are of.

A catalog from memory makes its entries when somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from zlib import compress, decompress

from generators.text.memory import packed, unpacked

REVIEWED, UNREVIEWED, STALE = "reviewed", "unreviewed", "stale"

Key = tuple[str, str]  # context (empty where there is none), msgid


@dataclass(frozen=True, slots=True)
class Translation:
    """One entry: its text (or its plural forms, and what is translated by them), its state, its line in the
    file, and the places that the text stands at.
    """

    text: str
    state: str
    line: int
    places: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    previous: str = ""
    comment: str = ""
    msgid_plural: str = ""


@dataclass(frozen=True)
class Catalog:
    """All translations of one folder into one language, by context and msgid; those that are obsolete by the
    text that they translate, never stale. ``letters`` are all characters beside ASCII that stand in a
    translation; ``digest`` is that of the file, empty where it was read from none. ``reviewers`` are those
    who wish to be named for their work; ``empty`` are the lines of texts without a translation.
    """

    path: str
    language: str
    entries: Mapping[Key, Translation]
    obsolete: Mapping[Key, Translation] = field(default_factory=dict)
    letters: str = ""
    digest: str = ""
    reviewers: tuple[str, ...] = ()
    empty: Mapping[Key, int] = field(default_factory=dict)

    def find(self, text: str, context: str = "") -> Translation | None:
        """The translation of a text, whatever its state; None where there is none or it is empty."""
        return self.entries.get((context, text))

    def apart(self) -> Catalog:
        """The same catalog for somebody who looks at it once: what is made of it for them goes with it."""
        return self


class Remembered(Catalog):
    """A catalog from memory, whose entries are made when somebody asks for them: who looks at one record
    waits for no more than its own.
    """

    def __init__(self, path: str, language: str, digest: str, held: tuple) -> None:
        letters, reviewers, empty, rows = held
        vars(self).update(path=path, language=language, letters=letters, digest=digest, _rows=rows)
        lines = {(context, msgid): line for context, msgid, line in empty}
        vars(self).update(reviewers=tuple(reviewers), empty=lines)

    def apart(self) -> Catalog:
        """See ``Catalog``."""
        own = vars(self)
        empty = [(*key, line) for key, line in self.empty.items()]
        held = (self.letters, self.reviewers, empty, own.get("_rows"))
        return Remembered(self.path, self.language, self.digest, held) if "_rows" in own else self

    @cached_property
    def _both(self) -> tuple[Mapping[Key, Translation], Mapping[Key, Translation]]:
        entries, obsolete = {}, {}
        for gone, context, msgid, *rest in unpacked(decompress(vars(self).pop("_rows"))):
            (obsolete if gone else entries)[context, msgid] = Translation(*rest)
        return entries, obsolete

    entries = cached_property(lambda self: self._both[0])
    obsolete = cached_property(lambda self: self._both[1])


def rows(values: Iterable[tuple]) -> bytes:
    """The rows of a catalog as it holds them until somebody asks: of seven languages hardly anybody asks for
    all, and packed tightly they take a quarter.
    """
    return compress(packed(list(values)), 1)
