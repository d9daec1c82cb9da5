"""The tables of the open data (``document/open_data``) as files that all languages share.
``data_package.py`` makes CSV files and their description. ``database.py`` makes one
database for all languages.

What is the same in all languages is written once. What each language says is written with
the keys of that. The spreadsheet of a language is in ``workbook.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from functools import partial
from gzip import compress as gzip_compress
from tempfile import TemporaryDirectory
from typing import Any
from zlib import compress, decompress

from generators.corpus.addresses import DATA_PACKAGE, DATABASE, table
from generators.corpus.corpus import Corpus
from generators.corpus.memo import once
from generators.data import data_package, database
from generators.document import open_data
from generators.document.open_data.data_table import DataTable
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer


def shared_writers(corpus: Corpus, site: str) -> Mapping[str, Callable[[], bytes]]:
    """What writes each file that all languages share, by its path below the root of the
    site. ``site`` is the absolute address of the site. The first file that somebody asks
    for makes all of them.
    """
    tables = open_data.tables(Phrases(Localizer(corpus, corpus.languages[0])), site)
    worded = [part.name for part in map(DataTable.in_one_language, tables) if part]
    paths = [table(shared.name) for shared in tables]
    for language in corpus.languages:
        paths += [table(name, language) for name in worded]
    paths += [DATA_PACKAGE, DATABASE]

    def unpack(path: str) -> bytes:
        return decompress(_packed_files(corpus, site)[path])

    return {path: partial(unpack, path) for path in paths}


@once
def _packed_files(corpus: Corpus, site: str) -> Mapping[str, bytes]:
    """The files that all languages share, packed by zlib, by their paths."""
    files: dict[str, bytes] = {}
    resources: list[dict[str, Any]] = []
    with (
        TemporaryDirectory(prefix="compendium-") as folder,
        database.named_disk_errors(folder),
        closing(database.begin_database(folder)) as sql,
    ):
        for language in corpus.languages:
            phrases = Phrases(Localizer(corpus, language))
            tables = open_data.tables(phrases, site)
            for part, part_language in _parts_in_language(phrases, tables):
                path = table(part.name, part_language)
                rows = part.rows_with_values() if part_language else list(part.rows())
                names = [column.name for column in part.columns]
                content = data_package.as_csv(names, rows)
                files[path] = compress(content, 1)
                resources.append(
                    data_package.describe_resource(
                        phrases, part, path, content, part_language
                    )
                )
                database.add_table(sql, part, rows, part_language)
            database.describe_tables(sql, phrases, tables, site)
            phrases.forget()
        sql.execute("COMMIT")
        written = gzip_compress(database.database_file(folder).read_bytes(), 6, mtime=0)
        files[DATABASE] = compress(written, 0)
    package = data_package.write_package(corpus, resources, site)
    files[DATA_PACKAGE] = compress(package, 1)
    return files


def _parts_in_language(
    phrases: Phrases, tables: Sequence[DataTable]
) -> list[tuple[DataTable, str]]:
    """The parts of tables that are written in the run over a language, each with its
    language. Parts that are the same in all languages have an empty language. The run
    over the first language writes them.
    """
    parts: list[tuple[DataTable, str]] = []
    if phrases.language == phrases.corpus.languages[0]:
        parts += [(shared.in_all_languages(), "") for shared in tables]
    worded = map(DataTable.in_one_language, tables)
    parts += [(part, phrases.language) for part in worded if part]
    return parts


def work_out(corpus: Corpus) -> None:
    """Work out what is the same in all languages, for processes that share it."""
    for shared in open_data.tables(Phrases(Localizer(corpus, corpus.languages[0]))):
        _ = shared.in_all_languages().values
