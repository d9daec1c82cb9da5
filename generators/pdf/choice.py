"""Which volumes somebody asks for by names and languages: of PDFs, and of books for e-readers.

Reads the corpus; knows nothing of how a volume is made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from generators.corpus.corpus import Corpus
from generators.pdf import catalogue
from generators.text.problems import expected, near
from generators.text.sayings import Saying, say


class Choice(NamedTuple):
    """The ids of volumes and the languages, each once; ``problems`` is a line for each name or language that
    is not known, and for each name that may mean several volumes: then nothing is to be made.
    """

    volumes: Sequence[str]
    languages: Sequence[str]
    problems: Sequence[str]


def choose(
    corpus: Corpus, among: Sequence[str], names: Sequence[str], languages: Sequence[str], kinds: Saying
) -> Choice:
    """The volumes of these names ``among`` those that there are (all, where none is named) in these languages
    (all, where none is named). ``kinds`` says what names there are, to who typed another.
    """
    known = frozenset(among)
    meant = {name: [each for each in catalogue.find(corpus, name) if each in known] for name in names}
    problems = [line for name, found in meant.items() for line in _wrong(name, found, known, kinds)]
    tags = list(dict.fromkeys(languages))
    for tag in tags:
        if tag not in corpus.languages:
            hint = expected(tag, corpus.languages)
            problems.append(say("no such language: {tags}; {hint}", tags=tag, hint=hint))
    volumes = list(dict.fromkeys(volume for found in meant.values() for volume in found))
    return Choice(volumes or among, tags or corpus.languages, problems)


def _wrong(name: str, found: Sequence[str], known: Collection[str], kinds: Saying) -> Iterator[str]:
    if not found:
        ids = {volume.partition("/")[2] or volume for volume in known}
        yield say("no such volume: {name}; {hint}", name=name, hint=near(name, ids) or kinds)
    elif len(found) > 1:
        yield say("several volumes have the id {name}; say which: {volumes}", name=name, volumes=tuple(found))
