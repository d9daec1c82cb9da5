"""One factory for volumes, as PDFs and as books for e-readers.

It finds the volumes that are meant and has those made that changed. It lists the files
that there are (``corpus/downloads``), and says what came of it. How a volume is made is
known to a ``Press`` (``shelf``).

The files and their list are whole at any moment. A run that is cut off has lost at most
the last few volumes. PDFs are typeset on all processors. If one is refused, the problem
names the file that it is about. A letter that no font has was found before, at its line
(``checks/letters.py``).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generators.corpus import addresses, downloads
from generators.corpus.corpus import Corpus
from generators.pdf import volume_names, volumes, workers
from generators.pdf.shelf import Done, Press, Shelf, VolumeInLanguage, put
from generators.pdf.volume_names import PublicAddresses
from generators.text.problems import Problem, expected, near
from generators.text.sayings import Saying, say

_SAVED = 50
"""Volumes that are made before the list is written again."""

_MOST_EXAMPLES = 3
"""So many volumes of a kind are named to who asks for the kind."""

Told = Callable[[int, int], None]
"""Hears how many of how many files are done."""


@dataclass(slots=True)
class Report:
    """What a run did, in numbers of files."""

    made: int = 0
    unchanged: int = 0
    dropped: int = 0
    """Files that were removed."""
    refused: int = 0
    pages: int = 0
    """The pages of all files that were to be made, the unchanged ones too."""
    size: int = 0
    """Their bytes."""
    problems: set[Problem] = field(default_factory=set)
    """Why volumes were refused: many of them may be for one reason."""


def build(
    press: Press,
    corpus: Corpus,
    folder: Path,
    volumes: Sequence[str],
    languages: Sequence[str],
    inputs: str = "",
    progress: Told | None = None,
) -> Report:
    """Make the volumes in the languages; see ``build_pairs``."""
    pairs = [(volume, language) for volume in volumes for language in languages]
    return build_pairs(press, corpus, folder, pairs, inputs, progress)


def _ignore_progress(done: int, total: int) -> None:
    """Hears how many files are done, and does nothing."""


def build_pairs(
    press: Press,
    corpus: Corpus,
    folder: Path,
    pairs: Sequence[VolumeInLanguage],
    inputs: str = "",
    progress: Told | None = None,
) -> Report:
    """Make volumes, each in a language. Those that changed are made once more. Files of
    no volume are removed. If a volume is refused, its last good file stays.

    ``folder`` is that of the list. ``inputs`` is the digest of all that the corpus and
    this package were read from. A file that was compared with the same inputs is what it
    would be.
    """
    shelf = Shelf(press, corpus, folder, inputs)
    report = Report()
    try:
        _make_due(press, shelf, pairs, report, progress or _ignore_progress)
    finally:
        shelf.save()
    if progress:
        progress(len(pairs), len(pairs))
    report.unchanged = shelf.unchanged
    report.dropped = shelf.drop_strays()
    for volume, language in pairs:
        known = shelf.known.get(press.address(volume, language))
        if known:
            report.pages += known.pages
            report.size += known.size
    return report


def _make_due(
    press: Press,
    shelf: Shelf,
    pairs: Sequence[VolumeInLanguage],
    report: Report,
    progress: Told,
) -> None:
    """Make the volumes whose files are not what they would be. The shelf takes them, and
    the report counts them.
    """
    due = [pair for pair in pairs if not shelf.same(*pair)]
    for done in press.make(shelf, due):
        shelf.take(done)
        if done.refused:
            report.refused += 1
            report.problems.add(done.refused)
        else:
            report.made += 1
        progress(report.made + report.refused + shelf.unchanged, len(pairs))
        if (report.made + report.refused) % _SAVED == 0:
            shelf.save()


def run(
    press: Press,
    corpus: Corpus,
    root: Path,
    names: Sequence[str],
    languages: Sequence[str],
    inputs: str = "",
    progress: Told | None = None,
) -> tuple[str, list[str]]:
    """Make the named volumes in the languages. Without names, those that a site offers
    are made; without languages, all languages.

    ``inputs`` is the digest of all that the corpus was read from, taken before it was
    read. Returns one line on what was made, and a line for each problem. Nothing is made
    if a name or a language is not known, or a name may mean two volumes.
    """
    known = frozenset(press.volumes(corpus))
    meant: dict[str, None] = {}  # the ids of volumes, each once, in the order of names
    problems: list[str] = []
    for name in dict.fromkeys(names):
        candidates = [id_ for id_ in volume_names.find(corpus, name) if id_ in known]
        problems += _problems_of_name(name, candidates, known, press.kinds)
        meant |= dict.fromkeys(candidates)
    tags = list(dict.fromkeys(languages))
    problems += _problems_of_languages(tags, corpus.languages)
    if problems:
        return say("nothing was made"), problems
    pairs: list[VolumeInLanguage] = []
    if meant:
        for volume in meant:
            pairs += [(volume, tag) for tag in tags or corpus.languages]
    else:
        for tag in tags or corpus.languages:
            pairs += [(volume, tag) for volume in press.offered(corpus, tag)]
    report = build_pairs(press, corpus, root / press.folder, pairs, inputs, progress)
    lines = [str(problem) for problem in sorted(report.problems)]
    return _summary(report, press.folder), lines


def _problems_of_name(
    name: str, candidates: Sequence[str], known: Collection[str], kinds: Saying
) -> Iterator[str]:
    """Why a name does not mean one volume, with a remedy; nothing where it does.
    ``candidates`` are the volumes that it may mean, ``known`` those of the press.
    """
    if len(candidates) > 1:
        yield say(
            "several volumes have the id {name}; say which: {volumes}",
            name=name,
            volumes=tuple(candidates),
        )
    if candidates:
        return
    of_kind = sorted(volume for volume in known if volume.startswith(f"{name}/"))
    if of_kind:
        yield say(
            "there are {n} volumes of {name}; say which one, such as {volumes}",
            name=name,
            n=len(of_kind),
            volumes=tuple(of_kind[:_MOST_EXAMPLES]),
        )
    else:
        ids = {volume.partition("/")[2] or volume for volume in known}
        hint = near(name, ids) or kinds
        yield say("no such volume: {name}; {hint}", name=name, hint=hint)


def _problems_of_languages(tags: Sequence[str], known: Sequence[str]) -> Iterator[str]:
    """A line for each tag of a language that is not known, with a remedy."""
    for tag in tags:
        if tag not in known:
            hint = expected(tag, known)
            yield say("no such language: {tags}; {hint}", tags=tag, hint=hint)


def _summary(report: Report, folder: str) -> Saying:
    """What a run did, in a line. The line has no pages of books, for an e-reader makes
    its own.
    """
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
    if not report.refused:
        return say("{parts}: {whole}", parts=counts, whole=whole)
    refused = say("{n} refused (the last good file of each is kept)", n=report.refused)
    return say("{parts}: {whole}", parts=(counts, refused), whole=whole)


# -- PDFs --------------------------------------------------------------------------------

# The typesetter takes its time to load, and is not needed to say that a name is wrong.

_FEW = 4
"""So few volumes are made sooner than another process has started."""


class Task(NamedTuple):
    """A volume to be typeset in a language."""

    volume: str
    language: str
    document: str
    """The document as JSON."""
    source: str
    """The digest of all that decides the file's bytes."""
    path: str
    """The file that the volume is about, relative to the project."""


