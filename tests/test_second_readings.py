"""Lines that are drawn to be read again."""

from __future__ import annotations

from collections.abc import Callable

from generators.corpus.corpus import Corpus
from generators.corpus.second_readings import drawn_lines

TEXT = """\
kind: instrument
type: convention
official_titles: {en: Alpha Convention}
status: in-force
binding: true
about: trafficking
sources: [{title: The text, kind: primary, url: https://example.org/, seen: 2026-11-20}]
confidence: verified
provisions:
  - {topics: [assistance], ref: Art. 1, strength: obligation, says: Food.}
  - {topics: [assistance], ref: Art. 2, strength: obligation, says: Care.}
  - {topics: [assistance], ref: Art. 3, strength: obligation, says: Shelter.}
  - {topics: [assistance], ref: Art. 4, strength: obligation, says: A, confidence: recalled}
"""


def test_lines_are_drawn_by_a_seed(corpus_of: Callable[..., Corpus]):
    """The same seed draws the same lines, another one others; those that nobody read in
    the text are not drawn, nor general law.
    """
    law = TEXT.replace("about: trafficking", "about: neighbour")
    corpus = corpus_of(
        {"instruments/alpha/law.yml": TEXT, "instruments/alpha/general.yml": law},
        ["instruments/alpha/convention.yml"],
    )
    whole = {line.place for line in drawn_lines(corpus, "a", 9)}
    assert whole == {"alpha/law#art-1", "alpha/law#art-2", "alpha/law#art-3"}
    draws = {
        seed: [line.place for line in drawn_lines(corpus, seed, 2)] for seed in "abcdef"
    }
    assert draws["a"] == [line.place for line in drawn_lines(corpus, "a", 2)]
    assert len({tuple(draw) for draw in draws.values()}) > 1
