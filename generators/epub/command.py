"""What ``compendium epub`` does: finds the books that are meant, makes them, and says what came of it.

Prints nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generators.corpus import downloads
from generators.corpus.corpus import Corpus
from generators.epub import shelf
from generators.epub.shelf import SideBySide
from generators.pdf.choice import choose
from generators.pdf.volumes import Public
from generators.text.sayings import say


def run(
    corpus: Corpus,
    root: Path,
    public: Public,
    names: Sequence[str],
    languages: Sequence[str],
    each: SideBySide,
    inputs: str = "",
) -> tuple[str, list[str]]:
    """Make the named books (all, where none is named) in the languages (all, where none is named).

    ``inputs`` is the digest of all that the corpus was read from, taken before it was read. Returns one line
    on what was made, and a line for each problem; nothing is made where a name or a language is not known, or
    a name may mean two books.
    """
    kinds = say("expected the id of a mechanism or region, or compendium")
    chosen = choose(corpus, shelf.books(corpus), names, languages, kinds)
    if chosen.problems:
        return say("nothing was made"), [*chosen.problems]
    report = shelf.build(
        corpus,
        root / downloads.BOOKS,
        public,
        chosen.volumes,
        chosen.languages,
        each,
        inputs,
    )
    summary = say(
        "{made} made, {unchanged} unchanged, {dropped} removed: {size} MB in {folder}/",
        made=report.made,
        unchanged=report.unchanged,
        dropped=report.dropped,
        size=f"{report.size / 1e6:.1f}",
        folder=downloads.BOOKS,
    )
    return summary, []
