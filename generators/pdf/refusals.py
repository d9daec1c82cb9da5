"""Where the text stands that a volume was refused for: the file and line that an editor can mend."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.corpus import Corpus
from generators.pdf import catalogue
from generators.text.problems import Problem
from generators.text.sayings import say
from generators.text.sources import Data, Path_

_HINT = say("write it otherwise, or add a font that has it to generators/corpus/fonts.py")

_LISTS = {catalogue.REGIONS: "regions", catalogue.TOPICS: "topics", catalogue.STAGES: "stages"}

Place = tuple[int, str, int, str]
"""How far from what the volume is about, path, line, field."""


def problem(corpus: Corpus, volume: str, language: str, message: str, letters: str) -> Problem:
    """Why a volume could not be made. Where that is for a letter, it stands where the letter does, as near to
    what the volume is about as there is one; else at the file that the volume is about.
    """
    places = _places(corpus, _about(volume), language, set(letters)) if letters else ()
    _, path, line, field = min(places, default=(0, *_file(corpus, volume, language)))
    return Problem(path, line, field, message, _HINT if letters else "", "pdf")


def _about(volume: str) -> str:
    """The id of the record, mechanism or list that a volume is about; empty for all of them."""
    kind, name = catalogue.split(volume)
    if kind in (catalogue.RECORDS, catalogue.MECHANISMS):
        return name
    return f"vocabulary/{_LISTS[kind]}" if kind in _LISTS else ""


def _file(corpus: Corpus, volume: str, language: str) -> tuple[str, int, str]:
    name = _about(volume)
    source = corpus.library.sources.get(name) or corpus.library.sources.get(f"{name}/mechanism")
    return (source.path if source else catalogue.address(volume, language), 1, "-")


def _places(corpus: Corpus, about: str, language: str, letters: set[str]) -> Iterator[Place]:
    folder = about.partition("/")[0]
    for name, source in corpus.library.sources.items():
        far = 0 if name == about else 1 if name.partition("/")[0] == folder else 2
        for loc, text in _texts(source.data):
            if letters & {*text}:
                yield far, source.path, source.line(loc), ".".join(map(str, loc))
    catalogs = {name: each for (name, tag), each in corpus.library.catalogs.items() if tag == language}
    of_interface = corpus.library.interface.get(language)
    for name, catalog in {**catalogs, **({"": of_interface} if of_interface else {})}.items():
        for (_, msgid), entry in catalog.entries.items():
            if letters & {*entry.text, *"".join(entry.plural)}:
                own = any(place.startswith(f"{about} ") for place in entry.places)
                far = 3 if not name else 0 if own else 1 if name == folder else 2
                yield far, catalog.path, entry.line, msgid[:40]


def _texts(data: Data, loc: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    if isinstance(data, str):
        yield loc, data
    else:
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _texts(value, (*loc, key))