def pdfs(public: PublicAddresses, jobs: int = 0) -> Press:
    """The press of PDFs. They are made by so many processes (0: one a processor), and
    come in no order.
    """
    kinds = say(
        "expected the id of a record, mechanism, region, topic, stage or State, "
        "or compendium"
    )
    return Press(
        downloads.FOLDER,
        "pdf",
        kinds,
        addresses.volume,
        volume_names.volumes,
        volume_names.offered,
        partial(_make_pdfs, public, jobs or os.cpu_count() or 1),
    )


def _make_pdfs(
    public: PublicAddresses, jobs: int, shelf: Shelf, due: Sequence[VolumeInLanguage]
) -> Iterator[Done]:
    """Make the PDFs that are due and whose source is another than the shelf knows."""
    make = partial(_make_pdf, folder=shelf.folder, day=shelf.corpus.today)
    tasks = _changed_tasks(public, shelf, due)
    if jobs == 1 or len(due) <= _FEW:
        yield from map(make, tasks)
    else:
        yield from workers.results_of(make, tasks, jobs)


def _changed_tasks(
    public: PublicAddresses, shelf: Shelf, due: Sequence[VolumeInLanguage]
) -> Iterator[Task]:
    """The tasks of the volumes that are due, without those whose file has the same
    source.
    """
    for volume, language in due:
        task = _task(public, shelf, volume, language)
        if not shelf.same(volume, language, task.source):
            yield task


def _task(public: PublicAddresses, shelf: Shelf, volume: str, language: str) -> Task:
    """The document of a volume, to be typeset."""
    from generators.pdf import typeset

    parts = volumes.document(shelf.phrases[language], volume, public)
    if volume == volume_names.COMPENDIUM:
        shelf.phrases[language].forget()  # the typesetter needs the memory
    document = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    inputs = f"{typeset.fingerprint()}{shelf.corpus.today}{document}"
    source = sha256(inputs.encode()).hexdigest()
    path = _source_path(shelf.corpus, volume, language)
    return Task(volume, language, document, source, path)


def _make_pdf(task: Task, folder: Path, day: date) -> Done:
    """Typeset a volume and write its file below the folder; what came of it."""
    from generators.pdf import typeset

    try:
        pdf = typeset.typeset(task.document, day)
    except typeset.Refused as refused:
        problem = Problem(task.path, 1, "-", refused.args[0], "", "pdf")
        return Done(task.volume, task.language, task.source, refused=problem)
    address = addresses.volume(task.volume, task.language)
    size, digest = put(folder, address, pdf.data)
    return Done(task.volume, task.language, task.source, pdf.pages, size, digest)


def _source_path(corpus: Corpus, volume: str, language: str) -> str:
    """The path of the file of the record or mechanism that a volume is about. If it is
    about neither, the address of the volume.
    """
    _, name = volume_names.split(volume)
    sources = corpus.library.sources
    source = sources.get(name) or sources.get(f"{name}/mechanism")
    return source.path if source else addresses.volume(volume, language)
