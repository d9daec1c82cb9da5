"""Days in records that are to come, or came within the last year: what pages list and
calendars hold. No markup and no language here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from generators.corpus import comparisons, whom_to_call
from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence, grouped
from generators.corpus.memo import once
from generators.corpus.record_profile import timeline
from generators.corpus.state_profile import state_profile
from generators.corpus.status import next_due
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.text.partial_dates import PartialDate

_PAST = timedelta(days=365)
_MOMENTS = ("in-force", "applies-from", "transposition-due", "period-to", "extended-to")


class Coming(NamedTuple):
    """Something that happens on a day, month or year.

    ``what`` is ``in-force``, ``applies-from``, ``transposition-due``, ``period-to``,
    ``extended-to``, ``report`` or ``review``. A review says that somebody must look at
    what is recorded here again. ``records`` may then be many, mechanisms among them. A
    report is ``computed`` where the day follows from the last report. ``state`` is the
    State for which a text enters into force on a day of its own. ``confidence`` is empty
    for reviews.
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
    days = _days_of(corpus, corpus.records)
    return _ordered(corpus, days, {*corpus.records, *corpus.mechanisms})


@once
def of_mechanism(corpus: Corpus, mechanism: str) -> tuple[Coming, ...]:
    """The days of the records that a mechanism adopted, and of those under which it
    receives reports.

    It is empty where there are only our own reviews.
    """
    adopted = corpus.records_of.get(mechanism, ())
    reported = comparisons.reported(corpus).get(mechanism, ())
    own = (*adopted, *reported)
    days = _ordered(corpus, _days_of(corpus, own), {mechanism, *own})
    return days if any(coming.what != "review" for coming in days) else ()


@once
def of_state(corpus: Corpus, state: str) -> tuple[Coming, ...]:
    """The days of what a State has joined, and of its duties to report.

    Days of the records of its mechanisms that it need not join are among them. Reviews
    are those of texts that it has joined.
    """
    profile = state_profile(corpus, state)
    texts = (*profile.binding, *profile.pending)
    joined = {adherence.record for adherence in texts}
    own = sorted(joined.union(*profile.standards.values()))
    days = [day for day in _days_of(corpus, own) if day.what != "report"]
    reports = [day for day in _days_of(corpus, profile.reports) if day.what == "report"]
    return _ordered(corpus, [*_for_state(corpus, state, texts, days), *reports], joined)


def still_to_come(corpus: Corpus, days: Iterable[Coming]) -> tuple[Coming, ...]:
    """Those of some days that are not over, reviews left out."""
    return tuple(
        coming
        for coming in days
        if coming.what != "review" and coming.day.last >= corpus.today
    )


def reviews_due(corpus: Corpus, until: date) -> tuple[tuple[PartialDate, str], ...]:
    """What somebody must look at again by a day, that day included.

    Each is the day since when, and the id of the record, mechanism or State's contacts;
    the earliest first.
    """
    owners: dict[str, Record | Mechanism] = {**corpus.records, **corpus.mechanisms}
    due = [
        (model.review.due, name)
        for name, model in owners.items()
        if model.review and model.review.due.first <= until
    ]
    due += whom_to_call.due(corpus, until)
    return tuple(sorted(due, key=lambda pair: (pair[0].first, pair[1])))


def _days_of(corpus: Corpus, records: Iterable[str]) -> Iterator[Coming]:
    """The days of some records, each record once."""
    return chain.from_iterable(
        _of_record(corpus, name) for name in dict.fromkeys(records)
    )


@once
def _of_record(corpus: Corpus, record: str) -> tuple[Coming, ...]:
    """The days of a text; none of one that has a successor."""
    if corpus.successors(record):
        return ()
    model = corpus.records[record]
    days = []
    extended = bool(model.period and model.period.extended_to)
    for moment in timeline(corpus, record):
        if moment.day is None or moment.what not in _MOMENTS:
            continue
        if moment.what == "period-to" and extended:
            continue
        days.append(Coming(moment.what, moment.day, (record,), moment.confidence))
    duty = model.reporting
    if duty and corpus.group(record) == "standing":
        due = next_due(duty)
        if due:
            sure = corpus.confidence_of(record, duty)
            days.append(Coming("report", due.day, (record,), sure, computed=due.computed))
    return tuple(days)


def _for_state(
    corpus: Corpus, state: str, texts: Iterable[Adherence], days: Iterable[Coming]
) -> Iterator[Coming]:
    """The days of texts that a State joined, with the day from which each binds it where
    that is known.
    """
    own = {}
    for record, party in texts:
        since = corpus.bound_since(record, party)
        if since:
            own[record] = (party, since.day)
    for coming in days:
        if coming.what != "in-force" or coming.records[0] not in own:
            yield coming
    for record, (party, day) in own.items():
        sure = corpus.confidence_in(record, party)
        yield Coming("in-force", day, (record,), sure, state)


def _ordered(
    corpus: Corpus, days: Iterable[Coming], reviewed: Iterable[str]
) -> tuple[Coming, ...]:
    """Days, with the reviews of some records and mechanisms, from a year ago on, the
    earliest first. The reviews of one day are put together.
    """
    begins = corpus.today - _PAST

    def place(coming: Coming) -> tuple[date, date, str, tuple[str, ...]]:
        return (coming.day.first, coming.day.last, coming.what, coming.records)

    all_days = (*days, *_reviews(corpus, reviewed))
    recent = [coming for coming in all_days if coming.day.last >= begins]
    return tuple(sorted(recent, key=place))


def _reviews(corpus: Corpus, owners: Iterable[str]) -> Iterator[Coming]:
    """The days on which somebody must look at some records and mechanisms again."""
    reviews = ((corpus.model(name).review, name) for name in sorted(owners))
    by_day = grouped((review.due, name) for review, name in reviews if review)
    for day, names in by_day.items():
        yield Coming("review", day, names)
