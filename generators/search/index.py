"""Which documents and entries hold a word.

Documents go in. Groups of word forms that share a stem come out, each with its places.
A document is one possible result. It has an address, what a result shows, what filters
count, and the texts that are searched. Nothing here knows the corpus or a file.

A place is a number: ``document * SPAN + slot``. ``SLOTS`` are the first slots of a
document. They are its title, acronyms and numbers (brief), further names, summary and
short title. From ``FIRST`` on, each of its entries has two slots: one for its text, and
one for its labels. The script of the site (``search/ranking.js``) decides how much a
slot weighs. So an index need not change with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from generators.corpus.located import Localized
from generators.search import words

Name = tuple[str, str]
"""A name, and the language that it is in (``zxx`` where it is in none)."""


class SearchEntry(NamedTuple):
    """A line of a document that a result leads to, such as a provision."""

    anchor: str
    """Where it is on the page of the document."""
    ref: str
    """Its reference, as the page shows it."""
    text: Localized
    labels: tuple[str, ...] = ()
    """Under which headings it is, such as its topics."""
    typed: str = ""
    """Its reference as it was typed in the record, where ``ref`` differs from it."""
    whom: str = ""
    """The groups of persons to whom it is limited, in words; empty for everyone."""


class SearchDocument(NamedTuple):
    """One possible result: a page, with all by which it is found."""

    address: str
    title: Localized
    kind: str = ""
    """The kind of a record or item; else mechanism, topic, state …; empty for others."""
    facets: Mapping[str, Sequence[str]] = {}
    """What filters ask, by the name of each, without ``kind``.

    The values are codes of the vocabulary, ids of mechanisms, alpha-3 codes of States,
    or a year.
    """
    brief: tuple[str, ...] = ()
    """Its acronyms and numbers."""
    names: tuple[Name, ...] = ()
    """Its further names."""
    typed: tuple[str, ...] = ()
    """What readers type for its short title, in the language of the index."""
    aside: tuple[Name, ...] = ()
    """Names that are searched like the summary, because they mean something else."""
    summary: Localized | None = None
    open: tuple[str, ...] = ()
    """The States of which nobody knows whether it binds them (alpha-3)."""
    entries: tuple[SearchEntry, ...] = ()
    day: int = 0
    """Its date as a number, such as 20050516; 0 where it has none."""
    type: str = ""
    """What it is called in a result, such as Convention."""
    owners: str = ""
    """The names of the mechanisms that it belongs to, joined."""
    headline: Localized | None = None
    """Its short title, where that differs from its title."""
    general: bool = False
    """Whether it comes after other texts on the same subject, as general law does."""

    def codes(self, facet: str) -> Sequence[str]:
        """The values that this document has for a filter, by the filter's name."""
        if facet == "kind":
            return (self.kind,)
        return self.facets.get(facet, ())


class SlotText(NamedTuple):
    """A text of a document, and the slot that it is in."""

    slot: int
    text: str
    language: str
    has_numbers: bool
    """Whether to find cited numbers (2011/36/EU) and articles in it."""


def name_of(text: Localized) -> Name:
    """A text as a name, with the language that its words are really in."""
    return text.text, text.language


def in_language(names: Iterable[str], language: str) -> tuple[Name, ...]:
    """Names that are all in one language.

    >>> in_language(["Kampala", "Dakar"], "en")
    (('Kampala', 'en'), ('Dakar', 'en'))
    """
    return tuple((name, language) for name in names)


SPAN = 1024
"""How many slots a document has; what is beyond the last one falls into the last one."""
SLOTS = ("title", "brief", "names", "summary", "short")
TITLE, BRIEF, NAMES, SUMMARY, SHORT = range(len(SLOTS))
FIRST = len(SLOTS)
"""The slot of the first entry's text."""


class Stem(NamedTuple):
    """Word forms that share a stem, in order, and their places, in order."""

    forms: tuple[str, ...]
    places: tuple[int, ...]


def build(documents: list[SearchDocument], language: str) -> list[Stem]:
    """All groups of word forms of some documents, in the order of their first forms."""
    forms: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[int]] = defaultdict(set)
    for text, text_places in _places_of_texts(documents, language).items():
        for form, stem in _forms_and_stems(*text, language):
            forms[stem].add(form)
            places[stem].update(text_places)
    _add_places_of_prefixed(forms, places)
    groups = [
        Stem(tuple(sorted(forms[stem])), tuple(sorted(places[stem]))) for stem in places
    ]
    return sorted(groups, key=lambda group: (group.forms, group.places))


def _add_places_of_prefixed(
    forms: Mapping[str, set[str]], places: Mapping[str, set[int]]
) -> None:
    """Give a word also the places where a prefix may be written together with it.

    ``forms`` and ``places`` are by stem; ``places`` is changed.
    """
    stem_of_form = {form: stem for stem, group in forms.items() for form in group}
    for stem, group in forms.items():
        stems = {stem_of_form.get(words.loosened(form)) for form in group}
        if len(stems) == 1:
            stem_without_prefix = stems.pop()
            if stem_without_prefix:
                places[stem_without_prefix].update(places[stem])


