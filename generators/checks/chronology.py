"""Dates that cannot be in order.

A partial date is an interval. A rule finds a fault only where no day of it would do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generators.checks.rules import (
    FieldValue,
    File,
    Owner,
    mechanisms,
    owners,
    records,
    rule,
    values,
)
from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.model.fields import Happened, Loc
from generators.model.mechanisms import Mechanism, Member
from generators.model.parties import Party
from generators.model.records import Evaluation, Event, Period, Provision, Record
from generators.text.partial_dates import PartialDate
from generators.text.problems import Problem
from generators.text.sayings import say


class _NamedDay(NamedTuple):
    """A day of a file, as messages name it."""

    name: str
    """What happened, such as "adopted", or the key of the field."""
    loc: Loc
    """Its path in the file."""
    day: PartialDate | None
    """The day; None where the file does not say it."""


_Interval = Member | Party | Provision
"""A line with a first and a last day."""


@rule(records)
def dates_order(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A text is adopted, then signed, then in force, then applied, and a period begins
    before it ends.
    """
    for first, second in _ordered_days(file.model):
        yield from _order_problems(file, first, second)


@rule(owners)
def interval_order(_: Corpus, file: File[Owner]) -> Iterator[Problem]:
    """A membership, a party or a version of a provision begins before it ends. A text
    enters into force for a State when the State joins it, or later.
    """
    for loc, line in _intervals(file.model):
        if isinstance(line, Provision):
            begins = _NamedDay("from", (*loc, "from"), line.from_)
        else:
            begins = _NamedDay("since", (*loc, "since"), line.since)
        in_force_day = getattr(line, "in_force_since", None)
        in_force = _NamedDay("in_force_since", (*loc, "in_force_since"), in_force_day)
        ends = _NamedDay("until", (*loc, "until"), line.until)
        for first, second in ((begins, in_force), (in_force, ends), (begins, ends)):
            yield from _order_problems(file, first, second)


