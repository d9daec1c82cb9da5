"""The tables of the open data (``document/open_data``) as files: for all languages as CSV, with what
describes them for programs, and as one database; in each language as a spreadsheet.

What is the same in all languages is written once, what each says by the keys of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from gzip import compress as gzipped
from zlib import compress, decompress

from generators.corpus.addresses import DATA_PACKAGE, DATABASE, WORKBOOK, table
from generators.corpus.corpus import Corpus
from generators.data.tables import package, workbook
from generators.data.tables.database import Database
from generators.document.open_data import Table, tables
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer

__all__ = ["common", "work_out", "writers"]


def writers(phrases: Phrases, base: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """What writes each file of a language, by its path below its folder; ``base`` is the absolute address
    of that.
    """
    yield WORKBOOK, lambda: workbook.written(phrases, tables(phrases, base), base)


def common(corpus: Corpus, site: str) -> Mapping[str, Callable[[], bytes]]:
    """What writes each file that all languages share, by its path below the root of the site, whose absolute
    address ``site`` is. One run over the languages makes them all.
    """
    every = tables(Phrases(Localizer(corpus, corpus.languages[0])), site)
    said = [each.name for each in map(Table.said, every) if each]
    paths = [
        *(table(each.name) for each in every),
        *(table(name, language) for language in corpus.languages for name in said),
        DATA_PACKAGE,
        DATABASE,
    ]

    def taken(path: str) -> bytes:
        return decompress(corpus.cached(("tables", site), lambda: _made(corpus, site))[path])

    return {path: partial(taken, path) for path in paths}


def _made(corpus: Corpus, site: str) -> Mapping[str, bytes]:
    """The files, packed, by their paths."""
    found: dict[str, bytes] = {}
    resources = []
    with Database(site) as database:
        for language in corpus.languages:
            phrases = Phrases(Localizer(corpus, language))
            every = tables(phrases, site)
            if language == corpus.languages[0]:
                same = [each.same() for each in every]
                files = [(each, table(each.name), [*each.rows()]) for each in same]
            else:
                files = []
            said = [each for each in map(Table.said, every) if each]
            files += [(each, table(each.name, language), each.spoken()) for each in said]
            for each, path, rows in files:
                content = package.as_csv(each, rows)
                of = language if path == table(each.name, language) else ""
                resources.append(package.resource(phrases, each, path, content, of))
                database.add(each, rows, of)
                found[path] = compress(content, 1)
            database.describe(phrases, every)
            phrases.forget()
        found[DATABASE] = compress(gzipped(database.content(), 6, mtime=0), 0)
    found[DATA_PACKAGE] = compress(package.written(corpus, resources, site), 1)
    return found


def work_out(corpus: Corpus) -> None:
    """Work out what is the same in all languages, for processes that share it."""
    sum(each.count for each in tables(Phrases(Localizer(corpus, corpus.languages[0]))))
