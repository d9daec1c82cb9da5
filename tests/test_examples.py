"""The sentences that the front page shows for example: the first of the page that each leads to."""

from __future__ import annotations

from small_records import CONVENTION, line, small_corpus, text

from generators.corpus import examples


def _binding(lines: str, *states: str) -> str:
    listed = ", ".join(f"{{state: {state}, since: 2003}}" for state in states)
    return text(CONVENTION, "in-force", lines, f"in_force: 2001\nparties:\n  states: [{listed}]\n")


def test_on_a_topic_stands_the_first_line_that_binds_the_state(corpus_of):
    """In the one order; where no text that binds it speaks, there is none."""
    lines = line("assistance", "permission") + line("assistance", "obligation")
    corpus = small_corpus(
        corpus_of, {"alpha/firm": _binding(lines, "BEN"), "alpha/soft": text(lines=line("assistance"))}
    )
    found = examples.on_topic(corpus, "assistance", "BEN")
    assert (found.record, found.provision.strength) == ("alpha/firm", "obligation")
    assert examples.on_topic(corpus, "assistance", "TGO") is None
