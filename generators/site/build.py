"""The generated pages of all languages over one reading of the corpus, and how each becomes a file.

Knows no MkDocs: it is handed the theme's template as a function.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from generators import checks, data, html, search
from generators.corpus import change_file, downloads, interface, offline_copies, published_file
from generators.corpus.corpus import Corpus
from generators.corpus.downloads import Download
from generators.corpus.library import FOLDER
from generators.corpus.loading import open_corpus
from generators.html import Page
from generators.site import (
    data_files,
    form_output,
    head,
    kept,
    links,
    manifest,
    output,
    parallel,
    taken_along,
)
from generators.site.manifest import SiteFile
from generators.site.output import Copied, Output, OutputFolder
from generators.site.shell import ShellContext, ShellKey, Shells, SiteLanguage, site_languages
from generators.site.sitemap import redirect, sitemap
from generators.text import files
from generators.text.problems import Problem

if TYPE_CHECKING:
    from generators.site.build_state import BuildState

Stamp = tuple[tuple[str, int, int], ...]

NOT_FOUND, SITEMAP = "404.html", "sitemap.xml"


@dataclass(slots=True)
class Snapshot:
    """One reading of the corpus of the project in ``root``, and its pages by language and address, made
    when a language is first asked for; ``site`` is the absolute address that it is published at.
    """

    root: Path
    corpus: Corpus
    stamp: Stamp
    site: str = ""
    """The absolute address of the site, with a slash at its end."""
    edit: str = ""
    """What the addresses begin with at which the code host lets a file be edited."""
    downloads: Mapping[str, Mapping[str, Download]] = field(default_factory=dict)
    sizes: dict[str, dict[str, int]] = field(default_factory=dict)
    """The sizes of the files of data that were written, by language and path below its folder."""
    problems: tuple[Problem, ...] = ()
    """What was wrong with the corpus."""
    _pages: dict[str, Mapping[str, Page]] = field(default_factory=dict)

    def pages(self, language: str) -> Mapping[str, Page]:
        """The pages of a language by address. Raises ValueError where two of them claim one address."""
        if language not in self._pages:
            found: dict[str, Page] = {}
            for page in html.build(
                self.corpus, language, self.downloads.get(language), self._public(language)
            ):
                if page.address in found:
                    raise ValueError(f"two generated pages claim the address '{page.address}'")
                found[page.address] = page
            self._pages[language] = found
        return self._pages[language]

    def _public(self, language: str) -> html.Public:
        folder = next(each.path for each in site_languages() if each.code == language)
        sizes = self.sizes.setdefault(language, {})
        copy = offline_copies.made(self.root).get(language)
        books = downloads.made(self.root, downloads.BOOKS).get(language, {})
        own = interface.home(self.root) == self.root
        base = f"{self.site}{folder}" if self.site else ""
        return html.Public(base, sizes, copy, books, self.edit, own)

    def forget(self, language: str) -> None:
        """Give up the pages of a language that has been written, with all that they kept for each other."""
        self._pages.pop(language, None)
        gc.collect()  # they know of each other in circles

    def ids(self) -> Mapping[str, str]:
        """Where a link of a hand-written page leads, by id."""
        return links.known(self.corpus, iter(self.pages(self.corpus.languages[0])))

    def former_addresses(self) -> frozenset[str]:
        """Where pages stand that lead on, below the folder of any language."""
        return frozenset(old for old, _ in html.redirects(self.corpus))


def read(
    root: Path, before: Snapshot | None = None, site: str = "", edit: str = ""
) -> tuple[Snapshot, list[Problem]]:
    """Read the corpus of a project and check it; the corpus of the snapshot ``before`` (and what was wrong
    with it) where no file of it, and no catalog of the interface, changed since. ``site`` is the absolute
    address that it is published at, ``edit`` what edit links begin with; without them those of ``before``.
    """
    snapshot = read_unchecked(root, before, site, edit)
    if not (before and before.corpus is snapshot.corpus):
        check(snapshot)
    return snapshot, [*snapshot.problems]


def read_unchecked(root: Path, before: Snapshot | None = None, site: str = "", edit: str = "") -> Snapshot:
    """The same, with no rule asked yet; what is wrong with it so far is what reading says."""
    site = f"{site.rstrip('/')}/" if site else before.site if before else ""
    edit = edit or (before.edit if before else "")
    lists = (root / change_file.FILE, root / published_file.FILE)
    stamp = fingerprint(root / FOLDER, *lists, interface.home(root) / interface.LOCALE)
    if before and before.stamp == stamp:
        corpus, problems = before.corpus, before.problems
    else:
        corpus, problems = open_corpus(root)
    return Snapshot(root, corpus, stamp, site, edit, downloads.made(root), problems=tuple(problems))


def check(snapshot: Snapshot) -> None:
    """Ask the rules of a snapshot."""
    found = checks.run(snapshot.corpus, root=snapshot.root)
    snapshot.problems = tuple(sorted({*snapshot.problems, *found}))


def fingerprint(*folders: Path) -> Stamp:
    """Path, time and size of every file below the folders (or of a file) but those of editors: it changes
    whenever one of them does.
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


