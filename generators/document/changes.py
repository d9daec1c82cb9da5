"""What changed, in words: all of it by day and mechanism, and what concerns one mechanism or State."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from generators.corpus import changes
from generators.corpus.addresses import Target
from generators.corpus.change_file import LAW, Change
from generators.document import sentences
from generators.document.blocks import Block, Item, List, Section, notes
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Shared, joined
from generators.text import partial_dates

_SHOWN = 5
"""How many changes a page of something else names."""


def day(phrases: Phrases, of: date) -> list[Run]:
    """A day as the language writes it."""
    return phrases.date(partial_dates.parse(of.isoformat()))


def day_anchor(of: date) -> str:
    """The place of a day on the page of all changes."""
    return f"day-{of}"


def happened(phrases: Phrases, change: Change) -> list[Run]:
    """What happened, without to whom: "Corrected: Parties, Provisions"."""
    ui = phrases.localizer.gettext
    if change.what == "raised":
        lines = phrases.counted("{n} line", "{n} lines", change.numbers[0])
        return phrases.labelled(phrases.ui("Confidence raised"), lines)
    if change.what in LAW:
        return _law(phrases, change)
    what = {
        "added": ui("Added"),
        "corrected": ui("Corrected"),
        "withdrawn": ui("Withdrawn"),
        "expired": ui("Expired"),
    }[change.what]
    if not change.parts:
        return [what]
    parts = (_part(phrases, part, number) for part, number in _numbered(change))
    return phrases.labelled([what], joined(parts, phrases.localizer.comma))


def _law(phrases: Phrases, change: Change) -> list[Run]:
    """Who is bound, since when, and within which time: as it is now."""
    if change.what == "limit":
        before, after = (phrases.measure(_measure(each)) for each in change.parts[:2])
        place = phrases.reference(change.parts[2], change.of)
        return phrases.labelled(place, phrases.ui("{before}, now {after}", before=before, after=after))
    if change.what == "status":
        code, *day = change.parts
        status = phrases.label("statuses", code)
        since = phrases.date(partial_dates.parse(day[0])) if day else []
        return phrases.labelled(phrases.ui("Status"), sentences.in_brackets(status, since))
    label = phrases.ui("Parties added") if change.what == "joined" else phrases.ui("Parties removed")
    more = len(change.parts) - _SHOWN
    names = [phrases.state(code) for code in change.parts[:_SHOWN]]
    rest = [phrases.ui("{n} more", n=phrases.number(more))] if more > 0 else []
    return phrases.labelled(label, joined([*names, *rest], phrases.localizer.comma))


def _measure(words: str) -> dict[str, int]:
    pairs = (each.split(":") for each in words.split(","))
    return {unit: int(number) for unit, number in pairs}


def _numbered(change: Change) -> Iterable[tuple[str, int]]:
    return zip(change.parts, change.numbers or [0] * len(change.parts), strict=True)


def _part(phrases: Phrases, part: str, number: int) -> list[Run]:
    words: list[Run] = [phrases.cached(("parts of changes",), lambda: _sections(phrases))[part]]
    return [*words, " (", *phrases.number(number), ")"] if number else words


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
        "evaluations": ui("Evaluations and reviews"),
        "reporting": ui("Reporting"),
        "silent": ui("Topics not covered"),
        "sources": ui("Sources"),
        "contact": ui("Contacts"),
        "kind": ui("Identity"),
    }


def named(phrases: Phrases, change: Change) -> list[Run]:
    """Whom a change is of; what was withdrawn has its id alone."""
    return phrases.reference(change.of) if change.what == "withdrawn" else phrases.name(change.of)


def line(phrases: Phrases, told: Iterable[Change]) -> list[Run]:
    """What happened on one day to one record or mechanism."""
    each = list(told)
    return phrases.labelled(named(phrases, each[0]), joined(happened(phrases, one) for one in each))


# -- all of it -----------------------------------------------------------------------------------------------


_NEWS = frozenset((*LAW, "expired", "withdrawn"))
"""What is told record by record; the rest is counted."""


class DayOfChanges(NamedTuple):
    """What happened on a day, a line for each text: what changed in law; how many other texts were added and
    corrected; and which.
    """

    day: date
    news: list[list[Run]]
    counts: list[Run]
    rest: list[list[Run]]


def days(phrases: Phrases) -> list[DayOfChanges]:
    """All changes, the newest day first."""
    by_day = groupby(changes.listed(phrases.corpus), key=lambda each: each.day)
    return [_day(phrases, on, list(told)) for on, told in by_day]


def _day(phrases: Phrases, on: date, told: list[Change]) -> DayOfChanges:
    news, rest = ([each for each in told if (each.what in _NEWS) == new] for new in (True, False))
    lines, others = ([line(phrases, own) for _, own in groupby(of, key=_of)] for of in (news, rest))
    new = {each.of for each in rest if each.what == "added" and not each.parts}
    corrected = len(others) - len(new)
    counts = joined(
        (
            phrases.some("{n} text added", "{n} texts added", len(new)),
            phrases.some("{n} text corrected", "{n} texts corrected", corrected),
        )
    )
    return DayOfChanges(on, lines, counts, others)


def _of(change: Change) -> str:
    return change.of


# -- of something --------------------------------------------------------------------------------------------


def section(phrases: Phrases, told: Sequence[Change], at: Target | None = None) -> Section | None:
    """What changed lately of something, with a link to the day on the page of all changes at which the rest
    begins; none where no history tells. ``at`` is the file that has it as a feed.
    """
    by_record = [(key, list(own)) for key, own in groupby(told, key=lambda each: (each.day, each.of))]
    if not by_record:
        return None
    shown, rest = by_record[:_SHOWN], by_record[_SHOWN:]
    items = [Item([_told(phrases, tuple(own))]) for _, own in shown]
    (on, _), _ = (rest or shown)[0]
    more = [[Link(phrases.ui("All changes"), Target("page", "changes", day_anchor(on)))]]
    if at:
        more.append([Link(phrases.ui("As a feed (Atom)"), at)])
    blocks: list[Block] = [List(items), *notes(joined(more))]
    return Section(phrases.ui("What changed"), blocks, "changes")


def _told(phrases: Phrases, own: tuple[Change, ...]) -> Shared:
    """The day, and what happened on it to one record or mechanism: many pages say it."""
    return phrases.shared(("told", own), lambda: joined((day(phrases, own[0].day), line(phrases, own))))


def of_state(phrases: Phrases, code: str) -> Section | None:
    """What changed of the texts that concern a State (``code`` is alpha-3)."""
    return section(phrases, changes.of_state(phrases.corpus, code))


def last(phrases: Phrases, owner: str) -> list[Run]:
    """The day on which a record or mechanism was changed last; empty where no history tells."""
    found = changes.last(phrases.corpus, owner)
    return day(phrases, found) if found else []
