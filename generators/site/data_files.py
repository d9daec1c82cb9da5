"""The files of data as files of the site: those of a language, and those that all languages share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generators import data
from generators.corpus.corpus import Corpus
from generators.edit import schema
from generators.site import manifest
from generators.site.output import Output
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
