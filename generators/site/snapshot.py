"""One reading of a project's corpus, what is wrong with it, and the pages of it.

Also what the hooks of one run of MkDocs share.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from generators import checks, html
from generators.corpus import (
    change_file,
    downloads,
    interface,
    published_file,
    second_reading_file,
)
from generators.corpus.corpus import Corpus
from generators.corpus.downloads import Download
from generators.corpus.inputs import FOLDER
from generators.corpus.loading import open_corpus
from generators.corpus.publisher import NOBODY, Publisher
from generators.document.phrases import speaking
from generators.html import Page
from generators.site import handwritten
from generators.site.assets import Assets
from generators.site.manifest import OutputFolder, SiteFile
from generators.site.shell import Shells, site_language
from generators.text import files
from generators.text.problems import Problem

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(slots=True, eq=False)
class Snapshot:
    """One reading of the corpus of the project in ``root``, and its pages.

    The pages of a language are made when they are first needed.
    """

    root: Path
    corpus: Corpus
    stamp: Stamp
    site: str
    """The absolute address that the site is published at, with a slash at its end."""
    downloads: Mapping[str, Mapping[str, Download]] = field(default_factory=dict)
    sizes: dict[str, dict[str, int]] = field(default_factory=dict)
    """The sizes in bytes of the files of data that were written, by language and path
    below its folder.
    """
    problems: tuple[Problem, ...] = ()
    """What was wrong with the corpus."""
    _pages: dict[str, Mapping[str, Page]] = field(default_factory=dict)

    def pages(self, language: str) -> Mapping[str, Page]:
        """The pages of a language by address.

        Raises ValueError where two of them claim one address.
        """
        if language not in self._pages:
            pages: dict[str, Page] = {}
            for page in html.build(self.corpus, language, self._public(language)):
                if page.address in pages:
                    raise ValueError(
                        f"two generated pages claim the address '{page.address}'"
                    )
                pages[page.address] = page
            self._pages[language] = pages
        return self._pages[language]

    def _public(self, language: str) -> html.Public:
        """What the pages of a language say of the site and of its files to download."""
        return html.Public(
            f"{self.site}{site_language(language).path}",
            self.sizes.setdefault(language, {}),
            downloads.copies(self.root).get(language),
            self.downloads.get(language, {}),
            downloads.made(self.root, downloads.BOOKS).get(language, {}),
        )

    def forget(self, language: str) -> None:
        """Give up the pages of a language, and all its texts, once they are written."""
        self._pages.pop(language, None)
        speaking(self.corpus, language).forget()
        gc.collect()  # the rest knows of each other in circles

    def ids(self) -> Mapping[str, str]:
        """Where a link of a hand-written page leads, by id."""
        return handwritten.known(self.corpus, iter(self.pages(self.corpus.languages[0])))


def read(
    root: Path, before: Snapshot | None, site: str, publisher: Publisher = NOBODY
) -> tuple[Snapshot, list[Problem]]:
    """Read the corpus of a project and check it; what is wrong comes back with it.

    Corpus and problems are those of the snapshot ``before``, where no file of the corpus
    and no catalog changed. ``site`` is the absolute address that it is
    published at, ``publisher`` keeps it.
    """
    snapshot = read_unchecked(root, before, site, publisher)
    if not (before and before.corpus is snapshot.corpus):
        check(snapshot)
    return snapshot, [*snapshot.problems]


def read_unchecked(
    root: Path, before: Snapshot | None, site: str, publisher: Publisher = NOBODY
) -> Snapshot:
    """Read the corpus of a project, and ask no rule yet.

    The arguments are those of ``read``. The problems of the snapshot are those that
    reading met, or those of ``before`` where nothing changed since.
    """
    names = (change_file.FILE, published_file.FILE, second_reading_file.FILE)
    lists = [root / name for name in names]
    stamp = fingerprint(root / FOLDER, *lists, interface.home(root) / interface.LOCALE)
    if before and before.stamp == stamp and before.corpus.publisher == publisher:
        corpus = before.corpus
        problems = before.problems
    else:
        corpus, new_problems = open_corpus(root, publisher)
        problems = tuple(new_problems)
    address = f"{site.rstrip('/')}/"
    return Snapshot(root, corpus, stamp, address, downloads.made(root), problems=problems)


def check(snapshot: Snapshot) -> None:
    """Ask the rules what is wrong with a snapshot, and add it to its problems."""
    problems = checks.run(snapshot.corpus, root=snapshot.root)
    snapshot.problems = tuple(sorted({*snapshot.problems, *problems}))


def fingerprint(*folders: Path) -> Stamp:
    """Path, time (in nanoseconds) and size of every file below the folders.

    A file may be named in place of a folder. Files of editors and of Python itself do not
    count. The fingerprint changes whenever one of the others does.
    """
    stamps = []
    for folder in folders:
        for file in sorted(folder.rglob("*")) if folder.is_dir() else (folder,):
            if files.is_editors_own(file.name) or "__pycache__" in file.parts:
                continue
            with suppress(FileNotFoundError):  # gone since its folder was read
                stat = file.stat()
                if S_ISREG(stat.st_mode):
                    stamps.append((file.as_posix(), stat.st_mtime_ns, stat.st_size))
    return tuple(stamps)


def _is_in_record_catalog(problem: Problem) -> bool:
    """Whether a problem is in a catalog with translations of records."""
    return problem.path.startswith(f"{FOLDER}/") and problem.path.endswith(".po")


@dataclass(slots=True)
class BuildState:
    """What the hooks of one run of MkDocs share."""

    serving: bool = False
    jobs: int = 1
    """How many processes write."""
    snapshot: Snapshot | None = None
    """The last reading that had no problem that stops a build; None before the first."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """Where a link of a hand-written page leads, by id."""
    assets: Assets | None = None
    shells: dict[str, Shells] = field(default_factory=dict)
    """The shells of pages, by language."""
    folder: OutputFolder | None = None
    """The folder that is written to."""
    indexes: Callable[[], Iterable[list[SiteFile]]] = tuple
    """Waits for the search indexes that were begun."""
    problems: list[Problem] = field(default_factory=list)
    """What was found wrong last, whether or not it stops a build."""

    def stopped_by(self, problems: list[Problem]) -> bool:
        """Whether nothing may be shown because of these problems.

        Any problem stops a build. In the preview those in catalogs of records do not. The
        editor is told of a wrong translation, and wants to see the page meanwhile.
        """
        return any(
            not (self.serving and _is_in_record_catalog(problem)) for problem in problems
        )

    def begin(self, snapshot: Snapshot, ids: Mapping[str, str], folder: Path) -> None:
        """A build into an emptied folder begins."""
        self.snapshot = snapshot
        self.ids = ids
        self.folder = OutputFolder(folder)
        self.shells = {}

    def restore(self, before: BuildState) -> None:
        """Put back the state ``before`` a build that failed."""
        self.snapshot = before.snapshot
        self.ids = before.ids
        self.folder = before.folder
        self.assets = before.assets
        self.shells = before.shells
