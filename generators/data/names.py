"""What the files of data have in common: who is meant by an id, what a code means, how a text is given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generators.corpus import addresses, cldr, confidences, parties
from generators.corpus.addresses import Target
from generators.corpus.located import Localized
from generators.document import sentences
from generators.document.contacts import contact
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.text import gettext_files


def text(phrases: Phrases, said: Localized) -> dict[str, Any]:
    """A text: ``says``, and where there is need ``language`` (BCP 47) with its ``direction`` (``ltr`` or
    ``rtl``), and ``unreviewed``.
    """
    found: dict[str, Any] = {"says": said.text}
    if said.language not in (phrases.language, "zxx"):
        found |= {"language": said.language, "direction": cldr.direction(said.language)}
    if said.state == gettext_files.UNREVIEWED:
        found["unreviewed"] = True
    return found


def record(phrases: Phrases, name: str) -> dict[str, Any]:
    """Which record an id means: ``name`` (its shortest usual one), ``title``, ``address``, ``kind``,
    ``type``, ``binding``, ``binds`` (whether it binds anybody today), ``status`` with its words,
    ``mechanisms``, ``regions``, ``confidence``, and how many ``states`` are bound, where that is known.
    """
    corpus, model = phrases.corpus, phrases.corpus.records[name]
    known = parties.numbers(corpus, name)
    return {
        "name": phrases.localizer.short(name).text,
        "title": phrases.localizer.title(name).text,
        "address": addresses.address(Target("record", name)),
        "kind": model.kind,
        "type": model.type,
        "binding": model.binding,
        "binds": corpus.binds(name),
        "status": corpus.status(name),
        "status_words": letters(sentences.status(phrases, name)),
        "mechanisms": list(corpus.adopters(name)),
        "regions": list(corpus.regions(name)),
        "confidence": confidences.shown(corpus, name),
        **({"states": known.all_ - known.organisations} if known and known.all_ else {}),
    }


def mechanism(phrases: Phrases, name: str) -> dict[str, Any]:
    """Which mechanism an id means: ``name``, ``title``, ``address``, ``regions``, and ``contact`` in words,
    where one was read.
    """
    model = phrases.corpus.mechanisms[name]
    found = {
        "name": phrases.localizer.short(name).text,
        "title": phrases.localizer.title(name).text,
        "address": addresses.address(Target("record", name)),
        "regions": list(phrases.corpus.regions(name)),
    }
    return {**found, "contact": letters(contact(phrases, name, model.contact))} if model.contact else found


def records(phrases: Phrases, names: Iterable[str]) -> dict[str, Any]:
    """Records by id, each once."""
    return {name: phrases.cached(("data", name), lambda name=name: record(phrases, name)) for name in names}


def mechanisms(phrases: Phrases, names: Iterable[str]) -> dict[str, Any]:
    """Mechanisms by id, each once."""
    return {
        name: phrases.cached(("data", name), lambda name=name: mechanism(phrases, name)) for name in names
    }


def labels(phrases: Phrases, *lists: str) -> dict[str, Any]:
    """What the codes of some lists of the vocabulary mean: by list and code ``label``, and ``sign`` where
    there is one.
    """
    return phrases.cached(("labels", lists), lambda: {name: _labels(phrases, name) for name in lists})


def _labels(phrases: Phrases, name: str) -> dict[str, Any]:
    return {
        code: {
            "label": phrases.localizer.label(name, code),
            **({"sign": sign} if (sign := getattr(entry, "sign", None)) else {}),
        }
        for code, entry in phrases.corpus.vocabularies.of(name).items()
    }
