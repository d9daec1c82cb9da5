"""What ``compendium epub`` does: finds the books that are meant, makes them, and says what came of it.

Prints nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generators.corpus import downloads
from generators.corpus.corpus import Corpus
from generators.epub import shelf
from generators.epub.shelf import SideBySide
from generators.pdf import catalogue
from generators.pdf.command import wrong_languages
from generators.pdf.volumes import Public
from generators.text.problems import near
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
    problems = [*_wrong_names(corpus, names), *wrong_languages(corpus, languages)]
    if problems:
        return say("nothing was made"), problems
    volumes = list(dict.fromkeys(volume for name in names for volume in _find(corpus, name)))
    report = shelf.build(
        corpus,
        root / downloads.BOOKS,
        public,
        volumes or shelf.books(corpus),
        list(dict.fromkeys(languages)) or corpus.languages,
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


def _find(corpus: Corpus, name: str) -> tuple[str, ...]:
    known = set(shelf.books(corpus))
    return tuple(volume for volume in catalogue.find(corpus, name) if volume in known)


def _wrong_names(corpus: Corpus, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        meant = _find(corpus, name)
        if not meant:
            known = {volume.partition("/")[2] or volume for volume in shelf.books(corpus)}
            kinds = say("expected the id of a mechanism or region, or compendium")
            yield say("no such book: {name}; {remedy}", name=name, remedy=near(name, known) or kinds)
        elif len(meant) > 1:
            volumes = say("{first} or {second}", first=meant[0], second=meant[1])
            yield say("{name} is the id of two books; say which: {books}", name=name, books=volumes)
