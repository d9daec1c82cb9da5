"""The files of an index: a core that every query reads, and shards that a query takes where
it needs them.

This is their format, which ``overrides/assets/javascripts/search/index.js`` reads. Every
file is JSON: a list of the version of the index, so that a page that was open while the
site changed notices it, and of one value.

``core``: an object
    =========  ==========================================================================
    n          how many documents there are; a document is named by its number, from 0
    span       a place in the index is ``document * span + slot``
    slots      what the first slots of a document are: title, brief, names, summary,
               short (``documents``); two for each of its entries follow: the text, and
               the labels that it stands under
    block      so many documents stand in one file of facets
    words      the first word of each ``w<n>``, in order of code points
    states     the numbers of the documents of the first and the last State, in the order
               of ``states``
    texts      the place of the first line of each ``t<n>``, as ``t<n>`` counts places
    labels     {facet: [[code, label], ...]} of the facets that ranking asks for
    also       [[another word for a term, the form that the site uses], ...]
    say        {name: what the script says}
    language   what the script must know of languages and scripts: ``words.for_script``
    idle       words of the language that say nothing, joined by spaces
    kept       words of a script without blanks that hold an idle one and are not cut at
               it, joined by spaces
    direction  {language: ``rtl`` or ``ltr``}, of each language other than the site's
               that a text is in
    =========  ==========================================================================
``w<n>``: [[forms, places], ...], a line for each group of forms that share a stem
    ``forms`` joined by spaces; ``places`` joined by spaces, each as difference to the
    one before, to base 36. A group stands in every shard that one of its forms falls
    into.
``f<n>``: {facet: [cell, ...], "day", "len", "short", "general": [...]}, columns, a value
  for each document
    A cell: places in ``labels[facet]``, to base 36, joined by spaces. ``day``: a date as
    a number, 20050516, or 0. ``len``: how many words the title has; ``short``: the short
    one. ``general``: 1 for general law.
``s<n>``: {facet: [cell, ...], "open"}, what filters and States alone ask for of the same
  documents
    ``open``: as the facet of States, those of which nobody knows whether the text binds
    them.
``filters``: {facet: [[code, label], ...]} of all facets, these and codes in the order in
  which they are shown
``t<n>``: [line, ...], for each document [address, title, type, owners, summary, whole],
  at ``document *
    span``, then for each of its entries [anchor, ref, text], at the places that follow;
    a fourth value says for whom alone it holds ``address`` below the folder of the
    language. ``title`` is the short one where there is one, and ``whole`` then the whole
    one. ``title``, ``summary``, ``text`` and ``whole`` are a string, or where they are
    in another language than the site's [string, language]. What has no summary, or no
    second title, has "".
``answers``: an object, of what a query may name and which pages answer by themselves
    ``pages`` {kind: address, with ``{}`` for a code}; ``say`` {kind: words}; ``named``
    {topic, stage, first-days, or recognise, of whose page ``section`` are named by
    themselves and ``part`` beside it: [[code, label, name, ...], ...]}, a name as folded
    words that are joined by spaces, after "=" where it must be the whole query, after
    "+" where its words must stand next to each other; ``frequent`` words that say little
    of which topic is meant; ``in_sentence`` {code: name} of States whose name has an
    article in a sentence.
``states``: [[code, label, name, ...], ...], the same of States, the names of cities
  after "@"
``records``: [[code, label, name, ...], ...], the same of records
``titles``: the words of titles and names, joined by spaces, in which a word that no
  shard has is looked for
    with a letter wrong
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from operator import sub
from typing import Any

from generators.corpus import cldr
from generators.corpus.cldr import sort_key
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.languages import facts
from generators.search import index
from generators.search.answers import answers, records, states
from generators.search.documents import TYPES, meaning, type_of
from generators.search.index import SearchDocument, SearchEntry, Stem
from generators.search.words import for_script
from generators.translate.localizer import Localizer


def labels(
    corpus: Corpus, language: str, documents: list[SearchDocument]
) -> dict[str, dict[str, str]]:
    """The values of each facet that occur, with their labels, in the order in which they
    are shown.
    """
    localizer = Localizer(corpus, language)
    lists = {
        "kind": "kinds",
        "region": "regions",
        "force": "forces",
        "status": "statuses",
        "topic": "topics",
    }
    found = {
        facet: {
            code: localizer.label(name, code) for code in corpus.vocabularies.of(name)
        }
        for facet, name in lists.items()
    }
    owners = {owner: localizer.short(owner).text for owner in corpus.mechanisms}
    states = {code: localizer.state(code) for code in corpus.all_states}
    found["kind"] |= {kind: type_of(localizer, kind) for kind in TYPES}
    found |= {"mechanism": _sorted(owners), "state": _sorted(states)}
    order = ("kind", "region", "mechanism", "force", "status", "topic", "state", "year")
    used = {
        facet: {code for document in documents for code in document.codes(facet)}
        for facet in order
    }
    found["year"] = {year: year for year in sorted(used["year"], reverse=True)}
    return {
        each: {code: text for code, text in found[each].items() if code in used[each]}
        for each in order
    }


def _sorted(names: dict[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda each: sort_key(each[1])))


def also(corpus: Corpus, language: str) -> list[tuple[str, str]]:
    """Other words for a term, with the form that this site uses: who types one of them
    means the other. Forms to avoid that mean something else do not stand here.
    """
    found = []
    for entry in corpus.vocabularies.of("terms").values():
        if form := entry.forms.get(language):
            found += [
                (other, form.form)
                for other in meaning(entry, language)
                if other != form.form
            ]
    return found


def interface(corpus: Corpus, language: str) -> dict[str, str]:
    """What the script says, by the names it asks for."""
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


BLOCK = 1024
"""Documents in one file of facets."""
WORDS = 3_700
"""Bytes after which a shard of words ends."""
TEXTS = 3_800
"""Bytes after which a shard of texts ends."""
RANKED = ("kind", "force", "status")
"""The facets by which results are ranked, and which they show."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def cut(
    corpus: Corpus, language: str, documents: list[SearchDocument], groups: list[Stem]
) -> Iterator[tuple[str, bytes]]:
    """The files of the index of one language: name and content."""
    codes = labels(corpus, language, documents)
    texts, text_starts = _text_shards(documents, language)
    words, word_starts = _word_shards(groups)
    facets = _facet_shards(documents, codes, language)
    parts = {
        **{f"w{number}": part for number, part in enumerate(words)},
        **{f"t{number}": part for number, part in enumerate(texts)},
        **facets,
        "answers": answers(corpus, language),
        "states": states(corpus, language),
        "records": records(corpus, language),
        "filters": {name: list(each.items()) for name, each in codes.items()},
        "titles": " ".join(index.title_words(documents, language)),
    }
    states_at = [number for number, each in enumerate(documents) if each.kind == "state"]
    core = {
        "n": len(documents),
        "span": index.SPAN,
        "slots": index.SLOTS,
        "block": BLOCK,
        "words": word_starts,
        "states": [min(states_at, default=0), max(states_at, default=-1)],
        "texts": text_starts,
        "labels": {name: list(codes[name].items()) for name in RANKED},
        "also": also(corpus, language),
        "say": interface(corpus, language),
        "language": for_script(),
        "idle": facts(language).idle,
        "kept": facts(language).kept,
        "direction": _directions(documents, language),
    }
    packed = {name: _json(part) for name, part in {"core": core, **parts}.items()}
    version = zlib.crc32("".join(packed.values()).encode())
    for name, text in packed.items():
        yield name, f'["{version:08x}",{text}]\n'.encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# -- words -------------------------------------------------------------------------------


