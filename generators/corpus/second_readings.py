"""Lines that were read again: which are drawn, and what was found, in numbers.

``second_reading_file`` reads what was found.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.corpus.order import NEIGHBOUR, nearness
from generators.corpus.second_reading_file import DIFFERENCES, UNREAD, SecondReading


class ReadingsOfDay(NamedTuple):
    """What a second reading of one day found, in numbers.

    ``agreeing`` of ``compared`` lines agree. ``unread`` could not be compared.
    ``differing`` counts the lines by what differs.
    """

    day: date
    reader: str
    compared: int
    agreeing: int
    unread: int
    differing: Mapping[str, int]


def drawn_lines(corpus: Corpus, seed: str, number: int) -> list[Located]:
    """So many lines by chance, of those on trafficking that were read in their text; all
    where there are fewer. One ``seed`` draws the same of the same records.
    """
    core: list[Located] = []
    for record in corpus.standards:
        for line in corpus.lines_of(record, "provisions"):
            is_near = nearness(corpus, record, line.line) != NEIGHBOUR
            was_read = corpus.confidence_of(record, line.line) == "verified"
            if is_near and was_read:
                core.append(line)
    core.sort(key=lambda line: line.place)
    if number >= len(core):
        return core
    return random.Random(seed).sample(core, number)


@once
def readings_by_day(corpus: Corpus) -> tuple[ReadingsOfDay, ...]:
    """The second readings in numbers, the newest day first."""
    by_day: dict[tuple[date, str], list[SecondReading]] = {}
    for reading in corpus.library.second_readings:
        by_day.setdefault((reading.day, reading.reader), []).append(reading)
    newest_first = sorted(by_day.items(), reverse=True)
    return tuple(
        _in_numbers(day, reader, readings) for (day, reader), readings in newest_first
    )


def _in_numbers(day: date, reader: str, readings: list[SecondReading]) -> ReadingsOfDay:
    """Second readings of one day by one kind of reader, in numbers."""
    unread = [reading for reading in readings if reading.differences == (UNREAD,)]
    agreeing = [reading for reading in readings if not reading.differences]
    differing = Counter(
        difference for reading in readings for difference in reading.differences
    )
    return ReadingsOfDay(
        day,
        reader,
        compared=len(readings) - len(unread),
        agreeing=len(agreeing),
        unread=len(unread),
        differing={kind: differing[kind] for kind in DIFFERENCES if differing[kind]},
    )
