"""How each generated page of one reading of the corpus becomes a file.

It also makes what search engines and old bookmarks ask for. That is the sitemap with
every page in every language, and pages that lead on from a former address.

Other files are listed here too: data, and what the form in the browser opens. A build
takes along what other commands made before: PDFs, EPUBs, copies for reading offline.

This module knows no MkDocs: it gets the theme's template as a function.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from html import escape
from pathlib import Path

from generators import data, html, search
from generators.corpus import addresses, downloads
from generators.corpus.addresses import WEB_APP, Target
from generators.corpus.comparisons import asked_of
from generators.corpus.corpus import Corpus
from generators.corpus.first_days import first_days
from generators.corpus.memo import once
from generators.data import tables, written
from generators.document import changes, citation
from generators.document.phrases import speaking
from generators.edit import form
from generators.html import Page
from generators.html.layout import environment
from generators.site import kept, manifest, parallel
from generators.site.manifest import Output, OutputFolder, SiteFile
from generators.site.shell import (
    ShellContext,
    ShellKey,
    Shells,
    SiteLanguage,
    leading_on,
    site_languages,
)
from generators.site.snapshot import BuildState, Snapshot


@once
def data_paths(corpus: Corpus) -> frozenset[str]:
    """The paths of the files of data, below the folder of any language."""
    return frozenset(data.writers(corpus, corpus.languages[0], "/"))


def outputs(snapshot: Snapshot, shells: Shells) -> Iterator[Output]:
    """The generated files of a language but its search index.

    With the first language come those that all languages share. What is in a file is made
    when it is written.
    """
    yield from of_data(snapshot.corpus, shells.shell)
    yield from of_pages(snapshot, shells)


def of_data(corpus: Corpus, shell: ShellContext) -> Iterator[Output]:
    """The files of data of a language.

    With the first language come those that all languages share.
    """
    here = shell.here
    writers = data.writers(corpus, here.code, f"{shell.site}{here.path}")
    for path, write in writers.items():
        yield Output(here.path + path, write, manifest.DATA, here.code)
    is_first = not here.path
    if is_first:
        for path, write in data.common(corpus, shell.site).items():
            yield Output(path, write, manifest.DATA)


def of_pages(snapshot: Snapshot, shells: Shells) -> Iterator[Output]:
    """The files of a language that are neither data nor its search index.

    They are the pages, those at former addresses, those of the form, and what other
    commands made.
    """
    shell = shells.shell
    here = shell.here
    pages = snapshot.pages(here.code)
    for page in pages.values():
        path = f"{here.path}{page.address}index.html"
        make_page = partial(_page_in_shell, page, shells)
        yield Output(path, make_page, manifest.PAGE, here.code)
    for old, new in html.redirects(snapshot.corpus):
        target = pages.get(new)
        content = _redirect(shell, old, new, target.title if target else new)
        yield Output(f"{here.path}{old}index.html", content, manifest.REDIRECT, here.code)
    new_files = shell.edit.replace("/edit/", "/new/", 1)
    project = form.Project(shell.edit, new_files, shell.report)
    writers = form.writers(snapshot.corpus, here.code, snapshot.root, project)
    for path, write in writers.items():
        language = here.code if path == form.FIELDS else None
        yield Output(here.path + path, write, manifest.DATA, language)
    yield from _downloads(snapshot, here.code)


def _downloads(snapshot: Snapshot, language: str) -> Iterator[Output]:
    """The PDFs, EPUBs and copy of a language, which other commands made."""
    root = snapshot.root
    pdfs = snapshot.downloads.get(language, {})
    epubs = downloads.made(root, downloads.BOOKS).get(language, {})
    copies = downloads.copies(root)
    for kind, folder, entries in (
        (manifest.PDF, downloads.FOLDER, [*pdfs.values()]),
        (manifest.EPUB, downloads.BOOKS, [*epubs.values()]),
        (manifest.OFFLINE, downloads.COPIES, [*copies.values()]),
    ):
        for entry in entries:
            if entry.language == language:
                file = downloads.file_of(root / folder, entry.address)
                yield Output(entry.address, file.read_bytes, kind, language)


NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
PAGES = "sitemap-pages.xml.gz"
"""The list of all pages, which the sitemap names."""


def _page_in_shell(page: Page, shells: Shells) -> str:
    """The HTML of a page: its content in its shell."""
    shell = shells.shell
    corpus = shell.localizer.corpus
    record = form.opened(page.source or "")
    key = ShellKey(
        section=page.section,
        depth=page.address.count("/"),
        editable=page.source is not None,
        in_form=bool(record),
    )
    values = {
        "address": page.address,
        "title": shell.window_title(page.title, page.address),
        "description": escape(page.description),
        "source": escape(page.source or ""),
        "record": record,
        "head": head(shell, page.target),
        "content": page.render(),
        "alternates": shell.alternates(page.address, page.title, data_paths(corpus)),
    }
    return shells.shell_for(key).fill(values)


def index(snapshot: Snapshot, site_language: SiteLanguage) -> Iterator[Output]:
    """The files of the search index of a language."""
    for path, content in search.outputs(snapshot.corpus, site_language.code):
        yield Output(
            site_language.path + path, content, manifest.SEARCH, site_language.code
        )


def listing(
    state: BuildState, shell: ShellContext, written_by_hand: Iterable[str]
) -> list[Output]:
    """The sitemap of all languages, and the short one at the usual address.

    The short one names the other. ``shell`` is that of any language, ``written_by_hand``
    are the addresses of hand-written pages, below the folder of a language.
    """
    snapshot = current_snapshot(state)
    days: dict[str, date | None] = dict.fromkeys(written_by_hand)
    for address, page in snapshot.pages(shell.language).items():
        days[address] = changes.last_on(snapshot.corpus, page.target)
    pages = gzip.compress(sitemap(shell.site, shell.languages, days).encode(), mtime=0)
    address_of_pages = f"{escape(shell.site)}{PAGES}"
    names = _xml("sitemapindex", f"<sitemap><loc>{address_of_pages}</loc></sitemap>")
    return [
        Output(PAGES, pages, manifest.SITEMAP),
        Output(SITEMAP, names, manifest.SITEMAP),
    ]


def place(path: str) -> tuple[SiteLanguage, str]:
    """The language of a path on the site, and the address below its folder.

    >>> language, address = place("fr/a/index.html")
    >>> language.path, address
    ('fr/', 'a/')
    """
    here, *translations = site_languages()
    for language in translations:
        if path.startswith(language.path):
            here = language
    return here, path.removeprefix(here.path).removesuffix("index.html")


def write(state: BuildState) -> Iterator[tuple[str, int]]:
    """Write all generated files of all languages, by ``state.jobs`` processes at a time.

    Then wait for the search indexes that were begun. Yields each language, with the
    number of its pages, when it is written. Raises ValueError where a path is taken
    already.
    """
    snapshot = current_snapshot(state)
    folder = output_folder(state)
    languages = list(state.shells)
    # more would gain little, and each comes to a corpus of its own
    jobs = min(state.jobs, len(languages))
    if jobs > 1:
        _work_out_what_is_common(snapshot)
    files_of_languages = parallel.results_of(
        partial(_write_pages, state), languages, jobs
    )
    for language, site_files in zip(languages, files_of_languages, strict=True):
        folder.add(site_files)
        yield language, sum(file.kind == manifest.PAGE for file in site_files)
    snapshot.corpus.forget()
    for index_files in state.indexes():
        folder.add(index_files)


def current_snapshot(state: BuildState) -> Snapshot:
    """The reading of the records in a build that has begun."""
    assert state.snapshot
    return state.snapshot


def output_folder(state: BuildState) -> OutputFolder:
    """The folder that a build that has begun writes to."""
    assert state.folder
    return state.folder


def _write_pages(state: BuildState, language: str) -> list[SiteFile]:
    """Write the files of a language but its search index; returns what was written."""
    snapshot = current_snapshot(state)
    shells = state.shells[language]
    folder = OutputFolder(output_folder(state).folder)
    manifest.write(of_data(snapshot.corpus, shells.shell), folder)
    here = shells.shell.here.path
    # the page of the data says the sizes
    sizes = snapshot.sizes.setdefault(language, {})
    for path, file in folder.files.items():
        sizes[path.removeprefix(here)] = file.size
    manifest.write(of_pages(snapshot, shells), folder)
    snapshot.forget(language)
    return list(folder.files.values())


def begin_indexes(state: BuildState) -> None:
    """Begin to write the search indexes while MkDocs does its part.

    Where the site is served nothing is written.
    """
    if state.serving:
        return
    languages = site_languages()
    jobs = min(state.jobs, len(languages)) // 2
    if jobs:
        for catalog in current_snapshot(state).corpus.library.catalogs.values():
            # made from memory when it is first asked; each process would do it again
            catalog.find("")
    state.indexes = parallel.begin(partial(_write_index, state), languages, jobs)


def _write_index(state: BuildState, site_language: SiteLanguage) -> list[SiteFile]:
    """Write the search index of a language; returns what was written."""
    folder = OutputFolder(output_folder(state).folder)
    manifest.write(index(current_snapshot(state), site_language), folder)
    return list(folder.files.values())


def _work_out_what_is_common(snapshot: Snapshot) -> None:
    """Work out once what the processes of all languages need, before they begin.

    That is what follows from the corpus in any language, and the templates. A page of
    each kind needs nearly all of it. The rest is the law of each State.
    """
    corpus = snapshot.corpus
    first = corpus.languages[0]
    page_of_kind = {}
    for address, page in snapshot.pages(first).items():
        kind = (address.partition("/")[0], address.count("/"))
        page_of_kind[kind] = page
    for page in page_of_kind.values():
        page.render()
    environment().auto_reload = False  # nobody changes a template now
    _write_a_calendar(corpus)
    for state in corpus.all_states:
        asked_of(corpus, state)
        first_days(corpus, state)
        changes.of_state(corpus, state)
    tables.work_out(corpus)


def _write_a_calendar(corpus: Corpus) -> None:
    """Make one calendar, if there is any, so that what writes calendars is loaded."""
    for path, write in data.writers(corpus, corpus.languages[0]).items():
        if path.endswith(".ics"):
            write()
            return


def finish(state: BuildState) -> None:
    """List the files that MkDocs wrote, and write the manifest.

    The lists of what can be kept on a device are written too.
    """
    folder = output_folder(state)
    corpus = current_snapshot(state).corpus
    manifest.list_expected(folder)
    site_files = folder.files.values()

    def content(path: str) -> bytes:
        return Path(folder.folder, path).read_bytes()

    lists = kept.outputs(site_files, site_languages(), corpus, content)
    manifest.write(lists, folder)
    text = manifest.text(site_files, corpus.today.isoformat())
    manifest.put(Output(manifest.NAME, text, ""), folder)


def head(shell: ShellContext, target: Target) -> str:
    """The lines in the head of the page of a target, as markup."""
    links = []
    data_file = data.data_file_of_page(target, shell.up)
    if data_file:
        link = f'<link rel="alternate" type="application/json" href="{data_file}">\n'
        links.append(link)
    if target == Target("page", "kept"):
        links.append(f'<link rel="manifest" href="{WEB_APP.rpartition("/")[2]}">\n')
    if target == Target("page", "data"):
        links.append(written.dataset(shell.localizer, shell.here.path, shell.site))
    if target.kind == "record" and target.name in shell.localizer.corpus.records:
        links.append(_citation_tags(shell, target))
    return "".join(links)


def _citation_tags(shell: ShellContext, target: Target) -> str:
    """What programs such as Zotero read on the page of a record, as markup."""
    phrases = speaking(shell.localizer.corpus, shell.language)
    page = f"{shell.site}{shell.here.path}{addresses.address(target)}"
    return "".join(
        f'<meta name="{name}" content="{escape(content, quote=True)}">\n'
        for name, content in citation.embedded(phrases, target.name, page)
    )


def sitemap(
    site: str, languages: tuple[SiteLanguage, ...], pages: Mapping[str, date | None]
) -> str:
    """A sitemap of all languages × addresses, as XML.

    ``pages`` are days by address. On its day what a page is about was changed last; None
    where that is not known. Each page is listed with its twins in all languages. In the
    head of each page the twins would be heavy, and readers would carry them.
    """
    lines = []
    for address, day in sorted(pages.items()):
        changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        urls = {
            language.code: escape(f"{site}{language.path}{address}")
            for language in languages
        }
        default_url = urls[languages[0].code]
        twins = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{url}"/>'
            for code, url in {**urls, "x-default": default_url}.items()
        )
        for url in urls.values():
            lines.append(f"<url><loc>{url}</loc>{changed}{twins}</url>")
    return _xml("urlset", *lines, also=' xmlns:xhtml="http://www.w3.org/1999/xhtml"')


def _xml(root: str, *lines: str, also: str = "") -> str:
    """A file in the format of sitemaps.org.

    ``root`` is the name of its element, ``also`` are more attributes of that, after a
    space.
    """
    head = f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{also}>'
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join([declaration, head, *lines, f"</{root}>", ""])


def _redirect(shell: ShellContext, old: str, new: str, title: str) -> str:
    """The HTML of a page at the former address ``old`` that leads on to ``new``.

    By its script it leads on to the same place on the page; without scripts, to the page.
    ``title`` is that of the new page, as text.
    """
    here = shell.here
    to = escape(addresses.relative(old, new))
    script = f"{'../' * old.count('/')}{shell.up}{shell.assets.first}"
    head = (
        f'<title>{escape(title)}</title><meta name="robots" content="noindex">'
        f'<link rel="canonical" href="{escape(shell.site + here.path + new)}">'
    )
    return leading_on(here, to, script, escape(title), head, shell.policy)
