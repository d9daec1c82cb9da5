"""What the front page counts, whatever the language."""

from __future__ import annotations

from dataclasses import dataclass

from generators.corpus.comparisons import strength_order
from generators.corpus.corpus import Corpus


@dataclass(frozen=True, slots=True)
class RegionCell:
    """How many records of a region speak on a topic; whether the strongest of them binds today, and its first
    region.
    """

    count: int
    binding: bool
    region: str


def region_cell(corpus: Corpus, topic_name: str, region: str) -> RegionCell | None:
    """What a region's records say on a topic, in small; None where none speaks on it."""
    located = [each for each in corpus.by_topic[topic_name] if region in corpus.regions(each.record)]
    if not located:
        return None
    first = min(located, key=lambda each: strength_order(corpus, each)).record
    return RegionCell(len({each.record for each in located}), corpus.binds(first), corpus.regions(first)[0])


@dataclass(frozen=True, slots=True)
class HeadlineCounts:
    """What the front page counts: mechanisms that speak of a reflection period and those that set its length,
    records on non-punishment and those of them that bind today, action plans that are over and all
    action plans.
    """

    reflection: int
    reflection_timed: int
    non_punishment: int
    non_punishment_binding: int
    plans_over: int
    plans: int


def headline_counts(corpus: Corpus) -> HeadlineCounts:
    """The numbers of the front page."""
    reflection = corpus.by_topic.get("reflection-period", ())
    timed = [each for each in reflection if each.provision.value]
    non_punishment = {each.record for each in corpus.by_topic.get("non-punishment", ())}
    plans = [name for name, model in corpus.records.items() if model.kind == "action-plan"]
    return HeadlineCounts(
        reflection=len({owner for each in reflection for owner in corpus.adopters(each.record)}),
        reflection_timed=len({owner for each in timed for owner in corpus.adopters(each.record)}),
        non_punishment=len(non_punishment),
        non_punishment_binding=sum(map(corpus.binds, non_punishment)),
        plans_over=sum(corpus.group(name) == "over" and not corpus.successors(name) for name in plans),
        plans=len(plans),
    )


def newest(corpus: Corpus) -> list[str]:
    """Records that are dated and neither drafts nor superseded, the newest first."""
    known = (
        name for name in corpus.records if corpus.day(name) and corpus.group(name) in ("pending", "standing")
    )
    return sorted(known, key=corpus.age, reverse=True)
