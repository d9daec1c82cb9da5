"""How long a volume takes, in a process of its own: ``python -m bench.paper PROJECT
VOLUME LANGUAGE`` prints JSON.

The clock runs from the corpus in hand to the bytes of the file: the document, the
typesetting, the packing. The typesetter has its fonts by then, as it has for all but the
first of a run, and none of the pages.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import NamedTuple


class Volume(NamedTuple):
    """A volume that was made: seconds of wall clock, pages, bytes."""

    seconds: float
    pages: int
    size: int

    def for_300(self) -> tuple[float, float]:
        """Seconds and MB for 300 pages at the same pace."""
        return 300 * self.seconds / self.pages, 300 * self.size / self.pages / 1e6


def make(project: Path, volume: str, language: str) -> Volume:
    """Make a volume in a language."""
    from generators.corpus.loading import open_corpus
    from generators.document.phrases import Phrases
    from generators.pdf import typeset, volumes
    from generators.pdf.volumes import PublicAddresses
    from generators.site.mkdocs_run import public_addresses
    from generators.translate.localizer import Localizer

    corpus, _ = open_corpus(project)
    address = PublicAddresses(*public_addresses(project))

    def typeset_of(name: str) -> typeset.Typeset:
        document = volumes.document(Phrases(Localizer(corpus, language)), name, address)
        return typeset.typeset(json.dumps(document, ensure_ascii=False), corpus.today)

    typeset_of(f"states/{corpus.all_states[0].lower()}")
    begin = time.perf_counter()
    made = typeset_of(volume)
    return Volume(time.perf_counter() - begin, made.pages, len(made.data))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(make(Path(sys.argv[1]), *sys.argv[2:])))
