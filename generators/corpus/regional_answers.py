"""What each region answers on a topic: its first line, or which kind of absence there is."""

from __future__ import annotations

from dataclasses import dataclass

from generators.corpus import comparisons, order
from generators.corpus.corpus import Corpus
from generators.corpus.located import LocatedProvision


@dataclass(frozen=True, slots=True)
class RegionalAnswer:
    """What a region answers on a topic. ``leading`` is the first of its lines, None where none speaks;
    ``speaking`` how many of its records speak; then, how many there are of each of ``comparisons.ABSENCES``.
    """

    region: str
    leading: LocatedProvision | None
    speaking: int
    silent: int
    read_in_part: int
    unreadable: int
    unread: int


def regional_answers(corpus: Corpus, topic: str) -> tuple[RegionalAnswer, ...]:
    """What each region answers on a topic, in the order of the vocabulary. A record of two regions counts in
    both.
    """
    return corpus.cached(("regional answers", topic), lambda: _answers(corpus, topic))


def _answers(corpus: Corpus, topic: str) -> tuple[RegionalAnswer, ...]:
    found = comparisons.topic(corpus, topic)
    return tuple(_answer(corpus, found, region) for region in corpus.vocabularies.of("regions"))


def _answer(corpus: Corpus, found: comparisons.TopicComparison, region: str) -> RegionalAnswer:
    rows = [row for row in found.rows if region in corpus.regions(row.record)]
    lines = [line for row in rows for line in row.cells if _stands(corpus, line)]
    whom = order.Asked(region=region)
    return RegionalAnswer(
        region,
        min(lines, key=lambda line: order.key(corpus, line, found.topic, whom), default=None),
        len(rows),
        *(
            sum(region in corpus.regions(record) for record in getattr(found, kind))
            for kind in comparisons.ABSENCES
        ),
    )


def _stands(corpus: Corpus, line: LocatedProvision) -> bool:
    """Whether a line speaks today: not of a draft, nor of a text whose time is over."""
    return corpus.group(line.record) in ("standing", "pending")
