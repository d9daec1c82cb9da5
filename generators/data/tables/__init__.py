"""The tables of the open data (``document/open_data``) as files, in the language of their folder: as CSV with
what describes them for programs, as a database, as one spreadsheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generators.corpus import addresses
from generators.corpus.addresses import DATA_PACKAGE, DATABASE, DATABASE_DESCRIPTION, WORKBOOK
from generators.corpus.corpus import Corpus
from generators.data.tables import csv_file, database, description, package, workbook
from generators.data.tables.package import Sum
from generators.document.open_data import Table, tables
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer

__all__ = ["work_out", "writers"]


def writers(phrases: Phrases, base: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """What writes each file, by its path below the folder of the language; ``base`` is the absolute address
    of that folder.
    """
    found = phrases.cached(("open data", base), lambda: tables(phrases, base))
    for table in found:
        yield addresses.address(addresses.table(table.name)), partial(_csv, phrases, table, base)
    yield DATA_PACKAGE, partial(_package, phrases, found, base)
    yield DATABASE, partial(database.written, phrases, found, base)
    yield DATABASE_DESCRIPTION, partial(description.written, phrases, found, base)
    yield WORKBOOK, partial(workbook.written, phrases, found, base)


def work_out(corpus: Corpus) -> None:
    """Work out what is the same in all languages, for processes that share it."""
    sum(table.count for table in tables(Phrases(Localizer(corpus, corpus.languages[0]))))


def _csv(phrases: Phrases, table: Table, base: str) -> bytes:
    content = csv_file.written(table)
    _sum(phrases, table, base, content)
    return content


def _sum(phrases: Phrases, table: Table, base: str, content: bytes = b"") -> Sum:
    """Size and digest of a table as a file, which need not be kept for these."""
    return phrases.cached(
        ("csv", table.name, base), lambda: package.sum_of(content or csv_file.written(table))
    )


def _package(phrases: Phrases, found: tuple[Table, ...], base: str) -> bytes:
    sums = {table.name: _sum(phrases, table, base) for table in found}
    return package.written(phrases, found, sums, base)
