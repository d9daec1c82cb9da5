"""What follows for one record, whatever the language: its provisions by pillar, its lineage, the items
of the consultation that it answers. Worked out once for all languages; pages and PDFs are views of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from generators.corpus import status
from generators.corpus.corpus import Corpus
from generators.corpus.located import inverted
from generators.model.records import Provision


@dataclass(frozen=True, slots=True)
class OrderedProvision:
    """A provision with its anchor on the record's page, and its topics in the order of the vocabulary."""

    anchor: str
    provision: Provision
    topics: tuple[str, ...]


ByPillar = tuple[tuple[str, tuple[tuple[str, tuple[OrderedProvision, ...]], ...]], ...]
"""Pillars with their topics, topics with their provisions, all in the order of the vocabulary."""


def by_pillar(corpus: Corpus, record: str) -> ByPillar:
    """The provisions of a record under the first of their topics, topics under their pillars."""
    return corpus.cached(("by pillar", record), lambda: _by_pillar(corpus, record))


def _by_pillar(corpus: Corpus, record: str) -> ByPillar:
    words = corpus.vocabularies

    def topic_rank(code: str) -> int:
        return words.rank("topics", code)

    def pillar(topic: str) -> str:
        entry = words.of("topics").get(topic)
        return (entry and entry.pillar) or ""

    lines = [
        OrderedProvision(anchor, provision, tuple(sorted(provision.topics, key=topic_rank)))
        for anchor, provision in zip(
            corpus.anchors[record].provisions, corpus.records[record].provisions, strict=True
        )
    ]
    lines.sort(key=lambda line: (words.rank("pillars", pillar(line.topics[0])), topic_rank(line.topics[0])))
    by_topic = [(topic, tuple(each)) for topic, each in groupby(lines, key=lambda line: line.topics[0])]
    return tuple((code, tuple(each)) for code, each in groupby(by_topic, key=lambda pair: pillar(pair[0])))


def relations(corpus: Corpus, record: str) -> list[tuple[str, tuple[str, ...]]]:
    """Relations in both directions, by name: supersedes, is-to-supersede, superseded-by,
    is-to-be-superseded-by, amends, is-to-amend, amended-by, is-to-be-amended-by, implements, implemented-by
    and related (one list, whoever named the other); those that lead to no record are left out. Drafts and
    texts that wait to enter into force amend nothing yet.
    """
    own, inverse = corpus.records[record].relations, corpus.inverse
    line = corpus.supersession(record)
    related = tuple(dict.fromkeys((*own.related, *inverse["related"].get(record, ()))))
    amending = [other for other in inverse["amends"].get(record, ()) if other in corpus.records]
    done = [
        other for other in (record, *amending) if status.has_taken_effect(corpus.records[other], corpus.today)
    ]
    rows = [
        ("supersedes", line.supersedes),
        ("is-to-supersede", line.is_to_supersede),
        ("superseded-by", line.superseded_by),
        ("is-to-be-superseded-by", line.is_to_be_superseded_by),
        ("amends" if record in done else "is-to-amend", own.amends),
        ("amended-by", [other for other in amending if other in done]),
        ("is-to-be-amended-by", [other for other in amending if other not in done]),
        ("implements", own.implements),
        ("implemented-by", inverse["implements"].get(record, ())),
        ("related", related),
    ]
    known = ((name, tuple(other for other in others if other in corpus.records)) for name, others in rows)
    return [(name, others) for name, others in known if others]


def answered_items(corpus: Corpus, record: str) -> tuple[str, ...]:
    """The items of the Dakar consultation that a record answers."""
    return corpus.cached(("answered items",), lambda: _answered(corpus)).get(record, ())


def _answered(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    return inverted(
        (item, dict.fromkeys(answer.id for answer in each.answered_by)) for item, each in corpus.items.items()
    )


def region_of(corpus: Corpus, record: str) -> str:
    """The first region of a record; empty where it has none."""
    return next(iter(corpus.regions(record)), "")
