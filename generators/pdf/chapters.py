"""Mechanisms and records as chapters of larger volumes."""

from __future__ import annotations

from collections.abc import Iterator

from generators.document import mechanism, record, region, titles
from generators.document.phrases import Phrases
from generators.document.runs import Runs, joined
from generators.pdf.writer import PaperWriter, Part, chapter


def mechanism_chapters(phrases: Phrases, writer: PaperWriter, name: str, level: int = 1) -> Iterator[Part]:
    """A mechanism without its name; its sections stand at ``level``."""
    note = joined((phrases.beside_name(name), titles.translated(phrases, name)))
    yield from writer.titled(note, mechanism.document(phrases, name), level)


def record_chapters(
    phrases: Phrases, writer: PaperWriter, records: tuple[str, ...], level: int, *, new_page: bool
) -> Iterator[Part]:
    """A chapter for each of the records, with its title as a heading at ``level``."""
    for name in records:
        yield chapter(level, writer.runs(_heading(phrases, name)), name, new_page)
        note = titles.translated(phrases, name)
        yield from writer.titled(note, record.document(phrases, name), level + 1)


def _heading(phrases: Phrases, name: str) -> Runs:
    """A headline without the sign of its translation, for the contents too."""
    said = phrases.localizer.short(name) if name in phrases.corpus.records else phrases.localizer.title(name)
    return phrases.plain(said)


def region_chapters(
    phrases: Phrases, writer: PaperWriter, code: str, level: int, shown: set[str]
) -> Iterator[Part]:
    """A chapter for each mechanism of a region at ``level``, with its records below; ``shown`` grows by what
    was told, so that nothing is told twice.
    """
    for name in region.mechanisms(phrases, code):
        if name not in shown:
            records = tuple(each for each in phrases.corpus.records_of.get(name, ()) if each not in shown)
            shown |= {name, *records}
            yield chapter(level, writer.runs(_heading(phrases, name)), name, bool(records))
            yield from mechanism_chapters(phrases, writer, name, level + 1)
            yield from record_chapters(phrases, writer, records, level + 1, new_page=False)
