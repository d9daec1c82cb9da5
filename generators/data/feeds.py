"""What a reader's own program follows: what changed, as Atom, and days to come, as
calendars, each beside the page that it belongs to.

Of what changed (RFC 4287) there is a feed of all and one of each region; what a
mechanism's own texts changed is in that of its region. The ids of feeds and entries are
names made from what they are of (RFC 4122, version 5), so that they stay when the site
moves; an entry is what changed of one record or mechanism on one day, and another one,
with an id of its own, once more has changed on that day: readers show no entry twice.
``site`` is the absolute address of the folder of the language, with a slash at its end;
without it, links are relative to the feed, and events have none.

Calendars (iCalendar, RFC 5545) are of a mechanism, and of all. A day, month or year is an
event that takes as long as it is known, without a time of day, and leaves who looks at
the calendar free. The id of an event is that of its record and of what happens, and
stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import groupby, islice
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from generators.corpus import addresses, coming
from generators.corpus.addresses import Target, address, calendar, feed
from generators.corpus.change_file import ChangeRow
from generators.corpus.coming import Coming
from generators.corpus.memo import once
from generators.document import changes, monitoring
from generators.document.open_data import LICENCE_NAME
from generators.document.phrases import Phrases
from generators.document.runs import joined, letters

MOST = 20
"""Entries of a feed."""
_NAMESPACE = UUID("6f1cf1a2-2f5b-5d0a-9c57-6a5be1b1d3c4")


def writers(phrases: Phrases, site: str = "") -> Mapping[str, Callable[[], bytes]]:
    """What writes each feed and calendar of a language, by its path below the folder of
    the language.
    """
    localizer, corpus = phrases.localizer, phrases.corpus
    feeds = [
        (
            Target("page", "changes"),
            localizer.gettext("What changed"),
            changes.listed(corpus),
        )
    ]
    for code in corpus.vocabularies.of("regions"):
        told = changes.of_region(corpus, code)
        feeds.append((Target("region", code), localizer.label("regions", code), told))
    written = {
        address(feed(page)): partial(_feed, phrases, page, of, told, site)
        for page, of, told in feeds
    }
    return {**written, **dict(_calendars(phrases, site))}


def _feed(
    phrases: Phrases, beside: Target, of: str, told: Sequence[ChangeRow], site: str
) -> bytes:
    """The feed beside a page; ``of`` is what it is of."""
    ui, page, path = phrases.localizer.gettext, address(beside), address(feed(beside))
    by_day = groupby(told, key=lambda each: (each.day, each.of))
    kept = [(day, owner, list(own)) for (day, owner), own in islice(by_day, MOST)]
    entries = "".join(_entry(phrases, path, *each, site) for each in kept)
    name = ui("The Dakar Compendium")
    updated = kept[0][0] if kept else phrases.corpus.today
    title = f"{name}{phrases.localizer.colon}{of}"
    own = (
        f'<link rel="self" type="application/atom+xml" href={quoteattr(site + path)}/>\n'
        if site
        else ""
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{phrases.language}">\n'
        f"<id>{_id(phrases, path)}</id>\n<title>{escape(title)}</title>\n{own}"
        f'<link rel="alternate" type="text/html" href={quoteattr(_to(path, page, site))}/>\n'
        f"<updated>{_stamp(updated)}</updated>\n<author><name>{escape(name)}</name></author>\n"
        f"<rights>{LICENCE_NAME}</rights>\n{entries}</feed>\n"
    ).encode()


def _entry(
    phrases: Phrases,
    path: str,
    on: date,
    owner: str,
    told: Sequence[ChangeRow],
    site: str,
) -> str:
    name = letters(changes.named(phrases, told[0]))
    what = letters(joined(changes.happened(phrases, each) for each in told))
    there = owner in phrases.corpus.records or owner in phrases.corpus.mechanisms
    page = (
        address(Target("record", owner)) if there else address(Target("page", "changes"))
    )
    return (
        f"<entry>\n<id>{_id(phrases, ' '.join(change.line for change in told))}</id>\n"
        f"<title>{escape(f'{name} · {what}')}</title>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(_to(path, page, site))}/>\n'
        f"<updated>{_stamp(on)}</updated>\n<summary>{escape(what)}</summary>\n</entry>\n"
    )


def _to(path: str, page: str, site: str) -> str:
    return site + page if site else addresses.relative(path, page)


def _id(phrases: Phrases, of: str) -> str:
    return f"urn:uuid:{uuid5(_NAMESPACE, f'{phrases.language} {of}')}"


def _stamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


# -- days to come ------------------------------------------------------------------------

_HOST = "dakar-compendium"
_EMPTY = b"END:VCALENDAR\r\n"


def _calendars(phrases: Phrases, base: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """What writes each calendar; mechanisms and a corpus of which no day is recorded have
    none.
    """
    ui, corpus = phrases.localizer.gettext, phrases.corpus
    pages = [
        (Target("page", "monitoring"), ui("Coming dates"), "", coming.of_all(corpus))
    ]
    for name in corpus.mechanisms:
        title, days = (
            phrases.localizer.short(name).text,
            coming.of_mechanism(corpus, name),
        )
        pages.append((Target("record", name), title, name, days))
    for page, title, owner, days in pages:
        if days:
            yield (
                address(calendar(page)),
                partial(_calendar, phrases, base, title, owner, days),
            )


def _calendar(
    phrases: Phrases, base: str, title: str, owner: str, days: tuple[Coming, ...]
) -> bytes:
    from icalendar import (
        Calendar,
    )  # imported where one is written: whoever asks for paths does not wait

    frame = Calendar()
    frame.add("prodid", f"-//Dakar Compendium//{phrases.language.upper()}")
    frame.add("version", "2.0")
    frame.add("calscale", "GREGORIAN")
    own = phrases.labelled(phrases.ui("Dakar Compendium"), [title])
    frame.add("x-wr-calname", letters(own))
    head = frame.to_ical().removesuffix(_EMPTY)
    # reviews stand in groups that differ from calendar to calendar
    places = (owner if each.what == "review" else "" for each in days)
    return head + b"".join(map(partial(_event, phrases, base), places, days)) + _EMPTY


@once
def _event(phrases: Phrases, base: str, place: str, each: Coming) -> bytes:
    """An event as it is written."""
    from icalendar import Event

    event = Event()
    event.add("uid", uid(each, place))
    event.add("dtstamp", datetime.combine(phrases.corpus.today, time(), UTC))
    event.add("dtstart", each.day.first)
    event.add("dtend", each.day.last + timedelta(days=1))
    event.add("summary", letters(_summary(phrases, each)))
    event.add(
        "description", "\n".join(filter(None, map(letters, _description(phrases, each))))
    )
    event.add("transp", "TRANSPARENT")
    if base and each.what != "review":
        anchor = "reporting" if each.what == "report" else ""
        event.add("url", base + address(Target("record", each.records[0], anchor)))
    return event.to_ical()


def uid(each: Coming, place: str = "") -> str:
    """The id of an event: of what happens, to which record (and for which State); of
    reviews, of their day and calendar (``place``).
    """
    of = (
        (each.day.text, place)
        if each.what == "review"
        else (each.records[0], each.state.lower())
    )
    named = ".".join(part.replace("/", ".") for part in of if part)
    return f"{each.what}.{named}@{_HOST}"


def _summary(phrases: Phrases, each: Coming) -> list:
    counted = phrases.counted("{n} text", "{n} texts", len(each.records))
    of = counted if each.what == "review" else phrases.name(each.records[0])
    return phrases.labelled(monitoring.what_comes(phrases, each), of)


def _description(phrases: Phrases, each: Coming) -> Iterator[list]:
    """The whole title, the day where it is not one, to whom a report goes, how sure the
    day is; of a review what is to be looked at.
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
