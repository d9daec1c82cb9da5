"""How long volumes take, in a process of its own: ``python -m bench.paper PROJECT VOLUME LANGUAGE …`` prints
JSON, a line a language.

The clock runs from the corpus in hand to the bytes of the file: the document, the typesetting, the packing.
The typesetter has its fonts by then, as it has for all but the first of a run, and none of the pages.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume that was made: seconds of wall clock and of processor, pages, bytes."""

    volume: str
    language: str
    seconds: float
    cpu: float
    pages: int
    size: int

    @property
    def seconds_for_300(self) -> float:
        """Seconds for 300 pages at the same pace."""
        return 300 * self.seconds / self.pages

    @property
    def megabytes_for_300(self) -> float:
        return 300 * self.size / self.pages / 1e6

    def line(self) -> str:
        taken = f"{self.seconds:.2f} s ({self.cpu:.2f} cpu)"
        return f"{self.volume}, {self.language}: {taken}, {self.pages} pages, {self.size / 1e6:.2f} MB"


def make(project: Path, volume: str, languages: list[str]) -> Iterator[Volume]:
    """Make a volume in each language, in turn."""
    from generators.corpus.loading import open_corpus
    from generators.document.phrases import Phrases
    from generators.pdf import typeset, volumes
    from generators.pdf.volumes import Public
    from generators.site.mkdocs_run import public_addresses
    from generators.translate.localizer import Localizer

    corpus, _ = open_corpus(project)
    address = Public(*public_addresses(project))
    warm = volumes.document(
        Phrases(Localizer(corpus, languages[0])), f"states/{corpus.all_states[0].lower()}", address
    )
    typeset.typeset(json.dumps(warm), corpus.today)
    for language in languages:
        begin, used = time.perf_counter(), time.process_time()
        document = json.dumps(
            volumes.document(Phrases(Localizer(corpus, language)), volume, address), ensure_ascii=False
        )
        made = typeset.typeset(document, corpus.today)
        taken = time.perf_counter() - begin, time.process_time() - used
        yield Volume(volume, language, *taken, made.pages, len(made.data))


if __name__ == "__main__":
    for each in make(Path(sys.argv[1]), sys.argv[2], sys.argv[3:]):
        sys.stdout.write(f"{json.dumps(asdict(each))}\n")
