"""Calendars as a program reads them: RFC 5545, stable, and what the pages say."""

from __future__ import annotations

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
ALL, OF_ALPHA = "monitoring/calendar.ics", "instruments/alpha/calendar.ics"


def calendars(corpus: Corpus, language: str = "en", base: str = BASE) -> dict[str, bytes]:
    """The calendars of a language, by path."""
    written = data.writers(corpus, language, base)
    return {path: write() for path, write in written.items() if path.endswith(".ics")}


def small(corpus_of, files: dict[str, str]) -> Corpus:
    """The corpus of some records alone, without a review."""
    return small_corpus(
        corpus_of, {"alpha/mechanism": MECHANISM.format("africa", "Alpha", ""), **files}
    )


def events(content: bytes) -> list[dict[str, str]]:
    """The events of a calendar: their properties as texts."""
    return [
        {name: str(value) for name, value in each.items()}
        for each in Calendar.from_ical(content).events
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_is_what_rfc_5545_asks_for(world, language):
    """Each event has an id, a stamp and days without a time; the frame says whose it is.
    How lines end and fold is the library's.
    """
    found = calendars(world, language)
    assert {ALL, OF_ALPHA} <= set(found)
    assert not any(path.startswith("states/") for path in found)
    for content in found.values():
        read = Calendar.from_ical(content)
        assert (read["version"], read["calscale"]) == ("2.0", "GREGORIAN")
        assert read["prodid"].endswith(f"//{language.upper()}")
        assert read.events
        for event in read.events:
            assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "TRANSP"} <= set(
                event
            )
            assert type(event["dtstart"].dt) is date
            assert event["dtstart"].dt < event["dtend"].dt
        ids = [str(event["uid"]) for event in read.events]
        assert len(set(ids)) == len(ids)


def test_what_is_known_of_a_day_is_how_long_its_event_takes(corpus_of):
    """A year takes its year, a day ends on the next; what leads to the record is an
    address of the site.
    """
    corpus = small(
        corpus_of,
        {
            "alpha/a": text(PLAN, keys="period: {from: 2020, to: 2028}\n"),
            "alpha/b": text(CONVENTION, "in-force", keys="in_force: 2027-03-01\n"),
        },
    )
    first, second = Calendar.from_ical(calendars(corpus)[ALL]).events
    assert (first["dtstart"].dt, first["dtend"].dt) == (
        date(2027, 3, 1),
        date(2027, 3, 2),
    )
    assert (second["dtstart"].dt, second["dtend"].dt) == (
        date(2028, 1, 1),
        date(2029, 1, 1),
    )
    assert second["url"] == f"{BASE}instruments/alpha/a/"
    assert "2028" in second["description"]
    assert "url" not in Calendar.from_ical(calendars(corpus, base="")[ALL]).events[0]


def test_a_report_alone_says_to_whom(corpus_of):
    """The end of a plan under which reports are owed is none."""
    keys = "period: {from: 2020, to: 2028}\nreporting: {to: The court, by: states, next: 2027}\n"
    read = events(calendars(small(corpus_of, {"alpha/a": text(PLAN, keys=keys)}))[ALL])
    assert ["The court" in each["DESCRIPTION"] for each in read] == [True, False]


def test_ids_stay(corpus_of):
    """Whatever the language, the day of the build and the rest of the record, an event
    keeps its id.
    """
    files = {"alpha/a": text(PLAN, keys="period: {from: 2020, to: 2028}\n")}
    changed = {
        "alpha/a": text(
            PLAN, keys="period: {from: 2021, to: 2029-06}\nshort_title: Other\n"
        )
    }
    found = {
        event["UID"]
        for made in (files, changed)
        for language in ("en", "ar")
        for event in events(calendars(small(corpus_of, made), language)[ALL])
    }
    assert found == {"period-to.alpha.a@dakar-compendium"}


@pytest.mark.parametrize(
    ("each", "place", "expected"),
    [
        (("report", "2027", ("alpha/a-b",)), "", "report.alpha.a-b"),
        (("review", "2027-05-24", ("alpha/a", "beta")), "", "review.2027-05-24"),
        (
            ("review", "2027-05-24", ("alpha/a", "beta")),
            "alpha",
            "review.2027-05-24.alpha",
        ),
    ],
)
def test_an_id_says_what_happens_to_what(each, place, expected):
    """Reviews stand in groups of their own in each calendar."""
    what, day, records = each
    assert (
        event_id(Coming(what, partial_dates.parse(day), records), place)
        == f"{expected}@dakar-compendium"
    )


def test_a_mechanism_without_days_has_no_calendar(corpus_of):
    """Neither file nor link nor word in its data."""
    corpus = small(corpus_of, {})
    assert calendars(corpus) == {}
    assert not any("calendar" in path for path in data.writers(corpus, "en"))


def test_a_calendar_says_what_the_page_says(world):
    """Each day on the page of a mechanism is an event of its calendar, and so are
    reviews.
    """
    read = events(calendars(world)[OF_ALPHA])
    assert [each["SUMMARY"] for each in read] == [
        "Next review due: 1 text",
        "Report due: Second plan of the Alpha Community",
        "Report due: Alpha Convention",
        "Next review due: 2 texts",
        "Extended to: Second plan of the Alpha Community",
    ]