def file_of(page: Page, shells: Shells, beside: Set[str]) -> Output:
    """The finished file of one page; ``beside`` are the paths of its feed and calendar, among any others."""
    record = form_output.opened(page.source or "")
    key = ShellKey(page.section, page.address.count("/"), page.source is not None, bool(record))
    values = {
        "address": page.address,
        "title": escape(page.title),
        "description": escape(page.description),
        "source": escape(page.source or ""),
        "record": record,
        "head": head.head(shells.shell, page.target),
        "content": page.render(),
        "alternates": shells.shell.alternates(page.address, page.title, beside),
    }
    here = shells.shell.here
    return Output(
        f"{here.path}{page.address}index.html", shells.of(key).fill(values), manifest.PAGE, here.code
    )


def outputs(snapshot: Snapshot, shells: Shells) -> Iterator[Output]:
    """The files of all pages of a language."""
    for page in snapshot.pages(shells.shell.language).values():
        yield file_of(page, shells, data_files.paths(snapshot.corpus))


def index(snapshot: Snapshot, site_language: SiteLanguage) -> Iterator[Output]:
    """The files of the search index of a language."""
    for path, content in search.outputs(snapshot.corpus, site_language.code):
        yield Output(site_language.path + path, content, manifest.SEARCH, site_language.code)


def redirects(snapshot: Snapshot, shells: Shells) -> Iterator[Output]:
    """The files at former addresses, in a language."""
    shell = shells.shell
    for old, new in html.redirects(snapshot.corpus):
        target = snapshot.pages(shell.language).get(new)
        title = target.title if target else new
        content = redirect(shell, old, new, title)
        yield Output(f"{shell.here.path}{old}index.html", content, manifest.REDIRECT, shell.language)


def taken(snapshot: Snapshot, language: str) -> Iterator[Copied]:
    """What other commands made in a language."""
    return taken_along.outputs(snapshot.root, snapshot.downloads.get(language, {}), language)


def listing(state: BuildState, shell: ShellContext, written_by_hand: Iterable[str]) -> Output:
    """The sitemap of all languages."""
    addresses = {*state.snapshot.pages(shell.language), *written_by_hand}
    return Output(SITEMAP, sitemap(shell.site, shell.languages, addresses, shell.day), manifest.SITEMAP)


def place(path: str) -> tuple[SiteLanguage, str]:
    """The language of a path on the site (``fr/topics/index.html``), and the address below its folder."""
    every = site_languages()
    first, slash, _ = path.partition("/")
    site_language = next(
        (site_language for site_language in every if slash and site_language.path == f"{first}/"), every[0]
    )
    return site_language, path.removeprefix(site_language.path).removesuffix("index.html")


