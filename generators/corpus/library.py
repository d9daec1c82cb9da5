"""The files of ``instruments/``: which there are, what each holds, and what is wrong with
them. The interface's catalogs are read with them.

A folder is a mechanism, the vocabulary or a collection. A record's id is its path without
``.yml``. A catalog is ``<language>.po`` in the folder of the records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from generators.corpus import (
    change_file,
    cldr,
    inputs,
    interface,
    published_file,
    second_reading_file,
)
from generators.corpus.change_file import ChangeRow
from generators.corpus.inputs import FOLDER
from generators.corpus.second_reading_file import SecondReading
from generators.model import validation
from generators.model.fields import SLUG
from generators.model.items import Item
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.model.state_contacts import StateContacts
from generators.model.vocabulary import (
    REQUIRED,
    StateNames,
    Vocabularies,
    Vocabulary,
    gather,
)
from generators.text import files, gettext_files, yaml_files
from generators.text.gettext_files import Catalog
from generators.text.memory import Memory
from generators.text.problems import Problem, Rule, name_meant
from generators.text.sayings import Saying, say
from generators.text.sources import SourceFile

MEMORY = ".build/files.memory"
"""What files held when they were last read."""

M = TypeVar("M")

_SLUG = re.compile(SLUG)

RULES = (
    Rule(
        "file-name",
        "A folder's or record's name is lower-case letters, digits and single hyphens; "
        "a folder holds only .yml and .po files.",
    ),
    Rule("list-missing", "Every list of the vocabulary that the site needs is there."),
    Rule("list-name", "A vocabulary file is named as the list that it holds."),
)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that could be read, by id (``contacts`` by the State's alpha-3 code).

    ``sources`` and ``catalogs`` keep the lines that problems name. ``unread`` has the ids
    of files that are there and could not be read in full. A source of which a part does
    not fit is that of the part that fits; ``typed`` has it whole.

    ``interface`` has the interface's catalogs by language, ``messages`` those of what is
    said to editors. ``changes`` is what the project's own list says that changed.
    ``published`` has the addresses that its last release published. ``second_readings``
    has the lines that were read again.
    """

    vocabularies: Vocabularies
    mechanisms: Mapping[str, Mechanism]
    records: Mapping[str, Record]
    items: Mapping[str, Item]
    sources: Mapping[str, SourceFile]
    catalogs: Mapping[tuple[str, str], Catalog]
    unread: frozenset[str] = frozenset()
    interface: Mapping[str, Catalog] = field(default_factory=dict)
    typed: Mapping[str, SourceFile] = field(default_factory=dict)
    messages: Mapping[str, Catalog] = field(default_factory=dict)
    changes: tuple[ChangeRow, ...] = ()
    published: tuple[str, ...] = ()
    second_readings: tuple[SecondReading, ...] = ()
    contacts: Mapping[str, StateContacts] = field(default_factory=dict)


