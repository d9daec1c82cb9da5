"""Which action plans that run today speak on which topic."""

from __future__ import annotations

from generators.corpus import comparisons, order
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located, grouped
from generators.document.blocks import Block, Section, facts, notes
from generators.document.phrases import Phrases
from generators.document.runs import joined
from generators.text.partial_dates import PartialDate


def end_of(corpus: Corpus, name: str) -> PartialDate | None:
    """The last day of the period of a plan (the id of a record). None where no end is
    set.
    """
    period = corpus.records[name].period
    return (period.extended_to or period.to) if period else None


def is_running(corpus: Corpus, name: str) -> bool:
    """Whether a plan (the id of a record) is in effect and its period is not over."""
    is_plan = corpus.records[name].kind == "action-plan"
    if not is_plan or corpus.group(name) != "standing":
        return False
    end = end_of(corpus, name)
    return end is None or end.last >= corpus.today


def section(phrases: Phrases) -> Section | None:
    """Each topic with the running plans that speak on it, by region. None where none
    does.

    A name leads to the first line of the plan on the topic. Topics without a plan are
    named at the end.
    """
    corpus = phrases.corpus
    rows = []
    without_plan = []
    for topic in corpus.vocabularies.entries_of("topics"):
        lines = _first_lines(corpus, topic)
        if lines:
            names = [phrases.name(line.record, line.anchor) for line in lines]
            rows.append((phrases.entry("topics", topic), joined(names)))
        else:
            without_plan.append(phrases.entry("topics", topic))
    if not rows:
        return None
    heading = phrases.ui("What running plans speak on")
    none = phrases.labelled(
        phrases.ui("In running plans we found no line on"), joined(without_plan)
    )
    blocks: list[Block] = [facts(rows, "lists"), *notes(none)]
    return Section(heading, blocks, "by-topic", "fold")


def _first_lines(corpus: Corpus, topic: str) -> list[Located]:
    """The first line on a topic of each running plan, in the order of comparisons."""
    lines = [
        line for line in corpus.by_topic.get(topic, ()) if is_running(corpus, line.record)
    ]
    by_plan = grouped((line.record, line) for line in lines)
    plans = sorted(by_plan, key=lambda name: comparisons.position(corpus, name))
    return [order.ordered(corpus, by_plan[name], topic)[0] for name in plans]
