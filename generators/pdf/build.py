"""Volumes as PDFs: those whose document changed are typeset, on all processors; where one is refused, the
file is said that it is about. A letter that no font has was found before, at its line
(``checks/letters.py``).
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
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

# The typesetter takes its time to load, and is not needed to say that a name is wrong.

_LIFE = 150
"""Volumes that a process makes before another takes its place: the typesetter remembers what it has laid out,
and grows.
"""

_ALONE = 4
"""So few volumes are made sooner than another process has started."""


class Task(NamedTuple):
    """A document (JSON) to be typeset, and the volume and language that it is of; ``source`` is the digest of
    all that decides the file's bytes, ``path`` the file that the volume is about.
    """

    volume: str
    language: str
    document: str
    source: str
    path: str


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
        yield from map(work, tasks) if jobs == 1 or len(due) <= _ALONE else _side_by_side(work, tasks, jobs)

    def _task(self, shelf: Shelf, volume: str, language: str) -> Task:
        from generators.pdf import typeset

        made = documents.document(shelf.phrases[language], volume, self.public)
        if volume == catalogue.COMPENDIUM:
            shelf.phrases[language].forget()  # the typesetter needs the memory
        document = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        decided = f"{typeset.fingerprint()}{shelf.corpus.today}{document}"
        source = hashlib.sha256(decided.encode()).hexdigest()
        return Task(volume, language, document, source, _file(shelf.corpus, volume, language))

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


def _side_by_side(work: Any, tasks: Iterator[Task], jobs: int) -> Iterator[Done]:
    """In processes that start empty: one that is copied from a process with threads may wait for a lock for
    ever. Ctrl+C is for this one, which ends them.
    """
    here = signal.signal(signal.SIGINT, signal.SIG_IGN)  # new processes begin with it
    try:
        pool = multiprocessing.get_context("spawn").Pool(jobs, _leave_ctrl_c, maxtasksperchild=_LIFE)
    finally:
        signal.signal(signal.SIGINT, here)
    with pool:
        yield from pool.imap_unordered(work, tasks)


def _leave_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _make(task: Task, folder: Path, day: date) -> Done:
    from generators.pdf import typeset

    try:
        made = typeset.typeset(task.document, day)
    except typeset.Refused as refused:
        problem = Problem(task.path, 1, "-", refused.args[0], "", "pdf")
        return Done(task.volume, task.language, task.source, refused=problem)
    placed = factory.put(folder, addresses.volume(task.volume, task.language), made.data)
    return Done(task.volume, task.language, task.source, made.pages, *placed)


def _file(corpus: Corpus, volume: str, language: str) -> str:
    """The file of the record or mechanism that a volume is about; of another one its own address."""
    name, sources = catalogue.split(volume)[1], corpus.library.sources
    source = sources.get(name) or sources.get(f"{name}/mechanism")
    return source.path if source else addresses.volume(volume, language)
