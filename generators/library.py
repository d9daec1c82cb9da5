"""The files of ``instruments/``: which there are, what each holds, and what is wrong with them.

A folder is a mechanism, the vocabulary or a collection; a record's id is its path without ``.yml``;
a catalog is ``<language>.po`` beside the records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generators import catalogs, reading, sources
from generators.catalogs import Catalog
from generators.items import Item
from generators.mechanisms import Mechanism
from generators.problems import Problem, Rule
from generators.records import Record
from generators.remembered import Memory
from generators.sources import Source
from generators.vocabulary import REQUIRED, StateNames, Vocabulary, Words, gather

FOLDER = "instruments"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

RULES = (
    Rule("file-name", "A folder's or record's name is lower-case letters, digits and single hyphens; a folder holds only .yml and .po files."),
    Rule("list-missing", "Every list of the vocabulary that the site needs is there."),
    Rule("list-name", "A vocabulary file is named as the list that it holds."),
)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that could be read, by id; ``sources`` and ``catalogs`` keep the lines that problems name,
    ``unread`` the ids of files that are there and could not be read in full.
    """

    words: Words
    mechanisms: Mapping[str, Mechanism]
    records: Mapping[str, Record]
    items: Mapping[str, Item]
    sources: Mapping[str, Source]
    catalogs: Mapping[tuple[str, str], Catalog]
    unread: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Shelf:
    """What has been read so far; one is made for each reading and given up with it."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    models: dict[str, object] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    catalogs: dict[tuple[str, str], Catalog] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)


def read(root: Path, languages: Iterable[str]) -> tuple[Library, list[Problem]]:
    """Read all of ``root/instruments``; problems come in the order of the files."""
    shelf = _Shelf(root)
    known = set(languages)
    memory = Memory(root / ".build" / "catalogs.marshal")
    for file in _files(root / FOLDER, shelf):
        if file.suffix == ".yml":
            _record(file, shelf)
        elif file.suffix == ".po" and file.stem in known:
            catalog, problems = catalogs.read(file, root, file.stem, memory)
            shelf.problems += problems
            if catalog:
                shelf.catalogs[file.parent.name, file.stem] = catalog
        else:
            path = file.relative_to(root).as_posix()
            hint = "expected <record>.yml or <language>.po"
            shelf.problems.append(Problem(path, 1, "-", "a file that does not belong here", hint, "file-name"))
    memory.save()
    return _library(shelf), shelf.problems


def _files(folder: Path, shelf: _Shelf) -> Iterator[Path]:
    if not folder.is_dir():
        shelf.problems.append(Problem(FOLDER, 1, "-", "the folder of records is not there", "run this in the project's folder", "file-name"))
        return
    for entry in sorted(folder.iterdir()):
        path = entry.relative_to(shelf.root).as_posix()
        if not entry.is_dir():
            shelf.problems.append(Problem(path, 1, "-", "a file outside any folder", "put it into a mechanism's folder", "file-name"))
        elif not _SLUG.fullmatch(entry.name):
            shelf.problems.append(Problem(path, 1, "-", f"'{entry.name}' is no name for a folder", "expected [a-z0-9-]+", "file-name"))
        elif entry.is_symlink() and not entry.resolve().is_relative_to(shelf.root.resolve()):
            shelf.problems.append(Problem(path, 1, "-", "a symbolic link that leads out of the folder", "put the folder itself here", "file-inside"))
        else:
            yield from sorted(entry.iterdir())


def _record(file: Path, shelf: _Shelf) -> None:
    source, problems = sources.read(file, shelf.root)
    shelf.problems += problems
    if not _SLUG.fullmatch(file.stem):
        path = file.relative_to(shelf.root).as_posix()
        shelf.problems.append(Problem(path, 1, "-", f"'{file.stem}' is no id", "expected [a-z0-9-]+", "file-name"))
    name = f"{file.parent.name}/{file.stem}"
    if source is None:
        shelf.unread.add(name)
        return
    refused = bool(problems)  # what was refused stands in the data as an empty text, which is no mistake of its own
    model, problems = reading.read(source)
    shelf.problems += problems
    shelf.sources[name] = source
    if problems:
        shelf.unread.add(name)
    if model and not (problems and refused):
        shelf.models[name] = model


def _library(shelf: _Shelf) -> Library:
    lists: dict[str, Vocabulary] = {}
    states = None
    for name, model in shelf.models.items():
        if isinstance(model, StateNames):
            states = model
        elif isinstance(model, Vocabulary):
            lists[model.of] = model
            if name != f"vocabulary/{model.of}":
                shelf.problems.append(
                    shelf.sources[name].problem(("of",), f"holds the list '{model.of}'", f"name the file {model.of}.yml", "list-name")
                )
    have = {*lists, *(("states",) if states else ())}
    for name in sorted(REQUIRED - have):
        if f"vocabulary/{name}" not in shelf.sources:
            path = f"{FOLDER}/vocabulary/{name}.yml"
            shelf.problems.append(Problem(path, 1, "-", "this list is missing", "restore the file", "list-missing"))
    return Library(
        words=gather(lists, states),
        mechanisms={name.partition("/")[0]: model for name, model in shelf.models.items() if isinstance(model, Mechanism)},
        records={name: model for name, model in shelf.models.items() if isinstance(model, Record)},
        items={name: model for name, model in shelf.models.items() if isinstance(model, Item)},
        sources=shelf.sources,
        catalogs=shelf.catalogs,
        unread=frozenset(shelf.unread),
    )
