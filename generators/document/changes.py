"""What changed in the records, the newest first: what the project's own list says
(``change_file``), and the plans whose period ended, which follows from the plans; in
words all of it by day and mechanism, and what concerns one mechanism or State.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any

from generators.corpus import comparisons
from generators.corpus.addresses import Target
from generators.corpus.change_file import LAW, WHAT, ChangeRow
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.corpus.memo import once
from generators.corpus.state_profile import state_profile
from generators.document import sentences
from generators.document.blocks import List, ListItem, Section, notes
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, joined
from generators.document.sharing import shared_line
from generators.text import partial_dates

_ELSEWHERE = ("corrected", "joined", "left")
"""What changes nothing that a text says on a topic, unless it is of its provisions."""
_EXPIRED_SINCE = timedelta(days=366)


@once
def listed(corpus: Corpus) -> list[ChangeRow]:
    """What changed, the newest day first; under their present ids, and without what is
    there no more, but that it was withdrawn.
    """
    owners = {**corpus.records, **corpus.mechanisms}
    now = {alias: name for name, model in owners.items() for alias in model.aliases}
    told = [
        each._replace(of=now.get(each.of, each.of)) for each in corpus.library.changes
    ]
    kept = [each for each in told if (each.of in owners) != (each.what == "withdrawn")]
    order = (*WHAT, "expired")
    found = {*kept, *_expired(corpus)}
    return sorted(
        found,
        key=lambda each: (
            -each.day.toordinal(),
            each.of.split("/"),
            order.index(each.what),
            each,
        ),
    )


def _expired(corpus: Corpus) -> Iterator[ChangeRow]:
    """The plans whose period ended in the last year."""
    for name, model in corpus.records.items():
        ends = (model.period.extended_to or model.period.to) if model.period else None
        if (
            ends
            and corpus.status(name) == "expired"
            and ends.last > corpus.today - _EXPIRED_SINCE
        ):
            yield ChangeRow(ends.last, name, "expired")


@once
def _by_owner(corpus: Corpus) -> Mapping[str, tuple[ChangeRow, ...]]:
    return grouped((each.of, each) for each in listed(corpus))


def of(corpus: Corpus, owner: str) -> tuple[ChangeRow, ...]:
    """What changed of one record or mechanism, the newest first."""
    return _by_owner(corpus).get(owner, ())


def last(corpus: Corpus, owner: str) -> date | None:
    """The day on which a record or mechanism was changed last; None where no history
    tells.
    """
    return next((each.day for each in of(corpus, owner) if each.what != "expired"), None)


def on_page(corpus: Corpus, page: Target) -> tuple[ChangeRow, ...]:
    """What changed of what a page is about, the newest first; nothing of a page about
    nothing of its own.
    """
    told = {"topic": of_topic, "state": of_state, "region": of_region}.get(page.kind)
    if page.kind == "record":
        told = of_mechanism if page.name in corpus.mechanisms else of
    return told(corpus, page.name) if told else ()


def last_on(corpus: Corpus, page: Target) -> date | None:
    """The day on which what a page is about was changed last; None where no history
    tells.
    """
    return next(
        (each.day for each in on_page(corpus, page) if each.what != "expired"), None
    )


@once
def of_mechanism(corpus: Corpus, mechanism: str) -> tuple[ChangeRow, ...]:
    """What changed of a mechanism and of the records that it adopted, the newest first."""
    own = {mechanism, *corpus.records_of.get(mechanism, ())}
    return tuple(each for each in listed(corpus) if each.of in own)


def of_region(corpus: Corpus, region: str) -> tuple[ChangeRow, ...]:
    """What changed of the mechanisms and records of a region, the newest first."""
    owners = {**corpus.records, **corpus.mechanisms}
    return tuple(
        each
        for each in listed(corpus)
        if each.of in owners and region in corpus.regions(each.of)
    )


@once
def of_topic(corpus: Corpus, topic: str) -> tuple[ChangeRow, ...]:
    """What changed of the records that speak on a topic, or that say nothing on it though
    read in full, the newest first: that they came, went or expired, and what bears on
    what they say. The list of changes names records and parts, and not lines: a provision
    that was corrected may be one on another topic.
    """
    found = comparisons.topic(corpus, topic)
    speaking, silent = {row.record for row in found.rows}, {*found.silent}
    return tuple(
        each
        for each in listed(corpus)
        if (
            each.of in speaking
            and (each.what not in _ELSEWHERE or "provisions" in each.parts)
        )
        or (each.of in silent and "silent" in each.parts)
    )


@once
def of_state(corpus: Corpus, state: str) -> tuple[ChangeRow, ...]:
    """What changed of the texts that concern a State (alpha-3 code), the newest first: of
    those that bind it, and of its mechanisms with what they adopted first.
    """
    found = state_profile(corpus, state)
    of = {each.mechanism for each in found.now} | {each.record for each in found.binding}
    return tuple(
        each
        for each in listed(corpus)
        if each.of in of or each.of.partition("/")[0] in of
    )


_SHOWN, _NAMED = 3, 5
"""How many changes a page of something else names, and how many States a change does."""


def day(phrases: Phrases, of: date) -> list[Run]:
    """A day as the language writes it."""
    return phrases.date(partial_dates.parse(of.isoformat()))


def day_anchor(of: date) -> str:
    """The place of a day on the page of all changes."""
    return f"day-{of}"


def happened(phrases: Phrases, change: ChangeRow) -> list[Run]:
    """What happened, without to whom: "Corrected: Parties, Provisions"."""
    if change.what == "raised":
        lines = phrases.counted("{n} line", "{n} lines", change.numbers[0])
        return phrases.labelled(phrases.ui("Confidence raised"), lines)
    if change.what in LAW:
        return _law(phrases, change)
    what = {
        "added": phrases.ui("Added"),
        "corrected": phrases.ui("Corrected"),
        "withdrawn": phrases.ui("Withdrawn"),
        "expired": phrases.ui("Expired"),
    }[change.what]
    numbers = change.numbers or [0] * len(change.parts)
    parts = (_part(phrases, *each) for each in zip(change.parts, numbers, strict=True))
    return phrases.labelled(what, joined(parts, phrases.localizer.comma)) or what


def _law(phrases: Phrases, change: ChangeRow) -> list[Run]:
    """Who is bound, since when, and within which time: as it is now."""
    if change.what == "limit":
        before, after = (phrases.measure(_measure(each)) for each in change.parts[:2])
        place = phrases.reference(change.parts[2], change.of)
        return phrases.labelled(
            place, phrases.ui("{before}, now {after}", before=before, after=after)
        )
    if change.what == "status":
        code, *day = change.parts
        status = phrases.label("statuses", code)
        since = phrases.date(partial_dates.parse(day[0])) if day else []
        return phrases.labelled(
            phrases.ui("Status"), sentences.in_brackets(status, since)
        )
    label = phrases.ui("Now listed here as parties")
    if change.what == "left":
        label = phrases.ui("No longer listed here as parties")
    names, more = [*map(phrases.state, change.parts[:_NAMED])], len(change.parts) - _NAMED
    if more > 0:
        names.append(phrases.ui("{n} more", n=phrases.number(more)))
    return phrases.labelled(label, joined(names, phrases.localizer.comma))


def _measure(words: str) -> dict[str, int]:
    pairs = (each.split(":") for each in words.split(","))
    return {unit: int(number) for unit, number in pairs}


def _part(phrases: Phrases, part: str, number: int) -> list[Run]:
    words = _sections(phrases)[part]
    return [words, " (", *phrases.number(number), ")"] if number else [words]


@once
def _sections(phrases: Phrases) -> dict[str, str]:
    """What the parts of a record are called."""
    ui = phrases.localizer.gettext
    return {
        "title": ui("Title"),
        "dates": ui("Dates"),
        "lineage": ui("Related texts"),
        "parties": ui("Parties"),
        "members": ui("Members"),
        "text": ui("Text"),
        "summary": ui("Summary"),
        "provisions": ui("Provisions"),
        "steps": ui("Steps of a case"),
        "objectives": ui("Objectives"),
        "indicators": ui("Indicators"),
        "evaluations": ui("Evaluations, reviews and meetings"),
        "reporting": ui("Reporting"),
        "silent": ui("Topics not covered"),
        "sources": ui("Sources"),
        "contact": ui("Contacts"),
        "kind": ui("Identity"),
    }


def named(phrases: Phrases, change: ChangeRow) -> list[Run]:
    """Whom a change is of; what was withdrawn has its id alone."""
    return (
        phrases.reference(change.of)
        if change.what == "withdrawn"
        else phrases.name(change.of)
    )


def line(phrases: Phrases, told: Sequence[ChangeRow]) -> list[Run]:
    """What happened on one day to one record or mechanism."""
    return phrases.labelled(
        named(phrases, told[0]), joined(happened(phrases, each) for each in told)
    )


# -- all of it ---------------------------------------------------------------------------


_NEWS = frozenset((*LAW, "expired", "withdrawn"))
"""What is told record by record; the rest is counted."""


def days(phrases: Phrases) -> list[dict[str, Any]]:
    """All changes, the newest day first: of each day what changed in law, a line for each
    text (``news``); how many other texts were added and corrected (``counts``), and which
    (``rest``).
    """
    by_day = groupby(listed(phrases.corpus), key=lambda each: each.day)
    return [_day(phrases, on, list(told)) for on, told in by_day]


def _day(phrases: Phrases, on: date, told: list[ChangeRow]) -> dict[str, Any]:
    news, rest = (
        [each for each in told if (each.what in _NEWS) == new] for new in (True, False)
    )
    by_text = (
        [[*own] for _, own in groupby(part, key=attrgetter("of"))]
        for part in (news, rest)
    )
    lines, others = ([line(phrases, own) for own in texts] for texts in by_text)
    new = {each.of for each in rest if each.what == "added" and not each.parts}
    corrected = len(others) - len(new)
    added = phrases.some("{n} text added", "{n} texts added", len(new))
    counts = joined(
        (added, phrases.some("{n} text corrected", "{n} texts corrected", corrected))
    )
    named = {"day": day(phrases, on), "anchor": day_anchor(on)}
    return {**named, "news": lines, "counts": counts, "rest": others}


# -- of something ------------------------------------------------------------------------


def section(phrases: Phrases, page: Target, at: Target | None = None) -> Section | None:
    """What changed lately of what a page is about (of all but a text, in law), with a
    link to the day on the page of all changes at which the rest begins; none where
    nothing did. ``at`` is the file that has all of it as a feed.
    """
    told, is_text = on_page(phrases.corpus, page), page.name in phrases.corpus.records
    news = told if is_text else _of_law(phrases.corpus, told, page)
    by_record = [tuple(own) for _, own in groupby(news, key=attrgetter("day", "of"))]
    shown, rest = by_record[:_SHOWN], by_record[_SHOWN:]
    if not shown and not at:
        return None
    on = day_anchor((rest or shown)[0][0].day) if shown else ""
    every = [Link(phrases.ui("All changes"), Target("page", "changes", on))]
    as_feed = [Link(phrases.ui("As a feed (Atom)"), at)] if at else []
    items = List([ListItem(_told(phrases, own)) for own in shown])
    blocks = [*items.shown(), *notes(joined((every, as_feed)))]
    return Section(phrases.ui("What changed"), blocks, "changes")


def _of_law(
    corpus: Corpus, told: Iterable[ChangeRow], page: Target
) -> Iterator[ChangeRow]:
    """Of what changed, what is new in law: texts that came after the first day of the
    list, their status and their numbers, and who joined and left them; on the page of a
    State that it did so itself. What was corrected stands on the pages of the texts.
    """
    for each in told:
        if page.kind == "state" and each.what in ("joined", "left"):
            if page.name in each.parts:
                yield each._replace(parts=(page.name,))
        elif each.what in _NEWS or (
            each.what == "added" and not each.parts and each.day != _begun(corpus)
        ):
            yield each


@once
def _begun(corpus: Corpus) -> date | None:
    """The first day of the list: what it says was added on it had been there before."""
    return min((each.day for each in corpus.library.changes), default=None)


@once
def _told(phrases: Phrases, own: tuple[ChangeRow, ...]) -> list[Run]:
    """The day, and what happened on it to one record or mechanism: many pages say it."""
    return shared_line(joined((day(phrases, own[0].day), line(phrases, own))))


def last_day(phrases: Phrases, owner: str) -> list[Run]:
    """The day on which a record or mechanism was changed last, in words; empty where no
    history tells.
    """
    found = last(phrases.corpus, owner)
    return day(phrases, found) if found else []
