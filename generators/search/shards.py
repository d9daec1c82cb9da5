"""The files of an index: one core that every query reads, and many small shards.

A query takes only the shards that it needs. This docstring is their format;
``overrides/assets/javascripts/search/index.js`` reads it. Every file is JSON: a list of
the version of the index and of one value. By the version, an open page notices that the
site changed.

``core``: an object.
    ``n`` is how many documents there are. A document is named by its number, from 0.

    ``span``: a place in the index is ``document * span + slot``.

    ``slots`` are the names of the first slots of a document (``index.SLOTS``). Two slots
    for each of its entries follow: one for its text, and one for its labels.

    ``block`` is how many documents are in one file of facets.

    ``words`` are the first words of each ``w<n>``, in the order of code points.

    ``states`` are the numbers of the first and the last document of a State. Documents
    between them have the order of the file ``states``.

    ``texts`` are the places of the first line of each ``t<n>``.

    ``labels`` is {facet: [[code, label], ...]} of the facets that ranking reads.

    ``also`` is [[another word for a term, the form that the site uses], ...].

    ``say`` is {name: what the script says}.

    ``language`` is what the script must know of languages and scripts. The function
    ``words.for_script`` gives it.

    ``idle`` are the words of the language that say nothing, joined by blanks.

    ``kept`` are words of a script without blanks, joined by blanks. They have an idle
    word within them and are not cut at it.

    ``direction`` is {language: ``rtl`` or ``ltr``} of each other language of a text.

``w<n>``: [[forms, places], ...], a line for each group of forms that share a stem.
    ``forms`` are joined by blanks, and so are ``places``. Each place is the difference
    to the one before, in base 36. A group is in every shard that one of its forms
    belongs to.

``f<n>``: an object of lists, by facet and by ``day``, ``len``, ``short``, ``general``.
    Each list has a value for each document of the block. A cell has places in
    ``labels[facet]``, in base 36, joined by blanks. ``day`` is a date as a number, such
    as 20050516, or 0. ``len`` is how many words the title has, ``short`` the short one.
    ``general`` is 1 for general law.

``s<n>``: an object of lists of cells, by facet and by ``open``.
    These are the other facets of the same documents, for filters and States. ``open`` has
    the States of which nobody knows whether the text binds them.

``filters``: an object, {facet: [[code, label], ...]} of all facets.
    Facets and codes have the order in which they are shown.

``t<n>``: [line, ...].
    The line of a document is at ``document * span``: [address, title, type, owners,
    summary, whole]. ``address`` is below the folder of the language. ``title`` is the
    short title, if there is one, and ``whole`` then the whole title.

    Lines of its entries follow, at the next places: [anchor, ref, text]. A fourth value
    says for whom the entry holds, where it does not hold for everyone.

    ``title``, ``summary``, ``text`` and ``whole`` are a string. In another language
    than the site's they are [string, language]. A summary or second title that is
    missing is "".

``answers``: an object, of what a query may name and which pages answer it.
    ``pages`` is {kind: address, with ``{}`` for a code}. ``say`` is {name: words}.
    ``named`` is {kind: [[code, label, name, ...], ...]}. A name is folded words that
    are joined by blanks. After "=" it must be the whole query. After "+" its words must
    be next to each other. Its kinds are topic, stage, first-days and recognise. Kind
    ``section`` is a section of the page of signs that is named by itself. Kind ``part``
    is one that is named together with the page.
    ``frequent`` are words that say little of which topic is meant. ``in_sentence`` is
    {code: name} of the States whose name has an article in a sentence.

``states``: [[code, label, name, ...], ...] of States, as in ``named``.
    A name after "@" is the name of a city.

``records``: [[code, label, name, ...], ...] of records, as in ``named``.

``titles``: the words of titles and names, joined by blanks.
    A word that no shard has is compared with them, with one letter wrong.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from generators.corpus import cldr
from generators.corpus.cldr import sort_key
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.languages import facts
from generators.search import index
from generators.search.answers import answers, records, states
from generators.search.documents import TYPES, other_words, type_of
from generators.search.index import SearchDocument, SearchEntry, Stem
from generators.search.words import for_script
from generators.translate.localizer import Localizer

WordLine: TypeAlias = tuple[str, str]
"""A line of ``w<n>``: forms, and places."""
ShownText: TypeAlias = str | tuple[str, str]
"""A text of ``t<n>``: with its language, where that is not the site's."""
TextLine: TypeAlias = list[ShownText]
"""A line of ``t<n>``."""
Labels: TypeAlias = dict[str, dict[str, str]]
"""By facet: the label of each code, in the order in which they are shown."""

