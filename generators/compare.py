"""Comparisons as data, before they are tables: rows, cells, and the two kinds of absence kept apart.

A page, a spreadsheet and a PDF are views of the same object. No markup and no language here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generators.corpus import Corpus, Placed, PlacedStep
from generators.placed import inverted


@dataclass(frozen=True, slots=True)
class Row:
    """One record in a comparison: its provisions on the topic, strongest first."""

    record: str
    cells: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What every record says on one topic. ``rows`` by region, then force, then date; ``silent`` records say nothing, having been read in full;
    ``unread`` records have not been looked at for this topic.
    """

    topic: str
    rows: tuple[Row, ...]
    strengths: Mapping[str, int]
    silent: tuple[str, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """The strongest provision of a mechanism on a topic, and how many there are; ``binding`` where it stands in a text that binds today."""

    record: str
    anchor: str
    strength: str
    binding: bool
    ref: str
    grade: str
    count: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Topics × mechanisms. ``cells[topic, mechanism]`` is a sign; ``silent`` holds the pairs where all records of the mechanism were read in full
    and say nothing.
    """

    topics: tuple[str, ...]
    mechanisms: tuple[str, ...]
    cells: Mapping[tuple[str, str], Sign]
    silent: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a case across all SOPs, and the SOPs whose steps on it are not recorded."""

    stage: str
    rows: tuple[tuple[str, tuple[PlacedStep, ...]], ...]
    unread: tuple[str, ...]


def binds(corpus: Corpus, record: str) -> bool:
    """Whether a text binds today: one that is signed and not in force, or superseded, does not."""
    return corpus.records[record].binding and corpus.status(record) in ("in-force", "adopted", "extended")


def strength_order(corpus: Corpus, placed: Placed) -> tuple[bool, int]:
    """What binds today before what does not, then by strength."""
    return (not binds(corpus, placed.record), corpus.words.rank("strengths", placed.provision.strength))


def topic(corpus: Corpus, name: str) -> Topic:
    """Compare all records on one topic."""
    return corpus.once(("topic", name), lambda: _topic(corpus, name))


def _topic(corpus: Corpus, name: str) -> Topic:
    cells: dict[str, list[Placed]] = defaultdict(list)
    for placed in corpus.by_topic.get(name, ()):
        cells[placed.record].append(placed)
    rows = [Row(record, tuple(sorted(each, key=lambda placed: strength_order(corpus, placed)))) for record, each in cells.items()]
    rows.sort(key=lambda row: place(corpus, row.record))
    silent = {record for record, model in corpus.records.items() if name in model.silent}
    unread = [record for record in corpus.records if record not in cells and record not in silent]
    return Topic(
        topic=name,
        rows=tuple(rows),
        strengths=Counter(placed.provision.strength for row in rows for placed in row.cells),
        silent=tuple(sorted(silent, key=lambda record: place(corpus, record))),
        unread=tuple(sorted(unread, key=lambda record: place(corpus, record))),
    )


def place(corpus: Corpus, record: str) -> int:
    """The place of a record in a comparison, from 0: by region, force, date."""
    return corpus.once(("places",), lambda: _places(corpus))[record]


def _places(corpus: Corpus) -> Mapping[str, int]:
    ordered = sorted(corpus.records, key=lambda name: _order(corpus, name))
    return {name: number for number, name in enumerate(ordered)}


def _order(corpus: Corpus, record: str) -> tuple[int, bool, date, str]:
    regions = corpus.regions(record)
    region = corpus.words.rank("regions", regions[0]) if regions else len(corpus.words.of("regions"))
    return (region, not corpus.records[record].binding, *corpus.age(record))


def matrix(corpus: Corpus) -> Matrix:
    """The strongest provision of each mechanism on each topic; mechanisms without any provision are left out."""
    return corpus.once(("matrix",), lambda: _matrix(corpus))


def _matrix(corpus: Corpus) -> Matrix:
    found: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for name, each in corpus.by_topic.items():
        for placed in each:
            for mechanism in corpus.adopters(placed.record):
                found[name, mechanism].append(placed)
    columns = {mechanism for _, mechanism in found}
    return Matrix(
        topics=tuple(corpus.words.of("topics")),
        mechanisms=tuple(sorted((m for m in columns if m in corpus.mechanisms), key=lambda m: column(corpus, m))),
        cells={key: _strongest(corpus, each) for key, each in found.items()},
        silent=frozenset((name, owner) for owner in columns for name in _silent(corpus, owner)),
    )


def _silent(corpus: Corpus, mechanism: str) -> set[str]:
    """The topics on which every record of a mechanism, read in full, says nothing."""
    return set.intersection(*(set(corpus.records[record].silent) for record in corpus.records_of[mechanism]))


def matrix_of(corpus: Corpus, mechanism: str) -> list[tuple[str, Sign]]:
    """One mechanism's column of the matrix: the topics that its texts speak on, with the strongest provision."""
    found = matrix(corpus)
    return [(name, found.cells[name, mechanism]) for name in found.topics if (name, mechanism) in found.cells]


def developed(corpus: Corpus, mechanism: str) -> tuple[str, ...]:
    """The records that a mechanism developed and others adopted."""
    found = corpus.once(("developed",), lambda: inverted((name, model.developed_by) for name, model in corpus.records.items()))
    return found.get(mechanism, ())


def reported(corpus: Corpus, mechanism: str) -> tuple[str, ...]:
    """The records under which a mechanism receives reports."""
    duties = ((name, model.reporting.to_mechanism) for name, model in corpus.records.items() if model.reporting)
    found = corpus.once(("reported",), lambda: inverted((name, (to,)) for name, to in duties if to))
    return found.get(mechanism, ())


def column(corpus: Corpus, mechanism: str) -> tuple[int, bool, str]:
    """The order of mechanisms: region, then those that are no part of another one, then name."""
    regions = corpus.regions(mechanism)
    return (corpus.words.rank("regions", regions[0]) if regions else 99, bool(corpus.mechanisms[mechanism].part_of), mechanism)


def _strongest(corpus: Corpus, each: Iterable[Placed]) -> Sign:
    ordered = sorted(each, key=lambda placed: strength_order(corpus, placed))
    first = ordered[0]
    grade = corpus.grade(first.record, first.provision)
    return Sign(first.record, first.anchor, first.provision.strength, binds(corpus, first.record), first.provision.ref, grade, len(ordered))


def stage(corpus: Corpus, name: str) -> Stage:
    """Compare all SOPs on one stage of a case."""
    steps: dict[str, list[PlacedStep]] = defaultdict(list)
    for placed in corpus.by_stage.get(name, ()):
        steps[placed.record].append(placed)
    unread = [record for record, model in corpus.records.items() if model.kind == "sop" and record not in steps]
    rows = sorted(steps.items(), key=lambda pair: place(corpus, pair[0]))
    return Stage(name, tuple((record, tuple(each)) for record, each in rows), tuple(sorted(unread, key=lambda record: place(corpus, record))))


@dataclass(frozen=True, slots=True)
class Borne:
    """A topic that a principle bears on: how many records speak on it, and the strongest of their provisions."""

    topic: str
    count: int
    strongest: tuple[Placed, ...]


def borne(corpus: Corpus, principle: str) -> list[Borne]:
    """The topics that a principle bears on, with the three strongest provisions of each."""
    found = []
    for name in corpus.words.of("principles")[principle].topics:
        placed = sorted(corpus.by_topic[name], key=lambda each: strength_order(corpus, each))
        found.append(Borne(name, len({each.record for each in placed}), tuple(placed[:3])))
    return found