@dataclass(slots=True)
class _Reading:
    """What has been read so far; one is made for each reading and given up with it."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    models: dict[str, object] = field(default_factory=dict)
    sources: dict[str, SourceFile] = field(default_factory=dict)
    catalogs: dict[tuple[str, str], Catalog] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    typed: dict[str, SourceFile] = field(default_factory=dict)

    def wrong(
        self, place: Path, message: Saying, hint: str, rule: str = "file-name"
    ) -> None:
        """Something is wrong with a file or folder as a whole."""
        path = place.relative_to(self.root).as_posix()
        self.problems.append(Problem(path, 1, "-", message, hint, rule))


def memory_of(root: Path) -> Memory:
    """What the files of a project held when they were last read."""
    return Memory(root / MEMORY, inputs.code(*inputs.READING))


def read(
    root: Path, languages: Iterable[str], memory: Memory | None = None
) -> tuple[Library, list[Problem]]:
    """Read all of ``root/instruments``, and the interface's catalogs. Then the lists of
    changes, of published addresses and of second readings. Problems come in the order of
    the files.
    """
    memory = memory or memory_of(root)
    reading = _Reading(root)
    known = tuple(languages)
    _read_folders(reading, known, memory)
    catalogs, problems_of_catalogs = interface.read(root, known, memory)
    messages, problems_of_messages = interface.read(
        root, known, memory, interface.MESSAGES
    )
    changes, problems_of_changes = change_file.read(root)
    published, problems_of_published = published_file.read(root)
    second_readings, problems_of_readings = second_reading_file.read(root)
    memory.save()
    reading.problems += problems_of_catalogs + problems_of_messages
    reading.problems += problems_of_changes + problems_of_published
    reading.problems += problems_of_readings
    library = replace(
        _library(reading),
        interface=catalogs,
        messages=messages,
        changes=changes,
        published=published,
        second_readings=second_readings,
    )
    return library, reading.problems


def _read_folders(reading: _Reading, known: Sequence[str], memory: Memory) -> None:
    """Read the records, and the catalogs of the ``known`` languages."""
    for file in _files(reading.root / FOLDER, reading):
        if file.suffix == ".yml":
            _record(file, reading, memory)
        elif file.suffix == ".po" and file.stem in known:
            catalog, problems = gettext_files.read(file, reading.root, file.stem, memory)
            reading.problems += problems
            if catalog:
                reading.catalogs[file.parent.name, file.stem] = catalog
        else:
            hint = say("expected <record>.yml or <language>.po")
            reading.wrong(file, say("a file that does not belong here"), hint)


_A_LINK = say("a symbolic link"), say("put the folder itself here"), "file-inside"


def _files(folder: Path, reading: _Reading) -> Iterator[Path]:
    """The files of all folders but those of editors. What is not a folder of records is
    a problem.
    """
    if not folder.is_dir():
        message = say("the folder of records is not there")
        reading.wrong(folder, message, say("run this in the project's folder"))
    elif folder.is_symlink():
        reading.wrong(folder, *_A_LINK)
    else:
        for entry in _entries(folder, reading):
            if _is_of_records(entry, reading):
                yield from _entries(entry, reading)


def _entries(folder: Path, reading: _Reading) -> list[Path]:
    """What is in a folder, sorted, but for files of editors. It is empty where it
    cannot be read, which is a problem.
    """
    try:
        entries = sorted(folder.iterdir())
        return [
            entry
            for entry in entries
            if entry.is_dir() or not files.is_editors_own(entry.name)
        ]
    except OSError as error:
        message = say("cannot be read ({why})", why=error.strerror or "?")
        reading.wrong(folder, message, say("let it be read"), "file-inside")
        return []


def _is_of_records(entry: Path, reading: _Reading) -> bool:
    """Whether an entry of ``instruments/`` is a folder of records; what is wrong with it
    is a problem.
    """
    if not entry.is_dir():
        reading.wrong(
            entry,
            say("a file outside any folder"),
            say("put it into a mechanism's folder"),
        )
    elif not _SLUG.fullmatch(entry.name):
        message = say("'{name}' is not a name for a folder", name=entry.name)
        reading.wrong(entry, message, name_meant(entry.name))
    elif entry.is_symlink():
        reading.wrong(entry, *_A_LINK)
    else:
        return True
    return False


def _record(file: Path, reading: _Reading, memory: Memory) -> None:
    """Read the file of a record, mechanism, item or list into ``reading``."""
    source, problems = yaml_files.read(file, reading.root, memory, validation.keys())
    reading.problems += problems
    if not _SLUG.fullmatch(file.stem):
        reading.wrong(
            file, say("'{stem}' is not an id", stem=file.stem), name_meant(file.stem)
        )
    name = f"{file.parent.name}/{file.stem}"
    if source is None:
        reading.unread.add(name)
        return
    # it is in the data as an empty text, which is no mistake of its own
    refused = bool(problems)
    model, rest, problems = validation.read(source, cldr.state_meant)
    reading.problems += problems
    reading.sources[name] = rest
    if problems:
        reading.unread.add(name)
        reading.typed[name] = source
    if model and not (problems and refused):
        reading.models[name] = model


def _library(reading: _Reading) -> Library:
    """What was read, by kind, and the problems of the lists of the vocabulary."""
    lists: dict[str, Vocabulary] = {}
    states = None
    for name, model in reading.models.items():
        if isinstance(model, StateNames):
            states = model
        elif isinstance(model, Vocabulary):
            lists[model.of] = model
            if name != f"vocabulary/{model.of}":
                message = say("holds the list '{of}'", of=model.of)
                hint = say("name the file {of}.yml", of=model.of)
                source = reading.sources[name]
                reading.problems.append(
                    source.problem(("of",), message, hint, "list-name")
                )
    have = {*lists, *(("states",) if states else ())}
    for name in sorted({*REQUIRED} - have):
        if f"vocabulary/{name}" not in reading.sources:
            place = reading.root / FOLDER / f"vocabulary/{name}.yml"
            reading.wrong(
                place,
                say("this list is missing"),
                say("restore the file"),
                "list-missing",
            )
    mechanisms = _models(reading, Mechanism).items()
    contacts = _models(reading, StateContacts).items()
    return Library(
        vocabularies=gather(lists, states),
        mechanisms={name.partition("/")[0]: model for name, model in mechanisms},
        records=_models(reading, Record),
        items=_models(reading, Item),
        contacts={name.partition("/")[2].upper(): model for name, model in contacts},
        sources=reading.sources,
        catalogs=reading.catalogs,
        unread=frozenset(reading.unread),
        typed=reading.typed,
    )


def _models(reading: _Reading, kind: type[M]) -> dict[str, M]:
    """What was read of one kind, by id."""
    return {
        name: model for name, model in reading.models.items() if isinstance(model, kind)
    }
