"""The codes that stand in tables: those of the vocabulary, and the few that follow from the records and stand
in no list, each with its label and what it means.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.document.phrases import Phrases
from generators.model.vocabulary import UNDEFINED

T = TypeVar("T")
Entries = Mapping[str, tuple[T, T]]
"""The label and the definition of each code of a list, in its order."""


def code_lists(corpus: Corpus) -> tuple[str, ...]:
    """The names of all lists whose codes stand in tables."""
    named = [name for name in corpus.vocabularies.entries if name not in UNDEFINED]
    return (*named, *_ADDED)


def code_labels(phrases: Phrases, name: str) -> Mapping[str, str]:
    """The label of each code of a list, in its order."""
    return phrases.cached(("codes", name), lambda: _code_labels(phrases, name))


def _code_labels(phrases: Phrases, name: str) -> Mapping[str, str]:
    if name in _ADDED:
        return {code: label for code, (label, _) in _ADDED[name](phrases.localizer.gettext).items()}
    entries = phrases.corpus.vocabularies.of(name)
    return {code: phrases.localizer.label(name, code) for code in entries}


def definition(phrases: Phrases, name: str, code: str) -> Localized:
    """What a code of a list means, in a sentence."""
    if name in _ADDED:
        return _ADDED[name](phrases.localizer.interface)[code][1]
    return phrases.localizer.word(name, code, "definition")


def _translations(ui: Callable[[str], T]) -> Entries[T]:
    return {
        "source": (
            ui("Written in this language"),
            ui("The text is in the language in which it was written."),
        ),
        "official": (
            ui("Published in this language"),
            ui("It was published in this language. It is not our translation."),
        ),
        "reviewed": (ui("Reviewed"), ui("It is a translation, and somebody has reviewed it.")),
        "unreviewed": (
            ui("Translation not yet reviewed"),
            ui("It is a translation, and nobody has reviewed it."),
        ),
        "stale": (
            ui("Translation out of date: the source text is shown"),
            ui("The source text has changed since it was translated."),
        ),
        "missing": (
            ui("Not yet translated: the source text is shown"),
            ui("There is no translation of the text into this language."),
        ),
    }


def _participations(ui: Callable[[str], T]) -> Entries[T]:
    return {
        "bound": (ui("Party"), ui("The text binds it on the day of the data.")),
        "pending": (
            ui("Has joined, not yet binding on it"),
            ui("It has joined. The text does not bind it yet."),
        ),
        "no-longer-bound": (
            ui("No longer bound"),
            ui("It joined. It has left since, or the text no longer binds anybody."),
        ),
        "takes-part": (
            ui("Takes part but is not bound"),
            ui("It takes part on the day of the data. The text does not bind."),
        ),
        "to-take-part": (ui("To come"), ui("It is to take part from a later day. The text does not bind.")),
        "took-part": (
            ui("No longer taking part"),
            ui("It took part and no longer does. The text does not bind."),
        ),
        "signed": (ui("Signed but not a party"), ui("It signed the text and has not joined it since.")),
        "named": (
            ui("Named as a party in the text. We do not know whether it ratified."),
            ui("The text itself names it as a party. No list that we read says whether it ratified."),
        ),
    }


def _party_lists(ui: Callable[[str], T]) -> Entries[T]:
    return {
        "listed": (ui("Listed"), ui("We have a list that names all parties on its day.")),
        "incomplete": (
            ui("Known so far: the list may lack parties"),
            ui("We have a list. A State that is missing may be a party."),
        ),
        "number-only": (
            ui("We know only the number. We have no list of States."),
            ui("A source gives the number of parties. We have read no list that names them."),
        ),
        "signatures-only": (
            ui("We know only who signed. We do not know who has become a party."),
            ui("We have a list of those who signed, and no list of parties."),
        ),
        "not-recorded": (ui("What we do not have"), ui("We have neither a list nor a number of parties.")),
    }


def _absences(ui: Callable[[str], T]) -> Entries[T]:
    return {
        "silent": (
            ui("The text says nothing"),
            ui("We read the text in full. It says nothing on this topic."),
        ),
        "read-in-part": (
            ui("Read in part, nothing found"),
            ui("We read a part of the text. That part says nothing on this topic. The rest may."),
        ),
        "unreadable": (
            ui("We could not read the text"),
            ui("We looked for the text and could not read it. It may say something on this topic."),
        ),
        "not-recorded": (
            ui("Not read for this yet"),
            ui("Nobody has read the text for this topic. It may say something."),
        ),
    }


def _relations(ui: Callable[[str], T]) -> Entries[T]:
    return {
        "supersedes": (ui("Supersedes"), ui("It has taken the place of the other text.")),
        "is-to-supersede": (
            ui("Is to supersede"),
            ui("It is to take the place of the other text, and has not taken effect yet."),
        ),
        "amends": (ui("Amends"), ui("It has changed the other text.")),
        "is-to-amend": (
            ui("Is to amend"),
            ui("It is to change the other text, and has not taken effect yet."),
        ),
        "implements": (ui("Implements"), ui("It puts the other text into practice.")),
        "related": (ui("Related"), ui("It is about the same matter as the other text.")),
    }


def _bounds(ui: Callable[[str], T]) -> Entries[T]:
    return {
        "least": (ui("At least"), ui("The text says at least so much.")),
        "most": (ui("At most"), ui("The text says at most so much.")),
    }


def _powers(ui: Callable[[str], T]) -> Entries[T]:
    return {
        "yes": (ui("yes"), ui("A text that we read says so.")),
        "if-agreed": (
            ui("Only if the State agrees"),
            ui("A text that we read says so, for States that agree."),
        ),
    }


_ADDED = {
    "translations": _translations,
    "participations": _participations,
    "party-lists": _party_lists,
    "absences": _absences,
    "relations": _relations,
    "bounds": _bounds,
    "powers": _powers,
}
