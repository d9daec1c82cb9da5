"""The command that applies the texts of review sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generators.cli.project import (
    Commands,
    command,
    find,
    sound_corpus,
    stop_at,
    tell,
    within,
)
from generators.text import files
from generators.text.problems import Problem
from generators.text.sayings import say

if TYPE_CHECKING:
    from generators.edit.review_text import ReviewText


@click.group(cls=Commands)
def review() -> None:
    """Apply what people say on the review sheet of a record."""


@command(speaks=True, group=review)
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="FILE…",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
def apply(root: Path, paths: tuple[Path, ...]) -> None:
    """Change records and catalogs as the review texts in FILE say. Corrections replace
    the words of a line. The record then says who compared which lines with which text. A
    line that is not in the text is taken out. If something points to that line, it stays,
    and the command says what to decide. Nothing is written if a text is broken, or if a
    line has changed since.
    """
    from generators.edit import review_apply

    all_reviews = _read_reviews(paths)
    corpus = sound_corpus(root)
    about = review_apply.paths(corpus, all_reviews)
    before = {path: (root / path).read_bytes() for path in sorted(about)}
    texts = {path: content.decode() for path, content in before.items()}
    changes = review_apply.changes(corpus, texts, all_reviews)
    stop_at(changes.problems)
    for path in changes.texts:
        within(root / path, root)
    changed = _written(root, changes.texts, before)
    for path in changed:
        tell(path)
    for problem in sorted(changes.to_decide):
        tell(str(problem.translated(find())))
    tell(review_apply.counted(all_reviews), err=True)
    tell(say("files changed: {n}", n=len(changed)), err=True)


def _read_reviews(paths: Iterable[Path]) -> list[ReviewText]:
    """The reviews in some files; ends the command where one is broken."""
    from generators.edit.review_text import reviews

    all_reviews: list[ReviewText] = []
    problems: list[Problem] = []
    for path in paths:
        text, unreadable = files.text(path, str(path))
        problems += unreadable
        if text is not None:
            file_reviews, broken = reviews(text, str(path))
            all_reviews += file_reviews
            problems += broken
    stop_at(problems)
    return all_reviews


def _written(
    root: Path, texts: Mapping[str, str], before: Mapping[str, bytes]
) -> list[str]:
    """Write files and bring catalogs up to date; returns the paths of what changed.

    If a rule objects to a file, all is as it was (``before``), and the command ends.
    """
    from generators import checks
    from generators.corpus.loading import open_corpus
    from generators.translate.update import update

    if not texts:
        return []
    for path, text in texts.items():
        files.replace(root / path, text.encode())
    corpus, problems = open_corpus(root)
    all_problems = {*problems, *checks.run(corpus, root=root)}
    own_problems = [problem for problem in all_problems if problem.path in texts]
    if own_problems:
        for path in texts:
            files.replace(root / path, before[path])
        stop_at(own_problems)
    folders = {Path(path).parent.name for path in texts}
    updates = update(corpus, root, corpus.languages, folders=folders)
    written = [catalog.path for catalog in updates if catalog.written]
    return sorted({*texts, *written})
