"""What ``compendium pdf`` does: finds the volumes that are meant, makes them, and says what came of it.

Prints nothing but the progress, on a terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from generators.corpus import downloads
from generators.corpus.corpus import Corpus
from generators.pdf import catalogue
from generators.pdf.volumes import Public
from generators.text.problems import expected, near


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
    problems = [*_wrong_names(corpus, names), *wrong_languages(corpus, languages)]
    if problems:
        return "nothing was made", problems
    # The typesetter takes its time to load, and is not needed to say that a name is wrong.
    from generators.pdf import build

    volumes = list(dict.fromkeys(volume for name in names for volume in catalogue.find(corpus, name)))
    report = build.build(
        corpus,
        root / downloads.FOLDER,
        public,
        volumes or catalogue.volumes(corpus),
        list(dict.fromkeys(languages)) or corpus.languages,
        jobs,
        _bar if sys.stderr.isatty() else None,
        inputs,
    )
    counts = f"{report.made} made, {report.unchanged} unchanged, {report.dropped} removed"
    refused = f", {report.refused} refused (the last good file of each is kept)" if report.refused else ""
    whole = f"{report.pages} pages, {report.size / 1e6:.1f} MB in {downloads.FOLDER}/"
    return f"{counts}{refused}: {whole}", [str(problem) for problem in sorted(report.problems)]


def _wrong_names(corpus: Corpus, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        meant = catalogue.find(corpus, name)
        if not meant:
            known = {volume.partition("/")[2] or volume for volume in catalogue.volumes(corpus)}
            kinds = "expected the id of a record, mechanism, region, topic, stage or State, or compendium"
            yield f"no such volume: {name}; {near(name, known) or kinds}"
        elif len(meant) > 1:
            yield f"{name} is the id of {len(meant)} volumes; say which: {' or '.join(meant)}"


def wrong_languages(corpus: Corpus, languages: Sequence[str]) -> Iterator[str]:
    """A line for each language that the corpus has not."""
    for tag in dict.fromkeys(languages):
        if tag not in corpus.languages:
            yield f"no such language: {tag}; {expected(tag, corpus.languages)}"


def _bar(done: int, total: int) -> None:
    width = 40
    full = width * done // total if total else width
    sys.stderr.write(
        f"\r[{'#' * full}{'.' * (width - full)}] {done}/{total}{chr(10) if done == total else ''}"
    )
    sys.stderr.flush()
