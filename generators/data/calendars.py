"""Coming dates as calendars (iCalendar, RFC 5545) that a reader's own program follows.
There is one of each mechanism, and one of all.

An event takes one day, without a time of day, and leaves the reader free. If only the
month or the year is known, the event is on its last day and says so. What is over on the
day of the data has no event. The id of an event follows from its record and from what
happens, and stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from generators.corpus import coming
from generators.corpus.addresses import Target, address, calendar
from generators.corpus.coming import Coming
from generators.corpus.corpus import Corpus
from generators.corpus.memo import once
from generators.document import monitoring
from generators.document.phrases import Phrases
from generators.document.runs import Runs, letters

# icalendar is imported where a calendar is written: who only asks for the paths of the
# files does not wait for it.

_HOST = "dakar-compendium"
_END = b"END:VCALENDAR\r\n"


class CalendarPlan(NamedTuple):
    """A calendar that is to be written, next to a ``page``. ``owner`` is the id of its
    mechanism; it is empty if the calendar is of all. ``days`` are its coming dates.
    """

    page: Target
    title: str
    owner: str
    days: tuple[Coming, ...]


def writers(phrases: Phrases, base: str = "") -> Mapping[str, Callable[[], bytes]]:
    """What writes each calendar of a language, by its path below the folder of the
    language. ``base`` is the absolute address of that folder; without it, events have no
    address. A calendar without a day is left out.
    """
    return {
        address(calendar(plan.page)): partial(_write_calendar, phrases, base, plan)
        for plan in _calendar_plans(phrases)
        if plan.days
    }


def _calendar_plans(phrases: Phrases) -> Iterator[CalendarPlan]:
    """The calendars of a language: that of all, and that of each mechanism."""
    corpus = phrases.corpus
    title = phrases.localizer.gettext("Coming dates")
    page = Target("page", "monitoring")
    yield CalendarPlan(page, title, "", _still_open(corpus, coming.of_all(corpus)))
    for name in corpus.mechanisms:
        title = phrases.localizer.short(name).text
        days = _still_open(corpus, coming.of_mechanism(corpus, name))
        yield CalendarPlan(Target("record", name), title, name, days)


def _still_open(corpus: Corpus, days: tuple[Coming, ...]) -> tuple[Coming, ...]:
    """The days that are not over, and reviews that are due: somebody must still look."""
    return tuple(
        day for day in days if day.what == "review" or day.day.last >= corpus.today
    )


def _write_calendar(phrases: Phrases, base: str, plan: CalendarPlan) -> bytes:
    """A calendar as its file has it: its head, its events, its end."""
    from icalendar import Calendar

    frame = Calendar()
    frame.add("prodid", f"-//Dakar Compendium//{phrases.language.upper()}")
    frame.add("version", "2.0")
    frame.add("calscale", "GREGORIAN")
    name = phrases.labelled(phrases.ui("Dakar Compendium"), [plan.title])
    frame.add("x-wr-calname", letters(name))
    content: bytes = frame.to_ical().removesuffix(_END)
    for day in plan.days:
        # reviews are in groups that differ from calendar to calendar
        owner = plan.owner if day.what == "review" else ""
        content += _event_text(phrases, base, owner, day)
    return content + _END


@once
def _event_text(phrases: Phrases, base: str, owner: str, day: Coming) -> bytes:
    """A coming date as an event. If it is a review, ``owner`` is that of the calendar.
    Else it is empty, so that all calendars share the text.
    """
    from icalendar import Event

    event = Event()
    event.add("uid", event_id(day, owner))
    event.add("dtstamp", datetime.combine(phrases.corpus.today, time(), UTC))
    event.add("dtstart", day.day.last)
    event.add("dtend", day.day.last + timedelta(days=1))
    event.add("summary", letters(_summary(phrases, day)))
    paragraphs = [letters(runs) for runs in _description(phrases, day)]
    event.add("description", "\n".join(filter(None, paragraphs)))
    event.add("transp", "TRANSPARENT")
    if base and day.what != "review":
        anchor = "reporting" if day.what == "report" else ""
        event.add("url", base + address(Target("record", day.records[0], anchor)))
    text: bytes = event.to_ical()
    return text


def event_id(day: Coming, owner: str = "") -> str:
    """The id of an event. It is made from what happens and from its record, and from its
    State if it has one. The id of reviews is made from their day and from the ``owner``
    of the calendar.

    >>> from generators.text.partial_dates import parse
    >>> event_id(Coming("report", parse("2027"), ("alpha/a-b",)))
    'report.alpha.a-b@dakar-compendium'
    >>> event_id(Coming("review", parse("2027-05-24"), ("alpha/a", "beta")), "alpha")
    'review.2027-05-24.alpha@dakar-compendium'
    """
    if day.what == "review":
        parts = [day.day.text, owner]
    else:
        parts = [day.records[0], day.state.lower()]
    name = ".".join(part.replace("/", ".") for part in parts if part)
    return f"{day.what}.{name}@{_HOST}"


def _summary(phrases: Phrases, day: Coming) -> Runs:
    """What happens, and to which record; of reviews, to how many."""
    if day.what == "review":
        subject = phrases.counted("{n} text", "{n} texts", len(day.records))
    else:
        subject = phrases.name(day.records[0])
    return phrases.labelled(monitoring.what_comes(phrases, day), subject)


def _description(phrases: Phrases, day: Coming) -> Iterator[Runs]:
    """The paragraphs on a coming date.

    First comes the whole title. If only the month or the year is known, that is said. To
    whom a report goes follows, and how sure the date is. Reviews only have the names of
    what somebody must look at.
    """
    if day.what == "review":
        for name in day.records:
            yield phrases.name(name)
        return
    record = day.records[0]
    if phrases.localizer.title(record) != phrases.localizer.short(record):
        yield phrases.title(record)
    if day.day.precision != "day":
        date = phrases.date(day.day)
        yield phrases.ui("{date}: the exact day is not known.", date=date)
    duty = phrases.corpus.records[record].reporting
    if day.what == "report" and duty:
        yield phrases.labelled(phrases.ui("To whom"), phrases.text_of(record, duty.to))
    if day.computed:
        yield phrases.ui("worked out from the last report")
    yield phrases.label("confidences", day.confidence)
