"""What each region answers on a topic: its strongest line, or which kind of absence there is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generators.corpus import comparisons
from generators.corpus.corpus import Corpus
from generators.corpus.groups import group_beside
from generators.corpus.located import LocatedProvision


@dataclass(frozen=True, slots=True)
class RegionalAnswer:
    """What a region answers on a topic. ``strongest`` is the strongest line of its records, None where none
    speaks; ``speaking`` how many of its records speak, ``silent`` how many were read in full and say nothing,
    ``unread`` of how many nothing is known.
    """

    region: str
    strongest: LocatedProvision | None
    speaking: int
    silent: int
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
    return RegionalAnswer(
        region,
        min(lines, key=lambda line: _order(corpus, line, found.topic), default=None),
        len(rows),
        sum(region in corpus.regions(record) for record in found.silent),
        sum(region in corpus.regions(record) for record in found.unread),
    )


def _stands(corpus: Corpus, line: LocatedProvision) -> bool:
    """Whether a line speaks today: not of a draft, nor of a text whose time is over."""
    return corpus.group(line.record) in ("standing", "pending")


def _order(corpus: Corpus, line: LocatedProvision, topic: str) -> tuple[bool, int, bool, bool, int, str]:
    """What binds first, then the stronger, then what holds for everyone, what gives a number, the newer
    text.
    """
    day = corpus.day(line.record)
    newest = -(day.first if day else date.min).toordinal()
    unmeasured = not (line.provision.value or line.provision.within)
    alone = bool(group_beside(corpus, line, topic))
    return (*comparisons.strength_order(corpus, line), alone, unmeasured, newest, line.record)
