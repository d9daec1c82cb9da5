"""What a document of the index is: one result to be, with an address, what a result shows, what facets count,
and the texts that are searched. Knows no corpus, no index and no file.
"""

from __future__ import annotations

from dataclasses import dataclass

from generators.corpus.located import Localized


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in a document that a result leads to: its anchor there, its reference, its text, the labels
    that it stands under, and its reference as it was typed, where it is shown otherwise.
    """

    anchor: str
    ref: str
    text: Localized
    labels: tuple[str, ...] = ()
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """What filters ask: codes of the vocabulary, ids of mechanisms, alpha-3 codes of States."""

    kind: str
    region: tuple[str, ...] = ()
    mechanism: tuple[str, ...] = ()
    force: str = ""
    status: str = ""
    topic: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    year: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One result to be. ``brief`` are its acronyms and numbers, ``names`` further names with their language
    (``zxx`` where it is in none), ``states`` names of States that are searched at low weight, ``day`` a date
    as a number (20050516; 0 where there is none), ``type`` what it is called in a result, ``owners`` the
    mechanisms that it belongs to, ``headline`` the short title that stands above it, where it has one that
    is not its title, ``aside`` names that are searched like the summary, for they mean something else,
    ``general`` whether it is general law that also applies.
    """

    address: str
    title: Localized
    facets: Facets
    brief: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    aside: tuple[tuple[str, str], ...] = ()
    summary: Localized | None = None
    states: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    day: int = 0
    type: str = ""
    owners: str = ""
    headline: Localized | None = None
    general: bool = False


def name_of(said: Localized) -> tuple[str, str]:
    """A name with the language it really is in, whose words it has."""
    return said.text, said.language
