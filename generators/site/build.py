"""The generated pages of all languages over one reading of the corpus, and how each becomes a file.

Knows no MkDocs: it is handed the theme's template as a function.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from generators import checks, html, search
from generators.corpus import downloads
from generators.corpus.corpus import Corpus
from generators.corpus.downloads import Download
from generators.corpus.library import FOLDER
from generators.corpus.loading import open_corpus
from generators.html import Page
from generators.site import links, output
from generators.site.assets import Assets
from generators.site.output import Counts, Output, OutputFolder
from generators.site.shell import ShellContext, ShellKey, Shells, SiteLanguage, site_languages
from generators.site.sitemap import redirect, sitemap
from generators.text.problems import Problem

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class Snapshot:
    """One reading of the corpus, and its pages by language and address, made when a language is first asked
    for.
    """

    corpus: Corpus
    stamp: Stamp
    downloads: Mapping[str, Mapping[str, Download]] = field(default_factory=dict)
    _pages: dict[str, Mapping[str, Page]] = field(default_factory=dict)

    def pages(self, language: str) -> Mapping[str, Page]:
        """The pages of a language by address. Raises ValueError where two of them claim one address."""
        if language not in self._pages:
            found: dict[str, Page] = {}
            for page in html.build(self.corpus, language, self.downloads.get(language)):
                if page.address in found:
                    raise ValueError(f"two generated pages claim the address '{page.address}'")
                found[page.address] = page
            self._pages[language] = found
        return self._pages[language]

    def forget(self, language: str) -> None:
        """Give up the pages of a language that has been written, with all that they kept for each other."""
        self._pages.pop(language, None)

    def ids(self) -> Mapping[str, str]:
        """Where a link of a hand-written page leads, by id."""
        return links.known(self.corpus, iter(self.pages(self.corpus.languages[0])))


def read(root: Path, before: Snapshot | None = None) -> tuple[Snapshot, list[Problem]]:
    """Read the corpus of a project and check it; the corpus of the snapshot ``before`` (which had no
    problems) where no file of it changed since.
    """
    stamp = fingerprint(root / FOLDER)
    if before and before.stamp == stamp:
        return Snapshot(before.corpus, stamp, downloads.made(root)), []
    corpus, problems = open_corpus(root)
    return Snapshot(corpus, stamp, downloads.made(root)), sorted({*problems, *checks.run(corpus)})


def fingerprint(*folders: Path) -> Stamp:
    """Path, time and size of every file below the folders (or of a file): it changes whenever one of them
    does.
    """
    found = []
    for folder in folders:
        for file in sorted(folder.rglob("*")) if folder.is_dir() else (folder,):
            if file.is_file() and "__pycache__" not in file.parts:
                stat = file.stat()
                found.append((file.as_posix(), stat.st_mtime_ns, stat.st_size))
    return tuple(found)


def file_of(page: Page, shells: Shells) -> Output:
    """The finished file of one page."""
    key = ShellKey(page.section, page.address.count("/"), page.source is not None)
    values = {
        "address": page.address,
        "title": escape(page.title),
        "description": escape(page.description),
        "source": escape(page.source or ""),
        "content": page.render(),
    }
    return Output(f"{shells.shell.here.path}{page.address}index.html", shells.of(key).fill(values))


def outputs(snapshot: Snapshot, shells: Shells) -> Iterator[Output]:
    """The files of all pages of a language."""
    for page in snapshot.pages(shells.shell.language).values():
        yield file_of(page, shells)


def index(snapshot: Snapshot, site_language: SiteLanguage) -> Iterator[Output]:
    """The files of the search index of a language."""
    for path, content in search.outputs(snapshot.corpus, site_language.code):
        yield Output(site_language.path + path, content)


def redirects(snapshot: Snapshot, shells: Shells) -> Iterator[Output]:
    """The files at former addresses, in a language."""
    shell = shells.shell
    for old, new in html.redirects(snapshot.corpus):
        target = snapshot.pages(shell.language).get(new)
        title = target.title if target else new
        yield Output(f"{shell.here.path}{old}index.html", redirect(shell, old, new, title))


def listing(state: BuildState, shell: ShellContext, written_by_hand: Iterable[str]) -> Output:
    """The sitemap of all languages."""
    addresses = {*state.snapshot.pages(shell.language), *written_by_hand}
    return Output("sitemap.xml", sitemap(shell.site, shell.languages, addresses, shell.day))


def place(path: str) -> tuple[SiteLanguage, str]:
    """The language of a path on the site (``fr/topics/index.html``), and the address below its folder."""
    every = site_languages()
    first, slash, _ = path.partition("/")
    site_language = next(
        (site_language for site_language in every if slash and site_language.path == f"{first}/"), every[0]
    )
    return site_language, path.removeprefix(site_language.path).removesuffix("index.html")


def write(snapshot: Snapshot, shells: Shells, folder: OutputFolder) -> Counts:
    """Write all pages of a language, the pages at former addresses, the search index and the PDFs that were
    made.

    Raises ValueError where a path is taken already.
    """
    counts = output.write(outputs(snapshot, shells), folder)
    output.write(redirects(snapshot, shells), folder)
    output.write(index(snapshot, shells.shell.here), folder)
    output.copy(
        {each.address: each.file for each in snapshot.downloads.get(shells.shell.here.code, {}).values()},
        folder,
    )
    return counts


@dataclass(slots=True)
class BuildState:
    """What the hooks of one run of MkDocs share: the snapshot in hand, the shells by language, and the folder
    that is written to.
    """

    serving: bool = False
    snapshot: Snapshot | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    assets: Assets | None = None
    shells: dict[str, Shells] = field(default_factory=dict)
    folder: OutputFolder | None = None
    _fresh: dict[str, Snapshot] = field(
        default_factory=dict
    )  # which snapshot a page was written from, while serving

    def stopped_by(self, problems: list[Problem]) -> bool:
        """Whether nothing may be shown. Any problem stops a build; while serving, catalogs do not: a text
        that is being edited leaves its translations behind until ``compendium translations update``, and the
        editor wants to see the page meanwhile.
        """
        return any(not (self.serving and problem.path.endswith(".po")) for problem in problems)

    def begin(self, snapshot: Snapshot, ids: Mapping[str, str], folder: Path) -> None:
        """A build into an emptied folder begins."""
        self.snapshot, self.ids, self.folder = snapshot, ids, OutputFolder(folder)
        self.shells.clear()
        self._fresh.clear()

    def refresh(self, path: str) -> None:
        """While serving: write the generated page at a path of the site, where what stands there is older
        than the snapshot in hand.
        """
        site_language, address = place(path)
        page = self.snapshot.pages(site_language.code).get(address)
        if page and self._fresh.get(path) is not self.snapshot:
            output.rewrite(file_of(page, self.shells[site_language.code]), self.folder)
            self._fresh[path] = self.snapshot

    def refresh_index(self, path: str) -> None:
        """While serving: write the search index that a path belongs to, where what stands there is older than
        the snapshot in hand.
        """
        site_language, address = place(path)
        folder = site_language.path + search.FOLDER
        if address.startswith(search.FOLDER) and self._fresh.get(folder) is not self.snapshot:
            for each in index(self.snapshot, site_language):
                output.rewrite(each, self.folder)
            self._fresh[folder] = self.snapshot
