"""What changed in the records, the newest first: what the project's own list says (``change_file``), and the
plans whose period ended, which follows from the plans.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generators.corpus import comparisons
from generators.corpus.addresses import Target
from generators.corpus.change_file import WHAT, Change
from generators.corpus.corpus import Corpus, once
from generators.corpus.located import grouped
from generators.corpus.state_profile import state_profile

_ELSEWHERE = ("corrected", "joined", "left")
"""What changes nothing that a text says on a topic, unless it is of its provisions."""
_EXPIRED_SINCE = timedelta(days=366)


@once
def listed(corpus: Corpus) -> tuple[Change, ...]:
    """What changed, the newest day first; under their present ids, and without what is there no more, but
    that it was withdrawn.
    """
    return tuple(_listed(corpus))


def _listed(corpus: Corpus) -> Iterator[Change]:
    owners = {**corpus.records, **corpus.mechanisms}
    now = {alias: name for name, model in owners.items() for alias in model.aliases}
    told = [each._replace(of=now.get(each.of, each.of)) for each in corpus.library.changes]
    kept = [each for each in told if (each.of in owners) != (each.what == "withdrawn")]
    order = (*WHAT, "expired")
    found = {*kept, *_expired(corpus)}
    yield from sorted(
        found, key=lambda each: (-each.day.toordinal(), each.of.split("/"), order.index(each.what), each)
    )


def _expired(corpus: Corpus) -> Iterator[Change]:
    """The plans whose period ended in the last year."""
    for name, model in corpus.records.items():
        ends = (model.period.extended_to or model.period.to) if model.period else None
        if ends and corpus.status(name) == "expired" and ends.last > corpus.today - _EXPIRED_SINCE:
            yield Change(ends.last, name, "expired")


def of(corpus: Corpus, owner: str) -> tuple[Change, ...]:
    """What changed of one record or mechanism, the newest first."""
    by_owner = corpus.cached(
        ("changes by owner",), lambda: grouped((each.of, each) for each in listed(corpus))
    )
    return by_owner.get(owner, ())


def last(corpus: Corpus, owner: str) -> date | None:
    """The day on which a record or mechanism was changed last; None where no history tells."""
    return next((each.day for each in of(corpus, owner) if each.what != "expired"), None)


def last_on(corpus: Corpus, page: Target) -> date | None:
    """The day on which what a page is about was changed last; None of a page about nothing of its own, or
    where no history tells.
    """
    told = {"topic": of_topic, "state": of_state, "region": of_region}.get(page.kind)
    if page.kind == "record":
        told = of_mechanism if page.name in corpus.mechanisms else of
    found = told(corpus, page.name) if told else ()
    return next((each.day for each in found if each.what != "expired"), None)


def of_mechanism(corpus: Corpus, mechanism: str) -> tuple[Change, ...]:
    """What changed of a mechanism and of the records that it adopted, the newest first."""
    own = {mechanism, *corpus.records_of.get(mechanism, ())}
    return tuple(each for each in listed(corpus) if each.of in own)


def of_region(corpus: Corpus, region: str) -> tuple[Change, ...]:
    """What changed of the mechanisms and records of a region, the newest first."""
    owners = {**corpus.records, **corpus.mechanisms}
    return tuple(each for each in listed(corpus) if each.of in owners and region in corpus.regions(each.of))


def of_topic(corpus: Corpus, topic: str) -> tuple[Change, ...]:
    """What changed of the records that speak on a topic, or that say nothing on it though read in full, the
    newest first: that they came, went or expired, and what bears on what they say. The list of changes names
    records and parts, and not lines: a provision that was corrected may be one on another topic.
    """
    found = comparisons.topic(corpus, topic)
    speaking, silent = {row.record for row in found.rows}, {*found.silent}
    return tuple(
        each
        for each in listed(corpus)
        if (each.of in speaking and (each.what not in _ELSEWHERE or "provisions" in each.parts))
        or (each.of in silent and "silent" in each.parts)
    )


@once
def of_state(corpus: Corpus, state: str) -> tuple[Change, ...]:
    """What changed of the texts that concern a State (alpha-3 code), the newest first: of those that bind it,
    and of its mechanisms with what they adopted first.
    """
    found = state_profile(corpus, state)
    of = {each.mechanism for each in found.now} | {each.record for each in found.binding}
    return tuple(each for each in listed(corpus) if each.of in of or each.of.partition("/")[0] in of)
