"""The corpus in parts: what the catalogs of one folder are judged with, and what those of the interface
are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from hashlib import sha256
from typing import Any

from generators.checks.rules import Part
from generators.corpus.corpus import Corpus
from generators.corpus.library import Library
from generators.model.vocabulary import Vocabularies, gather
from generators.text.gettext_files import Catalog

_VOCABULARY, _TERMS = "vocabulary", "terms"


def folders(corpus: Corpus) -> Iterator[Part]:
    """A part for each folder that has catalogs: its files, and the terms of the vocabulary, which
    translations keep to. Of the vocabulary itself it is the whole of it.
    """
    library = corpus.library
    catalogs: dict[str, dict[tuple[str, str], Catalog]] = defaultdict(dict)
    for key, catalog in library.catalogs.items():
        catalogs[key[0]][key] = catalog
    read: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, source in library.sources.items():
        read[name.partition("/")[0]].append((name, source.digest))
    unread: dict[str, list[str]] = defaultdict(list)
    for name in sorted(library.unread):
        unread[name.partition("/")[0]].append(name)
    terms = library.vocabularies.lists.get(_TERMS)
    only, said = gather({_TERMS: terms} if terms else {}, None), sha256(repr(terms).encode()).hexdigest()
    own = _by_folder(library)
    for folder, held in catalogs.items():
        files = [*read[folder], *((each.path, each.digest) for each in held.values())]
        key = _key((folder, corpus.languages, said, unread[folder]), files)
        yield Part(key, partial(_of_folder, corpus, folder, held, only, own))


def interface(corpus: Corpus) -> Iterator[Part]:
    """A part for each language of the interface, and for each of what is said to editors: its catalog."""
    library = corpus.library
    for catalogs in (library.interface, library.messages):
        for language, catalog in catalogs.items():
            key = _key(("interface", language, corpus.languages), [(catalog.path, catalog.digest)])
            yield Part(key, partial(_of_interface, corpus, language, catalog))


def _key(named: tuple, files: list[tuple[str, str]]) -> str:
    """A digest of what is named and of some files by path with theirs; empty where one of these has none."""
    known = all(digest for _, digest in files)
    return sha256(repr((named, files)).encode()).hexdigest() if known else ""


def _of_folder(
    corpus: Corpus,
    folder: str,
    catalogs: Mapping[tuple[str, str], Catalog],
    terms: Vocabularies,
    own: Mapping[str, Mapping[str, dict[str, Any]]],
) -> Corpus:
    whole = corpus.library
    library = Library(
        vocabularies=whole.vocabularies if folder == _VOCABULARY else terms,
        mechanisms={folder: whole.mechanisms[folder]} if folder in whole.mechanisms else {},
        records=own["records"].get(folder, {}),
        items=own["items"].get(folder, {}),
        sources=own["sources"].get(folder, {}),
        catalogs={key: each.apart() for key, each in catalogs.items()},
        unread=frozenset(name for name in whole.unread if name.startswith(f"{folder}/")),
        typed=own["typed"].get(folder, {}),
    )
    return Corpus(library, date.min, corpus.languages)


def _of_interface(corpus: Corpus, language: str, catalog: Catalog) -> Corpus:
    library = Library(gather({}, None), {}, {}, {}, {}, {}, interface={language: catalog})
    return Corpus(library, date.min, corpus.languages)


def _by_folder(library: Library) -> Mapping[str, Mapping[str, dict[str, Any]]]:
    """What was read of each kind, by the folder that it stands in and by id: gone through once, and not once
    for each folder.
    """
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for kind in ("records", "items", "sources", "typed"):
        by_folder = found[kind] = defaultdict(dict)
        for name, each in getattr(library, kind).items():
            by_folder[name.partition("/")[0]][name] = each
    return found
