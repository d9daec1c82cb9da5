"""The way of a case by phase, and how many texts speak on each of its stages."""

from __future__ import annotations

from small_records import line, small_corpus, text

from generators.corpus.route import StageOnRoute, route


def test_stages_stand_in_their_phases_with_what_holds_today(corpus_of):
    """A draft and what is over count for nothing; a text counts once."""
    found = route(
        small_corpus(
            corpus_of,
            {
                "alpha/treaty": text("instrument convention true", "in-force", line() + line()),
                "alpha/policy": text(lines=line()),
                "alpha/draft": text(status="draft", lines=line()),
            },
        )
    )
    assert found == (
        ("begin", (StageOnRoute("identification", 1, 0, 2, 1),)),
        ("end", (StageOnRoute("return", 2, 0, 0, 0),)),
    )
