"""The generated pages of all languages over one reading of the corpus, and how each becomes a file.

Knows no MkDocs: it is handed the theme's template as a function.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from generators import checks, downloads, pages, plugin_links, publish, search
from generators.corpus import Corpus
from generators.downloads import Download
from generators.library import FOLDER
from generators.opening import open_corpus
from generators.pages import Page
from generators.plugin_listing import redirect, sitemap
from generators.plugin_shell import Assets, Cut, Frame, Shells, Tongue, tongues
from generators.problems import Problem
from generators.publish import Counts, Output, Shelf

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class Edition:
    """One reading of the corpus, and its pages by language and address, made when a language is first asked for."""

    corpus: Corpus
    stamp: Stamp
    downloads: Mapping[str, Mapping[str, Download]] = field(default_factory=dict)
    _pages: dict[str, Mapping[str, Page]] = field(default_factory=dict)

    def pages(self, language: str) -> Mapping[str, Page]:
        """The pages of a language by address. Raises ValueError where two of them claim one address."""
        if language not in self._pages:
            found: dict[str, Page] = {}
            for page in pages.build(self.corpus, language, self.downloads.get(language)):
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
        return plugin_links.known(self.corpus, iter(self.pages(self.corpus.languages[0])))


def read(root: Path, before: Edition | None = None) -> tuple[Edition, list[Problem]]:
    """Read the corpus of a project and check it; the corpus of the edition ``before`` (which had no problems) where no file of it changed since."""
    stamp = fingerprint(root / FOLDER)
    if before and before.stamp == stamp:
        return Edition(before.corpus, stamp, downloads.made(root)), []
    corpus, problems = open_corpus(root)
    return Edition(corpus, stamp, downloads.made(root)), sorted({*problems, *checks.run(corpus)})


def fingerprint(*folders: Path) -> Stamp:
    """Path, time and size of every file below the folders (or of a file): it changes whenever one of them does."""
    found = []
    for folder in folders:
        for file in sorted(folder.rglob("*")) if folder.is_dir() else (folder,):
            if file.is_file() and "__pycache__" not in file.parts:
                stat = file.stat()
                found.append((file.as_posix(), stat.st_mtime_ns, stat.st_size))
    return tuple(found)


def output(page: Page, shells: Shells) -> Output:
    """The finished file of one page."""
    cut = Cut(page.section, page.address.count("/"), page.source is not None)
    values = {
        "address": page.address,
        "title": escape(page.title),
        "description": escape(page.description),
        "source": escape(page.source or ""),
        "content": page.render(),
    }
    return Output(f"{shells.frame.here.path}{page.address}index.html", shells.of(cut).fill(values))


def outputs(edition: Edition, shells: Shells) -> Iterator[Output]:
    """The files of all pages of a language."""
    for page in edition.pages(shells.frame.language).values():
        yield output(page, shells)


def index(edition: Edition, tongue: Tongue) -> Iterator[Output]:
    """The files of the search index of a language."""
    for path, content in search.outputs(edition.corpus, tongue.code):
        yield Output(tongue.path + path, content)


def forwards(edition: Edition, shells: Shells) -> Iterator[Output]:
    """The files at former addresses, in a language."""
    here = shells.frame.here
    for old, new in pages.redirects(edition.corpus):
        target = edition.pages(here.code).get(new)
        title = target.title if target else new
        yield Output(f"{here.path}{old}index.html", redirect(here, old, new, shells.frame.site, title))


def listing(shop: Workshop, frame: Frame, written_by_hand: Iterable[str]) -> Output:
    """The sitemap of all languages."""
    addresses = {*shop.edition.pages(frame.language), *written_by_hand}
    return Output("sitemap.xml", sitemap(frame.site, frame.tongues, addresses, frame.day))


def place(path: str) -> tuple[Tongue, str]:
    """The language of a path on the site (``fr/topics/index.html``), and the address below its folder."""
    every = tongues()
    first, slash, _ = path.partition("/")
    tongue = next((tongue for tongue in every if slash and tongue.path == f"{first}/"), every[0])
    return tongue, path.removeprefix(tongue.path).removesuffix("index.html")


def write(edition: Edition, shells: Shells, shelf: Shelf) -> Counts:
    """Write all pages of a language, the pages at former addresses, the search index and the PDFs that were made.

    Raises ValueError where a path is taken already.
    """
    counts = publish.write(outputs(edition, shells), shelf)
    publish.write(forwards(edition, shells), shelf)
    publish.write(index(edition, shells.frame.here), shelf)
    publish.carry({each.address: each.file for each in edition.downloads.get(shells.frame.here.code, {}).values()}, shelf)
    return counts


def versioned(path: str, content: bytes) -> str:
    """The path of an asset with its version, so that a browser may keep it until it changes."""
    return f"{path}?v={zlib.crc32(content):08x}"


@dataclass(slots=True)
class Workshop:
    """What the hooks of one run of MkDocs share: the edition in hand, the shells by language, and the folder that is written to."""

    serving: bool = False
    edition: Edition | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    assets: Assets | None = None
    shells: dict[str, Shells] = field(default_factory=dict)
    shelf: Shelf | None = None
    _fresh: dict[str, Edition] = field(default_factory=dict)  # which edition a page was written from, while serving

    def stopped_by(self, problems: list[Problem]) -> bool:
        """Whether nothing may be shown. Any problem stops a build; while serving, catalogs do not: a text that is being edited leaves its
        translations behind until ``compendium translations update``, and the editor wants to see the page meanwhile.
        """
        return any(not (self.serving and problem.path.endswith(".po")) for problem in problems)

    def begin(self, edition: Edition, ids: Mapping[str, str], folder: Path) -> None:
        """A build into an emptied folder begins."""
        self.edition, self.ids, self.shelf = edition, ids, Shelf(folder)
        self.shells.clear()
        self._fresh.clear()

    def refresh(self, path: str) -> None:
        """While serving: write the generated page at a path of the site, where what stands there is older than the edition in hand."""
        tongue, address = place(path)
        page = self.edition.pages(tongue.code).get(address)
        if page and self._fresh.get(path) is not self.edition:
            publish.rewrite(output(page, self.shells[tongue.code]), self.shelf)
            self._fresh[path] = self.edition

    def refresh_index(self, path: str) -> None:
        """While serving: write the search index that a path belongs to, where what stands there is older than the edition in hand."""
        tongue, address = place(path)
        folder = tongue.path + search.FOLDER
        if address.startswith(search.FOLDER) and self._fresh.get(folder) is not self.edition:
            for each in index(self.edition, tongue):
                publish.rewrite(each, self.shelf)
            self._fresh[folder] = self.edition
