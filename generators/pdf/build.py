"""Makes volumes: those whose document changed, on all processors, into ``.build/pdf/``, and lists what stands
there (``corpus/downloads``).

What stands there is whole at any moment: a run that is cut off has lost at most the last few volumes.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from generators.corpus import downloads
from generators.corpus.corpus import Corpus
from generators.corpus.downloads import Download
from generators.document.phrases import Phrases
from generators.pdf import catalogue, refusals, typeset
from generators.pdf import volumes as documents
from generators.pdf.volumes import Public
from generators.text import files
from generators.text.problems import Problem
from generators.translate.localizer import Localizer

_LIFE = 150
"""Volumes that a process makes before another takes its place: the typesetter remembers what it has laid out,
and grows.
"""

_ALONE = 4
"""So few volumes are made sooner than another process has started."""

_SAVED = 50
"""Volumes that are made before the list is written again."""

Told = Callable[[int, int], None]


class Task(NamedTuple):
    """A document (JSON) to be typeset, and the volume and language that it is of; ``source`` is the digest of
    all that decides the file's bytes.
    """

    volume: str
    language: str
    document: str
    source: str

    @property
    def address(self) -> str:
        return catalogue.address(self.volume, self.language)


class Done(NamedTuple):
    """A file that was made, or why it was not, and the letters that no font has."""

    volume: str
    language: str
    source: str
    pages: int = 0
    size: int = 0
    sha256: str = ""
    refused: str = ""
    letters: str = ""


@dataclass(slots=True)
class Report:
    """What a run did: files made, unchanged, removed and refused, and the pages and bytes of all that were
    asked for. ``problems`` say why volumes were refused; many volumes may be for one reason.
    """

    made: int = 0
    unchanged: int = 0
    dropped: int = 0
    refused: int = 0
    pages: int = 0
    size: int = 0
    problems: set[Problem] = field(default_factory=set)


def build(
    corpus: Corpus,
    folder: Path,
    public: Public,
    volumes: Sequence[str],
    languages: Sequence[str],
    jobs: int = 0,
    told: Told | None = None,
    inputs: str = "",
) -> Report:
    """Make the volumes in the languages; what changed is made anew, and what no volume stands for any more is
    removed. Of a volume that is refused the last good file stays.

    ``folder`` is that of the list; ``told`` hears how many of how many files are done; ``inputs`` is the
    digest of all that the corpus and this package were read from: a file that was compared with the same
    inputs is what it would be.
    """
    asked = [(volume, language) for volume in volumes for language in languages]
    stand = _Folder(corpus, folder, public, inputs)
    report, told = Report(), told or (lambda done, all_: None)
    try:
        for done in _typeset(stand.due(asked), folder, corpus.today, jobs or os.cpu_count() or 1, len(asked)):
            stand.take(done)
            if done.refused:
                report.refused += 1
                report.problems.add(refusals.problem(corpus, *done[:2], done.refused, done.letters))
            else:
                report.made += 1
            told(report.made + report.refused + stand.unchanged, len(asked))
            if (report.made + report.refused) % _SAVED == 0:
                stand.save()
    finally:
        stand.save()
    told(len(asked), len(asked))
    report.unchanged, report.dropped = stand.unchanged, stand.drop_strays()
    found = [each for pair in asked if (each := stand.known.get(catalogue.address(*pair)))]
    report.pages, report.size = sum(each.pages for each in found), sum(each.size for each in found)
    return report


class _Folder:
    """The files that stand in a folder, as far as they are known, while a run goes on."""

    def __init__(self, corpus: Corpus, folder: Path, public: Public, inputs: str) -> None:
        self.known = downloads.read(folder)
        self.unchanged = 0
        self._corpus, self._folder, self._public, self._inputs = corpus, folder, public, inputs
        self._localizers = {language: Localizer(corpus, language) for language in corpus.languages}
        self._phrases = {language: Phrases(localizer) for language, localizer in self._localizers.items()}

    def due(self, asked: Iterable[tuple[str, str]]) -> Iterator[Task]:
        """What is to be typeset among the volumes and languages that were asked for."""
        for volume, language in asked:
            known = self.known.get(catalogue.address(volume, language))
            if known and self._inputs and known.inputs == self._inputs:
                self.unchanged += 1
                continue
            task = self._task(volume, language)
            if known and known.source == task.source:
                self.unchanged += 1
                self.known[known.address] = replace(known, inputs=self._inputs, stale=False)
            else:
                yield task

    def _task(self, volume: str, language: str) -> Task:
        made = documents.document(self._phrases[language], volume, self._public)
        document = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        decided = f"{typeset.fingerprint()}{self._corpus.today}{document}"
        return Task(volume, language, document, hashlib.sha256(decided.encode()).hexdigest())

    def take(self, done: Done) -> None:
        """Know a file that was made; one that was refused is as it was, and stale."""
        address = catalogue.address(done.volume, done.language)
        if not done.refused:
            entry = asdict(catalogue.entry(self._localizers[done.language], done.volume))
            made = {name: getattr(done, name) for name in ("pages", "size", "sha256", "source")}
            self.known[address] = Download(**entry, **made, inputs=self._inputs)
        elif address in self.known:
            self.known[address] = replace(self.known[address], inputs="", stale=True)

    def save(self) -> None:
        """Write the list of what is known and is a volume of the corpus, under the titles of today."""
        listed = []
        for localizer in self._localizers.values():
            for entry in catalogue.entries(localizer):
                if known := self.known.get(entry.address):
                    listed.append(replace(known, **asdict(entry)))
        downloads.write(self._folder, listed, date=self._corpus.today.isoformat())

    def drop_strays(self) -> int:
        """Remove files that are no volume of the corpus, or that nothing is known of; returns how many."""
        every = [(volume, tag) for volume in catalogue.volumes(self._corpus) for tag in self._localizers]
        addresses = {catalogue.address(*pair) for pair in every} & self.known.keys()
        standing = {downloads.file_of(self._folder, address) for address in addresses}
        strays = [file for file in self._folder.rglob("*.pdf") if file not in standing]
        for file in strays:
            file.unlink()
        return len(strays)


def _typeset(due: Iterator[Task], folder: Path, day: date, jobs: int, total: int) -> Iterator[Done]:
    make = partial(_make, folder=folder, day=day)
    if jobs == 1 or total <= _ALONE:
        yield from map(make, due)
        return
    with _pool(jobs) as pool:
        yield from pool.imap_unordered(make, due)


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


def _make(task: Task, folder: Path, day: date) -> Done:
    try:
        made = typeset.typeset(task.document, day)
    except typeset.Refused as refused:
        return Done(task.volume, task.language, task.source, refused=refused.args[0], letters=refused.letters)
    file = downloads.file_of(folder, task.address)
    file.parent.mkdir(parents=True, exist_ok=True)
    files.replace(file, made.data)
    digest = hashlib.sha256(made.data).hexdigest()
    return Done(task.volume, task.language, task.source, made.pages, len(made.data), digest)
