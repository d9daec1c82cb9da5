"""How each generated page over one reading of the corpus becomes a file, what stands in its head, and what
search engines and old bookmarks ask for: the sitemap with every page in every language, and pages that lead
on from a former address.

Knows no MkDocs: it is handed the theme's template as a function.

Files that are no pages are listed here too: data, what the form in the browser opens, and what other commands
made before and a build takes along (PDFs, EPUBs, copies for reading offline).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from datetime import date
from functools import partial
from html import escape
from pathlib import Path

from generators import data, html, search
from generators.corpus import addresses, downloads
from generators.corpus.addresses import WEB_APP, Target
from generators.corpus.comparisons import asked_of
from generators.corpus.corpus import Corpus, once
from generators.corpus.downloads import Download
from generators.corpus.first_days import first_days
from generators.data import linked_data
from generators.document import changes
from generators.edit import form, schema
from generators.html import Page
from generators.site import kept, manifest, output, parallel
from generators.site.manifest import SiteFile
from generators.site.output import Copied, Output, OutputFolder
from generators.site.shell import ShellContext, ShellKey, Shells, SiteLanguage, leading_on, site_languages
from generators.site.snapshot import BuildState, Snapshot

RECORD_SCHEMAS = "data/schema/records/"
"""The schemas of the files that editors type, as ``schema/`` has them."""


def data_outputs(corpus: Corpus, shell: ShellContext) -> Iterator[Output]:
    """The files of data of a language; with the first language those that all languages share."""
    here = shell.here
    for path, content in data.outputs(corpus, here.code, f"{shell.site}{here.path}"):
        yield Output(here.path + path, content, manifest.DATA, here.code)
    for path, write in () if here.path else shared(corpus, shell.site).items():
        yield Output(path, write(), manifest.DATA)


@once
def data_paths(corpus: Corpus) -> frozenset[str]:
    """The paths of the files of data, below the folder of any language."""
    return frozenset(data.writers(corpus, corpus.languages[0], "/"))


def data_writer(
    corpus: Corpus, site: str, language: SiteLanguage, address: str
) -> tuple[Callable[[], bytes], str | None] | None:
    """What writes the file of data at an address below the folder of a language, with the language that the
    manifest says it is for; None where there is none.
    """
    if not data.is_data(address):
        return None
    if write := data.writers(corpus, language.code, f"{site}{language.path}").get(address):
        return write, language.code
    write = None if language.path else shared(corpus, site).get(address)
    return (write, None) if write else None


def shared(corpus: Corpus, site: str) -> Mapping[str, Callable[[], bytes]]:
    """What writes each file of data that all languages share, by its path below the root of the site, whose
    absolute address ``site`` is: those of ``data``, and the schemas of the records as editors type them.
    """
    typed = {
        f"{RECORD_SCHEMAS}{kind}.schema.json": partial(str.encode, schema.text_of(each))
        for kind, each in schema.schemas(corpus).items()
    }
    return {**data.common(corpus, site), **typed}


def form_writers(root: Path, shell: ShellContext) -> Mapping[str, Callable[[], bytes]]:
    """What writes each file of the form in a language of the project in ``root``, by its path below the
    folder of the language.
    """
    new = shell.edit.replace("/edit/", "/new/", 1)
    project = form.Project(shell.edit, new, shell.report)
    return form.writers(shell.localizer.corpus, shell.language, root, project)


def of_form(root: Path, shell: ShellContext) -> Iterator[Output]:
    """The files of the form in a language, and those that are for all."""
    here = shell.here
    for path, make in form_writers(root, shell).items():
        language = here.code if path == form.FIELDS else None
        yield Output(here.path + path, make(), manifest.DATA, language)


FOLDERS = ("pdf/", "epub/", "offline/")
"""Where these stand on the site."""


def taken_along(root: Path, pdfs: dict[str, Download], language: str) -> Iterator[Copied]:
    """The files of a language in the project in ``root``; ``pdfs`` are its PDFs, by volume."""
    for each in pdfs.values():
        file = downloads.file_of(root / downloads.FOLDER, each.address)
        yield Copied(each.address, file, manifest.PDF, language)
    for each in downloads.made(root, downloads.BOOKS).get(language, {}).values():
        file = downloads.file_of(root / downloads.BOOKS, each.address)
        yield Copied(each.address, file, manifest.EPUB, language)
    if copy := downloads.copies(root).get(language):
        file = downloads.file_of(root / downloads.COPIES, copy.address)
        yield Copied(copy.address, file, manifest.OFFLINE, language)


def language_of(path: str) -> str:
    """The language of a path in one of the folders."""
    return path.split("/")[1].removesuffix(".zip")


NOT_FOUND, SITEMAP = "404.html", "sitemap.xml"


def file_of(page: Page, shells: Shells, beside: Set[str]) -> Output:
    """The finished file of one page; ``beside`` are the paths of its feed and calendar, among any others."""
    record = form.opened(page.source or "")
    key = ShellKey(page.section, page.address.count("/"), page.source is not None, bool(record))
    values = {
        "address": page.address,
        "title": shells.shell.window_title(page.title, page.address),
        "description": escape(page.description),
        "source": escape(page.source or ""),
        "record": record,
        "head": head(shells.shell, page.target),
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
        yield file_of(page, shells, data_paths(snapshot.corpus))


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
        content = _redirect(shell, old, new, title)
        yield Output(f"{shell.here.path}{old}index.html", content, manifest.REDIRECT, shell.language)


def taken(snapshot: Snapshot, language: str) -> Iterator[Copied]:
    """What other commands made in a language."""
    return taken_along(snapshot.root, snapshot.downloads.get(language, {}), language)


def listing(state: BuildState, shell: ShellContext, written_by_hand: Iterable[str]) -> Output:
    """The sitemap of all languages."""
    corpus = state.snapshot.corpus
    days = {
        **dict.fromkeys(written_by_hand),
        **{
            address: changes.last_on(corpus, page.target)
            for address, page in state.snapshot.pages(shell.language).items()
        },
    }
    return Output(SITEMAP, sitemap(shell.site, shell.languages, days), manifest.SITEMAP)


def place(path: str) -> tuple[SiteLanguage, str]:
    """The language of a path on the site (``fr/topics/index.html``), and the address below its folder."""
    every = site_languages()
    first, slash, _ = path.partition("/")
    site_language = next(
        (site_language for site_language in every if slash and site_language.path == f"{first}/"), every[0]
    )
    return site_language, path.removeprefix(site_language.path).removesuffix("index.html")


def write(state: BuildState) -> Iterator[tuple[str, int]]:
    """Write all generated files of all languages, side by side by ``state.jobs`` processes, and wait for the
    search indexes that were begun; yields each language with the number of its pages as it comes to its end.

    Raises ValueError where a path is taken already.
    """
    languages = list(state.shells)
    jobs = min(state.jobs, len(languages))  # more would gain little, and each comes to a corpus of its own
    if jobs > 1:
        _work_out_what_is_common(state.snapshot)
    written = parallel.each(lambda language: _write_pages(state, language), languages, jobs)
    for language, pages in zip(languages, written, strict=True):
        state.folder.add(pages)
        yield language, sum(file.kind == manifest.PAGE for file in pages)
    state.snapshot.corpus.forget()
    parallel.give_back_memory()
    for index_files in state.indexes():
        state.folder.add(index_files)


def _write_pages(state: BuildState, language: str) -> list[SiteFile]:
    """Write the pages of a language, its pages at former addresses, its data, and what others made."""
    snapshot, shells = state.snapshot, state.shells[language]
    folder = OutputFolder(state.folder.folder)
    output.write(data_outputs(snapshot.corpus, shells.shell), folder)
    parallel.give_back_memory()
    here = shells.shell.here.path
    known = {path.removeprefix(here): file.size for path, file in folder.files.items()}
    snapshot.sizes.setdefault(language, {}).update(known)  # the page of the data says them
    output.write(outputs(snapshot, shells), folder)
    output.write(redirects(snapshot, shells), folder)
    output.write(of_form(snapshot.root, shells.shell), folder)
    output.write(taken(snapshot, language), folder)
    snapshot.forget(language)
    return list(folder.files.values())


def begin_indexes(state: BuildState) -> None:
    """Begin to write the search indexes, where nothing is served: MkDocs does its part meanwhile."""
    if state.serving:
        return
    every = site_languages()
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
    """What follows from the corpus alone, and the templates: a page of each kind asks for all of it, but of
    the law of each State.
    """
    pages = snapshot.pages(snapshot.corpus.languages[0])
    kinds = {(address.partition("/")[0], address.count("/")): page for address, page in pages.items()}
    for page in kinds.values():
        page.render()
    for state in snapshot.corpus.all_states:
        asked_of(snapshot.corpus, state)
        first_days(snapshot.corpus, state)
        changes.of_state(snapshot.corpus, state)
    data.work_out(snapshot.corpus)


def finish(state: BuildState) -> None:
    """List the files that MkDocs wrote, and what can be kept on a device, and write the manifest."""
    output.list_expected(state.folder)
    content = Path(state.folder.folder).joinpath
    lists = kept.outputs(
        state.folder.files.values(),
        site_languages(),
        state.snapshot.corpus,
        lambda path: content(path).read_bytes(),
    )
    output.write(lists, state.folder)
    text = manifest.text(state.folder.files.values(), state.snapshot.corpus.today.isoformat())
    output.put(Output(manifest.NAME, text, ""), state.folder)


def head(shell: ShellContext, target: Target) -> str:
    """The lines in the head of the page of a target, as markup."""
    beside = data.beside(target).items()
    links = [f'<link rel="alternate" type="{form}" href="{name}">\n' for name, form in beside]
    if target == Target("page", "kept"):
        links.append(f'<link rel="manifest" href="{WEB_APP.rpartition("/")[2]}">\n')
    node = linked_data.page(shell.localizer, shell.here.path, target)
    return f"{''.join(links)}{linked_data.script(shell.site, node)}"


def sitemap(site: str, languages: tuple[SiteLanguage, ...], pages: Mapping[str, date | None]) -> str:
    """A sitemap of all languages × addresses, each with the day on which what the page is about was changed
    last, where that is known. Each page names its twins in other languages itself.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for address, day in sorted(pages.items()):
        changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines += [
            f"<url><loc>{escape(f'{site}{site_language.path}{address}')}</loc>{changed}</url>"
            for site_language in languages
        ]
    return "\n".join([*lines, "</urlset>", ""])


def _redirect(shell: ShellContext, old: str, new: str, title: str) -> str:
    """A page at a former address that leads on, with the place on the page that was asked for; without a
    script to the page.
    """
    here = shell.here
    to = escape(addresses.relative(old, new))
    script = f"{'../' * old.count('/')}{shell.up}{shell.assets.first}"
    allowed = f'<meta http-equiv="Content-Security-Policy" content="{shell.policy}">' if shell.policy else ""
    head = (
        f'{allowed}<title>{escape(title)}</title><meta name="robots" content="noindex">'
        f'<link rel="canonical" href="{escape(shell.site + here.path + new)}">'
    )
    return leading_on(here, to, script, escape(title), head)
