"""The first sentence of an answer, for those that the front page shows for example; and the newest texts."""

from __future__ import annotations

from generators.corpus import order
from generators.corpus.corpus import Corpus
from generators.corpus.located import LocatedProvision


def on_topic(corpus: Corpus, topic: str, state: str) -> LocatedProvision | None:
    """What stands first of the texts that bind a State (alpha-3 code) on a topic; None where none speaks."""
    bound, whom = corpus.bound_by(state), order.Asked((state,))
    lines = (line for line in corpus.by_topic.get(topic, ()) if line.record in bound)
    return min(lines, key=lambda line: order.key(corpus, line, topic, whom), default=None)


def newest(corpus: Corpus) -> list[str]:
    """Records that are dated and neither drafts nor superseded, the newest first."""
    known = (
        name for name in corpus.records if corpus.day(name) and corpus.group(name) in ("pending", "standing")
    )
    return sorted(known, key=corpus.age, reverse=True)
