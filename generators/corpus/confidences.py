"""How sure a record is as a whole: what most of its lines earned, worked out from them and never typed."""

from __future__ import annotations

from collections import Counter

from generators.corpus.corpus import Corpus


def shown(corpus: Corpus, owner: str) -> str:
    """The confidence that is shown for a record, mechanism or item as a whole. A record's is the best that
    more than half of its provisions, steps, objectives and indicators have or exceed, and its own where it
    has no such lines.
    """
    return corpus.cached(("confidence shown", owner), lambda: _shown(corpus, owner))


def _shown(corpus: Corpus, owner: str) -> str:
    model = corpus.model(owner)
    lines = [
        line
        for key in ("provisions", "steps", "objectives", "indicators")
        for line in getattr(model, key, ())
    ]
    counted = Counter(corpus.confidence_of(owner, line) for line in lines)
    reached = 0
    for grade in corpus.vocabularies.of("confidences"):
        reached += counted[grade]
        if 2 * reached > len(lines):
            return grade
    return model.confidence
