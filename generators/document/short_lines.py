"""Lines of a few names or days: in a row, in brackets, from one day to another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generators.document.phrases import Phrases
from generators.document.runs import Annotation, Run, Runs, joined
from generators.model.records import Period
from generators.text.partial_dates import PartialDate

_NAME = re.compile(r"^State|.\b[A-Z]")
"""Finds what makes an English label a name, or what is written as one."""


def in_brackets(first: Runs, more: Runs) -> list[Run]:
    """A name, and in brackets what a reader should know of it.

    >>> in_brackets(["Benin"], ["2004"])
    ['Benin', ' ', Annotation(runs=['(', '2004', ')'])]
    >>> in_brackets(["Benin"], [])
    ['Benin']
    """
    if not more:
        return list(first)
    return [*first, " ", Annotation(["(", *more, ")"])]


def names(phrases: Phrases, owners: Iterable[str], anchor: str = "") -> list[Run]:
    """Records or mechanisms (ids) in a row, by their shortest usual names.

    ``anchor`` is a place on their pages.
    """
    return joined(phrases.name(owner, anchor) for owner in owners)


def states(phrases: Phrases, codes: Iterable[str]) -> list[Run]:
    """States (alpha-3 codes) in a row, in the order of their names in this language."""
    ordered = sorted(codes, key=phrases.order_of_state)
    return joined(map(phrases.state, ordered), phrases.localizer.comma)


def labels(phrases: Phrases, list_name: str, codes: Sequence[str]) -> list[Run]:
    """Labels of entries of a list of the vocabulary, in a row.

    All but the first begin with a small letter, unless they are names.
    """
    entries = phrases.corpus.vocabularies.entries_of(list_name)
    in_row: list[list[Run]] = []
    for code in codes:
        label = phrases.label(list_name, code)
        is_name = code not in entries or _NAME.search(entries[code].label)
        if in_row and not is_name:
            label = [_with_small_letter(run) for run in label]
        in_row.append(label)
    return joined(in_row, phrases.localizer.enumeration)


def _with_small_letter(run: Run) -> Run:
    """A plain string with a small first letter; another run as it is.

    >>> _with_small_letter("Labour inspectors")
    'labour inspectors'
    """
    return run[:1].lower() + run[1:] if isinstance(run, str) else run


def span(
    phrases: Phrases, since: PartialDate | None, until: PartialDate | None
) -> list[Run]:
    """An interval of membership or force in words, such as "since 2004"; empty where
    neither end is known.
    """
    if since and until:
        first = phrases.date(since)
        last = phrases.date(until)
        return phrases.ui("{since} to {until}", since=first, until=last)
    if since:
        return phrases.dated("since {date}", since)
    return phrases.dated("until {date}", until)


def period(phrases: Phrases, plan_period: Period | None) -> list[Run]:
    """The period of a plan in words; empty where there is none."""
    if plan_period is None:
        return []
    end = plan_period.extended_to or plan_period.to
    if end:
        return span(phrases, plan_period.from_, end)
    return phrases.dated("from {date}, no end set", plan_period.from_)


def year(phrases: Phrases, record: str) -> str:
    """The year by which a record is put in order of time; empty where no day is known."""
    day = phrases.corpus.day(record)
    return str(day.year) if day else ""
