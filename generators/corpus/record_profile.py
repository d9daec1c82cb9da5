"""What follows for one record, whatever the language: what happened to it and is to
happen, in order of time; its provisions by pillar, its relations, and the items of the
consultation that it answers. Worked out once for all languages; pages and PDFs are views
of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generators.corpus import status
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located, grouped, inverted
from generators.corpus.memo import once
from generators.model.records import Provision
from generators.text.partial_dates import PartialDate


def topics_of(corpus: Corpus, provision: Provision) -> list[str]:
    """The topics of a provision, in the order of the vocabulary; it stands under the
    first.
    """
    return sorted(
        provision.topics, key=lambda code: corpus.vocabularies.rank("topics", code)
    )


@once
def by_pillar(
    corpus: Corpus, record: str
) -> Iterator[tuple[str, list[tuple[str, tuple[Located, ...]]]]]:
    """The provisions of a record under the first of their topics, topics under their
    pillars, all in the order of the vocabulary.
    """
    lines = corpus.lines_of(record, "provisions")
    by_topic = grouped((topics_of(corpus, each.line)[0], each) for each in lines)
    for pillar, topics in corpus.by_pillar(by_topic):
        yield pillar, [(topic, by_topic[topic]) for topic in topics]


def relations(corpus: Corpus, record: str) -> list[tuple[str, tuple[str, ...]]]:
    """Relations in both directions, by name: supersedes, is-to-supersede, superseded-by,
    is-to-be-superseded-by, amends, is-to-amend, amended-by, is-to-be-amended-by,
    implements, implemented-by and related (one list, whoever named the other); those that
    lead to no record are left out. Drafts and texts that wait to enter into force amend
    nothing yet.
    """
    own, inverse = corpus.records[record].relations, corpus.inverse
    old = [other for other in own.supersedes if other in corpus.records]
    heirs, named = corpus.successors(record), inverse["supersedes"].get(record, ())
    related = tuple(dict.fromkeys((*own.related, *inverse["related"].get(record, ()))))
    amending = [
        other for other in inverse["amends"].get(record, ()) if other in corpus.records
    ]
    texts = {other: corpus.records[other] for other in (record, *amending)}
    done = [
        other
        for other, text in texts.items()
        if status.has_taken_effect(text, corpus.today)
    ]
    rows = [
        ("supersedes", [other for other in old if record in corpus.successors(other)]),
        (
            "is-to-supersede",
            [other for other in old if record not in corpus.successors(other)],
        ),
        ("superseded-by", heirs),
        ("is-to-be-superseded-by", [other for other in named if other not in heirs]),
        ("amends" if record in done else "is-to-amend", own.amends),
        ("amended-by", [other for other in amending if other in done]),
        ("is-to-be-amended-by", [other for other in amending if other not in done]),
        ("implements", own.implements),
        ("implemented-by", inverse["implements"].get(record, ())),
        ("related", related),
    ]
    known = (
        (name, tuple(other for other in others if other in corpus.records))
        for name, others in rows
    )
    return [(name, others) for name, others in known if others]


@once
def answered_items(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The items of the Dakar consultation that a record answers, by record."""
    return inverted(
        (item, dict.fromkeys(answer.id for answer in each.answered_by))
        for item, each in corpus.items.items()
    )


# -- its days ----------------------------------------------------------------------------


class Moment(NamedTuple):
    """Something that happened to a record, or will.

    ``what`` is ``adopted`` (``published`` of a text that no organ adopted),
    ``signature``, ``in-force``, ``applies-from``, ``transposition-due``, ``period-from``,
    ``period-to`` or ``extended-to``; ``confidence`` and ``place_confidence`` are those of
    day and place: their own, else the record's. Where only the place is known, ``day`` is
    None.
    """

    what: str
    day: PartialDate | None
    confidence: str
    place: str = ""
    place_confidence: str = ""


def timeline(corpus: Corpus, record: str) -> tuple[Moment, ...]:
    """The days of a record, the earliest first; events of which only the place is known
    come last. Where what is known of two days leaves their order open (one day, or a day
    of a year that is all that is known of the other), the one that law puts first comes
    first.
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
            sure = corpus.confidence_of(record, event)
            yield Moment(
                what, event.date, sure, event.place or "", event.place_confidence or sure
            )
    yield Moment("in-force", model.in_force, corpus.confidence_of(record, "in_force"))
    yield Moment("applies-from", model.applies_from, own)
    yield Moment("transposition-due", model.transposition_due, own)
    if period := model.period:
        sure = corpus.confidence_of(record, period)
        yield Moment("period-from", period.from_, sure)
        yield Moment("period-to", period.to, sure)
        yield Moment("extended-to", period.extended_to, sure)
