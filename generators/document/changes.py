"""What changed in the records, the newest first.

The project's own list says most of it (``change_file``). That the period of a plan ended
follows from the plan. In words it is all changes by day, and what concerns one page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from generators.corpus import comparisons
from generators.corpus.addresses import Target
from generators.corpus.change_file import LAW, WHAT, ChangeRow
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.corpus.memo import once
from generators.corpus.state_profile import state_profile
from generators.document import sentences
from generators.document.blocks import Block, List, ListItem, Section, notes
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Runs, joined
from generators.document.sharing import shared_line
from generators.text import partial_dates

_ON_NO_TOPIC = ("corrected", "joined", "left")
"""Changes that change nothing that a text says on a topic, unless they are of its
provisions.
"""
_EXPIRED_SINCE = timedelta(days=366)
"""For so long the end of a plan's period is among the changes."""
_ORDER_IN_A_DAY = (*WHAT, "expired")
"""What happened to one text on one day, in the order in which it is listed."""


# -- what changed ------------------------------------------------------------------------


@once
def listed(corpus: Corpus) -> list[ChangeRow]:
    """All changes, the newest day first, each under the present id of what changed.

    A record or mechanism that is here no more has only the change that it was withdrawn.
    """
    owners = {*corpus.records, *corpus.mechanisms}
    present_ids = _present_ids(corpus)
    changes = set(_expired(corpus))
    for change in corpus.library.changes:
        owner = present_ids.get(change.owner, change.owner)
        is_here = owner in owners
        is_withdrawal = change.what == "withdrawn"
        # of what is here no withdrawal, of what is gone nothing else
        if is_here != is_withdrawal:
            changes.add(change._replace(owner=owner))
    return sorted(changes, key=_change_sort_key)


def _present_ids(corpus: Corpus) -> dict[str, str]:
    """The present id of a record or mechanism by each of its former ids."""
    present_ids: dict[str, str] = {}
    for record_id, record in corpus.records.items():
        present_ids.update(dict.fromkeys(record.aliases, record_id))
    for mechanism_id, mechanism in corpus.mechanisms.items():
        present_ids.update(dict.fromkeys(mechanism.aliases, mechanism_id))
    return present_ids


def _change_sort_key(change: ChangeRow) -> tuple[int, list[str], int, ChangeRow]:
    """A key that puts changes in order: the newest day first, in a day by id."""
    newest_first = -change.day.toordinal()
    place_in_day = _ORDER_IN_A_DAY.index(change.what)
    return newest_first, change.owner.split("/"), place_in_day, change


def _expired(corpus: Corpus) -> Iterator[ChangeRow]:
    """A change for each plan whose period ended in the last year."""
    for name, record in corpus.records.items():
        if record.period is None or corpus.status(name) != "expired":
            continue
        end = record.period.extended_to or record.period.to
        if end and end.last > corpus.today - _EXPIRED_SINCE:
            yield ChangeRow(end.last, name, "expired")


@once
def _changes_by_owner(corpus: Corpus) -> Mapping[str, tuple[ChangeRow, ...]]:
    """All changes by the record or mechanism that changed, the newest first."""
    return grouped((change.owner, change) for change in listed(corpus))


def _changes_of_owner(corpus: Corpus, owner: str) -> tuple[ChangeRow, ...]:
    """What changed of one record or mechanism (its id), the newest first."""
    return _changes_by_owner(corpus).get(owner, ())


def last(corpus: Corpus, owner: str) -> date | None:
    """The day on which a record or mechanism (its id) was changed last. None where no
    history says it.
    """
    return _last_edit(_changes_of_owner(corpus, owner))


def last_on(corpus: Corpus, page: Target) -> date | None:
    """The day on which the subject of a page was changed last. None where no history says
    it.
    """
    return _last_edit(on_page(corpus, page))


def _last_edit(changes: Iterable[ChangeRow]) -> date | None:
    """The day of the first change that somebody made: a plan expires by itself."""
    return next((change.day for change in changes if change.what != "expired"), None)


# -- what changed of the subject of a page -----------------------------------------------


