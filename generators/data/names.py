"""What the files of data have in common: who is meant by an id, what a code means, how a text is given."""

from __future__ import annotations

from typing import Any

from generators.corpus import addresses, cldr, order, parties
from generators.corpus.addresses import Target
from generators.corpus.located import Localized
from generators.document import sentences
from generators.document.mechanism import contact
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.records import Party
from generators.text import gettext_files
from generators.text.partial_dates import PartialDate

_LABELLED = ("strengths", "confidences", "forces", "topics", "stages", "roles", "regions", "groups")
"""The lists whose codes the scripts of the pages put into words."""


def text(phrases: Phrases, said: Localized) -> dict[str, Any]:
    """A text, as ``shapes.TEXT`` describes it."""
    found: dict[str, Any] = {"says": said.text}
    if said.language not in (phrases.language, "zxx"):
        found |= {"language": said.language, "direction": cldr.direction(said.language)}
    if said.state == gettext_files.UNREVIEWED:
        found["unreviewed"] = True
    return found


def meant(phrases: Phrases, owner: str, said: str | None) -> dict[str, Any] | None:
    """A text of a record, mechanism or item (``owner`` is its id); None where there is none."""
    return text(phrases, phrases.localizer.said(owner, said)) if said else None


def known(**values: Any) -> dict[str, Any]:
    """The fields that have a value; a name that Python keeps for itself ends in ``_``."""
    return {name.removesuffix("_"): value for name, value in values.items() if value is not None}


def bound_since(phrases: Phrases, record: str, party: Party) -> dict[str, Any]:
    """From which day a text binds a State, as ``shapes.BOUND_SINCE`` describes it."""
    found = phrases.corpus.bound_since(record, party)
    if found is None:
        return {}
    return {"bound_since": found.day.text, **({"bound_since_computed": True} if found.computed else {})}


def iso(day: PartialDate | None) -> str | None:
    """A day as ISO 8601, no more precise than it is known."""
    return day.text if day else None


def record(phrases: Phrases, name: str) -> dict[str, Any]:
    """Which record an id means, as ``shapes.RECORD_NAMED`` describes it."""
    corpus, model = phrases.corpus, phrases.corpus.records[name]
    counted = parties.numbers(corpus, name)
    return {
        "name": phrases.localizer.short(name).text,
        "title": phrases.localizer.title(name).text,
        "address": addresses.address(Target("record", name)),
        "kind": model.kind,
        "type": model.type,
        "binding": model.binding,
        "about": model.about or order.NEIGHBOUR,
        "binds": corpus.binds(name),
        "status": corpus.status(name),
        "status_words": letters(sentences.status(phrases, name)),
        "mechanisms": list(corpus.adopters(name)),
        "regions": list(corpus.regions(name)),
        "confidence": corpus.confidence_shown(name),
        "topics": len({topic for line in model.provisions for topic in line.topics}),
        **({"states": counted.all_ - counted.organisations} if counted and counted.all_ else {}),
    }


def mechanism(phrases: Phrases, name: str) -> dict[str, Any]:
    """Which mechanism an id means, as ``shapes.MECHANISM_NAMED`` describes it."""
    model = phrases.corpus.mechanisms[name]
    found = {
        "name": phrases.localizer.short(name).text,
        "title": phrases.localizer.title(name).text,
        "address": addresses.address(Target("record", name)),
        "regions": list(phrases.corpus.regions(name)),
    }
    return {**found, "contact": letters(contact(phrases, name, model.contact))} if model.contact else found


def labels(phrases: Phrases) -> dict[str, Any]:
    """What the codes that stand in files mean: by list of the vocabulary and code ``label``, and ``sign``
    where there is one.
    """
    return {name: _labels(phrases, name) for name in _LABELLED}


def _labels(phrases: Phrases, name: str) -> dict[str, Any]:
    return {
        code: {
            "label": phrases.localizer.label(name, code),
            **({"sign": sign} if (sign := getattr(entry, "sign", None)) else {}),
        }
        for code, entry in phrases.corpus.vocabularies.of(name).items()
    }