def length(name: Localized) -> int:
    """How many words a name has, without those that say nothing (``words.idle``)."""
    idle = words.idle(name.language)
    return sum(word not in idle for word in words.words(words.fold(name.text)))


def short_titles(document: SearchDocument, language: str) -> list[Localized]:
    """The short title of a document, and what readers type for it in a language."""
    typed = [Localized(name, language, "source") for name in document.typed]
    if document.headline:
        return [document.headline, *typed]
    return typed


NAMED = frozenset(("topic", "stage", "state", "term", "mechanism"))
"""Kinds of documents that readers look for by further names too."""
SHORTEST = 4
"""Letters of a word in which one may be wrong."""


def title_words(documents: list[SearchDocument], language: str) -> list[str]:
    """The words of titles in a language, in order; a misspelt word is compared with them.

    Kinds of documents in ``NAMED`` give the words of their names too. A title in an
    unspaced script gives pairs of characters.
    """
    forms: set[str] = set()
    for document in documents:
        is_state = document.kind == "state"
        for text, tag in _titles_and_names(document, language):
            for form, _ in _forms_and_stems(text, tag, False, language):
                # Two characters of a State's longer name are no word to compare with.
                if not (is_state and words.is_unspaced(form)):
                    forms.add(form)
    return sorted(form for form in forms if form.isalpha() and _may_be_misspelt(form))


def _titles_and_names(document: SearchDocument, language: str) -> Iterator[Name]:
    """The title of a document, and its names where its kind is in ``NAMED``.

    Both are left out where they are in another language.
    """
    if document.title.language in (language, "zxx"):
        yield name_of(document.title)
    if document.kind in NAMED:
        yield from (name for name in document.names if name[1] == language)


def _may_be_misspelt(form: str) -> bool:
    """Whether a folded word is long enough to compare a misspelt one with it."""
    return len(form) >= SHORTEST or (len(form) == 2 and words.is_unspaced(form))


def _places_of_texts(
    documents: list[SearchDocument], language: str
) -> dict[tuple[str, str, bool], list[int]]:
    """The places of each text, by the text, its language and ``has_numbers``.

    A label has thousands of places. So it is cut into words only once.
    """
    places: dict[tuple[str, str, bool], list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for slot, text, tag, has_numbers in _texts(document, language):
            place = number * SPAN + min(slot, SPAN - 1)
            places[text, tag, has_numbers].append(place)
    return places


def _forms_and_stems(
    text: str, tag: str, has_numbers: bool, language: str
) -> set[tuple[str, str]]:
    """The words of a text as pairs of folded form and stem, for the index of a language.

    ``tag`` is the language of the text. With ``has_numbers``, the numbers and articles
    that it cites are among them, each as its own stem.
    """
    pairs: set[tuple[str, str]] = set()
    if has_numbers:
        cited = (*words.compounds(words.fold(text)), *words.articles(text))
        pairs.update((number, number) for number in cited)
    for word in words.parts(text, tag):
        pairs.update(_indexed(word, tag, language))
    return pairs


@cache
def _indexed(word: str, tag: str, language: str) -> tuple[tuple[str, str], ...]:
    """The forms and stems of a word, for the index of a language; ``tag`` is its own.

    A word that is idle in its own language gives none. One may be idle only in the
    language of the index, as the acronym AU is in French. It gets a mark (``au!``).
    """
    idle_here = words.idle(language)
    idle_there = words.idle(tag)
    pairs = []
    for form, stem in words.inflected(word, tag):
        if form in idle_there:
            continue
        if form in idle_here:
            pairs.append((f"{form}!", f"{form}!"))
        else:
            pairs.append((form, stem))
    return tuple(pairs)


def _texts(document: SearchDocument, language: str) -> Iterator[SlotText]:
    """The texts of a document, each with its slot."""
    yield SlotText(TITLE, *name_of(document.title), True)
    for text in document.brief:
        yield SlotText(BRIEF, text, "zxx", True)
    for text, tag in document.names:
        yield SlotText(NAMES, text, tag, True)
    for short_title in short_titles(document, language):
        yield SlotText(SHORT, *name_of(short_title), True)
    for text, tag in document.aside:
        yield SlotText(SUMMARY, text, tag, False)
    if document.summary:
        yield SlotText(SUMMARY, *name_of(document.summary), False)
    for number, entry in enumerate(document.entries):
        yield from _texts_of_entry(entry, FIRST + 2 * number, language)


def _texts_of_entry(entry: SearchEntry, slot: int, language: str) -> Iterator[SlotText]:
    """The texts of an entry: its text and reference in a slot, labels in the next."""
    yield SlotText(slot, *name_of(entry.text), False)
    yield SlotText(slot, entry.typed or entry.ref, "en", True)
    if entry.typed:
        yield SlotText(slot, entry.ref, language, False)
    for label in entry.labels:
        yield SlotText(slot + 1, label, language, False)