def on_page(corpus: Corpus, page: Target) -> tuple[ChangeRow, ...]:
    """What changed of the subject of a page, the newest first. Empty for a page that has
    no subject of its own.
    """
    changes_of: dict[str, Callable[[Corpus, str], tuple[ChangeRow, ...]]] = {
        "topic": of_topic,
        "state": of_state,
        "region": of_region,
        "record": _of_record_or_mechanism,
    }
    if page.kind not in changes_of:
        return ()
    return changes_of[page.kind](corpus, page.name)


def _of_record_or_mechanism(corpus: Corpus, name: str) -> tuple[ChangeRow, ...]:
    """What changed of a record, or of a mechanism with its records, the newest first."""
    if name in corpus.mechanisms:
        return of_mechanism(corpus, name)
    return _changes_of_owner(corpus, name)


@once
def of_mechanism(corpus: Corpus, mechanism: str) -> tuple[ChangeRow, ...]:
    """What changed of a mechanism and of the records it adopted, the newest first."""
    owners = {mechanism, *corpus.records_of.get(mechanism, ())}
    return tuple(change for change in listed(corpus) if change.owner in owners)


def of_region(corpus: Corpus, region: str) -> tuple[ChangeRow, ...]:
    """What changed of the mechanisms and records of a region, the newest first."""
    owners = {
        owner
        for owner in (*corpus.records, *corpus.mechanisms)
        if region in corpus.regions(owner)
    }
    return tuple(change for change in listed(corpus) if change.owner in owners)


@once
def of_topic(corpus: Corpus, topic: str) -> tuple[ChangeRow, ...]:
    """What changed of the records that speak on a topic, the newest first. Records that
    say nothing on it, although we read them in full, count too.

    The list of changes names records and parts, and not lines. So a provision that was
    corrected may be one on another topic.
    """
    comparison = comparisons.topic(corpus, topic)
    speaking = {row.record for row in comparison.rows}
    silent = set(comparison.silent)
    changes = []
    for change in listed(corpus):
        on_topic = change.what not in _ON_NO_TOPIC or "provisions" in change.parts
        is_of_silence = change.owner in silent and "silent" in change.parts
        if (change.owner in speaking and on_topic) or is_of_silence:
            changes.append(change)
    return tuple(changes)


@once
def of_state(corpus: Corpus, state: str) -> tuple[ChangeRow, ...]:
    """What changed of the texts that concern a State (alpha-3 code), the newest first.

    These are the texts that bind it, its mechanisms, and the texts in their folders.
    """
    profile = state_profile(corpus, state)
    owners = {membership.mechanism for membership in profile.now}
    owners |= {adherence.record for adherence in profile.binding}
    return tuple(
        change
        for change in listed(corpus)
        if change.owner in owners or change.owner.partition("/")[0] in owners
    )


# -- one change in words -----------------------------------------------------------------

_NAMED_STATES = 5
"""How many States a change names; of the others how many they are."""


def day(phrases: Phrases, calendar_day: date) -> list[Run]:
    """A day as the language writes it."""
    return phrases.date(partial_dates.parse(calendar_day.isoformat()))


def day_anchor(calendar_day: date) -> str:
    """The place of a day on the page of all changes.

    >>> day_anchor(date(2026, 11, 2))
    'day-2026-11-02'
    """
    return f"day-{calendar_day}"


def happened(phrases: Phrases, change: ChangeRow) -> list[Run]:
    """What happened, without to whom: "Corrected: Parties, Provisions"."""
    if change.what == "raised":
        lines = phrases.counted("{n} line", "{n} lines", change.numbers[0])
        return phrases.labelled(phrases.ui("Confidence raised"), lines)
    if change.what == "limit":
        return _changed_limit(phrases, change)
    if change.what == "status":
        return _changed_status(phrases, change)
    if change.what in ("joined", "left"):
        return _changed_parties(phrases, change)
    words = {
        "added": phrases.ui("Added"),
        "corrected": phrases.ui("Corrected"),
        "withdrawn": phrases.ui("Withdrawn"),
        "expired": phrases.ui("Expired"),
    }[change.what]
    numbers = change.numbers or [0] * len(change.parts)
    parts = [
        _changed_part(phrases, part, number)
        for part, number in zip(change.parts, numbers, strict=True)
    ]
    return phrases.labelled(words, joined(parts, phrases.localizer.comma)) or words


