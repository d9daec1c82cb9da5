"""The files that could not be read whole in one of two states of a project, so that nobody is told that what
stands in them was removed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generators.corpus.corpus import Corpus
from generators.corpus.inputs import FOLDER
from generators.edit.difference import Difference
from generators.text.problems import Problem
from generators.text.sayings import Saying, say

_NAMED = 20
"""So many files are named in a sentence; of more, the number is said."""


def paths(root: Path, problems: Iterable[Problem]) -> tuple[str, ...]:
    """The files, and folders, of records and catalogs that problems of reading a project are of."""
    found = {each.path for each in problems if f"{each.path}/".startswith(f"{FOLDER}/")}
    return tuple(sorted(path for path in found if os.path.lexists(root / path)))


def known(
    found: Iterable[Difference], before: Corpus, was_unread: Iterable[str], unread: Iterable[str]
) -> list[Difference]:
    """The differences but those of files that could not be read whole as they are now, or not at all as they
    were.
    """
    was, now = ([*map(_id, each)] for each in (was_unread, unread))
    read = {*before.library.sources, *(f"{folder}/{tag}.po" for folder, tag in before.library.catalogs)}
    return [
        each
        for each in found
        if not _is_below(each.id, now) and not (each.id not in read and _is_below(each.id, was))
    ]


def said(base: str, was_unread: tuple[str, ...], unread: tuple[str, ...]) -> list[Saying]:
    """What is to be said of such files before anything else."""
    told = []
    if unread:
        told.append(
            say(
                "not read whole, so nothing is said here of what differs in them: {files}; run 'compendium "
                "check'",
                files=_listed(unread),
            )
        )
    if was_unread:
        told.append(
            say(
                "not read whole in {base}, so what is said of them here may not be all: {files}",
                base=base,
                files=_listed(was_unread),
            )
        )
    return told


def _listed(files: tuple[str, ...]) -> tuple[str, ...]:
    more = len(files) - _NAMED
    return (*files[:_NAMED], say("and {n} more", n=more)) if more > 0 else files


def _id(path: str) -> str:
    """The id under which differences of a file are told; of a folder, what such ids begin with."""
    return path.removeprefix(FOLDER).removeprefix("/").removesuffix(".yml")


def _is_below(name: str, ids: Iterable[str]) -> bool:
    return any(not each or name == each or name.startswith(f"{each}/") for each in ids)
