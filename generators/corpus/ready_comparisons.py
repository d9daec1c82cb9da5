"""Comparisons that readers need not put together.

They show what binds in each region, and texts with what took their place or amended them.
"""

from __future__ import annotations

from collections.abc import Mapping

from generators.corpus import order
from generators.corpus.corpus import Corpus
from generators.corpus.memo import once

MOST = 4
"""How many texts a comparison has at most (``comparison.js``)."""
_GLOBAL = "global"


@once
def by_region(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """For each region, the texts on trafficking that bind there today, next to the first
    of the whole world. A region with less than two texts is left out.
    """
    names: dict[str, list[str]] = {}
    for region in corpus.vocabularies.entries_of("regions"):
        names[region] = _binding_texts(corpus, region)
    worldwide = names.get(_GLOBAL, [])
    for region, texts in names.items():
        if region != _GLOBAL:
            names[region] = [*worldwide[:1], *texts]
    return {
        region: tuple(texts[:MOST]) for region, texts in names.items() if len(texts) > 1
    }


def _binding_texts(corpus: Corpus, region: str) -> list[str]:
    """The texts on trafficking that bind in a region, those on most topics first."""

    def place(name: str) -> tuple[int, str]:
        provisions = corpus.records[name].provisions
        topics = {topic for provision in provisions for topic in provision.topics}
        return -len(topics), name

    texts = [
        name
        for name, model in corpus.records.items()
        if model.about == "trafficking" and corpus.binds(name)
    ]
    return sorted((name for name in texts if corpus.region(name) == region), key=place)


@once
def before_and_after(corpus: Corpus) -> tuple[tuple[str, str], ...]:
    """Pairs of a text and the one that took its place or amended it, the newest first.
    General law is left out. A draft has taken no place, so it comes after nothing.
    """
    near, _ = order.apart(corpus, corpus.records)
    made = [name for name in near if corpus.group(name) != "proposed"]
    pairs = []
    for after in made:
        former = [before for before in _former_texts(corpus, after) if before in near]
        pairs += [(before, after) for before in former]
    return tuple(sorted(pairs, key=lambda pair: corpus.age(pair[1]), reverse=True))


def _former_texts(corpus: Corpus, record: str) -> dict[str, None]:
    """The texts whose place a record took, or which it amended."""
    relations = corpus.records[record].relations
    return dict.fromkeys((*relations.supersedes, *relations.amends))
