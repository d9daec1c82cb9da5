"""One reading of a project's corpus, what is wrong with it, and the pages that follow
from it; what the hooks of one run of MkDocs share.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from generators import checks, html
from generators.corpus import change_file, downloads, interface, published_file
from generators.corpus.corpus import Corpus
from generators.corpus.downloads import Download
from generators.corpus.library import FOLDER
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
    """One reading of the corpus of the project in ``root``, and its pages by language and
    address, made when a language is first asked for.
    """

    root: Path
    corpus: Corpus
    stamp: Stamp
    site: str
    """The absolute address that the site is published at, with a slash at its end."""
    downloads: Mapping[str, Mapping[str, Download]] = field(default_factory=dict)
    sizes: dict[str, dict[str, int]] = field(default_factory=dict)
    """The sizes of the files of data that were written, by language and path below its
    folder.
    """
    problems: tuple[Problem, ...] = ()
    """What was wrong with the corpus."""
    _pages: dict[str, Mapping[str, Page]] = field(default_factory=dict)

    def pages(self, language: str) -> Mapping[str, Page]:
        """The pages of a language by address. Raises ValueError where two of them claim
        one address.
        """
        if language not in self._pages:
            found: dict[str, Page] = {}
            for page in html.build(self.corpus, language, self._public(language)):
                if page.address in found:
                    raise ValueError(
                        f"two generated pages claim the address '{page.address}'"
                    )
                found[page.address] = page
            self._pages[language] = found
        return self._pages[language]

    def _public(self, language: str) -> html.Public:
        return html.Public(
            f"{self.site}{site_language(language).path}",
            self.sizes.setdefault(language, {}),
            downloads.copies(self.root).get(language),
            self.downloads.get(language, {}),
            downloads.made(self.root, downloads.BOOKS).get(language, {}),
        )

    def forget(self, language: str) -> None:
        """Give up the pages of a language that has been written, with all that was said
        in it.
        """
        self._pages.pop(language, None)
        speaking(self.corpus, language).forget()
        gc.collect()  # the rest knows of each other in circles

    def ids(self) -> Mapping[str, str]:
        """Where a link of a hand-written page leads, by id."""
        return handwritten.known(self.corpus, iter(self.pages(self.corpus.languages[0])))


def read(
    root: Path, before: Snapshot | None, site: str, publisher: Publisher = NOBODY
) -> tuple[Snapshot, list[Problem]]:
    """Read the corpus of a project and check it; the corpus of the snapshot ``before``
    (and what was wrong with it) where no file of it, and no catalog of the interface,
    changed since. ``site`` is the absolute address that it is published at, ``publisher``
    keeps it.
    """
    snapshot = read_unchecked(root, before, site, publisher)
    if not (before and before.corpus is snapshot.corpus):
        check(snapshot)
    return snapshot, [*snapshot.problems]


def read_unchecked(
    root: Path, before: Snapshot | None, site: str, publisher: Publisher = NOBODY
) -> Snapshot:
    """The same, with no rule asked yet; what is wrong with it so far is what reading
    says.
    """
    lists = (root / change_file.FILE, root / published_file.FILE)
    stamp = fingerprint(root / FOLDER, *lists, interface.home(root) / interface.LOCALE)
    if before and before.stamp == stamp and before.corpus.publisher == publisher:
        corpus, problems = before.corpus, before.problems
    else:
        corpus, problems = open_corpus(root, publisher)
    address = f"{site.rstrip('/')}/"
    return Snapshot(
        root, corpus, stamp, address, downloads.made(root), problems=tuple(problems)
    )


def check(snapshot: Snapshot) -> None:
    """Ask the rules of a snapshot."""
    found = checks.run(snapshot.corpus, root=snapshot.root)
    snapshot.problems = tuple(sorted({*snapshot.problems, *found}))


def fingerprint(*folders: Path) -> Stamp:
    """Path, time and size of every file below the folders (or of a file) but those of
    editors: it changes whenever one of them does.
    """
    found = []
    for folder in folders:
        for file in sorted(folder.rglob("*")) if folder.is_dir() else (folder,):
            if files.is_editors_own(file.name) or "__pycache__" in file.parts:
                continue
            with suppress(FileNotFoundError):  # gone since its folder was read
                stat = file.stat()
                if S_ISREG(stat.st_mode):
                    found.append((file.as_posix(), stat.st_mtime_ns, stat.st_size))
    return tuple(found)


def _is_left_behind(problem: Problem) -> bool:
    return problem.path.startswith(f"{FOLDER}/") and problem.path.endswith(".po")


@dataclass(slots=True)
class BuildState:
    """What the hooks of one run of MkDocs share: the snapshot in hand, the shells by
    language, the folder that is written to, and how many processes write (``jobs``).
    """

    serving: bool = False
    jobs: int = 1
    snapshot: Snapshot | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    assets: Assets | None = None
    shells: dict[str, Shells] = field(default_factory=dict)
    folder: OutputFolder | None = None
    indexes: Callable[[], Iterable[list[SiteFile]]] = tuple
    """Waits for the search indexes that were begun."""
    problems: list[Problem] = field(default_factory=list)
    """What was found wrong last, whether or not it stops a build."""

    def stopped_by(self, problems: list[Problem]) -> bool:
        """Whether nothing may be shown. Any problem stops a build; while serving,
        catalogs of records do not: a translation that is wrong is said, and the editor
        wants to see the page meanwhile.
        """
        return any(
            not (self.serving and _is_left_behind(problem)) for problem in problems
        )

    def begin(self, snapshot: Snapshot, ids: Mapping[str, str], folder: Path) -> None:
        """A build into an emptied folder begins."""
        self.snapshot, self.ids, self.folder, self.shells = (
            snapshot,
            ids,
            OutputFolder(folder),
            {},
        )

    def restore(self, before: BuildState) -> None:
        """Take back what a build that failed has made of this."""
        self.snapshot, self.ids, self.folder = before.snapshot, before.ids, before.folder
        self.assets, self.shells = before.assets, before.shells
