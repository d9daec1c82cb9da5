"""What changed as Atom (RFC 4287): a feed of all and one of each region, each beside the page that it belongs
to; what a mechanism's own texts changed is in that of its region.

The ids of feeds and entries are names made from what they are of (RFC 4122, version 5), so that they stay
when the site moves; an entry is what changed of one record or mechanism on one day, and another one, with an
id of its own, once more has changed on that day: readers show no entry twice. ``site`` is the absolute
address of the folder of the language, with a slash at its end; without it, links are relative to the feed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby, islice
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from generators.corpus import addresses
from generators.corpus.addresses import Target, address, feed
from generators.corpus.change_file import Change
from generators.corpus.corpus import Corpus
from generators.document import changes
from generators.document.open_data import LICENCE_NAME
from generators.document.phrases import Phrases
from generators.document.runs import Run, joined, letters

MOST = 20
"""Entries of a feed."""
_NAMESPACE = UUID("6f1cf1a2-2f5b-5d0a-9c57-6a5be1b1d3c4")


def writers(phrases: Phrases, site: str = "") -> Mapping[str, Callable[[], bytes]]:
    """What writes each feed of a language, by its path below the folder of the language."""
    return {
        address(feed(page)): partial(_feed, phrases, page, of, told, site)
        for page, of, told in _feeds(phrases)
    }


Told = Callable[[Corpus], Sequence[Change]]


def _feeds(phrases: Phrases) -> Iterator[tuple[Target, str, Told]]:
    """The page of each feed, what it is of, and what it tells."""
    localizer, corpus = phrases.localizer, phrases.corpus
    yield Target("page", "changes"), localizer.gettext("What changed"), changes.listed
    for code in corpus.vocabularies.of("regions"):
        yield (
            Target("region", code),
            localizer.label("regions", code),
            partial(changes.of_region, region=code),
        )


def _feed(phrases: Phrases, beside: Target, of: str, told: Told, site: str) -> bytes:
    """The feed beside a page; ``of`` is what it is of."""
    ui, page, path = phrases.localizer.gettext, address(beside), address(feed(beside))
    kept = _kept(phrases, told)
    made = [_entry(phrases, path, on, owner, own, site) for (on, owner), own in kept]
    name = ui("The Dakar Compendium")
    updated = kept[0][0][0] if kept else phrases.corpus.today
    title = f"{name}{phrases.localizer.colon}{of}"
    own = f'<link rel="self" type="application/atom+xml" href={quoteattr(site + path)}/>\n' if site else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{phrases.language}">\n'
        f"<id>{_id(phrases, path)}</id>\n<title>{escape(title)}</title>\n{own}"
        f'<link rel="alternate" type="text/html" href={quoteattr(_to(path, page, site))}/>\n'
        f"<updated>{_stamp(updated)}</updated>\n<author><name>{escape(name)}</name></author>\n"
        f"<rights>{LICENCE_NAME}</rights>\n{''.join(made)}</feed>\n"
    ).encode()


def _kept(phrases: Phrases, told: Told) -> list[tuple[tuple[date, str], list[Change]]]:
    """The days of records that a feed holds, the newest first."""
    by_day = groupby(told(phrases.corpus), key=lambda each: (each.day, each.of))
    return [(key, list(own)) for key, own in islice(by_day, MOST)]


def _entry(phrases: Phrases, path: str, on: date, owner: str, told: Sequence[Change], site: str) -> str:
    key = ("told", on, owner)  # a day of a record stands in several feeds
    name, what = phrases.cached(
        key, lambda: (letters(changes.named(phrases, told[0])), letters(_what(phrases, told)))
    )
    there = owner in phrases.corpus.records or owner in phrases.corpus.mechanisms
    page = address(Target("record", owner)) if there else address(Target("page", "changes"))
    return (
        f"<entry>\n<id>{_id(phrases, ' '.join(change.line for change in told))}</id>\n"
        f"<title>{escape(f'{name} · {what}')}</title>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(_to(path, page, site))}/>\n'
        f"<updated>{_stamp(on)}</updated>\n<summary>{escape(what)}</summary>\n</entry>\n"
    )


def _what(phrases: Phrases, told: Sequence[Change]) -> list[Run]:
    return joined(changes.happened(phrases, each) for each in told)


def _to(path: str, page: str, site: str) -> str:
    return site + page if site else addresses.relative(path, page)


def _id(phrases: Phrases, of: str) -> str:
    return f"urn:uuid:{uuid5(_NAMESPACE, f'{phrases.language} {of}')}"


def _stamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
