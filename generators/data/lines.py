"""A provision or a step as data: what it says, where, how firmly, how sure that is."""

from __future__ import annotations

from typing import Any

from generators.corpus import addresses, groups
from generators.corpus.addresses import Target
from generators.corpus.located import LocatedProvision, LocatedStep
from generators.data import names
from generators.document import sentences
from generators.document.phrases import Phrases
from generators.document.runs import Reference, letters
from generators.model.records import Provision, Step


def provision(phrases: Phrases, located: LocatedProvision) -> dict[str, Any]:
    """A provision: ``strength`` and ``topics`` are codes, ``from`` and ``until`` the days between which it
    holds, where it is not in force as long as its record; ``current`` is false where it does not hold on the
    day of the data. Beside them what every line has.
    """
    each = located.provision
    return {
        **_line(phrases, located, each, each.says),
        "strength": each.strength,
        "topics": list(each.topics),
        **({"from": each.from_.text} if each.from_ else {}),
        **({"until": each.until.text} if each.until else {}),
        **({} if phrases.corpus.current(each) else {"current": False}),
    }


def step(phrases: Phrases, located: LocatedStep) -> dict[str, Any]:
    """A step of a procedure: ``number`` counts from 1; ``stage`` and ``who`` are codes, ``time_limit`` is a
    text.
    """
    each = located.step
    limit = each.time_limit and names.text(phrases, phrases.localizer.said(located.record, each.time_limit))
    return {
        **_line(phrases, located, each, each.does),
        "number": located.number,
        "stage": each.stage,
        "who": list(each.who),
        **({"time_limit": limit} if limit else {}),
    }


def _line(
    phrases: Phrases, located: LocatedProvision | LocatedStep, each: Provision | Step, said: str
) -> dict[str, Any]:
    """What every line has: ``record``, ``address``, ``ref`` as typed and ``reference`` as the language writes
    it (``reference_language`` where its words are in another), the text, ``value`` and ``within`` by unit
    with ``value_words``, ``confidence``; ``only_for`` says for which group of persons alone it holds.
    """
    record, alone = located.record, groups.group_of(phrases.corpus, located)
    words = letters(sentences.value(phrases, each))
    reference = phrases.reference(each.ref, record)
    foreign = next((run.language for run in reference if isinstance(run, Reference) and run.language), "")
    return {
        "record": record,
        "address": addresses.address(Target("record", record, located.anchor)),
        "ref": each.ref,
        "reference": letters(reference),
        **({"reference_language": foreign} if foreign else {}),
        **names.text(phrases, phrases.localizer.said(record, said)),
        **({"value": dict(each.value)} if each.value else {}),
        **({"within": dict(each.within)} if each.within else {}),
        **({"value_words": words} if words else {}),
        **({"only_for": phrases.localizer.label("groups", alone)} if alone else {}),
        "confidence": phrases.corpus.confidence_of(record, each),
    }