def _word_shards(groups: list[Stem]) -> tuple[list[list[Any]], list[str]]:
    """The shards of words, and the first word of each."""
    lines = [[" ".join(group.forms), _deltas(group.places)] for group in groups]
    starts, size = [""], 0
    for group, line in zip(groups, lines, strict=True):
        if size > WORDS and group.forms[0] > starts[-1]:
            starts.append(group.forms[0])
            size = 0
        size += len(line[0].encode()) + len(line[1]) + 8
    shards: list[list[Any]] = [[] for _ in starts]
    for group, line in zip(groups, lines, strict=True):
        for number in sorted({bisect_right(starts, form) - 1 for form in group.forms}):
            shards[number].append(line)
    return shards, starts


def _deltas(places: Sequence[int]) -> str:
    """Numbers in order, as differences to base 36."""
    return " ".join(map(_base36, map(sub, places, chain((0,), places))))


@cache
def _base36(number: int) -> str:
    if number < 36:
        return _DIGITS[number]
    head, tail = divmod(number, 36)
    return _base36(head) + _DIGITS[tail]


# -- texts -------------------------------------------------------------------------------


def _text_shards(
    documents: list[SearchDocument], language: str
) -> tuple[list[list[Any]], list[int]]:
    """The shards of what results show, and the place of the first line of each: a
    document with its entries where they find room in one shard.
    """
    shards: list[list[Any]] = []
    starts: list[int] = []
    size = TEXTS
    for number, document in enumerate(documents):
        lines = _shown(document, language)
        weights = [len(_json(line).encode()) for line in lines]
        for n, (line, weight) in enumerate(zip(lines, weights, strict=True)):
            whole = sum(weights) if n == 0 else weight
            if size + (whole if whole <= TEXTS else weight) > TEXTS:
                shards.append([])
                starts.append(number * index.SPAN + n)
                size = 0
            shards[-1].append(line)
            size += weight
    return shards, starts


