"""Which entries hold a word: documents go in, groups of forms that share a stem come out,
each with where it stands. A document is one result to be, with an address, what a result
shows, what facets count, and the texts that are searched. Knows no corpus and no file.

A place is ``document * SPAN + slot``. The first slots are a document's title, acronyms
and numbers, further names, summary and short name (``SLOTS``); then from ``FIRST`` on two
for each entry: its text, and the labels that it stands under. How much a slot weighs is
said in the script of the site (``search/ranking.js``), so that an index need not change
with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from generators.corpus.located import Localized
from generators.search import words

Name = tuple[str, str]
"""A name, and the language that it is in."""


class SearchEntry(NamedTuple):
    """A place in a document that a result leads to: its anchor there, its reference, its
    text, the labels that it stands under, its reference as it was typed, where it is
    shown otherwise, and for whom alone it holds, in words.
    """

    anchor: str
    ref: str
    text: Localized
    labels: tuple[str, ...] = ()
    typed: str = ""
    whom: str = ""


class SearchDocument(NamedTuple):
    """One result to be. ``facets`` are what filters ask beside its ``kind``, by the name
    of each: codes of the vocabulary, ids of mechanisms, alpha-3 codes of States, the
    year. ``brief`` are its acronyms and numbers, ``names`` further names with their
    language (``zxx`` where it is in none), ``typed`` those in the language of the index
    that readers take for its short title, ``open`` the States of which nobody knows
    whether it binds them, ``day`` a date as a number (20050516; 0 where there is none),
    ``type`` what it is called in a result, ``owners`` the mechanisms that it belongs to,
    ``headline`` the short title that stands above it, where it has one that is not its
    title, ``aside`` names that are searched like the summary, for they mean something
    else, ``general`` whether it is general law that also applies.
    """

    address: str
    title: Localized
    kind: str = ""
    facets: Mapping[str, Sequence[str]] = {}
    brief: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    typed: tuple[str, ...] = ()
    aside: tuple[Name, ...] = ()
    summary: Localized | None = None
    open: tuple[str, ...] = ()
    entries: tuple[SearchEntry, ...] = ()
    day: int = 0
    type: str = ""
    owners: str = ""
    headline: Localized | None = None
    general: bool = False

    def codes(self, facet: str) -> Sequence[str]:
        """What a filter asks."""
        return (self.kind,) if facet == "kind" else self.facets.get(facet, ())


def name_of(said: Localized) -> Name:
    """A name with the language it really is in, whose words it has."""
    return said.text, said.language


def here(names: Iterable[str], language: str) -> tuple[Name, ...]:
    """Names in one language."""
    return tuple((each, language) for each in names)


SPAN = 1024
SLOTS = ("title", "brief", "names", "summary", "short")
TITLE, BRIEF, NAMES, SUMMARY, SHORT = range(len(SLOTS))
FIRST = len(SLOTS)
"""The slot of the first entry's text."""


class Stem(NamedTuple):
    """Forms that share a stem, in order, and their places, in order."""

    forms: tuple[str, ...]
    places: tuple[int, ...]


def build(documents: list[SearchDocument], language: str) -> list[Stem]:
    """The groups of all documents, in the order of their first forms."""
    forms: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[int]] = defaultdict(set)
    for (text, tag, cited), where in _standing(documents, language).items():
        for form, stem in _words(text, tag, cited, language):
            forms[stem].add(form)
            places[stem].update(where)
    of_form = {form: stem for stem, its in forms.items() for form in its}
    for stem, its in forms.items():
        # a word stands too where something is written together with it
        found = {of_form.get(words.loosened(form)) for form in its}
        if len(found) == 1 and (other := found.pop()):
            places[other] |= places[stem]
    groups = [
        Stem(tuple(sorted(forms[stem])), tuple(sorted(places[stem]))) for stem in places
    ]
    return sorted(groups, key=lambda group: (group.forms, group.places))


