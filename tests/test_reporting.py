"""When the next report is due, and what a State was told."""

from __future__ import annotations

import pytest

from generators.corpus.status import next_due
from generators.corpus.tables import latest, told
from generators.model.records import Reporting


def duty(**keys: object) -> Reporting:
    return Reporting.model_validate({"to": "The court", "by": "states", **keys})


@pytest.mark.parametrize(
    ("last", "every", "due"),
    [
        ("2024-05-31", {"years": "2"}, "2026-05-31"),
        ("2024-02-29", {"years": "1"}, "2025-02-28"),
        ("2024-08-31", {"months": "6"}, "2025-02-28"),
        ("2024-12", {"months": "1"}, "2025-01"),
        ("2024", {"years": "4"}, "2028"),
        ("2024-05", {"years": "1", "months": "6"}, "2025-11"),
        ("2024-12-30", {"days": "3"}, "2025-01-02"),
        # known less precisely than the interval asks
        ("2024", {"months": "6"}, None),
        ("2024", {"years": "1", "months": "6"}, None),
        ("2024-05", {"days": "30"}, None),
        ("2024-05-01", {"hours": "48"}, None),
        # no length of time
        ("2024", {"persons": "3"}, None),
    ],
)
def test_the_next_report_is_no_more_precise_than_the_last(last, every, due):
    """A year, month or day after the last report, at the end of a shorter month; None where that is not
    known.
    """
    found = next_due(duty(last=last, every=every))
    assert (found and (found.day.text, found.computed)) == (due and (due, True))


def test_what_a_text_names_is_not_worked_out():
    """A day that was read comes before one that follows; without a last report nothing follows."""
    found = next_due(duty(last="2024", every={"years": "2"}, next="2027-06-30"))
    assert (found.day.text, found.computed) == ("2027-06-30", False)
    assert next_due(duty(every={"years": "2"})) is None
    assert next_due(duty(last="2024")) is None


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
