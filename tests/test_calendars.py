"""Calendars as a program reads them: RFC 5545, stable, and what the pages say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from icalendar import Calendar
from small_records import CONVENTION, MECHANISM, PLAN, small_corpus, text

from generators import data
from generators.corpus.coming import Coming
from generators.corpus.corpus import Corpus
from generators.data.calendars import event_id
from generators.text import partial_dates
from tests.conftest import LANGUAGES

BASE = "https://example.org/compendium/"
ALL = "monitoring/calendar.ics"
OF_ALPHA = "instruments/alpha/calendar.ics"
PROPERTIES = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "TRANSP"}


def calendars(corpus: Corpus, language: str = "en", base: str = BASE) -> dict[str, bytes]:
    """The calendars of a language, by path."""
    writers = data.writers(corpus, language, base)
    return {path: write() for path, write in writers.items() if path.endswith(".ics")}


def corpus_of_alpha(
    corpus_of: Callable[..., Corpus], records: dict[str, str] | None = None
) -> Corpus:
    """The corpus of the mechanism Alpha and of some records, without a review."""
    mechanism = MECHANISM.format("africa", "Alpha", "")
    return small_corpus(corpus_of, {"alpha/mechanism": mechanism, **(records or {})})


def events(content: bytes) -> list[dict[str, str]]:
    """The events of a calendar: their properties as texts."""
    return [
        {name: str(value) for name, value in event.items()}
        for event in Calendar.from_ical(content).events
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_is_what_rfc_5545_asks_for(world, language):
    """Each event has an id, a stamp and days without a time; the frame says whose it is.
    How lines end and fold is the library's.
    """
    contents = calendars(world, language)
    assert {ALL, OF_ALPHA} <= contents.keys()
    assert not any(path.startswith("states/") for path in contents)
    for content in contents.values():
        calendar = Calendar.from_ical(content)
        assert calendar["version"] == "2.0"
        assert calendar["calscale"] == "GREGORIAN"
        assert calendar["prodid"].endswith(f"//{language.upper()}")
        assert calendar.events
        for event in calendar.events:
            assert event.keys() >= PROPERTIES
            assert type(event["dtstart"].dt) is date
            assert event["dtstart"].dt < event["dtend"].dt
        ids = [str(event["uid"]) for event in calendar.events]
        assert len(set(ids)) == len(ids)


def test_an_event_takes_one_day_and_says_what_is_not_known(corpus_of):
    """A year is its last day. What leads to the record is an address of the site."""
    records = {
        "alpha/a": text(PLAN, keys="period: {from: 2020, to: 2028}\n"),
        "alpha/b": text(CONVENTION, "in-force", keys="in_force: 2027-03-01\n"),
    }
    corpus = corpus_of_alpha(corpus_of, records)
    of_day, of_year = Calendar.from_ical(calendars(corpus)[ALL]).events
    assert of_day["dtstart"].dt == date(2027, 3, 1)
    assert of_day["dtend"].dt == date(2027, 3, 2)
    assert "not known" not in of_day["description"]
    assert of_year["dtstart"].dt == date(2028, 12, 31)
    assert of_year["dtend"].dt == date(2029, 1, 1)
    assert of_year["url"] == f"{BASE}instruments/alpha/a/"
    assert "2028: the exact day is not known." in of_year["description"]
    without_site = Calendar.from_ical(calendars(corpus, base="")[ALL])
    assert "url" not in without_site.events[0]


@pytest.mark.parametrize(
    ("ends", "days"),
    [
        ("2025", []),
        ("2026-10", []),
        ("2026-11", ["2026-11-30"]),
        ("2026", ["2026-12-31"]),
    ],
)
def test_what_is_over_is_no_event(corpus_of, ends: str, days: list[str]):
    """The day of the data is 24 November 2026: its own month and year still run."""
    plan = text(PLAN, keys=f"period: {{from: 2020, to: {ends}}}\n")
    content = calendars(corpus_of_alpha(corpus_of, {"alpha/a": plan})).get(ALL)
    found = Calendar.from_ical(content).events if content else []
    assert [event["dtstart"].dt.isoformat() for event in found] == days


def test_a_report_alone_says_to_whom(corpus_of):
    """The end of a plan under which reports are owed is none."""
    period = "period: {from: 2020, to: 2028}\n"
    duty = "reporting: {to: The court, by: states, next: 2027}\n"
    corpus = corpus_of_alpha(corpus_of, {"alpha/a": text(PLAN, keys=period + duty)})
    report, end_of_plan = events(calendars(corpus)[ALL])
    assert "The court" in report["DESCRIPTION"]
    assert "The court" not in end_of_plan["DESCRIPTION"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "keys",
    [
        "period: {from: 2020, to: 2028}\n",
        "period: {from: 2021, to: 2029-06}\nshort_title: Other\n",
    ],
)
def test_ids_stay(corpus_of, keys, language):
    """Whatever the language, the day of the build and the rest of the record, an event
    keeps its id.
    """
    corpus = corpus_of_alpha(corpus_of, {"alpha/a": text(PLAN, keys=keys)})
    ids = [event["UID"] for event in events(calendars(corpus, language)[ALL])]
    assert ids == ["period-to.alpha.a@dakar-compendium"]


@pytest.mark.parametrize(
    ("what", "day", "records", "owner", "expected"),
    [
        ("report", "2027", ("alpha/a-b",), "", "report.alpha.a-b"),
        ("review", "2027-05-24", ("alpha/a", "beta"), "", "review.2027-05-24"),
        ("review", "2027-05-24", ("alpha/a", "beta"), "alpha", "review.2027-05-24.alpha"),
    ],
)
def test_an_id_says_what_happens_to_what(what, day, records, owner, expected):
    """Each calendar has reviews in groups of its own."""
    coming = Coming(what, partial_dates.parse(day), records)
    assert event_id(coming, owner) == f"{expected}@dakar-compendium"


def test_a_mechanism_without_days_has_no_calendar(corpus_of):
    """Neither file nor link nor word in its data."""
    corpus = corpus_of_alpha(corpus_of)
    assert calendars(corpus) == {}
    assert not any("calendar" in path for path in data.writers(corpus, "en"))


def test_a_calendar_says_what_the_page_says(world):
    """Each day on the page of a mechanism is an event of its calendar, and so are
    reviews.
    """
    summaries = [event["SUMMARY"] for event in events(calendars(world)[OF_ALPHA])]
    assert summaries == [
        "Next review due: 1 text",
        "Report due: Second plan of the Alpha Community",
        "Report due: Alpha Convention",
        "Next review due: 2 texts",
        "Extended to: Second plan of the Alpha Community",
    ]
