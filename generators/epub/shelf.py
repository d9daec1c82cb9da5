"""Makes books: those that have changed, into ``.build/epub/``, and lists what stands there
(``corpus/downloads``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path

from generators.corpus import addresses, downloads
from generators.corpus.corpus import Corpus
from generators.corpus.downloads import Download
from generators.document.phrases import Phrases
from generators.epub import book
from generators.epub.chapters import KINDS, Chapters
from generators.pdf import catalogue
from generators.pdf.volumes import Public
from generators.text import files
from generators.translate.localizer import Localizer

Made = Sequence[tuple[Download, bool]]
"""Books, and of each whether it was made anew."""
SideBySide = Callable[[Callable[[str], Made], Sequence[str]], Iterable[Made]]
"""Does a work for each language, perhaps several at once, and gives the results in the order of languages."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did: how many files it made, left as they were and removed, and the bytes of all that were
    asked for.
    """

    made: int
    unchanged: int
    dropped: int
    size: int


def books(corpus: Corpus) -> tuple[str, ...]:
    """The ids of all volumes that are books, in the order of volumes."""
    return tuple(each for each in catalogue.volumes(corpus) if catalogue.split(each)[0] in KINDS)


def build(
    corpus: Corpus,
    folder: Path,
    public: Public,
    volumes: Sequence[str],
    languages: Sequence[str],
    each: SideBySide,
    inputs: str = "",
) -> Report:
    """Make the books of the volumes in the languages; what is no book any more is removed. ``folder`` is that
    of the list; ``inputs`` is the digest of all that the corpus and this package were read from: a book that
    was made or compared with the same inputs is what it would be.
    """
    known = downloads.read(folder)

    def work(language: str) -> Made:
        return list(_shelve(corpus, folder, public, volumes, language, known, inputs))

    asked = [found for made in each(work, languages) for found in made]
    listed = {**known, **{entry.address: entry for entry, _ in asked}}
    every = {addresses.book(volume, tag) for volume in books(corpus) for tag in corpus.languages}
    kept = [entry for address, entry in listed.items() if address in every]
    downloads.write(folder, kept, date=corpus.today.isoformat())
    made = sum(anew for _, anew in asked)
    size = sum(entry.size for entry, _ in asked)
    return Report(made, len(asked) - made, _drop_strays(folder, kept), size)


def _shelve(
    corpus: Corpus,
    folder: Path,
    public: Public,
    volumes: Sequence[str],
    language: str,
    known: Mapping[str, Download],
    inputs: str,
) -> Iterator[tuple[Download, bool]]:
    phrases = Phrases(Localizer(corpus, language))
    chapters = Chapters(phrases, public.page(language, ""))
    for volume in volumes:
        before = known.get(addresses.book(volume, language))
        if before and inputs and before.inputs == inputs:
            yield before, False
            continue
        data = book.book(chapters, volume, public)
        digest = sha256(data).hexdigest()
        if before and before.sha256 == digest:
            yield replace(before, inputs=inputs), False
            continue
        entry = asdict(catalogue.entry(phrases.localizer, volume))
        entry["address"] = addresses.book(volume, language)
        file = downloads.file_of(folder, entry["address"])
        file.parent.mkdir(parents=True, exist_ok=True)
        files.replace(file, data)
        yield Download(**entry, pages=0, size=len(data), sha256=digest, source=digest, inputs=inputs), True


def _drop_strays(folder: Path, kept: Iterable[Download]) -> int:
    """Remove books that are not listed; returns how many."""
    standing = {downloads.file_of(folder, entry.address) for entry in kept}
    strays = [file for file in folder.rglob("*.epub") if file not in standing]
    for file in strays:
        file.unlink()
    return len(strays)
