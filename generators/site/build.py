"""How each generated page over one reading of the corpus becomes a file, what stands in
its head, and what search engines and old bookmarks ask for: the sitemap with every page
in every language, and pages that lead on from a former address.

Knows no MkDocs: it is handed the theme's template as a function.

Files that are no pages are listed here too: data, what the form in the browser opens, and
what other commands made before and a build takes along (PDFs, EPUBs, copies for reading
offline).
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
from generators.document import changes
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
    """The generated files of a language but its search index, with the first language
    those that all languages share; what is in each is made when it is written.
    """
    yield from of_data(snapshot.corpus, shells.shell)
    yield from of_pages(snapshot, shells)


def of_data(corpus: Corpus, shell: ShellContext) -> Iterator[Output]:
    """The files of data: those of the language, and with the first one those that all
    share.
    """
    here = shell.here
    for path, write in data.writers(
        corpus, here.code, f"{shell.site}{here.path}"
    ).items():
        yield Output(here.path + path, write, manifest.DATA, here.code)
    for path, write in () if here.path else data.common(corpus, shell.site).items():
        yield Output(path, write, manifest.DATA)


def of_pages(snapshot: Snapshot, shells: Shells) -> Iterator[Output]:
    """The pages, the files at former addresses, those of the form, and what other
    commands made.
    """
    shell, here = shells.shell, shells.shell.here
    for page in snapshot.pages(here.code).values():
        content = partial(_filled, page, shells)
        yield Output(
            f"{here.path}{page.address}index.html", content, manifest.PAGE, here.code
        )
    for old, new in html.redirects(snapshot.corpus):
        target = snapshot.pages(here.code).get(new)
        content = _redirect(shell, old, new, target.title if target else new)
        yield Output(f"{here.path}{old}index.html", content, manifest.REDIRECT, here.code)
    project = form.Project(
        shell.edit, shell.edit.replace("/edit/", "/new/", 1), shell.report
    )
    for path, make in form.writers(
        snapshot.corpus, here.code, snapshot.root, project
    ).items():
        language = here.code if path == form.FIELDS else None
        yield Output(here.path + path, make, manifest.DATA, language)
    yield from _taken(snapshot, here.code)


def _taken(snapshot: Snapshot, language: str) -> Iterator[Output]:
    """What other commands made."""
    root = snapshot.root
    for kind, folder, made in (
        (manifest.PDF, downloads.FOLDER, snapshot.downloads.get(language, {})),
        (
            manifest.EPUB,
            downloads.BOOKS,
            downloads.made(root, downloads.BOOKS).get(language, {}),
        ),
        (manifest.OFFLINE, downloads.COPIES, downloads.copies(root)),
    ):
        for each in made.values():
            if each.language == language:
                file = downloads.file_of(root / folder, each.address)
                yield Output(each.address, file.read_bytes, kind, language)


NOT_FOUND, SITEMAP, PAGES = "404.html", "sitemap.xml", "sitemap-pages.xml.gz"


def _filled(page: Page, shells: Shells) -> str:
    """A page in its shell."""
    record = form.opened(page.source or "")
    key = ShellKey(
        page.section, page.address.count("/"), page.source is not None, bool(record)
    )
    shell = shells.shell
    values = {
        "address": page.address,
        "title": shell.window_title(page.title, page.address),
        "description": escape(page.description),
        "source": escape(page.source or ""),
        "record": record,
        "head": head(shell, page.target),
        "content": page.render(),
        "alternates": shell.alternates(
            page.address, page.title, data_paths(shell.localizer.corpus)
        ),
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
    """The sitemap of all languages, and the short one at the usual address that names it."""
    corpus = state.snapshot.corpus
    generated = state.snapshot.pages(shell.language).items()
    days: dict[str, date | None] = dict.fromkeys(written_by_hand)
    days |= {address: changes.last_on(corpus, page.target) for address, page in generated}
    pages = gzip.compress(sitemap(shell.site, shell.languages, days).encode(), mtime=0)
    names = _xml(
        "sitemapindex", f"<sitemap><loc>{escape(shell.site)}{PAGES}</loc></sitemap>"
    )
    return [
        Output(PAGES, pages, manifest.SITEMAP),
        Output(SITEMAP, names, manifest.SITEMAP),
    ]


def place(path: str) -> tuple[SiteLanguage, str]:
    """The language of a path on the site (``fr/topics/index.html``), and the address
    below its folder.
    """
    default, *others = site_languages()
    found = next((each for each in others if path.startswith(each.path)), default)
    return found, path.removeprefix(found.path).removesuffix("index.html")


def write(state: BuildState) -> Iterator[tuple[str, int]]:
    """Write all generated files of all languages, side by side by ``state.jobs``
    processes, and wait for the search indexes that were begun; yields each language with
    the number of its pages as it comes to its end.

    Raises ValueError where a path is taken already.
    """
    languages = list(state.shells)
    jobs = min(
        state.jobs, len(languages)
    )  # more would gain little, and each comes to a corpus of its own
    if jobs > 1:
        _work_out_what_is_common(state.snapshot)
    written = parallel.results_of(
        lambda language: _write_pages(state, language), languages, jobs
    )
    for language, pages in zip(languages, written, strict=True):
        state.folder.add(pages)
        yield language, sum(file.kind == manifest.PAGE for file in pages)
    state.snapshot.corpus.forget()
    for index_files in state.indexes():
        state.folder.add(index_files)


def _write_pages(state: BuildState, language: str) -> list[SiteFile]:
    """Write the pages of a language, its pages at former addresses, its data, and what
    others made.
    """
    snapshot, shells = state.snapshot, state.shells[language]
    folder = OutputFolder(state.folder.folder)
    manifest.write(of_data(snapshot.corpus, shells.shell), folder)
    here = shells.shell.here.path
    known = {path.removeprefix(here): file.size for path, file in folder.files.items()}
    snapshot.sizes.setdefault(language, {}).update(
        known
    )  # the page of the data says them
    manifest.write(of_pages(snapshot, shells), folder)
    snapshot.forget(language)
    return list(folder.files.values())


def begin_indexes(state: BuildState) -> None:
    """Begin to write the search indexes, where nothing is served: MkDocs does its part
    meanwhile.
    """
    if state.serving:
        return
    every = site_languages()
    jobs = min(state.jobs, len(every)) // 2
    for catalog in state.snapshot.corpus.library.catalogs.values() if jobs else ():
        catalog.find(
            ""
        )  # made from memory when it is first asked; each process would do it again
    state.indexes = parallel.begin(
        lambda site_language: _write_index(state, site_language), every, jobs
    )


def _write_index(state: BuildState, site_language: SiteLanguage) -> list[SiteFile]:
    """Write the search index of a language."""
    folder = OutputFolder(state.folder.folder)
    manifest.write(index(state.snapshot, site_language), folder)
    return list(folder.files.values())


def _work_out_what_is_common(snapshot: Snapshot) -> None:
    """What follows from the corpus alone, and the templates: a page of each kind asks for
    all of it, but of the law of each State.
    """
    first = snapshot.corpus.languages[0]
    pages = snapshot.pages(first)
    kinds = {
        (address.partition("/")[0], address.count("/")): page
        for address, page in pages.items()
    }
    for page in kinds.values():
        page.render()
    environment().auto_reload = False  # nobody changes a template now
    files = data.writers(snapshot.corpus, first).items()
    next(
        (write for path, write in files if path.endswith(".ics")), bytes
    )()  # loads what writes calendars
    for state in snapshot.corpus.all_states:
        asked_of(snapshot.corpus, state)
        first_days(snapshot.corpus, state)
        changes.of_state(snapshot.corpus, state)
    tables.work_out(snapshot.corpus)


def finish(state: BuildState) -> None:
    """List the files that MkDocs wrote, and what can be kept on a device, and write the
    manifest.
    """
    manifest.list_expected(state.folder)
    corpus, files = state.snapshot.corpus, state.folder.files.values()
    content = Path(state.folder.folder).joinpath
    lists = kept.outputs(
        files, site_languages(), corpus, lambda path: content(path).read_bytes()
    )
    manifest.write(lists, state.folder)
    manifest.put(
        Output(manifest.NAME, manifest.text(files, corpus.today.isoformat()), ""),
        state.folder,
    )


def head(shell: ShellContext, target: Target) -> str:
    """The lines in the head of the page of a target, as markup."""
    beside = data.beside(target).items()
    links = [
        f'<link rel="alternate" type="{form}" href="{name}">\n' for name, form in beside
    ]
    if target == Target("page", "kept"):
        links.append(f'<link rel="manifest" href="{WEB_APP.rpartition("/")[2]}">\n')
    if target == Target("page", "data"):
        links.append(written.dataset(shell.localizer, shell.here.path, shell.site))
    return "".join(links)


def sitemap(
    site: str, languages: tuple[SiteLanguage, ...], pages: Mapping[str, date | None]
) -> str:
    """A sitemap of all languages × addresses, each with the day on which what the page is
    about was changed last, where that is known, and with its twins in all languages: in
    the head of each page these would be as heavy as here before it is packed, and readers
    would carry them.
    """
    lines = []
    for address, day in sorted(pages.items()):
        changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        at = {each.code: escape(f"{site}{each.path}{address}") for each in languages}
        twins = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{place}"/>'
            for code, place in {**at, "x-default": at[languages[0].code]}.items()
        )
        lines += [
            f"<url><loc>{place}</loc>{changed}{twins}</url>" for place in at.values()
        ]
    return _xml("urlset", *lines, also=' xmlns:xhtml="http://www.w3.org/1999/xhtml"')


def _xml(root: str, *lines: str, also: str = "") -> str:
    """A file in the format of sitemaps.org."""
    head = f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{also}>'
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', head, *lines, f"</{root}>", ""]
    )


def _redirect(shell: ShellContext, old: str, new: str, title: str) -> str:
    """A page at a former address that leads on, with the place on the page that was asked
    for; without a script to the page.
    """
    here = shell.here
    to = escape(addresses.relative(old, new))
    script = f"{'../' * old.count('/')}{shell.up}{shell.assets.first}"
    head = (
        f'<title>{escape(title)}</title><meta name="robots" content="noindex">'
        f'<link rel="canonical" href="{escape(shell.site + here.path + new)}">'
    )
    return leading_on(here, to, script, escape(title), head, shell.policy)
