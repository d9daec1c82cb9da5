"""What the open data costs, and how large its files are: all of them in all languages, by kind."""

from __future__ import annotations

import gzip
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generators import data
from generators.corpus.corpus import Corpus

SHARED = "shared"
OF_TABLES = (SHARED, "csv", "sqlite", "xlsx")
"""The kinds of the open data as tables, which have a budget."""


@dataclass(slots=True)
class Export:
    """Files of one kind: processor seconds, how many they are, and their bytes, as they are and packed."""

    seconds: float = 0.0
    files: int = 0
    size: int = 0
    packed: int = 0

    def line(self, kind: str) -> str:
        return (
            f"  {kind:<10} {self.files:>6,} files {self.size / 1e6:>7.1f} MB"
            f" ({self.packed / 1e6:.1f} compressed) {self.seconds:>6.2f} s cpu"
        )


def measured(corpus: Corpus) -> Mapping[str, Export]:
    """All files of data, by the ends of their names. What tables of all languages share is worked out first,
    and counts as a kind of its own, ``SHARED``. A build takes less, for pages leave behind what files ask for
    too.
    """
    found: dict[str, Export] = defaultdict(Export)
    begin = time.process_time()
    data.work_out(corpus)
    found[SHARED].seconds = time.process_time() - begin
    written = [data.common(corpus, "https://example.org/")]
    written += [data.writers(corpus, each, f"https://example.org/{each}/") for each in corpus.languages]
    for files in written:
        for path, write in files.items():
            begin = time.process_time()
            content = write()
            of = found[path.rpartition(".")[2]]
            of.seconds += time.process_time() - begin
            of.files, of.size = of.files + 1, of.size + len(content)
            of.packed += len(gzip.compress(content, 6, mtime=0))
    return found


def of_tables(found: Mapping[str, Export]) -> float:
    """Processor seconds of the open data as tables."""
    return sum(found[kind].seconds for kind in OF_TABLES)
