"""What ``compendium pdf`` does: finds the volumes that are meant, makes them, and says what came of it.

Prints nothing but the progress, on a terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generators.corpus import downloads
from generators.corpus.corpus import Corpus
from generators.pdf import catalogue
from generators.pdf.choice import choose
from generators.pdf.volumes import Public
from generators.text.sayings import Saying, say

if TYPE_CHECKING:
    from generators.pdf.build import Report


def run(
    corpus: Corpus,
    root: Path,
    public: Public,
    names: Sequence[str],
    languages: Sequence[str],
    jobs: int = 0,
    inputs: str = "",
) -> tuple[str, list[str]]:
    """Make the named volumes (all, where none is named) in the languages (all, where none is named).

    ``inputs`` is the digest of all that the corpus was read from, taken before it was read. Returns one line
    on what was made, and a line for each problem; nothing is made where a name or a language is not known, or
    a name may mean two volumes.
    """
    kinds = say("expected the id of a record, mechanism, region, topic, stage or State, or compendium")
    chosen = choose(corpus, catalogue.volumes(corpus), names, languages, kinds)
    if chosen.problems:
        return say("nothing was made"), [*chosen.problems]
    # The typesetter takes its time to load, and is not needed to say that a name is wrong.
    from generators.pdf import build

    report = build.build(
        corpus,
        root / downloads.FOLDER,
        public,
        chosen.volumes,
        chosen.languages,
        jobs,
        _bar if sys.stderr.isatty() else None,
        inputs,
    )
    return _summary(report), [str(problem) for problem in sorted(report.problems)]


def _summary(report: Report) -> Saying:
    size, folder = f"{report.size / 1e6:.1f}", downloads.FOLDER
    whole = say("{pages} pages, {size} MB in {folder}/", pages=report.pages, size=size, folder=folder)
    made, unchanged, dropped = report.made, report.unchanged, report.dropped
    counts = say(
        "{made} made, {unchanged} unchanged, {dropped} removed",
        made=made,
        unchanged=unchanged,
        dropped=dropped,
    )
    if report.refused:
        kept = say("{n} refused (the last good file of each is kept)", n=report.refused)
        return say("{parts}: {whole}", parts=(counts, kept), whole=whole)
    return say("{parts}: {whole}", parts=counts, whole=whole)


def _bar(done: int, total: int) -> None:
    width = 40
    full = width * done // total if total else width
    sys.stderr.write(
        f"\r[{'#' * full}{'.' * (width - full)}] {done}/{total}{chr(10) if done == total else ''}"
    )
    sys.stderr.flush()
