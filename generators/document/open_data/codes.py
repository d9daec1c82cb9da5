"""The codes of the tables and what they mean in a language: those of the vocabulary, and the few that follow
from the records and stand in no list there.
"""

from __future__ import annotations

from collections.abc import Mapping

from generators.corpus.corpus import Corpus
from generators.document.phrases import Phrases
from generators.model.vocabulary import UNDEFINED


def lists(corpus: Corpus) -> tuple[str, ...]:
    """The names of all lists whose codes stand in tables."""
    named = [name for name in corpus.vocabularies.entries if name not in UNDEFINED]
    return (*named, *_ADDED)


def labels(phrases: Phrases, name: str) -> Mapping[str, str]:
    """The label of each code of a list, in its order."""
    return phrases.cached(("codes", name), lambda: _labels(phrases, name))


def _labels(phrases: Phrases, name: str) -> Mapping[str, str]:
    if name in _ADDED:
        return _ADDED[name](phrases)
    entries = phrases.corpus.vocabularies.of(name)
    return {code: phrases.localizer.label(name, code) for code in entries}


def _translations(phrases: Phrases) -> Mapping[str, str]:
    ui = phrases.localizer.gettext
    return {
        "source": ui("Written in this language"),
        "official": ui("Published in this language"),
        "reviewed": ui("Reviewed"),
        "unreviewed": ui("Translation not yet reviewed"),
        "stale": ui("Translation out of date: the source text is shown"),
        "missing": ui("Not yet translated: the source text is shown"),
    }


def _participations(phrases: Phrases) -> Mapping[str, str]:
    ui = phrases.localizer.gettext
    return {
        "bound": ui("Party"),
        "pending": ui("Joined, not yet in force for it"),
        "no-longer-bound": ui("No longer bound"),
        "takes-part": ui("Joined, without being bound"),
        "to-take-part": ui("To come"),
        "took-part": ui("No longer taking part"),
        "signed": ui("Signed, not joined"),
        "named": ui("Named as a party in the text; ratification not recorded here"),
    }


def _party_lists(phrases: Phrases) -> Mapping[str, str]:
    ui = phrases.localizer.gettext
    return {
        "listed": ui("Listed"),
        "incomplete": ui("Known so far; the list may lack parties"),
        "number-only": ui("Only the number was read; no list of States is recorded here."),
        "signatures-only": ui("Only signatures were read; who has joined is not recorded here."),
        "not-recorded": ui("Not recorded here"),
    }


def _absences(phrases: Phrases) -> Mapping[str, str]:
    ui = phrases.localizer.gettext
    return {"read-silent": ui("The text says nothing"), "not-recorded": ui("Not yet looked at")}


def _relations(phrases: Phrases) -> Mapping[str, str]:
    ui = phrases.localizer.gettext
    return {
        "supersedes": ui("Supersedes"),
        "is-to-supersede": ui("Is to supersede"),
        "amends": ui("Amends"),
        "is-to-amend": ui("Is to amend"),
        "implements": ui("Implements"),
        "related": ui("Related"),
    }


_ADDED = {
    "translations": _translations,
    "participations": _participations,
    "party-lists": _party_lists,
    "absences": _absences,
    "relations": _relations,
}