def _changed_limit(phrases: Phrases, change: ChangeRow) -> list[Run]:
    """The place of a time that a text sets, what it was before, and what it is now."""
    typed_before, typed_after, ref = change.parts[:3]
    before = phrases.measure(_parse_measure(typed_before))
    after = phrases.measure(_parse_measure(typed_after))
    words = phrases.ui("{before}, now {after}", before=before, after=after)
    return phrases.labelled(phrases.reference(ref, change.owner), words)


def _changed_status(phrases: Phrases, change: ChangeRow) -> list[Run]:
    """The status of a text as it is now, with its day where there is one."""
    code, *days = change.parts
    since = phrases.date(partial_dates.parse(days[0])) if days else []
    status = sentences.in_brackets(phrases.label("statuses", code), since)
    return phrases.labelled(phrases.ui("Status"), status)


def _changed_parties(phrases: Phrases, change: ChangeRow) -> list[Run]:
    """Which States were put on the list of parties to a text, or taken off it."""
    if change.what == "left":
        label = phrases.ui("No longer listed here as parties")
    else:
        label = phrases.ui("Now listed here as parties")
    names = [phrases.state(state) for state in change.parts[:_NAMED_STATES]]
    unnamed = len(change.parts) - len(names)
    if unnamed:
        names.append(phrases.ui("{n} more", n=phrases.number(unnamed)))
    return phrases.labelled(label, joined(names, phrases.localizer.comma))


def _parse_measure(words: str) -> dict[str, int]:
    """Numbers by their units, as ``changes.tsv`` writes them.

    >>> _parse_measure("months:1,days:15")
    {'months': 1, 'days': 15}
    """
    pairs = (pair.split(":") for pair in words.split(","))
    return {unit: int(number) for unit, number in pairs}


def _changed_part(phrases: Phrases, part: str, number: int) -> list[Run]:
    """The name of a part of a record: "Provisions (5)". The number of lines that changed
    is left out where it is 0.
    """
    name = _names_of_parts(phrases)[part]
    return [name, " (", *phrases.number(number), ")"] if number else [name]


@once
def _names_of_parts(phrases: Phrases) -> dict[str, str]:
    """What the parts of a record or mechanism are called, by their codes."""
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
    """The name of what changed; of what was withdrawn only its id."""
    if change.what == "withdrawn":
        return phrases.reference(change.owner)
    return phrases.name(change.owner)


def line(phrases: Phrases, changes: Sequence[ChangeRow]) -> list[Run]:
    """What happened to one record or mechanism: its name, and each of its changes."""
    words = joined(happened(phrases, change) for change in changes)
    return phrases.labelled(named(phrases, changes[0]), words)


def _changes_of_one(changes: Iterable[ChangeRow]) -> list[tuple[ChangeRow, ...]]:
    """Changes in order, those of one record or mechanism on one day together."""
    groups = groupby(changes, key=lambda change: (change.day, change.owner))
    return [tuple(group) for _, group in groups]


# -- the page of all changes -------------------------------------------------------------

_NEWS = frozenset((*LAW, "expired", "withdrawn"))
"""The changes that have a line for each text; others are counted."""


class ChangesOfDay(NamedTuple):
    """What changed on one day. ``news`` has what is new in law, a line for each text.

    ``counts`` says how many other texts were added and corrected, ``rest`` has a line for
    each of these. ``anchor`` is the place of the day on its page.
    """

    day: Runs
    anchor: str
    news: list[list[Run]]
    counts: Runs
    rest: list[list[Run]]


def days(phrases: Phrases) -> list[ChangesOfDay]:
    """All changes, the newest day first."""
    by_day = groupby(listed(phrases.corpus), key=lambda change: change.day)
    return [_changes_of_day(phrases, on, list(changes)) for on, changes in by_day]


