"""Days to come as calendars (iCalendar, RFC 5545): of a mechanism, of all.

A day, month or year is an event that takes as long as it is known, without a time of day, and leaves who
looks at the calendar free. The id of an event is that of its record and of what happens, and stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from functools import partial

from generators.corpus import addresses, coming
from generators.corpus.addresses import Target
from generators.corpus.coming import Coming
from generators.corpus.corpus import Corpus
from generators.document import monitoring as say
from generators.document.phrases import Phrases
from generators.document.runs import letters

_HOST = "dakar-compendium"
_OF_ALL = Target("page", "monitoring")
_EMPTY = b"END:VCALENDAR\r\n"


def writers(phrases: Phrases, base: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """What writes each calendar, by its path below the folder of the language; mechanisms and a corpus
    of which no day is recorded have none. ``base`` is the absolute address of that folder, which links
    begin with; without it events have none.
    """
    corpus = phrases.corpus
    ui = phrases.localizer.gettext
    found = [(_OF_ALL, ui("Coming dates"), "")]
    found += [
        (Target("record", name), phrases.localizer.short(name).text, name) for name in corpus.mechanisms
    ]
    for page, title, owner in found:
        if days := days_of(corpus, page):
            yield (
                addresses.address(addresses.calendar(page)),
                partial(_written, phrases, base, title, owner, days),
            )


def days_of(corpus: Corpus, page: Target) -> tuple[Coming, ...]:
    """The days of the calendar beside a page: that of all or of a mechanism; others have none."""
    if page == _OF_ALL:
        return coming.of_all(corpus)
    return coming.of_mechanism(corpus, page.name) if page.name in corpus.mechanisms else ()


def _written(phrases: Phrases, base: str, title: str, owner: str, days: tuple[Coming, ...]) -> bytes:
    from icalendar import Calendar  # imported where one is written: whoever asks for paths does not wait

    frame = Calendar()
    frame.add("prodid", f"-//Dakar Compendium//{phrases.language.upper()}")
    frame.add("version", "2.0")
    frame.add("calscale", "GREGORIAN")
    own = phrases.labelled(phrases.ui("Dakar Compendium"), [title])
    frame.add("x-wr-calname", letters(own))
    head = frame.to_ical().removesuffix(_EMPTY)
    return head + b"".join(_event(phrases, base, owner, each) for each in days) + _EMPTY


def _event(phrases: Phrases, base: str, owner: str, each: Coming) -> bytes:
    """An event as it is written; reviews stand in groups that differ from calendar to calendar."""
    place = owner if each.what == "review" else ""
    return phrases.cached(("event", base, place, each), lambda: _made(phrases, base, place, each))


def _made(phrases: Phrases, base: str, place: str, each: Coming) -> bytes:
    from icalendar import Event

    event = Event()
    event.add("uid", uid(each, place))
    event.add("dtstamp", datetime.combine(phrases.corpus.today, time(), UTC))
    event.add("dtstart", each.day.first)
    event.add("dtend", each.day.last + timedelta(days=1))
    event.add("summary", letters(_summary(phrases, each)))
    event.add("description", "\n".join(filter(None, map(letters, _description(phrases, each)))))
    event.add("transp", "TRANSPARENT")
    if base and each.what != "review":
        anchor = "reporting" if each.what == "report" else ""
        event.add("url", base + addresses.address(Target("record", each.records[0], anchor)))
    return event.to_ical()


def uid(each: Coming, place: str = "") -> str:
    """The id of an event: of what happens, to which record (and for which State); of reviews, of their day
    and calendar (``place``).
    """
    of = (each.day.text, place) if each.what == "review" else (each.records[0], each.state.lower())
    named = ".".join(part.replace("/", ".") for part in of if part)
    return f"{each.what}.{named}@{_HOST}"


def _summary(phrases: Phrases, each: Coming) -> list:
    if each.what == "review":
        counted = phrases.counted("{n} text", "{n} texts", len(each.records))
        return phrases.labelled(say.what_comes(phrases, each), counted)
    return phrases.labelled(say.what_comes(phrases, each), phrases.name(each.records[0]))


def _description(phrases: Phrases, each: Coming) -> Iterator[list]:
    """The whole title, the day where it is not one, to whom a report goes, how sure the day is; of a review
    what is to be looked at.
    """
    if each.what == "review":
        yield from (phrases.name(name) for name in each.records)
        return
    record = each.records[0]
    if phrases.localizer.title(record) != phrases.localizer.short(record):
        yield phrases.title(record)
    if each.day.precision != "day":
        yield phrases.date(each.day)
    duty = phrases.corpus.records[record].reporting
    if each.what == "report" and duty:
        yield phrases.labelled(phrases.ui("To whom"), phrases.text_of(record, duty.to))
    if each.computed:
        yield phrases.ui("worked out from the last report")
    yield phrases.label("confidences", each.confidence)