BLOCK = 1024
"""Documents in one file of facets."""
WORDS = 3_500
"""Bytes after which a shard of words ends."""
TEXTS = 3_600
"""Bytes after which a shard of texts ends."""
RANKED = ("kind", "force", "status")
"""The facets by which results are ranked, and which they show."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_VOCABULARIES = {
    "kind": "kinds",
    "region": "regions",
    "force": "forces",
    "status": "statuses",
    "topic": "topics",
}
"""The vocabulary of a facet."""
_FACETS = ("kind", "region", "mechanism", "force", "status", "topic", "state", "year")
"""All facets, in the order in which they are shown."""


def cut(
    corpus: Corpus, language: str, documents: list[SearchDocument], groups: list[Stem]
) -> Iterator[tuple[str, bytes]]:
    """The files of the index of one language, by name, without folder and ``.json``.

    ``groups`` are the word forms of the documents (``index.build``).
    """
    codes = labels(corpus, language, documents)
    text_shards, text_starts = _text_shards(documents, language)
    word_shards, word_starts = _word_shards(groups)
    values: dict[str, object] = {
        "core": {
            **_numbers_of_core(documents, word_starts, text_starts),
            "labels": {facet: list(codes[facet].items()) for facet in RANKED},
            **_words_of_core(corpus, language),
            "direction": _directions(documents, language),
        },
        **{f"w{number}": shard for number, shard in enumerate(word_shards)},
        **{f"t{number}": shard for number, shard in enumerate(text_shards)},
        **_facet_shards(documents, codes, language),
        "answers": answers(corpus, language),
        "states": states(corpus, language),
        "records": records(corpus, language),
        "filters": {facet: list(by_code.items()) for facet, by_code in codes.items()},
        "titles": " ".join(index.title_words(documents, language)),
    }
    texts = {name: _json(value) for name, value in values.items()}
    version = zlib.crc32("".join(texts.values()).encode())
    for name, text in texts.items():
        yield name, f'["{version:08x}",{text}]\n'.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# -- the core ----------------------------------------------------------------------------


def _numbers_of_core(
    documents: list[SearchDocument], word_starts: list[str], text_starts: list[int]
) -> dict[str, object]:
    """The keys of the core that say how the index is cut, up to ``texts``."""
    numbers_of_states = [
        number for number, document in enumerate(documents) if document.kind == "state"
    ]
    return {
        "n": len(documents),
        "span": index.SPAN,
        "slots": index.SLOTS,
        "block": BLOCK,
        "words": word_starts,
        "states": [min(numbers_of_states, default=0), max(numbers_of_states, default=-1)],
        "texts": text_starts,
    }


def _words_of_core(corpus: Corpus, language: str) -> dict[str, object]:
    """The keys of the core that hold words of the language, from ``also`` to ``kept``."""
    return {
        "also": also(corpus, language),
        "say": interface(corpus, language),
        "language": for_script(),
        "idle": facts(language).idle,
        "kept": facts(language).uncut,
    }


def labels(corpus: Corpus, language: str, documents: list[SearchDocument]) -> Labels:
    """The codes of each facet that some document has, with their labels."""
    labels_by_facet = _labels_of_all(corpus, language)
    used: Labels = {}
    for facet in _FACETS:
        codes = {code for document in documents for code in document.codes(facet)}
        if facet == "year":
            used[facet] = {year: year for year in sorted(codes, reverse=True)}
        else:
            used[facet] = {
                code: label
                for code, label in labels_by_facet[facet].items()
                if code in codes
            }
    return used


def _labels_of_all(corpus: Corpus, language: str) -> Labels:
    """The label of every code of each facet, but of years, which have none."""
    localizer = Localizer(corpus, language)
    labels_by_facet: Labels = {}
    for facet, vocabulary in _VOCABULARIES.items():
        codes = corpus.vocabularies.entries_of(vocabulary)
        labels_by_facet[facet] = {
            code: localizer.label(vocabulary, code) for code in codes
        }
    labels_by_facet["kind"] |= {kind: type_of(localizer, kind) for kind in TYPES}
    mechanisms = {name: localizer.short(name).text for name in corpus.mechanisms}
    names_of_states = {code: localizer.state(code) for code in corpus.all_states}
    labels_by_facet["mechanism"] = _sorted_by_label(mechanisms)
    labels_by_facet["state"] = _sorted_by_label(names_of_states)
    return labels_by_facet


def _sorted_by_label(label_by_code: Mapping[str, str]) -> dict[str, str]:
    """Codes with their labels, in the alphabetical order of the labels."""

    def place(code: str) -> tuple[str, str]:
        return sort_key(label_by_code[code])

    return {code: label_by_code[code] for code in sorted(label_by_code, key=place)}


def also(corpus: Corpus, language: str) -> list[tuple[str, str]]:
    """Other words for a term, each with the form that this site uses.

    Who types one of them means the other. Forms to avoid that mean something else are
    not among them.
    """
    pairs = []
    for term in corpus.vocabularies.entries_of("terms").values():
        form = term.forms.get(language)
        if not form:
            continue
        for word in other_words(term, language):
            if word != form.form:
                pairs.append((word, form.form))
    return pairs


def interface(corpus: Corpus, language: str) -> dict[str, str]:
    """What the script says, by the names that it uses."""
    localizer = Localizer(corpus, language)
    gettext = localizer.gettext
    return {
        "hint": gettext(
            "A word, an acronym, a number such as CETS 197, an article, a State"
        ),
        "count": gettext("Results: {n}"),
        "lost": gettext("The first results do not contain: {words}"),
        "partly": gettext("No result has all the words"),
        "by": gettext("Found by: {words}"),
        "binds": gettext("Binds {state}"),
        "free": gettext("Does not bind {state}"),
        "open": gettext("We do not know whether it binds {state}"),
        "comma": localizer.comma,
        "colon": localizer.colon,
        "some": gettext("With some of the words"),
        "none": gettext("Nothing was found. Fewer or other words may help."),
        "all": gettext("All {n} results, with filters"),
        "more": gettext("Show more"),
        "foreign": gettext("Not yet translated: the source text is shown"),
        "kind": gettext("Kind"),
        "region": gettext("Region"),
        "mechanism": gettext("Organisations"),
        "force": gettext("Force"),
        "status": gettext("Status"),
        "topic": gettext("Topic"),
        "state": gettext("States"),
        "year": gettext("Year"),
        "keys": gettext("Arrow keys move through the results. Escape closes them"),
    }


def _directions(documents: list[SearchDocument], language: str) -> dict[str, str]:
    """The direction of each other language that a result may show a text in."""
    languages: set[str] = set()
    for document in documents:
        shown = [
            document.title,
            document.headline,
            document.summary,
            *(entry.text for entry in document.entries),
        ]
        for text in shown:
            if text and _is_foreign(text, language):
                languages.add(text.language)
    return {tag: cldr.direction(tag) for tag in sorted(languages)}


# -- words -------------------------------------------------------------------------------


def _word_shards(groups: list[Stem]) -> tuple[list[list[WordLine]], list[str]]:
    """The shards of words, and the first word of each."""
    lines = [(" ".join(group.forms), _differences(group.places)) for group in groups]
    starts = _word_starts(groups, lines)
    shards: list[list[WordLine]] = [[] for _ in starts]
    for group, line in zip(groups, lines, strict=True):
        numbers = {bisect_right(starts, form) - 1 for form in group.forms}
        for number in sorted(numbers):
            shards[number].append(line)
    return shards, starts


def _word_starts(groups: list[Stem], lines: list[WordLine]) -> list[str]:
    """The first word of each shard of words, which has about ``WORDS`` bytes."""
    starts = [""]
    size = 0
    for group, (forms, places) in zip(groups, lines, strict=True):
        first_form = group.forms[0]
        if size > WORDS and first_form > starts[-1]:
            starts.append(first_form)
            size = 0
        size += len(forms.encode()) + len(places) + len('["",""],')
    return starts


def _differences(places: Sequence[int]) -> str:
    """Numbers in order, each as the difference to the one before, in base 36.

    >>> _differences([5, 41, 51])
    '5 10 a'
    """
    return " ".join(_base36(place - before) for before, place in pairwise((0, *places)))


@cache
def _base36(number: int) -> str:
    """A number from 0 on, in base 36.

    >>> _base36(35), _base36(36), _base36(1295)
    ('z', '10', 'zz')
    """
    if number < 36:
        return _DIGITS[number]
    head, tail = divmod(number, 36)
    return _base36(head) + _DIGITS[tail]


# -- texts -------------------------------------------------------------------------------


def _text_shards(
    documents: list[SearchDocument], language: str
) -> tuple[list[list[TextLine]], list[int]]:
    """The shards of what results show, and the place of the first line of each.

    A document is in one shard with its entries where one has room for them.
    """
    shards: list[list[TextLine]] = []
    starts: list[int] = []
    size = TEXTS
    for number, document in enumerate(documents):
        lines = _text_lines(document, language)
        sizes = [len(_json(line).encode()) for line in lines]
        whole_size = sum(sizes)
        for n, line in enumerate(lines):
            is_whole = n == 0 and whole_size <= TEXTS
            needed = whole_size if is_whole else sizes[n]
            if size + needed > TEXTS:
                shards.append([])
                starts.append(number * index.SPAN + n)
                size = 0
            shards[-1].append(line)
            size += sizes[n]
    return shards, starts


def _text_lines(document: SearchDocument, language: str) -> list[TextLine]:
    """The lines of a document in ``t<n>``: its own, then one for each entry."""
    line: TextLine = [
        document.address,
        _shown_text(document.headline or document.title, language),
        document.type,
        document.owners,
        _shown_text(document.summary, language) if document.summary else "",
        _shown_text(document.title, language) if document.headline else "",
    ]
    return [line, *(_entry_line(entry, language) for entry in document.entries)]


def _entry_line(entry: SearchEntry, language: str) -> TextLine:
    """The line of an entry in ``t<n>``."""
    line = [entry.anchor, entry.ref, _shown_text(entry.text, language)]
    if entry.whom:
        line.append(entry.whom)
    return line


def _shown_text(text: Localized, language: str) -> ShownText:
    """A text as a result shows it: with its language, where that is not the site's."""
    if _is_foreign(text, language):
        return text.text, text.language
    return text.text


