"""Makes volumes: those whose document changed, on all processors, into ``.build/pdf/``, with a list of what
stands there.

The list (``manifest.json``) says of each file its size, pages and digest, for the page of downloads, and what
it was made from, for the next run.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from generators.corpus.corpus import Corpus
from generators.document.phrases import Phrases
from generators.pdf import catalogue, typeset, volumes
from generators.pdf.volumes import Public
from generators.text.problems import Problem
from generators.translate.localizer import Localizer

FOLDER = ".build/pdf"
MANIFEST = "manifest.json"
_LIFE = 150  # volumes that a process makes before another takes its place: the typesetter remembers what it has laid out, and grows
_ALONE = 4  # so few volumes are made sooner than another process has started

Told = Callable[[int, int], None]


class Task(NamedTuple):
    """A document to be typeset, and the file that it goes into; ``source`` is the digest of all that decides
    the file's bytes.
    """

    address: str
    document: str
    source: str


class Done(NamedTuple):
    """A file that was made, or why it was not."""

    address: str
    source: str
    pages: int = 0
    size: int = 0
    sha256: str = ""
    refused: str = ""


@dataclass(slots=True)
class Report:
    """What a run did; ``problems`` are of volumes that could not be made."""

    made: int = 0
    unchanged: int = 0
    dropped: int = 0
    pages: int = 0
    size: int = 0
    problems: list[Problem] = field(default_factory=list)


def build(
    corpus: Corpus,
    folder: Path,
    public: Public,
    asked: Sequence[str],
    languages: Sequence[str],
    jobs: int = 0,
    told: Told | None = None,
) -> Report:
    """Make the volumes in the languages; what changed is made anew, and what no volume stands for any more is
    removed.

    ``folder`` is that of the manifest; ``told`` hears how many of how many files are done.
    """
    known = read_manifest(folder)
    report, total = Report(), len(asked) * len(languages)
    told = told or (lambda done, all_: None)

    def due() -> Iterator[Task]:
        for task in _tasks(corpus, public, asked, languages):
            if _stands(folder, known.get(task.address), task):
                report.unchanged += 1
            else:
                yield task

    for done in _typeset(due(), folder, corpus.today, jobs or os.cpu_count() or 1, total):
        if done.refused:
            report.problems.append(Problem(done.address, 1, "-", done.refused, rule="pdf"))
            known.pop(done.address, None)
        else:
            report.made += 1
            known[done.address] = {key: getattr(done, key) for key in _KEYS}
        told(report.made + report.unchanged + len(report.problems), total)
    told(total, total)
    made = [catalogue.address(volume, language) for volume in asked for language in languages]
    _close(corpus, folder, known, report, made)
    return report


def read_manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """What is known of the files by their addresses; nothing where there is no manifest, or one that cannot
    be read.
    """
    try:
        return dict(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return {}


def _tasks(corpus: Corpus, public: Public, asked: Iterable[str], languages: Iterable[str]) -> Iterator[Task]:
    spoken = [Phrases(Localizer(corpus, language)) for language in languages]
    for volume in asked:
        for say in spoken:
            made = volumes.document(say, volume, public)
            document = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
            source = hashlib.sha256(f"{typeset.fingerprint()}{corpus.today}{document}".encode()).hexdigest()
            yield Task(catalogue.address(volume, say.language), document, source)


def _stands(folder: Path, known: dict[str, Any] | None, task: Task) -> bool:
    file = _file(folder, task.address)
    return (
        known is not None
        and known["source"] == task.source
        and file.is_file()
        and file.stat().st_size == known["size"]
    )


def _file(folder: Path, address: str) -> Path:
    return folder / address.removeprefix("pdf/")


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
    ever.
    """
    pool = multiprocessing.get_context("spawn").Pool(jobs, maxtasksperchild=_LIFE)
    try:
        yield pool
        pool.close()
    finally:
        pool.terminate()
        pool.join()


def _make(task: Task, folder: Path, day: date) -> Done:
    try:
        made = typeset.typeset(task.document, day)
    except typeset.Refused as refused:
        return Done(task.address, task.source, refused=str(refused))
    file = _file(folder, task.address)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(made.data)
    return Done(task.address, task.source, made.pages, len(made.data), hashlib.sha256(made.data).hexdigest())


def _close(
    corpus: Corpus, folder: Path, known: dict[str, dict[str, Any]], report: Report, asked: list[str]
) -> None:
    """Write the manifest, and remove files that are no volume of the corpus."""
    entries = {
        entry.address: asdict(entry)
        for language in corpus.languages
        for entry in catalogue.entries(Localizer(corpus, language))
    }
    files = {
        address: entries[address] | {key: each[key] for key in _KEYS}
        for address, each in sorted(known.items())
        if address in entries
    }
    standing = {_file(folder, address) for address in files}
    for file in sorted(folder.rglob("*.pdf")):
        if file not in standing:
            file.unlink()
            report.dropped += 1
    report.pages = sum(files[address]["pages"] for address in asked if address in files)
    report.size = sum(files[address]["size"] for address in asked if address in files)
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"date": corpus.today.isoformat(), "files": files}, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(f"{text}\n", encoding="utf-8", newline="\n")


_KEYS = ("pages", "size", "sha256", "source")
