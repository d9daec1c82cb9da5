"""Dates that cannot be in order. Partial dates are intervals: a rule fires only where no
day of theirs would do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generators.checks.rules import File, Value, mechanisms, owners, records, rule, values
from generators.corpus import cldr
from generators.corpus.corpus import Corpus
from generators.model.fields import Happened, Loc
from generators.model.mechanisms import Member
from generators.model.parties import Party
from generators.model.records import Evaluation, Provision, Record
from generators.text.partial_dates import PartialDate
from generators.text.problems import Problem
from generators.text.sayings import say


class _Dated(NamedTuple):
    what: str
    loc: Loc
    day: PartialDate | None


@rule(records)
def dates_order(_: Corpus, file: File) -> Iterator[Problem]:
    """A text is adopted, then signed, then in force, then applied, and a period begins
    before it ends.
    """
    for first, second in _pairs(file.model):
        yield from _in_order(file, first, second)


@rule(owners)
def interval_order(_: Corpus, file: File) -> Iterator[Problem]:
    """A membership, a party or a version of a provision begins before it ends. A text
    enters into force for a State when the State joins it, or later.
    """
    for loc, line in _intervals(file.model):
        key = "from" if isinstance(line, Provision) else "since"
        begins = _Dated(
            key, (*loc, key), line.from_ if isinstance(line, Provision) else line.since
        )
        ends = _Dated("until", (*loc, "until"), line.until)
        in_force = _Dated(
            "in_force_since",
            (*loc, "in_force_since"),
            getattr(line, "in_force_since", None),
        )
        for first, second in ((begins, in_force), (in_force, ends), (begins, ends)):
            yield from _in_order(file, first, second)


@rule(records)
def line_in_force(_: Corpus, file: File) -> Iterator[Problem]:
    """No line of a text is in force before the text is. A line may apply before its text
    does, on a day that the line names.
    """
    model = file.model
    in_force = _Dated(say("in force"), ("in_force",), model.in_force)
    for number, line in enumerate(model.provisions):
        begins = _Dated("from", ("provisions", number, "from"), line.from_)
        yield from _in_order(file, in_force, begins)


_APPLIES = re.compile(
    r"\b(?:appl(?:y|ies)|comply|binds?) (?:only )?from ((?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})\b"
    r"|\b(?:have|has) applied since ((?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})\b"
)


@rule(records)
def applies_said(_: Corpus, file: File) -> Iterator[Problem]:
    """The day from which a text applies is in a field, not only in an English summary or
    line. Otherwise the text is shown as if it applied already.
    """
    model = file.model
    if model.language != "en":
        return
    days = (model.applies_from, *(line.from_ for line in model.provisions))
    known = {cldr.date_text(day, "en") for day in days if day}
    texts = {
        ("provisions", number, "says"): line.says
        for number, line in enumerate(model.provisions)
    }
    for loc, text in {("summary",): model.summary or "", **texts}.items():
        for found in _APPLIES.finditer(" ".join(text.split())):
            day = found[1] or found[2]
            if day not in known:
                hint = say(
                    "write this day in 'applies_from', or in 'from' of the line that it is about"
                )
                yield file.problem(loc, say("{day} is in no field", day=day), hint)


@rule(owners)
def interval_overlap(_: Corpus, file: File) -> Iterator[Problem]:
    """A State is a member or a party only once at a time."""
    before: dict[str, list[tuple[Loc, Member | Party]]] = {}
    for loc, line in _intervals(file.model):
        if isinstance(line, Provision):
            continue
        earlier = before.setdefault(line.state, [])
        if clash := next(
            (place for place, other in earlier if _overlap(other, line)), None
        ):
            other = file.source.line(clash)
            typed = say(
                "'{state}' is here and on line {n}, at the same time",
                state=line.state,
                n=other,
            )
            yield file.problem(
                loc, typed, say("keep one, or give each its since and until")
            )
        earlier.append((loc, line))


@rule(mechanisms)
def member_founding(_: Corpus, file: File) -> Iterator[Problem]:
    """A State is not a member of a mechanism before the mechanism was founded."""
    founded = file.model.founded
    for number, member in enumerate(file.model.members if founded else ()):
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
def day_to_come(corpus: Corpus, found: Value) -> Iterator[Problem]:
    """What happened or was read did so on a day that has come."""
    if found.value.first > corpus.latest:
        hint = say("check the year; write in the summary what is only planned")
        yield found.problem(say("{value} is in the future", value=found.value), hint)


@rule(records)
def successor_order(corpus: Corpus, file: File) -> Iterator[Problem]:
    """A text that supersedes or amends another is not older than that."""
    day = corpus.day(file.name)
    for kind in ("supersedes", "amends"):
        for number, name in enumerate(getattr(file.model.relations, kind)):
            other = corpus.day(name) if name in corpus.records else None
            if day and other and other.surely_after(day):
                message = say(
                    "{name} ({other}) is later than this text ({day})",
                    name=name,
                    other=other,
                    day=day,
                )
                hint = say("check both dates and the direction of the relation")
                yield file.problem(("relations", kind, number), message, hint)


@rule(records)
def evaluation_foretold(_: Corpus, file: File) -> Iterator[Problem]:
    """An evaluation is not later than the page that tells of it, nor than our reading."""
    for number, evaluation in enumerate(file.model.evaluations):
        loc: Loc = ("evaluations", number, "when")
        for told in _told_by(file.model, number, evaluation):
            if evaluation.when and told.day and evaluation.when.surely_after(told.day):
                message = say(
                    "{when} is later than '{what}' {day}: an earlier page cannot know what was found",
                    when=evaluation.when,
                    what=told.what,
                    day=told.day,
                )
                hint = say(
                    "cite a page of that day or later ('{what}' is on line {line})",
                    what=told.what,
                    line=file.source.line(told.loc),
                )
                yield file.problem(loc, message, hint)


def _told_by(record: Record, number: int, evaluation: Evaluation) -> Iterator[_Dated]:
    """The days of the page that tells of an evaluation, and of our reading."""
    yield _Dated("page_date", ("evaluations", number, "page_date"), evaluation.page_date)
    yield _Dated("evaluations_looked", ("evaluations_looked",), record.evaluations_looked)
    for place, source in enumerate(record.sources):
        if source.url == evaluation.url:
            yield _Dated("seen", ("sources", place, "seen"), source.seen)


def _pairs(record: Record) -> Iterator[tuple[_Dated, _Dated]]:
    """Dates of one record of which the first cannot be the later one."""
    adopted = _Dated(
        say("adopted"),
        ("adopted", "date"),
        record.adopted.date if record.adopted else None,
    )
    signed = _Dated(
        say("signed"),
        ("signature", "date"),
        record.signature.date if record.signature else None,
    )
    in_force = _Dated(say("in force"), ("in_force",), record.in_force)
    applies = _Dated(say("applied"), ("applies_from",), record.applies_from)
    due = _Dated(
        say("to be transposed"), ("transposition_due",), record.transposition_due
    )
    yield adopted, signed
    yield from (
        (earlier, later)
        for earlier in (adopted, signed)
        for later in (in_force, applies, due)
    )
    yield in_force, due
    yield in_force, applies
    for number, party in enumerate(record.parties.states if record.parties else ()):
        loc: Loc = ("parties", "states", number)
        yield (
            adopted,
            _Dated(
                say("{state} a party since", state=party.state),
                (*loc, "since"),
                party.since,
            ),
        )
        for_it = say("in force for {state}", state=party.state)
        yield in_force, _Dated(for_it, (*loc, "in_force_since"), party.in_force_since)
    if record.period:
        begins = _Dated("from", ("period", "from"), record.period.from_)
        ends = _Dated("to", ("period", "to"), record.period.to)
        extended = _Dated(
            "extended to", ("period", "extended_to"), record.period.extended_to
        )
        yield from ((begins, ends), (ends, extended), (begins, extended))


def _in_order(file: File, first: _Dated, second: _Dated) -> Iterator[Problem]:
    if first.day and second.day and first.day.surely_after(second.day):
        message = say(
            "'{what}' {day} is earlier than '{what_other}' {day_other}",
            what=second.what,
            day=second.day,
            what_other=first.what,
            day_other=first.day,
        )
        line = file.source.line(first.loc)
        hint = say("check both ('{what}' is on line {line})", what=first.what, line=line)
        yield file.problem(second.loc, message, hint)


def _intervals(model: object) -> Iterator[tuple[Loc, Member | Party | Provision]]:
    groups = {(key,): getattr(model, key, ()) for key in ("members", "provisions")}
    parties = getattr(model, "parties", None)
    for loc, lines in {
        **groups,
        ("parties", "states"): parties.states if parties else (),
    }.items():
        yield from (((*loc, number), line) for number, line in enumerate(lines))


def _overlap(one: Member | Party, other: Member | Party) -> bool:
    """Whether two intervals surely share a day; an open end reaches to the end of time."""
    begins = max(line.since.last if line.since else date.min for line in (one, other))
    ends = min(line.until.first if line.until else date.max for line in (one, other))
    return begins < ends
