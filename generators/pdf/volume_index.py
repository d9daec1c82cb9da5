"""The index of a volume: texts by name and by official number, organisations, topics,
States and terms.

Each of its lines has the address of a page. The typesetter finds the pages of paper that
have the address, and leaves out what is not in the volume.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generators.corpus.addresses import Target, address
from generators.corpus.cldr import sort_key
from generators.document.phrases import Phrases
from generators.document.runs import Runs, letters
from generators.pdf.writer import PaperWriter, Part

_NUMBER = re.compile(r"(?:ILO )?([^;]+)")
"""The first of the numbers of a text, as readers look it up: those of the ILO without its
name.
"""

IndexLine = tuple[Runs, str]
"""The words of a line, and the address that it leads to."""


def index(phrases: Phrases, writer: PaperWriter) -> Iterator[Part]:
    """The index of a volume that has chapters; nothing for any other."""
    if not writer.targets:
        return
    mechanisms = phrases.corpus.mechanisms
    groups = (
        _group(writer, phrases.ui("Texts"), _text_lines(phrases)),
        _group(writer, phrases.ui("Organisations"), _name_lines(phrases, mechanisms)),
        _group(writer, phrases.ui("Topics"), _topic_lines(phrases)),
        _group(writer, phrases.ui("States"), _state_lines(phrases)),
        _group(writer, phrases.ui("Terms"), _term_lines(phrases)),
    )
    yield {"k": "index", "t": writer.runs(phrases.ui("Index")), "groups": list(groups)}


def _group(writer: PaperWriter, label: Runs, lines: Iterable[IndexLine]) -> Part:
    """A group of the index under its label, its lines in the order of the alphabet."""
    written_label = writer.runs(label)
    items: list[Part] = []
    for words, to in sorted(lines, key=_line_order):
        items.append({"t": writer.runs(words), "to": to})
    return {"t": written_label, "items": items}


def _line_order(line: IndexLine) -> tuple[str, str]:
    words, _ = line
    return sort_key(letters(words))


def _text_lines(phrases: Phrases) -> Iterator[IndexLine]:
    """Each text by its name; those with an official number by that too."""
    yield from _name_lines(phrases, phrases.corpus.records)
    for name, record in phrases.corpus.records.items():
        match = _NUMBER.match(record.number or "")
        if match:
            number = phrases.number_of(match[1])
            short = phrases.plain(phrases.localizer.short(name))
            yield phrases.labelled(number, short), address(Target("record", name))


def _name_lines(phrases: Phrases, names: Iterable[str]) -> Iterator[IndexLine]:
    """Records or mechanisms by their short names."""
    for name in names:
        short = phrases.plain(phrases.localizer.short(name))
        yield short, address(Target("record", name))


def _topic_lines(phrases: Phrases) -> Iterator[IndexLine]:
    for code in phrases.corpus.vocabularies.entries_of("topics"):
        yield phrases.label("topics", code), address(Target("topic", code))


def _term_lines(phrases: Phrases) -> Iterator[IndexLine]:
    for code in phrases.corpus.vocabularies.entries_of("terms"):
        yield phrases.label("terms", code), f"#{code}"


def _state_lines(phrases: Phrases) -> Iterator[IndexLine]:
    for code in phrases.corpus.all_states:
        yield [phrases.localizer.state(code)], address(Target("state", code))
