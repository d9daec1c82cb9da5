"""The files of volumes that were made, as far as they are known while a run goes on. A
``Press`` makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from generators.corpus import downloads
from generators.corpus.corpus import Corpus
from generators.corpus.downloads import Download
from generators.document.phrases import Phrases
from generators.pdf import volume_names
from generators.text import files
from generators.text.problems import Problem
from generators.text.sayings import Saying
from generators.translate.localizer import Localizer

VolumeInLanguage = tuple[str, str]
"""The id of a volume, and the tag of a language."""


class Done(NamedTuple):
    """A file that was made, or why it was not."""

    volume: str
    language: str
    source: str
    """The digest of all that decides the file's bytes."""
    pages: int = 0
    size: int = 0
    """The size in bytes."""
    sha256: str = ""
    """The digest of the file."""
    refused: Problem | None = None
    """Why the file was not made; None where it was."""


class Press(NamedTuple):
    """What makes volumes in one form."""

    folder: str
    """Where the list of its files is, below the project."""
    suffix: str
    """How the names of its files end, without a dot."""
    kinds: Saying
    """Which names of volumes there are, to who typed another."""
    address: Callable[[str, str], str]
    """Where a volume is in a language, below the root of the site."""
    volumes: Callable[[Corpus], tuple[str, ...]]
    """The ids of all volumes in this form."""
    offered: Callable[[Corpus, str], tuple[str, ...]]
    """The ids of those that a site offers in a language."""
    make: Callable[[Shelf, Sequence[VolumeInLanguage]], Iterator[Done]]
    """Makes those of some volumes and languages whose source is another than the shelf
    knows.
    """


class Shelf:
    """The files of a folder, as far as they are known, while a run goes on."""

    def __init__(self, press: Press, corpus: Corpus, folder: Path, inputs: str) -> None:
        self.corpus = corpus
        self.folder = folder
        self.unchanged = 0
        self.known = downloads.read(folder)
        """What is known of each file, by its address."""
        self.phrases: dict[str, Phrases] = {}
        for language in corpus.languages:
            self.phrases[language] = Phrases(Localizer(corpus, language))
        self._press = press
        self._inputs = inputs

    def same(self, volume: str, language: str, source: str = "") -> bool:
        """Whether the file of a volume is what it would be. Then it counts as unchanged.

        It is if it has the same source. Without a ``source`` it is if it was made or
        compared with the same inputs.
        """
        address = self._press.address(volume, language)
        known = self.known.get(address)
        if known is None:
            return False
        if source:
            is_same = known.source == source
        else:
            is_same = known.inputs != "" and known.inputs == self._inputs
        if is_same:
            self.unchanged += 1
            self.known[address] = replace(known, inputs=self._inputs, stale=False)
        return is_same

    def take(self, done: Done) -> None:
        """Know a file that was made; one that was refused is as it was, and stale."""
        address = self._press.address(done.volume, done.language)
        if not done.refused:
            self.known[address] = Download(
                **self._names(done.volume, done.language),
                pages=done.pages,
                size=done.size,
                sha256=done.sha256,
                source=done.source,
                inputs=self._inputs,
            )
        elif address in self.known:
            self.known[address] = replace(self.known[address], inputs="", stale=True)

    def save(self) -> None:
        """Write the list of what is known and is a volume of the corpus, under the titles
        of today.
        """
        entries: list[Download] = []
        for volume, language, known in self._known_volumes():
            entries.append(replace(known, **self._names(volume, language)))
        downloads.write(self.folder, entries, date=self.corpus.today.isoformat())

    def drop_strays(self) -> int:
        """Remove the files of no volume of the corpus, and those that nothing is known
        of. Returns how many.
        """
        known_files: set[Path] = set()
        for _, _, known in self._known_volumes():
            known_files.add(downloads.file_of(self.folder, known.address))
        files_there = list(self.folder.rglob(f"*.{self._press.suffix}"))
        strays = [file for file in files_there if file not in known_files]
        for stray in strays:
            stray.unlink()
        return len(strays)

    def _known_volumes(self) -> Iterator[tuple[str, str, Download]]:
        """Each volume of the corpus and each language, with what is known of its file,
        where that is known.
        """
        for language in self.phrases:
            for volume in self._press.volumes(self.corpus):
                known = self.known.get(self._press.address(volume, language))
                if known:
                    yield volume, language, known

    def _names(self, volume: str, language: str) -> dict[str, Any]:
        """The fields of ``Download`` that are texts of today, such as the title."""
        names = volume_names.entry(self.phrases[language].localizer, volume)
        return names | {"address": self._press.address(volume, language)}


def put(folder: Path, address: str, data: bytes) -> tuple[int, str]:
    """Write the file of an address below a folder; returns its size in bytes and its
    digest.
    """
    file = downloads.file_of(folder, address)
    file.parent.mkdir(parents=True, exist_ok=True)
    files.replace(file, data)
    return len(data), sha256(data).hexdigest()
