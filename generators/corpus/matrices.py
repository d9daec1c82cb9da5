"""Matrices whose columns are mechanisms: what they say on each topic, how they answer to the OHCHR Principles
and Guidelines, and for which of the common indicators they ask. No markup and no language here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from generators.corpus import order
from generators.corpus.comparisons import mechanism_sort_key
from generators.corpus.corpus import Corpus, once
from generators.corpus.located import LocatedProvision, grouped

Pair = tuple[str, str]
"""The code of a row, and a mechanism."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """``rows`` (codes of a list) × mechanisms. ``cells`` has what stands in each that is not empty;
    ``silent`` holds the pairs where all records of the mechanism were read in full and say nothing.
    """

    rows: tuple[str, ...]
    mechanisms: tuple[str, ...]
    cells: Mapping[Pair, Any]
    silent: frozenset[Pair] = frozenset()


class Asking(NamedTuple):
    """One who asks for a number: a record, or a mechanism (``owner``), with the place in it, and the anchor
    on its page (``anchor``, empty where there is none). ``measures`` says that an indicator of
    its own measures the number; ``binding``, that the text binds today.
    """

    owner: str
    anchor: str
    ref: str
    confidence: str
    binding: bool
    measures: bool


def _columns(corpus: Corpus, pairs: Iterable[Pair]) -> tuple[str, ...]:
    """The mechanisms of some pairs, in their order."""
    columns = {mechanism for _, mechanism in pairs if mechanism in corpus.mechanisms}
    return tuple(sorted(columns, key=lambda name: mechanism_sort_key(corpus, name)))


# -- topics --------------------------------------------------------------------------------------------------


@once
def topics(corpus: Corpus) -> Matrix:
    """The first provision of each mechanism on each topic (a ``LocatedProvision``); mechanisms without any
    provision are left out.
    """
    found = grouped(
        ((name, mechanism), placed)
        for name, each in corpus.by_topic.items()
        for placed in each
        for mechanism in corpus.adopters(placed.record)
    )
    columns = {mechanism for _, mechanism in found}
    return Matrix(
        tuple(corpus.vocabularies.of("topics")),
        _columns(corpus, found),
        {
            (name, owner): min(lines, key=lambda line: order.key(corpus, line, name))
            for (name, owner), lines in found.items()
        },
        frozenset((name, owner) for owner in columns for name in _silent(corpus, owner)),
    )


def _silent(corpus: Corpus, mechanism: str) -> set[str]:
    """The topics on which every record of a mechanism, read in full, says nothing."""
    return set.intersection(*(set(corpus.records[record].silent) for record in corpus.records_of[mechanism]))


# -- principles ----------------------------------------------------------------------------------------------


@once
def principles(corpus: Corpus) -> Matrix:
    """Of each mechanism the strongest provision on the topics that a principle bears on; it is silent where
    it is on each of them. A principle that bears on no topic has an empty row.
    """
    found, entries = topics(corpus), corpus.vocabularies.of("principles")
    cells: dict[Pair, LocatedProvision] = {}
    silent: set[Pair] = set()
    for code, entry in entries.items():
        for mechanism in found.mechanisms:
            pairs = [(topic, mechanism) for topic in entry.topics]
            if own := [found.cells[pair] for pair in pairs if pair in found.cells]:
                cells[code, mechanism] = _strongest(corpus, own)
            elif pairs and found.silent.issuperset(pairs):
                silent.add((code, mechanism))
    return Matrix(tuple(entries), found.mechanisms, cells, frozenset(silent))


def _strongest(corpus: Corpus, cells: list[LocatedProvision]) -> LocatedProvision:
    """What binds before what does not, then the stronger; of equal ones that on the topic named first."""

    def place(cell: LocatedProvision) -> tuple[bool, int]:
        strength = corpus.vocabularies.rank("strengths", cell.provision.strength)
        return (not corpus.binds(cell.record), strength)

    return min(cells, key=place)


def spread(corpus: Corpus, principle: str) -> tuple[int, int, int, int]:
    """How many mechanisms answer to a principle by a text that binds today, by one that does not alone; the
    texts of how many, all read in full, say nothing on any of its topics; and of how many nothing is known.
    """
    found = principles(corpus)
    pairs = [(principle, mechanism) for mechanism in found.mechanisms]
    answers = [corpus.binds(found.cells[pair].record) for pair in pairs if pair in found.cells]
    silent = sum(pair in found.silent for pair in pairs)
    return sum(answers), answers.count(False), silent, len(pairs) - len(answers) - silent


# -- indicators ----------------------------------------------------------------------------------------------


@once
def indicators(corpus: Corpus) -> Matrix:
    """Who asks for which of the common indicators: in each cell those who do (``Asking``), what binds first,
    then the surest.
    """
    cells: dict[Pair, list[Asking]] = defaultdict(list)
    rows, rank = tuple(corpus.vocabularies.of("indicators")), corpus.vocabularies.rank
    for code in rows:
        for each in asking(corpus, code):
            owners = corpus.adopters(each.owner) if each.owner in corpus.records else (each.owner,)
            for mechanism in owners:
                cells[code, mechanism].append(each)
    for each in cells.values():
        each.sort(key=lambda one: (not one.binding, rank("confidences", one.confidence)))
    return Matrix(rows, _columns(corpus, cells), cells)


@once
def asking(corpus: Corpus, indicator: str) -> tuple[Asking, ...]:
    """All who ask for a number: those that the list names, in its order, then plans that measure it."""
    return tuple(_asking(corpus, indicator))


def _asking(corpus: Corpus, indicator: str) -> Iterator[Asking]:
    for each in corpus.vocabularies.of("indicators")[indicator].asked_by:
        binding = each.id in corpus.records and corpus.binds(each.id)
        sure = each.confidence or corpus.model(each.id).confidence
        yield Asking(each.id, "", each.ref or "", sure, binding, measures=False)
    for name, model in corpus.records.items():
        own = [line for line in model.indicators if line.measures == indicator]
        if own:
            sure = corpus.confidence_of(name, own[0])
            yield Asking(name, "indicators", own[0].ref or "", sure, corpus.binds(name), measures=True)
