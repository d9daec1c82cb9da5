"""Days that stand in records and are to come, or came within the last year: what pages
list and calendars hold. No markup and no language here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from generators.corpus import comparisons, whom_to_call
from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.corpus.memo import once
from generators.corpus.record_profile import timeline
from generators.corpus.state_profile import StateProfile, state_profile
from generators.corpus.status import next_due
from generators.text.partial_dates import PartialDate

_PAST = timedelta(days=365)
_MOMENTS = ("in-force", "applies-from", "transposition-due", "period-to", "extended-to")


class Coming(NamedTuple):
    """Something that happens on a day, month or year.

    ``what`` is ``in-force``, ``applies-from``, ``transposition-due``, ``period-to``,
    ``extended-to``, ``report`` (``computed`` where the day follows from the last report),
    or ``review`` (somebody must look at what is recorded here again; ``records`` may then
    be many, mechanisms among them). ``state`` is the State for which a text enters into
    force on a day of its own. ``confidence`` is empty for reviews.
    """

    what: str
    day: PartialDate
    records: tuple[str, ...]
    confidence: str = ""
    state: str = ""
    computed: bool = False


@once
def of_all(corpus: Corpus) -> tuple[Coming, ...]:
    """The days of all records, with the reviews of all records and mechanisms; the
    earliest first.
    """
    return _ordered(
        corpus, _of(corpus, corpus.records), {*corpus.records, *corpus.mechanisms}
    )


@once
def of_mechanism(corpus: Corpus, mechanism: str) -> tuple[Coming, ...]:
    """The days of the records that a mechanism adopted and of those under which it
    receives reports; none where there are only our own reviews.
    """
    own = (
        *corpus.records_of.get(mechanism, ()),
        *comparisons.reported(corpus).get(mechanism, ()),
    )
    found = _ordered(corpus, _of(corpus, own), {mechanism, *own})
    return found if any(each.what != "review" for each in found) else ()


@once
def of_state(corpus: Corpus, state: str) -> tuple[Coming, ...]:
    """The days of what a State has joined, of the records of its mechanisms that it need
    not join, and of its duties to report; reviews are those of texts that it has joined.
    """
    found = state_profile(corpus, state)
    joined = {each.record for each in (*found.binding, *found.pending)}
    own = sorted(joined.union(*found.standards.values()))
    days = [each for each in _of(corpus, own) if each.what != "report"]
    reports = [each for each in _of(corpus, found.reports) if each.what == "report"]
    return _ordered(corpus, [*_for_it(corpus, state, found, days), *reports], joined)


def still_to_come(corpus: Corpus, days: Iterable[Coming]) -> tuple[Coming, ...]:
    """Those of some days that are not over, reviews left out."""
    return tuple(
        each for each in days if each.what != "review" and each.day.last >= corpus.today
    )


def reviews_due(corpus: Corpus, until: date) -> tuple[tuple[PartialDate, str], ...]:
    """What somebody must look at again by a day, that day included: since when, and the
    id of the record, mechanism or State's contacts; the earliest first.
    """
    owners = {**corpus.records, **corpus.mechanisms}
    found = [(model.review.due, name) for name, model in owners.items() if model.review]
    due = [(day, name) for day, name in found if day.first <= until]
    due += whom_to_call.due(corpus, until)
    return tuple(sorted(due, key=lambda each: (each[0].first, each[1])))


def _of(corpus: Corpus, records: Iterable[str]) -> Iterator[Coming]:
    return chain.from_iterable(
        _of_record(corpus, name) for name in dict.fromkeys(records)
    )


@once
def _of_record(corpus: Corpus, record: str) -> Iterator[Coming]:
    """The days of a text without a successor, which alone has any."""
    if corpus.successors(record):
        return
    model = corpus.records[record]
    extended = bool(model.period and model.period.extended_to)
    for moment in timeline(corpus, record):
        if (
            moment.day
            and moment.what in _MOMENTS
            and not (moment.what == "period-to" and extended)
        ):
            yield Coming(moment.what, moment.day, (record,), moment.confidence)
    duty = model.reporting
    if duty and corpus.group(record) == "standing" and (due := next_due(duty)):
        sure = corpus.confidence_of(record, duty)
        yield Coming("report", due.day, (record,), sure, computed=due.computed)


def _for_it(
    corpus: Corpus, state: str, found: StateProfile, days: Iterable[Coming]
) -> Iterator[Coming]:
    """Days of texts, with the day from which each binds a State where that is known."""
    own = {
        each.record: (each.party, since)
        for each in (*found.binding, *found.pending)
        if (since := corpus.bound_since(each.record, each.party))
    }
    yield from (
        each for each in days if each.what != "in-force" or each.records[0] not in own
    )
    for record, (party, since) in own.items():
        sure = corpus.confidence_in(record, party)
        yield Coming("in-force", since.day, (record,), sure, state)


def _ordered(
    corpus: Corpus, days: Iterable[Coming], reviewed: Iterable[str]
) -> tuple[Coming, ...]:
    """Days and reviews (those of one day together) from a year ago on, the earliest
    first.
    """
    begins = corpus.today - _PAST
    found = [
        each for each in (*days, *_reviews(corpus, reviewed)) if each.day.last >= begins
    ]
    return tuple(
        sorted(
            found,
            key=lambda each: (each.day.first, each.day.last, each.what, each.records),
        )
    )


def _reviews(corpus: Corpus, owners: Iterable[str]) -> Iterator[Coming]:
    reviews = ((corpus.model(name).review, name) for name in sorted(owners))
    for day, names in grouped(
        (review.due, name) for review, name in reviews if review
    ).items():
        yield Coming("review", day, names)
