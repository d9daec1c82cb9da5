"""What happened to a record, and what is to happen, in order of time. No markup and no language here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generators.corpus import status
from generators.corpus.corpus import Corpus
from generators.model.records import Event
from generators.text.partial_dates import PartialDate


class Moment(NamedTuple):
    """Something that happened to a record, or will.

    ``what`` is ``adopted`` (``published`` of a text that no organ adopted), ``signature``, ``in-force``,
    ``applies-from``, ``transposition-due``, ``period-from``, ``period-to`` or ``extended-to``; ``confidence``
    and ``place_confidence`` are those of day and place: their own, else the record's. Where only the place is
    known, ``day`` is None.
    """

    what: str
    day: PartialDate | None
    confidence: str
    place: str = ""
    place_confidence: str = ""


def timeline(corpus: Corpus, record: str) -> tuple[Moment, ...]:
    """The days of a record, the earliest first; events of which only the place is known come last. Where what
    is known of two days leaves their order open (one day, or a day of a year that is all that is known of the
    other), the one that law puts first comes first.
    """
    found = list(_moments(corpus, record))
    ordered: list[Moment] = []
    for each in found:
        if each.day:
            ordered.insert(_place(ordered, each.day), each)
    return (*ordered, *(each for each in found if each.place and not each.day))


def _place(ordered: list[Moment], day: PartialDate) -> int:
    """Where a day belongs: before the first that is surely later."""
    later = (number for number, each in enumerate(ordered) if each.day.surely_after(day))
    return next(later, len(ordered))


def _moments(corpus: Corpus, record: str) -> Iterator[Moment]:
    model, own = corpus.records[record], corpus.records[record].confidence
    made = status.PUBLISHED if model.status == status.PUBLISHED else status.ADOPTED
    for what, event in ((made, model.adopted), ("signature", model.signature)):
        if event:
            yield _event(corpus, record, what, event)
    yield Moment("in-force", model.in_force, corpus.confidence_of(record, "in_force"))
    yield Moment("applies-from", model.applies_from, own)
    yield Moment("transposition-due", model.transposition_due, own)
    if period := model.period:
        for what, day in (
            ("period-from", period.from_),
            ("period-to", period.to),
            ("extended-to", period.extended_to),
        ):
            yield Moment(what, day, corpus.confidence_of(record, period))


def _event(corpus: Corpus, record: str, what: str, event: Event) -> Moment:
    sure = corpus.confidence_of(record, event)
    return Moment(what, event.date, sure, event.place or "", event.place_confidence or sure)
