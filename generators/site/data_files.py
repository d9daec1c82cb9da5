"""The files of the site that are no pages: data, those of a language and those that all languages share; what
the form in the browser opens; and what other commands made before, and a build takes along (PDFs, EPUBs,
copies for reading offline).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from generators import data
from generators.corpus import downloads
from generators.corpus.corpus import Corpus
from generators.corpus.downloads import Download
from generators.edit import form, schema
from generators.site import manifest
from generators.site.output import Copied, Output
from generators.site.shell import ShellContext, SiteLanguage

RECORD_SCHEMAS = "data/schema/records/"
"""The schemas of the files that editors type, as ``schema/`` has them."""


def outputs(corpus: Corpus, shell: ShellContext) -> Iterator[Output]:
    """The files of data of a language; with the first language those that all languages share."""
    here = shell.here
    for path, content in data.outputs(corpus, here.code, f"{shell.site}{here.path}"):
        yield Output(here.path + path, content, manifest.DATA, here.code)
    for path, write in () if here.path else shared(corpus, shell.site).items():
        yield Output(path, write(), manifest.DATA)


def paths(corpus: Corpus) -> frozenset[str]:
    """The paths of the files of data, below the folder of any language."""
    return corpus.cached(("data paths",), lambda: frozenset(data.writers(corpus, corpus.languages[0], "/")))


def writer(
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


def holds(corpus: Corpus, path: str, address: str) -> bool:
    """Whether a file of data stands at a path of the site; ``address`` is what it is below the folder of its
    language.
    """
    if not data.is_data(address):
        return False
    return address in paths(corpus) or path in shared(corpus, "/")


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
        language = here.code if form.of_one_language(path) else None
        yield Output(here.path + path, make(), manifest.DATA, language)


FOLDERS = ("pdf/", "epub/", "offline/")
"""Where these stand on the site."""


def taken_along(root: Path, pdfs: dict[str, Download], language: str) -> Iterator[Copied]:
    """The files of a language in the project in ``root``; ``pdfs`` are its PDFs, by the address of their
    page.
    """
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
