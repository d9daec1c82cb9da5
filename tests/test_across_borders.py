"""What the vocabulary marks as crossing borders."""

from __future__ import annotations

from generators.corpus import across_borders


def test_topics_of_marked_stages_come_first(corpus_with):
    """Topics that are marked, those of marked stages first; a topic of such a stage that is not marked is
    none of them.
    """
    stages = "instruments/vocabulary/stages.yml"
    corpus = corpus_with(
        base="world",
        replace={stages: {"topics: [assistance], across": "topics: [investigation, awareness], across"}},
    )
    assert across_borders.stages(corpus) == ("return",)
    assert across_borders.leading_topics(corpus) == ("investigation",)
    assert across_borders.topics(corpus) == ("investigation", "assistance")