def _is_foreign(text: Localized, language: str) -> bool:
    return text.language not in (language, "zxx")


# -- facets ------------------------------------------------------------------------------


def _facet_shards(
    documents: list[SearchDocument], codes: Labels, language: str
) -> dict[str, dict[str, list[str] | list[int]]]:
    """The files of facets by name, of ranking (``f<n>``) and of filters (``s<n>``)."""
    digits = {
        facet: {code: _base36(n) for n, code in enumerate(label_by_code)}
        for facet, label_by_code in codes.items()
    }
    shards: dict[str, dict[str, list[str] | list[int]]] = {}
    for number, start in enumerate(range(0, len(documents), BLOCK)):
        block = documents[start : start + BLOCK]
        columns = {
            facet: [_cell(document.codes(facet), digits[facet]) for document in block]
            for facet in codes
        }
        shards[f"s{number}"] = {
            **{facet: columns[facet] for facet in codes if facet not in RANKED},
            "open": [_cell(document.open, digits["state"]) for document in block],
        }
        shards[f"f{number}"] = {
            **{facet: columns[facet] for facet in RANKED},
            "day": [document.day for document in block],
            "general": [int(document.general) for document in block],
            "len": [index.length(document.title) for document in block],
            "short": [_short_length(document, language) for document in block],
        }
    return shards


def _short_length(document: SearchDocument, language: str) -> int:
    """How many words the longest short title of a document has; 0 where it has none."""
    short_titles = index.short_titles(document, language)
    return max((index.length(title) for title in short_titles), default=0)


def _cell(codes: Sequence[str], digits: Mapping[str, str]) -> str:
    """The codes that a document has for a facet, as the digits of each.

    A code without digits has no label, and is left out.

    >>> _cell(["ben", "nga"], {"ben": "0", "nga": "1a"})
    '0 1a'
    """
    return " ".join(digits[code] for code in codes if code in digits)
