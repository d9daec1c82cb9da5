"""What a contact is called, and its numbers as links that a telephone dials."""

from __future__ import annotations

import re

from generators.corpus.located import SOURCE, Localized
from generators.corpus.whom_to_call import Reachable
from generators.document.phrases import Phrases
from generators.document.runs import Outside, Reference, Run, Runs, Strong, joined
from generators.model.state_contacts import StateContact


def number_and_name(phrases: Phrases, line: Reachable) -> list[Run]:
    """The numbers of a line, and what it is called."""
    return [*number_links(line), " ", *contact_name(phrases, line.contact)]


def number_links(line: Reachable) -> list[Run]:
    """The numbers of a line, each a link that a telephone dials."""
    links: list[Runs] = []
    for number in line.contact.numbers:
        link = Outside([Reference(number)], f"tel:{dialled(number)}")
        links.append([Strong([link])])
    return joined(links)


def dialled(number: str) -> str:
    """A number as a telephone dials it: digits and plus signs only.

    >>> dialled("+229 (0)21 30-05-92")
    '+229021300592'
    """
    return re.sub(r"[^\d+]", "", number)


def contact_name(phrases: Phrases, contact: StateContact) -> list[Run]:
    """What a body is called in its own language, and in English where that is another."""
    return _in_both_languages(phrases, contact, contact.name or "", contact.name_en or "")


def name_without_numbers(phrases: Phrases, contact: StateContact) -> list[Run]:
    """What a contact is called whose numbers may not be shown: some lines are called by
    their number.
    """
    own_name = _without_numbers(contact, contact.name)
    english_name = _without_numbers(contact, contact.name_en)
    return _in_both_languages(phrases, contact, own_name, english_name)


def _without_numbers(contact: StateContact, name: str | None) -> str:
    """A name (None: empty) without the numbers of its contact: "Line 116" is "Line"."""
    words = name or ""
    for number in contact.numbers:
        words = words.replace(number, "")
    return " ".join(words.split())


def _in_both_languages(
    phrases: Phrases, contact: StateContact, own_name: str, english_name: str
) -> list[Run]:
    """A name in the language of its contact, and in English in brackets. Where one of
    them is empty it is the other.
    """
    own: list[Run] = []
    if own_name:
        language = contact.language or "zxx"
        own = phrases.plain(Localized(own_name, language, SOURCE))
    english = phrases.english(english_name or None)
    if own and english:
        return [*own, " (", *english, ")"]
    return own or english
