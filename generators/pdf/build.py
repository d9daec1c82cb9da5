"""Volumes as PDFs: those whose document changed are typeset, on all processors; where one is refused, the
file and line are said that an editor can mend.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from generators.corpus import addresses, downloads
from generators.corpus.corpus import Corpus
from generators.pdf import catalogue, factory
from generators.pdf import volumes as documents
from generators.pdf.factory import Done, Press, Report, Shelf
from generators.text.problems import Problem
from generators.text.sayings import Saying, say
from generators.text.sources import Data, Path_

# The typesetter takes its time to load, and is not needed to say that a name is wrong.

_LIFE = 150
"""Volumes that a process makes before another takes its place: the typesetter remembers what it has laid out,
and grows.
"""

_ALONE = 4
"""So few volumes are made sooner than another process has started."""


class Task(NamedTuple):
    """A document (JSON) to be typeset, and the volume and language that it is of; ``source`` is the digest of
    all that decides the file's bytes.
    """

    volume: str
    language: str
    document: str
    source: str


class _Refusal(NamedTuple):
    """Why a document was not typeset, and the letters that no font has."""

    task: Task
    message: str
    letters: str


@dataclass(frozen=True)
class Pdfs(Press):
    """PDFs, made by so many processes (0: one a processor)."""

    jobs: int = 0
    folder: ClassVar = downloads.FOLDER
    suffix: ClassVar = "pdf"
    kinds: ClassVar = say(
        "expected the id of a record, mechanism, region, topic, stage or State, or compendium"
    )
    address: ClassVar = staticmethod(addresses.volume)

    def volumes(self, corpus: Corpus) -> tuple[str, ...]:
        """All that there are."""
        return catalogue.volumes(corpus)

    def make(self, shelf: Shelf, due: Sequence[tuple[str, str]]) -> Iterator[Done]:
        """In no order."""
        work = partial(_make, folder=shelf.folder, day=shelf.corpus.today)
        tasks = (task for pair in due if not shelf.same(*pair, (task := self._task(shelf, *pair)).source))
        jobs = self.jobs or os.cpu_count() or 1
        for done in map(work, tasks) if jobs == 1 or len(due) <= _ALONE else _side_by_side(work, tasks, jobs):
            if isinstance(done, _Refusal):
                volume, language, _, source = done.task
                refused = problem(shelf.corpus, volume, language, done.message, done.letters)
                yield Done(volume, language, source, refused=refused)
            else:
                yield done

    def _task(self, shelf: Shelf, volume: str, language: str) -> Task:
        from generators.pdf import typeset

        made = documents.document(shelf.phrases[language], volume, self.public)
        if volume == catalogue.COMPENDIUM:
            shelf.phrases[language].forget()  # the typesetter needs the memory
        document = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        decided = f"{typeset.fingerprint()}{shelf.corpus.today}{document}"
        return Task(volume, language, document, hashlib.sha256(decided.encode()).hexdigest())

    def summary(self, report: Report) -> Saying:
        """With pages, and how many were refused."""
        whole = say(
            "{pages} pages, {size} MB in {folder}/",
            pages=report.pages,
            size=f"{report.size / 1e6:.1f}",
            folder=self.folder,
        )
        counts = say(
            "{made} made, {unchanged} unchanged, {dropped} removed",
            made=report.made,
            unchanged=report.unchanged,
            dropped=report.dropped,
        )
        kept = say("{n} refused (the last good file of each is kept)", n=report.refused)
        return say("{parts}: {whole}", parts=(counts, kept) if report.refused else counts, whole=whole)


def _side_by_side(work: Any, tasks: Iterator[Task], jobs: int) -> Iterator[Done | _Refusal]:
    with _pool(jobs) as pool:
        yield from pool.imap_unordered(work, tasks)


@contextmanager
def _pool(jobs: int) -> Iterator[Any]:
    """Processes that start empty: one that is copied from a process with threads may wait for a lock for
    ever. Ctrl+C is for this one, which ends them.
    """
    here = signal.signal(signal.SIGINT, signal.SIG_IGN)  # new processes begin with it
    try:
        pool = multiprocessing.get_context("spawn").Pool(jobs, _leave_ctrl_c, maxtasksperchild=_LIFE)
    finally:
        signal.signal(signal.SIGINT, here)
    try:
        yield pool
        pool.close()
    finally:
        pool.terminate()
        pool.join()


def _leave_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _make(task: Task, folder: Path, day: date) -> Done | _Refusal:
    from generators.pdf import typeset

    try:
        made = typeset.typeset(task.document, day)
    except typeset.Refused as refused:
        return _Refusal(task, refused.args[0], refused.letters)
    placed = factory.put(folder, addresses.volume(task.volume, task.language), made.data)
    return Done(task.volume, task.language, task.source, made.pages, *placed)


# -- where the text stands that a volume was refused for ---------------------------------------------------

_HINT = say("write it otherwise, or add a font that has it to generators/corpus/fonts.py")

_LISTS = {catalogue.REGIONS: "regions", catalogue.TOPICS: "topics", catalogue.STAGES: "stages"}

Place = tuple[int, str, int, str]
"""How far from what the volume is about, path, line, field."""


def problem(corpus: Corpus, volume: str, language: str, message: str, letters: str) -> Problem:
    """Why a volume could not be made. Where that is for a letter, it stands where the letter does, as near to
    what the volume is about as there is one; else at the file that the volume is about.
    """
    places = _places(corpus, _about(volume), language, set(letters)) if letters else ()
    _, path, line, field = min(places, default=(0, *_file(corpus, volume, language)))
    return Problem(path, line, field, message, _HINT if letters else "", "pdf")


def _about(volume: str) -> str:
    """The id of the record, mechanism or list that a volume is about; empty for all of them."""
    kind, name = catalogue.split(volume)
    if kind in (catalogue.RECORDS, catalogue.MECHANISMS):
        return name
    return f"vocabulary/{_LISTS[kind]}" if kind in _LISTS else ""


def _file(corpus: Corpus, volume: str, language: str) -> tuple[str, int, str]:
    name = _about(volume)
    source = corpus.library.sources.get(name) or corpus.library.sources.get(f"{name}/mechanism")
    return (source.path if source else addresses.volume(volume, language), 1, "-")


def _places(corpus: Corpus, about: str, language: str, letters: set[str]) -> Iterator[Place]:
    folder = about.partition("/")[0]
    for name, source in corpus.library.sources.items():
        far = 0 if name == about else 1 if name.partition("/")[0] == folder else 2
        for loc, text in _texts(source.data):
            if letters & {*text}:
                yield far, source.path, source.line(loc), ".".join(map(str, loc))
    catalogs = {name: each for (name, tag), each in corpus.library.catalogs.items() if tag == language}
    of_interface = corpus.library.interface.get(language)
    for name, catalog in {**catalogs, **({"": of_interface} if of_interface else {})}.items():
        for (_, msgid), entry in catalog.entries.items():
            if letters & {*entry.text, *"".join(entry.plural)}:
                own = any(place.startswith(f"{about} ") for place in entry.places)
                far = 3 if not name else 0 if own else 1 if name == folder else 2
                yield far, catalog.path, entry.line, msgid[:40]


def _texts(data: Data, loc: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    if isinstance(data, str):
        yield loc, data
    else:
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _texts(value, (*loc, key))
