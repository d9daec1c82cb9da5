"""What the front page counts and answers, whatever the language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generators.corpus import order, parties
from generators.corpus.corpus import Corpus
from generators.corpus.first_days import Asking, first_days
from generators.corpus.located import Adherence, LocatedProvision

REFLECTION, NON_PUNISHMENT = "reflection-period", "non-punishment"
_ASKING = frozenset(("obligation", "conditional-obligation", "encouragement"))
_LISTS = ("provisions", "steps", "objectives", "indicators")


@dataclass(frozen=True, slots=True)
class HeadlineCounts:
    """What the front page counts, in texts that stand or wait to enter into force: mechanisms that speak of a
    reflection period, and those that set its length in days; records that ask that victims are not punished,
    and those of them that bind today. Of all action ``plans`` those that are over without a successor.
    """

    reflection: int
    reflection_timed: int
    non_punishment: int
    non_punishment_binding: int
    plans_over: int
    plans: int


def headline_counts(corpus: Corpus) -> HeadlineCounts:
    """The numbers of the front page."""
    return corpus.cached(("headline counts",), lambda: _headline_counts(corpus))


def _headline_counts(corpus: Corpus) -> HeadlineCounts:
    reflection = list(_standing(corpus, REFLECTION))
    timed = [each for each in reflection if "days" in (each.provision.value or {})]
    asking = {each.record for each in _standing(corpus, NON_PUNISHMENT) if each.provision.strength in _ASKING}
    plans = [name for name, model in corpus.records.items() if model.kind == "action-plan"]
    return HeadlineCounts(
        reflection=len({owner for each in reflection for owner in corpus.adopters(each.record)}),
        reflection_timed=len({owner for each in timed for owner in corpus.adopters(each.record)}),
        non_punishment=len(asking),
        non_punishment_binding=sum(map(corpus.binds, asking)),
        plans_over=sum(corpus.group(name) == "over" and not corpus.successors(name) for name in plans),
        plans=len(plans),
    )


def _standing(corpus: Corpus, topic: str) -> Iterator[LocatedProvision]:
    """The provisions on a topic, without those of drafts and of texts whose time is over."""
    lines = corpus.by_topic.get(topic, ())
    return (each for each in lines if corpus.group(each.record) in ("standing", "pending"))


def grades(corpus: Corpus) -> tuple[tuple[str, int], ...]:
    """How many lines of records (provisions, steps, objectives, indicators) have each grade of confidence,
    the surest first.
    """
    return corpus.cached(("grades",), lambda: _grades(corpus))


def _grades(corpus: Corpus) -> tuple[tuple[str, int], ...]:
    counted = Counter(
        corpus.confidence_of(name, line)
        for name, model in corpus.records.items()
        for key in _LISTS
        for line in getattr(model, key)
    )
    return tuple((grade, counted[grade]) for grade in corpus.vocabularies.of("confidences"))


# -- what it answers, for example ------------------------------------------------------------------------


def leading(corpus: Corpus, topic: str) -> LocatedProvision | None:
    """The first of the lines on a topic that bind today; None where nothing binds."""
    binding = [line for line in corpus.by_topic.get(topic, ()) if corpus.binds(line.record)]
    return min(binding, key=lambda line: order.key(corpus, line, topic), default=None)


def last_joined(corpus: Corpus) -> Adherence | None:
    """The State that last joined the text that binds most, States and topics multiplied; None where no such
    day is known.
    """
    known = {name: parties.numbers(corpus, name) for name in corpus.records if corpus.binds(name)}
    reach = {name: each.states * _topics(corpus, name) for name, each in known.items() if each}
    text = max(reach, key=lambda name: (reach[name], name), default="")
    listed = corpus.records[text].parties.states if text else ()
    bound = [each for each in listed if each.since and corpus.is_bound(text, each)]
    last = max(bound, key=lambda each: (each.since.first, each.state), default=None)
    return Adherence(text, last) if last else None


def _topics(corpus: Corpus, record: str) -> int:
    """On how many topics a record speaks."""
    return len({topic for line in corpus.records[record].provisions for topic in line.topics})


def first_asked(corpus: Corpus) -> tuple[str, Asking] | None:
    """The first step of the first days on which a text binds, and the line that stands first; None where
    none does.
    """
    steps = first_days(corpus)
    return next(((step.code, step.binding[0]) for step in steps if step.binding), None)


def newest(corpus: Corpus) -> list[str]:
    """Records that are dated and neither drafts nor superseded, the newest first."""
    known = (
        name for name in corpus.records if corpus.day(name) and corpus.group(name) in ("pending", "standing")
    )
    return sorted(known, key=corpus.age, reverse=True)
