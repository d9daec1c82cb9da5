"""What follows for one record, whatever the language.

What happened to it and is to happen, in order of time. Its provisions by pillar, its
relations, and the items of the consultation that it answers. All is worked out once for
all languages; pages and PDFs are views of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generators.corpus import status
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located, grouped, inverted
from generators.corpus.memo import once
from generators.model.records import Provision
from generators.text.partial_dates import PartialDate


def topics_of(corpus: Corpus, provision: Provision) -> list[str]:
    """The topics of a provision, in the order of the vocabulary; pages list it under the
    first.
    """
    return sorted(
        provision.topics, key=lambda code: corpus.vocabularies.rank("topics", code)
    )


TopicLines = tuple[str, tuple[Located[Provision], ...]]
"""A topic, and provisions on it."""


@once
def by_pillar(corpus: Corpus, record: str) -> tuple[tuple[str, list[TopicLines]], ...]:
    """The provisions of a record under the first of their topics.

    Topics are under their pillars, all in the order of the vocabulary.
    """
    lines = corpus.lines_of(record, "provisions")
    by_topic = grouped((topics_of(corpus, line.line)[0], line) for line in lines)
    return tuple(
        (pillar, [(topic, by_topic[topic]) for topic in topics])
        for pillar, topics in corpus.by_pillar(by_topic)
    )


def relations(corpus: Corpus, record: str) -> list[tuple[str, tuple[str, ...]]]:
    """Relations in both directions: names of relations, each with the records.

    The names: supersedes, is-to-supersede, superseded-by, is-to-be-superseded-by, amends,
    is-to-amend, amended-by, is-to-be-amended-by, implements, implemented-by, related. The
    last is one list, whichever of two records named the other. Relations that lead to no
    record are left out. Drafts and texts that wait to enter into force amend nothing yet.
    """
    own = corpus.records[record].relations
    implementing = corpus.inverse["implements"].get(record, ())
    related = (*own.related, *corpus.inverse["related"].get(record, ()))
    rows: list[tuple[str, Iterable[str]]] = [
        *_successions(corpus, record),
        *_amendments(corpus, record),
        ("implements", own.implements),
        ("implemented-by", implementing),
        ("related", dict.fromkeys(related)),
    ]
    known = (
        (name, tuple(target for target in ids if target in corpus.records))
        for name, ids in rows
    )
    return [(name, ids) for name, ids in known if ids]


def _successions(corpus: Corpus, record: str) -> list[tuple[str, list[str]]]:
    """What a record supersedes, and what supersedes it, today and later."""
    old = [
        name
        for name in corpus.records[record].relations.supersedes
        if name in corpus.records
    ]
    heirs = corpus.successors(record)
    named = corpus.inverse["supersedes"].get(record, ())
    done = [name for name in old if record in corpus.successors(name)]
    return [
        ("supersedes", done),
        ("is-to-supersede", [name for name in old if name not in done]),
        ("superseded-by", list(heirs)),
        ("is-to-be-superseded-by", [name for name in named if name not in heirs]),
    ]


def _amendments(corpus: Corpus, record: str) -> list[tuple[str, list[str]]]:
    """What a record amends, and what amends it, today and later."""

    def in_effect(name: str) -> bool:
        return status.has_taken_effect(corpus.records[name], corpus.today)

    amending = [
        name
        for name in corpus.inverse["amends"].get(record, ())
        if name in corpus.records
    ]
    amended = list(corpus.records[record].relations.amends)
    return [
        ("amends" if in_effect(record) else "is-to-amend", amended),
        ("amended-by", [name for name in amending if in_effect(name)]),
        ("is-to-be-amended-by", [name for name in amending if not in_effect(name)]),
    ]


@once
def answered_items(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The items of the Dakar consultation that a record answers, by record."""
    return inverted(
        (name, dict.fromkeys(answer.id for answer in item.answered_by))
        for name, item in corpus.items.items()
    )


# -- its days ----------------------------------------------------------------------------


class Moment(NamedTuple):
    """Something that happened to a record, or will.

    ``what`` is ``adopted`` (``published`` of a text that no organ adopted),
    ``signature``, ``in-force``, ``applies-from``, ``transposition-due``, ``period-from``,
    ``period-to`` or ``extended-to``. ``confidence`` and ``place_confidence`` are those of
    day and place: their own, else the record's. Where only the place is known, ``day`` is
    None.
    """

    what: str
    day: PartialDate | None
    confidence: str
    place: str = ""
    place_confidence: str = ""


def timeline(corpus: Corpus, record: str) -> tuple[Moment, ...]:
    """The days of a record, the earliest first.

    Events of which only the place is known come last. What is known of two days may leave
    their order open: of one we may know only the year. Then the one that law puts first
    comes first.
    """
    moments = list(_moments(corpus, record))
    ordered: list[tuple[PartialDate, Moment]] = []
    for moment in moments:
        if moment.day:
            ordered.insert(_place(ordered, moment.day), (moment.day, moment))
    undated = (moment for moment in moments if moment.place and not moment.day)
    return (*(moment for _, moment in ordered), *undated)


def _place(ordered: list[tuple[PartialDate, Moment]], day: PartialDate) -> int:
    """Where a day belongs in the list of days: before the first that is surely later."""
    for number, (later, _) in enumerate(ordered):
        if later.surely_after(day):
            return number
    return len(ordered)


def _moments(corpus: Corpus, record: str) -> Iterator[Moment]:
    """The moments of a record in the order of law; a ``day`` may be None."""
    model = corpus.records[record]
    own = model.confidence
    made = status.PUBLISHED if model.status == status.PUBLISHED else status.ADOPTED
    for what, event in ((made, model.adopted), ("signature", model.signature)):
        if event:
            sure = corpus.confidence_of(record, event)
            place_sure = event.place_confidence or sure
            yield Moment(what, event.date, sure, event.place or "", place_sure)
    yield Moment("in-force", model.in_force, corpus.confidence_of(record, "in_force"))
    yield Moment("applies-from", model.applies_from, own)
    yield Moment("transposition-due", model.transposition_due, own)
    period = model.period
    if period:
        sure = corpus.confidence_of(record, period)
        yield Moment("period-from", period.from_, sure)
        yield Moment("period-to", period.to, sure)
        yield Moment("extended-to", period.extended_to, sure)
