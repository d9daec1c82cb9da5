"""What changed, as feeds (Atom, RFC 4287) that a reader's own program follows. There is
one feed of everything, and one of each region. The feed of a region has what changed in
the texts of its mechanisms.

The ids of feeds and entries are made from names (UUID, RFC 4122, version 5). So they stay
if the site moves. An entry has what changed in one record or mechanism on one day. If
more changes later on that day, it becomes another entry with an id of its own. The reason
is that programs show no entry twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby, islice
from typing import NamedTuple
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from generators.corpus import addresses
from generators.corpus.addresses import Target, address, feed
from generators.corpus.change_file import ChangeRow
from generators.document import changes
from generators.document.open_data import LICENCE_NAME
from generators.document.phrases import Phrases
from generators.document.runs import joined, letters

_MOST_ENTRIES = 20
"""How many entries a feed has at most."""
_NAMESPACE = UUID("6f1cf1a2-2f5b-5d0a-9c57-6a5be1b1d3c4")
"""The namespace of all ids of feeds and entries."""


class FeedPlan(NamedTuple):
    """A feed that is to be written, next to a ``page``. ``title`` says what it is about.
    ``rows`` are the changes, the newest first.
    """

    page: Target
    title: str
    rows: Sequence[ChangeRow]


class FeedEntry(NamedTuple):
    """What changed in one record or mechanism (``owner`` is its id) on one day."""

    day: date
    owner: str
    rows: Sequence[ChangeRow]


def writers(phrases: Phrases, site: str = "") -> Mapping[str, Callable[[], bytes]]:
    """What writes each feed of a language, by its path below the folder of the language.
    ``site`` is the absolute address of that folder, with a slash at its end. Without it,
    links are relative to the feed.
    """
    return {
        address(feed(plan.page)): partial(_write_feed, phrases, plan, site)
        for plan in _feed_plans(phrases)
    }


def _feed_plans(phrases: Phrases) -> Iterator[FeedPlan]:
    """The feeds of a language: one of everything, and one of each region."""
    localizer = phrases.localizer
    corpus = phrases.corpus
    everything = tuple(changes.listed(corpus))
    yield FeedPlan(
        Target("page", "changes"), localizer.gettext("What changed"), everything
    )
    for code in corpus.vocabularies.entries_of("regions"):
        label = localizer.label("regions", code)
        rows = tuple(changes.of_region(corpus, code))
        yield FeedPlan(Target("region", code), label, rows)


def _write_feed(phrases: Phrases, plan: FeedPlan, site: str) -> bytes:
    """A feed as its file has it."""
    path = address(feed(plan.page))
    entries = _newest_entries(plan.rows)
    name = phrases.localizer.gettext("The Dakar Compendium")
    title = f"{name}{phrases.localizer.colon}{plan.title}"
    updated = entries[0].day if entries else phrases.corpus.today
    page_link = quoteattr(_link(path, address(plan.page), site))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{phrases.language}">',
        f"<id>{_id_of_name(phrases, path)}</id>",
        f"<title>{escape(title)}</title>",
    ]
    if site:
        own_link = quoteattr(site + path)
        lines.append(f'<link rel="self" type="application/atom+xml" href={own_link}/>')
    lines += [
        f'<link rel="alternate" type="text/html" href={page_link}/>',
        f"<updated>{_timestamp(updated)}</updated>",
        f"<author><name>{escape(name)}</name></author>",
        f"<rights>{LICENCE_NAME}</rights>",
    ]
    for entry in entries:
        lines += _entry_lines(phrases, path, entry, site)
    lines.append("</feed>\n")
    return "\n".join(lines).encode()


def _newest_entries(rows: Sequence[ChangeRow]) -> list[FeedEntry]:
    """The newest entries of changes that are in the order of their days."""
    groups = groupby(rows, key=lambda row: (row.day, row.owner))
    return [
        FeedEntry(day, owner, list(rows_of_entry))
        for (day, owner), rows_of_entry in islice(groups, _MOST_ENTRIES)
    ]


def _entry_lines(phrases: Phrases, path: str, entry: FeedEntry, site: str) -> list[str]:
    """The lines of an entry of the feed at a path. It leads to the page of its record or
    mechanism. If that does not exist any more, it leads to the page of all changes.
    """
    name = letters(changes.named(phrases, entry.rows[0]))
    events = letters(joined(changes.happened(phrases, row) for row in entry.rows))
    name_of_id = " ".join(row.line for row in entry.rows)
    corpus = phrases.corpus
    exists = entry.owner in corpus.records or entry.owner in corpus.mechanisms
    page = Target("record", entry.owner) if exists else Target("page", "changes")
    page_link = quoteattr(_link(path, address(page), site))
    return [
        "<entry>",
        f"<id>{_id_of_name(phrases, name_of_id)}</id>",
        f"<title>{escape(f'{name} · {events}')}</title>",
        f'<link rel="alternate" type="text/html" href={page_link}/>',
        f"<updated>{_timestamp(entry.day)}</updated>",
        f"<summary>{escape(events)}</summary>",
        "</entry>",
    ]


def _link(path: str, page: str, site: str) -> str:
    """The address of a page. It is absolute if that of the ``site`` is known. Else it is
    relative to the feed at a path.
    """
    return site + page if site else addresses.relative(path, page)


def _id_of_name(phrases: Phrases, name: str) -> str:
    """The id that follows from a name, in a language: ``urn:uuid:…``."""
    return f"urn:uuid:{uuid5(_NAMESPACE, f'{phrases.language} {name}')}"


def _timestamp(day: date) -> str:
    """The beginning of a day, as Atom writes it.

    >>> _timestamp(date(2026, 11, 24))
    '2026-11-24T00:00:00Z'
    """
    return f"{day.isoformat()}T00:00:00Z"
