"""Each chapter of a language written once, for all books that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generators.corpus import addresses
from generators.document import chapters, region, state
from generators.document.blocks import Blocks, Document
from generators.document.chapters import Chapter
from generators.document.phrases import Phrases
from generators.document.runs import Runs, letters
from generators.epub.writer import BookWriter
from generators.html.runs import READ
from generators.pdf import catalogue

_ID = re.compile(r' id="([^"]+)"')
_FACETS = re.compile(r' data-[a-z]+="[^"]*"')

KINDS = (catalogue.COMPENDIUM, catalogue.REGIONS, catalogue.MECHANISMS)
"""The kinds of volume that are books too: those of several chapters."""


class Written(NamedTuple):
    """A chapter as it stands in any book: its level in the contents, its title, the address of the page that
    it is a view of (empty: of none), what is said below its title, and the places in it that can be led to.
    ``read`` says whether somebody has read a translation in it.
    """

    level: int
    title: Runs
    page: str
    body: str
    places: frozenset[str]
    read: bool


class Chapters:
    """Writes the chapters of a language; ``base`` is the absolute address of its pages."""

    def __init__(self, phrases: Phrases, base: str) -> None:
        self.phrases = phrases
        self.writer = BookWriter(phrases.localizer.direction, phrases.localizer.colon, base)
        self._kept: dict[tuple[str, str], Written] = {}

    def of(self, volume: str) -> Iterator[Written]:
        """The chapters of a volume of one of ``KINDS``, in order."""
        for chapter in self._of(*catalogue.split(volume)):
            key = addresses.address(chapter.target), letters(chapter.title)
            if key not in self._kept:
                self._kept[key] = self._write(chapter)
            yield self._kept[key]._replace(level=chapter.level)

    def title(self, runs: Runs) -> str:
        """A title of a chapter, as headings and contents have it: in its own language."""
        return self.writer.runs(runs)

    def blocks(self, blocks: Blocks) -> str:
        """What is said of a book itself; sections stand at level 2."""
        return self.writer.blocks(blocks, 2)

    def _of(self, kind: str, name: str) -> Iterator[Chapter]:
        phrases = self.phrases
        if kind == catalogue.COMPENDIUM:
            yield from chapters.comparisons(phrases)
            yield from chapters.regions(phrases)
            yield from self._states()
            yield from chapters.explained(phrases)
        elif kind == catalogue.REGIONS:
            made = region.document(phrases, name, with_records=False)
            label = phrases.label("regions", name)
            yield Chapter(1, label, made, addresses.Target("region", name))
            yield from chapters.of_region(phrases, name, 1, set())
        else:
            own = phrases.corpus.records_of.get(name, ())
            title = phrases.plain(phrases.localizer.title(name))
            made = chapters.of_mechanism(phrases, name)
            yield Chapter(1, title, made, addresses.Target("record", name))
            yield from chapters.records(phrases, own, 1, begins_page=True)

    def _states(self) -> Iterator[Chapter]:
        """A chapter a State, for the contents are how a reader finds one; paper has a row for each."""
        phrases = self.phrases
        yield Chapter(1, phrases.ui("States"), Document((), ()), addresses.Target("page", "states"))
        for code in chapters.ordered_states(phrases):
            name, target = [phrases.localizer.state(code)], addresses.Target("state", code)
            yield Chapter(2, name, state.brief(phrases, code), target)

    def _write(self, chapter: Chapter) -> Written:
        said: Document = chapter.document
        body = self.blocks([*said.head, *said.aside, *said.sections])
        places = frozenset(_ID.findall(body))
        return Written(
            chapter.level,
            chapter.title,
            addresses.address(chapter.target),
            _FACETS.sub("", body.replace(READ, "")),
            places,
            READ in body,
        )
