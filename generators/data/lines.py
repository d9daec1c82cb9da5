"""A provision or a step as data: what it says, where, how firmly, how sure that is."""

from __future__ import annotations

from typing import Any

from generators.corpus import addresses, groups, order
from generators.corpus.addresses import Target
from generators.corpus.located import LocatedProvision, LocatedStep
from generators.data.marked import marked
from generators.document import sentences
from generators.document.phrases import Phrases
from generators.document.runs import Reference, letters
from generators.model.records import Indicator, Objective, Provision, Step


def provision(phrases: Phrases, located: LocatedProvision) -> dict[str, Any]:
    """A provision, as ``shapes_of_records.PROVISION`` describes it."""
    each, place = located.provision, f"{located.record}#{located.anchor}"
    leads = [topic for topic in each.topics if place in order.leads(phrases.corpus, topic)]
    return {
        **_line(phrases, located, each),
        **({"leads": leads} if leads else {}),
        **({} if phrases.corpus.current(each) else {"current": False}),
    }


def step(phrases: Phrases, located: LocatedStep) -> dict[str, Any]:
    """A step of a procedure, as ``shapes_of_records.STEP`` describes it."""
    return {**_line(phrases, located, located.step), "number": located.number}


def aim(phrases: Phrases, record: str, anchor: str, each: Objective | Indicator) -> dict[str, Any]:
    """An objective or an indicator of a plan, as ``shapes_of_records.OBJECTIVE`` describes it."""
    return {**_place(phrases, record, anchor, each.ref), **marked(phrases, record, each)}


def _line(
    phrases: Phrases, located: LocatedProvision | LocatedStep, each: Provision | Step
) -> dict[str, Any]:
    """What provisions and steps have in common."""
    record, alone = located.record, groups.group_of(phrases.corpus, located)
    words = letters(sentences.value(phrases, each))
    return {
        **_place(phrases, record, located.anchor, each.ref),
        **marked(phrases, record, each),
        **({"value_words": words} if words else {}),
        **({"only_for": alone} if alone else {}),
    }


def _place(phrases: Phrases, record: str, anchor: str, ref: str | None) -> dict[str, Any]:
    """Where a line stands: on the site, and in its text."""
    found = {"record": record, "address": addresses.address(Target("record", record, anchor))}
    if not ref:
        return found
    reference = phrases.reference(ref, record)
    foreign = next((run.language for run in reference if isinstance(run, Reference) and run.language), "")
    return {
        **found,
        "reference": letters(reference),
        **({"reference_language": foreign} if foreign else {}),
    }