def _shown(document: SearchDocument, language: str) -> list[list[Any]]:
    """The lines of a document in ``t<n>``."""
    head = [
        document.address,
        _text(document.headline or document.title, language),
        document.type,
        document.owners,
        _text(document.summary, language) if document.summary else "",
        _text(document.title, language) if document.headline else "",
    ]
    return [head, *(_shown_entry(entry, language) for entry in document.entries)]


def _shown_entry(entry: SearchEntry, language: str) -> list[Any]:
    shown = [entry.anchor, entry.ref, _text(entry.text, language)]
    return [*shown, entry.whom] if entry.whom else shown


def _text(said: Localized, language: str) -> str | list[str]:
    return [said.text, said.language] if _foreign(said, language) else said.text


def _foreign(said: Localized, language: str) -> bool:
    return said.language not in (language, "zxx")


def _directions(documents: list[SearchDocument], language: str) -> dict[str, str]:
    """The direction of each language, other than the site's, that a result may show a
    text in.
    """
    tags: set[str] = set()
    for each in documents:
        shown = (
            each.title,
            each.headline,
            each.summary,
            *(entry.text for entry in each.entries),
        )
        tags.update(said.language for said in shown if said and _foreign(said, language))
    return {tag: cldr.direction(tag) for tag in sorted(tags)}


# -- facets ------------------------------------------------------------------------------


def _facet_shards(
    documents: list[SearchDocument], codes: dict[str, dict[str, str]], language: str
) -> dict[str, Any]:
    """The files of facets by name: those that ranking asks for, and the others."""
    number = {
        name: {code: _base36(n) for n, code in enumerate(each)}
        for name, each in codes.items()
    }
    shards: dict[str, Any] = {}
    for start in range(0, len(documents), BLOCK):
        block = documents[start : start + BLOCK]
        columns = {
            name: [_codes(each, name, number[name]) for each in block] for name in codes
        }
        short = (
            [*map(index.length, index.short_titles(each, language))] for each in block
        )
        shards[f"s{start // BLOCK}"] = {
            **{name: columns[name] for name in codes if name not in RANKED},
            "open": [
                " ".join(number["state"][code] for code in document.open)
                for document in block
            ],
        }
        shards[f"f{start // BLOCK}"] = {
            **{name: columns[name] for name in RANKED},
            "day": [document.day for document in block],
            "general": [int(document.general) for document in block],
            "len": [index.length(document.title) for document in block],
            "short": [max(lengths, default=0) for lengths in short],
        }
    return shards


def _codes(document: SearchDocument, facet: str, numbers: dict[str, str]) -> str:
    return " ".join(numbers[code] for code in document.codes(facet) if code in numbers)
