"""What some texts ask together, by topic: the strongest line first, whoever reads it is bound by."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generators.corpus.corpus import Corpus
from generators.corpus.groups import group_beside
from generators.corpus.located import LocatedProvision


@dataclass(frozen=True, slots=True)
class AskedOfTopic:
    """What some records say on a topic: the ``strongest`` line, and all lines by record, the records with the
    strongest first.
    """

    topic: str
    strongest: LocatedProvision
    records: tuple[tuple[LocatedProvision, ...], ...]


Asked = tuple[tuple[str, tuple[AskedOfTopic, ...]], ...]
"""Pillars with their topics, both in the order of the vocabulary; topics without a line are left out."""


def asked(corpus: Corpus, records: Collection[str]) -> Asked:
    """What some records ask, by pillar and topic."""
    among = frozenset(records)
    found = [
        _of_topic(corpus, topic, lines)
        for topic, each in corpus.by_topic.items()
        if (lines := [line for line in each if line.record in among])
    ]
    topics = corpus.vocabularies.of("topics")
    found.sort(key=lambda each: corpus.vocabularies.rank("pillars", topics[each.topic].pillar or ""))
    by_pillar = groupby(found, key=lambda each: topics[each.topic].pillar or "")
    return tuple((pillar, tuple(each)) for pillar, each in by_pillar)


def _of_topic(corpus: Corpus, topic: str, lines: list[LocatedProvision]) -> AskedOfTopic:
    ordered = sorted(lines, key=lambda line: _strength(corpus, topic, line))
    by_record: dict[str, list[LocatedProvision]] = {}
    for line in ordered:
        by_record.setdefault(line.record, []).append(line)
    return AskedOfTopic(topic, ordered[0], tuple(tuple(each) for each in by_record.values()))


def _strength(corpus: Corpus, topic: str, line: LocatedProvision) -> tuple[int, bool, bool, int, str]:
    """Stronger lines first; of equal ones those that hold for everyone, then those whose first topic this is,
    then those of the newer text.
    """
    day = corpus.day(line.record)
    return (
        corpus.vocabularies.rank("strengths", line.provision.strength),
        bool(group_beside(corpus, line, topic)),
        line.provision.topics[0] != topic,
        -(day.first if day else date.min).toordinal(),
        line.record,
    )
