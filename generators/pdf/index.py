"""The index of a volume: its texts by name and by official number, organisations, topics, States and terms,
each with the address that the typesetter finds the pages of. What is not in a volume is left out there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generators.corpus.addresses import Target, address
from generators.corpus.cldr import sort_key
from generators.document.phrases import Phrases
from generators.document.runs import Runs, letters
from generators.pdf.writer import PaperWriter, Part

_OWN = re.compile(r"(?:ILO )?([^;]+)")
"""The first of the numbers of a text, as it is asked for: of the ILO without its name."""

Named = Iterable[tuple[Runs, str]]
"""What stands in an index, and the address that it leads to."""


def index(phrases: Phrases, writer: PaperWriter) -> Iterator[Part]:
    """The index of a volume with chapters; none of any other."""
    if writer.targets:
        groups = (
            (phrases.ui("Texts"), _texts(phrases)),
            (phrases.ui("Mechanisms"), _names(phrases, phrases.corpus.mechanisms)),
            (phrases.ui("Topics"), _entries(phrases, "topic", "topics")),
            (phrases.ui("States"), _states(phrases)),
            (phrases.ui("Terms"), _entries(phrases, "term", "terms")),
        )
        made = [{"t": writer.runs(label), "items": _items(writer, named)} for label, named in groups]
        yield {"k": "index", "t": writer.runs(phrases.ui("Index")), "groups": made}


def _items(writer: PaperWriter, named: Named) -> list[Part]:
    ordered = sorted(named, key=lambda each: sort_key(letters(each[0])))
    return [{"t": writer.runs(runs), "to": to} for runs, to in ordered]


def _texts(phrases: Phrases) -> Iterator[tuple[Runs, str]]:
    yield from _names(phrases, phrases.corpus.records)
    for name, model in phrases.corpus.records.items():
        if number := _OWN.match(model.number or ""):
            said = phrases.plain(phrases.localizer.short(name))
            yield phrases.labelled(phrases.number_of(number[1]), said), address(Target("record", name))


def _names(phrases: Phrases, owners: Iterable[str]) -> Iterator[tuple[Runs, str]]:
    for name in owners:
        yield phrases.plain(phrases.localizer.short(name)), address(Target("record", name))


def _entries(phrases: Phrases, kind: str, of: str) -> Iterator[tuple[Runs, str]]:
    for code in phrases.corpus.vocabularies.of(of):
        yield phrases.label(of, code), f"#{code}" if kind == "term" else address(Target(kind, code))


def _states(phrases: Phrases) -> Iterator[tuple[Runs, str]]:
    for code in phrases.corpus.all_states:
        yield [phrases.localizer.state(code)], address(Target("state", code))
