"""One factory for volumes, as PDFs and as books for e-readers: finds those that are
meant, has those made that changed, lists what stands there (``corpus/downloads``), and
says what came of it.

What stands there is whole at any moment: a run that is cut off has lost at most the last
few volumes. How a volume is made is known to a ``Press``. PDFs are typeset on all
processors; where one is refused, the file is said that it is about. A letter that no font
has was found before, at its line (``checks/letters.py``).
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from generators.corpus import addresses, downloads
from generators.corpus.corpus import Corpus
from generators.corpus.downloads import Download
from generators.document.phrases import Phrases
from generators.pdf import volumes
from generators.pdf.volumes import PublicAddresses
from generators.text import files
from generators.text.problems import Problem, expected, near
from generators.text.sayings import Saying, say
from generators.translate.localizer import Localizer

_SAVED = 50
"""Volumes that are made before the list is written again."""

_NAMED = 3
"""So many volumes of a kind are named to who asks for the kind."""

Told = Callable[[int, int], None]
"""Hears how many of how many files are done."""


class Done(NamedTuple):
    """A file that was made, or why it was not; ``source`` is the digest of all that
    decides its bytes.
    """

    volume: str
    language: str
    source: str
    pages: int = 0
    size: int = 0
    sha256: str = ""
    refused: Problem | None = None


@dataclass(slots=True)
class Report:
    """What a run did: files made, unchanged, removed and refused, and the pages and bytes
    of all that were asked for. ``problems`` say why volumes were refused; many volumes
    may be for one reason.
    """

    made: int = 0
    unchanged: int = 0
    dropped: int = 0
    refused: int = 0
    pages: int = 0
    size: int = 0
    problems: set[Problem] = field(default_factory=set)


class Press(NamedTuple):
    """What makes volumes in a form: ``folder`` is where its list stands, below the
    project; ``kinds`` says what names there are, to who typed another; ``address`` is
    where a volume stands in a language, below the root of the site; ``volumes`` are the
    ids of all in this form, ``offered`` those that a site offers in a language. ``make``
    makes those of some volumes and languages whose source is another than the shelf
    knows.
    """

    folder: str
    suffix: str
    kinds: Saying
    address: Callable[[str, str], str]
    volumes: Callable[[Corpus], tuple[str, ...]]
    offered: Callable[[Corpus, str], tuple[str, ...]]
    make: Callable[[Shelf, Sequence[tuple[str, str]]], Iterator[Done]]


class Shelf:
    """The files that stand in a folder, as far as they are known, while a run goes on."""

    def __init__(self, press: Press, corpus: Corpus, folder: Path, inputs: str) -> None:
        self.corpus, self.folder, self.unchanged = corpus, folder, 0
        self.known = downloads.read(folder)
        self.phrases = {
            language: Phrases(Localizer(corpus, language))
            for language in corpus.languages
        }
        self._press, self._inputs = press, inputs

    def same(self, volume: str, language: str, source: str = "") -> bool:
        """Whether a file is what it would be: it has the same source, or without one, was
        made or compared with the same inputs.
        """
        known = self.known.get(address := self._press.address(volume, language))
        if not known or not (
            known.source == source if source else self._inputs == known.inputs != ""
        ):
            return False
        self.unchanged += 1
        self.known[address] = replace(known, inputs=self._inputs, stale=False)
        return True

    def take(self, done: Done) -> None:
        """Know a file that was made; one that was refused is as it was, and stale."""
        address = self._press.address(done.volume, done.language)
        if not done.refused:
            made = {
                name: getattr(done, name)
                for name in ("pages", "size", "sha256", "source")
            }
            entry = self._entry(done.volume, done.language)
            self.known[address] = Download(**entry, **made, inputs=self._inputs)
        elif address in self.known:
            self.known[address] = replace(self.known[address], inputs="", stale=True)

    def save(self) -> None:
        """Write the list of what is known and is a volume of the corpus, under the titles
        of today.
        """
        listed = [
            replace(known, **self._entry(*pair)) for pair, known in self._standing()
        ]
        downloads.write(self.folder, listed, date=self.corpus.today.isoformat())

    def drop_strays(self) -> int:
        """Remove files that are no volume of the corpus, or that nothing is known of;
        returns how many.
        """
        standing = {
            downloads.file_of(self.folder, known.address) for _, known in self._standing()
        }
        strays = [
            file
            for file in self.folder.rglob(f"*.{self._press.suffix}")
            if file not in standing
        ]
        for file in strays:
            file.unlink()
        return len(strays)

    def _standing(self) -> Iterator[tuple[tuple[str, str], Download]]:
        for pair in (
            (volume, tag)
            for tag in self.phrases
            for volume in self._press.volumes(self.corpus)
        ):
            if known := self.known.get(self._press.address(*pair)):
                yield pair, known

    def _entry(self, volume: str, language: str) -> dict[str, str]:
        entry = volumes.entry(self.phrases[language].localizer, volume)
        return entry | {"address": self._press.address(volume, language)}


def put(folder: Path, address: str, data: bytes) -> tuple[int, str]:
    """Put a file where that of an address stands; its size and digest."""
    file = downloads.file_of(folder, address)
    file.parent.mkdir(parents=True, exist_ok=True)
    files.replace(file, data)
    return len(data), sha256(data).hexdigest()


def build(
    press: Press,
    corpus: Corpus,
    folder: Path,
    volumes: Sequence[str],
    languages: Sequence[str],
    inputs: str = "",
    told: Told | None = None,
) -> Report:
    """Make the volumes in the languages; see ``build_pairs``."""
    pairs = [(volume, language) for volume in volumes for language in languages]
    return build_pairs(press, corpus, folder, pairs, inputs, told)


def build_pairs(
    press: Press,
    corpus: Corpus,
    folder: Path,
    asked: Sequence[tuple[str, str]],
    inputs: str = "",
    told: Told | None = None,
) -> Report:
    """Make pairs of a volume and a language; what changed is made anew, and what no
    volume stands for any more is removed. Of a volume that is refused the last good file
    stays.

    ``folder`` is that of the list; ``inputs`` is the digest of all that the corpus and
    this package were read from: a file that was compared with the same inputs is what it
    would be.
    """
    shelf, report, told = (
        Shelf(press, corpus, folder, inputs),
        Report(),
        told or (lambda done, all_: None),
    )
    try:
        for done in press.make(shelf, [pair for pair in asked if not shelf.same(*pair)]):
            shelf.take(done)
            if done.refused:
                report.refused += 1
                report.problems.add(done.refused)
            else:
                report.made += 1
            told(report.made + report.refused + shelf.unchanged, len(asked))
            if (report.made + report.refused) % _SAVED == 0:
                shelf.save()
    finally:
        shelf.save()
    told(len(asked), len(asked))
    report.unchanged, report.dropped = shelf.unchanged, shelf.drop_strays()
    found = [each for pair in asked if (each := shelf.known.get(press.address(*pair)))]
    report.pages, report.size = (
        sum(each.pages for each in found),
        sum(each.size for each in found),
    )
    return report


def run(
    press: Press,
    corpus: Corpus,
    root: Path,
    names: Sequence[str],
    languages: Sequence[str],
    inputs: str = "",
    told: Told | None = None,
) -> tuple[str, list[str]]:
    """Make the named volumes (those that a site offers, where none is named) in the
    languages (all, where none is named).

    ``inputs`` is the digest of all that the corpus was read from, taken before it was
    read. Returns one line on what was made, and a line for each problem; nothing is made
    where a name or a language is not known, or a name may mean two volumes.
    """
    among = press.volumes(corpus)
    known = frozenset(among)
    meant = {
        name: [each for each in volumes.find(corpus, name) if each in known]
        for name in names
    }
    problems = [
        line
        for name, found in meant.items()
        for line in _wrong(name, found, known, press.kinds)
    ]
    tags = list(dict.fromkeys(languages))
    for tag in tags:
        if tag not in corpus.languages:
            hint = expected(tag, corpus.languages)
            problems.append(say("no such language: {tags}; {hint}", tags=tag, hint=hint))
    if problems:
        return say("nothing was made"), problems
    languages = tags or corpus.languages
    named = dict.fromkeys(volume for found in meant.values() for volume in found)
    pairs = [(volume, tag) for volume in named for tag in languages]
    if not named:
        pairs = [
            (volume, tag) for tag in languages for volume in press.offered(corpus, tag)
        ]
    report = build_pairs(press, corpus, root / press.folder, pairs, inputs, told)
    return _summary(report, press.folder), [
        str(problem) for problem in sorted(report.problems)
    ]


def _wrong(
    name: str, found: Sequence[str], known: Collection[str], kinds: Saying
) -> Iterator[str]:
    shelf = sorted(volume for volume in known if volume.startswith(f"{name}/"))
    if not found and shelf:
        n, some = len(shelf), tuple(shelf[:_NAMED])
        yield say(
            "there are {n} volumes of {name}; say which one, such as {volumes}",
            name=name,
            n=n,
            volumes=some,
        )
    elif not found:
        ids = {volume.partition("/")[2] or volume for volume in known}
        yield say(
            "no such volume: {name}; {hint}", name=name, hint=near(name, ids) or kinds
        )
    elif len(found) > 1:
        yield say(
            "several volumes have the id {name}; say which: {volumes}",
            name=name,
            volumes=tuple(found),
        )


def _summary(report: Report, folder: str) -> Saying:
    """What a run did, in a line; without pages where an e-reader makes its own."""
    size = f"{report.size / 1e6:.1f}"
    whole = say("{size} MB in {folder}/", size=size, folder=folder)
    if report.pages:
        whole = say(
            "{pages} pages, {size} MB in {folder}/",
            pages=report.pages,
            size=size,
            folder=folder,
        )
    counts = say(
        "{made} made, {unchanged} unchanged, {dropped} removed",
        made=report.made,
        unchanged=report.unchanged,
        dropped=report.dropped,
    )
    kept = say("{n} refused (the last good file of each is kept)", n=report.refused)
    return say(
        "{parts}: {whole}",
        parts=(counts, kept) if report.refused else counts,
        whole=whole,
    )


# -- PDFs --------------------------------------------------------------------------------

# The typesetter takes its time to load, and is not needed to say that a name is wrong.

_LIFE = 150
"""Volumes that a process makes before another takes its place: the typesetter remembers
what it has laid out, and grows.
"""

_ALONE = 4
"""So few volumes are made sooner than another process has started."""


class Task(NamedTuple):
    """A document (JSON) to be typeset, and the volume and language that it is of;
    ``source`` is the digest of all that decides the file's bytes, ``path`` the file that
    the volume is about.
    """

    volume: str
    language: str
    document: str
    source: str
    path: str


def pdfs(public: PublicAddresses, jobs: int = 0) -> Press:
    """PDFs, made by so many processes (0: one a processor), in no order."""
    kinds = say(
        "expected the id of a record, mechanism, region, topic, stage or State, or compendium"
    )
    make = partial(_pdfs, public, jobs or os.cpu_count() or 1)
    return Press(
        downloads.FOLDER,
        "pdf",
        kinds,
        addresses.volume,
        volumes.volumes,
        volumes.offered,
        make,
    )


def _pdfs(
    public: PublicAddresses, jobs: int, shelf: Shelf, due: Sequence[tuple[str, str]]
) -> Iterator[Done]:
    work = partial(_make, folder=shelf.folder, day=shelf.corpus.today)
    made = (_task(public, shelf, *pair) for pair in due)
    tasks = (
        task for task in made if not shelf.same(task.volume, task.language, task.source)
    )
    yield from (
        map(work, tasks)
        if jobs == 1 or len(due) <= _ALONE
        else _side_by_side(work, tasks, jobs)
    )


def _task(public: PublicAddresses, shelf: Shelf, volume: str, language: str) -> Task:
    from generators.pdf import typeset

    made = volumes.document(shelf.phrases[language], volume, public)
    if volume == volumes.COMPENDIUM:
        shelf.phrases[language].forget()  # the typesetter needs the memory
    document = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    source = sha256(
        f"{typeset.fingerprint()}{shelf.corpus.today}{document}".encode()
    ).hexdigest()
    return Task(volume, language, document, source, _file(shelf.corpus, volume, language))


def _side_by_side(work: Any, tasks: Iterator[Task], jobs: int) -> Iterator[Done]:
    """In processes that start empty: one that is copied from a process with threads may
    wait for a lock for ever. Ctrl+C is for this one, which ends them.
    """
    here = signal.signal(signal.SIGINT, signal.SIG_IGN)  # new processes begin with it
    try:
        pool = multiprocessing.get_context("spawn").Pool(
            jobs, _leave_ctrl_c, maxtasksperchild=_LIFE
        )
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
    placed = put(folder, addresses.volume(task.volume, task.language), made.data)
    return Done(task.volume, task.language, task.source, made.pages, *placed)


def _file(corpus: Corpus, volume: str, language: str) -> str:
    """The file of the record or mechanism that a volume is about; of another one its own
    address.
    """
    name, sources = volumes.split(volume)[1], corpus.library.sources
    source = sources.get(name) or sources.get(f"{name}/mechanism")
    return source.path if source else addresses.volume(volume, language)
