"""The first sentence of an answer, for those that the front page shows for example; and the newest texts."""

from __future__ import annotations

from collections.abc import Collection

from generators.corpus import order, route
from generators.corpus.corpus import Corpus
from generators.corpus.first_days import Asking, first_days
from generators.corpus.located import LocatedProvision


def between(corpus: Corpus, *states: str) -> LocatedProvision | None:
    """What stands first of the texts that bind all of some States (alpha-3 codes), on the first topic across
    borders on which they speak; None where none does.
    """
    bound = frozenset.intersection(*(frozenset(corpus.bound_by(state)) for state in states))
    firsts = (_first(corpus, topic, bound, states) for topic in route.border_topics(corpus))
    return next(filter(None, firsts), None)


def on_topic(corpus: Corpus, topic: str, state: str) -> LocatedProvision | None:
    """What stands first of the texts that bind a State on a topic; None where none speaks on it."""
    return _first(corpus, topic, corpus.bound_by(state), (state,))


def _first(
    corpus: Corpus, topic: str, records: Collection[str], states: tuple[str, ...]
) -> LocatedProvision | None:
    lines = (line for line in corpus.by_topic.get(topic, ()) if line.record in records)
    whom = order.Asked(states)
    return min(lines, key=lambda line: order.key(corpus, line, topic, whom), default=None)


def first_step(corpus: Corpus, state: str) -> Asking | None:
    """The line that leads the first step of the first days in a State; None where no text speaks on any."""
    return next((step.leading[0] for step in first_days(corpus, state) if step.leading), None)


def newest(corpus: Corpus) -> list[str]:
    """Records that are dated and neither drafts nor superseded, the newest first."""
    known = (
        name for name in corpus.records if corpus.day(name) and corpus.group(name) in ("pending", "standing")
    )
    return sorted(known, key=corpus.age, reverse=True)