def length(said: Localized) -> int:
    """How many words with a meaning a name has."""
    idle = words.idle(said.language)
    return sum(word not in idle for word in words.words(words.fold(said.text)))


def short_titles(document: SearchDocument, language: str) -> list[Localized]:
    """The short title of a document, and what readers take for it."""
    typed = (Localized(each, language, "source") for each in document.typed)
    return [*((document.headline,) if document.headline else ()), *typed]


NAMED = frozenset(("topic", "stage", "state", "term", "mechanism"))
"""Kinds of documents that readers look for by further names too."""
SHORTEST = 4
"""Letters of a word in which one may be wrong."""


def title_words(documents: list[SearchDocument], language: str) -> list[str]:
    """The words of titles, and of the names of topics, stages, States, terms and
    mechanisms, in order: those that a misspelt word is held against. Of unspaced scripts
    the pairs of titles.
    """
    found: set[str] = set()
    for document in documents:
        here = (language, "zxx")
        said = (
            [(document.title.text, document.title.language)]
            if document.title.language in here
            else []
        )
        if document.kind in NAMED:
            said += [(text, tag) for text, tag in document.names if tag == language]
        forms = (
            form for text, tag in said for form, _ in _words(text, tag, False, language)
        )
        # two characters of a name that has more are no word that another may be a slip of
        found.update(
            form
            for form in forms
            if document.kind != "state" or not words.is_unspaced(form)
        )
    return sorted(form for form in found if form.isalpha() and _may_be_misspelt(form))


def _may_be_misspelt(form: str) -> bool:
    return len(form) >= SHORTEST or (len(form) == 2 and words.is_unspaced(form))


def _standing(
    documents: list[SearchDocument], language: str
) -> dict[tuple[str, str, bool], list[int]]:
    """The places of each text, its language, and whether numbers and articles are cited
    in it: a label stands in thousands of places, and is taken apart once.
    """
    found: dict[tuple[str, str, bool], list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for slot, text, tag, cited in _texts(document, language):
            found[text, tag, cited].append(number * SPAN + min(slot, SPAN - 1))
    return found


def _words(text: str, tag: str, cited: bool, language: str) -> set[tuple[str, str]]:
    """Forms and stems of a text."""
    found: set[tuple[str, str]] = set()
    if cited:
        found.update(
            (each, each)
            for each in (*words.compounds(words.fold(text)), *words.articles(text))
        )
    found.update(*[_indexed(word, tag, language) for word in words.parts(text, tag)])
    return found


@cache
def _indexed(word: str, tag: str, language: str) -> tuple[tuple[str, str], ...]:
    """Forms and stems of a word. One of another language that is idle in this one, such
    as the acronym AU in French, gets a mark.
    """
    here, there = words.idle(language), words.idle(tag)
    told = (each for each in words.inflected(word, tag) if each[0] not in there)
    return tuple(
        (f"{form}!", f"{form}!") if form in here else (form, stem) for form, stem in told
    )


def _texts(
    document: SearchDocument, language: str
) -> Iterator[tuple[int, str, str, bool]]:
    """Slot, text, language of the text, and whether numbers and articles are cited in it."""
    yield TITLE, document.title.text, document.title.language, True
    for text in document.brief:
        yield BRIEF, text, "zxx", True
    for text, tag in document.names:
        yield NAMES, text, tag, True
    for said in short_titles(document, language):
        yield SHORT, said.text, said.language, True
    for text, tag in document.aside:
        yield SUMMARY, text, tag, False
    if document.summary:
        yield SUMMARY, document.summary.text, document.summary.language, False
    for number, entry in enumerate(document.entries):
        slot = FIRST + 2 * number
        yield slot, entry.text.text, entry.text.language, False
        yield slot, entry.typed or entry.ref, "en", True
        if entry.typed:
            yield slot, entry.ref, language, False
        for label in entry.labels:
            yield slot + 1, label, language, False