def _changes_of_day(
    phrases: Phrases, calendar_day: date, changes: list[ChangeRow]
) -> ChangesOfDay:
    """The changes of one day, parted into what is new in law and the rest."""
    news = [change for change in changes if change.what in _NEWS]
    rest = [change for change in changes if change.what not in _NEWS]
    rest_by_text = _changes_of_one(rest)
    added = {
        change.owner for change in rest if change.what == "added" and not change.parts
    }
    corrected = len(rest_by_text) - len(added)
    counts = (
        phrases.some("{n} text added", "{n} texts added", len(added)),
        phrases.some("{n} text corrected", "{n} texts corrected", corrected),
    )
    return ChangesOfDay(
        day=day(phrases, calendar_day),
        anchor=day_anchor(calendar_day),
        news=[line(phrases, of_text) for of_text in _changes_of_one(news)],
        counts=joined(counts),
        rest=[line(phrases, of_text) for of_text in rest_by_text],
    )


# -- a section on the page of something else ---------------------------------------------

_SHOWN = 3
"""How many changes the page of something else names."""


def section(phrases: Phrases, page: Target, feed: Target | None = None) -> Section | None:
    """What changed lately of the subject of a page, with a link to the day at which the
    rest begins. ``feed`` is the file that has all of it, where there is one.

    The page of a text has all its changes, others only what is new in law. None where
    nothing changed and there is no feed.
    """
    changes: Iterable[ChangeRow] = on_page(phrases.corpus, page)
    if page.name not in phrases.corpus.records:
        changes = _new_in_law(phrases.corpus, changes, page)
    groups = _changes_of_one(changes)
    if not groups and not feed:
        return None
    anchor = ""
    if groups:
        # the first group that is not shown, else the first of all
        next_group = groups[_SHOWN] if len(groups) > _SHOWN else groups[0]
        anchor = day_anchor(next_group[0].day)
    links = [[Link(phrases.ui("All changes"), Target("page", "changes", anchor))]]
    if feed:
        links.append([Link(phrases.ui("As a feed (Atom)"), feed)])
    items = [ListItem(_shared_change(phrases, group)) for group in groups[:_SHOWN]]
    blocks: list[Block] = [*List(items).shown(), *notes(joined(links))]
    return Section(phrases.ui("What changed"), blocks, "changes")


def _new_in_law(
    corpus: Corpus, changes: Iterable[ChangeRow], page: Target
) -> Iterator[ChangeRow]:
    """The changes that are new in law: new texts, their status and numbers, who joined
    and who left. A text of the first day of the list is not new.

    On the page of a State only what the State itself joined or left counts. What was
    corrected is on the pages of the texts.
    """
    for change in changes:
        if page.kind == "state" and change.what in ("joined", "left"):
            if page.name in change.parts:
                yield change._replace(parts=(page.name,))
        elif change.what in _NEWS or _is_new_text(corpus, change):
            yield change


def _is_new_text(corpus: Corpus, change: ChangeRow) -> bool:
    """Whether a change is that a text was added, after the first day of the list."""
    is_addition = change.what == "added" and not change.parts
    return is_addition and change.day != _first_day(corpus)


@once
def _first_day(corpus: Corpus) -> date | None:
    """The first day of the list, None where it is empty. What it says was added on that
    day had been there before.
    """
    return min((change.day for change in corpus.library.changes), default=None)


@once
def _shared_change(phrases: Phrases, changes: tuple[ChangeRow, ...]) -> list[Run]:
    """The day, and what happened on it to one record or mechanism: many pages say it."""
    calendar_day = day(phrases, changes[0].day)
    return shared_line(joined((calendar_day, line(phrases, changes))))


def last_day(phrases: Phrases, owner: str) -> list[Run]:
    """The day on which a record or mechanism was changed last, in words; empty where no
    history says it.
    """
    calendar_day = last(phrases.corpus, owner)
    return day(phrases, calendar_day) if calendar_day else []
