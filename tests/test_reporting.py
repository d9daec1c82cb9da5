"""What a State was told."""

from __future__ import annotations

from generators.corpus.tables import latest, told

COURT = """\
kind: treaty-body
regions: [africa]
official_names: {en: Court}
confidence: recalled
reviews:
  - {state: BEN, what: evaluation, round: 1, date: 2014-05, confidence: reported, url: "https://a.org/1"}
  - {state: BEN, what: evaluation, round: 2, date: 2020, confidence: reported, url: "https://a.org/2"}
  - {state: BEN, what: case, by: Chamber, date: 2020-06-30, confidence: reported, url: "https://a.org/3"}
  - {state: BEN, what: case, by: Chamber, date: 2011, confidence: reported, url: "https://a.org/4"}
"""
COUNCIL = COURT.replace("Court", "Council").replace("2014-05", "2023-02")


def test_the_newest_of_each_body_and_of_each_organ_comes_first(corpus_of):
    """A year counts by its last day, for nobody knows that it is not the newest."""
    corpus = corpus_of(
        {"instruments/court/mechanism.yml": COURT, "instruments/council/mechanism.yml": COUNCIL}
    )
    lines = [each for each in told(corpus, "BEN") if each.mechanism == "court"]
    assert [each.review.url[-1] for each in lines] == ["2", "3", "1", "4"]
    assert [(each.mechanism, each.review.url[-1]) for each in latest(told(corpus, "BEN"))] == [
        ("council", "1"),
        ("court", "2"),
        ("council", "3"),
        ("court", "3"),
    ]


def test_each_text_under_which_a_state_is_reviewed_has_its_newest(corpus_of):
    """Two conventions are two reviews, of one body."""
    under = COURT.replace("round: 1,", "under: alpha/convention-2005,")
    lines = told(corpus_of({"instruments/court/mechanism.yml": under}), "BEN")
    assert [each.review.url[-1] for each in latest(lines)] == ["2", "3", "1"]


def test_of_a_state_without_a_line_nothing_is_told(corpus_of):
    """Neither that it was told nothing."""
    corpus = corpus_of({"instruments/court/mechanism.yml": COURT})
    assert told(corpus, "GHA") == ()