@rule(records)
def line_in_force(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """No line of a text is in force before the text is. A line may apply before its text
    does, on a day that the line names.
    """
    record = file.model
    in_force = _NamedDay(say("in force"), ("in_force",), record.in_force)
    for number, line in enumerate(record.provisions):
        begins = _NamedDay("from", ("provisions", number, "from"), line.from_)
        yield from _order_problems(file, in_force, begins)


_WRITTEN_DAY = r"((?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})"
_APPLIES = re.compile(
    rf"\b(?:appl(?:y|ies)|comply|binds?) (?:only )?from {_WRITTEN_DAY}\b"
    rf"|\b(?:have|has) applied since {_WRITTEN_DAY}\b"
)
"""Words that say from which day something applies."""


@rule(records)
def applies_said(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """The day from which a text applies is in a field, not only in an English summary or
    line. Otherwise the text is shown as if it applied already.
    """
    record = file.model
    if record.language != "en":
        return
    days = (record.applies_from, *(line.from_ for line in record.provisions))
    days_in_fields = {cldr.date_text(day, "en") for day in days if day}
    texts: list[tuple[Loc, str]] = [(("summary",), record.summary or "")]
    for number, line in enumerate(record.provisions):
        texts.append((("provisions", number, "says"), line.says))
    for loc, text in texts:
        for match in _APPLIES.finditer(" ".join(text.split())):
            day = match[1] or match[2]
            if day not in days_in_fields:
                message = say("{day} is in no field", day=day)
                hint = say(
                    "write this day in 'applies_from', or in 'from' of the line that it "
                    "is about"
                )
                yield file.problem(loc, message, hint)


@rule(owners)
def interval_overlap(_: Corpus, file: File[Owner]) -> Iterator[Problem]:
    """A State is a member or a party only once at a time."""
    lines_by_state: dict[str, list[tuple[Loc, Member | Party]]] = {}
    for loc, line in _intervals(file.model):
        if isinstance(line, Provision):
            continue
        earlier_lines = lines_by_state.setdefault(line.state, [])
        for earlier_loc, earlier in earlier_lines:
            if _overlap(earlier, line):
                message = say(
                    "'{state}' is here and on line {n}, at the same time",
                    state=line.state,
                    n=file.source.line(earlier_loc),
                )
                hint = say("keep one, or give each its since and until")
                yield file.problem(loc, message, hint)
                break
        earlier_lines.append((loc, line))


@rule(mechanisms)
def member_founding(_: Corpus, file: File[Mechanism]) -> Iterator[Problem]:
    """A State is not a member of a mechanism before the mechanism was founded."""
    founded = file.model.founded
    if not founded:
        return
    for number, member in enumerate(file.model.members):
        if member.since and founded.surely_after(member.since):
            message = say(
                "{day} is before the founding ({founded})",
                day=member.since,
                founded=founded,
            )
            line = file.source.line(("founded",))
            hint = say(
                "check both ('{what}' is on line {line})", what="founded", line=line
            )
            yield file.problem(("members", number, "since"), message, hint)


@rule(values, Happened)
def day_to_come(corpus: Corpus, field: FieldValue[Happened]) -> Iterator[Problem]:
    """What happened or was read did so on a day that has come."""
    if field.value.first > corpus.latest:
        message = say("{value} is in the future", value=field.value)
        hint = say("check the year; write in the summary what is only planned")
        yield field.problem(message, hint)


@rule(records)
def successor_order(corpus: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A text that supersedes or amends another is not older than that."""
    day = corpus.day(file.name)
    for relation in ("supersedes", "amends"):
        names = getattr(file.model.relations, relation)
        for number, name in enumerate(names):
            day_of_other = corpus.day(name) if name in corpus.records else None
            if day and day_of_other and day_of_other.surely_after(day):
                message = say(
                    "{name} ({other}) is later than this text ({day})",
                    name=name,
                    other=day_of_other,
                    day=day,
                )
                hint = say("check both dates and the direction of the relation")
                yield file.problem(("relations", relation, number), message, hint)


@rule(records)
def evaluation_foretold(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """An evaluation is not later than the page that tells of it, nor than our reading."""
    for number, evaluation in enumerate(file.model.evaluations):
        loc: Loc = ("evaluations", number, "when")
        when = evaluation.when
        for page_day in _page_days(file.model, number, evaluation):
            if when and page_day.day and when.surely_after(page_day.day):
                message = say(
                    "{when} is later than '{what}' {day}: an earlier page cannot know "
                    "what was found",
                    when=when,
                    what=page_day.name,
                    day=page_day.day,
                )
                hint = say(
                    "cite a page of that day or later ('{what}' is on line {line})",
                    what=page_day.name,
                    line=file.source.line(page_day.loc),
                )
                yield file.problem(loc, message, hint)


def _page_days(
    record: Record, number: int, evaluation: Evaluation
) -> Iterator[_NamedDay]:
    """The days of the page that tells of an evaluation, and of our reading.

    ``number`` is the place of the evaluation in its list, from 0.
    """
    loc = ("evaluations", number, "page_date")
    yield _NamedDay("page_date", loc, evaluation.page_date)
    looked = "evaluations_looked"
    yield _NamedDay(looked, (looked,), record.evaluations_looked)
    for place, source in enumerate(record.sources):
        if source.url == evaluation.url:
            yield _NamedDay("seen", ("sources", place, "seen"), source.seen)


def _ordered_days(record: Record) -> Iterator[tuple[_NamedDay, _NamedDay]]:
    """Pairs of days of one record, of which the first cannot be the later one."""
    adopted = _event_day(say("adopted"), "adopted", record.adopted)
    signed = _event_day(say("signed"), "signature", record.signature)
    in_force = _NamedDay(say("in force"), ("in_force",), record.in_force)
    applies = _NamedDay(say("applied"), ("applies_from",), record.applies_from)
    due_loc = ("transposition_due",)
    due = _NamedDay(say("to be transposed"), due_loc, record.transposition_due)
    yield adopted, signed
    for earlier in (adopted, signed):
        for later in (in_force, applies, due):
            yield earlier, later
    yield in_force, due
    yield in_force, applies
    parties = record.parties.states if record.parties else ()
    for number, party in enumerate(parties):
        loc = ("parties", "states", number)
        joined_name = say("{state} a party since", state=party.state)
        yield adopted, _NamedDay(joined_name, (*loc, "since"), party.since)
        in_force_name = say("in force for {state}", state=party.state)
        in_force_loc = (*loc, "in_force_since")
        yield in_force, _NamedDay(in_force_name, in_force_loc, party.in_force_since)
    if record.period:
        yield from _period_days(record.period)


def _event_day(name: str, key: str, event: Event | None) -> _NamedDay:
    """The day of an event under a key of a record; without a day where there is none."""
    return _NamedDay(name, (key, "date"), event.date if event else None)


def _period_days(period: Period) -> Iterator[tuple[_NamedDay, _NamedDay]]:
    """Pairs of days of a period, of which the first cannot be the later one."""
    begins = _NamedDay("from", ("period", "from"), period.from_)
    ends = _NamedDay("to", ("period", "to"), period.to)
    extended = _NamedDay("extended to", ("period", "extended_to"), period.extended_to)
    yield begins, ends
    yield ends, extended
    yield begins, extended


def _order_problems(
    file: File[Owner], first: _NamedDay, second: _NamedDay
) -> Iterator[Problem]:
    """The problem of two days of which the first is surely later; none otherwise."""
    if first.day and second.day and first.day.surely_after(second.day):
        message = say(
            "'{what}' {day} is earlier than '{what_other}' {day_other}",
            what=second.name,
            day=second.day,
            what_other=first.name,
            day_other=first.day,
        )
        line = file.source.line(first.loc)
        hint = say("check both ('{what}' is on line {line})", what=first.name, line=line)
        yield file.problem(second.loc, message, hint)


def _intervals(model: Owner) -> Iterator[tuple[Loc, _Interval]]:
    """The members, provisions and States parties of a model, each after its path."""
    parties = getattr(model, "parties", None)
    groups: list[tuple[Loc, tuple[_Interval, ...]]] = [
        (("members",), getattr(model, "members", ())),
        (("provisions",), getattr(model, "provisions", ())),
        (("parties", "states"), parties.states if parties else ()),
    ]
    for loc, lines in groups:
        for number, line in enumerate(lines):
            yield (*loc, number), line


def _overlap(first: Member | Party, second: Member | Party) -> bool:
    """Whether two intervals surely share a day; an open end has no last day."""
    lines = (first, second)
    begins = max(line.since.last if line.since else date.min for line in lines)
    ends = min(line.until.first if line.until else date.max for line in lines)
    return begins < ends
