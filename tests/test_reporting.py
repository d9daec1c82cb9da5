"""When the next report is due, which days are to come, and what a State was told."""

from __future__ import annotations

from datetime import date

import pytest
from small_records import CONVENTION, MECHANISM, PLAN, small_corpus, text

from generators.corpus import coming
from generators.corpus.corpus import Corpus
from generators.corpus.reporting import next_due
from generators.document.told import latest, told
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


# -- days to come --------------------------------------------------------------------------------------------

TODAY = date(2026, 11, 25)


@pytest.fixture
def small(corpus_of):
    """The corpus of some records alone, on the day of the tests."""

    def make(files: dict[str, str]) -> Corpus:
        plain = {"alpha/mechanism": MECHANISM.format("africa", "Alpha", "")}  # without a review
        corpus = small_corpus(corpus_of, plain | files)
        return Corpus(corpus.library, TODAY, corpus.languages)

    return make


def days(found: tuple[coming.Coming, ...]) -> list[tuple]:
    return [(each.what, each.day.text, *each.records) for each in found]


def test_days_of_the_last_year_and_to_come_in_order(small):
    """Plans that end (on their last day where they were extended), texts that enter into force, reports due;
    nothing of a year ago and before.
    """
    report = "reporting: {to: The court, by: states, every: {years: 2}, last: 2025}\n"
    corpus = small(
        {
            "alpha/a": text(PLAN, keys="period: {from: 2020, to: 2024, extended_to: 2028}\n"),
            "alpha/b": text(PLAN, keys="period: {from: 2020, to: 2025-11-24}\n"),
            "alpha/c": text(PLAN, keys="period: {from: 2020, to: 2025-11-25}\n"),
            "alpha/d": text(CONVENTION, "in-force", keys=f"in_force: 2027-03-01\n{report}"),
            "alpha/e": text(keys=report),
        }
    )
    assert days(coming.of_all(corpus)) == [
        ("period-to", "2025-11-25", "alpha/c"),
        ("report", "2027", "alpha/e"),
        ("in-force", "2027-03-01", "alpha/d"),
        ("extended-to", "2028", "alpha/a"),
    ]
    assert days(coming.still_to_come(corpus, coming.of_all(corpus)))[0][2] == "alpha/e"


def test_a_text_with_a_successor_has_no_days(small):
    """Nobody waits for the end of a plan that was replaced."""
    period = "adopted: {date: 2020}\nperiod: {from: 2020, to: 2030}\n"
    new = "adopted: {date: 2024}\nperiod: {from: 2024, to: 2031}\nrelations: {supersedes: [alpha/a]}\n"
    corpus = small({"alpha/a": text(PLAN, keys=period), "alpha/b": text(PLAN, keys=new)})
    assert days(coming.of_all(corpus)) == [("period-to", "2031", "alpha/b")]


def test_reviews_of_one_day_stand_together(small):
    """Of records and mechanisms; a reader of a calendar is told once a day."""
    review = "review: {due: 2027-05-24}\n"
    corpus = small(
        {
            "alpha/mechanism": MECHANISM.format("africa", "Alpha", review),
            "alpha/a": text(keys=review),
            "beta/b": text(keys=review),
        }
    )
    assert days(coming.of_all(corpus)) == [("review", "2027-05-24", "alpha", "alpha/a", "beta/b")]
    assert days(coming.of_mechanism(corpus, "alpha")) == []  # our own reviews alone are nobody's calendar
    assert coming.still_to_come(corpus, coming.of_all(corpus)) == ()


def test_a_state_has_the_days_of_what_is_for_it(small):
    """The day on which a text enters into force for it, the plans of its mechanisms, the reports that it
    owes, reviews of what it joined; not those of others.
    """
    plan = "period: {from: 2020, to: 2030}\nreview: {due: 2027-05-24}\n"
    treaty = (
        "in_force: 2010\nreview: {due: 2027-05-24}\n"
        "parties: {as_of: 2026, states: [{state: BEN, since: 2026-06, in_force_since: 2027-01-01}]}\n"
    )
    asks = "reporting: {to: The ministers, by: secretariat, every: {years: 1}, next: 2027}\n"
    corpus = small(
        {
            "alpha/mechanism": MECHANISM.format("africa", "Alpha", "members: [{state: BEN}]\n"),
            "alpha/a": text(PLAN, keys=plan + asks),
            "alpha/b": text(PLAN, keys=asks.replace("secretariat", "states")),
            "beta/a": text(PLAN, keys=plan),
            "beta/t": text(CONVENTION, "in-force", keys=treaty),
        }
    )
    assert days(coming.of_state(corpus, "BEN")) == [
        ("in-force", "2027-01-01", "beta/t"),
        ("report", "2027", "alpha/b"),
        ("review", "2027-05-24", "beta/t"),
        ("period-to", "2030", "alpha/a"),
    ]
    assert coming.of_state(corpus, "BEN")[0].state == "BEN"


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
