"""Which file has the words of what. A record, mechanism, State or topic has one file of
codes for all languages. What a language says of it is in a file of words.

A State and a topic have a file of words of their own. Records and mechanisms share files
by their folder, so that there are fewer. None has more than ``MOST_LINES`` lines, unless
a single record has more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generators.corpus.addresses import Target, address
from generators.corpus.corpus import LINES, Corpus
from generators.corpus.memo import once

NAME = "words.json"
"""The name of the first file of words in a folder. Further ones have a number."""
MOST_LINES = 80
"""How many lines of records one file has at most: in English about 25 kB."""


class Owner(NamedTuple):
    """What has a file of codes. Its ``kind`` is ``record``, ``mechanism``, ``state`` or
    ``topic``. Its ``name`` is an id or a code.
    """

    kind: str
    name: str

    @property
    def page(self) -> str:
        """The address of its page."""
        kind = "record" if self.kind == "mechanism" else self.kind
        return address(Target(kind, self.name))


def owners(corpus: Corpus) -> Iterator[Owner]:
    """All that has a file of codes."""
    names_by_kind = {
        "mechanism": corpus.mechanisms,
        "record": corpus.records,
        "state": corpus.all_states,
        "topic": corpus.vocabularies.entries_of("topics"),
    }
    for kind, names in names_by_kind.items():
        for name in names:
            yield Owner(kind, name)


@once
def files_of_words(corpus: Corpus) -> Mapping[str, tuple[Owner, ...]]:
    """The path of each file of words below the folder of a language, with those whose
    words it has.
    """
    owners_by_folder: dict[str, list[Owner]] = {}
    for owner in owners(corpus):
        folder = _folder(owner)
        owners_by_folder.setdefault(folder, []).append(owner)
    files: dict[str, tuple[Owner, ...]] = {}
    for folder, owners_there in owners_by_folder.items():
        for number, part in enumerate(_shared_out(corpus, owners_there), start=1):
            name = NAME if number == 1 else NAME.replace(".", f"-{number}.")
            files[f"{folder}{name}"] = part
    return files


@once
def file_of_words(corpus: Corpus, owner: Owner) -> str:
    """The path of the file with the words of an owner, below the folder of a language."""
    return _path_by_owner(corpus)[owner]


@once
def _path_by_owner(corpus: Corpus) -> Mapping[Owner, str]:
    return {
        owner: path for path, part in files_of_words(corpus).items() for owner in part
    }


def _folder(owner: Owner) -> str:
    """The folder of the file of words: that of its page, or that of its mechanism."""
    return Owner(owner.kind, owner.name.partition("/")[0]).page


def _shared_out(corpus: Corpus, owners_there: list[Owner]) -> Iterator[tuple[Owner, ...]]:
    """The owners of one folder in parts. A part with more than one owner has at most
    ``MOST_LINES`` lines.
    """
    part: list[Owner] = []
    lines_in_part = 0
    for owner in owners_there:
        lines = _number_of_lines(corpus, owner)
        if part and lines_in_part + lines > MOST_LINES:
            yield tuple(part)
            part = []
            lines_in_part = 0
        part.append(owner)
        lines_in_part += lines
    yield tuple(part)


def _number_of_lines(corpus: Corpus, owner: Owner) -> int:
    """How many lines of all kinds an owner has; only a record has any."""
    if owner.kind != "record":
        return 0
    record = corpus.records[owner.name]
    return sum(len(getattr(record, section)) for section in LINES)
