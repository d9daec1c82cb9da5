"""Dates of which only a part may be known."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter

from generators.model.fields import Day
from generators.text import partial_dates

DAY = TypeAdapter(Day)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2009", date(2009, 1, 1), date(2009, 12, 31), "year"),
        ("2009-07", date(2009, 7, 1), date(2009, 7, 31), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2009-07-14", date(2009, 7, 14), date(2009, 7, 14), "day"),
    ],
)
def test_a_date_is_the_interval_of_days_that_it_may_mean(text, first, last, precision):
    """A year is all its days, a month all of its own."""
    day = partial_dates.parse(text)
    assert (day.first, day.last, day.precision, day.text, str(day), day.year) == (
        first,
        last,
        precision,
        text,
        text,
        first.year,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "09",
        "2009-7",
        "2009-07-4",
        "2009/07",
        "14.7.2009",
        "2009-07-14T00:00",
        " 2009",
        "2009\n",
        "٢٠٠٩",
        "last year",
    ],
)
def test_another_form_is_refused(text):
    """Only YYYY, YYYY-MM and YYYY-MM-DD are dates."""
    with pytest.raises(ValueError, match=r"\bwrite "):
        DAY.validate_python(text)


@pytest.mark.parametrize("text", ["2024-02-30", "2023-02-29", "2024-13", "2024-00", "2024-01-00", "0000"])
def test_a_day_that_does_not_exist_is_refused(text):
    """The calendar decides."""
    with pytest.raises(ValueError, match=r"does not exist in the calendar|check the year"):
        partial_dates.parse(text)


@pytest.mark.parametrize(
    ("later", "earlier", "surely"),
    [
        ("2010", "2009", True),
        ("2009", "2009-07", False),
        ("2009-07", "2009", False),
        ("2009-08", "2009-07-31", True),
        ("2009-07-31", "2009-07", False),
        ("2009", "2010", False),
    ],
)
def test_order_is_sure_only_where_intervals_do_not_meet(later, earlier, surely):
    """Dates that may be the same day are not out of order."""
    assert partial_dates.parse(later).surely_after(partial_dates.parse(earlier)) is surely
