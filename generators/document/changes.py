"""What changed, in words: all of it by day and mechanism, and what concerns one mechanism or State."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from generators.corpus import changes
from generators.corpus.addresses import Target
from generators.corpus.change_file import Change
from generators.document.blocks import Block, Item, List, Section, notes
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, joined
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


def _numbered(change: Change) -> Iterable[tuple[str, int]]:
    return zip(change.parts, change.numbers or [0] * len(change.parts), strict=True)


def _part(phrases: Phrases, part: str, number: int) -> list[Run]:
    words: list[Run] = [_section(phrases, part)]
    return [*words, " (", *phrases.number(number), ")"] if number else words


def _section(phrases: Phrases, part: str) -> str:
    ui = phrases.localizer.gettext
    return {
        "title": ui("Title"),
        "dates": ui("Dates"),
        "lineage": ui("Lineage"),
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
        "silent": ui("On these topics the text says nothing"),
        "sources": ui("Sources"),
        "contact": ui("Contacts"),
        "kind": ui("Identity"),
    }[part]


def named(phrases: Phrases, change: Change) -> list[Run]:
    """Whom a change is of; what was withdrawn has its id alone."""
    return phrases.reference(change.of) if change.what == "withdrawn" else phrases.name(change.of)


def line(phrases: Phrases, told: Iterable[Change]) -> list[Run]:
    """What happened on one day to one record or mechanism."""
    each = list(told)
    return phrases.labelled(named(phrases, each[0]), joined(happened(phrases, one) for one in each))


# -- all of it -----------------------------------------------------------------------------------------------


def days(phrases: Phrases) -> list[tuple[date, list[Item]]]:
    """All changes, the newest day first: for each day an item for each mechanism."""
    by_day = groupby(changes.listed(phrases.corpus), key=lambda each: each.day)
    return [
        (on, [_of_owner(phrases, owner, own) for owner, own in groupby(told, key=_owner)])
        for on, told in by_day
    ]


def _owner(change: Change) -> str:
    return change.of.partition("/")[0]


def _of_owner(phrases: Phrases, owner: str, told: Iterable[Change]) -> Item:
    """What happened on a day to a mechanism and its records: what was added in one row, else record by
    record.
    """
    each = list(told)
    its = [one for one in each if one.of == owner]
    new = [one for one in each if one.what == "added" and not one.parts and one not in its]
    others = groupby((one for one in each if one not in new and one not in its), key=lambda one: one.of)
    added = phrases.labelled(phrases.ui("Added"), joined(named(phrases, one) for one in new)) if new else []
    own = joined(happened(phrases, one) for one in its)
    rows = joined((own, added, *(line(phrases, told) for _, told in others)), phrases.localizer.stop)
    name = phrases.name(owner) if owner in phrases.corpus.mechanisms else phrases.reference(owner)
    return Item(name, rows)


# -- of something --------------------------------------------------------------------------------------------


def section(phrases: Phrases, told: Sequence[Change], at: Target | None = None) -> Section | None:
    """What changed lately of something, with a link to the day on the page of all changes at which the rest
    begins; none where no history tells. ``at`` is the file that has it as a feed.
    """
    by_record = [(key, list(own)) for key, own in groupby(told, key=lambda each: (each.day, each.of))]
    if not by_record:
        return None
    shown, rest = by_record[:_SHOWN], by_record[_SHOWN:]
    items = [Item(joined((day(phrases, on), line(phrases, own)))) for (on, _), own in shown]
    (on, _), _ = (rest or shown)[0]
    more = [[Link(phrases.ui("All changes"), Target("page", "changes", day_anchor(on)))]]
    if at:
        more.append([Link(phrases.ui("As a feed (Atom)"), at)])
    blocks: list[Block] = [List(items), *notes(joined(more))]
    return Section(phrases.ui("What changed"), blocks, "changes")


def of_state(phrases: Phrases, code: str) -> Section | None:
    """What changed of the texts that concern a State (``code`` is alpha-3)."""
    return section(phrases, changes.of_state(phrases.corpus, code))


def last(phrases: Phrases, owner: str) -> list[Run]:
    """The day on which a record or mechanism was changed last; empty where no history tells."""
    found = changes.last(phrases.corpus, owner)
    return day(phrases, found) if found else []
