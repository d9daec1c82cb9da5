"""Volumes as books for e-readers (EPUB), each language by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from generators.corpus import addresses, downloads
from generators.corpus.corpus import Corpus
from generators.epub import book
from generators.epub.book import KINDS, Chapters
from generators.pdf import catalogue, factory
from generators.pdf.factory import Done, Press, Report, Shelf
from generators.text.sayings import Saying, say

SideBySide = Callable[[Callable[[str], list[Done]], Sequence[str]], Iterable[list[Done]]]
"""Does a work for each language, perhaps several at once, and gives the results in the order of languages."""


@dataclass(frozen=True)
class Books(Press):
    """EPUBs of the volumes of several chapters."""

    each: SideBySide = map
    folder: ClassVar = downloads.BOOKS
    suffix: ClassVar = "epub"
    kinds: ClassVar = say("expected the id of a mechanism or region, or compendium")
    address: ClassVar = staticmethod(addresses.book)

    def volumes(self, corpus: Corpus) -> tuple[str, ...]:
        """In the order of volumes."""
        return tuple(each for each in catalogue.volumes(corpus) if catalogue.split(each)[0] in KINDS)

    def make(self, shelf: Shelf, due: Sequence[tuple[str, str]]) -> Iterator[Done]:
        """In the order of languages; the source of a book is its bytes."""

        def work(language: str) -> list[Done]:
            chapters = Chapters(shelf.phrases[language], self.public.page(language, ""))
            return [self._made(shelf, chapters, volume, tag) for volume, tag in due if tag == language]

        for made in self.each(work, list(dict.fromkeys(language for _, language in due))):
            yield from (done for done in made if not shelf.same(*done[:3]))

    def _made(self, shelf: Shelf, chapters: Chapters, volume: str, language: str) -> Done:
        data, address = book.book(chapters, volume, self.public), addresses.book(volume, language)
        digest, known = sha256(data).hexdigest(), shelf.known.get(address)
        if known and known.source == digest:
            return Done(volume, language, digest)
        size, _ = factory.put(shelf.folder, address, data)
        return Done(volume, language, digest, 0, size, digest)

    def summary(self, report: Report) -> Saying:
        """Without pages: an e-reader makes its own."""
        return say(
            "{made} made, {unchanged} unchanged, {dropped} removed: {size} MB in {folder}/",
            made=report.made,
            unchanged=report.unchanged,
            dropped=report.dropped,
            size=f"{report.size / 1e6:.1f}",
            folder=self.folder,
        )
