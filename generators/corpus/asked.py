"""What some texts ask together, by topic: the line that answers best first, whoever reads it is bound by."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from generators.corpus import order
from generators.corpus.corpus import Corpus
from generators.corpus.located import LocatedProvision, grouped


@dataclass(frozen=True, slots=True)
class AskedOfTopic:
    """What some records say on a topic: the ``leading`` line, the lines by record, the records in the order
    of their first lines; ``general`` are those of general law that also applies, in the same order.
    """

    topic: str
    leading: LocatedProvision
    records: tuple[tuple[LocatedProvision, ...], ...]
    general: tuple[tuple[LocatedProvision, ...], ...]


Asked = tuple[tuple[str, tuple[AskedOfTopic, ...]], ...]
"""Pillars with their topics, both in the order of the vocabulary; topics without a line are left out."""


def asked_of(corpus: Corpus, state: str) -> Asked:
    """What the texts that bind a State (alpha-3 code) ask of it, by pillar and topic."""
    bound = corpus.bound_by(state)
    return corpus.cached(("asked of", state), lambda: asked(corpus, bound, order.Asked((state,))))


def asked(corpus: Corpus, records: Collection[str], whom: order.Asked = order.ANYONE) -> Asked:
    """What some records ask of whom they bind, by pillar and topic."""
    among = frozenset(records)
    found = [
        of_topic(corpus, topic, lines, whom)
        for topic, each in corpus.by_topic.items()
        if (lines := [line for line in each if line.record in among])
    ]
    topics = corpus.vocabularies.of("topics")
    found.sort(key=lambda each: corpus.vocabularies.rank("pillars", topics[each.topic].pillar or ""))
    by_pillar = groupby(found, key=lambda each: topics[each.topic].pillar or "")
    return tuple((pillar, tuple(each)) for pillar, each in by_pillar)


def of_topic(
    corpus: Corpus, topic: str, lines: Collection[LocatedProvision], whom: order.Asked = order.ANYONE
) -> AskedOfTopic:
    """Lines on a topic (at least one), in their order."""
    ordered, general = order.ordered(corpus, lines, topic, whom), order.general(corpus, topic)
    by_record = grouped((line.record, line) for line in ordered)
    near = (each for record, each in by_record.items() if record not in general)
    others = (each for record, each in by_record.items() if record in general)
    return AskedOfTopic(topic, ordered[0], tuple(near), tuple(others))