def claimed(snapshot: Snapshot, path: str) -> str:
    """What generated thing stands at a path of the site, where no file of docs/ can stand: ``page`` or
    ``file``; empty where there is none.
    """
    _, address = place(path)
    if path in (NOT_FOUND, SITEMAP, manifest.NAME) or address.startswith(search.FOLDER):
        return "file"
    if path.startswith(taken_along.FOLDERS) and any(
        path == each.path for each in taken(snapshot, taken_along.language_of(path))
    ):
        return "file"
    former = (old for old, _ in html.redirects(snapshot.corpus))
    if data_files.holds(snapshot.corpus, path, address) or form_output.is_form(address):
        return "file"
    page = path.endswith("index.html") and (
        address in snapshot.pages(snapshot.corpus.languages[0]) or address in former
    )
    return "page" if page else ""


def write(state: BuildState) -> Iterator[tuple[str, int]]:
    """Write all generated files of all languages, side by side by ``state.jobs`` processes, and wait for the
    search indexes that were begun; yields each language with the number of its pages as it comes to its end.

    Raises ValueError where a path is taken already.
    """
    languages = [each for each in state.shells if state.writes(each)]
    jobs = min(state.jobs, len(languages))  # more would gain little, and each comes to a corpus of its own
    if jobs > 1:
        _work_out_what_is_common(state.snapshot)
    written = parallel.each(lambda language: _write_pages(state, language), languages, jobs)
    for language, pages in zip(languages, written, strict=True):
        state.folder.add(pages)
        yield language, sum(file.kind == manifest.PAGE for file in pages)
    for index_files in state.indexes():
        state.folder.add(index_files)


def _write_pages(state: BuildState, language: str) -> list[SiteFile]:
    """Write the pages of a language, its pages at former addresses, its data, and what others made."""
    snapshot, shells = state.snapshot, state.shells[language]
    folder = OutputFolder(state.folder.folder)
    output.write(data_files.outputs(snapshot.corpus, shells.shell), folder)
    here = shells.shell.here.path
    known = {path.removeprefix(here): file.size for path, file in folder.files.items()}
    snapshot.sizes.setdefault(language, {}).update(known)  # the page of the data says them
    output.write(outputs(snapshot, shells), folder)
    output.write(redirects(snapshot, shells), folder)
    output.write(form_output.outputs(snapshot.root, shells.shell), folder)
    output.write(taken(snapshot, language), folder)
    snapshot.forget(language)
    return list(folder.files.values())


def begin_indexes(state: BuildState) -> None:
    """Begin to write the search indexes, where nothing is served: MkDocs does its part meanwhile."""
    if state.serving:
        return
    every = [each for each in site_languages() if state.writes(each.code)]
    jobs = min(state.jobs, len(every)) // 2
    for catalog in state.snapshot.corpus.library.catalogs.values() if jobs else ():
        catalog.find("")  # made from memory when it is first asked; each process would do it again
    state.indexes = parallel.begin(lambda site_language: _write_index(state, site_language), every, jobs)


def _write_index(state: BuildState, site_language: SiteLanguage) -> list[SiteFile]:
    """Write the search index of a language."""
    folder = OutputFolder(state.folder.folder)
    output.write(index(state.snapshot, site_language), folder)
    return list(folder.files.values())


def _work_out_what_is_common(snapshot: Snapshot) -> None:
    """What follows from the corpus alone, and the templates: a page of each kind asks for all of it."""
    pages = snapshot.pages(snapshot.corpus.languages[0])
    kinds = {(address.partition("/")[0], address.count("/")): page for address, page in pages.items()}
    for page in kinds.values():
        page.render()
    data.work_out(snapshot.corpus)


def finish(state: BuildState) -> list[str]:
    """List the files that MkDocs wrote, and what can be kept on a device; leave out those of languages that
    are no part of this, remove what nobody listed, and write the manifest; returns the paths of what nobody
    had listed.
    """
    output.list_expected(state.folder)
    others = [
        each for each in state.folder.files.values() if each.language and not state.writes(each.language)
    ]
    output.leave_out(state.folder, [each.path for each in others])
    lists = kept.outputs(state.folder.files.values(), site_languages(), state.snapshot.corpus)
    output.write(lists, state.folder)
    stale = output.drop_unlisted(state.folder)
    text = manifest.text(state.folder.files.values(), state.snapshot.corpus.today.isoformat())
    output.put(Output(manifest.NAME, text, ""), state.folder)
    return stale
