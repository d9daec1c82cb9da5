"""What leads among topics, and the language of a title."""

from __future__ import annotations

from generators.corpus import tables
from generators.corpus.located import MISSING, Localized
from generators.translate import texts

PLAN = (
    "kind: action-plan\ntype: plan\ntitle: New plan\nstatus: adopted\nbinding: false\nconfidence: recalled\n"
)


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


def test_a_title_published_in_other_languages_only_is_shown_as_missing(corpus_of):
    """Where the file's own language has no title, the first published one stands, in its language."""
    plan = PLAN.replace("title: New plan", "official_titles: {fr: Plan}")
    corpus = corpus_of({"instruments/alpha/plan.yml": plan})
    assert texts.title(corpus, "alpha/plan", "es") == Localized("Plan", "fr", MISSING)
