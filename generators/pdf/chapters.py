"""Mechanisms and records as chapters of larger volumes."""

from __future__ import annotations

from collections.abc import Iterator

from generators.document import mechanism, record, region
from generators.document.phrases import Phrases
from generators.document.runs import joined
from generators.pdf.writer import PaperWriter, Part, chapter


def mechanism_chapters(say: Phrases, writer: PaperWriter, name: str, level: int = 1) -> Iterator[Part]:
    """A mechanism without its name; its sections stand at ``level``."""
    acronym = say.plain(say.localizer.short(name)) if say.corpus.mechanisms[name].acronyms else []
    note = joined((acronym, say.translation_note(say.localizer.title(name))))
    yield from writer.titled(note, mechanism.document(say, name), level)


def record_chapters(
    say: Phrases, writer: PaperWriter, records: tuple[str, ...], level: int, *, new_page: bool
) -> Iterator[Part]:
    """A chapter for each of the records, with its title as a heading at ``level``."""
    for name in records:
        title = say.localizer.title(name)
        yield chapter(level, writer.runs(say.plain(title)), name, new_page)
        yield from writer.titled(say.translation_note(title), record.document(say, name), level + 1)


def region_chapters(
    say: Phrases, writer: PaperWriter, code: str, level: int, shown: set[str]
) -> Iterator[Part]:
    """A chapter for each mechanism of a region at ``level``, with its records below; ``shown`` grows by what
    was told, so that nothing is told twice.
    """
    for name in region.mechanisms(say, code):
        if name not in shown:
            records = tuple(each for each in say.corpus.records_of.get(name, ()) if each not in shown)
            shown |= {name, *records}
            yield chapter(level, writer.runs(say.plain(say.localizer.title(name))), name, bool(records))
            yield from mechanism_chapters(say, writer, name, level + 1)
            yield from record_chapters(say, writer, records, level + 1, new_page=False)
