"""What the vocabulary marks as crossing borders."""

from __future__ import annotations

from generators.corpus import tables


def test_topics_of_marked_stages_come_first(corpus_with):
    """Topics that are marked, those of marked stages first; a topic of such a stage that is not marked is
    none of them.
    """
    stages = "instruments/vocabulary/stages.yml"
    corpus = corpus_with(
        base="world",
        replace={stages: {"topics: [assistance], across": "topics: [investigation, awareness], across"}},
    )
    assert tables.border_stages(corpus) == ("return",)
    assert tables.leading_topics(corpus) == ("investigation",)
    assert tables.border_topics(corpus) == ("investigation", "assistance")
