"""The sentences that the front page shows for example: the first of the page that each leads to."""

from __future__ import annotations

from conftest import BASE
from small_records import CONVENTION, line, small_corpus, text

from generators.corpus import examples

_TOPICS = (BASE / "instruments" / "vocabulary" / "topics.yml").read_text("utf-8")


def _binding(lines: str, *states: str) -> str:
    listed = ", ".join(f"{{state: {state}, since: 2003}}" for state in states)
    return text(CONVENTION, "in-force", lines, f"in_force: 2001\nparties:\n  states: [{listed}]\n")


def test_between_two_states_stands_what_binds_both(corpus_of):
    """On the first topic across borders on which such a text speaks; a firmer text that binds one of them
    alone says nothing of the other.
    """
    marked = _TOPICS.replace("id: assistance,", "id: assistance, across_borders: true,")
    corpus = small_corpus(
        corpus_of,
        {
            "vocabulary/topics": marked,
            "alpha/both": _binding(line() + line("assistance", "permission"), "BEN", "TGO"),
            "alpha/one": _binding(line("assistance", "obligation"), "BEN"),
        },
    )
    found = examples.between(corpus, "BEN", "TGO")
    assert (found.record, found.provision.topics) == ("alpha/both", ("assistance",))
    assert examples.between(corpus, "BEN", "GHA") is None


def test_on_a_topic_stands_the_first_line_that_binds_the_state(corpus_of):
    """In the one order; where no text that binds it speaks, there is none."""
    lines = line("assistance", "permission") + line("assistance", "obligation")
    corpus = small_corpus(
        corpus_of, {"alpha/firm": _binding(lines, "BEN"), "alpha/soft": text(lines=line("assistance"))}
    )
    found = examples.on_topic(corpus, "assistance", "BEN")
    assert (found.record, found.provision.strength) == ("alpha/firm", "obligation")
    assert examples.on_topic(corpus, "assistance", "TGO") is None


def test_where_nothing_binds_there_is_no_first_step(corpus_of):
    """The page leaves the question out."""
    assert examples.first_step(small_corpus(corpus_of, {"alpha/a": text()}), "BEN") is None
