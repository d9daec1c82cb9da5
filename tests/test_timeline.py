"""The days of a record in order of time, and how sure each is."""

from __future__ import annotations

import pytest

from generators.corpus.timeline import timeline

HEAD = """\
kind: instrument
type: convention
official_titles: {en: Alpha Convention}
binding: true
status: in-force
"""


@pytest.fixture
def moments(corpus_of):
    """The time line of a record with some keys, as what happened and the day as it was typed."""

    def make(keys: str, confidence: str = "recalled"):
        record = f"{HEAD}{keys}confidence: {confidence}\nsources: [{{title: The text, kind: primary}}]\n"
        return timeline(corpus_of({"instruments/alpha/convention.yml": record}), "alpha/convention")

    return make


def test_days_come_in_order_of_time(moments):
    """Whatever their order in the file; what has no day is not there."""
    keys = (
        "transposition_due: 2013-04\nadopted: {date: 2011-04-05}\nin_force: 2011-04-15\n"
        "signature: {date: 2011-04-04}\napplies_from: 2012\n"
        "period: {from: 2010-01-01, to: 2015, extended_to: 2016}\n"
    )
    assert [(each.what, each.day.text) for each in moments(keys)] == [
        ("period-from", "2010-01-01"),
        ("signature", "2011-04-04"),
        ("adopted", "2011-04-05"),
        ("in-force", "2011-04-15"),
        ("applies-from", "2012"),
        ("transposition-due", "2013-04"),
        ("period-to", "2015"),
        ("extended-to", "2016"),
    ]


def test_a_record_without_days_has_an_empty_time_line(moments):
    """Nothing is made up."""
    assert moments("") == ()


def test_of_two_on_one_day_law_says_which_is_first(moments):
    """A text is adopted, then signed, then in force; where no place is known, none stands there."""
    keys = "in_force: 2000-11-15\nsignature: {date: 2000-11-15}\nadopted: {date: 2000-11-15}\n"
    assert [(each.what, each.place) for each in moments(keys)] == [
        ("adopted", ""),
        ("signature", ""),
        ("in-force", ""),
    ]


def test_a_partial_day_stands_where_it_begins(moments):
    """A year is sorted by its first day."""
    keys = "adopted: {date: 2000}\nsignature: {date: 2000-01-02}\nin_force: 1999-12-31\n"
    assert [each.what for each in moments(keys)] == ["in-force", "adopted", "signature"]


def test_a_place_without_a_day_comes_last(moments):
    """A place stands with its event, and is not lost where the day is unknown."""
    found = moments("adopted: {place: Cotonou}\nsignature: {date: 2005, place: Accra}\nin_force: 2008\n")
    assert [(each.what, each.day and each.day.text, each.place) for each in found] == [
        ("signature", "2005", "Accra"),
        ("in-force", "2008", ""),
        ("adopted", None, "Cotonou"),
    ]


@pytest.mark.parametrize(
    ("keys", "sure"),
    [
        ("adopted: {date: 2005, place: Cotonou}\n", ("verified", "verified")),
        ("adopted: {date: 2005, place: Cotonou, confidence: recalled}\n", ("recalled", "recalled")),
        ("adopted: {date: 2005, place: Cotonou, place_confidence: recalled}\n", ("verified", "recalled")),
        (
            "adopted: {date: 2005, place: Cotonou, confidence: reported, place_confidence: recalled}\n",
            ("reported", "recalled"),
        ),
        ("signature: {date: 2005, place: Cotonou, confidence: recalled}\n", ("recalled", "recalled")),
        ("in_force: 2008\n", ("verified", "")),
        ("in_force: 2008\nin_force_confidence: recalled\n", ("recalled", "")),
        ("applies_from: 2008\nin_force_confidence: recalled\n", ("verified", "")),
        ("period: {from: 2008, confidence: reported}\n", ("reported", "")),
    ],
)
def test_a_day_is_as_sure_as_it_says(moments, keys, sure):
    """The own confidence of a day, and that of a place, come before the record's."""
    (found,) = moments(keys, "verified")
    assert (found.confidence, found.place_confidence) == sure


def test_all_days_of_a_period_are_as_sure_as_it_says(moments):
    """The confidence of a period is that of its beginning, its end and its extension."""
    found = moments("period: {from: 2008, to: 2010, extended_to: 2011, confidence: reported}\n", "verified")
    assert [each.confidence for each in found] == ["reported"] * 3


def test_where_days_leave_it_open_law_says_which_is_first(moments):
    """A text is not in force before it was adopted because only the year of the former is known; what is
    surely earlier still comes first.
    """
    keys = "adopted: {date: 2009-07-14}\nin_force: 2009\nperiod: {from: 2009-06, to: 2012}\n"
    assert [each.what for each in moments(keys)] == ["period-from", "adopted", "in-force", "period-to"]
